"""One record comes of reports in any order and with any number of workers."""

from pathlib import Path

from benchmarks.orders import runs
from communique.model.report import Report
from communique.reading.files import read_files

EXAMPLES = Path(__file__).parents[2] / "examples" / "lantern-islands"


def test_two_orders_and_two_numbers_of_workers_give_one_export() -> None:
    reports = [r for r in read_files([str(EXAMPLES)]) if isinstance(r, Report)][:6]
    found = list(runs(reports, orders=2, workers=(1, 2)))
    assert [(one.order, one.workers) for one in found] == [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert len({one.hash for one in found}) == 1
    assert all(one.reports == 6 and one.lines > 50 for one in found)
