"""Who took part in a meeting, decided over all its mentions by a linear model.

The model of single mentions says how likely each name beside a trigger takes part; here these likelihoods meet what the
report tells elsewhere: who usually meets whom, who stands between, what other mentions say. Weights are
`weights/meeting_seats.json`, made by `python -m training.encounters`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.claims.meetings.actors import Actor, is_state
from communique.claims.meetings.encounter import TRAVEL, Encounter
from communique.claims.meetings.folding import FAMILIES, Meeting
from communique.claims.meetings.mediation import is_of_mediators
from communique.claims.meetings.opponents import at_war, is_of_peace, opponent
from communique.claims.meetings.table import Table, lead, place_among, tenth
from communique.claims.meetings.thirds import envoys, is_organization, meets_itself, third_parties
from communique.claims.scoring import LinearModel

SEATED = 0.4
"""A side takes part from this probability on, a person from `PRESENT` on, a mediator from `BETWEEN` on."""

PRESENT = 0.5
BETWEEN = 0.4

ENOUGH = 2
"""A contact takes so many sides."""

CALLED = ("between", "mediating", "mediator", "host", "attending")
"""What the words beside a name may make of somebody."""

LIKELY = 0.2
"""Where too few sides are sure, the likeliest others are taken from this probability on."""

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
                plain = Actor(actor.span, actor.party, actor.party, False)
                sides.setdefault(actor.party, []).append((encounter, side, mediator, plain))
    for party in table.principals():
        sides.setdefault(party, [])
    highest = sorted((max((s[1] for s in seats), default=0.0) for seats in sides.values()), reverse=True)
    found = [_candidate(table, meeting, name, seats, highest) for name, seats in sides.items()]
    return found + [_candidate(table, meeting, name, seats, highest) for name, seats in people.items()]


def _candidate(table: Table, meeting: Meeting, name: str, seats: Named, highest: Sequence[float]) -> Candidate:
    """Somebody named at `seats`, beside sides whose highest likelihoods are `highest`."""
    actor = max(seats, key=lambda s: (s[1] + s[2], -s[3].span.start))[3] if seats else table.first[name]
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
        f"ruled mediator:{_is_ruled_mediator(meeting, actor)}",
        *(f"called:{what}" for what in _calls(meeting, best, actor)),
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


def _is_ruled_mediator(meeting: Meeting, actor: Actor) -> bool:
    """True where the syntax of a mention makes somebody its mediator: "talks mediated by"."""
    return any(actor.named == m.named or actor.party == m.party != "" for e in meeting for m in e.ruled.mediators)


def _calls(meeting: Meeting, best: Encounter, actor: Actor) -> list[str]:
    """What words beside a name call somebody in the mention that says most, `best`, or in half of all."""
    told = [(e, s.called) for e in meeting for s in e.seats if s.actor.named == actor.named]
    sure = {called for e, called in told if e is best}
    return [c for c in CALLED if c in sure or sum(called == c for _, called in told) * 2 > len(told)]


def _calls_only(meeting: Meeting, actor: Actor, *what: str) -> bool:
    """True where every mention beside the meeting calls somebody one of `what`."""
    told = [s.called for e in meeting for s in e.seats if s.actor.named == actor.named]
    return bool(told) and set(told) <= set(what)


def _is_host(meeting: Meeting, actor: Actor) -> bool:
    """True for a side that, with all its people, is named only as inviting."""
    told = [s.called for e in meeting for s in e.seats if s.actor.party == actor.party]
    return bool(told) and set(told) == {"inviting"}


def _standing(table: Table, actor: Actor, kind: str, family: str, said: str) -> Iterator[str]:
    """How the side stands in the report as a whole."""
    weight, usual = table.scene.weight(actor.party), table.scene.usual(actor.party)
    yield f"{kind}:weight:{weight}"
    yield f"{kind}:usual:{usual}"
    yield f"{kind}:usual:{usual}:{said}"
    yield f"{kind}:weight:{weight}:armed:{table.armed}:{family}"
    yield f"{kind}:weight:{weight}:armed:{table.armed}:{said}"
    yield f"{kind}:usual:{usual}:armed:{table.armed}:{family}:{said}"


def _each_once(people: Sequence[Actor]) -> list[Actor]:
    """People without those whose name is a part of another's of the same side: "Stresemann", "Gustav Stresemann"."""
    names = {a: frozenset(a.name.split()) for a in people}
    return [a for a in people if not any(a.party in ("", b.party) and names[a] < names[b] for b in people)]


def _on_the_line(meeting: Meeting, sides: Sequence[Actor]) -> list[Actor]:
    """The sides of a meeting, those of a call only as far as syntax places them in it, where it names two."""
    best = lead(meeting)
    named = {a.party for e in meeting for a in e.ruled.sides if a.party and a.person}
    is_plain = FAMILIES.get(best.format) == "call" and len(named) >= ENOUGH
    if is_plain:
        return [a for a in sides if a.party in named]
    own = {a.party for a in best.ruled.sides if a.party and (a.person or best.trigger.verbal)}
    if len(own) < ENOUGH or not (best.ruled.partnered or best.trigger.verbal):
        return list(sides)
    placed = {a.party for e in meeting for a in e.ruled.sides if a.party}
    return [a for a in sides if a.party in placed]


def _is_of_war(table: Table, meeting: Meeting) -> bool:
    """True for talks between sides at war, as far as the words or the report's mediators tell."""
    best = lead(meeting)
    return (best.format == "talks" and not best.trigger.verbal) or any(
        not e.trigger.verbal and is_of_peace(table.page, e) for e in meeting
    )


def _thirds(table: Table, meeting: Meeting, actors: Sequence[Actor]) -> set[Actor]:
    """Those who stand between the sides of talks in which they are no side themselves, by the report as a whole."""
    between = third_parties(table.page)
    if not between or not _is_of_war(table, meeting):
        return set()
    apart = [a for a in actors if not a.person and a.party not in between]
    if len(apart) < ENOUGH and _opponent(table) is None:
        return set()
    own = {p for p in between if _is_own(table, meeting, p)}
    return {a for a in actors if a.party in between - own}


import os
COUNTERPART = float(os.environ.get("CP", "0.35"))
"""Where one side is there in person, the likeliest person of another side is from this probability on."""


def _counterparts(people: Sequence[Actor], sides: Sequence[Actor], judged: Sequence[tuple[float, Actor]]) -> list[Actor]:
    """The likeliest person of each side of which nobody is there yet, where somebody of another is."""
    there = {a.party for a in people}
    if not there:
        return []
    found = []
    for side in sides:
        own = [(p, a) for p, a in judged if a.party == side.party and p >= COUNTERPART]
        if side.party not in there and own:
            found.append(max(own)[1])
    return found


LISTED = float(os.environ.get("LI", "0.2"))


def _listed(table, meeting, people, judged):
    """People named in one list with somebody who is there."""
    page = table.page
    lists = {}
    for e in meeting:
        for seat in e.seats:
            if seat.actor.person:
                head = page.top(page.tokens_in(seat.actor.span))
                top = page.head(head) if page.tokens[head].deprel == "conj" else head
                lists.setdefault(top, set()).add(seat.actor.name)
    there = {a.name for a in people}
    beside = {n for names in lists.values() if names & there for n in names}
    return [a for p, a in judged if p >= LISTED and a.name in beside and a not in people]


def _is_of_mediators(table: Table, meeting: Meeting, side: Actor) -> bool:
    """True for a side that comes to a meeting as mediator: "met Ruritanian mediators"."""
    seats = [s.actor.span for e in meeting for s in e.seats if s.actor.party == side.party and not s.actor.person]
    return any(is_of_mediators(table.page, table.page.top(table.page.tokens_in(span))) for span in seats)


def _is_own(table: Table, meeting: Meeting, party: str) -> bool:
    """True where the mention that says most, or half of all, is of a contact of the organization with somebody."""
    told = [meets_itself(table.page, e, party) for e in meeting]
    return meets_itself(table.page, lead(meeting), party) or sum(told) * 2 > len(told)


def _opponent(table: Table) -> Actor | None:
    return opponent(table.page, [e for m in table.meetings for e in m])


def _at_war(table: Table, meeting: Meeting, sides: Sequence[Actor], mediated: bool) -> list[Actor]:
    """The sides of peace talks: the state at war and who stands against it, no other state that has a say in it."""
    is_peace = any(is_of_peace(table.page, e) for e in meeting)
    if not _is_of_war(table, meeting) or not (mediated or is_peace):
        return list(sides)
    best = lead(meeting)
    placed = {a.party for a in best.ruled.sides} if best.ruled.partnered else set()
    states = [a for a in sides if is_state(a.party)]
    home = next((a for a in sides if a.party == at_war(table.page)), None)
    home = states[0] if home is None and mediated and len(states) == 1 else home
    if home is None or len({p for p in placed if is_state(p)}) > 1:
        return list(sides)
    named = {s.actor.party for e in meeting for s in e.seats} | {a.party for e in meeting for a in e.ruled.sides}
    others = [a for a in sides if a.party in named and not is_state(a.party) and not is_organization(a.party)]
    other = _opponent(table)
    others = others or ([other] if other is not None else [])
    return [home, *others] if others else list(sides)


def _named_first(meeting: Meeting, sides: Sequence[Actor]) -> list[Actor]:
    """The sides, those that no mention of the meeting names only where fewer than two are named."""
    named = {s.actor.party for e in meeting for s in e.seats} | {a.party for e in meeting for a in e.ruled.sides}
    kept = [a for a in sides if a.party in named]
    best = lead(meeting)
    ruled = {a.party for a in best.ruled.sides if a.party}
    is_body = (
        len(kept) == 1
        and ruled == {kept[0].party}
        and is_organization(kept[0].party)
        and not best.trigger.verbal
        and best.format in ("meeting", "summit", "conference")
    )
    return kept if len(kept) >= ENOUGH or is_body else list(sides)


def company(table: Table, meeting: Meeting, model: LinearModel) -> tuple[list[Actor], list[Actor], list[Actor]]:
    """Sides, people who came for them, and mediators; whom syntax calls a mediator is no side where two are left."""
    judged = [(c.actor, model.probabilities(c.features)) for c in candidates(table, meeting)]
    sides = [a for a, p in judged if not a.person and p["side"] >= SEATED and p["side"] > p["mediator"]]
    best = lead(meeting)
    calls = {a: _calls(meeting, best, a) for a, _ in judged}
    sure = {a for a, called in calls.items() if "between" in called}
    ruled = {a for a, called in calls.items() if _is_ruled_mediator(meeting, a) or "mediating" in called}
    ruled = sure | (ruled if len(set(sides) - ruled - sure) >= ENOUGH else set())
    hosts = {a for a in sides if _is_host(meeting, a)}
    if best.format not in TRAVEL:
        ruled |= hosts if len(set(sides) - hosts - ruled) >= ENOUGH else set()
    thirds = _thirds(table, meeting, [a for a, _ in judged])
    ruled |= thirds
    sides = [a for a in sides if a not in ruled]
    others = [(-p["side"], a) for a, p in judged if not a.person and p["side"] >= max(LIKELY, p["mediator"])]
    sides += [a for _, a in sorted(others) if a not in sides and a not in ruled][: max(0, ENOUGH - len(sides))]
    sides = _on_the_line(meeting, sides)
    sides = _at_war(table, meeting, _named_first(meeting, sides), bool(thirds))
    people = _each_once(
        [a for a, p in judged if a.person and (p["side"] >= PRESENT or "attending" in calls[a]) and a not in ruled]
    )
    people = [a for a in people if not _calls_only(meeting, a, "inviting", "owner")]
    people += _listed(table, meeting, people, [(p["side"], a) for a, p in judged if a.person and a not in ruled])
    people = _each_once(people)
    people += _counterparts(people, sides, [(p["side"], a) for a, p in judged if a.person and a not in ruled])
    between = [a for a, p in judged if (p["mediator"] >= BETWEEN or a in ruled) and a not in sides and a not in people]
    between = [a for a in between if not a.person or a not in thirds or a.name in envoys(table.page) or "mediator" in calls[a]]
    between += [a for a in sides if _is_of_mediators(table, meeting, a)]
    return sorted(sides), sorted(people), sorted(between)
