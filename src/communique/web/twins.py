"""Rows in the forms that programs read: JSON, CSV, Markdown. The same rows as on the page."""

import csv
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from io import StringIO
from typing import Any

from starlette.responses import Response

from communique.model.fact import Change
from communique.model.marks import changed_by, lost
from communique.model.plain import plain
from communique.model.rows import Passage, Words

FORMS = ("json", "csv", "md")
"""Endings of the twins of a page."""
TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8", "md": "text/markdown; charset=utf-8"}
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run."""

Sections = Mapping[str, Sequence[Any]]


def twin(form: str, title: str, rows: Sequence[Any], *, more: str = "") -> Response:
    """The rows of a list in one form; `more` is the address of the next page, "" on the last one."""
    body = {"title": title, "next": more, "rows": plain(list(rows))}
    text = _json(body) if form == "json" else _csv(rows) if form == "csv" else _markdown(title, {"": rows})
    headers = {"link": f'<{more}>; rel="next"'} if more else {}
    return Response(text, media_type=TYPES[form], headers=headers)


def twin_of(form: str, title: str, about: Any, sections: Sections) -> Response:
    """A page about one thing in one form: JSON holds all that is known `about` it, the others its tables."""
    parts = {name: rows for name, rows in sections.items() if rows}
    if form == "json":
        text = _json({**plain(about), **{name: plain(list(rows)) for name, rows in parts.items()}})
    elif form == "csv":
        text = _csv_of(parts)
    else:
        text = _markdown(title, parts)
    return Response(text, media_type=TYPES[form])


def _json(body: Any) -> str:
    return json.dumps(body, ensure_ascii=False, indent=1)


def _csv(rows: Sequence[Any]) -> str:
    return _written([names(rows), *([cell(getattr(row, name)) for name in names(rows)] for row in rows)])


def _csv_of(sections: Sections) -> str:
    """One table of all sections, with every field that any of them has."""
    every = list(dict.fromkeys(name for rows in sections.values() for name in names(rows)))
    lines = [
        [section, *(cell(getattr(row, name, "")) for name in every)]
        for section, rows in sections.items()
        for row in rows
    ]
    return _written([["section", *every], *lines])


def _written(lines: Sequence[Sequence[str]]) -> str:
    out = StringIO()
    writer = csv.writer(out)
    writer.writerows([_inert(value) for value in line] for line in lines if line)
    return out.getvalue()


def _inert(value: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    is_number = re.fullmatch(r"-?\d+(\.\d+)?", value)
    return f"'{value}" if value.startswith(FORMULA) and not is_number else value


def _markdown(title: str, sections: Sections) -> str:
    lines = [f"# {_bar(title)}", ""]
    for section, rows in sections.items():
        lines += [f"## {section}", ""] if section else []
        heads = names(rows)
        lines += [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"] if heads else []
        lines += [f"| {' | '.join(_bar(cell(getattr(row, name))) for name in heads)} |" for row in rows]
        lines.append("")
    return "\n".join(lines)


def _bar(value: str) -> str:
    """Text that Markdown takes for text."""
    for mark in "\\`*_[]|<>#":
        value = value.replace(mark, f"\\{mark}")
    return " ".join(value.split())


def names(rows: Sequence[Any]) -> list[str]:
    """The columns of rows."""
    return [field.name for field in fields(rows[0])] if rows else []


def cell(value: Any) -> str:
    """A value in one cell: several are parted by semicolons; words come with outlet and day, with what people changed
    of their entry, and since when they stand no more.
    """
    if isinstance(value, tuple):
        return "; ".join(map(cell, value))
    if isinstance(value, Words):
        return _cited(value, value.quote, *map(changed_by, value.changes))
    if isinstance(value, Passage):
        return _cited(value, value.words)
    if isinstance(value, Change):
        return changed_by(value)
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(plain(value), ensure_ascii=False)


def _cited(words: Words | Passage, quote: str, *changes: str) -> str:
    marks = "".join(f" [{mark}]" for mark in (*changes, *lost(words)))
    return f"{words.outlet}, {words.published[:10]}: “{quote}”{marks}"
