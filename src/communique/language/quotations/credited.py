"""Words said without the sources they are credited to: "citing two officials, the paper wrote that …"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.language.quotations.extents import mode, tidy
from communique.language.quotations.marks import Marks
from communique.model.page import Page
from communique.model.reading import Attribution
from communique.model.span import Span

_CREDITING = re.compile(r"(?:citing|quoting)\s[^,\n]{1,120},\s+", re.IGNORECASE)
_CREDIT = re.compile(r",\s+(?:citing|quoting)\s", re.IGNORECASE)


def uncredited(page: Page, marks: Marks, found: Sequence[Attribution]) -> list[Attribution]:
    """Words that begin behind, or end before, "citing …": whose words these are is no part of what was said."""
    return [_ended(page, marks, _begun(page, a)) for a in found]


def _begun(page: Page, attribution: Attribution) -> Attribution:
    """From behind "citing two officials," where the words said open with it."""
    first = attribution.contents[0]
    credit = _CREDITING.match(page.report.text, first.start, first.end)
    if credit is None or credit.end() >= first.end:
        return attribution
    return replace(attribution, contents=(Span(credit.end(), first.end), *attribution.contents[1:]))


def _ended(page: Page, marks: Marks, attribution: Attribution) -> Attribution:
    end, last = _credit(page, marks, attribution), attribution.contents[-1]
    if end is None or not last.start < end < last.end:
        return attribution
    contents = tidy(page, marks, (*attribution.contents[:-1], Span(last.start, end)))
    return replace(attribution, contents=contents, mode=mode(marks, contents)) if contents else attribution


def _credit(page: Page, marks: Marks, attribution: Attribution) -> int | None:
    """Where ", citing two officials" ends a paraphrase."""
    last = attribution.contents[-1]
    for found in _CREDIT.finditer(page.report.text, last.start, last.end):
        if marks.around(Span(found.start(), found.end())) is None and "," not in page.text(Span(found.end(), last.end)):
            return found.start()
    return None
