"""Browsers that somebody signed in with, and programs that act for somebody."""

from datetime import datetime, timedelta
from sqlite3 import Connection

from communique.web.book.passwords import mark, token
from communique.web.book.people import Person, person

IDLE, LONGEST = timedelta(hours=8), timedelta(days=7)
"""How long a session lasts without a look, and at all."""
NOTED = timedelta(minutes=5)
"""A look is written down no more often than this."""


def begin(book: Connection, name: str, *, now: str) -> str:
    """Open a session; the token that the browser shows from now on. Sessions that are over are forgotten."""
    book.execute("DELETE FROM session WHERE seen < ?", (_before(now, LONGEST),))
    shown = token()
    book.execute("INSERT INTO session VALUES (?, ?, ?, ?)", (mark(shown), name, now, now))
    return shown


def whose(book: Connection, shown: str, *, now: str) -> tuple[Person | None, bool]:
    """Who opened the session of a token, `None` when it is over; and whether the look is to be written down."""
    row = book.execute("SELECT person, began, seen FROM session WHERE mark = ?", (mark(shown),)).fetchone()
    if row is None or _later(row[1], now) > LONGEST or _later(row[2], now) > IDLE:
        return None, False
    return person(book, row[0]), _later(row[2], now) > NOTED


def look(book: Connection, shown: str, *, now: str) -> None:
    """Write a look down."""
    book.execute("UPDATE session SET seen = ? WHERE mark = ?", (now, mark(shown)))


def end(book: Connection, shown: str) -> None:
    """Close a session."""
    book.execute("DELETE FROM session WHERE mark = ?", (mark(shown),))


def allow(book: Connection, name: str, *, now: str) -> str:
    """Let a program act for somebody; the token that it shows."""
    shown = token()
    book.execute("INSERT INTO pass VALUES (?, ?, ?)", (mark(shown), name, now))
    return shown


def acts_for(book: Connection, shown: str) -> Person | None:
    """For whom a program acts."""
    row = book.execute("SELECT person FROM pass WHERE mark = ?", (mark(shown),)).fetchone()
    return person(book, row[0]) if row else None


def _later(earlier: str, now: str) -> timedelta:
    return datetime.fromisoformat(now) - datetime.fromisoformat(earlier)


def _before(now: str, span: timedelta) -> str:
    return (datetime.fromisoformat(now) - span).isoformat()
