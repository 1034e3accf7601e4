"""The position matrix: which positions to ask the store for, and the rows that they make."""

from collections.abc import Iterator, Sequence
from itertools import islice

from communique.lexicon.issues import phrases_of
from communique.lists import Whom
from communique.model.days import shifted
from communique.model.fact import Fact
from communique.model.matrix import IssueRow, Point, Thread
from communique.model.rows import Words
from communique.moments import Moment
from communique.resolve.stands import points, threads
from communique.store.seam import Query
from communique.views import matrix as views
from communique.views.words import holds, words

PERIODS = (365, 90, 30, 14, 7, 3, 1)
"""Days before the last report that a matrix spans when no period is asked for: all, or the most that `ENOUGH` fits."""

ENOUGH = 75
"""Reports of a period that was not asked for: more positions than these hold make no table that one could read."""

MOST = 1000
"""Positions that a matrix is made of: those told last."""

FEW = 32
"""Entries that are looked through for words of a party that kept silent on an issue."""


def matrix(
    moment: Moment, *, whom: Whom = None, issue: str = "", since: str = "", until: str = ""
) -> Iterator[IssueRow]:
    """Issues by how much moved and how many speak of them; each with a cell for every party, silent ones too."""
    last = until or moment.last_day
    begin = since or _begin(moment, last)
    asked = _points(moment, _query(issue, whom, begin, last), begin, last)
    found = [t for t in threads(asked) if _is_shown(t, issue)] or ([Thread(issue, (), ())] if issue else [])
    if whom is not None:
        shown, every = _asked(moment, whom, found), asked
    else:
        every = asked if not issue else _points(moment, _query("", None, begin, last), begin, last)
        shown = _most_told(every, found)
    spoke = {p.party: words(p.source) for p in every}
    heard = {id: said for id, _ in shown if (said := spoke.get(id) or _heard(moment, id, begin, last)) is not None}
    yield from (views.issue(t, shown, heard, begin, last) for t in sorted(found, key=views.order))


def _asked(moment: Moment, whom: frozenset[str], found: Sequence[Thread]) -> list[tuple[str, str]]:
    """The parties asked for, or those for which a person that was asked for speaks."""
    speak = views.parties(found)
    entities = [e for id in sorted(whom) if (e := moment.entity(id)) is not None]
    return [p for p in speak if p[0] in whom] or speak or [(e.id, e.name) for e in entities]


def _most_told(every: Sequence[Point], found: Sequence[Thread]) -> list[tuple[str, str]]:
    """The parties of whom most is reported, those first who spoke of what was asked for."""
    speak = {p.party for thread in found for p in thread.points}
    named = views.parties(found) + views.parties([Thread("", tuple(every), ())])
    return sorted(dict(named).items(), key=lambda party: party[0] not in speak)[: views.MOST_PARTIES]


def _begin(moment: Moment, last: str) -> str:
    """The first day of the longest period that holds no more reports than one can read of; "" for all."""
    if not last or moment.recent("").count <= ENOUGH:
        return ""
    days = [shifted(last, -n) for n in PERIODS]
    return next((day for day in days if moment.recent(day).count <= ENOUGH), days[-1])


def _query(issue: str, whom: Whom, since: str, until: str) -> Query:
    phrases = phrases_of(issue)
    begun = "" if phrases else " ".join(f"{word}*" for word in issue.split())
    roles = ("party", "by")
    return Query(
        ("positions",),
        order="told",
        entities=whom,
        roles=roles,
        words=begun,
        phrases=phrases,
        published_since=since,
        told_by=until,
    )


def _points(moment: Moment, query: Query, since: str, until: str) -> list[Point]:
    facts = list(islice(moment.facts(query), MOST))
    return points(facts, moment.known(facts), since, until)


def _is_shown(thread: Thread, issue: str) -> bool:
    """True for the issue that is asked for; of all issues for those of which more than one report speaks."""
    if not issue:
        return len({p.source.report for p in thread.points}) > 1
    return bool(set(phrases_of(issue)) & set(phrases_of(thread.name))) or any(
        holds(issue, (p.issue, thread.name)) for p in thread.points
    )


def _heard(moment: Moment, party: str, since: str, until: str) -> Words | None:
    """Words of a party in the period, on whatever."""
    query = Query(
        ("positions", "statements"),
        entities=frozenset({party}),
        roles=("party", "speaker"),
        published_since=since,
        told_by=until,
    )
    facts: list[Fact] = list(islice(moment.facts(query), FEW))
    return views.last_words(facts, since, until)
