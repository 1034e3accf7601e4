"""The workings of a SQLite file: what the record amounts to, and what is still to be worked in."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.store.connection import guarded
from communique.store.folding import FoldTables
from communique.store.knowing import CopyTables, NameTables
from communique.store.latest import LatestTables
from communique.store.seam import Pending
from communique.store.shelving import ShelfTables

TABLES = (
    "moment settled pending trace spoken known name block edge entity entity_word sketch sketched copied origin item "
    "cell shelf fact named denial stated worked_out notice session homed latest reach"
).split()
"""What may be thrown away at any time."""


class SqliteWorkings(NameTables, CopyTables, FoldTables, ShelfTables, LatestTables):
    """All of it, at one moment."""


class SqliteSettling:
    """Works in what was recorded, moment after moment."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._db, self._path = connection, path

    def is_behind(self, rules: str) -> bool:
        """True when something is to be worked in, or was worked in by other rules."""
        with guarded(self._path):
            settled = self._db.execute("SELECT rules FROM settled").fetchone()
            return settled != (rules,) or self._db.execute("SELECT 1 FROM pending LIMIT 1").fetchone() is not None

    def prepare(self, rules: str) -> None:
        """Throw the workings away if they were made by other rules, or if something older was recorded since."""
        with guarded(self._path):
            settled = self._db.execute("SELECT rules FROM settled").fetchone()
            oldest = self._db.execute("SELECT min(recorded) FROM pending").fetchone()[0]
            latest = self._db.execute("SELECT max(recorded) FROM moment").fetchone()[0]
            if settled == (rules,) and (oldest is None or latest is None or oldest >= latest):
                return
            with self._whole():
                for table in TABLES:
                    self._db.execute(f"DELETE FROM {table}")
                self._db.execute("INSERT INTO settled VALUES (1, ?)", (rules,))
                self._db.execute(
                    "INSERT INTO pending SELECT DISTINCT reading.recorded, 'report', report.number FROM reading "
                    "JOIN report ON report.id = reading.report"
                )
                self._db.execute(
                    "INSERT OR IGNORE INTO pending SELECT recorded, 'name', left_id FROM judgement "
                    "UNION SELECT recorded, 'name', right_id FROM judgement"
                )
                self._db.execute(
                    "INSERT OR IGNORE INTO pending SELECT correction.recorded, 'report', report.number FROM correction "
                    "LEFT JOIN claim ON claim.id = correction.claim "
                    "JOIN report ON report.id IN (claim.report, correction.claim)"
                )

    def pending(self, most: int) -> Pending | None:
        """At most so many reports, and names, of the oldest moment that is not yet worked in."""
        with guarded(self._path):
            recorded = self._db.execute("SELECT min(recorded) FROM pending").fetchone()[0]
            if recorded is None:
                return None
            # in order of publication, in which little that was placed before must be looked at again
            sql = """SELECT report.number FROM pending JOIN report ON report.number = CAST(pending.id AS INTEGER)
                WHERE pending.recorded = ? AND what = 'report' ORDER BY published, report.id LIMIT ?"""
            reports = tuple(row[0] for row in self._db.execute(sql, (recorded, most)))
            sql = "SELECT id FROM pending WHERE recorded = ? AND what = 'name' ORDER BY id"
            names = tuple(row[0] for row in self._db.execute(sql, (recorded,)))
        return Pending(recorded, reports, names)

    def unmade(self) -> Pending | None:
        """The last moment, with nothing to be worked in, where some facts are still to be put together at it."""
        with guarded(self._path):
            sql = "SELECT max(recorded) FROM moment WHERE EXISTS (SELECT 1 FROM latest WHERE body = '')"
            recorded = self._db.execute(sql).fetchone()[0]
        return Pending(recorded, (), ()) if recorded else None

    @contextmanager
    def work(self, pending: Pending) -> Iterator[SqliteWorkings]:
        """The workings of a moment, to work in what is pending; whole or not at all."""
        with guarded(self._path, "nothing of this was worked out"), self._whole():
            self._db.execute("INSERT OR IGNORE INTO moment (recorded) VALUES (?)", (pending.recorded,))
            at = self._db.execute("SELECT number FROM moment WHERE recorded = ?", (pending.recorded,)).fetchone()[0]
            yield SqliteWorkings(self._db, self._path, at, pending.recorded)
            done = [(pending.recorded, "report", str(number)) for number in pending.reports]
            done += [(pending.recorded, "name", id) for id in pending.names]
            self._db.executemany("DELETE FROM pending WHERE recorded = ? AND what = ? AND id = ?", done)

    @contextmanager
    def _whole(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise
