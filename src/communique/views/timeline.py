"""What happened when: meetings, changes in offices, and the lives of proposals, oldest first, undated ones last."""

from collections.abc import Iterable, Sequence

from communique.model.days import days
from communique.model.fact import Fact
from communique.model.rows import TimelineRow
from communique.views.words import best_first, dispute_types, words

KINDS = ("meetings", "changes", "proposals")


def timeline(
    facts: Iterable[Fact], *, since: str = "", until: str = "", entities: frozenset[str] | None = None
) -> list[TimelineRow]:
    """Dated rows that touch the days from `since` to `until`, about any of `entities` if given; then the undated ones,
    by publication, where no day was asked for.
    """
    rows = []
    for fact in facts:
        if entities is None or entities & fact.entities():
            rows += _proposal(fact) if fact.kind == "proposals" else [_event(fact)]
    dated = [r for r in rows if r.when and _touches(r.when, since, until)]
    undated = [] if since or until else [r for r in rows if not r.when]
    dated.sort(key=lambda r: (days(r.when)[0] or days(r.when)[1], days(r.when)[1], r.kind, r.id))
    return dated + sorted(undated, key=lambda r: (min(s.published for s in r.sources), r.kind, r.id))


def _touches(when: str, since: str, until: str) -> bool:
    first, last = days(when)
    return (not since or not last or last >= since) and (not until or not first or first <= until)


def _event(fact: Fact) -> TimelineRow:
    return TimelineRow(
        fact.id,
        fact.kind,
        fact.when,
        fact.status,
        _what(fact),
        fact.all("parties") or fact.all("country"),
        fact.all("participants") or fact.all("person"),
        fact.all("mediators"),
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


def _proposal(fact: Fact) -> list[TimelineRow]:
    """A row for each dated step in a proposal's life; an undated proposal has one."""
    steps: Sequence[tuple[str, str, int]] = [(t.when, t.status, t.source) for t in fact.life if t.when]
    return [
        TimelineRow(
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
        for when, status, source in steps or [("", fact.status, 0)]
    ]
