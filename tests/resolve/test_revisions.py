"""A report that its outlet changed: what the facts rest on before and after, and in whatever order it came in."""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from communique import Record
from communique.model.claim import Claim
from communique.model.plain import plain
from communique.model.report import Report
from communique.resolve.resolution import resolve
from communique.resolve.revisions import versions
from communique.testing import MONDAY, TUESDAY, a_claim, a_report

MET = "Veldania and Maretia met in Oslo on Monday."
AGREED = "They agreed on a border plan, the envoy Darro Kest said."
NOTHING = "They did not agree on anything, the envoy Darro Kest said."
ADDRESS = "https://courier.example/talks"


def version(*sentences: str, modified: str = "", outlet: str = "The Courier", url: str = ADDRESS) -> Report:
    """A report of one day, as its outlet had it from a moment on."""
    return replace(a_report(*sentences, outlet=outlet, published="2031-05-05", url=url), modified=modified)


OLD = version(MET, AGREED)
NEW = version(MET, NOTHING, modified="2031-05-07T10:00:00Z")
OTHER = version("Talks between Veldania and Maretia were held in Oslo on 5 May.", outlet="Northern Wire", url="")


def claims(report: Report) -> list[Claim]:
    """The meeting, and what the envoy said of it."""
    found = []
    for said in (line for line in report.text.split("\n") if line):
        if "Oslo" in said:
            sides = ["Veldania", "Maretia"]
            found.append(
                a_claim(report, "meetings", said=said, format="talks", parties=sides, place="Oslo", status="held")
            )
        else:
            content = said.split(",")[0]
            found.append(a_claim(report, "statements", said=said, speaker="Darro Kest", content=content, mode="direct"))
    return found


def kept(folder: Path, *reports: Report, moments: Sequence[str] = ()) -> Record:
    """A record to which these reports were added, each at its moment."""
    record = Record.open(folder / f"{len(list(folder.iterdir()))}.db")
    for report, moment in zip(reports, moments or [MONDAY] * len(reports), strict=True):
        record.keep(report, claims(report), version="1", recorded=moment)
        record.resolve()
    return record


def said(record: Record, **clock: str) -> dict[str, tuple[int, str]]:
    """The statements, each with its independent origins and since when its words are gone."""
    rows = record.at(**clock).said()
    return {row.content[0]: (row.origins, row.sources[0].unsupported_since) for row in rows}


def test_an_entry_whose_words_are_gone_stays_marked_and_supports_nothing(tmp_path: Path) -> None:
    with kept(tmp_path, OLD, NEW) as record:
        assert said(record) == {
            "They agreed on a border plan": (0, "2031-05-07T10:00:00Z"),
            "They did not agree on anything": (1, ""),
        }


def test_words_that_stand_in_both_versions_count_once_beside_another_outlet(tmp_path: Path) -> None:
    with kept(tmp_path, OLD, NEW, OTHER) as record:
        (meeting,) = record.timeline()
    assert meeting.origins == 2
    assert {words.unsupported_since for words in meeting.sources} == {""}


def test_versions_of_an_outlet_without_a_name_are_one_origin(tmp_path: Path) -> None:
    with kept(tmp_path, *(replace(report, outlet="") for report in (OLD, NEW))) as record:
        (meeting,) = record.timeline()
    assert meeting.origins == 1


def test_a_fact_keeps_what_others_support_when_one_outlet_drops_it(tmp_path: Path) -> None:
    gone = version(NOTHING, modified="2031-05-07")
    with kept(tmp_path, OLD, gone, OTHER) as record:
        (meeting,) = record.timeline()
        assert [(w.outlet, w.unsupported_since) for w in meeting.sources] == [
            ("Northern Wire", ""),
            ("The Courier", "2031-05-07"),
        ]
        assert meeting.origins == 1
        (before,) = record.at(known_by="2031-05-06").timeline()
        assert (before.origins, {w.unsupported_since for w in before.sources}) == (2, {""})


@pytest.mark.parametrize("clock", [{"known_by": "2031-05-06"}, {"recorded_by": MONDAY}])
def test_before_the_change_the_old_words_stand_alone(tmp_path: Path, clock: dict[str, str]) -> None:
    with kept(tmp_path, OLD, NEW, moments=[MONDAY, TUESDAY]) as record:
        assert said(record, **clock) == {"They agreed on a border plan": (1, "")}


def test_words_that_come_back_count_again_and_the_time_without_them_is_kept(tmp_path: Path) -> None:
    back = version(MET, AGREED, "Talks go on.", modified="2031-05-09")
    with kept(tmp_path, OLD, NEW, back) as record:
        assert said(record)["They agreed on a border plan"] == (1, "")
        assert said(record, known_by="2031-05-08")["They agreed on a border plan"][0] == 0


def test_any_order_of_recording_gives_one_record(tmp_path: Path) -> None:
    back = version(MET, AGREED, "Talks go on.", modified="2031-05-09")
    exports = set()
    for order in permutations((OLD, NEW, back, OTHER)):
        with kept(tmp_path, *order) as record:
            exports.add("\n".join(record.export()))
    assert len(exports) == 1


def test_versions_of_one_moment_drop_nothing_of_each_other(tmp_path: Path) -> None:
    with kept(tmp_path, OLD, version(MET, NOTHING)) as record:
        assert {since for _, since in said(record).values()} == {""}


def test_other_marks_and_spaces_are_the_same_words() -> None:
    old = version("“We want open waters,” Kest said.")
    new = version('"We want open  waters", Kest said.', modified="2031-05-07")
    found = versions([old, new], {})
    assert found[old.id].lapses(a_claim(old, "statements", speaker="Kest")) == ()
    assert found[new.id].published == "2031-05-07"


def test_an_entry_in_full_says_which_of_its_words_are_gone(tmp_path: Path) -> None:
    gone = version(NOTHING, modified="2031-05-07")
    with kept(tmp_path, OLD, gone, OTHER) as record:
        (meeting,) = record.timeline()
        (whole,) = (field for field in record.show(meeting.id).fields if field.role == "evidence")
        assert {(p.outlet, p.unsupported_since) for p in whole.passages} == {
            ("Northern Wire", ""),
            ("The Courier", "2031-05-07"),
        }
        (claim,) = (c for c in claims(OLD) if c.kind == "statements")
        assert {p.unsupported_since for field in record.show(claim.id).fields for p in field.passages} == {"2031-05-07"}


def test_every_day_shows_what_the_versions_out_by_then_amount_to(tmp_path: Path) -> None:
    back = version(MET, AGREED, "Talks go on.", modified="2031-05-09")
    reports = [OLD, NEW, back, OTHER]
    read = [claim for report in reports for claim in claims(report)]
    with kept(tmp_path, *reversed(reports)) as record:
        for day in ("2031-05-05", "2031-05-06", "2031-05-07", "2031-05-08", "2031-05-09"):
            out = [r.id for r in reports if (r.modified or r.published)[:10] <= day]
            whole = resolve(reports, read, known=out).facts
            lines = (json.loads(line) for line in record.at(known_by=day).export())
            assert [line for line in lines if line["type"] == "fact"] == [{"type": "fact", **plain(f)} for f in whole]
