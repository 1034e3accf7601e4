"""The position matrix as a table: a row for each issue, in it a line for each party."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from communique.cli.render import Column, cite, short
from communique.model.labels import plainly

if TYPE_CHECKING:
    from communique.model.matrix import CellRow, IssueRow, StandRow

WORDINGS = 4
"""Wordings of an issue shown in the table."""


def matrix_columns() -> Sequence[Column[Any]]:
    """The issue with its wordings, and who stood where."""
    return (Column("Issue", _issue, ratio=1), Column("Who stood where, by report", _cells, ratio=4))


def _issue(row: "IssueRow") -> str:
    others = [w for w in row.wordings if w.casefold() != row.issue.casefold()]
    more = f" (+{len(others) - WORDINGS})" if len(others) > WORDINGS else ""
    worded = "; ".join(short(w, 40) for w in others[:WORDINGS])
    return f"{short(row.issue, 80)}\n{worded}{more}".strip()


def _cells(row: "IssueRow") -> str:
    return "\n".join(
        (
            *(line for cell in row.cells if cell.state == "spoke" for line in _spoke(cell)),
            *_quiet(row, "silent", "spoke of other things"),
            *_quiet(row, "unreported", "nothing reported of"),
        )
    )


def _spoke(cell: "CellRow") -> Iterator[str]:
    yield f"{cell.party}: {' → '.join(_runs(cell.stands))}"
    for move in cell.moves:
        for stand in (move.earlier, move.later):
            yield f"  {plainly(stand.stance)}: {cite((stand.words,))}"


def _runs(stands: Sequence["StandRow"]) -> Iterator[str]:
    """Stances one after the other, each with its first and last day."""
    for stance, found in groupby(stands, lambda s: s.stance):
        days = [s.published[:10] for s in found]
        yield f"{plainly(stance)} {days[0]}{f' … {days[-1]}' if days[-1] != days[0] else ''}"


def _quiet(row: "IssueRow", state: str, says: str) -> Iterator[str]:
    named = [c.party for c in row.cells if c.state == state]
    if named:
        yield f"{says}: {', '.join(named)}"
