"""What the parts of the workings share: rows that are kept with the moments between which the record held them."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from communique.model.days import shifted

FOREVER = 10**7
"""The number of a day after all days."""

LATEST = 2**63 - 1
"""`until` of a row that the record still holds."""

Row = tuple[Any, ...]


class Tables:
    """The workings of one file at one moment, `at`, given by its number in the table `moment`.

    `by` is when the moment was, ISO 8601; "~" for now.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, at: int, by: str = "~") -> None:
        self._db, self._path, self._at, self._by = connection, path, at, by

    def _rows(self, sql: str, **given: Any) -> list[Any]:
        return self._db.execute(sql, {"at": self._at, "by": self._by, **given}).fetchall()

    def _replace(self, table: str, keys: Mapping[str, Any], columns: Sequence[str], rows: Iterable[Row]) -> None:
        """Make `rows` (values of `columns`) the rows of `table` with these keys, as of this moment."""
        where = " AND ".join(f"{name} = ?" for name in keys)
        held = self._db.execute(
            f"SELECT {', '.join(columns)}, since FROM {table} WHERE {where} AND until = {LATEST}", tuple(keys.values())
        ).fetchall()
        new = dict.fromkeys(rows)
        gone = [row for row in held if row[:-1] not in new]
        for *row, since in gone:
            at = (*keys.values(), *row)
            same = where + "".join(f" AND {name} = ?" for name in columns)
            if since == self._at:
                self._db.execute(f"DELETE FROM {table} WHERE {same} AND until = {LATEST}", at)
            else:
                self._db.execute(f"UPDATE {table} SET until = ? WHERE {same} AND until = {LATEST}", (self._at, *at))
        kept = {row[:-1] for row in held}
        marks = ", ".join("?" * (len(keys) + len(columns) + 2))
        self._db.executemany(
            f"INSERT INTO {table} ({', '.join((*keys, *columns))}, since, until) VALUES ({marks})",
            [(*keys.values(), *row, self._at, LATEST) for row in new if row not in kept],
        )


def place_after(day: str) -> str:
    """The first place in the order of folding after a day; after every place without one."""
    return shifted(day, 1) if day else "~"


def day_number(day: str, unknown: int = 0) -> int:
    """A day as a number; `unknown` without one."""
    return date.fromisoformat(day).toordinal() if day else unknown


def listed(values: Collection[Any]) -> str:
    """Values as SQLite's `json_each` reads them."""
    if all(type(value) is int for value in values):
        return f"[{','.join(map(str, values))}]"
    return json.dumps(list(values))


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def compact(value: Any) -> str:
    """A value as JSON without spaces."""
    return _ENCODER.encode(value)
