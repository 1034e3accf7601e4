"""When and where a meeting took place, decided over all its mentions by linear models.

Models of single mentions say how likely each time and place beside a trigger is the meeting's; a meeting without one of
its own may take that of the visit or summit it is part of. Weights are `weights/meeting_{when,where}.json`, made by
`python -m training.encounters`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.claims.meetings.encounter import Encounter
from communique.claims.meetings.folding import Meeting
from communique.claims.meetings.mentioned import is_of_deciding, is_of_saying
from communique.claims.meetings.periods import counted, moved_to
from communique.claims.meetings.places import REMOTE, finest, is_of_somebody, kind_of_place
from communique.claims.meetings.table import Table, lead, people, place_among, sides
from communique.claims.meetings.triggers import TRAVEL
from communique.claims.scoring import LinearModel
from communique.lexicon.cities import state_of_place
from communique.model.claim import Field
from communique.model.days import days, is_day, shifted
from communique.model.meeting import DONE, PLANNED
from communique.model.page import Page

SURE = 0.4
"""With a time or place of its own this likely, a meeting takes none from another."""

CERTAIN = 0.66
"""A time this likely is the meeting's, whatever the words say of its status."""

WEEK = 7

TAKEN = 0.25
"""The only time told, which a mention has by itself, is the meeting's from this likelihood on."""

Said = Sequence[tuple[Encounter, float, Field]]
"""Mentions of one value beside a meeting: where, how likely as the meeting's, and the words."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A time or place that may be the meeting's, and what speaks for it."""

    field: Field
    features: tuple[str, ...]


def choices(table: Table, meeting: Meeting, role: str) -> list[Choice]:
    """The times (`role` "when") or places ("where") beside the mentions of a meeting; a call has no place."""
    if role == "where" and lead(meeting).format in REMOTE:
        return []
    told_: dict[str, list[tuple[Encounter, float, Field]]] = {}
    for encounter in meeting:
        for likelihood, field in (_times if role == "when" else _places)(table.page, encounter):
            told_.setdefault(field[0], []).append((encounter, likelihood, field))
    totals = {value: _either(p for _, p, _ in found) for value, found in told_.items()}
    own = [
        Choice(
            max(found, key=lambda f: (f[1], -f[2][1].start))[2],
            tuple(_features(table, meeting, role, found, totals)),
        )
        for value, found in told_.items()
    ]
    return own if any(t >= SURE for t in totals.values()) else [*own, *_inherited(table, meeting, role, set(told_))]


def _times(page: Page, encounter: Encounter) -> list[tuple[float, Field]]:
    return [(p, field) for p, field in encounter.times if not is_of_saying(page, encounter.trigger, field)]


def _places(page: Page, encounter: Encounter) -> list[tuple[float, Field]]:
    return [(p, field) for p, field in encounter.places if not is_of_somebody(page, field[1])]


def _inherited(table: Table, meeting: Meeting, role: str, own: set[str]) -> Iterator[Choice]:
    """The time or place of the nearest other contact of the same sides: a dinner takes place where the visit leads, but
    none has taken place where a visit is yet to lead.
    """
    first = lead(meeting)
    near = []
    for other in table.meetings:
        if first.status in DONE and lead(other).status in PLANNED:
            continue
        shared, known = sides(meeting) & sides(other), people(meeting) & people(other)
        field = next((f for e in other if (f := e.when if role == "when" else e.place)), None)
        if other is not meeting and field and field[0] not in own and (len(shared) > 1 or known):
            near.append((abs(other[0].start - first.start), len(shared) > 1, lead(other), field))
    for _, is_shared, giver, field in sorted(near, key=lambda n: n[0])[:1]:
        features = (
            "inherited",
            f"inherited:{giver.format}:{first.format}",
            f"inherited:status:{'same' if giver.status == first.status else 'other'}",
            f"inherited:from:{giver.format}",
            f"inherited:to:{first.format}",
            f"inherited:own:{bool(own)}",
            f"inherited:sides:{is_shared}",
            f"inherited:definite:{first.definite}",
        )
        yield Choice(field, features)


def _features(table: Table, meeting: Meeting, role: str, found: Said, totals: Mapping[str, float]) -> Iterator[str]:
    """What speaks for one value; `totals` has how likely each value is over all mentions."""
    value = found[0][2][0]
    best = max(p for _, p, _ in found)
    giver = max(found, key=lambda f: (f[1], -f[2][1].start))[0]
    order = place_among(totals[value], list(totals.values()))
    first = lead(meeting)
    in_lead = any(e is first for e, _, _ in found)
    for n in range(1, 20):
        if best * 20 >= n:
            yield f"best over {n}"
        if totals[value] * 20 >= n:
            yield f"total over {n}"
    yield f"order:{order}"
    yield f"lead:{in_lead}"
    yield f"lead:{in_lead}:order:{order}"
    yield f"title:{giver.sentence.role == 'title'}"
    yield f"anaphoric:{giver.anaphoric}"
    yield f"times:{min(3, len(found))}"
    yield f"mentions:{min(3, len(meeting))}"
    yield f"format:{giver.format}"
    if role == "when":
        yield from _time_features(table, giver, value)
    else:
        yield from _place_features(table.page, meeting, found[0][2], totals)


def _time_features(table: Table, giver: Encounter, value: str) -> Iterator[str]:
    start = value.partition("/")[0]
    lies = _lies(value, table.page.report.day)
    yield f"lies:{lies}:{giver.status}"
    yield f"shape:{'interval' if '/' in value else len(start)}"
    yield f"lies:{lies}"


def _lies(value: str, day: str) -> str:
    """Where a date lies from the day of publication."""
    first = days(value)[0]
    if not first:
        return "open"
    return "ahead" if first > day else "same" if value.startswith(day) else "back"


def _place_features(page: Page, meeting: Meeting, field: Field, totals: Mapping[str, float]) -> Iterator[str]:
    value = field[0]
    kind, code = kind_of_place(page, field), state_of_place(value)
    yield f"kind:{kind}"
    yield f"kind:{kind}:party's:{code in sides(meeting) if code else 'no state'}"
    within = kind == "state" and any(v != value and state_of_place(v) == code for v in totals)
    yield f"town told too:{within}"


def chosen(table: Table, meeting: Meeting, role: str, model: LinearModel) -> Field | None:
    """The likeliest time or place, if likely enough; a day is the first or last of the days that the words count.

    The day that a meeting was put off to is its day.
    """
    moved = moved_to(table.page, meeting) if role == "when" else None
    if moved:
        return moved
    judged = _judged(table, meeting, role, model)
    best = max(judged, key=_by_likelihood, default=None)
    is_alone = role == "when" and len(judged) == 1 and _is_taken(meeting, judged[0][1])
    enough = TAKEN if is_alone else model.threshold
    field = best[1] if best and best[0] >= enough else None
    if role == "when":
        return counted(table.page, _stays_apart(meeting), field)
    if field is None:
        return None
    return finest(table.page, field, [f for e in meeting for _, f in e.places])


def _is_taken(meeting: Meeting, field: Field) -> bool:
    """True for the time that a mention by itself has."""
    return any(e.when and e.when[0] == field[0] for e in meeting)


def _stays_apart(meeting: Meeting) -> Meeting:
    """The mentions whose days are the meeting's: a visit for a summit may be longer than the summit."""
    is_visit = lead(meeting).format in TRAVEL
    return [e for e in meeting if is_visit or e.format not in TRAVEL]


def agreed(
    table: Table, meeting: Meeting, fate: str, when: Field | None, model: LinearModel
) -> tuple[str, Field | None]:
    """A status and a time that go together: what is scheduled lies ahead, what was held or goes on does not.

    A time as likely as `CERTAIN`, or to which the meeting was moved, gives the status; else another time is taken, or
    none.
    """
    day = table.page.report.day
    if when is not None and fate in PLANNED and _is_of_deciding(table.page, meeting, when):
        return fate, None
    if when is None or _may_be(when[0], fate, day):
        return fate, when
    other = _other_reading(table.page, when, fate)
    if other is not None:
        return fate, other
    if when == moved_to(table.page, meeting):
        return "held" if fate == "scheduled" else "scheduled", when
    judged = _judged(table, meeting, "when", model)
    if max((p for p, field in judged if field[0] == when[0]), default=0.0) >= CERTAIN:
        return "held" if fate == "scheduled" else "scheduled", when
    best = max((j for j in judged if _may_be(j[1][0], fate, day)), key=_by_likelihood, default=None)
    return fate, best[1] if best and best[0] >= model.threshold else None


def _other_reading(page: Page, when: Field, fate: str) -> Field | None:
    """Another day that the same words can mean, which goes with the status: "Monday" is the last one or the next."""
    told = next((t for t in page.times_in(when[1]) if t.span == when[1]), None)
    if told is None or not is_day(when[0]):
        return None
    week = {shifted(when[0], -WEEK), shifted(when[0], WEEK)}
    return next(((d, when[1]) for d in told.candidates if d in week and _may_be(d, fate, page.report.day)), None)


def _is_of_deciding(page: Page, meeting: Meeting, when: Field) -> bool:
    """True for a day up to the report's on which the meeting was decided on, as far as the words tell."""
    if when[0][:10] > page.report.day or when == moved_to(page, meeting):
        return False
    beside = [e for e in meeting if e.sentence.start <= when[1].start < e.sentence.end]
    return bool(beside) and all(is_of_deciding(page, e.trigger, when) for e in beside)


def _judged(table: Table, meeting: Meeting, role: str, model: LinearModel) -> list[tuple[float, Field]]:
    return [(model.best(c.features)[1], c.field) for c in choices(table, meeting, role)]


def _by_likelihood(judged: tuple[float, Field]) -> tuple[float, int]:
    return judged[0], -judged[1][1].start


def _may_be(value: str, fate: str, day: str) -> bool:
    """False for a day behind of what is scheduled, and for one ahead of what was held or goes on."""
    first, last = days(value)
    if fate == "scheduled":
        return not last or last >= day
    return fate not in DONE or not first or first <= day


def _either(likelihoods: Iterable[float]) -> float:
    missed = 1.0
    for likelihood in likelihoods:
        missed *= 1.0 - likelihood
    return 1.0 - missed
