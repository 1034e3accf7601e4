"""Who sits where: offices and delegation seats as intervals, opened and closed by changes, with their last word."""

from collections.abc import Iterable, Sequence
from datetime import date

from communique.lexicon.roles import asked_key, means, seat_key
from communique.model.days import days
from communique.model.fact import Fact
from communique.model.rows import SeatRow, Words
from communique.views.words import best_first, dispute_types, holds, sources

OPENS = frozenset({"appointed", "elected", "other"})
STALE = 540
"""Days after its last confirmation from which a seat no longer counts as held."""

CLOSES = frozenset({"resigned", "dismissed", "died"})


def seat(fact: Fact, related: Iterable[Fact], on: str = "") -> SeatRow:
    """The row of an office that reports gave somebody.

    `related` are changes in offices, and former offices, that name its holder. A seat counts as held from the change
    that gave it, else from the first report of it, until the change that ended it or the first report that calls its
    holder a former one. `on` is the day from which its age since the last confirmation is counted.
    """
    holders = fact.entities("person")
    own = sorted((f for f in related if holders & f.entities("person", "replaces")), key=lambda f: (f.first, f.id))
    opening, closing = _bounds(fact, holders, [f for f in own if f.kind == "changes"])
    since, until = opening.when if opening else "", closing.when if closing else ""
    current = [s.published[:10] for s in fact.support]
    is_past = fact.status == "former"
    if not until and not is_past:
        ended = min((f for f in own if _is_former(f, fact)), key=lambda f: (f.published, f.id), default=None)
        if ended and ended.published[:10] > current[-1]:
            until, closing = f"../{ended.published[:10]}", ended
    return SeatRow(
        fact.id,
        fact.get("person"),
        fact.get("role"),
        fact.get("body"),
        fact.get("country"),
        fact.status,
        since,
        until,
        "" if is_past else current[0],
        "" if is_past else current[-1],
        fact.origins,
        dispute_types(fact),
        sources(fact),
        _words(opening),
        _words(closing),
        _unconfirmed([] if is_past else current, on),
    )


def order(row: SeatRow) -> tuple[str, str, str, str]:
    """Where a row stands: by person, then by time."""
    return row.person.casefold(), row.first_confirmed, row.role.casefold(), row.id


def held(row: SeatRow, on: str) -> bool:
    """True when reports support that the seat was held on that day; a designate does not hold it yet."""
    if row.status in ("former", "designate"):
        return False
    if not row.until and _days(row.last_confirmed, on) > STALE:
        return False
    start = (days(row.since)[0] if row.since else "") or row.first_confirmed
    end = days(row.until)[1] if row.until else ""
    return start <= on and (not end or on < end)


def is_seat(row: SeatRow, seat: str) -> bool:
    """True when a title as a user types it ("head of the delegation") means the row's seat."""
    return asked_key(row.role) == asked_key(seat)


def is_meant(row: SeatRow, seat: str) -> bool:
    """True when a question for a title ("foreign minister") means the row's seat as it is held."""
    return means(seat, row.role, row.status)


def asked(row: SeatRow, name: str) -> bool:
    """True when all words of `name` begin words of the person, role, body or country."""
    return holds(name, (row.person, row.role, row.body, row.country))


def _is_former(other: Fact, fact: Fact) -> bool:
    return other.status == "former" and seat_key(other.get("role")) == seat_key(fact.get("role"))


def _bounds(fact: Fact, holders: frozenset[str], changes: Sequence[Fact]) -> tuple[Fact | None, Fact | None]:
    """The first dated changes that say that the seat was taken, and left."""
    role = seat_key(fact.get("role"))
    since: Fact | None = None
    until: Fact | None = None
    for change in changes:
        if seat_key(change.get("role")) != role or not change.when:
            continue
        if holders & change.entities("replaces") or change.status in CLOSES:
            until = until or change
        elif change.status in OPENS:
            since = since or change
    return since, until


def _words(fact: Fact | None) -> Words | None:
    return best_first(fact)[0] if fact else None


def _unconfirmed(current: Sequence[str], on: str) -> int:
    """Days since the last confirmation before a day, or on it."""
    before = [day for day in current if day <= on]
    return _days(before[-1], on) if before else 0


def _days(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days
