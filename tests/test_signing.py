"""What people decide takes effect in every view, is signed and dated, and outlives every reading."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from communique import Record
from communique.errors import QueryError
from communique.testing import MONDAY, TUESDAY
from talks import story

WEDNESDAY = "2031-05-07T08:00:00Z"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "record.db") as made:
        for report, claims in story():
            made.keep(report, claims, version="1", recorded=MONDAY)
        yield made


def said(record: Record, **asked: str) -> list[str]:
    return [row.speaker for row in record.said(**asked)]


def test_an_edit_shows_in_views_search_and_export_with_what_was_read(record: Record) -> None:
    (row, *_) = record.said(by="Ilva Sorn")
    claim = row.sources[0].claim
    record.signed("Ada", recorded=TUESDAY).edit(claim, "speaker", ["Jan Brandt"], reason="heard it")
    (edited,) = record.said(by="Jan Brandt")
    assert edited.id == row.id
    (change,) = edited.sources[0].changes
    assert (change.field, change.value, change.read, change.by) == ("speaker", "Jan Brandt", "Ilva Sorn", "Ada")
    assert change.is_own
    assert [h.id for h in record.search("Brandt").rows if h.kind == "statements"] == [row.id]
    fields = {f.role: f for f in record.show(row.id).fields if f.changes}
    assert (fields["speaker"].value, fields["speaker"].passages) == ("Jan Brandt", ())
    lines = [json.loads(line) for line in record.export()]
    (exported,) = [line for line in lines if line.get("id") == claim]
    assert exported["state"] == "edited"
    assert {a["value"] for a in exported["arguments"]} >= {"Ilva Sorn"}
    assert {a["value"] for a in exported["as_edited"]} >= {"Jan Brandt"}
    assert record.doctor() == []


def test_several_fields_are_edited_all_or_none(record: Record) -> None:
    (row, *_) = record.said(by="Ilva Sorn")
    claim = row.sources[0].claim
    signed = record.signed("Ada", recorded=TUESDAY)
    with pytest.raises(QueryError, match="mode is one of"):
        signed.edit_fields(claim, {"speaker": ["Jan Brandt"], "mode": ["shouted"]})
    with pytest.raises(QueryError, match="keeps one field"):
        signed.edit_fields(claim, {a.role: [] for a in record.at().entry(claim).claim.arguments})
    assert record.corrections() == []
    made = signed.edit_fields(claim, {"speaker": ["Jan Brandt"], "cue": []})
    assert [(c.field, c.value) for c in made] == [("speaker", "Jan Brandt"), ("cue", "")]
    (edited,) = record.said(by="Jan Brandt")
    assert (edited.id, edited.cue) == (row.id, "")


def test_an_edited_date_moves_a_meeting_in_the_timeline(record: Record) -> None:
    row = record.timeline(since="2031-05-20")[0]
    ids = [s.claim for s in row.sources if s.relation != "denies"]
    for id in ids:
        record.signed("Ada", recorded=TUESDAY).edit(id, "when", ["2031-06-11"])
    assert [r.when for r in record.timeline(since="2031-06-01")] == ["2031-06-11"]


def test_the_record_before_an_edit_is_as_it_was(record: Record) -> None:
    (row, *_) = record.said(by="Ilva Sorn")
    before = list(record.at(recorded_by=MONDAY).export())
    record.signed("Ada", recorded=TUESDAY).edit(row.sources[0].claim, "speaker", ["Jan Brandt"])
    assert said(record, by="Jan Brandt") == ["Jan Brandt"]
    assert list(record.at(recorded_by=MONDAY).export()) == before
    with pytest.raises(QueryError):
        record.at(recorded_by=MONDAY).said(by="Jan Brandt")


def test_what_was_undone_is_as_before(record: Record) -> None:
    before = [line for line in record.export() if '"type":"fact"' in line]
    (row, *_) = record.said(by="Ilva Sorn")
    made = record.signed("Ada", recorded=TUESDAY).edit(row.sources[0].claim, "speaker", ["Jan Brandt"])
    record.signed("Ben", recorded=WEDNESDAY).undo(made.id)
    assert [line for line in record.export() if '"type":"fact"' in line] == before
    listed = record.corrections()
    assert [(c.action, c.by, c.is_undone) for c in listed] == [("edit", "Ada", True), ("undo", "Ben", False)]
    with pytest.raises(QueryError, match="taken back already"):
        record.signed("Ben", recorded=WEDNESDAY).undo(made.id)


def test_an_entry_is_added_with_words_of_the_report_and_stays(record: Record) -> None:
    report, claims = story()[4]
    words = "The round in Muscat on 14 May has been put off"
    fields = {"what": "round in Muscat", "modality": "expected", "who": ["OMN"]}
    signed = record.signed("Ada", recorded=TUESDAY)
    added = signed.add(report.id, "next_steps", fields, words=words)
    for version in ("2", "3"):
        found = [row for row in record.next_steps(as_of="2031-05-13", every=True) if row.what == "round in Muscat"]
        assert [s.changes[0].by for row in found for s in row.sources] == ["Ada"]
        record.keep(report, claims, version=version, recorded=WEDNESDAY)
    assert record.at().entry(added.claim).state == "added"
    with pytest.raises(QueryError, match="do not stand in the report"):
        signed.add(report.id, "next_steps", fields, words="The round went on")
    with pytest.raises(QueryError, match="needs modality"):
        signed.add(report.id, "next_steps", {"what": "round"}, words=words)


def test_a_later_reading_brings_back_nothing_that_was_rejected(record: Record) -> None:
    report, claims = story()[2]
    meeting = claims[1]
    record.signed("Ada", recorded=TUESDAY).reject(meeting.id)
    dated = tuple(replace(a, value="2031-05-04") if a.role == "when" else a for a in meeting.arguments)
    record.keep(report, [claims[0], replace(meeting, arguments=dated)], version="2", recorded=WEDNESDAY)
    told = {s.report for row in record.timeline() for s in row.sources}
    assert report.id not in told
    states = {e.id: e.state for e in record.at().read(report.id).entries}
    assert states == {claims[0].id: "proposed", meeting.id: "rejected"}


def test_names_are_merged_split_and_that_undone(record: Record) -> None:
    signed = record.signed("Ada", recorded=TUESDAY)
    made = signed.merge("Ilva Sorn", "Darro Kest")
    assert set(said(record)) == {record.said()[0].speaker}
    record.signed("Ben", recorded=WEDNESDAY).undo(made.id)
    assert set(said(record)) == {"Ilva Sorn", "Darro Kest"}
    assert [c.action for c in record.corrections()] == ["same", "undo"]


def test_nothing_is_kept_of_a_decision_that_makes_no_sense(record: Record) -> None:
    (row, *_) = record.said(by="Ilva Sorn")
    claim = row.sources[0].claim
    signed = record.signed("Ada", recorded=TUESDAY)
    for field, values in (("nothing", ["x"]), ("mode", ["shouted"])):
        with pytest.raises(QueryError):
            signed.edit(claim, field, values)
    with pytest.raises(QueryError, match="do not stand"):
        signed.edit(claim, "speaker", ["Kest"], words="Kest shouted")
    with pytest.raises(QueryError, match="signed"):
        record.signed(" ", recorded=TUESDAY).accept(claim)
    with pytest.raises(QueryError, match="no entry"):
        signed.accept("none")
    assert record.corrections() == []


def test_a_correction_is_worked_in_without_working_out_the_rest_anew(record: Record, tmp_path: Path) -> None:
    record.resolve()
    told: list[int] = []
    (row, *_) = record.said(by="Ilva Sorn")
    record.signed("Ada", recorded=TUESDAY).reject(row.sources[0].claim)
    record.resolve(told.append)
    assert told == [1]


def test_a_retracted_report_stays_and_its_entries_count_no_more_until_that_is_undone(record: Record) -> None:
    report = next(row.id for row in record.sources() if row.outlet == "Northern Wire")
    (before,) = (row for row in record.timeline() if report in {w.report for w in row.sources})
    made = record.signed("Ada", recorded=TUESDAY).retract(report[:8], reason="the outlet took it back")
    (after,) = (row for row in record.timeline() if row.id == before.id)
    assert after.origins == before.origins - 1
    assert {w.withdrawn_since for w in after.sources if w.report == report} == {TUESDAY}
    assert (after.when, after.disputes) == ("2031-05-21", ("denial",))
    (listed,) = record.corrections()
    assert (listed.action, listed.about, listed.reason) == ("retract", report, "the outlet took it back")
    assert before in record.at(recorded_by=MONDAY).timeline()
    record.signed("Ben", recorded=WEDNESDAY).undo(report[:8])
    assert before in record.timeline()
    assert [row.is_undone for row in record.corrections(by=made.by)] == [True]


def test_a_retraction_outlives_a_later_reading_and_working_out_anew(record: Record) -> None:
    report, claims = story()[0]
    record.signed("Ada", recorded=TUESDAY).retract(report.id)
    record.keep(report, [replace(c, made_by="better") for c in claims[:2]], version="2", recorded=WEDNESDAY)
    marks = {w.withdrawn_since for row in record.who() for w in row.sources if w.report == report.id}
    assert marks == {TUESDAY}
    before = facts(record)
    late, found = story()[4]
    record.keep(replace(late, name="again"), found, version="0", recorded=MONDAY)
    assert facts(record) == before


def facts(record: Record) -> list[str]:
    return [line for line in record.export() if '"fact"' in line[:20]]


def test_only_a_report_can_be_retracted(record: Record) -> None:
    with pytest.raises(QueryError):
        record.signed("Ada", recorded=TUESDAY).retract(record.who()[0].id)
