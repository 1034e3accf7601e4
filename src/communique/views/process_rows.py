"""A process of talks as a row, and everybody's part in it."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from communique.lexicon.countries import names
from communique.model.entity import Entity
from communique.model.fact import Fact
from communique.model.meeting import DONE
from communique.model.process import Grouped, PartRow, ProcessRow
from communique.views.processes import Process, Talk
from communique.views.words import best_first

ROLES = ("parties", "mediators", "participants", "place")
"""Fields of meetings that say who took part, and where."""

FEW = 3
"""Sides that a name made by the program gives."""

Who = Mapping[int, set[tuple[str, str]]]
"""For each meeting, by number, whom it names (entities by their ids) in which field."""


def row(process: Process, who: Who, entities: Mapping[str, Entity], last: Fact) -> ProcessRow:
    """A process; `last` is its latest meeting."""
    dated = [t for t in process.talks if t.when]
    sides = tuple(sorted(entities[e].name for e in process.sides if e in entities))
    return ProcessRow(
        process.id,
        title(process, entities),
        bool(process.name),
        sides,
        tuple(n for n in _frequent(process, who, entities, "mediators") if n not in sides),
        _frequent(process, who, entities, "place"),
        dated[0].when if dated else "",
        dated[-1].when if dated else "",
        len(process.talks),
        sum(t.status in DONE for t in process.talks),
        process.talks[-1].id,
        best_first(last),
    )


def grouped(process: Process, entities: Mapping[str, Entity]) -> Grouped:
    """A process for the export."""
    meetings = tuple(t.id for t in process.talks)
    name = title(process, entities)
    return Grouped(process.id, name, bool(process.name), process.sides, meetings, process.decisions)


def parts(process: Process, who: Who, entities: Mapping[str, Entity]) -> list[PartRow]:
    """Who took part, and where: field by field, people by the side they speak for, the most frequent first."""
    found: dict[tuple[str, str], list[Talk]] = {}
    for talk in process.talks:
        for entity, role in who.get(talk.number, ()):
            if role in ROLES and entity in entities:
                found.setdefault((role, entity), []).append(talk)
    rows = [_part(role, entities[entity], talks) for (role, entity), talks in found.items()]
    own = {entities[e].name for e in process.sides if e in entities}
    return sorted(
        rows, key=lambda r: (ROLES.index(r.role), r.side not in own, r.side or "~", -r.meetings, r.name, r.seen)
    )


def _part(role: str, entity: Entity, talks: list[Talk]) -> PartRow:
    dated = [t.when for t in talks if t.when] or [""]
    side = entity.country if entity.kind == "person" else ""
    return PartRow(role, entity.kind, entity.name, side, len(talks), dated[0], dated[-1], talks[-1].id)


def _frequent(process: Process, who: Who, entities: Mapping[str, Entity], role: str) -> tuple[str, ...]:
    """The names of those who stand in a field, the most frequent first."""
    counts = Counter(e for t in process.talks for e, r in who.get(t.number, ()) if r == role and e in entities)
    return tuple(entities[e].name for e in sorted(counts, key=lambda e: (-counts[e], entities[e].name, e)))


def title(process: Process, entities: Mapping[str, Entity]) -> str:
    """The name that a person gave, else one made from sides and years: "Maretia–Torvik talks, 2024–2025". Where
    meetings were split off, days tell the parts from each other: "Maretia–Torvik talks, 2024-03-01 – 2024-05-07".
    """
    if process.name:
        return process.name
    known = sorted({_usual(entities[e].name) for e in process.sides if e in entities}, key=str.casefold)
    sides = "–".join(known[:FEW]) + (f" and {len(known) - FEW} more" if len(known) > FEW else "")
    days = [date.fromordinal(t.day) for t in process.talks if t.when]
    ends = (*days[:1], *days[-1:])
    told = map(date.isoformat, ends) if process.is_parted else (str(day.year) for day in ends)
    when = (" – " if process.is_parted else "–").join(dict.fromkeys(told))
    return f"{sides} talks, {when}" if when else f"{sides} talks"


def _usual(name: str) -> str:
    """The usual name of what may be the code of a state."""
    return next(iter(names(name)), name)
