"""Several contacts told with one word: "met X in Graustark on Monday and Y in Ruritania on Tuesday".

Each has words of its own, a stretch of the sentence; what stands outside all of them is said of every one. The order of
the words decides, for trees often hang the second partner or place on something else.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.claims.meetings.actors import Actor, actors
from communique.claims.meetings.circumstances import ORDINALS
from communique.claims.meetings.places import place_at
from communique.claims.meetings.triggers import Trigger, contacts
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.span import Span

SEPARATE = frozenset({"separate", "separately"})

NUMBERED = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest", "other"})
"""What "the" makes one of several: "two rounds, the first in Graustark and the second in Ruritania"."""

AGAIN = frozenset({"again", "then", "later"})
INSIDE = frozenset({"in", "at"})
PARTNERED = frozenset({"with", "to"})

CUT = frozenset({"VERB", "AUX", "SCONJ"})
"""Parts of speech with which other things than the contact are told."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of several contacts told with one word: its own words, and those of the others."""

    own: range
    others: tuple[Span, ...]

    def may_have(self, span: Span) -> bool:
        """True for words that may be of this contact."""
        return not any(other.overlaps(span) for other in self.others)


def parts_of(page: Page, trigger: Trigger) -> list[Part]:
    """Each of the contacts that a trigger tells of, in text order; none where it is of one."""
    ways = (_numbered, _counted, _in_turn, _separate)
    found = next((found for way in ways if (found := way(page, trigger))), ())
    spans = [page.span(words.start, words.stop) for words in found]
    return [Part(own, tuple(s for s in spans if s != mine)) for own, mine in zip(found, spans, strict=True)]


def place_of(page: Page, part: Part, *, is_visit: bool) -> Field | None:
    """Where a contact is by its own words; a visit is to the first place named."""
    places = (place_at(page, n) for n in part.own if is_visit or _is_place(page, n))
    return next((field for field in places if field is not None), None)


def partners_of(page: Page, part: Part) -> tuple[Actor, ...]:
    """Whom a contact is with by its own words."""
    top = page.top(part.own)
    return tuple(a for a in actors(page, top) if part.may_have(a.span)) if top >= 0 else ()


def _numbered(page: Page, trigger: Trigger) -> Sequence[range]:
    """Those that are counted: "two rounds of talks, the first in Graustark and the second in Ruritania"."""
    if trigger.verbal or page.tokens[trigger.outer].xpos not in ("NNS", "NNPS"):
        return ()
    words = range(trigger.token + 1, _end(page, trigger.token + 1))
    starts = [n for n in words if page.tree.folded[n] in NUMBERED and page.word_before(n) == "the"]
    return _stretches(page, starts, words.stop, _is_set)


def _counted(page: Page, trigger: Trigger) -> Sequence[range]:
    """Those of which the first is told with the word: "the first round was held in Graustark and the second in
    Ruritania".
    """
    is_first = any(page.tree.folded[c] in NUMBERED for c in page.children(trigger.outer, "amod"))
    verb = page.head(trigger.outer) if page.tokens[trigger.outer].deprel.startswith("nsubj") else -1
    if trigger.verbal or not is_first or verb < trigger.token:
        return ()
    words = range(verb + 1, _end(page, verb + 1))
    others = [n for n in words if page.tree.folded[n] in NUMBERED and page.word_before(n) == "the"]
    return _stretches(page, [words.start, *others], words.stop, _is_set)


def number_of(page: Page, part: Part) -> Field | None:
    """The number of a round that its own words begin with: "… and the *second* in Ruritania"."""
    number = ORDINALS.get(page.tree.folded[part.own.start])
    return (number, page.tokens[part.own.start].span) if number else None


def _in_turn(page: Page, trigger: Trigger) -> Sequence[range]:
    """Those of whom each is met somewhere or some day, or the places, each with its day."""
    words = range(trigger.token + 1, _end(page, trigger.token + 1))
    turns = [n for n in words[1:-1] if page.tree.folded[n] == "and" and _is_setting(page, n - 1)]
    sides = [n for n in turns if _names(page, n + 1, words.stop)]
    places = [n for n in turns if page.tree.folded[n + 1 + (page.tree.folded[n + 1] in AGAIN)] in INSIDE]
    return _stretches(page, [words.start, *sides], words.stop, _is_set) or _stretches(
        page, [words.start, *places], words.stop, lambda p, w: _is_placed(p, w) and _is_dated(p, w)
    )


def _separate(page: Page, trigger: Trigger) -> Sequence[range]:
    """Those who are met separately: "separate calls to X and Y"."""
    near = (c for head in trigger.heads for c in page.children(head, "amod", "advmod"))
    if not any(page.tree.folded[c] in SEPARATE for c in near):
        return ()
    words = range(trigger.token + 1, _end(page, trigger.token + 1))
    starts = [n for n in words[1:-1] if page.tree.folded[n] == "and" and _names(page, n + 1, words.stop)]
    if not starts:
        return ()
    first = next((n for n in range(words.start, starts[0]) if page.tree.folded[n] in PARTNERED), words.start)
    last = range(starts[-1] + 1, words.stop)
    is_shared = not _is_dated(page, range(first, starts[-1]))
    stop = next((n for n in last if page.begins_time(n)), words.stop) if is_shared else words.stop
    return _stretches(page, [first, *starts], stop, lambda p, w: _names(p, w.start, w.stop))


def _stretches(page: Page, starts: Sequence[int], end: int, holds: Callable[[Page, range], bool]) -> Sequence[range]:
    """From each start to the next, if there are several and it holds of all of them."""
    found = [range(first, last) for first, last in pairwise([*starts, end])] if len(starts) > 1 else []
    return found if all(holds(page, words) for words in found) else ()


def _end(page: Page, first: int) -> int:
    """The first token from `first` on with which the sentence tells of something else."""
    last = page.sentence_of(first - 1).last
    return next((n for n in range(first, last) if page.tokens[n].upos in CUT or n in contacts(page)), last)


def _names(page: Page, first: int, last: int) -> bool:
    """True where tokens `first` to `last` name somebody before any time, and no subject of what follows."""
    for number in range(first, last):
        if page.referent_of_head(number) is not None:
            return not page.tokens[number].deprel.startswith("nsubj")
        if page.tokens[number].upos == "NUM" or _is_setting(page, number):
            return False
    return False


def _is_setting(page: Page, token: int) -> bool:
    """True for the last word of where something is, or of an expression of time."""
    timex = page.time_at(token)
    return _is_place(page, token) or (timex is not None and timex.end == page.tokens[token].end)


def _is_place(page: Page, token: int) -> bool:
    field = place_at(page, token)
    return field is not None and page.word_before(page.tokens_in(field[1]).start) in INSIDE


def _is_set(page: Page, words: range) -> bool:
    return _is_placed(page, words) or _is_dated(page, words)


def _is_placed(page: Page, words: range) -> bool:
    return any(_is_place(page, n) for n in words)


def _is_dated(page: Page, words: range) -> bool:
    return any(t.type != "DURATION" and t.value for t in page.times_in(page.span(words.start, words.stop)))
