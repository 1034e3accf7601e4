"""Opening the file: a clear word for every way in which that fails, and the numbered migrations."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from communique.errors import RecordError

MARK = 0x434F4D51
"""`PRAGMA application_id` of our files: COMQ."""

WAIT = 10_000
"""Milliseconds to wait for another program that is writing."""

CACHE = 64_000
"""Kilobytes of the file that a connection may keep at hand: enough for the inner pages of the indexes of a record of
100,000 reports, so that working one in costs as much as in a small record."""

MAGIC = b"SQLite format 3\x00"


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """Open a record, bring its schema up to date, and refuse politely what is not a record."""
    if not path.exists() and not create:
        raise RecordError(f"{path}: there is no record here. Make one with `communique add FILE… --record {path}`.")
    _check_magic(path)
    with guarded(path):
        connection = _open(path)
        try:
            version = _version(connection, path)
            _migrate(connection, path, version)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def guarded(path: Path, doing: str = "") -> Iterator[None]:
    """Turn SQLite's errors into ours; `doing` says what was not done ("nothing of report x was kept")."""
    try:
        yield
    except sqlite3.Error as error:
        raise RecordError(_message(path, error, doing)) from error


def _message(path: Path, error: sqlite3.Error, doing: str) -> str:
    said = str(error)
    lost = f" {doing[0].upper()}{doing[1:]}; what was kept before is safe." if doing else ""
    if "full" in said:
        return f"{path}: the disk is full.{lost} Free some space and run the same command again."
    if "locked" in said or "busy" in said:
        return f"{path}: another program is writing to this record.{lost} Try again when it has finished."
    if "readonly" in said or "unable to open" in said:
        return f"{path}: cannot be opened for writing ({said}).{lost} Check the folder's and the file's permissions."
    if "I/O" in said or "disk" in said:
        return f"{path}: the disk failed ({said}).{lost} Check the disk, then run `communique doctor`."
    if isinstance(error, sqlite3.DatabaseError) and ("malformed" in said or "not a database" in said):
        return (
            f"{path}: the record is damaged ({said}).{lost} Restore a backup, or add the reports again to a new file."
        )
    return f"{path}: the record cannot be used ({said}).{lost} Run `communique doctor --record {path}`."


def _check_magic(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
    except FileNotFoundError:
        return
    except OSError as error:
        raise RecordError(f"{path}: cannot be read ({error.strerror}). Name a file with --record.") from error
    if start and start != MAGIC:
        raise RecordError(
            f"{path}: this is no record, or its beginning is damaged. Restore a backup, or name another file."
        )


def _open(path: Path) -> sqlite3.Connection:
    writable = os.access(path if path.exists() else path.parent, os.W_OK)
    address = path.absolute().as_uri() + ("" if writable else "?mode=ro&immutable=1")
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=WAIT / 1000, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    connection.execute("PRAGMA mmap_size = 0")  # a disk that fails under a mapped file ends the program without a word
    if writable:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    else:
        connection.execute("PRAGMA query_only = ON")
    return connection


def _version(connection: sqlite3.Connection, path: Path) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    mark = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    if tables and mark != MARK:
        raise RecordError(f"{path}: this is a database of another program. Name another file with --record.")
    latest = len(migrations())
    if version > latest:
        raise RecordError(
            f"{path}: written by a newer communique (schema {version}, this one knows {latest}). "
            "Upgrade with `pip install -U communique`, or `communique export` with the newer one."
        )
    return version


def migrations() -> list[str]:
    """The SQL of every migration, in order; their names begin with their number."""
    folder = files("communique.store").joinpath("migrations")
    named = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return [f.read_text(encoding="utf-8") for f in named]


def _migrate(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Apply what is missing, each migration whole or not at all, after a backup of a record that holds something."""
    steps = migrations()
    if 0 < version < len(steps):
        backup = path.with_name(f"{path.name}.before-{version + 1}")
        if not backup.exists():
            connection.execute("VACUUM INTO ?", (str(backup),))
    for number, sql in enumerate(steps[version:], version + 1):
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE;\nPRAGMA application_id = {MARK};\n{sql}\nPRAGMA user_version = {number};\nCOMMIT;"
            )
        except sqlite3.Error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
