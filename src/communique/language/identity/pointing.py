"""Whom "the former" and "the latter" stand for: the two named last, in their order."""

from itertools import pairwise

from communique.language.identity.memory import Memory
from communique.language.identity.mentions import Entity
from communique.model.page import Page
from communique.model.reading import Mention

_PLACES = {"former": 0, "latter": 1}
_KINDS = {"person": "person", "party": "side", "body": "side"}
_PARTING = frozenset({"ADP", "SCONJ", "VERB", "AUX"})
"""What stands before a name that "and" does not join: "and a church loyal to the island"."""
_REACH = 2
"""So many sentences back the two may be named."""


def points(page: Page, at: int) -> bool:
    """Whether a token is such a word standing for somebody, and not for a thing named behind it."""
    token = page.tokens[at]
    if token.text.casefold() not in _PLACES or at == 0 or page.tokens[at - 1].text.casefold() != "the":
        return False
    following = page.tokens[at + 1].upos if at + 1 < len(page.tokens) else ""
    return token.deprel != "amod" and following not in ("NOUN", "PROPN", "ADJ", "NUM")


def resolve(page: Page, memory: Memory, at: int) -> Entity | None:
    """One of the two people or sides that a sentence names, joined or alone; None where there are more or fewer."""
    number = memory.sentence_number(at)
    for back in range(_REACH + 1):
        told = [(m, e) for m, e in memory.of(number - back) if m.last <= at and e.kind in _KINDS]
        pair = _pair(page, sorted(told, key=lambda f: f[0].first))
        if pair:
            return pair[_PLACES[page.tokens[at].text.casefold()]]
        if back and len({id(e) for _, e in told}) > 1:
            return None
    return None


def _pair(page: Page, told: list[tuple[Mention, Entity]]) -> tuple[Entity, Entity] | None:
    """The two of one kind that are joined by "and" and named last, else the only two named."""
    order = list(pairwise(told))
    for (left, one), (right, other) in reversed(order):
        between = page.tokens[left.last : right.first]
        joint = next((n for n, t in enumerate(between) if t.text.casefold() == "and"), len(between))
        joined = joint < len(between) and all(t.upos not in _PARTING for t in between[joint + 1 :])
        further = {id(e) for m, e in told if m.first > right.first} - {id(one), id(other)}
        if joined and not further and one is not other and _KINDS[one.kind] == _KINDS[other.kind]:
            return one, other
    for kind in ("person", "side"):
        distinct = {id(e): e for _, e in told if _KINDS[e.kind] == kind}
        if len(distinct) == 2:
            one, other = distinct.values()
            return one, other
    return None
