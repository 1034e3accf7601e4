"""Folding anew what new, changed and vanished claims touch, and nothing else.

Folding is causal, so nothing before a change moves. After it, a claim can only move if one of the groups it is compared
with is not what it was; those are reached through the blocks of the changed groups. Claims are placed again in order,
and where one moves, its old and its new group have changed too. What comes out is what folding everything would give.
"""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from heapq import heappop, heappush
from typing import Protocol

from communique.model.working import FIRST, Entry
from communique.resolve.items import CANDIDATES, JOIN, Group, Item, Rule

FOREVER = 10**7
"""A day after every other."""


class Blocks(Protocol):
    """Where the blocks and groups of one kind are looked up."""

    def cell(self, keys: Collection[int], days: tuple[int, int]) -> dict[int, list[Entry]]:
        """The claims of blocks on these days, each block in order."""
        ...

    def members(self, fact: int, *, before: str = "~", room: int = 0) -> list[Entry]:
        """The first and latest claims of a fact before a place."""
        ...

    def members_from(self, fact: int, order: str) -> list[Entry]:
        """The claims of a fact from a place on."""
        ...

    def members_of(self, facts: Collection[int]) -> Mapping[int, Sequence[Entry]]:
        """All claims of facts, in order."""
        ...

    def items(self, numbers: Collection[int]) -> dict[int, Item]:
        """Claims as items."""
        ...


def cells(item: Item, rule: Rule) -> list[int]:
    """The blocks of an item as numbers of 63 bits."""
    if not item.cells:
        keys = {f"{item.claim.kind}{key!r}".encode(): None for key in rule.keys(item)}
        item.cells[:] = [int.from_bytes(blake2b(key, digest_size=8).digest()) >> 1 for key in keys]
    return item.cells


class Refold:
    """One kind folded anew. `moved` says of claims which fact they are now taken for, `changed` of facts since which
    day they are not what they were.
    """

    def __init__(self, rule: Rule, blocks: Blocks) -> None:
        self.moved: dict[int, int] = {}
        self.changed: dict[int, int] = {}
        self._rule, self._blocks = rule, blocks
        self._heap: list[tuple[str, bool, int]] = []
        self._was: dict[int, int] = {}
        self._gone: dict[int, tuple[int, Item]] = {}
        self._cells: dict[int, _Cell] = {}
        self._groups: dict[int, _Growing] = {}
        self._members: Mapping[int, Sequence[Entry]] = {}

    def run(self, come: Mapping[int, Item], gone: Mapping[int, tuple[int, Item]]) -> None:
        """Place claims that are new, by number, and undo what those that are gone did to their facts."""
        self._foresee([*come.values(), *(item for _, item in gone.values())])
        self._gone = dict(gone)
        for number, (_, item) in gone.items():
            heappush(self._heap, (item.order, False, number))
        for number, item in come.items():
            self._queue(item.order, number, 0)
        while self._heap:
            _, is_there, number = heappop(self._heap)
            if is_there:
                self._place(number)
            else:
                fact, item = self._gone[number]
                self._change(fact, item)
                self._queue_after(self._keys(item), item)

    def _place(self, number: int) -> None:
        """Find the fact of one claim; what it changes is looked at later on."""
        item, was = self._item(number), self._was[number]
        keys = self._keys(item)
        best, fact = self._best(item, keys)
        new = fact if best >= JOIN else number
        if new != was:
            joined = self._group(new, item.order) if new != number or self._began(number) else self._begin(number)
            if was:
                self._change(was, item)
            self._change(new, item)
            self.moved[number] = new
            joined.group.add(item)
        if new in self.changed or was in self.changed:
            self._queue_after(keys, item)

    def _began(self, number: int) -> bool:
        """True when a fact of this number was there before."""
        return number in self._gone and self._gone[number][0] == number

    def _begin(self, number: int) -> "_Growing":
        growing = self._groups[number] = _Growing(Group(self._rule.room), deque())
        return growing

    def _best(self, item: Item, keys: Sequence[int]) -> tuple[float, int]:
        """The highest score of a group and its fact; of equals the one that began first."""
        found = {fact for key in keys for fact in self._recent(key, item)}
        groups = [(fact, self._group(fact, item.order).group) for fact in found]
        scored = [(-self._rule.fit(group, item), group.items[0].order, fact) for fact, group in groups]
        best, _, fact = min(scored, default=(0.0, "", 0))
        return -best, fact

    def _recent(self, key: int, item: Item) -> Iterable[int]:
        """The facts of a block of which reports spoke last before an item."""
        cell, since = self._cell(key, item.day), item.day - self._rule.within
        found: dict[int, None] = {}
        for at in range(bisect_left(cell.entries, item.order, key=_order) - 1, -1, -1):
            entry = cell.entries[at]
            if entry.day < since or len(found) == CANDIDATES:
                break
            found[self.moved.get(entry.number, entry.fact)] = None
        return found

    def _change(self, fact: int, item: Item) -> None:
        """From this item's place on, a fact is not what it was: what is compared with it may move."""
        first = fact not in self.changed
        self.changed[fact] = min(item.day, self.changed.get(fact, FOREVER))
        if first and not self._rule.has_one_key:
            for member in self._known(fact, item):
                if member.day >= item.day - self._rule.within:
                    self._queue_after(self._keys(member), item)

    def _known(self, fact: int, item: Item) -> Iterable[Item]:
        """The members of a fact before an item."""
        group = self._group(fact, item.order).group
        if len(group.items) < self._rule.room:
            return group.items
        entries = self._blocks.members(fact, before=item.order)
        return (*group.items, *self._blocks.items([e.number for e in entries]).values())

    def _queue_after(self, keys: Iterable[int], item: Item) -> None:
        """Place again the claims of these blocks that come after an item and near enough to have been compared."""
        until = item.day + self._rule.within
        for key in keys:
            cell = self._cell(key, item.day)
            for at in range(bisect_right(cell.entries, item.order, key=_order), len(cell.entries)):
                entry = cell.entries[at]
                if entry.day > until:
                    break
                self._queue(entry.order, entry.number, entry.fact)

    def _queue(self, order: str, number: int, fact: int) -> None:
        if number not in self._was:
            self._was[number] = fact
            heappush(self._heap, (order, True, number))

    def _group(self, fact: int, order: str) -> "_Growing":
        """A fact's group as it is before a place."""
        growing = self._groups.get(fact)
        if growing is None:
            before, later = self._parted(fact, order)
            found = self._blocks.items([e.number for e in before])
            group = Group(self._rule.room, (item for n, item in found.items() if n not in self.moved))
            growing = self._groups[fact] = _Growing(group, deque(later))
        while growing.later and growing.later[0].order < order:
            entry = growing.later.popleft()
            if entry.number not in self.moved:
                growing.group.add(self._item(entry.number))
        return growing

    def _parted(self, fact: int, order: str) -> tuple[Sequence[Entry], Sequence[Entry]]:
        """The members of a fact before a place, as many as a group keeps, and those from there on."""
        known = self._members.get(fact)
        if known is None:
            before = self._blocks.members(fact, before=order, room=self._rule.room)
            return before, self._blocks.members_from(fact, order)
        at, latest = bisect_left(known, order, key=_order), self._rule.room - FIRST
        return (known[:at] if at <= self._rule.room else (*known[:FIRST], *known[at - latest : at])), known[at:]

    def _item(self, number: int) -> Item:
        return self._blocks.items([number])[number]

    def _keys(self, item: Item) -> list[int]:
        return cells(item, self._rule)

    def _cell(self, key: int, day: int) -> "_Cell":
        """A block with all that can be compared with what was published on a day."""
        cell = self._cells.get(key)
        first, last = day - self._rule.within, day + self._rule.within
        if cell is None:
            cell = self._cells[key] = _Cell([], first, first - 1)
        if last > cell.last:
            cell.entries += self._blocks.cell([key], (cell.last + 1, last)).get(key, [])
            cell.last = last
        return cell

    def _foresee(self, found: Sequence[Item]) -> None:
        """Load at once the blocks that will be asked for."""
        if not found:
            return
        keys = {key for item in found for key in self._keys(item)}
        first = min(item.day for item in found) - self._rule.within
        last = max(item.day for item in found) + self._rule.within
        loaded = self._blocks.cell(keys, (first, last))
        for key in keys:
            self._cells[key] = _Cell(loaded.get(key, []), first, last)
        facts = {fact for item in found for key in self._keys(item) for fact in self._recent(key, item)} - {0}
        if self._rule.has_one_key:  # these facts may be long; a few claims of each are enough
            near = [e for fact in facts for e in self._blocks.members(fact, room=self._rule.room)]
        else:
            self._members = self._blocks.members_of(facts)
            near = [e for entries in self._members.values() for e in entries]
        self._blocks.items([e.number for e in near])


@dataclass(slots=True)
class _Cell:
    """A block as far as it is loaded."""

    entries: list[Entry]
    first: int
    last: int


@dataclass(slots=True)
class _Growing:
    """A group on its way through the order of folding, and the members that it had from there on."""

    group: Group
    later: deque[Entry]


def _order(entry: Entry) -> str:
    return entry.order
