"""The days that an EDTF value spans, as the record compares and stores them: written `YYYY-MM-DD`, never an error."""

import re
from datetime import date
from functools import lru_cache

from communique.model.edtf import alternatives

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@lru_cache(maxsize=65536)
def days(value: str) -> tuple[str, str]:
    """The first and last day that a value can mean, over all readings of a one-of set.

    "" stands for an open or unknown end, and for both where the value is no date ("", a duration).
    """
    try:
        found = alternatives(value)
    except ValueError:
        return "", ""
    firsts, lasts = [b.first for b in found if b.first], [b.last for b in found if b.last]
    first = min(firsts).isoformat() if len(firsts) == len(found) else ""
    return first, max(lasts).isoformat() if len(lasts) == len(found) else ""


def is_day(value: str) -> bool:
    """True for a value that is one certain day: `YYYY-MM-DD`."""
    return bool(_DAY.fullmatch(value))


def shifted(day: str, by: int) -> str:
    """The day so many days later, or earlier; the first or last day of the calendar where it would lie outside."""
    number = min(max(date.fromisoformat(day).toordinal() + by, 1), date.max.toordinal())
    return date.fromordinal(number).isoformat()
