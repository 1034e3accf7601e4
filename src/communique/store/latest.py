"""Facts that many claims tell, put together, in the workings of a SQLite file: read in one piece, not claim by claim.

A fact is kept as it stands since its last change; how it stood before is put together from its claims.
"""

import json
from collections.abc import Collection

from communique.model.fact import Fact
from communique.model.plain import packed, unpacked
from communique.model.working import Latest
from communique.store.tables import Tables, compact, listed

MANY = 4
"""Claims from which a fact is kept: fewer are put together as fast."""

KEPT = frozenset({"meetings", "offices", "proposals", "next_steps", "positions"})
"""Kinds of facts that lists show with all that tells them, and of which some have many claims."""


class LatestTables(Tables):
    """Facts as they stand."""

    def keep_latest(self, number: int, latest: Latest | None) -> None:
        """Replace how a fact stands; None where it is no more."""
        if latest is None or len(latest.fact.sources) < MANY or latest.fact.kind not in KEPT:
            self._db.execute("DELETE FROM latest WHERE fact = ?", (number,))
        else:
            row = (number, latest.day, latest.place, compact(packed(latest.fact)), self._at)
            self._db.execute(
                "INSERT OR REPLACE INTO latest (fact, day, place, body, since) VALUES (?, ?, ?, ?, ?)", row
            )

    def unmade(self, most: int) -> list[int]:
        """Facts of a record of before they were kept that are still to be put together: at most so many."""
        return [row[0] for row in self._rows("SELECT fact FROM latest WHERE body = '' LIMIT :most", most=most)]

    def latest_by(self, day: int, facts: Collection[int]) -> dict[int, Latest]:
        """Those of these facts that are kept and stood so at this moment to those who knew what was published by a
        day.
        """
        if not facts:
            return {}
        sql = """SELECT fact, day, place, body FROM latest
            WHERE fact IN (SELECT value FROM json_each(:facts)) AND since <= :at AND day <= :day"""
        return {
            number: Latest(told, place, unpacked(Fact, json.loads(body)))
            for number, told, place, body in self._rows(sql, facts=listed(facts), day=day)
        }
