"""Drawings worked out on the server: bars in lanes over time, and who had it from whom in layers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from communique.lexicon.countries import called, called_in_turn
from communique.model.days import days
from communique.model.labels import outlet_called, plainly
from communique.model.rows import PositionRow, SeatRow, SourceRow, TimelineRow

WIDTH, LABELS, ROW, HEAD = 960, 260, 26, 24
"""Width of a drawing, of its labels; height of a row and of the axis; in units of the drawing."""
LEAST, WIDEST = 5, 90
"""Width of the shortest bar, and the most that one day has."""
TICKS = 8


@dataclass(frozen=True, slots=True)
class Span:
    """Something of a `kind` to be drawn in a lane, from a day to another; an end that no report gives is open."""

    lane: str
    kind: str
    label: str
    id: str
    first: str
    last: str
    is_open_before: bool = False
    is_open_after: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A span in its place."""

    x: float
    y: int
    width: float
    span: Span


@dataclass(frozen=True, slots=True)
class Lanes:
    """Bars in lanes: `lanes` and `ticks` are words with their places."""

    height: int
    lanes: tuple[tuple[str, int], ...]
    ticks: tuple[tuple[str, float], ...]
    bars: tuple[Bar, ...]
    width: int = WIDTH


def seats(rows: Iterable[SeatRow], *, person: str = "") -> Lanes | None:
    """Offices over time, with their holders but for `person`; ends that no report gives are those of the first and last
    report.
    """
    spans = []
    for row in rows:
        first, last = days(row.since)[0] if row.since else "", days(row.until)[1] if row.until else ""
        holder = "" if row.person == person else row.person
        office = called_in_turn((holder, row.role, row.body, row.country))
        start, end = first or row.first_confirmed or last, last or row.last_confirmed or first
        if start and end:
            spans.append(Span(office, row.status, office, row.id, start, max(start, end), not first, not last))
    return lanes(spans)


def positions(rows: Iterable[PositionRow]) -> Lanes | None:
    """A party's stances by issue, each from the first to the last report of it."""
    return lanes(
        Span(r.issue, r.stance, f"{plainly(r.stance)}: {r.issue}", r.id, r.published[:10], r.last_published[:10])
        for r in rows
    )


def events(rows: Iterable[TimelineRow]) -> Lanes | None:
    """Dated events by kind."""
    spans = []
    for row in rows:
        first, last = days(row.when) if row.when else ("", "")
        if first or last:
            label = f"{row.when} {row.what}: {' – '.join(map(called, row.parties))}"
            spans.append(Span(row.kind, row.status, label, row.id, first or last, last or first, not first, not last))
    return lanes(spans)


def lanes(spans: Iterable[Span]) -> Lanes | None:
    """Spans in their lanes, in order of the first in each; `None` when there are none."""
    given = sorted(spans, key=lambda s: (s.first, s.last, s.lane, s.id))
    if not given:
        return None
    names = list(dict.fromkeys(s.lane for s in given))
    start, end = date.fromisoformat(min(s.first for s in given)), date.fromisoformat(max(s.last for s in given))
    scale = min(WIDEST, (WIDTH - LABELS - 20) / ((end - start).days + 1))

    def x(day: str, after: int = 0) -> float:
        return round(LABELS + ((date.fromisoformat(day) - start).days + after) * scale, 1)

    bars = tuple(
        Bar(x(s.first), HEAD + names.index(s.lane) * ROW + 5, max(LEAST, x(s.last, 1) - x(s.first)), s) for s in given
    )
    places = tuple((short(name), HEAD + n * ROW + 17) for n, name in enumerate(names))
    return Lanes(HEAD + len(names) * ROW + 4, places, tuple((t, x(d)) for t, d in _ticks(start, end)), bars)


def _ticks(start: date, end: date) -> list[tuple[str, str]]:
    """Days, firsts of months or of years: as many as there is room for."""
    length = (end - start).days
    if length <= 14:
        found = [start + timedelta(n) for n in range(0, length + 1, max(1, -(-length // TICKS)))]
        return [(d.isoformat(), d.isoformat()) for d in found]
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    step = next(s for s in (1, 2, 3, 6, 12, 24, 60, 120, 240, 1200, 12_000, 120_000) if months / s <= TICKS)
    first = start.year * 12 + start.month - 1
    numbers = [n for n in range(first, first + months) if n % step == 0]
    found = [date(n // 12, n % 12 + 1, 1) for n in numbers]
    return [(d.isoformat()[: 4 if step >= 12 else 7], d.isoformat()) for d in found if start <= d <= end]


def short(text: str, most: int = 38) -> str:
    """A text in one line of no more characters than fit."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Node:
    """A report, or a source that reports name (`id` is ""), in its layer."""

    x: int
    y: int
    text: str
    id: str


@dataclass(frozen=True, slots=True)
class Layers:
    """Who had it from whom: from sources on the left over first reports to copies on the right."""

    height: int
    nodes: tuple[Node, ...]
    edges: tuple[tuple[int, int, int, int, str], ...]
    width: int = WIDTH


BOX, GAP = 210, 36
"""Width of a box, and of the space between two layers."""
HALF = ROW // 2 - 2
"""From the top of a box to its middle."""


def layers(rows: Sequence[SourceRow]) -> Layers | None:
    """Reports that copy one another or name sources; `None` when none of these does."""
    reports = {r.id: r for r in rows}
    linked = {r.id for r in rows if r.copy_of or r.credits or r.wire} | {
        r.copy_of for r in rows if r.copy_of in reports
    }
    named = dict.fromkeys(n for r in rows if r.id in linked for n in _named(r))
    if not linked:
        return None
    column = {id: min(3, 1 + _depth(id, reports)) for id in reports if id in linked}
    filled = [0, 0, 0, 0]
    places: dict[str, tuple[int, int]] = {}
    nodes = []
    for key, text, at in [
        *(("=" + n, n, 0) for n in named),
        *((r.id, f"{outlet_called(r.outlet)}, {r.published[:10]}", column[r.id]) for r in rows if r.id in linked),
    ]:
        places[key] = (at * (BOX + GAP), 8 + filled[at] * ROW)
        filled[at] += 1
        nodes.append(Node(*places[key], short(text, 30), "" if key.startswith("=") else key))
    edges = [(r.copy_of, r.id, "copy") for r in rows if r.copy_of in places]
    edges += [("=" + n, r.id, "credit") for r in rows if r.id in linked for n in _named(r)]
    lines = tuple(
        (places[a][0] + BOX, places[a][1] + HALF, places[b][0], places[b][1] + HALF, kind)
        for a, b, kind in edges
        if places[a][0] < places[b][0]
    )
    return Layers(max(filled) * ROW + 16, tuple(nodes), lines)


def _named(row: SourceRow) -> list[str]:
    return list(dict.fromkeys([*(c.cited for c in row.credits), *([row.wire] if row.wire else [])]))


def _depth(id: str, reports: dict[str, SourceRow]) -> int:
    seen = 0
    while (of := reports[id].copy_of) in reports and seen < 3:
        id, seen = of, seen + 1
    return seen
