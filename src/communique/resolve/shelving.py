"""By what a fact is found: how it stood to those who knew what was published by each day, and whom it names."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, pairwise

from communique.lexicon.tables import key
from communique.model.days import days
from communique.model.entity import Entity
from communique.model.fact import Fact
from communique.model.working import Latest, Session, Shelf
from communique.resolve.disputes import Texts, disputed
from communique.resolve.facts import fact
from communique.resolve.items import Group, Item
from communique.resolve.links import seat_of
from communique.resolve.refold import FOREVER
from communique.resolve.when import day as day_of


def base(kind: str, items: Sequence[Item], entities: Mapping[str, Entity], texts: Texts) -> Fact:
    """The fact that these claims amount to by themselves."""
    return disputed(fact(kind, items, entities), items, entities, texts)


def shelved(
    since: int,
    group: Group,
    later: Sequence[Item],
    before: Iterable[Shelf],
    entities: Mapping[str, Entity],
    texts: Texts,
) -> tuple[list[Shelf], Latest]:
    """How a fact stood: until the day `since` as kept in `before`, then with one day after the other of those on which
    a claim was published or lost its words; `group` holds what was published before that day, `later` the rest. And how
    it stands by now.
    """
    by_day: dict[int, list[Item]] = {end: [] for end in _ends((*group.items, *later)) if end >= since}
    for item in later:
        by_day.setdefault(item.day, []).append(item)
    standing = [(d, [replace(s, day=0, before=0) for s in found]) for d, found in groupby(before, lambda s: s.day)]
    made: Fact | None = None
    for day, items in sorted(by_day.items()):
        for item in items:
            group.add(item)
        made = _known(group, day, entities, texts) if group.items else None
        rows = rows_of(made, entities) if made else []
        if not standing or standing[-1][1] != rows:
            standing.append((day, rows))
    until = [day for day, _ in standing[1:]] + [FOREVER]
    staged = zip(standing, until, strict=True) if standing else ()
    shelves = [replace(row, day=day, before=end) for (day, rows), end in staged for row in rows]
    return shelves, latest(group, entities, texts, made)


def latest(group: Group, entities: Mapping[str, Entity], texts: Texts, made: Fact | None = None) -> Latest:
    """How a fact stands by now; `made` if it is put together already."""
    last = max((group.latest.day, *_ends(group.items)))
    return Latest(last, group.items[0].order, made or _known(group, last, entities, texts))


def _ends(items: Iterable[Item]) -> set[int]:
    """The days on which claims lost their words, or had them again."""
    return {day_of(at) for item in items for lapse in item.lapses for at in (lapse.since, lapse.until) if at}


def _known(group: Group, day: int, entities: Mapping[str, Entity], texts: Texts) -> Fact:
    """The fact that a group of claims amounts to, to those who knew what was published by a day."""
    known = [item.known(_next(day)) for item in group.items]
    return base(known[0].claim.kind, known, entities, texts)


def _next(day: int) -> str:
    return date.fromordinal(day + 1).isoformat()


def rows_of(made: Fact, entities: Mapping[str, Entity]) -> list[Shelf]:
    """A row for a fact; one for each dated step of a proposal's life, since its steps are dated and it is not."""
    states = [d.state for d in made.disputes]
    disputes = states.count("open"), states.count("superseded")
    is_disputed = bool(disputes[0]) + 2 * bool(disputes[1])
    dates = Counter(t.when for t in made.life if t.when) if made.kind == "proposals" else Counter[str]()
    seat = seat_of(made, entities)
    fields = ("person", "role", "body", "country") if made.kind == "offices" else ()
    words = key(" ".join(made.get(field) for field in fields))
    found = []
    for when in dates or [made.when if made.kind != "proposals" else ""]:
        first, last = days(when)
        at = (when, first, last, first or last)
        found.append(
            Shelf(0, 0, *at, rank(made), made.status, is_disputed, seat, words, max(1, dates[when]), *disputes)
        )
    return sorted(found)


def rank(made: Fact) -> str:
    """Where a fact stands in the list of its kind."""
    first = made.sources[0]
    if made.kind == "offices":
        confirmed = "" if made.status == "former" else first.published[:10]
        parts = [made.get("person").casefold(), confirmed, made.get("role").casefold()]
    elif made.kind == "positions":
        parts = [made.get("party").casefold(), first.published, made.get("issue").casefold()]
    elif made.kind == "statements":
        parts = [first.published, first.outlet, first.report, f"{first.start:08}"]
    elif made.kind == "next_steps":
        parts = [days(made.when)[1] or "~", first.published]
    else:
        parts = [first.published, made.kind]
    return "\t".join((*parts, made.id))


def named_in(items: Iterable[Item]) -> dict[tuple[str, str], int]:
    """Whom claims name, by entity and field, each with the first day of it."""
    found: dict[tuple[str, str], int] = {}
    for item in items:
        for (role, _), entity in item.entity.items():
            found[entity, role] = min(item.day, found.get((entity, role), FOREVER))
    return found


def sessions(
    shelves: Sequence[Shelf], named: Mapping[tuple[str, str], int], entities: Mapping[str, Entity]
) -> list[Session]:
    """How a meeting stood, with those who take part as far as they were known; people are left out."""
    roles = {"parties": False, "mediators": True}
    part = [
        (roles[role], entity, day)
        for (entity, role), day in named.items()
        if role in roles and not (entity in entities and entities[entity].kind == "person")
    ]
    days = sorted({s.day for s in shelves} | {day for _, _, day in part})
    return [
        _session(shelf, part, day, end)
        for day, end in pairwise((*days, FOREVER))
        for shelf in shelves
        if shelf.day <= day < shelf.before
    ]


def _session(shelf: Shelf, part: Iterable[tuple[bool, str, int]], day: int, end: int) -> Session:
    known = [(mediates, entity) for mediates, entity, since in part if since <= day]
    through = {entity for mediates, entity in known if mediates}
    held = day_of(shelf.begins or shelf.rank)
    sides = {entity for _, entity in known} - through
    return Session(
        day, min(end, shelf.before), held, shelf.at, shelf.status, tuple(sorted(sides)), tuple(sorted(through))
    )
