"""Which meetings are of one process of talks at a moment, worked out season by season.

Which process a meeting is of depends on the meetings of the two seasons before and after its own (see
`views.processes`), so that what was worked out of a season is kept for all moments that see the same meetings there.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from communique.garbage import kept
from communique.moments import Moment
from communique.store.seam import Seasons
from communique.store.shelving import BESIDE, SEASON
from communique.views.processes import Home, Process, Root, Talk, homes_of, runs_of

Span = tuple[int, int]
"""The seasons of the first and of the last meeting of a process."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Meetings in order, as they are kept: numbers, ids, days, dates in EDTF, statuses."""

    numbers: list[int] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    whens: list[str] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)

    def add(self, numbers: list[int], ids: list[str], days: list[int], whens: list[str], statuses: list[str]) -> None:
        """More meetings."""
        self.numbers.extend(numbers)
        self.ids.extend(ids)
        self.days.extend(days)
        self.whens.extend(whens)
        self.statuses.extend(statuses)


@dataclass(frozen=True, slots=True)
class Run:
    """A process as it is kept, by the rows of its meetings; of the thousands of a large record only those that are
    shown are put together.
    """

    home: Home
    rows: list[int]
    met: Columns

    @property
    def order(self) -> tuple[int, Home, str]:
        """Where it stands among others, as `Process.order`."""
        return -self.met.days[self.rows[-1]], self.home, self.met.ids[self.rows[0]]

    @property
    def is_one(self) -> bool:
        """False for a meeting that stands alone."""
        return len(self.rows) > 1

    @property
    def last_day(self) -> str:
        """The day of its latest meeting."""
        return date.fromordinal(self.met.days[self.rows[-1]]).isoformat()

    @property
    def span(self) -> Span:
        """The seasons in which it begins and ends."""
        return self.met.days[self.rows[0]] // SEASON, self.met.days[self.rows[-1]] // SEASON

    @property
    def roots(self) -> tuple[Root, ...]:
        """What its id is made from."""
        return (Root(self.home, self.met.ids[self.rows[0]]),)

    @property
    def numbers(self) -> list[int]:
        """Its meetings, by number."""
        return [self.met.numbers[row] for row in self.rows]

    @property
    def ids(self) -> list[str]:
        """Its meetings, by id."""
        return [self.met.ids[row] for row in self.rows]

    def process(self) -> Process:
        """The process, without who met, which is looked up for what is shown."""
        nobody = frozenset[str]()
        m = self.met
        talks = [Talk(m.numbers[r], m.ids[r], m.days[r], m.whens[r], m.statuses[r], nobody, nobody) for r in self.rows]
        return Process(self.roots, tuple(talks))


@kept()
def runs(moment: Moment, as_of: str = "", during: Span | None = None) -> list[Run]:
    """All meetings, each in its process; with `as_of` those up to a day, with `during` those of some seasons."""
    seasons = _seasons(moment, as_of)
    asked = {s: key for s, key in seasons.keys.items() if during is None or during[0] <= s <= during[1]}
    known = moment.talks.homed(asked)
    missing = asked.keys() - known.keys()
    if missing:
        made = _worked_out(moment, missing, as_of)
        moment.talks.keep_homed(made, seasons)
        known |= made
    met = Columns()
    by_home: dict[Home, list[int]] = {}
    for season in sorted(known):
        homes, home_of, *columns = json.loads(known[season])
        rows = [by_home.setdefault(tuple(home), []) for home in homes]
        for row, home in enumerate(home_of, start=len(met.days)):
            rows[home].append(row)
        met.add(*columns)
    alone = by_home.pop((), [])
    found = [(home, run) for home, rows in by_home.items() for run in runs_of(rows, met.days.__getitem__)]
    return [Run(home, run, met) for home, run in (*found, *(((), [row]) for row in alone))]


def _seasons(moment: Moment, as_of: str) -> Seasons:
    """The seasons in which there were meetings, with their keys, which are kept while the record stays as it is."""
    state = moment.talks.state()
    keys = moment.worked_out(f"seasons/{as_of}", lambda: json.dumps([*moment.talks.seasons(as_of).items()]))
    return Seasons(dict(json.loads(keys)), state)


def _worked_out(moment: Moment, seasons: Collection[int], as_of: str) -> dict[int, str]:
    """The meetings of seasons with the home of each, in order, as they are kept."""
    near = {season + n for season in seasons for n in range(-BESIDE, BESIDE + 1)}
    met = moment.talks.met(near, as_of)
    found = {m.fact: Talk(m.fact, m.id, m.day, m.when, m.status, m.sides, m.mediators) for m in met}
    home_of = homes_of(found.values(), since=min(seasons) * SEASON)
    by_season: dict[int, list[Talk]] = {season: [] for season in seasons}
    for m in met:
        if m.season in by_season:
            by_season[m.season].append(found[m.fact])
    return {season: _written(talks, home_of) for season, talks in by_season.items()}


def _written(talks: list[Talk], home_of: Mapping[int, Home]) -> str:
    ordered = sorted(talks, key=lambda t: t.order)
    homes = {home: n for n, home in enumerate(sorted({home_of[t.number] for t in talks}))}
    columns = zip(*((homes[home_of[t.number]], t.number, t.id, t.day, t.when, t.status) for t in ordered), strict=True)
    return json.dumps([list(homes), *columns], separators=(",", ":"))
