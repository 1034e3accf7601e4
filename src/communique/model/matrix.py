"""The position matrix: party by issue by time, with what moved and who kept silent."""

from dataclasses import dataclass

from communique.model.fact import Source
from communique.model.rows import Words


@dataclass(frozen=True, slots=True)
class Point:
    """What one report says of where a party stands: `party` and `voice` (who said so) are ids of entities, or names.

    `fact` is the position that the report is a source for. `is_named` when the sentence itself names one of the two.
    """

    fact: str
    party: str
    voice: str
    party_name: str
    by: str
    stance: str
    issue: str
    is_named: bool
    source: Source

    @property
    def order(self) -> tuple[str, str, str, int, str]:
        """The one order of points: publication, outlet, report and place, then the position."""
        s = self.source
        return s.published, s.outlet, s.report, s.start, self.fact

    @property
    def day(self) -> str:
        """The day of publication."""
        return self.source.published[:10]


@dataclass(frozen=True, slots=True)
class Thread:
    """All that was said on one issue, oldest first; `name` is the issue, or its first wording. `moves` are pairs of
    points between which a party came to stand elsewhere.
    """

    name: str
    points: tuple[Point, ...]
    moves: tuple[tuple[Point, Point], ...]


@dataclass(frozen=True, slots=True)
class StandRow:
    """A stance as one report gives it; `id` is that of the position."""

    id: str
    stance: str
    by: str
    issue: str
    published: str
    words: Words


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A party stood elsewhere later: the last sentence of before and the first of after."""

    party: str
    earlier: StandRow
    later: StandRow


@dataclass(frozen=True, slots=True)
class CellRow:
    """A party on an issue. `state` is `spoke`; `silent` where reports of the period have the party say or stand for
    other things (`words`: the last of these) and nothing on this; `unreported` where they have nothing of it at all.
    """

    party: str
    state: str
    stands: tuple[StandRow, ...]
    moves: tuple[MoveRow, ...]
    words: Words | None = None


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One issue with every wording of it and a cell for each party, from reports of `since` to `until`."""

    issue: str
    wordings: tuple[str, ...]
    since: str
    until: str
    cells: tuple[CellRow, ...]
