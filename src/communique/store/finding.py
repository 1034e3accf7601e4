"""Finding facts in the workings of a SQLite file: in order and one by one, as of a moment and a day."""

import json
from collections.abc import Collection, Iterator
from heapq import merge
from typing import Any

from communique.lexicon.tables import bare, is_acronym, key
from communique.model.days import shifted
from communique.model.entity import Entity
from communique.model.fact import Origin
from communique.model.plain import built
from communique.model.working import Latest
from communique.store.conditions import FEW, HERE, NAMED, TOLD, Conditions
from communique.store.folding import NOW, FoldTables
from communique.store.knowing import NameTables
from communique.store.latest import LatestTables
from communique.store.seam import Contradicted, Found, Query
from communique.store.searching import any_of, matching
from communique.store.tables import FOREVER, day_number, listed, place_after

SOME = 8000
"""Offices up to which it is looked up in a list whether one was taken by a day: to ask about each costs more, and early
in a long record most were not.
"""

STALE = 540
"""Days after its last confirmation from which an office no longer counts as held."""

STANDING = """SELECT id, number FROM claim WHERE id IN (SELECT value FROM json_each(:claims))
    UNION SELECT entry, claim FROM stated WHERE entry IN (SELECT value FROM json_each(:claims))"""
"""The claims of these ids, and what edits made of them."""

LEADS = f"i.claim = f.number AND {TOLD}"
"""An id, made from the first claim of a fact, leads to the fact that this claim is taken for now."""

PERSON = "SELECT p.entity FROM named p WHERE p.fact = s.fact AND p.role = 'person' AND p.kind = 'offices'"
OPENS = "c.first <> '' AND c.first <= :held_on AND c.status NOT IN ('resigned', 'dismissed', 'died')"
"""Changes that may have given somebody something by a day."""

CHANGED = f"""EXISTS (SELECT 1 FROM named n JOIN shelf c ON c.fact = n.fact AND {OPENS}
    WHERE n.entity IN ({PERSON}) AND n.kind = 'changes' AND n.role = 'person' AND {NAMED})"""
ENDS = "c.begins <> '' AND (c.last = '' OR c.last > :held_on)"
"""Changes that may have ended something after a day."""

ENDED = f"""EXISTS (SELECT 1 FROM named n JOIN shelf c ON c.fact = n.fact AND {ENDS}
    WHERE n.entity IN ({PERSON}) AND n.kind = 'changes' AND {NAMED})"""
FORMER = f"""EXISTS (SELECT 1 FROM named n JOIN shelf f ON f.fact = n.fact AND f.status = 'former'
    WHERE n.entity IN ({PERSON}) AND n.kind = 'offices' AND n.role = 'person' AND {NAMED}
    AND EXISTS (SELECT 1 FROM item i WHERE i.fact = f.fact AND i.place >= :on_end AND {TOLD}))"""

TAKEN = f"""(EXISTS (SELECT 1 FROM item i WHERE i.fact = s.fact AND i.place < :on_end AND {TOLD}) OR {CHANGED})"""
HELD = f"""s.status NOT IN ('former', 'designate') AND (
    EXISTS (SELECT 1 FROM item i WHERE i.fact = s.fact AND i.place >= :stale AND {TOLD}) OR {ENDED} OR {FORMER})"""
"""Offices that somebody may have held on a day: taken by then, as a report or a change says, and confirmed lately, or
later on, or ended by a change, or a report of a former holder, of a later day.
"""


class SqliteFacts(NameTables, FoldTables, LatestTables):
    """What the record held at a moment of what was published by the end of a day."""

    def __init__(self, *given: Any, known_by: str = "") -> None:
        super().__init__(*given)
        self._known_by = known_by
        self._day = day_number(known_by, FOREVER - 1)
        self.until = place_after(known_by)
        """The first place in the order of folding that was not published by then."""

    def found(self, query: Query) -> Iterator[Found]:
        """The facts asked for, in order; a proposal comes once for each of its dated steps."""
        for *_, fact, kind, at, lines in merge(*(self._stream(query, kind) for kind in query.kinds)):
            yield Found(fact, kind, at, lines)

    def _stream(self, query: Query, kind: str) -> Iterator[Any]:
        """The rows of one kind, in order."""
        order = _ORDERS[query.order]
        asked = Conditions(self._db, {**self._given(query), "kind": kind})
        parts = (part for name, *part in _PARTS if getattr(query, name) not in (None, "", ()))
        met = [asked.by_list(listing, asking, SOME if asking is TAKEN else FEW) for listing, asking in parts]
        met += [asked.by_list(f"{_OFFICES} AND {held}", held)] if (held := _holding(query)) else []
        met += [asked.met(query.where)] if query.where is not None else []
        few = [m.few for m in met if m.few is not None]
        where = [HERE, *_conditions(query), *(f"({m.sql})" for m in met if m.few is None)]
        given, source = asked.given, "shelf s WHERE s.kind = :kind"
        if few:  # these are looked up one by one: the order of the kind would lead through all its facts
            given["few"] = listed(frozenset.intersection(*few))
            source = "json_each(:few) k CROSS JOIN shelf s ON s.fact = k.value WHERE +s.kind = :kind"
        columns = f"{order.replace(' DESC', '')}, s.fact, s.kind, s.at, s.lines"
        sql = f"SELECT {columns} FROM {source} AND {' AND '.join(where)} ORDER BY {order}"
        return self._db.execute(sql, given)

    def _given(self, query: Query) -> dict[str, Any]:
        q = query
        return {
            **self._moment(),
            "valid_since": q.since,
            "undated": int(not q.dated),
            "valid_until": q.until,
            "ranked_since": q.ranked_since,
            "ends_from": q.ends_from,
            "ends_before": q.ends_before,
            "told_end": place_after(q.told_by),
            "status": q.status,
            "disputed": q.disputed,
            "entities": listed(q.entities or ()),
            "roles": listed(q.roles),
            "published_since": q.published_since,
            "published_day": day_number(q.published_since),
            "words": f"content : ({matching(q.words)})" if q.words else "",
            "phrases": f"content : ({any_of(q.phrases)})" if q.phrases else "",
            "held_on": q.held_on,
            "on_end": place_after(q.held_on),
            "stale": shifted(q.held_on, -STALE) if q.held_on else "",
            "held_day": day_number(q.held_on),
            "stale_day": day_number(q.held_on) - STALE,
        }

    def after(self, day: str) -> str:
        """The first place in the order of folding after a day; after every place without one."""
        return place_after(day)

    def _moment(self) -> dict[str, Any]:
        return {"at": self._at, "by": self._by, "day": self._day, "until": self.until}

    # -- one by one

    def latest(self, facts: Collection[int]) -> dict[int, Latest]:
        """Those of these facts that are kept put together as they stand here."""
        return self.latest_by(self._day, facts)

    def kinds_of(self, facts: Collection[int]) -> dict[int, str]:
        """The kinds of facts that are there."""
        sql = f"SELECT s.fact, s.kind FROM shelf s WHERE s.fact IN (SELECT value FROM json_each(:facts)) AND {HERE}"
        return dict(self._db.execute(sql, {**self._moment(), "facts": listed(facts)}))

    def beside(self, report: str) -> tuple[list[str], dict[tuple[str, str], float]]:
        """The reports that may be versions of one, by id, and for two of them what they share."""
        number = [row[0] for row in self._rows("SELECT number FROM report WHERE id = :id", id=report)]
        found = {n: r.id for n, r in self.versions(number).items()}
        shares = {
            (min(found[n], found[r.of]), max(found[n], found[r.of])): r.share
            for n, roots in self.copied(found).items()
            for r in roots
            if r.of in found
        }
        return sorted(found.values()), shares

    def facts_of(self, claims: Collection[str]) -> set[int]:
        """The facts that claims of these ids are taken for."""
        sql = f"SELECT DISTINCT i.fact FROM ({STANDING}) c JOIN item i ON i.claim = c.number AND {TOLD}"
        return {row[0] for row in self._db.execute(sql, {**self._moment(), "claims": listed(claims)})}

    def fact_ids(self, claims: Collection[str]) -> dict[str, str]:
        """For each of these claims the id of the fact that it is taken for."""
        sql = f"""SELECT c.id, f.id FROM ({STANDING}) c JOIN item i ON i.claim = c.number AND {TOLD}
            JOIN fact f ON f.number = i.fact"""
        return dict(self._db.execute(sql, {**self._moment(), "claims": listed(claims)}))

    def firsts(self, kind: str) -> Iterator[tuple[int, str, str]]:
        """Every fact of a kind with its id and the first day it may have been on."""
        sql = f"""SELECT s.fact, f.id, min(s.first) FROM shelf s JOIN fact f ON f.number = s.fact
            WHERE s.kind = :kind AND {HERE} GROUP BY s.fact"""
        return self._db.execute(sql, {**self._moment(), "kind": kind})

    def denied(self, facts: Collection[int]) -> list[tuple[int, int, int]]:
        """The denials of facts: fact, day, statement."""
        sql = f"""SELECT fact, day, statement FROM denial WHERE fact IN (SELECT value FROM json_each(:facts))
            AND {NOW} AND day <= :day"""
        return list(self._db.execute(sql, {**self._moment(), "facts": listed(facts)}))

    def contradicted(self, state: str, told_since: str = "", *, counted: bool = False) -> Contradicted:
        """The facts about which there may be contradictions in a state (open, superseded), by the first report of each;
        of those that a report of a day or a later one tells or denies, where a day is given. How many contradictions
        there are is only said where they are to be `counted`.
        """
        own = f"SELECT max(s.{state}) FROM shelf s WHERE s.fact = f.number AND {HERE}"
        denied = f"SELECT 1 FROM denial d WHERE d.fact = f.number AND :disputed = {OPEN} AND {NOW} AND d.day <= :day"
        unsure = f"""EXISTS ({denied} AND EXISTS (SELECT 1 FROM item i WHERE i.fact = d.statement AND {TOLD}
            AND json_array_length(i.entities) > {PLAIN})) OR f.number IN (SELECT value FROM json_each(:rivals))"""
        count = f"CASE WHEN {unsure} THEN NULL ELSE ({own}) + (SELECT count(*) FROM ({denied})) END"
        sql = f"""SELECT f.number, {count if counted else "NULL"} FROM fact f JOIN claim c ON c.number = f.number
            WHERE {self._telling(told_since)} ORDER BY c.published, c.kind, f.id"""
        disputed = DISPUTED[state]
        rivals = self.rivals(self._seated(told_since)) if disputed == OPEN else {}
        contested = listed(set(rivals).union(*rivals.values()))
        given = {"disputed": disputed, "told_day": day_number(told_since), "rivals": contested}
        rows = self._db.execute(sql, {**self._moment(), **given}).fetchall()
        return Contradicted([fact for fact, _ in rows], [count for _, count in rows] if counted else [])

    def carried(self, facts: Collection[int]) -> dict[int, bool | None]:
        """Whether more than one outlet tells of facts; `None` where denials may take a teller away."""
        sql = f"""SELECT i.fact, count(DISTINCT r.outlet) > 1, EXISTS (
                SELECT 1 FROM denial d WHERE d.fact = i.fact AND {NOW} AND d.day <= :day)
            FROM item i JOIN report r ON r.number = i.report
            WHERE i.fact IN (SELECT value FROM json_each(:facts)) AND {TOLD} GROUP BY i.fact"""
        rows = self._db.execute(sql, {**self._moment(), "facts": listed(facts)})
        return {fact: None if is_denied else bool(is_carried) for fact, is_carried, is_denied in rows}

    def rivals(self, facts: Collection[int]) -> dict[int, set[int]]:
        """For each of these offices, those of the same seat that were confirmed over the same days."""
        sql = f"""SELECT DISTINCT s.fact, o.fact FROM shelf s JOIN shelf o ON o.seat = s.seat AND o.fact <> s.fact
            WHERE s.fact IN (SELECT value FROM json_each(:facts)) AND s.seat <> '' AND o.seat <> ''
            AND {HERE} AND {HERE.replace("s.", "o.")}"""
        pairs = list(self._db.execute(sql, {**self._moment(), "facts": listed(facts)}))
        spans = self._spans({fact for pair in pairs for fact in pair})
        found: dict[int, set[int]] = {}
        for one, other in pairs:
            if spans[one][0] < spans[other][1] and spans[other][0] < spans[one][1]:
                found.setdefault(one, set()).add(other)
        return found

    def begun(self, facts: Collection[int], day: str) -> set[int]:
        """Those of these facts that may have begun by a day, or that a report of that day or an earlier one tells where
        it is not known when they did; proposals, which have several days, are all among them.
        """
        told = f"EXISTS (SELECT 1 FROM item i WHERE i.fact = s.fact AND i.place < :told_end AND {TOLD})"
        sql = f"""SELECT DISTINCT s.fact FROM json_each(:facts) f CROSS JOIN shelf s ON s.fact = f.value AND {HERE}
            WHERE s.kind = 'proposals' OR CASE s.first WHEN '' THEN {told} ELSE s.first <= :begun END"""
        given = {"facts": listed(facts), "begun": day, "told_end": place_after(day)}
        return {row[0] for row in self._db.execute(sql, {**self._moment(), **given})}

    def naming(self, facts: Collection[int], entities: Collection[str]) -> set[int]:
        """Those of these facts that name one of some entities."""
        sql = f"""SELECT DISTINCT n.fact FROM json_each(:facts) f CROSS JOIN named n ON n.fact = f.value AND {NAMED}
            WHERE n.entity IN (SELECT value FROM json_each(:entities))"""
        given = {"facts": listed(facts), "entities": listed(entities)}
        return {row[0] for row in self._db.execute(sql, {**self._moment(), **given})}

    def _telling(self, since: str) -> str:
        """Whether there may be contradictions about a fact, in SQL; with a day, about one that reports of that day or a
        later one tell or deny. Where these are few, each of them is asked about.
        """
        if not since:
            return f"f.number IN ({_DISPUTED})"
        given = {**self._moment(), "told_day": day_number(since)}
        sql = f"SELECT 1 FROM item i WHERE {AFTER} AND {TOLD} LIMIT {FEW + 1}"
        if len(self._db.execute(sql, given).fetchall()) <= FEW:
            return f"f.number IN ({_RECENT})"
        return f"f.number IN ({_DISPUTED}) AND f.number IN (SELECT fact FROM ({_TOLD}) UNION {_CONTESTED})"

    def _seated(self, told_since: str = "") -> list[int]:
        """The offices of seats of which more than one is known; of those told on a day or later, where one is given."""
        told = f"fact IN (SELECT i.fact FROM item i WHERE i.kind = 'offices' AND i.day >= :told_day AND {TOLD})"
        sql = f"""WITH held AS MATERIALIZED (SELECT DISTINCT s.seat, s.fact FROM shelf s WHERE s.seat <> '' AND {HERE})
            SELECT fact FROM held WHERE seat IN (SELECT seat FROM held GROUP BY seat HAVING count(*) > 1)
            {f"AND {told}" if told_since else ""}"""
        given = {**self._moment(), "told_day": day_number(told_since)}
        return [row[0] for row in self._db.execute(sql, given)]

    def _spans(self, facts: Collection[int]) -> dict[int, tuple[str, str]]:
        """The days of the first and last report of facts."""
        sql = f"""SELECT f.value, (SELECT min(i.place) FROM item i WHERE i.fact = f.value AND {TOLD}),
            (SELECT max(i.place) FROM item i WHERE i.fact = f.value AND {TOLD}) FROM json_each(:facts) f"""
        rows = self._db.execute(sql, {**self._moment(), "facts": listed(facts)})
        return {fact: (first[:10], last[:10]) for fact, first, last in rows}

    def named_in(self, facts: Collection[int]) -> dict[int, set[tuple[str, str]]]:
        """Whom facts name, each in which field."""
        sql = f"""SELECT n.fact, n.entity, n.role FROM named n
            WHERE n.fact IN (SELECT value FROM json_each(:facts)) AND {NAMED}"""
        found: dict[int, set[tuple[str, str]]] = {fact: set() for fact in facts}
        for fact, entity, role in self._db.execute(sql, {**self._moment(), "facts": listed(facts)}):
            found[fact].add((entity, role))
        return found

    def ids_of(self, facts: Collection[int]) -> dict[int, str]:
        """The ids by which facts are known outside."""
        sql = "SELECT number, id FROM fact WHERE number IN (SELECT value FROM json_each(:facts))"
        return dict(self._rows(sql, facts=listed(facts)))

    def entities_with(self, asked: str, code: str) -> list[Entity]:
        """Entities that have all these words in their names, or that go by this code."""
        words = listed(key(asked).split())
        sql = """SELECT entity FROM entity_word WHERE word IN (SELECT value FROM json_each(:words)) GROUP BY entity
            HAVING count(*) = (SELECT count(DISTINCT value) FROM json_each(:words))
            UNION SELECT entity FROM entity_word WHERE word = :code"""
        ids = [row[0] for row in self._rows(sql, words=words, code=key(code))]
        return sorted(self.entities(ids).values())

    def entities_written(self, acronym: str) -> list[Entity]:
        """Entities for which reports write this acronym, in whatever case it is asked for."""
        sql = f"""SELECT DISTINCT a.quote, json_extract(e.value, '$[2]')
            FROM (SELECT rowid FROM words WHERE words MATCH :match LIMIT {SOME}) w
            JOIN item i ON i.claim = w.rowid AND {TOLD} JOIN argument a ON a.claim = i.claim
            JOIN json_each(i.entities, '$[0]') e
                ON json_extract(e.value, '$[0]') = a.role AND json_extract(e.value, '$[1]') = a.value"""
        given = {**self._moment(), "match": f"around : ({matching(acronym)})"}
        found = ((bare(quote), entity) for quote, entity in self._db.execute(sql, given))
        ids = {entity for form, entity in found if is_acronym(form) and key(form) == key(acronym)}
        return sorted(self.entities(ids).values())

    def all_entities(self) -> list[Entity]:
        """Every entity that a fact names."""
        sql = f"""SELECT body FROM entity e WHERE {NOW}
            AND EXISTS (SELECT 1 FROM named n WHERE n.entity = e.id AND {NAMED})"""
        return sorted(built(Entity, json.loads(row[0])) for row in self._db.execute(sql, self._moment()))

    def entities_page(self, kind: str, limit: int, offset: int) -> list[Entity]:
        """A page of the entities of a kind ("" for all) that a fact names, by name."""
        sql = f"""SELECT body FROM entity e WHERE {NOW} AND (:kind = '' OR kind = :kind)
            AND EXISTS (SELECT 1 FROM named n WHERE n.entity = e.id AND {NAMED})
            ORDER BY json_extract(body, '$.name') COLLATE NOCASE, id LIMIT :limit OFFSET :offset"""
        given = {**self._moment(), "kind": kind, "limit": limit, "offset": offset}
        return [built(Entity, json.loads(row[0])) for row in self._db.execute(sql, given)]

    def origins(self, reports: Collection[str] | None = None) -> list[Origin]:
        """Where the texts of these reports (or of all) come from."""
        asked = "" if reports is None else "r.id IN (SELECT value FROM json_each(:reports)) AND "
        sql = f"""SELECT r.id, root.id, coalesce(of.id, ''), share, paragraphs, wire FROM report r
            JOIN origin o ON o.report = r.number AND {NOW} JOIN report root ON root.number = o.root
            LEFT JOIN report of ON of.number = o.of WHERE {asked} +r.published < :until"""
        return [Origin(*row) for row in self._db.execute(sql, {**self._moment(), "reports": listed(reports or ())})]

    def credits(self, reports: Collection[str]) -> list[int]:
        """The claims of these reports that name sources."""
        sql = f"""SELECT i.claim FROM report r CROSS JOIN item i
                ON i.report = r.number AND +i.kind = 'citations' AND {TOLD}
            WHERE r.id IN (SELECT value FROM json_each(:reports))"""
        return [row[0] for row in self._db.execute(sql, {**self._moment(), "reports": listed(reports)})]

    def matching_ids(self, prefix: str) -> list[tuple[str, str]]:
        """Facts and entities whose id begins with `prefix`: ("fact" or "entity", id), at most ten of each; a fact is
        also found by ids that it once had.
        """
        given = {**self._moment(), "low": prefix, "high": prefix + "~"}
        facts = f"""SELECT DISTINCT present.id FROM fact f JOIN item i ON {LEADS}
            JOIN fact present ON present.number = i.fact
            WHERE f.id >= :low AND f.id < :high ORDER BY present.id LIMIT 10"""
        sql = f"SELECT id FROM entity WHERE id >= :low AND id < :high AND {NOW} ORDER BY id LIMIT 10"
        found = [("fact", row[0]) for row in self._db.execute(facts, given)]
        return found + [("entity", row[0]) for row in self._db.execute(sql, given)]

    def numbered(self, ids: Collection[str]) -> list[int]:
        """The facts that have these ids, or once had."""
        sql = f"""SELECT DISTINCT i.fact FROM fact f JOIN item i ON {LEADS}
            WHERE f.id IN (SELECT value FROM json_each(:ids))"""
        return [row[0] for row in self._db.execute(sql, {**self._moment(), "ids": listed(ids)})]


OPEN, SUPERSEDED = 1, 2
PLAIN = 3
"""Parts that a placed claim has in `item.entities` where nobody edited it and its words never lapsed."""

DISPUTED = {"open": OPEN, "superseded": SUPERSEDED}
"""The bits of `shelf.disputed`."""

AFTER = "i.kind IN ('meetings', 'proposals', 'next_steps', 'statements') AND i.day >= :told_day"
"""Claims of a day or later, of the kinds that are disputed."""

_CONTESTED = "SELECT value FROM json_each(:rivals)"
_DISPUTED = f"""SELECT s.fact FROM shelf s WHERE s.disputed > 0 AND s.disputed & :disputed AND {HERE}
    UNION SELECT fact FROM denial WHERE :disputed = {OPEN} AND {NOW} AND day <= :day
    UNION {_CONTESTED}"""
"""Facts about which there may be contradictions."""

_TOLD = f"""SELECT i.fact AS fact FROM item i WHERE {AFTER} AND {TOLD}
    UNION SELECT d.fact FROM item i JOIN denial d ON d.statement = i.fact WHERE {AFTER} AND {TOLD}"""
_RECENT = f"""SELECT t.fact FROM ({_TOLD}) t
    WHERE EXISTS (SELECT 1 FROM shelf s WHERE s.fact = t.fact AND s.disputed & :disputed AND {HERE})
        OR (:disputed = {OPEN} AND EXISTS (SELECT 1 FROM denial WHERE fact = t.fact AND {NOW} AND day <= :day))
    UNION {_CONTESTED}"""
"""Those of them that a report of a day or a later one tells or denies: few, so that each is asked about."""

_ORDERS = {
    "begins": "s.begins, s.last, s.rank",
    "latest": "s.begins DESC, s.last DESC, s.rank",
    "rank": "s.rank, s.begins, s.last",
    "told": f"(SELECT max(i.place) FROM item i WHERE i.fact = s.fact AND {TOLD}) DESC, s.rank",
    "export": "CASE s.first WHEN '' THEN '~' ELSE s.first END, "
    "(SELECT substr(i.place, 1, instr(i.place, char(9)) - 1) FROM item i WHERE i.claim = s.fact AND i.since <= :at "
    "AND i.until > :at), (SELECT id FROM fact WHERE number = s.fact)",
}
"""The columns that a list is ordered by."""

_WORDED = f"""SELECT DISTINCT i.fact FROM words JOIN item i ON i.claim = words.rowid AND i.kind = :kind AND {TOLD}
    WHERE words MATCH :words"""
_IS_WORDED = f"""EXISTS (SELECT 1 FROM item i WHERE i.fact = s.fact AND {TOLD}
    AND i.claim IN (SELECT rowid FROM words WHERE words MATCH :words))"""

_OFFICES = f"SELECT DISTINCT s.fact FROM shelf s INDEXED BY shelf_words WHERE s.words <> '' AND {HERE}"
"""Offices by their words."""

_PARTS = (
    (
        "since",
        f"""SELECT s.fact FROM shelf s WHERE s.kind = :kind AND s.last >= :valid_since AND {HERE}
            UNION ALL SELECT s.fact FROM shelf s WHERE s.kind = :kind AND s.last = ''
                AND (s.begins <> '' OR :undated) AND {HERE}""",
        "1",  # every row is asked for its own days in any case: a fact may have several
    ),
    (
        "held_on",
        f"""SELECT DISTINCT fact FROM (
                SELECT i.fact FROM item i WHERE i.kind = 'offices' AND i.day <= :held_day AND {TOLD}
                UNION ALL SELECT o.fact FROM named o WHERE o.kind = 'offices' AND o.role = 'person' AND o.entity IN (
                    SELECT n.entity FROM named n JOIN shelf c ON c.fact = n.fact AND {OPENS}
                    WHERE c.kind = 'changes' AND n.kind = 'changes' AND n.role = 'person' AND {NAMED}))""",
        TAKEN,
    ),
    (
        "held_on",
        f"""SELECT DISTINCT fact FROM (
                SELECT i.fact FROM item i WHERE i.kind = 'offices' AND i.day >= :stale_day AND {TOLD}
                UNION ALL SELECT o.fact FROM named o WHERE o.kind = 'offices' AND o.role = 'person' AND o.entity IN (
                    SELECT n.entity FROM named n JOIN shelf c ON c.fact = n.fact AND {ENDS}
                    WHERE c.kind = 'changes' AND n.kind = 'changes' AND {NAMED}
                    UNION SELECT n.entity FROM named n JOIN shelf c ON c.fact = n.fact AND c.status = 'former'
                    WHERE c.kind = 'offices' AND n.role = 'person' AND {NAMED}))""",
        HELD,
    ),
    (
        "entities",
        f"""SELECT DISTINCT n.fact FROM named n WHERE n.entity IN (SELECT value FROM json_each(:entities))
            AND n.kind = :kind AND (:roles = '[]' OR n.role IN (SELECT value FROM json_each(:roles))) AND {NAMED}""",
        f"""EXISTS (SELECT 1 FROM named n WHERE n.fact = s.fact
            AND n.entity IN (SELECT value FROM json_each(:entities))
            AND (:roles = '[]' OR n.role IN (SELECT value FROM json_each(:roles))) AND {NAMED})""",
    ),
    (
        "published_since",
        f"SELECT DISTINCT i.fact FROM item i WHERE i.kind = :kind AND i.day >= :published_day AND {TOLD}",
        f"EXISTS (SELECT 1 FROM item i WHERE i.fact = s.fact AND i.place >= :published_since AND {TOLD})",
    ),
    ("words", _WORDED, _IS_WORDED),
    ("phrases", _WORDED.replace(":words", ":phrases"), _IS_WORDED.replace(":words", ":phrases")),
)
"""Conditions on the parts of a fact, by the field of a query that asks them, each as a list of all facts that meet it
and as a question to one fact.
"""


def _conditions(query: Query) -> Iterator[str]:
    """What a query asks of a row of the shelves."""
    q = query
    if q.dated is not None:
        yield "s.begins <> ''" if q.dated else "s.begins = ''"
    yield from (condition for asked, condition in _ASKED.items() if getattr(q, asked))


def _holding(query: Query) -> str:
    """Whether an office holds the words asked for."""
    words = [word for word in key(query.holding).split() if word.replace("-", "").isalnum()]
    return " AND ".join(f"' ' || s.words LIKE '% {word}%'" for word in words)


_ASKED = {
    "since": "(s.last = '' OR s.last >= :valid_since)",
    "until": "(s.first = '' OR s.first <= :valid_until)",
    "ranked_since": "s.rank >= :ranked_since",
    "ends_from": "s.rank >= :ends_from AND CASE s.last WHEN '' THEN s.first ELSE s.last END >= :ends_from",
    "ends_before": "CASE s.last WHEN '' THEN s.first ELSE s.last END < :ends_before",
    "told_by": f"EXISTS (SELECT 1 FROM item i WHERE i.fact = s.fact AND i.place < :told_end AND {TOLD})",
    "status": "s.status = :status",
    "quoted": f"""(s.status <> 'indirect' OR EXISTS (
        SELECT 1 FROM item i WHERE i.fact = s.fact AND {TOLD} AND NOT EXISTS (
            SELECT 1 FROM argument a WHERE a.claim = i.claim AND a.role = 'mode' AND a.value = 'indirect')))""",
    "disputed": "s.disputed & :disputed",
}
"""Conditions on a row of the shelves, by the field of a query that asks them."""
