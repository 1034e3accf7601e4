"""Noun phrases that can stand for somebody: "the Ukrainian side", "a senior official familiar with the talks"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.language.identity.beside import SENT, ends_title
from communique.language.identity.mentions import Entity
from communique.lexicon import people, titles
from communique.lexicon.people import Noun
from communique.model.page import Page
from communique.model.reading import Token

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
POSSESSORS = frozenset({"his", "her", "their", "its", "my", "our", "your"})
INDEFINITE = frozenset({"a", "an", "one", "another"})
COUNTED = INDEFINITE | {"some", "two", "several", "no"}
ANONYMITY = frozenset("anonymity name speak ask decline authorize request insist".split())
LEFT = ("det", "amod", "compound", "nmod:poss", "nummod", "nmod", "advmod", "nmod:desc", "punct")
LONGEST_OFFICE = 9
MINISTERIAL = frozenset({"minister", "secretary", "undersecretary"})
IN_OFFICE = frozenset({"ADJ", "ADP", "CCONJ", "NOUN", "PROPN"})
"""Parts of speech of what an office is of."""
_HEADED = (["of", "state"], ["of", "government"])
RIGHT = ("nmod", "amod", "acl", "acl:relcl")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without a name as its head, from token `first` to the one before `last` (its head).

    `end` is the token after all that describes the head; `opening` the first word in lower case; `owner` the state,
    side, body or person named inside it ("the Ukrainian side", "the president of Iran"); `modified` says that it has an
    adjective.
    """

    first: int
    last: int
    end: int
    head: int
    noun: Noun
    opening: str
    owner: Entity | None
    modified: bool

    @property
    def definite(self) -> bool:
        """With "the" or a possessor."""
        return self.opening in DEFINITE | POSSESSORS or (self.owner is not None and self.opening not in COUNTED)

    @property
    def indefinite(self) -> bool:
        """With "a"."""
        return self.opening in INDEFINITE

    @property
    def country(self) -> str:
        """The state of the owner, or ""."""
        return self.owner.country if self.owner is not None else ""

    @property
    def bare(self) -> bool:
        """With nothing that says whose, or which one of several."""
        return self.owner is None and self.end == self.last


def phrase_at(page: Page, head: int, owners: Mapping[int, Entity]) -> Phrase | None:
    """The phrase with this head, if its noun can stand for somebody; `owners` are named entities by token."""
    token = page.tokens[head]
    if not token.xpos.startswith("NN") or (head in owners and token.deprel != "root"):
        return None
    if head not in owners and not _may_head(token):
        return None
    first = _left_edge(page, head)
    inner = [at for at in range(first, head + 1) if at not in owners and _is_part(page, at)]
    noun = _noun([*(page.tokens[at].text for at in inner), *_of_what(page, head)])
    if noun is None or _is_title_of_name(page, head, owners):
        return None
    opening = page.tokens[first].text.casefold()
    modified = any(page.tokens[at].upos == "ADJ" for at in range(first, head))
    owner = _owner(page, first, head, owners)
    return Phrase(first, head + 1, _right_edge(page, head), head, noun, opening, owner, modified)


def _is_part(page: Page, at: int) -> bool:
    """False for articles and the like; "both" of "both countries" counts."""
    return page.tokens[at].upos != "DET" or page.tree.folded[at] == "both"


def _may_head(token: Token) -> bool:
    """False for a word that nobody is called by, as most are."""
    return people.may_end(token.text) or ends_title(token.text) or token.lemma.casefold() == "head"


def _of_what(page: Page, head: int) -> list[str]:
    """The "of state" of "the head of state", which is one title."""
    after = [t.text.casefold() for t in page.tokens[head + 1 : head + 3]]
    return after if page.tokens[head].lemma.casefold() == "head" and after in _HEADED else []


def _noun(words: Sequence[str]) -> Noun | None:
    """The noun of a phrase: a known one, or any office or rank that the lexicon of titles has."""
    found = people.noun(" ".join(words).replace(" 's", "'s").replace(" ’s", "'s"))
    if found is not None or not words or not ends_title(words[-1]):
        return found
    last = titles.singular(words[-1]).casefold()
    number, kind = ("s", "person") if last == words[-1].casefold() else ("p", "people")
    return Noun(last, kind, number, people.gender_of_title(last)) if titles.kind_of((last,)) else None


def _left_edge(page: Page, head: int) -> int:
    """The first token of determiners, adjectives, compounds and possessors that run up to the head."""
    first = head
    for child in reversed(page.children(head, *LEFT)):
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
    for child in page.children(head, *RIGHT):
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
    """As in "President X": the noun is the title of the person named next."""
    name = head + 1
    while name + 1 < len(page.tokens) and name not in owners and titles.is_honorific(page.tokens[name].text):
        name += 1
    after = owners.get(name)
    if after is not None and after.kind == "person":
        return True
    inner = page.tokens[head].deprel in {"compound", "flat", "nmod:desc", "amod"}
    return inner and head + 1 < len(page.tokens) and page.tokens[head + 1].xpos.startswith("NN")


def past_office(page: Page, head: int) -> int:
    """The first token past a minister's title and what the office is of: "Secretary *of State* X"; that past the title
    alone where nothing of the kind stands.
    """
    at = head + 1
    is_minister = page.tokens[head].lemma.casefold() in MINISTERIAL
    if not is_minister or at >= len(page.tokens) or page.tree.folded[at] not in {"of", "for"}:
        return at
    last = min(len(page.tokens), at + LONGEST_OFFICE)
    return next((n for n in range(at + 1, last) if _ends_office(page, n)), at)


def _ends_office(page: Page, token: int) -> bool:
    name = page.name_at(token)
    return page.tokens[token].upos not in IN_OFFICE or (name is not None and name.kind == "PERSON")


def _owner(page: Page, first: int, head: int, owners: Mapping[int, Entity]) -> Entity | None:
    """The last party, body or person named before the head, else after "of" behind it."""
    for at in range(head - 1, first - 1, -1):
        if at in owners and page.tokens[at + 1].text != "-":
            return owners[at]
    links = {"of"} if page.tokens[head].lemma.casefold() in SENT else {"of", "for"}
    for child in page.children(head, "nmod"):
        case = page.child(child, "case")
        if child > head and case is not None and page.tokens[case].text.casefold() in links and child in owners:
            return owners[child]
    return None
