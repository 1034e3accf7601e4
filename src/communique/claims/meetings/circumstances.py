"""When a meeting takes place and what it is about, as far as the trigger's clause says."""

import re
from collections.abc import Iterable

from communique.claims.datelines import told_in
from communique.claims.meetings.status import DURING, STARTS
from communique.claims.meetings.syntax import link, named_with, preposition
from communique.claims.meetings.triggers import ROUNDS, Trigger
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.reading import Timex
from communique.model.span import Span

ORDINALS = {
    word: str(number)
    for number, words in enumerate(
        (
            "first 1st",
            "second 2nd 2d",
            "third 3rd 3d",
            "fourth 4th",
            "fifth 5th",
            "sixth 6th",
            "seventh 7th",
            "eighth 8th",
        ),
        1,
    )
    for word in words.split()
}
ABOUT = frozenset({"on", "about", "over", "regarding", "concerning", "aimed at", "focused on"})
TAKING_PLACE = frozenset({"hold", "host", "convene", "organize", "organise", "stage", "open"})
LONGEST_TOPIC = 25
_REACH = 200
"""So many characters before a time it may be told of what it is the time."""
_SINCE_LAST = re.compile(r"\b(?:first|only|last|not|n't|n’t)\b[^.;]*\bsince\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)
REPORTING = frozenset(
    {"say", "tell", "report", "announce", "add", "write", "state", "note", "quote", "confirm", "warn"}
)


def chain(page: Page, trigger: Trigger) -> list[tuple[int, int]]:
    """The words whose place and time are the meeting's, with their distance: the trigger and the words above it."""
    found = [(head, 0) for head in trigger.heads]
    at = trigger.outer
    if not trigger.verbal:
        above = link(page, at)
        if above is None:
            return [*found, *_participles(page, trigger)]
        found += [(n, 1) for n in above.between]
        if above.relation == "obl" and above.preposition not in (
            DURING | {"after", "following", "for", "to", "on", "as", "with"}
        ):
            return found
        at = above.predicate
        found.append((at, 1))
    distance = 1
    while page.tokens[at].deprel.startswith(("xcomp", "advcl", "conj", "ccomp")) and distance < 4:
        is_clause, at = page.tokens[at].deprel.startswith("ccomp"), page.head(at)
        distance += 1
        if is_clause and page.tokens[at].lemma.casefold() in REPORTING:
            break
        found.append((at, distance))
    return [*found, *_participles(page, trigger)]


def _participles(page: Page, trigger: Trigger) -> list[tuple[int, int]]:
    """The words of clauses beside the trigger: "talks held on Friday", "talks slated to begin on Friday"."""
    found = [(c, 1) for h in trigger.heads for c in (*page.children(h, "acl"), *_set_off(page, h), *_beyond(page, h))]
    return [*found, *[(c, 2) for verb, _ in found for c in page.children(verb, "xcomp", "advcl")]]


def _beyond(page: Page, noun: int) -> list[int]:
    """Clauses of a meeting that a tree hangs on its sides: "the talks between X and Y, which are held in Graustark"."""
    clauses = (c for name in named_with(page, noun) for c in page.children(name, "acl"))
    return [c for c in clauses if page.tokens[c].lemma.casefold() in TAKING_PLACE | STARTS]


def _set_off(page: Page, noun: int) -> list[int]:
    """The participle after a comma, whatever the tree hangs it on: "at the talks, held in Graustark"."""
    after = page.tokens[noun + 1 : noun + 3]
    is_one = len(after) > 1 and after[0].text == "," and after[1].xpos == "VBN" and after[1].lemma in TAKING_PLACE
    return [noun + 2] if is_one and not page.tokens[noun + 2].deprel.startswith("acl") else []


# -- time


def when(page: Page, trigger: Trigger) -> Field | None:
    """The day or days of the meeting as EDTF: the nearest expression of time that hangs on its clause."""
    sentence = page.sentence_of(trigger.token)
    dated = [t for t in told_in(page, sentence.span) if t.type in ("DATE", "TIME") and t.value]
    dated = [t for t in dated if not dates_the_last(page, t)]
    distances = dict(reversed(chain(page, trigger)))
    ranked = sorted((d, t.start) for t in dated if (d := _distance(page, t, distances)) is not None)
    if not ranked:
        return None
    near = [t for t in dated if (ranked[0][0], t.start) in ranked]
    return _joined(near)


def dates_the_last(page: Page, timex: Timex) -> bool:
    """True for the time of the last such contact before: "the first talks since 1989", "have not met since May"."""
    first = max(page.sentence_of(page.tokens_in(timex.span)[0]).start, timex.start - _REACH)
    return bool(_SINCE_LAST.search(page.text(Span(first, timex.start))))


def _distance(page: Page, timex: Timex, distances: dict[int, int]) -> int | None:
    tokens = page.tokens_in(timex.span)
    for token in tokens:
        head = page.head(token)
        if head not in tokens:
            for step in range(4):
                if head in distances:
                    return distances[head] * 4 + step
                if head < 0 or page.tokens[head].upos in ("VERB", "AUX"):
                    return None
                head = page.head(head)
    return None


def _joined(near: list[Timex]) -> Field:
    """One value for several expressions: "16 and 17 October" is an interval, else the first."""
    first = near[0]
    values = [t.value[:10] for t in near[:2]]
    if len(values) == 2 and all(len(v) == 10 for v in values) and values[0] < values[1] and "/" not in first.value:
        return f"{values[0]}/{values[1]}", first.span.join(near[1].span)
    return first.value, first.span


# -- round


def round_number(page: Page, trigger: Trigger) -> Field | None:
    """The number of the round: "2" for "a second round of talks"."""
    for head in trigger.heads:
        for child in page.children(head, "amod", "nummod"):
            number = ORDINALS.get(page.tokens[child].text.casefold())
            if number and page.tokens[head].lemma.casefold() in ROUNDS | {"talk", "talks", "meeting", "negotiation"}:
                return number, page.tokens[child].span
    return None


# -- topic


def topic(page: Page, trigger: Trigger) -> Field | None:
    """What the meeting is about: the phrase after "on" or "about", or the purpose after "to"."""
    for token, _ in sorted(chain(page, trigger), key=lambda p: p[1])[:3]:
        found = _first(_topics(page, token))
        if found:
            return found
    return None


def _topics(page: Page, token: int) -> Iterable[Field]:
    for child in page.children(token, "nmod", "obl"):
        if preposition(page, child) in ABOUT and not page.times_in(page.subtree_span(child)):
            yield _phrase(page, child, without=("case",))
    for child in page.children(token, "advcl", "acl", "xcomp"):
        if any(page.tokens[c].text.casefold() == "to" for c in page.children(child, "mark")):
            yield _phrase(page, child, without=("nsubj",))


def _phrase(page: Page, token: int, *, without: tuple[str, ...]) -> Field:
    inside = page.subtree(token, without=without)
    last = min(inside[-1], inside[0] + LONGEST_TOPIC)
    while last > inside[0] and page.tokens[last].upos in ("PUNCT", "CCONJ", "ADP"):
        last -= 1
    span = page.span(inside[0], last + 1)
    return page.text(span), span


def _first(found: Iterable[Field]) -> Field | None:
    return next(iter(found), None)
