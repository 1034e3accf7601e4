"""Reports as they are read and reviewed: the text, its entries, and what people decided about them."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from communique.errors import QueryError
from communique.lexicon.tables import key
from communique.model.claim import Claim
from communique.model.entity import Entity, Name
from communique.model.judgement import Correction
from communique.model.rows import DecisionRow, Mark, NameRow, QueueRow, ReadEntry, ReportRow
from communique.moments import Moment

STATES = {"accept": "accepted", "reject": "rejected", "edit": "edited", "add": "accepted"}
"""What a decision makes of an entry."""


def report(moment: Moment, id: str) -> ReportRow:
    """One report with its entries; raises `QueryError` when the record does not hold it."""
    found, headers = moment.view.report(id), moment.headers_of([id])
    if found is None or not headers:
        raise QueryError(f"{id!r}: no report has this id.")
    claims = moment.view.claims(reports=[id])
    facts = moment.taken_for([c.id for c in claims])
    decisions = decided(moment, [c.id for c in claims])
    entries = sorted(
        (_entry(c, facts.get(c.id, ""), decisions.get(c.id, ())) for c in claims),
        key=lambda e: (e.marks[0].start, e.kind, e.id),
    )
    before, after = moment.beside(headers[0])
    given = (found.outlet, found.published, found.title, found.url, found.language, found.text)
    return ReportRow(id, *given, before, after, tuple(entries))


def queue(moment: Moment, *, limit: int | None = None, offset: int = 0) -> list[QueueRow]:
    """Reports in order of publication, with how far their review has come."""
    headers = moment.headers(limit=limit, offset=offset)
    claims: dict[str, list[str]] = defaultdict(list)
    for claim in moment.view.claims(reports=[h.id for h in headers]) if headers else ():
        claims[claim.report].append(claim.id)
    decisions = decided(moment, [id for ids in claims.values() for id in ids])
    done = {id for id, rows in decisions.items() if any(not row.is_undone for row in rows)}
    return [
        QueueRow(h.id, h.outlet, h.published, h.title, len(claims[h.id]), sum(id in done for id in claims[h.id]))
        for h in headers
    ]


def decided(moment: Moment, claims: Collection[str]) -> dict[str, tuple[DecisionRow, ...]]:
    """What people decided about each of these claims, oldest first."""
    found: dict[str, list[Correction]] = defaultdict(list)
    for correction in moment.view.corrections(claims):
        found[correction.claim].append(correction)
    return {claim: tuple(_decisions(made)) for claim, made in found.items()}


def _decisions(made: Iterable[Correction]) -> Iterable[DecisionRow]:
    known = list(made)
    gone = {c.revokes for c in known if c.revokes}
    for c in known:
        if not c.revokes:
            yield DecisionRow(c.id, c.action, c.field, c.value, c.by, c.reason, c.recorded, c.id in gone)


def _entry(claim: Claim, fact: str, decisions: Collection[DecisionRow]) -> ReadEntry:
    values = [Mark(a.role, a.value, a.evidence.span.start, a.evidence.span.end) for a in claim.arguments]
    whole = [Mark("evidence", "", e.span.start, e.span.end) for e in claim.evidence]
    standing = [STATES[d.action] for d in decisions if not d.is_undone]
    state = standing[-1] if standing else "proposed"
    title = " · ".join(a.value for a in claim.arguments)
    return ReadEntry(claim.id, claim.kind, title, fact, claim.made_by, state, (*whole, *values), tuple(decisions))


def names(
    moment: Moment, *, id: str = "", name: str = "", kind: str = "", limit: int | None = None, offset: int = 0
) -> list[NameRow]:
    """People, parties, bodies and places: of a kind, that go by these words, or the one with an id."""
    if id:
        one = moment.entity(id)
        return [_name(one)] if one else []
    most = -1 if limit is None else limit
    if not name:
        return [_name(e) for e in moment.entities_page(kind, most, offset)]
    found = [e for e in moment.named(name) if kind in ("", e.kind)]
    return [_name(e) for e in sorted(found, key=lambda e: (e.name.casefold(), e.id))][offset:][:limit]


def _name(entity: Entity) -> NameRow:
    return NameRow(entity.id, entity.kind, entity.name, entity.country, entity.names)


def member(entity: Entity, form: str) -> str:
    """The id of the name that a form of an entity is; raises `QueryError` when the entity does not go by it."""
    id = Name(entity.kind, key(form)).id
    if id not in entity.members:
        raise QueryError(f"{form!r}: this form cannot be parted from {entity.name}; it is no whole name of its own.")
    return id
