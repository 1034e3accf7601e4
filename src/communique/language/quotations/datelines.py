"""Datelines that stand before the words said: "VIENNA - The chancellor has resigned, sources said"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.model.page import Page
from communique.model.reading import Attribution
from communique.model.span import Span

_CAPITALS = r"[A-Z][A-Z.'’-]+(?:[ /-][A-Z][A-Z.'’-]*){0,3}"
_PLACE = r"[A-Z][\w.'’-]+(?:[ /-][A-Z][\w.'’-]*){0,3}"
_DATE = r"(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][A-Za-z]{2,8}\.?(?: \d{1,2})?(?:,? \d{4})?"
_AGENCY = r"[(/\[][^()\[\]/\n]{2,40}[)/\]]"
_MARK = r"[.]?(?:\s*(?:--|—|–)\s*|\s+-\s+|-\s+|:\s+)"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}(?:, {_PLACE})?|{_PLACE}(?:, {_PLACE})?(?=, {_DATE}|\s*{_AGENCY}))"
    rf"(?:, {_DATE})?(?:\s*{_AGENCY})?{_MARK}"
)


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
    dateline = _DATELINE.match(page.report.text, first.start, first.end)
    if dateline is None or dateline.end() >= first.end:
        return attribution
    return replace(attribution, contents=(Span(dateline.end(), first.end), *attribution.contents[1:]))
