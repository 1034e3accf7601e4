"""Processes of talks in the record: what views say of them at any moment, and what people decide about them."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from communique import Record
from communique.errors import QueryError
from communique.export.jsonl import schema
from communique.model.claim import Claim
from communique.model.process import ProcessRow
from communique.model.report import Report
from communique.testing import MONDAY, TUESDAY, a_claim, a_report

WEDNESDAY = "2031-05-07T08:00:00Z"

Kept = tuple[Report, list[Claim]]


def told(day: str, *sides: str, published: str = "", **fields: str | list[str]) -> Kept:
    """A report of a day after a meeting on that day."""
    said = f"{' and '.join(sides)} met on {day}."
    report = a_report(said, "Nothing else was made known.", published=published or f"{day[:-1]}9")
    asked = {"format": "talks", "parties": list(sides), "when": day, "status": "held"} | fields
    return report, [a_claim(report, "meetings", said=said, **asked)]


PEOPLE = [("Ilva Sorn", "Veldania"), ("Darro Kest", "Maretia")]

STORY = [
    told("2031-01-05", "Veldania", "Maretia", place="Oslo", mediators=["NOR"], participants=["Ilva Sorn"]),
    told("2031-02-05", "Veldania", "Maretia", place="Oslo", participants=["Ilva Sorn", "Darro Kest"]),
    told("2031-03-05", "Veldania", "NOR", place="Bergen"),
    told("2031-04-05", "Veldania", "Maretia", place="Muscat", status="scheduled", participants=["Darro Kest"]),
    told("2031-02-01", "Veldania", "Chile"),
    told("2031-03-01", "Veldania", "Chile"),
]


def kept(path: Path, story: list[Kept]) -> Record:
    record = Record.open(path)
    for report, claims in story:
        record.keep(report, claims, version="1", recorded=MONDAY)
    first, _ = story[0]
    offices = [a_claim(first, "offices", person=p, role="envoy", country=c, status="current") for p, c in PEOPLE]
    record.keep(first, [*story[0][1], *offices], version="1b", recorded=MONDAY)
    return record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with kept(tmp_path / "record.db", STORY) as made:
        yield made


def named(record: Record, **asked: str) -> dict[str, ProcessRow]:
    return {row.name: row for row in record.processes(**asked)}


def days(record: Record, id: str, **asked: str) -> list[str]:
    return [m.when for m in record.process(id, **asked).meetings]


MAIN = "Maretia–Veldania talks, 2031"


def test_meetings_of_the_same_sides_are_one_process_with_the_latest_first(record: Record) -> None:
    main, other = record.processes()
    assert (main.name, main.sides, main.mediators) == (MAIN, ("Maretia", "Veldania"), ("NOR",))
    assert (main.since, main.until, main.meetings, main.held) == ("2031-01-05", "2031-04-05", 4, 3)
    assert main.places == ("Oslo", "Bergen", "Muscat")
    assert (other.name, other.meetings) == ("Chile–Veldania talks, 2031", 2)
    assert main.sources[0].quote == "Veldania and Maretia met on 2031-04-05."


def test_a_process_in_full_has_its_meetings_in_order_with_their_status(record: Record) -> None:
    page = record.process(named(record)[MAIN].id)
    assert [(m.when, m.status) for m in page.meetings] == [
        ("2031-01-05", "held"),
        ("2031-02-05", "held"),
        ("2031-03-05", "held"),
        ("2031-04-05", "scheduled"),
    ]
    assert all(m.sources[0].quote for m in page.meetings)


def test_who_took_part_for_each_side_is_told_with_the_days(record: Record) -> None:
    parts = record.process(named(record)[MAIN].id).parts
    people = {p.name: (p.side, p.meetings, p.first, p.last) for p in parts if p.role == "participants"}
    assert people == {
        "Ilva Sorn": ("Veldania", 2, "2031-01-05", "2031-02-05"),
        "Darro Kest": ("Maretia", 2, "2031-02-05", "2031-04-05"),
    }
    assert [p.name for p in parts if p.role == "mediators"] == ["NOR"]
    assert {p.name: p.meetings for p in parts if p.role == "place"} == {"Oslo": 2, "Bergen": 1, "Muscat": 1}


def test_what_its_reports_propose_and_what_is_due_stand_with_it(tmp_path: Path) -> None:
    report, claims = told("2031-05-05", "Veldania", "Maretia")
    claims += [
        a_claim(report, "proposals", name="border plan", authors=["Maretia"], status="under_discussion"),
        a_claim(report, "proposals", name="fishing pact", authors=["Chile"], status="proposed"),
        a_claim(report, "next_steps", who=["Maretia"], what="send a map", when="2031-05-20", modality="expected"),
        a_claim(report, "next_steps", who=["Chile"], what="vote", when="2031-05-20", modality="expected"),
    ]
    with kept(tmp_path / "record.db", [*STORY, (report, claims)]) as record:
        page = record.process(named(record)[MAIN].id)
        assert [p.name for p in page.proposals] == ["border plan"]
        assert [(s.what, s.state) for s in page.steps] == [("send a map", "pending")]
        assert record.process(named(record)[MAIN].id, as_of="2031-05-06").steps == ()


def test_a_page_of_the_meetings_is_counted_from_the_first(record: Record) -> None:
    id = named(record)[MAIN].id
    assert [m.when for m in record.process(id, limit=1, offset=2).meetings] == ["2031-03-05"]
    assert [r.name for r in record.processes(limit=1, offset=1)] == ["Chile–Veldania talks, 2031"]


def test_processes_are_asked_for_by_who_takes_part_and_by_day(record: Record) -> None:
    assert list(named(record, party="Maretia")) == [MAIN]
    assert list(named(record, party="Darro Kest")) == [MAIN]
    assert list(named(record, since="2031-03-02")) == [MAIN]
    with pytest.raises(QueryError):
        record.processes(party="Ruritania")


def test_an_id_may_be_cut_short_or_that_of_a_meeting(record: Record) -> None:
    id = named(record)[MAIN].id
    meeting = record.process(id).meetings[1].id
    assert record.process(id[:8]).process.id == record.process(meeting).process.id == id
    for wrong in ("ffffffff", id[:3], ""):
        with pytest.raises(QueryError, match="no process of talks"):
            record.process(wrong)


def test_each_clock_takes_its_part_away(record: Record) -> None:
    late = told("2031-04-20", "Veldania", "Maretia", published="2031-04-29")
    record.keep(*late, version="1", recorded=TUESDAY)
    id = named(record)[MAIN].id
    assert days(record, id)[-1] == "2031-04-20"
    assert days(record, id, as_of="2031-02-28") == ["2031-01-05", "2031-02-05"]
    assert [m.when for m in record.at(known_by="2031-03-09").process(id).meetings][-1] == "2031-03-05"
    assert [m.when for m in record.at(recorded_by=MONDAY).process(id).meetings][-1] == "2031-04-05"
    assert record.at(known_by="2031-01-31").processes() == []


def test_the_same_reports_give_the_same_processes_in_any_order(tmp_path: Path) -> None:
    found = []
    for number, story in enumerate((STORY, STORY[::-1], [*STORY[3:], *STORY[:3]])):
        with Record.open(tmp_path / f"{number}.db") as record:
            for report, claims in story:
                record.keep(report, claims, version="1", recorded=MONDAY)
            found.append(record.processes())
    assert found[0] == found[1] == found[2]


def test_a_day_on_which_nothing_is_dated_is_not_made_up(tmp_path: Path) -> None:
    story = [
        told(day, "Veldania", "Maretia", when="", place=at)
        for day, at in (("2031-01-05", "Oslo"), ("2031-03-05", "Rome"))
    ]
    with Record.open(tmp_path / "record.db") as record:
        for report, claims in story:
            record.keep(report, claims, version="1", recorded=MONDAY)
        (row,) = record.processes()
        assert (row.name, row.since, row.until) == ("Maretia–Veldania talks", "", "")


# -- what people decide


def test_a_process_is_renamed_and_that_undone(record: Record) -> None:
    id = named(record)[MAIN].id
    made = record.signed("Ada", recorded=TUESDAY).rename_process(id, "Salt Coast talks", reason="its usual name")
    row = named(record)["Salt Coast talks"]
    assert (row.id, row.is_named) == (id, True)
    assert [(d.action, d.by) for d in record.process(id).decisions] == [("rename", "Ada")]
    record.signed("Ben", recorded=WEDNESDAY).undo(made.id)
    assert not named(record)[MAIN].is_named
    listed = [(c.action, c.value, c.by, c.is_undone) for c in record.corrections()]
    assert listed == [("rename", "Salt Coast talks", "Ada", True), ("undo", "Salt Coast talks", "Ben", False)]
    with pytest.raises(QueryError, match="taken back already"):
        record.signed("Ben", recorded=WEDNESDAY).undo(made.id)


def test_processes_are_joined_and_known_by_either_id(record: Record) -> None:
    one, other = (row.id for row in record.processes())
    record.signed("Ada", recorded=TUESDAY).join_processes(other, one)
    (row,) = record.processes()
    assert (row.id, row.name, row.meetings) == (other, "Chile–Maretia–Veldania talks, 2031", 6)
    assert record.process(one).process.id == other
    assert days(record, one) == sorted(days(record, one))


def test_meetings_are_split_off_and_the_record_before_is_as_it_was(record: Record) -> None:
    id = named(record)[MAIN].id
    before = list(record.export())
    meetings = record.process(id).meetings
    made = record.signed("Ada", recorded=TUESDAY).split_process(id, meetings[2].id, meetings[3].id[:8])
    split = record.process(meetings[3].id).process
    assert (split.since, split.until) == ("2031-03-05", "2031-04-05")
    assert days(record, id) == ["2031-01-05", "2031-02-05"]
    assert list(record.at(recorded_by=MONDAY).export()) == before
    record.signed("Ada", recorded=WEDNESDAY).undo(made.id[:8])
    assert len(days(record, id)) == 4


def test_a_meeting_of_no_process_is_joined_to_one(record: Record) -> None:
    record.keep(*told("2031-04-25", "Peru", "Chile"), version="1", recorded=MONDAY)
    alone = record.timeline(party="Peru")[0].id
    id = named(record)[MAIN].id
    record.signed("Ada", recorded=TUESDAY).join_processes(id, alone)
    assert days(record, id)[-1] == "2031-04-25"
    of_other = record.process(named(record)["Chile–Veldania talks, 2031"].id).meetings[0].id
    with pytest.raises(QueryError, match="split it off first"):
        record.signed("Ada", recorded=TUESDAY).join_processes(id, of_other)


def test_a_later_reading_loses_no_decision(record: Record) -> None:
    id = named(record)[MAIN].id
    meetings = record.process(id).meetings
    signed = record.signed("Ada", recorded=TUESDAY)
    signed.rename_process(id, "Salt Coast talks")
    signed.split_process(id, meetings[3].id)
    for report, claims in STORY:
        said = claims[0].evidence[0].span
        cut = report.quote(replace(said, start=said.start + 2))
        other = [replace(a, value="Rome") if a.role == "place" else a for a in claims[0].arguments]
        anew = [replace(claims[0], evidence=(cut,), arguments=tuple(other)), *claims[1:]]
        record.keep(report, anew, version="2", recorded=WEDNESDAY)
    main = named(record)["Salt Coast talks"]
    assert (main.meetings, main.places[0]) == (3, "Rome")
    (split,) = [p for p in record.processes() if p.until == "2031-04-05"]
    assert (split.since, split.meetings) == ("2031-04-05", 1)


def test_a_meeting_that_is_rejected_takes_no_decision_with_it(record: Record) -> None:
    id = named(record)[MAIN].id
    signed = record.signed("Ada", recorded=TUESDAY)
    signed.rename_process(id, "Salt Coast talks")
    signed.reject(STORY[1][1][0].id)
    assert named(record)["Salt Coast talks"].meetings == 3


def test_a_meeting_that_comes_up_later_is_of_the_renamed_process(record: Record) -> None:
    record.signed("Ada", recorded=TUESDAY).rename_process(named(record)[MAIN].id, "Salt Coast talks")
    record.keep(*told("2030-12-05", "Veldania", "Maretia"), version="1", recorded=TUESDAY)
    assert named(record)["Salt Coast talks"].since == "2030-12-05"


def test_nothing_is_kept_of_a_decision_that_makes_no_sense(record: Record) -> None:
    id = named(record)[MAIN].id
    meetings = [m.id for m in record.process(id).meetings]
    foreign = record.process(named(record)["Chile–Veldania talks, 2031"].id).meetings[0].id
    signed = record.signed("Ada", recorded=TUESDAY)
    for decide in (
        lambda: signed.rename_process(id, "  "),
        lambda: signed.rename_process(id, "two\nlines"),
        lambda: signed.rename_process(id, "long" * 60),
        lambda: signed.rename_process("ffffffff", "Talks"),
        lambda: signed.join_processes(id),
        lambda: signed.join_processes(id, id),
        lambda: signed.split_process(id),
        lambda: signed.split_process(id, *meetings),
        lambda: signed.split_process(id, foreign),
    ):
        with pytest.raises(QueryError):
            decide()
    assert record.corrections() == []


def test_the_export_holds_processes_and_decisions_as_the_schema_says(record: Record) -> None:
    id = named(record)[MAIN].id
    made = record.signed("Ada", recorded=TUESDAY).rename_process(id, "Salt Coast talks")
    lines = [json.loads(line) for line in record.export()]
    validator = Draft202012Validator(schema())
    for line in lines:
        validator.validate(line)
    (decided,) = [line for line in lines if line["type"] == "grouping"]
    assert (decided["id"], decided["about"], decided["name"]) == (made.id, MAIN, "Salt Coast talks")
    exported = {line["id"]: line for line in lines if line["type"] == "process"}
    facts = {line["id"] for line in lines if line["type"] == "fact"}
    assert exported[id]["decisions"] == [made.id]
    assert [m.id for m in record.process(id).meetings] == exported[id]["meetings"]
    assert facts.issuperset(exported[id]["meetings"])


def test_what_was_worked_out_is_kept_until_the_record_changes(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with kept(path, STORY) as record:
        first = record.processes()
        assert record.processes() == first
        assert record.processes(as_of="2031-02-28") != first
        late = told("2031-04-20", "Veldania", "Maretia", published="2031-04-29")
        record.keep(*late, version="1", recorded=MONDAY)
        assert named(record)[MAIN].meetings == 5
        assert record.at(known_by="2031-04-09").processes() == first


def test_sides_that_meet_again_after_years_have_a_process_for_each_time(tmp_path: Path) -> None:
    days_of = [["2031-01-05", "2031-02-05"], ["2033-06-05", "2033-07-05"], ["2036-01-05", "2036-12-25"]]
    story = [told(day, "Veldania", "Maretia") for met in days_of for day in met]
    with kept(tmp_path / "record.db", [*story, told("2033-06-25", "Chile", "Ruritania")]) as record:
        rows = record.processes()
        assert [days(record, row.id) for row in rows] == days_of[::-1]
        assert [days(record, row.id, as_of="2036-02-01") for row in rows[1:]] == days_of[1::-1]
        meetings = [[m.id for m in record.process(row.id).meetings] for row in rows]
        found = [[record.at().meeting(id).process for id in ids] for ids in meetings]
        assert found == [[row, row] for row in rows]
        alone = next(row for row in record.timeline() if "Chile" in row.parties)
        assert record.at().meeting(alone.id).process is None
        assert record.at().meeting(meetings[0][1], as_of="2036-02-01").process is None


def test_a_page_about_a_process_follows_what_comes_up_and_what_is_decided(record: Record) -> None:
    id = named(record)[MAIN].id
    assert len(days(record, id)) == 4
    record.keep(*told("2031-04-20", "Veldania", "Maretia", published="2031-04-29"), version="1", recorded=MONDAY)
    assert len(days(record, id)) == 5
    signed = record.signed("Ada", recorded=TUESDAY)
    signed.split_process(id, record.process(id).meetings[-1].id)
    assert len(days(record, id)) == 4
    signed.rename_process(id, "Salt Coast talks")
    assert record.process(id).process.name == "Salt Coast talks"
    assert record.at().meeting(record.process(id).meetings[0].id).process == record.process(id).process


def test_while_somebody_writes_processes_are_worked_out_without_being_kept(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with kept(path, STORY) as record:
        record.resolve()
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert len(record.processes()) == 2
        other.execute("ROLLBACK")
        other.close()
        assert len(record.processes()) == 2


def test_a_split_off_meeting_keeps_the_sides_of_its_process_that_it_does_not_name(record: Record) -> None:
    """The meeting of March names Veldania and its mediator alone."""
    id = named(record)[MAIN].id
    march = next(m for m in record.process(id).meetings if m.when == "2031-03-05")
    signed = record.signed("Ada", recorded=TUESDAY)
    signed.split_process(id, march.id)
    (apart,) = [row for row in record.processes() if march.id == row.last]
    assert apart.sides == ("Maretia", "Veldania")
    assert record.process(apart.id).process.sides == ("Maretia", "Veldania")
