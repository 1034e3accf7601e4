"""The fields of a form about an entry: which there are, what each may hold, and what was typed into them."""

from collections.abc import Mapping
from dataclasses import dataclass

from communique.model.rows import ReadEntry
from communique.model.shapes import TIME, WORDS, Holds, shape_of

PREFIX = "field."
"""What the names of an entry's fields begin with in a form, which has fields of its own."""

SEVERAL = frozenset("parties participants mediators authors who content".split())
"""Fields that may have several values, one a line."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form: one of `options` where there are any, else words; of `is_several` one a line."""

    name: str
    value: str
    options: tuple[str, ...]
    is_needed: bool
    is_several: bool
    is_time: bool


def to_add(kind: str, typed: Mapping[str, str]) -> list[Field]:
    """The fields of a kind, those first that are needed, with what was typed into them."""
    needed = shape_of(kind).needed
    return [
        Field(
            name,
            typed.get(PREFIX + name, ""),
            _options(kind, name),
            name in needed,
            name in SEVERAL,
            _is_time(kind, name),
        )
        for name in _ordered(kind)
    ]


def to_edit(entry: ReadEntry) -> list[Field]:
    """The fields of an entry's kind and those that it has beside them, with its values; each may be emptied."""
    kind, has = entry.kind, values_of(entry)
    return [
        Field(
            name,
            "\n".join(has.get(name, ())),
            _options(kind, name, *has.get(name, ())),
            False,
            is_several(name, has),
            _is_time(kind, name),
        )
        for name in dict.fromkeys((*_ordered(kind), *has))
    ]


def values_of(entry: ReadEntry) -> dict[str, list[str]]:
    """The values of an entry by field, each in one line."""
    found: dict[str, list[str]] = {}
    for mark in entry.marks:
        if mark.role != "evidence":
            found.setdefault(mark.role, []).append(_plain(mark.value))
    return found


def changed(entry: ReadEntry, typed: Mapping[str, str]) -> dict[str, list[str]]:
    """The fields of an entry into which something else was typed than it has, with the new values."""
    has = values_of(entry)
    given = {name: split(typed[PREFIX + name], is_several=is_several(name, has)) for name in _named(typed)}
    return {name: values for name, values in given.items() if values != has.get(name, [])}


def split(typed: str, *, is_several: bool) -> list[str]:
    """The values that were typed into a field."""
    values = [line for line in map(_plain, typed.splitlines()) if line]
    return values if is_several else [" ".join(values)] if values else []


def is_several(name: str, has: Mapping[str, list[str]]) -> bool:
    """True for a field that may have several values, or has them in an entry."""
    return name in SEVERAL or len(has.get(name, ())) > 1


def _named(typed: Mapping[str, str]) -> list[str]:
    return [name.removeprefix(PREFIX) for name in typed if name.startswith(PREFIX)]


def _ordered(kind: str) -> tuple[str, ...]:
    shape = shape_of(kind)
    return (*shape.needed, *(name for name in shape.fields if name not in shape.needed))


def _holds(kind: str, name: str) -> Holds:
    return shape_of(kind).fields.get(name, WORDS)


def _options(kind: str, name: str, *others: str) -> tuple[str, ...]:
    holds = _holds(kind, name)
    return tuple(sorted({*holds, *others})) if isinstance(holds, frozenset) else ()


def _is_time(kind: str, name: str) -> bool:
    return _holds(kind, name) == TIME


def _plain(value: str) -> str:
    return " ".join(value.split())
