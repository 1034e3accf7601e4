"""What a search looks at of the reports of some days: no more than those of the months these days are in."""

from pathlib import Path

from communique import Record
from communique.store.seam import Sought
from communique.testing import MONDAY, a_report


def test_the_reports_of_one_day_are_sought_in_its_month_alone(tmp_path: Path) -> None:
    with Record.open(tmp_path / "record.db") as record:
        for day in ("2031-05-06T07:00:00Z", "2031-06-07T07:00:00Z", "2031-07-08T07:00:00Z"):
            record.keep(a_report("The talks go on.", published=day), [], version="1", recorded=MONDAY)
        facts = record.at()._moment._found
        for first, last, months in (
            ("2031-06-07", "2031-06-07", ["m203106"]),
            ("2031-05-06", "2031-05-06", ["m203105"]),
            ("2031-06-30", "2031-07-02", ["m203106", "m203107"]),
        ):
            sought = Sought("talks", since=first, until=last)
            assert facts._periods(sought, months=True) == months
            assert len(facts.reports(sought, 10)) == (first == last)
