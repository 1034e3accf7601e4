"""The commands that ask the record: timeline, who, said, positions, next, sources, disputes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.columns import ident, reports, when
from communique.cli.matrix import matrix_columns
from communique.cli.record import AsJson, AsOf, KnownBy, Limit, Offset, RecordedBy, RecordFile, Since, day, moment
from communique.cli.render import Column, Page, cite, marks, put, short
from communique.lexicon.countries import called, called_in_turn
from communique.model.labels import outlet_called, plainly

if TYPE_CHECKING:
    from communique.model.rows import (
        DisputeRow,
        SaidRow,
        SeatRow,
        SourceRow,
        StepRow,
        TimelineRow,
    )

SILENT = 30
"""Days without a confirmation from which the table says how long ago a seat was last confirmed."""


def timeline(
    *,
    party: Annotated[str, typer.Option(help="Only what involves this state, side or person.")] = "",
    since: Annotated[str, typer.Option(help="Only what happened on or after this day.")] = "",
    until: Annotated[str, typer.Option(help="Only what happened on or before this day.")] = "",
    as_of: AsOf = "",
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    limit: Limit = None,
    offset: Offset = 0,
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """What happened when: meetings, changes in offices, proposals; oldest first, undated ones last."""
    page = Page(as_json, limit, offset)
    with moment(record, known_by, recorded_by) as held:
        asked: dict[str, Any] = {
            "since": day(since, "--since"),
            "until": day(until, "--until"),
            "as_of": day(as_of, "--as-of"),
        }
        rows = held.timeline(party=party, **asked, **page.asked())
        put(rows, (when(), Column("What", _event, ratio=2), reports(), ident()), page)


def who(
    name: Annotated[str, typer.Argument(help="Part of a name, an office, a body or a country's code.")] = "",
    *,
    on: Annotated[str, typer.Option(help="The day asked about; without it every seat is listed.")] = "",
    seat: Annotated[str, typer.Option(help='Only holders of this seat: "head of the delegation".')] = "",
    party: Annotated[str, typer.Option(help="Only seats of this state, side or body.")] = "",
    as_of: AsOf = "",
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    limit: Limit = None,
    offset: Offset = 0,
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Who holds which office and sits in which delegation, as far as reports tell."""
    columns: Sequence[Column[Any]] = (
        Column("Who", lambda r: r.person, ratio=1),
        Column("What", _seat, ratio=2),
        Column("Held", _held, 23),
        reports(),
        ident(),
    )
    page = Page(as_json, limit, offset)
    with moment(record, known_by, recorded_by) as held:
        asked: dict[str, Any] = {"on": day(on, "--on"), "as_of": day(as_of, "--as-of"), "seat": seat, "party": party}
        put(held.who(name=name, **asked, **page.asked()), columns, page)


def said(
    words: Annotated[str, typer.Argument(help='Words, "a phrase", or the start of a word with *.')] = "",
    *,
    by: Annotated[str, typer.Option(help="The speaker: a person, state or side.")] = "",
    since: Since = "",
    as_of: AsOf = "",
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    limit: Limit = None,
    offset: Offset = 0,
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Who said what, through which channel."""
    columns: Sequence[Column[Any]] = (
        Column("Published", lambda r: r.published[:10], 10),
        Column("Who", _speaker, ratio=1),
        Column("Words", _content, ratio=3),
        Column("Outlet", _outlets, ratio=1),
        ident(),
    )
    page = Page(as_json, limit, offset)
    with moment(record, known_by, recorded_by) as held:
        asked: dict[str, Any] = {"since": day(since, "--since"), "as_of": day(as_of, "--as-of")}
        put(held.said(words, by=by, **asked, **page.asked()), columns, page)


def positions(
    *,
    party: Annotated[str, typer.Option(help="Only this state, side or person.")] = "",
    issue: Annotated[str, typer.Option(help="Only issues with these words.")] = "",
    as_matrix: Annotated[
        bool,
        typer.Option("--matrix", help="Party by issue by time: what moved, with both sentences, and who is silent."),
    ] = False,
    since: Since = "",
    as_of: AsOf = "",
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    limit: Limit = None,
    offset: Offset = 0,
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Where each side stands on which issue, and since which report."""
    columns: Sequence[Column[Any]] = (
        Column("Who", lambda r: called(r.party) + (f" ({r.by})" if r.by and r.by != r.party else ""), ratio=1),
        Column("Stance", lambda r: plainly(r.stance), 11),
        Column("Issue", lambda r: short(r.issue), ratio=2),
        reports(),
        ident(),
    )
    page = Page(as_json, limit, offset)
    with moment(record, known_by, recorded_by) as held:
        asked: dict[str, Any] = {"since": day(since, "--since"), "as_of": day(as_of, "--as-of"), **page.asked()}
        if as_matrix:
            put(held.matrix(party=party, issue=issue, **asked), matrix_columns(), page)
        else:
            put(held.positions(party=party, issue=issue, **asked), columns, page)


def next_(
    *,
    party: Annotated[str, typer.Option(help="Only what names this state, side or person.")] = "",
    every: Annotated[bool, typer.Option("--all", help="Also what has been kept, called off or given up.")] = False,
    as_of: Annotated[str, typer.Option(help="The day asked about; without it the day of the last report.")] = "",
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    limit: Limit = None,
    offset: Offset = 0,
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """What is due: announced, planned, promised or threatened; the soonest first."""
    columns: Sequence[Column[Any]] = (
        when(),
        Column("State", lambda r: f"{r.state}, {r.modality}", 12),
        Column("What", _step, ratio=2),
        Column("What came of it", _came, ratio=2),
        reports(),
        ident(),
    )
    page = Page(as_json, limit, offset)
    with moment(record, known_by, recorded_by) as held:
        put(held.next_steps(party=party, as_of=day(as_of, "--as-of"), every=every, **page.asked()), columns, page)


def sources(
    *,
    as_of: AsOf = "",
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    limit: Limit = None,
    offset: Offset = 0,
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Reports: which are copies of which, and whom each names as its source."""
    columns: Sequence[Column[Any]] = (
        Column("Published", lambda r: r.published[:10], 10),
        Column("Outlet", lambda r: outlet_called(r.outlet), ratio=1),
        Column("Title", lambda r: short(r.title, 100), ratio=2),
        Column("Copy of", _copy, ratio=1),
        Column("Its sources", _credits, ratio=2),
        ident(),
    )
    page = Page(as_json, limit, offset)
    with moment(record, known_by, recorded_by) as held:
        put(held.sources(as_of=day(as_of, "--as-of"), **page.asked()), columns, page)


def disputes(
    *,
    party: Annotated[str, typer.Option(help="Only what names this state, side or person.")] = "",
    as_of: AsOf = "",
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    limit: Limit = None,
    offset: Offset = 0,
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Where reports contradict one another, each side in its words."""
    columns: Sequence[Column[Any]] = (
        when(),
        Column("Dispute", lambda r: f"{r.type}, {r.state}", 14),
        Column("About", lambda r: short(r.about, 100), ratio=1),
        Column("Sides", _sides, ratio=3),
        ident(),
    )
    page = Page(as_json, limit, offset)
    with moment(record, known_by, recorded_by) as held:
        put(held.disputes(party=party, as_of=day(as_of, "--as-of"), **page.asked()), columns, page)


def _event(row: "TimelineRow") -> str:
    people = f"; {', '.join(row.participants)}" if row.participants else ""
    through = f", through {', '.join(map(called, row.mediators))}" if row.mediators else ""
    place = f" in {row.place}" if row.place else ""
    disputed = f" [disputed: {', '.join(row.disputes)}]" if row.disputes else ""
    what = short(row.what, 80)
    sides = f": {' – '.join(map(called, row.parties))}" if row.parties else ""
    return f"{plainly(row.status)} {what}{sides}{place}{through}{people}{disputed}"


def _seat(row: "SeatRow") -> str:
    of = called_in_turn((row.body, row.country))
    status = "" if row.status == "current" else f" ({row.status})"
    disputed = f" [disputed: {', '.join(row.disputes)}]" if row.disputes else ""
    return f"{row.role}{f', {of}' if of else ''}{status}{disputed}"


def _held(row: "SeatRow") -> str:
    if row.since or row.until:
        return f"{row.since or '?'} – {row.until or ''}"
    confirmed = f"{row.first_confirmed} … {row.last_confirmed}" if row.first_confirmed else "formerly"
    return f"{confirmed}, {row.unconfirmed} days ago" if row.unconfirmed > SILENT else confirmed


def _speaker(row: "SaidRow") -> str:
    channel = f", {row.channel}" if row.channel else ""
    return f"{short(called(row.speaker), 60)}{channel}{f' to {row.to}' if row.to else ''}"


def _content(row: "SaidRow") -> str:
    words = short(" … ".join(row.content), 400)
    return (f"“{words}”" if row.mode == "direct" else f"[{row.cue}] {words}") + marks(row.sources)


def _outlets(row: "SaidRow") -> str:
    others = len({w.report for w in row.sources}) - 1
    return f"{outlet_called(row.sources[0].outlet)}{f' (+{others})' if others > 0 else ''}"


def _step(row: "StepRow") -> str:
    who_ = f"{', '.join(map(called, row.who))}: " if row.who else ""
    return f"{who_}{short(row.what, 120)}{f' ({row.where})' if row.where else ''}"


def _came(row: "StepRow") -> str:
    return f"{cite((row.came,))}\n({'; '.join(row.signals)})" if row.came else ""


def _copy(row: "SourceRow") -> str:
    copied = f"{outlet_called(row.copy_outlet)} {row.share:.0%}" if row.copy_of else ""
    return copied or (f"({row.wire})" if row.wire else "")


def _credits(row: "SourceRow") -> str:
    named = dict.fromkeys(
        f"{short(c.cited, 60)}{f' ({c.by})' if c.by and c.by != c.cited else ''}" for c in row.credits
    )
    return "; ".join(named)


def _sides(row: "DisputeRow") -> str:
    return "\n".join(f"{short(side.value, 80)} — {cite(side.sources)}" for side in row.sides)
