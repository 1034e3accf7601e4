"""People by description: "the French foreign minister", "the embattled leader", "the official" met before unnamed."""

from communique.language.identity.memory import Memory
from communique.language.identity.mentions import Entity, text_of
from communique.language.identity.named_next import is_sent_to, named_next, titled_soon
from communique.language.identity.phrases import DEFINITE, Phrase
from communique.lexicon import people
from communique.model.page import Page

WEAK = frozenset({"leader", "strongman", "ruler", "dictator", "politician"})
"""Nouns that say little: with no state beside them, who stands out counts for more than titles."""

NEVER_ALONE = frozenset({"official", "source", "diplomat", "minister", "witness", "resident"})
"""Nouns that call nobody without a title of the kind."""

_SENT = frozenset({"representative", "ambassador", "delegate", "spokesman", "spokeswoman", "spokesperson"})
"""Whoever speaks for a state is not somebody of whom no state is known: many speak for something else."""

_OFFICIALS = frozenset({"official", "diplomat"})
"""What somebody named and of office is called when mentioned again."""


class Described:
    """Finds whom a description means among those mentioned before; makes an unnamed person where it means no other."""

    def __init__(self, page: Page, memory: Memory, entities: list[Entity]) -> None:
        self.page = page
        self.memory = memory
        self.entities = entities

    def person(self, phrase: Phrase) -> Entity | None:
        """A person of that title, of the owner's state if one is named; else a description made or met before."""
        if phrase.indefinite:
            return self.people(phrase)
        if not phrase.definite:
            return None
        found = self._weak(phrase) if phrase.noun.noun in WEAK and phrase.owner is None else self._titled(phrase)
        if found is not None:
            found.roles.add(phrase.noun.noun)
            if not is_sent_to(self.page, phrase):
                found.country = found.country or phrase.country
            return found
        return self.met(phrase) or (self._new(phrase) if not phrase.bare else None)

    def people(self, phrase: Phrase) -> Entity | None:
        """Unnamed people, called as the report describes them first."""
        known = self.met(phrase) if phrase.opening in DEFINITE else None
        if known is not None or (phrase.opening in DEFINITE and phrase.bare):
            return known
        return self._new(phrase)

    def met(self, phrase: Phrase) -> Entity | None:
        """The nearest unnamed person with the same noun: "a senior official … the official"."""

        def fits(entity: Entity) -> bool:
            same = entity.reason == "description" and phrase.noun.noun in entity.nouns
            return same and phrase.country in {"", entity.country}

        return self.memory.best(phrase.head, fits, reach=8)

    def _new(self, phrase: Phrase) -> Entity:
        name = text_of(self.page, phrase.first, phrase.end)
        entity = Entity("person", name, phrase.country, phrase.noun.gender, phrase.noun.number, "description")
        self.entities.append(entity)
        return entity

    def _titled(self, phrase: Phrase) -> Entity | None:
        """Who has the title and the state; else who has the title and no known state; else who alone stands out."""
        for sure in (True, False):

            def fits(entity: Entity, sure: bool = sure) -> bool:
                return self._has_role(entity, phrase, sure=sure)

            found = self.memory.best(phrase.head, fits, reach=30)
            if found is not None:
                return found
        ahead = self._ahead(phrase) or named_next(self.page, phrase, self.entities)
        ahead = ahead or titled_soon(self.page, phrase, self.entities) or self._spoken_last(phrase)
        if ahead is not None:
            return ahead
        met = self.met(phrase)
        alone = met is None and phrase.owner is None and phrase.noun.noun not in NEVER_ALONE
        return self._alone(phrase) if alone else None

    def _spoken_last(self, phrase: Phrase) -> Entity | None:
        """As in "the Kremlin official" after the Kremlin's spokesman spoke: who spoke last, being of that state."""
        if phrase.noun.noun not in _OFFICIALS or not phrase.country or self.met(phrase) is not None:
            return None

        def fits(entity: Entity) -> float:
            return float(entity.kind == "person" and entity.country == phrase.country and bool(entity.roles))

        found = self.memory.last_speaker(phrase.head, fits, reach=1)
        return found if found is not None and found.reason != "description" else None

    def _ahead(self, phrase: Phrase) -> Entity | None:
        """As in "Iraq's foreign minister said …" before his name comes: the one person given that very office."""
        if not phrase.country or phrase.noun.noun in NEVER_ALONE:
            return None
        wanted = people.titles_called(phrase.noun.noun)
        held = [
            e for e in self.entities if e.kind == "person" and e.country == phrase.country and e.roles & set(wanted)
        ]
        return held[0] if len(held) == 1 and held[0].reason != "description" else None

    def _weak(self, phrase: Phrase) -> Entity | None:
        """As in "the embattled leader": who stands out among those known to lead or of no known title."""
        if self.met(phrase) is not None:
            return None

        def fits(entity: Entity) -> float:
            if entity.kind != "person" or entity.reason == "description":
                return 0.0
            return 1.0 if self._has_role(entity, phrase, sure=True) else 0.8 * (not entity.roles)

        return self.memory.best(phrase.head, fits, reach=3, margin=1.1)

    def _alone(self, phrase: Phrase) -> Entity | None:
        """As in "the developer": the person of no known title that stands out in the last two sentences."""

        def fits(entity: Entity) -> bool:
            free = entity.kind == "person" and entity.reason != "description" and not entity.roles
            return free and not (phrase.noun.gender and entity.gender and phrase.noun.gender != entity.gender)

        return self.memory.best(phrase.head, fits, reach=1, margin=1.5)

    def _has_role(self, entity: Entity, phrase: Phrase, *, sure: bool) -> bool:
        """Whether a person has the title of the phrase and its state; unless `sure`, a person of no known state may."""
        if entity.kind != "person" or entity.reason == "description":
            return False
        if phrase.country and phrase.country != entity.country and (sure or entity.country):
            return False
        if phrase.owner is not None and phrase.owner.kind == "body" and not phrase.country and entity.country:
            return False
        if phrase.country and not entity.country and phrase.noun.noun in _SENT:
            return False
        wanted = people.titles_called(phrase.noun.noun)
        return any(r == w or r.endswith(f" {w}") or r.startswith(f"{w} of ") for r in entity.roles for w in wanted)
