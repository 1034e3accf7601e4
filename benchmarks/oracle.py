"""The record's answers by brute force: everything worked out at once from the tables, then filtered row by row.

Knows nothing of the workings, shelves, pages and queries by which the record answers; shares with it only the rules of
`resolve` and the making of single rows.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from communique.model.correcting import entry, withdrawn
from communique.model.days import days
from communique.model.fact import Fact, Origin
from communique.model.judgement import standing
from communique.model.rows import SourceRow
from communique.resolve.copies import copies
from communique.resolve.links import is_announcement
from communique.resolve.outcomes import outcome
from communique.resolve.resolution import Resolution, resolve
from communique.resolve.revisions import versions
from communique.store.seam import View
from communique.store.sqlite import SqliteStore
from communique.views import ledgers, origins, process_rows, seats
from communique.views import timeline as timelines
from communique.views.groupings import Meant, regrouped
from communique.views.processes import Talk
from communique.views.processes import processes as grouped
from communique.views.words import named

Question = tuple[str, dict[str, Any]]
"""A view's name and what it is asked."""


class Oracle:
    """Answers to questions about the record in one file."""

    def __init__(self, path: Path) -> None:
        store = SqliteStore(path, create=False)
        self.view = cache(lambda recorded_by: store.view(recorded_by=recorded_by))
        self._resolved = cache(self._resolve)

    def answer(self, view: str, asked: dict[str, Any], *, known_by: str = "", recorded_by: str = "") -> list[Any]:
        """The rows of a view."""
        held: View = self.view(recorded_by)
        found = self._resolved(known_by, recorded_by)
        ask: Callable[..., list[Any]] = getattr(_Answers(found, held, known_by), view)
        return ask(**asked)

    def _resolve(self, known_by: str, recorded_by: str) -> Resolution:
        held: View = self.view(recorded_by)
        reports = held.reports()
        shares = {(min(c.report, c.of), max(c.report, c.of)): c.share for c in copies(reports)}
        revised = versions(reports, shares)
        out = {r.id: revised[r.id].published if r.id in revised else r.published for r in reports}
        known = [r.id for r in reports if not known_by or out[r.id][:10] <= known_by]
        gone = withdrawn(held.corrections())
        return resolve(reports, held.claims(), held.judgements(), held.decided(), known=known, withdrawn=gone)


class _Answers:
    """One method a view, each a walk over all facts."""

    def __init__(self, found: Resolution, held: View, known_by: str) -> None:
        self._found, self._held = found, held
        self._reports = [r for r in held.reports() if not known_by or r.published[:10] <= known_by]

    @property
    def _last_day(self) -> str:
        return max((r.published[:10] for r in self._reports), default="")

    def timeline(self, *, party: str = "", since: str = "", until: str = "", as_of: str = "") -> list[Any]:
        whom, last = self._whom(party), min((d for d in (until, as_of) if d), default="")
        rows = [
            (timelines.order(fact, row), row)
            for fact in self._facts(*timelines.KINDS)
            for row in timelines.timeline(fact)
            if (whom is None or whom & fact.entities()) and timelines.touches(row, since, last)
        ]
        return _sorted(rows)

    def who(self, *, on: str = "", name: str = "", seat: str = "", party: str = "", as_of: str = "") -> list[Any]:
        related = [f for f in self._facts("offices", "changes") if f.kind == "changes" or f.status == "former"]
        whom, day = self._whom(party), on or as_of
        asked = [f for f in self._facts("offices") if whom is None or whom & f.entities("country", "body")]
        rows = [seats.seat(fact, related, day or self._last_day) for fact in asked]
        rows = [r for r in rows if not seat or seats.is_seat(r, seat)]
        kept = [r for r in rows if (not day or seats.held(r, day)) and (not name or seats.asked(r, name))]
        return sorted(kept, key=seats.order)

    def said(self, words: str = "", *, by: str = "", since: str = "", as_of: str = "") -> list[Any]:
        whom, claims = self._whom(by), set(self._held.find(words)) if words else None
        rows = [
            (ledgers.said_order(fact), ledgers.said(fact))
            for fact in self._facts("statements")
            if (whom is None or whom & fact.entities("speaker"))
            and (claims is None or claims & set(fact.claims))
            and fact.published >= since
            and (not as_of or fact.published[:10] <= as_of)
        ]
        return _sorted(rows)

    def positions(self, *, party: str = "", since: str = "", as_of: str = "") -> list[Any]:
        whom = self._whom(party)
        rows = [
            (ledgers.position_order(fact), ledgers.position(fact))
            for fact in self._facts("positions")
            if (whom is None or whom & fact.entities("party", "by"))
            and ledgers.last_published(fact) >= since
            and (not as_of or fact.published[:10] <= as_of)
        ]
        return _sorted(rows)

    def proposals(self, *, party: str = "", since: str = "", as_of: str = "") -> list[Any]:
        whom, rows = self._whom(party), []
        for fact in self._facts("proposals"):
            if whom is not None and not whom & fact.entities():
                continue
            row = ledgers.proposal(fact, as_of)
            shown = not as_of or row.life or (not fact.life and fact.published[:10] <= as_of)
            if shown and any(s.published >= since for s in fact.sources if s.claim in self._supporting(fact)):
                rows.append((ledgers.proposal_order(fact), row))
        return _sorted(rows)

    def next_steps(self, *, party: str = "", as_of: str = "", every: bool = False) -> list[Any]:
        day, whom = as_of or self._last_day, self._whom(party)
        meetings = {f.id: f for f in self._facts("meetings")}
        rows = [
            ledgers.step(f, meetings, day, None if is_announcement(f) else outcome(f, self._reports, day))
            for f in self._facts("next_steps")
            if f.published[:10] <= day and (whom is None or whom & f.entities())
        ]
        return sorted((r for r in rows if every or ledgers.is_current(r, day)), key=ledgers.step_order)

    def sources(self, *, as_of: str = "") -> list[SourceRow]:
        found = {o.report: o for o in self._found.origins}
        outlets = {r.id: r.outlet for r in self._held.reports()}
        credits: dict[str, list[Any]] = {}
        claims = {c.id: c for c in self._held.claims(kinds=("citations",))}
        claims |= {e.id: e.claim for e in map(entry, self._held.decided())}
        for fact in self._facts("citations"):
            for source in fact.sources:
                credits.setdefault(source.report, []).append(origins.credit(claims[source.claim], source))
        rows = []
        for report in self._reports:
            if not as_of or report.published[:10] <= as_of:
                origin = found.get(report.id, Origin(report.id, report.id))
                copied = outlets.get(origin.of, "")
                rows.append(origins.source(report, origin, copied, credits.get(report.id, [])))
        return rows

    def disputes(self, *, party: str = "", as_of: str = "") -> list[Any]:
        whom = self._whom(party)
        rows = [
            (origins.dispute_order(fact, row), row)
            for fact in self._found.facts
            for row in origins.disputes(fact)
            if (not as_of or (fact.first or fact.published[:10]) <= as_of) and (whom is None or whom & fact.entities())
        ]
        return _sorted(rows)

    def processes(self, *, party: str = "", since: str = "", as_of: str = "") -> list[Any]:
        met = {f.id: f for f in self._facts("meetings")}
        numbers = {id: n for n, id in enumerate(met)}
        talks = [
            self._talk(numbers[f.id], f)
            for f in met.values()
            if not as_of or (f.first or f.last or f.published[:10]) <= as_of
        ]
        fact_of = {source.claim: f.id for f in met.values() for source in f.sources}
        meant = [
            Meant(g.id, g.action, tuple(Counter(fact_of[c] for c in of if c in fact_of) for of in g.groups), g.name)
            for g in standing(self._held.groupings())
        ]
        whom, entities = self._whom(party), {e.id: e for e in self._found.entities}
        who = {numbers[f.id]: {(v.entity, v.role) for v in f.values if v.entity} for f in met.values()}
        found = [p for p in regrouped(grouped(talks), meant) if p.is_one and p.last_day >= since]
        asked = [p for p in found if whom is None or any(whom & met[t.id].entities() for t in p.talks)]
        return [process_rows.row(p, who, entities, met[p.talks[-1].id]) for p in sorted(asked, key=lambda p: p.order)]

    def _talk(self, number: int, fact: Fact) -> Talk:
        people = {e.id for e in self._found.entities if e.kind == "person"}
        mediators = fact.entities("mediators") - people
        day = date.fromisoformat(fact.first or fact.last or fact.published[:10]).toordinal()
        sides = fact.entities("parties") - people - mediators
        return Talk(number, fact.id, day, fact.when, fact.status, sides, mediators)

    def _facts(self, *kinds: str) -> list[Fact]:
        return [f for f in self._found.facts if f.kind in kinds]

    def _supporting(self, fact: Fact) -> set[str]:
        return {s.claim for s in fact.sources if s.relation != "denies"}

    def _whom(self, asked: str) -> frozenset[str] | None:
        return named(asked, self._found.entities) if asked else None


def questions(rng: random.Random, oracle: Oracle) -> Question:
    """One random question that makes sense of this record."""
    held: View = oracle.view("")
    entities = oracle._resolved("", "").entities
    all_days = sorted(
        {r.published[:10] for r in held.reports()} | {d for c in held.claims() for d in days(c.get("when")) if d}
    )
    names = [e.name for e in entities if e.kind in ("person", "party")]

    def some(values: Iterable[Any]) -> Any:
        return rng.choice([*values]) if rng.random() < 0.5 else ""

    asked = {
        "timeline": {"party": some(names), "since": some(all_days), "until": some(all_days)},
        "who": {
            "on": some(all_days),
            "name": some(name.split()[-1] for name in names),
            "seat": some(("head of the delegation", "foreign minister", "president")),
            "party": some(names),
        },
        "said": {"words": some(("border", "talks", "release", "sea")), "by": some(names), "since": some(all_days)},
        "positions": {"party": some(names), "since": some(all_days)},
        "proposals": {"party": some(names), "since": some(all_days)},
        "next_steps": {"party": some(names), "every": rng.random() < 0.5},
        "sources": {},
        "disputes": {"party": some(names)},
        "processes": {"party": some(names), "since": some(all_days)},
    }
    view = rng.choice([*asked])
    return view, {**asked[view], "as_of": some(all_days)}


def _sorted(rows: list[tuple[Any, Any]]) -> list[Any]:
    return [row for _, row in sorted(rows, key=lambda r: r[0])]
