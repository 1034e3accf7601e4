"""Datelines that stand before the words said: "VIENNA - The chancellor has resigned, sources said"."""

from collections.abc import Sequence
from dataclasses import replace

from communique.lexicon.datelines import dateline
from communique.model.page import Page
from communique.model.reading import Attribution
from communique.model.span import Span


def without_datelines(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """Let words that open a paragraph begin after its dateline, of which no speaker said anything."""
    return [_undated(page, a) for a in found]


def _undated(page: Page, attribution: Attribution) -> Attribution:
    first = attribution.contents[0]
    sentence = page.sentence_at(first.start)
    if (
        sentence is None
        or first.start != sentence.start
        or page.report.text[: first.start].rstrip(" ")[-1:] not in "\n"
    ):
        return attribution
    written = dateline(page.report.text, first.start)
    if written is None or written.end >= first.end:
        return attribution
    return replace(attribution, contents=(Span(written.end, first.end), *attribution.contents[1:]))
