"""Names, entities and copies in the workings of a SQLite file."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from communique.lexicon.tables import key
from communique.model.entity import Entity, Name
from communique.model.judgement import Judgement
from communique.model.plain import built, plain
from communique.model.working import Counts, Root, Trace
from communique.store.tables import Tables, compact, listed


class NameTables(Tables):
    """Who is who."""

    def traces(self, reports: Collection[int]) -> dict[int, Trace]:
        """The kept traces of these reports."""
        sql = "SELECT report, body FROM trace WHERE report IN (SELECT value FROM json_each(:reports))"
        return {report: _trace(json.loads(body)) for report, body in self._rows(sql, reports=listed(reports))}

    def keep_trace(self, report: int, trace: Trace, before: Trace) -> None:
        """Replace the trace of a report."""
        self._db.execute("INSERT OR REPLACE INTO trace VALUES (?, ?)", (report, compact(_plain(trace))))
        gone, new = before.lookups - trace.lookups, trace.lookups - before.lookups
        self._db.executemany("DELETE FROM spoken WHERE key = ? AND report = ?", [(k, report) for k in gone])
        self._db.executemany("INSERT OR IGNORE INTO spoken VALUES (?, ?)", [(k, report) for k in new])

    def count(self, what: str, changes: Mapping[tuple[str, str], int]) -> None:
        """Change how many reports know each (key, written form) of a state, person or outlet."""
        self._db.executemany(
            "INSERT INTO known VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET reports = reports + excluded.reports",
            [(what, *at, change) for at, change in changes.items()],
        )
        self._db.executemany(
            "DELETE FROM known WHERE what = ? AND key = ? AND written = ? AND reports = 0",
            [(what, *at) for at, change in changes.items() if change < 0],
        )

    def known(self, what: str, keys: Collection[str] | None = None) -> dict[str, str]:
        """What is known, each key with its first written form: of these keys, or all."""
        asked = "" if keys is None else "AND key IN (SELECT value FROM json_each(:keys))"
        sql = f"SELECT key, min(written) FROM known WHERE what = :what {asked} GROUP BY key"
        return dict(self._rows(sql, what=what, keys=listed(keys or ())))

    def spoken(self, keys: Collection[str]) -> set[int]:
        """The reports that look something up under one of these keys."""
        sql = "SELECT DISTINCT report FROM spoken WHERE key IN (SELECT value FROM json_each(:keys))"
        return {row[0] for row in self._rows(sql, keys=listed(keys))}

    def spoken_with(self, beginnings: Collection[str]) -> set[int]:
        """The reports that look something up under a key that begins so."""
        sql = """SELECT DISTINCT report FROM json_each(:beginnings) b
            JOIN spoken ON spoken.key >= b.value AND spoken.key < b.value || char(0x10ffff)"""
        return {row[0] for row in self._rows(sql, beginnings=listed(beginnings))}

    def companies(self, ids: Collection[str]) -> dict[Name, Counts]:
        """Names of these ids with their forms, states and roles."""
        sql = "SELECT kind, key, scope, company FROM name WHERE id IN (SELECT value FROM json_each(:ids))"
        return {
            Name(kind, plain_, scope): _counts(json.loads(company))
            for kind, plain_, scope, company in self._rows(sql, ids=listed(ids))
        }

    def keep_names(self, names: Mapping[Name, Counts]) -> None:
        """Replace what is kept of these names."""
        self._db.executemany(
            "INSERT INTO name VALUES (?, ?, ?, ?, ?, '') ON CONFLICT DO UPDATE SET company = excluded.company",
            [(n.id, n.kind, n.key, n.scope, compact(counts)) for n, counts in names.items()],
        )

    def drop_names(self, ids: Collection[str]) -> None:
        """Forget names that no report uses any more."""
        self._db.executemany("DELETE FROM name WHERE id = ?", [(id,) for id in ids])

    def in_blocks(self, keys: Collection[str]) -> set[str]:
        """The ids of the names in these blocks."""
        sql = "SELECT DISTINCT name FROM block WHERE key IN (SELECT value FROM json_each(:keys))"
        return {row[0] for row in self._rows(sql, keys=listed(keys))}

    def keep_blocks(self, name: str, keys: Collection[str], *, gone: bool = False) -> None:
        """Put a name into its blocks, or take it out."""
        sql = "DELETE FROM block WHERE key = ? AND name = ?" if gone else "INSERT OR IGNORE INTO block VALUES (?, ?)"
        self._db.executemany(sql, [(k, name) for k in keys])

    def edges(self, ids: Collection[str]) -> list[Judgement]:
        """The judgements by rule about these names."""
        columns = "left_id, right_id, 'same', made_by, reason, score"
        sql = f"""SELECT {columns} FROM edge WHERE left_id IN (SELECT value FROM json_each(:ids))
            UNION SELECT {columns} FROM edge WHERE right_id IN (SELECT value FROM json_each(:ids))"""
        return [Judgement(*row) for row in self._rows(sql, ids=listed(ids))]

    def keep_edges(self, gone: Iterable[Judgement], new: Iterable[Judgement]) -> None:
        """Replace judgements by rule."""
        self._db.executemany("DELETE FROM edge WHERE left_id = ? AND right_id = ?", [(j.left, j.right) for j in gone])
        self._db.executemany(
            "INSERT INTO edge VALUES (?, ?, ?, ?, ?)", [(j.left, j.right, j.by, j.reason, j.score) for j in new]
        )

    def judged(self) -> list[Judgement]:
        """What people judged."""
        sql = """SELECT left_id, right_id, verdict, made_by, reason, score, recorded, revokes FROM judgement
            WHERE recorded <= :by"""
        return [Judgement(*row) for row in self._rows(sql)]

    def entity_of(self, ids: Collection[str]) -> dict[str, str]:
        """The entities of names, by the names' ids."""
        sql = "SELECT id, entity FROM name WHERE id IN (SELECT value FROM json_each(:ids)) AND entity <> ''"
        return dict(self._rows(sql, ids=listed(ids)))

    def entities(self, ids: Collection[str]) -> dict[str, Entity]:
        """Entities by their ids."""
        sql = """SELECT id, body FROM entity WHERE id IN (SELECT value FROM json_each(:ids))
            AND since <= :at AND until > :at"""
        return {id: built(Entity, json.loads(body)) for id, body in self._rows(sql, ids=listed(ids))}

    def keep_entities(self, gone: Collection[str], new: Sequence[Entity]) -> None:
        """Replace entities, and say of their names whose they are."""
        for id in gone:
            self._replace("entity", {"id": id}, ("kind", "body"), ())
        for entity in new:
            self._replace("entity", {"id": entity.id}, ("kind", "body"), [(entity.kind, compact(plain(entity)))])
            words = {word for form in (entity.name, *entity.names) for word in key(form).split()}
            self._db.executemany("INSERT OR IGNORE INTO entity_word VALUES (?, ?)", [(w, entity.id) for w in words])
            self._db.executemany("UPDATE name SET entity = ? WHERE id = ?", [(entity.id, id) for id in entity.members])


class CopyTables(Tables):
    """Which reports copy which."""

    def sketched_near(self, runs: Collection[int], days: tuple[int, int]) -> dict[int, int]:
        """The reports of these days that have some of these runs, with how many."""
        sql = """SELECT report, count(*) FROM json_each(:runs) r
            JOIN sketch ON run = r.value AND day BETWEEN :first AND :last GROUP BY report"""
        return dict(self._rows(sql, runs=listed(runs), first=days[0], last=days[1]))

    def samples(self, reports: Collection[int]) -> dict[int, int]:
        """How many runs are kept of each report."""
        sql = "SELECT report, runs FROM sketched WHERE report IN (SELECT value FROM json_each(:reports))"
        return dict(self._rows(sql, reports=listed(reports)))

    def keep_sketch(self, report: int, day: int, runs: Collection[int]) -> None:
        """Keep the sampled runs of a report."""
        self._db.executemany("INSERT OR IGNORE INTO sketch VALUES (?, ?, ?)", [(run, day, report) for run in runs])
        self._db.execute("INSERT OR REPLACE INTO sketched VALUES (?, ?)", (report, len(runs)))

    def copies_of(self, reports: Collection[int]) -> set[int]:
        """The reports that copy one of these."""
        sql = "SELECT DISTINCT report FROM copied WHERE of IN (SELECT value FROM json_each(:reports))"
        return {row[0] for row in self._rows(sql, reports=listed(reports))}

    def keep_copy(self, report: int, found: Root) -> None:
        """Keep that a report copies another."""
        row = (report, found.of, found.share, found.paragraphs)
        self._db.execute("INSERT OR REPLACE INTO copied VALUES (?, ?, ?, ?)", row)

    def roots(self, reports: Collection[int]) -> dict[int, Root]:
        """Where the texts of these reports come from, as kept."""
        sql = """SELECT report, root, of, share, paragraphs, wire FROM origin
            WHERE report IN (SELECT value FROM json_each(:reports)) AND since <= :at AND until > :at"""
        return {report: Root(*row) for report, *row in self._rows(sql, reports=listed(reports))}

    def keep_root(self, report: int, root: Root) -> None:
        """Replace where a report's text comes from."""
        row = (root.root, root.of, root.share, root.paragraphs, root.wire)
        self._replace("origin", {"report": report}, ("root", "of", "share", "paragraphs", "wire"), [row])


def _plain(trace: Trace) -> list[Any]:
    named = [[n.kind, n.key, n.scope, counts] for n, counts in trace.names]
    return [sorted(trace.lookups), sorted(trace.states), sorted(trace.people), named, trace.credits]


def _trace(data: list[Any]) -> Trace:
    lookups, states, people, named, credits = data
    names = tuple((Name(kind, plain_, scope), _counts(counts)) for kind, plain_, scope, counts in named)
    written = tuple((start, end, outlet, whole) for start, end, outlet, whole in credits)
    return Trace(frozenset(lookups), frozenset(map(tuple, states)), frozenset(people), names, written)


def _counts(data: list[dict[str, int]]) -> Counts:
    forms, countries, offices, beside, used = map(Counter, data)
    return forms, countries, offices, beside, used
