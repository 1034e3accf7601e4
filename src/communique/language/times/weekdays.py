"""Weekdays and days named from publication: "Monday", "last Friday", "tomorrow night", "the weekend"."""

from dataclasses import replace
from datetime import date, timedelta

from communique.language.times.context import Context, Direction
from communique.language.times.grammar import Found, Rule
from communique.language.times.sense import Sense, Stretch, day, span, week, weekend

_WHICH = "(?:THIS(?=COMING))?(?P<which>THIS|LAST|NEXT|COMING|PAST|PREVIOUS|FOLLOWING)"


def on_or_before(now: date, number: int) -> date:
    """The last such weekday up to and including `now`."""
    return now - timedelta(days=(now.weekday() - number) % 7)


def on_or_after(now: date, number: int) -> date:
    """The first such weekday from `now` on."""
    return now + timedelta(days=(number - now.weekday()) % 7)


def nearest(now: date, number: int, toward: Direction) -> list[date]:
    """The days a bare weekday can be, best first."""
    back, on = on_or_before(now, number), on_or_after(now, number)
    if toward.value == "future":
        return [on, on + timedelta(days=7)] if on == now else [on] if toward.firm else [on, back]
    return [back] if toward.firm or back == on else [back, on]


def part_of(found: Found) -> str:
    """The part of the day that a match names, in TIMEX3's letters."""
    return found.value("part") if found.has("part") else ""


def weekday(found: Found, context: Context) -> Sense | None:
    """A weekday by itself: the nearest one on or before publication, or after it when the clause looks ahead."""
    toward, number = context.direction(found.start, found.end), found.number("wday")
    joined = _beside(found, context, number)
    if joined is not None:
        return _days(found, [joined], "beside the day before it")
    days = nearest(context.published, number, toward)
    if toward.value == "future":
        days = [_going_on(found, context, days[0]), *days[1:]]
    if toward.firm:
        context.weekdays.setdefault(number, days[0])
    elif number in context.weekdays:
        days = [context.weekdays[number], *[d for d in days if d != context.weekdays[number]]]
        return _days(found, days, "as the text dated this weekday before")
    why = toward.why or "nothing looks ahead"
    return _days(found, days, f"nearest weekday, {why}")


def _going_on(found: Found, context: Context, at: date) -> date:
    """A weekday to come that follows another one to come in its sentence: "leave next Tuesday and return on Friday"."""
    near = context.anchor(found.start, "day", within=0)
    if near is None or at == context.published or not at < near.last <= at + timedelta(days=7):
        return at
    return on_or_after(near.last, at.weekday())


def _beside(found: Found, context: Context, number: int) -> date | None:
    """The second of two weekdays joined by "and" or "or" follows the first, within the week."""
    before = found.piece(-2)
    if found.near(-1) not in ("AND", "OR") or before is None or before.kind != "WEEKDAY" or not context.mentions:
        return None
    last = context.mentions[-1]
    if last.end != before.end or last.stretch.grain != "day":
        return None
    eve = last.stretch.first - timedelta(days=1)
    backwards = last.stretch.first <= context.published and eve.weekday() == number
    return eve if backwards else on_or_after(last.stretch.last, number)


def _days(found: Found, days: list[date], why: str) -> Sense:
    part = part_of(found)
    return Sense("TIME" if part else "DATE", why, tuple(replace(day(d), part=part) for d in days))


def pointed_weekday(found: Found, context: Context) -> Sense | None:
    """Read "last Friday" as the one before publication, "next Friday" as the next week's, "this" as the week's.

    Where another week is common usage, it is the second candidate.
    """
    now, number, which = context.published, found.number("wday"), found.pieces("which")[0].kind
    if which in ("LAST", "PAST"):
        back = on_or_before(now - timedelta(days=1), number)
        days = [back, back - timedelta(days=7)] if which == "LAST" and (now - back).days < 3 else [back]
    elif which == "NEXT":
        monday = now + timedelta(days=7 - now.weekday())
        days = [monday + timedelta(days=number)]
        soon = on_or_after(now + timedelta(days=1), number)
        days += [soon] if soon != days[0] else []
    elif which == "THIS":
        days = [week(now).first + timedelta(days=number)]
    elif which == "COMING":
        days = [on_or_after(now + timedelta(days=1), number)]
    else:
        return _from_anchor(found, context, number, which)
    return _days(found, days, f"{found.pieces('which')[0].word} from publication")


def _from_anchor(found: Found, context: Context, number: int, which: str) -> Sense | None:
    anchor = context.anchor(found.start, "day")
    if anchor is None:
        return None
    step = timedelta(days=1)
    at = on_or_after(anchor.last + step, number) if which == "FOLLOWING" else on_or_before(anchor.first - step, number)
    return _days(found, [at], "from the day named before")


def weekday_of_week(found: Found, context: Context) -> Sense | None:
    """Read "Tuesday of last week", "Thursday next week", "next week's Monday"."""
    shift = {"LAST": -7, "PAST": -7, "THIS": 0, "NEXT": 7, "COMING": 7}[found.pieces("week")[0].kind]
    if found.scan.pieces[found.match.end("week")].value != "W":
        return None
    monday = week(context.published).first + timedelta(days=shift)
    return _days(found, [monday + timedelta(days=found.number("wday"))], f"in {found.pieces('week')[0].word} week")


def week_from(found: Found, context: Context) -> Sense | None:
    """Read "a week from Monday", "Monday week"."""
    at = on_or_after(context.published, found.number("wday")) + timedelta(days=7)
    return _days(found, [at], "a week later")


def weekday_run(found: Found, context: Context) -> Sense | None:
    """Read "from Tuesday until Thursday": the end is the first such day from the start on."""
    toward = context.direction(found.start, found.end)
    starts = nearest(context.published, found.number("wday"), toward)
    runs = [span(day(d), day(on_or_after(d, found.number("until")))) for d in starts[:1]]
    return Sense("DATE", "from one weekday to another", tuple(r for r in runs if r))


def relative_day(found: Found, context: Context) -> Sense | None:
    """Read "today", "tomorrow", "last night", "this morning"."""
    if found.has("today"):
        step, word = found.number("today"), found.pieces("today")[0].word
        if found.has("unit") and found.value("unit") != "D":
            return None
        if found.has("way"):
            step, word = step + (1 if found.pieces("way")[0].kind == "AFTER" else -1), found.text
    else:
        which = found.pieces("which")[0]
        step, word = {"LAST": -1, "THIS": 0, "NEXT": 1}[which.kind], which.word
    part = part_of(found) or ("NI" if word.lower() == "tonight" else "")
    at = replace(day(context.published + timedelta(days=step)), part=part)
    timed = bool(found.has("part"))
    return Sense("TIME" if timed else "DATE", f"{word}, from publication", (at,))


def the_weekend(found: Found, context: Context) -> Sense | None:
    """Read "the weekend", "last weekend", "next weekend"; bare, the nearest that fits the tense."""
    now = context.published
    which = found.pieces("which")[0].kind if found.has("which") else "THE"
    this = weekend(now)
    step = timedelta(days=7)
    if which == "THE":
        toward = context.direction(found.start, found.end)
        ahead = toward.value == "future" and toward.firm
        at = this if ahead or now.weekday() >= 5 else weekend(now - step)
        return Sense("DATE", toward.why or "nothing looks ahead", (at,))
    if which in ("LAST", "PAST", "PREVIOUS"):
        at = weekend(now - step)
    elif which in ("NEXT", "FOLLOWING"):
        at = weekend(now + step)
    else:
        at = this
    return Sense("DATE", f"{which.lower()}, from publication", (at,))


def part_of_anchor(found: Found, context: Context) -> Sense | None:
    """Read "the next morning", "that evening", "the same night": from the day named before."""
    which = found.pieces("which")[0].kind
    step = {"NEXT": 1, "FOLLOWING": 1, "PREVIOUS": -1}.get(which, 0)
    anchor = context.anchor(found.start, "day")
    if anchor is None:
        return None
    at: Stretch = replace(day(anchor.first + timedelta(days=step)), part=part_of(found))
    return Sense("TIME", "from the day named before", (at,))


RULES = (
    Rule("weekday", "(?P<wday>WEEKDAY) (?P<part>DAYPART)?", weekday),
    Rule("pointed_weekday", f"THE? {_WHICH} (?P<wday>WEEKDAY) (?P<part>DAYPART)?", pointed_weekday),
    Rule(
        "weekday_of_week",
        "(?P<wday>WEEKDAY) (?P<part>DAYPART)? OF? (?P<week>LAST|THIS|NEXT|PAST) UNIT",
        weekday_of_week,
    ),
    Rule(
        "weekday_of_week",
        "(?P<week>LAST|THIS|NEXT) UNIT APOS? ON? (?P<wday>WEEKDAY) (?P<part>DAYPART)?",
        weekday_of_week,
    ),
    Rule("week_from_weekday", "AN UNIT FROM (?P<wday>WEEKDAY)", week_from),
    Rule("weekdays", "FROM (?P<wday>WEEKDAY) (?:TO|LINK) (?P<until>WEEKDAY)", weekday_run),
    Rule("weekdays", "BETWEEN (?P<wday>WEEKDAY) AND (?P<until>WEEKDAY)", weekday_run),
    Rule("weekdays", "(?P<wday>WEEKDAY) (?:TO|HYPHEN) (?P<until>WEEKDAY)", weekday_run),
    Rule("relative_day", "(?P<today>TODAY) (?P<part>DAYPART)?", relative_day),
    Rule("relative_day", "THE (?P<unit>UNIT) (?P<way>BEFORE|AFTER) (?P<today>TODAY)", relative_day),
    Rule("relative_day", "(?P<today>TODAY) COMMA WEEKDAY (?P<part>DAYPART)? (?=COMMA|CLOSE|BREAK|$)", relative_day),
    Rule("relative_day", "(?:MID HYPHEN?)? (?P<part>DAYPART) (?P<today>TODAY)", relative_day),
    Rule("relative_day", "(?:EARLIER|LATER)? (?P<which>LAST|THIS) (?P<part>DAYPART)", relative_day),
    Rule("weekend", "(?:THE|(?:THE? (?P<which>THIS|LAST|NEXT|COMING|PAST|PREVIOUS|FOLLOWING))) WEEKEND", the_weekend),
    Rule("part_of_day", "(?:THE)? (?P<which>NEXT|FOLLOWING|PREVIOUS|SAME|THAT) (?P<part>DAYPART)", part_of_anchor),
)
