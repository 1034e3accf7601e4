"""Entries and the candidates for one, with what the models said of them."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from communique.claims import meetings, parties
from communique.claims.diplomacy import is_diplomatic
from communique.claims.holders import Voices
from communique.claims.next_steps import decide as next_steps
from communique.claims.positions import decide as positions
from communique.claims.proposals import decide as proposals
from communique.claims.scoring import LinearModel, load
from communique.claims.verdicts import Verdict
from communique.explain.values import Field, Passage, Told, Weighing, Weight
from communique.model.claim import Claim
from communique.model.page import Page
from communique.model.summary import summary


@dataclass(frozen=True, slots=True)
class Considered:
    """A candidate of a scored kind: the entry it makes or would make, with the verdict on it."""

    claim: Claim
    verdict: Verdict[Any]
    model: str


Find = Callable[[Page, Voices, tuple[Claim, ...]], Iterator[Considered]]


def considered(page: Page, claims: Sequence[Claim], failed: Collection[str] = ()) -> Iterator[Considered]:
    """Every candidate of the kinds that a model scores but those in `failed`; `claims` are the reading's entries."""
    voices, met = _known(page, claims)
    for kind, find in SCORED.items():
        if kind not in failed:
            yield from find(page, voices, met)


def not_sought(page: Page) -> list[str]:
    """The kinds that are not looked for in a report like this one."""
    is_sought = is_diplomatic(page)
    sought = {"meetings": meetings.are_sought(page), "proposals": is_sought, "parties": is_sought}
    return [kind for kind, is_sought in sought.items() if not is_sought]


def _known(page: Page, claims: Sequence[Claim]) -> tuple[Voices, tuple[Claim, ...]]:
    """What later kinds build on: whose words stand where, and who met."""
    return Voices(page, _taken(claims, "statements"), _taken(claims, "offices")), _taken(claims, "meetings")


def _taken(claims: Sequence[Claim], kind: str) -> tuple[Claim, ...]:
    """The claims of one kind that were found here, not those that a service proposed."""
    return tuple(c for c in claims if c.kind == kind and not is_proposed(c))


def _meetings(page: Page, _voices: Voices, _met: tuple[Claim, ...]) -> Iterator[Considered]:
    for verdict in meetings.judged(page):
        yield Considered(meetings.entry(page, verdict), verdict, meetings.MODEL)


def _positions(page: Page, voices: Voices, _met: tuple[Claim, ...]) -> Iterator[Considered]:
    for verdict in positions.judged(page, voices):
        yield Considered(positions.entry(page, verdict), verdict, positions.MODEL)


def _proposals(page: Page, voices: Voices, _met: tuple[Claim, ...]) -> Iterator[Considered]:
    for verdict in proposals.judged(page, voices):
        yield Considered(proposals.entry(page, voices, verdict), verdict, proposals.MODEL)


def _next_steps(page: Page, voices: Voices, met: tuple[Claim, ...]) -> Iterator[Considered]:
    worth, whose = load(next_steps.MODEL), load(next_steps.WHO_MODEL)
    for verdict in next_steps.judged(page, voices, met, worth, whose):
        yield Considered(next_steps.entry(page, voices, verdict.candidate), verdict, next_steps.MODEL)


def _parties(page: Page, _voices: Voices, met: tuple[Claim, ...]) -> Iterator[Considered]:
    roles = load(parties.ROLE_MODEL)
    for verdict in parties.considered(page, met):
        yield Considered(parties.entry(page, verdict, roles), verdict, parties.MODEL)


SCORED: dict[str, Find] = {
    "meetings": _meetings,
    "positions": _positions,
    "proposals": _proposals,
    "next_steps": _next_steps,
    "parties": _parties,
}
"""The kinds that a model scores, each with how its candidates are found."""


def is_proposed(claim: Claim) -> bool:
    """True for an entry that a language model proposed: no rule of ours made it."""
    return claim.made_by.startswith("proposed.")


def told(claim: Claim, candidate: Considered | None, rejected: str = "") -> Told:
    """An entry or a candidate, with its fields and what spoke for and against it."""
    weighing = weighed(candidate.verdict, candidate.model) if candidate is not None else None
    fields = tuple(
        Field(a.role, a.value, Passage(a.evidence.span.start, a.evidence.span.end, a.evidence.quote))
        for a in claim.arguments
    )
    return Told(claim.kind, claim.id, summary(claim), claim.made_by, claim.score, fields, weighing, rejected)


def weighed(verdict: Verdict[Any], name: str) -> Weighing:
    """The model's judgement with every feature it knows, the weightiest first."""
    model: LinearModel = load(name)
    weights = tuple(Weight(f, round(w, 3)) for f, w in model.reasons(verdict.features) if round(w, 3))
    return Weighing(name, round(verdict.score, 3), model.threshold, weights)
