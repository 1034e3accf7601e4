"""Makes the scorers of positions and proposals from annotated reports.

python -m training.rankers GOLD_DIR [GOLD_DIR ...] [--kind positions] [--folds 10] [--strength 0.1] [--reader DIR ...]

Each GOLD_DIR holds `<id>.json` beside `<id>.txt` as the annotation guide says; of two reports of one id the first
counts. Rules find candidates, each is labelled by the annotated entry it matches, and a multinomial logistic
regression is fitted over the candidates' features. The threshold is the best one over cross-validation by story: no
story is both learned from and measured on. Where other networks read the reports too (`--reader`), the scorers learn
from every reading, each counting a part of one, so that they depend less on what one network makes of a sentence
(after Breiman 1996, Bagging predictors). Needs scikit-learn.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from communique.claims.holders import Voices
from communique.claims.offices import offices
from communique.claims.positions import decide as stands
from communique.claims.positions.candidates import candidates as position_candidates
from communique.claims.positions.features import features as position_features
from communique.claims.positions.neighbours import neighbours
from communique.claims.positions.wording import wording
from communique.claims.proposals import decide as papers
from communique.claims.proposals.features import features as proposal_features
from communique.claims.proposals.naming import full_name
from communique.claims.scoring import NONE, LinearModel
from communique.claims.statements import statements
from communique.model.page import Page
from training.gold import annotated, is_own, names_in, story
from training.matching import like_position, like_proposal, pairs
from training.thresholds import steady

WEIGHTS = Path(__file__).parents[1] / "src" / "communique" / "weights"
Entry = dict[str, Any]
STRENGTHS = {"positions": 0.05, "proposals": 0.3}
"""How far the weights of worth may grow (the C of the regression): strong regularisation, few reports."""
LOWEST = {"positions": 0.05, "proposals": 0.15}
"""F1 is measured from here on; `steady` takes none of the first few, so that precision goes first."""
FIRM = {"positions": 0.3}
"""No lower threshold is taken: a false stance is worse than a missing one, and F1 hardly differs from 0.2 to 0.3."""
OWN = 0.3
"""What an example from a report of our own writing counts beside one from an outlet."""
OWN_STANDS = 0.6
"""What it counts for positions, of which reports of our own have many."""


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate: its features, its label (None: neither for nor against), what it would be reported as.

    `weight` is what it counts in fitting; `share` what one reading of a report counts of all that there are.
    """

    features: tuple[str, ...]
    label: str | None
    entry: Entry
    subject: Any
    weight: float = 1.0
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Annotated:
    """One report and its gold entries of one kind."""

    page: Page
    gold: Sequence[Entry]
    examples: Sequence[Example]


# ------------------------------------------------------------------ candidates and their labels


def position_examples(page: Page, gold: Sequence[Entry]) -> list[Example]:
    """Candidate positions, labelled `entry` when they match one in party, stance, and place or issue."""
    voices = Voices(page, statements(page), offices(page))
    found = position_candidates(page, voices)
    beside = neighbours(page, found)
    examples = []
    for number, candidate in enumerate(found):
        entry = {
            "party": candidate.holder.party[0],
            "issue": page.text(wording(page, candidate)),
            "stance": candidate.stance,
            "evidence": page.text(page.sentence_of(candidate.trigger).span),
        }
        label = "entry" if any(like_position(one, entry, page.report.text) for one in gold) else NONE
        features = (*position_features(page, voices, candidate), *beside[number])
        examples.append(Example(features, label, entry, candidate))
    return examples


def proposal_examples(page: Page, gold: Sequence[Entry]) -> list[Example]:
    """Documents, labelled `other` when they match an entry by name."""
    voices = Voices(page, statements(page), offices(page))
    ranked = papers.ranked(page, voices.dates)
    entries: list[Entry] = [{"name": page.text(full_name(page, d).name)} for _, d in ranked]
    taken = {j for _, j in pairs(gold, entries, like_proposal, page.report.text)}
    return [
        Example(
            tuple(proposal_features(page, voices, document, rank)),
            "proposal" if n in taken else NONE,
            entries[n],
            document,
        )
        for n, (rank, document) in enumerate(ranked)
    ]


# ------------------------------------------------------------------ fitting


def weighted(page: Page, examples: Iterable[Example], own: float = OWN, readings: int = 1) -> list[Example]:
    """The examples of a report that is read `readings` times, with what they count."""
    factor = (own if is_own(page.report.name) else 1.0) / readings
    return [replace(e, weight=factor * e.weight, share=1 / readings) for e in examples]


def fitted(examples: Iterable[Example], strength: float, *, rarest: int = 2) -> LinearModel:
    """A model over the features that at least `rarest` examples have; small `strength` keeps weights small."""
    kept = [e for e in examples if e.label is not None]
    counts = Counter[str]()
    for example in kept:
        counts.update(dict.fromkeys(example.features, example.share))
    vectorizer, least = DictVectorizer(), rarest - 1 + 1e-6
    matrix = vectorizer.fit_transform([{f: 1.0 for f in e.features if counts[f] > least} for e in kept])
    model = LogisticRegression(C=strength, max_iter=300, tol=1e-3)
    model.fit(matrix, [e.label for e in kept], sample_weight=[e.weight for e in kept])
    labels, weights, bias = [str(c) for c in model.classes_], model.coef_, model.intercept_
    if len(labels) == 2:
        weights, bias = np.vstack([np.zeros_like(weights), weights]), np.array([0.0, *bias])
    names = vectorizer.get_feature_names_out()
    table = {str(n): tuple(round(float(w), 3) for w in weights[:, i]) for i, n in enumerate(names)}
    return LinearModel(
        labels=tuple(labels),
        bias=tuple(round(float(b), 3) for b in bias),
        weights={n: w for n, w in sorted(table.items()) if any(abs(v) > 0.01 for v in w)},
    )


def worth(examples: Iterable[Example], strength: float) -> LinearModel:
    """Tells entries from other candidates."""
    return fitted([e if e.label in (None, NONE) else replace(e, label="entry") for e in examples], strength)


def cross_validated(reports: Sequence[Annotated], strength: float, folds: int) -> list[list[float]]:
    """For each report its candidates' scores, by models that have not seen its story."""
    found: list[list[float]] = [[] for _ in reports]
    fold_of = by_story([r.page.report.name for r in reports], folds)
    for fold in sorted(set(fold_of)):
        model = worth(
            [e for r, other in zip(reports, fold_of, strict=True) if other != fold for e in r.examples], strength
        )
        for number, report in enumerate(reports):
            if fold_of[number] == fold:
                found[number] = [model.best(e.features)[1] for e in report.examples]
    return found


def by_story(names: Sequence[str], folds: int) -> list[int]:
    """The fold of each report: all of a story in one, the folds about equally large."""
    sizes, fold_of = [0] * folds, {}
    for title, count in sorted(Counter(map(story, names)).items(), key=lambda item: (-item[1], item[0])):
        fold_of[title] = min(range(folds), key=lambda fold: sizes[fold])
        sizes[fold_of[title]] += count
    return [fold_of[story(name)] for name in names]


# ------------------------------------------------------------------ measuring


def reported(kind: str, report: Annotated, scored: Sequence[float], threshold: float) -> list[Entry]:
    """What would be reported of one report at a threshold."""
    kept = [(e, score) for e, score in zip(report.examples, scored, strict=True) if score >= threshold]
    if kind != "positions":
        return [e.entry for e, _ in kept]
    distinct = {id(d[0]) for d in stands.distinct(report.page, [(e.subject, score) for e, score in kept])}
    return [e.entry for e, _ in kept if id(e.subject) in distinct]


LIKE = {"positions": like_position, "proposals": like_proposal}


def measured(
    kind: str, reports: Sequence[Annotated], scored: Sequence[list[float]], threshold: float
) -> tuple[float, float, float]:
    """Precision, recall and F1 over all reports."""
    matched = found = wanted = 0
    for report, scores in zip(reports, scored, strict=True):
        entries = reported(kind, report, scores, threshold)
        matched += len(pairs(report.gold, entries, LIKE[kind], report.page.report.text))
        found, wanted = found + len(entries), wanted + len(report.gold)
    precision, recall = matched / max(found, 1), matched / max(wanted, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def best_threshold(
    kind: str, reports: Sequence[Annotated], scored: Sequence[list[float]]
) -> tuple[float, tuple[float, float, float]]:
    """The steady threshold under cross-validation, and its precision, recall and F1."""
    steps = (round(LOWEST[kind] + 0.025 * step, 3) for step in range(29))
    found = {t: measured(kind, reports, scored, t) for t in steps}
    best = max(steady({t: f1 for t, (_, _, f1) in found.items()}), FIRM.get(kind, 0.0))
    return best, found[best]


# ------------------------------------------------------------------ the command

EXAMPLES: dict[str, Callable[[Page, Sequence[Entry]], list[Example]]] = {
    "positions": position_examples,
    "proposals": proposal_examples,
}


def train(
    kind: str,
    read: Sequence[tuple[Page, dict[str, Any]]],
    judges: frozenset[str],
    *,
    strength: float,
    folds: int,
    readings: int = 1,
) -> str:
    """Fit and write the scorers of one kind; returns a line with what cross-validation measured.

    All reports teach, each read `readings` times; those named in `judges` are measured on and set the threshold.
    """
    own = OWN_STANDS if kind == "positions" else OWN
    reports = [
        Annotated(page, gold[kind], weighted(page, EXAMPLES[kind](page, gold[kind]), own, readings))
        for page, gold in read
    ]
    scored = zip(reports, cross_validated(reports, strength, folds), strict=True)
    judged, scores = zip(*[(r, s) for r, s in scored if r.page.report.name in judges], strict=True)
    threshold, (precision, recall, f1) = best_threshold(kind, judged, scores)
    examples = [e for r in reports for e in r.examples]
    write(kind, worth(examples, strength), threshold)
    within = [pairs(r.gold, [e.entry for e in r.examples], LIKE[kind], r.page.report.text) for r in reports]
    reach = sum(map(len, within)) / sum(len(r.gold) for r in reports)
    return (
        f"{kind}: {len(examples)} candidates reach {reach:.3f} of the entries; cross-validated P {precision:.3f} "
        f"R {recall:.3f} F1 {f1:.3f} at {threshold}"
    )


def write(name: str, model: LinearModel, threshold: float) -> None:
    """Write a model as JSON, one feature a line."""
    lines = [f"  {json.dumps(n, ensure_ascii=False)}: {json.dumps(list(w))}" for n, w in model.weights.items()]
    text = (
        f'{{"labels": {json.dumps(list(model.labels))},\n"bias": {json.dumps(list(model.bias))},\n'
        f'"threshold": {threshold},\n"weights": {{\n' + ",\n".join(lines) + "\n}}\n"
    )
    (WEIGHTS / f"{name}.json").write_text(text, encoding="utf-8")


def main() -> None:
    """Read the command line, annotate the reports, train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--kind", choices=sorted(EXAMPLES), action="append")
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--strength", type=float, help="how far weights may grow; by kind when left out")
    parser.add_argument("--reader", type=Path, action="append", default=[], help="another checkpoint that reads too")
    options = parser.parse_args()
    read = annotated(*options.gold, readers=options.reader)
    for kind in options.kind or sorted(EXAMPLES):
        strength = options.strength or STRENGTHS[kind]
        readings = 1 + len(options.reader)
        judges = names_in(options.gold[0])
        print(train(kind, read, judges, strength=strength, folds=options.folds, readings=readings))


if __name__ == "__main__":
    main()
