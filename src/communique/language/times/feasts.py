"""Feasts and holidays: where they fall in a year.

Easter after the anonymous Gregorian computus (Meeus/Jones/Butcher), the Orthodox one after Meeus' Julian computus;
the Islamic year by the tabular calendar (civil epoch), which may differ by a day from the sighting of the moon; the
Hebrew year by its molad and postponements (after Reingold and Dershowitz, Calendrical Calculations).
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from communique.language.times.context import Context
from communique.language.times.grammar import Found, Rule
from communique.language.times.sense import Sense, Stretch, approximate, day, weekend
from communique.lexicon.times import Feast

_HEBREW_EPOCH = -1373427
_ISLAMIC_EPOCH = 227015


def easter(year: int) -> date:
    """Easter Sunday of the western churches."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    lead = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * lead) // 451
    month, number = divmod(h + lead - 7 * m + 114, 31)
    return date(year, month, number + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches, in the Gregorian calendar (1900 to 2099)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, number = divmod(d + e + 114, 31)
    return date(year, month, number + 1) + timedelta(days=13)


def islamic(year: int, month: int, number: int) -> date:
    """A day of the tabular Islamic calendar."""
    days = number + 29 * (month - 1) + (6 * month - 1) // 11 + 354 * (year - 1) + (3 + 11 * year) // 30
    return date.fromordinal(_ISLAMIC_EPOCH - 1 + days)


def hebrew(year: int, month: int, number: int) -> date:
    """A day of the Hebrew calendar; months are counted from Nisan, the year begins with the seventh."""
    start = _new_year(year)
    if month >= 7:
        lengths = _autumn(year)
        return date.fromordinal(start + sum(lengths[: month - 7]) + number - 1)
    nisan = _new_year(year + 1) - 177
    return date.fromordinal(nisan + sum((30, 29, 30, 29, 30, 29)[: month - 1]) + number - 1)


def _autumn(year: int) -> tuple[int, int]:
    return 30, 30 if (_new_year(year + 1) - _new_year(year)) % 10 == 5 else 29


def _new_year(year: int) -> int:
    """The proleptic ordinal of 1 Tishri."""
    before, here, after = _elapsed(year - 1), _elapsed(year), _elapsed(year + 1)
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return _HEBREW_EPOCH + here + delay


def _elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    days = 29 * months + parts // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    """The `count`-th ISO weekday of a month; -1 is the last."""
    if count < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))


def lunar_new_year(year: int) -> date:
    """The Chinese new year: the new moon nearest 4 February (mean moon, so a day off at times)."""
    spring, moon = date(year, 2, 4), date(2000, 1, 6)
    months = round(((spring - moon).days - 0.26) / 29.530588)
    return moon + timedelta(days=round(months * 29.530588 + 0.26 + 0.33))


def days_of(feast: Feast, year: int) -> list[date]:
    """The first days of a feast that fall in a Gregorian year: none, one, or two of an Islamic feast."""
    numbers = [int(n) for n in feast.value.replace("--", "-~").replace("-", " ").replace("~", "-").split()]
    if feast.kind in ("easter", "orthodox"):
        return [(easter if feast.kind == "easter" else orthodox_easter)(year) + timedelta(days=int(feast.value))]
    if feast.kind == "islamic":
        about = int((year - 622) * 1.0307)
        found = [islamic(about + n, *numbers) for n in (-1, 0, 1, 2)]
        return [d for d in found if d.year == year]
    made: dict[str, Callable[[], date]] = {
        "fixed": lambda: date(year, *numbers),
        "weekday": lambda: nth_weekday(year, *numbers),
        "hebrew": lambda: hebrew(year + (3761 if numbers[0] >= 7 else 3760), *numbers),
        "lunar": lambda: lunar_new_year(year),
    }
    return [made[feast.kind]()]


def feast(found: Found, context: Context) -> Sense | None:
    """A feast of the year written, else the last or next one by the tense."""
    piece = found.pieces("feast")[0]
    if piece.feast is None or _is_name(found):
        return None
    now = context.published
    if found.has("year"):
        return _sense(piece.feast, days_of(piece.feast, found.number("year")), "the year is written")
    near = [d for y in (now.year - 1, now.year, now.year + 1) for d in days_of(piece.feast, y)]
    lasting = timedelta(days=piece.feast.days - 1)
    back = [d for d in near if d <= now]
    on = [d for d in near if d + lasting >= now]
    which = found.pieces("which")[0].kind if found.has("which") else ""
    toward = context.direction(found.start, found.end)
    ahead = which == "NEXT" or (not which and toward.value == "future")
    if which == "THIS":
        return _sense(piece.feast, days_of(piece.feast, now.year), "of this year")
    nearest = min(near, key=lambda d: abs((d - now).days))
    if not which and (not toward.firm or abs((nearest - now).days) <= 30):
        return _sense(piece.feast, [nearest], "the nearest one")
    return _sense(piece.feast, on[:1] if ahead else back[-1:], toward.why or "by the tense")


def _sense(feast: Feast, days: list[date], why: str) -> Sense | None:
    if not days:
        return None
    last = days[0] + timedelta(days=feast.days - 1)
    at = day(days[0]) if feast.days == 1 else Stretch(days[0], last, "span")
    moving = feast.kind in ("islamic", "lunar")
    return Sense("DATE", f"{feast.name}, {why}", (approximate(at) if moving and feast.days == 1 else at,))


def _is_name(found: Found) -> bool:
    """Part of the name of something else: "Good Friday Agreement", "Easter Rising", "Yom Kippur War"."""
    following = found.piece(0)
    if following is None or found.has("year"):
        return False
    named = following.word[:1].isupper() and following.kind == "OTHER" and not following.word.isupper()
    return named or following.word.lower() in (
        "agreement",
        "accord",
        "accords",
        "deal",
        "island",
        "islands",
        "war",
        "rising",
    )


def day_of_feast(found: Found, context: Context) -> Sense | None:
    """Read "the first day of Ramadan", "the last day of Passover"."""
    at, of = feast(found, context), found.pieces("feast")[0].feast
    if at is None or of is None or found.value("unit") != "D":
        return None
    run, which = at.stretches[0], found.pieces("which_day")[0]
    number = found.number("which_day") or 1
    chosen = run.last if which.kind == "LAST" else run.first + timedelta(days=number - 1)
    one = day(chosen) if chosen <= run.last else None
    return replace(at, stretches=(approximate(one) if of.kind == "islamic" else one,)) if one else None


def feast_weekend(found: Found, context: Context) -> Sense | None:
    """Read "Thanksgiving weekend": the weekend of the feast's week."""
    at = feast(found, context)
    return replace(at, stretches=(weekend(at.stretches[0].first),)) if at else None


_FEAST = "(?P<feast>FEAST)"

RULES = (
    Rule("feast", f"(?P<which>LAST|NEXT|THIS)? {_FEAST} (?:COMMA? (?P<year>YEAR))?", feast),
    Rule("feast_weekend", f"{_FEAST} WEEKEND", feast_weekend),
    Rule("day_of_feast", f"THE (?P<which_day>ORDINAL|ORDINAL_WORD|LAST) (?P<unit>UNIT) OF {_FEAST}", day_of_feast),
)
