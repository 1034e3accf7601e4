"""What a view sees: the record as of a moment and of a day of publication, put together from the store's workings.

Three clocks: `recorded_by` picks the moment of the workings, `known_by` cuts every fact off at a day of publication,
and what held when is asked of the facts themselves.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import astuple, dataclass, replace
from itertools import chain, groupby, islice, repeat
from typing import TypeVar

from communique.announcing import Announcing
from communique.garbage import kept
from communique.lexicon.countries import code_of
from communique.lexicon.tables import is_acronym, key
from communique.model.claim import KINDS, Claim
from communique.model.correcting import Decided, Entry, entry
from communique.model.entity import Entity
from communique.model.fact import Fact, Origin, Source
from communique.model.identity import SHORTEST
from communique.model.outcome import Outcome
from communique.model.plan import Naming
from communique.model.problem import Problem
from communique.model.report import Report
from communique.resolve.corrections import entries
from communique.resolve.denials import DENIABLE
from communique.resolve.disputes import with_denial
from communique.resolve.links import held_by_two, is_announcement
from communique.resolve.outcomes import deed, outcome, sought_in
from communique.resolve.resolution import place
from communique.resolve.revisions import families
from communique.resolve.rules import RULES
from communique.resolve.shelving import base
from communique.resolve.update import item_of, put_together, update
from communique.resolve.version import VERSION
from communique.store.seam import Beside, Contradicted, EntryHit, Header, PlaceHit, Query, ReportHit, Sought, Store
from communique.store.seam import View as Held
from communique.store.talks import SqliteTalks

T = TypeVar("T")

BATCH = 250
"""Reports worked in together."""

MOST_HITS = 500
"""Entries, and reports, that a search looks at, those first that were recorded last."""

TOGETHER = 8
"""Facts put together at a time while a list is read: few, since a page may need no more."""

PAGE = 56
"""Facts after which more than a page is asked for."""


def settle(store: Store, told: Callable[[int], None] | None = None) -> Store:
    """Work in what was recorded, batch by batch; `told` hears of the reports of each. The store to read from."""
    if store.is_read_only and store.settling.is_behind(VERSION):
        store = store.copied()
    store.settling.prepare(VERSION)
    while (pending := store.settling.pending(BATCH)) is not None:
        with kept(), store.settling.work(pending) as workings:
            update(workings, pending.reports, pending.names)
        if told is not None:
            told(len(pending.reports))
    while not store.is_read_only and (last := store.settling.unmade()) is not None:
        with kept(), store.settling.work(last) as workings:
            put_together(workings, BATCH)
    return store


KEPT = 500
"""Facts that stay put together, since a brief or a page comes back to some of them."""

LOOKED_AT = 100
"""Facts of which it is asked at a time how many outlets tell of them."""


@dataclass(frozen=True, slots=True)
class Recent:
    """How many reports appeared since a day, and when the first of them did."""

    count: int
    first: str


class Moment:
    """The record as it stood at one moment to those who knew what was published by one day."""

    def __init__(self, store: Store, *, known_by: str = "", recorded_by: str = "") -> None:
        self.view: Held = store.view(recorded_by=recorded_by)
        self._found = store.facts(known_by=known_by, recorded_by=recorded_by)
        self._entities: dict[str, Entity] = {}
        self._made: dict[int, Fact] = {}
        self._announcing = Announcing(self._found, self.built)
        self._outcomes: dict[tuple[str, str], Outcome | None] = {}

    # -- reports and claims

    def headers(self, *, as_of: str = "", limit: int | None = None, offset: int = 0) -> list[Header]:
        """The reports without their texts, in order of publication."""
        before = min(self._found.until, self._found.after(as_of))
        return self.view.headers(before=before, limit=limit, offset=offset)

    def headers_of(self, ids: Collection[str]) -> list[Header]:
        """These reports without their texts."""
        return self.view.headers(ids=ids)

    def beside(self, header: Header) -> tuple[str, str]:
        """The ids of the reports published before and after this one."""
        return self.view.beside(header, before=self._found.until)

    def recorded_after(self, since: str, *, limit: int | None = None, offset: int = 0) -> list[Header]:
        """The reports that the record learnt after a moment, those first that it learnt last."""
        return self.view.recorded_after(since, before=self._found.until, limit=limit, offset=offset)

    def counts(self) -> tuple[int, int]:
        """How many reports there are, and how many problems of reading."""
        return self.view.counts(before=self._found.until)

    def problems(self) -> list[Problem]:
        """What could not be read."""
        return self.view.problems(before=self._found.until)

    @property
    def reports(self) -> Iterator[Report]:
        """The reports."""
        return (r for r in self.view.reports() if r.published < self._found.until)

    def entries(self, reports: Collection[str] | None = None) -> list[Entry]:
        """The entries of these reports, or of all: as they were read, and as people left them."""
        known = {h.id for h in self.headers()} if reports is None else set(reports)
        read: dict[str, dict[str, Claim]] = {id: {} for id in sorted(known)}
        for claim in self.view.claims(reports=sorted(known) if reports is not None else ()):
            if claim.report in known:
                read[claim.report][claim.id] = claim
        decided: dict[str, list[Decided]] = defaultdict(list)
        for one in self.view.decided(reports):
            decided[one.claim.report].append(one)
        return [e for id, claims in read.items() for e in entries(claims, decided.get(id, ()))]

    def versions(self, report: Report) -> list[tuple[Report, str]]:
        """The versions of a report that were out by then, oldest first, each with when it was recorded: those of its
        outlet at its address, and its editions at others; dated by the last change where the outlet gives that.
        """
        beside, shares = self._found.beside(report.id)
        headers = {h.id: h for h in self.headers_of({report.id, *beside})}
        held = {id: h for id, h in headers.items() if (h.modified or h.published) < self._found.until}
        reports = [r for id in held if (r := self.view.report(id)) is not None]
        family = next((f for f in families(reports, shares) if any(r.id == report.id for r in f)), [])
        return [(r, held[r.id].recorded) for r in family]

    def entry(self, claim: str) -> Entry | None:
        """One claim, live or not, as people left it."""
        found = self.view.claim(claim)
        if found is None:
            return None
        return entry(Decided(claim, found, tuple(self.view.corrections([claim]))))

    def titles(self, ids: Collection[str]) -> dict[str, str]:
        """The titles of reports."""
        return {h.id: h.title for h in self.headers_of(ids)}

    def recent(self, since: str) -> "Recent":
        """The reports published since a day."""
        return Recent(*self.view.published_between(since, self._found.until))

    def reports_naming(self, whom: Collection[str], since: str) -> int:
        """How many reports published since a day tell of something that names one of these entities."""
        return self._found.reports_naming(whom, since)

    @property
    def last_day(self) -> str:
        """The last day on which a report was published, or ""."""
        return self.view.last_published(self._found.until)[:10]

    # -- facts

    def lines(self, *queries: Query, skip: int = 0) -> Iterator[tuple[Fact, str, int]]:
        """The facts asked for, in order, without the first `skip` lines: a line for each step of a fact's life that has
        a place in the list, with the date of that place, and the number of the line among those of the fact there.
        """
        found = ((f, n) for query in queries for f in self._found.found(query) for n in range(f.lines))
        for chunk in _chunks(islice(found, skip, None)):
            made = self.built({f.fact for f, _ in chunk})
            yield from ((made[f.fact], f.at, n) for f, n in chunk if f.fact in made)

    def facts(self, *queries: Query, skip: int = 0) -> Iterator[Fact]:
        """The facts asked for, query after query, each once where it stands; without the first `skip`."""
        for chunk in _chunks(islice(self._numbers(*queries), skip, None)):
            made = self.built(chunk)
            yield from (made[n] for n in chunk if n in made)

    def _numbers(self, *queries: Query) -> Iterator[int]:
        found = (f.fact for query in queries for f in self._found.found(query))
        return (number for number, _ in groupby(found))

    def carried(self, query: Query, skip: int = 0) -> Iterator[Fact]:
        """Of the facts asked for those of which more than one outlet tells, without the first `skip`."""
        found, left = self._numbers(query), skip
        while chunk := list(islice(found, LOOKED_AT)):
            is_carried = self._found.carried(chunk)
            unsure = self.built([n for n in chunk if is_carried.get(n) is None])
            kept = [n for n in chunk if (_is_carried(unsure[n]) if n in unsure else is_carried.get(n))]
            rest, left = kept[left:], max(0, left - len(kept))
            for at in range(0, len(rest), TOGETHER):
                part = rest[at : at + TOGETHER]
                made = self.built(part)
                yield from (made[n] for n in part)

    def fact(self, id: str) -> Fact | None:
        """The fact that has an id, or once had."""
        return next(iter(self.built(self._found.numbered([id])).values()), None)

    def these(self, ids: Collection[str]) -> dict[str, Fact]:
        """Facts by their ids."""
        return {fact.id: fact for fact in self.built(self._found.numbered(ids)).values()}

    def behind(self, claims: Collection[str]) -> list[Fact]:
        """The facts that claims are taken for."""
        return list(self.built(self._found.facts_of(claims)).values())

    def taken_for(self, claims: Collection[str]) -> dict[str, str]:
        """For each claim the id of the fact that it is taken for."""
        return self._found.fact_ids(claims)

    def namings(self, since: str = "") -> Iterator[list[Naming]]:
        """What claims call the proposals that came up since a day, proposal by proposal in order of first reports."""
        return self._found.namings(since)

    def rounds_beside(self, meetings: Collection[Fact]) -> list[Fact]:
        """The other meetings of the same sides that came next before and after these."""
        found = {
            number
            for fact in meetings
            if fact.first and len(sides := fact.entities("parties")) > 1
            for number in self._found.rounds_beside(fact.first, sides)
        }
        known = {fact.id for fact in meetings}
        new = [n for n, id in self._found.ids_of(found).items() if id not in known]
        return list(self._based(dict.fromkeys(new, "meetings")).values())

    @property
    def talks(self) -> SqliteTalks:
        """Meetings by seasons, and which processes of talks they were found to be of."""
        return self._found

    def numbers(self, query: Query) -> list[int]:
        """The facts asked for, in order, by number."""
        return [found.fact for found in self._found.found(query)]

    def named_in(self, facts: Collection[int]) -> dict[int, set[tuple[str, str]]]:
        """Whom facts name, each in which field."""
        return self._found.named_in(facts)

    def told_beside(self, meetings: Collection[int], told: Beside) -> list[tuple[int, str]]:
        """Facts that reports of these meetings tell too, those first that were told of last, each with its last day."""
        return self._found.told_beside(meetings, told)

    def worked_out(self, key: str, make: Callable[[], str]) -> str:
        """What `make` gives for this moment, kept for those who ask again while the record stays as it is."""
        now = self.as_it_is(key)
        found = self.recalled(now)
        if not found:
            found = make()
            self.keep(now, found)
        return found

    def as_it_is(self, key: str) -> str:
        """A key for what is worked out of the record as it is now: to be made before it is looked at."""
        return f"{key}/{self.view.state()}"

    def recalled(self, key: str) -> str:
        """What is kept for this moment, "" for nothing."""
        return self._found.worked_out(key)

    def keep(self, key: str, found: str) -> None:
        """Keep something for those who ask again."""
        self._found.keep_worked_out(key, found)

    def claims_behind(self, facts: Collection[int]) -> dict[int, list[str]]:
        """The ids of the claims that are taken for facts."""
        return self._found.claims_behind(facts)

    def meetings_of(self, claims: Collection[str]) -> dict[str, str]:
        """For claims of meetings the id of the meeting that each is taken for, or that its words are read as now."""
        found = self._found.fact_ids(claims)
        gone = [claim for claim in claims if claim not in found]
        return found | self._found.read_anew(gone) if gone else found

    def outlets_between(self, since: str, until: str) -> set[str]:
        """The outlets of which there are reports published from one day to another."""
        return self._found.outlets_between(since, until)

    def contradicted(self, state: str, told_since: str = "", *, counted: bool = False) -> Contradicted:
        """The facts about which there may be contradictions in a state, by the first report of each; of those that a
        report of a day or a later one tells or denies, where a day is given. Whole lists are kept while the record
        stays as it is.
        """
        if told_since:
            return self._found.contradicted(state, told_since, counted=counted)

        def make() -> str:
            found = self._found.contradicted(state, counted=counted)
            return json.dumps([found.facts, found.counts])

        key = f"contradicted/{state}/{'counted' if counted else 'listed'}"
        return Contradicted(*json.loads(self.worked_out(key, make)))

    def among(self, facts: list[int], *, whom: Collection[str] | None, begun: str) -> list[int]:
        """Those of these facts that name one of some entities, and that may have begun by a day, where these are given;
        without putting the facts together.
        """
        if whom is not None:
            naming = self._found.naming(facts, whom)
            facts = [n for n in facts if n in naming]
        if begun:
            by_then = self._found.begun(facts, begun)
            facts = [n for n in facts if n in by_then]
        return facts

    def in_order(self) -> Iterator[Fact]:
        """All facts in the order of the export."""
        for kind in KINDS:
            if kind == "proposals":  # these are listed by the dates of their steps
                yield from sorted(self.facts(Query((kind,))), key=place)
            elif kind in RULES:
                yield from self.facts(Query((kind,), order="export"))

    @kept()
    def built(self, facts: Collection[int]) -> dict[int, Fact]:
        """Facts put together: from their claims, with denials of them, rivals for a seat, and meetings announced."""
        kinds = self._found.kinds_of(facts)
        made = {n: self._made[n] for n in kinds if n in self._made}
        if len(self._made) > KEPT:
            self._made.clear()
        made |= self._whole({n: kind for n, kind in kinds.items() if n not in made})
        self._made |= made
        return {n: made[n] for n in kinds}

    @kept()
    def told(self, facts: Collection[int]) -> dict[int, Fact]:
        """Facts as their own claims tell them: all that their headlines need."""
        return self._based(self._found.kinds_of(facts))

    def _whole(self, kinds: dict[int, str]) -> dict[int, Fact]:
        if not kinds:
            return {}
        made = self._denied(self._based(kinds))
        offices = [n for n, kind in kinds.items() if kind == "offices"]
        rivals = self._found.rivals(offices) if offices else {}
        if rivals:
            made |= self._contested({*rivals, *(r for found in rivals.values() for r in found)}, made)
        made |= self._announcing.linked({n: f for n, f in made.items() if is_announcement(f)})
        return {n: made[n] for n in kinds}

    def _based(self, kinds: dict[int, str]) -> dict[int, Fact]:
        """Facts from their claims alone, in the order of their first claims."""
        kept = {n: (latest.place, latest.fact) for n, latest in self._found.latest(kinds).items()}
        made = kept | self._folded({n: kind for n, kind in kinds.items() if n not in kept})
        return {n: made[n][1] for n in sorted(made, key=lambda n: made[n][0])}

    def _folded(self, kinds: dict[int, str]) -> dict[int, tuple[str, Fact]]:
        """Facts put together from their claims, each with the place of the first."""
        if not kinds:
            return {}
        found = self._found
        members = found.members_of([n for n, kind in kinds.items() if not RULES[kind].room], before=found.until)
        roomy = {n: RULES[kind].room for n, kind in kinds.items() if RULES[kind].room}
        members |= {n: found.members(n, before=found.until, room=room) for n, room in roomy.items()}
        placed = found.placed([e.number for entries in members.values() for e in entries])
        items = {n: item_of(p) for n, p in placed.items()}
        entities = self.entities_of({e for item in items.values() for e in item.entity.values()})
        groups = {n: [items[e.number].known(found.until) for e in entries] for n, entries in members.items() if entries}
        return {n: (group[0].order, base(kinds[n], group, entities, found.text)) for n, group in groups.items()}

    def entities_of(self, ids: Collection[str]) -> dict[str, Entity]:
        """The entities of these ids."""
        unknown = {id for id in ids if id not in self._entities}
        self._entities |= self._found.entities(unknown) if unknown else {}
        return {id: self._entities[id] for id in ids if id in self._entities}

    def known(self, facts: Iterable[Fact]) -> dict[str, Entity]:
        """The entities that facts, which were found here, name."""
        return self.entities_of({e for fact in facts for e in fact.entities()})

    def _denied(self, made: dict[int, Fact]) -> dict[int, Fact]:
        """Facts with the denials of them."""
        deniable = [n for n, fact in made.items() if fact.kind in DENIABLE]
        denials = self._found.denied(deniable) if deniable else []
        said = self._based({statement: "statements" for _, _, statement in denials})
        for number, _, statement in sorted(denials, key=lambda d: (d[1], said[d[2]].id)):
            made[number] = with_denial(made[number], said[statement])
        return made

    def _contested(self, seated: set[int], made: dict[int, Fact]) -> dict[int, Fact]:
        """Offices with the rivals for them."""
        found = self._based(dict.fromkeys(seated, "offices"))
        people = self.entities_of({e for fact in found.values() for e in fact.entities("person")})
        changed = {fact.id: fact for fact in held_by_two(list(found.values()), people)}
        return {n: changed[fact.id] for n, fact in found.items() if n in made}

    def outcome(self, step: Fact, as_of: str) -> Outcome | None:
        """What later reports say of a deed that was announced, as of a day; a list may ask for a step again."""
        if (step.id, as_of) not in self._outcomes:
            self._outcomes[step.id, as_of] = self._outcome(step, as_of)
        return self._outcomes[step.id, as_of]

    def _outcome(self, step: Fact, as_of: str) -> Outcome | None:
        wanted = None if is_announcement(step) else deed(step.get("what"), step.sources[0].quote)
        first, last = sought_in(step, as_of)
        if wanted is None or last < first:
            return None
        told = " ".join(sorted(wanted.forms.bases | wanted.forms.pasts | wanted.forms.participles))
        sought = Sought(" ".join(wanted.thing), "reports", since=first, until=last, beside=told)
        found = (self.view.report(hit.report) for hit in self._found.reports(sought, MOST_HITS))
        return outcome(step, [report for report in found if report], as_of)

    # -- whom facts name, and where texts come from

    def named(self, asked: str) -> list[Entity]:
        """Entities that may go by these words, or by an acronym that reports write for them."""
        code = code_of(asked)
        found = self._found.entities_with(asked, code or asked)
        if code or not is_acronym(asked.upper()) or any(key(asked) in map(key, e.names) for e in found):
            return found
        written = [replace(e, names=(*e.names, asked)) for e in self._found.entities_written(asked)]
        return sorted({e.id: e for e in (*found, *written)}.values())

    def entities_page(self, kind: str, limit: int, offset: int) -> list[Entity]:
        """A page of the entities of a kind ("" for all), by name."""
        return self._found.entities_page(kind, limit, offset)

    def entity(self, id: str) -> Entity | None:
        """One entity, by its id or that of any of its names: what has been joined is found by either."""
        own = self._found.entity_of([id]).get(id, "")
        found = self._found.entities([id, own])
        return found.get(id) or found.get(own)

    def entities(self) -> list[Entity]:
        """All entities."""
        return self._found.all_entities()

    def origins(self, reports: Collection[str] | None = None) -> list[Origin]:
        """Where the texts of these reports (or of all) come from."""
        return self._found.origins(reports)

    def credits(self, reports: Collection[str]) -> dict[str, list[tuple[Claim, Source]]]:
        """The claims of these reports that name sources."""
        found: dict[str, list[tuple[Claim, Source]]] = {}
        for placed in self._found.placed(self._found.credits(reports)).values():
            found.setdefault(placed.claim.report, []).append((placed.claim, placed.source))
        return found

    def places(self, since: str, until: str) -> list[PlaceHit]:
        """Where meetings of these days were or are to be: counted once while the record stays as it is."""

        def make() -> str:
            return json.dumps([astuple(hit) for hit in self._found.places(since, until)])

        return [PlaceHit(*hit) for hit in json.loads(self.worked_out(f"places/{since}/{until}", make))]

    # -- search

    most_hits = MOST_HITS
    """Entries, and reports, that a search looks at."""

    def hits(self, sought: Sought) -> tuple[list[EntryHit], list[ReportHit]]:
        """The latest entries and reports with the words."""
        return self._found.entries(sought, MOST_HITS), self._found.reports(sought, MOST_HITS)

    def parties_in(self, facts: Collection[int]) -> Counter[str]:
        """The states, sides and bodies that facts name, with how many of the facts name each."""
        return self._found.parties_in(facts)

    def passages(self, claims: Collection[int]) -> dict[int, str]:
        """The words of claims."""
        return {n: placed.source.quote for n, placed in self._found.placed(claims).items()}

    def matching(self, prefix: str) -> list[tuple[str, str]]:
        """Entries whose id begins so: (fact, entity, report or claim; id); none where too little of it is given."""
        if len(prefix) < SHORTEST:
            return []
        return self._found.matching_ids(prefix) + self.view.matching(prefix, before=self._found.until)


def _chunks(found: Iterator[T]) -> Iterator[list[T]]:
    """Few at a time for a page, more for those who read on."""
    for size in chain(repeat(TOGETHER, PAGE // TOGETHER), repeat(4 * TOGETHER)):
        chunk = list(islice(found, size))
        if not chunk:
            return
        yield chunk


def _is_carried(fact: Fact) -> bool:
    """True when more than one outlet tells of a fact."""
    return len({s.outlet for s in fact.sources if s.relation != "denies"}) > 1
