"""When somebody was at the desk last, so that the overview can say what is new since."""

from datetime import datetime, timedelta
from sqlite3 import Connection

PAUSE = timedelta(hours=1)
"""After so long without a look the next one begins another visit."""


def last_visit(book: Connection, person: str, now: str) -> str:
    """The end of somebody's visit before this one, "" for the first; the look at the moment `now` is written down."""
    sql = "SELECT began, seen FROM visit WHERE person = ? ORDER BY began DESC LIMIT 2"
    held = book.execute(sql, (person,)).fetchall()
    if held and datetime.fromisoformat(now) - datetime.fromisoformat(held[0][1]) <= PAUSE:
        book.execute("UPDATE visit SET seen = ? WHERE person = ? AND began = ?", (now, person, held[0][0]))
        held = held[1:]
    else:
        book.execute("INSERT OR REPLACE INTO visit VALUES (?, ?, ?)", (person, now, now))
    return str(held[0][1]) if held else ""
