"""Every sentence of a report is accounted for exactly once: read, left out with a reason, or failed."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique import pipeline
from communique.claims import meetings
from communique.claims.meetings.folding import fold
from communique.explain.account import COPY, account
from communique.explain.told import SCORED
from communique.explain.values import FAILED, NOTHING, READ, SKIPPED, Account
from communique.language.annotator import DefaultAnnotator
from communique.model.report import Report
from communique.pipeline import Read, read
from communique.reading.files import read_files

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "examples" / "lantern-islands", ROOT / "tests" / "golden" / "no_talks")
LINES = (
    "Envoys of Norway and Oman met in Oslo on Monday.",
    "“It was a good day,” said Norwegian envoy Kari Lund.",
    "Oman rejects the ceasefire, Foreign Minister Said Harthy told reporters.",
    "The next round will be held in Muscat on 12 May 2031.",
    "Photo: a quay at dusk",
    "Rain fell on the harbour.",
    "Envoys meet",
    "!!!",
)


def passages(found: Account) -> list[tuple[int, int]]:
    return [(s.words.start, s.words.end) for s in found.sentences]


def explained(annotator: DefaultAnnotator, text: str, *, title: str = "Envoys meet") -> tuple[Read, Account]:
    (result,) = read([Report("The Courier", "2031-05-06", title, f"{title}\n\n{text}")], annotator)
    return result, account(result)


@pytest.fixture(scope="module")
def results(annotator: DefaultAnnotator) -> list[Read]:
    return list(read([r for r in read_files([str(f) for f in FOLDERS]) if isinstance(r, Report)], annotator))


def test_every_sentence_of_the_examples_is_accounted_for_exactly_once(results: list[Read]) -> None:
    assert len(results) > 15
    for result in results:
        assert result.reading is not None
        found = account(result)
        assert passages(found) == [(s.start, s.end) for s in result.reading.sentences]
        assert [s.number for s in found.sentences] == list(range(1, len(found.sentences) + 1))
        for sentence in found.sentences:
            assert sentence.status in (READ, NOTHING, SKIPPED, FAILED)
            assert sentence.reason
            assert result.report.text[sentence.words.start : sentence.words.end] == sentence.words.text


def test_every_word_of_a_report_stands_in_some_sentence(results: list[Read]) -> None:
    for result in results:
        covered = set().union(*(range(start, end) for start, end in passages(account(result))))
        assert not [c for at, c in enumerate(result.report.text) if c.isalnum() and at not in covered]


def test_every_entry_is_told_where_its_evidence_stands(results: list[Read]) -> None:
    for result in results:
        found = account(result)
        assert {e.id for s in found.sentences for e in s.entries} == {c.id for c in result.claims}
        for entry, sentence in ((e, s) for s in found.sentences for e in s.entries):
            (claim,) = (c for c in result.claims if c.id == entry.id)
            assert any(e.span.start < sentence.words.end and sentence.words.start < e.span.end for e in claim.evidence)
            assert [(f.role, f.value, f.words.text) for f in entry.fields] == [
                (a.role, a.value, a.evidence.quote) for a in claim.arguments
            ]


def test_of_every_scored_entry_the_model_says_what_decided(results: list[Read]) -> None:
    for result in results:
        for entry in (e for s in account(result).sentences for e in s.entries):
            assert (entry.weighing is not None) == (entry.kind in SCORED)
            if entry.weighing is not None:
                assert entry.weighing.score >= entry.weighing.threshold
                assert entry.weighing.speaks_for or entry.weighing.speaks_against


def test_a_rejected_candidate_is_no_entry_and_is_told_once(results: list[Read]) -> None:
    told = 0
    for result in results:
        rejected = [r for s in account(result).sentences for r in s.rejected]
        assert not {r.id for r in rejected} & {c.id for c in result.claims}
        assert all(r.rejected and r.weighing is not None for r in rejected)
        told += len(rejected)
    assert told > 20


@given(st.lists(st.sampled_from(LINES), max_size=7), st.booleans())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_accounted_for_exactly_once(annotator: DefaultAnnotator, lines: list[str], titled: bool) -> None:
    result, found = explained(annotator, "\n\n".join(lines), title="Envoys meet" if titled else "")
    assert result.reading is not None
    assert passages(found) == [(s.start, s.end) for s in result.reading.sentences]
    assert {e.id for s in found.sentences for e in s.entries} == {c.id for c in result.claims}


def test_meetings_are_found_once_for_all_that_is_told_of_them(
    annotator: DefaultAnnotator, monkeypatch: pytest.MonkeyPatch
) -> None:
    folded = []
    monkeypatch.setattr(meetings, "fold", lambda found, model: folded.append(1) or fold(found, model))
    text = "Maretia and Torvik held talks in Oslo on Monday. Their foreign ministers will meet in Rhodes on 20 May."
    (result,) = read([Report("The Courier", "2031-05-02", "", text)], annotator)
    folded.clear()
    assert account(result).sentences
    assert len(folded) == 1


def test_the_title_over_again_is_skipped_and_says_so(annotator: DefaultAnnotator) -> None:
    _, found = explained(annotator, "Rain at the quay\n\nEnvoys of Norway and Oman met.", title="Rain at the quay")
    assert [(s.role, s.status) for s in found.sentences][1] == (COPY, SKIPPED)


def test_a_sentence_without_any_sign_says_what_it_lacks(annotator: DefaultAnnotator) -> None:
    _, found = explained(annotator, "Rain fell on the harbour.")
    assert (found.sentences[1].status, found.sentences[1].reason[:16]) == (NOTHING, "no cue of saying")
    assert "nobody is named" in found.sentences[1].reason


def test_a_sentence_said_before_names_the_earlier_one(annotator: DefaultAnnotator) -> None:
    _, found = explained(annotator, "Rain fell on the harbour.\n\nIt was cold.\n\nRain fell on the harbour.")
    assert found.sentences[3].reason == "says again what sentence 2 says"


def test_words_that_only_go_on_a_quotation_are_part_of_its_statement(annotator: DefaultAnnotator) -> None:
    _, found = explained(
        annotator, "“It was a good day,” said Norwegian envoy Kari Lund. “We shall come back soon to Oslo.”"
    )
    last = found.sentences[-1]
    assert (last.status, [p.roles for p in last.parts if p.kind == "statements"]) == (READ, [("content",)])


def test_a_report_that_could_not_be_annotated_has_failed_as_a_whole() -> None:
    class Broken:
        version = "broken"

        def annotate(self, reports: object) -> list[object]:
            raise ValueError("no such weights")

    (result,) = read([Report("", "2031-05-06", "", "Envoys met.")], Broken())  # type: ignore[arg-type]
    (only,) = account(result).sentences
    assert (only.status, only.words.text) == (FAILED, "Envoys met.")
    assert "annotator" in only.reason
    assert "no such weights" in only.reason


def test_a_stage_that_fails_is_named_at_every_sentence_that_got_nothing(
    annotator: DefaultAnnotator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def positions(*_: object) -> tuple[()]:
        raise KeyError("stance")

    monkeypatch.setattr(pipeline, "positions", positions)
    _, found = explained(annotator, "Envoys of Norway and Oman met in Oslo.\n\nRain fell on the harbour.")
    assert found.sentences[-1].status == FAILED
    assert found.sentences[-1].reason.startswith("positions (fault)")
    assert [s.status for s in found.sentences if s.entries] == [READ] * sum(bool(s.entries) for s in found.sentences)
    assert [p.stage for p in found.problems] == ["positions"]


def test_a_report_without_talks_says_what_was_not_looked_for(annotator: DefaultAnnotator) -> None:
    _, found = explained(annotator, "Harbour Foods said its profit rose by a tenth.", title="Profit rises")
    assert found.notes[0].endswith("dealings between sides: meetings, proposals, parties.")


def test_the_reading_behind_says_who_when_and_who_said_what(annotator: DefaultAnnotator) -> None:
    _, found = explained(annotator, "The envoy Kari Lund said on Monday: “We shall come back to Oslo.”")
    behind = found.sentences[1].behind
    assert behind is not None
    assert "Kari Lund" in {m.referent for m in behind.mentions}
    (time,) = behind.times
    assert (time.words.text, time.value, time.rule) == ("Monday", "2031-05-05", "times.weekday")
    (said,) = behind.attributions
    pieces = {p.part: p for p in said.pieces}
    assert pieces["cue"].words.text == "said"
    assert pieces["content"].quoted
    assert pieces["source"].relation == "nsubj of “said”"
