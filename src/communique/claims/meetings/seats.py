"""Who may have taken part in a meeting, over all its mentions, as a linear model judges it.

The model of single mentions says how likely each name beside a trigger takes part; here these likelihoods meet what the
report tells elsewhere: who usually meets whom, who stands between, what other mentions say. Weights are
`weights/meeting_seats.json`, made by `python -m training.encounters`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.claims.meetings.actors import Actor, is_state
from communique.claims.meetings.completion import are_persons
from communique.claims.meetings.encounter import Encounter
from communique.claims.meetings.folding import FAMILIES, Meeting
from communique.claims.meetings.table import Table, lead, place_among, tenth
from communique.lexicon.bodies import is_shunned
from communique.model.page import Page

CALLED = ("between", "mediating", "mediator", "host", "attending")
"""What the words beside a name may make of somebody."""

NAMED = 0.3
"""A mention by name that likely is taken for the words that tell of somebody."""

Named = list[tuple[Encounter, float, float, Actor]]
"""Mentions of somebody beside a meeting: where, how likely as a side and as a mediator, and the words."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may have taken part, and what speaks for it."""

    actor: Actor
    features: tuple[str, ...]


def candidates(table: Table, meeting: Meeting) -> list[Candidate]:
    """Everyone beside a mention of the meeting, and the sides that the report's meetings are usually of."""
    people: dict[str, Named] = {}
    sides: dict[str, Named] = {}
    for encounter in meeting:
        seen = {s.actor.span for s in encounter.seats}
        seats = [(s.actor, s.side, s.mediator) for s in encounter.seats]
        seats += [(a, 0.5, 0.0) for a in encounter.actors if a.span not in seen]
        for actor, side, mediator in seats:
            if actor.person:
                people.setdefault(actor.name, []).append((encounter, side, mediator, actor))
            if actor.party:
                sides.setdefault(actor.party, []).append((encounter, side, mediator, actor.side))
    for party in () if are_persons(meeting) else table.principals():
        sides.setdefault(party, [])
    told = {a.party for e in meeting for a in e.ruled.sides}
    sides = {party: seats for party, seats in sides.items() if party in told or not is_shunned(party)}
    highest = sorted((max((s[1] for s in seats), default=0.0) for seats in sides.values()), reverse=True)
    found = [_candidate(table, meeting, name, seats, highest) for name, seats in sides.items()]
    return found + [_candidate(table, meeting, name, seats, highest) for name, seats in people.items()]


def _candidate(table: Table, meeting: Meeting, name: str, seats: Named, highest: Sequence[float]) -> Candidate:
    """Somebody named at `seats`, beside sides whose highest likelihoods are `highest`."""
    actor = _best_told(table.page, seats) if seats else table.first[name]
    side, mediator = max((s[1] for s in seats), default=0.0), max((s[2] for s in seats), default=0.0)
    told = max((s[1] * s[0].telling for s in seats), default=0.0)
    kind = "person" if actor.person else "state" if is_state(name) else "side"
    best = lead(meeting)
    in_lead = any(s[0] is best and s[1] > 0.5 for s in seats)
    ruled = any(actor.party in {a.party for a in s[0].ruled.sides} for s in seats)
    partnered = any(e.company.partnered or e.words.partnered for e in meeting)
    order, times = place_among(side, highest), min(2, sum(s[1] > 0.5 for s in seats))
    sure = min(3, sum(h > 0.5 for h in highest))
    rank, mediates = table.rank(actor.party), min(2, table.mediates[actor.party or name])
    is_between = actor.party in table.between
    features = (
        f"kind:{kind}",
        f"{kind}:side:{tenth(side)}",
        f"{kind}:mediator:{tenth(mediator)}",
        f"ruled mediator:{is_ruled_mediator(meeting, actor)}",
        *(f"called:{what}" for what in calls(meeting, best, actor)),
        *(f"{kind}:side over {n}" for n in range(1, 10) if side * 10 >= n),
        *(f"{kind}:told over {n}" for n in range(1, 10) if told * 10 >= n),
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
        f"between:{is_between}",
        f"between:{is_between}:rank:{rank}",
        f"mediates:{mediates}",
        f"mediates:{mediates}:rank:{rank}",
        f"format:{best.format}:rank:{rank}",
        f"no side:{not actor.party}",
        f"anaphoric:{best.anaphoric}:rank:{rank}",
        *_standing(table, actor, kind, FAMILIES.get(best.format, ""), f"{partnered}:{ruled}"),
    )
    group = "person" if actor.person else "side"
    return Candidate(actor, tuple(f"{group}:{f}" for f in features))


def _best_told(page: Page, seats: Named) -> Actor:
    """The likeliest mention by name, else the likeliest: a name supports an entry better than "who" or "he"."""
    likely = [s for s in seats if s[1] + s[2] >= NAMED]
    named = [s for s in likely if _is_name(page, s[3])]
    return max(named or seats, key=lambda s: (s[1] + s[2], -s[3].span.start))[3]


def _is_name(page: Page, actor: Actor) -> bool:
    mention = page.mention_at(page.tokens_in(actor.span)[0])
    return mention is not None and mention.form == "name"


def is_ruled_mediator(meeting: Meeting, actor: Actor) -> bool:
    """True where the syntax of a mention makes somebody its mediator: "talks mediated by"."""
    return any(actor.named == m.named or actor.party == m.party != "" for e in meeting for m in e.ruled.mediators)


def calls(meeting: Meeting, best: Encounter, actor: Actor) -> list[str]:
    """What words beside a name call somebody in the mention that says most, `best`, or in half of all."""
    told = [(e, s.called) for e in meeting for s in e.seats if s.actor.named == actor.named]
    sure = {called for e, called in told if e is best}
    return [c for c in CALLED if c in sure or sum(called == c for _, called in told) * 2 > len(told)]


def _standing(table: Table, actor: Actor, kind: str, family: str, said: str) -> Iterator[str]:
    """How the side stands in the report as a whole."""
    weight, usual = table.scene.weight(actor.party), table.scene.usual(actor.party)
    yield f"{kind}:weight:{weight}"
    yield f"{kind}:usual:{usual}"
    yield f"{kind}:usual:{usual}:{said}"
    yield f"{kind}:weight:{weight}:armed:{table.armed}:{family}"
    yield f"{kind}:weight:{weight}:armed:{table.armed}:{said}"
    yield f"{kind}:usual:{usual}:armed:{table.armed}:{family}:{said}"
