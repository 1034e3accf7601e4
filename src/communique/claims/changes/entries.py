"""Offices and seats that changed hands: one claim for each person and event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.claims.changes.persons import Changed, is_passive, who_changes
from communique.claims.changes.replaced import is_given, is_in_place, is_left, replaced_by
from communique.claims.changes.seats import Seat, held_seat, named_seat, seat_kept, vacated_seat
from communique.claims.changes.triggers import ENDS, Trigger, triggers
from communique.claims.changes.whens import when_of
from communique.claims.dates import is_after
from communique.lexicon import titles
from communique.model.claim import Claim, Field, claim
from communique.model.page import Page
from communique.model.reading import Sentence
from communique.model.span import Span

DEATH = "died"
FOLLOWING = frozenset({"succeed", "replace"})
SENT = frozenset("ambassador envoy consul attache attaché representative commissioner charge chargé nuncio".split())
"""Words for who is recalled or expelled."""


@dataclass(frozen=True, slots=True)
class Change:
    """One person's office changing hands."""

    person: Field
    seat: Seat
    change: Field
    replaces: Field | None
    when: Field | None
    evidence: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Known:
    """The offices of the report, and the changes told before."""

    held: Sequence[Claim]
    told: tuple[Change, ...]


def changes(page: Page, held: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """One claim for each person and event, told as having happened."""
    kept: list[Change] = []
    for found in _found(page, held):
        at = next((n for n, k in enumerate(kept) if _is_same(k, found)), -1)
        if at < 0:
            kept.append(found)
        else:
            kept[at] = _fuller(kept[at], found)
    return tuple(_claim(page, c) for c in kept)


def _found(page: Page, held: Sequence[Claim]) -> list[Change]:
    """Every change told, in text order; in a sentence those that begin are read first, as they say what others left."""
    kept: list[Change] = []
    for sentence in page.sentences:
        inside: list[Change] = []
        for trigger in sorted(triggers(page, sentence), key=lambda t: (t.change in ENDS, t.change == "replaced")):
            found = _of_trigger(page, sentence, trigger, Known(held, (*kept, *inside)))
            inside += [c for c in found if trigger.change != "replaced" or not _is_told(c, inside)]
        kept += sorted(inside, key=lambda c: c.evidence)
    return kept


def _is_told(found: Change, inside: Sequence[Change]) -> bool:
    """True where the sentence tells of the person, or of who follows the one replaced: "named X, succeeding Y"."""
    gone = found.replaces[0] if found.replaces else ""
    return any(c.person[0] == found.person[0] or (c.replaces and c.replaces[0] == gone) for c in inside)


def _of_trigger(page: Page, sentence: Sentence, trigger: Trigger, known: Known) -> Iterator[Change]:
    """One change for each person the trigger is about; none whose time lies after the report's."""
    changed = who_changes(page, sentence, trigger)
    named = named_seat(page, sentence, trigger, changed)
    for person in changed:
        other = replaced_by(page, sentence, trigger, person)
        seat = _seat(page, sentence, trigger, (person, named, other), known)
        if seat is not None and seat.role[0] and _has_what_it_asks(page, trigger, seat, other):
            change = _change(page, sentence, trigger, (person, seat, other))
            if trigger.asks == "will" or not _is_to_come(page, change):
                yield change


def _has_what_it_asks(page: Page, trigger: Trigger, seat: Seat, other: Field | None) -> bool:
    """False for "the talks succeeded", and where who is recalled or expelled is not one who was sent."""
    if trigger.asks == "person":
        return other is not None or page.child(trigger.first, "obj") is not None
    return trigger.asks != "ambassador" or bool(SENT & set(titles.norm((seat.role[0],))))


def _is_to_come(page: Page, change: Change) -> bool:
    day = page.report.day
    return bool(day) and change.when is not None and is_after(change.when[0], day)


def _seat(
    page: Page, sentence: Sentence, trigger: Trigger, who: tuple[Changed, Seat | None, Field | None], known: Known
) -> Seat | None:
    """The office: the one named, else the person's own or that of whom he or she replaces, where the trigger allows."""
    person, named, other = who
    find = held_seat if trigger.change in ENDS else seat_kept
    own = find(sentence, person.name[0], known.held)
    if trigger.change == DEATH and _is_of_past(page, person):
        return None
    if named is not None and other is not None and _is_of_before(page, sentence, trigger, named, person):
        named = _seat_of(sentence, other[0], known) or named
    if named is not None:
        return replace(
            named, body=named.body or _same(named, own, "body"), country=named.country or _same(named, own, "country")
        )
    if trigger.change in ENDS:
        left = next((c.seat for c in known.told if c.replaces and c.replaces[0] == person.name[0]), None)
        is_own = own is not None and (sentence.span.covers(own.role[1]) or (left is not None and _are_alike(left, own)))
        return own if left is None or is_own else left
    if trigger.asks == "role" and other is None and (vacated := vacated_seat(page, sentence, trigger)) is not None:
        return vacated
    if (trigger.asks in {"role", "will"} and other is None) or _is_for_a_task(page, trigger, person):
        return None
    given = next((c.seat for c in known.told if c.person[0] == person.name[0] and c.change[0] not in ENDS), None)
    if given is not None and other is not None:
        return given
    theirs = _left_here(page, sentence, other[0]) if other is not None else None
    theirs = theirs or (_seat_of(sentence, other[0], known) if other is not None else None)
    theirs = theirs or vacated_seat(page, sentence, trigger)
    first, second = (theirs, own) if _is_theirs(page, sentence, trigger) else (own, theirs)
    return first or second


def _is_of_past(page: Page, person: Changed) -> bool:
    """True for "former minister X" and "X, the former minister", who leaves no office by dying."""
    head = page.top(range(person.first, person.last))
    phrase = page.subtree(head) if head >= 0 else range(person.first, person.last)
    beside = page.children(head, "appos") if head >= 0 else []
    told = [*range(min(*phrase, person.first), person.first), *(c for one in beside for c in page.children(one))]
    return any(titles.modifiers().get(page.tree.folded[n]) == "former" for n in told)


def _left_here(page: Page, sentence: Sentence, person: str) -> Seat | None:
    """The seat that the same sentence says somebody left: "X, who stepped down as envoy, was replaced by Y"."""
    for trigger in triggers(page, sentence):
        changed = who_changes(page, sentence, trigger) if trigger.change in ENDS else ()
        if any(c.name[0] == person for c in changed):
            return named_seat(page, sentence, trigger, changed)
    return None


def _seat_of(sentence: Sentence, person: str, known: Known) -> Seat | None:
    """The seat that somebody is told to have left, else one held in the report."""
    left = next((c.seat for c in reversed(known.told) if c.person[0] == person and c.change[0] in ENDS), None)
    return left or held_seat(sentence, person, known.held)


def _is_theirs(page: Page, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the seat is that of whom somebody follows: "was replaced by Y", "in his place", "takes over"."""
    if trigger.change == "replaced":
        return is_given(page, trigger)
    after = page.tokens[trigger.first : sentence.last]
    taken = page.tokens[trigger.last - 1].text.casefold() == "over"
    taken = taken or any(is_left(page, at) or is_in_place(page, at) for at in range(trigger.last, sentence.last))
    return taken or any(t.xpos == "VB" and t.lemma.casefold() in FOLLOWING for t in after)


def _is_of_before(page: Page, sentence: Sentence, trigger: Trigger, named: Seat, person: Changed) -> bool:
    """True where the seat named is what somebody was before: "appointed the envoy's deputy, X, to succeed Y"."""
    before = trigger.first < page.tokens_in(named.role[1]).start < person.first
    return before and _is_theirs(page, sentence, trigger)


def _is_for_a_task(page: Page, trigger: Trigger, person: Changed) -> bool:
    """True for "appointed Minister X to chair the talks": the title is not the office given."""
    if trigger.person != "object" or person.last + 1 >= len(page.tokens) or person.first < trigger.first:
        return False
    at = person.last + (page.tokens[person.last].text == "," and person.last + 2 < len(page.tokens))
    verb = page.tokens[at + 1]
    return page.tokens[at].text.casefold() == "to" and verb.xpos == "VB" and verb.lemma.casefold() not in FOLLOWING


def _same(named: Seat, own: Seat | None, part: str) -> Field | None:
    """What the person's own office adds where it is the same one."""
    if own is None or not _are_alike(named, own):
        return None
    return own.body if part == "body" else own.country


def _change(page: Page, sentence: Sentence, trigger: Trigger, what: tuple[Changed, Seat, Field | None]) -> Change:
    person, seat, other = what
    when = when_of(page, sentence, trigger)
    change = {"replaced": "appointed"}.get(trigger.change, trigger.change)
    spans = [page.span(person.first, person.last), page.span(trigger.first, trigger.last)]
    spans += [when[1]] if when else []
    spans += [seat.role[1]] if seat.is_named else []
    spans += [other[1]] if other else []
    inside = [s for s in spans if sentence.span.covers(s)]
    evidence = Span(min(s.start for s in inside), max(s.end for s in inside))
    rule = "noun" if trigger.person == "noun" else "passive" if is_passive(page, trigger.first) else "verb"
    return Change(person.name, seat, (change, spans[1]), other, when, evidence, rule)


def _is_same(one: Change, other: Change) -> bool:
    """The same person, kind of change, and office; "resigned" and "dismissed" of one office are one end."""
    if one.person[0] != other.person[0]:
        return False
    kinds = {one.change[0], other.change[0]}
    alike = len(kinds) == 1 or kinds <= {"resigned", "dismissed"} or kinds <= {"appointed", "elected", "other"}
    return alike and _are_alike(one.seat, other.seat)


def _are_alike(one: Seat, other: Seat) -> bool:
    """True for seats whose roles share a word."""
    mine, yours = (set(titles.norm((seat.role[0],))) for seat in (one, other))
    return bool(mine & yours)


def _fuller(one: Change, other: Change) -> Change:
    """The first one told, with what only the second says."""
    first, second = (other, one) if one.change[0] == "other" != other.change[0] else (one, other)
    seat = replace(
        first.seat, body=first.seat.body or second.seat.body, country=first.seat.country or second.seat.country
    )
    return replace(first, seat=seat, replaces=first.replaces or second.replaces, when=first.when or second.when)


def _claim(page: Page, found: Change) -> Claim:
    fields = {
        "person": found.person,
        "role": found.seat.role,
        "body": found.seat.body,
        "country": found.seat.country,
        "change": found.change,
        "replaces": found.replaces,
        "when": found.when,
    }
    return claim(page.report, "changes", fields, evidence=(found.evidence,), made_by=f"changes.{found.rule}")
