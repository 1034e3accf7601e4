"""From the mentions of a meeting to its entry: the fields that they agree on, and the words that support them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from communique.claims.meetings import plover
from communique.claims.meetings.actors import Actor
from communique.claims.meetings.encounters import Encounter
from communique.claims.meetings.folding import Meeting
from communique.claims.meetings.judging import status
from communique.claims.meetings.ranking import Models
from communique.model.claim import Claim, Field, claim
from communique.model.page import Page
from communique.model.span import Span

SPECIFIC = ("summit", "ceremony", "video", "call", "conference", "shuttle", "exchange", "visit")
FATES = ("cancelled", "postponed", "refused")
MOST_EVIDENCE = 3


def record(page: Page, meeting: Meeting, models: Models, score: float) -> Claim:
    """The entry of one meeting, with its event and mode in PLOVER's terms and the number of its round where said."""
    mediators = _distinct(a for e in meeting for a in e.company.mediators)
    sides = without(_distinct(a for e in meeting for a in e.actors), mediators)
    seats, where = parties(sides), _chosen(e.place for e in ranked(meeting))
    told, kind, first = status(page, meeting, models.statuses), form(meeting), meeting[0].evidence
    evidence = passages(meeting)
    fields: dict[str, Field | Sequence[Field] | None] = {
        "format": (kind, first),
        "parties": seats,
        "participants": [(a.name, a.span) for a in sides if a.person],
        "mediators": [(a.name, a.span) for a in mediators],
        "place": where,
        "when": _chosen(e.when for e in ranked(meeting)),
        "status": (told, evidence[0]),
        "topic": _chosen(e.topic for e in ranked(meeting)),
        "round": _chosen(e.round for e in ranked(meeting)),
        "plover_event": (plover.event(told), first),
        "plover_mode": (plover.mode(told, kind, [s[0] for s in seats], where[0] if where else ""), first),
    }
    return claim(page.report, "meetings", fields, evidence=evidence, made_by=_made_by(meeting), score=score)


def without(sides: list[Actor], mediators: list[Actor]) -> list[Actor]:
    """The sides that are not also mediators, where two at least are left."""
    named = {a.named for a in mediators} | {(a.party, False) for a in mediators}
    left = [a for a in sides if a.named not in named]
    return left if len({a.party for a in left if a.party}) > 1 else sides


def ranked(meeting: Meeting) -> list[Encounter]:
    """The mentions that say most first."""
    return sorted(meeting, key=lambda e: (e.sentence.role == "title", -_told(e), e.trigger))


def _told(encounter: Encounter) -> int:
    fields = (encounter.when, encounter.place, encounter.status, encounter.topic)
    return min(3, len(encounter.actors)) + sum(map(bool, fields)) + encounter.company.partnered


def parties(sides: Sequence[Actor]) -> list[Field]:
    """The sides, each once, with the words that first name it or one of its people."""
    found: dict[str, Span] = {}
    for actor in sides:
        if actor.party:
            found.setdefault(actor.party, actor.span)
    return list(found.items())


def form(meeting: Meeting) -> str:
    """The most telling format: a word for a special one, else the most frequent."""
    counted = Counter(e.format for e in meeting)
    special = [f for f in SPECIFIC if f in counted]
    return special[0] if special else counted.most_common(1)[0][0]


def outcome(meeting: Meeting) -> str:
    """The status by the rules: what became of it if any mention says so, else what most say."""
    told = Counter(e.status for e in meeting if e.status)
    fate = next((f for f in FATES if told[f]), "")
    return fate or (told.most_common(1)[0][0] if told else "held")


def passages(meeting: Meeting) -> list[Span]:
    """The sentences that support the entry, those that say most first chosen, in text order."""
    best = list(dict.fromkeys(e.evidence for e in ranked(meeting)))[:MOST_EVIDENCE]
    return sorted(best)


def _chosen(fields: Iterable[Field | None]) -> Field | None:
    """The first field said, unless another value is said more often."""
    said = [f for f in fields if f]
    if not said:
        return None
    counted = Counter(f[0] for f in said)
    most = counted.most_common(1)[0]
    return next(f for f in said if f[0] == most[0]) if most[1] > 1 else said[0]


def _distinct(actors: Iterable[Actor]) -> list[Actor]:
    kept: dict[tuple[str, bool], Actor] = {}
    for actor in actors:
        kept.setdefault(actor.named, actor)
    return list(kept.values())


def _made_by(meeting: Meeting) -> str:
    lead = ranked(meeting)[0]
    return f"meetings.{'verb' if lead.trigger.verbal else 'noun'}"
