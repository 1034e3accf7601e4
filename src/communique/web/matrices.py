"""Positions as a matrix: issues down, parties across, the latest stance in each cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from communique.model.rows import PositionRow

MOST_PARTIES = 8
"""Columns that there is room for."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """`rows` are issues with, for each of `parties`, what it said about it, oldest first; `left` are the parties that
    there is no room for, each with how many positions of theirs there are.
    """

    parties: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[PositionRow, ...], ...]], ...]
    left: tuple[tuple[str, int], ...]

    @property
    def count(self) -> int:
        """How many positions it shows."""
        return sum(len(cell) for _, cells in self.rows for cell in cells)

    @property
    def left_out(self) -> int:
        """How many positions it does not show."""
        return sum(count for _, count in self.left)


def matrix(positions: Sequence[PositionRow]) -> Matrix:
    """The matrix of positions: the parties with most of them, issues by the number of parties that speak of them."""
    count: dict[str, int] = {}
    for row in positions:
        count[row.party] = count.get(row.party, 0) + 1
    ranked = sorted(count, key=lambda p: (-count[p], p))
    parties = tuple(ranked[:MOST_PARTIES])
    cells: dict[str, dict[str, list[PositionRow]]] = {}
    titles: dict[str, str] = {}
    for row in positions:
        if row.party in parties:
            issue = " ".join(row.issue.split())
            titles.setdefault(issue.casefold(), issue)
            cells.setdefault(issue.casefold(), {}).setdefault(row.party, []).append(row)
    order = sorted(cells, key=lambda issue: (-len(cells[issue]), issue))
    return Matrix(
        parties,
        tuple(
            (
                titles[issue],
                tuple(tuple(sorted(cells[issue].get(p, ()), key=lambda r: (r.published, r.id))) for p in parties),
            )
            for issue in order
        ),
        tuple((party, count[party]) for party in ranked[MOST_PARTIES:]),
    )
