"""The record in Python: `from communique import Record`.

>>> with Record.open("talks.db") as record:                      # doctest: +SKIP
...     record.add(reports, recorded="2031-05-05T08:00:00Z")
...     for row in record.timeline(party="Ruritania"):
...         print(row.when, row.what, row.sources[0].outlet, row.sources[0].quote)
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.errors import QueryError
from communique.export.brief import Contents, markdown
from communique.export.jsonl import Content, lines
from communique.model.claim import Claim
from communique.model.fact import Fact
from communique.model.judgement import Correction, Judgement
from communique.model.problem import Problem
from communique.model.report import Report
from communique.model.rows import (
    DisputeRow,
    EntryRow,
    PositionRow,
    ProposalRow,
    SaidRow,
    SeatRow,
    SourceRow,
    StepRow,
    TimelineRow,
)
from communique.moments import Moment, Now, Then
from communique.store.seam import Added, Store
from communique.store.sqlite import SqliteStore
from communique.views import entries, ledgers, origins, seats
from communique.views import timeline as timelines
from communique.views.words import named

if TYPE_CHECKING:
    from communique.language.seam import Annotator

BATCH = 16
"""Reports annotated together."""


class Record:
    """One record: a file that reports are added to, and the questions that can be asked of it.

    Every view takes its rows from what the record holds now; `at` gives the same views of another moment.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True) -> "Record":
        """Open the record in `path`; with `create` a missing one is made. Raises `RecordError`."""
        return cls(SqliteStore(Path(path), create=create))

    def __enter__(self) -> "Record":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    # -- writing: `recorded` is the moment of writing, ISO 8601 in UTC; no stage reads a clock

    def add(
        self,
        reports: Iterable[Report],
        *,
        recorded: str,
        workers: int = 1,
        annotator: "Callable[[], Annotator] | None" = None,
    ) -> Iterator[Added]:
        """Read reports and keep them, one transaction each; what is there already changes nothing.

        Lazy: reports are read as the results are asked for. `annotator` makes another annotator than the shipped one.
        """
        from communique.engine.local import engine
        from communique.reader import Make

        for version, results in engine(workers).map(Make(annotator), _batches(reports)):
            for r in results:
                yield self.keep(r.report, r.claims, version=version, recorded=recorded, problems=r.problems)

    def keep(
        self,
        report: Report,
        claims: Sequence[Claim],
        *,
        version: str,
        recorded: str,
        problems: Sequence[Problem] = (),
    ) -> Added:
        """Keep a report with claims that were made elsewhere."""
        with self._store.writer(recorded=recorded) as writer:
            return writer.add(report, claims, version=version, problems=problems)

    def judge(self, judgement: Judgement, *, recorded: str) -> None:
        """Keep a person's word that two names are the same or different."""
        with self._store.writer(recorded=recorded) as writer:
            writer.judge(judgement)

    def correct(self, correction: Correction) -> None:
        """Keep a person's correction of a claim."""
        with self._store.writer(recorded=correction.recorded) as writer:
            writer.correct(correction)

    def resolve(self) -> None:
        """Work out now what the record amounts to; otherwise the next view does."""
        self.at()

    # -- moments

    def at(self, *, known_by: str = "", recorded_by: str = "") -> "View":
        """The record from what was published by the end of day `known_by` and recorded by `recorded_by`."""
        view = self._store.view(recorded_by=recorded_by)
        if known_by or recorded_by:
            return View(Then(view, known_by))
        return View(Now(self._store, view))

    # -- the same questions as `View`, of this moment

    def timeline(self, **asked: Any) -> list[TimelineRow]:
        """See `View.timeline`."""
        return self.at().timeline(**asked)

    def who(self, **asked: Any) -> list[SeatRow]:
        """See `View.who`."""
        return self.at().who(**asked)

    def said(self, words: str = "", **asked: Any) -> list[SaidRow]:
        """See `View.said`."""
        return self.at().said(words, **asked)

    def positions(self, **asked: Any) -> list[PositionRow]:
        """See `View.positions`."""
        return self.at().positions(**asked)

    def proposals(self, **asked: Any) -> list[ProposalRow]:
        """See `View.proposals`."""
        return self.at().proposals(**asked)

    def next_steps(self, **asked: Any) -> list[StepRow]:
        """See `View.next_steps`."""
        return self.at().next_steps(**asked)

    def sources(self) -> list[SourceRow]:
        """See `View.sources`."""
        return self.at().sources()

    def disputes(self) -> list[DisputeRow]:
        """See `View.disputes`."""
        return self.at().disputes()

    def brief(self, *, since: str = "") -> str:
        """See `View.brief`."""
        return self.at().brief(since=since)

    def show(self, id: str) -> EntryRow:
        """See `View.show`."""
        return self.at().show(id)

    def export(self, *, recorded: bool = False) -> Iterator[str]:
        """See `View.export`."""
        return self.at().export(recorded=recorded)

    def counts(self) -> tuple[int, int]:
        """How many reports the record holds, and how many problems of reading."""
        view = self._store.view()
        return len(view.headers()), len(view.problems())

    def doctor(self) -> list[str]:
        """What is wrong with the record; empty when it is sound."""
        return self._store.check()


class View:
    """The questions that can be asked of a record at one moment."""

    def __init__(self, moment: Moment) -> None:
        self._moment = moment

    def timeline(self, *, party: str = "", since: str = "", until: str = "") -> list[TimelineRow]:
        """Meetings, changes and proposals, oldest first; `party` is a state, side or person."""
        facts = self._moment.facts(*timelines.KINDS)
        return timelines.timeline(facts, since=since, until=until, entities=self._named(party))

    def who(self, *, on: str = "", name: str = "") -> list[SeatRow]:
        """Offices and seats with their holders; `on` a day, or those whose person, role, body or country is `name`."""
        return seats.seats(self._moment.facts("offices", "changes"), on=on, name=name)

    def said(self, words: str = "", *, by: str = "", since: str = "") -> list[SaidRow]:
        """Statements with these words ("a phrase", stems, `word*`), by a speaker, published since a day."""
        claims = set(self._moment.find(words)) if words else None
        return ledgers.said(self._moment.facts("statements", claims=claims), by=self._named(by), since=since)

    def positions(self, *, party: str = "", issue: str = "", since: str = "") -> list[PositionRow]:
        """Where sides stand, by party and time."""
        facts = self._moment.facts("positions")
        return ledgers.positions(facts, party=self._named(party), issue=issue, since=since)

    def proposals(self, *, since: str = "") -> list[ProposalRow]:
        """Plans and their lives."""
        return ledgers.proposals(self._moment.facts("proposals"), since=since)

    def next_steps(self, *, as_of: str = "", every: bool = False) -> list[StepRow]:
        """What is due, as of a day; without one, as of the last day on which a report was published.

        With `every`, also what has been settled, and what is long overdue.
        """
        facts = self._moment.facts("next_steps", "meetings")
        meetings = {f.id: f for f in facts if f.kind == "meetings"}
        steps = [f for f in facts if f.kind == "next_steps"]
        return ledgers.next_steps(steps, meetings, as_of=as_of or self._moment.last_day, every=every)

    def sources(self) -> list[SourceRow]:
        """Reports with what they copy and whom they credit."""
        return origins.sources(self._moment.headers, self._moment.origins(), self._moment.facts("citations"))

    def disputes(self) -> list[DisputeRow]:
        """Where reports contradict one another."""
        return origins.disputes(self._moment.facts(disputed=True))

    def brief(self, *, since: str = "") -> str:
        """What the record learnt since a day of publication, in Markdown."""
        recent = [h for h in self._moment.headers if h.published[:10] >= since]
        facts = [f for f in self._moment.facts() if f.sources[-1].published[:10] >= since]
        contents = Contents(
            since=since or (recent[0].published[:10] if recent else ""),
            until=self._moment.last_day,
            reports=len(recent),
            events=timelines.timeline(_of(facts, "meetings", "changes")),
            said=[r for r in ledgers.said(_of(facts, "statements"), since=since) if r.mode != "indirect"],
            positions=ledgers.positions(_of(facts, "positions")),
            proposals=ledgers.proposals(_of(facts, "proposals")),
            steps=[r for r in self.next_steps() if r.when],
            disputes=origins.disputes(facts),
            titles={h.id: h.title for h in self._moment.headers},
        )
        return markdown(contents)

    def show(self, id: str) -> EntryRow:
        """One entry by its id, or enough of its beginning to be the only one: a fact, claim, entity or report."""
        found = [] if len(id) < 4 else self._moment.matching(id)
        exact = [f for f in found if f[1] == id] or found
        if len(exact) != 1:
            what = f"{id!r} begins the ids of several entries: {', '.join(i for _, i in exact)}" if exact else ""
            raise QueryError(what or f"{id!r}: no entry has this id. Views print ids with --json, tables their start.")
        type, full = exact[0]
        return entries.entry(type, full, self._moment)

    def export(self, *, recorded: bool = False) -> Iterator[str]:
        """The whole record as JSON Lines; with `recorded`, also when it learnt of each report."""
        moment = self._moment
        return lines(
            Content(
                reports=moment.reports,
                received=moment.view.received(),
                origins=moment.origins(),
                claims=moment.claims,
                judgements=moment.view.judgements(),
                corrections=moment.view.corrections(),
                problems=moment.view.problems(),
                entities=moment.entities(),
                facts=moment.facts(),
                recorded={h.id: h.recorded for h in moment.headers} if recorded else {},
            )
        )

    def _named(self, asked: str) -> frozenset[str] | None:
        """The entities that a word names; `None` when nothing was asked."""
        if not asked:
            return None
        found = named(asked, self._moment.entities())
        if not found:
            raise QueryError(f"{asked!r}: no person or party of this name is in the record.")
        return found


def _batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    source = iter(reports)
    while batch := list(islice(source, BATCH)):
        yield batch


def _of(facts: Iterable[Fact], *kinds: str) -> list[Fact]:
    return [f for f in facts if f.kind in kinds]
