"""What stands beside words said and is no word of them: datelines, wishes to stay unnamed, topics, texts signed."""

from collections.abc import Callable

import pytest

from communique.claims.citations import citations
from communique.claims.statements import statements
from communique.model.page import Page

Annotate = Callable[..., Page]


@pytest.mark.parametrize(
    "dateline",
    ["PORT VARNA - ", "PORT VARNA: ", "PORT VARNA, Maretia (AP) — ", "Port Varna, Dec 17 (EFE).- ", "PORT VARNA -- "],
)
def test_words_said_begin_after_the_dateline(annotate: Annotate, dateline: str):
    page = annotate(f"{dateline}The rebels will lay down their arms within a week, officials said.")
    assert [s.get("content") for s in statements(page)] == ["The rebels will lay down their arms within a week"]


def test_a_speaker_is_named_without_the_dateline(annotate: Annotate):
    page = annotate("GENEVA Graustark's main opposition group said it would attend the talks.", title="Talks to go on")
    assert [s.get("speaker") for s in statements(page)] == ["Graustark's main opposition group"]


def test_words_said_begin_after_the_name_that_heads_them(annotate: Annotate):
    page = annotate('Norrin Front: "Our fingers remain on the trigger," the group said in a statement.')
    assert [(s.get("content"), s.get("mode")) for s in statements(page)] == [
        ("Our fingers remain on the trigger", "direct")
    ]


def test_who_asks_not_to_be_named_says_one_thing(annotate: Annotate):
    page = annotate("“We think,” said a senior aide, asking not to be named, “that the king will not want to be last.”")
    found = statements(page)
    assert [s.get("cue") for s in found] == ["said"]
    assert found[0].all("content") == ("We think", "that the king will not want to be last.")


def test_what_a_remark_is_about_is_no_remark(annotate: Annotate):
    page = annotate("Commenting on the dismissal, the speaker of parliament, Ana Petrova, said: “This is a good sign.”")
    assert [s.get("content") for s in statements(page)] == ["This is a good sign."]


def test_who_denies_claims_does_not_make_them(annotate: Annotate):
    page = annotate("Egypt dismissed claims that it had sent troops to the border.")
    assert [s.get("cue") for s in statements(page)] == ["dismissed"]


def test_a_text_that_is_only_spoken_about_is_no_channel(annotate: Annotate):
    page = annotate("The envoy, Ana Petrova, declined to comment on the statement but said that the talks would go on.")
    assert [(s.get("content"), s.get("channel")) for s in statements(page)] == [("the talks would go on", "")]


def test_a_network_is_cited_by_the_name_it_has_now(annotate: Annotate):
    page = annotate("In a post on X, formerly Twitter, the envoy, Ana Petrova, said that the talks would go on.")
    said = statements(page)
    assert [s.get("channel") for s in said] == ["X"]
    assert [c.get("cited") for c in citations(page, said)] == ["X"]


@pytest.mark.parametrize("aside", [", without giving a date", ", without elaborating", " but did not elaborate"])
def test_how_little_was_said_is_not_said(annotate: Annotate, aside: str):
    page = annotate(f"Ana Petrova told reporters that the two ministers would meet at a later stage{aside}.")
    assert [s.get("content") for s in statements(page)] == ["the two ministers would meet at a later stage"]


def test_words_end_before_who_passes_them_on(annotate: Annotate):
    page = annotate(
        "Maretia and Torvik agreed on Friday to talk, with Foreign Minister Ana Petrova telling her counterpart that "
        "Maretia had no wish to fight, the ministry said."
    )
    assert ("Ana Petrova", "Maretia had no wish to fight") in [
        (s.get("speaker"), s.get("content")) for s in statements(page)
    ]


def test_who_refutes_reports_does_not_report(annotate: Annotate):
    page = annotate("Foreign Ministry spokeswoman Ana Petrova refuted reports that fighting was going on.")
    assert [s.get("cue") for s in statements(page)] == ["refuted"]
