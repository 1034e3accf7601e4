"""Which claims of meetings lie within some days, by the shipped indices against every claim looked at."""

import sqlite3
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from communique.model.days import shifted
from communique.store import near
from communique.store.near import SqliteNear

DAYS = st.integers(0, 120).map(lambda n: str(date(2031, 1, 1) + timedelta(days=n)))
SPANS = st.tuples(st.just("") | DAYS, st.just("") | DAYS).filter(lambda s: not all(s) or s[0] <= s[1])


@given(
    spans=st.lists(SPANS, max_size=30),
    first=st.just("") | DAYS,
    length=st.none() | st.integers(0, 40),
    few=st.sampled_from((0, 64)),
)
def test_open_and_long_claims_are_found_like_short_ones(
    spans: list[tuple[str, str]], first: str, length: int | None, few: int
) -> None:
    last = "" if length is None else shifted(first or "2031-03-01", length)
    wanted = {
        number
        for number, (begun, ended) in enumerate(spans)
        if (begun or ended) and begun <= (last or "9999") and (not ended or ended >= first)
    }
    with patch.object(near, "FEW", few):
        assert found(spans, first, last) == wanted


def found(spans: list[tuple[str, str]], first: str, last: str) -> set[int]:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE claim (number INTEGER PRIMARY KEY, kind TEXT, valid_first TEXT, valid_last TEXT)")
    steps = (files("communique") / "store" / "migrations" / "0007_near.sql").read_text(encoding="utf-8").split(";")
    for step in steps:
        if "CREATE INDEX" in step:
            db.execute(step)
    db.execute("CREATE TABLE item (claim, fact, since, until, day)")
    db.executescript("CREATE TABLE moment (number, claims); INSERT INTO moment VALUES (1, 99)")
    db.executescript("CREATE TABLE reach (month, claims); INSERT INTO reach VALUES ('2031-01', 99)")
    db.executemany("INSERT INTO claim VALUES (?, 'meetings', ?, ?)", [(n, *span) for n, span in enumerate(spans)])
    db.executemany("INSERT INTO item VALUES (?, ?, 0, 2, 1)", [(n, n) for n in range(len(spans))])
    numbers = SqliteNear(db, Path(), 1)._dated(dict.fromkeys(range(len(spans)), 1), first, last)
    db.close()
    return set(numbers)
