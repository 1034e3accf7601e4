"""Facts that are kept put together, against what their claims amount to."""

import random
import sqlite3
from pathlib import Path

import pytest

from benchmarks.clocks import filled
from communique import Record
from communique.model.fact import Fact
from communique.model.plain import packed, unpacked
from communique.moments import Moment
from communique.store import latest
from communique.store.connection import migrations
from communique.store.latest import KEPT
from communique.store.seam import Query
from communique.store.sqlite import SqliteStore

LATEST = 9
"""The migration that lists the facts that are to be put together."""


def facts(store: SqliteStore, **clocks: str) -> dict[int, Fact]:
    """All facts of the kinds that are kept."""
    moment = Moment(store, **clocks)
    return moment.built([n for kind in sorted(KEPT) for n in moment.numbers(Query((kind,)))])


def test_what_is_kept_of_a_fact_is_what_its_claims_amount_to_at_any_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(latest, "MANY", 1)
    path = tmp_path / "record.db"
    with filled(path, random.Random(3), processes=1) as record:
        published = sorted({row.published[:10] for row in record.sources()})
    db = sqlite3.connect(path)
    recorded = [row[0] for row in db.execute("SELECT recorded FROM moment ORDER BY number")]
    clocks = [{}, {"known_by": published[len(published) // 2]}, {"recorded_by": recorded[-2]}]
    store = SqliteStore(path)
    kept = [facts(store, **clock) for clock in clocks]
    assert len(store.facts().latest(kept[0])) == len(kept[0]) > 50
    assert all(store.facts(**clock).latest(found) for clock, found in zip(clocks, kept, strict=True))
    with db:
        db.execute("DELETE FROM latest")
    assert [facts(store, **clock) for clock in clocks] == kept
    db.close(), store.close()


def test_a_fact_is_read_as_it_was_written(tmp_path: Path) -> None:
    with filled(tmp_path / "record.db", random.Random(4), processes=1) as record:
        found = facts(record._store)  # type: ignore[arg-type]
    assert any(fact.disputes and fact.life for fact in found.values())
    assert all(unpacked(Fact, packed(fact)) == fact for fact in found.values())


def test_facts_of_a_record_of_before_are_put_together_once(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with filled(path, random.Random(3), processes=1) as record:
        record.resolve()
    db = sqlite3.connect(path)
    sql = "SELECT fact, day, place, body FROM latest ORDER BY fact"
    kept = db.execute(sql).fetchall()
    with db:
        db.execute("DELETE FROM latest")
        db.execute(migrations()[LATEST - 1].partition("WHERE body = '';")[2].partition("CREATE")[0])
    assert {row[3] for row in db.execute(sql)} == {""}
    with Record.open(path) as record:
        record.resolve()
    assert db.execute(sql).fetchall() == kept != []
    db.close()
