"""What deciding on one meeting as a whole needs to know of the report's other meetings, and of its own mentions."""

from collections import Counter
from collections.abc import Sequence

from communique.claims.meetings.actors import Actor, is_state
from communique.claims.meetings.encounter import Encounter
from communique.claims.meetings.folding import Meeting
from communique.claims.meetings.ranking import Scene

PRINCIPALS = 3
"""So many of the sides that meet most often in a report are considered for each meeting."""


class Table:
    """What deciding on one meeting needs to know of the report's other meetings."""

    def __init__(self, scene: Scene, meetings: Sequence[Meeting]) -> None:
        self.page = scene.page
        self.meetings = meetings
        self.scene = scene
        self.between = scene.between
        self.armed = any(not is_state(p) and scene.weight(p) in ("1", "2", "3") for p in scene.sides())
        self.meets: Counter[str] = Counter()
        self.first: dict[str, Actor] = {}
        for encounter in (e for m in meetings for e in m if not e.inherited):
            for actor in encounter.actors:
                if actor.party:
                    self.first.setdefault(actor.party, actor.side)
            self.meets.update(dict.fromkeys(encounter.parties, 1 + encounter.company.partnered))
        self.mediates = Counter(a.party or a.name for m in meetings for e in m for a in e.company.mediators)

    def principals(self) -> list[str]:
        """The sides that meet most often, the most frequent first; who mediates is one only where no two others are."""
        apart = {p: n for p, n in self.meets.items() if p not in self.between}
        met = apart if len(apart) > 1 else self.meets
        return [p for p, _ in sorted(met.items(), key=lambda c: (-c[1], c[0]))[:PRINCIPALS]]

    def rank(self, party: str) -> str:
        """How a side stands among those that meet most often: 1, 2, 3, "later" or "never"."""
        order = self.principals()
        return str(order.index(party) + 1) if party in order else "later" if self.meets[party] else "never"


def lead(meeting: Meeting) -> Encounter:
    """The mention that says most, of those at least half as likely to tell of the meeting as the likeliest."""
    if len(meeting) == 1:
        return meeting[0]
    least = max(e.telling for e in meeting) / 2
    return min(meeting, key=lambda e: (e.sentence.role == "title", e.telling < least, e.anaphoric, -told(e), e.trigger))


def likeliest(meeting: Meeting) -> Encounter:
    """The mention that most likely tells of the meeting."""
    return min(meeting, key=lambda e: (e.sentence.role == "title", -e.telling, e.trigger))


def told(encounter: Encounter) -> int:
    """How much a mention says."""
    told = encounter.company
    fields = bool(encounter.when) + bool(encounter.place) + bool(encounter.status) + bool(encounter.topic)
    return min(3, len(told.sides)) + fields + told.partnered


def sides(meeting: Meeting) -> set[str]:
    """The sides that the mentions of a meeting name."""
    return {p for e in meeting for p in e.parties}


def named(meeting: Meeting) -> set[str]:
    """The sides named beside the mentions of a meeting, whether they take part or not."""
    return {s.actor.party for e in meeting for s in e.seats} | placed(meeting)


def placed(meeting: Meeting) -> set[str]:
    """The sides that the syntax of any mention places in a meeting."""
    return {party for e in meeting for party in e.ruled.parties}


def people(meeting: Meeting) -> set[str]:
    """The people that the mentions of a meeting name."""
    return {n for e in meeting for n in e.people}


def tenth(likelihood: float) -> str:
    """A likelihood to the tenth below it: 0 to 9."""
    return str(min(9, int(likelihood * 10)))


def place_among(value: float, others: Sequence[float]) -> str:
    """How many of the others are greater, three at most."""
    return str(min(3, sum(other > value for other in others)))
