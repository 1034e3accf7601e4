"""Which office changed hands: named beside the trigger, or held by the person in the report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from communique.claims.changes.persons import Changed, is_passive
from communique.claims.changes.triggers import ENDS, Trigger
from communique.claims.offices.affiliations import affiliation, is_code
from communique.claims.offices.by_verbs import office_led
from communique.claims.offices.complements import phrase_end
from communique.claims.offices.front import front
from communique.claims.offices.people import person_at
from communique.claims.offices.posts import Post, posts
from communique.lexicon import changes, titles
from communique.model.claim import Claim, Field
from communique.model.page import Page
from communique.model.reading import Sentence

LEFT_LINKS = frozenset("as of the a an its his her their post position job seat rank role".split())
LINKS = LEFT_LINKS | {"to", "be", "become", "serve", "new"}
SERVING = frozenset({"serve", "act", "work", "succeed", "replace", "become", "be"})
"""Verbs between a trigger and its "as": "was nominated to succeed Y as envoy"."""

ELECTIONS = frozenset({"ballot", "contest", "election", "poll", "race", "run-off", "runoff", "vote"})
"""They are won by whom their adjective names: "the presidential election"."""

CHANGING = frozenset({"change", "replace", "switch"})
LEADING = frozenset({"chair", "head", "lead"})

MINISTRIES = {"ministry": "minister", "embassy": "ambassador"}
"""Bodies that stand for the seat of who heads them."""
REACH = 25
"""So many tokens after a trigger its "as" may stand."""


@dataclass(frozen=True, slots=True)
class Seat:
    """An office with its state and body; `is_named` where it stands beside the trigger, and is part of the evidence."""

    role: Field
    body: Field | None = None
    country: Field | None = None
    is_named: bool = False


def named_seat(page: Page, sentence: Sentence, trigger: Trigger, changed: Sequence[Changed]) -> Seat | None:
    """The office that stands after the trigger: "appointed X as head of the delegation", "was elected president"."""
    anchors = [trigger.last, *(c.last for c in changed if c.last > trigger.last)]
    before = (
        _before(page, sentence, trigger) if trigger.change == "replaced" and is_passive(page, trigger.first) else -1
    )
    for post in _without_owners(page, sentence):
        if post.start == before:
            return _of_post(post)
        if post.first < trigger.first or post.status == "former":
            continue
        is_taken = _has_holder(page, post, sentence) or _is_held_so_far(page, post, changed)
        if (is_taken and not _is_new(page, trigger, post)) or _is_one_of_many(page, trigger, post):
            continue
        links = LEFT_LINKS if trigger.change in ENDS else LINKS
        if any(_is_beside(page, _past_age(page, a), post, links) for a in anchors) or _is_as(page, trigger, post):
            return _of_post(post)
    return _meant(page, sentence, trigger) or _to_lead(page, sentence, trigger)


def _without_owners(page: Page, sentence: Sentence) -> Iterator[Post]:
    """The posts but those whose officer somebody is: of "the *secretary-general*'s special envoy" the second, with the
    words of the first.
    """
    owner: Post | None = None
    found = posts(page, sentence)
    for post, after in zip_longest(found, found[1:]):
        whole = post if owner is None else replace(post, first=owner.first)
        is_owner = after is not None and page.tokens[post.end].xpos == "POS" and after.first <= post.end + 1
        owner = post if is_owner else None
        if owner is None:
            yield whole


def _of_post(post: Post) -> Seat:
    """The seat that a title names."""
    return Seat(post.role, post.affiliation.body, post.affiliation.country, True)


def _past_age(page: Page, at: int) -> int:
    """Past an age between commas: "named X, 54, foreign minister"."""
    marks = [t.text for t in page.tokens[at : at + 3]]
    return at + 3 if len(marks) == 3 and marks[0] == marks[2] == "," and page.tokens[at + 1].upos == "NUM" else at


def _meant(page: Page, sentence: Sentence, trigger: Trigger) -> Seat | None:
    """The seat that a noun stands for: "took over the presidency", "was elected to the premiership"."""
    for at in range(trigger.first + 1, min(trigger.last + REACH, sentence.last)):
        token = page.tokens[at]
        if token.head != trigger.first or token.deprel.split(":")[0] not in {"obj", "obl"}:
            continue
        noun = token.lemma.casefold()
        first = next((c for c in page.children(at, "amod", "compound") if c < at), at)
        role = changes.seat_nouns().get(page.tokens[first].lemma.casefold() if noun in ELECTIONS else noun, "")
        if not role and _heads(page, trigger) and noun in MINISTRIES:
            kind = page.words(first, at).casefold() if noun == "ministry" and first < at else ""
            role = f"{kind} {MINISTRIES[noun]}".strip() if kind or noun != "ministry" else ""
        if role:
            of = at + 2 if page.word_after(at) == "of" else at
            before = front(page, sentence.first, first if noun == "ministry" else at).affiliation
            after = affiliation(page, of, phrase_end(page, of, sentence.last)) if of > at else before
            whose = before.country or after.country, before.body or after.body
            return Seat((role, page.span(at, at + 1)), whose[1], whose[0], True)
    return None


def _heads(page: Page, trigger: Trigger) -> bool:
    """True for verbs by which somebody begins or ceases to head a ministry or embassy."""
    return page.tokens[trigger.last - 1].text.casefold() == "over" or page.tokens[trigger.first].lemma == "quit"


def vacated_seat(page: Page, sentence: Sentence, trigger: Trigger) -> Seat | None:
    """As in "replaced its chief negotiator, naming X": the office of whom somebody is given the place."""
    above = page.head(trigger.first)
    if above < 0 or page.tokens[above].lemma.casefold() not in CHANGING or trigger.person != "object":
        return None
    gone = page.child(above, "obj")
    phrase = page.subtree(gone) if gone is not None else []
    found = next((p for p in posts(page, sentence) if p.start in phrase), None)
    if found is None:
        return None
    owner = page.referent_at(found.owner) if found.owner >= 0 else None
    own = (owner.name, found.role[1]) if owner is not None and owner.kind == "party" and is_code(owner.name) else None
    seat = _of_post(found)
    return replace(seat, country=seat.country or own)


def _to_lead(page: Page, sentence: Sentence, trigger: Trigger) -> Seat | None:
    """As in "named X to lead the delegation": its head."""
    if trigger.change != "appointed":
        return None
    after = range(trigger.last, min(trigger.last + REACH, sentence.last))
    infinitives = (at for at in after if page.tokens[at].xpos == "VB" and page.word_before(at) == "to")
    verb = trigger.first if page.tokens[trigger.first].lemma.casefold() in LEADING else next(infinitives, -1)
    led = office_led(page, sentence, verb) if verb >= 0 else None
    return _of_post(led) if led is not None else None


def _is_held_so_far(page: Page, post: Post, changed: Sequence[Changed]) -> bool:
    """As in "appointed his deputy, X, to replace him"."""
    return any(c.first - 1 == post.last and page.tokens[post.last].text == "," for c in changed)


def _is_one_of_many(page: Page, trigger: Trigger, post: Post) -> bool:
    """As in "became a leader in shipping": no seat that changes hands."""
    is_made = page.tokens[trigger.first].lemma.casefold() == "become"
    return is_made and any(t.text.casefold() in {"a", "an"} for t in page.tokens[post.first - 1 : post.first + 1])


def _before(page: Page, sentence: Sentence, trigger: Trigger) -> int:
    """Where the title starts that somebody lost before being replaced, or -1: "ousted as chairman and replaced by"."""
    is_joined = trigger.change == "replaced" and page.tokens[trigger.first].deprel == "conj"
    if not is_joined or not is_passive(page, trigger.first):
        return -1
    lost = page.tokens[trigger.first].head
    return next((p.start for p in posts(page, sentence) if lost < p.first and _is_as_of(page, lost, p)), -1)


def _is_as_of(page: Page, verb: int, post: Post) -> bool:
    return post.first - verb < REACH and page.tokens[post.first - 1].text.casefold() == "as"


def _has_holder(page: Page, post: Post, sentence: Sentence) -> bool:
    return post.kind == "relative" or person_at(page, post.end, sentence.last) is not None


def _is_new(page: Page, trigger: Trigger, post: Post) -> bool:
    """True for what is given to the one named behind it: "appointed a new envoy, X"."""
    said = page.tree.folded[trigger.last : min(post.end, trigger.last + 3)]
    return trigger.person == "object" and "new" in said


def _is_beside(page: Page, anchor: int, post: Post, links: frozenset[str]) -> bool:
    between = page.tokens[anchor : post.first]
    return (
        anchor <= post.start
        and len(between) <= 5
        and all(t.text.casefold() in links or t.upos == "ADV" for t in between)
    )


def _is_as(page: Page, trigger: Trigger, post: Post) -> bool:
    """True for a title after the trigger's own "as", no other verb between."""
    at = post.first - 1
    if at <= trigger.first or at - trigger.first > REACH or page.tokens[at].text.casefold() != "as":
        return False
    return all(_may_stand_between(page, t) for t in range(trigger.first + 1, at) if page.tokens[t].upos == "VERB")


def _may_stand_between(page: Page, verb: int) -> bool:
    """True for participles without a subject of their own, and for "to succeed Y" before "as envoy"."""
    token = page.tokens[verb]
    if token.xpos == "VBN":
        return page.child(verb, "nsubj") is None
    return token.xpos == "VB" and token.lemma.casefold() in SERVING


def held_seat(sentence: Sentence, person: str, held: Sequence[Claim]) -> Seat | None:
    """A person's office in the report: one told in the same sentence, one still held before others, else the first."""
    mine = [c for c in held if c.get("person") == person and not _is_minor(c)]
    here = sorted((c for c in mine if _is_here(c, sentence)), key=lambda c: c.get("status") == "former")
    return next((_seat(c) for c in (*here, *mine)), None)


def seat_kept(sentence: Sentence, person: str, held: Sequence[Claim]) -> Seat | None:
    """The same of those that are not told as former ones: what somebody was once is not what he was appointed to."""
    return held_seat(sentence, person, [c for c in held if c.get("status") != "former"])


def _is_here(claim: Claim, sentence: Sentence) -> bool:
    return any(sentence.span.covers(e.span) for e in claim.evidence)


def _is_minor(claim: Claim) -> bool:
    """True for experts, for ranks and for those who speak for others: reports seldom tell when they took office."""
    words = titles.norm((claim.get("role"),))
    return titles.kind_of(words) in {"expert", "rank"} or any(w.startswith("spokes") for w in words)


def _seat(claim: Claim) -> Seat:
    return Seat(claim.field("role") or ("", claim.evidence[0].span), claim.field("body"), claim.field("country"))
