"""When two claims speak of one meeting.

The sides decide most: two meetings of other sides are never one. Then the days, the place, the people and the format.
A date that is off by a day or two does not part what all else joins: it becomes a dispute about the date. A meeting
that was postponed or called off and has a new date stays one meeting.
"""

from collections.abc import Iterator
from itertools import combinations

from communique.resolve.items import Group, Item
from communique.resolve.when import UNKNOWN, Window
from communique.resolve.words import alike

FAR = frozenset({"call", "video", "exchange"})
"""Formats in which the sides are not in one place."""

OFF = frozenset({"postponed", "cancelled", "refused"})
PLANNED = frozenset({"scheduled", "proposed"})
LARGE = frozenset({"summit", "conference", "ceremony"})
RESCHEDULED = 60
"""Days within which a meeting that was called off can be the one that is announced anew."""


def keys(item: Item) -> Iterator[object]:
    """Every pair of sides, or the one side, or else the people."""
    sides = sorted(item.sides)
    if len(sides) > 1:
        yield from combinations(sides[:12], 2)
    people = sorted(item.people)
    if len(people) > 1:
        yield from combinations(people[:12], 2)
    elif len(sides) < 2:
        yield from (("alone", name) for name in (*sides, *people))


def score(group: Group, item: Item) -> float:
    """How well a claim fits a meeting; from `items.JOIN` on it is the same one."""
    if item.claim.report in group.reports and not _repeats(group, item):
        return -1.0
    if (item.get("format") in FAR) != any(f in FAR for f in group.all("format")):
        return -1.0
    return _sides(group, item) + _days(group, item) + _place(group, item) + _people(group, item) + _form(group, item)


def _repeats(group: Group, item: Item) -> bool:
    """Within one report two entries are two meetings, unless they agree in all that both say."""
    for other in (i for i in group.items if i.claim.report == item.claim.report):
        for role in ("when", "place", "format", "status"):
            if item.get(role) != other.get(role) and item.get(role) and other.get(role):
                return False
        mine, theirs = item.sides, other.sides
        if not (mine <= theirs or theirs <= mine) or item.when.is_known != other.when.is_known:
            return False
    return True


def _sides(group: Group, item: Item) -> float:
    mine, theirs = item.sides, group.sides
    shared, smaller = len(mine & theirs), min(len(mine), len(theirs))
    if not smaller or shared / smaller < 0.66:
        return 0.3 if len(item.people & group.people) > 1 else -1.0
    if shared == 1:
        return 0.15 if len(mine) == len(theirs) == 1 else 0.0
    lopsided = max(len(mine), len(theirs)) > 3 * smaller and not (LARGE & group.all("format") & {item.get("format")})
    return 0.05 if lopsided else 0.3


def _days(group: Group, item: Item) -> float:
    since = group.days_since(item)
    if not item.when.is_known or not group.windows:
        known = item.when if item.when.is_known else group.windows[-1] if group.windows else UNKNOWN
        return _undated(group, item, known, since)
    gap = min(item.when.gap(other) for other in group.windows)
    if gap == 0:
        close = item.when.is_close and any(w.is_close and w.overlaps(item.when) for w in group.windows)
        return 0.4 if close else 0.25 if _width(item.when) <= 8 else 0.1
    if gap <= 2:
        return 0.1 if _agrees(group, item) else -0.4
    return 0.25 if _is_put_off(group, item, gap, since) else -1.0


def _undated(group: Group, item: Item, known: Window, since: int) -> float:
    """One of the two gives no date: what was published within days of the other may speak of it."""
    if known is not UNKNOWN and known.is_known:
        near = min(known.gap(Window(i.day, i.day)) for i in ((item,) if group.windows else group.items))
        if near > 14:
            return -0.4
        return 0.2 if near <= 2 and item.get("status") == group.latest.get("status") else 0.1
    if since > 10:
        return -0.4
    return 0.2 if since <= 2 and item.get("status") == group.latest.get("status") else 0.05


def _is_put_off(group: Group, item: Item, gap: int, since: int) -> bool:
    """True when the meeting was called off, or this says so, and the days differ for that reason."""
    off = group.latest.get("status") in OFF or item.get("status") in OFF
    onward = item.day >= group.latest.day and item.get("status") not in ("proposed",)
    return off and onward and gap <= RESCHEDULED and since <= RESCHEDULED and not _elsewhere(group, item)


def _agrees(group: Group, item: Item) -> bool:
    """Place or people agree, and nothing else speaks against one meeting with two dates."""
    place = bool(item.entities("place") & group.all("place"))
    people = bool(item.people & group.people)
    return (place or people) and not _elsewhere(group, item) and item.claim.report not in group.reports


def _elsewhere(group: Group, item: Item) -> bool:
    mine, theirs = item.entities("place"), group.all("place")
    return bool(mine and theirs and not mine & theirs)


def _place(group: Group, item: Item) -> float:
    mine, theirs = item.entities("place"), group.all("place")
    if not mine or not theirs:
        return 0.0
    return 0.2 if mine & theirs else -0.1


def _people(group: Group, item: Item) -> float:
    mine, theirs = item.people, group.people
    if not mine or not theirs:
        return 0.0
    return 0.2 if mine & theirs else -0.15


def _form(group: Group, item: Item) -> float:
    formats = group.all("format")
    same = 0.05 if item.get("format") in formats else -0.15 if {"visit"} in ({item.get("format")}, formats) else 0.0
    topics = max((alike(item.get("topic"), t) for t in group.all("topic")), default=0.0) if item.get("topic") else 0.0
    return same + 0.1 * topics


def _width(window: Window) -> int:
    return window.last - window.first + 1
