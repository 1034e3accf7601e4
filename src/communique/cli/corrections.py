"""The commands with which a person corrects the record: accept, reject, edit, add-entry, merge, split,
retract, undo.
"""

import getpass
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.columns import ident
from communique.cli.moments import now
from communique.cli.record import AsJson, Limit, Offset, RecordedBy, RecordFile, moment, opened
from communique.cli.render import Column, Page, put, short, text

if TYPE_CHECKING:
    from communique.model.rows import CorrectionRow
    from communique.signing import Decision, Signed

SIGNER = "COMMUNIQUE_BY"

By = Annotated[str, typer.Option("--by", help=f"Who decides; without it ${SIGNER}, else your user's name.")]
Reason = Annotated[str, typer.Option(help="Why, in a sentence that others can check.")]
Entries = Annotated[list[str], typer.Argument(help="Ids of entries or their beginnings; a fact's, if it has one.")]
EntryId = Annotated[str, typer.Argument(help="The entry's id, or its beginning; a fact's, if it has one entry.")]
Supporting = Annotated[str, typer.Option(help="Words of the report that say so, exactly as they stand there.")]
Bearer = Annotated[str, typer.Argument(help="A name that only one has, or an id.")]


def accept(
    ids: Entries, *, by: By = "", reason: Reason = "", record: RecordFile = None, as_json: AsJson = False
) -> None:
    """Confirm entries: they stay, whatever a later reading makes of their words."""
    with signing(record, by) as signed:
        tell(signed.accept(*ids, reason=reason), as_json=as_json)


def reject(
    ids: Entries, *, by: By = "", reason: Reason = "", record: RecordFile = None, as_json: AsJson = False
) -> None:
    """Reject entries: they count no more, and no later reading brings them back."""
    with signing(record, by) as signed:
        tell(signed.reject(*ids, reason=reason), as_json=as_json)


def edit(
    id: EntryId,
    field: Annotated[str, typer.Argument(help="The field: speaker, place, when …")],
    values: Annotated[list[str] | None, typer.Argument(help="What it should say; several for a list.")] = None,
    *,
    unknown: Annotated[bool, typer.Option("--unknown", help="The report does not say it: empty the field.")] = False,
    words: Supporting = "",
    by: By = "",
    reason: Reason = "",
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Give a field of an entry anew; what was read stays beside it."""
    if bool(values) == unknown:
        raise typer.BadParameter("give what the field should say, or --unknown")
    with signing(record, by) as signed:
        tell([signed.edit(id, field, values or [], words=words, reason=reason)], as_json=as_json)


def add_entry(
    report: Annotated[str, typer.Argument(help="The report's id, or its beginning.")],
    kind: Annotated[str, typer.Argument(help="meetings, statements, offices …")],
    fields: Annotated[list[str], typer.Argument(help='FIELD=VALUE, one for each value: place="Port Elen".')],
    *,
    words: Supporting,
    by: By = "",
    reason: Reason = "",
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Add an entry that was not found in a report; it stays through every later reading."""
    given: dict[str, list[str]] = {}
    for field in fields:
        role, mark, value = field.partition("=")
        if not mark:
            raise typer.BadParameter(f"{field!r}: write FIELD=VALUE")
        given.setdefault(role.strip(), []).append(value.strip())
    with signing(record, by) as signed:
        tell([signed.add(report, kind, given, words=words, reason=reason)], as_json=as_json)


def merge(left: Bearer, right: Bearer, *, by: By = "", record: RecordFile = None, as_json: AsJson = False) -> None:
    """Say that two names are one person, party, body or place."""
    with signing(record, by) as signed:
        tell([signed.merge(left, right)], as_json=as_json)


def split(
    name: Bearer,
    form: Annotated[str, typer.Argument(help="The form of it that is somebody else's.")],
    *,
    by: By = "",
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Say that one form of a name is somebody else's."""
    with signing(record, by) as signed:
        tell([signed.split(name, form)], as_json=as_json)


def retract(
    report: Annotated[str, typer.Argument(help="The report's id, or its beginning.")],
    *,
    by: By = "",
    reason: Reason = "",
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Withdraw all entries of a report: they stay, marked, and count no more."""
    with signing(record, by) as signed:
        tell([signed.retract(report, reason=reason)], as_json=as_json)


def reinstate(
    report: Annotated[str, typer.Argument(help="The report's id, or its beginning.")],
    *,
    by: By = "",
    reason: Reason = "",
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Let a report stand that its outlet or somebody else withdrew: its entries count again."""
    with signing(record, by) as signed:
        tell([signed.reinstate(report, reason=reason)], as_json=as_json)


def undo(
    id: Annotated[str, typer.Argument(help="A decision's id or its beginning; an entry's, for the last about it.")],
    *,
    by: By = "",
    reason: Reason = "",
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Take a decision back; it stays in the list, marked as undone."""
    with signing(record, by) as signed:
        tell([signed.undo(id, reason=reason)], as_json=as_json)


def corrections(
    *,
    by: Annotated[str, typer.Option("--by", help="Only this person's.")] = "",
    recorded_by: RecordedBy = "",
    limit: Limit = None,
    offset: Offset = 0,
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """What people decided about entries, names and processes, oldest first."""
    page = Page(as_json, limit, offset)
    with moment(record, "", recorded_by) as held:
        rows = held.corrections(by=by, **page.asked())
    columns: tuple[Column[Any], ...] = (
        Column("When", lambda r: r.recorded[:10], 10),
        Column("Who", lambda r: r.by, ratio=1),
        Column("What", _what, ratio=2),
        Column("About", lambda r: short(r.title, 120), ratio=3),
        Column("Why", lambda r: r.reason, ratio=2),
        ident(),
    )
    put(rows, columns, page)


def _what(row: "CorrectionRow") -> str:
    value = ", ".join(row.value.splitlines()) or "unknown"
    shown = {"edit": f"edit {row.field}: {value}", "rename": f"rename: {value}"}
    what = shown.get(row.action, row.action) if row.field else row.action
    return f"{what} (undone)" if row.is_undone else what


@contextmanager
def signing(record: Path | None, by: str) -> "Iterator[Signed]":
    """What the person who signs decides, now."""
    with opened(record) as held:
        yield held.signed(by or os.environ.get(SIGNER, "") or getpass.getuser(), recorded=now())


def tell(made: "Iterable[Decision]", *, as_json: bool) -> None:
    """Say what was kept: its id, with which it can be undone."""
    from communique.model.plain import plain

    if as_json:
        text(json.dumps({"id": d.id, **plain(d)}, ensure_ascii=False) for d in made)
    else:
        text(f"{d.id}  kept, signed {d.by}, {d.recorded[:10]}" for d in made)
