"""How a report becomes claims: the one module that names the order of the stages.

report → annotator → `Reading` → one function a kind of claim → `Claim`s with evidence
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from communique.claims.changes import changes, offices_told
from communique.claims.citations import citations
from communique.claims.holders import Voices
from communique.claims.meetings import meetings
from communique.claims.next_steps import next_steps
from communique.claims.offices import offices
from communique.claims.parties import parties
from communique.claims.positions import positions
from communique.claims.proposals import proposals
from communique.claims.statements import statements
from communique.claims.times import time_claims
from communique.garbage import kept
from communique.language.seam import Annotator
from communique.model.claim import Claim
from communique.model.lines import flowing
from communique.model.page import Page
from communique.model.problem import Outcome, Problem
from communique.model.reading import Reading
from communique.model.report import Report
from communique.model.soundness import faults


class Proposer(Protocol):
    """The seam: anything that proposes claims of a report beside the rules."""

    def propose(self, report: Report, reading: Reading) -> Outcome[Claim]:
        """The claims that stand, and what went wrong."""
        ...


@dataclass(frozen=True, slots=True)
class Read:
    """One report as read: its reading (None when it could not be annotated), its claims, and what went wrong."""

    report: Report
    reading: Reading | None
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()


def read(reports: Sequence[Report], annotator: Annotator, proposer: Proposer | None = None) -> Iterator[Read]:
    """Annotate and extract; one result a report, in order. What fails in one report stops no other.

    `proposer` adds claims of its own, where it has others than the rules.
    """
    flowed = [flowing(report) for report in reports]
    for report, text, reading in zip(reports, flowed, _annotated(flowed, annotator), strict=True):
        if isinstance(reading, Problem):
            yield Read(report, None, (), (reading,))
        else:
            outcome = extract(text, reading)
            if text is not report:
                outcome = replace(outcome, values=tuple(claim.quoted_from(report) for claim in outcome.values))
            if proposer:
                outcome = _joined(outcome, proposer.propose(report, reading))
            yield Read(report, reading, outcome.values, outcome.problems)


def _joined(found: Outcome[Claim], more: Outcome[Claim]) -> Outcome[Claim]:
    """What the rules found, then what else was proposed."""
    known = {c.id for c in found.values}
    claims = (*found.values, *(c for c in more.values if c.id not in known))
    return Outcome(claims, (*found.problems, *more.problems))


@kept()
def extract(report: Report, reading: Reading) -> Outcome[Claim]:
    """Every claim of one report, as it was annotated. Later kinds may build on earlier ones, never on later ones."""
    page, problems = Page(report, reading), list[Problem]()

    def stage(find: Callable[..., tuple[Claim, ...]], *earlier: tuple[Claim, ...] | Voices) -> tuple[Claim, ...]:
        try:
            return find(page, *earlier)
        except Exception as error:  # noqa: BLE001 - a fault in one rule must not lose what the others found
            problems.append(_fault(find.__name__, report, error))
            return ()

    said = stage(statements)
    held = stage(offices)
    met = stage(meetings)
    changed = stage(changes, held)
    voices = Voices(page, said, held)
    found = (
        *stage(citations, said),
        *held,
        *stage(offices_told, held, changed),
        *changed,
        *met,
        *said,
        *stage(positions, voices),
        *stage(proposals, voices),
        *stage(next_steps, voices, met),
        *stage(time_claims),
        *stage(parties, met),
    )
    page.answers.clear()  # some hold the page, which would so wait for the collector of garbage
    return Outcome(found, tuple(problems))


def _annotated(reports: Sequence[Report], annotator: Annotator) -> list[Reading | Problem]:
    try:
        readings = annotator.annotate(reports)
        return [_sound(report, reading) for report, reading in zip(reports, readings, strict=True)]
    except Exception as error:  # noqa: BLE001 - the reports of a batch are tried one by one before any is given up
        if len(reports) == 1:
            return [_fault("annotator", reports[0], error)]
        return [result for report in reports for result in _annotated([report], annotator)]


def _sound(report: Report, reading: Reading) -> Reading | Problem:
    """The reading, or what is wrong with it: rules rely on it, and no evidence means no claim."""
    fault = next(faults(report, reading), "")
    if not fault:
        return reading
    message = (
        f"{report.name or report.id}: {fault}, so nothing was read in it. Please report this to {reading.version}."
    )
    return Problem("annotator", "unsound", message, report.id)


def _fault(stage: str, report: Report, error: Exception) -> Problem:
    message = f"{report.name or report.id}: {type(error).__name__}: {error}. Please report this with the text."
    return Problem(stage, "fault", message, report.id)
