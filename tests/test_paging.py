"""A page of a list holds the rows that stand there in the whole list, whatever was skipped to get there."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from benchmarks.answers import Ask, Known, clocks, questions
from benchmarks.variation import process
from communique import Record
from communique.errors import QueryError
from communique.testing import MONDAY, a_claim, a_report


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """Three processes, recorded on as many days."""
    with Record.open(tmp_path_factory.mktemp("paging") / "record.db") as record:
        for number in range(3):
            for report, claims in process(number):
                record.keep(report, claims, version="1", recorded=f"2040-01-0{number + 1}T08:00:00Z")
        yield record


def lists(record: Record) -> Iterator[tuple[str, dict[str, str], Ask]]:
    known = Known(record.at())
    for clock, at in clocks(known):
        for name, ask in questions(known):
            if name.split()[0] not in ("search", "ask", "brief", "counts", "last"):
                yield name + clock, at, ask


def test_every_page_of_every_list_at_every_moment_is_a_part_of_the_whole(record: Record) -> None:
    wrong, rows = [], 0
    for name, at, ask in lists(record):
        try:
            whole = ask(record.at(**at))
        except QueryError:  # nobody of that name was known then
            continue
        rows += len(whole)
        for offset in (1, 5, len(whole) // 2, max(0, len(whole) - 2), len(whole) + 1):
            page = ask(record.at(**at), limit=4, offset=offset)
            if page != whole[offset : offset + 4]:
                wrong.append((name, offset))
    assert wrong == []
    assert rows > 3000


def test_facts_that_a_view_comes_back_to_are_the_same_ones(record: Record) -> None:
    view, again = record.at(), partial(record.at)
    assert view.meetings() == again().meetings()
    assert view.meetings() == view.meetings()
    assert view.next_steps(every=True) == again().next_steps(every=True)


def test_a_period_holds_the_steps_of_a_plan_that_were_taken_in_it_and_no_others(tmp_path: Path) -> None:
    with Record.open(tmp_path / "record.db") as record:
        for day, status in (("2031-05-06", "submitted"), ("2031-05-16", "signed")):
            said = f"The Salt Coast plan was {status} on {day}."
            report = a_report(said, published=day, outlet=f"Wire {status}")
            plan = a_claim(report, "proposals", name="Salt Coast plan", status=status, when=day, authors=["Maretia"])
            record.keep(report, [plan], version="1", recorded=MONDAY)
        assert [row.status for row in record.timeline()] == ["submitted", "signed"]
        assert [row.status for row in record.timeline(since="2031-05-10")] == ["signed"]
        assert [row.status for row in record.timeline(since="2031-05-10", until="2031-05-12")] == []
