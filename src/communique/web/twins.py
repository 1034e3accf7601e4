"""Rows in the forms that programs read: JSON, CSV, Markdown. The same rows as on the page."""

import csv
import json
from collections.abc import Sequence
from dataclasses import fields
from io import StringIO
from typing import Any

from starlette.responses import Response

from communique.model.plain import plain
from communique.model.rows import Words

FORMS = ("json", "csv", "md")
"""Endings of the twins of a page."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run."""


def twin(form: str, title: str, rows: Sequence[Any], *, total: int) -> Response:
    """The rows in one form; `total` is how many there are on all pages."""
    if form == "json":
        body = json.dumps({"title": title, "total": total, "rows": plain(list(rows))}, ensure_ascii=False, indent=1)
        return Response(body, media_type="application/json")
    if form == "csv":
        return Response(_csv(rows), media_type="text/csv; charset=utf-8")
    return Response(_markdown(title, rows), media_type="text/markdown; charset=utf-8")


def _csv(rows: Sequence[Any]) -> str:
    out = StringIO()
    writer = csv.writer(out)
    if rows:
        writer.writerow([field.name for field in fields(rows[0])])
    for row in rows:
        writer.writerow([_inert(_cell(getattr(row, field.name))) for field in fields(row)])
    return out.getvalue()


def _inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _markdown(title: str, rows: Sequence[Any]) -> str:
    lines = [f"# {title}", ""]
    if rows:
        names = [field.name for field in fields(rows[0])]
        lines += [f"| {' | '.join(names)} |", f"|{'---|' * len(names)}"]
        lines += [f"| {' | '.join(_bar(_cell(getattr(row, name))) for name in names)} |" for row in rows]
    return "\n".join(lines) + "\n"


def _bar(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")


def _cell(value: Any) -> str:
    """A value in one cell: several are parted by semicolons, words come with outlet and day."""
    if isinstance(value, tuple):
        return "; ".join(map(_cell, value))
    if isinstance(value, Words):
        return f"{value.outlet}, {value.published[:10]}: “{value.quote}”"
    return value if isinstance(value, str) else json.dumps(plain(value), ensure_ascii=False)
