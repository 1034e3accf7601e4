"""Mentions of one meeting, found together: each joins the most salient meeting that it can be, or starts a new one."""

from collections.abc import Iterable, Sequence

from communique.claims.meetings.encounters import Encounter

FAMILIES = {
    "talks": "meeting",
    "meeting": "meeting",
    "summit": "meeting",
    "conference": "meeting",
    "ceremony": "ceremony",
    "call": "call",
    "video": "call",
    "visit": "visit",
    "shuttle": "visit",
    "exchange": "exchange",
}
"""Formats that words for one meeting may alternate between."""

AHEAD = frozenset({"scheduled", "proposed", "postponed", "cancelled", "refused"})
DONE = frozenset({"held", "under_way"})
ENOUGH = 1.0
"""A mention joins a meeting from this score on."""

Meeting = list[Encounter]


def fold(found: Iterable[Encounter]) -> list[Meeting]:
    """Meetings in order of first mention; the title's mentions come last."""
    ordered = sorted(found, key=lambda e: (e.sentence.role == "title", e.trigger))
    meetings: list[Meeting] = []
    for encounter in ordered:
        ranked = [(likeness(meeting, encounter), number) for number, meeting in enumerate(meetings)]
        best = max(ranked, default=(0.0, -1))
        if best[0] >= ENOUGH:
            meetings[best[1]].append(encounter)
        elif tells(encounter):
            meetings.append([encounter])
    return meetings


def tells(encounter: Encounter) -> bool:
    """True for a mention that says enough to stand for a meeting of its own."""
    return bool(encounter.parties or encounter.people) or bool(encounter.place and encounter.when)


def likeness(meeting: Sequence[Encounter], encounter: Encounter) -> float:
    """How well a mention fits a meeting; negative where they cannot be the same."""
    if any(_conflict(member, encounter) for member in meeting) or not _same_family(meeting, encounter):
        return -1.0
    people = set().union(*(m.people for m in meeting))
    parties = set().union(*(m.parties for m in meeting))
    score = 1.0 * len(people & encounter.people) + 0.7 * len(parties & encounter.parties)
    score += 1.5 * any(_same_field(m.when, encounter.when) for m in meeting)
    score += 1.0 * any(_same_field(m.place, encounter.place) for m in meeting)
    score += 1.0 * encounter.definite
    score += 0.5 * (not encounter.parties and not encounter.people)
    score -= 0.05 * min(20, abs(encounter.sentence.first - meeting[-1].sentence.first) / 20)
    score -= 1.0 * _statuses_differ(meeting, encounter)
    return score - 1.5 * bool(encounter.apart - set().union(*(m.apart for m in meeting)))


def _same_family(meeting: Sequence[Encounter], encounter: Encounter) -> bool:
    families = {FAMILIES.get(m.format, m.format) for m in meeting}
    family = FAMILIES.get(encounter.format, encounter.format)
    anaphoric = encounter.definite and encounter.format == "talks" and not encounter.actors
    return family in families or (anaphoric and families == {"call"})


def _same_field(a: tuple[str, object] | None, b: tuple[str, object] | None) -> bool:
    return a is not None and b is not None and a[0] == b[0]


def _conflict(a: Encounter, b: Encounter) -> bool:
    return _people_conflict(a, b) or _parties_conflict(a, b) or _times_conflict(a, b) or _places_conflict(a, b)


def _people_conflict(a: Encounter, b: Encounter) -> bool:
    if not a.people or not b.people or a.people & b.people:
        return False
    sides = {actor.party for actor in a.actors if actor.person and actor.party}
    return any(actor.person and actor.party in sides for actor in b.actors)


def _parties_conflict(a: Encounter, b: Encounter) -> bool:
    if not a.parties or not b.parties:
        return False
    shared = a.parties & b.parties
    if not shared:
        return True
    return len(shared) < 2 and len(a.parties) > 1 and len(b.parties) > 1


def _times_conflict(a: Encounter, b: Encounter) -> bool:
    if a.when is None or b.when is None:
        return False
    first, second = _bounds(a.when[0]), _bounds(b.when[0])
    return not (first[0] <= second[1] and second[0] <= first[1])


def _bounds(value: str) -> tuple[str, str]:
    """First and last day of an EDTF value as strings that sort; open ends sort before or after all."""
    start, _, end = value.partition("/")
    end = end or start
    return (
        "0000" if start == ".." else start[:10].rstrip("~?%"),
        f"{'9999' if end == '..' else end[:10].rstrip('~?%')}~",
    )


def _places_conflict(a: Encounter, b: Encounter) -> bool:
    if a.place is None or b.place is None:
        return False
    first, second = set(a.place[0].casefold().split()), set(b.place[0].casefold().split())
    return not first & second


def _statuses_differ(meeting: Sequence[Encounter], encounter: Encounter) -> bool:
    told = {m.status for m in meeting if m.status}
    both = (told & AHEAD and encounter.status in DONE) or (told & DONE and encounter.status in AHEAD)
    return bool(both) and encounter.status not in told
