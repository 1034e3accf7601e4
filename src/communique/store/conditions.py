"""Trees of conditions in SQL: lists of facts where few meet a condition, else a question to each fact in turn."""

import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from communique.lexicon.tables import key
from communique.model.condition import Condition, During, Every, Named, No, Some, Standing, Told, Worded
from communique.store.searching import matching, outlet_tag
from communique.store.tables import FOREVER, day_number, listed, place_after

HERE = "s.since <= :at AND s.until > :at AND s.day <= :day AND s.before > :day"
TOLD = "i.since <= :at AND i.until > :at AND +i.day <= :day"
NAMED = "n.since <= :at AND n.until > :at AND n.day <= :day"

LAST = """min((SELECT max(claims) FROM moment WHERE number <= :at),
    (SELECT max(claims) FROM reach WHERE month < :end))"""
"""The last claim of what was recorded by then, and published in a month before a day."""

FEW = 3000
"""Facts up to which a condition is answered by listing all that meet it; else each fact in turn is asked."""


CONTENT = frozenset({"content", "issue", "what", "name"})
"""Fields whose words the full-text index has in a column of their own."""


@dataclass(frozen=True, slots=True)
class Met:
    """The facts that meet a condition, where they are few; else a question to a row `s` of the shelves."""

    few: frozenset[int] | None
    sql: str = ""


class Conditions:
    """Conditions on the facts of one kind; `given` fills in what the SQL names, and grows with every condition."""

    def __init__(self, connection: sqlite3.Connection, given: Mapping[str, Any]) -> None:
        self._db = connection
        self.given = dict(given)

    def sql(self, condition: Condition) -> str:
        """The condition as a question to a row `s` of the shelves."""
        met = self.met(condition)
        return met.sql if met.few is None else self._is_in(met.few)

    def met(self, condition: Condition) -> Met:
        """The facts that meet a condition, or the question that finds them."""
        match condition:
            case Every(parts):
                return self._every([self.met(part) for part in parts])
            case Some(parts):
                return self._some([self.met(part) for part in parts])
            case No(part):
                return Met(None, f"NOT ({self.sql(part)})")
            case During(since, until):
                return Met(None, self._during(since, until))
            case Standing(status):
                return Met(None, f"s.status = {self._name(status)}")
            case Named():
                return self.by_list(*self._named(condition))
            case Worded():
                return self.by_list(*self._worded(condition))
            case Told():
                return self.by_list(*self._told(condition))

    def _every(self, met: list[Met]) -> Met:
        few = [m.few for m in met if m.few is not None]
        asking = [m.sql for m in met if m.few is None]
        if not few:
            return Met(None, " AND ".join(f"({sql})" for sql in asking) or "1")
        both = frozenset.intersection(*few)
        if not asking or not both:
            return Met(both)
        left = f"SELECT s.fact FROM shelf s WHERE s.fact IN (SELECT value FROM json_each({self._name(listed(both))}))"
        return Met(self._facts(" AND ".join((left, HERE, *(f"({sql})" for sql in asking)))))

    def _some(self, met: list[Met]) -> Met:
        few = frozenset().union(*(m.few for m in met if m.few is not None))
        asking = [m.sql for m in met if m.few is None]
        if not asking:
            return Met(few)
        asking += [self._is_in(few)] if few else []
        return Met(None, " OR ".join(f"({sql})" for sql in asking))

    def by_list(self, listing: str, asking: str, most: int = FEW) -> Met:
        """The facts of a list in SQL where they are few, else the question to each fact in turn; up to `most` facts the
        question is whether it is in the list.
        """
        found = self._rows(f"{listing} LIMIT {most + 1}")
        if len(found) <= FEW:
            return Met(frozenset(found))
        return Met(None, self._is_in(found) if len(found) <= most else asking)

    def _is_in(self, facts: Collection[int]) -> str:
        return f"s.fact IN (SELECT value FROM json_each({self._name(listed(facts))}))"

    def _facts(self, sql: str) -> frozenset[int]:
        return frozenset(self._rows(sql))

    def _rows(self, sql: str) -> list[int]:
        """Facts, one of several rows as often: a list that was cut short is known by its rows."""
        return [row[0] for row in self._db.execute(sql, self.given)]

    def _name(self, value: object) -> str:
        """A name for a value in SQL."""
        name = f"c{len(self.given)}"
        self.given[name] = value
        return f":{name}"

    # -- one condition each: a list of all facts that meet it, and a question to one fact

    def _during(self, since: str, until: str) -> str:
        if not since and not until:
            return "s.begins = ''"
        first = f"s.last = '' OR s.last >= {self._name(since)}" if since else "1"
        last = f"s.first = '' OR s.first <= {self._name(until)}" if until else "1"
        return f"s.begins <> '' AND ({first}) AND ({last})"

    def _named(self, named: Named) -> tuple[str, str]:
        entities, roles = self._name(listed(sorted(named.entities))), self._name(listed(named.roles))
        whom = f"n.entity IN (SELECT value FROM json_each({entities}))"
        where = f"{whom} AND {NAMED}"
        if named.roles:
            where += f" AND n.role IN (SELECT value FROM json_each({roles}))"
        return (
            f"SELECT DISTINCT n.fact FROM named n WHERE n.kind = :kind AND {where}",
            f"EXISTS (SELECT 1 FROM named n WHERE n.fact = s.fact AND {where})",
        )

    def _worded(self, worded: Worded) -> tuple[str, str]:
        is_content = bool(worded.roles) and CONTENT.issuperset(worded.roles)
        told = f"{TOLD}{self._holding(worded) if worded.roles and not is_content else ''}"
        column = "content" if is_content else "around"
        match = self._name(f"{column} : ({matching(worded.words)}) AND tags : k{self.given['kind']}")
        return (
            f"""SELECT DISTINCT i.fact FROM words JOIN item i ON i.claim = words.rowid AND i.kind = :kind AND {told}
                WHERE words MATCH {match}""",
            f"""EXISTS (SELECT 1 FROM item i WHERE i.fact = s.fact AND {told}
                AND i.claim IN (SELECT rowid FROM words WHERE words MATCH {match}))""",
        )

    def _holding(self, worded: Worded) -> str:
        words = [self._name(word) for word in key(worded.words).replace('"', " ").replace("*", " ").split()]
        held = "".join(f" AND instr(lower(a.value), {word})" for word in words)
        roles = self._name(listed(worded.roles))
        return f""" AND EXISTS (SELECT 1 FROM argument a WHERE a.claim = i.claim
            AND a.role IN (SELECT value FROM json_each({roles})){held})"""

    def _told(self, told: Told) -> tuple[str, str]:
        first, end = self._name(told.since), self._name(place_after(told.until))
        where = f"{TOLD} AND i.place >= {first} AND i.place < {end}"
        last = day_number(told.until, FOREVER)
        where += f" AND i.day >= {self._name(day_number(told.since))} AND i.day <= {self._name(last)}"
        source = f"item i WHERE i.kind = :kind AND {where}"
        if told.outlet:
            where += f""" AND EXISTS (SELECT 1 FROM report r
                WHERE r.number = i.report AND r.outlet = {self._name(told.outlet)})"""
            match = self._name(f"tags : ({outlet_tag(told.outlet)} k{self.given['kind']})")
            source = f"words w JOIN item i ON i.claim = w.rowid WHERE words MATCH {match} AND {where}"
        return (
            f"SELECT DISTINCT i.fact FROM {source}",
            f"EXISTS (SELECT 1 FROM item i WHERE i.fact = s.fact AND {where})",
        )
