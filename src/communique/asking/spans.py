"""Days that a user types: a day, month or year, a range, or words such as "next week", seen from a day."""

import re
from calendar import month_name, monthrange
from datetime import date, timedelta

from communique.model.days import days, shifted
from communique.reading.dates import iso_date

Days = tuple[str, str]
"""The first and last day, `YYYY-MM-DD`, "" for an open end."""

MONTHS = {name.casefold(): number for number, name in enumerate(month_name) if name}

_MONTH = re.compile(rf"({'|'.join(MONTHS)})(?:,? (\d{{4}}))?")
_RELATIVE = re.compile(r"(last|this|next|past|coming) (week|month|year)")
_COUNTED = re.compile(r"(last|past|next|coming) (\d{1,3}) days")
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}


def span(written: str, today: str) -> Days | None:
    """The days that words mean to somebody on the day `today`; None for words that mean none.

    A month without a year is the last one that had begun by then. A week runs from Monday to Sunday.
    """
    words = " ".join(written.casefold().split()).strip(" ?,")
    if ".." in words:
        return _range(words, today)
    first, last = days(words.upper())
    if first or last:
        return first, last
    if day := iso_date(words)[:10]:
        return day, day
    return _relative(words, today) if today else _month(words, "")


def _range(words: str, today: str) -> Days | None:
    since, _, until = words.partition("..")
    start, end = (span(part, today) if part.strip() else ("", "") for part in (since, until))
    if start is None or end is None or not (since.strip() or until.strip()):
        return None
    return start[0], end[1]


def _relative(words: str, today: str) -> Days | None:
    now = date.fromisoformat(today)
    if words in _NEAR:
        day = shifted(today, _NEAR[words])
        return day, day
    if found := _COUNTED.fullmatch(words):
        length = int(found[2])
        return (shifted(today, -length), today) if found[1] in ("last", "past") else (today, shifted(today, length))
    if found := _RELATIVE.fullmatch(words):
        by = {"last": -1, "past": -1, "this": 0}.get(found[1], 1)
        return _unit(now, found[2], by)
    return _month(words, today)


def _unit(now: date, unit: str, by: int) -> Days:
    """The week, month or year so many after the present one."""
    if unit == "week":
        monday = now - timedelta(now.weekday()) + timedelta(7 * by)
        return monday.isoformat(), (monday + timedelta(6)).isoformat()
    if unit == "year":
        return f"{now.year + by}-01-01", f"{now.year + by}-12-31"
    months = now.year * 12 + now.month - 1 + by
    return _whole(months // 12, months % 12 + 1)


def _month(words: str, today: str) -> Days | None:
    found = _MONTH.fullmatch(words)
    if found is None or not (found[2] or today):
        return None
    month = MONTHS[found[1]]
    year = int(found[2]) if found[2] else int(today[:4]) - (month > int(today[5:7]))
    return _whole(year, month)


def _whole(year: int, month: int) -> Days:
    return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{monthrange(year, month)[1]:02}"
