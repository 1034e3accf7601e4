"""The tagger: from a page to its time expressions, in text order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import zip_longest

from communique.language.times import clock, dates, direction, feasts, lengths, units, vague, weekdays, years
from communique.language.times.context import Context, Mention
from communique.language.times.grammar import Found, Grammar
from communique.language.times.scan import Scan, scan
from communique.language.times.sense import Sense, Stretch, day, edtf, shift
from communique.lexicon.times import neighbours
from communique.model.page import Page
from communique.model.reading import Timex
from communique.model.span import Span

TRIGGERS = frozenset(
    "MONTH MAYBE_MONTH SHORT_MONTH WEEKDAY SHORT_DAY WEEKDAYS UNIT UNITS QUARTER_WORD WEEKEND SEASON FALL "
    "DAYPART NOON TODAY YEAR CLOCK ISO NUMERIC SPAN DECADE DECADE_WORD QUARTER FEAST AMPM OCLOCK LENGTH REGULAR "
    "VAGUE NOW FUTURE PAST HALF PERIOD NUMWORD".split()
)
"""Classes one of which every rule needs."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """An expression between two code points with its sense, and the name of the rule that read it."""

    start: int
    end: int
    sense: Sense
    rule: str


@cache
def grammar() -> Grammar:
    """Every rule, the more specific before the more general."""
    listed = (dates, weekdays, units, years, clock, feasts, lengths, vague)
    return Grammar(tuple(rule for module in listed for rule in module.RULES), TRIGGERS)


def times(page: Page) -> tuple[Timex, ...]:
    """The expressions of a page that can be placed on the calendar, and lengths of time, in text order."""
    return tuple(timex for tagged in tag(page) if (timex := _timex(page, tagged)) is not None)


def tag(page: Page) -> list[Tagged]:
    """Every time expression of a page, placed or not."""
    try:
        published = date.fromisoformat(page.report.day)
    except ValueError:
        return []
    numbers = {sentence.first: number for number, sentence in enumerate(page.sentences)}
    context = Context(
        published,
        direction=lambda start, end: direction.direction(page, start, end),
        sentence=lambda at: _sentence(page, at, numbers),
    )
    scanned = scan(page.report.text)
    return _after_events(scanned, _with_clocks(scanned, list(_read(page, scanned, context))))


def _sentence(page: Page, at: int, numbers: dict[int, int]) -> int:
    sentence = page.sentence_at(at)
    return numbers[sentence.first] if sentence else 0


def _read(page: Page, scanned: Scan, context: Context) -> Iterator[Tagged]:
    """Expressions left to right, each the longest that a rule can make sense of."""
    taken = 0
    for group in grammar().matches(scanned):
        if group[0][0].first < taken:
            continue
        for found, rule in group:
            sense = None if _in_name(page, found) else rule.resolve(found, context)
            if sense is not None:
                taken = found.last
                _remember(context, found, sense)
                yield Tagged(found.start, found.end, sense, rule.name)
                break


def _remember(context: Context, found: Found, sense: Sense) -> None:
    if sense.anchor and sense.stretches:
        context.mentions.append(Mention(sense.stretches[0], found.end, context.sentence(found.start)))


_NAMES = frozenset(("MAYBE_MONTH", "MONTH", "SEASON", "FALL", "SHORT_DAY", "SHORT_MONTH"))


def _in_name(page: Page, found: Found) -> bool:
    """A month, weekday or season in a name: of a person ("Theresa May") or a body ("the 6 May Movement")."""
    words = [p for p in found.scan.pieces[found.first : found.last] if p.kind in _NAMES]
    if words and found.last - found.first <= 4 and not found.has("year") and _names_a_body(found):
        return True
    if not words or found.last - found.first > 2 or any(p.value.isdigit() and len(p.value) == 4 for p in words):
        return False
    before = found.piece(-1)
    if before is not None and before.word.rstrip(".").lower() in neighbours("title"):
        return True
    if found.last - found.first > 1:
        return False
    for token in page.tokens_in(Span(words[0].start, words[0].end)):
        name = page.name_at(token)
        if name is not None and name.kind == "PERSON":
            return True
    return False


def _names_a_body(found: Found) -> bool:
    """A day after which a body is called: "the March 23 Movement", "the April 6 Youth Movement"."""
    at = found.last
    pieces = found.scan.pieces
    while at < len(pieces) and pieces[at].kind in ("DAYNUM", "ORDINAL"):
        at += 1
    named = [p.word for p in pieces[at : at + 2] if p.word[:1].isupper()]
    has_day = at > found.last or any(
        p.kind in ("DAYNUM", "ORDINAL", "ORDINAL_WORD") for p in pieces[max(0, found.first - 3) : at]
    )
    return has_day and any(w.lower() in neighbours("day_named") for w in named)


_CLOCK_FIRST = re.compile(
    r"\s*(?:(?-i:[A-Z])\w+\s+(?:(?:standard|daylight|summer|winter)\s+)?time\s*)?"
    r"(?:\([^)\n]{0,24}\)\s*)?,?\s*(?:on|of)?\s*",
    re.IGNORECASE,
)
_DATE_FIRST = re.compile(r",?\s*(?:\(|at|from|by|until)?\s*(?:about|around)?\s*", re.IGNORECASE)


def _with_clocks(scanned: Scan, found: list[Tagged]) -> list[Tagged]:
    """Times of day joined with the date beside them; a second time in brackets is the same one in another zone."""
    done: list[Tagged] = []
    for tagged in found:
        before = done[-1] if done else None
        gap = scanned.text[before.end : tagged.start] if before else ""
        joined = _join(before, tagged, gap) if before else None
        if before and _is_clock(before) and _is_clock(tagged) and gap.strip() == "(":
            continue
        if before and joined:
            done[-1] = Tagged(before.start, tagged.end, joined, "clock_and_date")
        else:
            done.append(tagged)
    return done


def _is_clock(tagged: Tagged) -> bool:
    return tagged.sense.vague == "clock"


def _join(before: Tagged, after: Tagged, gap: str) -> Sense | None:
    if _is_clock(before) and not _is_clock(after) and _CLOCK_FIRST.fullmatch(gap):
        return clock.joined(after.sense, before.sense)
    if _is_clock(after) and not _is_clock(before) and _DATE_FIRST.fullmatch(gap):
        return clock.joined(before.sense, after.sense)
    return None


_EVENT = re.compile(
    r"\s+(after|before|following|prior to|ahead of)\s+(?:(?:the|its|their|a|an|his|her|this|that)\s+)?"
    r"(?:(?:[a-z-]+\s+){1,3}on\s+)?",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"P(\d+)([DWMY])")
_NOUN = re.compile(r"\s+[a-z]+")
_BESIDE = re.compile(
    r"\b(?:(?:on\s+)?the\s+(?:day|night|morning)\s+(before|after)|(?:on\s+)?the\s+(eve)\s+of)\s+"
    r"(?:(?:the|its|their|a|his|her|this|that)\s+)?$",
    re.IGNORECASE,
)


def _after_events(scanned: Scan, found: list[Tagged]) -> list[Tagged]:
    """Read "three days after the Feb. 28 meeting", "the eve of the May 3 vote": counted from the date of an event."""
    done: list[Tagged] = []
    for tagged, following in zip_longest(found, found[1:]):
        beside = _beside_event(scanned, tagged)
        done += [beside] if beside else []
        done.append(_from_event(scanned, tagged, following) or tagged)
    return done


def _from_event(scanned: Scan, tagged: Tagged, following: Tagged | None) -> Tagged | None:
    amount = _AMOUNT.fullmatch(tagged.sense.length)
    if amount is None or following is None or not following.sense.stretches or _is_clock(following):
        return None
    gap = _EVENT.fullmatch(scanned.text, tagged.end, following.start)
    if gap is None:
        return None
    count = int(amount[1]) * (1 if gap[1].lower() in ("after", "following") else -1)
    return _counted(scanned, (tagged.start, gap[0]), following, (amount[2], count))


def _beside_event(scanned: Scan, dated: Tagged) -> Tagged | None:
    """The day before or after a date, named by it: "the day after the 3 May vote", "on the eve of Ramadan"."""
    if _is_clock(dated) or not all(s.grain in ("day", "span") and s.ends == "day" for s in dated.sense.stretches):
        return None
    gap = _BESIDE.search(scanned.text, max(0, dated.start - 40), dated.start)
    if gap is None or not dated.sense.stretches:
        return None
    after = (gap[1] or "").lower() == "after"
    edges = tuple(day(s.last if after else s.first) for s in dated.sense.stretches)
    edge = replace(dated, sense=replace(dated.sense, stretches=edges))
    start = gap.start() + (3 if gap[0][:3].lower() == "on " else 0)
    return _counted(scanned, (start, gap[0]), edge, ("D", 1 if after else -1))


def _counted(scanned: Scan, lead: tuple[int, str], event: Tagged, step: tuple[str, int]) -> Tagged | None:
    """A date `step` from that of an event; `lead` is where the expression begins, and the words before the date."""
    moved = [shift(at, *step) for at in event.sense.stretches]
    stretches: tuple[Stretch, ...] = tuple(m for m in moved if m)
    noun = _NOUN.match(scanned.text, event.end)
    named = noun is not None and lead[1].split()[-1].lower() in ("the", "its")
    end = noun.end() if noun and named else event.end
    sense = Sense("DATE", f"counted from {scanned.text[event.start : event.end]}", stretches)
    return Tagged(lead[0], end, sense, "counted_from_date") if stretches else None


def _timex(page: Page, tagged: Tagged) -> Timex | None:
    sense = tagged.sense
    if sense.vague or not (sense.stretches or sense.length):
        return None
    values = list(dict.fromkeys(edtf(at) for at in sense.stretches)) or [sense.length]
    text = page.report.text[tagged.start : tagged.end]
    candidates = tuple(values) if len(values) > 1 else ()
    return Timex(tagged.start, tagged.end, text, sense.type, values[0], f"times.{tagged.rule}: {sense.why}", candidates)
