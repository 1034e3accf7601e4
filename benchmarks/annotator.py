"""How well the annotator reads, on any folder in the usual formats.

    python -m benchmarks.annotator --syntax FILE --names DIR --quotes DIR --times DIR [--json] [--weights FOLDER]

| option | takes | prints |
|---|---|---|
| `--syntax` | CoNLL-U | UPOS, UAS and LAS in per cent of all words, on gold words and sentences; `las` compares whole
  relations, `las_universal` leaves out subtypes as CoNLL 2018's scorer does |
| `--names` | CoNLL BIO, any variety | F1 of persons, organizations and places together, and of each |
| `--quotes` | brat: `.ann` with `.txt` | exact and overlap F1 of sources, cues and contents as spans |
| `--times` | TimeML | strict, relaxed and value F1 as TempEval-3's scorer has them |

Each takes a file or a folder with sub-folders. Names and times are what the whole annotator yields from raw text. For
attributions `quotes` is what the model yields; the rules behind it follow another guide than PolNeAR (contents without
"that" and marks, no beliefs), so what they leave is given apart, as `quotes_after_rules`. Words a second are words
between blanks by the processor's seconds, one core, once the model is loaded; memory is the process's peak.

`--weights` measures another checkpoint: a folder that `training.export --to` wrote.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

if not __package__:  # run as a file: the folder above holds the packages
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import names, quotes, times
from benchmarks.spans import Marked, Span, Tally, files_in
from benchmarks.syntax import syntax_scores, words_of
from communique.language.annotator import begin, complete
from communique.language.encoder import Encoder
from communique.language.seam import Parse
from communique.model.page import Page
from communique.model.reading import Name, Reading
from communique.model.report import Report
from training.documents import Document
from training.syntax import treebank

DAY = "2020-01-01"
"""The publication day of texts that have none: neither names nor attributions depend on it."""

BATCH = 16
"""Reports read together, as the command line does."""

PARTS = {"syntax": "CoNLL-U", "names": "CoNLL BIO", "quotes": "brat .ann beside .txt", "times": "TimeML"}

Figures = dict[str, Any]


@dataclass(slots=True)
class Reader:
    """The annotator under test, counting words and the processor's seconds."""

    encoder: Encoder
    words: int = 0
    seconds: float = 0.0

    def read(self, reports: Iterable[Report]) -> Iterator[tuple[Parse, Reading]]:
        """Each report as the model reads it and as the whole annotator does."""
        self.encoder.parse(["Ready."])
        source = iter(reports)
        while batch := list(islice(source, BATCH)):
            start = time.process_time()
            parses = self.encoder.parse([report.text for report in batch])
            wholes = [complete(r, begin(r, p, "benchmark")) for r, p in zip(batch, parses, strict=True)]
            self.seconds += time.process_time() - start
            self.words += sum(len(report.text.split()) for report in batch)
            if sys.stderr.isatty():
                print(f"read {self.words} words …", end="\r", file=sys.stderr)
            yield from zip(parses, wholes, strict=True)


def report(marked: Marked) -> Report:
    """A text as a report."""
    return Report(outlet="", published=DAY, title="", text=marked.text, name=marked.name)


def measure_names(path: Path, reader: Reader) -> Figures:
    """F1 of the main kinds together (`f1`), of each, and of the model without the rules behind it (`model_f1`)."""
    given = names.name_set(path)
    model, rules = ({kind: Tally() for kind in names.MAIN} for _ in range(2))
    for marked, (parse, whole) in zip(given.texts, reader.read(map(report, given.texts)), strict=True):
        for tallies, reading in ((model, parse), (rules, whole)):
            for kind, takes in given.kinds.items():
                tallies[kind].add(_names(marked, reading.names, takes), marked.spans[kind])
    main = sum(rules.values(), Tally()).figures()
    kinds = {kind: tally.figures() for kind, tally in rules.items()}
    return {"f1": main["exact"], **main, **kinds, "model_f1": sum(model.values(), Tally()).figures()["exact"]}


def _names(marked: Marked, found: Iterable[Name], kinds: frozenset[str]) -> frozenset[Span]:
    return marked.in_words((name.start, name.end) for name in found if name.kind in kinds)


def measure_quotes(path: Path, reader: Reader) -> Figures:
    texts = quotes.texts(path)
    model, rules = ({role: Tally() for role in quotes.ROLES} for _ in range(2))
    for marked, (parse, whole) in zip(texts, reader.read(map(report, texts)), strict=True):
        for tallies, reading in ((model, parse), (rules, whole)):
            for role, found in quotes.spans_of(marked, reading.attributions).items():
                tallies[role].add(found, marked.spans[role])
    return {
        "quotes": {role: tally.figures() for role, tally in model.items()},
        "quotes_after_rules": {role: tally.figures() for role, tally in rules.items()},
    }


def measure_times(path: Path, reader: Reader) -> Figures:
    documents = times.documents(path)
    tally = times.Tally()
    for document, (_, whole) in zip(documents, reader.read(d.report for d in documents), strict=True):
        for _ in times.compare(document, times.marks(Page(document.report, whole)), tally):
            pass
    return tally.figures()


def text_of(document: Document) -> Report:
    """A treebank's document as a report."""
    return Report(outlet="", published=DAY, title="", text=words_of(document).text, name=document.name)


def measure(asked: Mapping[str, Path], encoder: Encoder) -> Figures:
    """Every figure; `asked` holds a path for each of syntax, names, quotes and times that is wanted."""
    reader, found = Reader(encoder), {"version": encoder.version}
    trees = [d for file in files_in(asked["syntax"], ".conllu") for d in treebank(file)] if "syntax" in asked else []
    if "names" in asked:
        found["names"] = measure_names(asked["names"], reader)
    if "quotes" in asked:
        found |= measure_quotes(asked["quotes"], reader)
    if "times" in asked:
        found["times"] = measure_times(asked["times"], reader)
    if trees:
        if not reader.words:
            list(reader.read(map(text_of, trees)))
        found["syntax"] = syntax_scores(encoder.network, trees)
    found["words_per_second"] = round(reader.words / max(reader.seconds, 1e-9))
    found["memory_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return found


def lines(found: Figures) -> Iterator[str]:
    """The figures as text, one line a figure or span."""
    for part, figures in found.items():
        if not isinstance(figures, dict):
            yield f"{part:<28}{figures:>10}"
            continue
        for name, figure in figures.items():
            inner = figure if isinstance(figure, dict) else {"": figure}
            told = "  ".join(f"{key} {value:g}".strip() for key, value in inner.items())
            yield f"{part.replace('_', ' ') + ' ' + name:<28}{told:>10}"


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for part, what in PARTS.items():
        parser.add_argument(f"--{part}", type=Path, metavar="PATH", help=f"{what}: a file or a folder")
    parser.add_argument("--weights", type=Path, metavar="FOLDER", help="measure this checkpoint")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args()
    if not any(getattr(given, part) for part in PARTS):
        parser.error("nothing to measure: name at least one of " + ", ".join(f"--{part}" for part in PARTS))
    return given


def main() -> int:
    given = arguments()
    asked = {part: path for part in PARTS if (path := getattr(given, part))}
    try:
        found = measure(asked, Encoder(weights=given.weights))
    except (OSError, ValueError) as error:
        print(f"benchmarks/annotator.py: {error}", file=sys.stderr)
        return 1
    print(json.dumps(found) if given.json else "\n".join(lines(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
