"""Publication dates as outlets write them, to ISO 8601; nothing is guessed."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
_FORMATS = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%Y/%m/%d", "%d.%m.%Y", "%Y %B %d")
_WEEKDAY = re.compile(r"^(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+", re.I)
_CLOCK = re.compile(r"[,\s]+(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:GMT|UTC|[A-Z]{2,4}T)?$", re.I)


def iso_date(written: str) -> str:
    """`YYYY-MM-DD` (with `Thh:mm` and zone if an ISO time is given) or "" if this is no date, or an ambiguous one.

    Accepts ISO 8601, RFC 5322 and the written-out forms of the press ("30 November 2025", "Nov. 30, 2025"); numeric
    dates only with the year first or with dots (day first), since 03/04/2025 means two days.
    """
    written = " ".join(written.split())
    found = _ISO.match(written)
    if found:
        year, month, day, clock, zone = found.groups()
        return _checked(f"{year}-{month}-{day}", f"T{clock}{zone or ''}" if clock else "")
    compact = _COMPACT.match(written)
    if compact:
        return _checked("-".join(compact.groups()))
    return _written_out(written) or _mail(written)


def _checked(day: str, clock: str = "") -> str:
    try:
        datetime.strptime(day, "%Y-%m-%d")
    except ValueError:
        return ""
    return day + clock


def _written_out(written: str) -> str:
    bare = _WEEKDAY.sub("", _CLOCK.sub("", written))
    bare = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", bare).replace(",", " ").replace("Sept ", "Sep ")
    bare = " ".join(re.sub(r"(?<=[A-Za-z])\.", " ", bare).replace("Sept ", "Sep ").split())
    for form in _FORMATS:
        try:
            return datetime.strptime(bare, form).strftime("%Y-%m-%d")
        except ValueError:
            continue
    return ""


def _mail(written: str) -> str:
    try:
        return parsedate_to_datetime(written).strftime("%Y-%m-%d")
    except (ValueError, TypeError, IndexError):
        return ""
