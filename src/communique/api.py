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

from communique import lists, matrices, news, readings
from communique import plans as planned
from communique.errors import QueryError
from communique.export.jsonl import Content, lines
from communique.lists import page
from communique.model.claim import Claim
from communique.model.correcting import Entry
from communique.model.entity import Entity
from communique.model.grouping import Grouping
from communique.model.judgement import Correction, Judgement
from communique.model.matrix import IssueRow
from communique.model.news import NewsRow, ProblemRow
from communique.model.place import PlaceRow
from communique.model.problem import Problem
from communique.model.report import Report
from communique.model.revising import VersionsRow
from communique.model.rows import (
    ChainRow,
    CorrectionRow,
    DisputeRow,
    EntryRow,
    Hits,
    NameRow,
    PositionRow,
    ProposalRow,
    QueueRow,
    ReportRow,
    SaidRow,
    SeatRow,
    SourceRow,
    StepRow,
    TimelineRow,
)
from communique.moments import Moment, settle
from communique.processes import Processes
from communique.questions import Questioned, Questions
from communique.resolve.revisions import dropped
from communique.signing import Signed
from communique.store.seam import Added, Sought, Store
from communique.store.searching import found_in
from communique.store.sqlite import SqliteStore
from communique.views import entries
from communique.views.origins import chain
from communique.views.versions import versions
from communique.views.words import introduced

if TYPE_CHECKING:
    from communique.language.seam import Annotator

BATCH = 16
"""Reports annotated together."""


class Record(Questioned):
    """One record: a file that reports are added to, and the questions that can be asked of it.

    Every view takes its rows from what the record holds now; `at` gives the same views of another moment.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._settled: Store | None = None

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

    def correct(self, correction: Correction, added: Claim | None = None) -> None:
        """Keep a person's correction of a claim, or the claim that it adds."""
        with self._store.writer(recorded=correction.recorded) as writer:
            writer.correct(correction, added)

    def group(self, grouping: Grouping) -> None:
        """Keep a person's decision about processes of talks."""
        with self._store.writer(recorded=grouping.recorded) as writer:
            writer.group(grouping)

    def signed(self, by: str, *, recorded: str) -> Signed:
        """What a person decides at one moment: `record.signed("Ada", recorded=now).reject(id)`."""
        return Signed(self, by, recorded)

    def resolve(self, told: Callable[[int], None] | None = None) -> None:
        """Work out now what was added amounts to; otherwise the next view does. `told` hears of the reports done."""
        self._settled = settle(self._settled or self._store, told)

    # -- moments

    def at(self, *, known_by: str = "", recorded_by: str = "") -> "View":
        """What was published by the end of day `known_by` and recorded by `recorded_by`, also a moment."""
        self.resolve()
        by = f"{recorded_by}~" if len(recorded_by) == len("2031-05-05") else recorded_by
        return View(Moment(self._settled or self._store, known_by=known_by, recorded_by=by))

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

    def matrix(self, **asked: Any) -> list[IssueRow]:
        """See `View.matrix`."""
        return self.at().matrix(**asked)

    def proposals(self, **asked: Any) -> list[ProposalRow]:
        """See `View.proposals`."""
        return self.at().proposals(**asked)

    def next_steps(self, **asked: Any) -> list[StepRow]:
        """See `View.next_steps`."""
        return self.at().next_steps(**asked)

    def sources(self, **asked: Any) -> list[SourceRow]:
        """See `View.sources`."""
        return self.at().sources(**asked)

    def disputes(self, **asked: Any) -> list[DisputeRow]:
        """See `View.disputes`."""
        return self.at().disputes(**asked)

    def corrections(self, **asked: Any) -> list[CorrectionRow]:
        """See `View.corrections`."""
        return self.at().corrections(**asked)

    def search(self, words: str, **asked: Any) -> Hits:
        """See `View.search`."""
        return self.at().search(words, **asked)

    def show(self, id: str) -> EntryRow:
        """See `View.show`."""
        return self.at().show(id)

    def export(self, *, recorded: bool = False) -> Iterator[str]:
        """See `View.export`."""
        return self.at().export(recorded=recorded)

    def counts(self) -> tuple[int, int]:
        """How many reports the record holds, and how many problems of reading."""
        return self._store.view().counts()

    def doctor(self) -> list[str]:
        """What is wrong with the record; empty when it is sound."""
        return self._store.check()


class View(Questions):
    """The questions that can be asked of a record at one moment.

    `as_of` asks what held on a day, as far as reports show: events dated no later; what was said, demanded or proposed
    in reports published by then. `limit` and `offset` give a page of a list; without them a list is whole.
    """

    def timeline(
        self,
        *,
        party: str = "",
        since: str = "",
        until: str = "",
        as_of: str = "",
        limit: int | None = None,
        offset: int = 0,
    ) -> list[TimelineRow]:
        """Meetings, changes and proposals, oldest first; `party` is a state, side or person."""
        last = min((day for day in (until, as_of) if day), default="")
        rows = lists.timeline(self._moment, whom=self._named(party), since=since, until=last, skip=offset)
        return page(rows, limit)

    def who(
        self, *, on: str = "", as_of: str = "", limit: int | None = None, offset: int = 0, **of: str
    ) -> list[SeatRow]:
        """Offices and seats with their holders; `on` (or `as_of`) a day, or those `of` a `name` (of a person, role,
        body or country), a `seat` ("head of the delegation") or a `party`.
        """
        party = self._named(of.pop("party", ""))
        return lists.who_page(self._moment, limit=limit, offset=offset, on=on or as_of, party=party, **of)

    def said(
        self,
        words: str = "",
        *,
        by: str = "",
        since: str = "",
        as_of: str = "",
        limit: int | None = None,
        offset: int = 0,
    ) -> list[SaidRow]:
        """Statements with these words ("a phrase", stems, `word*`), by a speaker, published since a day."""
        rows = lists.said(self._moment, words=words, by=self._named(by), since=since, as_of=as_of, skip=offset)
        return page(rows, limit)

    def positions(
        self,
        *,
        party: str = "",
        issue: str = "",
        since: str = "",
        as_of: str = "",
        limit: int | None = None,
        offset: int = 0,
    ) -> list[PositionRow]:
        """Where sides stand, by party and time; `issue` gives beginnings of words of the issue."""
        asked = {"issue": issue, "since": since, "as_of": as_of}
        return page(lists.positions(self._moment, whom=self._named(party), skip=offset, **asked), limit)

    def matrix(
        self,
        *,
        party: str = "",
        issue: str = "",
        since: str = "",
        as_of: str = "",
        limit: int | None = None,
        offset: int = 0,
    ) -> list[IssueRow]:
        """Parties by issue by time, in reports published from `since` to `as_of`: what each stood for, the two
        sentences between which that changed, and who kept silent. `issue` in any wording: "truce" finds ceasefires.

        Without `since`, of the longest period before the last report that holds few enough reports to be read.
        """
        rows = matrices.matrix(self._moment, whom=self._named(party), issue=issue, since=since, until=as_of)
        return page(rows, limit, offset)

    def proposals(
        self, *, party: str = "", since: str = "", as_of: str = "", limit: int | None = None, offset: int = 0
    ) -> list[ProposalRow]:
        """Plans and their lives, as far as they had come by `as_of`; `party` is an author: a state, side or person."""
        asked = {"since": since, "as_of": as_of}
        return lists.proposals_page(self._moment, whom=self._named(party), limit=limit, offset=offset, **asked)

    def next_steps(
        self,
        *,
        party: str = "",
        during: str = "",
        as_of: str = "",
        every: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[StepRow]:
        """What is due, as of a day; without one, as of the last day on which a report was published. `party` is a
        state, side or person; `during` asks for what is due in a period, in EDTF.

        With `every`, also what has been settled, and what is long overdue.
        """
        asked = lists.due(as_of or self._moment.last_day, self._named(party), during)
        return lists.next_page(self._moment, asked, every=every, limit=limit, offset=offset)

    def sources(self, *, as_of: str = "", limit: int | None = None, offset: int = 0) -> list[SourceRow]:
        """Reports with what they copy and whom they credit."""
        return lists.sources(self._moment, as_of=as_of, limit=limit, offset=offset)

    def places(self, *, since: str = "", until: str = "", limit: int | None = None, offset: int = 0) -> list[PlaceRow]:
        """Where meetings were or are to be, the places with most of them first, with their points on the globe."""
        return page(lists.places(self._moment, since=since, until=until), limit, offset)

    def retold(
        self, *, party: str = "", since: str = "", until: str = "", limit: int | None = None, offset: int = 0
    ) -> list[ChainRow]:
        """Events that more than one outlet tells, by day, with who had each from whom, and who did not tell of it."""
        rows = lists.retold(self._moment, whom=self._named(party), since=since, until=until, skip=offset)
        return page(rows, limit)

    def chain(self, id: str) -> ChainRow:
        """Who had one fact from whom; raises `QueryError` when there is no such fact."""
        fact = self._moment.fact(id)
        if fact is None:
            raise QueryError(f"{id!r}: no fact has this id.")
        return chain(fact, self._moment.outlets_between)

    def disputes(
        self, *, party: str = "", as_of: str = "", limit: int | None = None, offset: int = 0
    ) -> list[DisputeRow]:
        """Where reports contradict one another, about something that names a `party` (a state, side or person)."""
        return page(lists.disputes(self._moment, whom=self._named(party), as_of=as_of, skip=offset), limit)

    @property
    def last_day(self) -> str:
        """The last day on which a report was published, or ""."""
        return self._moment.last_day

    def counts(self) -> tuple[int, int]:
        """How many reports the record held, and how many problems of reading."""
        return self._moment.counts()

    def read(self, id: str) -> ReportRow:
        """One report with its text and entries, by its full id."""
        return readings.report(self._moment, id)

    def report(self, id: str) -> Report:
        """One report, by its id or the beginning of it."""
        return readings.whole(self._moment, id)

    def entry(self, id: str) -> Entry:
        """One entry of a report as it was read and as people left it: by its id, the beginning of it, or that of a fact
        that rests on it alone.
        """
        return readings.entry_of(self._moment, id)

    def decisions(self) -> tuple[list[Correction], list[Judgement]]:
        """What people decided about entries and about names, with what took any of it back, oldest first."""
        return self._moment.view.corrections(), self._moment.view.judgements()

    def corrections(self, *, by: str = "", limit: int | None = None, offset: int = 0) -> list[CorrectionRow]:
        """What people decided about entries and names, oldest first; `by` one of them."""
        return page(readings.corrections(self._moment, by=by), limit, offset)

    def versions(self, id: str) -> VersionsRow:
        """The versions of a report that its outlet gave out at one address, what each changed, and which entries no
        longer have their words; by the id of any of them, or the beginning of it.
        """
        found = self._moment.versions(self.report(id))
        held = self._moment.entries([report.id for report, _ in found])
        return versions(found, held, dropped([report for report, _ in found], held))

    def queue(self, *, limit: int | None = None, offset: int = 0) -> list[QueueRow]:
        """Reports in order of publication, with how far their review has come."""
        return readings.queue(self._moment, limit=limit, offset=offset)

    def news(self, *, since: str = "", limit: int | None = None, offset: int = 0) -> list[NewsRow]:
        """Reports that the record learnt after `since` (a moment or a day, ISO 8601 in UTC), those first that it learnt
        last, each with what it changed.
        """
        return news.news(self._moment, since, limit=limit, offset=offset)

    def problems(self, *, limit: int | None = None, offset: int = 0) -> list[ProblemRow]:
        """What could not be read, in which report, the last published first."""
        return news.problems(self._moment, limit=limit, offset=offset)

    def names(
        self, *, id: str = "", name: str = "", kind: str = "", limit: int | None = None, offset: int = 0
    ) -> list[NameRow]:
        """People, parties, bodies and places (`kind`: person, party, body, place), by name; or the one with an `id`."""
        return readings.names(self._moment, id=id, name=name, kind=kind, limit=limit, offset=offset)

    def joined(self, left: str, right: str, verdict: str, *, by: str, recorded: str, form: str = "") -> Judgement:
        """What says that two entities are the `same`, or that a `form` of the left one is `different` from the rest.

        To be kept with `Record.judge`. Raises `QueryError` for ids of no entities, of two kinds, and for other forms.
        """
        one, other = self._one(left), self._one(right)
        if one.kind != other.kind:
            raise QueryError(f"{one.name} is a {one.kind} and {other.name} a {other.kind}: they cannot be the same.")
        if verdict == "same":
            reason = f"{one.name} and {other.name} are one"
            return Judgement(one.members[0], other.members[0], verdict, by, reason, recorded=recorded)
        name = readings.member(one, form)
        rest = next((m for m in one.members if m != name), "")
        if not rest:
            raise QueryError(f"{form!r} is the only name of {one.name}.")
        return Judgement(name, rest, verdict, by, f"{form} is not {one.name}", recorded=recorded)

    def _one(self, asked: str) -> Entity:
        """The one entity of an id or name."""
        found = self._moment.entity(asked)
        if found is None:
            ids = self._named(asked) or frozenset()
            if len(ids) != 1:
                several = "; ".join(sorted(map(introduced, map(self._entity, ids))))
                raise QueryError(f"{asked!r} names several: {several}. Give the id of one.")
            found = self._entity(*ids)
        return found

    def judgements(self, id: str) -> list[Judgement]:
        """What people said of the names of an entity, oldest first."""
        members = set(self._entity(id).members)
        return [j for j in self._moment.view.judgements() if members & {j.left, j.right}]

    def _entity(self, id: str) -> Entity:
        found = self._moment.entity(id)
        if found is None:
            raise QueryError(f"{id!r}: no person, party, body or place has this id.")
        return found

    def search(self, words: str, *, limit: int = 20, offset: int = 0, **narrowed: str) -> Hits:
        """Facts and reports with these words ("a phrase", stems, `word*`), the latest first, with what they can be
        narrowed by: `kind` (of claim, or `reports`), `party`, `outlet`, days of publication `since` and `until`.
        """
        party = self._named(narrowed.pop("party", ""))
        return lists.search(self._moment, Sought(words, entities=party, **narrowed), limit, offset)

    def found_in(self, words: str, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """Where the words of a search stand in each of some texts: `[start, end)` in code points."""
        return found_in(texts, words)

    def entities(self) -> list[Entity]:
        """The people, parties, bodies and places that facts name."""
        return self._moment.entities()

    def show(self, id: str) -> EntryRow:
        """One entry by its id, or enough of its beginning to be the only one: a fact, claim, entity or report."""
        found = self._moment.matching(id)
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
                entries=moment.entries(),
                judgements=moment.view.judgements(),
                corrections=moment.view.corrections(),
                groupings=moment.view.groupings(),
                problems=moment.problems(),
                entities=moment.entities(),
                facts=moment.in_order(),
                processes=Processes(moment).grouped(),
                plans=planned.plans(moment),
                recorded={h.id: h.recorded for h in moment.headers()} if recorded else {},
            )
        )


def _batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    source = iter(reports)
    while batch := list(islice(source, BATCH)):
        yield batch
