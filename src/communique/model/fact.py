"""What claims amount to across reports: one meeting, office, proposal or next step, with all that was said of it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """What a person made of one field of a claim: its values now and as they were read, one a line.

    `field` is "" where the person added the whole claim. `is_own` when no words of the report support the values.
    """

    field: str
    value: str
    read: str
    by: str
    recorded: str
    is_own: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Lapse:
    """A time in which the outlet's own report no longer had the words of a claim; without `until` it lasts.

    `is_withdrawal` when the outlet said then that it withdrew the report.
    """

    since: str
    until: str = ""
    is_withdrawal: bool = False


def lapsed(lapses: Iterable[Lapse], before: str) -> Lapse | None:
    """The last lapse that began before a day, unless it was over by then; None while the words stand."""
    last = max((lapse for lapse in lapses if lapse.since < before), default=None)
    return None if last is None or (last.until and last.until < before) else last


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One claim behind a fact: which report, when it was published, and the words.

    `quote` is `text[start:end]` of the report, in code points. `origin` names the outlet that the words come from in
    the end: the report's own, the one it copies, or the one it credits beside those words. `relation` says which
    (`own`, `copy`, `credit`). `changes` are those that people made to the claim. `unsupported_since` is when the outlet
    gave out a version of the report without these words, "" while they stand; `withdrawn_since` is when a person
    retracted the report, or its outlet withdrew it.
    """

    published: str
    outlet: str
    report: str
    claim: str
    start: int
    end: int
    quote: str
    url: str = ""
    origin: str = ""
    relation: str = "own"
    changes: tuple[Change, ...] = ()
    unsupported_since: str = ""
    withdrawn_since: str = ""

    @property
    def stands(self) -> bool:
        """False when the outlet's own report has the words no more, or was retracted."""
        return not (self.unsupported_since or self.withdrawn_since)


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where one report's text comes from: `root` is the first report of its cluster of copies, or itself.

    `of` is the earlier report that it shares most with, "" when it copies none; `share` in [0, 1] is the part of the
    shorter of the two texts that the longer one holds, `paragraphs` how many are equal word for word. `wire` is the
    agency that the dateline names, where it is not the outlet itself.
    """

    report: str
    root: str
    of: str = ""
    share: float = 0.0
    paragraphs: int = 0
    wire: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of one field, with the numbers in `Fact.sources` of the claims that give it.

    `entity` is the id of the person, party, body or place that the value stands for, or "". `given` are the numbers
    of the supporting sources.
    """

    role: str
    value: str
    given: tuple[int, ...]
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Transition:
    """A step in the life of a fact: what status a report gave it; `source` is its number in `Fact.sources`."""

    published: str
    status: str
    when: str
    source: int


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute: the value it gives, and the numbers in `Fact.sources` of those who give it."""

    value: str
    given: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A contradiction inside a fact.

    `type` is occurrence (did it happen), date, place, participants, number, wording, holder or denial; `state` is open,
    or superseded when every outlet has come round to the side published last. `settled` is then the number in
    `Fact.sources` of the report with which the last of them did, else -1.
    """

    type: str
    sides: tuple[Side, ...]
    state: str = "open"
    settled: int = -1


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that reports speak of, recomputable from claims, judgements and rules.

    `kind` is a claim's kind. `when` is EDTF and `first`, `last` the days it spans (`YYYY-MM-DD`, "" for unknown or
    open). `status` is the latest one that is not disputed away. `values` hold every value that any source gives, the
    best supported first within a role. `sources` are in order of publication; `origins` counts those that do not
    depend on one another. `life` holds the changes of status, oldest first. Sources whose words stand no more are kept,
    but count for nothing else; where none stands, `origins` is 0, and the rest is as the last words had it.
    """

    id: str
    kind: str
    status: str
    when: str
    first: str
    last: str
    values: tuple[Value, ...]
    sources: tuple[Source, ...]
    origins: int
    life: tuple[Transition, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    related: tuple[str, ...] = ()

    def get(self, role: str) -> str:
        """The best supported value of a field, or ""."""
        return next((v.value for v in self.values if v.role == role), "")

    def all(self, role: str) -> tuple[str, ...]:
        """Every value of a field, the best supported first."""
        return tuple(v.value for v in self.values if v.role == role)

    def entities(self, *roles: str) -> frozenset[str]:
        """The entities that stand in these fields (in any field without `roles`)."""
        return frozenset(v.entity for v in self.values if v.entity and (not roles or v.role in roles))

    @property
    def support(self) -> tuple[Source, ...]:
        """The sources for it whose words stand; where none of them does, all."""
        told = tuple(s for s in self.sources if s.relation != "denies")
        return tuple(s for s in told if s.stands) or told

    @property
    def published(self) -> str:
        """When the first report of it appeared."""
        return self.sources[0].published

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims behind it."""
        return tuple(s.claim for s in self.sources)
