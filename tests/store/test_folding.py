"""What working in reads of a SQLite file grows with what is worked in, not with the record."""

import sqlite3
from pathlib import Path

from communique.store.connection import connect
from communique.store.folding import BESIDE


def test_versions_of_reports_are_looked_up_without_reading_all_reports(tmp_path: Path) -> None:
    connection = connect(tmp_path / "record.db", create=True)
    try:
        scans = [line for line in _plan(connection, BESIDE) if line.startswith("SCAN")]
    finally:
        connection.close()
    assert scans, "the reports that are asked for are read one after the other"
    assert all("VIRTUAL TABLE" in line for line in scans), scans


def _plan(connection: sqlite3.Connection, sql: str) -> list[str]:
    names = ("numbers", "by", "near", "before", "after", "titled")
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", dict.fromkeys(names, "[]"))]
