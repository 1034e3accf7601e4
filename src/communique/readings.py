"""Reports as they are read and reviewed: the text, its entries, and what people decided about them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from communique.errors import QueryError
from communique.lexicon.tables import key
from communique.model.correcting import Entry
from communique.model.entity import Entity, Name
from communique.model.grouping import Grouping
from communique.model.judgement import Correction, Judgement
from communique.model.report import Report
from communique.model.rows import CorrectionRow, DecisionRow, Mark, NameRow, QueueRow, ReadEntry, ReportRow
from communique.moments import Moment


def report(moment: Moment, id: str) -> ReportRow:
    """One report with its entries; raises `QueryError` when the record does not hold it."""
    found, headers = moment.view.report(id), moment.headers_of([id])
    if found is None or not headers:
        raise QueryError(f"{id!r}: no report has this id.")
    made = moment.entries([id])
    facts = moment.taken_for([e.id for e in made])
    decisions = decided(moment, [e.id for e in made])
    entries = sorted(
        (_entry(e, facts.get(e.id, ""), decisions.get(e.id, ())) for e in made),
        key=lambda e: (e.marks[0].start, e.kind, e.id),
    )
    before, after = moment.beside(headers[0])
    given = (found.outlet, found.published, found.title, found.url, found.language, found.text)
    return ReportRow(id, *given, before, after, tuple(entries))


def queue(moment: Moment, *, limit: int | None = None, offset: int = 0) -> list[QueueRow]:
    """Reports in order of publication, with how far their review has come."""
    headers = moment.headers(limit=limit, offset=offset)
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in moment.entries([h.id for h in headers]) if headers else ():
        found[entry.read.report].append(entry)
    return [
        QueueRow(
            h.id,
            h.outlet,
            h.published,
            h.title,
            len(found[h.id]),
            sum(e.state != "proposed" for e in found[h.id]),
            sum(not e.stands for e in found[h.id]),
        )
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
    gone = {c.revokes: c.by for c in known if c.revokes}
    for c in known:
        if not c.revokes:
            said = (c.id, c.action, c.field, c.value, c.by, c.reason, c.recorded)
            yield DecisionRow(*said, c.id in gone, gone.get(c.id, ""))


def _entry(entry: Entry, fact: str, decisions: Collection[DecisionRow]) -> ReadEntry:
    claim = entry.claim
    values = [Mark(a.role, a.value, a.evidence.span.start, a.evidence.span.end) for a in claim.arguments]
    whole = [Mark("evidence", "", e.span.start, e.span.end) for e in claim.evidence]
    title = " · ".join(a.value for a in claim.arguments)
    marks = (*whole, *values)
    return ReadEntry(
        entry.id, claim.kind, title, fact, claim.made_by, entry.state, marks, tuple(decisions), entry.changes
    )


def whole(moment: Moment, id: str) -> Report:
    """A report by its id or the beginning of it; raises `QueryError` when there is none, or more than one."""
    ids = [found for kind, found in moment.matching(id) if kind == "report"]
    found = moment.view.report(ids[0]) if len(ids) == 1 else None
    if found is None:
        raise QueryError(f"{id!r}: {'several reports have ids that begin so' if ids[1:] else 'no report has this id'}.")
    return found


def entry_of(moment: Moment, id: str) -> Entry:
    """An entry by its id, the beginning of it, or that of the only fact that rests on it alone."""
    found = moment.matching(id)
    ids = {full for kind, full in found if kind == "claim"}
    for kind, full in found:
        if kind == "fact" and (fact := moment.fact(full)):
            behind = {s.claim for s in fact.sources if s.relation != "denies"}
            if len(behind) > 1:
                raise QueryError(f"{full} rests on several entries; name one of them: {', '.join(sorted(behind))}")
            ids |= behind
    entry = moment.entry(*ids) if len(ids) == 1 else None
    if entry is None:
        raise QueryError(f"{id!r}: no entry has this id." if len(ids) < 2 else f"{id!r} begins several ids.")
    return entry


def corrections(moment: Moment, *, by: str = "") -> Iterator[CorrectionRow]:
    """What people decided, oldest first."""
    made: list[Correction | Judgement | Grouping] = []
    made += [*moment.view.corrections(), *moment.view.judgements(), *moment.view.groupings()]
    gone = {d.revokes for d in made}
    for d in sorted(made, key=lambda d: d.recorded):
        if by in ("", d.by):
            is_undone = d.id in gone
            yield regrouping(d, is_undone=is_undone) if isinstance(d, Grouping) else _correction(moment, d, is_undone)


def regrouping(made: Grouping, *, is_undone: bool) -> CorrectionRow:
    """What a person decided about processes of talks."""
    action = "undo" if made.revokes else made.action
    rest = (made.by, made.reason, made.recorded, is_undone, made.revokes)
    return CorrectionRow(made.id, action, "", made.about, "", "name" if made.name else "", made.name, *rest)


def _correction(moment: Moment, made: Correction | Judgement, is_undone: bool) -> CorrectionRow:
    rest = (made.by, made.reason, made.recorded, is_undone, made.revokes)
    if isinstance(made, Judgement):
        named = [e.name for e in map(moment.entity, (made.left, made.right)) if e]
        action = "undo" if made.revokes else made.verdict
        return CorrectionRow(made.id, action, made.left, " – ".join(dict.fromkeys(named)), "", "", "", *rest)
    entry = moment.entry(made.claim)
    title = (
        " · ".join(a.value for a in entry.read.arguments) if entry else moment.titles([made.claim]).get(made.claim, "")
    )
    report = entry.read.report if entry else made.claim
    action = "undo" if made.revokes else made.action
    return CorrectionRow(made.id, action, made.claim, title, report, made.field, made.value, *rest)


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
