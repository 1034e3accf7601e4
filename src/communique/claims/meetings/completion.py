"""Sides that a report takes as known: "the two sides met again" is a meeting of those it is about."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from communique.claims.meetings.actors import Actor, of_referent
from communique.claims.meetings.company import Company
from communique.claims.meetings.encounter import Encounter
from communique.claims.meetings.folding import Meeting
from communique.claims.meetings.ranking import intermediaries
from communique.model.page import Page

MOST = 100
"""No more meetings are tried as models of a meeting whose sides are taken as known."""

LEAST = 3
"""A party with fewer mentions, its people's counted, is none that a report takes as known."""


def complete(page: Page, meetings: Sequence[Meeting]) -> list[Meeting]:
    """The meetings, those that name fewer than two sides completed from the report's other meetings or its parties."""
    full = [m for m in meetings if len(_sides(m)) > 1][:MOST]
    return [m if len(_sides(m)) > 1 or are_persons(m) else _completed(page, m, full) for m in meetings]


def are_persons(meeting: Meeting) -> bool:
    """True where a mention says which people met: the meeting is of their sides, told or not."""
    return any(sum(actor.person for actor in e.ruled.sides) > 1 for e in meeting)


def _sides(meeting: Meeting) -> set[str]:
    return {p for e in meeting for p in e.parties}


def _completed(page: Page, meeting: Meeting, full: Sequence[Meeting]) -> Meeting:
    own = _sides(meeting)
    pairs = [m for m in full if own <= _sides(m) and len(_sides(m)) < 5]
    if pairs:
        model = max(pairs, key=lambda m: (len(m), -m[0].sentence.start))
        known = _first_of_each([a for e in model for a in e.actors if a.party])
    elif any(e.pair or e.format in ("talks", "summit") for e in meeting):
        known = _salient(page, own)
    else:
        return meeting
    lead = meeting[0]
    apart = [a for a in known if a.party not in intermediaries(page)]
    added = tuple(a for a in (apart if len(apart) > 1 else known) if a.party not in own)
    whole = Company((*lead.company.sides, *added), lead.company.mediators, lead.company.partnered)
    return [replace(lead, company=whole, inherited=bool(added)), *meeting[1:]]


def _first_of_each(actors: Sequence[Actor]) -> list[Actor]:
    found: dict[str, Actor] = {}
    for actor in actors:
        found.setdefault(actor.party, actor.side)
    return list(found.values())


def _salient(page: Page, own: set[str]) -> list[Actor]:
    """The two parties that the report mentions most, one of them `own` where one is known."""
    first: dict[str, Actor] = {}
    counts: Counter[str] = Counter()
    for referent in page.reading.referents:
        if referent.kind not in ("party", "person"):
            continue
        for mention in referent.mentions:
            actor = of_referent(page, mention, referent)
            if actor is not None and actor.party:
                counts[actor.party] += 1
                first.setdefault(actor.party, actor.side)
    ranked = [p for p, n in sorted(counts.items(), key=lambda c: (-c[1], c[0])) if n >= LEAST and p not in own]
    return [first[p] for p in ranked[: max(0, 2 - len(own))]]


def is_inherited(encounters: Sequence[Encounter]) -> bool:
    """True for a meeting whose sides were completed."""
    return any(e.inherited for e in encounters)
