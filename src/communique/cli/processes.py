"""The commands about processes of talks: the list, one in full, and how a person regroups them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.columns import ID, ident, reports
from communique.cli.corrections import By, Reason, signing, tell
from communique.cli.record import AsJson, AsOf, KnownBy, Limit, Offset, RecordedBy, RecordFile, day, moment
from communique.cli.render import Column, Page, cite, put, put_one, short
from communique.lexicon.countries import called
from communique.model.labels import plainly

if TYPE_CHECKING:
    from communique.model.process import PartRow, ProcessPage, ProcessRow

ProcessId = Annotated[str, typer.Argument(help="The process's id, or its beginning; or that of one of its meetings.")]


def processes(
    *,
    party: Annotated[str, typer.Option(help="Only what involves this state, side or person.")] = "",
    since: Annotated[str, typer.Option(help="Only those with a meeting on or after this day.")] = "",
    as_of: AsOf = "",
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    limit: Limit = None,
    offset: Offset = 0,
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Processes of talks: meetings of the same sides over time; the one with the latest meeting first."""
    columns: Sequence[Column[Any]] = (
        Column("Process", lambda r: r.name, ratio=2),
        Column("Days", _days, 23),
        Column("Meetings", lambda r: f"{r.meetings}, {r.held} held", 12),
        Column("Through", lambda r: ", ".join(r.mediators), ratio=1),
        reports(),
        ident(),
    )
    page = Page(as_json, limit, offset)
    with moment(record, known_by, recorded_by) as held:
        asked: dict[str, Any] = {"since": day(since, "--since"), "as_of": day(as_of, "--as-of")}
        put(held.processes(party=party, **asked, **page.asked()), columns, page)


def process(
    id: ProcessId,
    *,
    as_of: AsOf = "",
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    limit: Limit = None,
    offset: Offset = 0,
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """One process of talks in full: its meetings in order, who took part, proposals, what is due."""
    size = Page(as_json, limit, offset).size
    with moment(record, known_by, recorded_by) as held:
        found = held.process(id, as_of=day(as_of, "--as-of"), limit=size or None, offset=offset)
    put_one(found, whole(found), as_json=as_json)


def rename_process(
    id: ProcessId,
    name: Annotated[str, typer.Argument(help="What it is called.")],
    *,
    by: By = "",
    reason: Reason = "",
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Give a process of talks a name."""
    with signing(record, by) as signed:
        tell([signed.rename_process(id, name, reason=reason)], as_json=as_json)


def join_processes(
    ids: Annotated[
        list[str], typer.Argument(help="Two processes or more; meetings that are of none may be among them.")
    ],
    *,
    by: By = "",
    reason: Reason = "",
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Say that several processes of talks are one, known by the id of the first."""
    with signing(record, by) as signed:
        tell([signed.join_processes(*ids, reason=reason)], as_json=as_json)


def split_process(
    id: ProcessId,
    meetings: Annotated[list[str], typer.Argument(help="The meetings of it that are a process of their own.")],
    *,
    by: By = "",
    reason: Reason = "",
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Say that some meetings of a process of talks are another one."""
    with signing(record, by) as signed:
        tell([signed.split_process(id, *meetings, reason=reason)], as_json=as_json)


def _days(row: "ProcessRow") -> str:
    return " – ".join(dict.fromkeys((row.since, row.until))) if row.since else "no date"


def whole(page: "ProcessPage") -> Iterator[str]:
    """A process of talks in lines for a terminal."""
    row = page.process
    yield row.name
    count = f"{row.meetings} meetings, {row.held} held"
    yield " · ".join(part for part in (", ".join(map(called, row.sides)), _days(row), count, row.id) if part)
    yield from (f"  {d.action} by {d.by}, {d.recorded[:10]}: {d.reason} ({d.id[:ID]})" for d in page.decisions)
    yield "\nmeetings"
    for met in page.meetings:
        what = " – ".join(map(called, met.parties)) or met.what
        place, through = f" in {met.place}" if met.place else "", f", through {', '.join(map(called, met.mediators))}"
        yield f"  {met.when or 'no date'}  {met.status} {what}{place}{through if met.mediators else ''}  {met.id[:ID]}"
        yield f"    {cite(met.sources)}"
    shown = len(page.meetings)
    if shown < row.meetings:
        yield f"  {shown} of {row.meetings}; --limit 0 gives all"
    for role in dict.fromkeys(part.role for part in page.parts):
        yield f"\n{role}"
        yield from (f"  {_part(part)}" for part in page.parts if part.role == role)
    if page.proposals:
        yield "\nproposals"
    for plan in page.proposals:
        yield f"  {plainly(plan.status)} {short(plan.name, 80)}  {plan.id[:ID]}"
        yield f"    {cite(plan.sources)}"
    if page.steps:
        yield "\nnext steps"
    for step in page.steps:
        who = f"{', '.join(map(called, step.who))}: " if step.who else ""
        yield f"  {step.when or 'no date'}  {step.state} {who}{short(step.what, 120)}  {step.id[:ID]}"
        yield f"    {cite(step.sources)}"


def _part(part: "PartRow") -> str:
    side = f" ({part.side})" if part.side else ""
    days = " – ".join(dict.fromkeys(day for day in (part.first, part.last) if day))
    count = f"{part.meetings} {'meeting' if part.meetings == 1 else 'meetings'}"
    return f"{part.name}{side}, {count}{f', {days}' if days else ''}"
