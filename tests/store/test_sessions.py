"""What the migration makes of meetings that were worked in before it, against working them in."""

import random
import sqlite3
from pathlib import Path

from benchmarks.clocks import filled
from communique.store.connection import migrations

SESSIONS = 8
"""The migration that fills the table of sessions."""

STOOD = """SELECT fact, season, held, at, status, sides, mediators FROM session
    WHERE since <= :at AND until > :at AND day <= :day AND before > :day ORDER BY fact"""


def test_meetings_stand_as_if_they_had_been_worked_in(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with filled(path, random.Random(3), processes=1) as record:
        record.counts(), record.processes()
    db = sqlite3.connect(path)
    moments = [row[0] for row in db.execute("SELECT number FROM moment")]
    days = [row[0] for row in db.execute("SELECT DISTINCT day FROM session")]
    views = [{"at": at, "day": day} for at in moments for day in days]
    worked_in = [db.execute(STOOD, view).fetchall() for view in views]
    db.execute("DELETE FROM session")
    db.executescript(migrations()[SESSIONS - 1].rpartition("DELETE FROM worked_out;")[2])
    assert [db.execute(STOOD, view).fetchall() for view in views] == worked_in
    assert any(worked_in)
    db.close()
