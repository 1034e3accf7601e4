"""One entry in full: every field with its words in context."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from communique.errors import QueryError
from communique.model.claim import Claim
from communique.model.entity import Entity
from communique.model.evidence import Evidence
from communique.model.fact import Fact, Source
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

    def claim(self, id: str) -> Claim | None:
        """One claim."""
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

    def entity(self, id: str) -> Entity | None:
        """One entity."""
        ...


def entry(type: str, id: str, moment: Moment) -> EntryRow:
    """The entry of this type (fact, claim, entity or report) and full id."""
    texts = _Texts(moment.view)
    if type == "fact" and (fact := moment.fact(id)):
        return _fact(fact, moment.view, texts)
    if type == "claim" and (claim := moment.view.claim(id)):
        return EntryRow(id, "claim", claim.kind, _title(claim), "", claim.get("when"), _fields([claim], texts))
    if type == "report" and (report := moment.view.report(id)):
        return _report(report)
    if type == "entity" and (found := moment.entity(id)):
        return _entity(found)
    raise QueryError(f"{id!r}: no entry has this id.")


class _Texts:
    """Reports that have been looked up."""

    def __init__(self, held: Held) -> None:
        self._held = held
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
        )


def _fact(fact: Fact, held: Held, texts: _Texts) -> EntryRow:
    claims = [c for c in (held.claim(s.claim) for s in fact.sources if s.relation != "denies") if c is not None]
    against = [_against(s, texts) for s in fact.sources if s.relation == "denies"]
    return EntryRow(
        fact.id,
        "fact",
        fact.kind,
        headline(fact),
        fact.status,
        fact.when,
        (*_fields(claims, texts), *against),
        stages(fact),
        tuple(dispute(fact, d) for d in fact.disputes),
        fact.related,
    )


def _against(source: Source, texts: _Texts) -> FieldRow:
    evidence = Evidence(source.report, Span(source.start, source.end), source.quote)
    return FieldRow("against", source.quote, (texts.passage(source.claim, evidence),))


def _fields(claims: Sequence[Claim], texts: _Texts) -> tuple[FieldRow, ...]:
    found: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for claim in claims:
        for argument in claim.arguments:
            found[argument.role, argument.value].append(texts.passage(claim.id, argument.evidence))
    rows = [FieldRow(role, value, tuple(passages)) for (role, value), passages in found.items()]
    whole = tuple(texts.passage(claim.id, e) for claim in claims for e in claim.evidence)
    return (*sorted(rows, key=lambda r: r.role), FieldRow("evidence", "", whole))


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
