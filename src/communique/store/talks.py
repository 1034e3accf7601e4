"""Meetings beside one another in the workings of a SQLite file: rounds of the same sides."""

from collections.abc import Collection

from communique.store.conditions import HERE, NAMED
from communique.store.finding import SqliteFacts
from communique.store.tables import listed

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

    def outlets_between(self, since: str, until: str) -> set[str]:
        """The outlets of which there are reports published from one day to another, both included."""
        sql = """SELECT DISTINCT outlet FROM report WHERE published >= :since AND published < :end AND recorded <= :by
            AND outlet <> ''"""
        given = {"by": self._by, "since": since, "end": min(self.until, self.after(until))}
        return {row[0] for row in self._db.execute(sql, given)}
