"""Who says what in text as it comes: wire in capitals, flattened pages, lists, live blogs, readouts, any marks."""

from collections.abc import Callable

import pytest

from communique.claims.statements import statements
from communique.model.page import Page

Annotate = Callable[..., Page]
Said = list[tuple[str, str]]

PETROVA, DALE = "Ana Petrova", "Jon Dale"

WIRE = (
    "PORT VARNA (INTERPORT) -- MARETIAN FOREIGN MINISTER ANA PETROVA SAID ON MONDAY THAT HER GOVERNMENT ACCEPTS THE "
    'TRUCE. "WE WANT AN END TO THE SHELLING," SHE SAID. THE TORVIK ENVOY, JON DALE, TOLD REPORTERS THAT HIS SIDE WOULD '
    "ANSWER ON FRIDAY.\n\nPETROVA ADDED THAT THE PRISONERS WOULD BE FREED WITHIN A WEEK. "
    '"NOBODY WILL BE LEFT BEHIND", SHE STRESSED.'
)
FLAT = (
    "Talks resume Maretian Foreign Minister Ana Petrova said on Monday that the talks would resume next week. “We are "
    "ready,” she told reporters in Port Varna. Torvik's envoy, Jon Dale, said his delegation had received no "
    "invitation. “I have seen no letter,” Dale said. “If one comes, we will read it.” According to a senior Maretian "
    "official, the letter was sent on Sunday."
)
LATEST = (
    "PORT VARNA (Interport) — The Latest on the talks between Maretia and Torvik (all times local):\n\n5:10 p.m.\n\n"
    "Maretian Foreign Minister Ana Petrova says 40 prisoners have been freed.\n\nPetrova told a news conference that "
    'the last of them crossed the bridge at noon. "This is a good day," she said.\n\n___\n\n3:30 p.m.\n\n'
    'Torvik\'s envoy Jon Dale says his side will not sign the text.\n\nHe says the map attached to it is "a joke."\n\n'
    "___\n\n9 a.m.\n\nThe U.N. mediator, Lena Marsh, is urging both sides to stay at the table."
)
LIST = (
    "Foreign Minister Ana Petrova set out three conditions on Monday:\n\n- the shelling must stop, she said;\n\n"
    "- the bridge must be opened, Petrova told the council.\n\nTorvik's envoy, Jon Dale, gave his answers to "
    "reporters:\n\n1. The prisoners will be exchanged, not freed, Dale said."
)
READOUT = (
    "Foreign Minister Ana Petrova spoke today with Foreign Minister Jon Dale of Torvik. Minister Petrova reaffirmed "
    "that Maretia supports the truce. Minister Dale stressed that Torvik would keep the bridge open. Minister Petrova "
    "underscored that the map was not open to negotiation."
)
PARAGRAPHS = (
    "“We came in good faith,” Ana Petrova said. “We leave with empty hands.\n\n“We shall not come back before the "
    "bridge is open.”\n\nJon Dale left in silence."
)
UNCLOSED = (
    "“We will sign the accord, Foreign Minister Ana Petrova said on Monday.\n\nTorvik's envoy, Jon Dale, said: “We "
    "have read the text and we will not sign it.\n\n“We never will.”\n\nHe left the hall."
)
UNOPENED = (
    "We will sign the accord,” Foreign Minister Ana Petrova said on Monday.\n\nTorvik's envoy, Jon Dale, disagreed. "
    "The text is a step back,” he said."
)
UNMARKED = (
    "We will sign the accord, Foreign Minister Ana Petrova said on Monday.\n\nTorvik's envoy, Jon Dale, replied: We "
    "have read the text and we will not sign it.\n\nIt is a step back, he added."
)

TEXTS: dict[str, tuple[str, Said]] = {
    "wire in capitals": (
        WIRE,
        [
            ("ANA PETROVA", "HER GOVERNMENT ACCEPTS THE TRUCE"),
            ("ANA PETROVA", "WE WANT AN END TO THE SHELLING"),
            ("JON DALE", "HIS SIDE WOULD ANSWER ON FRIDAY"),
            ("ANA PETROVA", "THE PRISONERS WOULD BE FREED WITHIN A WEEK"),
            ("ANA PETROVA", "NOBODY WILL BE LEFT BEHIND"),
        ],
    ),
    "one paragraph": (
        FLAT,
        [
            (PETROVA, "the talks would resume next week"),
            (PETROVA, "We are ready"),
            (DALE, "his delegation had received no invitation"),
            (DALE, "I have seen no letter"),
            (DALE, "If one comes, we will read it"),
            ("a senior Maretian official", "the letter was sent on Sunday"),
        ],
    ),
    "live blog": (
        LATEST,
        [
            (PETROVA, "40 prisoners have been freed"),
            (PETROVA, "the last of them crossed the bridge at noon"),
            (PETROVA, "This is a good day"),
            (DALE, "his side will not sign the text"),
            (DALE, "the map attached to it"),
        ],
    ),
    "list": (
        LIST,
        [
            (PETROVA, "the shelling must stop"),
            (PETROVA, "the bridge must be opened"),
            (DALE, "The prisoners will be exchanged, not freed"),
        ],
    ),
    "readout": (
        READOUT,
        [
            (PETROVA, "Maretia supports the truce"),
            (DALE, "Torvik would keep the bridge open"),
            (PETROVA, "the map was not open to negotiation"),
        ],
    ),
    "quotation over paragraphs": (
        PARAGRAPHS,
        [
            (PETROVA, "We came in good faith"),
            (PETROVA, "We leave with empty hands"),
            (PETROVA, "We shall not come back before the bridge is open"),
        ],
    ),
    "marks never closed": (
        UNCLOSED,
        [
            (PETROVA, "We will sign the accord"),
            (DALE, "We have read the text and we will not sign it"),
            (DALE, "We never will"),
        ],
    ),
    "marks never opened": (UNOPENED, [(PETROVA, "We will sign the accord"), (DALE, "The text is a step back")]),
    "no marks": (
        UNMARKED,
        [
            (PETROVA, "We will sign the accord"),
            (DALE, "We have read the text and we will not sign it"),
            (DALE, "It is a step back"),
        ],
    ),
}
MARKS = ["“”", '""', "‘’", "''", "«»", "»«", "„“", "„”", ("``", "''")]


MARKED = (
    "[We will sign the accord,] Foreign Minister Ana Petrova said on Monday. [It is a good text.] Torvik's envoy, Jon "
    "Dale, called it [a step back] and said that his side would not sign."
)


def said(page: Page) -> Said:
    return [(s.get("speaker"), " ".join(" ".join(s.all("content")).split())) for s in statements(page)]


@pytest.mark.parametrize("layout", TEXTS)
def test_the_words_are_given_to_their_speaker_and_to_nobody_else(annotate: Annotate, layout: str) -> None:
    text, wanted = TEXTS[layout]
    found = said(annotate(text))

    for speaker, words in wanted:
        assert {who for who, content in found if words in content} == {speaker}, (words, found)


@pytest.mark.parametrize("layout", ["marks never closed", "marks never opened"])
def test_words_end_where_the_one_who_said_them_is_named(annotate: Annotate, layout: str) -> None:
    for _, content in said(annotate(TEXTS[layout][0])):
        assert "Petrova" not in content
        assert "Dale" not in content


@pytest.mark.parametrize("marks", MARKS, ids=["".join(pair) for pair in MARKS])
def test_every_style_of_marks_is_read_alike(annotate: Annotate, marks: str) -> None:
    opening, closing = marks
    text = MARKED.replace("[", opening).replace("]", closing)
    found = said(annotate(text))

    assert (PETROVA, "We will sign the accord It is a good text.") in found
    assert {who for who, content in found if "step back" in content} == {DALE}
    assert (DALE, "his side would not sign") in found


def test_turns_of_a_transcript_have_the_channel_of_its_title(annotate: Annotate):
    page = annotate(
        "AFP: What is the ministry's comment on the map?\n\nAna Petrova: Maretia opposes the map. We demand that "
        "Torvik withdraw it.\n\nFollow-up: Is there a date for the call?\n\nAna Petrova: I have nothing to "
        "announce today.",
        title="Foreign Ministry Spokesperson Ana Petrova's Regular Press Conference",
    )
    found = [c for c in statements(page) if c.made_by == "statements.turn"]
    heard = [(c.get("speaker"), c.get("channel"), c.get("mode")) for c in found]
    assert heard == [(PETROVA, "Regular Press Conference", "direct")] * 2
