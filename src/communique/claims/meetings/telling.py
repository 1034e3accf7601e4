"""How likely a single mention tells of a contact that deserves an entry, by its clause and by what was told before.

A report mentions its talks again and again; a few of these mentions tell of them, the rest take them as known. Weights
are `weights/meeting_mentions.json`, made by `python -m training.encounters`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.claims.meetings.contacts import way
from communique.claims.meetings.encounter import Encounter
from communique.claims.meetings.judging import status_features
from communique.claims.meetings.sitters import sit_together
from communique.claims.meetings.syntax import link, preposition
from communique.claims.meetings.table import tenth
from communique.claims.scoring import LinearModel
from communique.model.page import Page

SURE = 0.5
"""A side, place or time this likely is the mention's."""

MARKS = frozenset({*'"“”«»„', "``", "''"})
"""Quotation marks; a word after an odd number of them in its sentence is quoted."""

EDGES = ((0.1, "lead"), (0.35, "early"), (0.7, "middle"))
"""Parts of a report by the share of the text before."""


def weighed(page: Page, told: Iterable[Encounter], model: LinearModel) -> list[Encounter]:
    """The mentions of a report in text order, each with how likely it tells of a contact that deserves an entry."""
    found = list(told)
    return [replace(e, telling=model.best(mention_features(page, found, number))[1]) for number, e in enumerate(found)]


def mention_features(page: Page, told: Sequence[Encounter], number: int) -> list[str]:
    """What speaks for the mention `told[number]`; `told` has all of the report, in text order."""
    encounter = told[number]
    trigger = encounter.trigger
    kind = "verb" if trigger.verbal else "noun"
    lemma = page.tokens[trigger.token].lemma.casefold()
    sides = _sides(encounter)
    people = {s.actor.name for s in encounter.seats if s.actor.person and s.side > SURE}
    count = min(3, len(sides))
    news = _news(told[:number], encounter, sides)
    told_by = way(page, trigger)
    settled = f"{_likely(encounter.times)}:{_likely(encounter.places)}"
    return [
        f"lemma:{lemma}",
        f"way:{told_by}",
        f"way:{told_by}:sides:{count}",
        f"way:{told_by}:settled:{settled}",
        f"together:{trigger.verbal and sit_together(page, trigger.token)}",
        f"{kind}:{encounter.format}",
        f"sides:{count}",
        f"{kind}:sides:{count}",
        f"people:{min(2, len(people))}",
        f"{kind}:people:{min(2, len(people))}",
        f"ruled:{min(3, len(encounter.ruled.sides))}",
        f"settled:{settled}",
        f"settled:{settled}:sides:{min(2, count)}",
        f"news:{news}",
        f"news:{news}:definite:{encounter.definite}",
        f"news:{news}:sides:{min(2, count)}:{kind}",
        f"definite:{encounter.definite}:{kind}",
        f"anaphoric:{encounter.anaphoric}",
        f"apart:{bool(encounter.apart)}",
        f"pair:{encounter.pair}",
        f"partnered:{encounter.words.partnered}:{kind}",
        f"topic:{encounter.topic is not None}",
        f"role:{encounter.sentence.role}",
        f"part:{_part(page, encounter)}",
        f"order:{min(4, number)}",
        f"quoted:{_is_quoted(page, encounter)}",
        f"above:{_above(page, encounter)}",
        f"shares:{sum(e.sentence == encounter.sentence for e in told) > 1}",
        *(f"told:{f}" for f in status_features(page, encounter)),
    ]


def _sides(encounter: Encounter) -> set[str]:
    return {s.actor.party or s.actor.name for s in encounter.seats if s.side > SURE}


def _likely(found: Sequence[tuple[float, object]]) -> str:
    return tenth(found[0][0])[0] if found and found[0][0] > SURE else "open" if found else "none"


def _news(before: Sequence[Encounter], encounter: Encounter, sides: set[str]) -> str:
    """What a mention adds to those before: sides that were not together, a time or place, or nothing."""
    same = [e for e in before if sides <= _sides(e)]
    if not same:
        return "first"
    known = {f[0] for e in same for f in (e.when, e.place) if f}
    own = {f[0] for f in (encounter.when, encounter.place) if f}
    return "setting" if own - known else "again" if own else "bare"


def _part(page: Page, encounter: Encounter) -> str:
    share = encounter.sentence.start / max(1, len(page.report.text))
    return next((name for edge, name in EDGES if share < edge), "late")


def _is_quoted(page: Page, encounter: Encounter) -> bool:
    """True inside quotation marks, as far as the sentence shows it."""
    before = page.tokens[encounter.sentence.first : encounter.trigger.token]
    return sum(t.text in MARKS for t in before) % 2 == 1


def _above(page: Page, encounter: Encounter) -> str:
    """The word that governs the trigger, with the relation."""
    trigger = encounter.trigger
    deprel = page.tokens[trigger.outer].deprel.partition(":")[0]
    above = None if trigger.verbal else link(page, trigger.outer)
    if above is None:
        return deprel
    return f"{above.relation}:{preposition(page, trigger.outer)}"
