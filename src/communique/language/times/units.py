"""Units named from publication or from what the text named before: "last month", "the same day", "two years ago"."""

import re
from dataclasses import replace

from communique.language.times import quantities
from communique.language.times.context import Context
from communique.language.times.grammar import Found, Rule
from communique.language.times.sense import (
    Sense,
    Stretch,
    approximate,
    day,
    decade,
    month,
    months,
    season,
    shift,
    span,
    week,
    year,
)

BACK = frozenset(("LAST", "PAST", "PREVIOUS"))
AHEAD = frozenset(("NEXT", "COMING", "FOLLOWING", "NEW", "AHEAD"))


def unit_at(letter: str, at: Stretch) -> Stretch | None:
    """The calendar unit that holds the first day of a stretch."""
    here = at.first
    quarter = (here.month - 1) // 3 * 3 + 1
    made = {
        "D": lambda: day(here),
        "W": lambda: week(here),
        "M": lambda: month(here.year, here.month),
        "Q": lambda: months(here.year, quarter, 3, "quarter"),
        "Y": lambda: year(here.year),
        "C": lambda: Stretch(year(here.year // 100 * 100).first, year(here.year // 100 * 100 + 99).last, "century"),
        "E": lambda: decade(here.year // 10 * 10),
    }.get(letter)
    return made() if made else None


def next_unit(letter: str, at: Stretch, step: int) -> Stretch | None:
    """The calendar unit `step` units from the one that holds a stretch."""
    unit = unit_at(letter, at)
    if unit is None or step == 0:
        return unit
    if letter == "E":
        return decade(unit.first.year + 10 * step)
    return shift(unit, letter, step)


def unit_from_publication(letter: str, which: str, context: Context) -> Stretch | None:
    """The last, this or next calendar unit; `which` is the kind of the word that says it."""
    return next_unit(letter, day(context.published), -1 if which in BACK else 1 if which in AHEAD else 0)


def pointed_unit(found: Found, context: Context) -> Sense | None:
    """Read "last week", "this month", "next year", "the coming days": a calendar unit counted from publication.

    "earlier this month" keeps the whole month; "mid" narrows it.
    """
    which, letter = found.pieces("which")[0], found.value("unit")
    at = unit_from_publication(letter, which.kind, context)
    if at is None or letter in ("D", "H", "TM", "S"):
        return None
    part = found.pieces("part")
    narrowed = cut(at, part[0].kind, part[0].value) if part else at
    return Sense("DATE", f"{which.word} {found.pieces('unit')[-1].word}, from publication", (narrowed,), named=at)


def day_of_month(found: Found, context: Context) -> Sense | None:
    """Read "the 21st of this month", "the first of next month"."""
    at = unit_from_publication(found.value("unit"), found.pieces("which")[0].kind, context)
    number = found.number("day")
    if at is None or at.grain != "month" or not 1 <= number <= at.last.day:
        return None
    return Sense("DATE", "a day of the month from publication", (day(at.first.replace(day=number)),))


def second_unit(found: Found, context: Context) -> Sense | None:
    """Read "the week before last", "the month after next"."""
    step = -2 if found.has("back") else 2
    at = next_unit(found.value("unit"), day(context.published), step)
    return Sense("DATE", "two units from publication", (at,)) if at and found.value("unit") in ("W", "M", "Y") else None


def school_year(found: Found, context: Context) -> Sense | None:
    """Read "the next school year": of two calendar years, the second begun by publication in its first half."""
    if found.value("unit") != "Y":
        return None
    step = {"LAST": -1, "PAST": -1, "PREVIOUS": -1, "NEXT": 1, "COMING": 1, "NEW": 1}.get(
        found.pieces("which")[0].kind if found.has("which") else "", 0
    )
    first = context.published.year - (context.published.month < 7) + step
    run = span(year(first), year(first + 1))
    return Sense("DATE", "from autumn to summer", (run,)) if run else None


def past_unit(found: Found, context: Context) -> Sense | None:
    """Read "the past year", "the coming week" without a number: a length up to or from publication."""
    which, letter = found.pieces("which")[0], found.value("unit")
    if which.kind in ("COMING", "AHEAD", "NEW"):
        at = next_unit(letter, day(context.published), 1)
        return Sense("DATE", f"{which.word}, from publication", (at,)) if at and letter in ("W", "M", "Y") else None
    if letter in ("D", "TM", "S"):
        return None
    return Sense("DURATION", "a length up to publication", length=quantities.iso(1, letter), anchor=False)


def cut(at: Stretch, kind: str, value: str) -> Stretch:
    """The start, middle or end of a unit: of a year a month, of a month about its 15th; else the unit itself."""
    if kind == "MID":
        middle = {"month": lambda: day(at.first.replace(day=15)), "year": lambda: month(at.first.year, 6)}.get(at.grain)
        return approximate(middle()) if middle else at
    if kind in ("START", "END") and at.grain == "year":
        return month(at.first.year, 1 if value == "START" else 12)
    if kind == "EARLY" and at.grain == "year":
        return approximate(at)
    return at


def boundary(found: Found, context: Context) -> Sense | None:
    """Read "the end of the year", "the beginning of next month", "the middle of the week"."""
    which = found.pieces("which")[0].kind if found.has("which") else "THE"
    letter = found.value("unit")
    step = -1 if which in BACK else 1 if which in AHEAD else 0
    anchor = context.anchor(found.start) if which in ("THAT", "SAME") else None
    at = next_unit(letter, anchor or day(context.published), step)
    if at is None or letter == "D":
        return None
    edge = found.pieces("edge")[0]
    return Sense("DATE", f"{edge.word} of the unit", (cut(at, edge.kind, edge.value),), named=at)


def anchored_unit(found: Found, context: Context) -> Sense | None:
    """Read "the same day", "that month", "the following year", "the day before": from what the text named before."""
    which, letter = found.pieces("which")[0].kind, found.value("unit")
    anchor = None if found.near(0) == "OR" else context.anchor(found.start)
    step = {"FOLLOWING": 1, "NEXT": 1, "LATER": 1, "AFTER": 1, "PREVIOUS": -1, "BEFORE": -1, "EARLIER": -1}.get(
        which, 0
    )
    if anchor is None or (step and _goes_on(found, which)) or _finer(letter, anchor.grain):
        return None
    at = shift(anchor, letter, step) if step and letter == "D" else next_unit(letter, anchor, step)
    return Sense("DATE", "from what was named before", (at,)) if at else None


def _goes_on(found: Found, which: str) -> bool:
    """Read "the day before the vote" is dated by the vote, not by what was named before."""
    if which not in ("BEFORE", "AFTER", "EARLIER", "LATER"):
        return False
    following = found.piece(0)
    if which in ("EARLIER", "LATER"):
        return following is not None and following.word.lower() == "than"
    return (
        following is not None
        and following.kind not in ("COMMA", "BREAK", "CLOSE", "QUOTE")
        and (
            following.word[:1].isalnum()
            and following.word.lower() not in ("and", "when", "as", "but", "in", "at", "on")
        )
    )


def _finer(letter: str, grain: str) -> bool:
    """True when a unit cannot be found from something coarser: a day from a month."""
    order = {"day": 0, "week": 1, "weekend": 0, "month": 2, "quarter": 3, "season": 3, "half": 3, "span": 0}
    return {"D": 0, "W": 1, "M": 2, "Q": 3}.get(letter, 4) < order.get(grain, 4) if letter != "W" else grain == "year"


def in_the_unit(found: Found, context: Context) -> Sense | None:
    """Read "earlier in the day", "later in the month": the unit of publication, or the one the text speaks of."""
    anchor = context.anchor(found.start, within=0)
    same = anchor is not None and anchor.grain == "day" and found.value("unit") != "D"
    at = unit_at(found.value("unit"), anchor if anchor and same else day(context.published))
    return Sense("DATE", "the unit of publication", (at,)) if at else None


def counted(found: Found, context: Context) -> Sense | None:
    """Read "two years ago" from publication, "three days earlier" and "a week later" from what was named before."""
    amount = quantities.read(found)
    if amount is None:
        return None
    kind, letter = found.pieces("way")[0].kind, found.value("unit")
    toward = -1 if kind in ("AGO", "EARLIER", "BEFORE") else 1
    if amount.count is None:
        return Sense("DATE", "no number", vague="PAST_REF", anchor=False) if kind == "AGO" else None
    anchor = _origin(found, context, kind)
    if anchor is None or (kind in ("BEFORE", "AFTER", "LATER", "EARLIER") and _goes_on(found, kind)):
        return None
    if kind == "FROM" and (following := found.piece(0)) and following.word.lower() in ("on", "onward", "onwards"):
        return None  # "twice a week from now on"
    at = _counted(anchor, letter, toward * amount.count, from_publication=kind in ("AGO", "FROM", "HENCE", "TIME"))
    if at is None:
        return None
    if found.has("so"):
        at = approximate(at)
    if amount.more:
        at = replace(at, open="before" if toward < 0 else "after")
    why = "counted from " + ("publication" if kind == "AGO" else "what was named before")
    return Sense("DATE", why, (at,), anchor=at.grain != "quarter")


def _origin(found: Found, context: Context, kind: str) -> Stretch | None:
    if kind not in ("AGO", "FROM", "HENCE", "TIME"):
        anchor = _quarter(found, context) or context.anchor(found.start)
        return anchor or (day(context.published) if kind == "EARLIER" and found.value("unit") == "Y" else None)
    return _quarter(found, context) or day(context.published)


def _quarter(found: Found, context: Context) -> Stretch | None:
    """In reports of quarterly results "a year ago" is the same quarter of the year before."""
    return context.quarter(found.start) if found.value("unit") == "Y" else None


def _counted(anchor: Stretch, letter: str, count: float, *, from_publication: bool) -> Stretch | None:
    """`count` units away; a distance in weeks is the week, in months the month, in years the year."""
    whole = int(count)
    if letter in ("H", "TM", "S"):
        hours = {"H": 1.0, "TM": 1 / 60, "S": 1 / 3600}[letter] * count
        return shift(anchor, "D", int(hours // 24)) if abs(hours) >= 24 and anchor.grain == "day" else None
    if whole != count and letter == "M":
        moved = shift(day(anchor.first), "D", round(count * 30.4))
        return approximate(month(moved.first.year, moved.first.month)) if moved else None
    if whole != count and letter == "Y":
        return shift(month(anchor.first.year, anchor.first.month), "M", int(count * 12))
    if whole != count:
        return None
    moved = shift(anchor, letter, whole)
    if moved is None or not from_publication or anchor.grain != "day":
        return moved
    if letter == "W":
        return week(moved.first)
    if letter == "Y" and abs(whole) == 1:
        return approximate(month(anchor.first.year + whole, anchor.first.month))
    return approximate(moved) if letter in ("E", "C") else moved


def from_now(found: Found, context: Context) -> Sense | None:
    """Read "in two days" in a clause that looks ahead; "the first in two years" is a length."""
    amount, letter = quantities.read(found), found.value("unit")
    if amount is None or amount.count is None or letter not in ("D", "W", "M", "Y") or _is_measured(found):
        return None
    toward = context.direction(found.start, found.end)
    if toward.value != "future" or not toward.firm or found.pieces("word")[0].word.lower() != "in":
        return None
    at = _counted(day(context.published), letter, amount.count, from_publication=True)
    return Sense("DATE", f"counted from publication, {toward.why}", (at,)) if at else None


def _is_measured(found: Found) -> bool:
    """A length measures how rare something is, or how fast: "the first visit in nine years", "twice in two days"."""
    before = _STOP.split(found.scan.text[max(0, found.start - 120) : found.start])[-1].lower()
    return _RARE.search(before) is not None


_STOP = re.compile(r"[.!?]\W+(?=[A-Z])|\n\s*\n")


_RARE = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|only|once|twice|times|[a-z]{3,}est|most|least|best|worst|never|not)\b"
)


def seasons(found: Found, context: Context) -> Sense | None:
    """Read "autumn 2016", "last summer", "this spring", "the winter"."""
    number, now = found.number("season"), context.published
    if found.has("year"):
        return Sense("DATE", "the year is written", (season(number, found.number("year")),))
    current = 24 if now.month in (12, 1, 2) else 20 + now.month // 3
    started = now.year if now.month >= 3 * (number - 20) else now.year - 1
    which = found.pieces("which")[0].kind if found.has("which") else "THE"
    if which in ("LAST", "PAST", "PREVIOUS"):
        of = started - (current == number)
    elif which in ("NEXT", "COMING", "FOLLOWING"):
        of = started + 1
    elif which == "THIS":
        of = now.year - (number == 24 and now.month <= 2)
    else:
        toward = context.direction(found.start, found.end)
        of = started + (toward.value == "future" and current != number)
    return Sense("DATE", "the season by the tense", (season(number, of),))


def season_edge(found: Found, context: Context) -> Sense | None:
    """Read "the beginning of this summer": about the season's first month, or its last."""
    whole = seasons(found, context)
    if whole is None:
        return None
    at, edge = whole.stretches[0], found.pieces("edge")[0]
    start = month(at.first.year, at.first.month + {"START": 0, "MID": 1}.get(edge.value or edge.kind, 2))
    return replace(whole, stretches=(approximate(start),), named=at)


def whole_year(found: Found, context: Context) -> Sense | None:
    """Read "the fiscal year", "the full year": that of publication."""
    return (
        Sense("DATE", "the year of publication", (year(context.published.year),))
        if found.value("unit") == "Y"
        else None
    )


_WHICH = "(?P<which>THIS|LAST|NEXT|COMING)"
_SCHOOL_WHICH = "THIS|LAST|NEXT|COMING|CURRENT|PREVIOUS|NEW"
_WAY = "(?P<way>AGO|EARLIER|BEFORE|LATER|AFTER|HENCE|FROM NOW)"

RULES = (
    Rule(
        "unit",
        "(?:(?P<part>EARLY|EARLIER|LATER|MID) HYPHEN?)? (?:THE(?=CURRENT|COMING|NEW))? "
        "(?P<which>THIS|LAST|NEXT|CURRENT|COMING|(?<=THE)NEW) FISCAL? (?P<unit>ONEUNIT)",
        pointed_unit,
    ),
    Rule(
        "day_of_month",
        "THE (?P<day>ORDINAL|ORDINAL_WORD) OF THE? (?P<which>THIS|LAST|NEXT|COMING|CURRENT|PREVIOUS) (?P<unit>UNIT)",
        day_of_month,
    ),
    Rule("unit", "THE (?P<unit>UNIT) (?:(?P<back>BEFORE) LAST|AFTER NEXT)", second_unit),
    Rule("school_year", f"THE? (?P<which>{_SCHOOL_WHICH})? SCHOOL (?P<unit>UNIT)", school_year),
    Rule("unit_ahead", "THE (?P<unit>UNIT) (?P<which>AHEAD)", pointed_unit),
    Rule("past_unit", "THE (?P<which>PAST|LAST|COMING) (?P<unit>UNIT)", past_unit),
    Rule(
        "boundary",
        "THE? (?P<edge>START|END|MID) OF (?:THE? (?P<which>THIS|LAST|NEXT|COMING|CURRENT|PAST|THAT|SAME)|THE) "
        "FISCAL? (?P<unit>ONEUNIT)",
        boundary,
    ),
    Rule("boundary", "(?P<unit>UNIT) APOS? HYPHEN? (?P<edge>END)", boundary),
    Rule("anchored_unit", "(?:EARLIER|LATER)? THE? (?P<which>SAME|FOLLOWING|PREVIOUS) (?P<unit>UNIT)", anchored_unit),
    Rule("anchored_unit", "(?:EARLIER|LATER)? THE (?P<which>NEXT) (?P<unit>UNIT)", anchored_unit),
    Rule("anchored_unit", "(?:EARLIER|LATER)? (?P<which>THAT) SAME? (?P<unit>UNIT)", anchored_unit),
    Rule("anchored_unit", "THE (?P<unit>UNIT) (?P<which>BEFORE|AFTER|EARLIER)", anchored_unit),
    Rule("in_the_unit", "(?:EARLIER|LATER|EARLY) IN THE (?P<unit>UNIT)", in_the_unit),
    Rule("counted", f"{quantities.AMOUNT} (?P<so>OR SO)? {_WAY}", counted),
    Rule("counted", f"IN {quantities.AMOUNT} APOS (?P<way>TIME)", counted),
    Rule("season_edge", f"THE? (?P<edge>START|END|MID) OF {_WHICH} (?P<season>SEASON)", season_edge),
    Rule("season_edge", "THE? (?P<edge>START|END|MID) OF THE (?P<season>SEASON)", season_edge),
    Rule("from_now", f"(?P<word>IN) {quantities.AMOUNT}", from_now),
    Rule("season", "(?:THE? EARLY? (?P<season>SEASON|FALL) (?:OF|COMMA)? (?P<year>YEAR))", seasons),
    Rule(
        "season",
        "EARLY? THE? EARLY? (?P<which>THIS|LAST|NEXT|COMING|PAST|PREVIOUS) PAST? (?P<season>SEASON|FALL)",
        seasons,
    ),
    Rule("season", "(?<=IN)THE? EARLY? (?P<season>SEASON)", seasons),
    Rule("season", "(?<=OVER)THE EARLY? (?P<season>SEASON)", seasons),
    Rule("season", "THE EARLY (?P<season>SEASON)", seasons),
    Rule("fiscal_year", "THE (?:FISCAL|FULL|LATEST) FISCAL? (?P<unit>UNIT)", whole_year),
)
