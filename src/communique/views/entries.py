"""One entry in full: every field with its words in context."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from communique.errors import QueryError
from communique.model.claim import Claim
from communique.model.correcting import Entry
from communique.model.entity import Entity
from communique.model.evidence import Evidence
from communique.model.fact import Change, Fact, Source
from communique.model.report import Report
from communique.model.rows import EntryRow, FieldRow, Passage
from communique.model.span import Span
from communique.views.origins import dispute, headline
from communique.views.words import stages

CONTEXT = 90
"""Code points shown before and after the words of a field."""


class Held(Protocol):
    """Where reports and claims are looked up."""

    def report(self, id: str) -> Report | None:
        """One report."""
        ...


class Moment(Protocol):
    """Where facts and entities are looked up."""

    @property
    def view(self) -> Held:
        """Reports and claims."""
        ...

    def fact(self, id: str) -> Fact | None:
        """One fact."""
        ...

    def behind(self, claims: Collection[str]) -> list[Fact]:
        """The facts that claims are taken for."""
        ...

    def entity(self, id: str) -> Entity | None:
        """One entity."""
        ...

    def entry(self, claim: str) -> Entry | None:
        """One claim as people left it."""
        ...


def entry(type: str, id: str, moment: Moment) -> EntryRow:
    """The entry of this type (fact, claim, entity or report) and full id."""
    facts = moment.behind([id]) if type == "claim" else [f] if type == "fact" and (f := moment.fact(id)) else []
    texts = _Texts(moment.view, facts)
    if type == "fact" and facts:
        return _fact(facts[0], moment, texts)
    if type == "claim" and (one := moment.entry(id)):
        claim, state = one.claim, "" if one.state == "proposed" else one.state
        return EntryRow(id, "claim", claim.kind, _title(claim), state, claim.get("when"), _fields([one], texts))
    if type == "report" and (report := moment.view.report(id)):
        return _report(report)
    if type == "entity" and (found := moment.entity(id)):
        return _entity(found)
    raise QueryError(f"{id!r}: no entry has this id.")


class _Texts:
    """Reports that have been looked up."""

    def __init__(self, held: Held, facts: Iterable[Fact]) -> None:
        self._held = held
        self._gone = {s.claim: (s.unsupported_since, s.withdrawn_since) for fact in facts for s in fact.sources}
        self._found: dict[str, Report] = {}

    def passage(self, claim: str, evidence: Evidence) -> Passage:
        """A passage in its surroundings, re-read from the report's text."""
        report = self._found.get(evidence.report) or self._held.report(evidence.report)
        if report is None:
            raise QueryError(f"{evidence.report!r}: the report of this entry is not in the record.")
        self._found[evidence.report] = report
        evidence.verify(report.text)
        start, end = evidence.span.start, evidence.span.end
        before, after = report.text[max(0, start - CONTEXT) : start], report.text[end : end + CONTEXT]
        return Passage(
            report.outlet,
            report.published,
            evidence.report,
            claim,
            start,
            end,
            before if start <= CONTEXT else before.partition(" ")[2],
            evidence.quote,
            after if end + CONTEXT >= len(report.text) else after.rpartition(" ")[0],
            *self._gone.get(claim, ("", "")),
        )


def _fact(fact: Fact, moment: Moment, texts: _Texts) -> EntryRow:
    found = [e for e in (moment.entry(s.claim) for s in fact.sources if s.relation != "denies") if e is not None]
    against = [_against(s, texts) for s in fact.sources if s.relation == "denies"]
    return EntryRow(
        fact.id,
        "fact",
        fact.kind,
        headline(fact),
        fact.status,
        fact.when,
        (*_fields(found, texts), *against),
        stages(fact),
        tuple(dispute(fact, d) for d in fact.disputes),
        fact.related,
    )


def _against(source: Source, texts: _Texts) -> FieldRow:
    evidence = Evidence(source.report, Span(source.start, source.end), source.quote)
    return FieldRow("against", source.quote, (texts.passage(source.claim, evidence),))


def _fields(found: Sequence[Entry], texts: _Texts) -> tuple[FieldRow, ...]:
    passages: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    changes: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for entry in found:
        own = {(c.field, value) for c in entry.changes if c.is_own for value in c.value.splitlines()}
        read = {(a.role, a.value) for a in entry.read.arguments}
        for a in entry.claim.arguments:
            at = passages[a.role, a.value]
            if (a.role, a.value) not in own or (a.role, a.value) in read:
                at.append(texts.passage(entry.id, a.evidence))
        for change in entry.changes:
            for value in change.value.splitlines() or [""]:
                changes[change.field or "evidence", value].append(change)
    rows = [
        FieldRow(*at, tuple(passages.get(at, ())), tuple(changes.get(at, ())))
        for at in dict.fromkeys((*passages, *changes))
        if at[0] != "evidence"
    ]
    whole = tuple(texts.passage(entry.id, e) for entry in found for e in entry.claim.evidence)
    added = tuple(changes.get(("evidence", ""), ()))
    return (*sorted(rows, key=lambda r: r.role), FieldRow("evidence", "", whole, added))


def _title(claim: Claim) -> str:
    return " · ".join(a.value for a in claim.arguments)


def _report(report: Report) -> EntryRow:
    named = (("outlet", report.outlet), ("published", report.published), ("url", report.url), ("text", report.text))
    return EntryRow(report.id, "report", "reports", report.title, "", report.published, _plain(named))


def _entity(entity: Entity) -> EntryRow:
    named = [
        ("country", entity.country),
        *(("name", n) for n in entity.names),
        *(("outside", o) for o in entity.outside),
    ]
    return EntryRow(entity.id, "entity", entity.kind, entity.name, "", "", _plain(named))


def _plain(named: Iterable[tuple[str, str]]) -> tuple[FieldRow, ...]:
    return tuple(FieldRow(role, value, ()) for role, value in named if value)
