"""What happened when: meetings, changes in offices, and the lives of proposals, oldest first, undated ones last."""

from collections.abc import Iterator

from communique.model.brief import ChangedRow
from communique.model.days import days
from communique.model.fact import Fact
from communique.model.rows import TimelineRow
from communique.views.origins import headline
from communique.views.words import best_first, dispute_types, stages, taking_part, words

KINDS = ("meetings", "changes", "proposals")


def timeline(fact: Fact) -> Iterator[TimelineRow]:
    """The rows of one fact: one, or for a proposal one for each dated step in its life."""
    if fact.kind == "proposals":
        yield from _proposal(fact)
    else:
        yield _event(fact)


def changed(fact: Fact, since: str) -> ChangedRow | None:
    """How a fact moved on since a day of publication: None where it did not, or was not known before."""
    life = stages(fact)
    before = [s for s in life if s.published < since]
    after = [s for s in life if s.published >= since]
    if not before or not after:
        return None
    old, new = before[-1], after[-1]
    is_other = old.status != new.status or (bool(new.when) and old.when != new.when)
    return ChangedRow(fact.id, fact.kind, headline(fact), old, new) if is_other else None


def touches(row: TimelineRow, since: str, until: str) -> bool:
    """True when a row has its place in the days from `since` to `until`: undated ones only where no day was asked."""
    first, last = days(row.when)
    if not row.when:
        return not since and not until
    return (not since or not last or last >= since) and (not until or not first or first <= until)


def order(fact: Fact, row: TimelineRow) -> tuple[bool, str, str, str, str, str]:
    """Where a row stands: by its days, then by publication; undated ones by publication alone."""
    first, last = days(row.when)
    return not row.when, first or last, last, fact.published, row.kind, row.id


def _event(fact: Fact) -> TimelineRow:
    sides, people, mediators = taking_part(fact)
    return TimelineRow(
        fact.id,
        fact.kind,
        fact.when,
        fact.status,
        _what(fact),
        sides or fact.all("country"),
        people or fact.all("person"),
        mediators,
        fact.get("place"),
        fact.get("topic"),
        fact.origins,
        dispute_types(fact),
        best_first(fact),
    )


def _what(fact: Fact) -> str:
    if fact.kind == "meetings":
        return fact.get("format") or "meeting"
    role, body, before = fact.get("role"), fact.get("body"), fact.get("replaces")
    return " ".join(
        part for part in (role, f"of {body}" if body else "", f"in place of {before}" if before else "") if part
    )


def _proposal(fact: Fact) -> Iterator[TimelineRow]:
    """A row for each dated step in a proposal's life; an undated proposal has one."""
    for when, status, source in [(t.when, t.status, t.source) for t in fact.life if t.when] or [("", fact.status, 0)]:
        yield TimelineRow(
            fact.id,
            fact.kind,
            when,
            status,
            fact.get("name"),
            fact.all("authors"),
            (),
            (),
            "",
            "",
            fact.origins,
            dispute_types(fact),
            (words(fact.sources[source]),),
        )
