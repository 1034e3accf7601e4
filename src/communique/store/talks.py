"""Meetings beside one another in the workings of a SQLite file: rounds of the same sides, and who met whom at all."""

import sqlite3
from collections.abc import Collection

from communique.store.conditions import HERE, NAMED, TOLD
from communique.store.connection import WAIT
from communique.store.finding import SqliteFacts
from communique.store.seam import Beside, Met
from communique.store.tables import listed, place_after

KEPT = 48
"""Things worked out that are kept: processes and the two lists of contradicted facts, for sixteen moments or days."""

BESIDE = 2
"""Meetings before, and after, among which a neighbouring round is sought."""


class SqliteTalks(SqliteFacts):
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
        return [*earlier[-BESIDE:], *later[:BESIDE]]

    def meetings(self) -> list[Met]:
        """Every meeting."""
        sql = f"""SELECT s.fact, f.id, s.begins, s.at, s.status, c.published FROM shelf s
            JOIN fact f ON f.number = s.fact JOIN claim c ON c.number = s.fact WHERE s.kind = 'meetings' AND {HERE}"""
        return [Met(*row) for row in self._db.execute(sql, self._moment())]

    def taking_part(self) -> list[tuple[int, str, bool]]:
        """Which states, sides and bodies take part in meetings: meeting, who, whether as mediator."""
        sql = f"""SELECT n.fact, n.entity, n.role = 'mediators' FROM shelf s CROSS JOIN named n ON n.fact = s.fact
            WHERE s.kind = 'meetings' AND {HERE} AND n.role IN ('parties', 'mediators') AND {NAMED}"""
        found = list(self._db.execute(sql, self._moment()))
        sql = "SELECT DISTINCT id FROM entity WHERE id IN (SELECT value FROM json_each(:ids)) AND kind = 'person'"
        people = {row[0] for row in self._db.execute(sql, {"ids": listed({e for _, e, _ in found})})}
        return [(fact, entity, bool(mediates)) for fact, entity, mediates in found if entity not in people]

    def told_beside(self, meetings: Collection[int], told: Beside) -> list[tuple[int, str]]:
        """Facts that reports of these meetings tell too, those first that were told of last, each with its last day, ""
        for unknown.
        """
        named = f"SELECT 1 FROM named n WHERE n.fact = p.fact AND n.role = :role AND {NAMED}"
        sql = f"""SELECT p.fact, max(CASE s.last WHEN '' THEN s.first ELSE s.last END) AS ends, max(p.place) AS told
            FROM (SELECT DISTINCT i.report FROM item i
                WHERE i.fact IN (SELECT value FROM json_each(:facts)) AND {TOLD}) r
            CROSS JOIN item p ON p.report = r.report AND p.kind = :kind AND {TOLD.replace("i.", "p.")}
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
            JOIN item i ON i.report = r.number AND i.kind = 'meetings' AND {TOLD}
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
        self._db.execute("PRAGMA busy_timeout = 0")
        try:
            sql = "INSERT OR REPLACE INTO worked_out (key, body) VALUES (?, ?)"
            self._db.execute(sql, (f"{self._at}/{self._day}/{key}", body))
            last = "(SELECT max(number) FROM worked_out)"
            self._db.execute(f"DELETE FROM worked_out WHERE number <= {last} - {KEPT}")
        except sqlite3.OperationalError:  # read-only, or somebody is writing: it will be worked out again
            return
        finally:
            self._db.execute(f"PRAGMA busy_timeout = {WAIT}")

    def outlets_between(self, since: str, until: str) -> set[str]:
        """The outlets of which there are reports published from one day to another, both included."""
        sql = """SELECT DISTINCT outlet FROM report WHERE published >= :since AND published < :end AND recorded <= :by
            AND outlet <> ''"""
        given = {"by": self._by, "since": since, "end": min(self.until, self.after(until))}
        return {row[0] for row in self._db.execute(sql, given)}
