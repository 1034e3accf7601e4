"""Where clauses begin and end, in tokens."""

from communique.language.quotations.cues import Hit
from communique.model.page import Page

Stretch = tuple[int, int]
"""Tokens from the first to the last, half-open."""

DASHES = frozenset({"--", "—", "-", "–"})
_LINKS = DASHES | {"that", ",", ":", ";"}
_STARTERS = frozenset({"but", "and", "while", "although", "though", "whereas", "with"})
_CIRCUMSTANCES = frozenset({"as", "after", "before", "while", "when"})


def clause_end(page: Page, hit: Hit, last: int) -> int:
    """Where a clause that follows its cue ends: with the sentence, but for a new main clause, time or channel.

    `last` is where the tree ends it; parsers cut long clauses short, so that what is left over is taken in unless
    it has a reason to stand apart.
    """
    end = body_end(page, page.sentence_of(hit.head).last)
    while last < end:
        step = _skip_punctuation(page, last, end)
        if step >= end or _stands_apart(page, hit, step):
            return last
        top = _top(page, step, hit.head)
        last = max([step, *[t for t in page.subtree(top) if step <= t < end]]) + 1
    return min(last, end)


def skip_links(page: Page, first: int, end: int) -> int:
    """Past "that", commas, colons and dashes."""
    while first < end and page.tokens[first].text.casefold() in _LINKS:
        first += 1
    return first


def strip_right(page: Page, first: int, last: int) -> int:
    """Without the comma or dash at the end."""
    while last > first and page.tokens[last - 1].text in DASHES | {",", ";", ":"}:
        last -= 1
    return last


def body_end(page: Page, last: int) -> int:
    """Without the full stop that ends a sentence."""
    while page.tokens[last - 1].text in (".", ",", ";", ":"):
        last -= 1
    return last


def words_of(page: Page, token: int, *deprels: str) -> set[str]:
    """The dependents of these relations, in lower case."""
    return {page.tokens[c].text.casefold() for c in page.children(token, *deprels)}


def _top(page: Page, token: int, stop: int) -> int:
    """The highest governor of a token that does not stand before it, below `stop`."""
    at = token
    while page.tokens[at].head > stop and page.tokens[at].head >= token:
        at = page.tokens[at].head
    return at


def _stands_apart(page: Page, hit: Hit, step: int) -> bool:
    """Whether what begins at `step` is no part of the words said."""
    top = _top(page, step, hit.head)
    token = page.tokens[top]
    starts = page.tokens[step].text.casefold() in _STARTERS and page.child(top, "nsubj") is not None
    if starts and token.head <= hit.head:
        return page.tokens[step - 1].text in DASHES | {",", ";"} or token.head == hit.head
    if token.head != hit.head:
        return False
    if token.deprel.startswith("advcl"):
        return token.xpos == "VBG" or bool(words_of(page, top, "mark") & _CIRCUMSTANCES)
    return token.deprel.split(":")[0] in ("obl", "nmod", "advmod") and bool(page.times_in(page.span(step, top + 1)))


def _skip_punctuation(page: Page, first: int, end: int) -> int:
    while first < end and page.tokens[first].upos == "PUNCT":
        first += 1
    return first
