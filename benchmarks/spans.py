"""Spans of words, found and wanted: exact and overlap F1."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

Span = tuple[int, int]
"""First word and the word after the last, or first character and the one after the last."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text in which people marked spans: `words` are offsets, `spans` runs of words by label."""

    name: str
    text: str
    words: tuple[Span, ...]
    spans: dict[str, frozenset[Span]]

    def in_words(self, found: Iterable[Span]) -> frozenset[Span]:
        """Spans of characters as runs of the text's words; a word that is cut counts whole."""
        starts, ends = [a for a, _ in self.words], [b for _, b in self.words]
        runs = ((bisect_right(ends, a), bisect_left(starts, b)) for a, b in found)
        return frozenset((first, last) for first, last in runs if first < last)


@dataclass(slots=True)
class Tally:
    """Counts over all texts. Overlap matches one to one: a found span that covers two wanted ones finds one."""

    wanted: int = 0
    found: int = 0
    exact: int = 0
    overlap: int = 0

    def add(self, found: Iterable[Span], wanted: Iterable[Span]) -> None:
        """Count the spans of one text."""
        mine, theirs = set(found), set(wanted)
        self.found += len(mine)
        self.wanted += len(theirs)
        self.exact += len(mine & theirs)
        self.overlap += len(mine & theirs) + _pairs(sorted(mine - theirs), sorted(theirs - mine))

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def figures(self) -> dict[str, float]:
        """Exact and overlap F1, and precision and recall of exact spans."""
        return {
            "exact": self._f1(self.exact),
            "overlap": self._f1(self.overlap),
            "precision": round(self.exact / max(self.found, 1), 4),
            "recall": round(self.exact / max(self.wanted, 1), 4),
            "gold": self.wanted,
        }

    def _f1(self, matched: int) -> float:
        return round(2 * matched / max(self.found + self.wanted, 1), 4)


def _pairs(mine: Sequence[Span], theirs: Sequence[Span]) -> int:
    """How many pairs overlap, each span in one pair at most; both in text order."""
    count, left = 0, list(theirs)
    for start, end in mine:
        hit = next((span for span in left if span[0] < end and start < span[1]), None)
        if hit:
            left.remove(hit)
            count += 1
    return count


def files_in(path: Path, *suffixes: str) -> list[Path]:
    """The files of a folder and all below it whose names end so, in order; a file stands for itself."""
    if path.is_file():
        return [path]
    found = sorted(p for p in path.rglob("*") if p.is_file() and p.name.endswith(suffixes))
    if not found:
        raise FileNotFoundError(f"{path}: no {', '.join(suffixes)} file. Name a file or a folder that holds some.")
    return found
