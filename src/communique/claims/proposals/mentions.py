"""Noun phrases that name a plan, an agreement, a truce, a resolution, and which of them name the same one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.claims.clauses import noun_lemma
from communique.claims.dates import Dates
from communique.lexicon.documents import document_classes
from communique.model.page import Page
from communique.model.span import Span

MODIFIERS = ("amod", "compound", "nummod", "nmod:poss", "flat", "nmod:unmarked")
RECENT = 40
"""How far back a document is looked for."""
LONGEST = 12
"""Tokens in a name; longer complements are cut."""
CLOSED = frozenset({"ADP", "CCONJ", "DET", "PART", "PRON", "SCONJ", "AUX"})
STOPPING = frozenset({"PUNCT", "CCONJ", "SCONJ", "PRON", "AUX"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OPENING = frozenset({"of", "on", "for", "with", "between", "against", "over"})
BARE = frozenset(
    "the a an this that these those any such its their his her new latest current existing same other first final "
    "own proposed possible recent previous earlier whole entire full initial original".split()
)
"""Words that tell nothing about which document is meant."""


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
    for token in page.telling_tokens():
        found = _mention(page, dates, token)
        if found is not None:
            yield found


def kinds_of(page: Page, token: int) -> tuple[str, ...]:
    """What kinds of document the noun at a token may mean; a name may be in the plural ("the Camp David Accords")."""
    if page.tokens[token].upos not in ("NOUN", "PROPN"):
        return ()
    lemma = noun_lemma(page, token)
    return document_classes(lemma) or document_classes(lemma.removesuffix("s"))


def _mention(page: Page, dates: Dates, token: int) -> Mention | None:
    kinds = kinds_of(page, token)
    following = token + 1
    inside = following < len(page.tokens) and page.tokens[token].deprel in ("compound", "flat")
    if not kinds or (inside and page.tokens[following].upos in ("NOUN", "PROPN")):
        return None
    first = _first(page, token)
    before = range(first, token)
    last = _last(page, dates, token, bare=not _telling(page, before))
    words = _telling(page, [*before, *range(token + 1, last + 1)])
    return Mention(token, page.span(first, last + 1), kinds, words)


def _telling(page: Page, tokens: Iterable[int]) -> frozenset[str]:
    content = (page.tokens[t].lemma.lower() for t in tokens if page.tokens[t].upos not in CLOSED)
    return frozenset(content) - BARE


def _first(page: Page, token: int) -> int:
    """Where the name begins: before its adjectives and nouns, after article and possessor."""
    before = {t for c in page.children(token, *MODIFIERS) if c < token for t in page.subtree(c)}
    first = token
    while first - 1 in before or _in_compound(page, first - 1, token):
        first -= 1
    name = page.name_at(token)
    first = min(first, name.first) if name is not None else first
    stop = max((t for t in range(first, token) if _ends_possessor(page, t)), default=first - 1)
    first = stop + 1
    while first < token and page.tokens[first].upos in CLOSED | {"PUNCT"}:
        first += 1
    return first


def _in_compound(page: Page, token: int, noun: int) -> bool:
    """True for "five-day", "cease-fire" where the tree lost a part: words joined to the next by a hyphen."""
    if token < 0:
        return False
    joined = page.tokens[token].end == page.tokens[token + 1].start
    return joined and ("-" in (page.tokens[token].text, page.tokens[token + 1].text)) and token < noun


def _ends_possessor(page: Page, token: int) -> bool:
    return page.tokens[token].text.lower() in ("'s", "’s", "'", "’") or page.tokens[token].upos == "PRON"


def _last(page: Page, dates: Dates, token: int, *, bare: bool) -> int:
    """Where the name ends: after "of", "on", "with" and their noun; a bare noun takes in "to" and participles too."""
    opening = OPENING | {"to"} if bare else OPENING
    at = token + 1
    if at >= len(page.tokens):
        return token
    if page.tokens[at].text.lower() not in opening and not (bare and _is_participle(page, at)):
        return token
    last, sentence = token, page.sentence_of(token)
    while at < min(sentence.last, token + LONGEST):
        here = page.tokens[at]
        if here.upos in STOPPING or here.xpos in FINITE or dates.at(at) is not None:
            break
        if not bare and here.upos == "VERB":
            break
        if not bare and at > token + 1 and here.upos == "ADP" and here.text.lower() not in ("of", "for"):
            break
        at += 1
    last = at - 1
    while last > token and page.tokens[last].upos in CLOSED:
        last -= 1
    return last


def _is_participle(page: Page, token: int) -> bool:
    return page.tokens[token].xpos == "VBN" and page.head(token) == token - 1


def _group_of(page: Page, mention: Mention, groups: Sequence[list[Mention]]) -> list[Mention] | None:
    """The document a phrase names again: the likest one, the last of several as like."""
    best, found = 0.0, None
    for group in groups[-RECENT:]:
        likeness = _likeness(page, mention, (group[0], *group[-RECENT:]))
        if likeness > 0 and likeness >= best:
            best, found = likeness, group
    return found


def _likeness(page: Page, one: Mention, others: Sequence[Mention]) -> float:
    """0 for another document; more for a shared noun and shared words; "the deal" is like any deal."""
    nouns = {noun_lemma(page, other.head) for other in others}
    same_noun = noun_lemma(page, one.head) in nouns
    if not same_noun and not any(set(one.kinds) & set(other.kinds) for other in others):
        return 0.0
    words = frozenset(word for other in others for word in other.words)
    shared = len(one.words & words)
    if shared:
        return 1.0 + shared / len(one.words | words) + same_noun
    if one.words:
        return 0.5 * same_noun if not words else 0.0
    definite = any(page.tokens[c].lemma.lower() in ("the", "this", "that") for c in page.children(one.head, "det"))
    return 0.5 * same_noun + 0.4 * definite
