"""Dates with a month: written out, without their year, and runs of days or months."""

from datetime import date, timedelta

from communique.language.times.context import Context, Direction
from communique.language.times.grammar import Found, Rule
from communique.language.times.sense import Sense, Stretch, approximate, day, month, span, week
from communique.language.times.units import unit_from_publication

_YEAR = "(?:COMMA? OF? (?P<year>YEAR|ABBR_YEAR))"
_THIS = "(?:COMMA? OF? (?P<point>THIS|LAST|NEXT) UNIT)"
_MAYBE_YEAR = f"(?:{_YEAR}|{_THIS})?"
_WDAY = "(?:(?:THIS(?=WDAY COMMA))?(?P<wday>WDAY) COMMA? (?:THE|ON)?)?"
_MONTH_DAY = "(?P<month>MON) THE? (?P<day>ANYDAY)(?! HYPHEN?(?:MON|ANYUNIT))"
_DAY_MONTH = "(?:THE(?=ORDINAL|ORDINAL_WORD))? (?P<day>ANYDAY) OF? (?P<month>MON)"
_RUN = "(?:HYPHEN|DASH|TO|(?<=BETWEEN....)AND|(?<=BETWEEN...)AND|(?<=BETWEEN..)AND)"
_NEXT_DAY, _LAST_DAY = "COMMA ANYDAY", "COMMA? AND (?P<until>ANYDAY)"
_PART = "(?P<ordinal>ORDINAL|ORDINAL_WORD|LAST|LATER) (?P<unit>(?P<half>HALF)|UNIT) OF"
_TO_DAY = "(?:LINK|COMMA|OR) (?P<until>ANYDAY)"


LONGEST_PAST, SOON = 330, 30
"""Days: a day of last year so long ago has its year with it; a day so soon is meant, though a past verb told of it."""

LONGEST_WAIT = 240
"""Days: a date without its year is hardly further ahead, when last year's is nearer."""


DAY = timedelta(days=1)
FRESH = timedelta(days=60)
"""A day without a year this near to publication is what the news tells of, whatever weekday stands beside it."""
THURSDAY, WEEKS = 3, 4
"""A week is of the month that its Thursday is in, and a month has so many at least."""


def year_of(written: str, published: date) -> int | None:
    """The year of four digits, or of two after an apostrophe or in a dateline."""
    digits = written.lstrip("'’`")
    if len(digits) == 4:
        return int(digits)
    if not digits.isdigit() or len(digits) != 2:
        return None
    century = published.year // 100 * 100
    near = int(digits) + century
    return near if near <= published.year + 5 else near - 100


def nearest_year(context: Context, at: tuple[int, int], toward: Direction, *, whole: bool) -> list[int]:
    """Years for a month (`whole`) or a month and day, best first: the tense decides, else the shortest way.

    A month and day whose year the text wrote out once keeps it. Without firm signs a day a few weeks ahead is nearer
    than one almost a year ago.
    """
    known = context.years.get(at)
    if known is not None:
        return [known]
    now = context.published
    here = (now.month, 0 if whole else now.day)
    number = (at[0], 0 if whole else at[1])
    past = now.year if number <= here else now.year - 1
    ahead = now.year if number >= here else now.year + 1
    if past == ahead:
        return [past]
    back, on = _apart(now, at, past), _apart(now, at, ahead)
    if toward.value == "past" and toward.firm:
        return [ahead if past < now.year and back > LONGEST_PAST and on <= SOON and not whole else past]
    if toward.value == "future" and toward.firm and on <= LONGEST_WAIT:
        return [ahead]
    soon = toward.value == "future" or on <= (45 if whole else 75)
    first = ahead if soon and on < back else past
    return [first, past if first == ahead else ahead]


def _apart(now: date, at: tuple[int, int], in_year: int) -> int:
    return abs((date(in_year, at[0], min(at[1] or 15, 28)) - now).days)


def months_year(found: Found, context: Context, numbers: tuple[int, int], *, whole: bool) -> tuple[list[int], str]:
    """The years for a month and day, from the words of the match or else from the tense, with the reason."""
    if found.has("year"):
        written = year_of(found.value("year"), context.published)
        return ([written] if written else []), "the year is written"
    if found.has("point"):
        words = found.pieces("point")
        step = {"LAST": -1, "THIS": 0, "NEXT": 1}[words[0].kind]
        after = found.scan.pieces[found.match.end("point")]
        return ([context.published.year + step] if after.value == "Y" else []), f"{words[0].word} year"
    toward = context.direction(found.start, found.end)
    years = _beside(found, context, numbers, toward) or nearest_year(context, numbers, toward, whole=whole)
    if len(years) == 1 and toward.firm and not whole:
        context.years.setdefault(numbers, years[0])
    return years, toward.why or "the nearest year"


def _beside(found: Found, context: Context, numbers: tuple[int, int], toward: Direction) -> list[int]:
    """The year of a date of another year in the same sentence, when the two are less than half a year apart."""
    near = context.anchor(found.start, within=0)
    if near is None or near.grain not in ("day", "month") or near.about:
        return []
    if near.grain == "day" and near.first > context.published and not toward.firm and numbers[1]:
        years = [
            y for y in (near.first.year, near.first.year + 1) if numbers > (near.first.month, 0) or y > near.first.year
        ]
        return years[:1] if _apart(near.first, numbers, years[0]) < 183 else []
    firm = toward.firm and toward.value == "future"
    if firm or near.first.year == context.published.year or found.start - context.mentions[-1].end > 40:
        return []
    years = [y for y in (near.first.year, near.first.year + 1) if _apart(near.first, numbers, y) < 183]
    return years[:1]


def _numbers(found: Found) -> tuple[int, int]:
    return found.number("month"), found.number("day")


def _valid(years: list[int], at: tuple[int, int]) -> list[date]:
    found = []
    for number in years:
        try:
            found.append(date(number, *at))
        except ValueError:
            continue
    return found


def full_date(found: Found, context: Context) -> Sense | None:
    """A month and day, with or without weekday and year; a weekday that disagrees with the year chooses another, unless
    the day is as near as news is: then the weekday is mistaken.
    """
    numbers = _numbers(found)
    if not 1 <= numbers[1] <= 31 or _is_time_of_day(found):
        return None
    years, why = months_year(found, context, numbers, whole=False)
    days = _valid(years, numbers)
    if found.has("wday") and not found.has("year"):
        near = _valid([context.published.year + n for n in (0, -1, 1)], numbers)
        fitting = [d for d in near if d.weekday() == found.number("wday")]
        fresh = [d for d in near if abs(d - context.published) <= FRESH]
        days = [d for d in fitting if not fresh or d in fresh][:1] or days
    if not days:
        return None
    if found.has("year"):
        context.years.setdefault(numbers, days[0].year)
    return Sense("DATE", why, tuple(map(day, days)))


def _is_time_of_day(found: Found) -> bool:
    """The number belongs to what follows: "May 10 people", "March 3 p.m."."""
    ends_in_number = found.scan.pieces[found.last - 1].kind in ("DAYNUM",)
    return ends_in_number and (found.near(0) in ("AMPM", "MEASURE", "OCLOCK") and not found.has("year"))


def wire_date(found: Found, context: Context) -> Sense | None:
    """A dateline's date with a year of two digits: "26 SEP 89"."""
    written = year_of(found.value("short"), context.published)
    if written is None or (found.number("short") <= 31 and abs(written - context.published.year) > 1):
        return None
    days = _valid([written], _numbers(found))
    return Sense("DATE", "a dateline's date", (day(days[0]),)) if days else None


def days_of_month(found: Found, context: Context) -> Sense | None:
    """Several days of one month, or one of two: "March 9-11", "16 and 17 October", "10 or 11 March"."""
    numbers = _numbers(found)
    years, why = months_year(found, context, numbers, whole=False)
    until = _valid(years, (numbers[0], found.number("until")))
    runs = [span(day(a), day(b)) for a, b in zip(_valid(years, numbers), until, strict=False)]
    kept = tuple(r for r in runs if r)
    return Sense("DATE", why, kept) if kept else None


def across_months(found: Found, context: Context) -> Sense | None:
    """A run of days from one month into another: "Feb. 28 to March 3"; the year of the end holds for both."""
    end = found.number("month2"), found.number("day2")
    years, _ = months_year(found, context, end, whole=False)
    start = _numbers(found)
    first = [found.number("year1")] if found.has("year1") else [y - (start > end) for y in years]
    pairs = zip(_valid(first, start), _valid(years, end), strict=False)
    kept = tuple(r for r in (span(day(a), day(b)) for a, b in pairs) if r)
    return Sense("DATE", "from one day to another", kept) if kept else None


def month_run(found: Found, context: Context) -> Sense | None:
    """A run of months: "July-August 2014", "between August and December"."""
    start, end = found.number("month"), found.number("month2")
    toward = context.direction(found.start, found.end)
    years = [found.number("year")] if found.has("year") else nearest_year(context, (end, 1), toward, whole=True)
    first = found.number("year1") if found.has("year1") else years[0] - (start > end)
    run = span(month(first, start), month(years[0], end))
    return Sense("DATE", "from one month to another", (run,)) if run else None


def single_month(found: Found, context: Context) -> Sense | None:
    """A month, with or without its year; "mid-March" is about the 15th, "early" and "late" leave the month whole."""
    number = found.number("month")
    if not (found.has("year") or found.has("point") or found.has("part") or _stands_as_month(found)):
        return None
    if found.near(-1) == "DAYNUM":
        return None
    if found.near(0) == "DAYNUM" and not _valid([2024], (number, int(found.scan.pieces[found.last].value))):
        return None
    years, why = months_year(found, context, (number, 1), whole=True)
    part = found.pieces("part")
    named = tuple(month(y, number) for y in years)
    if not named:
        return None
    middle = (
        tuple(approximate(day(m.first.replace(day=15))) for m in named) if part and part[0].kind == "MID" else named
    )
    return Sense("DATE", why, middle, named=named[0])


def _stands_as_month(found: Found) -> bool:
    """A bare month's name is a month; "May", "March" only behind a preposition or between "the" and a noun."""
    piece = found.pieces("month")[0]
    before = found.near(-1)
    if piece.kind == "MONTH":
        return True
    if before in ("IN", "TO", "OF", "FOR", "FROM", "OVER", "BEFORE", "AFTER", "SINCE", "BETWEEN", "LAST", "NEXT", "BY"):
        return True
    following = found.piece(0)
    return before == "THE" and following is not None and following.word[:1].islower() and following.kind == "OTHER"


def point_month(found: Found, context: Context) -> Sense | None:
    """Read "last October", "next March", "this September"."""
    number, now, point = found.number("month"), context.published, found.pieces("point")[0].kind
    if point in ("LAST", "PAST"):
        in_year = now.year if number < now.month else now.year - 1
    elif point in ("NEXT", "COMING"):
        in_year = now.year if number > now.month else now.year + 1
    else:
        in_year = now.year
    return Sense("DATE", f"{found.pieces('point')[0].word} from publication", (month(in_year, number),))


def point_date(found: Found, context: Context) -> Sense | None:
    """Read "last Oct. 23", "next June 1"."""
    number, now = _numbers(found), context.published
    here = (now.month, now.day)
    step = {"LAST": -(number >= here), "NEXT": number <= here, "THIS": 0}[found.pieces("point")[0].kind]
    days = _valid([now.year + step], number)
    return Sense("DATE", f"{found.pieces('point')[0].word} from publication", (day(days[0]),)) if days else None


def week_of(found: Found, context: Context) -> Sense | None:
    """Read "the week of March 6"."""
    years, why = months_year(found, context, _numbers(found), whole=False)
    days = _valid(years, _numbers(found))
    weekly = found.pieces("month")[0] is not None and found.scan.pieces[found.first + 1].value == "W"
    return Sense("DATE", why, tuple(map(week, days))) if days and weekly else None


def part_of_month(found: Found, context: Context) -> Sense | None:
    """Read "the first half of June", "the second week of next month", "the last week of May 2016"."""
    if found.has("month"):
        years, why = months_year(found, context, (found.number("month"), 1), whole=True)
        named = [month(y, found.number("month")) for y in years]
    else:
        at = unit_from_publication(found.value("of"), found.pieces("which")[0].kind, context)
        if at is None or at.grain != "month":
            return None
        named, why = [at], "of the month from publication"
    number = 0 if found.pieces("ordinal")[0].kind in ("LAST", "LATER") else found.number("ordinal")
    parts = [part for m in named if (part := _part(m, found, number))]
    return Sense("DATE", why, tuple(parts), named=named[0]) if parts else None


def _part(of: Stretch, found: Found, number: int) -> Stretch | None:
    """The half or week of a month with this number, 0 for the last; its first week has its first seven days."""
    if found.has("half"):
        middle = of.first.replace(day=of.last.day // 2)
        is_first = number == 1
        return span(day(of.first if is_first else middle + DAY), day(middle if is_first else of.last))
    if found.pieces("unit")[0].value != "W" or number > WEEKS:
        return None
    if number < 2:
        return span(day(of.first if number else of.last - 6 * DAY), day(of.first + 6 * DAY if number else of.last))
    thursday = of.first + (THURSDAY - of.first.weekday()) % 7 * DAY
    return week(thursday + 7 * (number - 1) * DAY)


def numeric(found: Found, context: Context) -> Sense | None:
    """A date in figures; day and month in either order where both fit, the nearer to publication first."""
    digits = [int(d) for d in found.text.replace("-", "/").replace(".", "/").split("/")]
    if digits[0] > 31:
        days = _valid([digits[0]], (digits[1], digits[2]))
        return Sense("DATE", "year, month, day", (day(days[0]),)) if days else None
    in_year = year_of(found.text[-4:] if digits[2] > 99 else found.text[-2:], context.published)
    if in_year is None:
        return None
    orders = [(digits[0], digits[1])] if "." not in found.text else []
    orders += [(digits[1], digits[0])]
    days = sorted(set(_valid([in_year], orders[0]) + _valid([in_year], orders[-1])))
    days.sort(key=lambda d: abs((d - context.published).days))
    why = "day and month could change places" if len(days) > 1 else "only one order fits"
    return Sense("DATE", why, tuple(map(day, days))) if days else None


def iso(found: Found, context: Context) -> Sense | None:
    """An ISO 8601 date, with a clock time perhaps."""
    at, _, clock = found.text.partition("T")
    days = _valid([int(at[:4])], (int(at[5:7]), int(at[8:10])))
    return Sense("TIME" if clock else "DATE", "ISO 8601", (_clocked(day(days[0]), clock[:5]),)) if days else None


def _clocked(at: Stretch, clock: str) -> Stretch:
    return Stretch(at.first, at.last, clock=clock)


RULES = (
    Rule("date", f"{_WDAY} {_MONTH_DAY} {_MAYBE_YEAR}", full_date),
    Rule("date", f"{_WDAY} {_DAY_MONTH} {_MAYBE_YEAR}", full_date),
    Rule("wire_date", "(?P<day>DAY) (?P<month>MON|SHORT_MONTH) (?P<short>NUMBER|DAYNUM|ABBR_YEAR)", wire_date),
    Rule("date", f"(?P<day>DAY) (?P<month>SHORT_MONTH) COMMA? {_YEAR}", full_date),
    Rule("date", f"(?P<month>SHORT_MONTH) (?P<day>DAY) {_MAYBE_YEAR}", full_date),
    Rule("date", "(?P<day>DAY) (?P<month>SHORT_MONTH)", full_date),
    Rule("date", "(?P<day>DAY) HYPHEN (?P<month>MON|SHORT_MONTH) HYPHEN (?P<year>YEAR)", full_date),
    Rule("days", f"{_WDAY} BETWEEN? (?P<month>MON) (?P<day>ANYDAY) {_TO_DAY} {_MAYBE_YEAR}", days_of_month),
    Rule("days", f"{_WDAY} BETWEEN? (?P<day>ANYDAY) {_TO_DAY} OF? (?P<month>MON) {_MAYBE_YEAR}", days_of_month),
    Rule("days", f"(?P<day>ANYDAY) (?:{_NEXT_DAY})+ {_LAST_DAY} OF? (?P<month>MON) {_MAYBE_YEAR}", days_of_month),
    Rule("days", f"(?P<month>MON) (?P<day>ANYDAY) (?:{_NEXT_DAY})+ {_LAST_DAY} {_MAYBE_YEAR}", days_of_month),
    Rule(
        "days",
        f"(?:FROM|BETWEEN)? (?P<month>MON) (?P<day>ANYDAY) (?:COMMA? (?P<year1>YEAR))? COMMA? {_RUN} "
        f"(?P<month2>MON) (?P<day2>ANYDAY) {_MAYBE_YEAR}",
        across_months,
    ),
    Rule(
        "days",
        f"(?:FROM|BETWEEN)? (?P<day>ANYDAY) (?P<month>MON) (?P<year1>YEAR)? {_RUN} "
        f"(?P<day2>ANYDAY) OF? (?P<month2>MON) {_MAYBE_YEAR}",
        across_months,
    ),
    Rule("months", f"(?P<month>MON) (?P<year1>YEAR)? (?:HYPHEN|DASH|TO|SLASH) (?P<month2>MON) {_YEAR}?", month_run),
    Rule("months", f"(?:FROM|BETWEEN) (?P<month>MON) (?P<year1>YEAR)? LINK (?P<month2>MON) {_YEAR}?", month_run),
    Rule("month", f"(?:(?P<part>EARLY|MID) HYPHEN?)? (?P<month>MON) {_MAYBE_YEAR}", single_month),
    Rule("date_from_publication", "(?P<point>LAST|NEXT|THIS) (?P<month>MON) (?P<day>ANYDAY)", point_date),
    Rule("week_of", "THE UNIT OF (?P<month>MON) (?P<day>ANYDAY)", week_of),
    Rule("part_of_month", f"THE {_PART} (?P<month>MON) {_MAYBE_YEAR}", part_of_month),
    Rule("part_of_month", f"THE {_PART} (?P<which>LAST|THIS|NEXT|COMING) (?P<of>UNIT)", part_of_month),
    Rule("month_from_publication", "(?P<part>EARLY)? (?P<point>POINT) (?P<month>MON)", point_month),
    Rule("numeric", "NUMERIC", numeric),
    Rule("iso", "ISO", iso),
)
