"""Noun phrases that name a plan, an agreement, a truce, a resolution, and which of them name the same one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.claims.dates import Dates
from communique.lexicon.documents import document_classes
from communique.model.page import Page
from communique.model.span import Span

MODIFIERS = ("amod", "compound", "nummod", "nmod:poss", "flat", "nmod:unmarked")
RECENT = 40
"""How far back a document is looked for."""
LONGEST = 12
"""Tokens in a name; longer complements are cut."""
BARE = frozenset(
    "the a an this that these those any such its their his her new latest current existing same other first final "
    "own proposed possible recent previous earlier whole entire full initial original".split()
)
"""Words that tell nothing about which document is meant."""
HEADLESS = frozenset(
    {
        "case",
        "det",
        "punct",
        "cc",
        "conj",
        "acl:relcl",
        "appos",
        "parataxis",
        "nsubj",
        "cop",
        "mark",
        "advmod",
        "aux",
        "advcl",
        "expl",
        "obl",
        "ccomp",
        "dep",
        "list",
    }
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One phrase: `head` its noun, `name` without article and clauses, `words` tells it from others of its kind."""

    head: int
    name: Span
    kinds: tuple[str, ...]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Document:
    """All mentions of one plan, agreement or the like, in text order."""

    mentions: tuple[Mention, ...]

    @property
    def first(self) -> Mention:
        """Where it is named first."""
        return self.mentions[0]


def documents(page: Page, dates: Dates) -> list[Document]:
    """What the report names, in order of first mention; "the deal" goes with the deal named last."""
    groups: list[list[Mention]] = []
    for mention in mentions(page, dates):
        group = _group_of(page, mention, groups)
        if group is None:
            groups.append([mention])
        else:
            group.append(mention)
    return [Document(tuple(group)) for group in groups]


def mentions(page: Page, dates: Dates) -> Iterator[Mention]:
    """Every noun phrase of the report whose head names a document."""
    for sentence in page.sentences:
        if sentence.role in ("dateline", "byline"):
            continue
        for token in range(sentence.first, sentence.last):
            found = _mention(page, dates, token)
            if found is not None:
                yield found


def _mention(page: Page, dates: Dates, token: int) -> Mention | None:
    here = page.tokens[token]
    kinds = document_classes(here.lemma.lower())
    if here.upos not in ("NOUN", "PROPN") or not kinds or here.deprel in ("compound", "flat"):
        return None
    inside = _name_tokens(page, dates, token)
    words = frozenset(
        page.tokens[t].lemma.lower()
        for t in inside
        if t != token and page.tokens[t].upos not in ("DET", "ADP", "PUNCT")
    )
    return Mention(token, page.span(inside[0], inside[-1] + 1), kinds, words - BARE)


def _name_tokens(page: Page, dates: Dates, token: int) -> list[int]:
    """The phrase without article, possessive pronoun, relative clause and apposition, as one stretch of tokens."""
    before = [t for c in page.children(token, *MODIFIERS) if c < token for t in page.subtree(c)]
    before = [t for t in before if not _possessive_pronoun(page, t)]
    after = [
        t
        for c in page.children(token, "nmod", "acl", "nummod", "flat", "compound")
        if c > token and page.tokens[c].deprel != "acl:relcl" and dates.at(c) is None
        for t in page.subtree(c, without=("acl:relcl", "parataxis", "advcl", "appos"))
    ]
    found = sorted({*before, token, *after})
    first = token
    while first - 1 in found or (first - 1 >= 0 and page.tokens[first - 1].text in ("-", "–") and first - 2 in found):
        first -= 1
    while first < token and (page.tokens[first].upos in ("DET", "PUNCT") or page.tokens[first].text in ("'s", "’s")):
        first += 1
    last = token
    while last + 1 in found and last + 1 - first < LONGEST:
        last += 1
    while last > token and page.tokens[last].upos in ("ADP", "PUNCT", "CCONJ", "DET", "PART", "SCONJ"):
        last -= 1
    return list(range(first, last + 1))


def _possessive_pronoun(page: Page, token: int) -> bool:
    return page.tokens[token].upos == "PRON"


def _group_of(page: Page, mention: Mention, groups: Sequence[list[Mention]]) -> list[Mention] | None:
    best, found = 0.0, None
    for group in groups[-RECENT:]:
        likeness = max(_likeness(page, mention, other) for other in (group[0], *group[-RECENT:]))
        if likeness > 0 and likeness >= best:
            best, found = likeness, group
    return found


def _likeness(page: Page, one: Mention, other: Mention) -> float:
    """0 for another document; more for a shared noun and shared words."""
    same_noun = page.tokens[one.head].lemma.lower() == page.tokens[other.head].lemma.lower()
    if not same_noun and not set(one.kinds) & set(other.kinds):
        return 0.0
    if page.tokens[one.head].deprel == "conj" and page.head(one.head) == other.head:
        return 0.0
    shared = len(one.words & other.words)
    if shared:
        return 1.0 + shared / len(one.words | other.words) + same_noun
    if one.words and other.words:
        return 0.0
    definite = any(page.tokens[c].lemma.lower() in ("the", "this", "that") for c in page.children(one.head, "det"))
    return 0.5 * same_noun + 0.4 * definite
