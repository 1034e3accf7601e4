"""Which record a command is about, and the options that every view shares."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.reading.dates import iso_date

if TYPE_CHECKING:
    from communique.api import Record, View

VARIABLE = "COMMUNIQUE_RECORD"
LOCAL = "communique.db"

RecordFile = Annotated[
    Path | None,
    typer.Option(
        "--record",
        help=f"The record's file. Without it: ${VARIABLE}, else {LOCAL} in this folder if there is one, "
        "else one in your data folder.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line instead of a table.")]
AsOf = Annotated[str, typer.Option(help="Only what held on this day, as far as reports show.")]
KnownBy = Annotated[str, typer.Option(help="Only what had been published by the end of this day.")]
RecordedBy = Annotated[str, typer.Option(help="Only what the record held then: a day, or a moment in UTC.")]
Limit = Annotated[int | None, typer.Option(min=0, help="Rows at most; 0 for all. A table has 50, JSON all of them.")]
Offset = Annotated[int, typer.Option(min=0, help="Rows left out from the beginning.")]
Since = Annotated[str, typer.Option(help="Only what was published on or after this day, YYYY-MM-DD.")]


def record_path(given: Path | None) -> Path:
    """The file that a command works on."""
    if given is not None:
        return given
    named = os.environ.get(VARIABLE, "")
    if named:
        return Path(named)
    if Path(LOCAL).exists():
        return Path(LOCAL)
    from platformdirs import user_data_path

    return user_data_path("communique", appauthor=False) / "record.db"


@contextmanager
def opened(given: Path | None) -> Iterator["Record"]:
    """The record to look at; it must exist."""
    from communique.api import Record

    with Record.open(record_path(given), create=False) as record:
        yield record


@contextmanager
def moment(given: Path | None, known_by: str, recorded_by: str) -> Iterator["View"]:
    """The record to look at, as of a day of publication and a moment of recording."""
    known, recorded = day(known_by, "--known-by"), iso_date(recorded_by)
    if recorded_by and not recorded:
        raise typer.BadParameter(f"{recorded_by!r} is no date; write YYYY-MM-DD", param_hint="--recorded-by")
    with opened(given) as held:
        yield held.at(known_by=known, recorded_by=recorded)


def day(written: str, option: str) -> str:
    """A day as typed, `YYYY-MM-DD` or written out; "" stays ""."""
    found = iso_date(written)[:10]
    if written and not found:
        raise typer.BadParameter(f"{written!r} is no date; write YYYY-MM-DD", param_hint=option)
    return found
