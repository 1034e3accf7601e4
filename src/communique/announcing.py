"""Which meeting a step announced, of all that the record holds: the one that fits it best (`resolve.links`).

Looked at first are the meetings that the step's own reports tell; those of the same days only where one may fit better.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from math import ceil

from communique.model.fact import Fact
from communique.resolve.links import ANNOUNCED, fit
from communique.resolve.when import window
from communique.store.near import SqliteNear
from communique.store.seam import Near

Build = Callable[[Collection[int]], dict[int, Fact]]
"""Puts facts together, by number."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A meeting that may be the one: the most that it may fit, its id, and the number of its fact."""

    most: int
    id: str
    fact: int


class Announcing:
    """Looks for the meetings of steps."""

    def __init__(self, found: SqliteNear, build: Build) -> None:
        self._found, self._build = found, build

    def linked(self, steps: Mapping[int, Fact]) -> dict[int, Fact]:
        """Steps, by number, with the meetings that they announced."""
        told = {number: self._told_with(step) for number, step in steps.items()}
        meetings = self._build({found[0].fact for found in told.values() if found})
        return {number: self._linked(step, told[number], meetings) for number, step in steps.items()}

    def _linked(self, step: Fact, told: list[Candidate], meetings: dict[int, Fact]) -> Fact:
        """A step with its meeting, given those that are `told` with it; some `meetings` are put together already."""
        found = self._best(step, told, (0.0, ""), meetings)
        who, places, days = step.entities("who"), step.entities("where"), _days(step)
        least = max(1, ceil(found[0]) - 1 - bool(places))
        if days and least <= len(who):
            seen = {one.fact for one in told}
            near = self._found.meetings_dated(who, places, days, least)
            others = self._ranked(step, [one for one in near if one.fact not in seen])
            found = self._best(step, others, found, meetings)
        return replace(step, related=(*step.related, found[1])) if found[0] >= ANNOUNCED else step

    def _best(
        self, step: Fact, candidates: list[Candidate], best: tuple[float, str], meetings: dict[int, Fact]
    ) -> tuple[float, str]:
        """How well the best of some candidates, and the `best` so far, fits, and its id: the first among equals."""
        for one in candidates:
            if one.most < max(best[0], ANNOUNCED):
                break
            if one.fact not in meetings:
                meetings |= self._build([one.fact])
            fits = fit(step, meetings[one.fact])
            if fits > best[0] or (fits == best[0] and one.id < best[1]):
                best = fits, one.id
            if fits == one.most:
                break
        return best

    def _told_with(self, step: Fact) -> list[Candidate]:
        """Meetings that the step's reports tell, of its days where it has any, the likeliest first."""
        reports = {source.report for source in step.sources}
        near = self._found.meetings_told(step.entities("who"), step.entities("where"), reports, _days(step))
        return self._ranked(step, near)

    def _ranked(self, step: Fact, near: Collection[Near]) -> list[Candidate]:
        """Meetings with the most that they may fit, the best first."""
        ids, dated = self._found.ids_of([one.fact for one in near]), _days(step) is not None
        found = [Candidate(one.sides + one.is_there + dated + 2 * one.is_told, ids[one.fact], one.fact) for one in near]
        return sorted(found, key=lambda c: (-c.most, c.id))


def _days(step: Fact) -> tuple[str, str] | None:
    """The first and last day of a step, "" for an open end; None where it has no date."""
    return (step.first, step.last) if window(step.when).is_known else None
