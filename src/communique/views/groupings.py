"""Processes of talks as people regrouped them: renamed, joined, split, decision after decision."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from communique.views.processes import Process, Root, Talk

Group = Mapping[str, int]
"""Meetings, by id, each with how many of the claims that a decision is about are taken for it."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A decision (see `model.grouping.Grouping`) with the meetings that it is about."""

    id: str
    action: str
    groups: tuple[Group, ...]
    name: str = ""


def regrouped(found: Sequence[Process], decisions: Iterable[Meant]) -> list[Process]:
    """All meetings, each in its process, as decisions made in this order left them."""
    parts = _Parts(found)
    for decision in decisions:
        {"rename": parts.rename, "join": parts.join, "split": parts.split}[decision.action](decision)
    return parts.all()


class _Parts:
    """Processes by numbers that last while decisions are applied."""

    def __init__(self, found: Sequence[Process]) -> None:
        self._numbers = count()
        self._parts: dict[int, Process] = {}
        self._at: dict[str, int] = {}
        for process in found:
            self._put(process)

    def all(self) -> list[Process]:
        """The processes as they are now."""
        return list(self._parts.values())

    def rename(self, decision: Meant) -> None:
        """The process that holds most of the meetings has another name."""
        for number in self._holding(decision.groups[:1]):
            self._parts[number] = replace(self._decided(number, decision), name=decision.name)

    def join(self, decision: Meant) -> None:
        """Those that hold most of the meetings of each group are one; the first is what it is known by."""
        numbers = self._holding(decision.groups)
        if not numbers:
            return
        joined = [self._parts.pop(number) for number in numbers]
        talks = sorted((t for p in joined for t in p.talks), key=lambda t: t.order)
        roots = tuple(root for p in joined for root in p.roots)
        made = dict.fromkeys(id for p in joined for id in p.decisions)
        name, is_parted = next((p.name for p in joined if p.name), ""), any(p.is_parted for p in joined)
        self._put(Process(roots, tuple(talks), name, (*made, decision.id), is_parted))

    def split(self, decision: Meant) -> None:
        """The meetings of the first group are a process of their own."""
        go, stay = decision.groups[0], decision.groups[1] if len(decision.groups) > 1 else {}
        moved = {id for id, claims in go.items() if id in self._at and claims > stay.get(id, 0)}
        parted: list[Talk] = []
        homes = []
        for number in sorted({self._at[id] for id in moved}):
            process = self._decided(number, decision)
            gone = _split_off(process.talks, moved, stay)
            rest = tuple(t for t in process.talks if t.id not in gone)
            homes.append(process.roots[0].home)
            parted += gone.values()
            self._parts[number] = replace(process, talks=rest, is_parted=True)
            if not rest:
                del self._parts[number]
        if parted:
            talks = tuple(sorted(parted, key=lambda t: t.order))
            self._put(
                Process((Root(homes[0], talks[0].id, decision.id),), talks, decisions=(decision.id,), is_parted=True)
            )

    def _put(self, process: Process) -> None:
        number = next(self._numbers)
        self._parts[number] = process
        self._at |= {talk.id: number for talk in process.talks}

    def _decided(self, number: int, decision: Meant) -> Process:
        process = self._parts[number]
        return replace(process, decisions=(*process.decisions, decision.id))

    def _holding(self, groups: Iterable[Group]) -> list[int]:
        """For each group the process that holds most of its meetings, each process once."""
        found = []
        for group in groups:
            counts = Counter(self._at[id] for id in group if id in self._at)
            found += sorted(counts, key=lambda n: (-counts[n], self._parts[n].order))[:1]
        return list(dict.fromkeys(found))


def _split_off(talks: Sequence[Talk], moved: set[str], stay: Group) -> dict[str, Talk]:
    """Those of a process's meetings that go, by id. One that nobody decided about, since it came up later, goes with
    them when the meetings on both sides of it in time do.
    """
    known = [t for t in talks if t.id in moved or t.id in stay]
    orders = [t.order for t in known]

    def goes(talk: Talk) -> bool:
        at = bisect_left(orders, talk.order)
        beside = [talk] if talk.id in moved or talk.id in stay else known[max(0, at - 1) : at + 1]
        return bool(beside) and all(t.id in moved for t in beside)

    return {talk.id: talk for talk in talks if goes(talk)}
