"""The columns that several tables have: when, by which reports, and the id."""

from typing import Any

from communique.cli.render import Column, cite

ID = 8
"""Characters of an id in a table: enough for `show`."""


def when() -> Column[Any]:
    """The day or days."""
    return Column("When", lambda r: r.when.replace("/", "/ ") or "no date", 11)


def reports() -> Column[Any]:
    """The first report with its words, and how many others there are."""
    return Column("Reports", lambda r: cite(r.sources), ratio=2)


def ident() -> Column[Any]:
    """The beginning of the id."""
    return Column("Id", lambda r: r.id[:ID], ID)
