"""One mention of a meeting with all that its clause says."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from communique.claims.meetings.actors import Actor, is_press, places_beside
from communique.claims.meetings.circumstances import ORDINALS, round_number, topic, when
from communique.claims.meetings.company import Company, company
from communique.claims.meetings.contacts import is_contact, is_told, person_follows
from communique.claims.meetings.encounter import Encounter, Words
from communique.claims.meetings.mentioned import likeliest, places, scored, times
from communique.claims.meetings.papers import PASSING, SIGNING
from communique.claims.meetings.parts import Part, number_of, partners_of, parts_of, place_of
from communique.claims.meetings.places import place
from communique.claims.meetings.ranking import (
    Models,
    Scene,
    guests,
    seated,
    together,
    weighed,
)
from communique.claims.meetings.sitters import sit_together
from communique.claims.meetings.status import status
from communique.claims.meetings.syntax import link, preposition
from communique.claims.meetings.triggers import TRAVEL, Trigger, contacts, triggers
from communique.lexicon.countries import code_of
from communique.lexicon.encounters import EncounterVerb, verbs
from communique.model.claim import Field
from communique.model.page import Page

DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "both", "its", "their", "his", "her"})
INDEFINITE = frozenset({"a", "again", "an"})
"""Words that bring in a contact not told before: "a meeting", "agreed to meet again"."""
APART = frozenset(
    {"another", "other", "further", "more", "new", "next", "separate", "separately", "additional", "previous"}
    | {"previously", "earlier", "last", "follow-up", "subsequent"}
    | ORDINALS.keys()
)
PAIRED = frozenset({"side", "country", "party", "leader", "delegation", "nation", "neighbor", "neighbour", "envoy"})
PAIRED |= {"government", "president", "minister", "negotiator", "team", "counterpart", "representative", "foe", "rival"}
SENT = frozenset({"delegation", "envoy", "head", "leader", "mission", "negotiator", "representative", "team"})
"""Who is sent to talks."""
ABOUT = frozenset({"about", "of", "on"})
BRIEFING = frozenset({"brief", "debrief", "inform", "update"})
"""Contacts at which somebody is told of others."""
PAIRING = frozenset({"two", "both", "three", "the"})


Scored = tuple[tuple[float, Field], ...]
"""Places or times with how likely each is the meeting's."""


def encounters(scene: Scene, models: Models) -> Iterator[Encounter]:
    """Every mention of a contact of parties, in text order; travel to a meeting, or signing at one, is left to it."""
    page = scene.page
    found = triggers(page)
    tokens = {t.token for t in found}
    by_sentence: dict[int, list[Trigger]] = {}
    for trigger in found:
        by_sentence.setdefault(page.sentence_of(trigger.token).first, []).append(trigger)
    made = {t: _encounter(scene, t, models) for t in found if not (t.verbal and _is_light(page, t, tokens))}
    told = {trigger: encounter for trigger, encounter in made.items() if encounter and is_contact(page, encounter)}
    for trigger, encounter in told.items():
        others = [t for t in by_sentence[page.sentence_of(trigger.token).first] if t in told]
        if trigger.format in TRAVEL and _serves(page, trigger, others):
            continue
        if not trigger.verbal and page.head(trigger.token) in {t.token for t in others if _is_by(page, t, PASSING)}:
            continue
        if _is_by(page, trigger, SIGNING) and any(told[t].place for t in others if not _is_by(page, t, SIGNING)):
            continue
        found_parts = parts_of(page, trigger)
        yield from (e for part in found_parts if (e := _encounter(scene, trigger, models, part)))
        if not found_parts:
            yield encounter


def _is_by(page: Page, trigger: Trigger, verbs_: Collection[str]) -> bool:
    """True for a verb among these."""
    return trigger.verbal and page.tokens[trigger.token].lemma.casefold() in verbs_


def words(page: Page, trigger: Trigger, ruled: Company) -> Words:
    """Determiners, words that set apart, plurals for the sides, and whether a preposition brings in the other side."""
    near = frozenset(
        page.tokens[c].text.casefold()
        for head in trigger.heads
        for c in page.children(head, "det", "nmod:poss", "amod", "advmod", "nummod")
        if c < head or page.tokens[c].upos == "ADV"
    )
    return Words(
        bool(near & DEFINITE) or any(page.children(h, "nmod:poss") for h in trigger.heads),
        near & APART,
        is_pair(page, trigger),
        ruled.partnered or _brings_in(page, trigger),
        bool(near & INDEFINITE),
        "no" in near,
        _is_journey_beside(page, trigger),
        _is_reported(page, trigger),
    )


def _is_reported(page: Page, trigger: Trigger) -> bool:
    """True for what somebody is told of at another contact: "briefed the envoy on the talks with Graustark"."""
    above = (page.head(n) for n in (trigger.outer, *page.ancestors(trigger.outer)) if preposition(page, n) in ABOUT)
    return any(n in contacts(page) and page.tokens[n].lemma.casefold() in BRIEFING for n in above)


def _is_journey_beside(page: Page, trigger: Trigger) -> bool:
    """True for a journey before or after another contact: "will meet X before flying to Graustark"."""
    marks = (page.tree.folded[c] for c in page.children(trigger.token, "mark", "case"))
    is_beside = page.head(trigger.token) in contacts(page) and not {"after", "before"}.isdisjoint(marks)
    return trigger.is_journey and is_beside


def _brings_in(page: Page, trigger: Trigger) -> bool:
    """True for "with" or "between" soon after the trigger, whatever the tree says."""
    known = _told_of_verb(page, trigger.token) if trigger.verbal else None
    if known and "obj" in known.partners and person_follows(page, trigger.token):
        return True
    markers = set(known.partners) - {"obj", "of"} if known else {"with", "between", "among", "involving"}
    last = page.sentence_of(trigger.token).last
    after = range(trigger.token + 1, min(last - 1, trigger.token + (5 if trigger.verbal else 3)))
    return any(page.tokens[n].text.casefold() in markers and _may_be_partner(page, n + 1) for n in after)


def _told_of_verb(page: Page, verb: int) -> EncounterVerb | None:
    """What the lexicon has of a verb, with the word behind it where that makes another: "called on"."""
    lemma = page.tokens[verb].lemma.casefold()
    return verbs().get(f"{lemma} {page.word_after(verb)}") or verbs().get(lemma)


def _may_be_partner(page: Page, token: int) -> bool:
    """False for what follows in "spoke to reporters" and "talks with resuming"."""
    return page.tokens[token].upos != "VERB" and not is_press(page, token)


def _encounter(scene: Scene, trigger: Trigger, models: Models, part: Part | None = None) -> Encounter | None:
    page = scene.page
    task, ruled = is_task(page, trigger), _company(page, trigger, part)
    told = "" if task else status(page, trigger)
    said = words(page, trigger, ruled)
    if not is_told(page, trigger, told, said):
        return None
    goal = place_of(page, part, is_visit=trigger.format in TRAVEL) if part else None
    settings = _of_part(scored(places(page, trigger, goal if part else place(page, trigger)), models.places), part)
    dated = _of_part(scored(times(page, trigger, when(page, trigger), told), models.times), part)
    if task:
        settings, dated = (_within(page, trigger, fields) for fields in (settings, dated))
    where, beside = likeliest(settings, models.places), guests(scene, trigger, ruled)
    beside = [guest for guest in beside if part is None or part.may_have(guest.actor.span)]
    likely = together(page, beside, [models.actors.probabilities(guest.features) for guest in beside])
    present = seated(beside, likely, models.actors.threshold)
    if not trigger.verbal and not said.partnered:
        present = _ruled_only(present, ruled)
    return Encounter(
        trigger,
        page.tokens[trigger.token].start,
        _with_hosts(page, present, trigger, where or goal, part),
        ruled,
        told,
        where,
        likeliest(dated, models.times),
        topic(page, trigger),
        (number_of(page, part) if part else None) or round_number(page, trigger),
        said,
        page.sentence_of(trigger.token),
        weighed(beside, likely),
        settings,
        dated,
        task=task,
    )


def _company(page: Page, trigger: Trigger, part: Part | None) -> Company:
    """Whom syntax places in a contact, or in one of several that the trigger tells of."""
    whole = company(page, trigger)
    if part is None:
        return whole
    met = partners_of(page, part)
    sides = [a for a in whole.sides if part.may_have(a.span)]
    return replace(
        whole,
        sides=(*sides, *(a for a in met if a.named not in {s.named for s in sides})),
        mediators=tuple(a for a in whole.mediators if part.may_have(a.span)),
        partnered=whole.partnered or bool(met),
    )


def _of_part(found: Scored, part: Part | None) -> Scored:
    """The places or times that may be of a part."""
    return tuple(one for one in found if part is None or part.may_have(one[1][1]))


def is_task(page: Page, trigger: Trigger) -> bool:
    """True for what somebody is sent to: "the delegation for the talks"; the verb, day and place are not the talks'."""
    above = page.head(trigger.token)
    sent = above >= 0 and not trigger.verbal and page.tokens[above].lemma.casefold() in SENT
    return sent and preposition(page, trigger.token) in ("for", "at", "to", "in")


def _within(page: Page, trigger: Trigger, found: Scored) -> Scored:
    """The places or times that stand inside the phrase of a noun."""
    inside = page.subtree(trigger.token)
    phrase = page.span(inside[0], inside[-1] + 1)
    return tuple(one for one in found if phrase.covers(one[1][1]))


def _ruled_only(present: Company, ruled: Company) -> Company:
    """Those whom syntax places in the meeting too: beside "the talks" a sentence names many who only speak of them."""
    named = {a.named for a in (*ruled.sides, *ruled.mediators)}
    parties = {a.party for a in ruled.sides}
    return replace(
        present,
        sides=tuple(a for a in present.sides if a.named in named or (a.person and a.party in parties)),
        mediators=tuple(a for a in present.mediators if a.named in named),
    )


def _with_hosts(page: Page, seated_: Company, trigger: Trigger, where: Field | None, part: Part | None) -> Company:
    """Travel to a state is contact with it: "a visit to Ruritania and Graustark"; each of several leads to its own."""
    if where is None or trigger.format != "visit":
        return seated_
    known = {a.party for a in seated_.sides}
    code, beside = code_of(where[0]), [] if part else places_beside(page, where[1])
    hosts = [*([Actor(where[1], code, code, False)] if code else []), *beside]
    return replace(seated_, sides=(*seated_.sides, *(a for a in hosts if a.party not in known)))


def is_pair(page: Page, trigger: Trigger) -> bool:
    """True where a plural or a body without a name stands for the sides: "they", "both delegations", "the panel"."""
    if trigger.verbal and sit_together(page, trigger.token):
        return True
    span = page.sentence_of(trigger.token)
    for number in range(max(span.first, trigger.token - 12), min(span.last, trigger.token + 8)):
        if page.tree.folded[number] in ("they", "both"):
            return True
        before = page.tree.folded[max(0, number - 2) : number]
        if page.tokens[number].lemma.casefold() in PAIRED and not PAIRING.isdisjoint(before):
            return True
    return False


def _is_light(page: Page, trigger: Trigger, tokens: set[int]) -> bool:
    """True for "hosted talks": the noun is the meeting; but "handed him a note" is one with the verb."""
    if page.tokens[trigger.token].lemma.casefold() in PASSING:
        return False
    return any(c in tokens for c in page.children(trigger.token, "obj"))


def _serves(page: Page, visit: Trigger, found: list[Trigger]) -> bool:
    """True for travel to a meeting: "flew to Graustark for talks", "a visit to meet the president"."""
    for other in found:
        if other.format in TRAVEL or other.token == visit.token:
            continue
        above = None if other.verbal else link(page, other.outer)
        if _is_amid(page, visit, other):
            return True
        if other.verbal and page.head(other.token) == visit.token:
            return page.tokens[other.token].deprel.startswith(("advcl", "acl", "xcomp", "conj"))
        if above is not None and above.predicate == visit.token and above.relation == "obl":
            return True
    return False


def _is_amid(page: Page, visit: Trigger, other: Trigger) -> bool:
    """True for "met him during a visit to Graustark"."""
    above = None if visit.verbal else link(page, visit.outer)
    return (
        other.verbal and above is not None and above.predicate == other.token and above.preposition in ("during", "on")
    )
