"""Who took part in a meeting, when, and where, decided over all its mentions by linear models.

Models of single mentions say how likely each name, place and time beside a trigger belongs to it; here these
likelihoods meet what the report tells elsewhere: who usually meets whom, who stands between, what other mentions say.
Weights are `weights/meeting_{seats,when,where}.json`, made by `python -m training.encounters`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.claims.meetings.actors import Actor, is_state
from communique.claims.meetings.encounters import Encounter
from communique.claims.meetings.folding import FAMILIES, Meeting
from communique.claims.meetings.ranking import Scene
from communique.claims.scoring import LinearModel
from communique.lexicon.countries import code_of
from communique.model.claim import Field

SEATED = 0.4
"""A side takes part from this probability on, a person from `PRESENT` on."""

PRESENT = 0.5

PRINCIPALS = 3
"""So many of the sides that meet most often in a report are considered for each meeting."""

ENOUGH = 2
"""A contact takes so many sides."""

SURE = 0.4
"""With a time or place of its own this likely, a meeting takes none from another."""

LIKELY = 0.2
"""Where too few sides are sure, the likeliest others are taken from this probability on."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may have taken part, and what speaks for it."""

    actor: Actor
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A time or place that may be the meeting's, and what speaks for it."""

    field: Field
    features: tuple[str, ...]


class Table:
    """What deciding on one meeting needs to know of the report's other meetings."""

    def __init__(self, scene: Scene, meetings: Sequence[Meeting]) -> None:
        self.page = scene.page
        self.meetings = meetings
        self.scene = scene
        self.between = scene.between
        self.armed = any(not is_state(p) and scene.weight(p) in ("1", "2", "3") for p in scene.sides())
        self.meets: Counter[str] = Counter()
        self.first: dict[str, Actor] = {}
        for encounter in (e for m in meetings for e in m if not e.inherited):
            for actor in encounter.actors:
                if actor.party:
                    self.first.setdefault(actor.party, Actor(actor.span, actor.party, actor.party, False))
            self.meets.update({p: 1 + encounter.company.partnered for p in encounter.parties})
        self.mediates = Counter(
            a.party or a.name for m in meetings for e in m for a in e.company.mediators
        )

    def principals(self) -> list[str]:
        """The sides that meet most often, the most frequent first."""
        return [p for p, _ in sorted(self.meets.items(), key=lambda c: (-c[1], c[0]))[:PRINCIPALS]]

    def rank(self, party: str) -> str:
        """How a side stands among those that meet most often: 1, 2, 3, "later" or "never"."""
        order = self.principals()
        return str(order.index(party) + 1) if party in order else "later" if self.meets[party] else "never"


def lead(meeting: Meeting) -> Encounter:
    """The mention that says most."""
    return min(meeting, key=lambda e: (e.sentence.role == "title", e.anaphoric, -told(e), e.trigger))


def told(encounter: Encounter) -> int:
    """How much a mention says."""
    fields = (encounter.when, encounter.place, encounter.status, encounter.topic)
    return min(3, len(encounter.actors)) + sum(map(bool, fields)) + encounter.company.partnered


# -- who


def candidates(table: Table, meeting: Meeting) -> list[Candidate]:
    """Everyone beside a mention of the meeting, and the sides that the report's meetings are usually of."""
    people: dict[str, list[tuple[Encounter, float, float, Actor]]] = {}
    sides: dict[str, list[tuple[Encounter, float, float, Actor]]] = {}
    for encounter in meeting:
        seen = {s.actor.span for s in encounter.seats}
        seats = [(s.actor, s.side, s.mediator) for s in encounter.seats]
        seats += [(a, 0.5, 0.0) for a in encounter.actors if a.span not in seen]
        for actor, side, mediator in seats:
            if actor.person:
                people.setdefault(actor.name, []).append((encounter, side, mediator, actor))
            if actor.party:
                plain = Actor(actor.span, actor.party, actor.party, False)
                sides.setdefault(actor.party, []).append((encounter, side, mediator, plain))
    for party in table.principals():
        sides.setdefault(party, [])
    highest = sorted((max((s[1] for s in seats), default=0.0) for seats in sides.values()), reverse=True)
    found = [_candidate(table, meeting, name, seats, highest) for name, seats in sides.items()]
    return found + [_candidate(table, meeting, name, seats, highest) for name, seats in people.items()]


def _candidate(
    table: Table,
    meeting: Meeting,
    name: str,
    seats: Sequence[tuple[Encounter, float, float, Actor]],
    highest: Sequence[float],
) -> Candidate:
    actor = max(seats, key=lambda s: (s[1] + s[2], -s[3].span.start))[3] if seats else table.first[name]
    side, mediator = max((s[1] for s in seats), default=0.0), max((s[2] for s in seats), default=0.0)
    kind = "person" if actor.person else "state" if is_state(name) else "side"
    best = lead(meeting)
    in_lead = any(s[0] is best and s[1] > 0.5 for s in seats)
    ruled = any(actor.party in {a.party for a in s[0].ruled.sides} for s in seats)
    rank = table.rank(actor.party)
    order = _bucket_rank(sum(h > side for h in highest))
    sure = min(3, sum(h > 0.5 for h in highest))
    times = min(2, sum(s[1] > 0.5 for s in seats))
    partnered = any(e.company.partnered or e.words.partnered for e in meeting)
    features = [
        f"kind:{kind}",
        f"{kind}:side:{tenth(side)}",
        f"{kind}:mediator:{tenth(mediator)}",
        f"side:{tenth(side)}",
        f"side:{tenth(side)}:order:{order}",
        f"{kind}:order:{order}",
        f"sure:{sure}:order:{order}",
        f"{kind}:times:{times}",
        f"lead:{in_lead}",
        f"{kind}:lead:{in_lead}",
        f"in lead:{any(s[0] is best for s in seats)}",
        f"ruled:{ruled}",
        f"ruled:{ruled}:partnered:{partnered}",
        f"rank:{rank}",
        f"rank:{rank}:lead:{in_lead}",
        f"rank:{rank}:partnered:{partnered}",
        f"rank:{rank}:times:{times}:partnered:{partnered}",
        f"rank:{rank}:sure:{sure}",
        f"named:{bool(seats)}",
        f"between:{actor.party in table.between}",
        f"between:{actor.party in table.between}:rank:{rank}",
        f"mediates:{min(2, table.mediates[actor.party or name])}",
        f"mediates:{min(2, table.mediates[actor.party or name])}:rank:{rank}",
        f"format:{best.format}:rank:{rank}",
        f"no side:{not actor.party}",
        f"anaphoric:{best.anaphoric}:rank:{rank}",
        *_standing(table, actor, kind, FAMILIES.get(best.format, ""), f"{partnered}:{ruled}"),
    ]
    return Candidate(actor, tuple(features))


def _standing(table: Table, actor: Actor, kind: str, family: str, told_: str) -> Iterator[str]:
    """How the side stands in the report as a whole."""
    weight, usual = table.scene.weight(actor.party), table.scene.usual(actor.party)
    yield f"{kind}:weight:{weight}"
    yield f"{kind}:usual:{usual}"
    yield f"{kind}:usual:{usual}:{told_}"
    yield f"{kind}:weight:{weight}:armed:{table.armed}:{family}"
    yield f"{kind}:weight:{weight}:armed:{table.armed}:{told_}"
    yield f"{kind}:usual:{usual}:armed:{table.armed}:{family}:{told_}"


def company(
    table: Table, meeting: Meeting, model: LinearModel
) -> tuple[list[Actor], list[Actor], list[Actor]]:
    """Sides, people who came for them, and mediators."""
    judged = [(c.actor, model.probabilities(c.features)) for c in candidates(table, meeting)]
    sides = [a for a, p in judged if not a.person and p["side"] >= SEATED and p["side"] > p["mediator"]]
    others = [(-p["side"], a) for a, p in judged if not a.person and p["side"] >= max(LIKELY, p["mediator"])]
    sides += [a for _, a in sorted(others) if a not in sides][: max(0, ENOUGH - len(sides))]
    people = [a for a, p in judged if a.person and p["side"] >= PRESENT]
    between = [a for a, p in judged if p["mediator"] >= 0.4 and a not in sides and a not in people]
    return sorted(sides), sorted(people), sorted(between)


def sureness(table: Table, meeting: Meeting, model: LinearModel) -> list[float]:
    """How likely each side took part, the likeliest first."""
    sides = (c for c in candidates(table, meeting) if not c.actor.person)
    return sorted((model.probabilities(c.features)["side"] for c in sides), reverse=True)


# -- when and where


def choices(table: Table, meeting: Meeting, role: str) -> list[Choice]:
    """The times (`role` "when") or places ("where") beside the mentions of a meeting."""
    told_: dict[str, list[tuple[Encounter, float, Field]]] = {}
    for encounter in meeting:
        for likelihood, field in encounter.times if role == "when" else encounter.places:
            told_.setdefault(field[0], []).append((encounter, likelihood, field))
    totals = {value: _either(p for _, p, _ in found) for value, found in told_.items()}
    own = [
        Choice(
            max(found, key=lambda f: (f[1], -f[2][1].start))[2],
            tuple(_choice_features(table, meeting, role, found, totals)),
        )
        for value, found in told_.items()
    ]
    return own if any(t >= SURE for t in totals.values()) else [*own, *_inherited(table, meeting, role, set(told_))]


def _inherited(table: Table, meeting: Meeting, role: str, own: set[str]) -> Iterator[Choice]:
    """The time or place of the nearest other contact of the same sides: a dinner takes place where the visit leads."""
    sides, people = _sides(meeting), _people(meeting)
    start = lead(meeting).start
    near = []
    for other in table.meetings:
        shared = sides & _sides(other)
        field = next((f for e in other if (f := e.when if role == "when" else e.place)), None)
        if other is not meeting and field and field[0] not in own and (len(shared) > 1 or people & _people(other)):
            near.append((abs(other[0].start - start), other, field))
    for _, other, field in sorted(near, key=lambda n: n[0])[:1]:
        kinds = f"{lead(other).format}:{lead(meeting).format}"
        status = "same" if lead(other).status == lead(meeting).status else "other"
        features = [
            "inherited",
            f"inherited:{kinds}",
            f"inherited:status:{status}",
            f"inherited:from:{lead(other).format}",
            f"inherited:to:{lead(meeting).format}",
            f"inherited:own:{bool(own)}",
            f"inherited:sides:{len(sides & _sides(other)) > 1}",
            f"inherited:definite:{lead(meeting).definite}",
        ]
        yield Choice(field, tuple(features))


def _sides(meeting: Meeting) -> set[str]:
    return {p for e in meeting for p in e.parties}


def _people(meeting: Meeting) -> set[str]:
    return {n for e in meeting for n in e.people}


def _choice_features(
    table: Table,
    meeting: Meeting,
    role: str,
    found: Sequence[tuple[Encounter, float, Field]],
    totals: dict[str, float],
) -> Iterator[str]:
    value = found[0][2][0]
    best = max(p for _, p, _ in found)
    giver = max(found, key=lambda f: (f[1], -f[2][1].start))[0]
    order = _bucket_rank(sum(t > totals[value] for t in totals.values()))
    first = lead(meeting)
    in_lead = any(e is first for e, _, _ in found)
    yield f"best:{tenth(best)}"
    yield f"total:{tenth(totals[value])}"
    yield f"order:{order}"
    yield f"best:{tenth(best)}:order:{order}"
    yield f"lead:{in_lead}"
    yield f"lead:{in_lead}:order:{order}"
    yield f"first:{giver is meeting[0]}"
    yield f"title:{giver.sentence.role == 'title'}"
    yield f"anaphoric:{giver.anaphoric}"
    yield f"anaphoric:{giver.anaphoric}:best:{tenth(best)}"
    yield f"times:{min(3, sum(p > 0.4 for _, p, _ in found))}"
    yield f"mentions:{min(3, len(meeting))}"
    yield f"partnered:{giver.company.partnered}"
    yield f"verbal:{giver.trigger.verbal}"
    yield f"format:{giver.format}"
    yield f"rivals:{min(2, sum(t > 0.4 for v, t in totals.items() if v != value))}"
    yield from _time_features(table, giver, value) if role == "when" else _place_features(meeting, value)


def _time_features(table: Table, giver: Encounter, value: str) -> Iterator[str]:
    day = table.page.report.day
    start = value.partition("/")[0]
    lies = "open" if start == ".." else "ahead" if start[:10] > day[: len(start[:10])] else "same" if start[:10] == day else "back"
    yield f"lies:{lies}:{giver.status}"
    yield f"shape:{'interval' if '/' in value else len(start)}"
    yield f"lies:{lies}"


def _place_features(meeting: Meeting, value: str) -> Iterator[str]:
    code = code_of(value)
    parties = {p for e in meeting for p in e.parties}
    yield f"state:{bool(code)}"
    yield f"party's:{code in parties if code else 'no state'}"


def chosen(table: Table, meeting: Meeting, role: str, model: LinearModel) -> Field | None:
    """The likeliest time or place, if likely enough."""
    judged = [(model.best(c.features)[1], c.field) for c in choices(table, meeting, role)]
    best = max(judged, key=lambda j: (j[0], -j[1][1].start), default=None)
    return best[1] if best and best[0] >= model.threshold else None


def _either(likelihoods: Iterable[float]) -> float:
    missed = 1.0
    for likelihood in likelihoods:
        missed *= 1.0 - likelihood
    return 1.0 - missed


def _bucket_rank(above: int) -> str:
    return str(min(3, above))


def tenth(likelihood: float) -> str:
    return str(min(9, int(likelihood * 10)))
