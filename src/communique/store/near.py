"""Meetings that a step may have announced, in the workings of a SQLite file."""

from collections.abc import Collection
from typing import Any

from communique.model.days import shifted
from communique.store.conditions import LAST, NAMED, TOLD
from communique.store.finding import SqliteFacts
from communique.store.seam import Near
from communique.store.tables import listed

MONTH = 31
"""Days that a claim spans at most that is found by its first day; wider ones are in an index of their own."""

SHORT = """SELECT c.number FROM claim c INDEXED BY claim_valid WHERE c.kind = 'meetings'
    AND c.valid_first BETWEEN :earliest AND :last AND c.valid_last >= :first"""
"""Claims of meetings within some days that span no more than a month."""

SPREAD = f"""SELECT c.number, c.valid_first, c.valid_last FROM claim c INDEXED BY claim_wide WHERE c.kind = 'meetings'
    AND (c.valid_first = '' OR c.valid_last = '' OR c.valid_last > date(c.valid_first, '+{MONTH} days'))
    AND c.valid_last"""
WIDE = f"{SPREAD} >= :since UNION ALL {SPREAD} = '' AND c.valid_first > ''"
"""Those that span more, or have no first or last day, with their days: all that may last until a day or later."""

YEAR = 366

WITHIN = "c.valid_first <= :last AND CASE c.valid_last WHEN '' THEN c.valid_first > '' ELSE c.valid_last >= :first END"
"""Whether a claim lies within some days."""


class SqliteNear(SqliteFacts):
    """Meetings found by whom they name, and when and by whom they are told."""

    def __init__(self, *given: Any, known_by: str = "") -> None:
        super().__init__(*given, known_by=known_by)
        self._wide: dict[int, list[tuple[str, str]]] = {}
        self._since = "~"

    def meetings_near(
        self,
        who: Collection[str],
        roles: Collection[str],
        places: Collection[str],
        reports: Collection[str],
        days: tuple[str, str] | None,
    ) -> list[Near]:
        """Meetings that name some of these, with how many of them in one of `roles`, and that a report dates into some
        days ("" for an open end), or without days that one of `reports` tells.
        """
        named = self._naming(who)
        told = self._told_in(reports) & named.keys() if named else set()
        near = told if days is None else self._dated(named, *days)
        there = self._naming(places).keys() if near else ()
        sides = {n: {entity for entity, role in named[n] if role in roles} for n in near}
        return [Near(n, len(sides[n]), n in there, n in told) for n in near]

    def _naming(self, whom: Collection[str]) -> dict[int, list[tuple[str, str]]]:
        """The meetings that name some of these, with whom in which field."""
        sql = f"""SELECT n.fact, n.entity, n.role FROM named n WHERE n.kind = 'meetings' AND {NAMED}
            AND n.entity IN (SELECT value FROM json_each(:whom))"""
        found: dict[int, list[tuple[str, str]]] = {}
        for fact, entity, role in self._db.execute(sql, {**self._moment(), "whom": listed(whom)}) if whom else ():
            found.setdefault(fact, []).append((entity, role))
        return found

    def _told_in(self, reports: Collection[str]) -> set[int]:
        """The meetings that one of these reports tells."""
        sql = f"""SELECT i.fact FROM report r CROSS JOIN item i
                ON i.report = r.number AND +i.kind = 'meetings' AND {TOLD}
            WHERE r.id IN (SELECT value FROM json_each(:reports))"""
        return {row[0] for row in self._db.execute(sql, {**self._moment(), "reports": listed(reports)})}

    def _dated(self, meetings: Collection[int], first: str, last: str) -> set[int]:
        """Those of these meetings that a report dates into some days."""
        given = {**self._moment(), "first": first, "last": last or "9999"}
        if first:
            given["earliest"] = shifted(first, -MONTH)
            sql = f"SELECT i.fact FROM ({SHORT}) c CROSS JOIN item i ON i.claim = c.number AND {TOLD}"
        else:
            given["facts"] = listed(meetings)
            sql = f"""SELECT i.fact FROM json_each(:facts) m CROSS JOIN item i ON i.fact = m.value AND {TOLD}
                CROSS JOIN claim c ON c.number = i.claim WHERE {WITHIN}"""
        found = {row[0] for row in self._db.execute(sql, given)}
        wide = self._spread(first) if first and meetings else {}
        return {n for n in meetings if n in found or any(_within(*span, first, last) for span in wide.get(n, ()))}

    def _spread(self, first: str) -> dict[int, list[tuple[str, str]]]:
        """Meetings with the days of claims that span more than a month, or that have no first or last day, and that may
        last until a day or later: few, and looked up once for the steps of a list, which come in order of their days.
        """
        if first < self._since:
            self._wide, self._since = {}, shifted(first, -YEAR)
            sql = f"""SELECT i.fact, c.valid_first, c.valid_last FROM ({WIDE}) c
                CROSS JOIN item i ON i.claim = c.number AND {TOLD} WHERE c.number <= {LAST}"""
            given = {**self._moment(), "since": self._since, "end": self.until}
            for fact, begun, ended in self._db.execute(sql, given):
                self._wide.setdefault(fact, []).append((begun, ended))
        return self._wide


def _within(begun: str, ended: str, first: str, last: str) -> bool:
    return begun <= (last or "9999") and (not ended or ended >= first)
