"""Mentions of one meeting, found together: each joins the most likely meeting that it can be, or starts a new one."""

from collections.abc import Iterable, Sequence

from communique.claims.meetings.encounter import Encounter
from communique.claims.meetings.triggers import TRAVEL
from communique.claims.scoring import LinearModel
from communique.lexicon.cities import is_town
from communique.model.days import days
from communique.model.meeting import DONE, OFF, PLANNED, UNDONE

FAMILIES = {
    "talks": "meeting",
    "meeting": "meeting",
    "summit": "meeting",
    "conference": "meeting",
    "ceremony": "ceremony",
    "call": "call",
    "video": "call",
    "visit": "visit",
    "shuttle": "visit",
    "exchange": "exchange",
}
"""Formats that words for one meeting may alternate between."""


KNOWN = 0.06
"""A mention that takes its meeting as known or tells little, and one in the title, joins the likeliest one from this
probability on.
"""

NEWS = 0.5
"""Likelihood from which "a meeting" with a place or time joins one told before."""

SAME_CALL = 0.5
"""The least likelihood that words which may mean a call are of the call between the same two people."""

SLIGHT = 0.3
"""A mention that tells of a contact less likely than this takes its meeting as known."""

FAINT = 0.2
"""A mention that tells of a contact less likely than this starts no meeting."""

LATER = frozenset({"another", "follow-up", "further", "new", "next", "subsequent"})
"""Words before what is no first meeting."""

CERTAIN = 0.5
"""A place this likely is where the contact is."""

MEMORY = 60
"""A mention is compared with that many meetings before it, and that many mentions of each."""

Meeting = list[Encounter]


def fold(found: Iterable[Encounter], model: LinearModel) -> list[Meeting]:
    """Meetings in order of first mention; the title's mentions come last."""
    meetings: list[Meeting] = []
    for encounter in in_order(found):
        near = range(max(0, len(meetings) - MEMORY), len(meetings))
        ranked = [(likeness(meetings[n][-MEMORY:], encounter, model), n) for n in near]
        best = max(ranked, default=(0.0, -1))
        if best[1] >= 0 and best[0] >= _enough(encounter, meetings[best[1]], model):
            meetings[best[1]].append(encounter)
        elif tells(encounter):
            meetings.append([encounter])
    return meetings


def _enough(encounter: Encounter, meeting: Meeting, model: LinearModel) -> float:
    """How likely a mention must be of a meeting to join it."""
    if is_known(encounter, meeting):
        return KNOWN
    is_news = encounter.words.indefinite and (encounter.place or encounter.when or encounter.status in OFF)
    return max(model.threshold, NEWS) if is_news else model.threshold


def is_known(encounter: Encounter, meeting: Meeting) -> bool:
    """True for a mention that takes the meeting as known or tells little, and one in the title.

    "A meeting" with a place, a time or another side is news, and so is what has a time or an outcome of its own.
    """
    if encounter.sentence.role == "title":
        return True
    is_told = encounter.place or encounter.when or encounter.words.partnered or encounter.status in OFF
    if (encounter.words.indefinite and is_told) or (encounter.when and _statuses_differ(meeting, encounter)):
        return False
    return encounter.anaphoric or encounter.telling < SLIGHT


def in_order(found: Iterable[Encounter]) -> list[Encounter]:
    """Mentions in text order, those of the title last."""
    return sorted(found, key=lambda e: (e.sentence.role == "title", e.trigger))


def tells(encounter: Encounter) -> bool:
    """True for a mention that says enough to stand for a meeting of its own."""
    if encounter.task and not (encounter.when or encounter.place):
        return False
    is_of_sides = encounter.pair and encounter.sentence.role != "title"
    says = encounter.parties or encounter.people or encounter.place or encounter.when or encounter.apart
    return bool(says or is_of_sides) and encounter.telling >= FAINT


def likeness(meeting: Sequence[Encounter], encounter: Encounter, model: LinearModel) -> float:
    """The probability that a mention is of a meeting; 0 where time or kind of contact forbid it."""
    if any(_times_conflict(member, encounter) for member in meeting) or not _same_family(meeting, encounter):
        return 0.0
    apart = (_of_others, _told_apart, _meet_anew, _places_conflict, _rounds_conflict, _are_beside)
    if any(differ(member, encounter) for member in meeting for differ in apart):
        return 0.0
    told = model.best(kinship(meeting, encounter))[1]
    is_same = _is_one_call(meeting, encounter) or _adds_nothing(meeting, encounter) or _goes_on(meeting, encounter)
    return max(told, SAME_CALL) if is_same else told


def kinship(meeting: Sequence[Encounter], encounter: Encounter) -> list[str]:
    """Features of a meeting and a mention that may be of it."""
    people = set().union(*(m.people for m in meeting))
    parties = set().union(*(m.parties for m in meeting))
    who = _relation(people, set(encounter.people))
    sides = _relation(parties, set(encounter.parties))
    status = "differ" if _statuses_differ(meeting, encounter) else "same" if _told_same(meeting, encounter) else "open"
    when = _fields([m.when for m in meeting], encounter.when)
    place = _fields([m.place for m in meeting], encounter.place)
    last = meeting[-1]
    gap = abs(encounter.sentence.paragraph - last.sentence.paragraph)
    return [
        f"people:{who}",
        f"rivals:{any(_rivals(m, encounter) for m in meeting)}",
        f"sides:{sides}",
        f"people:{who}:sides:{sides}",
        f"when:{when}",
        f"place:{place}",
        f"status:{status}",
        f"status:{status}:when:{when}",
        f"definite:{encounter.definite}",
        f"definite:{encounter.definite}:sides:{sides}",
        f"apart:{bool(encounter.apart)}",
        f"apart both:{bool(encounter.apart & set().union(*(m.apart for m in meeting)))}",
        f"pair:{encounter.pair}",
        f"anaphoric:{encounter.anaphoric}",
        f"word:{any(m.format == encounter.format for m in meeting)}",
        f"sentence:{last.sentence == encounter.sentence}",
        f"gap:{min(gap, 3)}",
        f"size:{min(3, len(meeting))}",
        f"verbal:{encounter.trigger.verbal}",
        f"verbal:{encounter.trigger.verbal}:sides:{sides}",
        f"title:{encounter.sentence.role == 'title'}",
        f"family:{FAMILIES.get(encounter.format, '')}",
        f"family other:{all(FAMILIES.get(m.format) != FAMILIES.get(encounter.format) for m in meeting)}",
    ]


def _relation(known: set[str], new: set[str]) -> str:
    if not new:
        return "unsaid"
    if not known:
        return "first"
    shared = known & new
    if not shared:
        return "apart"
    if shared in (new, known):
        return "inside" if len(shared) > 1 else "one inside"
    return "share two" if len(shared) > 1 else "share one"


def _fields(known: Sequence[tuple[str, object] | None], new: tuple[str, object] | None) -> str:
    values = {field[0] for field in known if field}
    if new is None or not values:
        return "unsaid"
    if new[0] in values:
        return "same"
    words = set(new[0].casefold().split())
    return "touch" if any(words & set(v.casefold().split()) for v in values) else "differ"


def _same_family(meeting: Sequence[Encounter], encounter: Encounter) -> bool:
    families = {FAMILIES.get(m.format, m.format) for m in meeting}
    family = FAMILIES.get(encounter.format, encounter.format)
    is_meant = encounter.definite and encounter.format in ("talks", "meeting")
    is_meant = is_meant and not (families == {"visit"} and encounter.status == "proposed")
    if family in families or is_meant:
        return "exchange" not in families or family == "exchange"
    if _is_one_call(meeting, encounter):
        return True
    return {family} | families == {"visit", "meeting"} and any(_travels_to(m, encounter) for m in meeting)


def _is_one_call(meeting: Sequence[Encounter], encounter: Encounter) -> bool:
    """True for a call, and "spoke with" which may mean one, of the same two people."""
    return any(
        _is_call_of(one, other) and len(one.people & other.people) > 1
        for m in meeting
        for one, other in ((m, encounter), (encounter, m))
    )


def _adds_nothing(meeting: Sequence[Encounter], encounter: Encounter) -> bool:
    """True for the same two people again, without another time, place or status than those told."""
    is_timed = encounter.when is not None and any(m.when for m in meeting)
    is_placed = encounter.place is not None and any(m.place for m in meeting)
    if is_timed or is_placed or encounter.apart or _statuses_differ(meeting, encounter):
        return False
    return any(len(m.people & encounter.people) > 1 for m in meeting)


def _goes_on(meeting: Sequence[Encounter], encounter: Encounter) -> bool:
    """True for what the next sentence says of the same sides, both as having happened, without a time or place."""
    last = meeting[-1]
    follows = encounter.sentence.first == last.sentence.last and not encounter.apart
    bare = encounter.when is None and encounter.place is None and encounter.format != "visit"
    done = {last.status, encounter.status} <= DONE
    return follows and bare and done and len(encounter.parties) > 1 and encounter.parties == last.parties


def _is_call_of(one: Encounter, other: Encounter) -> bool:
    return FAMILIES.get(one.format) == "call" and other.trigger.spoken


def _travels_to(a: Encounter, b: Encounter) -> bool:
    """True for a visit and a meeting of the same two sides in the same place, as far as both are said."""
    same_place = a.place is None or b.place is None or a.place[0] == b.place[0]
    return same_place and len(a.parties & b.parties) > 1 and bool(a.people & b.people or not (a.people and b.people))


def _rivals(a: Encounter, b: Encounter) -> bool:
    """True where two people of one side take part in the two mentions, and nobody in both."""
    if not a.people or not b.people or a.people & b.people:
        return False
    sides = {actor.party for actor in a.actors if actor.person and actor.party}
    return any(actor.person and actor.party in sides for actor in b.actors)


def _times_conflict(a: Encounter, b: Encounter) -> bool:
    if a.when is None or b.when is None:
        return False
    first, second = _bounds(a.when[0]), _bounds(b.when[0])
    return not (first[0] <= second[1] and second[0] <= first[1])


def _bounds(value: str) -> tuple[str, str]:
    """First and last day of an EDTF value as strings that sort; open ends sort before or after all."""
    first, last = days(value)
    return first, last or "~"


def _places_conflict(a: Encounter, b: Encounter) -> bool:
    """True for two towns, both likely."""
    one, other = _town(a), _town(b)
    return bool(one and other) and one != other


def _rounds_conflict(a: Encounter, b: Encounter) -> bool:
    """True for the second round and the third, and for the first and "the next"."""
    if a.round is not None and b.round is not None:
        return a.round[0] != b.round[0]
    return any(
        one.round is not None and one.round[0] == "1" and bool(other.apart & LATER) for one, other in ((a, b), (b, a))
    )


def _are_beside(a: Encounter, b: Encounter) -> bool:
    """True for people who spoke, nobody says where, and talks in a town of which nothing says that they are theirs:
    "spoke with Y about the talks going on in Torvik".
    """
    return any(
        one.trigger.spoken
        and len(one.people) > 1
        and one.place is None
        and bool(_town(other))
        and not (other.trigger.spoken or other.definite or other.people or other.parties)
        for one, other in ((a, b), (b, a))
    )


def _town(encounter: Encounter) -> str:
    """The town where a mention is likely to put the contact, or ""."""
    best = max(encounter.places, default=(0.0, ("", None)), key=lambda p: p[0])
    return best[1][0].casefold() if best[0] >= CERTAIN and is_town(best[1][0]) else ""


def _told_apart(a: Encounter, b: Encounter) -> bool:
    """True for two of one sentence that each bring in a side of their own: "received by X, left to meet Y", or somebody
    of their own: "will meet X and hold talks with Y"; for a journey before or after a contact, what is told of at one,
    and two contacts told with one word.
    """
    if a.trigger == b.trigger:
        return True
    if a.sentence != b.sentence:
        return False
    if a.words.beside or b.words.beside or _arranges(a, b) or _arranges(b, a):
        return True
    if a.words.reported != b.words.reported or _meet_others(a, b) or _is_to_come_of(a, b) or _is_to_come_of(b, a):
        return True
    if not (a.trigger.verbal and b.trigger.verbal):
        return False
    if {a.status in UNDONE, b.status in UNDONE} == {a.status in DONE, b.status in DONE} == {True, False}:
        return True
    one, other = ({actor.named for actor in e.ruled.sides} for e in (a, b))
    return bool((a.parties - b.parties and b.parties - a.parties) or (one - other and other - one))


def _arranges(one: Encounter, other: Encounter) -> bool:
    """True for a journey of those who propose a contact of others: "flew in, in an effort to arrange a meeting"."""
    makers, between = {a.name for a in one.ruled.sides}, {a.name for a in other.ruled.mediators}
    return other.status == "proposed" and one.format in TRAVEL and bool(makers) and makers <= between


def _is_to_come_of(one: Encounter, other: Encounter) -> bool:
    """True for "met to prepare a dialogue": what is to come of a contact is another."""
    return one.status in DONE and other.status in PLANNED and other.words.indefinite


def _meet_others(a: Encounter, b: Encounter) -> bool:
    """True where somebody meets one person in the one and another in the other."""
    one, other = ({actor.name for actor in e.ruled.sides if actor.person} for e in (a, b))
    return bool(one & other and one - other and other - one)


def _meet_anew(a: Encounter, b: Encounter) -> bool:
    """True where somebody who has met one person meets another: "met A on Monday. He also held a meeting with B"."""
    return (b.words.indefinite or b.trigger.verbal) and a.words.partnered and b.words.partnered and _meet_others(a, b)


def _of_others(a: Encounter, b: Encounter) -> bool:
    """True for two contacts that each are said to be of two sides, none of which is in both."""
    if any(e.definite and not (e.words.partnered or e.trigger.verbal) for e in (a, b)):
        return False  # "the meeting was also attended by"
    one, other = a.ruled.parties, b.ruled.parties
    return len(one) > 1 and len(other) > 1 and not one & other


def _statuses_differ(meeting: Sequence[Encounter], encounter: Encounter) -> bool:
    told = {m.status for m in meeting if m.status}
    both = (told & UNDONE and encounter.status in DONE) or (told & DONE and encounter.status in UNDONE)
    return bool(both) and encounter.status not in told


def _told_same(meeting: Sequence[Encounter], encounter: Encounter) -> bool:
    return any(m.status == encounter.status for m in meeting if m.status)
