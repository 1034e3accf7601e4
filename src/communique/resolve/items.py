"""A claim in its report with its names looked up: what the rules of folding compare.

Folding is causal: which group an item joins depends on the items before it and on nothing that comes later. What was
known by a day is therefore a group cut off at that day, and a new report touches only what was published after it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from communique.model.claim import Claim
from communique.model.entity import Entity
from communique.model.fact import Lapse, Source, lapsed
from communique.model.lazy import lazy
from communique.model.meeting import PLANNED
from communique.model.span import Span
from communique.model.working import FIRST
from communique.resolve.chains import Chains
from communique.resolve.places import Place, where
from communique.resolve.sides import Side, opposing, side
from communique.resolve.when import EVER, UNKNOWN, Window, day, window
from communique.resolve.words import runs

TAKING_PART = frozenset({"parties", "mediators", "participants"})

DENIALS = frozenset("denied denies deny denying refuted refutes dismissed dismisses disputed disputes".split())
"""Cues with which a speaker says that something is not so."""


@dataclass(frozen=True)
class Item:
    """One claim as a source, and the entities its values stand for (by role and value).

    `sides` and `people` are the entities that take part in a meeting, sorted by what they are: reports name a person
    among the parties, and a state among the participants. `present` are the same sides, and those that the people speak
    for, as they can be compared between reports; `state_of` gives the states of the people. `is_denied` when its
    words are those of a denial: the claim then tells what was denied, not that it was so, and its date may be that of
    the denial. `lapses` are the times in which the outlet's report did not have its words: what is folded does not
    depend on them, what counts does.
    """

    claim: Claim
    source: Source
    entity: Mapping[tuple[str, str], str] = field(repr=False)
    sides: frozenset[str] = frozenset()
    present: frozenset[Side] = frozenset()
    state_of: Mapping[str, str] = field(default_factory=dict, repr=False)
    is_copy: bool = False
    is_denied: bool = False
    lapses: tuple[Lapse, ...] = ()

    @lazy
    def values(self) -> Mapping[str, tuple[str, ...]]:
        """The values of every field, in order."""
        found: dict[str, tuple[str, ...]] = {}
        for a in self.claim.arguments:
            found[a.role] = (*found.get(a.role, ()), a.value)
        return found

    def known(self, before: str) -> "Item":
        """The item to those who know what was published before a day."""
        if not self.lapses:
            return self
        gone = lapsed(self.lapses, before)
        if gone is not None and gone.is_withdrawal:
            return replace(self, source=replace(self.source, withdrawn_since=self.source.withdrawn_since or gone.since))
        return replace(self, source=replace(self.source, unsupported_since=gone.since if gone else ""))

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.source.claim

    @lazy
    def order(self) -> str:
        """The one order in which claims are folded: by publication, originals before copies, then outlet and place."""
        s = self.source
        return "\t".join((s.published, "1" if self.is_copy else "0", s.outlet, s.report, f"{s.start:08}", s.claim))

    @lazy
    def people(self) -> frozenset[str]:
        """The people who take part in a meeting."""
        return frozenset(self.state_of)

    @lazy
    def where(self) -> Place:
        """Where it is said to be."""
        return where(self.claim.argument("place"), self.claim.evidence)

    @lazy
    def runs(self) -> list[int]:
        """The runs of words of its passage."""
        return runs(self.claim.evidence[0].quote)

    @lazy
    def day(self) -> int:
        """The day of publication as a number."""
        return day(self.source.published)

    @lazy
    def when(self) -> Window:
        """The days that the claim's own date spans.

        What goes on is known to do so until the day of the report, and what is planned by a day begins with it.
        """
        if self.is_denied:
            return UNKNOWN
        own, status = window(self.get("when")), self.get("status")
        if own.last == EVER and own.first <= self.day and status == "under_way":
            return Window(own.first, self.day) if own.is_known else own
        is_ahead = own.first == -EVER and self.day <= own.last < EVER and status in PLANNED
        return Window(self.day, own.last) if is_ahead else own

    def get(self, role: str) -> str:
        """The first value of a field, or ""."""
        found = self.values.get(role)
        return found[0] if found else ""

    def entities(self, *roles: str) -> frozenset[str]:
        """The entities in these fields."""
        found = self._entities.get(roles)
        if found is None:
            found = self._entities[roles] = frozenset(e for (role, _), e in self.entity.items() if role in roles)
        return found

    @lazy
    def _entities(self) -> dict[tuple[str, ...], frozenset[str]]:
        return {}

    @lazy
    def cells(self) -> list[int]:
        """The blocks that the item belongs to, as numbers, filled in by `refold`."""
        return []

    def one(self, role: str) -> str:
        """The entity of the first value of a field, else the value in lower case."""
        value = self.get(role)
        return self.entity.get((role, value), value.casefold())


class Who(Protocol):
    """Whom the values of claims stand for."""

    def of(self, claim: Claim, role: str, value: str) -> Entity | None:
        """The entity that a value stands for."""
        ...


def items(claims: Collection[tuple[Claim, str]], who: Who, chains: Chains) -> list[Item]:
    """The claims (each with its id) of whole reports with their names looked up, in the order of folding."""
    denied = _denied(claim for claim, _ in claims)
    made = []
    for claim, id in claims:
        looked_up = {(a.role, a.value): e for a in claim.arguments if (e := who.of(claim, a.role, a.value))}
        taking_part = {e.id: e for (role, _), e in looked_up.items() if role in TAKING_PART}
        sides = {id: side(e.name, id, e.country) for id, e in taking_part.items()}
        present = {sides[id] for id, e in taking_part.items() if e.kind != "person" or sides[id].state}
        unnamed = [a.value for a in claim.arguments if a.role == "parties" and (a.role, a.value) not in looked_up]
        item = Item(
            claim,
            chains.source(claim, id),
            {at: e.id for at, e in looked_up.items()},
            frozenset(id for id, e in taking_part.items() if e.kind != "person"),
            frozenset(present.union(opposing(present, unnamed))),
            {id: sides[id].state for id, e in taking_part.items() if e.kind == "person"},
            is_copy=chains.is_copy(claim.report),
            is_denied=claim.kind == "meetings" and _overlaps(claim, denied.get(claim.report, ())),
            lapses=chains.lapses(claim),
        )
        made.append(item)
    return sorted(made, key=lambda i: i.order)


def is_denial(cue: str) -> bool:
    """True for a cue with which a speaker says that something is not so."""
    return bool(DENIALS & set(cue.casefold().split()))


def _overlaps(claim: Claim, spans: Sequence[Span]) -> bool:
    return any(claim.evidence[0].span.overlaps(span) for span in spans)


def _denied(claims: Iterable[Claim]) -> dict[str, list[Span]]:
    """For each report the passages with which somebody denies something."""
    found: dict[str, list[Span]] = {}
    for claim in claims:
        if claim.kind == "statements" and is_denial(claim.get("cue")):
            found.setdefault(claim.report, []).extend(e.span for e in claim.evidence)
    return found


class Group:
    """Items taken for one fact, with what the rules ask of them.

    A group that outgrows `room` is known by its first items and its latest ones: an office that ten thousand reports
    mention is compared, and shown, by a few dozen of them. `taken` are all that it was given.
    """

    def __init__(self, room: int, found: Iterable[Item] = ()) -> None:
        self.items: list[Item] = []
        self.taken: list[Item] = []
        self.reports: set[str] = set()
        self.values: dict[str, set[str]] = {}
        self.windows: list[Window] = []
        self.sides: set[str] = set()
        self.people: set[str] = set()
        self._room = room
        for item in found:
            self.add(item)

    def add(self, item: Item) -> None:
        """Take in one more, which is later than all before it."""
        self.items.append(item)
        self.taken.append(item)
        if len(self.items) <= self._room:
            self._learn(item)
            return
        del self.items[FIRST]
        for known in (self.reports, self.values, self.windows, self.sides, self.people):
            known.clear()
        for kept in self.items:
            self._learn(kept)

    def _learn(self, item: Item) -> None:
        self.reports.add(item.claim.report)
        self.sides |= item.sides
        self.people |= item.people
        if item.when.is_known:
            self.windows.append(item.when)
        for a in item.claim.arguments:
            self.values.setdefault(a.role, set()).add(item.entity.get((a.role, a.value), a.value.casefold()))

    def all(self, *roles: str) -> set[str]:
        """Every entity (or value without case) in these fields."""
        return set().union(*(self.values.get(role, ()) for role in roles))

    @property
    def latest(self) -> Item:
        """The item published last."""
        return self.items[-1]

    def days_since(self, item: Item) -> int:
        """Days between the nearest publication in the group and that of `item`."""
        return min(abs(item.day - other.day) for other in self.items[-8:])


Keys = Callable[[Item], Iterable[object]]
Score = Callable[[Group, Item], float]

JOIN = 0.5
"""Score from which an item joins a group."""

DIGITS = 6
"""Digits of a score that count."""

CANDIDATES = 40
"""Groups of one key that are tried, those first of which reports spoke last."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How the claims of one kind are folded.

    `keys` names the blocks an item belongs to: only groups that share one are tried, and only those of which a report
    spoke under that key in the last `within` days. `score` says how well an item fits a group. `room` is how many items
    a group keeps. `has_one_key` where every item has exactly one key, which all items of its group share.
    """

    keys: Keys
    score: Score
    within: int
    room: int = 64
    has_one_key: bool = False

    def fit(self, group: Group, item: Item) -> float:
        """How well an item fits a group, without the noise of sums: what fits alike does so to the last digit."""
        return round(self.score(group, item), DIGITS)


def fold(found: Iterable[Item], rule: Rule) -> list[Group]:
    """Put items that speak of one thing into one group; `found` is in the order of folding.

    An item joins the group with the highest score of at least `JOIN` (the oldest of equals), or starts its own.
    """
    groups: list[Group] = []
    recent: dict[object, dict[int, int]] = {}
    for item in found:
        keys = list(dict.fromkeys(rule.keys(item)))
        numbers = {n for key in keys for n in _latest(recent.get(key, {}), item.day - rule.within)}
        best, at = max(((rule.fit(groups[n], item), -n) for n in numbers), default=(0.0, 0))
        number = -at if best >= JOIN else len(groups)
        if number == len(groups):
            groups.append(Group(rule.room))
        groups[number].add(item)
        for key in keys:
            held = recent.setdefault(key, {})
            held.pop(number, None)
            held[number] = item.day
    return groups


def _latest(held: Mapping[int, int], since: int) -> Iterator[int]:
    """The groups of one key that were spoken of last, from a day on."""
    for count, number in enumerate(reversed(held)):
        if count == CANDIDATES or held[number] < since:
            return
        yield number
