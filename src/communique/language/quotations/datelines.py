"""Datelines and names that stand before the words said: "VIENNA - The chancellor has resigned, sources said"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.language.quotations.extents import mode, tidy
from communique.language.quotations.marks import Marks
from communique.lexicon.datelines import dateline
from communique.model.page import Page
from communique.model.reading import Attribution
from communique.model.span import Span

_LABEL = re.compile(r"[A-Z][\w.’'-]*(?: (?:of|the|al|[A-Z][\w.’'-]*)){0,4}:[^\S\n]*(?=[\"“„«])")


def without_datelines(page: Page, marks: Marks, found: Sequence[Attribution]) -> list[Attribution]:
    """Let words that open a paragraph begin after its dateline, or the name that heads them: "X: "…," he said"."""
    return [_undated(page, marks, a) for a in found]


def _undated(page: Page, marks: Marks, attribution: Attribution) -> Attribution:
    first = attribution.contents[0]
    sentence = page.sentence_at(first.start)
    if (
        sentence is None
        or first.start != sentence.start
        or page.report.text[: first.start].rstrip(" ")[-1:] not in "\n"
    ):
        return attribution
    label = _LABEL.match(page.report.text, first.start, first.end)
    if label is not None and page.tokens[page.tokens_in(first)[0]].upos != "PRON":
        contents = tidy(page, marks, (Span(label.end(), first.end), *attribution.contents[1:]))
        return replace(attribution, contents=contents, mode=mode(marks, contents)) if contents else attribution
    written = dateline(page.report.text, first.start)
    if written is None or written.end >= first.end:
        return attribution
    return replace(attribution, contents=(Span(written.end, first.end), *attribution.contents[1:]))
