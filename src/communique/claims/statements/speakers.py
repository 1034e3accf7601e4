"""Who a source is: the fullest name, the party spoken for, or the description as written."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from communique.lexicon import cues
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.reading import Referent
from communique.model.span import Span

SPOKESPEOPLE = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen", "spokeswomen"})
UNNAMED = frozenset(
    "aide ambassador adviser advisor bureaucrat commander delegate diplomat envoy figure fighter guard insider "
    "intermediary lawmaker mediator member minister miner negotiator neighbor neighbour officer official participant "
    "person people politician representative resident soldier source staffer survivor villager witness eyewitness".split()
)
"""Head nouns of sources that stay unnamed."""
_ORGANS = frozenset(
    "administration air_force army authorities authority cabinet command consulate delegation department embassy force "
    "forces foreign_ministry government leadership military ministry mission navy office palace police prosecutor "
    "presidency regime side state".split()
)
_COLLECTIVE = frozenset("both two three four all".split())
_PERSONAL = frozenset("leader president minister man envoy negotiator premier official politician diplomat".split())
_PARTIES = frozenset("country delegation government nation neighbor neighbour party side state capital".split())
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4}
_SINGULAR = frozenset({"he", "she", "him", "her", "his"})
_PLURAL = frozenset({"they", "them", "their"})
_THING = frozenset({"it", "its"})
_PRONOUNS = _SINGULAR | _PLURAL | _THING | {"i", "we", "who", "which", "that", "you", "this", "those", "one", "some"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker: the name to write, where it was read, and of what kind.

    `kind` is person, party, body, unnamed (an official, a source), described (anybody else without a name) or text
    (a document whose author is not known).
    """

    name: str
    span: Span
    kind: str
    head: str = ""

    @property
    def as_field(self) -> Field:
        """Name and place, as a claim wants it."""
        return self.name, self.span


@dataclass(slots=True)
class Memory:
    """The speakers so far, for "he", "the official", "the statement"."""

    heard: list[tuple[Speaker, ...]] = field(default_factory=list)

    def keep(self, speakers: tuple[Speaker, ...]) -> None:
        """Remember who spoke."""
        if speakers:
            self.heard.append(speakers)

    def last(self, kinds: Iterable[str] = ()) -> tuple[Speaker, ...]:
        """The last speakers, of the given kinds if any."""
        wanted = frozenset(kinds)
        return next((s for s in reversed(self.heard) if not wanted or s[0].kind in wanted), ())

    def described(self, head: str, after: str = "") -> Speaker | None:
        """The first full description whose head noun is `head`, or the last one before."""
        found = [s for speakers in self.heard for s in speakers if s.head == head and s.kind in ("unnamed", "described", "body")]
        return max(reversed(found), key=lambda s: len(s.name), default=None) if found else None


def resolve(page: Page, source: Span, memory: Memory) -> tuple[Speaker, ...]:
    """The speakers a source stands for: one, several for joint speakers, none when unknown."""
    head = head_of(page, source)
    if head is None:
        return ()
    joint = _joint(page, head, source)
    if len(joint) > 1:
        return joint
    found = _one(page, head, source, memory)
    return found


def head_of(page: Page, span: Span) -> int | None:
    """The head word of a phrase."""
    tokens = page.tokens_in(span)
    return next((t for t in tokens if page.tokens[t].head not in tokens and page.tokens[t].upos != "PUNCT"), None)


def named(page: Page, head: int) -> Speaker | None:
    """The person, party or body that a head word names, alone or through what modifies it."""
    found = page.referent_of_head(head)
    if found is not None and found.kind != "place":
        return _of(page, found, head)
    for child in page.children(head, "appos", "flat"):
        within = page.referent_of_head(child)
        if within is not None and within.kind == "person":
            return _of(page, within, child)
    return None


def _of(page: Page, referent: Referent, head: int) -> Speaker:
    mention = next((m for m in referent.mentions if m.head == head), None)
    token = page.tokens[head]
    span = Span(mention.start, mention.end) if mention else token.span
    return Speaker(referent.name, span, referent.kind, token.lemma.casefold())


def _joint(page: Page, head: int, source: Span) -> tuple[Speaker, ...]:
    inside = page.tokens_in(source)
    conjuncts = [c for c in page.conjuncts(head) if c in inside]
    if len(conjuncts) < 2:
        return ()
    found = [named(page, c) or _spoken_for(page, c) for c in conjuncts]
    known = [s for s in found if s is not None]
    return tuple(known) if len(known) == len(conjuncts) else ()


def _one(page: Page, head: int, source: Span, memory: Memory) -> tuple[Speaker, ...]:
    token = page.tokens[head]
    word, lemma = token.text.casefold(), token.lemma.casefold()
    if lemma in SPOKESPEOPLE or word in SPOKESPEOPLE:
        return _spokesperson(page, head, source)
    both = _together(page, head)
    if both:
        return both
    known = named(page, head)
    if known is not None and not (known.kind == "body" and _document(page, head)):
        return (known,)
    if word in _PRONOUNS:
        return _pronoun(word, memory)
    if _document(page, head):
        return author(page, head, source, memory)
    if lemma in _ORGANS or word in _ORGANS:
        party = _owner(page, head)
        if party is not None and party.kind == "party":
            return (party,)
    return (_description(page, head, source, memory),)


def _spokesperson(page: Page, head: int, source: Span) -> tuple[Speaker, ...]:
    known = named(page, head)
    if known is not None and known.kind == "person":
        return (known,)
    behind = _owner(page, head)
    if behind is not None and behind.kind != "person":
        return (behind,)
    return (Speaker(_written(page, head, source)[0], _written(page, head, source)[1], "described", "spokesman"),)


def _spoken_for(page: Page, head: int) -> Speaker | None:
    lemma = page.tokens[head].lemma.casefold()
    return _owner(page, head) if lemma in SPOKESPEOPLE or lemma in _ORGANS else None


def _owner(page: Page, head: int) -> Speaker | None:
    """Whose spokesman or ministry: the party or body among what modifies a noun, the state first."""
    found = [named(page, c) for c in page.children(head, "nmod", "amod", "compound", "obl")]
    for child in page.children(head, "nmod"):
        found += [named(page, c) for c in page.children(child, "nmod", "amod", "compound")]
    known = [s for s in found if s is not None and s.kind in ("party", "body")]
    return next((s for s in known if s.kind == "party"), known[0] if known else None)


def _together(page: Page, head: int) -> tuple[Speaker, ...]:
    """"Both sides", "the three leaders": the last so many parties or persons named before."""
    token = page.tokens[head]
    number = _NUMBERS.get(token.text.casefold(), 0)
    for child in page.children(head, "det", "nummod", "det:predet"):
        number = number or _NUMBERS.get(page.tokens[child].text.casefold(), 0)
    lemma = token.lemma.casefold()
    if not number or lemma not in _PARTIES | _PERSONAL | {"both"}:
        return ()
    kinds = ("person",) if lemma in _PERSONAL else ("party",)
    before = [p for p in page.mentions_in(Span(0, token.start), *kinds) if p[0].form != "pronoun"]
    names: dict[str, tuple[Speaker, ...]] = {}
    for mention, referent in reversed(before):
        names.setdefault(referent.name, (_of(page, referent, mention.head),))
        if len(names) == number:
            return tuple(s[0] for s in reversed(names.values()))
    return ()


def _pronoun(word: str, memory: Memory) -> tuple[Speaker, ...]:
    if word in _SINGULAR:
        return memory.last(("person", "unnamed", "described"))
    if word in _PLURAL:
        return memory.last(("unnamed", "described", "party", "body"))
    return memory.last(("party", "body", "text")) if word in _THING else ()


def _document(page: Page, head: int) -> bool:
    """Whether a noun is a text that speaks for its author: statement, communique, report."""
    token = page.tokens[head]
    return token.lemma.casefold() in cues.channels() and token.upos != "PROPN" or token.text.casefold() in cues.channels()


def author(page: Page, head: int, source: Span, memory: Memory) -> tuple[Speaker, ...]:
    """Whose text it is: "a statement by the ministry", "their joint statement", "the statement" of the last speaker."""
    owner = _owner(page, head)
    if owner is None:
        for clause in page.children(head, "acl"):
            agents = [named(page, c) for c in page.children(clause, "obl")]
            owner = next((a for a in agents if a is not None), None)
    if owner is not None:
        return (owner,)
    determined = {page.tokens[c].text.casefold() for c in page.children(head, "det")}
    last = memory.last(("person", "party", "body", "described"))
    if "the" in determined and last:
        return last
    name, span = _written(page, head, source)
    return (Speaker(name, span, "text", page.tokens[head].lemma.casefold()),)


def _description(page: Page, head: int, source: Span, memory: Memory) -> Speaker:
    token = page.tokens[head]
    lemma = token.lemma.casefold()
    name, span = _written(page, head, source)
    determined = {page.tokens[c].text.casefold() for c in page.children(head, "det")}
    earlier = memory.described(lemma)
    if "the" in determined and earlier is not None and len(name.split()) <= 2:
        return Speaker(earlier.name, span, earlier.kind, lemma)
    return Speaker(name, span, "unnamed" if lemma in UNNAMED else "described", lemma)


def _written(page: Page, head: int, source: Span) -> Field:
    """A description as written, without what stands between commas, dashes or brackets after it."""
    tokens = page.tokens_in(source)
    last = head + 1
    while last in tokens and page.tokens[last].text not in (",", "(", "--", "–", "—", "-", ";", ":", "[", '"', "“"):
        last += 1
    span = page.span(tokens[0], last)
    return page.text(span), span
