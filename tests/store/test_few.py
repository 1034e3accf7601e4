"""Long lists of facts are asked row by row instead: where that begins changes no answer."""

from pathlib import Path
from unittest import mock

import pytest

from communique import Record
from communique.model.report import Report
from communique.reading.files import read_files
from communique.store import conditions
from communique.testing import MONDAY

DAYS = [f"2031-{month:02}-{day:02}" for month in (4, 5) for day in range(1, 29, 3)]
EXAMPLE = Path(__file__).parents[2] / "examples" / "lantern-islands"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    made = Record.open(tmp_path_factory.mktemp("few") / "record.db")
    reports = [r for r in read_files([str(EXAMPLE)]) if isinstance(r, Report)]
    list(made.add(reports, recorded=MONDAY))
    return made


@pytest.mark.parametrize("few", [0, 1, 2, 3, 5, 8])
def test_a_list_cut_short_loses_nothing(record: Record, few: int) -> None:
    def answers() -> tuple[list[object], ...]:
        return tuple(list(rows(since=day)) for rows in (record.proposals, record.timeline) for day in DAYS)

    whole = answers()
    with mock.patch.object(conditions, "FEW", few):
        assert answers() == whole
