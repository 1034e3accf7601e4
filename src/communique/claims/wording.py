"""Where the words of an entry end: before the clauses that say why, when or on what terms, with whole quotations."""

from collections.abc import Container, Iterator

from communique.claims.clauses import case
from communique.model.page import Page
from communique.model.span import Span

ASIDE = frozenset(
    "although amid as because but despite except given instead lest saying since so though whereas while".split()
)
"""Words that open a clause beside what is told: why, and what else is so."""
TERMS = frozenset("if once provided providing unless until when where".split())
"""Words that open a clause which says on what terms something is to be."""
SET_OFF = frozenset({",", "(", "—", "–", "--"})
CLOSING = frozenset({"PUNCT", "CCONJ"})
QUOTES = frozenset({'"', "”", "’", "'"})
PAIRED = (('"', '"'), ("“", "”"), ("(", ")"))
"""How quotations and brackets open and close; single marks are apostrophes too often."""


NEAR_END = 30
"""So many characters on a quotation is closed with its last words, for which a name ends too soon."""
TRAILING = frozenset({".", ",", ";", ":", "-", "–", "—", "--"})
_ONCE = frozenset({"formerly", "previously", "once", "né", "ex", "aka"})
_KNOWN = frozenset({"known", "called", "named", "as", "the"})


def renamed(page: Page, first: int) -> bool:
    """Whether a name is only what the one before it was called once: "X, formerly (known as) Twitter"."""
    at = first - 1
    while at > 0 and (page.tokens[at].text.casefold() in _KNOWN or page.tokens[at].text in "-("):
        at -= 1
    return at > 0 and page.tokens[at].text.casefold() in _ONCE


def ending(page: Page, span: Span, head: int, opening: Container[str]) -> int:
    """Where `span` ends before the first clause behind `head` that is set off or opened by one of the words."""
    inside = page.tokens_in(span)
    last = min(_asides(page, inside, head, opening), default=inside[-1] + 1) - 1
    if last == inside[-1]:
        return span.end
    while last > head and page.tokens[last].upos in CLOSING and page.tokens[last].text not in QUOTES:
        last -= 1
    return page.tokens[last].end


def _asides(page: Page, inside: range, head: int, opening: Container[str]) -> Iterator[int]:
    for token in inside:
        relation = page.tokens[token].deprel
        if token == head or relation.partition(":")[0] not in ("advcl", "acl", "obl", "nmod"):
            continue
        first = next(t for t in page.subtree(token) if t == token or page.tokens[t].upos != "PUNCT")
        before = page.tokens[first - 1].text if first else ""
        relative = relation == "acl:relcl" and before in SET_OFF
        measured = first > 1 and page.tokens[first - 2].text.lower() == "as"
        told, clause = case(page, token), page.child(token, "nsubj", "cop", "aux") is not None and not measured
        aside = told in opening and relation.startswith("advcl") and clause
        term = "if" in opening and told == "on" and page.tokens[token].lemma.lower() == "condition"
        if first > head and (relative or aside or term):
            yield first


def _closed(page: Page, end: int, closing: str) -> int:
    """Where a mark that is open at `end` closes a few words on in the same sentence, or 0."""
    sentence = page.sentence_at(end - 1)
    following = page.tokens_in(Span(end, min(sentence.end, end + NEAR_END))) if sentence and end < sentence.end else ()
    return next((page.tokens[t].end for t in following if page.tokens[t].text == closing), 0)


def whole(page: Page, span: Span) -> Span:
    """The words of `span` with both of their quotation marks or brackets or neither, and without a mark at the end."""
    start, end, text = span.start, span.end, page.report.text
    for opening, closing in PAIRED:
        words = text[start:end]
        open_left = words.count(opening) - words.count(closing) if opening != closing else words.count(opening) % 2
        if not open_left:
            continue
        if open_left > 0 and text[end : end + 1] == closing:
            end += 1
        elif words.startswith(opening):
            start += 1
        elif text[start - 1 : start] == opening:
            start -= 1
        elif words.endswith(closing):
            end -= 1
        elif open_left > 0:
            end = _closed(page, end, closing) or end
    while page.tokens[(last := page.tokens_in(Span(start, end))[-1])].text in TRAILING and last > 0:
        end = page.tokens[last - 1].end
    return Span(start, end)
