"""Where the report got it."""

import re

from communique.claims.citations.found import Source, distinct
from communique.claims.citations.issued import texts
from communique.claims.citations.named import outlets
from communique.claims.citations.reports import reports
from communique.claims.citations.unnamed import unnamed
from communique.model.claim import Claim, claim
from communique.model.page import Page

__all__ = ["citations"]

_TO_WHOM = re.compile(r"\A(?: \w+ed| sent| given)? to(?: the)? \Z", re.IGNORECASE)
"""What stands between a text and whoever got it."""


def citations(page: Page, said: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The sources a report itself names: outlets, posts, issued statements, documents, unnamed officials.

    Fields: `cited`, `kind`, `by` (who spoke or posted there) and `grade` (on_record, anonymous or relayed).
    """
    named = list(outlets(page, said))
    issued = (t for t in texts(page, said) if not _given_to(page, t, named))
    found = [*named, *issued, *unnamed(page, said), *reports(page)]
    return tuple(_claim(page, s) for s in distinct(sorted(found, key=lambda s: (s.cited[1], s.kind))))


def _given_to(page: Page, text: Source, named: list[Source]) -> bool:
    """Whether an interview is that with an outlet which the same sentence names, or a text was sent to one there."""
    beside = [n for n in named if n.evidence == text.evidence]
    if text.kind == "press_release":
        return any(_TO_WHOM.search(page.report.text[text.cited[1].end : n.cited[1].start]) for n in beside)
    return text.kind == "interview" and bool(beside)


def _claim(page: Page, source: Source) -> Claim:
    return claim(
        page.report,
        "citations",
        {
            "cited": source.cited,
            "kind": (source.kind, source.cited[1]),
            "by": source.by,
            "grade": (source.grade, source.cited[1]),
        },
        evidence=[source.evidence],
        made_by=f"citations.{source.rule}",
    )
