"""The default store: one SQLite file (WAL, STRICT tables, FTS5), for one desk and many readers."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.store.connection import connect, guarded
from communique.store.hits import SqliteSearch
from communique.store.reading import SqliteView
from communique.store.workings import SqliteSettling
from communique.store.writing import SqliteWriter


class SqliteStore:
    """A record in the file `path`; with `create` an absent file is made."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self._hold(path, connect(path, create=create))

    def _hold(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path, self._db = path, connection
        self.settling = SqliteSettling(connection, path)

    @property
    def is_read_only(self) -> bool:
        """True when nothing can be written, the workings included."""
        return bool(self._db.execute("PRAGMA query_only").fetchone()[0])

    def copied(self) -> "SqliteStore":
        """The same record in memory, where its workings can be written."""
        store = SqliteStore.__new__(SqliteStore)
        memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        with guarded(self.path):
            self._db.backup(memory)
        store._hold(self.path, memory)
        return store

    @contextmanager
    def writer(self, *, recorded: str) -> Iterator[SqliteWriter]:
        """Write as of `recorded` (ISO 8601, UTC)."""
        yield SqliteWriter(self._db, self.path, recorded)

    def view(self, *, recorded_by: str = "") -> SqliteView:
        """The record as it was at `recorded_by`, or as it is now."""
        return SqliteView(self._db, self.path, recorded_by)

    def facts(self, *, known_by: str = "", recorded_by: str = "") -> SqliteSearch:
        """What the workings hold of what was published by the end of a day, as of a moment."""
        with guarded(self.path):
            sql = "SELECT coalesce(max(number), 0) FROM moment WHERE recorded <= ?"
            at = self._db.execute(sql, (recorded_by or "~",)).fetchone()[0]
        return SqliteSearch(self._db, self.path, at, recorded_by or "~", known_by=known_by)

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
