"""The record in Python: the same reports give the same record, and any moment of it can be asked about."""

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import communique
from communique import Record
from communique.errors import QueryError
from communique.model.claim import Claim
from communique.model.judgement import Correction
from communique.model.plain import plain
from communique.model.report import Report
from communique.testing import MONDAY, TUESDAY, a_claim, a_report
from talks import story

STORY = story()
Kept = tuple[Report, list[Claim]]


def filled(path: Path, kept: Iterable[Kept], recorded: str = MONDAY) -> Record:
    record = Record.open(path)
    for report, claims in kept:
        record.keep(report, claims, version="1", recorded=recorded)
    return record


def exported(kept: Iterable[Kept], recorded: str = MONDAY) -> str:
    with TemporaryDirectory() as folder, filled(Path(folder, "r.db"), kept, recorded) as record:
        return "\n".join(record.export())


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return filled(tmp_path_factory.mktemp("record") / "r.db", STORY)


EXPORT = exported(STORY)


@settings(max_examples=25, deadline=None)
@given(st.permutations(STORY), st.sampled_from([MONDAY, TUESDAY]))
def test_reports_in_any_order_on_any_day_give_the_same_export(kept: list[Kept], recorded: str) -> None:
    assert exported(kept, recorded) == EXPORT


@settings(max_examples=10, deadline=None)
@given(st.lists(st.sampled_from(STORY), max_size=12))
def test_reports_added_again_give_the_same_export(again: list[Kept]) -> None:
    assert exported([*again, *STORY, *again]) == EXPORT


@settings(max_examples=25, deadline=None)
@given(st.sets(st.integers(0, len(STORY) - 1)), st.permutations(range(len(STORY))))
def test_what_was_recorded_by_monday_is_the_record_of_monday(first: set[int], order: list[int]) -> None:
    with TemporaryDirectory() as folder:
        record = filled(Path(folder, "r.db"), [STORY[i] for i in first])
        for number in order:
            record.keep(*STORY[number], version="1", recorded=TUESDAY)
        then = "\n".join(record.at(recorded_by=MONDAY).export())
        record.close()
    assert then == exported([STORY[i] for i in sorted(first)])


@settings(max_examples=25, deadline=None)
@given(st.integers(5, 26))
def test_what_was_known_by_a_day_is_the_record_of_what_was_published_by_then(day: int) -> None:
    asked = f"2031-05-{day:02}"
    with TemporaryDirectory() as folder, filled(Path(folder, "r.db"), STORY) as record:
        known = record.at(known_by=asked)
        then = [known.timeline(), known.who(), known.said(), known.sources(), known.disputes(), known.proposals()]
    published = [(r, c) for r, c in STORY if r.published <= asked]
    with TemporaryDirectory() as folder, filled(Path(folder, "r.db"), published) as record:
        alone = [
            record.timeline(),
            record.who(),
            record.said(),
            record.sources(),
            record.disputes(),
            record.proposals(),
        ]
    assert then == alone


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(STORY), min_size=1, max_size=4), st.lists(st.sampled_from(STORY), max_size=4))
def test_views_asked_between_additions_do_not_change_the_record(first: list[Kept], later: list[Kept]) -> None:
    with TemporaryDirectory() as folder, filled(Path(folder, "r.db"), first) as record:
        record.timeline()
        for report, claims in later:
            record.keep(report, claims, version="1", recorded=TUESDAY)
        seen = "\n".join(record.export())
    assert seen == exported([*first, *later])


def test_kept_facts_are_those_worked_out_afresh(record: Record) -> None:
    record.timeline()
    assert record.at().timeline() == record.at(recorded_by=TUESDAY).timeline()
    assert record.at().disputes() == record.at(recorded_by=TUESDAY).disputes()
    assert record.said("coast") == record.at(recorded_by=TUESDAY).said("coast")


def test_the_timeline_can_be_asked_for_days_and_sides(record: Record) -> None:
    assert [r.when for r in record.timeline()] == ["2031-05-05", "2031-05-22", ""]
    assert [r.when for r in record.timeline(since="2031-05-06")] == ["2031-05-22"]
    assert [r.when for r in record.timeline(until="2031-05-05", party="Norway")] == ["2031-05-05"]
    assert record.timeline(party="Ilva Sorn")[0].sources[0].outlet == "The Courier"


def test_a_name_that_the_record_does_not_know_is_said_so(record: Record) -> None:
    with pytest.raises(QueryError, match="Ruritania"):
        record.timeline(party="Ruritania")


def test_a_seat_is_held_from_its_first_report_until_nobody_has_confirmed_it_for_long(record: Record) -> None:
    assert [r.person for r in record.who(on="2031-05-06")] == ["Ilva Sorn"]
    assert record.who(on="2031-05-01") == []
    assert record.who(on="2034-05-06") == []
    assert [r.role for r in record.who(name="sorn")] == ["head of the delegation"]


def test_statements_are_found_by_words_speaker_and_day(record: Record) -> None:
    assert [r.speaker for r in record.said('"Salt Coast"')] == ["Ilva Sorn"]
    assert [r.speaker for r in record.said(by="Kest")] == ["Darro Kest"]
    assert record.said(by="Kest", since="2031-06-01") == []


def test_a_step_is_pending_then_overdue_and_a_meeting_that_took_place_keeps_it(record: Record) -> None:
    def states(day: str) -> dict[str, str]:
        return {r.what: r.state for r in record.next_steps(as_of=day, every=True)}

    assert states("2031-05-08") == {}
    assert states("2031-05-10") == {"a list of prisoners": "pending", "A second round": "pending"}
    assert states("2031-05-13") == {"a list of prisoners": "overdue", "A second round": "postponed"}
    assert states("2031-05-23") == {"a list of prisoners": "overdue", "A second round": "kept"}
    assert [r.what for r in record.next_steps(as_of="2031-05-23")] == ["a list of prisoners"]


def test_a_journey_is_made_when_a_visit_that_goes_on_began_on_its_day(tmp_path: Path) -> None:
    told = "Sorn will travel to Oslo on Sunday."
    first = a_report(told, published="2031-05-03")
    who = {"parties": ["NOR"], "participants": ["Ilva Sorn"], "place": "Oslo", "format": "visit"}
    planned = a_claim(first, "meetings", said=told, when="2031-05-04", status="scheduled", **who)
    step = a_claim(
        first,
        "next_steps",
        said=told,
        who=["NOR", "Ilva Sorn"],
        what="travel to Oslo on Sunday",
        kind="travel",
        where="Oslo",
        when="2031-05-04",
        modality="scheduled",
    )
    seen = "Sorn has been in Oslo since Sunday."
    later = a_report(seen, outlet="Wire", published="2031-05-05")
    there = a_claim(later, "meetings", said=seen, when="2031-05-04/..", status="under_way", **who)
    with filled(tmp_path / "record.db", [(first, [planned, step]), (later, [there])]) as record:
        assert [row.state for row in record.next_steps(as_of="2031-05-06", every=True)] == ["kept"]


def test_no_report_copies_itself_when_a_decision_is_dated_before_the_reports(tmp_path: Path) -> None:
    with filled(tmp_path / "record.db", STORY) as record:
        record.timeline()
        record.signed("Ada Quill", recorded="2026-01-01T00:00:00Z").retract(STORY[0][0].id)
        assert all(row.copy_of != row.id for row in record.sources())


def test_sources_show_copies_and_credits(record: Record) -> None:
    rows = {(r.outlet, r.published): r for r in record.sources()}
    assert rows["Harbour Daily", "2031-05-06"].copy_outlet == "The Courier"
    assert [c.cited for c in rows["Radio Skerry", "2031-05-07"].credits] == ["Courier"]


def test_an_entry_is_shown_with_every_word_in_context(record: Record) -> None:
    meeting = record.timeline()[0]
    entry = record.show(meeting.id[:8])
    texts = {r.id: r.text for r, _ in STORY}
    passages = [p for f in entry.fields for p in f.passages]

    assert {f.role for f in entry.fields} >= {"parties", "place", "when", "evidence"}
    assert passages
    for passage in passages:
        assert texts[passage.report][passage.start : passage.end] == passage.words
        assert f"{passage.before}{passage.words}{passage.after}" in texts[passage.report]


def test_claims_entities_and_reports_can_be_shown_too(record: Record) -> None:
    claim, report = STORY[0][1][0], STORY[0][0]
    assert record.show(claim.id).kind == "meetings"
    assert record.show(report.id).title == report.title
    (sorn,) = [json.loads(line) for line in record.export() if '"type":"entity"' in line and "Ilva Sorn" in line]
    assert record.show(sorn["id"]).title == "Ilva Sorn"


@pytest.mark.parametrize("id", ["", "abc", "zzzzzzzz"])
def test_an_id_that_names_nothing_is_said_so(record: Record, id: str) -> None:
    with pytest.raises(QueryError):
        record.show(id)


def test_a_rejected_claim_leaves_the_facts_and_stays_in_the_record(tmp_path: Path) -> None:
    report, claims = STORY[2]
    with filled(tmp_path / "r.db", [(report, claims)]) as record:
        assert len(record.timeline()) == 1
        rejected = Correction(claims[1].id, "reject", "desk", "never took place", TUESDAY)
        record.correct(rejected)
        assert record.timeline() == []
        assert record.show(claims[1].id).kind == "meetings"
        record.keep(report, claims, version="2", recorded=TUESDAY)
        assert record.timeline() == []
        record.correct(Correction(claims[1].id, "reject", "desk", "an error", TUESDAY, revokes=rejected.id))
        assert len(record.timeline()) == 1


def test_an_id_that_a_fact_once_had_leads_to_it_when_another_report_comes_to_be_its_first(tmp_path: Path) -> None:
    said = "The delegations of Veldania and Maretia opened talks in Oslo on Monday."

    def keep(record: Record, outlet: str, published: str) -> None:
        report = a_report(said, outlet=outlet, published=published)
        met = {"parties": ["Veldania", "Maretia"], "place": "Oslo", "when": "2031-05-05", "status": "held"}
        record.keep(report, [a_claim(report, "meetings", said=said, **met)], version="1", recorded=MONDAY)

    with Record.open(tmp_path / "r.db") as record:
        keep(record, "The Courier", "2031-05-06")
        (before,) = record.meetings()
        keep(record, "Alpha Agency", "2031-05-05")
        (after,) = record.meetings()
        assert after.id != before.id
        for id in (before.id, before.id[:8]):
            assert record.show(id) == record.show(after.id)
        assert record.meeting(before.id) == record.meeting(after.id)
        assert record.at().chain(before.id) == record.at().chain(after.id)


def test_the_brief_numbers_every_line_to_its_sources(record: Record) -> None:
    brief = record.brief(since="2031-05-20")
    lines = [line for line in brief.splitlines() if line.startswith("- ")]
    assert lines
    assert all(re.search(r"\[\d+\]", line) for line in lines)
    assert brief.count("## Sources") == 1
    assert "Northern Wire, 2031-05-23" in brief


@pytest.mark.parametrize(
    "ask",
    [Record.timeline, Record.who, Record.said, Record.positions, Record.proposals, Record.next_steps, Record.disputes],
)
def test_every_row_is_json_and_names_outlet_date_and_words(
    record: Record, ask: Callable[[Record], list[object]]
) -> None:
    rows = ask(record)
    assert rows
    for row in rows:
        written = json.dumps(plain(row))
        assert all(f'"{key}": "' in written for key in ("outlet", "published", "quote"))


def test_an_empty_record_answers_everything_with_nothing(tmp_path: Path) -> None:
    with Record.open(tmp_path / "r.db") as record:
        views = record.timeline(), record.who(), record.said(), record.positions(), record.proposals(), record.sources()
        assert views == ([], [], [], [], [], [])
        assert record.next_steps() == []
        assert record.disputes() == []
        assert record.brief().startswith("# Brief")
        assert len(list(record.export())) == 1


def test_the_package_names_what_is_public() -> None:
    assert all(getattr(communique, name).__name__ == name for name in communique.__all__)
    assert list(communique.__all__) == sorted(communique.__all__)


@pytest.mark.parametrize("ask", ["next_steps", "proposals", "disputes"])
def test_lists_can_be_narrowed_to_a_side_or_person(record: Record, ask: str) -> None:
    rows = {row.id for row in getattr(record.at(), ask)()}
    named = {e.party for e in record.positions()} | {e.speaker for e in record.said()}
    parts = {name: {row.id for row in getattr(record.at(), ask)(party=name)} for name in sorted(named)}
    assert all(found <= rows for found in parts.values())
    assert any(found < rows for found in parts.values())
