"""The reading half of the SQLite store."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from communique.model.claim import Argument, Claim
from communique.model.correcting import Decided
from communique.model.evidence import Evidence
from communique.model.grouping import Grouping
from communique.model.judgement import Correction, Judgement
from communique.model.problem import Problem
from communique.model.report import Report
from communique.model.span import Span
from communique.store.connection import guarded
from communique.store.deciding import CORRECTION, IN_ORDER, decided, read_of, targets
from communique.store.folding import ReportTables
from communique.store.seam import Header
from communique.store.searching import matching

LIVE = """
WITH live (reading) AS (SELECT max(number) FROM reading WHERE recorded <= :by GROUP BY report)
"""
"""Each report's latest reading at the moment `:by`."""

LIVE_OF = LIVE.replace("GROUP BY", "AND report IN (SELECT value FROM json_each(:of)) GROUP BY")
"""The same of the reports `:of`, a JSON list of ids."""

TROUBLES = """FROM problem p CROSS JOIN reading r ON r.number = p.reading AND r.number = (
    SELECT max(number) FROM reading l WHERE l.report = r.report AND l.recorded <= :by)
    JOIN report o ON o.id = r.report AND o.published < :before"""
"""What the live readings of reports published before a day could not do; problems are few, so that each is asked
whether its reading is live."""

RECENT = 5000
"""Reports, those recorded last, among which new ones are looked for."""

ALWAYS = "~"
"""After every ISO 8601 moment."""

REPORT = "SELECT outlet, published, title, text, url, modified, language, id FROM report"


class SqliteView:
    """What one file held at one moment."""

    def __init__(self, connection: sqlite3.Connection, path: Path, recorded_by: str = "") -> None:
        self._db, self._path, self._by = connection, path, recorded_by or ALWAYS

    def reports(self) -> list[Report]:
        """Every report, by publication, outlet and id."""
        found = self._all(f"{REPORT} WHERE recorded <= :by ORDER BY published, outlet, id")
        return [_report(row) for row in found]

    def headers(
        self, *, before: str = "~", ids: Collection[str] | None = None, limit: int | None = None, offset: int = 0
    ) -> list[Header]:
        """Reports without their texts, in the same order: those published before a day, those of `ids`, a page."""
        source = "report" if ids is None else "json_each(:ids) k CROSS JOIN report ON report.id = k.value"
        sql = f"""SELECT report.id, outlet, published, title, url, modified, language, recorded FROM {source}
            WHERE recorded <= :by AND published < :before ORDER BY published, outlet, report.id
            LIMIT :limit OFFSET :offset"""
        given = {"before": before, "ids": json.dumps(list(set(ids or ()))), "offset": offset}
        return [Header(*row) for row in self._all(sql, limit=-1 if limit is None else limit, **given)]

    def matching(self, prefix: str, *, before: str = "~") -> list[tuple[str, str]]:
        """Reports and claims whose id begins with `prefix`: ("report" or "claim", id), at most ten of each.

        Only what was published before the day `before`, where one is given.
        """
        found = []
        for kind in ("report", "claim"):
            sql = f"""SELECT id FROM {kind} WHERE id >= :low AND id < :high AND recorded <= :by
                AND published < :before ORDER BY id LIMIT 10"""
            found += [(kind, row[0]) for row in self._all(sql, low=prefix, high=prefix + "~", before=before)]
        return found

    def recorded_after(
        self, since: str, *, before: str = "~", limit: int | None = None, offset: int = 0
    ) -> list[Header]:
        """Reports that the record learnt after a moment, those first that it learnt last: of those published before a
        day, a page.
        """
        sql = """SELECT id, outlet, published, title, url, modified, language, recorded FROM report
            WHERE recorded > :since AND recorded <= :by AND +published < :before
                AND number > (SELECT max(number) FROM report) - :most
            ORDER BY number DESC LIMIT :limit OFFSET :offset"""
        given = {"since": since, "before": before, "most": RECENT, "offset": offset}
        return [Header(*row) for row in self._all(sql, limit=-1 if limit is None else limit, **given)]

    def beside(self, header: Header, *, before: str = "~") -> tuple[str, str]:
        """The ids of the reports before and after this one in order of publication, "" where there is none."""
        at = {"published": header.published, "outlet": header.outlet, "id": header.id, "before": before}
        found = []
        for sign, order in (("<", "DESC"), (">", "ASC")):
            sql = f"""SELECT id FROM report WHERE recorded <= :by AND published < :before
                AND published {sign}= :published AND (published, outlet, id) {sign} (:published, :outlet, :id)
                ORDER BY published {order}, outlet {order}, id {order} LIMIT 1"""
            found.append(next((str(row[0]) for row in self._all(sql, **at)), ""))
        return found[0], found[1]

    def last_published(self, before: str) -> str:
        """When the last report before a day was published, or ""."""
        sql = """SELECT published FROM report WHERE published < :before AND recorded <= :by
            ORDER BY published DESC LIMIT 1"""
        return next((str(row[0]) for row in self._all(sql, before=before)), "")

    def published_between(self, since: str, before: str) -> tuple[int, str]:
        """How many reports were published from a day on and before another, and when the first of them was."""
        sql = """SELECT count(*), coalesce(min(published), '') FROM report
            WHERE published >= :since AND published < :before AND recorded <= :by"""
        count, first = self._all(sql, since=since, before=before)[0]
        return count, first

    def counts(self, *, before: str = "~") -> tuple[int, int]:
        """How many reports published before a day there are, and how many problems of reading."""
        reports = self._all("SELECT count(*) FROM report WHERE recorded <= :by AND published < :before", before=before)
        return reports[0][0], self._all(f"SELECT count(*) {TROUBLES}", before=before)[0][0]

    def report(self, id: str) -> Report | None:
        """One report with its text."""
        found = self._all(f"{REPORT} WHERE recorded <= :by AND id = :id", id=id)
        return _report(found[0]) if found else None

    def claims(self, *, kinds: Sequence[str] = (), reports: Sequence[str] = ()) -> list[Claim]:
        """Live claims, of the given kinds and reports if any, by report and place."""
        where, given = _where({"claim.kind": kinds, "claim.report": reports})
        live, ids = (LIVE_OF, {"of": json.dumps(list(reports))}) if reports else (LIVE, {})
        sql = f"""{live} SELECT claim.number, claim.id, kind, report, made_by, score FROM live
            JOIN reading_claim USING (reading) JOIN claim ON claim.number = reading_claim.claim {where}"""
        return self._claims(self._all(sql, **given, **ids), where, given)

    def claim(self, id: str) -> Claim | None:
        """One claim, live or not."""
        sql = """SELECT claim.number, id, kind, report, coalesce(made_by, (SELECT made_by FROM correction
                WHERE claim = claim.id AND action = 'add' LIMIT 1), ''), coalesce(score, 1.0) FROM claim
            LEFT JOIN reading_claim ON reading_claim.claim = claim.number WHERE id = :id AND claim.recorded <= :by
            ORDER BY reading DESC LIMIT 1"""
        found = self._claims(self._all(sql, id=id), "WHERE claim.id = :id", {"id": id})
        return found[0] if found else None

    def find(self, words: str) -> Iterator[str]:
        """The ids of claims whose statement holds these words; a phrase in quotation marks, `*` ends a prefix."""
        query = f"content : ({matching(words)})"
        sql = (
            "SELECT id FROM words JOIN claim ON claim.number = words.rowid WHERE words MATCH :words AND recorded <= :by"
        )
        yield from (row[0] for row in self._all(sql, words=query))

    def received(self) -> dict[str, list[tuple[str, str]]]:
        """For each report the files it came in: hash of the bytes and name."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for report, raw, name in self._all(
            "SELECT report, raw, name FROM received WHERE recorded <= :by ORDER BY report, raw, name"
        ):
            found[report].append((raw, name))
        return dict(found)

    def problems(self, *, before: str = "~") -> list[Problem]:
        """What the live readings of reports published before a day could not do."""
        sql = f"SELECT stage, code, message, r.report, p.first, p.last {TROUBLES} ORDER BY r.report, p.position"
        return [
            Problem(stage, code, message, report, None if first is None else Span(first, last))
            for stage, code, message, report, first, last in self._all(sql, before=before)
        ]

    def judgements(self) -> list[Judgement]:
        """Every judgement, revoked ones and those that revoke them too."""
        sql = """SELECT left_id, right_id, verdict, made_by, reason, score, recorded, revokes FROM judgement
            WHERE recorded <= :by ORDER BY recorded, id"""
        return [Judgement(*row) for row in self._all(sql)]

    def corrections(self, claims: Collection[str] | None = None) -> list[Correction]:
        """Every correction, or those of these claims; revoked ones and those that revoke them too."""
        asked = "" if claims is None else "AND claim IN (SELECT value FROM json_each(:claims))"
        sql = f"SELECT {CORRECTION} FROM correction WHERE recorded <= :by {asked} {IN_ORDER}"
        return [Correction(*row) for row in self._all(sql, claims=json.dumps(list(claims or ())))]

    def groupings(self) -> list[Grouping]:
        """Every decision about processes of talks, revoked ones and those that revoke them too, oldest first."""
        sql = f"""SELECT action, groups, about, made_by, reason, recorded, name, revokes FROM grouping
            WHERE recorded <= :by {IN_ORDER}"""
        return [
            Grouping(action, tuple(map(tuple, json.loads(groups))), *rest) for action, groups, *rest in self._all(sql)
        ]

    def decided(self, reports: Collection[str] | None = None) -> list[Decided]:
        """The claims (of these reports, or of all) that people decided about, with their decisions, by id."""
        found = targets(self._all, reports)
        with guarded(self._path):
            claims = ReportTables(self._db, self._path, 0, self._by).claims_of(read_of(found))
        claims |= {t.number: claim for t in found if (claim := self.claim(t.id)) is not None}
        return [decided(t, claims) for t in found]

    def state(self) -> str:
        """Changes whenever this view's content does."""
        sql = """SELECT (SELECT coalesce(max(number), 0) FROM reading WHERE recorded <= :by),
            (SELECT coalesce(max(number), 0) FROM judgement WHERE recorded <= :by),
            (SELECT coalesce(max(number), 0) FROM correction WHERE recorded <= :by),
            (SELECT coalesce(max(number), 0) FROM grouping WHERE recorded <= :by)"""
        return "-".join(str(number) for number in self._all(sql)[0])

    def _all(self, sql: str, **given: Any) -> list[Any]:
        with guarded(self._path):
            return self._db.execute(sql, {"by": self._by, **given}).fetchall()

    def _claims(self, found: Sequence[Any], where: str, given: dict[str, Any]) -> list[Claim]:
        """Put claims together from their rows, reading their parts in two statements, not two a claim."""
        report_of = {number: report for number, _, _, report, _, _ in found}
        arguments = self._parts("role, value, ", "argument", where, given, report_of, _argument)
        evidence = self._parts("", "evidence", where, given, report_of, _evidence)
        claims = [
            (report, evidence[number][0].span, id, number, Claim(
                kind, report, tuple(arguments[number]), tuple(evidence[number]), made_by, score
            ))
            for number, id, kind, report, made_by, score in found
        ]  # fmt: skip
        return [claim for *_, claim in sorted(claims, key=lambda c: c[:4])]

    def _parts(
        self,
        columns: str,
        table: str,
        where: str,
        given: dict[str, Any],
        report_of: dict[int, str],
        make: Callable[[str, Any], Any],
    ) -> dict[int, list[Any]]:
        parts: dict[int, list[Any]] = defaultdict(list)
        sql = f"""SELECT {table}.claim, {columns}first, last, quote FROM {table}
            JOIN claim ON claim.number = {table}.claim {where} ORDER BY {table}.claim, position"""
        for number, *row in self._all(sql, **given):
            if number in report_of:
                parts[number].append(make(report_of[number], row))
        return parts


def _report(row: Any) -> Report:
    outlet, published, title, text, url, modified, language, _ = row
    return Report(outlet, published, title, text, url, modified, language)


def _argument(report: str, row: Any) -> Argument:
    role, value, first, last, quote = row
    return Argument(role, value, Evidence(report, Span(first, last), quote))


def _evidence(report: str, row: Any) -> Evidence:
    first, last, quote = row
    return Evidence(report, Span(first, last), quote)


def _where(columns: dict[str, Sequence[str]]) -> tuple[str, dict[str, Any]]:
    """A WHERE clause that asks each column for one of its values, if it has any."""
    given: dict[str, Any] = {}
    clauses = []
    for column, values in columns.items():
        if values:
            names = [f"{column.partition('.')[2]}{i}" for i in range(len(values))]
            given |= dict(zip(names, values, strict=True))
            clauses.append(f"{column} IN ({', '.join(':' + name for name in names)})")
    return (f"WHERE {' AND '.join(clauses)}" if clauses else ""), given
