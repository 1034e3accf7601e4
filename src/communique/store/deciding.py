"""What people decided about claims, from the tables of a SQLite file."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from communique.model.claim import Claim
from communique.model.correcting import Decided
from communique.model.judgement import Correction
from communique.store.tables import listed

Rows = Callable[..., list[Any]]
"""Answers a query as of the moment `:by`."""

CORRECTION = "claim, action, made_by, reason, recorded, field, value, revokes, words, start"
IN_ORDER = "ORDER BY recorded, number"
"""The order in which the record learnt of corrections."""


@dataclass(frozen=True, slots=True)
class Target:
    """A claim that people decided about; see `model.correcting.Decided`. `beside` are numbers and ids of claims."""

    number: int
    id: str
    kind: str
    report: str
    corrections: tuple[Correction, ...]
    beside: tuple[tuple[int, str], ...]


def targets(rows: Rows, reports: Collection[str] | None) -> list[Target]:
    """What people decided about the claims of these reports, or of all, by the claims' ids."""
    of = "" if reports is None else "claim.report IN (SELECT value FROM json_each(:of)) AND"
    sql = f"""SELECT number, id, kind, report FROM claim WHERE {of} EXISTS (
        SELECT 1 FROM correction c WHERE c.claim = claim.id AND c.recorded <= :by) ORDER BY id"""
    found = rows(sql, of=listed(reports or ()))
    if not found:
        return []
    ids = listed([id for _, id, _, _ in found])
    corrections, beside = _corrections(rows, ids), _beside(rows, ids)
    return [
        Target(number, id, kind, report, tuple(corrections[id]), tuple(sorted(beside[id])))
        for number, id, kind, report in found
    ]


def _corrections(rows: Rows, ids: str) -> dict[str, list[Correction]]:
    sql = f"""SELECT {CORRECTION} FROM correction WHERE claim IN (SELECT value FROM json_each(:ids))
        AND recorded <= :by {IN_ORDER}"""
    found: dict[str, list[Correction]] = defaultdict(list)
    for row in rows(sql, ids=ids):
        found[row[0]].append(Correction(*row))
    return found


def _beside(rows: Rows, ids: str) -> dict[str, set[tuple[int, str]]]:
    """The claims that a reading told apart from others, or that a person saw who added another."""
    sql = """SELECT t.id, o.number, o.id FROM claim t JOIN reading_claim a ON a.claim = t.number
            JOIN reading r ON r.number = a.reading AND r.recorded <= :by
            JOIN reading_claim b ON b.reading = a.reading JOIN claim o ON o.number = b.claim AND o.kind = t.kind
            WHERE t.id IN (SELECT value FROM json_each(:ids))
        UNION SELECT t.id, o.number, o.id FROM correction c JOIN claim t ON t.id = c.claim
            JOIN reading_claim b ON b.reading = (
                SELECT max(number) FROM reading WHERE report = t.report AND recorded <= c.recorded)
            JOIN claim o ON o.number = b.claim AND o.kind = t.kind
            WHERE c.action = 'add' AND c.recorded <= :by AND t.id IN (SELECT value FROM json_each(:ids))"""
    found: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for one, number, other in rows(sql, ids=ids):
        if one != other:
            found[one].add((number, other))
    return found


def read_of(made: Iterable[Target]) -> dict[int, tuple[str, str]]:
    """The kinds and reports of targets and of the claims beside them, by number."""
    return {n: (t.kind, t.report) for t in made for n in (t.number, *(n for n, _ in t.beside))}


def decided(target: Target, claims: Mapping[int, Claim]) -> Decided:
    """What people decided about a claim, given the claims by number."""
    beside = {id: claims[number] for number, id in target.beside}
    return Decided(target.id, claims[target.number], target.corrections, beside)
