"""A visit for a meeting that the report names is that meeting: the guide keeps one entry for the two."""

from collections.abc import Iterable, Sequence

from communique.claims.meetings.folding import Meeting
from communique.claims.meetings.table import lead, people, sides
from communique.lexicon.cities import is_town, state_of_place
from communique.model.days import days, is_day, shifted
from communique.model.meeting import UNDONE

MEETING = frozenset({"meeting", "talks", "summit"})

STAY = 6
"""A meeting so many days after an arrival is part of the visit."""


def joined(meetings: Sequence[Meeting]) -> list[Meeting]:
    """The meetings, each visit that is for one of them told with it, a summit before the nearest other."""
    kept = list(meetings)
    for visit in meetings:
        hosts = [m for m in kept if m is not visit and _is_for(visit, m)] if lead(visit).format == "visit" else []
        if hosts:
            host = min(hosts, key=lambda m: (lead(m).format != "summit", abs(m[0].start - visit[0].start)))
            kept = [[*m, *visit] if m is host else m for m in kept if m is not visit]
    return kept


def _is_for(visit: Meeting, meeting: Meeting) -> bool:
    """True where the same people, or the same sides in the same state, meet during a visit of the same status."""
    own = sides(visit)
    if lead(meeting).format not in MEETING or len(own) < 2 or not own <= sides(meeting):
        return False
    who, others = people(visit), people(meeting)
    if who and others and not who & others:
        return False
    where, there = _first(e.place for e in visit), _first(e.place for e in meeting)
    if not _fits(where, there) or not _is_during(visit, meeting):
        return False
    if not _times_of(visit) & _times_of(meeting):
        return False
    return bool(who & others) or bool(where and there)


def _first(told: Iterable[tuple[str, object] | None]) -> str:
    return next((field[0] for field in told if field), "")


def _fits(where: str, there: str) -> bool:
    """False for a visit to another town, or to another state, than that of the meeting."""
    is_elsewhere = is_town(where) or (there != "" and state_of_place(where) != state_of_place(there))
    return where == there or not is_elsewhere


def _times_of(meeting: Meeting) -> set[bool]:
    """Whether the mentions tell of what lies ahead, of what is done, or of both; both where they leave it open."""
    return {e.status in UNDONE for e in meeting if e.status} or {True, False}


def _is_during(visit: Meeting, meeting: Meeting) -> bool:
    """True unless the days told put the meeting before or long after the arrival, a lesser one on another day."""
    told, own = _first(e.when for e in visit), _first(e.when for e in meeting)
    (first, last), (begins, ends) = days(told), days(own)
    if not first or not begins:
        return True
    if is_day(told) and is_day(own) and lead(meeting).format != "summit":
        return told == own
    stay = shifted(last, STAY) if is_day(last) else last
    return (not ends or first <= ends) and (not stay or begins <= stay)
