"""Rows on the screen: a table for people, one JSON object a line for programs. No colour and no progress in a pipe."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any, Generic, TypeVar

from communique.model.labels import outlet_called
from communique.model.marks import changed_by, lost
from communique.model.plain import plain
from communique.model.rows import Words

T = TypeVar("T")

PIPE_WIDTH = 120
"""Columns of a table that goes into a file or a pipe, unless COLUMNS says otherwise."""

ROWS = 50
"""Rows of a table, unless more are asked for."""

QUOTED = 180
"""Characters of a report's words shown in a table; `show` gives them all."""


@dataclass(frozen=True)  # without slots: with them `Column[Any](…)` fails on early releases of Python 3.11
class Column(Generic[T]):
    """One column: its heading, what stands in it, and its width (0: shares what is left)."""

    head: str
    cell: Callable[[T], str]
    width: int = 0
    ratio: int = 1


@dataclass(frozen=True, slots=True)
class Page:
    """Which rows of a list are written, and how; without a limit a table has the first `ROWS`, JSON has all."""

    as_json: bool
    limit: int | None
    offset: int

    @property
    def size(self) -> int:
        """Rows that are written at most; 0 for all."""
        return self.limit if self.limit is not None else 0 if self.as_json else ROWS

    def asked(self) -> dict[str, Any]:
        """The page as the record is asked for it: one row more, so that one can tell whether there are others."""
        return {"limit": self.size + 1 if self.size else None, "offset": self.offset}


def put(rows: Sequence[T], columns: Sequence[Column[T]], page: Page) -> None:
    """Write a page of rows as a table, or as JSON Lines."""
    shown = rows[: page.size] if page.size else rows
    if page.as_json:
        text(map(_json, shown))
    elif shown:
        _table(shown, columns)
    else:
        print("Nothing in the record answers this.", file=sys.stderr)
    if len(rows) > len(shown):
        print(f"There are more: --offset {page.offset + page.size}, or --limit 0 for all.", file=sys.stderr)


def put_one(found: object, lines: Iterable[str], *, as_json: bool) -> None:
    """Write one thing in full: in these lines, or as one JSON object."""
    text([_json(found)] if as_json else lines)


def text(lines: Iterable[str]) -> None:
    """Write lines as they are."""
    for line in lines:
        sys.stdout.write(line + "\n")


def cite(sources: Sequence[Words]) -> str:
    """Outlet, date and words of the first source, and how many others there are."""
    if not sources:
        return ""
    first = sources[0]
    origin = f" after {outlet_called(first.origin)}" if first.relation in ("copy", "credit") else ""
    others = len({w.report for w in sources}) - 1
    more = f" (+{others})" if others > 0 else ""
    said = f"{outlet_called(first.outlet)}{origin}, {first.published[:10]}{more}: “{short(first.quote)}”"
    return said + marks(sources)


def marks(sources: Sequence[Words]) -> str:
    """What people changed of the entries behind a row, and whether the words have gone from the outlets' reports."""
    changes = dict.fromkeys(change for words in sources for change in words.changes)
    gone = [mark for words in sources for mark in lost(words)[:1]]
    part = "" if len(gone) == len(sources) else f"{len(gone)} of {len(sources)} entries "
    last = [f" [{part}{max(gone, key=lambda mark: mark[-10:])}]"] if gone else []
    return "".join((*(f" [{changed_by(change)}]" for change in changes), *last))


def short(words: str, limit: int = QUOTED) -> str:
    """Words on one line, cut at a word."""
    line = " ".join(words.split())
    return line if len(line) <= limit else line[: limit - 1].rsplit(" ", 1)[0] + " …"


def _json(row: object) -> str:
    return json.dumps(plain(row), ensure_ascii=False)


def width() -> int:
    """Columns to write in."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit():
        from shutil import get_terminal_size

        return get_terminal_size().columns
    return PIPE_WIDTH


def _table(rows: Sequence[Any], columns: Sequence[Column[Any]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, expand=True, show_edge=False)
    for column in columns:
        table.add_column(
            column.head,
            width=column.width or None,
            ratio=None if column.width else column.ratio,
            overflow="fold",
            style="bold" if column.head == "When" else "dim" if column.head == "Id" else None,
        )
    for row in rows:
        table.add_row(*(Text(column.cell(row)) for column in columns))
    if sys.stdout.isatty():
        Console(width=width(), highlight=False).print(table)
        return
    plain_text = StringIO()
    Console(file=plain_text, width=width(), highlight=False).print(table)
    text(line.rstrip() for line in plain_text.getvalue().splitlines())
