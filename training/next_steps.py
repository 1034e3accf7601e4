"""Makes the scorers of next steps from annotated reports.

python -m training.next_steps GOLD_DIR [GOLD_DIR ...] [--folds 10]

Each folder holds `<id>.json` beside `<id>.txt` as the annotation guide says. Rules find candidates and, for each, those
who may be meant to take the step; the annotated entries say which candidates are steps and who takes them. Three
multinomial logistic regressions are fitted: which candidate is a step, who takes it, how firm it is. The
threshold is the best one over cross-validation by story, on the reports of the first folder. Needs scikit-learn.
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from communique.claims.holders import Voices
from communique.claims.meetings import meetings
from communique.claims.next_steps import decide, features, firmness
from communique.claims.next_steps.actors import options
from communique.claims.next_steps.candidates import Candidate, candidates
from communique.claims.next_steps.choice import described
from communique.claims.next_steps.wording import wording
from communique.claims.offices import offices
from communique.claims.scoring import NONE, LinearModel
from communique.claims.statements import statements
from communique.model.claim import Claim
from communique.model.page import Page
from training.gold import annotated, names_in
from training.matching import Entry, like_step, names_f1, overlap, pairs, word_f1
from training.rankers import Example, by_story, fitted, weighted, write
from training.thresholds import steady

WORTH, WHO, MODALITY = 0.05, 0.1, 0.3
"""How far weights may grow (the C of the regression): strong regularisation where features are many."""
RIGHT = 0.5
"""Options that name less of those annotated are wrong; others are right by as much as they name."""
THRESHOLDS = [round(0.05 + 0.025 * step, 3) for step in range(25)]


@dataclass(frozen=True, slots=True)
class Read:
    """One report, its candidates, and the annotated entry of each that is a step."""

    page: Page
    voices: Voices
    met: Sequence[Claim]
    gold: Sequence[Entry]
    found: Sequence[Candidate]
    entries: dict[int, Entry]


@dataclass(frozen=True, slots=True)
class Models:
    """What is fitted: which candidate is a step, who takes it, its modality."""

    worth: LinearModel
    whose: LinearModel
    modalities: LinearModel


def read(page: Page, gold: Sequence[Entry]) -> Read:
    """Find the candidates of a report and pair them with its annotation."""
    voices = Voices(page, statements(page), offices(page))
    found = candidates(page, voices)
    told = [
        {"what": page.text(wording(page, voices, c)), "evidence": page.text(page.sentence_of(c.head).span)}
        for c in found
    ]
    paired = pairs(gold, told, _like_told, page.report.text)
    return Read(page, voices, meetings(page), gold, found, {n: gold[i] for i, n in paired})


def _like_told(gold: Entry, found: Entry, text: str) -> float:
    """Told at the same place or in the same words, whoever takes the step."""
    what, place = word_f1(gold["what"], found["what"]), overlap(gold["evidence"], found["evidence"], text) >= 0.5
    return 0.1 + what if place or what >= 0.4 else 0.0


# ------------------------------------------------------------------ examples


def worth_examples(one: Read) -> Iterable[Example]:
    """Every candidate; those that lie within an entry's phrase count neither way."""
    for number, candidate in enumerate(one.found):
        twin = any(decide.overlap(one.page, candidate, one.found[n]) for n in one.entries if n != number)
        label = "entry" if number in one.entries else None if twin else NONE
        yield Example(tuple(features.features(one.page, one.voices, number, one.found)), label, {}, candidate)


def who_examples(one: Read) -> Iterable[Example]:
    """Every option of the candidates that are steps."""
    for number, entry in one.entries.items():
        step = one.found[number]
        for who, told in described(one.page, one.voices, step, options(one.page, one.voices, step, one.met)):
            right = names_f1(entry.get("who") or [], who.names)
            if right >= RIGHT:
                yield Example(told, "entry", {}, who, right)
            if right < 1:
                yield Example(told, NONE, {}, who, 1 - right if right >= RIGHT else 1.0)


def modality_examples(one: Read) -> Iterable[Example]:
    """The candidates that are steps, with their modality."""
    for number, entry in one.entries.items():
        candidate = one.found[number]
        told = features.modality_features(one.page, one.voices, candidate)
        yield Example(tuple(told), entry["modality"], {}, candidate)


# ------------------------------------------------------------------ fitting and measuring

Examples = dict[str, list[Example]]


def examples(one: Read) -> Examples:
    """Everything one report teaches, by what it is about."""
    return {
        "worth": weighted(one.page, worth_examples(one)),
        "who": weighted(one.page, who_examples(one)),
        "modality": weighted(one.page, modality_examples(one)),
    }


def fit(taught: Sequence[Examples]) -> Models:
    """Fit everything on the examples of several reports."""

    def of(about: str) -> list[Example]:
        return [example for one in taught for example in one[about]]

    return Models(
        worth=fitted(of("worth"), WORTH),
        whose=fitted(of("who"), WHO),
        modalities=fitted(of("modality"), MODALITY),
    )


def apart(reports: Sequence[Read], taught: Sequence[Examples], count: int) -> list[list[decide.Step]]:
    """What models that have not seen its story make of each report, at the lowest threshold."""
    place = by_story([one.page.report.name for one in reports], count)
    found: list[list[decide.Step]] = [[] for _ in reports]
    for fold in sorted(set(place)):
        models = fit([one for one, at in zip(taught, place, strict=True) if at != fold])
        lowest = replace(models.worth, threshold=THRESHOLDS[0])
        for number, one in enumerate(reports):
            if place[number] == fold:
                judged = decide.judged(one.page, one.voices, one.met, lowest, models.whose)
                found[number] = [v.candidate for v in judged if v.is_entry]
    return found


Steps = Sequence[list[decide.Step]]


def measured(reports: Sequence[Read], steps: Steps, threshold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 at a threshold."""
    matched = found = wanted = 0
    for one, decided in zip(reports, steps, strict=True):
        entries = [_entry(one, step) for step in decided if step.score >= threshold]
        matched += len(pairs(one.gold, entries, like_step, one.page.report.text))
        found, wanted = found + len(entries), wanted + len(one.gold)
    precision, recall = matched / max(found, 1), matched / max(wanted, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _entry(one: Read, step: decide.Step) -> Entry:
    page, sentence = one.page, one.page.sentence_of(step.candidate.head).span
    what = wording(page, one.voices, step.candidate)
    return {"what": page.text(what), "who": list(step.who.names), "evidence": page.text(sentence)}


def best_threshold(reports: Sequence[Read], steps: Steps) -> tuple[float, tuple[float, float, float]]:
    """The steady threshold under cross-validation, and its precision, recall and F1."""
    found = {t: measured(reports, steps, t) for t in THRESHOLDS}
    best = steady({t: f1 for t, (_, _, f1) in found.items()})
    return best, found[best]


def train(reports: Sequence[Read], judges: frozenset[str], count: int) -> str:
    """Fit and write the scorers; returns a line with what cross-validation measured.

    All reports teach; those named in `judges` are measured on and set the threshold.
    """
    taught = [examples(one) for one in reports]
    steps = zip(reports, apart(reports, taught, count), strict=True)
    judged, made = zip(*[(r, s) for r, s in steps if r.page.report.name in judges], strict=True)
    threshold, (precision, recall, f1) = best_threshold(judged, made)
    models = fit(taught)
    write(decide.MODEL, models.worth, threshold)
    write(decide.WHO_MODEL, models.whose, 0.0)
    write(firmness.MODEL, models.modalities, 0.0)
    told, wanted = sum(len(one.entries) for one in reports), sum(len(one.gold) for one in reports)
    return (
        f"next_steps: candidates reach {told / wanted:.3f} of {wanted} entries; cross-validated P {precision:.3f} "
        f"R {recall:.3f} F1 {f1:.3f} at {threshold}"
    )


def main() -> None:
    """Read the command line, annotate the reports, train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--folds", type=int, default=10)
    options = parser.parse_args()
    pages = annotated(*options.gold)
    reports = [read(page, gold["next_steps"]) for page, gold in pages]
    print(train(reports, names_in(options.gold[0]), options.folds))


if __name__ == "__main__":
    main()
