"""Wire editions at several addresses are versions of one report, in whatever order they come in."""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique import Record
from communique.model.claim import Claim
from communique.model.plain import plain
from communique.model.report import Report
from communique.resolve.resolution import resolve
from communique.testing import MONDAY, TUESDAY, a_claim, a_report

BODY = (
    "Envoys of Veldania and Maretia met in Oslo on Monday for the first time in years, officials of both sides said.",
    "Norway, which hosts the round, said the talks would go on for three days behind closed doors by the harbour.",
    "Fishing crews from both shores waited outside the building with banners that asked for open waters before winter.",
)
AGREED = "They agreed on a border plan, the envoy Darro Kest said."
NOTHING = "They did not agree on anything, the envoy Darro Kest said."


def edition(mark: str, *more: str, day: str = "2031-05-05", outlet: str = "Wire", body: Sequence[str] = BODY) -> Report:
    """One edition of a story at an address of its own."""
    title = f"{mark} Envoys meet in Oslo".strip()
    address = f"https://wire.example/{outlet}/{day}/{len(mark)}{len(more)}"
    return a_report(*body, *more, outlet=outlet, published=day, title=title, url=address)


FIRST = edition("", AGREED)
LEAD = edition("(LEAD)", AGREED, "Oman carries papers between the rooms.")
SECOND = edition("(2nd LD)", NOTHING, "Oman carries papers between the rooms.", day="2031-05-06")
OTHER = edition("", AGREED, outlet="Courier")


def claims(report: Report) -> list[Claim]:
    """What the envoy said."""
    said = next((line for line in report.text.split("\n") if "Darro Kest" in line), "")
    if not said:
        return []
    content = said.split(",")[0]
    return [a_claim(report, "statements", said=said, speaker="Darro Kest", content=content, mode="indirect")]


def kept(folder: Path, *reports: Report, moments: Sequence[str] = ()) -> Record:
    """A record to which these reports were added, each worked in at once."""
    record = Record.open(folder / f"{len(list(folder.iterdir()))}.db")
    for report, moment in zip(reports, moments or [MONDAY] * len(reports), strict=True):
        record.keep(report, claims(report), version="1", recorded=moment)
        record.resolve()
    return record


def said(record: Record, **clock: str) -> dict[str, tuple[int, str]]:
    """The statements, each with its independent origins and since when its words are gone."""
    return {r.content[0]: (r.origins, r.sources[0].unsupported_since) for r in record.at(**clock).said()}


def test_a_later_lead_at_another_address_drops_what_it_no_longer_says(tmp_path: Path) -> None:
    with kept(tmp_path, FIRST, LEAD, SECOND) as record:
        assert said(record) == {
            "They agreed on a border plan": (0, "2031-05-06"),
            "They did not agree on anything": (1, ""),
        }
        assert said(record, known_by="2031-05-05") == {"They agreed on a border plan": (1, "")}


def test_the_editions_of_a_report_are_shown_as_its_versions(tmp_path: Path) -> None:
    with kept(tmp_path, SECOND, FIRST, LEAD) as record:
        for report in (FIRST, LEAD, SECOND):
            assert [v.id for v in record.at().versions(report.id).versions] == [FIRST.id, LEAD.id, SECOND.id]
        (lost,) = [e for e in record.at().versions(FIRST.id).entries if e.unsupported_since]
        assert (lost.unsupported_since, lost.dropped_by) == ("2031-05-06", SECOND.id)


def test_editions_of_one_day_stand_in_the_order_of_their_marks(tmp_path: Path) -> None:
    second = edition("(2nd LD)", NOTHING)
    with kept(tmp_path, second, LEAD, FIRST) as record:
        assert said(record)["They agreed on a border plan"] == (0, "2031-05-05")
        assert said(record)["They did not agree on anything"] == (1, "")


@pytest.mark.parametrize(
    "other",
    [
        edition("", NOTHING, day="2031-05-06"),
        edition("(2nd LD)", NOTHING, day="2031-05-06", outlet="Courier"),
        edition("(2nd LD)", NOTHING, day="2031-05-09"),
        edition("(2nd LD)", NOTHING, day="2031-05-06", body=[s[::-1] for s in BODY]),
        edition("(URGENT)", NOTHING, day="2031-05-06"),
    ],
    ids=["without a mark", "of another outlet", "four days later", "of another story", "a flash that came after"],
)
def test_what_is_no_later_edition_drops_nothing(tmp_path: Path, other: Report) -> None:
    with kept(tmp_path, FIRST, other) as record:
        assert said(record)["They agreed on a border plan"][1] == ""
        assert len(record.at().versions(FIRST.id).versions) == 1


def test_any_order_of_recording_gives_one_record(tmp_path: Path) -> None:
    exports = set()
    for order in permutations((FIRST, LEAD, SECOND, OTHER)):
        with kept(tmp_path, *order) as record:
            exports.add("\n".join(record.export()))
    assert len(exports) == 1


marks = st.sampled_from(["", "(URGENT)", "(LEAD)", "(2nd LD)", "UPDATE 2-", "CORRECTED-"])
days = st.sampled_from(["2031-05-05", "2031-05-06", "2031-05-07", "2031-05-08"])
stories = st.lists(
    st.builds(
        lambda mark, day, words, cut: edition(mark, words, day=day, body=BODY[cut:]),
        marks,
        days,
        st.sampled_from([AGREED, NOTHING]),
        st.sampled_from([0, 1]),
    ),
    min_size=2,
    max_size=5,
    unique_by=lambda r: r.url,
)


@given(reports=stories, order=st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_editions_come_in_whatever_order_the_record_is_that_of_each_day(
    tmp_path_factory: pytest.TempPathFactory, reports: list[Report], order: object
) -> None:
    shuffled = list(reports)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    read = [claim for report in reports for claim in claims(report)]
    with kept(tmp_path_factory.mktemp("editions"), *shuffled) as record:
        for day in ("2031-05-05", "2031-05-06", "2031-05-07", "2031-05-08"):
            out = [r.id for r in reports if r.published <= day]
            whole = resolve(reports, read, known=out).facts
            lines = (json.loads(line) for line in record.at(known_by=day).export())
            assert [line for line in lines if line["type"] == "fact"] == [{"type": "fact", **plain(f)} for f in whole]


# -- withdrawals

NOTICE = a_report(
    "This story has been withdrawn.", outlet="Wire", published="2031-05-07", title="Envoys meet in Oslo", url=FIRST.url
)


APART = a_report(
    "The story headlined “Envoys meet in Oslo” has been withdrawn because its source could not be confirmed.",
    outlet="Wire",
    published="2031-05-07",
    title="WITHDRAWN: Envoys meet in Oslo",
    url="https://wire.example/notices/7",
)


def withdrawn(record: Record, **clock: str) -> list[tuple[int, str]]:
    return [(r.origins, r.sources[0].withdrawn_since) for r in record.at(**clock).said()]


def test_what_an_outlet_withdraws_stays_marked_and_counts_no_more(tmp_path: Path) -> None:
    with kept(tmp_path, FIRST, NOTICE) as record:
        assert withdrawn(record) == [(0, "2031-05-07")]
        assert withdrawn(record, known_by="2031-05-06") == [(1, "")]
        assert [v.is_withdrawal for v in record.at().versions(FIRST.id).versions] == [False, True]


@pytest.mark.parametrize("order", [[FIRST, APART], [APART, FIRST]], ids=["after", "before"])
def test_a_notice_at_an_address_of_its_own_withdraws_the_report_that_it_names(
    tmp_path: Path, order: list[Report]
) -> None:
    with kept(tmp_path, *order) as record:
        assert withdrawn(record) == [(0, "2031-05-07")]
        assert withdrawn(record, known_by="2031-05-06") == [(1, "")]


@pytest.mark.parametrize(
    "other",
    [
        replace(APART, outlet="Courier"),
        replace(APART, published="2031-07-07"),
        replace(APART, title="WITHDRAWN", text="WITHDRAWN\n\nThe story headlined “Talks open” has been withdrawn."),
        replace(APART, text=f"{APART.text} {'The envoys met again in Oslo. ' * 30}"),
    ],
    ids=["of another outlet", "months later", "of another story", "in a long report"],
)
def test_a_notice_of_something_else_withdraws_nothing(tmp_path: Path, other: Report) -> None:
    with kept(tmp_path, FIRST, other) as record:
        assert withdrawn(record) == [(1, "")]


def test_a_person_can_let_a_withdrawn_report_stand_and_take_that_back(tmp_path: Path) -> None:
    with kept(tmp_path, FIRST, NOTICE) as record:
        record.signed("Ada", recorded=TUESDAY).reinstate(FIRST.id[:8])
        assert withdrawn(record) == [(1, "")]
        assert withdrawn(record, recorded_by=MONDAY) == [(0, "2031-05-07")]

        record.signed("Ada", recorded="2031-05-08T08:00:00Z").undo(FIRST.id)
        assert withdrawn(record) == [(0, "2031-05-07")]


def test_a_person_who_reinstates_a_report_outweighs_an_earlier_retraction(tmp_path: Path) -> None:
    with kept(tmp_path, FIRST) as record:
        record.signed("Ada", recorded=MONDAY).retract(FIRST.id)
        assert withdrawn(record) == [(0, MONDAY)]
        record.signed("Bo", recorded=TUESDAY).reinstate(FIRST.id)
        assert withdrawn(record) == [(1, "")]


def test_a_note_of_correction_is_shown_with_its_version(tmp_path: Path) -> None:
    note = "An earlier version of this article misstated what the envoys agreed on."
    with kept(tmp_path, FIRST, edition("CORRECTED-", NOTHING, note)) as record:
        assert [v.notes for v in record.at().versions(FIRST.id).versions] == [(), (note,)]
