"""From a group of claims to a fact: its values by support, its date, its status and its life."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from communique.model.days import days
from communique.model.entity import Entity
from communique.model.fact import Fact, Source, Transition, Value
from communique.model.identity import content_id
from communique.model.meeting import DONE, OFF, PLANNED
from communique.resolve.chains import followed
from communique.resolve.items import Item
from communique.resolve.when import window

STATUS = {
    "meetings": "status",
    "proposals": "status",
    "offices": "status",
    "next_steps": "modality",
    "positions": "stance",
    "changes": "change",
    "statements": "mode",
    "parties": "role",
    "citations": "kind",
}
"""The field that says how things stand, by kind."""


_IN_ORDER = frozenset({"content"})
"""Fields whose values are parts in the order of the text."""


@lru_cache(maxsize=65536)
def fact_id(kind: str, first: str) -> str:
    """The id of the fact that begins with the claim `first`."""
    return content_id("fact", kind, first)


def fact(kind: str, items: Sequence[Item], entities: Mapping[str, Entity]) -> Fact:
    """The fact that a group of claims amounts to, with the names that `entities` (by id) go by."""
    sources = followed([item.source for item in items])
    stand = [(n, item) for n, item in enumerate(items) if item.source.stands]
    counted = stand or list(enumerate(items))
    life = _life(kind, counted)
    when = _when(kind, counted, sources)
    first, last = days(when)
    return Fact(
        id=fact_id(kind, items[0].id),
        kind=kind,
        status=life[-1].status if life else "",
        when=when,
        first=first,
        last=last,
        values=_values(counted, sources, entities),
        sources=sources,
        origins=len({sources[n].origin for n, _ in stand}),
        life=life,
    )


Counted = Sequence[tuple[int, Item]]
"""The claims that count, with the numbers of their sources."""
Given = tuple[str, str, list[int]]
"""A value as shown, the entity it stands for, and the numbers of the sources that give it."""


def _values(counted: Counted, sources: Sequence[Source], entities: Mapping[str, Entity]) -> tuple[Value, ...]:
    given: dict[str, dict[str, Given]] = defaultdict(dict)
    for number, item in counted:
        for a in item.claim.arguments:
            entity = item.entity.get((a.role, a.value), "")
            shown = entities[entity].name if entity else a.value
            at = given[a.role].setdefault(entity or a.value.casefold(), (shown, entity, []))[2]
            if number not in at:
                at.append(number)
    return tuple(
        Value(role, shown, tuple(numbers), entity)
        for role in sorted(given)
        for shown, entity, numbers in _by_support(role, given[role].values(), sources)
    )


def _by_support(role: str, found: Iterable[Given], sources: Sequence[Source]) -> list[Given]:
    """Values with the most independent origins first, then the earliest; parts of a text stay in its order."""
    values = list(found)
    if role in _IN_ORDER or len(values) == 1:
        return values
    return sorted(values, key=lambda v: (-len({sources[n].origin for n in v[2]}), v[2][0]))


def _life(kind: str, counted: Counted) -> tuple[Transition, ...]:
    """Changes of status in the order of publication. A plan that is retold after the event changes nothing."""
    role = STATUS.get(kind, "")
    steps: list[Transition] = []
    all_denied = all(item.is_denied for _, item in counted)
    for number, item in counted:
        status, when = item.get(role), item.get("when")
        if not status or (item.is_denied and not all_denied) or (steps and _is_retold(kind, steps, status, item)):
            continue
        if not steps or steps[-1].status != status or (when and steps[-1].when and when != steps[-1].when):
            steps.append(Transition(item.source.published, status, when, number))
    return tuple(steps)


def _is_retold(kind: str, steps: Sequence[Transition], status: str, item: Item) -> bool:
    last = steps[-1].status
    if kind == "meetings":
        renewed = item.when.is_known and not item.when.overlaps(window(steps[-1].when))
        return (last in DONE and status in PLANNED) or (last in OFF and status in PLANNED and not renewed)
    if kind == "proposals":
        return _stage(status) < _stage(last) and item.source.published <= steps[-1].published
    return False


_STAGES = "floated submitted under_discussion revised agreed signed in_force".split()


def _stage(status: str) -> int:
    return _STAGES.index(status) if status in _STAGES else len(_STAGES)


def _when(kind: str, counted: Counted, sources: Sequence[Source]) -> str:
    """The date with the most independent origins, then the narrowest, then the one published last.

    Of a meeting that was put off, only dates given since count; of one that took place, not those it was planned for.
    """
    dated = [(i, item) for i, item in counted if item.when.is_known]
    if kind == "meetings":
        put_off = max((i for i, item in dated if item.get("status") in OFF), default=-1)
        dated = [(i, item) for i, item in dated if i > put_off] or dated
        dated = [(i, item) for i, item in dated if item.get("status") in DONE] or dated
    by_value: dict[str, list[int]] = defaultdict(list)
    for number, item in dated:
        by_value[item.get("when")].append(number)

    def rank(value: str) -> tuple[int, int, int]:
        numbers = by_value[value]
        width = window(value).last - window(value).first
        return -len({sources[n].origin for n in numbers}), width, -numbers[-1]

    return min(by_value, key=rank, default="")
