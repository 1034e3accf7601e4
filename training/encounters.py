"""Makes the scorers of meetings from annotated reports: who takes part, where, when, and which deserve an entry.

python -m training.encounters GOLD_DIR [GOLD_DIR ...] [--folds 5]

Each GOLD_DIR holds `<id>.json` beside `<id>.txt` as the annotation guide says. A trigger inside the evidence of an
annotated meeting labels the names, places and times of its sentence. What mentions tell and which are one meeting is
learnt over mentions, who took part, when, where and which meetings deserve an entry over meetings, all made with models
that have not seen the report's story.
Needs scikit-learn.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from communique.claims.meetings import found
from communique.claims.meetings.actors import Actor
from communique.claims.meetings.circumstances import when
from communique.claims.meetings.company import company
from communique.claims.meetings.completion import complete
from communique.claims.meetings.encounter import Encounter
from communique.claims.meetings.encounters import encounters
from communique.claims.meetings.folding import Meeting, fold, in_order, kinship
from communique.claims.meetings.mentioned import places, times
from communique.claims.meetings.places import place
from communique.claims.meetings.ranking import Guest, Models, Scene, guests
from communique.claims.meetings.record import passages, record
from communique.claims.meetings.seats import candidates
from communique.claims.meetings.settings import choices
from communique.claims.meetings.status import status
from communique.claims.meetings.table import Table
from communique.claims.meetings.telling import mention_features, weighed
from communique.claims.meetings.triggers import Trigger, triggers
from communique.claims.meetings.worth import features
from communique.claims.parties import Survey
from communique.claims.scoring import NONE, LinearModel
from communique.export.guide import guide
from communique.model.page import Page
from training.gold import story
from training.matching import Entry, names_f1, pairs, same_name, word_f1
from training.rankers import Example, fitted, weighted, write
from training.thresholds import steady

ALL = LinearModel((NONE, "entry"), (0.0, 9.0), {})
STRENGTHS = {
    "actors": 0.15,
    "places": 0.1,
    "times": 0.1,
    "worth": 0.05,
    "parties": 0.1,
    "roles": 0.2,
    "folding": 0.25,
    "seats": 0.03,
    "when": 0.1,
    "where": 0.05,
    "mentions": 0.05,
}
THRESHOLDS = {"actors": 0.5, "places": 0.4, "times": 0.4, "folding": 0.25, "when": 0.35, "where": 0.35}

SEATED = 0.4
"""Sides are surveyed over the meetings of this worth."""


# ------------------------------------------------------------------ examples


def aligned(page: Page, gold: Sequence[Entry]) -> Iterator[tuple[Trigger, list[Entry]]]:
    """Triggers with the annotated meetings whose evidence they stand in."""
    for trigger in triggers(page):
        at = page.tokens[trigger.token].start
        found = [g for g in gold if any(_covers(page, passage, at) for passage in g["evidence"])]
        if found:
            yield trigger, found


def _covers(page: Page, passage: str, at: int) -> bool:
    start = page.report.text.find(passage)
    return start >= 0 and start <= at < start + len(passage)


def actor_examples(page: Page, gold: Sequence[Entry]) -> list[Example]:
    """Names in the sentence of a trigger, labelled side, mediator or none."""
    scene = Scene(page)
    return [
        Example(guest.features, _role(guest, found), {}, guest)
        for trigger, found in aligned(page, gold)
        for guest in guests(scene, trigger, company(page, trigger))
    ]


def _role(guest: Guest, found: Sequence[Entry]) -> str:
    name = guest.actor.name
    for entry in found:
        if any(same_name(name, other) for other in entry.get("mediators", [])):
            return "mediator"
        listed = entry.get("participants" if guest.actor.person else "parties", [])
        if any(same_name(name, other) for other in [*listed, *(entry["parties"] if guest.actor.person else [])]):
            return "side"
    return NONE


def place_examples(page: Page, gold: Sequence[Entry]) -> list[Example]:
    """Places in the sentence of a trigger, labelled by the annotated place."""
    return [
        Example(s.features, "place" if any(word_f1(s.field[0], e.get("place")) >= 0.5 for e in found) else NONE, {}, s)
        for trigger, found in aligned(page, gold)
        for s in places(page, trigger, place(page, trigger))
    ]


def time_examples(page: Page, gold: Sequence[Entry]) -> list[Example]:
    """Times in the sentence of a trigger, labelled by the annotated time."""
    return [
        Example(s.features, "when" if any(_same_time(s.field[0], e.get("when") or "") for e in found) else NONE, {}, s)
        for trigger, found in aligned(page, gold)
        for s in times(page, trigger, when(page, trigger), status(page, trigger))
    ]


def _same_time(one: str, other: str) -> bool:
    return one.rstrip("~?%")[:21] == other.rstrip("~?%")[:21]


def folding_examples(page: Page, gold: Sequence[Entry], mentions: Sequence[Encounter]) -> list[Example]:
    """Pairs of a meeting told so far and a mention, labelled same or none, for mentions in annotated evidence."""
    found: list[Example] = []
    told: dict[int, list[Encounter]] = {}
    triggers_of = dict(aligned(page, gold))
    for encounter in in_order(mentions):
        entries = triggers_of.get(encounter.trigger, [])
        if not entries:
            continue
        own = gold.index(_nearest(encounter, entries))
        for number, meeting in told.items():
            label = "same" if number == own else NONE
            found.append(Example(tuple(kinship(meeting, encounter)), label, {}, encounter))
        told.setdefault(own, []).append(encounter)
    return found


def mention_examples(page: Page, gold: Sequence[Entry], mentions: Sequence[Encounter]) -> list[Example]:
    """All mentions, labelled by whether they stand in annotated evidence."""
    annotated = {trigger for trigger, _ in aligned(page, gold)}
    return [
        Example(tuple(mention_features(page, mentions, n)), "entry" if e.trigger in annotated else NONE, {}, e)
        for n, e in enumerate(mentions)
    ]


def _nearest(encounter: Encounter, entries: Sequence[Entry]) -> Entry:
    return max(entries, key=lambda e: names_f1(e["parties"], sorted(encounter.parties)))


def told_meetings(page: Page, models: Models) -> tuple[Table, list[Meeting]]:
    """The meetings of a report, folded, before it is decided which deserve an entry."""
    scene = Scene(page)
    folded = complete(page, fold(weighed(page, encounters(scene, models), models.mentions), models.folding))
    return Table(scene, folded), folded


def whole_examples(page: Page, gold: Sequence[Entry], models: Models) -> dict[str, list[Example]]:
    """Who, when and where for every folded meeting that stands in annotated evidence, labelled by that meeting."""
    table, folded = told_meetings(page, models)
    rough = [_rough(page, m) for m in folded]
    found: dict[str, list[Example]] = {"seats": [], "when": [], "where": []}
    for i, j in pairs(gold, rough, like_rough, page.report.text):
        entry, meeting = gold[i], folded[j]
        for c in candidates(table, meeting):
            found["seats"].append(Example(c.features, _seat(c.actor, entry), {}, c))
        for c in choices(table, meeting, "when"):
            right = _same_time(c.field[0], entry.get("when") or "")
            found["when"].append(Example(c.features, "when" if right else NONE, {}, c))
        for c in choices(table, meeting, "where"):
            right = word_f1(c.field[0], entry.get("place")) >= 0.5
            found["where"].append(Example(c.features, "place" if right else NONE, {}, c))
    return {about: weighted(page, examples) for about, examples in found.items()}


def _rough(page: Page, meeting: Meeting) -> Entry:
    return {
        "evidence": [page.text(p) for p in passages(meeting)],
        "parties": sorted({p for e in meeting for p in e.parties}),
        "when": next((e.when[0] for e in meeting if e.when), ""),
    }


def like_rough(gold: Entry, found: Entry, text: str) -> float:
    """Told at the same place; the more sides and the same time, the more alike."""
    told = shared(gold["evidence"], found["evidence"], text)
    same = _same_time(gold.get("when") or "", found.get("when") or "")
    return told + names_f1(gold["parties"], found["parties"]) + 0.5 * same if told >= 0.5 else 0.0


def _seat(actor: Actor, entry: Entry) -> str:
    listed = entry.get("participants" if actor.person else "parties", [])
    if any(same_name(actor.name, other) for other in listed):
        return "side"
    return "mediator" if any(same_name(actor.name, other) for other in entry.get("mediators", [])) else NONE


def worth_examples(page: Page, gold: Sequence[Entry], models: Models) -> list[Example]:
    """Folded meetings, labelled by whether they match an annotated one."""
    table, folded = told_meetings(page, models)
    made = [record(table, m, models, 1.0) for m in folded]
    entries = guide(page.report, made)["meetings"]
    taken = {entries[j]["id"] for _, j in pairs(gold, entries, like_meeting, page.report.text)}
    labels = ("entry" if claim.id in taken else NONE for claim in made)
    return weighted(
        page, [Example(tuple(features(page, m)), label, {}, m) for m, label in zip(folded, labels, strict=True)]
    )


def party_examples(page: Page, gold: Sequence[Entry], models: Models) -> list[Example]:
    """Sides that a report mentions, labelled with the role of the annotated party of that name."""
    survey = Survey(page, found(page, models))
    taken = {j: gold[i]["role"] for i, j in pairs(gold, [{"name": s.name} for s in survey.sides], like_party, "")}
    examples = [
        Example(tuple(survey.features(side)), taken.get(n, NONE), {}, side) for n, side in enumerate(survey.sides)
    ]
    return weighted(page, examples)


def like_party(gold: Entry, found: Entry, text: str) -> float:
    """The same name; exactly the same is better."""
    return (1.0 + (gold["name"] == found["name"])) * same_name(gold["name"], found["name"])


# ------------------------------------------------------------------ likeness of meetings


def like_meeting(gold: Entry, found: Entry, text: str) -> float:
    """Told at the same place by the same parties, at the same time and place; the project's measure of a match."""
    sides = names_f1(gold.get("parties") or [], found.get("parties") or [])
    told = shared(gold["evidence"], found["evidence"], text) >= 0.5
    when_ = 1.0 if _same_time(gold.get("when") or "", found.get("when") or "") else 0.0
    score = 0.4 * told + 0.25 * sides + 0.2 * when_ + 0.15 * word_f1(gold.get("place"), found.get("place"))
    return score if score >= 0.5 and sides > 0 else 0.0


def shared(one: Sequence[str], other: Sequence[str], text: str) -> float:
    """How much of the shorter evidence two entries share."""
    a, b = _spans(one, text), _spans(other, text)
    common = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)
    shortest = min(sum(e - s for s, e in a), sum(e - s for s, e in b)) if a and b else 0
    return common / shortest if shortest else 0.0


def _spans(passages: Sequence[str], text: str) -> list[tuple[int, int]]:
    return [(at, at + len(p)) for p in passages if (at := text.find(p)) >= 0]


# ------------------------------------------------------------------ fitting


@dataclass(frozen=True, slots=True)
class Prepared:
    """An annotated report with the examples that need no model."""

    page: Page
    gold: dict[str, Any]
    actors: tuple[Example, ...]
    places: tuple[Example, ...]
    times: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Scorers:
    """All models of meetings and parties."""

    meetings: Models
    parties: LinearModel
    roles: LinearModel


@dataclass(frozen=True, slots=True)
class Examples:
    """What a report teaches about worth, parties and roles, its meetings made by models that have not seen it."""

    worth: list[Example]
    parties: list[Example]


def prepared(page: Page, gold: dict[str, Any]) -> Prepared:
    """A report with its examples of who, where and when."""
    met = gold["meetings"]
    examples = (make(page, met) for make in (actor_examples, place_examples, time_examples))
    return Prepared(page, gold, *(tuple(weighted(page, e)) for e in examples))


def arguments(read: Sequence[Prepared]) -> Models:
    """Models of who, where and when for single mentions; all others let everything pass."""
    return Models(
        _limited("actors", [e for r in read for e in r.actors]),
        _limited("places", [e for r in read for e in r.places]),
        _limited("times", [e for r in read for e in r.times]),
        *[ALL] * 6,
    )


def of_mentions(models: Models, told: Sequence[tuple[Prepared, Sequence[Encounter]]]) -> Models:
    """The same with models of which mentions are one meeting, and of what a mention tells.

    `told` has mentions made by models that have not seen their story, as at run time.
    """
    kin, worthy = (
        [e for r, mentions in told for e in weighted(r.page, make(r.page, r.gold["meetings"], mentions))]
        for make in (folding_examples, mention_examples)
    )
    return replace(
        models,
        folding=_limited("folding", kin),
        mentions=fitted(worthy, STRENGTHS["mentions"]),
    )


def _limited(name: str, examples: Sequence[Example]) -> LinearModel:
    return replace(fitted(examples, STRENGTHS[name]), threshold=THRESHOLDS[name])


def folds_of(read: Sequence[Prepared], folds: int) -> list[list[int]]:
    """Numbers of the reports of each fold, the reports of one story in the same: the biggest stories spread first."""
    stories: dict[str, list[int]] = {}
    for number, one in enumerate(read):
        stories.setdefault(story(one.page.report.name), []).append(number)
    found: list[list[int]] = [[] for _ in range(folds)]
    for _, numbers in sorted(stories.items(), key=lambda s: (-len(s[1]), s[0])):
        min(found, key=len).extend(numbers)
    return [sorted(numbers) for numbers in found]


def apart(read: Sequence[Prepared], folds: Sequence[Sequence[int]]) -> tuple[list[Examples], Models]:
    """For each report its meetings and sides as examples, made with models of the other folds; models of wholes."""
    singles = [arguments([r for n, r in enumerate(read) if n not in held]) for held in folds]
    told = {
        n: (read[n], list(encounters(Scene(read[n].page), models)))
        for held, models in zip(folds, singles, strict=True)
        for n in held
    }
    made: dict[int, Models] = {}
    wholes: dict[int, dict[str, list[Example]]] = {}
    for held, single in zip(folds, singles, strict=True):
        models = of_mentions(single, [t for n, t in told.items() if n not in held])
        for number in held:
            made[number] = models
            wholes[number] = whole_examples(read[number].page, read[number].gold["meetings"], models)
    worth_: dict[int, list[Example]] = {}
    for held in folds:
        for number in held:
            made[number] = _with_wholes(made[number], [w for n, w in wholes.items() if n not in held])
            worth_[number] = worth_examples(read[number].page, read[number].gold["meetings"], made[number])
    sides: dict[int, list[Example]] = {}
    for held in folds:
        judge = fitted([e for n, es in worth_.items() if n not in held for e in es], STRENGTHS["worth"])
        for number in held:
            models = replace(made[number], worth=replace(judge, threshold=SEATED))
            sides[number] = party_examples(read[number].page, read[number].gold["parties"], models)
    whole = _with_wholes(of_mentions(arguments(read), list(told.values())), list(wholes.values()))
    return [Examples(worth_[n], sides[n]) for n in range(len(read))], whole


def _with_wholes(models: Models, found: Sequence[dict[str, list[Example]]]) -> Models:
    fit = {name: fitted([e for f in found for e in f[name]], STRENGTHS[name]) for name in ("seats", "when", "where")}
    return replace(
        models,
        seats=fit["seats"],
        when=replace(fit["when"], threshold=THRESHOLDS["when"]),
        where=replace(fit["where"], threshold=THRESHOLDS["where"]),
    )


def scorers(read: Sequence[Prepared], judges: frozenset[str], folds: int) -> tuple[Scorers, list[str]]:
    """All models over reports, and lines that say what cross-validation measured.

    All reports teach; those named in `judges` are measured on and set the thresholds.
    """
    judged = {n: r.gold for n, r in enumerate(read) if r.page.report.name in judges}
    parts = folds_of(read, folds)
    examples, models = apart(read, parts)
    worthy, sides = [e.worth for e in examples], [e.parties for e in examples]
    at, line = best_threshold("worth", {n: len(gold["meetings"]) for n, gold in judged.items()}, worthy, parts)
    lines = [f"meetings: {line}"]
    judge = replace(fitted([e for es in worthy for e in es], STRENGTHS["worth"]), threshold=at)
    named = detection(sides)
    at, line = best_threshold("parties", {n: len(gold["parties"]) for n, gold in judged.items()}, named, parts)
    lines += [f"parties: {line}", f"roles: {roles_right(sides, parts):.3f} right"]
    chosen = replace(fitted([e for es in named for e in es], STRENGTHS["parties"]), threshold=at)
    roles = fitted([e for es in sides for e in es if e.label != NONE], STRENGTHS["roles"])
    return Scorers(replace(models, worth=judge), chosen, replace(roles, threshold=0.0)), lines


def best_threshold(
    kind: str, entries: Mapping[int, int], examples: Sequence[Sequence[Example]], folds: Sequence[Sequence[int]]
) -> tuple[float, str]:
    """The steady threshold under cross-validation, and a line that says what it measured.

    `entries` gives how many are annotated in each report that is measured on, by its number.
    """
    scored, wanted = [], sum(entries.values())
    for held in folds:
        model = fitted([e for n, es in enumerate(examples) if n not in held for e in es], STRENGTHS[kind])
        scored += [(*model.best(e.features), e.label) for n in held if n in entries for e in examples[n]]
    steps = {t / 40: _f1(scored, t / 40, wanted) for t in range(5, 35)}
    best = steady(steps)
    hits, kept, agree = _counts(scored, best)
    line = f"P {hits / kept:.3f} R {hits / wanted:.3f} F1 {steps[best]:.3f} at {best} of {len(scored)}"
    return best, f"{line}, label right {agree / max(1, hits):.3f}"


def _counts(scored: Sequence[tuple[str, float, str | None]], threshold: float) -> tuple[int, int, int]:
    kept = [(label, right) for label, score, right in scored if score >= threshold]
    hits = [label == right for label, right in kept if right != NONE]
    return len(hits), max(1, len(kept)), sum(hits)


def _f1(scored: Sequence[tuple[str, float, str | None]], threshold: float, wanted: int) -> float:
    hits, kept, _ = _counts(scored, threshold)
    return 2 * hits / (kept + wanted)


def detection(examples: Sequence[Sequence[Example]]) -> list[list[Example]]:
    """The same examples, labelled party or none."""
    return [[replace(e, label=e.label if e.label == NONE else "party") for e in es] for es in examples]


def roles_right(examples: Sequence[Sequence[Example]], folds: Sequence[Sequence[int]]) -> float:
    """The share of parties whose role a model that has not seen their report gets right."""
    right = wanted = 0
    for part in folds:
        seen = [e for n, es in enumerate(examples) if n not in part for e in es if e.label != NONE]
        model = fitted(seen, STRENGTHS["roles"])
        held = [e for n in part for e in examples[n] if e.label != NONE]
        right, wanted = right + sum(model.best(e.features)[0] == e.label for e in held), wanted + len(held)
    return right / max(1, wanted)


# ------------------------------------------------------------------ the command


def keep(made: Scorers) -> None:
    """Write all models into the package."""
    models = made.meetings
    for name, model in (
        ("meeting_actors", models.actors),
        ("meeting_places", models.places),
        ("meeting_times", models.times),
        ("meeting_folding", models.folding),
        ("meetings", models.worth),
        ("meeting_seats", models.seats),
        ("meeting_when", models.when),
        ("meeting_where", models.where),
        ("meeting_mentions", models.mentions),
        ("parties", made.parties),
        ("party_roles", made.roles),
    ):
        write(name, model, model.threshold)


def main() -> None:
    """Read the command line, annotate the reports, train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    from training.gold import annotated, names_in

    read = [prepared(*one) for one in annotated(*options.gold)]
    made, lines = scorers(read, names_in(options.gold[0]), options.folds)
    keep(made)
    print(*lines, sep="\n")


if __name__ == "__main__":
    main()
