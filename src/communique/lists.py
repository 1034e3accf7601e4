"""The record's lists: for each question the facts to ask the store for, in order, and the rows they make.

Every list is read as it is asked for: a page of it costs what the page holds, however long the record is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain, islice, repeat
from typing import TypeVar

from communique.asking.forms import Sense, titled
from communique.lexicon.coordinates import point_of
from communique.model.answer import FoundRow
from communique.model.brief import ChangedRow
from communique.model.condition import Condition, During, Some, Told
from communique.model.days import days, shifted
from communique.model.fact import Fact, Origin
from communique.model.place import PlaceRow
from communique.model.rows import (
    ChainRow,
    DisputeRow,
    HitRow,
    Hits,
    MeetingRow,
    PositionRow,
    ProposalRow,
    SaidRow,
    SeatRow,
    SourceRow,
    StepRow,
    TimelineRow,
)
from communique.moments import TOGETHER, Moment
from communique.paging import Place, reached
from communique.store.seam import EntryHit, Query, ReportHit, Sought
from communique.store.searching import found_in
from communique.views import ledgers, origins, seats
from communique.views import meetings as lives
from communique.views import timeline as timelines
from communique.views.hits import facets, snippet
from communique.views.hits import found as found_row

Whom = frozenset[str] | None
"""Entities that are asked about; `None` for all."""

PAGE = 51
"""Meetings, and offices, that are looked at together: a page, and a row more."""

SETTLED = 3
"""The part of the list of steps that holds what has been settled."""

T = TypeVar("T")


def timeline(
    moment: Moment, *, whom: Whom = None, since: str = "", until: str = "", told_since: str = "", skip: int = 0
) -> Iterator[TimelineRow]:
    """Dated rows that touch the days from `since` to `until`; then the undated ones, where no day was asked for."""
    dated = Query(
        timelines.KINDS,
        order="begins",
        dated=True,
        entities=whom,
        since=since,
        until=until,
        published_since=told_since,
    )
    undated = Query(timelines.KINDS, dated=False, entities=whom, published_since=told_since)
    for fact, at, number in moment.lines(dated, *(() if since or until else (undated,)), skip=skip):
        yield [row for row in timelines.timeline(fact) if row.when == at][number]


def changed(moment: Moment, *, since: str, whom: Whom = None) -> Iterator[ChangedRow]:
    """Meetings and proposals that were known before a day of publication and have moved on since."""
    for kind in ("meetings", "proposals"):
        query = Query((kind,), entities=whom, published_since=since)
        found = (timelines.changed(fact, since) for fact in moment.facts(query))
        yield from (row for row in found if row is not None)


def meetings(
    moment: Moment, *, whom: Whom = None, since: str = "", until: str = "", status: str = "", skip: int = 0
) -> Iterator[MeetingRow]:
    """Meetings with their lives: dated ones by their days, then undated ones, where no day was asked for."""
    dated = Query(("meetings",), order="begins", dated=True, entities=whom, since=since, until=until, status=status)
    undated = Query(("meetings",), dated=False, entities=whom, status=status)
    found = moment.facts(dated, *(() if since or until else (undated,)), skip=skip)
    while facts := list(islice(found, PAGE)):
        beside = moment.rounds_beside([f for f in facts if f.get("format") in lives.ROUNDS])
        rows = {r.id: r for r in lives.meetings(facts, beside)}
        yield from (rows[fact.id] for fact in facts)


def chains(
    moment: Moment, *, kind: str = "meetings", whom: Whom = None, since: str = "", skip: int = 0
) -> Iterator[ChainRow]:
    """Who had something from whom, in the order of the kind's own list."""
    query = Query((kind,), entities=whom, published_since=since)
    return (origins.chain(fact, moment.outlets_between) for fact in moment.facts(query, skip=skip))


def who_page(moment: Moment, *, limit: int | None, offset: int, on: str, party: Whom, **of: str) -> list[SeatRow]:
    """A page of offices with their holders, by person: those held `on` a day, those `of` a name or a seat; `party` are
    the states and bodies that they are of.
    """

    def begin(place: Place) -> Iterator[tuple[Place, SeatRow]]:
        return _who(moment, place, on=on, party=party, **of)

    if on or any(of.values()):
        return reached(moment, f"who/{on}/{sorted(of.items())}/{_listed(party)}", begin, limit, offset)
    return page((row for _, row in begin((offset,))), limit)


def _who(
    moment: Moment, place: Place, *, on: str, party: Whom, name: str = "", seat: str = ""
) -> Iterator[tuple[Place, SeatRow]]:
    """The rows from a place on: without how many of the offices that may be among them."""
    where, roles = titled(seat) if seat else None, ("country", "body")
    query = Query(("offices",), held_on=on, holding=name, entities=party, roles=roles, where=where)
    skip = int(place[0]) if place else 0
    for taken, row in enumerate(_seats(moment, query, on, skip), skip):
        is_asked = not name or seats.asked(row, name)
        if is_asked and (not seat or seats.is_seat(row, seat)) and (not on or seats.held(row, on)):
            yield (taken,), row


def _seats(moment: Moment, query: Query, on: str, skip: int = 0) -> Iterator[SeatRow]:
    """The offices asked for, without the first `skip`, as they stood on a day, that of the last report without one."""
    found, day = moment.facts(query, skip=skip), on or moment.last_day
    sizes = chain((PAGE,), repeat(2 * TOGETHER))
    while facts := list(islice(found, next(sizes))):
        people = frozenset(e for fact in facts for e in fact.entities("person"))
        changes = Query(("changes",), entities=people, roles=("person", "replaces"))
        former = Query(("offices",), entities=people, roles=("person",), status="former")
        related: dict[str, list[Fact]] = defaultdict(list)
        for other in moment.built([*moment.numbers(changes), *moment.numbers(former)]).values():
            for entity in other.entities("person", "replaces"):
                related[entity].append(other)
        for fact in facts:
            own = {other.id: other for entity in fact.entities("person") for other in related[entity]}
            yield seats.seat(fact, own.values(), day)


def quoted(moment: Moment, *, since: str = "", whom: Whom = None) -> Iterator[SaidRow]:
    """Statements that a report gives in the speaker's own words."""
    query = Query(("statements",), entities=whom, ranked_since=since, quoted=True)
    return (row for row in map(ledgers.said, moment.facts(query)) if row.mode != "indirect")


def said(
    moment: Moment, *, words: str = "", by: Whom = None, since: str = "", as_of: str = "", skip: int = 0
) -> Iterator[SaidRow]:
    """Statements in order of publication."""
    query = Query(("statements",), words=words, entities=by, roles=("speaker",), ranked_since=since, told_by=as_of)
    return (ledgers.said(fact) for fact in moment.facts(query, skip=skip))


def positions(
    moment: Moment, *, whom: Whom = None, issue: str = "", since: str = "", as_of: str = "", skip: int = 0
) -> Iterator[PositionRow]:
    """Stances by party."""
    query = Query(
        ("positions",),
        entities=whom,
        roles=("party", "by"),
        words=" ".join(f"{word}*" for word in issue.split()),
        published_since=since,
        told_by=as_of,
    )
    return (ledgers.position(fact) for fact in moment.facts(query, skip=skip))


def proposals(moment: Moment, *, whom: Whom = None, since: str = "", skip: int = 0) -> Iterator[ProposalRow]:
    """Plans in the order in which they came up."""
    query = Query(("proposals",), entities=whom, published_since=since)
    return (ledgers.proposal(fact) for fact in moment.facts(query, skip=skip))


def proposals_page(
    moment: Moment, *, whom: Whom, since: str, as_of: str, limit: int | None, offset: int
) -> list[ProposalRow]:
    """A page of these; with a day of those that had come up by then, as far as they had come."""
    if not as_of:
        return page(proposals(moment, whom=whom, since=since, skip=offset), limit)
    key = f"proposals by/{since}/{as_of}/{_listed(whom)}"
    by_then = Some((During("", as_of), Told("", as_of)))
    query = Query(("proposals",), entities=whom, published_since=since, where=by_then)
    return reached(moment, key, partial(_proposals_by, moment, query, as_of), limit, offset)


def _proposals_by(moment: Moment, query: Query, as_of: str, place: Place) -> Iterator[tuple[Place, ProposalRow]]:
    """Plans that had come up by a day, from a place on: without how many of those that may have."""
    skip = int(place[0]) if place else 0
    for taken, fact in enumerate(moment.facts(query, skip=skip), skip):
        row = ledgers.proposal(fact, as_of)
        if row.life or (not fact.life and fact.published[:10] <= as_of):
            yield (taken,), row


def next_steps(moment: Moment, *, as_of: str, whom: Whom = None, every: bool = False) -> Iterator[StepRow]:
    """What is due; with `every` also what has been settled, and what is long overdue."""
    return (row for _, row in _next_steps(moment, due(as_of, whom), (), every=every))


def due(as_of: str, whom: Whom, during: str = "") -> Query:
    """The steps that reports told of by a day; those of a period (EDTF) alone where one is given."""
    since, until = days(during) if during else ("", "")
    return Query(("next_steps",), entities=whom, told_by=as_of, since=since, until=until)


def next_page(moment: Moment, asked: Query, *, every: bool, limit: int | None, offset: int) -> list[StepRow]:
    """A page of what is due of the steps asked for."""
    key = f"next/{asked.told_by}/{every}/{asked.since}/{asked.until}/{_listed(asked.entities)}"
    return reached(moment, key, partial(_next_steps, moment, asked, every=every), limit, offset)


def _next_steps(moment: Moment, asked: Query, place: Place, *, every: bool) -> Iterator[tuple[Place, StepRow]]:
    """The rows from a place on: from which part of the list, and without how many of the steps that may be in it."""
    as_of = asked.told_by
    if not as_of:
        return
    recent = "" if every else shifted(as_of, -ledgers.RECENT)
    dated = replace(asked, dated=True)
    is_any_day = not (asked.since or asked.until)
    parts = [
        replace(dated, ends_from=as_of),
        replace(dated, ends_from=recent, ends_before=as_of),
        replace(asked, dated=False, published_since=recent) if is_any_day else None,
        (asked if is_any_day else dated) if every else None,
    ]
    first, skip = (int(n) for n in place or (0, 0))
    for part, query in enumerate(parts[first:], first):
        rows = steps(moment, moment.facts(query, skip=skip) if query else (), as_of)
        for taken, row in enumerate(rows, skip):
            if ledgers.GROUPS.get(row.state, SETTLED) == part and (every or ledgers.is_current(row, as_of)):
                yield (part, taken), row
        skip = 0


def steps(moment: Moment, facts: Iterable[Fact], as_of: str) -> Iterator[StepRow]:
    """Steps as they stood on a day."""
    rest = iter(facts)
    while chunk := list(islice(rest, TOGETHER)):
        meetings = moment.these({id for fact in chunk for id in fact.related})
        yield from (ledgers.step(fact, meetings, as_of, moment.outcome(fact, as_of)) for fact in chunk)


def disputes(
    moment: Moment, *, whom: Whom = None, as_of: str = "", told_since: str = "", skip: int = 0
) -> Iterator[DisputeRow]:
    """Contradictions, open ones first."""
    for state in ("open", "superseded"):
        found = moment.contradicted(state, told_since, counted=skip > 0 and not as_of and whom is None)
        asked = moment.among(found.facts, whom=whom, begun=as_of)
        for at in range(0, len(asked), TOGETHER):
            chunk, counts = asked[at : at + TOGETHER], found.counts[at : at + TOGETHER]
            if counts and None not in counts and (known := sum(filter(None, counts))) <= skip:
                skip -= known
                continue
            facts = moment.built(chunk)
            named = [facts[n] for n in chunk if n in facts and (whom is None or whom & facts[n].entities())]
            for row in _disputes(named, state, as_of, told_since):
                if skip:
                    skip -= 1
                else:
                    yield row


def _disputes(facts: Iterable[Fact], state: str, as_of: str, told_since: str) -> Iterator[DisputeRow]:
    for fact in facts:
        if (not as_of or (fact.first or fact.published[:10]) <= as_of) and _is_told(fact, told_since):
            yield from (row for row in origins.disputes(fact) if row.state == state)


def found(moment: Moment, kinds: tuple[str, ...], where: Condition | None, skip: int = 0) -> Iterator[FoundRow]:
    """Entries of these kinds that meet a condition, kind by kind in the order of the kind's own list."""
    orders = dict.fromkeys(("meetings", "changes"), "begins")
    queries = [Query((kind,), order=orders.get(kind, "rank"), where=where) for kind in kinds]
    return map(found_row, moment.facts(*queries, skip=skip))


def answers(moment: Moment, sense: Sense, skip: int = 0) -> Iterator[FoundRow]:
    """The entries that a question asks for."""
    if sense.seat:
        return islice(_holders(moment, sense), skip, None)
    if sense.is_last:
        dated = Query((sense.kind,), order="latest", dated=True, where=sense.where)
        return islice(map(found_row, moment.facts(dated)), skip, 1)
    return found(moment, (sense.kind,), sense.where, skip)


def _holders(moment: Moment, sense: Sense) -> Iterator[FoundRow]:
    """Who holds a seat on the day asked about, and else who ever did, as `who` has it."""
    query, on = Query((sense.kind,), order="rank", held_on=sense.held_on, where=sense.where), sense.held_on
    meant = [row for row in _seats(moment, query, on) if seats.is_meant(row, sense.seat)]
    held = [row for row in meant if not on or seats.held(row, on)]
    facts = moment.these([row.id for row in held])
    for row in held:
        yield replace(found_row(facts[row.id]), status="former") if row.until and not on else found_row(facts[row.id])


def _is_told(fact: Fact, since: str) -> bool:
    return any(s.published >= since for s in fact.sources)


def sources(moment: Moment, *, as_of: str = "", limit: int | None = None, offset: int = 0) -> list[SourceRow]:
    """Reports in order of publication, with what they copy and whom they credit."""
    headers = moment.headers(as_of=as_of, limit=limit, offset=offset)
    ids = {h.id for h in headers}
    found = {o.report: o for o in moment.origins(ids)}
    outlets = {h.id: h.outlet for h in moment.headers_of({o.of for o in found.values()})}
    credits = moment.credits(ids)
    rows = []
    for header in headers:
        origin = found.get(header.id, Origin(header.id, header.id))
        named = [origins.credit(claim, source) for claim, source in credits.get(header.id, ())]
        rows.append(origins.source(header, origin, outlets.get(origin.of, ""), named))
    return rows


def places(moment: Moment, *, since: str = "", until: str = "") -> Iterator[PlaceRow]:
    """Places by the number of meetings told of there."""
    for hit in moment.places(since, until):
        point = point_of(hit.name, hit.country)
        lat, lon = (point.lat, point.lon) if point else (None, None)
        country = hit.country or (point.code if point else "")
        yield PlaceRow(hit.id, hit.name, country, lat, lon, hit.meetings, hit.held, hit.first, hit.last)


def retold(moment: Moment, *, whom: Whom = None, since: str = "", until: str = "", skip: int = 0) -> Iterator[ChainRow]:
    """Events that more than one outlet tells, in order, with who had each from whom."""
    query = Query(timelines.KINDS, order="begins", entities=whom, since=since, until=until)
    return (origins.chain(fact, moment.outlets_between) for fact in moment.carried(query, skip))


def search(moment: Moment, sought: Sought, limit: int, offset: int) -> Hits:
    """Facts and reports with words, the latest first."""
    entries, reports = moment.hits(sought)
    by_fact: dict[int, list[EntryHit]] = {}
    for entry in sorted(entries, key=lambda e: (e.published, e.claim), reverse=True):
        by_fact.setdefault(entry.fact, []).append(entry)
    found: list[tuple[str, str, list[EntryHit] | ReportHit]] = [
        *((hits[0].published, hits[0].report, hits) for hits in by_fact.values()),
        *((hit.published, hit.report, hit) for hit in reports),
    ]
    found.sort(key=lambda f: f[:2], reverse=True)
    chosen = [hit for _, _, hit in found[offset : offset + limit]]
    facts = moment.told([h[0].fact for h in chosen if isinstance(h, list)])
    passages = moment.passages([h[0].claim for h in chosen if isinstance(h, list)])
    snippets = _snippets(moment, [h.report for h in chosen if isinstance(h, ReportHit)], sought.words)
    rows = [
        _entry(h, facts[h[0].fact], passages[h[0].claim]) if isinstance(h, list) else _report(h, snippets)
        for h in chosen
    ]
    kinds = Counter(hits[0].kind for hits in by_fact.values()) + Counter(reports=len(reports))
    return Hits(
        tuple(rows),
        len(found),
        max(len(entries), len(reports)) < moment.most_hits,
        facets(kinds),
        facets(moment.parties_in(list(by_fact))),
        facets(_outlets(entries, reports)),
    )


def _entry(hits: list[EntryHit], fact: Fact, words: str) -> HitRow:
    first, reports = hits[0], len({hit.report for hit in hits})
    return HitRow(fact.id, fact.kind, origins.headline(fact), first.outlet, first.published, words, reports)


def _report(hit: ReportHit, snippets: Mapping[str, str]) -> HitRow:
    return HitRow(hit.report, "reports", hit.title, hit.outlet, hit.published, snippets.get(hit.report, ""), 1)


def _snippets(moment: Moment, reports: Iterable[str], words: str) -> dict[str, str]:
    """The words of reports around the first place of what is searched for."""
    texts = {id: report.text for id in reports if (report := moment.view.report(id))}
    places = found_in(list(texts.values()), words) if texts else []
    return {
        id: snippet(text, found[0][0] if found else 0) for (id, text), found in zip(texts.items(), places, strict=True)
    }


def _outlets(entries: Iterable[EntryHit], reports: Iterable[ReportHit]) -> Counter[str]:
    """The outlets of the reports found, each report counted once."""
    named = {hit.report: hit.outlet for hit in entries} | {hit.report: hit.outlet for hit in reports}
    return Counter(named.values())


def _listed(whom: Whom) -> str:
    """Entities that are asked about, in a key."""
    return "-" if whom is None else " ".join(sorted(whom))


def page(rows: Iterator[T], limit: int | None, offset: int = 0) -> list[T]:
    """A page of a list; all of it without a limit."""
    return list(islice(rows, offset, None if limit is None else offset + limit))
