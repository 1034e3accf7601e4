"""When two claims speak of one meeting.

Two claims are compared signal by signal: days, place, sides, people, form, wording. Each adds to the score or takes
from it, and none decides alone, because a report may leave any of them out and a reader may misread any of them. A
claim joins a meeting by the claim already there that it agrees with best, unless the days of the others speak against
it.

A date that is off by a day or two does not part what all else joins: it becomes a dispute about the date. A meeting
that was put off and has a new date stays one meeting, as does one whose announced date slips.
"""

from collections.abc import Iterator
from itertools import combinations

from communique.model.meeting import DONE, OFF, PLANNED
from communique.resolve.items import Group, Item
from communique.resolve.sides import shared
from communique.resolve.when import EVER, UNKNOWN, Window
from communique.resolve.words import alike, coverage

FAR = frozenset({"call", "video", "exchange"})
"""Formats in which the sides are not in one place."""

ROUNDS = frozenset({"talks", "conference", "negotiations"})
"""Formats that may last for weeks."""

NEVER = OFF - {"postponed"}

BEGAN = 3
"""Dated claims that tell when a meeting began: it does not drift from all of them, day by day."""

START = 0.18
"""What two claims that share a block have before they are compared."""

RESCHEDULED = 60
"""Days within which a meeting that was called off can be the one that is announced anew."""

LASTS = 21
"""Days from the first date of a meeting within which one may go on."""

SLIP = 14
"""Days by which an announced date may slip without anybody's saying so."""

COMPARED = 6
"""Claims of a meeting that a new one is compared with: the first and the latest."""

PARTED, PARTED_BY_DAYS = 0.05, 0.35
"""What the reader's parting two entries of one report weighs."""

APART = -0.4
"""What the days of two claims weigh when they cannot be of one meeting."""

OTHERS = -0.4
"""What the people of two claims weigh when others met."""

MANY = 8
"""Sides or people of which pairs are made; longer lists name the same few first."""


def keys(item: Item) -> Iterator[object]:
    """Pairs of sides, pairs of people, the place with each day, week or side, the words, or the one side there is."""
    sides, people = [s.block for s in sorted(item.present)][:MANY], sorted(item.people)[:MANY]
    spots = sorted(item.where.towns | item.where.states)[:MANY]
    yield from combinations(sides, 2)
    yield from combinations(people, 2)
    if item.when.is_close:
        days = range(item.when.first, item.when.last + 1)
        yield from (("day", spot, number) for spot in spots for number in days)
    yield from (("at", spot, side) for spot in spots for side in sides if len(sides) < 2)
    yield from (("week", spot, item.day // 7 + after) for spot in spots for after in (0, 1))
    yield "words", min(item.runs, default=0)
    if len(sides) < 2 and len(people) < 2:
        yield from (("alone", name) for name in (*sides, *people))


def score(group: Group, item: Item) -> float:
    """How well a claim fits a meeting; from `items.JOIN` on it is the same one."""
    began = [other for other in group.items[:COMPARED] if other.when.is_close][:BEGAN]
    if began and all(_drifts(other, item) for other in began):
        return -1.0
    known = group.items if len(group.items) <= COMPARED else [group.items[0], *group.items[1 - COMPARED :]]
    days = [_days(other, item) for other in known]
    best = max(_agreement(other, item, at) for other, at in zip(known, days, strict=True))
    told = item.claim.report in group.reports
    own = [other for other in group.items if other.claim.report == item.claim.report] if told else []
    parted = max((_parted(other, item) for other in own), default=0.0)
    others = sum(_people(other, item) <= OTHERS for other in known)
    return best - parted - 0.5 * sum(at <= APART for at in days) / len(days) - 0.3 * others / len(known)


def _agreement(left: Item, right: Item, days: float) -> float:
    if left.claim.report != right.claim.report and _same_words(left, right):
        return 1.0
    found = START + days + _form(left, right) + _sides(left, right) + _people(left, right) + _place(left, right)
    return found + (0.1 * alike(left.get("topic"), right.get("topic")) if found > 0 else 0.0)


def _drifts(first: Item, item: Item) -> bool:
    """True when the days have come too far from those the meeting began with for it to be the same."""
    gap = first.when.gap(item.when) if first.when.is_close and item.when.is_close else 0
    return gap > LASTS and not _is_misread(first, item) and not _is_put_off(first, item, gap)


def _parted(left: Item, right: Item) -> float:
    """What speaks against one meeting in two entries of one report: its reader parted them, most of all by days."""
    if left.when.is_close and right.when.is_close and left.when.gap(right.when):
        return PARTED_BY_DAYS
    differ = any(
        left.get(role) != right.get(role) and left.get(role) and right.get(role)
        for role in ("when", "place", "format", "status")
    )
    return PARTED if differ or not (left.sides <= right.sides or right.sides <= left.sides) else 0.0


def _same_words(left: Item, right: Item) -> bool:
    """True when the words behind both are the same: a copy, or a sentence that an outlet uses again."""
    short, long = sorted((left.runs, right.runs), key=len)
    told = len(short) > 4 and coverage(short, frozenset(long)) >= 0.8
    return told and left.get("format") == right.get("format")


def _form(left: Item, right: Item) -> float:
    a, b = left.get("format"), right.get("format")
    if (a in FAR) != (b in FAR):
        met = right if a in FAR else left
        return -0.6 if met.where.firm or met.get("status") in DONE else -0.1
    rounds = left.get("round"), right.get("round")
    numbered = 0.0 if not all(rounds) else 0.05 if rounds[0] == rounds[1] else -0.15
    return numbered + (0.05 if a == b and a not in ROUNDS else 0.0)


def _days(left: Item, right: Item) -> float:
    a, b = left.when, right.when
    if not a.is_known or not b.is_known:
        return _undated(left, right)
    gap, close = a.gap(b), a.is_close and b.is_close
    if gap == 0:
        return 0.35 if close else 0.25 if max(_width(a), _width(b)) <= 8 else 0.2 if _width(a) + _width(b) < 90 else 0.0
    if close and {left.get("format"), right.get("format")} & FAR:
        return -0.4
    if _is_over(left, right):
        return -0.5
    if _is_misread(left, right):
        return -0.05
    if _is_put_off(left, right, gap):
        return 0.15
    if close and _is_called_off(left, right):
        return APART
    if gap <= 2:
        return 0.2 if (left.get("status") in PLANNED) != (right.get("status") in PLANNED) else 0.1
    lasting = _are_rounds(left, right)
    return -0.1 if lasting and gap <= 10 else -0.4 if gap <= 10 else -1.0


def _undated(left: Item, right: Item) -> float:
    """One of the two gives no date: what is told as past was before its publication, what is planned comes after."""
    gap = _told(left).gap(_told(right))
    if gap > 1:
        return -0.5 if gap > 3 else -0.1
    near = abs(left.day - right.day)
    for dated, other in ((left, right), (right, left)):
        if dated.when.is_known:
            near = dated.when.gap(_day(other))
    if near <= 3:
        return 0.15 if near else 0.2
    if near <= 14:
        return 0.05
    lasting = _are_rounds(left, right)
    if any(not i.when.is_known and i.get("status") in PLANNED for i in (left, right)):
        return 0.0 if near <= 45 else -0.15
    return -0.2 if lasting and near <= 45 else -0.35


def _told(item: Item) -> Window:
    """The days that a claim leaves open: its own, or those on its side of the day of publication."""
    if item.when.is_known:
        return item.when
    past = Window(-EVER, item.day) if item.get("status") in DONE else UNKNOWN
    return Window(item.day, EVER) if item.get("status") in PLANNED else past


def _day(item: Item) -> Window:
    return Window(item.day, item.day)


def _is_misread(left: Item, right: Item) -> bool:
    """True when the days differ by just a week or a year: a weekday or month taken for the one before or after."""
    a, b = left.when, right.when
    single = _width(a) == 1 and _width(b) == 1 and abs(a.first - b.first) == 7
    return single or (27 < _width(a) < 32 and abs(abs(a.first - b.first) - 365) <= 1) or _shifted(a, b)


def _shifted(a: Window, b: Window) -> bool:
    """A month, a year off, that holds the other."""
    wide, narrow = sorted((a, b), key=_width, reverse=True)
    moved = (Window(wide.first + by, wide.last + by) for by in (-365, 365))
    return 27 < _width(wide) < 32 and any(m.first <= narrow.first and narrow.last <= m.last for m in moved)


def _is_put_off(left: Item, right: Item, gap: int) -> bool:
    """True when one date gave way to the other: it was called off, or both are plans and the date slipped. Talks come
    back as talks, and a visit as a visit.
    """
    if left.get("format") != right.get("format") and not _are_rounds(left, right):
        return False
    first, later = sorted((left, right), key=lambda i: i.order)
    since = abs(left.day - right.day)
    off = "postponed" in (first.get("status"), later.get("status")) and gap <= RESCHEDULED and since <= RESCHEDULED
    slipped = first.get("status") in PLANNED and first.when.last >= first.day and gap <= SLIP and since <= SLIP
    return (off or slipped) and not _elsewhere(left, right)


def _is_over(left: Item, right: Item) -> bool:
    """True when one was over before its report appeared, and the other was to come after that."""
    for past, other in ((left, right), (right, left)):
        if past.when.last < past.day < other.when.first and past.get("status") not in PLANNED | {"postponed"}:
            return True
    return False


def _are_rounds(left: Item, right: Item) -> bool:
    """True when both may last for weeks."""
    return {left.get("format"), right.get("format")} <= ROUNDS


def _is_called_off(left: Item, right: Item) -> bool:
    """True when one came about and the other, on another day, did not; talks may begin and then be called off."""
    told = {left.get("status"), right.get("status")}
    return not _are_rounds(left, right) and not told.isdisjoint(DONE) and not told.isdisjoint(NEVER)


def _elsewhere(left: Item, right: Item) -> bool:
    return _place(left, right) < 0


def _place(left: Item, right: Item) -> float:
    a, b = left.where, right.where
    if a.towns & b.towns:
        return 0.25
    own = {s.state for s in left.present | right.present}
    if (a.states & b.states) - own:
        return 0.2
    if a.states & b.states:
        return 0.05 if a.towns or b.towns else 0.0
    if not (a.firm and b.firm and a.states and b.states):
        return 0.0
    return -0.25 if a.states - own and b.states - own else -0.1


def _sides(left: Item, right: Item) -> float:
    a, b = left.present, right.present
    if not a or not b:
        return 0.0
    both, smaller = shared(a, b), min(len(a), len(b))
    if not both:
        return -0.15
    if both == 1:
        return 0.15 if len(a) == len(b) == 1 else -0.35 if _between_two(left, right) else 0.05
    return 0.25 if both >= 0.66 * smaller else 0.15


def _between_two(left: Item, right: Item) -> bool:
    """True when both are short meetings of two sides and no more."""
    return all(len(i.present) == 2 and i.get("format") not in ROUNDS for i in (left, right))


def _people(left: Item, right: Item) -> float:
    """People in common; two who meet are not two of whom one is somebody else."""
    a, b = left.people, right.people
    if not a or not b:
        return 0.0
    if _clash(left, right):
        return -0.25 if _are_rounds(left, right) else -0.6
    both = len(a & b)
    if both == 1 and len(a) == len(b) == 2 and not _are_rounds(left, right):
        return OTHERS
    return 0.3 if both > 1 else 0.15 if both else -0.15


def _clash(left: Item, right: Item) -> bool:
    """True when one state is represented by other people altogether, with somebody else in both rooms."""
    a, b = left.people - right.people, right.people - left.people
    states = {left.state_of[p] for p in a} & {right.state_of[p] for p in b} - {""}
    return any(not {p for p in left.people & right.people if left.state_of[p] == state} for state in states)


def _width(window: Window) -> int:
    return window.last - window.first + 1
