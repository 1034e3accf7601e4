"""Where a cue of saying stands in a report: verbs with their particles, nouns, prepositions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.language.quotations.marks import Marks
from communique.lexicon import cues
from communique.lexicon.cues import Cue
from communique.model.page import Page
from communique.model.span import Span

_PREPOSITIONS = frozenset({"about", "against", "for", "of", "on", "to", "upon", "with", "at", "from", "in"})
_LEADING = frozenset(words[0] for words in cues.ATTRIBUTING)
_REPORTED = frozenset({"quote", "report", "cite"})
_QUOTING = frozenset({"quote", "cite"})
_SHORTEST = 3
_MOST_BETWEEN = 10
_LONGEST_QUOTED = 20
"""So many words may stand between an outlet's "quoted" and "as saying"."""
_FORMS = {
    "added": "add",
    "adding": "add",
    "announced": "announce",
    "said": "say",
    "saying": "say",
    "says": "say",
    "stated": "state",
    "told": "tell",
    "wrote": "write",
}
"""Forms that are verbs of saying whatever their tag: capitals mislead taggers."""
ANONYMITY = re.compile(
    r"(?:not to be|to not be|to remain|not be|against being) (?:named|identified|quoted|cited|anonymous|unnamed)\b"
    r"|(?:for |on )?anonymity\b|that (?:his|her|their) names? ",
    re.IGNORECASE,
)
"""What unnamed sources ask for: no words of theirs."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue in the text: `head` is its verb, noun or first preposition, `last` the token after its last word.

    `form` is verb, noun or preposition; `particle` is the preposition that closes a cue like "call for", or -1.
    """

    head: int
    last: int
    cue: Cue
    form: str
    particle: int = -1


def hits(page: Page, marks: Marks) -> Iterator[Hit]:
    """Every cue outside quotation marks, in text order. Inside them nothing is a statement of its own."""
    for number, token in enumerate(page.tokens):
        found = _hit(page, number)
        if found and not marks.around(token.span) and not _asks_anonymity(page, found):
            yield found


def _asks_anonymity(page: Page, hit: Hit) -> bool:
    """As in "asking not to be named", which stands beside the words of somebody unnamed."""
    if page.tokens[hit.head].xpos != "VBG" or hit.last >= len(page.tokens):
        return False
    return ANONYMITY.match(page.report.text, page.tokens[hit.last].start) is not None


def _hit(page: Page, number: int) -> Hit | None:
    token = page.tokens[number]
    plain = page.tree.folded[number]
    if plain in _LEADING or token.lemma.casefold() in _LEADING:
        leading = _preposition(page, number)
        if leading is not None:
            return leading
    if token.upos == "VERB" or token.xpos.startswith("VB") or plain in _FORMS:
        return _verb(page, number)
    if token.xpos.startswith("NN"):
        known = cues.noun(token.lemma)
        return Hit(number, number + 1, known, "noun") if known else None
    return None


def _verb(page: Page, number: int) -> Hit | None:
    token = page.tokens[number]
    lemma = _FORMS.get(token.text.casefold()) or cues.base(token.text, token.lemma)
    near = _near(page, number)
    for tail in cues.tails(lemma):
        at = _follow(page, number, tail) if tail[0] in near else 0
        known = cues.phrase((lemma, *tail))
        if at and known:
            particle = at - 1 if tail[-1] in _PREPOSITIONS else -1
            return Hit(number, at, known, "verb", particle)
    known = cues.verb(lemma)
    return Hit(number, number + 1, known, "verb") if known else None


def _near(page: Page, number: int) -> set[str]:
    """The two words after a verb, of which one begins what belongs to it: forms and lemmas without regard to case."""
    after = slice(number + 1, number + 3)
    return {*page.tree.folded[after], *(t.lemma.casefold() for t in page.tokens[after])}


def _follow(page: Page, number: int, tail: tuple[str, ...]) -> int:
    """The token after `tail`, where its words follow the verb, with room for one adverb or article; else 0."""
    end = page.sentence_of(number).last
    at, skipped = number + 1, 0
    for word in tail:
        while at < end and not _is(page, at, word) and skipped < 1 and _skippable(page, at):
            at, skipped = at + 1, skipped + 1
        if at >= end or not _is(page, at, word):
            return 0
        at += 1
    return at


def _is(page: Page, number: int, word: str) -> bool:
    token = page.tokens[number]
    return word in (page.tree.folded[number], token.lemma.casefold())


def _skippable(page: Page, number: int) -> bool:
    token = page.tokens[number]
    return token.upos in ("ADV", "DET") or (token.xpos == "PRP" and token.text.casefold() == "it")


def _preposition(page: Page, number: int) -> Hit | None:
    end = page.sentence_of(number).last
    for words in cues.ATTRIBUTING:
        last = number + len(words)
        if last <= end and all(_is(page, number + i, word) for i, word in enumerate(words)):
            return Hit(number, last, Cue(" ".join(words), frozenset()), "preposition")
    return None


def is_reported(page: Page, number: int) -> int | None:
    """For "saying" in "was quoted as saying", "was quoted by the agency as saying", the verb "quoted", else None."""
    if number < _SHORTEST or page.tokens[number - 1].text.casefold() != "as":
        return None
    for at in range(number - 2, max(0, number - _MOST_BETWEEN), -1):
        token = page.tokens[at]
        if token.lemma.casefold() in _REPORTED and token.xpos == "VBN":
            return at
        if token.upos in ("VERB", "AUX") or token.upos == "PUNCT":
            return None
    return None


def quoting(page: Page, number: int) -> int | None:
    """For "saying" in "the agency quoted the envoy, X, as saying" the verb "quoted", else None."""
    if number < _SHORTEST or page.tokens[number].xpos != "VBG" or page.tokens[number - 1].text.casefold() != "as":
        return None
    first = max(page.sentence_of(number).first, number - _LONGEST_QUOTED)
    verbs = (t for t in range(number - 2, first - 1, -1) if page.tokens[t].xpos.startswith("VB"))
    return next((t for t in verbs if page.tokens[t].lemma.casefold() in _QUOTING), None)


def cue_span(page: Page, hit: Hit) -> Span:
    """The words of a cue, with "quoted as" before "saying"."""
    reported = is_reported(page, hit.head) if hit.form == "verb" else None
    return page.span(hit.head if reported is None else reported, hit.last)
