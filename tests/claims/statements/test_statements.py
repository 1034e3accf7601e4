"""Statements: speakers, channels, texts published as such."""

from collections.abc import Callable

import pytest

from communique.claims.statements import statements
from communique.model.page import Page

Annotate = Callable[..., Page]


def test_a_person_is_written_by_the_fullest_name(annotate: Annotate):
    page = annotate("French President Jacques Chirac met the envoys. Chirac said that the door was open.")
    assert [s.get("speaker") for s in statements(page)] == ["Jacques Chirac"]


def test_a_pronoun_is_who_it_stands_for(annotate: Annotate):
    page = annotate("“We are ready,” Jacques Chirac said. He added that a date had been fixed.")
    assert {s.get("speaker") for s in statements(page)} == {"Jacques Chirac"}


def test_a_ministry_speaks_for_its_state(annotate: Annotate):
    page = annotate("The French Foreign Ministry said that the border would stay open.")
    assert statements(page)[0].get("speaker") == "FRA"


def test_joint_speakers_make_one_statement_each(annotate: Annotate):
    page = annotate("France and Germany called for an immediate ceasefire in the valley.")
    assert {s.get("speaker") for s in statements(page)} == {"FRA", "DEU"}


def test_an_unnamed_official_stays_as_described(annotate: Annotate):
    page = annotate("A senior French official said that the talks would resume. The official said a date was fixed.")
    assert {s.get("speaker") for s in statements(page)} == {"A senior French official"}


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("“We agree,” Jacques Chirac said in a statement.", "statement"),
        ("“We agree,” Jacques Chirac said at a news conference.", "news conference"),
        ("“We agree,” Jacques Chirac wrote on Telegram.", "Telegram"),
    ],
)
def test_the_channel_stands_beside_the_cue(annotate: Annotate, text: str, channel: str):
    assert [s.get("channel") for s in statements(annotate(text))] == [channel]


def test_the_addressee_is_the_object_of_told(annotate: Annotate):
    found = statements(annotate("“We agree,” Jacques Chirac told reporters."))
    assert [s.get("to") for s in found] == ["reporters"]


def test_contents_and_evidence_stand_in_the_report(annotate: Annotate):
    page = annotate("“We agree,” Jacques Chirac said. “The rest,” he added, “is for the experts.”")
    found = statements(page)
    assert found
    for statement in found:
        for evidence in (*statement.evidence, *(a.evidence for a in statement.arguments)):
            evidence.verify(page.report.text)


def test_sentences_of_a_joint_statement_are_its_authors_words(annotate: Annotate):
    text = "Delegations of France and Germany met in Oslo on Monday. The discussions covered trade and energy."
    page = annotate(text, title="Joint Statement of France and Germany")
    found = statements(page)
    assert {s.get("speaker") for s in found} == {"FRA", "DEU"}
    assert {s.get("mode") for s in found} == {"direct"}


def test_a_report_without_sayings_has_no_statements(annotate: Annotate):
    assert statements(annotate("The delegations of France and Germany arrived in Oslo on Monday.")) == ()
