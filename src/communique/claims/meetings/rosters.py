"""Who sits for a side at its talks, told in sentences of their own: "the delegation was headed by X and included Y".

A report lists them once, at the talks that it tells of first; a picture shows who was there.
"""

from collections.abc import Iterator

from communique.claims.meetings.actors import Actor, actors, of_referent, side_of
from communique.claims.meetings.folding import FAMILIES, Meeting
from communique.claims.meetings.syntax import preposition, subjects
from communique.claims.meetings.table import Table, lead, sides
from communique.claims.offices import offices
from communique.claims.offices.affiliations import is_delegation_word
from communique.claims.offices.support import GOING_ALONG
from communique.model.meeting import OFF
from communique.model.page import Page, once
from communique.model.reading import Sentence

HEADS = frozenset({"head", "leader"})
INCLUDING = frozenset({"include", "comprise", "feature"})
SHOWING = frozenset({"show", "depict", "picture"})
PICTURES = frozenset({"photo", "photograph", "picture", "image", "footage", "video"})
"""What shows who sat there."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SITTING = frozenset({"on", "for", "from"})
"""Prepositions before a side that sits there: "on the Maretian side were"."""


def delegates(table: Table, meeting: Meeting) -> list[Actor]:
    """Those who are told, away from its mentions, to sit at a meeting."""
    beside = [actor for actor in along(table.page) if _is_beside(table, meeting, actor)]
    return [delegate for delegate in (*told(table.page), *beside) if _attends(table, meeting, delegate)]


def _attends(table: Table, meeting: Meeting, delegate: Actor) -> bool:
    """True for the talks of the delegate's side that the report tells of first."""
    open_ = [m for m in table.meetings if _may_seat(m, delegate.party)]
    return bool(open_) and meeting is min(open_, key=lambda m: m[0].start)


def _is_beside(table: Table, meeting: Meeting, actor: Actor) -> bool:
    """True where the actor's sentence, or the one before, tells of the meeting, and the sentence of no other."""
    here = table.page.sentence_of(table.page.tokens_in(actor.span)[0])
    first = (table.page.sentence_before(here) or here).first
    is_near = any(first <= e.trigger.token < here.last for e in meeting)
    others = (e for m in table.meetings if m is not meeting for e in m)
    return is_near and not any(here.first <= e.trigger.token < here.last for e in others)


def _may_seat(meeting: Meeting, party: str) -> bool:
    is_talk = FAMILIES.get(lead(meeting).format) == "meeting"
    return is_talk and party in sides(meeting) and not any(e.status in OFF for e in meeting)


@once
def told(page: Page) -> tuple[Actor, ...]:
    """Everyone whom the report calls head or member of a delegation, in text order."""
    found = [*_heads(page), *(d for s in page.telling_sentences() for d in _listed(page, s))]
    return tuple(sorted(found, key=lambda delegate: delegate.span))


@once
def along(page: Page) -> tuple[Actor, ...]:
    """Everyone by whom the report calls one of a side accompanied, in text order."""
    return tuple(actor for sentence in page.telling_sentences() for actor in _accompanying(page, sentence))


def _heads(page: Page) -> Iterator[Actor]:
    for held in offices(page):
        person = held.argument("person")
        if person is None or held.get("status") != "current" or not _is_head(held.get("role")):
            continue
        span = person.evidence.span
        referent = page.referent_at(page.tokens_in(span)[0])
        side = held.get("country") or held.get("body")
        if referent is not None and side:
            yield Actor(span, person.value, side, True)


def _is_head(role: str) -> bool:
    """True for "head of the delegation", "leader of the team"."""
    first, _, of = role.casefold().partition(" of the ")
    return first in HEADS and is_delegation_word(of)


def _listed(page: Page, sentence: Sentence) -> Iterator[Actor]:
    """Members of a delegation that the sentence lists."""
    for at in range(sentence.first, sentence.last):
        lemma = page.tokens[at].lemma.casefold()
        side = ""
        if lemma in SHOWING and any(page.tokens[c].lemma.casefold() in PICTURES for c in page.children(at, "nsubj")):
            yield from _after(page, at, sentence, "")
        if lemma in INCLUDING and page.tokens[at].upos == "VERB":
            side = next((s for c in subjects(page, at) if (s := _side(page, c))), "")
        elif lemma == "represent" and page.child(at, "aux:pass") is not None:
            side = next((a.party for c in page.children(at, "nsubj:pass") for a in actors(page, c)), "")
        elif lemma == "be" and at > sentence.first and is_delegation_word(page.tokens[at - 1].text):
            side = _side(page, at - 1) if preposition(page, at - 1) in SITTING else ""
        if side:
            yield from _after(page, at, sentence, side)


def _accompanying(page: Page, sentence: Sentence) -> Iterator[Actor]:
    """Who is by the side of the sentence's subject: "X, flanked by Y"."""
    for at in range(sentence.first, sentence.last - 1):
        is_by = page.tokens[at].xpos == "VBN" and page.tree.folded[at + 1] == "by"
        if is_by and page.tokens[at].lemma.casefold() in GOING_ALONG:
            side = next((a.party for c in subjects(page, at) for a in actors(page, c)), "")
            yield from _after(page, at, sentence, side) if side else ()


def _side(page: Page, token: int) -> str:
    """Whose delegation a noun means; "it" is that of the sentence before."""
    if is_delegation_word(page.tokens[token].text):
        return next((a.party for a in actors(page, token)), "")
    if page.tree.folded[token] not in ("it", "which", "they"):
        return ""
    here = page.sentence_of(token)
    first = (page.sentence_before(here) or here).first
    before = (n for n in range(token - 1, first - 1, -1) if is_delegation_word(page.tokens[n].text))
    return next((side for n in before if (side := _side(page, n))), "")


def _after(page: Page, verb: int, sentence: Sentence, side: str) -> Iterator[Actor]:
    """The people named from a verb on, until something else is told."""
    stop = next((n for n in range(verb + 1, sentence.last) if page.tokens[n].xpos in FINITE), sentence.last)
    if stop <= verb + 1:
        return
    for mention, referent in page.mentions_in(page.span(verb + 1, stop), "person"):
        actor = of_referent(page, mention, referent) if mention.form == "name" else None
        is_owner = mention.last < stop and page.tokens[mention.last].xpos == "POS"
        if actor is not None and not is_owner and (not side or actor.party not in _others(page, side)):
            yield Actor(actor.span, actor.name, side or actor.party, True)


@once
def _others(page: Page, side: str) -> frozenset[str]:
    """The other sides that the report names: who is of one of them sits not for this side."""
    told = (r for _, r in page.mentions_in(page.span(0, len(page.tokens)), "party"))
    return frozenset(side_of(r) for r in told) - {side}
