"""The file beside the record: `talks.db.desk` for `talks.db`, readable by its owner alone."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from communique.errors import RecordError

MARK = 0x434F4D44
"""`PRAGMA application_id` of these files: COMD."""


def beside(record: Path) -> Path:
    """The file of a record's desk."""
    return record.with_name(f"{record.name}.desk")


@contextmanager
def opened(path: Path, *, writes: bool = True) -> Iterator[sqlite3.Connection]:
    """The desk's file for one transaction: kept whole, or not at all; a file that is not there is made. Raises
    `RecordError` where it cannot be used.
    """
    try:
        _made(path)
        connection = sqlite3.connect(path, isolation_level=None, timeout=10)
        try:
            connection.execute("BEGIN IMMEDIATE" if writes or not path.stat().st_size else "BEGIN")
            _prepare(connection, path)
            yield connection
            connection.execute("COMMIT")
        finally:
            connection.close()
    except (sqlite3.Error, OSError) as error:
        raise RecordError(f"{path}: the desk's file cannot be used ({error}). Check the file's permissions.") from error


def _made(path: Path) -> None:
    if not path.exists():
        path.touch(mode=0o600)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    if mark == MARK:
        return
    if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        raise RecordError(f"{path}: this is a database of another program. Move it away.")
    for statement in _statements(files("communique.web.book").joinpath("book.sql").read_text(encoding="utf-8")):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {MARK}")


def _statements(sql: str) -> Iterator[str]:
    """Statements one by one: a script would end the transaction."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
