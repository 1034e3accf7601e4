"""Who is who within one report: the names that are one person, side, body or place, and what else stands for them.

names → people, states, places and bodies → descriptions and pronouns in text order → `Referent`s
"""

from communique.language.identity import pointing, pronouns
from communique.language.identity.beside import describe
from communique.language.identity.bodies import bodies
from communique.language.identity.memory import Memory
from communique.language.identity.mentions import Entity, quoted, upper_sentences
from communique.language.identity.movements import join
from communique.language.identity.naming import names
from communique.language.identity.nominals import Nominals, owners_by_token
from communique.language.identity.persons import complete, persons
from communique.language.identity.phrases import phrase_at
from communique.language.identity.states import apart, brussels, of_the_time, shared_seats, states_and_places
from communique.language.identity.unknown_states import with_unknown_states
from communique.model.page import Page
from communique.model.reading import Mention, Referent

__all__ = ["referents"]


def referents(page: Page) -> tuple[Referent, ...]:
    """Everybody and everything named in a report, by the naming rules of the annotation guide, in text order."""
    if not page.tokens:
        return ()
    found = complete(page, names(page, upper_sentences(page)))
    found = with_unknown_states(page, apart(page, shared_seats(page, brussels(page, of_the_time(page, found)))))
    people = persons(page, found)
    describe(page, people, {at: f for f in found for at in range(f.first, f.last)})
    entities = [*people, *states_and_places(page, found), *bodies(page, found)]
    _follow(page, entities)
    join(page, entities)
    return tuple(_referent(e) for e in sorted(entities, key=_place) if e.mentions)


def _follow(page: Page, entities: list[Entity]) -> None:
    """Walk through the report and add the descriptions and pronouns that stand for the named."""
    named = owners_by_token(entities)
    starts: dict[int, list[tuple[Entity, Mention]]] = {}
    for entity, mention in ((e, m) for e in entities for m in e.mentions):
        starts.setdefault(mention.first, []).append((entity, mention))
    memory = Memory(page, quoted(page))
    nominals = Nominals(page, memory, entities)
    for at in range(len(page.tokens)):
        for entity, mention in starts.get(at, ()):
            memory.add(entity, mention)
        for entity, mention in _unnamed(page, at, named, memory, nominals):
            entity.mentions.append(mention)
            memory.add(entity, mention)


def _unnamed(
    page: Page, at: int, named: dict[int, Entity], memory: Memory, nominals: Nominals
) -> list[tuple[Entity, Mention]]:
    if page.tree.folded[at] in pronouns.WORDS:
        if pronouns.is_pronoun(page, at):
            meant = pronouns.ahead(page, named, at)
            found = [meant] if meant is not None else pronouns.resolve(page, memory, at)
            return [(entity, pronouns.pronoun_mention(page, at)) for entity in found]
        antecedents = pronouns.relative(page, at)
        if antecedents:
            entity = next((e for e in map(memory.at, antecedents) if e), None)
            return [(entity, pronouns.pronoun_mention(page, at))] if entity else []
    if pointing.points(page, at):
        entity = pointing.resolve(page, memory, at)
        return [(entity, pronouns.pronoun_mention(page, at))] if entity is not None else []
    phrase = phrase_at(page, at, named)
    return nominals.resolve(phrase) if phrase else []


def _place(entity: Entity) -> tuple[int, str, str]:
    return min((m.start for m in entity.mentions), default=0), entity.kind, entity.name


def _referent(entity: Entity) -> Referent:
    mentions = tuple(sorted(entity.mentions, key=lambda m: (m.start, m.end)))
    return Referent(entity.kind, entity.name, entity.country, mentions, entity.reason)
