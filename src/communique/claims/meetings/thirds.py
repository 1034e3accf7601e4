"""Organizations that stand between the sides of a report's talks, by the envoys they send or the good offices they give."""

from communique.claims.meetings.actors import affiliation
from communique.claims.meetings.encounter import TRAVEL, Encounter
from communique.claims.meetings.ranking import intermediaries
from communique.claims.meetings.syntax import preposition
from communique.claims.offices import offices
from communique.lexicon.bodies import body_of
from communique.model.page import Page, once

ENVOYS = frozenset({"envoy", "mediator", "facilitator", "emissary", "intermediary"})
"""Whom an organization sends to bring sides together."""

PARTNERS = frozenset({"with", "between", "among"})
"""Prepositions that bring the sides of talks in."""


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


def is_organization(name: str) -> bool:
    """True for a body of many states, which is no side of a conflict."""
    known = body_of(name)
    return known is not None and known.kind == "organization"


def meets_itself(page: Page, encounter: Encounter, party: str) -> bool:
    """True for a contact of an organization with somebody, not between sides: "met the envoy", "talks with the Union"."""
    told = {a.party for a in encounter.ruled.sides if a.party}
    if party not in told or not encounter.words.partnered or encounter.format in TRAVEL:
        return False
    return encounter.trigger.verbal or _brings_in(page, encounter)


def _brings_in(page: Page, encounter: Encounter) -> bool:
    """True for "talks with", "negotiations in Graustark between"."""
    inner = (c for head in encounter.trigger.heads for c in page.children(head, "nmod", "obl"))
    after = page.tree.folded[encounter.trigger.token + 1 : encounter.trigger.token + 2]
    return not PARTNERS.isdisjoint(after) or any(preposition(page, c) in PARTNERS for c in inner)
