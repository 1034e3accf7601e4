"""The record's own export: JSON Lines, in an order that depends on its content alone.

The first line names the format. Then reports, claims, what people decided (judgements, corrections, groupings),
problems, entities, facts, processes of talks and plans of several versions, each kind in order of its own content.
`schema.json` beside this module describes every line. When the record learnt something is left out unless asked for, so
that the same reports give the same bytes on any day.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, cast

from communique.model.claim import Claim
from communique.model.correcting import Entry
from communique.model.entity import Entity
from communique.model.fact import Fact, Origin
from communique.model.grouping import Grouping
from communique.model.judgement import Correction, Judgement
from communique.model.plain import plain
from communique.model.plan import DraftRow, PlanRow
from communique.model.problem import Problem
from communique.model.process import Grouped
from communique.model.report import Report

FORMAT = 1
"""Version of the lines' shape."""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that an export holds. `received` gives each report's files: hash of the bytes and name."""

    reports: Iterable[Report]
    received: Mapping[str, Sequence[tuple[str, str]]]
    origins: Sequence[Origin]
    entries: Sequence[Entry]
    judgements: Sequence[Judgement]
    corrections: Sequence[Correction]
    groupings: Sequence[Grouping]
    problems: Sequence[Problem]
    entities: Sequence[Entity]
    facts: Iterable[Fact]
    processes: Sequence[Grouped]
    plans: Iterable[PlanRow]
    recorded: Mapping[str, str]


def lines(content: Content) -> Iterator[str]:
    """The export, one JSON object a line, without line breaks."""
    origins = {o.report: o for o in content.origins}
    yield _line("communique", {"format": FORMAT})
    for report in content.reports:
        yield _line("report", _report(report, content, origins))
    for entry in sorted(content.entries, key=lambda e: (e.read.report, e.read.kind, e.read.evidence[0].span, e.id)):
        yield _line("claim", _claim(entry))
    by_people: list[Judgement | Correction | Grouping] = []
    by_people += [*content.judgements, *content.corrections, *content.groupings]
    for made in sorted(by_people, key=lambda m: (m.recorded, m.id)):
        yield _line(type(made).__name__.lower(), {"id": made.id, **plain(made)})
    for problem in sorted(content.problems, key=lambda p: (p.report, p.stage, p.code, p.message)):
        yield _line("problem", plain(problem))
    yield from (_line("entity", plain(e)) for e in content.entities)
    yield from (_line("fact", plain(f)) for f in content.facts)
    yield from (_line("process", plain(p)) for p in content.processes)
    yield from (_line("plan", _plan(p)) for p in content.plans if len(p.drafts) > 1 or p.links)


def schema() -> dict[str, Any]:
    """The JSON Schema of one line."""
    return cast(dict[str, Any], json.loads(files("communique.export").joinpath("schema.json").read_text("utf-8")))


def _line(kind: str, data: Mapping[str, Any]) -> str:
    return json.dumps({"type": kind, **data}, ensure_ascii=False, separators=(",", ":"))


def _report(report: Report, content: Content, origins: Mapping[str, Origin]) -> dict[str, Any]:
    id = report.id
    received = content.received.get(id, ())
    origin = origins.get(id, Origin(id, id))
    written = {
        "id": id,
        "outlet": report.outlet,
        "published": report.published,
        "modified": report.modified,
        "url": report.url,
        "title": report.title,
        "language": report.language,
        "text": report.text,
        "raw": sorted({raw for raw, _ in received if raw}),
        "names": sorted({name for _, name in received if name}),
        "copy_of": origin.of,
        "copy_share": origin.share,
        "origin": origin.root,
        "wire": origin.wire,
    }
    return {**written, "recorded": content.recorded[id]} if id in content.recorded else written


def _plan(plan: PlanRow) -> dict[str, Any]:
    """A plan of several proposals or versions: why they are one, and the words that tell the versions apart."""
    links = [{"earlier": m.earlier, "later": m.later, "reason": m.reason} for m in plan.links]
    return {"id": plan.id, "proposals": plan.ids, "links": links, "versions": [_version(d) for d in plan.drafts]}


def _version(draft: DraftRow) -> dict[str, Any]:
    told = ("number", "how", "points", "authors", "first", "last", "outlets")
    words = {"report": draft.words.report, "quote": draft.words.quote}
    return {**{name: getattr(draft, name) for name in told}, "words": words}


def _claim(entry: Entry) -> dict[str, Any]:
    """A claim as it was read, with its passages as `[start, end]` in code points of the report's text, and their words;
    where people decided about it, also what they made of it.
    """
    claim = entry.read
    written = {
        "id": entry.id,
        "kind": claim.kind,
        "report": claim.report,
        "arguments": _arguments(claim),
        "evidence": [{"at": [e.span.start, e.span.end], "quote": e.quote} for e in claim.evidence],
        "made_by": claim.made_by,
        "score": claim.score,
    }
    if entry.state != "proposed":
        written["state"] = entry.state
    if entry.changes:
        written |= {"changes": plain(entry.changes), "as_edited": _arguments(entry.claim)}
    return written


def _arguments(claim: Claim) -> list[dict[str, Any]]:
    return [
        {
            "role": a.role,
            "value": a.value,
            "at": [a.evidence.span.start, a.evidence.span.end],
            "quote": a.evidence.quote,
        }
        for a in claim.arguments
    ]
