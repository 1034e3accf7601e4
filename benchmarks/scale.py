"""A large record: how long adding takes, and each view and search, with and without clocks.

    python -m benchmarks.scale 100000 /tmp/large.db

Makes the record in the file, or goes on where it was left; reports come from `benchmarks.variation`, a thousand a day
of recording. Then asks every view, first page, for random parties, days and words, and prints the median, the 95th
percentile and the slowest answer in milliseconds. CPU time is printed too: it depends less on what else runs.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from benchmarks.variation import varied
from communique import Record

FIRST = date(2051, 1, 1)
"""The day on which the first thousand reports are recorded."""

STEP = 1000
TIMES = 15
"""Questions asked of each view."""

LIMIT = 50
"""Rows of a page."""


def fill(path: Path, count: int) -> Record:
    """The record of `count` reports."""
    record = Record.open(path)
    have = record.counts()[0]
    rest = islice(varied(count), have, None)
    while chunk := list(islice(rest, STEP)):
        start = time.process_time()
        recorded = f"{(FIRST + timedelta(have // STEP)).isoformat()}T08:00:00Z"
        for report, claims in chunk:
            record.keep(report, claims, version="1", recorded=recorded)
        added = time.process_time()
        record.resolve()
        have += len(chunk)
        took = f"added in {added - start:.1f} s, worked in in {time.process_time() - added:.1f} s of CPU"
        print(f"{have:>7} reports: {took}, {path.stat().st_size / 1e6:.0f} MB", flush=True)
    return record


class Asked:
    """Random things to ask about."""

    def __init__(self, record: Record) -> None:
        self._rng = random.Random(1)
        kinds = ("person", "party")
        self.names = [e.name for e in record.at().entities() if e.kind in kinds]
        headers = record.sources(limit=1), record.sources(limit=1, offset=record.counts()[0] - 1)
        self._first, self._last = (date.fromisoformat(rows[0].published[:10]) for rows in headers)
        self._words = _vocabulary()
        self._moments = record.counts()[0] // STEP

    def name(self) -> str:
        """Somebody."""
        return self._rng.choice(self.names)

    def day(self) -> str:
        """A day of the record."""
        return (self._first + timedelta(self._rng.randrange((self._last - self._first).days + 1))).isoformat()

    def moment(self) -> str:
        """A day on which something was recorded."""
        return (FIRST + timedelta(self._rng.randrange(max(1, self._moments)))).isoformat()

    def words(self) -> str:
        """One word or two."""
        return " ".join(self._rng.choices(self._words, k=self._rng.choice((1, 1, 2))))


def _vocabulary() -> list[str]:
    """Words of the first reports, each as often as it is used there."""
    return [w for report, _ in varied(150) for w in report.text.split() if w.isalpha() and len(w) > 3]


def views(record: Record, ask: Asked) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is asked."""
    page = {"limit": LIMIT}
    yield "timeline", lambda: record.timeline(**page)
    yield "timeline of a party", lambda: record.timeline(party=ask.name(), **page)
    yield "timeline since a day", lambda: record.timeline(since=ask.day(), **page)
    yield "who", lambda: record.who(**page)
    yield "who on a day", lambda: record.who(on=ask.day(), **page)
    yield "who of a name", lambda: record.who(name=ask.name(), **page)
    yield "said", lambda: record.said(**page)
    yield "said by somebody", lambda: record.said(by=ask.name(), **page)
    yield "said, words", lambda: record.said(ask.words(), **page)
    yield "positions", lambda: record.positions(**page)
    yield "positions of a party", lambda: record.positions(party=ask.name(), **page)
    yield "positions since a day", lambda: record.positions(since=ask.day(), **page)
    yield "proposals", lambda: record.proposals(**page)
    yield "proposals since a day", lambda: record.proposals(since=ask.day(), **page)
    yield "next", lambda: record.next_steps(**page)
    yield "next on a day", lambda: record.next_steps(as_of=ask.day(), **page)
    yield "processes", lambda: record.processes(**page)
    yield "processes of a party", lambda: record.processes(party=ask.name(), **page)
    yield "sources", lambda: record.sources(**page)
    yield "disputes", lambda: record.disputes(**page)
    yield "brief of the last week", lambda: record.brief(since=_week(record))
    for name in "timeline who said positions proposals next_steps processes sources disputes".split():
        yield f"{name}, known by", lambda name=name: getattr(record.at(known_by=ask.day()), name)(**page)
        yield f"{name}, recorded by", lambda name=name: getattr(record.at(recorded_by=ask.moment()), name)(**page)
        yield f"{name}, as of", lambda name=name: getattr(record, name)(as_of=ask.day(), **page)
    yield "search", lambda: record.search(ask.words())
    yield "search, known by", lambda: record.at(known_by=ask.day()).search(ask.words())


def _week(record: Record) -> str:
    last = record.sources(limit=1, offset=record.counts()[0] - 1)[0].published[:10]
    return (date.fromisoformat(last) - timedelta(7)).isoformat()


def measure(what: str, run: Callable[[], object], times: int) -> None:
    """Print the median, the 95th percentile and the slowest of several answers, and the CPU time of the 95th."""
    walls, cpus = [], []
    for _ in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        run()
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
    walls.sort()
    at = [len(walls) // 2, len(walls) * 95 // 100, -1]
    shown = "".join(f"{walls[n]:>9.1f}" for n in at)
    print(f"{what:<28}{shown}{sorted(cpus)[at[1]]:>9.1f}", flush=True)


def main(count: int, path: Path) -> None:
    """Make the record, and ask it."""
    with fill(path, count) as record:
        ask = Asked(record)
        print(f"{record.counts()[0]} reports, {path.stat().st_size / 1e6:.0f} MB; milliseconds")
        print(f"{'':<28}{'median':>9}{'95th':>9}{'slowest':>9}{'95th CPU':>9}")
        for what, run in views(record, ask):
            measure(what, run, TIMES * 5 if what.startswith("search") else TIMES)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
