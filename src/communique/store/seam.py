"""The seam between the program and where a record is kept. One implementation now (SQLite), room for others."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from communique.model.claim import Claim
from communique.model.condition import Condition
from communique.model.correcting import Decided
from communique.model.grouping import Grouping
from communique.model.judgement import Correction, Judgement
from communique.model.problem import Problem
from communique.model.report import Report

if TYPE_CHECKING:
    from communique.store.hits import SqliteSearch
    from communique.store.workings import SqliteSettling


@dataclass(frozen=True, slots=True)
class Added:
    """What one `add` changed: whether the report was new, whether this version had not read it, new claims."""

    report: str
    is_new: bool
    is_new_reading: bool
    claims: int


@dataclass(frozen=True, slots=True)
class Header:
    """A report without its text, with the moment the record learnt it."""

    id: str
    outlet: str
    published: str
    title: str
    url: str
    modified: str
    language: str
    recorded: str


@dataclass(frozen=True, slots=True)
class Pending:
    """What was recorded at one moment and is not yet worked in: numbers of reports, ids of judged names."""

    recorded: str
    reports: tuple[int, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """What is searched for: words, and one of those `beside`, in entries of a kind ("reports" for reports alone) that
    name one of `entities`, from an outlet, published from day `since` to day `until`.
    """

    words: str
    kind: str = ""
    entities: frozenset[str] | None = None
    outlet: str = ""
    since: str = ""
    until: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class EntryHit:
    """An entry with the words: the claim, its fact, and the report."""

    claim: int
    fact: int
    kind: str
    report: str
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class ReportHit:
    """A report with the words."""

    report: str
    title: str
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A place (an entity) with how many meetings are told of there, how many of them were held, and the days of the
    first and last, "" where none is dated.
    """

    id: str
    name: str
    country: str
    meetings: int
    held: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting: the number and id of its fact, its day (a number; that of its first report where it has no date), its
    date in EDTF, its status, its season, and by their ids who takes part and does not mediate, and who does.
    """

    fact: int
    id: str
    day: int
    when: str
    status: str
    season: int
    sides: frozenset[str]
    mediators: frozenset[str]


@dataclass(frozen=True, slots=True)
class Seasons:
    """The seasons in which there were meetings, each with a key that changes with those of it and of the seasons beside
    it; and the state of the file that was looked at.
    """

    keys: dict[int, str]
    state: int


@dataclass(frozen=True, slots=True)
class Near:
    """A meeting that a step may have announced: how many of those who are to act take part in it, whether it is at the
    place of the step, and whether a report tells of both.
    """

    fact: int
    sides: int
    is_there: bool
    is_told: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """What else reports of some meetings tell: facts of a `kind` that name nobody in the field `role`, or one of
    `whom`; told by the day `until`, and that may last until the day `since` or later, or that are undated and were told
    from then on.
    """

    kind: str
    role: str
    whom: tuple[str, ...]
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A fact, its kind, the date for which it stands in the list, EDTF, and how many lines it has there."""

    fact: int
    kind: str
    at: str
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Contradicted:
    """The facts about which there may be contradictions in a state, in order, and where that was asked for how many
    there are about each; `None` where only the fact put together can tell.
    """

    facts: list[int]
    counts: list[int | None]


@dataclass(frozen=True, slots=True)
class Query:
    """Which facts are asked for; what is left out asks nothing.

    `order` is `begins` (the first day, then the last), `latest` (the same backwards, for one kind), `told` (those first
    of which reports spoke last, for one kind), `rank` (that of the kind's own list) or `export`. `dated` asks for facts
    with or without a date, `since` and `until` (days) for those that may have been in these days, `ends_from` and
    `ends_before` (of steps, whose rank begins with their last day) for those that may last until then. `entities` are
    named in one of `roles`. `published_since` asks for facts that a report of that day or a later one tells, `told_by`
    for those that a report of that day or an earlier one does, `ranked_since` for those that come after a rank, `words`
    for those with claims of these words, `phrases` for those with claims of any of them, `status` for those that stand
    so. `quoted` leaves out statements of which every claim has other words than the speaker's. `held_on` leaves out
    offices that nobody can be shown to have held on that day; `holding` asks for offices whose person, role, body or
    country have words that begin so. `disputed` asks for open (1) or superseded (2) disputes. `where` is a tree of
    conditions.
    """

    kinds: tuple[str, ...]
    order: str = "rank"
    dated: bool | None = None
    since: str = ""
    until: str = ""
    entities: frozenset[str] | None = None
    roles: tuple[str, ...] = ()
    published_since: str = ""
    ranked_since: str = ""
    words: str = ""
    phrases: tuple[str, ...] = ()
    ends_from: str = ""
    ends_before: str = ""
    told_by: str = ""
    status: str = ""
    quoted: bool = False
    held_on: str = ""
    holding: str = ""
    disputed: int = 0
    where: Condition | None = None


class Writer(Protocol):
    """The writing half. Each call is whole or not at all; nothing written is ever changed."""

    def add(self, report: Report, claims: Sequence[Claim], *, version: str, problems: Sequence[Problem] = ()) -> Added:
        """Keep a report with what `version` found in it; the same again changes nothing."""
        ...

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement; the same again changes nothing."""
        ...

    def correct(self, correction: Correction, added: Claim | None = None) -> None:
        """Keep a correction, and the claim that it adds; the same again changes nothing."""
        ...

    def group(self, grouping: Grouping) -> None:
        """Keep a decision about processes of talks; the same again changes nothing."""
        ...


class View(Protocol):
    """The reading half: what the record held at one moment. Claims are those of each report's latest reading."""

    def reports(self) -> list[Report]:
        """Every report, by publication, outlet and id."""
        ...

    def headers(
        self, *, before: str = "~", ids: Collection[str] | None = None, limit: int | None = None, offset: int = 0
    ) -> list[Header]:
        """Reports without their texts, in the same order: those published before a day, those of `ids`, a page."""
        ...

    def matching(self, prefix: str, *, before: str = "~") -> list[tuple[str, str]]:
        """Reports and claims whose id begins with `prefix`: ("report" or "claim", id), at most ten of each.

        Only what was published before the day `before`, where one is given.
        """
        ...

    def recorded_after(
        self, since: str, *, before: str = "~", limit: int | None = None, offset: int = 0
    ) -> list[Header]:
        """Reports that the record learnt after a moment, those first that it learnt last: of those published before a
        day, a page. Only the last few thousand are looked at.
        """
        ...

    def beside(self, header: Header, *, before: str = "~") -> tuple[str, str]:
        """The ids of the reports before and after this one in order of publication, "" where there is none."""
        ...

    def last_published(self, before: str) -> str:
        """When the last report before a day was published, or ""."""
        ...

    def published_between(self, since: str, before: str) -> tuple[int, str]:
        """How many reports were published from a day on and before another, and when the first of them was."""
        ...

    def counts(self, *, before: str = "~") -> tuple[int, int]:
        """How many reports published before a day there are, and how many problems of reading."""
        ...

    def report(self, id: str) -> Report | None:
        """One report with its text."""
        ...

    def claims(self, *, kinds: Sequence[str] = (), reports: Sequence[str] = ()) -> list[Claim]:
        """Live claims, of the given kinds and reports if any, by report and place."""
        ...

    def claim(self, id: str) -> Claim | None:
        """One claim, live or not."""
        ...

    def find(self, words: str) -> Iterator[str]:
        """The ids of claims whose statement holds these words; a phrase in quotation marks, `*` ends a prefix."""
        ...

    def received(self) -> dict[str, list[tuple[str, str]]]:
        """For each report the files it came in: hash of the bytes and name."""
        ...

    def problems(self, *, before: str = "~") -> list[Problem]:
        """What the live readings of reports published before a day could not do."""
        ...

    def judgements(self) -> list[Judgement]:
        """Every judgement, revoked ones and those that revoke them too."""
        ...

    def corrections(self, claims: Collection[str] | None = None) -> list[Correction]:
        """Every correction, or those of these claims; revoked ones and those that revoke them too."""
        ...

    def groupings(self) -> list[Grouping]:
        """Every decision about processes of talks, revoked ones and those that revoke them too, oldest first."""
        ...

    def decided(self, reports: Collection[str] | None = None) -> list[Decided]:
        """The claims (of these reports, or of all) that people decided about, with their decisions, by id."""
        ...

    def state(self) -> str:
        """Changes whenever this view's content does."""
        ...


class Store(Protocol):
    """Append-only. Time is an argument: no store reads the clock."""

    @property
    def is_read_only(self) -> bool:
        """True when nothing can be written, the workings included."""
        ...

    @property
    def settling(self) -> "SqliteSettling":
        """What is to be worked in."""
        ...

    def copied(self) -> "Store":
        """The same record in memory, where its workings can be written."""
        ...

    def facts(self, *, known_by: str = "", recorded_by: str = "") -> "SqliteSearch":
        """What the workings hold of what was published by the end of a day, as of a moment."""
        ...

    def writer(self, *, recorded: str) -> AbstractContextManager[Writer]:
        """Write as of `recorded` (ISO 8601, UTC)."""
        ...

    def view(self, *, recorded_by: str = "") -> View:
        """The record as it was at `recorded_by`, or as it is now."""
        ...

    def check(self) -> list[str]:
        """What is wrong with the store itself; empty when it is sound."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...
