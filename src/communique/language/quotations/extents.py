"""Exact extents of what was said, and whether it is a quotation, a paraphrase or both."""

import re
from collections.abc import Sequence

from communique.language.quotations.marks import Marks, Quoted
from communique.model.page import Page
from communique.model.span import Span

_JOINING = re.compile(r"[\s,;:.–—-]*(?:and|or|but)?[\s,;:.–—-]*", re.IGNORECASE)
_LEADING = re.compile(r"[\s,;:–—-]*(?:that\b\s*,?\s*)?", re.IGNORECASE)
_OUTER = " \t\n\u00a0,;:"


def tidy(page: Page, marks: Marks, contents: Sequence[Span], cue: Span | None = None) -> tuple[Span, ...]:
    """Without "that", outer commas and unmatched marks; the inside of the marks where all stands within them.

    A quotation that holds the cue as well was never closed: it says nothing of where the words end.
    """
    found: list[Span] = []
    for given in contents:
        content = _balanced(marks, _trim(page, given))
        quotes = [q for q in marks.within(content) if len(q.span) and not (cue and q.span.covers(cue))]
        inside = [q.span for q in quotes]
        if inside and _only_quotes(page, content, quotes):
            found += [_trim_quote(page, s) for s in inside]
        elif len(content):
            found.append(_trim(page, content, final=True))
    return tuple(s for s in found if len(s) and any(c.isalnum() for c in page.text(s)))


def mode(marks: Marks, contents: Sequence[Span]) -> str:
    """Direct where every word is inside quotation marks, mixed where some are, else indirect."""
    if contents and all(marks.around(c) or _guessed(marks, c) for c in contents):
        return "direct"
    return "mixed" if any(marks.within(c) for c in contents) else "indirect"


def _guessed(marks: Marks, content: Span) -> bool:
    return any(
        not q.whole and q.span.covers(content) and q.span.start - content.start in (0, 1) for q in marks.within(content)
    )


def _only_quotes(page: Page, content: Span, quotes: Sequence[Quoted]) -> bool:
    at = content.start
    for quote in quotes:
        if at < quote.open and not _JOINING.fullmatch(page.report.text, at, quote.open):
            return False
        at = max(at, quote.close)
    return at >= content.end or not any(c.isalnum() for c in page.report.text[at : content.end])


def _balanced(marks: Marks, content: Span) -> Span:
    """Take in a closing mark whose opening mark is inside, and the other way round."""
    for quote in marks.within(content):
        if not quote.whole:
            continue
        if content.start <= quote.span.start and quote.span.end - 2 <= content.end < quote.close:
            content = Span(content.start, quote.close)
        if quote.open < content.start <= quote.span.start and quote.close <= content.end:
            content = Span(quote.open, content.end)
    return content


def _trim(page: Page, content: Span, *, final: bool = False) -> Span:
    text = page.report.text
    lead = _LEADING.match(text, content.start, content.end)
    start, end = lead.end() if lead else content.start, content.end
    start += final and text[start] in "“„«" and not any(c in '”“»"' for c in text[start + 1 : end])
    while end > start and text[end - 1] in _OUTER:
        end -= 1
    if final and end > start and text[end - 1] == "." and _sentence_final(text, start, end):
        end -= 1
    return Span(start, max(start, end))


def _sentence_final(text: str, start: int, end: int) -> bool:
    """A full stop that is none of an abbreviation like "U.S."."""
    return not re.search(r"\b[A-Za-z]\.$", text[max(start, end - 3) : end])


def _trim_quote(page: Page, content: Span) -> Span:
    text = page.report.text
    start, end = content.start, content.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1] in " \t\n\u00a0,":
        end -= 1
    return Span(start, end)
