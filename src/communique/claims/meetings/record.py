"""From the mentions of a meeting to its entry: the fields that they agree on, and the words that support them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from communique.claims.meetings import plover
from communique.claims.meetings.encounter import Encounter
from communique.claims.meetings.folding import FAMILIES, Meeting
from communique.claims.meetings.judging import since, status, until_today
from communique.claims.meetings.ranking import Models
from communique.claims.meetings.seating import company
from communique.claims.meetings.settings import agreed, chosen
from communique.claims.meetings.table import Table, lead, likeliest, told
from communique.model.claim import Claim, Field, claim
from communique.model.span import Span

FATES = ("cancelled", "postponed", "refused")
MOST_EVIDENCE = 6


def record(table: Table, meeting: Meeting, models: Models, score: float) -> Claim:
    """The entry of one meeting, with its event and mode in PLOVER's terms and the number of its round where said."""
    page = table.page
    sides, people, mediators = company(table, meeting, models.seats)
    where = chosen(table, meeting, "where", models.where)
    when, kind, best = chosen(table, meeting, "when", models.when), form(meeting), lead(meeting).evidence
    fate, when = agreed(table, meeting, status(page, meeting), when, models.when)
    fate = until_today(page, meeting, fate, when)
    when = since(page, meeting, fate, when)
    evidence = passages(meeting)
    fields: dict[str, Field | Sequence[Field] | None] = {
        "format": (kind, best),
        "parties": [(a.name, a.span) for a in sides],
        "participants": [(a.name, a.span) for a in people],
        "mediators": [(a.name, a.span) for a in mediators],
        "place": where,
        "when": when,
        "status": (fate, best),
        "topic": _chosen(e.topic for e in ranked(meeting)),
        "round": _chosen(e.round for e in ranked(meeting)),
        "plover_event": (plover.event(fate), best),
        "plover_mode": (plover.mode(fate, kind, [a.name for a in sides], where[0] if where else ""), best),
    }
    return claim(page.report, "meetings", fields, evidence=evidence, made_by=_made_by(meeting), score=score)


def ranked(meeting: Meeting) -> list[Encounter]:
    """The mentions that say most first."""
    return sorted(meeting, key=lambda e: (e.sentence.role == "title", -told(e), e.trigger))


def form(meeting: Meeting) -> str:
    """The format of the likeliest mention; words that may mean a call do where another mention says so."""
    best = likeliest(meeting)
    calls = [e.format for e in meeting if FAMILIES.get(e.format) == "call"]
    return calls[0] if calls and best.trigger.spoken else best.format


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


def _made_by(meeting: Meeting) -> str:
    first = ranked(meeting)[0]
    return f"meetings.{'verb' if first.trigger.verbal else 'noun'}"
