"""Which meetings are of one process of talks: a pure function of who met whom, and when.

A process is that of two sides, as in conflict data sets a dyad is (UCDP): most meetings name two besides mediators, and
that pair is their home. A meeting that names more, or fewer, is of the pair that meets around that time and of whose
sides and mediators it has most. So is a meeting of a mediator with one of the two, with another mediator, or with the
host. A year without a meeting ends a process.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations
from typing import TypeVar

from communique.model.identity import content_id

NEAR = 180
"""Days before and after a meeting within which others tell of which pair it is."""

APART = 365
"""Days without a meeting after which the same sides begin another process."""

FAR = 10_000_000
"""Days, more than there are between any two."""

PAIR = 2
MANY = 8
"""Sides of a meeting of which pairs are made."""

T = TypeVar("T")

Home = tuple[str, ...]
"""The sides of a process, by their ids: two, or more that never meet by twos; none where nobody is named."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A meeting as far as processes go. `number` is that of its fact here, `id` the fact's id. `day` (a number) is its
    first, or that of its first report where it has no date; `when` is EDTF, "" for unknown. `sides` are the
    states, sides and bodies that take part and do not mediate, `mediators` those that do; people are left out.
    """

    number: int
    id: str
    day: int
    when: str
    status: str
    sides: frozenset[str]
    mediators: frozenset[str]

    @property
    def order(self) -> tuple[int, str]:
        """Where it stands among others."""
        return self.day, self.id

    @property
    def own(self) -> Home:
        """Its sides as a home."""
        return tuple(sorted(self.sides))

    @property
    def actors(self) -> frozenset[str]:
        """Sides and mediators."""
        return self.sides | self.mediators


@dataclass(frozen=True, slots=True)
class Root:
    """What the id of a process is made from: its sides, its first meeting, the decision that split it off, if any."""

    home: Home
    first: str
    split: str = ""

    @property
    def id(self) -> str:
        """Content hash."""
        return _root_id(self.home, self.first, self.split)


@lru_cache(maxsize=65536)
def _root_id(home: Home, first: str, split: str) -> str:
    """The id of a process, which is looked for among those of all."""
    return content_id("process", *home, first, split)


@dataclass(frozen=True, slots=True)
class Process:
    """Meetings in order that belong together. Where people joined processes it has several `roots`, the first of which
    is its own. `name` is the one that a person gave; `decisions` are the ids of what people decided about it.
    `is_parted` where meetings were split off: others of the same sides may be of the same years.
    """

    roots: tuple[Root, ...]
    talks: tuple[Talk, ...]
    name: str = ""
    decisions: tuple[str, ...] = ()
    is_parted: bool = False

    @property
    def id(self) -> str:
        """The id by which it is known outside."""
        return self.roots[0].id

    @property
    def sides(self) -> tuple[str, ...]:
        """Its sides, by their ids."""
        return tuple(dict.fromkeys(side for root in self.roots for side in root.home))

    @property
    def numbers(self) -> list[int]:
        """Its meetings, by number."""
        return [talk.number for talk in self.talks]

    @property
    def ids(self) -> list[str]:
        """Its meetings, by id."""
        return [talk.id for talk in self.talks]

    @property
    def is_one(self) -> bool:
        """False for a meeting that stands alone, unless a person made it so."""
        return len(self.talks) > 1 or bool(self.decisions)

    @property
    def last_day(self) -> str:
        """The day of its latest meeting, that of the first report where it has no date."""
        return date.fromordinal(self.talks[-1].day).isoformat()

    @property
    def order(self) -> tuple[int, Home, str]:
        """Where it stands among others: the one with the latest meeting first."""
        return -self.talks[-1].day, self.roots[0].home, self.talks[0].id


def processes(talks: Sequence[Talk]) -> list[Process]:
    """All meetings, each in its process; one that is of none stands alone."""
    homes = homes_of(talks)
    by_home: dict[Home, list[Talk]] = {}
    for talk in sorted(talks, key=lambda t: t.order):
        by_home.setdefault(homes[talk.number], []).append(talk)
    alone = by_home.pop((), [])
    runs = [(home, run) for home, found in by_home.items() for run in runs_of(found, lambda t: t.day)]
    return [Process((Root(home, run[0].id),), tuple(run)) for home, run in (*runs, *(((), [t]) for t in alone))]


def homes_of(talks: Iterable[Talk], since: int = 0) -> Mapping[int, Home]:
    """The sides of whose process each meeting is that is held on the day `since` or later, by its number."""
    known = sorted(talks, key=lambda t: t.order)
    pairs = [t for t in known if len(t.sides) == PAIR]
    around = _Pairs(pairs, known)
    homes = {t.number: around.mediated(t) for t in pairs}
    around = _Pairs([t for t in pairs if homes[t.number] == t.own], known)
    for talk in known:
        if talk.number not in homes and talk.day >= since:
            homes[talk.number] = around.nearest(talk) or (talk.own if len(talk.sides) > PAIR else ())
    return homes


def runs_of(found: Sequence[T], day: Callable[[T], int]) -> list[list[T]]:
    """Meetings in order, cut where a year has none."""
    runs: list[list[T]] = []
    last = -APART
    for one in found:
        now = day(one)
        if runs and now - last <= APART:
            runs[-1].append(one)
        else:
            runs.append([one])
        last = now
    return runs


class _Seen:
    """Who is seen on which days in meetings of which homes, in order of the days."""

    def __init__(self) -> None:
        self._days: dict[str, list[int]] = defaultdict(list)
        self._homes: dict[str, list[int]] = defaultdict(list)

    def note(self, actor: str, day: int, home: int) -> None:
        """Somebody is seen."""
        self._days[actor].append(day)
        self._homes[actor].append(home)

    def around(self, actor: str, day: int) -> set[int]:
        """The homes in whose meetings somebody is seen around a day."""
        first, end = self._window(actor, day)
        return set(self._homes[actor][first:end]) if end else set()

    def nearest(self, actor: str, day: int, meets: Callable[[int], bool]) -> int | None:
        """The home that `meets` around a day in whose meetings somebody is seen nearest to it; None where there is
        none.
        """
        first, end = self._window(actor, day)
        seen = zip(self._days[actor][first:end], self._homes[actor][first:end], strict=True) if end else ()
        return next((home for _, home in sorted((abs(day - d), home) for d, home in seen) if meets(home)), None)

    def _window(self, actor: str, day: int) -> tuple[int, int]:
        days = self._days.get(actor, ())
        return bisect_left(days, day - NEAR), bisect_right(days, day + NEAR)


class _Pairs:
    """When pairs of sides met, and who was with them when both took part; pairs go by numbers."""

    def __init__(self, pairs: Sequence[Talk], talks: Sequence[Talk]) -> None:
        """Index the meetings of pairs, given all meetings, in order."""
        self._homes = sorted({t.own for t in pairs})
        self._numbers = {home: n for n, home in enumerate(self._homes)}
        self._days: list[list[int]] = [[] for _ in self._homes]
        self._mediated: list[list[int]] = [[] for _ in self._homes]
        self._mediators, self._main, self._others = _Seen(), _Seen(), _Seen()
        for talk in pairs:
            self._days[self._numbers[talk.own]].append(talk.day)
        for talk in talks:
            for home in combinations(sorted(talk.sides)[:MANY], PAIR):
                if home in self._numbers:
                    self._note(self._numbers[home], talk)

    def _note(self, home: int, talk: Talk) -> None:
        own = self._homes[home]
        if talk.mediators:
            self._mediated[home].append(talk.day)
        for actor in talk.mediators:
            self._mediators.note(actor, talk.day, home)
        for actor in (*own, *talk.mediators):
            self._main.note(actor, talk.day, home)
        for actor in talk.sides.difference(own):
            self._others.note(actor, talk.day, home)

    def mediated(self, talk: Talk) -> Home:
        """The home of a meeting of two: the pair for which one of them mediates in those months, if nobody does for
        these two; else their own.
        """
        own, day = talk.own, talk.day
        if _is_near(self._mediated[self._numbers[own]], day):
            return own
        through = set[int]()
        for mediator, other in (own, own[::-1]):
            with_other = self._main.around(other, day) | self._others.around(other, day)
            through |= self._mediators.around(mediator, day) & with_other
        return self._nearest(through, talk) or own

    def nearest(self, talk: Talk) -> Home:
        """The home of a meeting of more than two, or fewer: of the pairs that meet around that time, and of whom none
        mediates here, the one of whose sides and mediators it has most (two at least, but where one is named alone),
        the nearest among equals.
        """
        actors = talk.actors
        if len(actors) == 1:
            day = talk.day
            home = self._main.nearest(next(iter(actors)), day, lambda home: _is_near(self._days[home], day))
            return () if home is None else self._homes[home]
        shared = Counter[int]()
        for actor in actors:
            shared.update(self._main.around(actor, talk.day))
        ranks: dict[int, list[int]] = defaultdict(list)
        for home, count in shared.items():
            if count > 1 and talk.mediators.isdisjoint(self._homes[home]):
                ranks[count].append(home)
        found = (self._nearest(ranks[rank], talk) for rank in sorted(ranks, reverse=True))
        return next((home for home in found if home), ())

    def _nearest(self, homes: Collection[int], talk: Talk) -> Home:
        """The pair that meets nearest in time, within those months; none where none does."""
        found = min(((_days_to(self._days[h], talk.day), h) for h in homes), default=(NEAR + 1, 0))
        return self._homes[found[1]] if found[0] <= NEAR else ()


def _is_near(days: Sequence[int], day: int) -> bool:
    return bool(days) and _days_to(days, day) <= NEAR


def _days_to(days: Sequence[int], day: int) -> int:
    """Days from a day to the nearest of others, which are in order."""
    at = bisect_left(days, day)
    before = day - days[at - 1] if at else FAR
    return min(before, days[at] - day) if at < len(days) else before
