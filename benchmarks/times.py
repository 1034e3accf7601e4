"""How well times are read: TimeBank and AQUAINT by TempEval-3's measures, and our own gold cases.

    python -m benchmarks.times FOLDER...        folders of TimeML files (.tml); the publication day is their DCT
    python -m benchmarks.times                  benchmarks/gold/times.tsv

TempEval-3 (UzZaman et al. 2013): an expression is found strictly when both ends agree, and relaxed when it overlaps one
of the gold standard; value F1 is relaxed F1 times the share of the relaxed matches whose TIMEX3 value agrees. Text
outside <TEXT> is not scored. `--misses` lists what disagreed.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from html import unescape
from pathlib import Path

if not __package__:  # run as a file: the folder above holds the packages
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.spans import files_in
from communique.language.annotator import begin
from communique.language.encoder import Encoder
from communique.language.times import Tagged, tag, times
from communique.language.times.sense import Stretch, edtf
from communique.model.page import Page
from communique.model.reading import Reading
from communique.model.report import Report

GOLD = Path(__file__).parent / "gold" / "times.tsv"
_DCT = re.compile(r"<DCT>.*?value=\"([^\"]*)\"", re.DOTALL)
_CREATED = re.compile(r"<TIMEX3(?=[^>]*CREATION_TIME)[^>]*\bvalue=\"([^\"]*)\"")
_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_OUTSIDE = re.compile(r"<\?.*?\?>|<(DCT|DOCID|DOCNO)>.*?</\1>", re.DOTALL)
_TIMEX = re.compile(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_VALUE = re.compile(r"\bvalue=\"([^\"]*)\"")
_RUN = re.compile(r"(?:from|between)?\s*(.+?)\s*(?:-|–|\bto\b|\band\b|\buntil\b|\bthrough\b)\s*(.+)", re.I | re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Marked:
    """A time expression with its TIMEX3 value, between two code points."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A TimeML file: its text as a report and its expressions."""

    report: Report
    marked: tuple[Marked, ...]


@dataclass(slots=True)
class Tally:
    """Counts over all documents."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0

    def figures(self) -> dict[str, float]:
        """Strict, relaxed and value F1, and the share of relaxed matches with the right value."""
        accuracy = self.value / max(self.relaxed, 1)
        strict, relaxed = (2 * matched / max(self.gold + self.found, 1) for matched in (self.strict, self.relaxed))
        figures = {"strict": strict, "relaxed": relaxed, "value": relaxed * accuracy, "accuracy": accuracy}
        return {name: round(figure, 4) for name, figure in figures.items()} | {"gold": self.gold, "found": self.found}


def documents(path: Path) -> list[Document]:
    """The TimeML files of a folder and all below it, or one file."""
    return [read_timeml(file) for file in files_in(path, ".tml", ".xml", ".timeml")]


def read_timeml(path: Path) -> Document:
    """A TimeML file without its tags. In files without <DCT> or <TEXT> the first creation time and all text count."""
    raw = path.read_text(encoding="utf-8", errors="replace")
    dct = _DCT.search(raw) or _CREATED.search(raw)
    body = _TEXT.search(raw)
    text, marked = _strip(body[1] if body else _OUTSIDE.sub("", raw))
    published = dct[1][:10] if dct else ""
    return Document(Report(outlet="", published=published, title="", text=text, name=path.stem), marked)


def _strip(body: str) -> tuple[str, tuple[Marked, ...]]:
    pieces: list[str] = []
    marked: list[Marked] = []
    length = last = 0
    for match in _TIMEX.finditer(body):
        before, inside = (unescape(_TAG.sub("", part)) for part in (body[last : match.start()], match[2]))
        start = length + len(before)
        length = start + len(inside)
        pieces += [before, inside]
        value = _VALUE.search(match[1])
        marked.append(Marked(start, length, value[1] if value else ""))
        last = match.end()
    pieces.append(unescape(_TAG.sub("", body[last:])))
    return "".join(pieces), tuple(marked)


def timex3(tagged: Tagged) -> str:
    """Our sense of an expression as a TIMEX3 value."""
    sense = tagged.sense
    if sense.length:
        return sense.length
    if sense.vague and sense.vague != "clock":
        return sense.vague
    return _stretch(replace(sense.named or sense.stretches[0], open="", about=False))


def _stretch(at: Stretch) -> str:
    first = at.first
    iso = first.isocalendar()
    if at.grain == "day":
        return first.isoformat() + (f"T{at.clock}" if at.clock else f"T{at.part}" if at.part else "")
    if at.grain in ("week", "weekend"):
        return f"{iso.year}-W{iso.week:02}" + ("-WE" if at.grain == "weekend" else "")
    if at.grain == "season":
        return f"{first.year}-{('SP', 'SU', 'FA', 'WI')[first.month // 3 - 1]}"
    if at.grain == "quarter":
        return f"{first.year}-Q{first.month // 3 + 1}"
    if at.grain == "half":
        return f"{first.year}-H{first.month // 6 + 1}"
    if at.grain == "span" and (at.last - first).days == 6 and first.weekday() == 0:
        return f"{iso.year}-W{iso.week:02}"
    if at.grain in ("decade", "century"):
        return str(first.year)[: 3 if at.grain == "decade" else 2]
    return edtf(at).split("/")[0].rstrip("~") if at.grain != "span" else edtf(at)


def compare(document: Document, found: Iterable[Marked], tally: Tally) -> Iterator[str]:
    """Count matches, one to one in text order; yields what disagreed."""
    rest = list(found)
    tally.gold += len(document.marked)
    tally.found += len(rest)
    text = document.report.text
    for gold in document.marked:
        hits = [f for f in rest if f.start < gold.end and gold.start < f.end]
        best = max(hits, key=lambda f: (_exact(f, gold), min(f.end, gold.end) - max(f.start, gold.start)), default=None)
        around = " ".join(text[max(0, gold.start - 60) : gold.end + 40].split())
        if best is None:
            yield f"-       {text[gold.start : gold.end]!r} {gold.value}  … {around}"
            continue
        rest.remove(best)
        tally.relaxed += 1
        tally.strict += _exact(best, gold)
        tally.value += best.value == gold.value
        if best.value != gold.value:
            yield f"value   {text[gold.start : gold.end]!r} {gold.value} not {best.value}  … {around}"
        elif not _exact(best, gold):
            yield f"extent  {text[gold.start : gold.end]!r} not {text[best.start : best.end]!r}"
    for vain in rest:
        around = " ".join(text[max(0, vain.start - 60) : vain.end + 40].split())
        yield f"+       {text[vain.start : vain.end]!r} {vain.value}  … {around}"


def _exact(found: Marked, gold: Marked) -> bool:
    return (found.start, found.end) == (gold.start, gold.end)


def marks(page: Page) -> list[Marked]:
    """What the tagger finds on a page, as TIMEX3."""
    found: list[Marked] = []
    for tagged in tag(page):
        found += _parts(page.report.text, tagged) or [Marked(tagged.start, tagged.end, timex3(tagged))]
    return found


def _parts(text: str, tagged: Tagged) -> list[Marked]:
    """TIMEX3 has no runs: "between 1982 and 1992" is two expressions."""
    at = tagged.sense.stretches[0] if tagged.sense.stretches else None
    parts = _RUN.fullmatch(text, tagged.start, tagged.end)
    if at is None or at.grain != "span" or parts is None:
        return []
    ends = edtf(replace(at, open="", about=False)).split("/")
    return [Marked(*parts.span(group), value) for group, value in zip((1, 2), ends, strict=True)]


def score(given: list[Document], found: list[Reading], *, misses: bool = False) -> Tally:
    """Compare every document with what is read."""
    tally = Tally()
    for document, reading in zip(given, found, strict=True):
        for line in compare(document, marks(Page(document.report, reading)), tally):
            if misses:
                print(f"{document.report.name} {document.report.published} {line}")
    return tally


def readings(reports: list[Report]) -> list[Reading]:
    """What the model finds in each report, without times."""
    encoder = Encoder()
    parses = encoder.parse([report.text for report in reports])
    return [begin(report, parse, encoder.version) for report, parse in zip(reports, parses, strict=True)]


def gold_cases(path: Path) -> list[tuple[str, date, str, tuple[str, ...]]]:
    """The lines of our gold: name of the case, publication, sentence, and `text=value` of each expression."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [(row[0], date.fromisoformat(row[1]), row[2], tuple(row[3].split(" | "))) for row in lines[1:]]


def run_gold() -> int:
    """Read the gold cases; prints those that fail and returns their number."""
    cases = gold_cases(GOLD)
    reports = [Report(outlet="", published=d.isoformat(), title="", text=s) for _, d, s, _ in cases]
    failed = 0
    for (name, _, sentence, wanted), report, encoded in zip(cases, reports, readings(reports), strict=True):
        found = tuple(f"{t.text}={t.value}" for t in times(Page(report, encoded)))
        if found != tuple(w for w in wanted if w):
            failed += 1
            print(f"{name}: {sentence}\n  wanted {' | '.join(wanted)}\n  found  {' | '.join(found)}")
    print(f"gold cases right: {len(cases) - failed} of {len(cases)}")
    return failed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    if not args.folders:
        return 1 if run_gold() else 0
    found = [d for folder in args.folders for d in documents(folder)]
    tally = score(found, readings([d.report for d in found]), misses=args.misses)
    print("\n".join(f"{name:<10}{figure:>8}" for name, figure in tally.figures().items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
