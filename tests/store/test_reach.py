"""Where a search of what was known by a day begins, whatever the order in which reports were recorded."""

from itertools import permutations
from pathlib import Path

import pytest

from communique import Record
from communique.testing import MONDAY, a_claim, a_report

DAYS = ("2031-05-06", "2031-06-07", "2032-01-02")


@pytest.mark.parametrize("order", list(permutations(DAYS)))
def test_a_search_finds_what_was_published_by_a_day_in_any_order_of_recording(
    order: tuple[str, ...], tmp_path: Path
) -> None:
    with Record.open(tmp_path / "record.db") as record:
        for day in order:
            report = a_report(f"Veldania and Maretia met in Oslo on {day}.", published=day)
            record.keep(report, [a_claim(report, "meetings", place="Oslo")], version="1", recorded=MONDAY)
        for known in DAYS:
            hits = record.at(known_by=known).search("oslo", kind="meetings")
            assert sum(row.reports for row in hits.rows) == len([day for day in DAYS if day <= known])
