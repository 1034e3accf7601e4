"""Organizations that stand between the sides of talks: by the envoys they send, or as the report calls them."""

from collections.abc import Sequence

from communique.claims.meetings.actors import Actor, affiliation
from communique.claims.meetings.encounter import Encounter
from communique.claims.meetings.folding import Meeting
from communique.claims.meetings.opponents import are_talks, opponent
from communique.claims.meetings.ranking import intermediaries
from communique.claims.meetings.syntax import preposition
from communique.claims.meetings.table import Table, lead
from communique.claims.meetings.triggers import TRAVEL
from communique.claims.offices import offices
from communique.lexicon.bodies import is_organization
from communique.model.page import Page, once

ENVOYS = frozenset({"envoy", "mediator", "facilitator", "emissary", "intermediary"})
"""Whom an organization sends to bring sides together."""

PARTNERS = frozenset({"with", "between", "among"})
"""Prepositions that bring in who somebody meets."""

SIDES = 2
"""So many sides stand apart from who mediates."""


def thirds(table: Table, meeting: Meeting, actors: Sequence[Actor]) -> set[Actor]:
    """Those of `actors` who stand between the sides of talks: mediating organizations and their people.

    A contact of the organization's own is none of theirs: "met the envoy".
    """
    between = third_parties(table.page)
    if not between or not are_talks(table.page, meeting):
        return set()
    apart = [a for a in actors if not a.person and a.party not in between]
    if len(apart) < SIDES and opponent(table) is None:
        return set()
    own = {party for party in between if _is_own(table.page, meeting, party)}
    return {a for a in actors if a.party in between - own}


@once
def third_parties(page: Page) -> frozenset[str]:
    """International organizations that mediate: the report names their envoy, or tells of their mediation."""
    sent = (affiliation(page, r) for r in page.reading.referents if r.kind == "person" and r.name in envoys(page))
    return frozenset(name for name in (*sent, *intermediaries(page)) if is_organization(name))


@once
def envoys(page: Page) -> frozenset[str]:
    """The people whom the report calls envoys or mediators, and of no state."""
    held = [c for c in offices(page) if not c.get("country")]
    return frozenset(c.get("person") for c in held if not ENVOYS.isdisjoint(c.get("role").casefold().split()))


def _is_own(page: Page, meeting: Meeting, party: str) -> bool:
    """True where the mention that says most, or most of all, is of a contact of the organization with somebody."""
    told = [_meets(page, encounter, party) for encounter in meeting]
    return _meets(page, lead(meeting), party) or sum(told) * 2 > len(told)


def _meets(page: Page, encounter: Encounter, party: str) -> bool:
    """True for "met the envoy", "the envoy's talks with the government", not for talks that it opens."""
    is_there = any(a.party == party for a in encounter.ruled.sides)
    if not is_there or not encounter.words.partnered or encounter.format in TRAVEL:
        return False
    return encounter.trigger.verbal or _brings_in(page, encounter)


def _brings_in(page: Page, encounter: Encounter) -> bool:
    """True for "talks with", "negotiations in Graustark between"."""
    inner = (c for head in encounter.trigger.heads for c in page.children(head, "nmod", "obl"))
    is_next = page.word_after(encounter.trigger.token) in PARTNERS
    return is_next or any(preposition(page, c) in PARTNERS for c in inner)
