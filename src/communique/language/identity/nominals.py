"""Descriptions that stand for somebody: "the Ukrainian side", "the foreign minister", "the group", "the ministry"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.language.identity.beside import ends_title
from communique.language.identity.memory import Memory
from communique.language.identity.mentions import Entity, mention, text_of
from communique.lexicon import countries, people, titles
from communique.lexicon.people import Noun
from communique.model.page import Page
from communique.model.reading import Mention

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
POSSESSORS = frozenset({"his", "her", "their", "its", "my", "our", "your"})
LEADERS = frozenset(
    "president|prime minister|premier|leader|supreme leader|chancellor|king|queen|emir|sultan|head of state|ruler|"
    "head of government|taoiseach|chairman|party leader|dictator|crown prince|prince|monarch|commander|head|chief|"
    "opposition leader|interim president|acting president|secretary general|general secretary|chairwoman".split("|")
)
SIDES = frozenset("rebels militants insurgents guerrillas guerillas militiamen insurgency resistance".split())
"""With a state's name before them, a side of its own."""

ANONYMITY = frozenset("anonymity name speak ask decline authorize request insist".split())
WEAK = frozenset({"leader", "strongman", "ruler", "dictator", "politician"})
"""Nouns that say little: with no state beside them, who stands out counts for more than titles."""

CLASSES: Mapping[str, frozenset[str]] = {
    "leader": LEADERS,
    "strongman": LEADERS,
    "ruler": LEADERS,
    "dictator": LEADERS,
    "premier": frozenset({"prime minister", "premier"}),
    "prime minister": frozenset({"prime minister", "premier"}),
    "monarch": frozenset({"king", "queen", "emir", "sultan"}),
    "pontiff": frozenset({"pope"}),
    "diplomat": frozenset(
        {"ambassador", "foreign minister", "envoy", "representative", "diplomat", "secretary of state"}
    ),
    "top diplomat": frozenset({"foreign minister", "secretary of state", "high representative", "foreign secretary"}),
    "envoy": frozenset(
        {"envoy", "special envoy", "representative", "special representative", "ambassador", "mediator"}
    ),
    "mediator": frozenset({"mediator", "envoy", "special envoy", "representative", "facilitator"}),
    "negotiator": frozenset({"negotiator", "chief negotiator", "head of the delegation"}),
    "spokesperson": frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    "chief": frozenset(
        {"chief", "head", "director", "secretary general", "high representative", "commander", "leader"}
    ),
    "head": frozenset({"head", "chief", "director", "leader"}),
    "politician": frozenset({"leader", "senator", "lawmaker", "minister", "mayor", "candidate"}),
    "lawmaker": frozenset({"lawmaker", "senator", "congressman", "congresswoman", "representative", "deputy", "mp"}),
}
"""Nouns that call a person by another title than the one given: the heads or phrases a title may end with."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without a name as its head: tokens `first` to `head`, what modifies it and how it is determined.

    `owner` is the state, side or body named inside it ("the Ukrainian side", "the president of Iran"); `last` is the
    token after the phrase without what follows the head, `end` with it.
    """

    first: int
    last: int
    end: int
    head: int
    noun: Noun
    definite: bool
    indefinite: bool
    modified: bool
    owner: Entity | None


def phrase_at(page: Page, head: int, owners: Mapping[int, Entity]) -> Phrase | None:
    """The phrase with this head, if its noun can stand for somebody; `owners` are named entities by token."""
    token = page.tokens[head]
    if not token.xpos.startswith("NN") or head in owners and page.tokens[head].deprel != "root":
        return None
    first = _left_edge(page, head)
    words = [
        page.tokens[at].text for at in range(first, head + 1) if at not in owners and page.tokens[at].upos != "DET"
    ]
    noun = people.noun(" ".join(words).replace(" 's", "'s").replace(" ’s", "'s")) or _office(words)
    if noun is None or _is_title_of_name(page, head, owners):
        return None
    start = page.tokens[first].text.casefold()
    determined = start in DEFINITE or start in POSSESSORS
    possessed = any(page.tokens[at].xpos == "POS" for at in range(first, head))
    owner = _owner(page, first, head, owners)
    return Phrase(
        first, head + 1, _right_edge(page, head), head, noun, determined or possessed or owner is not None and start not in
        {"a", "an", "some", "one", "two", "several", "another", "no"}, start in {"a", "an", "one", "another"},
        any(page.tokens[at].upos == "ADJ" for at in range(first, head)), owner,
    )  # fmt: skip


def _office(words: Sequence[str]) -> Noun | None:
    """Any other office or rank that the lexicon of titles knows."""
    if not words or not ends_title(words[-1]):
        return None
    last = titles.singular(words[-1]).casefold()
    number = "s" if last == words[-1].casefold() else "p"
    kind = "person" if number == "s" else "people"
    return Noun(last, kind, number, people.gender_of_title(last)) if titles.kind_of((last,)) else None


def _left_edge(page: Page, head: int) -> int:
    """The first token of determiners, adjectives, compounds and possessors that run up to the head."""
    first = head
    kinds = ("det", "amod", "compound", "nmod:poss", "nummod", "nmod", "advmod", "nmod:desc", "punct")
    for child in reversed(page.children(head, *kinds)):
        if child > head or page.tokens[child].text in {",", "(", "“", '"'}:
            continue
        subtree = page.subtree(child)
        if subtree[-1] == first - 1:
            first = subtree[0]
    while first < head and page.tokens[first].upos == "PUNCT":
        first += 1
    return first


def _right_edge(page: Page, head: int) -> int:
    """The end of what describes the head after it: up to a comma or to the reason for not naming somebody."""
    last = head
    for child in page.children(head, "nmod", "amod", "acl", "acl:relcl"):
        inside = page.subtree(child) if child > head else []
        if inside and inside[0] == last + 1:
            last = _cut(page, inside)
    return min(last, page.sentence_of(head).last - 1) + 1


def _cut(page: Page, inside: Sequence[int]) -> int:
    """The last token before a comma, or before "who spoke on condition of anonymity"."""
    secret = any(page.tokens[at].lemma.casefold() in ANONYMITY for at in inside)
    stops = {",", ";", "(", "who"} if secret else {",", ";", "("}
    return next((at for at in inside if page.tokens[at].text.casefold() in stops), inside[-1] + 1) - 1


def _is_title_of_name(page: Page, head: int, owners: Mapping[int, Entity]) -> bool:
    """ "President X": the noun is the title of the person named next."""
    after = owners.get(head + 1)
    if after is not None and after.kind == "person":
        return True
    inner = page.tokens[head].deprel in {"compound", "flat", "nmod:desc", "amod"}
    return inner and head + 1 < len(page.tokens) and page.tokens[head + 1].xpos.startswith("NN")


def _owner(page: Page, first: int, head: int, owners: Mapping[int, Entity]) -> Entity | None:
    """The last party, body or person named before the head, else after "of" behind it."""
    for at in range(head - 1, first - 1, -1):
        if at in owners and page.tokens[at + 1].text != "-":
            return owners[at]
    for child in page.children(head, "nmod"):
        case = page.child(child, "case")
        if child > head and case is not None and page.tokens[case].text.casefold() in {"of", "for"} and child in owners:
            return owners[child]
    return None


class Nominals:
    """Finds what a phrase stands for, given what was mentioned before it; makes new parties and descriptions."""

    def __init__(self, page: Page, memory: Memory, entities: list[Entity]) -> None:
        self.page = page
        self.memory = memory
        self.entities = entities

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
        apposed = self._apposed(phrase) or self._called(phrase)
        if apposed is not None:
            return [apposed]
        if self.page.child(phrase.head, "cop") is not None:
            return []
        if phrase.noun.kind == "pair":
            return self._pair(phrase)
        find = {
            "person": self._person,
            "people": self._description,
            "state": self._organ,
            "opposition": self._opposition,
            "group": self._group,
            "body": self._body,
            "country": self._country,
        }[phrase.noun.kind]
        found = find(phrase)
        return [found] if found is not None else []

    def _apposed(self, phrase: Phrase) -> Entity | None:
        """ "the foreign minister, X" and "X, the foreign minister"."""
        token = self.page.tokens[phrase.head]
        near = [*self.page.children(phrase.head, "appos", "flat"), *([token.head] if token.deprel == "appos" else [])]
        near += self._set_off(phrase)
        for at in near:
            entity = self._named_at(at)
            if entity is not None and entity.kind == "person" and phrase.noun.kind == "person":
                self._absorb(entity, phrase)
                entity.roles.add(phrase.noun.noun)
                if phrase.owner is not None and phrase.owner.country and not entity.country:
                    entity.country = phrase.owner.country
                return entity
        return None

    def _called(self, phrase: Phrase) -> Entity | None:
        """ "the newspaper X", "the rebel coalition known as X": the side or body named right after the noun."""
        if phrase.noun.kind not in {"group", "body", "opposition"}:
            return None
        after = [t.text.casefold() for t in self.page.tokens[phrase.head + 1 : phrase.head + 4]]
        at = phrase.head + 1
        if after[:2] == ["known", "as"] or after[:1] == ["called"]:
            at += 2 if after[0] == "known" else 1
            at += after[at - phrase.head - 1 :][:1] == ["the"]
        starts = {m.first: e for e in self.entities for m in e.mentions if m.form == "name"}
        found = starts.get(at)
        return found if found is not None and (found.kind == "body" or found.armed) else None

    def _set_off(self, phrase: Phrase) -> list[int]:
        """ "a spokesman for the group, X, said": the first token of a name between commas right after the phrase."""
        tokens, after = self.page.tokens, phrase.end
        if after + 2 >= len(tokens) or tokens[after].text != ",":
            return []
        last = next((m.last for e in self.entities for m in e.mentions if m.first == after + 1 and m.form == "name"), 0)
        return [after + 1] if last and last < len(tokens) and tokens[last].text in {",", "."} else []

    def _absorb(self, person: Entity, phrase: Phrase) -> None:
        """ "a spokeswoman … the spokeswoman, X": the description met before was this person."""
        described = self._described(phrase)
        if described is not None and described is not person:
            person.mentions += described.mentions
            described.mentions.clear()

    def _named_at(self, token: int) -> Entity | None:
        return next((e for e in self.entities for m in e.mentions if m.first <= token < m.last), None)

    # -- people

    def _person(self, phrase: Phrase) -> Entity | None:
        """A person of that title, of the owner's state if one is named; else a description made or met before."""
        if phrase.indefinite:
            return self._description(phrase)
        if not phrase.definite:
            return None
        if phrase.noun.noun in WEAK and phrase.owner is None:
            return self._described(phrase) or self._leader(phrase)
        for sure in (True, False):
            found = self.memory.best(phrase.head, lambda e, sure=sure: self._has_role(e, phrase, sure), reach=30)  # type: ignore[misc]
            if found is not None:
                found.roles.add(phrase.noun.noun)
                found.country = found.country or (phrase.owner.country if phrase.owner is not None else "")
                return found
        found = self._described(phrase) or (self._only_person(phrase) if phrase.owner is None else None)
        narrow = phrase.owner is not None or phrase.end > phrase.last
        return found or (self._describe(phrase) if narrow else None)

    def _leader(self, phrase: Phrase) -> Entity | None:
        """ "the embattled leader": the person that stands out among those known to lead or of no known title."""

        def fits(entity: Entity) -> float:
            if entity.kind != "person" or entity.reason == "description":
                return 0.0
            return 1.0 if self._has_role(entity, phrase, True) else 0.8 * (not entity.roles)

        return self.memory.best(phrase.head, fits, reach=3, margin=1.1)

    def _has_role(self, entity: Entity, phrase: Phrase, sure: bool) -> bool:
        """Whether a person has the title of the phrase and its state; unless `sure`, a person of no known state may."""
        if entity.kind != "person" or entity.reason == "description":
            return False
        owner = phrase.owner.country if phrase.owner is not None else ""
        if owner and owner != entity.country and (sure or entity.country):
            return False
        wanted = CLASSES.get(phrase.noun.noun, frozenset({phrase.noun.noun}))
        return any(
            role == w or role.endswith(f" {w}") or role.startswith(f"{w} of ") for role in entity.roles for w in wanted
        )

    def _only_person(self, phrase: Phrase) -> Entity | None:
        """ "the embattled leader", "the developer": the person that stands out, where none other does."""
        if phrase.noun.noun in {"official", "source", "diplomat", "minister", "ministers"}:
            return None

        def fits(entity: Entity) -> bool:
            gender = phrase.noun.gender
            known = not entity.roles or phrase.noun.noun in {"leader", "man", "woman", "politician"}
            named = entity.kind == "person" and entity.reason != "description"
            return named and known and not (gender and entity.gender and gender != entity.gender)

        found = self.memory.best(phrase.head, fits, reach=1, margin=1.5)
        if found is not None:
            found.roles.add(phrase.noun.noun)
        return found

    def _described(self, phrase: Phrase) -> Entity | None:
        """The nearest unnamed official with the same noun: "a senior official … the official"."""

        def fits(entity: Entity) -> bool:
            owner = phrase.owner.country if phrase.owner is not None else ""
            return entity.reason == "description" and phrase.noun.noun in entity.nouns and owner in {"", entity.country}

        return self.memory.best(phrase.head, fits, reach=8)

    def _description(self, phrase: Phrase) -> Entity | None:
        """An unnamed person or group of people, called as the report describes them first."""
        start = self.page.tokens[phrase.first].text.casefold()
        known = self._described(phrase) if start in DEFINITE else None
        if known is not None:
            return known
        if start in DEFINITE and phrase.owner is None and phrase.end == phrase.last:
            return None
        return self._describe(phrase)

    def _describe(self, phrase: Phrase) -> Entity:
        """A new unnamed person or group of people."""
        name = text_of(self.page, phrase.first, phrase.end)
        country = phrase.owner.country if phrase.owner is not None else ""
        entity = Entity("person", name, country, phrase.noun.gender, phrase.noun.number, "description")
        self.entities.append(entity)
        return entity

    # -- states

    def _organ(self, phrase: Phrase) -> Entity | None:
        """An organ of a named state is the state, of a person the person's state, of a side that side."""
        owner = phrase.owner
        if owner is not None and owner.kind == "person":
            code = owner.country or ("USA" if phrase.noun.noun == "administration" else "")
            return self._state(code)
        if owner is not None:
            return owner if owner.kind != "place" else self._state(countries.code_of(owner.name))
        if not phrase.definite:
            return None
        if self.page.tokens[phrase.first].text.casefold() in POSSESSORS:
            return None

        def fits(entity: Entity) -> bool:
            return entity.kind in {"party", "body"} and phrase.noun.noun in entity.nouns

        found = self.memory.best(phrase.head, fits, reach=10)
        if found is None and phrase.noun.noun.split()[-1] in {"government", "ministry", "office", "department"}:
            found = self.memory.best(phrase.head, lambda e: e.kind == "party" and not e.armed, reach=2, margin=1.6)
        return found

    def _state(self, code: str) -> Entity | None:
        """The party of a state, made where the report has named the state only as a place."""
        if not code:
            return None
        found = next((e for e in self.entities if e.kind == "party" and e.name == code), None)
        if found is None:
            found = Entity("party", code, code, "n", "", "states")
            self.entities.append(found)
        return found

    def _country(self, phrase: Phrase) -> Entity | None:
        if not phrase.definite or phrase.owner is not None:
            return None

        def fits(entity: Entity) -> bool:
            return entity.kind == "party" and not entity.armed

        return self.memory.best(phrase.head, fits, reach=1, margin=1.3)

    # -- sides and bodies

    def _opposition(self, phrase: Phrase) -> Entity | None:
        """ "the Syrian opposition" is a party of its own; "the opposition" the one last named."""
        if phrase.head + 1 < len(self.page.tokens) and self.page.tokens[phrase.head + 1].text.casefold() == "to":
            return None
        if phrase.owner is not None and phrase.owner.kind == "party" and not phrase.owner.armed:
            return self._side_of(phrase)

        def fits(entity: Entity) -> bool:
            return entity.armed and bool({phrase.noun.noun, phrase.noun.noun.split()[0]} & entity.nouns)

        found = self.memory.best(phrase.head, fits, reach=30)
        named = phrase.noun.noun == "opposition" and self.page.tokens[phrase.first].text.casefold() == "the"
        return found or (self._new_side(phrase) if named and not phrase.modified else None)

    def _side_of(self, phrase: Phrase) -> Entity:
        for entity in self.entities:
            if entity.armed and entity.country == phrase.owner.country and phrase.noun.noun in entity.nouns:  # type: ignore[union-attr]
                return entity
        return self._new_side(phrase)

    def _new_side(self, phrase: Phrase) -> Entity:
        first = phrase.first
        while first < phrase.head and self.page.tokens[first].upos == "DET":
            first += 1
        country = phrase.owner.country if phrase.owner is not None else ""
        name = text_of(self.page, first, phrase.last)
        entity = Entity("party", name, country, "n", "", "opposition", armed=True)
        entity.nouns |= {phrase.noun.noun, phrase.noun.noun.split()[0]}
        self.entities.append(entity)
        return entity

    def _group(self, phrase: Phrase) -> Entity | None:
        """ "Houthi rebels" are the Houthis, "Yemeni rebels" a side; "the group" is the side that stands out."""
        owner = phrase.owner
        if owner is not None and (owner.armed or owner.kind == "body"):
            return owner
        if owner is not None and owner.kind == "party" and phrase.noun.noun in SIDES:
            return self._side_of(phrase)
        if not phrase.definite:
            return None

        def fits(entity: Entity) -> bool:
            return entity.armed or (entity.kind == "body" and phrase.noun.noun in entity.nouns)

        return self.memory.best(phrase.head, fits, reach=6, margin=1.2)

    def _body(self, phrase: Phrase) -> Entity | None:
        if not phrase.definite:
            return None
        word = phrase.noun.noun.split()[-1]

        def named(entity: Entity) -> bool:
            same_owner = phrase.owner is None or phrase.owner is entity or phrase.owner.country == entity.country
            return entity.kind in {"body", "party"} and same_owner and word in entity.nouns

        def any_body(entity: Entity) -> bool:
            return entity.kind == "body"

        found = self.memory.best(phrase.head, named, reach=10)
        if found is None and phrase.owner is None:
            found = self.memory.best(phrase.head, any_body, reach=2, margin=1.5)
        return found

    # -- two at once

    def _pair(self, phrase: Phrase) -> list[Entity]:
        """ "the two sides": the two parties that stand out, when no third comes near."""

        if not phrase.definite and not {"both", "two"} & set(phrase.noun.noun.split()):
            return []

        def fits(entity: Entity) -> bool:
            if "leaders" in phrase.noun.noun or "presidents" in phrase.noun.noun or "men" in phrase.noun.noun.split():
                return entity.kind == "person" and entity.reason != "description"
            states = "countries" in phrase.noun.noun or "nations" in phrase.noun.noun
            return entity.kind == "party" and not (states and entity.armed)

        ranked = self.memory.ranked(phrase.head, fits, reach=3)
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[1][0] < 1.3 * ranked[2][0]):
            return []
        return [ranked[0][1], ranked[1][1]]


def owners_by_token(entities: Sequence[Entity]) -> dict[int, Entity]:
    """The entity named at each token."""
    return {at: e for e in entities for m in e.mentions for at in range(m.first, m.last)}
