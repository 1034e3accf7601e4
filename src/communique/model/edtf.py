"""Times as stored: EDTF (ISO 8601-2) values, and what days they cover.

Read are level 0 and 1 and from level 2 one-of sets: a day, month, year, date and clock time; intervals with open (`..`)
or unknown (empty) ends; `~`, `?` and `%` for approximate, uncertain, both; seasons 21 to 24 (northern), quarters 33 to
36, halves 40 and 41; unspecified digits (`197X`, `2016-XX`); `[a,b]` for one of several readings, best first.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?P<part>\d\d|XX)(?:-(?P<day>\d\d|XX)"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?(?P<mark>[~?%]?)"
)
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


def _not_after(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start <= end


def _candidates(value: str) -> tuple[str, ...]:
    """The readings of a one-of set, best first; any other value is its only reading."""
    if value == "[]":
        return ("",)
    if value.startswith("[") and value.endswith("]"):
        return tuple(part.strip() for part in value[1:-1].split(",") if part.strip())
    return (value,)


def alternatives(value: str) -> tuple[Bounds, ...]:
    """The days of each reading of a value, best first.

    Raises `ValueError` for a duration, an empty value and everything else that is no EDTF value of the levels read.
    """
    return tuple(_bounds(part) for part in _candidates(value))


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
