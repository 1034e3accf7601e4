"""`communique add`: read reports and keep what they say."""

import json
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.inputs import Files, Outlet, Published, Url, list_failed, overrides, reports_of
from communique.cli.moments import now
from communique.cli.record import AsJson, RecordFile, record_path
from communique.errors import InputError, RecordError

if TYPE_CHECKING:
    from communique.store.seam import Added


def add(
    files: Files,
    *,
    published: Published = "",
    outlet: Outlet = "",
    url: Url = "",
    workers: Annotated[
        int, typer.Option(min=1, help="Processes that read; one is right for a few hundred reports.")
    ] = 1,
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """Read reports and keep them in the record. What is there already changes nothing."""
    from communique.api import Record
    from communique.reading.files import read_files

    path = record_path(record)
    given = overrides(published, outlet, url)
    failed: list[InputError] = []
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(
            f"{path}: the folder cannot be made ({error.strerror}). Name a file with --record."
        ) from error
    with Record.open(path) as held:
        reports = reports_of(read_files(files, given), failed)
        done = _told(held.add(reports, recorded=now(), workers=workers), as_json=as_json)
        held.resolve(_progress(len(done)))
    new, total = sum(a.is_new for a in done), len(done)
    claims = sum(a.claims for a in done)
    print(f"{new} new of {total} reports, {claims} entries kept in {path}", file=sys.stderr)
    list_failed(failed)


def _progress(total: int) -> "Callable[[int], None] | None":
    """Progress on a terminal, silence elsewhere."""
    done = 0

    def told(reports: int) -> None:
        nonlocal done
        done += reports
        print(f"worked in {min(done, total)} of {total} reports …", end="\r", file=sys.stderr)

    return told if sys.stderr.isatty() else None


def _told(added: "Iterator[Added]", *, as_json: bool) -> "list[Added]":
    """Run through the reports as they are kept; progress on a terminal, JSON if asked."""
    done = []
    for one in added:
        done.append(one)
        if as_json:
            print(json.dumps({"report": one.report, "new": one.is_new, "entries": one.claims}))
        elif sys.stderr.isatty():
            print(f"kept {len(done)} reports …", end="\r", file=sys.stderr)
    return done
