"""Contradictions as content: who says what against whom, typed, inside the fact they are about."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from communique.lexicon.countries import code_of
from communique.lexicon.tables import key
from communique.model.entity import Entity
from communique.model.fact import Dispute, Fact, Side, Source
from communique.model.meeting import DONE, OFF
from communique.resolve.items import Item
from communique.resolve.when import window
from communique.resolve.wordings import numbers, quotations

Texts = Callable[[str], str]
"""From the id of a report to its text."""


def disputed(fact: Fact, items: Sequence[Item], entities: Mapping[str, Entity], texts: Texts) -> Fact:
    """A fact with the contradictions among its own sources."""
    if fact.origins < 2:
        return fact
    found: list[Dispute] = []
    if fact.kind == "meetings":
        found += [
            *_occurrence(fact, items),
            *_dates(fact, items),
            *_places(fact, items, texts),
            *_participants(fact, items, entities),
        ]
    if fact.kind in ("meetings", "proposals", "next_steps"):
        found += _sides(fact, "number", numbers(fact))
    if fact.kind == "statements":
        found += _sides(fact, "wording", quotations(fact))
    return replace(fact, disputes=tuple(found)) if found else fact


def _counted(items: Sequence[Item]) -> list[tuple[int, Item]]:
    """The claims whose words stand, with the numbers of their sources."""
    return [(n, item) for n, item in enumerate(items) if item.source.stands]


def _occurrence(fact: Fact, items: Sequence[Item]) -> list[Dispute]:
    """One report says that it took place, and one published no earlier says that it did not."""
    done = tuple(i for i, item in _counted(items) if item.get("status") in DONE)
    held = tuple(i for i in done if items[i].get("status") == "held")
    off = tuple(
        i
        for i, item in _counted(items)
        if item.get("status") in OFF and held and item.day >= items[held[0]].day and _same_days(item, items[held[0]])
    )
    if not held or not off or not _independent(fact.sources, held, off):
        return []
    sides = Side("held", done), Side(items[off[0]].get("status"), off)
    return [Dispute("occurrence", sides, *_settled(fact, (Side("held", held), sides[1])))]


def _same_days(left: Item, right: Item) -> bool:
    return not left.when.is_known or not right.when.is_known or left.when.overlaps(right.when)


def _dates(fact: Fact, items: Sequence[Item]) -> list[Dispute]:
    """Dates without a day in common, of what took place or of what is planned, with nothing put off in between.

    That it took place on another day than was planned is no contradiction.
    """
    put_off = max((i for i, item in _counted(items) if item.get("status") in OFF), default=-1)
    found = []
    for is_done in (True, False):
        sides: dict[str, list[int]] = defaultdict(list)
        for number, item in _counted(items):
            status = item.get("status")
            if number > put_off and item.when.is_known and status not in OFF and (status in DONE) == is_done:
                sides[item.get("when")].append(number)
        apart = [v for v in sides if any(not window(v).overlaps(window(w)) for w in sides)]
        found += _sides(fact, "date", {v: sides[v] for v in apart})
    return found


def _places(fact: Fact, items: Sequence[Item], texts: Texts) -> list[Dispute]:
    """Places of which neither lies in the other, as far as the reports and the list of states can tell."""
    sides: dict[str, list[int]] = defaultdict(list)
    for number, item in _counted(items):
        if item.get("place"):
            sides[_shown(fact, "place", number)].append(number)
    written = list(sides)
    reports = dict.fromkeys(item.source.report for item in items)
    apart = [v for v in written if any(v != w and not _nested(v, w, map(texts, reports)) for w in written)]
    return _sides(fact, "place", {v: sides[v] for v in apart})


def _nested(left: str, right: str, texts: Iterable[str]) -> bool:
    """One holds the other: the words overlap, both lie in one state, or a report of the event names both."""
    a, b = key(left), key(right)
    if a in b or b in a or (code_of(left) and code_of(left) == code_of(right)):
        return True
    return any(left in text and right in text for text in texts)


def _participants(fact: Fact, items: Sequence[Item], entities: Mapping[str, Entity]) -> list[Dispute]:
    """Two lists that name other people for one side."""
    listed = [(i, item.entities("participants")) for i, item in _counted(items) if item.entities("participants")]
    sides: dict[str, list[int]] = defaultdict(list)
    for number, people in listed:
        if any(_clash(people, other, entities) for _, other in listed):
            sides[", ".join(sorted(entities[p].name for p in people))].append(number)
    return _sides(fact, "participants", sides)


def _clash(left: frozenset[str], right: frozenset[str], entities: Mapping[str, Entity]) -> bool:
    """True when neither list is part of the other and some side is represented by other people altogether."""
    if left <= right or right <= left:
        return False
    states = {entities[p].country for p in left} & {entities[p].country for p in right} - {""}
    return any(
        not {p for p in left if entities[p].country == s} & {p for p in right if entities[p].country == s}
        for s in states
    )


def _sides(fact: Fact, type: str, sides: Mapping[str, Sequence[int]]) -> list[Dispute]:
    """A dispute, if at least two sides rest on origins of their own."""
    standing = {value: tuple(n for n in numbers if fact.sources[n].stands) for value, numbers in sides.items()}
    given = [Side(value, numbers) for value, numbers in standing.items() if numbers]
    origins = [{fact.sources[n].origin for n in side.given} for side in given]
    if len(given) < 2 or len(set().union(*origins)) < 2 or all(o == origins[0] for o in origins):
        return []
    return [Dispute(type, tuple(given), *_settled(fact, given))]


def _shown(fact: Fact, role: str, number: int) -> str:
    return next(v.value for v in fact.values if v.role == role and number in v.given)


def _independent(sources: Sequence[Source], left: Sequence[int], right: Sequence[int]) -> bool:
    return {sources[n].origin for n in left} != {sources[n].origin for n in right}


def _settled(fact: Fact, sides: Sequence[Side]) -> tuple[str, int]:
    """Whether a dispute is open, and which source settled it (-1 while none has).

    It is superseded once every outlet that took another side has come round to the one published last, by the report
    with which the last of them did.
    """
    last = max(sides, key=lambda s: max(s.given))
    against = {fact.sources[n].outlet: n for s in sides if s is not last for n in s.given}
    turned = {
        outlet: next((n for n in sorted(last.given) if n > at and fact.sources[n].outlet == outlet), -1)
        for outlet, at in against.items()
    }
    return ("open", -1) if -1 in turned.values() else ("superseded", max(turned.values()))


def _same_words(left: Source, right: Source) -> bool:
    return left.report == right.report and left.start < right.end and right.start < left.end


def with_denial(fact: Fact, statement: Fact) -> Fact:
    """The denial's words join the fact's sources without counting as support; a denial that stands no more does not."""
    if not statement.origins:
        return fact
    known = len(fact.sources)
    own = {i for i, s in enumerate(fact.sources) if any(_same_words(s, d) for d in statement.sources)}
    against = own if len(own) < known else set()
    done = {n for v in fact.values if v.role == "status" and v.value in DONE for n in v.given} - against
    added = tuple(replace(s, relation="denies") for s in statement.sources)
    kept = tuple(replace(s, relation="denies") if i in against else s for i, s in enumerate(fact.sources))
    sides = (
        Side(fact.status or "reported", tuple(sorted(done)) or tuple(i for i in range(known) if i not in against)),
        Side(f"denied by {statement.get('speaker')}", (*sorted(against), *range(known, known + len(added)))),
    )
    return replace(
        fact,
        sources=(*kept, *added),
        origins=len({s.origin for s in kept if s.stands and s.relation != "denies"}),
        disputes=(*fact.disputes, Dispute("denial", sides)),
        related=(*fact.related, statement.id),
    )
