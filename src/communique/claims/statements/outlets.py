"""Which outlet a source is."""

from communique.claims.statements.memory import Memory, Speaker
from communique.claims.statements.phrases import Phrase
from communique.lexicon.outlets import outlet
from communique.model.page import Page
from communique.model.span import Span

_GENERIC = frozenset(
    "agency and channel daily de journal la le magazine network new news newspaper of online portal press radio "
    "service site station television the tv website weekly".split()
)
"""Small letters in the names of outlets."""


def outlet_named(page: Page, found: Phrase, memory: Memory) -> tuple[Speaker, ...]:
    """An outlet by its name alone: "Yonhap" for "South Korea's Yonhap news agency"."""
    for length in range(min(found.size, 5), 0, -1):
        for first in range(found.first, found.last - length + 1):
            span = page.span(first, first + length)
            named = _as_a_name(page.text(span)) and outlet(page.text(span)) is not None
            if named and found.size - length <= 9 and not _only_part(page, found, span):
                known = page.referent_at(first)
                name = _without_article(page.text(span))
                full = known.name if known is not None and known.kind == "body" and name.isupper() else name
                return (Speaker(full, span, "body", found.lemma),)
    return ()


def _as_a_name(words: str) -> bool:
    """Whether words are written as a name: "Foreign policy" at the start of a sentence is none."""
    first, *rest = words.split()
    return first[:1].isupper() and all(w[:1].isupper() or w in _GENERIC for w in rest if w[:1].isalpha())


def _only_part(page: Page, found: Phrase, name: Span) -> bool:
    """Whether an outlet's name is part of another name, or says who had a text: "a note seen by the Courier"."""
    first = page.tokens_in(name)[0]
    mention, before = page.mention_at(first), first - 1
    if mention is not None and mention.form == "name" and mention.span.covers(name):
        longer = page.text(mention.span)
        if len(longer) > len(name) + 4 and outlet(longer) is None:
            return True
    while before > found.first and page.tokens[before].upos == "DET":
        before -= 1
    return before > found.first and page.tokens[before].text.casefold() in ("by", "to", "with", "from")


def _without_article(name: str) -> str:
    """Without "the" before and small words like "news agency" after it."""
    words = name.split()
    while len(words) > 1 and words[-1].islower():
        words.pop()
    return " ".join(words[1:] if words[0].casefold() == "the" and len(words) > 1 else words)
