"""Processes of talks at one moment: which meetings belong together, and what people decided about that.

Only the decisions are part of the record. Which meetings belong together is worked out from who met whom and when
(`homes`); names and words are looked up for what is shown.
"""

import json
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from communique.errors import QueryError
from communique.homes import Run, Span, runs
from communique.lists import steps
from communique.model.days import shifted
from communique.model.identity import begins
from communique.model.judgement import standing
from communique.model.process import Grouped, ProcessPage, ProcessRow
from communique.model.rows import ProposalRow, StepRow
from communique.moments import Moment
from communique.readings import regrouping
from communique.store.seam import Beside, Query
from communique.views import ledgers
from communique.views.groupings import Meant, regrouped
from communique.views.process_rows import Who, grouped, parts, row, title
from communique.views.processes import Process, Talk
from communique.views.timeline import timeline

MOST = 15
"""Proposals, and steps, that a process is shown with."""

LONGEST = 200
"""Characters of a name."""

Groups = tuple[tuple[str, ...], ...]
Found = Process | Run


class Processes:
    """The processes that a moment sees; with `as_of` of the meetings up to a day."""

    def __init__(self, moment: Moment, as_of: str = "") -> None:
        self._moment, self._as_of = moment, as_of
        self._decided = standing(moment.view.groupings())

    @cached_property
    def _all(self) -> list[Found]:
        """All meetings, each in its process."""
        return _regrouped(runs(self._moment, self._as_of), self._meant())

    @cached_property
    def found(self) -> list[Found]:
        """The processes in order, without meetings that stand alone."""
        return sorted((p for p in self._all if p.is_one), key=lambda p: p.order)

    def _meant(self) -> list[Meant]:
        """The decisions, with the meetings that they are about now."""
        of = self._moment.meetings_of({claim for made in self._decided for claim in made.claims})
        return [
            Meant(made.id, made.action, tuple(Counter(of[c] for c in g if c in of) for g in made.groups), made.name)
            for made in self._decided
        ]

    def rows(self, asked: Sequence[Found]) -> list[ProcessRow]:
        """Processes as rows."""
        found = [_whole(p) for p in asked]
        who = self._moment.named_in([t.number for p in found for t in p.talks])
        entities = self._moment.entities_of(_named(who) | {e for p in found for e in p.sides})
        last = self._moment.built([p.talks[-1].number for p in found])
        return [row(p, who, entities, last[p.talks[-1].number]) for p in found]

    def naming(self, whom: frozenset[str]) -> list[Found]:
        """Those in whose meetings one of these entities is named."""
        numbers = set(self._moment.numbers(Query(("meetings",), entities=whom)))
        return [p for p in self.found if not numbers.isdisjoint(p.numbers)]

    def one(self, id: str) -> Process:
        """The process of an id or the beginning of one, also of one that was joined to it; or that of a meeting."""
        if whole := self._alone(id):
            return whole
        by_id = [p for p in self.found if any(begins(id, root.id) for root in p.roots)]
        found = by_id or [p for p in self.found if any(begins(id, meeting) for meeting in p.ids)]
        if len(found) == 1:
            return _whole(found[0])
        if found:
            raise QueryError(f"{id!r} begins the ids of several: {', '.join(p.roots[0].id for p in found)}.")
        raise QueryError(f"{id!r}: no process of talks has this id. `communique processes` prints them.")

    def of_meeting(self, id: str) -> Found | None:
        """The process of a meeting, None where it stands alone."""
        found: Sequence[Found] = self.found if self._decided else self._around(id)
        return next((p for p in found if p.is_one and id in p.ids), None)

    def _around(self, meeting: str) -> list[Run]:
        """All meetings of the seasons of the processes that may be that of a meeting, each in its process."""
        season = self._moment.talks.season_of(meeting)
        spans = [(first, last) for first, last in self._spans().values() if first <= season <= last]
        if not spans:
            return []
        return runs(self._moment, self._as_of, (min(first for first, _ in spans), max(last for _, last in spans)))

    def _alone(self, id: str) -> Process | None:
        """The process of a whole id, put together from the meetings of its own seasons; None where people decided."""
        span = self._spans().get(id)
        near = runs(self._moment, self._as_of, (span[0], span[1])) if span else ()
        return next((p.process() for p in near if p.roots[0].id == id), None)

    def _spans(self) -> dict[str, Span]:
        """The seasons of each process that nobody decided about, by its id, kept while the record stays as it is."""

        def make() -> str:
            return json.dumps({p.roots[0].id: p.span for p in self.found if isinstance(p, Run)})

        return dict(json.loads(self._moment.worked_out(f"spans/{self._as_of}", make)))

    def page(self, id: str, *, limit: int | None = None, offset: int = 0) -> ProcessPage:
        """One process in full, with a page of its meetings."""
        process = self.one(id)
        numbers = [t.number for t in process.talks]
        who = self._moment.named_in(numbers)
        entities = self._moment.entities_of(_named(who) | set(process.sides))
        shown = numbers[offset:][:limit]
        made = self._moment.built([*shown, numbers[-1]])
        actors = tuple(e for e in entities if entities[e].kind != "place" and e in _named(who))
        return ProcessPage(
            row(process, who, entities, made[numbers[-1]]),
            tuple(r for n in shown for r in timeline(made[n])),
            tuple(parts(process, who, entities)),
            tuple(self._proposals(numbers, actors)),
            tuple(self._steps(numbers, actors)),
            tuple(regrouping(g, is_undone=False) for g in self._decided if g.id in process.decisions),
        )

    def _proposals(self, meetings: Sequence[int], actors: tuple[str, ...]) -> list[ProposalRow]:
        told = Beside("proposals", "authors", actors, until=self._as_of)
        found = [n for n, _ in self._moment.told_beside(meetings, told)][:MOST]
        made = self._moment.built(found)
        rows = [ledgers.proposal(made[n], self._as_of) for n in found if n in made]
        return [r for r in rows if not self._as_of or r.life]

    def _steps(self, meetings: Sequence[int], actors: tuple[str, ...]) -> list[StepRow]:
        """The steps that are in sight on the day asked about, the soonest first."""
        day = self._as_of or self._moment.last_day
        told = Beside("next_steps", "who", actors, since=shifted(day, -ledgers.RECENT), until=day)
        found = sorted(self._moment.told_beside(meetings, told), key=lambda f: (f[1] < day, not f[1], f[1]))[:MOST]
        rows = steps(self._moment, self._moment.built([n for n, _ in found]).values(), day)
        return sorted((r for r in rows if ledgers.is_current(r, day)), key=ledgers.step_order)

    def grouped(self) -> list[Grouped]:
        """The processes for the export."""
        found = [_whole(p) for p in self.found]
        entities = self._moment.entities_of({e for p in found for e in p.sides})
        return [grouped(p, entities) for p in found]

    def meant(self, action: str, ids: Sequence[str], name: str) -> tuple[Groups, str]:
        """The claims that a decision is about, group by group, and what they are of; raises `QueryError`."""
        if action == "rename" and not (name.strip() and len(name.splitlines()) == 1 and len(name) <= LONGEST):
            raise QueryError(f"A process is renamed to a name of one line, {LONGEST} characters at most.")
        if action == "split":
            return self._split(*ids)
        found = [self.one(id) for id in ids] if action == "rename" else [self._joinable(id) for id in ids]
        if action == "join" and len({p.id for p in found}) < 2:
            raise QueryError("Two processes are joined, or more.")
        return tuple(self._claims(p.talks) for p in found), " + ".join(self._titles(found))

    def _split(self, id: str, *meetings: str) -> tuple[Groups, str]:
        process = self.one(id)
        go = {t.id for meeting in meetings for t in self._meetings(process, meeting)}
        if not go or len(go) == len(process.talks):
            raise QueryError("Some meetings of a process are split off, not all of them.")
        gone = [t for t in process.talks if t.id in go]
        rest = [t for t in process.talks if t.id not in go]
        return (self._claims(gone), self._claims(rest)), self._titles([process])[0]

    def _meetings(self, process: Process, id: str) -> list[Talk]:
        found = [t for t in process.talks if begins(id, t.id)]
        if len(found) != 1:
            raise QueryError(f"{id!r}: {'several meetings' if found else 'no meeting'} of this process with this id.")
        return found

    def _joinable(self, id: str) -> Process:
        """The process of an id, or a meeting of none."""
        alone = [p for p in self._all if not p.is_one and begins(id, p.ids[0])]
        if len(alone) == 1:
            return _whole(alone[0])
        process = self.one(id)
        if not any(begins(id, root.id) for root in process.roots):
            raise QueryError(f"{id!r}: this meeting is of the process {process.id}; name that, or split it off first.")
        return process

    def _titles(self, found: Sequence[Process]) -> list[str]:
        entities = self._moment.entities_of({e for p in found for e in p.sides})
        return [title(p, entities) if p.sides else "a meeting" for p in found]

    def _claims(self, talks: Sequence[Talk]) -> tuple[str, ...]:
        """The claims behind meetings."""
        found = self._moment.claims_behind([t.number for t in talks])
        return tuple(claim for t in talks for claim in found[t.number])


def _named(who: Who) -> set[str]:
    """Whom meetings name, which need not be all sides of a process that was split off."""
    return {entity for named in who.values() for entity, _ in named}


def _whole(found: Found) -> Process:
    return found if isinstance(found, Process) else found.process()


def _regrouped(found: Sequence[Run], decisions: Sequence[Meant]) -> list[Found]:
    """All meetings, each in its process, as people left them: decisions only touch those that they are about."""
    about = {id for made in decisions for group in made.groups for id in group}
    concerned = [not about.isdisjoint(run.ids) if about else False for run in found]
    rest = [run for run, is_concerned in zip(found, concerned, strict=True) if not is_concerned]
    whole = [run.process() for run, is_concerned in zip(found, concerned, strict=True) if is_concerned]
    return [*regrouped(whole, decisions), *rest]
