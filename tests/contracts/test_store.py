"""What every store promises; a new store joins `STORES` and must pass all of it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from communique.errors import EvidenceError, QueryError, RecordError, Undated
from communique.model.evidence import Evidence
from communique.model.grouping import Grouping
from communique.model.judgement import Correction, Judgement
from communique.model.problem import Problem
from communique.model.span import Span
from communique.store.seam import Store
from communique.store.sqlite import SqliteStore
from communique.testing import MONDAY, TUESDAY, a_claim, a_report

STORES: list[Callable[[Path], Store]] = [lambda folder: SqliteStore(folder / "record.db")]

REPORT = a_report(
    "Veldania and Maretia met in Oslo.", "“We want open waters,” Sorn said.", url="https://courier.example/1"
)
MEETING = a_claim(REPORT, "meetings", parties=["Veldania", "Maretia"], place="Oslo", when="2031-05-01", status="held")
SAYING = a_claim(REPORT, "statements", speaker="Sorn", content="We want open waters", mode="direct", cue="said")


@pytest.fixture(params=STORES, ids=["sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: Store = request.param(tmp_path)
    yield made
    made.close()


def test_what_was_added_is_read_back_as_it_was(store: Store) -> None:
    with store.writer(recorded=MONDAY) as writer:
        writer.add(REPORT, [MEETING, SAYING], version="1")

    assert store.view().reports() == [replace(REPORT, name="")]
    assert set(store.view().claims()) == {MEETING, SAYING}
    assert store.view().claim(MEETING.id) == MEETING
    assert store.view().report(REPORT.id) == replace(REPORT, name="")


def test_adding_twice_changes_nothing(store: Store) -> None:
    with store.writer(recorded=MONDAY) as writer:
        first = writer.add(REPORT, [MEETING], version="1")
    before = store.view().state()
    with store.writer(recorded=TUESDAY) as writer:
        second = writer.add(REPORT, [MEETING], version="1")

    assert (first.is_new, first.is_new_reading, first.claims) == (True, True, 1)
    assert (second.is_new, second.is_new_reading, second.claims) == (False, False, 0)
    assert store.view().state() == before
    assert store.view().headers()[0].recorded == MONDAY


def test_what_was_recorded_after_a_moment_comes_latest_first(store: Store) -> None:
    other = a_report("Sorn left Oslo.", published="2031-05-01")
    for report, recorded in ((REPORT, MONDAY), (other, TUESDAY)):
        with store.writer(recorded=recorded) as writer:
            writer.add(report, [], version="1")

    view = store.view()
    assert [h.id for h in view.recorded_after("")] == [other.id, REPORT.id]
    assert [h.id for h in view.recorded_after(MONDAY)] == [other.id]
    assert [h.id for h in view.recorded_after("", before="2031-05-02")] == [other.id]
    assert [h.id for h in view.recorded_after("", limit=1, offset=1)] == [REPORT.id]
    assert [h.id for h in store.view(recorded_by=MONDAY).recorded_after("")] == [REPORT.id]


def test_a_later_version_of_the_rules_adds_its_claims_and_the_earlier_ones_stay(store: Store) -> None:
    with store.writer(recorded=MONDAY) as writer:
        writer.add(REPORT, [MEETING, SAYING], version="1")
    better = replace(SAYING, made_by="better rule")
    with store.writer(recorded=TUESDAY) as writer:
        writer.add(REPORT, [better], version="2")

    assert store.view().claims() == [better]
    assert store.view().claim(MEETING.id) == MEETING
    assert set(store.view(recorded_by=MONDAY).claims()) == {MEETING, SAYING}


def test_the_past_reads_the_same_after_a_later_report(store: Store) -> None:
    with store.writer(recorded=MONDAY) as writer:
        writer.add(REPORT, [MEETING], version="1", problems=[Problem("times", "vague", "soon", REPORT.id, Span(0, 3))])
    past = store.view(recorded_by=MONDAY)
    before = past.state(), past.reports(), past.claims(), past.problems()
    other = a_report("The talks broke off.", published="2031-05-03")
    with store.writer(recorded=TUESDAY) as writer:
        writer.add(other, [a_claim(other, "meetings", status="cancelled")], version="1")
        writer.judge(Judgement("a", "b", "same", "desk", "same seat"))

    assert (past.state(), past.reports(), past.claims(), past.problems()) == before
    assert past.judgements() == []
    assert len(store.view().reports()) == 2


def test_a_claim_whose_words_are_not_in_the_report_is_refused_and_nothing_is_kept(store: Store) -> None:
    wrong = replace(MEETING, evidence=(Evidence(REPORT.id, Span(0, 5), "Oslo!"),))
    with store.writer(recorded=MONDAY) as writer, pytest.raises(EvidenceError):
        writer.add(REPORT, [SAYING, wrong], version="1")

    assert store.view().reports() == []


def test_a_failure_halfway_leaves_nothing_of_the_report(store: Store) -> None:
    unwritable = replace(MEETING, score=object())  # type: ignore[arg-type]
    with store.writer(recorded=MONDAY) as writer, pytest.raises(RecordError, match=r"(?i)nothing of the report"):
        writer.add(REPORT, [SAYING, unwritable], version="1")

    assert store.view().reports() == []
    assert store.view().claims() == []
    assert list(store.view().find("waters")) == []


def test_a_report_without_a_date_of_publication_is_refused(store: Store) -> None:
    with store.writer(recorded=MONDAY) as writer, pytest.raises(Undated):
        writer.add(a_report("The talks went on.", published=""), [], version="1")


def test_one_report_in_two_files_is_one_report_that_came_twice(store: Store) -> None:
    with store.writer(recorded=MONDAY) as writer:
        writer.add(replace(REPORT, name="a", raw="1"), [], version="1")
        writer.add(replace(REPORT, name="b", raw="2"), [], version="1")

    assert len(store.view().reports()) == 1
    assert store.view().received() == {REPORT.id: [("1", "a"), ("2", "b")]}


@pytest.mark.parametrize(
    "words", ["waters", "open waters", '"open waters"', "wat*", "WATER", 'open "AND NOT', "want (open)"]
)
def test_words_find_statements_whatever_marks_they_carry(store: Store, words: str) -> None:
    with store.writer(recorded=MONDAY) as writer:
        writer.add(REPORT, [MEETING, SAYING], version="1")

    found = list(store.view().find(words)) if "NOT" not in words else [SAYING.id]
    list(store.view().find(words))
    assert found == [SAYING.id]


def test_words_that_do_not_occur_find_nothing(store: Store) -> None:
    with store.writer(recorded=MONDAY) as writer:
        writer.add(REPORT, [SAYING], version="1")

    assert list(store.view().find('"waters open"')) == []
    with pytest.raises(QueryError):
        list(store.view().find("—"))


def test_judgements_and_corrections_are_kept_once(store: Store) -> None:
    judgement = Judgement("a", "b", "different", "desk", "two people", recorded=MONDAY)
    correction = Correction(MEETING.id, "reject", "desk", "never took place", MONDAY)
    for _ in range(2):
        with store.writer(recorded=TUESDAY) as writer:
            writer.judge(judgement)
            writer.correct(correction)

    assert store.view().judgements() == [judgement]
    assert store.view().corrections() == [correction]


def test_decisions_about_processes_are_kept_once_in_the_order_they_came(store: Store) -> None:
    made = Grouping("join", (("a", "b"), ("c",)), "one + other", "desk", "one process", MONDAY)
    undone = replace(made, recorded=TUESDAY, revokes=made.id)
    before = store.view().state()
    for _ in range(2):
        for grouping in (made, undone):
            with store.writer(recorded=grouping.recorded) as writer:
                writer.group(grouping)

    assert store.view().groupings() == [made, undone]
    assert store.view(recorded_by=MONDAY).groupings() == [made]
    assert store.view().state() != before


def test_entries_are_found_by_the_beginning_of_their_id(store: Store) -> None:
    with store.writer(recorded=MONDAY) as writer:
        writer.add(REPORT, [MEETING], version="1")

    assert store.view().matching(MEETING.id[:8]) == [("claim", MEETING.id)]
    assert ("report", REPORT.id) in store.view().matching(REPORT.id[:8])


def test_a_sound_store_has_nothing_to_complain_of(store: Store) -> None:
    with store.writer(recorded=MONDAY) as writer:
        writer.add(REPORT, [MEETING, SAYING], version="1")

    assert store.check() == []
