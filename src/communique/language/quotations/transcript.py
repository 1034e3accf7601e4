"""Words set down as in a transcript: a paragraph that opens with who speaks and a colon."""

import re
from collections.abc import Iterator, Sequence

from communique.language.quotations.extents import tidy
from communique.language.quotations.marks import Marks
from communique.model.page import Page
from communique.model.reading import Attribution
from communique.model.span import Span

_OPENING = re.compile(r"(?m)^(?P<who>[A-Z][^\n:\"“”]{2,80}):[^\S\n]*(?=[\"“])")


def transcribed(page: Page, marks: Marks, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """A quotation after a name, with or without a title, and a colon: "Minister X: "…""; its speaker has no cue."""
    taken = [c for a in found for c in a.contents]
    for opening in _OPENING.finditer(page.report.text, page.report.title_end):
        who = Span(opening.start("who"), opening.end("who"))
        named = any(m.end == who.end for m, _ in page.mentions_in(who, "person"))
        quote = next((q for q in marks.within(Span(opening.end(), opening.end() + 2))), None)
        if named and quote is not None and not any(quote.span.overlaps(t) for t in taken):
            yield Attribution(who, None, tidy(page, marks, (quote.span,)), "direct", "quotations.transcribed")
