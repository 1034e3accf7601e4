"""States, sides and bodies by description: "the Ukrainian side", "the rebels", "the ministry", "the council"."""

from collections.abc import Callable

from communique.language.identity.memory import Memory
from communique.language.identity.mentions import Entity, text_of
from communique.language.identity.phrases import POSSESSORS, Phrase
from communique.lexicon import countries
from communique.lexicon.bodies import body_of
from communique.lexicon.outlets import described, named_like, outlet
from communique.lexicon.people import noun
from communique.model.page import Page

SIDES = frozenset("rebels militants insurgents guerrillas guerillas militiamen insurgency resistance".split())
"""With a state's name before them, a side of its own."""

ORGANS = frozenset({"government", "ministry", "office", "department", "junta"})
"""Organs that may stand for the state that stands out, where no state is named beside them."""

FAR = 60
"""So many sentences back "the government" may have been called by whose it is."""

GENERAL = frozenset("agency alliance bloc body group institution organisation organization".split())
"""What bodies are called whose names do not say so."""


class Sides:
    """Finds which state, side or body a phrase means; makes a side where a state's opposition is first mentioned."""

    def __init__(self, page: Page, memory: Memory, entities: list[Entity]) -> None:
        self.page = page
        self.memory = memory
        self.entities = entities
        self._states = {e.name: e for e in entities if e.kind == "party" and not e.armed}
        self._oppositions: list[Entity] = [e for e in entities if e.armed]

    def organ(self, phrase: Phrase) -> Entity | None:
        """An organ of a named state is the state, of a person the person's state, of a side that side.

        "The army" is that of a state, whatever rebels are called.
        """
        owner = phrase.owner
        if owner is not None and owner.kind == "person":
            return self._state(owner.country or ("USA" if phrase.noun.noun == "administration" else ""))
        if owner is not None:
            return owner if owner.kind != "place" else self._state(countries.code_of(owner.name))
        if not phrase.definite or phrase.opening in POSSESSORS or self._run_by(phrase):
            return None
        seat = self._seat(phrase)
        if seat:
            return self._state(seat)
        title = self._owning_title(phrase)
        if title:
            return self._of_holder(phrase, title)

        def same_noun(entity: Entity) -> bool:
            called = {n for noun in entity.nouns for n in (noun, noun.split()[-1])}
            is_rebels = entity.armed and phrase.noun.noun == "army"
            return entity.kind in {"party", "body"} and phrase.noun.noun in called and not is_rebels

        found = self.memory.best(phrase.head, same_noun, reach=10)
        return found or self._organ_of_state(phrase, same_noun)

    def _organ_of_state(self, phrase: Phrase, same_noun: Callable[[Entity], float]) -> Entity | None:
        """A government named far back, the ministry of a minister, an organ of the state that stands out."""

        def state(entity: Entity) -> bool:
            return entity.kind == "party" and not entity.armed

        last, found = phrase.noun.noun.split()[-1], None
        if phrase.noun.noun == "government":
            found = self.memory.best(phrase.head, same_noun, reach=FAR)
        elif last == "ministry":
            found = self._of_holder(phrase, "minister")
        if found is None and last in ORGANS:
            found = self.memory.best(phrase.head, state, reach=2, margin=1.6)
        return found

    def _seat(self, phrase: Phrase) -> str:
        """The state in whose capital an organ sits: "the foreign ministry in Beijing"; embassies sit in others'."""
        if not {"ministry", "government", "cabinet"} & set(phrase.noun.noun.split()):
            return ""
        for child in self.page.children(phrase.head, "nmod"):
            case, town = self.page.child(child, "case"), self.page.tokens[child].text
            if case is not None and self.page.tree.folded[case] == "in" and countries.kind_of(town) == "capital":
                return countries.code_of(town)
        return ""

    def _owning_title(self, phrase: Phrase) -> str:
        """The title in "the president's office"."""
        owner = self.page.child(phrase.head, "nmod:poss")
        token = self.page.tokens[owner] if owner is not None else None
        known = noun(token.text) if token is not None and token.upos == "NOUN" else None
        return known.noun if known is not None and known.kind == "person" else ""

    def _of_holder(self, phrase: Phrase, title: str) -> Entity | None:
        """The state of the holder of a title who stands out."""

        def holds(entity: Entity) -> bool:
            return entity.kind == "person" and any(role.split()[-1] == title for role in entity.roles)

        holder = self.memory.best(phrase.head, holds, reach=30)
        return self._state(holder.country) if holder is not None else None

    def _run_by(self, phrase: Phrase) -> bool:
        """As in "the Norrin-run ministry": an organ of nobody but who runs it."""
        return any(self.page.tokens[at].text == "-" for at in range(phrase.first, phrase.head))

    def country(self, phrase: Phrase) -> Entity | None:
        """As in "the country": the state that stands out; "her country" may be another."""
        if not phrase.definite or phrase.owner is not None or phrase.opening in POSSESSORS:
            return None

        def fits(entity: Entity) -> bool:
            return entity.kind == "party" and not entity.armed

        return self.memory.best(phrase.head, fits, reach=1, margin=1.3)

    def opposition(self, phrase: Phrase) -> Entity | None:
        """A state's opposition is a party of its own; "the opposition" is the one last named, else a new one."""
        after = self.page.tokens[phrase.last].text if phrase.last < len(self.page.tokens) else ""
        if after.casefold() == "to":
            return None
        if phrase.owner is not None and phrase.owner.kind == "party" and not phrase.owner.armed:
            return self._side_of(phrase)

        def fits(entity: Entity) -> bool:
            return entity.armed and bool({phrase.noun.noun, phrase.noun.noun.split()[0]} & entity.nouns)

        found = self.memory.best(phrase.head, fits, reach=30)
        new = phrase.noun.noun == "opposition" and phrase.opening == "the" and not phrase.modified
        return found or (self._new_side(phrase) if new else None)

    def group(self, phrase: Phrase) -> Entity | None:
        """The rebels of a named side are that side, those of a state a side of their own; "the group" stands out."""
        owner = phrase.owner
        if owner is not None and (owner.armed or owner.kind == "body"):
            return owner
        if owner is not None and owner.kind == "party" and phrase.noun.noun in SIDES:
            return self._side_of(phrase)
        if not phrase.definite:
            return None

        def fits(entity: Entity) -> bool:
            return entity.armed or (entity.kind == "body" and phrase.noun.noun in entity.nouns)

        def fights(entity: Entity) -> bool:
            return entity.armed and bool(entity.nouns & SIDES)

        fighters = phrase.noun.noun in SIDES
        known = self.memory.best(phrase.head, fights, reach=10, margin=1.2) if fighters else None
        return known or self.memory.best(phrase.head, fits, reach=6, margin=1.2)

    def body(self, phrase: Phrase) -> Entity | None:
        """The body whose name has the noun ("the council"), else the one that stands out."""
        if not phrase.definite:
            return None
        word = phrase.noun.noun.split()[-1]
        is_press = word != phrase.noun.noun and bool(described(phrase.noun.noun))

        def named(entity: Entity) -> bool:
            owned = phrase.owner is None or phrase.owner is entity or phrase.country == entity.country
            return entity.kind in {"body", "party"} and owned and word in entity.nouns

        def any_body(entity: Entity) -> bool:
            is_other = _is_called_otherwise(entity, word) or (is_press and named_like(entity.name) is None)
            return entity.kind == "body" and not is_other

        def is_movement(entity: Entity) -> bool:
            return entity.armed

        found = self.memory.best(phrase.head, named, reach=10)
        if found is None and word == "party":
            found = self.memory.best(phrase.head, is_movement, reach=1, margin=1.2)
        if found is None and phrase.owner is None and not phrase.modified:
            found = self.memory.best(phrase.head, any_body, reach=2, margin=1.5)
        if found is None and word == "party":
            found = self.memory.best(phrase.head, is_movement, reach=6, margin=1.2)
        return found

    def _state(self, code: str) -> Entity | None:
        """The party of a state, made where the report has named the state only as a place."""
        if not code:
            return None
        if code not in self._states:
            self._states[code] = Entity("party", code, code, "n", "", "states")
            self.entities.append(self._states[code])
        return self._states[code]

    def _side_of(self, phrase: Phrase) -> Entity:
        """The side of that state and noun, made when first mentioned."""
        known = (e for e in self._oppositions if e.country == phrase.country and phrase.noun.noun in e.nouns)
        return next(known, None) or self._new_side(phrase)

    def _new_side(self, phrase: Phrase) -> Entity:
        first = phrase.first
        while first < phrase.head and self.page.tokens[first].upos == "DET":
            first += 1
        name = text_of(self.page, first, phrase.last)
        entity = Entity("party", name, phrase.country, "n", "", "opposition", armed=True)
        entity.nouns |= {phrase.noun.noun, phrase.noun.noun.split()[0]}
        self.entities.append(entity)
        self._oppositions.append(entity)
        return entity


def _is_called_otherwise(entity: Entity, word: str) -> bool:
    """True for an outlet, and for a body whose full name has the noun of another: no council is "the committee"."""
    if outlet(entity.name) is not None or (named_like(entity.name) is not None and not described(word)):
        return True
    known = body_of(entity.name)
    if known is not None:
        return word not in GENERAL and word != known.kind and word not in known.name.casefold().split()
    last = entity.name.rsplit(maxsplit=1)[-1].casefold()
    other = noun(last)
    return last != word and other is not None and other.kind == "body"
