"""Days that an EDTF value can mean, as numbers that can be compared."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from communique.model.days import days

EVER = 10**6
"""A day after every other; its negative comes before every other."""

CLOSE = 3
"""A window of at most this many days places an event."""


@dataclass(frozen=True, slots=True)
class Window:
    """From day `first` to day `last`, both included, as `date.toordinal` counts; open ends are `-EVER` and `EVER`."""

    first: int
    last: int

    @property
    def is_known(self) -> bool:
        """False when it says nothing at all."""
        return self.first > -EVER or self.last < EVER

    @property
    def is_close(self) -> bool:
        """True when it places an event within a few days."""
        return self.last - self.first < CLOSE

    def gap(self, other: "Window") -> int:
        """Days between the two; 0 when they touch or overlap."""
        return max(0, self.first - other.last, other.first - self.last)

    def overlaps(self, other: "Window") -> bool:
        """True when some day is in both."""
        return self.first <= other.last and other.first <= self.last


UNKNOWN = Window(-EVER, EVER)


@lru_cache(maxsize=65536)
def window(edtf: str) -> Window:
    """The window of an EDTF value; `UNKNOWN` for "" and for what is no date."""
    first, last = days(edtf)
    return Window(day(first) if first else -EVER, day(last) if last else EVER)


@lru_cache(maxsize=65536)
def day(written: str) -> int:
    """The number of a day written `YYYY-MM-DD`, with or without a time."""
    return date.fromisoformat(written[:10]).toordinal()
