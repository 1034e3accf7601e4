"""A page of a list whose rows must be made to be counted: reached from the rows that were come by before."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

import pytest

from benchmarks.variation import process
from communique import Record
from communique.moments import Moment
from communique.paging import APART, Place, reached
from communique.testing import MONDAY, a_claim, a_report


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "record.db") as record:
        yield record


def moment(record: Record) -> Moment:
    return record.at()._moment


class Even:
    """The even numbers up to a hundred, found among all; counts how many numbers were looked at."""

    def __init__(self) -> None:
        self.looked_at = 0

    def __call__(self, place: Place) -> Iterator[tuple[Place, int]]:
        for number in count(int(place[0]) if place else 0):
            self.looked_at += 1
            if number > 100:
                return
            if number % 2 == 0:
                yield (number,), number


def test_pages_asked_for_in_any_order_are_parts_of_the_whole(record: Record) -> None:
    rng, whole = Random(3), list(range(0, 101, 2))
    for number in range(200):
        limit, offset = rng.randrange(1, 9), rng.randrange(60)
        key = f"even/{number // 20}"
        assert reached(moment(record), key, Even(), limit, offset) == whole[offset : offset + limit]


def test_a_later_page_makes_no_rows_before_those_that_were_reached(record: Record) -> None:
    even = Even()
    reached(moment(record), "even", even, 10, 20)
    even.looked_at = 0
    assert reached(moment(record), "even", even, 10, 25) == list(range(50, 70, 2))
    assert even.looked_at < 2 * (10 + APART)


def test_beyond_the_end_nothing_is_looked_at_twice(record: Record) -> None:
    even = Even()
    assert reached(moment(record), "even", even, 10, 70) == []
    even.looked_at = 0
    assert reached(moment(record), "even", even, 10, 60) == []
    assert even.looked_at == 0


def test_what_is_recorded_between_two_pages_is_on_the_second(record: Record) -> None:
    for report, claims in process(0):
        record.keep(report, claims, version="1", recorded=MONDAY)
    record.at().next_steps(every=True, limit=3, offset=4), record.at().plans(limit=1, offset=1)
    first, text = record.at().next_steps(every=True)[0], "Veldania will present its paper at noon."
    report = a_report(text, published=first.announced, outlet="The Herald")
    step = a_claim(report, "next_steps", who=["Veldania"], what="present its paper", kind="document", when=first.when)
    plan = a_claim(report, "proposals", name="its paper", authors=["Veldania"])
    record.keep(report, [step, plan], version="1", recorded=MONDAY)
    steps, plans = record.at().next_steps(every=True), record.at().plans()
    assert report.id in {w.report for row in steps for w in row.sources}
    assert record.at().next_steps(every=True, limit=3, offset=4) == steps[4:7]
    assert record.at().plans(limit=1, offset=1) == plans[1:2]


def test_pages_of_plans_are_parts_of_the_whole_by_author_and_day(record: Record) -> None:
    for number in range(3):
        for report, claims in process(number):
            record.keep(report, claims, version="1", recorded=MONDAY)
    whole = record.at().plans()
    author = whole[0].authors[0].name
    for asked in ({}, {"party": author}, {"since": whole[2].first[:10]}, {"as_of": whole[-2].first[:10]}):
        rows = record.at().plans(**asked)
        for offset in (3, 1, len(rows) - 1, len(rows) + 1, 2, 6):
            assert record.at().plans(**asked, limit=2, offset=offset) == rows[offset : offset + 2]
