"""A claim in its report with its names looked up: what the rules of folding compare."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from communique.model.claim import Claim
from communique.model.report import Report
from communique.model.span import Span
from communique.resolve.identity import Identity
from communique.resolve.places import Place, where
from communique.resolve.sides import Side, side
from communique.resolve.when import UNKNOWN, Window, day, window

TAKING_PART = frozenset({"parties", "mediators", "participants"})

DENIALS = frozenset("denied denies deny denying refuted refutes dismissed dismisses disputed disputes".split())
"""Cues with which a speaker says that something is not so."""


@dataclass(frozen=True)
class Item:
    """One claim, its report, and the entities its values stand for (by role and value).

    `sides` and `people` are the entities that take part in a meeting, sorted by what they are: reports name a person
    among the parties, and a state among the participants. `present` are the same sides, and those that the people speak
    for, as they can be compared between reports; `state_of` gives the states of the people. `is_denied` when its
    words are those of a denial: the claim then tells what was denied, not that it was so, and its date may be that of
    the denial.
    """

    claim: Claim
    report: Report
    entity: Mapping[tuple[str, str], str] = field(repr=False)
    sides: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    present: frozenset[Side] = frozenset()
    state_of: Mapping[str, str] = field(default_factory=dict, repr=False)
    is_copy: bool = False
    is_denied: bool = False

    @cached_property
    def values(self) -> Mapping[str, tuple[str, ...]]:
        """The values of every field, in order."""
        found: dict[str, tuple[str, ...]] = {}
        for a in self.claim.arguments:
            found[a.role] = (*found.get(a.role, ()), a.value)
        return found

    @cached_property
    def id(self) -> str:
        """The claim's id, worked out once."""
        return self.claim.id

    @cached_property
    def order(self) -> tuple[str, bool, str, str, int, str]:
        """The one order in which claims are folded: by publication, originals before copies, then outlet and place."""
        return (
            self.report.published,
            self.is_copy,
            self.report.outlet,
            self.claim.report,
            self.claim.evidence[0].span.start,
            self.id,
        )

    @cached_property
    def where(self) -> Place:
        """Where it is said to be."""
        return where(self.claim.argument("place"), self.claim.evidence)

    @cached_property
    def day(self) -> int:
        """The day of publication as a number."""
        return day(self.report.published)

    @cached_property
    def when(self) -> Window:
        """The days that the claim's own date spans."""
        return UNKNOWN if self.is_denied else window(self.get("when"))

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

    @cached_property
    def _entities(self) -> dict[tuple[str, ...], frozenset[str]]:
        return {}

    def one(self, role: str) -> str:
        """The entity of the first value of a field, else the value in lower case."""
        value = self.get(role)
        return self.entity.get((role, value), value.casefold())


def items(
    claims: Iterable[Claim], reports: Mapping[str, Report], identity: Identity, roots: Mapping[str, str]
) -> list[Item]:
    """Claims with their names looked up, in the order of folding; `roots` tell which reports are copies."""
    claims = list(claims)
    persons = frozenset(e.id for e in identity.entities if e.kind == "person")
    sides = {e.id: side(e.name, e.id, e.country) for e in identity.entities}
    denied = _denied(claims)
    made = []
    for claim in claims:
        looked_up = {(a.role, a.value): e for a in claim.arguments if (e := identity.of(claim, a.role, a.value))}
        taking_part = frozenset(e for (role, _), e in looked_up.items() if role in TAKING_PART)
        item = Item(
            claim,
            reports[claim.report],
            looked_up,
            taking_part - persons,
            taking_part & persons,
            frozenset(sides[e] for e in taking_part if e not in persons or sides[e].state),
            {e: sides[e].state for e in taking_part & persons},
            is_copy=roots[claim.report] != claim.report,
            is_denied=claim.kind == "meetings" and _overlaps(claim, denied.get(claim.report, ())),
        )
        made.append(item)
    return sorted(made, key=lambda i: i.order)


def _overlaps(claim: Claim, spans: Sequence[Span]) -> bool:
    return any(claim.evidence[0].span.overlaps(span) for span in spans)


def _denied(claims: Iterable[Claim]) -> dict[str, list[Span]]:
    """For each report the passages with which somebody denies something."""
    found: dict[str, list[Span]] = {}
    for claim in claims:
        if claim.kind == "statements" and DENIALS & set(claim.get("cue").casefold().split()):
            found.setdefault(claim.report, []).extend(e.span for e in claim.evidence)
    return found


class Group:
    """Items taken for one fact, with what the rules ask of them. Grows while folding, then is read only."""

    def __init__(self, item: Item) -> None:
        self.items: list[Item] = []
        self.reports: set[str] = set()
        self.values: dict[str, set[str]] = {}
        self.windows: list[Window] = []
        self.sides: set[str] = set()
        self.people: set[str] = set()
        self.add(item)

    def add(self, item: Item) -> None:
        """Take in one more."""
        self.items.append(item)
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

CANDIDATES = 40
"""Groups of one key that are tried, the latest first: a fact that no report has spoken of for long comes up again
under a key of its own rather than being compared with everything."""


def fold(found: Sequence[Item], keys: Keys, score: Score) -> list[Group]:
    """Put items that speak of one thing into one group, in the order of publication.

    `keys` names the blocks an item belongs to: only groups that share one are tried. An item joins the group with the
    highest `score` of at least `JOIN` (the oldest of equals), or starts its own.
    """
    groups: list[Group] = []
    by_key: dict[object, list[int]] = {}
    for item in found:
        item_keys = list(dict.fromkeys(keys(item)))
        numbers = {n for key in item_keys for n in by_key.get(key, ())[-CANDIDATES:]}
        best, at = max(((score(groups[n], item), -n) for n in numbers), default=(0.0, 0))
        if best >= JOIN:
            number = -at
            groups[number].add(item)
        else:
            number = len(groups)
            groups.append(Group(item))
        for key in item_keys:
            held = by_key.setdefault(key, [])
            if number not in held[-CANDIDATES:]:
                held.append(number)
    return groups
