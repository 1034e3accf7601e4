"""Years and what is longer, quarters and halves: "2016", "the 1970s", "2015/16", "the third quarter of 2016"."""

from communique.language.times.context import Context
from communique.language.times.dates import months_year
from communique.language.times.grammar import Found, Rule
from communique.language.times.quantities import numeral
from communique.language.times.sense import Sense, Stretch, decade, month, months, span, year
from communique.language.times.units import cut
from communique.lexicon.times import neighbours

_BEFORE_YEAR = frozenset(
    "IN TO OF FROM BY SINCE BEFORE AFTER FOR BETWEEN EARLY MID LATER EARLIER AND OR THE OVER OPEN".split()
)


def bare_year(found: Found, context: Context) -> Sense | None:
    """Four digits that are a year: not a count, a resolution's number, a price or a clock."""
    number = found.number("year")
    if not _is_year(found, number) or not 1 <= number <= 9999:
        return None
    part = found.pieces("part")
    at = year(number)
    return Sense("DATE", "the year is written", (cut(at, part[0].kind, part[0].value) if part else at,), named=at)


def _is_year(found: Found, number: int) -> bool:
    before, following = found.piece(-1), found.piece(0)
    if (
        _is_numbered(found)
        or (before and before.word.lower() in ("copyright", "©", "(c)"))
        or (before and before.kind in ("CURRENCY", "NUMBER", "HYPHEN", "SLASH", "COLON"))
    ):
        return False
    if following and (
        following.kind in ("MEASURE", "AMPM", "UNITS", "ZONE", "CURRENCY", "OCLOCK") or following.word == "%"
    ):
        return False
    if following and following.kind == "HYPHEN" and found.near(1) != "YEAR":
        return False
    preposed = before is not None and (
        before.kind in _BEFORE_YEAR or before.word.lower() in ("since", "by", "around", "circa")
    )
    if 1900 <= number <= 2100:
        counted = following is not None and following.kind == "OTHER" and following.word.endswith("s") and not preposed
        return not (
            counted and before is not None and before.kind == "OTHER" and before.word.lower() in neighbours("counting")
        )
    if following and following.word.lower() in neighbours("after_year"):
        following = None
    return (
        preposed
        and not found.scan.text[max(0, found.start - 40) : found.end].isupper()
        and (following is None or not following.word[:1].isalnum() or following.kind != "OTHER")
        and number >= 1000
    )


def _is_numbered(found: Found) -> bool:
    """The number after "Resolution", "Article", "No.", "Flight", also in a list of such numbers."""
    at = found.first - 1
    pieces = found.scan.pieces
    while at > max(0, found.first - 20) and pieces[at].kind in (
        "COMMA",
        "AND",
        "OR",
        "YEAR",
        "NUMBER",
        "DAYNUM",
        "OPEN",
        "CLOSE",
    ):
        at -= 1
    if at == found.first - 1 or pieces[at].kind == "NUMBERED":
        return at >= 0 and pieces[at].kind == "NUMBERED"
    return False


def years_run(found: Found, context: Context) -> Sense | None:
    """Read "from 2000 to 2006", "1950-53", "2015/16"."""
    if found.has("span"):
        written = found.pieces("span")[0].word
        first, last = int(written[:4]), int(written[:2] + written[5:])
        if last <= first:
            return _year_month(first, int(written[5:]), written[4])
    else:
        first, last = found.number("year"), found.number("until")
        if found.has("short"):
            last = first // 100 * 100 + found.number("short")
    run = span(year(first), year(last)) if first < last else None
    return Sense("DATE", "from one year to another", (run,)) if run else None


def _year_month(number: int, of: int, mark: str) -> Sense | None:
    return Sense("DATE", "year and month", (month(number, of),)) if mark == "-" and 1 <= of <= 12 else None


def decades(found: Found, context: Context) -> Sense | None:
    """Read "the 1970s", "the late '80s", "the nineties"."""
    if found.has("word"):
        first = context.published.year // 100 * 100 + found.number("word")
        first -= 100 if first > context.published.year else 0
    else:
        digits = found.text.rstrip("sS").rstrip("'’").split()[-1].lstrip("'’`")
        digits = "".join(c for c in digits if c.isdigit())
        first = int(digits)
        if len(digits) == 2:
            first += context.published.year // 100 * 100
            first -= 100 if first > context.published.year else 0
    at = decade(first) if first % 10 == 0 else None
    return Sense("DATE", "ten years", (at,)) if at else None


def century(found: Found, context: Context) -> Sense | None:
    """Read "the 19th century"."""
    ordinal = found.number("ordinal")
    if found.pieces("unit")[0].value != "C" or not 10 <= ordinal <= 22:
        return None
    first = (ordinal - 1) * 100
    return Sense("DATE", "a hundred years", (Stretch(year(first).first, year(first + 99).last, "century"),))


def quarter(found: Found, context: Context) -> Sense | None:
    """Read "the third quarter", "Q3 2016", "the first half of the year": by the year written, or the tense."""
    number, grain, wide = _which_part(found)
    if not 1 <= number <= 12 // wide:
        return None
    now = context.published
    start = (number - 1) * wide + 1
    if found.has("year"):
        return Sense("DATE", "the year is written", (months(found.number("year"), start, wide, grain),))
    if found.has("point"):
        if found.scan.pieces[found.match.end("point")].value != "Y":
            return None
        step = {"LAST": -1, "THIS": 0, "NEXT": 1, "THE": 0, "COMING": 1}[found.pieces("point")[0].kind]
        return Sense("DATE", "of the year named", (months(now.year + step, start, wide, grain),))
    toward = context.direction(found.start, found.end)
    ahead = toward.value == "future" and toward.firm and "-" not in found.text
    of = now.year if now.month >= start else now.year - 1
    following = of if now.month < start + wide and now.month >= start else of + 1
    soon = (following - now.year) * 12 + start - now.month <= 6
    return Sense(
        "DATE", toward.why or "nothing looks ahead", (months(following if ahead and soon else of, start, wide, grain),)
    )


def _which_part(found: Found) -> tuple[int, str, int]:
    """Which quarter or half: its number, grain, and months."""
    if found.has("code"):
        code = found.value("code").upper()
        number = int(next(c for c in code if c.isdigit()))
        return (number, "quarter", 3) if "Q" in code else (number, "half", 6)
    words = found.pieces("ordinal")
    number = int(words[0].value.rstrip("stndrh")) if words and words[0].value[:1].isdigit() else 2
    number = 2 if words and words[0].kind in ("LAST", "LATER") else number
    return (number, "half", 6) if found.has("half") else (number, "quarter", 3)


def quarter_before(found: Found, context: Context) -> Sense | None:
    """Read "a year earlier", "the year-ago quarter": the same quarter a year before the one the text speaks of."""
    near = context.quarter(found.start)
    now = context.published
    at = near or months(now.year, (now.month - 1) // 3 * 3 - 2, 3, "quarter")
    return Sense("DATE", "a year before", (months(at.first.year - 1, at.first.month, 3, "quarter"),), anchor=False)


def the_quarter(found: Found, context: Context) -> Sense | None:
    """Read "the latest quarter", "the quarter": the one the text speaks of, else the last that ended."""
    near = context.quarter(found.start)
    if near is None and found.scan.pieces[found.last - 1].kind == "PERIOD":
        return None
    now = context.published
    ended = near is not None and (near.last < now or "latest" not in found.text.lower())
    at = near if near and ended else months(now.year, (now.month - 1) // 3 * 3 - 2, 3, "quarter")
    return Sense("DATE", "the quarter reported", (at,))


def quarter_of_year(found: Found, context: Context) -> Sense | None:
    """Read "the 1988 quarter": the one the text speaks of, in another year."""
    near = context.quarter(found.start)
    at = months(found.number("year"), near.first.month, 3, "quarter") if near else year(found.number("year"))
    return Sense("DATE", "the same quarter of the year written", (at,), anchor=False)


def spelled(found: Found, context: Context) -> Sense | None:
    """Read "nineteen ninety-six", as broadcasts are written down; "the year two thousand"."""
    lead = numeral(found.pieces("lead")) or 0
    if found.has("rest"):
        rest = numeral(found.pieces("rest")) or 0
        number = int(lead * 100 + rest) if lead in (18, 19, 20) and 10 <= rest <= 99 else 0
    else:
        number = int(lead)
    if not 1800 <= number <= 2100 or found.near(0) in ("UNIT", "UNITS", "MEASURE"):
        return None
    return Sense("DATE", "a year in words", (year(number),))


def edge_of_year(found: Found, context: Context) -> Sense | None:
    """Read "the end of 2015", "the beginning of the 1990s", "the end of November 2014"."""
    edge = found.pieces("edge")[0]
    if found.has("month"):
        years, why = months_year(found, context, (found.number("month"), 1), whole=True)
        named = [month(y, found.number("month")) for y in years]
        return (
            Sense("DATE", why, tuple(cut(m, edge.kind, edge.value) for m in named), named=named[0]) if named else None
        )
    at = year(found.number("year"))
    return Sense("DATE", f"{edge.word} of the year", (cut(at, edge.kind, edge.value),), named=at)


_YR = "(?P<year>YEAR)"
_OF = f"(?:OF? (?:THE(?=YEAR FISCAL))? {_YR} (?:FISCAL UNIT)?|OF (?P<point>THIS|LAST|NEXT|THE|COMING) UNIT)?"

RULES = (
    Rule("spelled_year", "(?P<lead>NUMWORD) HYPHEN? (?P<rest>NUMWORD (?:HYPHEN? NUMWORD)?)", spelled),
    Rule("spelled_year", "THE UNIT (?P<lead>NUMWORD HUNDREDS (?:(?:AND)? NUMWORD (?:HYPHEN? NUMWORD)?)?)", spelled),
    Rule("quarter_of_year", f"THE {_YR} (?:QUARTER_WORD|PERIOD)", quarter_of_year),
    Rule(
        "year", f"(?:THE? (?P<part>EARLY|MID) HYPHEN?|THE UNIT|(?:THE? (?:FISCAL|SCHOOL) (?:UNIT)?))? {_YR}", bare_year
    ),
    Rule("year", f"(?:THE)? {_YR} (?:FISCAL|SCHOOL) UNIT", bare_year),
    Rule("years", "(?P<span>SPAN) (?:(?:FISCAL|SCHOOL) UNIT)?", years_run),
    Rule("years", f"(?:FROM|BETWEEN) {_YR} LINK (?P<until>YEAR)", years_run),
    Rule("years", f"{_YR} (?:TO|HYPHEN|DASH) (?P<until>YEAR)", years_run),
    Rule("decade", "THE? (?:(?:EARLY|MID|LATER|EARLIER) HYPHEN?)? DECADE", decades),
    Rule("decade", "THE (?:(?:EARLY|MID) HYPHEN?)? (?P<word>DECADE_WORD)", decades),
    Rule(
        "century", "THE? (?:(?:EARLY|MID) HYPHEN?)? (?P<ordinal>ORDINAL|ORDINAL_WORD) HYPHEN? (?P<unit>UNIT)", century
    ),
    Rule(
        "quarter",
        f"(?:THE)? FISCAL? HYPHEN? (?P<ordinal>ORDINAL|ORDINAL_WORD) HYPHEN? (?P<unit>QUARTER_WORD) {_OF}",
        quarter,
    ),
    Rule("quarter", f"(?P<code>QUARTER) (?:OF? {_YR})?", quarter),
    Rule("quarter", f"THE {_YR} (?P<ordinal>ORDINAL|ORDINAL_WORD) QUARTER_WORD", quarter),
    Rule("quarter", "(?P<point>THIS|LAST|NEXT) UNIT APOS? (?P<ordinal>ORDINAL|ORDINAL_WORD) QUARTER_WORD", quarter),
    Rule(
        "half",
        "THE (?P<ordinal>ORDINAL|ORDINAL_WORD|LAST|LATER) (?P<half>HALF) OF "
        f"(?:{_YR}|(?P<point>THIS|LAST|NEXT|THE) UNIT)",
        quarter,
    ),
    Rule("half", f"(?P<ordinal>ORDINAL_WORD) HYPHEN? (?P<half>HALF) {_YR}", quarter),
    Rule(
        "quarter_before",
        "(?:THE|AN)? UNIT HYPHEN (?:AGO|EARLIER) (?:(?:ORDINAL_WORD)? (?:QUARTER_WORD|PERIOD))?",
        quarter_before,
    ),
    Rule("the_quarter", "(?:THE|THIS|THAT) (?:LATEST|CURRENT|SAME)? (?:QUARTER_WORD|PERIOD)(?! HYPHEN)", the_quarter),
    Rule("edge", f"THE? (?P<edge>START|END|MID) OF (?:THE UNIT)? {_YR}", edge_of_year),
    Rule("edge", "THE? (?P<edge>START|END|MID) OF (?P<month>MON) (?:COMMA? (?P<year>YEAR))?", edge_of_year),
)
