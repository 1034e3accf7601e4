"""The form with which editors add an entry that was not found in a report."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from communique.errors import QueryError
from communique.model.shapes import SHAPES, TIME
from communique.model.span import Span
from communique.web.desk import Ask, Told
from communique.web.marking import lines

FIRST = "meetings"
"""The kind that the form is for until another is chosen."""

SEVERAL = frozenset("parties participants mediators authors who content".split())
"""Fields that may have several values, one a line."""

PREFIX = "field."
"""What the names of an entry's fields begin with in the form, which has a `kind` of its own."""

LONG = 10
"""Digits that no place in a report has."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form: one of `options` where there are any, else words; of `is_several` one a line."""

    name: str
    value: str
    options: tuple[str, ...]
    is_needed: bool
    is_several: bool
    is_time: bool


def form(ask: Ask) -> Response:
    """The fields of a kind beside the report."""
    kind = ask.asked.get("kind") or FIRST
    if kind not in SHAPES:
        raise QueryError(f"{kind!r}: an entry is one of {', '.join(SHAPES)}.")
    return _shown(ask, {"kind": kind}, "")


def again(ask: Ask, typed: Mapping[str, Any], fault: str) -> Response:
    """The form with what was typed, and what is wrong with it."""
    return _shown(ask, {name: value for name, value in typed.items() if isinstance(value, str)}, fault)


def _shown(ask: Ask, typed: Mapping[str, str], fault: str) -> Response:
    row = ask.view.read(ask.id)
    kind = typed.get("kind", "")
    return ask.page(
        "add.html",
        status=422 if fault else 200,
        title=f"Add an entry: {row.title or 'a report without a title'}",
        row=row,
        lines=[(start, row.text[start:end]) for start, end in lines(row.text)],
        kind=kind if kind in SHAPES else FIRST,
        fields=fields(kind if kind in SHAPES else FIRST, typed),
        typed={name: typed.get(name, "") for name in ("words", "start", "end", "reason")},
        fault=fault,
    )


def fields(kind: str, typed: Mapping[str, str]) -> list[Field]:
    """The fields of a kind, those first that are needed, with what was typed into them."""
    shape = SHAPES[kind]
    ordered = (*shape.needed, *(name for name in shape.fields if name not in shape.needed))
    return [
        Field(
            name,
            typed.get(PREFIX + name, ""),
            tuple(sorted(holds)) if isinstance(holds := shape.fields[name], frozenset) else (),
            name in shape.needed,
            name in SEVERAL,
            holds == TIME,
        )
        for name in ordered
    ]


def add(told: Told) -> str:
    """Keep an entry as it was typed, resting on words of the report."""
    report, kind = told.record.at().report(told.id), told.get("kind")
    shape = SHAPES[kind].fields if kind in SHAPES else {}
    given = {name: _values(name, told.get(PREFIX + name)) for name in shape}
    words = passage(report.text, told.get("words"), (told.get("start"), told.get("end")))
    kept = {name: values for name, values in given.items() if values}
    made = told.signed.add(report.id, kind, kept, words=words, reason=told.get("reason"))
    return f"/report/{report.id}#entry-{made.claim}"


def _values(name: str, typed: str) -> list[str]:
    values = [line.strip() for line in typed.splitlines() if line.strip()]
    return values if name in SEVERAL else [" ".join(values)] if values else []


def passage(text: str, words: str, marked: tuple[str, str] = ("", "")) -> Span:
    """Where words stand in a text: where they were `marked` (from, to) if they are the same, else where they stand
    first. Line breaks and spaces, which pages and forms write in other ways, may differ. Raises `QueryError`.
    """
    wanted = words.split()
    if not wanted:
        raise QueryError("Mark the words of the report that say it, or quote them.")
    if all(at.isascii() and at.isdigit() and len(at) < LONG for at in marked):
        start, end = (int(at) for at in marked)
        inside = text[start:end]
        if inside.split() == wanted:
            start += len(inside) - len(inside.lstrip())
            return Span(start, start + len(inside.strip()))
    found = re.search(r"\s+".join(map(re.escape, wanted)), text)
    if found is None:
        raise QueryError(f"{' '.join(wanted)!r}: these words do not stand in the report; quote them as they do.")
    return Span(*found.span())
