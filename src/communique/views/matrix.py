"""The position matrix: a row for each issue, a cell for each party."""

from collections import Counter
from collections.abc import Mapping, Sequence

from communique.model.fact import Fact
from communique.model.matrix import CellRow, IssueRow, MoveRow, Point, StandRow, Thread
from communique.model.rows import Words
from communique.views.words import words

MOST_PARTIES = 8
"""Parties of a matrix for which nobody asked."""


def parties(threads: Sequence[Thread]) -> list[tuple[str, str]]:
    """The parties (id and name) of whose stands most is reported, the most first."""
    count = Counter(p.party for thread in threads for p in thread.points)
    names = {p.party: p.party_name for thread in threads for p in reversed(thread.points)}
    return [(id, names[id]) for id in sorted(count, key=lambda id: (-count[id], names[id], id))]


def order(thread: Thread) -> tuple[int, int, int, str]:
    """Where an issue stands: first those on which somebody moved, then by how many parties and reports speak of it."""
    told = {p.source.report for p in thread.points}
    return -bool(thread.moves), -len({p.party for p in thread.points}), -len(told), thread.name


def issue(
    thread: Thread, whom: Sequence[tuple[str, str]], heard: Mapping[str, Words], since: str, until: str
) -> IssueRow:
    """The row of an issue; `heard` are the last words of those of whom anything is reported."""
    wordings = tuple(dict.fromkeys(p.issue for p in thread.points))
    return IssueRow(thread.name, wordings, since, until, tuple(_cell(thread, *party, heard) for party in whom))


def _cell(thread: Thread, id: str, name: str, heard: Mapping[str, Words]) -> CellRow:
    stands = tuple(_stand(p) for p in thread.points if p.party == id)
    moved = tuple(MoveRow(name, _stand(a), _stand(b)) for a, b in thread.moves if a.party == id)
    if stands:
        return CellRow(name, "spoke", stands, moved)
    return CellRow(name, "silent" if id in heard else "unreported", (), (), heard.get(id))


def _stand(point: Point) -> StandRow:
    source = words(point.source)
    return StandRow(point.fact, point.stance, point.by, point.issue, source.published, source)


def last_words(facts: Sequence[Fact], since: str, until: str) -> Words | None:
    """The last passage of the period among the sources of some facts."""
    found = [
        s
        for fact in facts
        for s in fact.sources
        if since <= s.published[:10] <= (until or "~") and s.relation != "denies"
    ]
    latest = max(found, key=lambda s: (s.published, s.outlet, s.report, s.start, s.claim), default=None)
    return words(latest) if latest else None
