"""Which proposals a plan is put together from, and which of its reports are looked through."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import dropwhile, islice, takewhile

from communique.errors import QueryError
from communique.model.days import shifted
from communique.model.fact import Fact
from communique.model.plan import PlanRow, WholePlan
from communique.moments import Moment
from communique.paging import Place, reached
from communique.plans import rows as views
from communique.resolve.drafts import Telling, counted_in, tellings
from communique.resolve.plans import NEAR, Family, grouped

TOGETHER = 8
"""Plans put together at a time while a list is read."""

MOST = 40
"""Reports of one plan that are looked through for its points and for what is said of it."""


def plans(moment: Moment, *, since: str = "", as_of: str = "") -> Iterator[PlanRow]:
    """Plans that came up since a day, in order, as far as told by another."""
    return (row for _, row in _plans(moment, (), since=since, as_of=as_of))


def plans_page(
    moment: Moment, *, since: str, as_of: str, by: frozenset[str] | None, limit: int | None, offset: int
) -> list[PlanRow]:
    """A page of them, of those alone that these entities are authors of where some are given."""
    key = f"plans/{since}/{as_of}/{'-' if by is None else ' '.join(sorted(by))}"
    names = None if by is None else {one.name for one in moment.entities_of(by).values()}
    begin = partial(_plans, moment, since=since, as_of=as_of, names=names)
    return reached(moment, key, begin, limit, offset)


def _plans(
    moment: Moment, place: Place, *, since: str, as_of: str, names: Collection[str] | None = None
) -> Iterator[tuple[Place, PlanRow]]:
    """The rows from a place on: the day of the first report of a plan, and the number of its first proposal."""
    day, first = (str(place[0]), place[1]) if place else (since, 0)
    every = grouped(moment.namings(shifted(day, -NEAR) if day else ""))
    found = dropwhile(lambda family: first not in (0, family.proposals[0].number), every)
    by_then = takewhile(lambda family: not as_of or family.first <= as_of, found)
    asked = (family for family in by_then if family.first >= since)
    while families := list(islice(asked, TOGETHER)):
        for family, row in _rows(moment, families, as_of):
            if names is None or any(author.name in names for author in row.authors):
                yield (family.first, family.proposals[0].number), row


def plan(moment: Moment, id: str, *, as_of: str = "") -> WholePlan:
    """The plan of a proposal, by the beginning of its id; raises `QueryError` where there is none, or more than one."""
    fact = _one(moment, id)
    family = _family(moment, fact.id, fact.published[:10])
    _, row = next(_rows(moment, [family], as_of), (family, None))
    if row is None:
        raise QueryError(f"{id!r}: no report told of this proposal by {as_of}.")
    of, ids = views.known(family, row), sorted({w.report for w in row.sources})[:MOST]
    entries = [e for e in moment.entries(ids) if e.stands]
    drafts = views.about(of, entries)
    behind = moment.behind(list(drafts))
    points = [
        point
        for id in ids
        if (report := moment.view.report(id)) is not None
        for point in views.points(of, report, [e for e in entries if e.claim.report == id])
    ]
    ordered = tuple(sorted(points, key=views.place))
    return WholePlan(row, ordered, views.reactions(behind, drafts), views.remarks(behind, drafts))


def _one(moment: Moment, id: str) -> Fact:
    known = [i for type, i in moment.matching(id) if type == "fact"]
    found = [f for i in known if (f := moment.fact(i)) is not None and f.kind == "proposals"]
    exact = [f for f in found if f.id == id] or found
    if len(exact) != 1:
        why = "several proposals have ids that begin so" if exact else "no proposal has this id"
        raise QueryError(f"{id!r}: {why}. `communique proposals --json` prints their ids.")
    return exact[0]


def _family(moment: Moment, id: str, first: str) -> Family:
    """The plan that a proposal belongs to of which a report first told on a day."""
    while True:
        every = grouped(moment.namings(shifted(first, -NEAR)))
        family = next(f for f in every if any(p.id == id for p in f.proposals))
        if family.first >= first:
            return family
        first = family.first


def _rows(moment: Moment, families: Sequence[Family], as_of: str) -> Iterator[tuple[Family, PlanRow]]:
    """Plans as far as they had been told by a day, those left out that had not."""
    facts = moment.built([p.number for family in families for p in family.proposals])
    for family in families:
        own = [facts[p.number] for p in family.proposals]
        said = [t for fact in own for t in tellings(fact) if not as_of or t.source.published[:10] <= as_of]
        if said:
            yield family, views.plan(family, own, [*said, *_counted(moment, said)], as_of)


def _counted(moment: Moment, told: list[Telling]) -> list[Telling]:
    """Other sentences of the reports of a plan that give the number of its points, or tell how that changed."""
    known = {n for t in told for n in (t.points, t.was) if n}
    first = {t.source.report: t.source for t in sorted(told, key=lambda t: t.order, reverse=True)}
    reports = [r for id in sorted(first)[:MOST] if (r := moment.view.report(id)) is not None] if known else []
    found: dict[tuple[str, int], Telling] = {}
    before = -1
    while len(found) > before:
        before = len(found)
        more = [t for r in reports for t in counted_in(r, first[r.id], known)]
        found = {(t.source.report, t.source.start): t for t in more}
        known |= {n for t in more for n in (t.points, t.was) if n}
    at = {(t.source.report, t.source.start, t.source.quote) for t in told}
    return [t for t in found.values() if (t.source.report, t.source.start, t.source.quote) not in at]
