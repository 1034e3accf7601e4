"""Files that are no record, not ours, too new, damaged, locked or full: a word that says what to do, nothing lost."""

import sqlite3
from pathlib import Path

import pytest

from communique.errors import RecordError
from communique.store.connection import MARK, connect, migrations
from communique.store.sqlite import SqliteStore
from communique.testing import MONDAY, a_claim, a_report

REPORT = a_report("Veldania and Maretia met in Oslo.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "record.db"
    store = SqliteStore(found)
    with store.writer(recorded=MONDAY) as writer:
        writer.add(REPORT, [a_claim(REPORT, "meetings", place="Oslo")], version="1")
    store.close()
    return found


def test_a_missing_record_is_named_with_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="communique add"):
        SqliteStore(tmp_path / "none.db", create=False)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Talks in Oslo")
    with pytest.raises(RecordError, match="no record"):
        SqliteStore(tmp_path / "notes.txt")


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE talks (place)")
    with pytest.raises(RecordError, match="another program"):
        SqliteStore(tmp_path / "other.db")


def test_a_record_of_a_newer_program_is_refused_with_what_to_do(path: Path) -> None:
    with sqlite3.connect(path) as file:
        file.execute(f"PRAGMA user_version = {len(migrations()) + 1}")
    with pytest.raises(RecordError, match=r"newer communique.*pip install"):
        SqliteStore(path)


def test_a_damaged_record_is_reported_and_not_touched(path: Path) -> None:
    whole = path.read_bytes()
    damaged = whole[:100] + b"\xff" * 4000 + whole[4100:]
    path.write_bytes(damaged)
    with pytest.raises(RecordError, match="damaged"):
        SqliteStore(path).view().reports()
    assert path.read_bytes() == damaged


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    assert SqliteStore(tmp_path / "new.db").view().reports() == []


def test_a_full_disk_loses_nothing_that_was_kept(path: Path) -> None:
    store = SqliteStore(path)
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    big = a_report("The talks went on and on. " * 20_000, published="2031-05-09")
    with store.writer(recorded=MONDAY) as writer, pytest.raises(RecordError, match=r"disk is full.*Free some space"):
        writer.add(big, [], version="1")

    assert [r.id for r in store.view().reports()] == [REPORT.id]
    assert store.check() == []


def test_another_writer_is_waited_for_and_then_named(path: Path) -> None:
    store, other = SqliteStore(path), sqlite3.connect(path, isolation_level=None)
    store._db.execute("PRAGMA busy_timeout = 10")
    other.execute("BEGIN IMMEDIATE")
    with store.writer(recorded=MONDAY) as writer, pytest.raises(RecordError, match="another program is writing"):
        writer.add(a_report("Second.", published="2031-05-09"), [], version="1")
    other.execute("ROLLBACK")


@pytest.mark.parametrize("table", ["report", "claim"])
def test_what_is_kept_cannot_be_changed_or_deleted(path: Path, table: str) -> None:
    with sqlite3.connect(path) as file:
        for change in (f"DELETE FROM {table}", f"UPDATE {table} SET recorded = ''"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                file.execute(change)


def test_every_table_of_the_record_is_strict_and_marked_as_ours(path: Path) -> None:
    with sqlite3.connect(path) as file:
        loose = file.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict "
            "AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        assert file.execute("PRAGMA application_id").fetchone()[0] == MARK
        assert file.execute("PRAGMA user_version").fetchone()[0] == len(migrations())
    assert loose == []


def test_the_check_finds_words_that_no_longer_stand_in_their_report(path: Path) -> None:
    with sqlite3.connect(path) as file:
        file.execute("UPDATE evidence SET quote = 'something else'")
    assert any("not those of the report" in line for line in SqliteStore(path).check())


def test_a_record_is_not_mapped_into_memory_so_that_a_failing_disk_is_said_in_words(path: Path) -> None:
    connection = connect(path, create=False)
    assert connection.execute("PRAGMA mmap_size").fetchone() in (None, (0,))
    connection.close()
