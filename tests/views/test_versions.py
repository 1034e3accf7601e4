"""A report that its outlet changed: both versions are kept, and entries whose words are gone say since when."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from communique import Record
from communique.testing import MONDAY, TUESDAY, a_claim, a_report

MET = "Veldania and Maretia met in Oslo on Monday."
FIRST = "They agreed on a border plan, the envoy said."
CHANGED = "They did not agree on anything, the envoy said."
ADDRESS = "https://courier.example/talks"
OLD = a_report(MET, FIRST, published="2031-05-05", url=ADDRESS)
NEW = replace(a_report(MET, CHANGED, published="2031-05-05", url=ADDRESS), modified="2031-05-06T10:00:00Z")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "record.db") as made:
        for report, said, moment in ((OLD, FIRST, MONDAY), (NEW, CHANGED, TUESDAY)):
            met = a_claim(report, "meetings", said=MET, parties=["Veldania", "Maretia"], place="Oslo", status="held")
            saying = a_claim(report, "statements", said=said, speaker="the envoy", content=said[:20])
            made.keep(report, [met, saying], version="1", recorded=moment)
        yield made


def test_what_was_added_and_what_is_gone_is_told_by_either_version(record: Record) -> None:
    for id in (OLD.id, NEW.id[:8]):
        old, new = record.at().versions(id).versions
        assert (old.id, old.since, old.new, old.gone) == (OLD.id, "2031-05-05", (), ())
        assert (new.id, new.since, new.new, new.gone) == (NEW.id, "2031-05-06T10:00:00Z", (CHANGED,), (FIRST,))


def test_an_entry_whose_words_are_gone_is_unsupported_since_the_version_and_the_others_keep_their_identity(
    record: Record,
) -> None:
    met, lost, new = record.at().versions(OLD.id).entries
    assert (met.kind, met.version, met.unsupported_since) == ("meetings", OLD.id, "")
    assert (lost.words, lost.unsupported_since, lost.dropped_by) == ((FIRST,), "2031-05-06T10:00:00Z", NEW.id)
    assert (new.version, new.unsupported_since) == (NEW.id, "")


@pytest.mark.parametrize("clock", [{"known_by": "2031-05-05"}, {"recorded_by": MONDAY}])
def test_before_the_change_there_is_the_old_version_alone(record: Record, clock: dict[str, str]) -> None:
    found = record.at(**clock).versions(OLD.id)
    assert [v.id for v in found.versions] == [OLD.id]
    assert {e.unsupported_since for e in found.entries} == {""}


def test_reports_without_an_address_have_no_other_version(record: Record) -> None:
    for text in (MET, FIRST):
        record.keep(a_report(text, published="2031-05-07"), [], version="1", recorded=TUESDAY)
    report = next(h for h in record.sources() if not h.url)
    assert len(record.at().versions(report.id).versions) == 1
