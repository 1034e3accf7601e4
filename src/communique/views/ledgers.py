"""What was said, where sides stand, what was proposed, and what is due next."""

from collections.abc import Mapping
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


def said(fact: Fact) -> SaidRow:
    """A statement."""
    return SaidRow(
        fact.id,
        fact.get("speaker"),
        fact.all("content"),
        fact.get("mode"),
        fact.get("cue"),
        fact.get("channel"),
        fact.get("to"),
        fact.published,
        fact.origins,
        sources(fact),
    )


def said_order(fact: Fact) -> tuple[str, str, str, int, str]:
    """Where a statement stands: in order of publication."""
    first = fact.sources[0]
    return first.published, first.outlet, first.report, first.start, fact.id


def position(fact: Fact) -> PositionRow:
    """A stance."""
    return PositionRow(
        fact.id,
        fact.get("party"),
        fact.get("by"),
        fact.get("issue"),
        fact.status,
        fact.published,
        last_published(fact),
        fact.origins,
        sources(fact),
    )


def position_order(fact: Fact) -> tuple[str, str, str, str]:
    """Where a stance stands: by party, then time, then issue."""
    return fact.get("party").casefold(), fact.published, fact.get("issue").casefold(), fact.id


def proposal(fact: Fact, as_of: str = "") -> ProposalRow:
    """A plan with its life; with `as_of` as far as it had come by that day, as far as reports show."""
    life = stages(fact)
    kept = tuple(s for s in life if not as_of or (days(s.when)[0] or s.published[:10]) <= as_of)
    return ProposalRow(
        fact.id,
        fact.get("name"),
        fact.all("name"),
        fact.all("authors"),
        kept[-1].status if kept else "" if life else fact.status,
        fact.when if not as_of or (fact.first or fact.last or "~") <= as_of else "",
        kept,
        fact.origins,
        dispute_types(fact),
        sources(fact),
    )


def proposal_order(fact: Fact) -> tuple[str, str]:
    """Where a plan stands: by the first report of it."""
    return fact.published, fact.id


def last_published(fact: Fact) -> str:
    """When the last report that supports a fact was published."""
    return max((s.published for s in fact.sources if s.relation != "denies"), default=fact.published)


def step(fact: Fact, meetings: Mapping[str, Fact], as_of: str) -> StepRow:
    """What had been announced by the day `as_of`, with its state on that day; `meetings` that it announced, by id."""
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


def step_order(row: StepRow) -> tuple[int, str, str, str]:
    """Where a step stands: what is to come, the soonest first, then what is overdue, then what has no date, then what
    has been settled.
    """
    return GROUPS.get(row.state, 3), days(row.when)[1] or "~", row.announced, row.id


GROUPS = {"due": 0, "pending": 0, "overdue": 1, "open": 2}
"""The parts of the list of steps, by state."""


def is_current(row: StepRow, as_of: str) -> bool:
    """False for what has been settled, and for what is `RECENT` days overdue or, undated, announced that long ago."""
    if row.state in ("due", "pending"):
        return True
    since = (days(row.when)[1] or days(row.when)[0]) if row.state == "overdue" else row.sources[-1].published[:10]
    return row.state in ("overdue", "open") and (date.fromisoformat(as_of) - date.fromisoformat(since)).days <= RECENT


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
