"""The form with which editors add an entry that was not found in a report."""

import re
from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from communique.errors import QueryError
from communique.model.shapes import SHAPES, shape_of
from communique.model.span import Span
from communique.web.desk import Ask, Told
from communique.web.fields import PREFIX, SEVERAL, split, to_add
from communique.web.marking import lines

FIRST = "meetings"
"""The kind that the form is for until another is chosen."""

CHOOSE = "choose"
"""What the form says when it is to be one for another kind, `instead`."""

LONG = 10
"""Digits that no place in a report has."""


def form(ask: Ask) -> Response:
    """The fields of a kind beside the report."""
    kind = ask.asked.get("kind") or FIRST
    if kind not in SHAPES:
        raise QueryError(f"{kind!r}: an entry is one of {', '.join(SHAPES)}.")
    return _shown(ask, {"kind": kind}, "")


def again(ask: Ask, typed: Mapping[str, Any], fault: str) -> Response:
    """The form with what was typed, for the kind that was chosen, and what is wrong with it."""
    kept = {name: value for name, value in typed.items() if isinstance(value, str)}
    return _shown(ask, kept | {"kind": kept.get("instead", "")} if kept.get("action") == CHOOSE else kept, fault)


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
        fields=to_add(kind if kind in SHAPES else FIRST, typed),
        typed={name: typed.get(name, "") for name in ("words", "start", "end", "reason")},
        fault=fault,
    )


def add(told: Told) -> str:
    """Keep an entry as it was typed, resting on words of the report; nothing yet where another kind was chosen."""
    if told.get("action") == CHOOSE:
        return ""
    report, kind = told.record.at().report(told.id), told.get("kind")
    shape = shape_of(kind).fields
    given = {name: split(told.get(PREFIX + name), is_several=name in SEVERAL) for name in shape}
    words = passage(report.text, told.get("words"), (told.get("start"), told.get("end")))
    kept = {name: values for name, values in given.items() if values}
    made = told.signed.add(report.id, kind, kept, words=words, reason=told.get("reason"))
    return f"/report/{report.id}#entry-{made.claim}"


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
