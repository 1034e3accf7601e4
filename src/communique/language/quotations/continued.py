"""Quotations that stand alone belong to the speaker before them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from communique.language.quotations.direct import opens_sentence, orphans
from communique.language.quotations.extents import tidy
from communique.language.quotations.marks import Marks, Quoted
from communique.language.quotations.nearby import start, whole
from communique.model.page import Page
from communique.model.reading import Attribution
from communique.model.span import Span

_FARTHEST = 600
"""So many characters after his last words a quotation may still be the speaker's."""


def continued(page: Page, marks: Marks, found: Sequence[Attribution]) -> list[Attribution]:
    """Give quotations that stand alone to the speaker before them.

    They join his last quotation where nothing interrupts, else they are an attribution without a cue.
    """
    result = sorted(found, key=lambda a: (start(a), _end(a)))
    order = sorted(range(len(result)), key=lambda n: _end(result[n]))
    ends = [_end(result[n]) for n in order]
    latest = -1
    for quote in orphans(page, marks, [c for a in found for c in a.contents]):
        number = _before(result, order, bisect_right(ends, quote.open), latest)
        last = result[number] if number >= 0 else None
        if last is None or last.source is None or quote.open - _end(last) > _FARTHEST:
            continue
        contents = tidy(page, marks, (quote.span,))
        if last.mode == "direct" and _adjacent(page, last, quote):
            result[number] = replace(last, contents=(*last.contents, *contents))
            latest = number
        elif contents and _paragraphs(page, _end(last), quote.open) <= 1:
            result.append(Attribution(last.source, None, contents, "direct", "quotations.continued"))
            latest = len(result) - 1
    return result


def _before(result: Sequence[Attribution], order: Sequence[int], place: int, latest: int) -> int:
    """The attribution that ends last before a quotation: one of those found, or the one given words last; or -1."""
    number = order[place - 1] if place else -1
    if latest >= 0 and (number < 0 or _end(result[latest]) >= _end(result[number])):
        return latest
    return number


def _adjacent(page: Page, last: Attribution, quote: Quoted) -> bool:
    """Whether no other sentence stands between an attribution and a quotation."""
    end = _end(last)
    sentence = page.sentence_at(max(end - 1, 0))
    after = max(end, sentence.end if sentence else 0)
    between = page.text(Span(after, max(quote.open, after))).strip(" \n\"”'’.")
    return not between and opens_sentence(page, quote)


def _paragraphs(page: Page, first: int, last: int) -> int:
    return len([p for p in page.text(Span(first, max(first, last))).split("\n") if p.strip()])


def _end(attribution: Attribution) -> int:
    return whole(attribution).end
