"""EDTF values (ISO 8601-2) as the record stores them: what days can each mean.

Level 0 and 1 as the annotation guide uses them, and of level 2 the one-of set `[a,b]`: days, months, years, decades
(`197X`), unspecified parts (`2025-11-XX`), seasons (`2016-21` to `2016-24`), qualifiers (`?`, `~`, `%`), times of day,
intervals with open (`..`) or unknown ends.
"""

import re
from calendar import monthrange
from functools import lru_cache

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
"""First and last month of spring, summer, autumn and winter, the northern ones; winter within its year."""

_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T.*)?")


@lru_cache(maxsize=65536)
def bounds(value: str) -> tuple[str, str]:
    """The first and last day (`YYYY-MM-DD`) that a value can mean; "" for an open or unknown end, and for both where
    the value is no date ("", a duration).

    An approximate value (`2025-11~`) is taken as written: how far it may be off is not said.
    """
    if value.startswith("[") and value.endswith("]"):
        ends = [bounds(part) for part in value[1:-1].split(",")]
        firsts, lasts = [first for first, _ in ends], [last for _, last in ends]
        return ("" if "" in firsts else min(firsts)), ("" if "" in lasts else max(lasts))
    first, slash, last = value.partition("/")
    return _day(first, last=False), _day(last if slash else first, last=True)


def _day(written: str, *, last: bool) -> str:
    """The first or last day of a single date, or "" if it is none."""
    found = _DATE.fullmatch(re.sub("[?~%]", "", written))
    if found is None:
        return ""
    year = int(found[1].replace("X", "9" if last else "0"))
    month, day = (None if part in (None, "XX") else int(part) for part in (found[2], found[3]))
    first_month, last_month = SEASONS.get(month, (month, month)) if month else (1, 12)
    if not 1 <= first_month <= last_month <= 12 or year < 1:
        return ""
    whole = last_month if last else first_month
    days = monthrange(year, whole)[1]
    if day is not None and not 1 <= day <= days:
        return ""
    return f"{year:04}-{whole:02}-{day or (days if last else 1):02}"
