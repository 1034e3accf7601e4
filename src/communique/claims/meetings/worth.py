"""Which meetings deserve an entry: contacts of two sides, not routine background or contacts within one side."""

from communique.claims.meetings.completion import is_inherited
from communique.claims.meetings.contacts import way
from communique.claims.meetings.folding import Meeting
from communique.claims.meetings.record import form, outcome
from communique.claims.meetings.table import tenth
from communique.model.page import Page


def features(page: Page, meeting: Meeting) -> list[str]:
    """What the decision rests on."""
    kind = form(meeting)
    parties = {a.party or a.name for e in meeting for a in e.actors}
    people = {a.name for e in meeting for a in e.actors if a.person}
    best = max(meeting, key=lambda e: (len(e.parties), len(e.actors)))
    lemma = page.tokens[best.trigger.token].lemma.casefold()
    told_by = way(page, best.trigger)
    verbal = "verb" if best.trigger.verbal else "noun"
    tells = max(e.telling for e in meeting)
    together = max(len(e.parties) for e in meeting)
    return [
        f"parties:{min(3, len(parties))}",
        f"together:{min(3, together)}",
        f"{verbal}:together:{min(2, together)}",
        f"people:{min(2, len(people))}",
        f"mentions:{min(4, len(meeting))}",
        f"lemma:{lemma}",
        f"way:{told_by}",
        f"way:{told_by}:together:{min(2, together)}",
        f"format:{kind}",
        f"format:{kind}:together:{min(2, together)}",
        verbal,
        f"status:{outcome(meeting)}",
        f"status said:{any(e.status for e in meeting)}",
        f"when:{any(e.when for e in meeting)}",
        f"place:{any(e.place for e in meeting)}",
        f"where and when:{any(e.place or e.when for e in meeting)}:{min(2, together)}",
        f"mediators:{any(e.company.mediators for e in meeting)}",
        f"title:{any(e.sentence.role == 'title' for e in meeting)}",
        f"depth:{_depth(page, meeting)}",
        f"telling:{tenth(tells)}",
        f"telling:over:{int(tells * 20)}",
        *(f"telling over {n}" for n in range(1, 10) if tells * 10 >= n),
        f"telling all:{tenth(sum(e.telling for e in meeting) / len(meeting))}",
        f"inherited:{is_inherited(meeting)}",
        f"inherited:{is_inherited(meeting)}:{verbal}",
        f"anaphoric:{all(e.anaphoric for e in meeting)}",
        f"anaphoric:{all(e.anaphoric for e in meeting)}:{len(meeting) == 1}",
        f"pair:{any(e.pair for e in meeting)}",
        f"definite:{all(e.definite for e in meeting)}",
        f"topic:{any(e.topic for e in meeting)}",
        f"bare:{not any(e.definite for e in meeting) and len(meeting) == 1}",
    ]


def _depth(page: Page, meeting: Meeting) -> str:
    """Where in the report the meeting is first told: its share of the text before."""
    share = meeting[0].sentence.start / max(1, len(page.report.text))
    return next((name for edge, name in ((0.1, "lead"), (0.35, "early"), (0.7, "middle")) if share < edge), "late")
