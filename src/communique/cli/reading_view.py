"""One report's entries as text: what it says, kind by kind."""

from collections.abc import Iterator, Sequence

from communique.model.claim import KINDS, Claim
from communique.model.labels import plainly
from communique.model.report import Report
from communique.model.summary import summary


def entries(report: Report, claims: Sequence[Claim]) -> Iterator[str]:
    """The report's entries by kind, each with its words."""
    yield from _heading(report)
    for kind in KINDS:
        found = sorted((c for c in claims if c.kind == kind), key=lambda c: c.evidence[0].span)
        if found:
            yield f"\n{plainly(kind).upper()}"
        for claim in found:
            yield f"  {summary(claim)}{_proposed(claim)}"
            if kind != "statements":
                yield f"      “{_line(claim.evidence[0].quote)}”"


def _proposed(claim: Claim) -> str:
    """A mark behind what a language model proposed."""
    return f"  [{claim.made_by.replace('.', ' by ', 1)}]" if claim.made_by.startswith("proposed.") else ""


def _heading(report: Report) -> Iterator[str]:
    yield f"{report.published}  {report.outlet or 'outlet unknown'}  {report.title or report.name}"


def _line(text: str) -> str:
    return " ".join(text.split())
