"""What working out a record step by step asks of the store: the seam between the rules and where their results lie.

Reports and claims go by numbers of the store's own, facts by the number of their first claim, names and entities by
their ids. Each half of the seam is what one module of `resolve` needs.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from communique.model.correcting import Decided
from communique.model.correcting import Entry as Standing
from communique.model.entity import Entity, Name
from communique.model.judgement import Judgement
from communique.model.report import Report
from communique.model.working import Counts, Entry, Heading, Latest, Numbered, Placed, Root, Session, Shelf, Trace


class Reports(Protocol):
    """Reports and their claims, as the record holds them at the moment that is worked in."""

    def texts(self, numbers: Collection[int]) -> dict[int, Report]:
        """Reports with their texts."""
        ...

    def text(self, id: str) -> str:
        """The text of a report, by its id."""
        ...

    def versions(self, numbers: Collection[int]) -> dict[int, Report]:
        """All that may be versions, with their texts, of those of these reports of which there may be several."""
        ...

    def keep_notice(self, report: int) -> None:
        """Keep that a report is a notice with which its outlet withdraws another."""
        ...

    def withdrawn(self, numbers: Collection[int]) -> dict[str, str]:
        """Those of these reports that people retracted, by id, with since when."""
        ...

    def headings(self, numbers: Collection[int]) -> dict[int, Heading]:
        """Reports without their texts."""
        ...

    def claims(self, numbers: Collection[int]) -> dict[int, list[Numbered]]:
        """The claims of each report's latest reading."""
        ...

    def decided(self, reports: Collection[int]) -> dict[int, list[Decided]]:
        """What people decided about claims of these reports."""
        ...

    def keep_stated(self, entry: Standing, report: int) -> Numbered:
        """Keep a claim that a person decided about as it stands; with its number."""
        ...


class Names(Protocol):
    """Who is who."""

    def traces(self, reports: Collection[int]) -> dict[int, Trace]:
        """The kept traces of these reports."""
        ...

    def keep_trace(self, report: int, trace: Trace, before: Trace) -> None:
        """Replace the trace of a report."""
        ...

    def count(self, what: str, changes: Mapping[tuple[str, str], int]) -> None:
        """Change how many reports know each (key, written form) of a state, person or outlet."""
        ...

    def known(self, what: str, keys: Collection[str] | None = None) -> dict[str, str]:
        """What is known, each key with its first written form: of these keys, or all."""
        ...

    def spoken(self, keys: Collection[str]) -> set[int]:
        """The reports that look something up under one of these keys."""
        ...

    def spoken_with(self, beginnings: Collection[str]) -> set[int]:
        """The reports that look something up under a key that begins so."""
        ...

    def companies(self, ids: Collection[str]) -> dict[Name, Counts]:
        """Names of these ids with their forms, states and roles."""
        ...

    def keep_names(self, names: Mapping[Name, Counts]) -> None:
        """Replace what is kept of these names."""
        ...

    def drop_names(self, ids: Collection[str]) -> None:
        """Forget names that no report uses any more."""
        ...

    def in_blocks(self, keys: Collection[str]) -> set[str]:
        """The ids of the names in these blocks."""
        ...

    def keep_blocks(self, name: str, keys: Collection[str], *, gone: bool = False) -> None:
        """Put a name into its blocks, or take it out."""
        ...

    def edges(self, ids: Collection[str]) -> list[Judgement]:
        """The judgements by rule about these names."""
        ...

    def keep_edges(self, gone: Iterable[Judgement], new: Iterable[Judgement]) -> None:
        """Replace judgements by rule."""
        ...

    def judged(self) -> list[Judgement]:
        """What people judged."""
        ...

    def entity_of(self, ids: Collection[str]) -> dict[str, str]:
        """The entities of names, by the names' ids."""
        ...

    def entities(self, ids: Collection[str]) -> dict[str, Entity]:
        """Entities by their ids."""
        ...

    def keep_entities(self, gone: Collection[str], new: Sequence[Entity]) -> None:
        """Replace entities, and say of their names whose they are."""
        ...


class Copies(Protocol):
    """Which reports copy which."""

    def sketched_near(self, runs: Collection[int], days: tuple[int, int]) -> dict[int, int]:
        """The reports of these days that have some of these runs, with how many."""
        ...

    def samples(self, reports: Collection[int]) -> dict[int, int]:
        """How many runs are kept of each report."""
        ...

    def keep_sketch(self, report: int, day: int, runs: Collection[int]) -> None:
        """Keep the sampled runs of a report."""
        ...

    def copied(self, reports: Collection[int]) -> dict[int, list[Root]]:
        """What each report copies, for those that copy any; `root` is not filled in."""
        ...

    def copies_of(self, reports: Collection[int]) -> set[int]:
        """The reports that copy one of these."""
        ...

    def keep_copy(self, report: int, found: Root) -> None:
        """Keep that a report copies another."""
        ...

    def roots(self, reports: Collection[int]) -> dict[int, Root]:
        """Where the texts of these reports come from, as kept."""
        ...

    def keep_root(self, report: int, root: Root) -> None:
        """Replace where a report's text comes from."""
        ...


class Folded(Protocol):
    """Claims in their blocks and facts."""

    def of_reports(self, reports: Collection[int]) -> dict[int, Placed]:
        """The placed claims of these reports, by number."""
        ...

    def placed(self, numbers: Collection[int]) -> dict[int, Placed]:
        """Placed claims by number."""
        ...

    def keep_placed(self, found: Placed, entry: Entry, *, denies: bool, keys: Collection[int]) -> None:
        """Keep a claim, placed anew, with the blocks it belongs to."""
        ...

    def drop_placed(self, number: int, day: int, keys: Collection[int]) -> None:
        """Take a claim out of its fact and blocks."""
        ...

    def assign(self, facts: Mapping[int, int]) -> None:
        """Say of claims which fact they are taken for."""
        ...

    def cell(self, keys: Collection[int], days: tuple[int, int]) -> dict[int, list[Entry]]:
        """The claims of blocks on these days, each block in order."""
        ...

    def members(self, fact: int, *, before: str = "~", room: int = 0) -> list[Entry]:
        """The claims of a fact before a place, in order: all, or the first and latest of them that a group keeps."""
        ...

    def members_from(self, fact: int, order: str) -> list[Entry]:
        """The claims of a fact from a place on, in order."""
        ...

    def members_of(self, facts: Collection[int]) -> dict[int, list[Entry]]:
        """All claims of facts, in order."""
        ...


class Shelves(Protocol):
    """By what facts are found."""

    def shelves(self, facts: Collection[int]) -> dict[int, list[Shelf]]:
        """How facts stand, as kept."""
        ...

    def keep_shelves(self, fact: int, kind: str, shelves: Sequence[Shelf]) -> None:
        """Replace how a fact stands."""
        ...

    def keep_latest(self, number: int, latest: Latest | None) -> None:
        """Replace how a fact stands by now; None where it is no more."""
        ...

    def unmade(self, most: int) -> list[int]:
        """Facts of a record of before they were kept that are still to be put together: at most so many."""
        ...

    def keep_fact(self, number: int, id: str) -> None:
        """Keep the id by which a fact is known outside."""
        ...

    def names_in(self, facts: Collection[int]) -> dict[int, dict[tuple[str, str], int]]:
        """Whom facts name, by entity and field, with the day from which that is known."""
        ...

    def keep_names_in(self, fact: int, kind: str, named: Mapping[tuple[str, str], int]) -> None:
        """Replace whom a fact names."""
        ...

    def keep_sessions(self, fact: int, sessions: Sequence[Session]) -> None:
        """Replace how a meeting stands among others."""
        ...

    def facts_naming(self, entities: Collection[str]) -> set[int]:
        """The facts that name one of these entities."""
        ...

    def told(self, days: tuple[int, int], *, denying: bool) -> list[Entry]:
        """Claims of these days that deny, or that can be denied."""
        ...

    def keep_denials(self, denials: Mapping[int, tuple[int, int] | None]) -> None:
        """Replace what statements deny: a fact, since a day."""
        ...


class Workings(Reports, Names, Copies, Folded, Shelves, Protocol):
    """All of it."""
