"""Turns of transcripts: whose words they are, and what is none."""

from collections.abc import Callable

import pytest

from communique.model.page import Page

Annotate = Callable[..., Page]


def turns(page: Page) -> list[tuple[str, str]]:
    found = [a for a in page.reading.attributions if a.made_by == "quotations.turn"]
    return [(page.text(a.source) if a.source else "", " / ".join(page.text(c) for c in a.contents)) for a in found]


BRIEFING = """Briefer: Jon T. Dale

MR. DALE: Good afternoon. I have one announcement. The envoy will travel to Port Varna on Tuesday.

We believe that the truce can hold.

QUESTION: Jon, is there an ultimatum?

MR. DALE: No, there is no ultimatum. The Minister will speak to both sides over the weekend.

QUESTION: (Inaudible) reject it.

MR. DALE: No. Thank you.

(The briefing concluded at 1:40 p.m.)"""


def test_a_turn_is_said_by_who_stands_before_the_colon(annotate: Annotate):
    page = annotate(BRIEFING, title="Daily Press Briefing of the Ministry")
    assert turns(page) == [
        (
            "MR. DALE",
            "I have one announcement. The envoy will travel to Port Varna on Tuesday. / "
            "We believe that the truce can hold.",
        ),
        ("MR. DALE", "No, there is no ultimatum. The Minister will speak to both sides over the weekend."),
    ]


def test_answers_are_the_words_of_who_was_interviewed(annotate: Annotate):
    page = annotate(
        "Maretia's foreign minister, Ana Petrova, spoke to The Courier in Port Varna after talks with her Torvik "
        "counterpart, Jon Dale.\n\nQ: Will the truce hold?\n\nA: We have asked both armies to withdraw. I expect an "
        "answer on Friday.\n\nQ: And if not?\n\nA: Then we shall go back to the council.\n\nPetrova, 50, is the first "
        "woman in the post."
    )
    assert turns(page) == [
        ("Ana Petrova", "We have asked both armies to withdraw. I expect an answer on Friday."),
        ("Ana Petrova", "Then we shall go back to the council."),
    ]


def test_names_in_brackets_open_turns_and_editors_brackets_do_not(annotate: Annotate):
    page = annotate(
        "[Interview with Maretian President Aram Lodi by Lena Marsh; date not given]\n\n[Text] [Marsh] You have "
        "recognised the council. What comes next?\n\n[Lodi] We call for a conference of all states. [passage omitted] "
        "I have invited the king.\n\n[Marsh] Did he reply?\n\n[Lodi] I am ready to meet him any time.",
        title="Maretia's Lodi Interviewed on Conference",
    )
    said = turns(page)
    assert [who for who, _ in said] == ["Lodi", "Lodi"]
    assert said[1][1] == "I am ready to meet him any time."


def test_outlets_ask_and_the_spokesperson_answers(annotate: Annotate):
    page = annotate(
        "Reuters: What is the ministry's comment on the map?\n\nAna Petrova: Maretia opposes the map. We demand that "
        "Torvik withdraw it.\n\nThe Courier: Is there a date for the call?\n\nAna Petrova: I have nothing to announce "
        "on that today.",
        title="Foreign Ministry Spokesperson Ana Petrova's Regular Press Conference",
    )
    assert [who for who, _ in turns(page)] == ["Ana Petrova", "Ana Petrova"]


def test_a_title_alone_is_the_person_who_was_given_it(annotate: Annotate):
    page = annotate(
        "The following is a transcript of the noon briefing by Ana Petrova, Spokesman for the council.\n\nQuestion: "
        "Has the delegation arrived?\n\nSpokesman: They are expected tonight. We want an accord on the airport."
    )
    assert [who for who, _ in turns(page)] == ["Ana Petrova"]


def test_initials_are_of_the_name_that_stood_there_in_full(annotate: Annotate):
    page = annotate(
        "Ana Petrova, the chief negotiator of Maretia, speaks to The Courier.\n\nTHE COURIER: Are you coming on "
        "Friday?\n\nANA PETROVA: Not as long as the bridge is closed. We want the accord carried out.\n\nTHE COURIER: "
        "A second delegation is invited.\n\nA. P.: That is a bad idea. We reject it.",
        title="Interview: 'We will not come to be photographed'",
    )
    assert [who for who, _ in turns(page)] == ["ANA PETROVA", "ANA PETROVA"]


def test_a_name_behind_the_office_speaks_and_an_outlet_behind_a_name_asks(annotate: Annotate):
    page = annotate(
        "Official Spokesperson, Ana Petrova: I will begin with the situation at the bridge.\n\nJon Dale (Orsa News): "
        "Has Torvik withdrawn?\n\nOfficial Spokesperson, Ana Petrova: The two sides remain in touch. We await it.",
        title="Transcript of Weekly Media Briefing by the Official Spokesperson",
    )
    assert [who for who, _ in turns(page)] == ["Ana Petrova", "Ana Petrova"]


def test_what_stands_before_the_first_question_is_said_by_the_one_who_answers(annotate: Annotate):
    page = annotate(
        "Colleagues,\n\nWe have concluded talks with the envoy of Torvik. They were held at the request of both sides."
        "\n\nQuestion: Will there be another meeting?\n\nAna Petrova: It is too early to say. I hope "
        "that there will be.",
        title="Foreign Minister Ana Petrova's remarks and answers to media questions following talks with Torvik",
    )
    assert [words for _, words in turns(page)] == [
        "We have concluded talks with the envoy of Torvik. They were held at the request of both sides.",
        "It is too early to say. I hope that there will be.",
    ]


def test_officials_without_a_name_speak_by_what_they_are_called(annotate: Annotate):
    page = annotate(
        "MODERATOR: This is on background.\n\n**SENIOR MINISTRY OFFICIAL ONE:** We are here to test the plan.\n\n"
        "**QUESTION:** Who is on the delegation?\n\n**SENIOR MINISTRY OFFICIAL TWO:** We brought experts on bridges.",
        title="Background Briefing on the talks",
    )
    assert [who for who, _ in turns(page)] == ["SENIOR MINISTRY OFFICIAL ONE", "SENIOR MINISTRY OFFICIAL TWO"]


@pytest.mark.parametrize(
    "text",
    [
        "KEY POINTS:\n\nDale: We will not give up the bridge\n\nPetrova: Torvik wants a deal\n\nDale: We are ready",
        "PORT VARNA: Foreign Minister Ana Petrova met the envoy on Monday.\n\nORSA: The envoy Jon Dale left on "
        "Tuesday.\n\nNote: We no longer update this page.",
        "The race:\n\nPetrova: The minister leads in the north.\n\nDale: The envoy hopes for the south.\n\nPetrova: "
        "She has money.\n\nDale: He has none.",
        "Foreign Minister: Ana Petrova\n\nDefence Minister: Jon Dale\n\nAgenda: The truce, the bridge, the map.",
        "After the press conference of President Ana Petrova on Monday much is open.\n\nQ: Who signed?\n\nA: Both "
        "sides did, Maretia and Torvik.\n\nQ: Is the accord binding?\n\nA: The council will have to decide on it.",
        "Q: What is in the accord?\n\nA: The armies withdraw from the bridge, and the council decides on the map.",
    ],
)
def test_headings_datelines_and_lists_are_nobodys_turns(annotate: Annotate, text: str):
    assert turns(annotate(text, title="Lantern summit: what is known so far")) == []


def test_what_a_report_tells_after_the_last_turn_is_its_own(annotate: Annotate):
    page = annotate(
        "The two clashed on air.\n\nANA PETROVA: We never closed the bridge. Our soldiers opened it.\n\nJON DALE: "
        "I was there, and it was closed.\n\nANA PETROVA: You were not there, and we have the pictures.\n\nThe bridge "
        "has been closed for a year, according to the council."
    )
    assert [who for who, _ in turns(page)] == ["ANA PETROVA", "JON DALE", "ANA PETROVA"]
    assert not any("closed for a year" in words for _, words in turns(page))
