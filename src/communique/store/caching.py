"""What was worked out from the record, kept in the same file so that a view need not work it out again."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

from communique.model.entity import Entity
from communique.model.fact import Fact, Origin
from communique.model.plain import built, plain
from communique.store.connection import guarded
from communique.store.seam import Resolved


class SqliteCache:
    """Facts and entities in tables that are emptied and filled, never a part of the record itself."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._db, self._path = connection, path

    def state(self) -> str:
        """The state that the kept facts were worked out from, or ""."""
        with guarded(self._path):
            row = self._db.execute("SELECT state FROM resolved").fetchone()
        return cast(str, row[0]) if row else ""

    def save(self, state: str, resolved: Resolved) -> None:
        """Replace what is kept; a store that cannot be written keeps nothing."""
        if self._db.execute("PRAGMA query_only").fetchone()[0]:
            return
        with guarded(self._path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                self._fill(state, resolved)
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def facts(
        self, *, kinds: Sequence[str] = (), claims: Iterable[str] | None = None, disputed: bool = False
    ) -> list[Fact]:
        """The kept facts: of these kinds, with these claims, with a dispute, each if asked."""
        where, given = ["TRUE"], []
        if kinds:
            where.append("kind IN (SELECT value FROM json_each(?))")
            given.append(json.dumps(list(kinds)))
        if claims is not None:
            where.append("id IN (SELECT fact FROM fact_claim WHERE claim IN (SELECT value FROM json_each(?)))")
            given.append(json.dumps(sorted(claims)))
        if disputed:
            where.append("disputed > 0")
        rows = self._rows(f"SELECT body FROM fact WHERE {' AND '.join(where)} ORDER BY position", given)
        return [built(Fact, json.loads(row)) for row in rows]

    def entities(self) -> list[Entity]:
        """The kept entities."""
        return [built(Entity, json.loads(row)) for row in self._rows("SELECT body FROM entity ORDER BY position", [])]

    def origins(self) -> list[Origin]:
        """Where each report's text comes from."""
        rows = self._rows("SELECT origins FROM resolved", [])
        return [built(Origin, origin) for origin in json.loads(rows[0])] if rows else []

    def matching(self, prefix: str) -> list[tuple[str, str]]:
        """Facts and entities whose id begins with `prefix`: ("fact" or "entity", id), at most ten."""
        found = []
        for kind in ("fact", "entity"):
            sql = f"SELECT id FROM {kind} WHERE id >= ? AND id < ? ORDER BY id LIMIT 10"
            found += [(kind, id) for id in self._rows(sql, [prefix, prefix + "~"])]
        return found

    def fact(self, id: str) -> Fact | None:
        """One kept fact."""
        rows = self._rows("SELECT body FROM fact WHERE id = ?", [id])
        return built(Fact, json.loads(rows[0])) if rows else None

    def _rows(self, sql: str, given: Sequence[str]) -> list[str]:
        with guarded(self._path):
            return [row[0] for row in self._db.execute(sql, given)]

    def _fill(self, state: str, resolved: Resolved) -> None:
        for table in ("resolved", "fact", "fact_claim", "entity"):
            self._db.execute(f"DELETE FROM {table}")
        self._db.execute("INSERT INTO resolved VALUES (1, ?, ?)", (state, json.dumps(plain(resolved.origins))))
        self._db.executemany(
            "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (i, f.id, f.kind, f.first, f.last, f.published, len(f.disputes), json.dumps(plain(f)))
                for i, f in enumerate(resolved.facts)
            ),
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO fact_claim VALUES (?, ?)", ((c, f.id) for f in resolved.facts for c in f.claims)
        )
        self._db.executemany(
            "INSERT INTO entity VALUES (?, ?, ?, ?)",
            ((i, e.id, e.kind, json.dumps(plain(e))) for i, e in enumerate(resolved.entities)),
        )
