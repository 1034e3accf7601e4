"""How a report becomes claims: the one module that names the order of the stages.

report → annotator → `Reading` → one function a kind of claim → `Claim`s with evidence
"""

from collections.abc import Sequence

from communique.claims.changes import changes
from communique.claims.citations import citations
from communique.claims.meetings import meetings
from communique.claims.next_steps import next_steps
from communique.claims.offices import offices
from communique.claims.parties import parties
from communique.claims.positions import positions
from communique.claims.proposals import proposals
from communique.claims.statements import statements
from communique.claims.times import time_claims
from communique.language.annotator import Annotator
from communique.model.claim import Claim
from communique.model.page import Page
from communique.model.reading import Reading
from communique.model.report import Report


def extract(report: Report, reading: Reading) -> tuple[Claim, ...]:
    """Every claim of one report. Later kinds may build on earlier ones, never the other way round."""
    page = Page(report, reading)
    said = statements(page)
    held = offices(page)
    met = meetings(page)
    return (
        *citations(page, said),
        *held,
        *changes(page, held),
        *met,
        *said,
        *positions(page, said),
        *proposals(page),
        *next_steps(page, met),
        *time_claims(page),
        *parties(page, met),
    )


def read(reports: Sequence[Report], annotator: Annotator) -> list[tuple[Reading, tuple[Claim, ...]]]:
    """Annotate and extract; one result a report, in order."""
    readings = annotator.annotate(reports)
    return [(reading, extract(report, reading)) for report, reading in zip(reports, readings, strict=True)]
