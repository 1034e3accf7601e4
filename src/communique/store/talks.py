"""Meetings beside one another in the workings of a SQLite file: rounds of the same sides, and who met whom at all."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from communique.store.conditions import HERE, NAMED, TOLD
from communique.store.connection import WAIT
from communique.store.near import SqliteNear
from communique.store.seam import Beside, Met, Seasons
from communique.store.shelving import BESIDE
from communique.store.tables import FOREVER, compact, day_number, listed, place_after

KEPT = 96
"""Things worked out that are kept: lists of contradicted facts, keys of seasons, where rows of lists begin."""

VIEWS = 16
"""Moments or days for which what was worked out of a season is kept."""

ROUNDS = 2
"""Meetings before, and after, among which a neighbouring round is sought."""


class SqliteTalks(SqliteNear):
    """Meetings found by who takes part in them."""

    def rounds_beside(self, begins: str, sides: Collection[str]) -> list[int]:
        """The meetings of the same sides (all but one of them, and two at least) that began next to a day."""
        sql = f"""SELECT s.fact, min(s.begins) FROM shelf s WHERE {HERE} AND s.begins <> '' AND s.fact IN (
                SELECT n.fact FROM named n WHERE n.entity IN (SELECT value FROM json_each(:sides))
                AND n.kind = 'meetings' AND n.role = 'parties' AND {NAMED}
                GROUP BY n.fact HAVING count(DISTINCT n.entity) >= :least)
            GROUP BY s.fact ORDER BY 2, 1"""
        given = {"sides": listed(sides), "least": max(2, len(sides) - 1)}
        found = list(self._db.execute(sql, {**self._moment(), **given}))
        earlier = [fact for fact, day in found if day < begins]
        later = [fact for fact, day in found if day > begins]
        return [*earlier[-ROUNDS:], *later[:ROUNDS]]

    def state(self) -> int:
        """Changes whenever somebody else writes to the file."""
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def seasons(self, until: str) -> dict[int, str]:
        """The seasons in which meetings were that were held by a day ("" for all), each with a key that changes with
        those of it and of the seasons beside it.
        """
        here = "since <= :at AND until > :at"
        sql = f"""SELECT season, count(*) FILTER (WHERE since <= :at), count(*) FILTER (WHERE until <= :at),
            count(*) FILTER (WHERE {here} AND day <= :day), count(*) FILTER (WHERE {here} AND before <= :day),
            count(*) FILTER (WHERE {here} AND day <= :day AND before > :day AND held <= :last)
            FROM session GROUP BY season"""
        given = {**self._moment(), "last": day_number(until, FOREVER)}
        counts = {season: tuple(found) for season, *found in self._db.execute(sql, given)}
        near = range(-BESIDE, BESIDE + 1)
        return {s: compact([counts.get(s + n, ()) for n in near]) for s, found in counts.items() if found[-1]}

    def met(self, seasons: Collection[int], until: str) -> list[Met]:
        """The meetings of some seasons that were held by a day ("" for all)."""
        sql = f"""SELECT s.fact, f.id, s.held, s.at, s.status, s.season, s.sides, s.mediators FROM session s
            JOIN fact f ON f.number = s.fact
            WHERE s.season IN (SELECT value FROM json_each(:seasons)) AND s.held <= :last AND {HERE}"""
        given = {**self._moment(), "seasons": listed(seasons), "last": day_number(until, FOREVER)}
        return [_met(*row) for row in self._db.execute(sql, given)]

    def season_of(self, meeting: str) -> int:
        """The season in which the meeting of an id is, 0 where there is none."""
        sql = f"SELECT s.season FROM fact f JOIN session s ON s.fact = f.number WHERE f.id = :id AND {HERE}"
        found = self._db.execute(sql, {**self._moment(), "id": meeting}).fetchone()
        return int(found[0]) if found else 0

    def homed(self, keys: Mapping[int, str]) -> dict[int, str]:
        """What was worked out before for seasons with these keys."""
        sql = """SELECT h.season, h.body FROM json_each(:keys) k
            CROSS JOIN homed h ON h.season = k.value ->> 0 AND h.key = k.value ->> 1"""
        return dict(self._db.execute(sql, {"keys": compact(list(keys.items()))}))

    def keep_homed(self, found: Mapping[int, str], seasons: Seasons) -> None:
        """Keep what was worked out for seasons, unless somebody has written to the file meanwhile."""
        with self._spare():
            self._db.execute("BEGIN IMMEDIATE")
            if self.state() == seasons.state:
                rows = [(season, seasons.keys[season], body) for season, body in found.items()]
                self._db.executemany("INSERT OR REPLACE INTO homed (season, key, body) VALUES (?, ?, ?)", rows)
                sql = """DELETE FROM homed WHERE season = :season AND number NOT IN (
                    SELECT number FROM homed WHERE season = :season ORDER BY number DESC LIMIT :most)"""
                self._db.executemany(sql, [{"season": season, "most": VIEWS} for season in found])
            self._db.execute("COMMIT")

    def told_beside(self, meetings: Collection[int], told: Beside) -> list[tuple[int, str]]:
        """Facts that reports of these meetings tell too, those first that were told of last, each with its last day, ""
        for unknown.
        """
        named = f"SELECT 1 FROM named n WHERE n.fact = p.fact AND n.role = :role AND {NAMED}"
        sql = f"""SELECT p.fact, max(CASE s.last WHEN '' THEN s.first ELSE s.last END) AS ends, max(p.place) AS told
            FROM (SELECT DISTINCT i.report FROM item i
                WHERE i.fact IN (SELECT value FROM json_each(:facts)) AND {TOLD}) r
            CROSS JOIN item p ON p.report = r.report AND +p.kind = :kind AND {TOLD.replace("i.", "p.")}
                AND p.place < :told_end
            JOIN shelf s ON s.fact = p.fact AND {HERE}
            WHERE (NOT EXISTS ({named}) OR EXISTS ({named} AND n.entity IN (SELECT value FROM json_each(:whom))))
            GROUP BY p.fact HAVING ends >= :since OR (ends = '' AND told >= :since) ORDER BY told DESC"""
        given = {"facts": listed(meetings), "kind": told.kind, "role": told.role, "whom": listed(told.whom)}
        days = {"since": told.since, "told_end": place_after(told.until)}
        found = self._db.execute(sql, {**self._moment(), **given, **days})
        return [(fact, ends) for fact, ends, _ in found]

    def claims_behind(self, facts: Collection[int]) -> dict[int, list[str]]:
        """The ids of the claims that are taken for facts."""
        sql = f"""SELECT i.fact, c.id FROM item i JOIN claim c ON c.number = i.claim
            WHERE i.fact IN (SELECT value FROM json_each(:facts)) AND {TOLD} ORDER BY i.fact, i.place"""
        found: dict[int, list[str]] = {fact: [] for fact in facts}
        for fact, claim in self._db.execute(sql, {**self._moment(), "facts": listed(facts)}):
            found[fact].append(claim)
        return found

    def read_anew(self, claims: Collection[str]) -> dict[str, str]:
        """For claims of meetings that no reading makes any more the id of the meeting that is read in their words now:
        in the report of each the one that has most of its passage, if at least half of the shorter of the two.
        """
        sql = f"""SELECT c.id, f.id, min(e.last, o.last) - max(e.first, o.first) AS both FROM claim c
            JOIN evidence e ON e.claim = c.number JOIN report r ON r.id = c.report
            JOIN item i ON i.report = r.number AND +i.kind = 'meetings' AND {TOLD}
            JOIN evidence o ON o.claim = i.claim JOIN fact f ON f.number = i.fact
            WHERE c.id IN (SELECT value FROM json_each(:claims)) AND c.kind = 'meetings'
                AND 2 * both >= min(e.last - e.first, o.last - o.first)
            ORDER BY both, i.place DESC"""
        found = self._db.execute(sql, {**self._moment(), "claims": listed(claims)})
        return {claim: fact for claim, fact, _ in found}

    def worked_out(self, key: str) -> str:
        """What was worked out before for this moment and key, "" for nothing."""
        sql = "SELECT body FROM worked_out WHERE key = ?"
        found = self._db.execute(sql, (f"{self._at}/{self._day}/{key}",)).fetchone()
        return found[0] if found else ""

    def keep_worked_out(self, key: str, body: str) -> None:
        """Keep something for those who ask again; nothing where the file cannot be written to just now."""
        with self._spare():
            sql = "INSERT OR REPLACE INTO worked_out (key, body) VALUES (?, ?)"
            self._db.execute(sql, (f"{self._at}/{self._day}/{key}", body))
            last = "(SELECT max(number) FROM worked_out)"
            self._db.execute(f"DELETE FROM worked_out WHERE number <= {last} - {KEPT}")

    @contextmanager
    def _spare(self) -> Iterator[None]:
        """For what may be left undone where the file is read-only or somebody is writing: it is worked out again."""
        self._db.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        except sqlite3.OperationalError:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
        finally:
            self._db.execute(f"PRAGMA busy_timeout = {WAIT}")

    def outlets_between(self, since: str, until: str) -> set[str]:
        """The outlets of which there are reports published from one day to another, both included."""
        sql = """SELECT DISTINCT outlet FROM report WHERE published >= :since AND published < :end AND recorded <= :by
            AND outlet <> ''"""
        given = {"by": self._by, "since": since, "end": min(self.until, self.after(until))}
        return {row[0] for row in self._db.execute(sql, given)}


def _met(fact: int, id: str, *stood: Any) -> Met:
    day, when, status, season, sides, mediators = stood
    return Met(fact, id, day, when, status, season, frozenset(json.loads(sides)), frozenset(json.loads(mediators)))
