"""What was said, where sides stand, what was proposed, and what is due next."""

from collections.abc import Iterable, Mapping
from datetime import date

from communique.model.days import days
from communique.model.fact import Fact
from communique.model.rows import PositionRow, ProposalRow, SaidRow, StepRow
from communique.views.words import dispute_types, sources, stages

RECENT = 30
"""Days for which an overdue or undated step stays in sight."""

OUTCOMES = {
    "held": "kept",
    "under_way": "kept",
    "postponed": "postponed",
    "cancelled": "cancelled",
    "refused": "refused",
}
"""What became of an announced meeting, by the meeting's status."""


def said(facts: Iterable[Fact], *, by: frozenset[str] | None = None, since: str = "") -> list[SaidRow]:
    """Statements in order of publication; `by` are the speakers' entities."""
    return [
        SaidRow(
            f.id,
            f.get("speaker"),
            f.all("content"),
            f.get("mode"),
            f.get("cue"),
            f.get("channel"),
            f.get("to"),
            f.published,
            f.origins,
            sources(f),
        )
        for f in sorted(
            facts, key=lambda f: (f.published, f.sources[0].outlet, f.sources[0].report, f.sources[0].start, f.id)
        )
        if (by is None or by & f.entities("speaker")) and f.published >= since
    ]


def positions(
    facts: Iterable[Fact], *, party: frozenset[str] | None = None, issue: str = "", since: str = ""
) -> list[PositionRow]:
    """Stances by party, then issue, then time; `issue` keeps those whose wording has its words."""
    rows = [
        PositionRow(
            f.id,
            f.get("party"),
            f.get("by"),
            f.get("issue"),
            f.status,
            f.published,
            f.sources[-1].published,
            f.origins,
            sources(f),
        )
        for f in facts
        if (party is None or party & f.entities("party", "by"))
        and f.sources[-1].published >= since
        and all(w in " ".join(f.all("issue")).casefold() for w in issue.casefold().split())
    ]
    return sorted(rows, key=lambda r: (r.party.casefold(), r.published, r.issue.casefold(), r.id))


def proposals(facts: Iterable[Fact], *, since: str = "") -> list[ProposalRow]:
    """Plans with their lives, those of which reports spoke last coming last."""
    rows = [
        ProposalRow(
            f.id,
            f.get("name"),
            f.all("name"),
            f.all("authors"),
            f.status,
            f.when,
            stages(f),
            f.origins,
            dispute_types(f),
            sources(f),
        )
        for f in facts
        if f.sources[-1].published >= since
    ]
    return sorted(rows, key=lambda r: (r.sources[0].published, r.name.casefold(), r.id))


def next_steps(
    facts: Iterable[Fact], meetings: Mapping[str, Fact], *, as_of: str, every: bool = False
) -> list[StepRow]:
    """What had been announced by the day `as_of`, with its state on that day: what is to come, the soonest first, then
    what is overdue, then what has no date.

    `meetings` are facts by id: what they became tells what became of the step. Without `every`, what has been settled
    is left out, and so is what is `RECENT` days overdue or, undated, was announced that long ago.
    """
    rows = [_step(f, meetings, as_of) for f in facts if f.published[:10] <= as_of]
    kept = [r for r in rows if every or _is_current(r, as_of)]
    return sorted(kept, key=lambda r: (_RANK.get(r.state, 3), days(r.when)[1] or "~", r.announced, r.id))


_RANK = {"due": 0, "pending": 0, "overdue": 1, "open": 2}


def _is_current(row: StepRow, as_of: str) -> bool:
    if row.state in ("due", "pending"):
        return True
    since = (days(row.when)[1] or days(row.when)[0]) if row.state == "overdue" else row.sources[-1].published[:10]
    return row.state in ("overdue", "open") and (date.fromisoformat(as_of) - date.fromisoformat(since)).days <= RECENT


def _step(fact: Fact, meetings: Mapping[str, Fact], as_of: str) -> StepRow:
    state, outcome = _state(fact, meetings, as_of)
    return StepRow(
        fact.id,
        fact.all("who"),
        fact.get("what"),
        fact.get("kind"),
        fact.get("where"),
        fact.when,
        fact.status,
        state,
        outcome,
        fact.published,
        fact.origins,
        tuple(w for w in sources(fact) if w.published[:10] <= as_of),
    )


def _state(fact: Fact, meetings: Mapping[str, Fact], as_of: str) -> tuple[str, str]:
    """The state on a day, from what had been published by then, and the meeting that shows it."""
    for id in fact.related:
        meeting = meetings.get(id)
        after = (
            [t for t in meeting.life if fact.published <= t.published and t.published[:10] <= as_of] if meeting else []
        )
        if after and after[-1].status in OUTCOMES:
            return OUTCOMES[after[-1].status], id
    first, last = days(fact.when)
    if not first and not last:
        return "open", ""
    if (last or first) < as_of:
        return "overdue", ""
    return ("due", "") if first and first <= as_of else ("pending", "")
