"""The writing half of the SQLite store."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from communique.errors import QueryError, Undated
from communique.model.claim import Claim
from communique.model.days import days
from communique.model.grouping import Grouping
from communique.model.judgement import Correction, Judgement
from communique.model.problem import Problem
from communique.model.report import Report
from communique.store.claims import keep_claim
from communique.store.connection import guarded
from communique.store.reading import REPORT
from communique.store.seam import Added
from communique.store.searching import tags
from communique.store.tables import compact


class SqliteWriter:
    """Adds to one file as of one moment; a report is one transaction."""

    def __init__(self, connection: sqlite3.Connection, path: Path, recorded: str) -> None:
        self._db, self._path, self._recorded = connection, path, recorded

    def add(self, report: Report, claims: Sequence[Claim], *, version: str, problems: Sequence[Problem] = ()) -> Added:
        """Keep a report with what `version` found in it; the same again changes nothing."""
        if not days(report.published[:10])[0]:
            raise Undated(report.name or report.title or report.id)
        for claim in claims:
            for evidence in (*claim.evidence, *(a.evidence for a in claim.arguments)):
                evidence.verify(report.text)
        name = report.name or report.title or report.id
        with self._transaction(f"nothing of the report {name!r} was kept"):
            is_new = self._report(report)
            reading = self._reading(report, version)
            if reading is None:
                return Added(report.id, is_new, False, 0)
            added = sum(self._claim(claim, report, reading) for claim in dict.fromkeys(claims))
            self._pending("report", "SELECT number FROM report WHERE id = ?", report.id)
            self._problems(reading, problems)
        return Added(report.id, is_new, True, added)

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement; the same again changes nothing."""
        j = judgement
        row = (j.id, j.left, j.right, j.verdict, j.by, j.reason, j.score, j.revokes, j.recorded or self._recorded)
        with self._transaction("the judgement was not kept"):
            new = self._db.execute(
                "INSERT OR IGNORE INTO judgement (id, left_id, right_id, verdict, made_by, reason, score, revokes, "
                "recorded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            if new.rowcount:
                self._pending("name", "SELECT ? UNION SELECT ?", j.left, j.right, recorded=row[-1])

    def correct(self, correction: Correction, added: Claim | None = None) -> None:
        """Keep a correction, and the claim that it adds; the same again changes nothing."""
        c = correction
        row = (c.id, c.claim, c.action, c.by, c.reason, c.field, c.value, c.words, c.start, c.revokes, c.recorded)
        with self._transaction("the correction was not kept"):
            if added is not None:
                self._added(added)
            new = self._db.execute(
                "INSERT OR IGNORE INTO correction (id, claim, action, made_by, reason, field, value, words, start, "
                "revokes, recorded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            if new.rowcount:
                sql = "SELECT number FROM report WHERE id IN (?, (SELECT report FROM claim WHERE id = ?))"
                self._pending("report", sql, c.claim, c.claim, recorded=c.recorded)

    def group(self, grouping: Grouping) -> None:
        """Keep a decision about processes of talks; the same again changes nothing."""
        g = grouping
        row = (g.id, g.action, compact(g.groups), g.about, g.by, g.reason, g.recorded, g.name, g.revokes)
        with self._transaction("the decision was not kept"):
            self._db.execute(
                "INSERT OR IGNORE INTO grouping (id, action, groups, about, made_by, reason, recorded, name, revokes) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )

    def _added(self, claim: Claim) -> None:
        """Keep a claim that a person makes; its words must stand in the report."""
        found = self._db.execute(f"{REPORT} WHERE id = ?", (claim.report,)).fetchone()
        if found is None:
            raise QueryError(f"{claim.report!r}: no report has this id.")
        report = Report(*found[:-1])
        for evidence in (*claim.evidence, *(a.evidence for a in claim.arguments)):
            evidence.verify(report.text)
        keep_claim(self._db, claim, report, self._recorded)

    def _pending(self, what: str, ids: str, *given: str, recorded: str = "") -> None:
        """Note what is to be worked in: what a query finds."""
        self._db.execute(
            f"INSERT OR IGNORE INTO pending (recorded, what, id) SELECT ?, ?, * FROM ({ids})",
            (recorded or self._recorded, what, *given),
        )

    @contextmanager
    def _transaction(self, doing: str) -> Iterator[None]:
        with guarded(self._path, doing):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def _report(self, report: Report) -> bool:
        r = report
        found = self._db.execute(
            "INSERT OR IGNORE INTO report (id, outlet, url, published, modified, title, language, text, recorded) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (r.id, r.outlet, r.url, r.published, r.modified, r.title, r.language, r.text, self._recorded),
        )
        if found.rowcount == 1:
            sql = "INSERT INTO prose (rowid, text, tags) VALUES (?, ?, ?)"
            self._db.execute(sql, (found.lastrowid, r.text, tags(r)))
        self._db.execute(
            "INSERT OR IGNORE INTO received (report, raw, name, recorded) VALUES (?, ?, ?, ?)",
            (r.id, r.raw, r.name, self._recorded),
        )
        return found.rowcount == 1

    def _reading(self, report: Report, version: str) -> int | None:
        """The number of a new reading, or None when this version has read this report before."""
        self._db.execute("INSERT OR IGNORE INTO run (version, recorded) VALUES (?, ?)", (version, self._recorded))
        run = self._db.execute("SELECT number FROM run WHERE version = ?", (version,)).fetchone()[0]
        found = self._db.execute(
            "INSERT OR IGNORE INTO reading (report, run, recorded) VALUES (?, ?, ?)", (report.id, run, self._recorded)
        )
        return found.lastrowid if found.rowcount == 1 else None

    def _claim(self, claim: Claim, report: Report, reading: int) -> int:
        """Keep one claim and its place in a reading; 1 if it was new, else 0."""
        number, is_new = keep_claim(self._db, claim, report, self._recorded)
        self._db.execute(
            "INSERT OR IGNORE INTO reading_claim (reading, claim, made_by, score) VALUES (?, ?, ?, ?)",
            (reading, number, claim.made_by, claim.score),
        )
        return int(is_new)

    def _problems(self, reading: int, problems: Sequence[Problem]) -> None:
        self._db.executemany(
            "INSERT INTO problem (reading, position, stage, code, message, first, last) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (reading, i, p.stage, p.code, p.message, p.span and p.span.start, p.span and p.span.end)
                for i, p in enumerate(problems)
            ],
        )
