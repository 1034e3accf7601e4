"""Times as stored: EDTF (ISO 8601-2) values, what days they cover, and how two of them stand to each other.

Read are level 0 and 1 and from level 2 one-of sets: a day, month, year, date and clock time; intervals with open (`..`)
or unknown (empty) ends; `~`, `?` and `%` for approximate, uncertain, both; seasons 21 to 24 (northern), quarters 33 to
36, halves 40 and 41; unspecified digits (`197X`, `2016-XX`); `[a,b]` for one of several readings, best first.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NoReturn

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?P<part>\d\d|XX)(?:-(?P<day>\d\d|XX)"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?(?P<mark>[~?%]?)"
)
_DURATION = re.compile(r"P(?=.)(?:\d+(?:\.\d+)?[YMWD])*(?:T(?:\d+(?:\.\d+)?[HMS])+)?")
_PARTS = {
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    40: (1, 6),
    41: (7, 6),
}
"""First month and length in months of EDTF's divisions of a year."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days from `first` to `last`, both included; None where that end is open or unknown."""

    first: date | None
    last: date | None

    def overlaps(self, other: "Bounds") -> bool:
        """True when the two share a day."""
        return _not_after(self.first, other.last) and _not_after(other.first, self.last)

    def covers(self, other: "Bounds") -> bool:
        """True when every day of `other` is one of these."""
        starts = self.first is None or (other.first is not None and self.first <= other.first)
        ends = self.last is None or (other.last is not None and other.last <= self.last)
        return starts and ends

    def days(self) -> int | None:
        """How many days; None when an end is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else None


def _not_after(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start <= end


def is_duration(value: str) -> bool:
    """True for an ISO 8601 duration: a length, at no place on the calendar."""
    return _DURATION.fullmatch(value) is not None


def is_valid(value: str) -> bool:
    """True for a value that `bounds` can read."""
    try:
        return bool(alternatives(value))
    except ValueError:
        return False


def candidates(value: str) -> tuple[str, ...]:
    """The readings of a one-of set, best first; any other value is its only reading."""
    if value == "[]":
        return ("",)
    if value.startswith("[") and value.endswith("]"):
        return tuple(part.strip() for part in value[1:-1].split(",") if part.strip())
    return (value,)


def one_of(values: tuple[str, ...]) -> str:
    """Several readings as one value: the reading itself when there is one, else a one-of set."""
    distinct = tuple(dict.fromkeys(values))
    return distinct[0] if len(distinct) == 1 else f"[{','.join(distinct)}]"


def is_approximate(value: str) -> bool:
    """True when any part of a value is marked as approximate or uncertain."""
    return any(mark in value for mark in "~?%")


def bounds(value: str) -> Bounds:
    """The days that a value covers; of a one-of set, the days of its best reading.

    Raises `ValueError` for a duration, an empty value and everything else that is no EDTF value of the levels read.
    """
    return alternatives(value)[0]


def alternatives(value: str) -> tuple[Bounds, ...]:
    """The days of each reading of a value, best first."""
    return tuple(_bounds(part) for part in candidates(value))


def compare(one: str, other: str) -> str:
    """How one value stands to another: `equal`, `within`, `contains`, `overlaps`, `before` or `after`.

    With one-of sets the relation is that of the pair of readings that agree best, in the order just given, so that
    two reports contradict each other only when no reading of theirs is compatible.
    """
    found = {_relation(a, b) for a in alternatives(one) for b in alternatives(other)}
    return next(name for name in RELATIONS if name in found)


RELATIONS = ("equal", "within", "contains", "overlaps", "before", "after")


def compatible(one: str, other: str) -> bool:
    """True when both values can be of the same day, in some reading."""
    return compare(one, other) not in ("before", "after")


def _relation(a: Bounds, b: Bounds) -> str:
    if a == b:
        return "equal"
    if not a.overlaps(b):
        return "before" if a.last is not None and b.first is not None and a.last < b.first else "after"
    return "within" if b.covers(a) else "contains" if a.covers(b) else "overlaps"


def _bounds(value: str) -> Bounds:
    start, slash, end = value.partition("/")
    if not slash:
        return _single(value)
    first = None if start in ("", "..") else _single(start).first
    last = None if end in ("", "..") else _single(end).last
    if (first is None and last is None) or not _not_after(first, last):
        _fail(value)
    return Bounds(first, last)


def _single(value: str) -> Bounds:
    match = _DATE.fullmatch(value)
    if match is None:
        _fail(value)
    years = _years(match["year"])
    part, day = match["part"], match["day"]
    if years is None:
        _fail(value)
    if part in (None, "XX"):
        return Bounds(date(years[0], 1, 1), date(years[1], 12, 31))
    if years[0] != years[1]:
        _fail(value)
    if day in (None, "XX"):
        return _months(years[0], int(part), value)
    try:
        at = date(years[0], int(part), int(day))
    except ValueError:
        _fail(value)
    return Bounds(at, at)


def _years(written: str) -> tuple[int, int] | None:
    first, last = int(written.replace("X", "0")), int(written.replace("X", "9"))
    return (max(first, 1), last) if written != "XXXX" else None


def _months(year: int, part: int, value: str) -> Bounds:
    first, count = _PARTS.get(part, (part, 1))
    if not 1 <= first <= 12:
        _fail(value)
    last = first + count - 1
    of, month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return Bounds(date(year, first, 1), date(of, month, monthrange(of, month)[1]))


def _fail(value: str) -> NoReturn:
    raise ValueError(f"not an EDTF value of level 0 or 1: {value!r}")


def widened(value: str, days: int = 0) -> Bounds:
    """The bounds of a value with `days` more on either side; an approximate value gets a quarter of its length too."""
    found = bounds(value)
    length = found.days()
    more = days + (max(1, length // 4) if is_approximate(value) and length else 0)
    first = found.first - timedelta(days=more) if found.first else None
    return Bounds(first, found.last + timedelta(days=more) if found.last else None)
