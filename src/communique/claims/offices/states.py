"""The state an office belongs to where its own words leave it out."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from communique.claims.offices.affiliations import Affiliation, is_code
from communique.claims.offices.context import likely_state, state_mentions
from communique.claims.offices.holding import Holding
from communique.lexicon import titles
from communique.model.claim import Field
from communique.model.page import Page

JOINS = frozenset({"and", ",", "&", "with"})


def completed(page: Page, found: tuple[Holding, ...]) -> tuple[Holding, ...]:
    """Holdings with their state filled in from the list they stand in, their person, owner or title, or the context."""
    listed = tuple(_inherited(page, found))
    stated = {h.person.name[0]: h.affiliation.country for h in reversed(listed) if h.affiliation.country}
    known = tuple(h if _is_settled(h) else _with(h, _known(page, h, stated)) for h in listed)
    return tuple(_in_context(page, known))


def _in_context(page: Page, known: tuple[Holding, ...]) -> Iterator[Holding]:
    """What the context tells, for a person who stands alone with a title in the sentence."""
    places = state_mentions(page)
    crowd = Counter(
        sentence for sentence, _ in {(page.sentence_of(h.person.first).first, h.person.name[0]) for h in known}
    )
    for holding in known:
        is_alone = crowd[page.sentence_of(holding.person.first).first] == 1
        if _is_settled(holding) or holding.post.kind != "office" or not is_alone:
            yield holding
        else:
            yield _with(holding, likely_state(page, holding, places, _taken(holding, known)))


def _taken(holding: Holding, known: tuple[Holding, ...]) -> set[str]:
    """The states for which somebody else holds the same office."""
    role, name = holding.post.role[0].casefold(), holding.person.name[0]
    others = [h for h in known if h.post.role[0].casefold() == role and h.person.name[0] != name]
    return {h.affiliation.country[0] for h in others if h.affiliation.country}


def _inherited(page: Page, found: tuple[Holding, ...]) -> Iterator[Holding]:
    """As in "Russian Foreign Minister X and Defense Minister Y": the second title belongs to the first one's state."""
    before: Holding | None = None
    for holding in found:
        joined = before is not None and not _is_settled(holding) and _follows(page, before, holding)
        before = _with(holding, before.affiliation.country) if joined and before is not None else holding
        yield before


def _follows(page: Page, before: Holding, holding: Holding) -> bool:
    if holding.post.determined or holding.rule != "title_before_name":
        return False
    country = before.affiliation.country
    if country is None or country[1].start > before.person.name[1].start:
        return False
    between = page.tokens[before.person.last : holding.post.first]
    return 0 < len(between) <= 2 and all(t.text.casefold() in JOINS for t in between)


def _known(page: Page, holding: Holding, stated: Mapping[str, Field]) -> Field | None:
    found = stated.get(holding.person.name[0])
    if found:
        return found
    span = holding.person.name[1]
    if holding.person.country:
        return holding.person.country, span
    if holding.post.owner >= 0:
        of_owner = _of_owner(page, holding.post.owner, stated)
        if of_owner:
            return of_owner
    code = titles.states().get(" ".join(titles.norm((holding.post.role[0],))), "")
    return (code, holding.post.role[1]) if code else None


def _of_owner(page: Page, owner: int, stated: Mapping[str, Field]) -> Field | None:
    """The state of the person, party or pronoun that a title belongs to ("Wilson's envoy", "its envoy")."""
    span = page.span(owner, owner + 1)
    found = page.referent_at(owner)
    if found is None:
        return None
    code = found.name if found.kind == "party" and is_code(found.name) else found.country
    return (code, span) if code else stated.get(found.name)


def _is_settled(holding: Holding) -> bool:
    """True with a state, or with a body that is no part of a state."""
    if holding.affiliation.country:
        return True
    body = holding.affiliation.body
    return body is not None and titles.bodies().get(titles.norm((body[0],))[-1]) != "government"


def _with(holding: Holding, country: Field | None) -> Holding:
    return replace(holding, affiliation=Affiliation(country, holding.affiliation.body)) if country else holding
