"""The commands that give whole entries: show, brief, export, doctor."""

import json
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.columns import ID
from communique.cli.outputs import whole as whole_file
from communique.cli.processes import whole
from communique.cli.record import AsJson, KnownBy, RecordedBy, RecordFile, day, moment, record_path
from communique.cli.render import cite, put_one, short, text
from communique.model.labels import outlet_called
from communique.model.marks import changed_by, lost

if TYPE_CHECKING:
    from communique.api import View
    from communique.model.process import ProcessPage
    from communique.model.rows import EntryRow, FieldRow, Passage

PASSAGES = 6
"""Passages shown of one value; `--json` gives them all."""


def show(
    id: Annotated[str, typer.Argument(help="An id, or its beginning as tables print it.")],
    *,
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """One entry in full: every field with its words in context, and the life and disputes of a fact; or a process."""
    from communique.model.process import ProcessPage

    with moment(record, known_by, recorded_by) as held:
        found = _shown(held, id)
    put_one(found, whole(found) if isinstance(found, ProcessPage) else _entry(found), as_json=as_json)


def _shown(held: "View", id: str) -> "EntryRow | ProcessPage":
    """The entry of an id, else the process of talks that has it."""
    from communique.errors import QueryError

    try:
        return held.show(id)
    except QueryError as missing:
        try:
            found = held.process(id)
        except QueryError:
            raise missing from None
        if not found.process.id.startswith(id):
            raise
        return found


def brief(
    *,
    since: Annotated[str, typer.Option(help="Only what was published on or after this day, YYYY-MM-DD.")] = "",
    party: Annotated[str, typer.Option(help="Only what names this state, side or person.")] = "",
    to: Annotated[Path | None, typer.Option(help="Write to this file, as its ending says: .md, .html, .docx.")] = None,
    dossier: Annotated[bool, typer.Option("--dossier", help="One HTML file with every passage behind it.")] = False,
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """What is new, changed, due and contradicted, in Markdown; every line is numbered to its sources."""
    asked = day(since, "--since")
    form = _form(to, dossier)
    with moment(record, known_by, recorded_by) as held:
        if form:
            made = held.briefed(form, since=asked, party=party)
            if to is not None:
                whole_file(to, lambda file: file.write(made), "--to")
                return
            sys.stdout.write(made.decode())
            return
        written = held.brief(since=asked, party=party)
    sys.stdout.write(
        json.dumps({"since": asked, "party": party, "markdown": written}, ensure_ascii=False) + "\n"
        if as_json
        else written
    )


def export(
    *,
    out: Annotated[Path | None, typer.Option(help="Write to this file instead of standard output.")] = None,
    recorded: Annotated[bool, typer.Option(help="Also write when the record learnt of each report.")] = False,
    schema: Annotated[bool, typer.Option(help="Write the JSON Schema of the lines instead.")] = False,
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """The whole record as JSON Lines: the same reports give the same bytes."""
    if schema:
        from communique.export.jsonl import schema as of_line

        _write([json.dumps(of_line(), indent=2)], out)
        return
    with moment(record, known_by, recorded_by) as held:
        _write(held.export(recorded=recorded), out)


def doctor(*, record: RecordFile = None, as_json: AsJson = False) -> None:
    """Check the record and this installation; exit code 3 when something is wrong."""
    from communique.cli.checks import checks

    found = checks(record_path(record))
    if as_json:
        text(json.dumps({"check": c.name, "ok": c.ok, "found": c.found}, ensure_ascii=False) for c in found)
    else:
        text(f"{'ok ' if c.ok else 'BAD'}  {c.name}: {c.found}" for c in found)
    if not all(c.ok for c in found):
        raise typer.Exit(3)


def _write(lines: "Iterator[str] | list[str]", out: Path | None) -> None:
    """Write lines to a file, whole or not at all, or to standard output."""
    if out is None:
        text(lines)
        return
    whole_file(out, lambda file: file.writelines(f"{line}\n".encode() for line in lines), "--out")


FORMS = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".docx": "docx"}
"""Forms of a brief by the ending of its file."""


def _form(to: Path | None, dossier: bool) -> str:
    """The form that a file's ending asks for, "" for the screen."""
    form = FORMS.get(to.suffix.casefold()) if to is not None else ""
    if form is None or (dossier and form not in ("", "html")):
        wanted = "a dossier is one .html file" if dossier else f"write one of {', '.join(FORMS)}"
        raise typer.BadParameter(f"{to}: {wanted}", param_hint="--to")
    return "dossier" if dossier else form


def _entry(entry: "EntryRow") -> Iterator[str]:
    yield f"{entry.title or entry.kind}"
    about = [entry.type, entry.kind, entry.status, entry.when, entry.id]
    yield " · ".join(dict.fromkeys(part for part in about if part))
    for _, rows in groupby(entry.fields, key=lambda row: (row.role, row.passages, row.changes)):
        yield from _field(list(rows))
    if len(entry.life) > 1:
        yield "\nlife"
        for stage in entry.life:
            yield f"  {stage.published[:10]}  {stage.status} {stage.when}  {cite([stage.words])}"
    for dispute in entry.disputes:
        yield f"\ndisputed: {dispute.type} ({dispute.state})"
        for side in dispute.sides:
            yield f"  {short(side.value)}: {cite(side.sources)}"
    if entry.related:
        yield f"\nsee also {', '.join(id[:ID] for id in entry.related)}"


def _field(rows: "list[FieldRow]") -> Iterator[str]:
    """Values of one field that rest on the same words, with these words."""
    role, passages = rows[0].role, rows[0].passages
    values = ", ".join(row.value for row in rows if row.value)
    yield f"\n{role}{f': {values}' if values else ''}"
    yield from (f"  {changed_by(change)}" for change in rows[0].changes)
    for passage in passages[:PASSAGES]:
        gone = "".join(f", {mark}" for mark in lost(passage))
        yield f"  {outlet_called(passage.outlet)}, {passage.published[:10]}, {passage.start}–{passage.end}{gone}"
        yield f"    {_in_context(passage)}"
    if len(passages) > PASSAGES:
        yield f"  and {len(passages) - PASSAGES} more (--json gives all)"


def _in_context(passage: "Passage") -> str:
    before, after = " ".join(passage.before.split()), " ".join(passage.after.split())
    return f"{before} >>{' '.join(passage.words.split())}<< {after}".strip()
