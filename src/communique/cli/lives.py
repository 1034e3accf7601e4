"""The commands about how things went and were told: meetings, chains."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.columns import ID, ident, when
from communique.cli.record import AsJson, KnownBy, Limit, Offset, RecordedBy, RecordFile, Since, day, moment
from communique.cli.render import Column, Page, put, short
from communique.lexicon.countries import called
from communique.model.labels import outlet_called

if TYPE_CHECKING:
    from communique.model.rows import ChainRow, MeetingRow, PresenceRow


def meetings(
    *,
    party: Annotated[str, typer.Option(help="Only what involves this state, side or person.")] = "",
    status: Annotated[str, typer.Option(help="Only meetings that stand so: held, scheduled, postponed, …")] = "",
    since: Annotated[str, typer.Option(help="Only meetings on or after this day.")] = "",
    until: Annotated[str, typer.Option(help="Only meetings on or before this day.")] = "",
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    limit: Limit = None,
    offset: Offset = 0,
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Meetings with their lives from rumour to end, who was there by whose account, and how the sides talked."""
    columns: Sequence[Column[Any]] = (
        when(),
        Column("Meeting", _meeting, ratio=2),
        Column("Life", _life, ratio=3),
        Column("Who", _present, ratio=3),
        ident(),
    )
    page = Page(as_json, limit, offset)
    days: dict[str, Any] = {"since": day(since, "--since"), "until": day(until, "--until")}
    with moment(record, known_by, recorded_by) as held:
        put(held.meetings(party=party, status=status, **days, **page.asked()), columns, page)


def chains(
    *,
    kind: Annotated[str, typer.Option(help="Entries of this kind: meetings, statements, changes, …")] = "meetings",
    party: Annotated[str, typer.Option(help="Only what names this state, side or person.")] = "",
    since: Since = "",
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    limit: Limit = None,
    offset: Offset = 0,
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Who reported each thing first, who carried it how much later and from whom, and which outlets were silent."""
    columns: Sequence[Column[Any]] = (
        Column("First", lambda r: f"{r.published[:10]} {r.first}", ratio=1),
        Column("What", lambda r: short(r.about, 120), ratio=2),
        Column("Carried", _carried, ratio=3),
        Column("Origins", lambda r: str(len(r.origins)), 7),
        Column("Silent", lambda r: ", ".join(r.silent), ratio=1),
        ident(),
    )
    page = Page(as_json, limit, offset)
    asked: dict[str, Any] = {"kind": kind, "party": party, "since": day(since, "--since")}
    with moment(record, known_by, recorded_by) as held:
        put(held.chains(**asked, **page.asked()), columns, page)


def _meeting(row: "MeetingRow") -> str:
    where = f" in {row.place}" if row.place else ""
    rounds = [f"{name} {id[:ID]}" for name, id in (("after", row.before), ("before", row.after)) if id]
    about = "; ".join(part for part in (row.channel, *rounds) if part)
    disputed = f" ({', '.join(row.disputes)} disputed)" if row.disputes else ""
    return f"{row.status}: {row.format or 'meeting'}{where}{f' [{about}]' if about else ''}{disputed}"


def _life(row: "MeetingRow") -> str:
    return "\n".join(
        f"{s.status}{f' for {s.when}' if s.when else ''} ({outlet_called(s.words.outlet)}, {s.published[:10]}: "
        f"“{short(s.words.quote, 90)}”)"
        for s in row.life
    )


def _present(row: "MeetingRow") -> str:
    return "\n".join(_presence(p) for p in row.present)


def _presence(row: "PresenceRow") -> str:
    role = {"mediators": " (mediator)"}.get(row.role, "")
    by = "" if row.is_agreed else f" — only {', '.join(map(outlet_called, row.outlets))}"
    return f"{called(row.name)}{role}{by}"


def _carried(row: "ChainRow") -> str:
    told = (
        f"{outlet_called(c.outlet)} +{c.lag} d" + (f" from {outlet_called(c.origin)}" if c.relation != "own" else "")
        for c in row.carriers
    )
    words = f": “{short(row.carriers[0].words.quote, 90)}”" if row.carriers else ""
    return ", ".join(told) + words
