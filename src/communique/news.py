"""What the record learnt since a moment, and what it could not read."""

from collections import defaultdict
from collections.abc import Collection

from communique.model.fact import Fact
from communique.model.news import ChangeRow, NewsRow, ProblemRow
from communique.moments import Moment
from communique.views.origins import headline

QUIET = frozenset({"statements", "citations", "offices", "parties"})
"""Kinds of entries that every report has many of: they are not news one by one."""


def news(moment: Moment, since: str, *, limit: int | None = None, offset: int = 0) -> list[NewsRow]:
    """The reports recorded after a moment, those first that were recorded last, each with what it changed."""
    headers = moment.recorded_after(since, limit=limit, offset=offset)
    claims = moment.view.claims(reports=[h.id for h in headers]) if headers else []
    facts = {f.id: f for f in moment.behind([c.id for c in claims if c.kind not in QUIET])}
    told: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts.values():
        for report in dict.fromkeys(s.report for s in fact.sources):
            told[report].append(fact)
    learnt = _learnt(moment, facts.values())
    said = {c.id: c.report for c in claims if c.kind == "statements"}
    rows = []
    for h in headers:
        changes = [_change(f, all(learnt[s.report] > since for s in f.sources)) for f in told[h.id]]
        ordered = sorted(changes, key=lambda c: (not c.is_new, c.kind, c.when or "~", c.title, c.id))
        statements = sum(report == h.id for report in said.values())
        rows.append(NewsRow(h.id, h.outlet, h.published, h.title, h.recorded, statements, tuple(ordered)))
    return rows


def _learnt(moment: Moment, facts: Collection[Fact]) -> dict[str, str]:
    """When the record learnt of the reports behind facts."""
    return {h.id: h.recorded for h in moment.headers_of({s.report for f in facts for s in f.sources})}


def _change(fact: Fact, is_new: bool) -> ChangeRow:
    return ChangeRow(fact.id, fact.kind, headline(fact), fact.status, fact.when, is_new)


def problems(moment: Moment, *, limit: int | None = None, offset: int = 0) -> list[ProblemRow]:
    """What could not be read, by report, the last published first."""
    found = moment.problems()
    headers = {h.id: h for h in moment.headers_of({p.report for p in found})} if found else {}
    known = [(headers[p.report], p) for p in found if p.report in headers]
    known.sort(key=lambda k: (k[0].published, k[0].id), reverse=True)
    rows = [ProblemRow(h.id, h.outlet, h.published, h.title, p.stage, p.code, p.message) for h, p in known]
    return rows[offset:][:limit]
