"""A source as a phrase: its head word, its extent as one would write it."""

import re
from dataclasses import dataclass

from communique.model.claim import Field
from communique.model.page import Page
from communique.model.span import Span

SPOKESPEOPLE = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen", "spokeswomen"})
UNNAMED = frozenset(
    "aide adviser advisor bureaucrat bystander commander diplomat doctor eyewitness insider intermediary lawmaker "
    "mediator medic miner negotiator nurse officer official paramedic passenger rescuer resident soldier source "
    "staffer survivor villager witness".split()
)
"""Head nouns of sources that stay unnamed."""
_FOLK = frozenset({"person", "people", "individual", "someone", "somebody", "those", "man", "woman", "figure"})
_KNOWING = frozenset(
    "familiar briefed close privy knowledgeable involved acquainted aware".split()
)  # "people familiar with the talks"
ORGANS = frozenset(
    "administration army authority cabinet command consulate embassy force government leadership military ministry "
    "mission navy office palace presidency regime delegation department representative delegate side team "
    "leaders".split()
)
"""Head nouns of organs that speak for their state."""
COLLECTIVES = frozenset(
    "country delegation government nation neighbor neighbour party side state capital power".split()
)
"""Nouns for parties counted together: "both sides"."""
PERSONAL = frozenset("leader president minister man envoy negotiator premier politician diplomat secretary".split())
"""Nouns for persons counted together: "the two leaders"."""
DOCUMENTS = dict.fromkeys(
    "accord agreement deal declaration decree document draft editorial figure filing indictment letter memo memorandum "
    "message note order plan poll proposal record report resolution result ruling study survey tally text "
    "treaty".split(),
    "document",
) | {
    "communique": "press_release",
    "communiqué": "press_release",
    "post": "social_post",
    "readout": "press_release",
    "release": "press_release",
    "statement": "press_release",
    "tweet": "social_post",
}
"""Nouns for texts that speak for their authors, with the kind of source they are."""
_KNOWN = UNNAMED | ORGANS | SPOKESPEOPLE | COLLECTIVES | PERSONAL | DOCUMENTS.keys()
_QUOTES = frozenset({'"', "“", "'", "‘"})
_BETWEEN_CLAUSES = frozenset({"meanwhile", "however", "also", "too", "later", "then"})
"""Adverbs behind a description that belong to its verb: "sources in Torvik meanwhile said"."""
_BREAKS = frozenset({",", "(", "--", "–", "—", ";", ":", "[", '"', "“", "-"})
_NAMELESS = re.compile(
    r"\banonym|\bto be (?:named|identified|quoted)\b|\bbe(?:ing)? (?:named|identified|quoted) by name|\bname not\b"
    r"|\bnot authori[sz]ed to (?:speak|talk|comment|brief|discuss)|\bon background\b",
    re.IGNORECASE,
)
_REACH = 18
"""So many tokens after a source may tell that its name is withheld."""
_ANONYMITY = re.compile(
    r"\s+(?:speaking|quoted|cited)\b.*$|\s+(?:seen|obtained|reviewed|viewed) by\b.*$|"
    r"\s+(?:who|which|that)\b(?:\s+(?:asked|spoke|requested|declined|insisted|wished|refused|did|was|were|is|are|has|have)\b.*)?$",
    re.DOTALL,
)
_RELEASED = re.compile(r"\s+(?:released|issued|published) by\b")
"""Who gives out a joint statement is not its author alone."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source, tokens `first` to `last` (half-open), with its head word."""

    span: Span
    first: int
    last: int
    head: int
    lemma: str
    sequence: tuple[str, ...]

    @property
    def word(self) -> str:
        """The head word in lower case."""
        return self.sequence[self.head - self.first]

    @property
    def words(self) -> frozenset[str]:
        """All words in lower case."""
        return frozenset(self.sequence)

    @property
    def definite(self) -> bool:
        """Whether the phrase begins with "the", or with "these" or "both"."""
        return self.sequence[0] in ("the", "these", "those", "both")

    @property
    def size(self) -> int:
        """The number of words."""
        return self.last - self.first


def phrase(page: Page, source: Span) -> Phrase | None:
    """The phrase at `source`, or None where it holds no word."""
    tokens = _without_time(page, page.tokens_in(source))
    if not tokens:
        return None
    source = page.span(tokens.start, tokens.stop)
    if len(tokens) > 1 and page.tokens[tokens[-1]].text.casefold() in ("who", "which", "that"):
        tokens = tokens[:-1]
    sequence = tuple(page.tokens[t].text.casefold() for t in tokens)
    head = _head(page, tokens)
    lemma = _lemma(page, head)
    return Phrase(source, tokens.start, tokens.stop, head, lemma, sequence)


def is_unnamed(page: Page, found: Phrase) -> bool:
    """Whether a phrase describes a source that stays unnamed: an official, "people familiar with the talks"."""
    spokes = found.lemma in SPOKESPEOPLE
    if found.lemma in UNNAMED or (spokes and found.sequence[:1] == ("a",) and found.head == found.first + 1):
        return True
    if (spokes or found.lemma in PERSONAL) and asks_not_to_be_named(page, found.head):
        return True
    after = [t.text.casefold() for t in page.tokens[found.head + 1 : found.head + 4]]
    known = bool(_KNOWING.intersection(after[:2])) or after[:2] == ["with", "knowledge"] or "knowledge" in after
    return known and bool({found.lemma, found.word} & _FOLK)


def asks_not_to_be_named(page: Page, head: int) -> bool:
    """As in "a spokesman who declined to be named", "an envoy speaking on condition of anonymity"."""
    last = min(page.sentence_of(head).last, head + _REACH)
    return _NAMELESS.search(page.words(head, last)) is not None


def _without_time(page: Page, tokens: range) -> range:
    """Without a day before or after: "On Monday, thousands of people", "the rebels today"."""
    timed = [t.span for t in dict.fromkeys(map(page.time_at, tokens)) if t is not None]
    if not timed:
        return tokens
    first, last = tokens.start, tokens.stop
    end = last
    while first < last and (page.tokens[first].upos in ("ADP", "PUNCT") or _in(page, first, timed)):
        first += 1
    while last > first and _in(page, last - 1, timed):
        last -= 1
    if last < end and page.tokens[last - 1].upos == "ADP":  # "a report released on Monday"
        last -= 1
        last -= page.tokens[last - 1].xpos in ("VBN", "VBD") and last - 1 > first
    return range(first, last) if first < last else tokens


def _in(page: Page, number: int, spans: list[Span]) -> bool:
    return any(s.overlaps(page.tokens[number].span) for s in spans)


def _lemma(page: Page, head: int) -> str:
    """The head's lemma; of forms that a tagger took for names the known noun without its plural s."""
    token = page.tokens[head]
    word, lemma = token.text.casefold(), token.lemma.casefold()
    if word in ORGANS or word == "leaders":
        return word
    plain = word.removesuffix("s")
    return plain if lemma not in _KNOWN and plain in _KNOWN else lemma


def _head(page: Page, tokens: range) -> int:
    """The head noun: where the tree says so, else the last noun of the first run of words."""
    tops = [
        t
        for t in tokens
        if page.tokens[t].head not in tokens and page.tokens[t].upos in ("NOUN", "PROPN", "PRON", "NUM")
    ]
    run = _first_run(page, tokens)
    nouns = [t for t in run if page.tokens[t].upos in ("NOUN", "PROPN", "PRON")]
    inside = [t for t in tops if t in run]
    if inside:
        return inside[-1]
    return nouns[-1] if nouns else tops[0] if tops else tokens[-1]


def _first_run(page: Page, tokens: range) -> range:
    last = tokens.start
    while last < tokens.stop and not _ends_run(page, last):
        last += 1
    return range(tokens.start, max(last, tokens.start + 1))


def _ends_run(page: Page, number: int) -> bool:
    token = page.tokens[number]
    joined = number > 1 and page.tokens[number - 1].text == "-" and not _breaks(page, number - 1)
    return _breaks(page, number) or (token.upos in ("ADP", "VERB", "SCONJ") and not joined)


def written(page: Page, found: Phrase) -> Field:
    """A description as written, without what stands between commas, dashes or brackets after its head."""
    last = found.head + 1
    verb = page.tokens[found.head].head
    while last < found.last and not _breaks(page, last) and not (last == verb and page.tokens[verb].upos == "VERB"):
        last += 1
    if last < found.last and page.tokens[last].text in _QUOTES:
        last = found.head + 1
    while last - 1 > found.head and page.tree.folded[last - 1] in _BETWEEN_CLAUSES:
        last -= 1
    span = page.span(found.first, last)
    cut = _ANONYMITY.search(page.text(span)) or (_RELEASED.search(page.text(span)) if "joint" in found.words else None)
    if cut is not None and cut.start() > 0:
        span = Span(span.start, span.start + cut.start())
    return page.text(span), span


def _breaks(page: Page, number: int) -> bool:
    word = page.tokens[number].text
    return word in _BREAKS and not (word in "-–" and page.are_joined(number - 1, number + 1))
