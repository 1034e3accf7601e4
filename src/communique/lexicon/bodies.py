"""International organizations, armed groups, parties and agencies with their acronyms and other names.

Broadcasters, papers and news agencies are in the lexicon of outlets.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from communique.lexicon.tables import REMEMBERED, bare, is_acronym, key, parts, rows, word_list, written_as_name

SIDES = frozenset({"armed_group", "party"})
"""Kinds that can be a side of talks; the others are organizations."""


@dataclass(frozen=True, slots=True)
class Body:
    """One body. `kind` is organization, agency (of one state, keeps its name), parliament, armed_group or party.

    `country` is the code of the state it belongs to or acts in; `wikidata` its item; both may be empty.
    """

    name: str
    kind: str
    country: str
    wikidata: str
    aliases: tuple[str, ...]


@lru_cache(REMEMBERED)
def body_of(text: str) -> Body | None:
    """The body a name or acronym stands for ("the U.N.", "NATO's", "FMLN"), or None."""
    for candidate in (text, bare(text)):
        found = forms().get(key(candidate))
        if found and written_as_name(candidate, found[1]):
            return found[0]
    return None


def is_shunned(text: str) -> bool:
    """True for an armed group that is fought and not talked with: truces and talks of the others leave it out (the
    Security Council's resolution 2254 of 2015, paragraph 8).
    """
    found = body_of(text)
    return found is not None and found.name in word_list("shunned")


def is_organization(text: str) -> bool:
    """True for a body of many states, such as a union or a league."""
    found = body_of(text)
    return found is not None and found.kind == "organization"


@cache
def bodies() -> tuple[Body, ...]:
    """Every body, alphabetic."""
    return tuple(
        Body(row["name"], row["kind"], row["country"], row["wikidata"], tuple(parts(row["aliases"])))
        for row in rows("bodies")
    )


@cache
def forms() -> Mapping[str, tuple[Body, bool]]:
    """Every name as `tables.key` writes it: the body, and whether it must stand in capitals. Full names come first."""
    found: dict[str, tuple[Body, bool]] = {}
    for body in bodies():
        found.setdefault(key(body.name), (body, is_acronym(body.name)))
    for body in bodies():
        for alias in body.aliases:
            known, capitals = found.get(key(alias), (body, True))
            if known is body:
                found[key(alias)] = body, capitals and is_acronym(alias)
    return MappingProxyType(found)
