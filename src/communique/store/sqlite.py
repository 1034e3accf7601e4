"""The default store: one SQLite file (WAL, STRICT tables, FTS5), for one desk and many readers."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.store.caching import SqliteCache
from communique.store.connection import connect, guarded
from communique.store.reading import SqliteView
from communique.store.writing import SqliteWriter


class SqliteStore:
    """A record in the file `path`; with `create` an absent file is made."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.path = path
        self._db = connect(path, create=create)
        self.cache = SqliteCache(self._db, path)

    @contextmanager
    def writer(self, *, recorded: str) -> Iterator[SqliteWriter]:
        """Write as of `recorded` (ISO 8601, UTC)."""
        yield SqliteWriter(self._db, self.path, recorded)

    def view(self, *, recorded_by: str = "") -> SqliteView:
        """The record as it was at `recorded_by`, or as it is now."""
        return SqliteView(self._db, self.path, recorded_by)

    def check(self) -> list[str]:
        """What is wrong with the file: SQLite's own checks, dangling references, and passages that do not re-read."""
        with guarded(self.path):
            found = [row[0] for row in self._db.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
            dangling = self._db.execute("PRAGMA foreign_key_check").fetchall()
            found += [f"{row[0]} row {row[1]} refers to a missing {row[2]}" for row in dangling[:20]]
            return found + self._unread()

    def close(self) -> None:
        """Let go of the file."""
        try:
            self._db.close()
        except sqlite3.Error:  # closing after a failed disk: everything committed is in the file already
            return

    def _unread(self) -> list[str]:
        """Passages whose words are not at their place, from the whole record, by SQLite itself."""
        sql = """SELECT claim.id, {table}.first, {table}.last FROM {table} JOIN claim ON claim.number = {table}.claim
            JOIN report ON report.id = claim.report
            WHERE substr(report.text, {table}.first + 1, {table}.last - {table}.first) <> {table}.quote LIMIT 20"""
        return [
            f"claim {id}: the words at {first}..{last} are not those of the report"
            for table in ("argument", "evidence")
            for id, first, last in self._db.execute(sql.format(table=table))
        ]
