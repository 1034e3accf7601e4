"""What was said, where sides stand, what was proposed, and what is due next."""

import re
from collections.abc import Mapping
from datetime import date

from communique.model.days import days
from communique.model.fact import Fact, Transition
from communique.model.meeting import OFF
from communique.model.outcome import Outcome
from communique.model.rows import PositionRow, ProposalRow, SaidRow, StepRow, Words
from communique.views.words import dispute_types, sources, stages, words

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
    return max((s.published for s in fact.support), default=fact.published)


def step(fact: Fact, meetings: Mapping[str, Fact], as_of: str, told: Outcome | None = None) -> StepRow:
    """What had been announced by the day `as_of`, with its state on that day; `meetings` that it announced, by id, and
    what a later report `told` of it by then.
    """
    met = _met(fact, meetings, as_of)
    state = met[0] if met else told.state if told else _due(fact, as_of)
    return StepRow(
        fact.id,
        fact.all("who"),
        fact.get("what"),
        fact.get("kind"),
        fact.get("where"),
        fact.when,
        fact.status,
        state,
        met[1].id if met else "",
        fact.published,
        fact.origins,
        tuple(w for w in sources(fact) if w.published[:10] <= as_of),
        words(met[1].sources[met[2].source]) if met else _words(told) if told else None,
        _signals(fact, *met) if met else told.signals if told else (),
    )


def step_order(row: StepRow) -> tuple[int, str, str, str]:
    """Where a step stands: what is to come, the soonest first, then what is overdue, then what has no date, then what
    has been settled.
    """
    return GROUPS.get(row.state, 3), days(row.when)[1] or "~", row.announced, row.id


CLOSE, FORTNIGHT = 3, 14
"""Days that place a meeting, and days within which it must have been announced to be told from others."""

_NOT = re.compile(r"\b(?:not|never|nothing|refus\w+|without)\b|n['’]t\b")

GROUPS = {"due": 0, "pending": 0, "overdue": 1, "open": 2}
"""The parts of the list of steps, by state."""


def is_current(row: StepRow, as_of: str) -> bool:
    """False for what has been settled, and for what is `RECENT` days overdue or, undated, announced that long ago."""
    if row.state in ("due", "pending"):
        return True
    since = (
        (days(row.when)[1] or days(row.when)[0])
        if row.state == "overdue"
        else max(w.published for w in row.sources)[:10]
    )
    return row.state in ("overdue", "open") and (date.fromisoformat(as_of) - date.fromisoformat(since)).days <= RECENT


def _met(fact: Fact, meetings: Mapping[str, Fact], as_of: str) -> tuple[str, Fact, Transition] | None:
    """What became of the meeting that was announced for given days, from what had been published by a day, and the
    step in the meeting's life that shows it.
    """
    for meeting in (meetings[id] for id in fact.related if id in meetings):
        after = [t for t in meeting.life if fact.published < t.published and t.published[:10] <= as_of]
        done = [t for t in after if OUTCOMES.get(t.status) == "kept" and _is_on(fact, t)]
        off = [t for t in after if t.status in OFF]
        late = [t for t in after if off and OUTCOMES.get(t.status) == "kept" and t.published > off[-1].published]
        moved = [t for t in after if t.status == "scheduled" and _is_moved(fact, t)]
        for state, found in (("kept", done[:1]), ("kept", late[:1]), ("", off[-1:]), ("superseded", moved[-1:])):
            if found and _is_sure(fact, meeting, found[0]):
                return state or OUTCOMES[found[0].status], meeting, found[0]
    return None


def _is_on(fact: Fact, done: Transition) -> bool:
    """True when what a report tells took place on the announced days, as far as days can tell, and not too early; what
    goes on took place when it began.
    """
    (first, last), (other_first, other_last) = days(fact.when), days(done.when)
    other_last = other_last or (other_first if done.status == "under_way" else "")
    if not (first and last and other_first and other_last) or done.published[:10] < first:
        return False
    width, most = _count(other_first, other_last), max(CLOSE, _count(first, last))
    return other_first <= last and first <= other_last and width <= most <= FORTNIGHT


def _count(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1


def _is_sure(fact: Fact, meeting: Fact, told: Transition) -> bool:
    """True when, by one report, two of those who were to meet did, or one at the place announced, on
    days that were given, and the step was no refusal.
    """
    given = [v for v in meeting.values if told.source in v.given]
    both = fact.entities("who") & {v.entity for v in given if v.role in ("parties", "mediators")}
    people = fact.entities("who") & {v.entity for v in given if v.role == "participants"}
    place = fact.entities("where") & {v.entity for v in given if v.role == "place"}
    is_refusal = bool(_NOT.search(fact.sources[0].quote))
    return bool(fact.when) and not is_refusal and (len(both) > 1 or bool(place and (both or people)))


def _is_moved(fact: Fact, later: Transition) -> bool:
    """True when a later report announces the meeting for days of which none is the step's."""
    (first, last), (other_first, other_last) = days(fact.when), days(later.when)
    known = all((first, last, other_first, other_last))
    return later.published > fact.published and known and (other_last < first or last < other_first)


def _due(fact: Fact, as_of: str) -> str:
    """The state on a day of what no report tells the outcome of."""
    first, last = days(fact.when)
    if not first and not last:
        return "open"
    if (last or first) < as_of:
        return "overdue"
    return "due" if first and first <= as_of else "pending"


def _signals(fact: Fact, state: str, meeting: Fact, shown: Transition) -> tuple[str, ...]:
    """Why a meeting is taken for the one that was announced, and its outcome for the step's."""
    named = {v.entity: v.value for v in meeting.values if v.role in ("parties", "participants", "mediators")}
    who = sorted(named[e] for e in fact.entities("who") if e in named)
    told = {s.report for s in fact.sources} & {s.report for s in meeting.sources}
    found = (
        ("who", ", ".join(who)),
        ("when", meeting.when if fact.when else ""),
        ("told together", "yes" if told else ""),
    )
    return (*(f"{name}: {value}" for name, value in found if value), f"{state}: {shown.status}")


def _words(told: Outcome) -> Words:
    """The passage of a report that tells what came of a step."""
    r = told.report
    return Words(r.outlet, r.published, r.text[told.start : told.end], r.id, "", r.url, r.outlet, "own")
