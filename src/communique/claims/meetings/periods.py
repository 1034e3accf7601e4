"""The days of a meeting that a report counts: "after three days of talks", "opened a two-day summit", "the second day".

The day of the count is one that the words around the mention give; a length without such a day says nothing of when.
"""

import re
from collections.abc import Iterator, Sequence

from communique.claims.datelines import told_in
from communique.claims.meetings.circumstances import ORDINALS
from communique.claims.meetings.encounter import Encounter
from communique.model.claim import Field
from communique.model.days import is_day, shifted
from communique.model.page import Page
from communique.model.reading import Sentence, Timex
from communique.model.span import Span

REACH = 6
"""The length or number of the days stands so many words from the mention."""

LONGEST = 31
"""No count of more days makes a period."""

NEW = frozenset({"until", "till", "to", "for"})
MOVING = frozenset("postpone put delay defer reschedule move shift adjourn push bring".split())
"""Verbs that with a preposition of `NEW` name a meeting's new day."""
ASIDE = frozenset({"back", "forward", "off", "up"})

ENDS = frozenset({"after", "end", "conclude", "close", "wrap", "finish", "conclusion", "following"})
BEGINS = frozenset(
    {"begin", "start", "open", "launch", "gather", "convene", "kick", "inaugurate", "commence", "from", "arrive"}
)


def counted(page: Page, meeting: Sequence[Encounter], known: Field | None) -> Field | None:
    """First and last day as EDTF, from the number of days that a mention counts and the day that is known; where none
    is, from the day in the same sentence. `known` as it is where the words count no days.
    """
    for encounter in meeting:
        day = known[0] if known else _told(page, encounter.sentence)
        value = next(_periods(page, encounter, day), None) if is_day(day) else None
        if value:
            return value[0], known[1] if known else value[1]
    return known


def moved_to(page: Page, meeting: Sequence[Encounter]) -> Field | None:
    """The day that a meeting was put off or brought forward to: "postponed until Friday", "rescheduled for May"."""
    told = ((e, t) for e in meeting for t in page.times_in(e.sentence.span) if t.type in ("DATE", "TIME") and t.value)
    return next(((t.value, t.span) for e, t in told if _is_new(page, e, t)), None)


def _is_new(page: Page, encounter: Encounter, timex: Timex) -> bool:
    """True for the day to which the meeting is put off, and nothing else: not "asked at the talks that the vote be"."""
    verb = _moving(page, page.tokens_in(timex.span).start)
    things = page.children(verb, "obj", "nsubj:pass") if verb >= 0 else []
    moved = [set(page.subtree(c)) for c in things if page.tokens[c].upos in ("NOUN", "PROPN")]
    return verb >= 0 and (not moved or any(not words.isdisjoint(encounter.trigger.heads) for words in moved))


def _moving(page: Page, first: int) -> int:
    """The verb of putting off before an expression and its preposition, with an adverb between at most, or the one that
    the adverb belongs to: "brought their talks in Strelsau forward to Monday"; -1 without one.
    """
    if first < 2 or page.tokens[first - 1].text.casefold() not in NEW:
        return -1
    above = page.head(first - 2)
    if page.tokens[first - 2].text.casefold() in ASIDE and above >= 0 and page.tokens[above].lemma in MOVING:
        return above
    before = range(first - 2, max(-1, first - 5), -1)
    verb = next((n for n in before if page.tokens[n].upos not in ("ADV", "ADP", "AUX")), -1)
    return verb if verb >= 0 and page.tokens[verb].lemma.casefold() in MOVING else -1


def _periods(page: Page, encounter: Encounter, day: str) -> Iterator[Field]:
    near = _words(page, encounter)
    for length, span, is_ordinal in _counts(page, encounter):
        if is_ordinal or near & ENDS:
            yield f"{shifted(day, 1 - length)}/{day}", span
        elif near & BEGINS:
            yield f"{day}/{shifted(day, length - 1)}", span


def _counts(page: Page, encounter: Encounter) -> Iterator[tuple[int, Span, bool]]:
    """Numbers of days beside a mention, with the words and whether they count one day: "the second day"."""
    first, last = _reach(encounter)
    for timex in page.times_in(encounter.sentence.span):
        found = re.fullmatch(r"P(\d{1,2})D", timex.value) if timex.type == "DURATION" else None
        at = page.tokens_in(timex.span)
        if found and first <= at.start and at.stop <= last and 1 < int(found[1]) <= LONGEST:
            yield int(found[1]), timex.span, False
    for number in range(first, last - 2):
        count = ORDINALS.get(page.tokens[number].text.casefold())
        if count and count != "1" and page.words(number + 1, number + 3).casefold() == "day of":
            yield int(count), page.span(number, number + 2), True


def _words(page: Page, encounter: Encounter) -> set[str]:
    first, last = _reach(encounter)
    return {page.tokens[n].lemma.casefold() for n in range(first, last)}


def _reach(encounter: Encounter) -> tuple[int, int]:
    sentence, trigger = encounter.sentence, encounter.trigger
    return max(sentence.first, min(trigger.heads) - REACH), min(sentence.last, max(trigger.heads) + REACH)


def _told(page: Page, sentence: Sentence) -> str:
    """The first single day told in a sentence, or ""."""
    return next((t.value for t in told_in(page, sentence.span) if t.type == "DATE" and is_day(t.value)), "")
