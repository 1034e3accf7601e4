"""Keeping claims in a SQLite file: their parts, and the words by which search finds them."""

import sqlite3

from communique.model.claim import Claim
from communique.model.days import days
from communique.store.searching import Published, tags

SEARCHED = {"statements": ("content",), "positions": ("issue",), "next_steps": ("what",), "proposals": ("name",)}
"""The fields whose words `find` looks through."""


def keep_claim(db: sqlite3.Connection, claim: Claim, report: Published, recorded: str) -> tuple[int, bool]:
    """Keep one claim, once; its number, and whether it was new."""
    id, when = claim.id, claim.get("when")
    first, last = days(when)
    found = db.execute(
        "INSERT OR IGNORE INTO claim (id, report, kind, valid_edtf, valid_first, valid_last, published, recorded) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (id, claim.report, claim.kind, when, first, last, report.published, recorded),
    )
    if found.rowcount != 1:
        return int(db.execute("SELECT number FROM claim WHERE id = ?", (id,)).fetchone()[0]), False
    number = int(found.lastrowid or 0)
    _keep_parts(db, claim, number)
    if claim.kind != "times":
        _keep_words(db, claim, number, report)
    return number, True


def _keep_parts(db: sqlite3.Connection, claim: Claim, number: int) -> None:
    db.executemany(
        "INSERT INTO argument (claim, position, role, value, first, last, quote) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (number, i, a.role, a.value, a.evidence.span.start, a.evidence.span.end, a.evidence.quote)
            for i, a in enumerate(claim.arguments)
        ],
    )
    db.executemany(
        "INSERT INTO evidence (claim, position, first, last, quote) VALUES (?, ?, ?, ?, ?)",
        [(number, i, e.span.start, e.span.end, e.quote) for i, e in enumerate(claim.evidence)],
    )


def _keep_words(db: sqlite3.Connection, claim: Claim, number: int, report: Published) -> None:
    content = " … ".join(value for role in SEARCHED.get(claim.kind, ()) for value in claim.all(role))
    around = " ".join([a.value for a in claim.arguments] + [e.quote for e in claim.evidence])
    sql = "INSERT INTO words (rowid, content, around, tags) VALUES (?, ?, ?, ?)"
    db.execute(sql, (number, content, around, tags(report, claim.kind)))
