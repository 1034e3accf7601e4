"""`communique search`: words in reports and entries."""

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.columns import ident
from communique.cli.record import AsJson, KnownBy, Offset, RecordedBy, RecordFile, Since, day, moment
from communique.cli.render import Column, Page, put, short
from communique.model.labels import outlet_called, plainly

if TYPE_CHECKING:
    from communique.model.rows import Facet, Hits


def search(
    words: Annotated[str, typer.Argument(help='Words, "a phrase", or the start of a word with *.')],
    *,
    kind: Annotated[str, typer.Option(help="Only this kind: meetings, statements, …, or reports.")] = "",
    party: Annotated[str, typer.Option(help="Only what names this state, side, body or person.")] = "",
    outlet: Annotated[str, typer.Option(help="Only what this outlet published.")] = "",
    since: Since = "",
    until: Annotated[str, typer.Option(help="Only what was published on or before this day.")] = "",
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    limit: Annotated[int, typer.Option(min=1, help="Rows at most.")] = 20,
    offset: Offset = 0,
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Find words in reports and entries, the latest first; with --json the last line counts what was found."""
    narrowed = {"kind": kind, "party": party, "outlet": outlet}
    days = {"since": day(since, "--since"), "until": day(until, "--until")}
    with moment(record, known_by, recorded_by) as held:
        hits = held.search(words, **narrowed, **days, limit=limit, offset=offset)
    columns: tuple[Column[Any], ...] = (
        Column("Published", lambda r: r.published[:10], 10),
        Column("Outlet", lambda r: outlet_called(r.outlet), ratio=1),
        Column("Kind", lambda r: plainly(r.kind), 10),
        Column("What", lambda r: short(r.title, 120), ratio=2),
        Column("Words", lambda r: f"“{short(r.words)}”", ratio=3),
        ident(),
    )
    put(hits.rows, columns, Page(as_json, 0, offset))
    if as_json:
        print(json.dumps(_counted(hits), ensure_ascii=False))
    elif hits.rows:
        for line in _lines(hits, offset):
            print(line, file=sys.stderr)


def _counted(hits: "Hits") -> dict[str, Any]:
    named = {"kinds": hits.kinds, "parties": hits.parties, "outlets": hits.outlets}
    facets = {name: {f.value: f.count for f in found} for name, found in named.items()}
    return {"count": hits.count, "is_all": hits.is_all, **facets}


def _lines(hits: "Hits", offset: int) -> list[str]:
    """How many were found, and by what they can be narrowed."""
    most = "" if hits.is_all else "at least "
    first, last = offset + 1, offset + len(hits.rows)
    named = (("--kind", hits.kinds), ("--party", hits.parties), ("--outlet", hits.outlets))
    return [f"{first} to {last} of {most}{hits.count}", *(f"{option}: {_facets(found)}" for option, found in named)]


def _facets(found: "tuple[Facet, ...]") -> str:
    return ", ".join(f"{f.value} {f.count}" for f in found)
