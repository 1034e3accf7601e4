"""Full-text search in a SQLite file, as of a moment and a day."""

from collections import Counter
from collections.abc import Collection
from typing import Any

from communique.store.conditions import HERE, LAST, NAMED, TOLD
from communique.store.plans import SqlitePlans
from communique.store.seam import EntryHit, PlaceHit, ReportHit, Sought
from communique.store.searching import matching, outlet_tag, period_tags
from communique.store.tables import listed

NOW = "~"
"""After every moment at which something was recorded."""

EARLY = "AND p.rowid <= (SELECT max(+number) FROM report WHERE recorded <= :by) AND r.recorded <= :by"
"""Whether a report was recorded by then; not asked of all, since that stands behind the text of each."""


class SqliteSearch(SqlitePlans):
    """Words in reports, and in the entries that facts rest on."""

    def entries(self, sought: Sought, most: int) -> list[EntryHit]:
        """The latest entries with these words, those first that were recorded last."""
        whom = (
            ""
            if sought.entities is None
            else f"""AND EXISTS (SELECT 1 FROM named n WHERE n.fact = i.fact
            AND n.entity IN (SELECT value FROM json_each(:entities)) AND {NAMED})"""
        )
        kinds = "AND i.kind = :kind" if sought.kind else ""
        sql = f"""SELECT i.claim, i.fact, i.kind, r.id, r.outlet, r.published
            FROM words w JOIN item i ON i.claim = w.rowid AND {TOLD} JOIN report r ON r.number = i.report
            WHERE words MATCH :match AND w.rowid <= {LAST}
            AND r.published >= :first AND r.published < :end {kinds} {whom}
            ORDER BY w.rowid DESC LIMIT :most"""
        match = self._match("around", sought, f"k{sought.kind}" if sought.kind else "")
        return [EntryHit(*row) for row in self._db.execute(sql, {**self._sought(sought), "match": match, "most": most})]

    def reports(self, sought: Sought, most: int) -> list[ReportHit]:
        """The latest reports with these words, of those that a kind or a side asked for leaves."""
        if sought.kind not in ("", "reports") or sought.entities is not None:
            return []
        early = "" if self._by == NOW else EARLY
        sql = f"""SELECT r.id, r.title, r.outlet, r.published FROM prose p JOIN report r ON r.number = p.rowid
            WHERE prose MATCH :match {early} AND r.published >= :first AND r.published < :end
            ORDER BY p.rowid DESC LIMIT :most"""
        match = self._match("text", sought, "")
        return [
            ReportHit(*row) for row in self._db.execute(sql, {**self._sought(sought), "match": match, "most": most})
        ]

    def places(self, since: str, until: str) -> list[PlaceHit]:
        """Where meetings of the days from `since` to `until` were or are to be: the places with most of them first."""
        sql = f"""SELECT e.id, e.body ->> 'name', e.body ->> 'country', told.meetings, held, first, last FROM (
                SELECT e.id, count(DISTINCT n.fact) AS meetings,
                    count(DISTINCT n.fact) FILTER (WHERE s.status IN ('held', 'under_way')) AS held,
                    coalesce(min(nullif(s.begins, '')), '') AS first, max(s.last) AS last
                FROM entity e CROSS JOIN named n ON n.entity = e.id AND n.kind = 'meetings' AND n.role = 'place'
                CROSS JOIN shelf s ON s.fact = n.fact
                WHERE e.kind = 'place' AND e.since <= :at AND e.until > :at AND {NAMED} AND {HERE}
                    AND (:since = '' OR (s.begins <> '' AND coalesce(nullif(s.last, ''), s.begins) >= :since))
                    AND (:until = '' OR (s.begins <> '' AND s.begins <= :until))
                GROUP BY e.id) told
            JOIN entity e ON e.id = told.id AND e.since <= :at AND e.until > :at ORDER BY 4 DESC, 2, 1"""
        given = {**self._moment(), "since": since, "until": until}
        return [PlaceHit(*row) for row in self._db.execute(sql, given)]

    def parties_in(self, facts: Collection[int]) -> Counter[str]:
        """The states, sides and bodies that facts name, with how many of the facts name each."""
        sql = f"""SELECT e.body ->> 'name', count(DISTINCT n.fact) FROM named n
            JOIN entity e ON e.id = n.entity AND e.kind IN ('party', 'body') AND e.since <= :at AND e.until > :at
            WHERE n.fact IN (SELECT value FROM json_each(:facts)) AND {NAMED} GROUP BY n.entity"""
        return Counter(dict(self._db.execute(sql, {**self._moment(), "facts": listed(facts)})))

    def reports_naming(self, entities: Collection[str], since: str) -> int:
        """How many reports of a day or later tell of facts that name one of these."""
        sql = f"""SELECT count(DISTINCT i.report) FROM (
                SELECT DISTINCT n.fact FROM named n
                WHERE n.entity IN (SELECT value FROM json_each(:entities)) AND {NAMED}
            ) f CROSS JOIN item i ON i.fact = f.fact AND i.place >= :first AND {TOLD}"""
        given = {"entities": listed(entities), "first": since}
        return int(self._db.execute(sql, {**self._moment(), **given}).fetchone()[0])

    def _match(self, column: str, sought: Sought, tag: str) -> str:
        """What FTS5 is asked: the words in one column, narrowed by tags."""
        tags = [t for t in (tag, outlet_tag(sought.outlet) if sought.outlet else "") if t]
        narrowed = f" AND tags : ({' '.join(tags)})" if tags else ""
        if periods := self._periods(sought, months=column == "text"):
            narrowed += f" AND tags : ({' OR '.join(periods)})"
        any_word = " OR ".join(map(matching, sought.beside.split()))
        beside = f" AND {column} : ({any_word})" if any_word else ""
        return f"{column} : ({matching(sought.words)}){beside}{narrowed}"

    def _periods(self, sought: Sought, *, months: bool) -> list[str]:
        """Tags of the years or months in which hits were published; none where these are all of the record."""
        until = min((day for day in (self._known_by, sought.until) if day), default="")
        if not (sought.since or until):
            return []
        sql = "SELECT (SELECT min(published) FROM report), (SELECT max(published) FROM report)"
        first, last = ((day or "")[:10] for day in self._db.execute(sql).fetchone())
        since, until = max(sought.since, first), min(until or "~", last)
        if not first or until < since or (since[:7], until[:7]) == (first[:7], last[:7]):
            return []
        return period_tags(since, until, months=months)

    def _sought(self, sought: Sought) -> dict[str, Any]:
        end = min(self.until, self.after(sought.until))
        return {
            **self._moment(),
            "first": sought.since,
            "end": end,
            "kind": sought.kind,
            "entities": listed(sought.entities or ()),
        }
