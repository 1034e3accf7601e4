"""What flows between the rules that work out a record step by step and the store that keeps their results.

Reports and claims go by numbers of the store's own, facts by the number of their first claim. Days are numbers, as
`date.toordinal` counts.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from communique.model.claim import Claim
from communique.model.entity import Name
from communique.model.fact import Change, Fact, Lapse, Source

FIRST = 8
"""The claims that a long fact keeps from its beginning; the others it keeps are its latest."""

Counts = tuple[Counter[str], Counter[str], Counter[str], Counter[str], Counter[str]]
"""What reports say around a name, as `resolve.mentions.Company` counts it."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What one report adds to what the whole record knows.

    `lookups` are the keys under which its values may be looked up, `states` and `people` what it knows of either,
    `names` its names with their company, `credits` the outlets that its words credit (start, end, outlet, whether for
    the whole text).
    """

    lookups: frozenset[str] = frozenset()
    states: frozenset[tuple[str, str]] = frozenset()
    people: frozenset[str] = frozenset()
    names: tuple[tuple[Name, Counts], ...] = ()
    credits: tuple[tuple[int, int, str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Numbered:
    """A claim as it stands, with its number; `id` is that of the claim as read, before people made `changes`."""

    number: int
    id: str
    claim: Claim
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A report as the rules see it where its text does not matter."""

    id: str
    outlet: str
    published: str
    url: str


@dataclass(frozen=True, slots=True)
class Root:
    """Where a report's text comes from, by numbers; `of` is 0 when it copies none."""

    root: int
    of: int = 0
    share: float = 0.0
    paragraphs: int = 0
    wire: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim with its names looked up, and the fact it is taken for (0: not yet).

    `present` are the sides that take part (state and group), `state_of` the states of the people who do; `lapses` are
    the times in which the outlet's report did not have its words.
    """

    number: int
    fact: int
    report: int
    claim: Claim
    source: Source
    entity: Mapping[tuple[str, str], str]
    present: tuple[tuple[str, str], ...]
    state_of: Mapping[str, str]
    is_copy: bool
    is_denied: bool
    lapses: tuple[Lapse, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One claim of a block: its place in the order of folding, its day, its number and its fact."""

    order: str
    day: int
    number: int
    fact: int


@dataclass(frozen=True, slots=True, order=True)
class Shelf:
    """How a fact stood to those who knew what was published from `day` up to, not including, `before`.

    `lines` are the steps of its life on that date: as many as the timeline has rows of it; `open` and `superseded`
    count the contradictions among its own claims.
    """

    day: int
    before: int
    at: str
    first: str
    last: str
    begins: str
    rank: str
    status: str
    disputed: int
    seat: str
    words: str
    lines: int = 1
    open: int = 0
    superseded: int = 0


@dataclass(frozen=True, slots=True)
class Latest:
    """A fact as its own claims tell it by now: `day` is the last on which one of them was published or lost its words,
    `place` where the first of them stands in the order of folding.
    """

    day: int
    place: str
    fact: Fact


@dataclass(frozen=True, slots=True, order=True)
class Session:
    """A meeting as processes of talks see it, to those who knew what was published from `day` up to, not including,
    `before`: the day on which it was `held` or is to be, that of its first report where it has no date; that date in
    EDTF; its status; and by their ids, in order, the states, sides and bodies that take part and do not mediate, and
    those that do.
    """

    day: int
    before: int
    held: int
    at: str
    status: str
    sides: tuple[str, ...]
    mediators: tuple[str, ...]
