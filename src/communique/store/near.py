"""Meetings that a step may have announced, in the workings of a SQLite file.

The steps of a list come in order of their days: the meetings of a month, and whom they name, are looked up once.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from communique.model.days import shifted
from communique.store.conditions import LAST, NAMED, TOLD
from communique.store.finding import SqliteFacts
from communique.store.seam import Near
from communique.store.tables import listed

MONTH = 31
"""Days that a claim spans at most that is found by its first day; wider ones are in an index of their own."""

TAKING_PART, PLACE = ("parties", "mediators", "participants"), ("place",)
"""Fields of meetings that say who was there, and where."""

FEW = 64
"""Meetings up to which each is looked up."""

YEAR = 366
"""Days that a step spans at most whose meetings are found by their days; else they are found by whom they name."""

SHORT = """SELECT c.number, c.valid_first, c.valid_last FROM claim c INDEXED BY claim_valid WHERE c.kind = 'meetings'
    AND c.valid_first BETWEEN :begin AND :close AND c.valid_last >= c.valid_first"""
"""Claims of meetings that begin within some days, with their days."""

SPREAD = f"""SELECT c.number, c.valid_first, c.valid_last FROM claim c INDEXED BY claim_wide WHERE c.kind = 'meetings'
    AND (c.valid_first = '' OR c.valid_last = '' OR c.valid_last > date(c.valid_first, '+{MONTH} days'))
    AND c.valid_last"""
WIDE = f"{SPREAD} >= :since UNION ALL {SPREAD} = '' AND c.valid_first > ''"
"""Those that span more than a month, or have no first or last day, with their days: all that may last until a day or
later.
"""

WITHIN = "c.valid_first <= :last AND CASE c.valid_last WHEN '' THEN c.valid_first > '' ELSE c.valid_last >= :first END"
"""Whether a claim lies within some days."""

Spans = dict[int, list[tuple[str, str]]]
"""The first and last days of claims ("" for unknown), by the facts that they are taken for."""


class SqliteNear(SqliteFacts):
    """Meetings found by whom they name, and when and by whom they are told."""

    def __init__(self, *given: Any, known_by: str = "") -> None:
        super().__init__(*given, known_by=known_by)
        self._meetings: dict[str, list[int]] = {}
        self._short: dict[str, Spans] = {}
        self._wide: Spans = {}
        self._since = "~"

    def meetings_told(
        self,
        who: Collection[str],
        places: Collection[str],
        reports: Collection[str],
        days: tuple[str, str] | None,
    ) -> list[Near]:
        """Meetings that one of these reports tells, in which some of these take part, and that a report dates into some
        days ("" for an open end) where these are given.
        """
        told = self._told_in(reports) if who else set()
        named = self._naming(who, TAKING_PART, told) if told else {}
        near: Collection[int] = self._looked_up(named, *days) if days else named
        return self._near(near, named, places, is_told=True)

    def meetings_dated(
        self, who: Collection[str], places: Collection[str], days: tuple[str, str], least: int
    ) -> list[Near]:
        """Meetings in which at least so many of these take part, and that a report dates into some days, in whichever
        report.
        """
        counted = Counter(fact for entity in who for fact in self._with(entity))
        named = {fact: sides for fact, sides in counted.items() if sides >= least}
        return self._near(self._dated(named, *days), named, places, is_told=False)

    def _near(
        self, near: Collection[int], sides: Mapping[int, int], places: Collection[str], *, is_told: bool
    ) -> list[Near]:
        there = self._naming(places, PLACE, near) if near and places else {}
        return [Near(fact, sides[fact], fact in there, is_told) for fact in near]

    def _naming(self, whom: Collection[str], roles: Collection[str], meetings: Collection[int]) -> dict[int, int]:
        """Those of these meetings that name some of these in one of some fields, with how many of them."""
        sql = f"""SELECT n.fact, count(DISTINCT n.entity) FROM named n
            WHERE n.fact IN (SELECT value FROM json_each(:facts)) AND n.role IN (SELECT value FROM json_each(:roles))
            AND n.entity IN (SELECT value FROM json_each(:whom)) AND {NAMED} GROUP BY n.fact"""
        given = {"facts": listed(meetings), "roles": listed(roles), "whom": listed(whom)}
        return dict(self._db.execute(sql, {**self._moment(), **given}))

    def _with(self, entity: str) -> list[int]:
        """The meetings in which somebody takes part."""
        if entity not in self._meetings:
            sql = f"""SELECT DISTINCT n.fact FROM named n WHERE n.entity = :entity AND n.kind = 'meetings'
                AND n.role IN (SELECT value FROM json_each(:roles)) AND {NAMED}"""
            given = {**self._moment(), "entity": entity, "roles": listed(TAKING_PART)}
            self._meetings[entity] = [row[0] for row in self._db.execute(sql, given)]
        return self._meetings[entity]

    def _told_in(self, reports: Collection[str]) -> set[int]:
        """The meetings that one of these reports tells."""
        sql = f"""SELECT i.fact FROM report r CROSS JOIN item i
                ON i.report = r.number AND +i.kind = 'meetings' AND {TOLD}
            WHERE r.id IN (SELECT value FROM json_each(:reports))"""
        return {row[0] for row in self._db.execute(sql, {**self._moment(), "reports": listed(reports)})}

    def _dated(self, meetings: Mapping[int, int], first: str, last: str) -> Collection[int]:
        """Those of these meetings that a report dates into some days."""
        if len(meetings) <= FEW or not first or (last or "9999") > shifted(first, YEAR):
            return self._looked_up(meetings, first, last)
        looked_at = (*(self._begun(month) for month in _months(first, last)), self._spread(first))
        return {
            n
            for spans in looked_at
            for n in spans.keys() & meetings.keys()
            if any(begin <= last and (not end or end >= first) for begin, end in spans[n])
        }

    def _looked_up(self, meetings: Collection[int], first: str, last: str) -> list[int]:
        """The same, each meeting looked up."""
        if not meetings:
            return []
        sql = f"""SELECT DISTINCT i.fact FROM json_each(:facts) m CROSS JOIN item i ON i.fact = m.value AND {TOLD}
            CROSS JOIN claim c ON c.number = i.claim WHERE {WITHIN}"""
        given = {"facts": listed(meetings), "first": first, "last": last or "9999"}
        return [row[0] for row in self._db.execute(sql, {**self._moment(), **given})]

    def _begun(self, month: str) -> Spans:
        """The days of claims that begin in a month and end within one."""
        if month not in self._short:
            self._short[month] = self._spans_of(SHORT, begin=f"{month}-01", close=f"{month}-31")
        return self._short[month]

    def _spread(self, first: str) -> Spans:
        """The days of claims that span more than a month, or that have no first or last day, and that may last until a
        day or later: few, and looked up once for the steps of a list.
        """
        if first < self._since:
            self._since = shifted(first, -YEAR)
            self._wide = self._spans_of(WIDE, since=self._since)
        return self._wide

    def _spans_of(self, claims: str, **days: str) -> Spans:
        sql = f"""SELECT i.fact, c.valid_first, c.valid_last FROM ({claims}) c
            CROSS JOIN item i ON i.claim = c.number AND {TOLD} WHERE c.number <= {LAST}"""
        found: Spans = {}
        for fact, begin, end in self._db.execute(sql, {**self._moment(), "end": self.until, **days}):
            found.setdefault(fact, []).append((begin, end))
        return found


def _months(first: str, last: str) -> Iterator[str]:
    """The months of the days on which a claim may begin that touches some days and spans no more than a month."""
    begin, end = (date.fromisoformat(day) for day in (shifted(first, -MONTH), last))
    for month in range(begin.year * 12 + begin.month - 1, end.year * 12 + end.month):
        yield f"{month // 12:04}-{month % 12 + 1:02}"
