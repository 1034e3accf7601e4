"""`communique proposals`: plans and what became of them, their versions, and one plan in full."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.columns import ID, ident, reports
from communique.cli.record import AsJson, AsOf, KnownBy, Limit, Offset, RecordedBy, RecordFile, Since, day, moment
from communique.cli.render import Column, Page, cite, put, put_one, short
from communique.lexicon.countries import called
from communique.model.labels import outlet_called, plainly

if TYPE_CHECKING:
    from communique.model.plan import DraftRow, PlanRow, WholePlan
    from communique.model.rows import ProposalRow

HOW = {"first": "", "points": "", "revised": "revised", "counter": "answer to it"}
"""How a version is called beside its points."""


def proposals(
    id: Annotated[str, typer.Argument(help="One plan in full, by the id of a proposal or its beginning.")] = "",
    *,
    versions: Annotated[
        bool, typer.Option("--versions", help="Proposals that are versions of one plan as one, with its versions.")
    ] = False,
    party: Annotated[str, typer.Option(help="Only plans of this state, side or person.")] = "",
    since: Since = "",
    as_of: AsOf = "",
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    limit: Limit = None,
    offset: Offset = 0,
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Plans, drafts and agreements, and what became of each; or one: its versions, points, and who accepts it."""
    page = Page(as_json, limit, offset)
    asked: dict[str, Any] = {"party": party, "since": day(since, "--since"), "as_of": day(as_of, "--as-of")}
    with moment(record, known_by, recorded_by) as held:
        if id:
            found = held.plan(id, as_of=asked["as_of"])
            put_one(found, _whole(found), as_json=as_json)
        elif versions:
            put(held.plans(**asked, **page.asked()), _plan_columns(), page)
        else:
            put(held.proposals(**asked, **page.asked()), _columns(), page)


def _columns() -> Sequence[Column[Any]]:
    return (
        Column("What", lambda r: f"{short(r.name, 80)}{_by(r.authors)}", ratio=2),
        Column("Life", _life, ratio=2),
        reports(),
        ident(),
    )


def _plan_columns() -> Sequence[Column[Any]]:
    return (
        Column("What", lambda r: f"{short(r.name, 80)}{_by([a.name for a in r.authors])}", ratio=2),
        Column("Versions", lambda r: "\n".join(map(_version, r.drafts)), ratio=2),
        Column("Life", _life, ratio=2),
        reports(),
        ident(),
    )


def _by(authors: Sequence[str]) -> str:
    return f" ({', '.join(map(called, authors))})" if authors else ""


def _life(row: "ProposalRow | PlanRow") -> str:
    return " → ".join(f"{plainly(s.status)} {s.when or s.published[:10]}" for s in row.life)


def _version(row: "DraftRow") -> str:
    told = row.first[:10] if row.first[:10] == row.last[:10] else f"{row.first[:10]} … {row.last[:10]}"
    return f"{row.number}. {_called(row)}{_by(row.authors)}, {told}"


def _called(row: "DraftRow") -> str:
    parts = [HOW[row.how], f"{row.points} points" if row.points else ""]
    return ", ".join(part for part in parts if part) or ("first told of" if row.number == 1 else "another")


def _whole(found: "WholePlan") -> Iterator[str]:
    plan = found.plan
    yield f"{plan.name}  {plan.id}"
    yield from (f"  also: {name}" for name in plan.names[1:])
    yield from (f"  by {called(a.name)}: {cite((a.words,))}" for a in plan.authors)
    yield from (f"  one with {m.later[:ID]}: {m.reason}" for m in plan.links)
    yield "Versions"
    for draft in plan.drafts:
        yield f"  {_version(draft)}, {', '.join(map(outlet_called, draft.outlets))}"
        yield f"     {cite(draft.sources)}"
    yield from _section("Life", (f"{plainly(s.status)}: {cite((s.words,))}" for s in plan.life))
    yield from _section("Points", (f"{p.number or '-'}{_of(p.draft)} {cite((p.words,))}" for p in found.points))
    stances = (
        f"{r.party}{f' ({r.by})' if r.by and r.by != r.party else ''} {plainly(r.stance)}"
        f"{_of(r.draft)} since {r.since[:10]}: {cite((r.words,))}"
        for r in found.reactions
    )
    yield from _section("Where sides stand on it", stances)
    yield from _section("Said of it", (f"{r.speaker}{_of(r.draft)}: {cite((r.words,))}" for r in found.remarks))


def _of(draft: int) -> str:
    return f" [version {draft}]" if draft else ""


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    first = next(lines, None)
    if first is not None:
        yield title
        yield f"  {first}"
        yield from (f"  {line}" for line in lines)
