"""What a noun phrase stands for: by the name in apposition to it, else by what was mentioned before."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from communique.language.identity.described import Described
from communique.language.identity.memory import Memory
from communique.language.identity.mentions import Entity, mention
from communique.language.identity.phrases import Phrase, past_office
from communique.language.identity.sides import Sides
from communique.lexicon.bodies import body_of
from communique.lexicon.roles_of_sides import role_words
from communique.model.page import Page
from communique.model.reading import Mention

OF_PEOPLE = frozenset({"leaders", "presidents", "men", "women", "ministers", "diplomats", "pair"})
LEADERS = frozenset({"leaders", "presidents"})
TITLED = frozenset({"presidents", "ministers"})
"""Plurals of titles that each of the two bears."""
SERVING = frozenset(
    "adviser advisor aide ambassador analyst diplomat envoy expert negotiator official secretary spokesman "
    "spokesperson spokeswoman".split()
)
"""Titles of those who are no leaders themselves."""
PRIME = frozenset({"prime", "first", "chief"})
"""Ministers who lead."""
OBJECTS = frozenset({"obj", "iobj", "obl", "nmod", "conj"})
"""Relations of those to whom something is done."""
PAIR_REACH = 3
"""So many sentences back those may be named whom "the two sides" are."""
NAMING = frozenset({"name", "demonym"})
JOINTS = (["and"], ["and", "the"], [","], ["–"], ["-"], ["and", "its"])
"""What stands between two that are told together."""
ORGANIC = frozenset({"'s", "’s", "'", "’", "government", "regime", "authorities", "army"})
"""Words of what speaks for a side, between two that are told together."""
THANKING = frozenset({"thank", "commend", "praise"})
"""What two do to a third that brought them together."""
OPENING = 3
"""So many sentences of more than a few words open a report, the title with them."""
FEW = 5
LEADING = 1.3
"""How much likelier the two are meant whom one of the first sentences tells of together."""
OF_STATES = frozenset({"countries", "nations", "states", "governments"})


class Nominals:
    """Resolves noun phrases in text order; makes new parties and unnamed people as it goes."""

    def __init__(self, page: Page, memory: Memory, entities: list[Entity]) -> None:
        self.page = page
        self.memory = memory
        self.described = Described(page, memory, entities)
        self.sides = Sides(page, memory, entities)
        named = [(m, e) for e in entities for m in e.mentions if m.form == "name"]
        self._starts = {m.first: (m, e) for m, e in named}
        self._at = {at: e for m, e in named for at in range(m.first, m.last)}

    def resolve(self, phrase: Phrase) -> list[tuple[Entity, Mention]]:
        """The entities a phrase stands for with their mention: none when unsure, two for "the two sides"."""
        found = self._entities(phrase)
        form = "title" if phrase.noun.kind == "person" else "nominal"
        made = mention(self.page, phrase.first, phrase.last, form)
        made = Mention(made.start, made.end, made.first, made.last, phrase.head, form)
        for entity in found:
            entity.nouns.add(phrase.noun.noun)
        return [(entity, made) for entity in found]

    def _entities(self, phrase: Phrase) -> list[Entity]:
        beside = self._apposed(phrase) or self._called(phrase)
        if beside is not None:
            return [beside]
        if self.page.child(phrase.head, "cop") is not None:
            return []
        if phrase.noun.kind == "pair":
            return self._pair(phrase)
        find = {
            "person": self.described.person,
            "people": self.described.people,
            "state": self.sides.organ,
            "opposition": self.sides.opposition,
            "group": self.sides.group,
            "body": self.sides.body,
            "country": self.sides.country,
        }[phrase.noun.kind]
        found = find(phrase)
        return [found] if found is not None else []

    def _apposed(self, phrase: Phrase) -> Entity | None:
        """As in "the foreign minister, X" and "X, the foreign minister"."""
        if phrase.noun.kind != "person":
            return None
        token = self.page.tokens[phrase.head]
        joined = self.page.tokens[phrase.first - 1].text.casefold() == "and" if phrase.first else False
        above = [token.head] if token.deprel == "appos" and not joined else []
        near = [*self.page.children(phrase.head, "appos", "flat"), *above]
        behind = past_office(self.page, phrase.head)
        near += [behind] if behind > phrase.head + 1 else []
        person = self._first_person([*near, *self._set_off(phrase), *self._past_land(phrase)])
        if person is not None:
            self._absorb(person, phrase)
            person.roles.add(phrase.noun.noun)
            person.country = person.country or phrase.country
        return person

    def _first_person(self, tokens: Sequence[int]) -> Entity | None:
        found = (self._at.get(token) for token in tokens)
        return next((e for e in found if e is not None and e.kind == "person"), None)

    def _set_off(self, phrase: Phrase) -> list[int]:
        """As in "a spokesman for the group, X, said": where a name between commas right after the phrase starts."""
        tokens, comma = self.page.tokens, phrase.end
        if comma + 2 >= len(tokens) or tokens[comma].text != "," or comma + 1 not in self._starts:
            return []
        last = self._starts[comma + 1][0].last
        return [comma + 1] if last < len(tokens) and tokens[last].text in {",", "."} else []

    def _past_land(self, phrase: Phrase) -> list[int]:
        """As in "the ambassador to Maretia X", "administrator for the Trade Bureau X": where the person's name starts.

        It stands right behind that of the land or body which the office is about.
        """
        tokens, at = self.page.tokens, phrase.last + 1
        if at + 1 >= len(tokens) or tokens[phrase.last].text.casefold() not in ("to", "for"):
            return []
        at += tokens[at].upos == "DET"
        if at not in self._starts:
            return []
        mention, entity = self._starts[at]
        return [mention.last] if entity.kind != "person" and mention.last in self._starts else []

    def _absorb(self, person: Entity, phrase: Phrase) -> None:
        """As in "a spokeswoman … the spokeswoman, X": the unnamed person met before was this one."""
        met = self.described.met(phrase)
        if met is not None and met is not person:
            person.mentions += met.mentions
            met.mentions.clear()

    def _called(self, phrase: Phrase) -> Entity | None:
        """As in "the newspaper X", "the rebel coalition known as X", "Maretia's biggest party, the X,": the side or
        body named right after the noun.
        """
        if phrase.noun.kind not in {"group", "body", "opposition"}:
            return None
        set_off = self._named_between_commas(phrase)
        if set_off is not None:
            return set_off
        at, words = phrase.last, [t.text.casefold() for t in self.page.tokens[phrase.last : phrase.last + 3]]
        for prefix in (["known", "as", "the"], ["known", "as"], ["called", "the"], ["called"]):
            if words[: len(prefix)] == prefix:
                at += len(prefix)
                break
        entity = self._starts[at][1] if at in self._starts else None
        return entity if entity is not None and (entity.kind == "body" or entity.armed) else None

    def _named_between_commas(self, phrase: Phrase) -> Entity | None:
        tokens, at = self.page.tokens, phrase.last
        if at + 2 >= len(tokens) or tokens[at].text != "," or tokens[at + 1].text.casefold() != "the":
            return None
        if at + 2 not in self._starts or not (phrase.definite or phrase.owner is not None):
            return None
        named, entity = self._starts[at + 2]
        closes = named.last < len(tokens) and tokens[named.last].text == ","
        return entity if closes and (entity.kind == "body" or entity.armed) else None

    def _pair(self, phrase: Phrase) -> list[Entity]:
        """As in "the two sides": the two that stand out, when no third comes near."""
        words = set(phrase.noun.noun.split())
        if words & OF_PEOPLE:
            unnamed = self.described.met(phrase) if phrase.definite else self.described.people(phrase)
            if unnamed is not None:
                return [unnamed]
        if (not phrase.definite and not {"both", "two"} & words) or (words & OF_PEOPLE and phrase.owner is not None):
            return []

        def fits(entity: Entity) -> bool:
            if words & OF_PEOPLE:
                known = entity.kind == "person" and entity.reason != "description"
                is_servant = bool(words & LEADERS and entity.roles) and all(map(_serves, entity.roles))
                return known and not is_servant and not _is_called_otherwise(words, entity)
            return entity.kind == "party" and not (words & OF_STATES and entity.armed) and entity not in between

        between = [] if words & OF_PEOPLE else list(self._between(phrase.head))
        lead = self._opening_pair()

        def weight(entity: Entity) -> float:
            is_led = entity in lead and not words & OF_PEOPLE
            return LEADING if is_led and entity not in between else float(fits(entity))

        ranked = self.memory.ranked(phrase.head, weight, reach=PAIR_REACH)
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[1][0] < 1.3 * ranked[2][0]):
            near = [entity for _, entity in ranked]
            return lead if all(entity in near for entity in lead) else []
        found = [ranked[0][1], ranked[1][1]]
        if words & OF_PEOPLE:
            return [] if words & LEADERS and self._are_others(found, lead) else found
        is_other = sum(entity in lead for entity in found) == 1 and not self._are_together(phrase.head, found)
        return lead if is_other else found

    def _are_together(self, at: int, pair: list[Entity]) -> bool:
        """True for two that the sentence of token `at` joins before it: "X's envoys and Y's officials … both sides"."""
        told = [(m.head, e) for m, e in self.memory.of(self.memory.sentence_number(at)) if m.last <= at and e in pair]
        heads = dict(told)
        joined = ((self.page.tokens[head], entity) for head, entity in told)
        return any(t.deprel == "conj" and heads.get(t.head, entity) is not entity for t, entity in joined)

    def _are_others(self, found: list[Entity], lead: list[Entity]) -> bool:
        """True for people of other states, both, than the two that the report opens with."""
        states = {entity.name for entity in lead if not entity.armed}
        return len(states) > 1 and all(entity.country and entity.country not in states for entity in found)

    def _opening_pair(self) -> list[Entity]:
        """The two that the title or the first sentences tell of together."""
        told = [n for n, s in enumerate(self.page.sentences[: OPENING * FEW]) if s.last - s.first > FEW]
        for number in told[:OPENING]:
            found = self._pair_told(number)
            if found:
                return found
        return []

    def _pair_told(self, number: int) -> list[Entity]:
        """The last two sides that a sentence tells together and nobody else."""
        told = [(m, e) for m, e in self.memory.of(number) if m.form in NAMING and _may_be_side(e)]
        told.sort(key=lambda t: t[0].first)
        pairs = [(n, a, b) for n, ((a, _), (b, _)) in enumerate(pairwise(told)) if self._joined(a, b)]
        alone = [n for n, a, b in pairs if not any(c is b or a is d for _, c, d in pairs)]
        alone = [n for n in alone if not self._are_called_between(told[n][0], told[n + 1][0])]
        found = [[told[n][1], told[n + 1][1]] for n in alone]
        return next((two for two in reversed(found) if two[0] is not two[1] and _is_of_party(two)), [])

    def _are_called_between(self, first: Mention, second: Mention) -> bool:
        """True for "Egyptian and Qatari mediators", "mediated by X and Y", who are none of "the two sides"."""
        tokens = self.page.tokens
        near = (*tokens[max(0, first.first - 3) : first.first], *tokens[second.last : second.last + 2])
        return not _between_words().isdisjoint(token.lemma.casefold() for token in near)

    def _joined(self, first: Mention, second: Mention) -> bool:
        """True for names with "and", a comma or a dash between, and an organ at most: "X's government and the Y"."""
        words = self.page.report.text[first.end : second.start].casefold().split()
        return [w for w in words if w not in ORGANIC] in JOINTS

    def _between(self, at: int) -> Iterator[Entity]:
        """Who brings those at token `at` together, or does something to them, and so is none of them."""
        for token in (*self._doing(at), *self._mediating(at)):
            found = self.memory.at(token)
            if found is not None:
                yield found

    def _mediating(self, at: int) -> Iterator[int]:
        """Who shortly before token `at` brings others together or is thanked: "talks brokered by X", "X, which hosts
        the talks".
        """
        sentences = self.page.sentences[: self.memory.sentence_number(at) + 1][-PAIR_REACH - 1 :]
        mediating = _between_words()
        for token in range(sentences[0].first, at):
            if self.page.tokens[token].upos == "VERB" and self.page.tokens[token].lemma.casefold() in mediating:
                beside = [c for c in self.page.children(token, "obl") if c > token]
                agents = [c for c in beside if self.page.tokens[c - 1].text.casefold() == "by"]
                yield from (*self.page.children(token, "nsubj"), *agents)
            if self.page.tokens[token].lemma.casefold() in THANKING:
                yield from (c for thanked in self.page.children(token, "obj") for c in self.page.conjuncts(thanked))

    def _doing(self, at: int) -> list[int]:
        """Who does what is done to those at token `at`, and whose envoy that is: "X's envoy shuttled between them"."""
        page = self.page
        if any(page.tokens[c].text.casefold() not in {"two", "2", "both"} for c in page.children(at, "nummod")):
            return []
        steps = takewhile(lambda t: page.tokens[t].deprel.partition(":")[0] in OBJECTS, (at, *page.ancestors(at)))
        verb = next((v for v in map(page.head, steps) if v >= 0 and page.tokens[v].upos == "VERB"), -1)
        doer = page.child(verb, "nsubj") if verb >= 0 else None
        if doer is None or page.tokens[doer].deprel != "nsubj" or page.child(doer, "conj") is not None:
            return []
        return [doer, *page.children(doer, "nmod:poss", "compound", "amod", "appos")]


def _between_words() -> frozenset[str]:
    """Words of who brings others together."""
    return role_words()["mediator"] | role_words()["host"]


def _may_be_side(entity: Entity) -> bool:
    """True for a party, and for a body that no lexicon knows as one that is none."""
    return entity.kind == "party" or (entity.kind == "body" and body_of(entity.name) is None)


def _is_of_party(pair: Sequence[Entity]) -> bool:
    return any(entity.kind == "party" for entity in pair)


def _serves(role: str) -> bool:
    """True for a title of somebody who serves a leader: "national security adviser", "defence minister"."""
    rank, _, office = role.rpartition(" ")
    return office in SERVING or (office == "minister" and rank.rpartition(" ")[2] not in PRIME)


def _is_called_otherwise(words: set[str], entity: Entity) -> bool:
    """True for an envoy where "the two presidents" are meant, or a president where "both ministers" are."""
    titles = {word.removesuffix("s") for word in words & TITLED}
    return bool(titles and entity.roles) and not any(titles & set(role.split()) for role in entity.roles)


def owners_by_token(entities: Sequence[Entity]) -> dict[int, Entity]:
    """The entity named at each token."""
    return {at: e for e in entities for m in e.mentions for at in range(m.first, m.last)}
