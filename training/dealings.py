"""Makes the scorer that tells reports on dealings between sides from all others.

python -m training.dealings GOLD_DIR [GOLD_DIR ...] --data ../shared/data [--folds 6]

Annotated reports with a party, a meeting or a proposal are of that kind, those without any are not, nor are articles of
Worldwide and PolNeAR in which no sign of diplomacy is found. Needs scikit-learn.
"""

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from communique.claims.diplomacy import ENOUGH, MODEL, are_dense, features, signs
from communique.claims.scoring import NONE
from communique.language.annotator import DefaultAnnotator
from communique.model.page import Page
from communique.model.report import Report
from training.annotations import article
from training.gold import annotated
from training.rankers import Example, by_story, fitted, write

STRENGTH = 0.03
THRESHOLD = 0.5
SAMPLE = 300
"""So many articles of PolNeAR are read."""
BEGINNING = 100
"""Tokens of a report's beginning."""
DEALS = ("parties", "meetings", "proposals")
Named = tuple[str, Example]


def taught(folders: Sequence[Path]) -> Iterator[Named]:
    """The annotated reports, by name."""
    for page, gold in annotated(*folders):
        label = "dealings" if any(gold[kind] for kind in DEALS) else NONE
        yield from _both(page, label)


def others(data: Path, known: frozenset[str]) -> Iterator[Named]:
    """Articles of other matters, by name; `known` are annotated."""
    articles = [
        *((f"ww-{p.name.removesuffix('.txt.tsv')}", p) for p in sorted((data / "names/worldwide").glob("*/*.tsv"))),
        *((f"pn-{p.stem}", p) for p in _sample(sorted((data / "quotes/polnear/train").rglob("text/*.txt")))),
    ]
    annotator = DefaultAnnotator()
    for name, path in articles:
        if any(name.startswith(other) for other in known):
            continue
        report = Report(outlet="", published="", title="", text=_text(path), name=name)
        page = Page(report, annotator.annotate([report])[0])
        if signs(page) < ENOUGH or not are_dense(page):
            yield from _both(page, NONE)


def _both(page: Page, label: str) -> Iterator[Named]:
    """A report, and its beginning: a short one must be told too."""
    for last in (None, BEGINNING):
        yield page.report.name, Example(tuple(features(page, last)), label, {}, page.report.name)


def _sample(paths: list[Path]) -> list[Path]:
    return random.Random(3).sample(paths, min(SAMPLE, len(paths)))


def _text(path: Path) -> str:
    if path.suffix == ".tsv":
        return article(path)
    return re.sub(r"\s*\n\s*\n\s*", "\n\n", path.read_text(encoding="utf-8")).strip()


def balanced(examples: Sequence[Example]) -> list[Example]:
    """Both labels about equally often: the rarer one is repeated."""
    sides = [[e for e in examples if (e.label == NONE) is is_none] for is_none in (True, False)]
    most = max(map(len, sides))
    return [e for side in sides for e in side * round(most / max(1, len(side)))]


def train(named: Sequence[Named], folds: int) -> str:
    """Fits and writes the scorer; returns a line with what cross-validation by story measured."""
    names, examples = zip(*named, strict=True)
    place, right = by_story(names, folds), dict[str, list[bool]]()
    for fold in range(folds):
        model = fitted(balanced([e for e, at in zip(examples, place, strict=True) if at != fold]), STRENGTH, rarest=3)
        for example, at in zip(examples, place, strict=True):
            if at == fold:
                told = model.best(example.features)[1] >= THRESHOLD
                right.setdefault(str(example.label), []).append(told is (example.label != NONE))
    write(MODEL, fitted(balanced(examples), STRENGTH, rarest=3), THRESHOLD)
    return "dealings: " + ", ".join(f"{label} {sum(r)} of {len(r)} right" for label, r in sorted(right.items()))


def main() -> None:
    """Read the command line, read the reports, train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--folds", type=int, default=6)
    options = parser.parse_args()
    told = list(taught(options.gold))
    print(train([*told, *others(options.data, frozenset(name for name, _ in told))], options.folds))


if __name__ == "__main__":
    main()
