"""Who sits where: offices and delegation seats as intervals, opened and closed by changes, with their last word."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from communique.lexicon.roles import role_key
from communique.model.days import days
from communique.model.fact import Fact
from communique.model.rows import SeatRow
from communique.views.words import dispute_types, holds, sources

OPENS = frozenset({"appointed", "elected", "other"})
STALE = 540
"""Days after its last confirmation from which a seat no longer counts as held."""

CLOSES = frozenset({"resigned", "dismissed", "died"})


def seats(facts: Sequence[Fact], *, on: str = "", name: str = "") -> list[SeatRow]:
    """Every office that reports gave somebody, by person; with `on` those held that day as far as reports tell.

    `facts` are offices and changes. `name` keeps rows that have all its words in person, role, body or country. A seat
    counts as held from the change that gave it, else from the first report of it, until the change that ended it or
    the first report that calls its holder a former one.
    """
    changes: dict[str, list[Fact]] = defaultdict(list)
    former: dict[tuple[str, str], str] = {}
    for fact in facts:
        if fact.kind == "changes":
            for person in {*fact.all("person"), *fact.all("replaces")}:
                changes[person].append(fact)
        elif fact.status == "former":
            at = fact.get("person"), role_key(fact.get("role"))
            former[at] = min(former.get(at, "~"), fact.published[:10])
    rows = [_seat(f, changes[f.get("person")], former) for f in facts if f.kind == "offices"]
    kept = [r for r in rows if (not on or _held(r, on)) and (not name or _asked(r, name))]
    return sorted(kept, key=lambda r: (r.person.casefold(), r.first_confirmed, r.role.casefold(), r.id))


def _seat(fact: Fact, changes: Iterable[Fact], former: Mapping[tuple[str, str], str]) -> SeatRow:
    person, role = fact.get("person"), fact.get("role")
    since, until = _bounds(fact, changes)
    current = [s.published[:10] for s in fact.sources if s.relation != "denies"]
    is_past = fact.status == "former"
    if not until and not is_past:
        seen = former.get((person, role_key(role)), "")
        until = f"../{seen}" if seen and seen > current[-1] else ""
    return SeatRow(
        fact.id,
        person,
        role,
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
    )


def _bounds(fact: Fact, changes: Iterable[Fact]) -> tuple[str, str]:
    """When changes say that the seat was taken and left, EDTF."""
    person, role = fact.get("person"), role_key(fact.get("role"))
    since = until = ""
    for change in sorted(changes, key=lambda c: (c.first, c.id)):
        if role_key(change.get("role")) != role or not change.when:
            continue
        if person in change.all("replaces") or change.status in CLOSES:
            until = until or change.when
        elif change.status in OPENS:
            since = since or change.when
    return since, until


def _held(row: SeatRow, on: str) -> bool:
    """True when reports support that the seat was held on that day; a designate does not hold it yet."""
    if row.status in ("former", "designate"):
        return False
    if not row.until and _days(row.last_confirmed, on) > STALE:
        return False
    start = (days(row.since)[0] if row.since else "") or row.first_confirmed
    end = days(row.until)[1] if row.until else ""
    return start <= on and (not end or on < end)


def _days(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _asked(row: SeatRow, name: str) -> bool:
    return holds(name, (row.person, row.role, row.body, row.country))
