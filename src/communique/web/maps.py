"""A map of points without borders: whose land a place is on is not for a drawing to say."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sqrt

from communique.model.place import PlaceRow

WIDTH, MOST_HIGH, MARGIN = 960, 620, 40
LEAST_DEGREES = 8.0
"""Degrees that a map shows at least, so that two towns near by are not a continent apart."""
STEPS = (1, 2, 5, 10, 15, 30, 60)
LINES = 8
LETTER, LINE = 6.6, 15
"""Room of a letter and of a line of text."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the drawing; its `label` stands beside it where there is room, else its number in the list does."""

    x: float
    y: float
    radius: float
    number: int
    label: str
    row: PlaceRow


@dataclass(frozen=True, slots=True)
class Map:
    """Spots, and the lines of the grid with their names: `verticals` by x, `horizontals` by y."""

    width: int
    height: int
    verticals: tuple[tuple[float, str], ...]
    horizontals: tuple[tuple[float, str], ...]
    spots: tuple[Spot, ...]


def mapped(rows: Sequence[PlaceRow]) -> Map | None:
    """A map of the rows that have a point, numbered as in the list; plate carrée, true to scale in its middle."""
    known = [(number, row, row.lat, row.lon) for number, row in enumerate(rows, 1) if row.lat is not None]
    placed = [(number, row, lat, lon) for number, row, lat, lon in known if lon is not None]
    if not placed:
        return None
    cut = _cut([lon for *_, lon in placed])
    wests = [(lon - cut) % 360 for *_, lon in placed]
    west, east = _spread(min(wests), max(wests))
    south, north = _spread(min(lat for *_, lat, _ in placed), max(lat for *_, lat, _ in placed))
    squeeze = cos(radians(max(-70.0, min(70.0, (south + north) / 2))))
    scale = min((WIDTH - 2 * MARGIN) / ((east - west) * squeeze), (MOST_HIGH - 2 * MARGIN) / (north - south))
    left = (WIDTH - (east - west) * squeeze * scale) / 2

    def x(lon: float) -> float:
        return round(left + ((lon - cut) % 360 - west) * squeeze * scale, 1)

    def y(lat: float) -> float:
        return round(MARGIN + (north - lat) * scale, 1)

    height = round(2 * MARGIN + (north - south) * scale)
    step = next((s for s in STEPS if (east - west) / s <= LINES), STEPS[-1])
    meridians = [lon for lon in range(-180, 180, step) if west <= (lon - cut) % 360 <= east]
    parallels = [lat for lat in range(-90 + 90 % step, 91, step) if south <= lat <= north]
    return Map(
        WIDTH,
        height,
        tuple((x(lon), _degrees(lon, "E", "W")) for lon in meridians),
        tuple((y(lat), _degrees(lat, "N", "S")) for lat in parallels),
        _labelled([Spot(x(lon), y(lat), _radius(row), number, "", row) for number, row, lat, lon in placed]),
    )


def _cut(longitudes: Sequence[float]) -> float:
    """The meridian at which the globe is cut open: in the middle of the widest stretch without a place."""
    ordered = sorted(longitudes)
    gaps = [(after - before, before) for before, after in pairwise(ordered)]
    gaps.append((ordered[0] + 360 - ordered[-1], ordered[-1]))
    widest, before = max(gaps)
    return before + widest / 2


def _spread(low: float, high: float) -> tuple[float, float]:
    more = max(0.0, LEAST_DEGREES - (high - low)) / 2 + (high - low) * 0.05
    return low - more, high + more


def _radius(row: PlaceRow) -> float:
    return round(min(18.0, 4 + 1.5 * sqrt(row.meetings)), 1)


def _degrees(value: int, plus: str, minus: str) -> str:
    return f"{abs(value)}°{'' if value in (0, -180) else plus if value > 0 else minus}"


def _labelled(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Spots with their names, where these cover no other spot and no name before."""
    taken = [(s.x - s.radius, s.y - s.radius, s.x + s.radius, s.y + s.radius) for s in spots]
    found = []
    for spot in spots:
        name = f"{spot.number} {spot.row.name}"
        for label in (name, str(spot.number)):
            left, top = spot.x + spot.radius + 2, spot.y - LINE / 2
            box = (left, top, left + LETTER * len(label), top + LINE)
            if box[2] <= WIDTH and not any(_meet(box, other) for other in taken):
                taken.append(box)
                found.append(Spot(spot.x, spot.y, spot.radius, spot.number, label, spot.row))
                break
        else:
            found.append(spot)
    return tuple(found)


Box = tuple[float, float, float, float]


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
