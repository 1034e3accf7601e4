"""The seam between the program and where a record is kept. One implementation now (SQLite), room for others."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from communique.model.claim import Claim
from communique.model.entity import Entity
from communique.model.fact import Fact, Origin
from communique.model.judgement import Correction, Judgement
from communique.model.problem import Problem
from communique.model.report import Report


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
class Resolved:
    """What the record amounts to: facts and entities in the order of the export, and each report's origin."""

    facts: tuple[Fact, ...]
    entities: tuple[Entity, ...]
    origins: tuple[Origin, ...]


class Writer(Protocol):
    """The writing half. Each call is whole or not at all; nothing written is ever changed."""

    def add(self, report: Report, claims: Sequence[Claim], *, version: str, problems: Sequence[Problem] = ()) -> Added:
        """Keep a report with what `version` found in it; the same again changes nothing."""
        ...

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement; the same again changes nothing."""
        ...

    def correct(self, correction: Correction) -> None:
        """Keep a correction; the same again changes nothing."""
        ...


class View(Protocol):
    """The reading half: what the record held at one moment. Claims are those of each report's latest reading."""

    def reports(self) -> list[Report]:
        """Every report, by publication, outlet and id."""
        ...

    def headers(self) -> list[Header]:
        """Every report without its text, in the same order."""
        ...

    def matching(self, prefix: str) -> list[tuple[str, str]]:
        """Reports and claims whose id begins with `prefix`: ("report" or "claim", id), at most ten."""
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

    def problems(self) -> list[Problem]:
        """What the live readings could not do."""
        ...

    def judgements(self) -> list[Judgement]:
        """Every judgement, revoked ones and those that revoke them too."""
        ...

    def corrections(self) -> list[Correction]:
        """Every correction, revoked ones and those that revoke them too."""
        ...

    def state(self) -> str:
        """Changes whenever this view's content does."""
        ...


class Cache(Protocol):
    """What was worked out from the record, kept beside it; may be thrown away at any time."""

    def state(self) -> str:
        """The state that the kept facts were worked out from, or ""."""
        ...

    def save(self, state: str, resolved: Resolved) -> None:
        """Replace what is kept; a store that cannot be written keeps nothing."""
        ...

    def facts(
        self, *, kinds: Sequence[str] = (), claims: Iterable[str] | None = None, disputed: bool = False
    ) -> list[Fact]:
        """The kept facts: of these kinds, with these claims, with a dispute, each if asked."""
        ...

    def matching(self, prefix: str) -> list[tuple[str, str]]:
        """Facts and entities whose id begins with `prefix`: ("fact" or "entity", id), at most ten."""
        ...

    def fact(self, id: str) -> Fact | None:
        """One kept fact."""
        ...

    def entities(self) -> list[Entity]:
        """The kept entities."""
        ...

    def origins(self) -> list[Origin]:
        """Where each report's text comes from."""
        ...


class Store(Protocol):
    """Append-only. Time is an argument: no store reads the clock."""

    @property
    def cache(self) -> Cache:
        """What was worked out."""
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
