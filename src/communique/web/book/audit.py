"""What was done at the desk, by whom, from where: rows are added, never changed, and each seals those before it."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from sqlite3 import Connection

REFUSED = "refused"
"""The action of a sign-in with a wrong name or password."""
WINDOW = timedelta(minutes=15)
MOST_OF_NAME, MOST_OF_ADDRESS = 5, 30
"""Wrong passwords in this time, for one name from one address and for any, before no more are heard."""


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing that was done."""

    number: int
    at: str
    person: str
    action: str
    about: str
    address: str


def note(book: Connection, action: str, about: str, *, at: str, person: str, address: str = "") -> None:
    """Write down that something was done."""
    last = book.execute("SELECT number, seal FROM audit ORDER BY number DESC LIMIT 1").fetchone() or (0, "")
    row = Noted(last[0] + 1, at, person, action, about, address)
    book.execute(
        "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)",
        (row.number, at, person, action, about, address, _seal(row, last[1])),
    )


def noted(book: Connection, *, limit: int = -1, offset: int = 0) -> list[Noted]:
    """What was done, the last first."""
    sql = """SELECT number, at, person, action, about, address FROM audit ORDER BY number DESC LIMIT ? OFFSET ?"""
    return [Noted(*row) for row in book.execute(sql, (limit, offset))]


def broken(book: Connection) -> int:
    """The number of the first row that is not as it was written, or lacks the one before it; 0 when all is whole."""
    seal = ""
    rows = book.execute("SELECT number, at, person, action, about, address, seal FROM audit ORDER BY number")
    for expected, (*values, held) in enumerate(rows, 1):
        row = Noted(*values)
        seal = _seal(row, seal)
        if row.number != expected or held != seal:
            return expected
    return 0


def is_too_often(book: Connection, name: str, address: str, *, now: str) -> bool:
    """True when so many wrong passwords came that no more are heard for a while."""
    since = (datetime.fromisoformat(now) - WINDOW).isoformat()
    sql = "SELECT count(*), count(*) FILTER (WHERE about = ?) FROM audit WHERE action = ? AND at > ? AND address = ?"
    every, same = book.execute(sql, (name, REFUSED, since, address)).fetchone()
    return bool(every >= MOST_OF_ADDRESS or same >= MOST_OF_NAME)


def _seal(row: Noted, before: str) -> str:
    held = [before, row.number, row.at, row.person, row.action, row.about, row.address]
    return hashlib.sha256(json.dumps(held).encode()).hexdigest()
