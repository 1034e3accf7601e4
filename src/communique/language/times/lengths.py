"""Lengths and repetitions: "two years", "a 60-day truce", "every Monday", "daily"."""

from communique.language.times import quantities
from communique.language.times.context import Context
from communique.language.times.grammar import Found, Rule
from communique.language.times.sense import Sense
from communique.lexicon.times import neighbours

_AMOUNTS = frozenset(
    "barrels billion billions dollars euros million millions pounds roubles rubles tonnes tons trillion trillions "
    "yuan".split()
)
"""What is counted by the year or day: "trillions of dollars of trade a year"."""


AGING = 4
"""So many words after an age the noun can stand that tells what is so old: "a five-year-old multi-sided war"."""

ENDING = frozenset(
    "and at boy by child for from girl in is man of on that to was who whose with woman , . ( ; :".split()
)
"""Words that end the phrase with an age."""


def length(found: Found, context: Context) -> Sense | None:
    """A number of units; not an age ("45-year-old"), and after an amount ("$5 a day") a rate."""
    amount = quantities.read(found)
    if amount is None or _is_age(found) or _or_two(found):
        return None
    unit = found.pieces("unit")[0]
    if found.pieces("count")[0].kind == "AN" and len(found.pieces("count")) == 1 and unit.kind == "UNITS":
        return None
    if _is_rate(found) or (
        unit.value == "Q" and (found.near(0) == "OF" or found.scan.pieces[found.last - 2].kind == "HYPHEN")
    ):
        return None
    if amount.count is None:
        return Sense("DURATION", "no number", vague=amount.length, anchor=False)
    bare = len(found.pieces("count")) == 1 and found.pieces("count")[0].kind == "AN"
    if bare and (unit.value == "Q" or found.scan.pieces[found.last - 1].kind == "LONG"):
        return None
    if found.pieces("count")[0].kind == "AN" and unit.value == "D" and not _bare_article_counts(found):
        return None
    return Sense("DURATION", "a number of units", length=amount.length, anchor=False)


def _or_two(found: Found) -> bool:
    """Read "a week or two", which is no number of weeks."""
    joint, more = found.piece(0), found.piece(1)
    return (
        joint is not None
        and more is not None
        and [joint.word.lower(), more.word.lower()] in (["or", "two"], ["or", "so"])
    )


def _is_age(found: Found) -> bool:
    """Read "45 years old", "a six-year-old boy", but "a five-year-old war"."""
    if any((before := found.piece(-n)) and before.word.lower() in ("aged", "age", "ages") for n in (1, 2, 3, 4)):
        return True
    if found.near(0) == "OF" and (after := found.piece(1)) and after.word.lower() == "age":
        return True
    if not found.has("old"):
        return found.near(0) == "OLD" or (found.near(0) == "HYPHEN" and found.near(1) == "OLD")
    following = [p.word.lower() for n in range(AGING) if (p := found.piece(n)) is not None]
    phrase = following[: next((n for n, word in enumerate(following) if word in ENDING), AGING)]
    return found.pieces("old")[0].word.lower() == "olds" or not neighbours("aging").intersection(phrase)


def _from_now_on(found: Found) -> bool:
    now, on = found.near(1), found.piece(2)
    return now == "NOW" and on is not None and on.word.lower() in ("on", "onward", "onwards")


def _is_rate(found: Found) -> bool:
    """Read "four flights a week", "twice a year", "$1 billion a year", "24 hours a day"."""
    if found.near(0) == "AN" and found.near(1) == "UNIT":
        return True
    count = found.pieces("count")
    if len(count) != 1 or count[0].kind != "AN" or found.has("rough"):
        return False
    before, following = found.piece(-1), found.near(0)
    if before is None or following in ("AGO", "EARLIER", "LATER", "BEFORE", "AFTER", "OF"):
        return False
    if following == "FROM" and not _from_now_on(found):
        return False
    word = before.word.lower()
    counted = before.kind == "OTHER" and word not in neighbours("lasting")
    if counted and any((p := found.piece(-n)) and p.word.lower() in _AMOUNTS for n in (2, 3, 4)):
        return True
    return (
        before.kind in ("MEASURE", "NUMBER", "DAYNUM")
        or word in ("once", "twice", "times", "percent", "%", "million", "billion", "trillion", "share", "mph")
        or (
            before.kind in ("OTHER", "NUMBERED")
            and word.endswith("s")
            and len(word) > 4
            and not word.endswith(("ss", "us", "is"))
        )
    )


def _bare_article_counts(found: Found) -> bool:
    """Read "a day" is a length behind a preposition, before "of" or "after", or behind a verb of lasting."""
    if found.has("rough") or found.has("also"):
        return True
    before = found.piece(-1)
    if found.near(0) in ("OF", "AFTER", "BEFORE", "EARLIER", "LATER", "LONG"):
        return True
    if before is None:
        return False
    return before.kind in ("IN", "FOR", "AFTER", "FROM", "OVER") or before.word.lower() in neighbours("lasting")


def past_length(found: Found, context: Context) -> Sense | None:
    """Read "the past 24 hours", "the next two weeks", "the first nine months"."""
    amount = quantities.read(found)
    if amount is None or _is_age(found) or found.scan.pieces[found.last - 2].kind == "HYPHEN":
        return None
    if amount.count is None:
        return Sense("DURATION", "no number", vague=amount.length, anchor=False)
    return Sense("DURATION", "a number of units", length=amount.length, anchor=False)


def unit_long(found: Found, context: Context) -> Sense | None:
    """Read "week-long", "a decades-long conflict", "weeklong"."""
    if found.has("word"):
        return Sense("DURATION", "one unit long", length=found.value("word"), anchor=False)
    unit = found.pieces("unit")[0]
    if unit.kind == "UNITS":
        return Sense("DURATION", "no number", vague=quantities.vague(unit.value), anchor=False)
    return Sense("DURATION", "one unit long", length=quantities.iso(1, unit.value), anchor=False)


def bare_units(found: Found, context: Context) -> Sense | None:
    """Read "for weeks", "months of talks", "recent years": TIMEX3 names them, the calendar does not."""
    letter = found.value("unit")
    if letter == "Q" and found.near(-1) == "HYPHEN":
        return None
    if found.has("which"):
        kind = found.pieces("which")[0].kind
        return Sense("DURATION", f"no number of {kind.lower()} units", vague=quantities.vague(letter), anchor=False)
    if (letter != "Q" and found.near(-1) in ("FOR", "IN", "AFTER", "OVER", "OTHER", "ALTERNATE")) or found.near(
        0
    ) == "OF":
        return Sense("DURATION", "no number", vague=quantities.vague(letter), anchor=False)
    return None


def repeated(found: Found, context: Context) -> Sense | None:
    """Read "every day", "each Thursday", "each July", "daily", "Mondays": they recur and stand at no one place."""
    if found.has("month"):
        return Sense("SET", "it recurs", vague=f"XXXX-{found.number('month'):02}", anchor=False)
    if found.has("regular"):
        return Sense("SET", "it recurs", vague=found.value("regular"), anchor=False)
    if found.has("wday"):
        return Sense("SET", "it recurs", vague=f"XXXX-WXX-{found.number('wday') + 1}", anchor=False)
    count = quantities.numeral(found.pieces("count")) if found.has("count") else 1.0
    return Sense("SET", "it recurs", vague=quantities.iso(count or 1.0, found.value("unit")), anchor=False)


RULES = (
    Rule("length", quantities.AMOUNT, length),
    Rule("length", f"{quantities.AMOUNT} HYPHEN LONG", length),
    Rule("length", f"{quantities.AMOUNT} HYPHEN (?P<old>OLD)", length),
    Rule(
        "length_up_to",
        "(?:AT LEAST|UP TO)? (?:THE|THESE|THOSE)? (?:PAST|LAST|NEXT|COMING|(?<=THE)FOLLOWING|PREVIOUS|LATEST|FULL) "
        + quantities.AMOUNT,
        past_length,
    ),
    Rule("length_up_to", f"THE (?:ORDINAL_WORD|EXTRA)? {quantities.AMOUNT}", past_length),
    Rule("unit_long", "(?P<unit>ANYUNIT) HYPHEN LONG", unit_long),
    Rule("unit_long", "(?P<unit>UNITS) HYPHEN OLD", unit_long),
    Rule("unit_long", "(?P<word>LENGTH)", unit_long),
    Rule("bare_units", "(?P<which>RECENT|COMING|PAST|NEXT|LAST) (?P<unit>UNITS)", bare_units),
    Rule("bare_units", "(?P<unit>UNITS)", bare_units),
    Rule("repeated", "EVERY (?P<count>NUMERAL)? (?P<unit>ANYUNIT)", repeated),
    Rule("repeated", "EVERY (?:ALTERNATE|ORDINAL_WORD)? (?P<wday>WEEKDAY) DAYPART?", repeated),
    Rule("repeated", "EVERY (?P<month>MONTH)", repeated),
    Rule("repeated", "PER (?P<unit>UNIT)", repeated),
    Rule("repeated", "(?P<wday>WEEKDAYS)", repeated),
    Rule("repeated", "(?P<regular>REGULAR)", repeated),
)
