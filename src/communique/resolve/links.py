"""What facts have to do with one another: a step and the meeting it announced, two holders of one seat."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.lexicon.roles import role_key, seat_key
from communique.model.entity import Entity
from communique.model.fact import Dispute, Fact, Side
from communique.resolve.when import Window, day, window

SEATS = frozenset("president chancellor king queen emir pope premier".split())
"""Offices that one person holds at a time, by their last word."""

ONE_AT_A_TIME = ("prime minister", "foreign minister", "defence minister", "defense minister", "secretary general")


ANNOUNCED = 2
"""Fit from which a meeting is the one that a step announced."""


def announced(facts: Sequence[Fact]) -> list[Fact]:
    """Steps that are meetings or journeys, linked with the meetings they announced."""
    by_side: dict[str, list[_Meeting]] = defaultdict(list)
    for fact in facts:
        if fact.kind == "meetings":
            meeting = _Meeting(fact)
            for entity in meeting.sides:
                by_side[entity].append(meeting)
    return [replace(f, related=(*f.related, *_meetings(f, by_side))) if is_announcement(f) else f for f in facts]


class _Meeting:
    """A meeting with what is asked of it for every step."""

    def __init__(self, fact: Fact) -> None:
        self.fact = fact
        self.sides = fact.entities("parties", "participants", "mediators")
        self.reports = frozenset(s.report for s in fact.sources)
        self.days = [window(t.when) for t in fact.life if t.when] or [window(fact.when)]


def _meetings(step: Fact, by_side: dict[str, list[_Meeting]]) -> tuple[str, ...]:
    """The meeting of the same sides on the announced days; without days, one that the same words announced."""
    who, days = step.entities("who"), window(step.when)
    candidates = {m.fact.id: m for entity in who for m in by_side[entity]}
    ranked = sorted(((_fit(step, who, days, m), id) for id, m in candidates.items()), key=lambda s: (-s[0], s[1]))
    return (ranked[0][1],) if ranked and ranked[0][0] >= ANNOUNCED else ()


def fit(step: Fact, meeting: Fact) -> float:
    """How well a meeting fits the step that may have announced it; from `ANNOUNCED` on it is that meeting."""
    return _fit(step, step.entities("who"), window(step.when), _Meeting(meeting))


def is_announcement(step: Fact) -> bool:
    """True for a step that is a meeting, or a journey to one."""
    return step.kind == "next_steps" and step.get("kind") in ("meeting", "travel")


def _may_be(step: Fact, days: Window, meeting: _Meeting) -> bool:
    if days.is_known:
        return any(d.is_known and d.overlaps(days) for d in meeting.days)
    return any(s.report in meeting.reports for s in step.sources)


def _fit(step: Fact, who: frozenset[str], days: Window, meeting: _Meeting) -> float:
    if not _may_be(step, days, meeting):
        return 0.0
    together = any(
        s.report == m.report and s.start < m.end and m.start < s.end for s in step.sources for m in meeting.fact.sources
    )
    place = bool(step.entities("where") & meeting.fact.entities("place"))
    dated = days.is_known and days.last - days.first < 14
    return len(who & meeting.sides) + place + dated + 2 * together


def held_by_two(facts: Sequence[Fact], entities: Mapping[str, Entity]) -> list[Fact]:
    """Offices that one person holds at a time, reported of two people over the same days: a dispute in both.

    Only people whom most reports place in that state count: a title read with the wrong state is no rival.
    """
    seats: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        seat = seat_of(fact, entities)
        if seat:
            seats[seat].append(fact)
    changed = {f.id: f for f in facts}
    for holders in seats.values():
        for holder in holders:
            rivals = [o for o in holders if o.get("person") != holder.get("person") and _overlap(holder, o)]
            if rivals:
                changed[holder.id] = _contested(holder, rivals)
    return list(changed.values())


def seat_of(fact: Fact, entities: Mapping[str, Entity]) -> str:
    """The office, if one person holds it at a time, that a fact says is held; else ""."""
    if fact.kind != "offices" or not fact.origins or fact.status not in ("current", "acting"):
        return ""
    if seat_key(fact.get("role")) == "delegation head":
        party = fact.get("country") or fact.get("body")
        return f"delegation head / {party}" if party else ""
    return f"{role_key(fact.get('role'))} / {fact.get('country')}" if _is_single(fact, entities) else ""


def _is_single(fact: Fact, entities: Mapping[str, Entity]) -> bool:
    role, holders = role_key(fact.get("role")), fact.entities("person")
    if not fact.get("country") or any(entities[h].country != fact.get("country") for h in holders):
        return False
    return not fact.get("body") and (role in ONE_AT_A_TIME or role in SEATS)


def _overlap(left: Fact, right: Fact) -> bool:
    """True when each was confirmed between two confirmations of the other, or on the same day by others."""
    a, b = ([day(s.published) for s in f.support] for f in (left, right))
    return min(a) < max(b) and min(b) < max(a)


def _contested(holder: Fact, rivals: Sequence[Fact]) -> Fact:
    sources, sides = list(holder.sources), [Side(holder.get("person"), tuple(range(len(holder.sources))))]
    for rival in rivals:
        start = len(sources)
        sources += [replace(s, relation="denies") for s in rival.sources]
        sides.append(Side(rival.get("person"), tuple(range(start, len(sources)))))
    return replace(
        holder,
        sources=tuple(sources),
        disputes=(*holder.disputes, Dispute("holder", tuple(sides))),
        related=(*holder.related, *(r.id for r in rivals)),
    )
