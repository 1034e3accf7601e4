"""Makes the scorers of meetings from annotated reports: who takes part, where, when, and which deserve an entry.

python -m training.encounters GOLD_DIR [--folds 8]

GOLD_DIR holds `<id>.json` beside `<id>.txt` as the annotation guide says. A trigger inside the evidence of an annotated
meeting labels the names, places and times of its sentence. Which meetings deserve an entry is learnt over meetings that
were folded with models that have not seen the report. Needs scikit-learn.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from communique.claims.meetings.circumstances import place, when
from communique.claims.meetings.company import company
from communique.claims.meetings.completion import complete
from communique.claims.meetings.encounters import Encounter, encounters
from communique.claims.meetings.folding import fold, in_order, kinship
from communique.claims.meetings.judging import status_features
from communique.claims.meetings.ranking import Guest, Models, Scene, guests, places, times
from communique.claims.meetings.record import record
from communique.claims.meetings.status import status
from communique.claims.meetings.triggers import Trigger, triggers
from communique.claims.meetings.worth import features
from communique.claims.parties import Survey
from communique.claims.scoring import NONE, LinearModel
from communique.claims.verdicts import judged
from communique.export.guide import guide
from communique.model.page import Page
from training.matching import Entry, names_f1, pairs, same_name, word_f1
from training.rankers import Example, fitted, write

Read = Sequence[tuple[Page, dict[str, Any]]]
ALL = LinearModel((NONE, "entry"), (0.0, 9.0), {})
STRENGTHS = {
    "actors": 0.15,
    "places": 0.2,
    "times": 0.2,
    "worth": 0.1,
    "parties": 0.1,
    "roles": 0.2,
    "kin": 0.4,
    "told": 0.15,
}
THRESHOLDS = {"actors": 0.5, "places": 0.4, "times": 0.4, "folding": 0.4}


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


def folding_examples(page: Page, gold: Sequence[Entry], models: Models) -> list[Example]:
    """Pairs of a meeting told so far and a mention, labelled same or none, for mentions in annotated evidence."""
    found: list[Example] = []
    told: dict[int, list[Encounter]] = {}
    triggers_of = dict(aligned(page, gold))
    for encounter in in_order(encounters(page, models)):
        entries = triggers_of.get(encounter.trigger, [])
        if not entries:
            continue
        own = gold.index(_nearest(encounter, entries))
        for number, meeting in told.items():
            label = "same" if number == own else NONE
            found.append(Example(tuple(kinship(meeting, encounter)), label, {}, encounter))
        told.setdefault(own, []).append(encounter)
    return found


def status_examples(page: Page, gold: Sequence[Entry], models: Models) -> list[Example]:
    """Mentions in annotated evidence, labelled with the status of their meeting."""
    entries = dict(aligned(page, gold))
    return [
        Example(tuple(status_features(page, e)), str(_nearest(e, entries[e.trigger])["status"]), {}, e)
        for e in encounters(page, models)
        if e.trigger in entries
    ]


def _nearest(encounter: Encounter, entries: Sequence[Entry]) -> Entry:
    return max(entries, key=lambda e: names_f1(e["parties"], sorted(encounter.parties)))


def worth_examples(page: Page, gold: Sequence[Entry], models: Models) -> list[Example]:
    """Folded meetings, labelled by whether they match an annotated one."""
    folded = complete(page, fold(encounters(page, models), models.folding))
    entries = guide(page.report, [record(page, m, models, 1.0) for m in folded])["meetings"]
    claims = [record(page, m, models, 1.0).id for m in folded]
    taken = {entries[j]["id"] for _, j in pairs(gold, entries, like_meeting, page.report.text)}
    return [
        Example(tuple(features(page, m)), "entry" if claims[n] in taken else NONE, {}, m) for n, m in enumerate(folded)
    ]


def party_examples(page: Page, gold: Sequence[Entry], models: Models) -> list[Example]:
    """Sides that a report mentions, labelled with the role of the annotated party of that name."""
    folded = complete(page, fold(encounters(page, models), models.folding))
    described = ((meeting, features(page, meeting)) for meeting in folded)
    met = [record(page, v.candidate, models, v.score) for v in judged(models.worth, described) if v.is_entry]
    survey = Survey(page, met)
    taken = {j: gold[i]["role"] for i, j in pairs(gold, [{"name": s.name} for s in survey.sides], like_party, "")}
    return [Example(tuple(survey.features(side)), taken.get(n, NONE), {}, side) for n, side in enumerate(survey.sides)]


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


def arguments(read: Read) -> Models:
    """Models of who, where and when over reports."""
    made = {
        name: fitted([e for page, gold in read for e in make(page, gold["meetings"])], STRENGTHS[name])
        for name, make in (("actors", actor_examples), ("places", place_examples), ("times", time_examples))
    }
    models = with_thresholds(Models(made["actors"], made["places"], made["times"], ALL, ALL, ALL))
    kin = fitted([e for page, gold in read for e in folding_examples(page, gold["meetings"], models)], STRENGTHS["kin"])
    models = replace(models, folding=replace(kin, threshold=THRESHOLDS["folding"]))
    told = fitted(
        [e for page, gold in read for e in status_examples(page, gold["meetings"], models)], STRENGTHS["told"]
    )
    return replace(models, statuses=told)


def with_thresholds(models: Models) -> Models:
    """The models of arguments with the thresholds they are used at."""
    return replace(
        models,
        actors=replace(models.actors, threshold=THRESHOLDS["actors"]),
        places=replace(models.places, threshold=THRESHOLDS["places"]),
        times=replace(models.times, threshold=THRESHOLDS["times"]),
    )


def folded_apart(read: Read, folds: int) -> list[list[Example]]:
    """For each report its meetings, made with models of the other folds."""
    found: list[list[Example]] = [[] for _ in read]
    for fold_ in range(folds):
        models = arguments([r for n, r in enumerate(read) if n % folds != fold_])
        for number in range(fold_, len(read), folds):
            page, gold = read[number]
            found[number] = worth_examples(page, gold["meetings"], models)
    return found


def parties_apart(read: Read, folds: int) -> list[list[Example]]:
    """For each report its sides, with meetings by models of the other folds."""
    found: list[list[Example]] = [[] for _ in read]
    for fold_ in range(folds):
        rest = [r for n, r in enumerate(read) if n % folds != fold_]
        models = arguments(rest)
        judged = [e for page, gold in rest for e in worth_examples(page, gold["meetings"], models)]
        models = replace(models, worth=replace(fitted(judged, STRENGTHS["worth"]), threshold=0.4))
        for number in range(fold_, len(read), folds):
            page, gold = read[number]
            found[number] = party_examples(page, gold["parties"], models)
    return found


def best_threshold(kind: str, wanted: int, examples: Sequence[Sequence[Example]], folds: int) -> tuple[float, str]:
    """The threshold around which F1 is best under cross-validation, and a line that says what it measured."""
    scored = []
    for fold_ in range(folds):
        model = fitted([e for n, es in enumerate(examples) if n % folds != fold_ for e in es], STRENGTHS[kind])
        for number in range(fold_, len(examples), folds):
            scored += [(*model.best(e.features), e.label) for e in examples[number]]
    steps = {t: _f1(scored, t / 40, wanted) for t in range(4, 36)}
    best = max(range(8, 32), key=lambda t: sum(steps[n] for n in range(t - 4, t + 4)))
    hits, kept, agree = _counts(scored, best / 40)
    line = f"P {hits / kept:.3f} R {hits / wanted:.3f} F1 {steps[best]:.3f} at {best / 40} of {len(scored)}"
    return best / 40, f"{line}, label right {agree / max(1, hits):.3f}"


def _counts(scored: Sequence[tuple[str, float, str | None]], threshold: float) -> tuple[int, int, int]:
    kept = [(label, right) for label, score, right in scored if score >= threshold]
    hits = [label == right for label, right in kept if right != NONE]
    return len(hits), max(1, len(kept)), sum(hits)


def _f1(scored: Sequence[tuple[str, float, str | None]], threshold: float, wanted: int) -> float:
    hits, kept, _ = _counts(scored, threshold)
    return 2 * hits / (kept + wanted)


def train(read: Read, folds: int) -> Iterator[str]:
    """Fit and write all models of meetings and parties; yields what cross-validation measured."""
    examples = folded_apart(read, folds)
    threshold, line = best_threshold("worth", sum(len(g["meetings"]) for _, g in read), examples, folds)
    yield f"meetings: {line}"
    models = replace(arguments(read), worth=fitted([e for es in examples for e in es], STRENGTHS["worth"]))
    for name, model, at in (
        ("meeting_actors", models.actors, THRESHOLDS["actors"]),
        ("meeting_places", models.places, THRESHOLDS["places"]),
        ("meeting_times", models.times, THRESHOLDS["times"]),
        ("meeting_folding", models.folding, THRESHOLDS["folding"]),
        ("meeting_statuses", models.statuses, 0.0),
        ("meetings", models.worth, threshold),
    ):
        write(name, model, at)
    sides = parties_apart(read, folds)
    threshold, line = best_threshold("parties", sum(len(g["parties"]) for _, g in read), detection(sides), folds)
    write("parties", fitted([e for es in detection(sides) for e in es], STRENGTHS["parties"]), threshold)
    yield f"parties: {line}"
    write("party_roles", fitted([e for es in sides for e in es if e.label != NONE], STRENGTHS["roles"]), 0.0)
    yield f"roles: {roles_right(sides, folds):.3f} right"


def detection(examples: Sequence[Sequence[Example]]) -> list[list[Example]]:
    """The same examples, labelled party or none."""
    return [[replace(e, label=e.label if e.label == NONE else "party") for e in es] for es in examples]


def roles_right(examples: Sequence[Sequence[Example]], folds: int) -> float:
    """The share of parties whose role a model that has not seen their report gets right."""
    right = wanted = 0
    for fold_ in range(folds):
        seen = [e for n, es in enumerate(examples) if n % folds != fold_ for e in es if e.label != NONE]
        model = fitted(seen, STRENGTHS["roles"])
        held = [e for n in range(fold_, len(examples), folds) for e in examples[n] if e.label != NONE]
        right, wanted = right + sum(model.best(e.features)[0] == e.label for e in held), wanted + len(held)
    return right / max(1, wanted)


def main() -> None:
    """Read the command line, annotate the reports, train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--folds", type=int, default=8)
    options = parser.parse_args()
    from training.gold import annotated

    for line in train(annotated(options.gold), options.folds):
        print(line)


if __name__ == "__main__":
    main()
