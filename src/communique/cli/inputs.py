"""The options that every command which reads reports shares, and the list of what could not be read."""

import sys
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from communique.errors import InputError
from communique.model.report import Report
from communique.reading.dates import iso_date
from communique.reading.draft import Overrides

Files = Annotated[list[str], typer.Argument(help="Reports: files, folders, patterns, or - for standard input.")]
Published = Annotated[str, typer.Option(help="Publication date of every report named, YYYY-MM-DD.")]
Outlet = Annotated[str, typer.Option(help="Outlet of every report named.")]
Url = Annotated[str, typer.Option(help="Address of every report named.")]


def overrides(published: str, outlet: str, url: str) -> Overrides:
    """The user's own values; a date that is none is refused before anything is read."""
    day = iso_date(published)
    if published and not day:
        raise typer.BadParameter(f"{published!r} is no date; write YYYY-MM-DD", param_hint="--published")
    return Overrides(day, outlet, url)


def reports_of(found: Iterable[Report | InputError], failed: list[InputError]) -> Iterator[Report]:
    """The reports in `found`; the errors among them are added to `failed`."""
    for item in found:
        if isinstance(item, InputError):
            failed.append(item)
        else:
            yield item


def list_failed(failed: list[InputError]) -> None:
    """Say on standard error what could not be read and end with exit code 1, if there is any."""
    if not failed:
        return
    print(f"{len(failed)} of the inputs could not be read:", file=sys.stderr)
    for error in failed:
        print(f"  {error}", file=sys.stderr)
    raise typer.Exit(1)
