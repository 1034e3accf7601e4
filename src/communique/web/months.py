"""Next steps by days of a month."""

from calendar import Calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from communique.model.days import days
from communique.model.rows import StepRow


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the calendar with what is due on it."""

    day: str
    is_inside: bool
    steps: tuple[StepRow, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month by weeks that begin on Mondays, with the steps that have no single day in `others`."""

    name: str
    before: str
    after: str
    weeks: tuple[tuple[Day, ...], ...]
    others: tuple[StepRow, ...]

    @property
    def steps(self) -> tuple[StepRow, ...]:
        """All steps that it shows, by day."""
        return (*(step for week in self.weeks for day in week for step in day.steps), *self.others)


def weeks(name: str) -> str:
    """The whole weeks by which the month `YYYY-MM` is shown, in EDTF. Raises `ValueError` for a month that is none."""
    shown = _weeks(date.fromisoformat(f"{name}-01"))
    return f"{shown[0][0].isoformat()}/{shown[-1][-1].isoformat()}"


def _weeks(first: date) -> list[list[date]]:
    return Calendar().monthdatescalendar(first.year, first.month)


def month(name: str, steps: Sequence[StepRow]) -> Month:
    """The month `YYYY-MM` with these steps."""
    first = date.fromisoformat(f"{name}-01")
    by_day: dict[str, list[StepRow]] = {}
    others = []
    for step in steps:
        start, end = days(step.when) if step.when else ("", "")
        if start and start == end:
            by_day.setdefault(start, []).append(step)
        elif (start or "0") <= f"{name}-31" and (end or "9") >= f"{name}-01" and step.when:
            others.append(step)
    return Month(
        name,
        _moved(first, -1),
        _moved(first, 1),
        tuple(
            tuple(Day(d.isoformat(), d.month == first.month, tuple(by_day.get(d.isoformat(), ()))) for d in week)
            for week in _weeks(first)
        ),
        tuple(others),
    )


def _moved(first: date, by: int) -> str:
    number = first.year * 12 + first.month - 1 + by
    return f"{number // 12:04}-{number % 12 + 1:02}"
