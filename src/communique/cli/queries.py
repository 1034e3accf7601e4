"""The commands that take questions in words: find, ask."""

import json
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from communique.cli.columns import ident, reports, when
from communique.cli.record import AsJson, KnownBy, Limit, Offset, RecordedBy, RecordFile, moment
from communique.cli.render import Column, Page, put, short
from communique.model.labels import plainly

COLUMNS: Sequence[Column[Any]] = (
    when(),
    Column("Kind", lambda r: f"{plainly(r.kind)}, {plainly(r.status)}".rstrip(", "), 12),
    Column("What", lambda r: short(r.what), ratio=2),
    reports(),
    ident(),
)


def find(
    query: Annotated[
        str, typer.Argument(help='For example: meeting party:Oman place:Oslo when:2031-05 -status:held "border plan"')
    ],
    *,
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    limit: Limit = None,
    offset: Offset = 0,
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Find entries by kind and fields: the query language that docs/queries.md describes."""
    page = Page(as_json, limit, offset)
    with moment(record, known_by, recorded_by) as held:
        put(held.find(query, **page.asked()), COLUMNS, page)


def ask(
    question: Annotated[str, typer.Argument(help='For example: "Who met whom in Geneva in November?"')],
    *,
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    limit: Limit = None,
    offset: Offset = 0,
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Ask in plain words, in one of the fixed forms that docs/queries.md lists; entries and their words answer."""
    page = Page(as_json, limit, offset)
    with moment(record, known_by, recorded_by) as held:
        answer = held.ask(question, **page.asked())
    if as_json:
        print(json.dumps({"question": question, "form": answer.form, "asked": dict(answer.asked)}, ensure_ascii=False))
    else:
        print(f"asked: {', '.join(f'{name} {value}' for name, value in answer.asked) or 'all'}", file=sys.stderr)
    put(answer.rows, COLUMNS, page)
