"""A state's rebels or opposition and the movement that a report calls so are one side: "the rebels", "the rebel X"."""

from collections.abc import Iterator, Sequence

from communique.language.identity.mentions import Entity
from communique.lexicon.countries import kind_of
from communique.lexicon.tables import key
from communique.model.page import Page

FAMILIES = (
    frozenset("rebel rebels guerrilla guerrillas guerilla guerillas insurgent insurgents insurgency".split()),
    frozenset({"opposition"}),
)
"""Words that call a movement by what it does; those of one family may be exchanged."""

BEFORE, AFTER = 6, 7
"""So many words before and after a name may call it so: "the main opposition group, X", "X, the main opposition"."""

PLAIN = 4
"""A description has fewer words."""

LINKS = frozenset({"ADJ", "NOUN", "PROPN", "DET", "PUNCT", "PART"})
STOPS = frozenset({".", ";", ":", '"', "“", "”"})

LEAST = 3
"""A movement with so many mentions, and so many times as many as any other, is whom rebels without a name are."""


def join(page: Page, entities: list[Entity]) -> None:
    """Give the mentions of a described side to the one movement that the report calls by the same word."""
    for family in FAMILIES:
        described = [e for e in entities if e.mentions and e.armed and _is_described(e, family)]
        named = [e for e in entities if e.mentions and e.armed and e not in described and e.reason != "opposition"]
        movement = (_called(page, named, family) or _foremost(named, family)) if described else None
        if movement is not None:
            for entity in described:
                movement.mentions += entity.mentions
                entity.mentions.clear()


def _is_described(entity: Entity, family: frozenset[str]) -> bool:
    """True for a side without a name of its own: "Graustarkian rebels", but not "Houthi rebels" or "rebel leaders"."""
    words = entity.name.split()
    if len(words) >= PLAIN or key(words[-1]) not in family or not (entity.reason == "opposition" or entity.country):
        return False
    return all(key(word) in family or kind_of(word) in ("name", "demonym") for word in words)


def _foremost(named: Sequence[Entity], family: frozenset[str]) -> Entity | None:
    """The movement that the report names far more often than any other; for rebels, who are seldom called so."""
    if family is not FAMILIES[0]:
        return None
    ranked = sorted(named, key=lambda e: -sum(m.form == "name" for m in e.mentions))
    counts = [sum(m.form == "name" for m in e.mentions) for e in ranked[:2]]
    return ranked[0] if counts and counts[0] >= LEAST * max([1, *counts[1:]]) else None


def _called(page: Page, named: Sequence[Entity], family: frozenset[str]) -> Entity | None:
    """The movement called by a word of the family, where no other is."""
    counts = [(sum(_calls(page, entity, family)), entity) for entity in named]
    ranked = sorted(((n, e) for n, e in counts if n), key=lambda c: -c[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] < 2 * ranked[1][0]):
        return None
    return ranked[0][1]


def _calls(page: Page, entity: Entity, family: frozenset[str]) -> Iterator[bool]:
    for mention in (m for m in entity.mentions if m.form == "name"):
        sentence = page.sentence_of(mention.first)
        before = range(mention.first - 1, max(sentence.first - 1, mention.first - BEFORE), -1)
        after = range(mention.last, min(sentence.last, mention.last + AFTER))
        yield _reaches(page, before, family) or _reaches(page, after, family)


def _reaches(page: Page, near: Sequence[int], family: frozenset[str]) -> bool:
    """True where a word of the family stands in the same stretch of nouns."""
    for number in near:
        token = page.tokens[number]
        if key(token.text) in family:
            return True
        if token.upos not in LINKS or token.text in STOPS:
            return False
    return False
