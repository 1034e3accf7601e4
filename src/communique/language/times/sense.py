"""What an expression of time means: stretches of days, lengths, or a vague reference."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from `first` to `last`, both included, and the `grain` in which the text names them.

    A `span` runs from one unit of grain `ends` to another. `clock` is HH:MM, `part` the part of the day (TIMEX3: MO,
    MI, AF, EV, NI, DT). `about` makes the value approximate; `open` leaves out the start ("before") or end ("after").
    """

    first: date
    last: date
    grain: str = "day"
    ends: str = "day"
    clock: str = ""
    part: str = ""
    about: bool = False
    open: str = ""


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of an expression, with the reason for it.

    `stretches` are the places on the calendar that the text leaves open, best first. `length` is an ISO 8601 duration.
    `vague` is a TIMEX3 value with no place on the calendar (`PAST_REF`, `PXY`, a set's `P1W`). `named` is the unit an
    expression cuts down ("mid-March": March), `anchor` says that later expressions may start from this one.
    """

    type: str
    why: str
    stretches: tuple[Stretch, ...] = ()
    length: str = ""
    vague: str = ""
    named: Stretch | None = None
    anchor: bool = True


def day(at: date) -> Stretch:
    """One day."""
    return Stretch(at, at)


def week(at: date) -> Stretch:
    """The Monday-to-Sunday week of a day."""
    monday = at - timedelta(days=at.weekday())
    return Stretch(monday, monday + timedelta(days=6), "week")


def weekend(at: date) -> Stretch:
    """Saturday and Sunday of the week of a day."""
    monday = at - timedelta(days=at.weekday())
    return Stretch(monday + timedelta(days=5), monday + timedelta(days=6), "weekend")


def months(year: int, month: int, count: int, grain: str) -> Stretch:
    """`count` months from the given one on; `month` may run over the year's ends."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last_year, last_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    return Stretch(
        date(year, month, 1), date(last_year, last_month, calendar.monthrange(last_year, last_month)[1]), grain
    )


def month(year: int, number: int) -> Stretch:
    """A calendar month; `number` may run over the year's ends."""
    return months(year, number, 1, "month")


def year(number: int) -> Stretch:
    """A calendar year."""
    return Stretch(date(number, 1, 1), date(number, 12, 31), "year")


def decade(number: int) -> Stretch:
    """The ten years from `number` on, which ends in 0."""
    return Stretch(date(number, 1, 1), date(number + 9, 12, 31), "decade")


def season(number: int, of: int) -> Stretch:
    """EDTF season 21 (spring) to 24 (winter) of a year; days after the northern calendar."""
    return months(of, 3 * (number - 20), 3, "season")


def span(first: Stretch, last: Stretch) -> Stretch | None:
    """From one unit to another, if they are in order."""
    if last.last < first.first:
        return None
    ends = first.grain if first.grain == last.grain else "day"
    return Stretch(first.first, last.last, "span", ends)


def shift(at: Stretch, unit: str, count: int) -> Stretch | None:
    """The same unit `count` units later (earlier when negative); months and years are cut to the unit named.

    A finer anchor keeps its grain only for days and weeks: a year after 3 May is a year, not a day.
    """
    try:
        return _shift(at, unit, count)
    except (OverflowError, ValueError):
        return None


def _shift(at: Stretch, unit: str, count: int) -> Stretch | None:
    if unit in ("D", "W", "F"):
        days = timedelta(days=count * {"D": 1, "W": 7, "F": 14}[unit])
        moved = Stretch(at.first + days, at.last + days, at.grain, at.ends)
        return moved if at.grain in ("day", "week", "weekend") else None
    step = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}.get(unit, 0) * count
    if not step:
        return None
    if at.grain in ("month", "quarter", "half", "season"):
        wide = 12 * (at.last.year - at.first.year) + at.last.month - at.first.month + 1
        return months(at.first.year, at.first.month + step, wide, at.grain)
    if unit in ("M", "Q"):
        return months(
            at.first.year, at.first.month + step, {"M": 1, "Q": 3}[unit], {"M": "month", "Q": "quarter"}[unit]
        )
    return year(at.first.year + step // 12)


def edtf(at: Stretch) -> str:
    """The stretch as EDTF, level 0 or 1."""
    if at.grain == "day" and at.clock == "24:00":
        value = f"{(at.first + timedelta(days=1)).isoformat()}T00:00"
    elif at.grain == "day" and at.clock:
        value = f"{at.first.isoformat()}T{at.clock}"
    elif at.grain == "season":
        value = f"{at.first.year:04}-{20 + at.first.month // 3}"
    elif at.grain == "span":
        value = f"{_unit(at.first, at.ends)}/{_unit(at.last, at.ends)}"
    elif at.grain in ("quarter", "half"):
        value = f"{_unit(at.first, 'month')}/{_unit(at.last, 'month')}"
    elif at.grain in ("week", "weekend"):
        value = f"{at.first.isoformat()}/{at.last.isoformat()}"
    else:
        value = _unit(at.first, at.grain)
    if at.open:
        first, _, last = value.partition("/")
        return f"../{last or first}" if at.open == "before" else f"{first}/.."
    return value + "~" if at.about else value


def _unit(at: date, grain: str) -> str:
    """One unit's own notation; the year alone, the year and month, or the day."""
    if grain in ("decade", "century"):
        return f"{at.year:04}"[:3] + "X" if grain == "decade" else f"{at.year:04}"[:2] + "XX"
    return at.isoformat()[: {"year": 4, "month": 7}.get(grain, 10)]


def approximate(at: Stretch) -> Stretch:
    """The same stretch, named only roughly."""
    return replace(at, about=True)
