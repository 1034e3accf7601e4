"""Who holds or held what: one claim for each distinct person and role."""

from dataclasses import replace

from communique.claims.offices.affiliations import Affiliation
from communique.claims.offices.holders import holdings
from communique.claims.offices.holding import Holding
from communique.claims.offices.states import completed
from communique.lexicon import titles
from communique.model.claim import Claim, Field, claim
from communique.model.page import Page, once

KEEPS_APART = frozenset("deputy vice assistant under first co associate second shadow sub crown".split())
"""Words that make another office of a title."""


@once
def offices(page: Page) -> tuple[Claim, ...]:
    """One claim for each distinct person and role, with the fullest wording of the role."""
    by_person: dict[str, list[Holding]] = {}
    for holding in _offices_only(_related(completed(page, holdings(page)))):
        kept = by_person.setdefault(holding.person.name[0].casefold(), [])
        at = next((n for n, k in enumerate(kept) if _is_same(k, holding)), -1)
        if at < 0:
            kept.append(holding)
        else:
            kept[at] = _fuller(kept[at], holding)
    return tuple(_claim(page, h) for kept in by_person.values() for h in kept)


def _related(found: tuple[Holding, ...]) -> tuple[Holding, ...]:
    """A predecessor, successor or counterpart holds the owner's office: "Wilson's predecessor, X" was president."""
    first = {h.person.name[0]: h for h in reversed(found) if h.post.kind == "office"}
    return tuple(_of_owner(h, first.get(h.owner)) for h in found)


def _of_owner(holding: Holding, owner: Holding | None) -> Holding:
    if holding.post.kind != "relative" or owner is None:
        return holding
    if holding.post.role[0].casefold() == "counterpart":
        alike = titles.is_alike(titles.norm((owner.post.role[0],)))
        post = replace(holding.post, role=_in_full(owner.post.role), kind="office") if alike else holding.post
        return replace(holding, post=post)
    status = "former" if holding.post.role[0].casefold() == "predecessor" else "current"
    post = replace(owner.post, plural=False)
    return replace(holding, post=post, affiliation=owner.affiliation, status=status)


def _in_full(role: Field) -> Field:
    """The office that somebody fills for the time being: whose counterpart is an acting minister is a minister."""
    words = role[0].split()
    while len(words) > 1 and titles.modifiers().get(words[0].casefold()) == "acting":
        words = words[1:]
    return " ".join(words), role[1]


def _offices_only(found: tuple[Holding, ...]) -> tuple[Holding, ...]:
    """Without what is no office beside an office."""
    placed = {h.person.name[0] for h in found if h.post.kind == "office"}
    return tuple(h for h in found if _counts(h, h.person.name[0] in placed))


def _counts(holding: Holding, has_office: bool) -> bool:
    """Experts need an institution; ranks and counterparts count where nothing better is said."""
    if holding.post.kind == "expert":
        return holding.affiliation.body is not None
    if holding.post.kind == "relative":
        return not has_office and holding.post.role[0].casefold() == "counterpart"
    return holding.post.kind == "office" or not has_office


def _is_same(one: Holding, other: Holding) -> bool:
    """The same title of one person, or one that says more of it."""
    a, b = titles.norm((one.post.role[0],)), titles.norm((other.post.role[0],))
    short, long = sorted((a, b), key=len)
    extra = set(long) - set(short)
    if "delegation" in extra and (one.affiliation.body or other.affiliation.body):
        return False
    if extra and "former" in {one.status, other.status} and one.status != other.status:
        return False
    return set(short) <= set(long) and not extra & KEEPS_APART and not _differ(one, other)


def _differ(one: Holding, other: Holding) -> bool:
    """True for the same title in two bodies: president of a state and of a party."""
    mine, yours = one.affiliation.body, other.affiliation.body
    if mine is None or yours is None:
        return False
    return mine[0].casefold() != yours[0].casefold() and not _overlap(mine[0], yours[0])


def _overlap(one: str, other: str) -> bool:
    return bool(set(titles.norm((one,))) & set(titles.norm((other,))))


def _fuller(one: Holding, other: Holding) -> Holding:
    """The one that says more, with what only the other says of state, body and status."""
    base = one if len(one.post.role[0].split()) >= len(other.post.role[0].split()) else other
    rest = other if base is one else one
    belongs = Affiliation(
        base.affiliation.country or rest.affiliation.country, base.affiliation.body or rest.affiliation.body
    )
    return replace(base, affiliation=belongs, status=one.status if one.status != "current" else other.status)


def _claim(page: Page, holding: Holding) -> Claim:
    fields = {
        "person": holding.person.name,
        "role": holding.post.role,
        "body": holding.affiliation.body,
        "country": holding.affiliation.country,
        "status": (holding.status, holding.post.role[1]),
    }
    return claim(page.report, "offices", fields, evidence=(holding.evidence,), made_by=f"offices.{holding.rule}")
