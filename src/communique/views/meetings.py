"""Meetings with their lives: from the first rumour to what came of them, who was there by whose account, and rounds."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from communique.lexicon.talks import CHANNELS, channel, is_hedged
from communique.model.days import days
from communique.model.fact import Fact
from communique.model.meeting import PLANNED
from communique.model.rows import MeetingRow, PresenceRow, Stage, Words
from communique.views.words import best_first, dispute_types, words

ROUNDS = frozenset({"talks", "conference", "summit", "meeting"})
"""Formats of which one can be a round of a process."""

APART = 365
"""Days between two rounds of one process."""

PRESENT = ("parties", "participants", "mediators")


def meetings(facts: Iterable[Fact], beside: Iterable[Fact] = ()) -> list[MeetingRow]:
    """These meetings, by their days and publication; `beside` are others that may be rounds next to them."""
    asked = {f.id: f for f in facts if f.kind == "meetings"}
    found = sorted(({f.id: f for f in beside} | asked).values(), key=_place)
    before = rounds(found)
    after = {earlier: later for later, earlier in reversed(before.items())}
    return [_row(f, before.get(f.id, ""), after.get(f.id, "")) for f in found if f.id in asked]


def _row(fact: Fact, before: str, after: str) -> MeetingRow:
    return MeetingRow(
        fact.id,
        fact.get("format"),
        channel_of(fact),
        fact.status,
        fact.when,
        fact.get("place"),
        life(fact),
        present(fact),
        before,
        after,
        fact.origins,
        dispute_types(fact),
        best_first(fact),
    )


def life(fact: Fact) -> tuple[Stage, ...]:
    """The steps of a meeting's life, each with its words: as in `Fact.life`, with rumours, confirmations and denials.

    An announcement is a rumour while its words leave it open; it is confirmed by the first other origin that makes it
    without doing so.
    """
    steps: list[Stage] = []
    announced: set[str] = set()
    changes = {t.source: t for t in fact.life}
    planned = {n for v in fact.values if v.role == "status" and v.value in PLANNED for n in v.given}
    for number, source in enumerate(fact.sources):
        change = changes.get(number)
        if not source.stands and fact.origins:
            continue
        if source.relation == "denies":
            steps.append(Stage(source.published, "denied", "", words(source)))
            continue
        hedged = number in planned and is_hedged(source.quote)
        if number in planned and not hedged:
            status = "confirmed" if announced - {source.origin} and len(announced) == 1 else "scheduled"
            if not announced or (change and change.status in PLANNED) or status == "confirmed":
                steps.append(Stage(source.published, status, change.when if change else "", words(source)))
            announced.add(source.origin)
        elif change:
            status = "rumoured" if hedged else change.status
            steps.append(Stage(source.published, status, change.when, words(source)))
    return tuple(step for n, step in enumerate(steps) if not n or not _repeats(steps[n - 1], step))


def _repeats(earlier: Stage, later: Stage) -> bool:
    """The same status again, of no other day."""
    a, b = days(earlier.when), days(later.when)
    apart = bool(earlier.when and later.when) and (bool(a[1] and b[0] > a[1]) or bool(b[1] and a[0] > b[1]))
    return earlier.status == later.status and not apart


def channel_of(fact: Fact) -> str:
    """How the sides talked, by the words of most origins; mediated when mediators are named and no more is said."""
    told: dict[str, set[str]] = defaultdict(set)
    for source in fact.support:
        if way := channel(source.quote):
            told[way].add(source.origin)
    best = max(CHANNELS, key=lambda way: len(told[way]))
    return best if told[best] else "mediated" if fact.all("mediators") else ""


def channel_words(fact: Fact) -> tuple[Words, ...]:
    """The words that tell how the sides talked; where none do, those that name the mediators."""
    way = channel_of(fact)
    told = [s for s in fact.support if way and channel(s.quote) == way]
    naming = {n for v in fact.values if v.role == "mediators" for n in v.given}
    return tuple(map(words, told or (fact.sources[n] for n in sorted(naming))))


def present(fact: Fact) -> tuple[PresenceRow, ...]:
    """Who took part by whose account: all who are named, and which outlets that name anybody leave them out."""
    rows = []
    for role in PRESENT:
        naming = {n for v in fact.values if v.role == role for n in v.given}
        outlets = {fact.sources[n].outlet for n in naming}
        for value in fact.values:
            if value.role == role:
                by = {fact.sources[n].outlet for n in value.given}
                missing = tuple(sorted(outlets - by))
                rows.append(PresenceRow(role, value.value, tuple(sorted(by)), missing, not missing))
    return tuple(rows)


def rounds(found: Sequence[Fact]) -> dict[str, str]:
    """For each meeting the round before it: the latest earlier one of the same sides, within a year.

    `found` are meetings in order. Sides are the same when at least two of them are, and no more than one of either.
    """
    latest: dict[tuple[str, str], Fact] = {}
    before: dict[str, str] = {}
    for fact in found:
        sides = sorted(fact.entities("parties"))[:8]
        if fact.get("format") not in ROUNDS or len(sides) < 2 or not fact.first:
            continue
        pairs = [(a, b) for i, a in enumerate(sides) for b in sides[i + 1 :]]
        earlier = {latest[p].id: latest[p] for p in pairs if p in latest}
        known = [f for f in earlier.values() if _same_sides(f, fact) and _follows(f, fact)]
        if known:
            before[fact.id] = max(known, key=_place).id
        latest.update(dict.fromkeys(pairs, fact))
    return before


def _same_sides(left: Fact, right: Fact) -> bool:
    a, b = left.entities("parties"), right.entities("parties")
    return len(a & b) > 1 and len(a - b) < 2 and len(b - a) < 2


def _follows(earlier: Fact, later: Fact) -> bool:
    """True when the later one begins after the earlier one, within a year, and the numbers of rounds allow it."""
    first, last = days(earlier.when)[1] or days(earlier.when)[0], days(later.when)[0]
    numbers = [f.get("round") for f in (earlier, later)]
    if all(n.isdigit() for n in numbers) and int(numbers[1]) <= int(numbers[0]):
        return False
    return bool(first and last) and 0 < (date.fromisoformat(last) - date.fromisoformat(first)).days <= APART


def _place(fact: Fact) -> tuple[str, str, str]:
    return fact.first or "~", fact.published, fact.id
