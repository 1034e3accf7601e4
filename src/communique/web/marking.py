"""A report's text cut into stretches, each with the entries whose words it belongs to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.model.rows import ReadEntry


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that the same entries rest on.

    `entries` are their numbers from 1, the one with the shortest passage first; `kinds` are theirs. `starts` are the
    entries whose first words these are, `ends` those of which a passage ends here. `is_hit` when a search found it.
    """

    text: str
    entries: tuple[int, ...]
    kinds: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    is_hit: bool = False


def paragraphs(text: str, entries: Sequence[ReadEntry], hits: Sequence[tuple[int, int]] = ()) -> list[list[Stretch]]:
    """The text by paragraphs, each in stretches; passages may nest, overlap and run over paragraphs. `hits` are where
    words of a search stand.
    """
    passages = [
        (m.start, m.end, number)
        for number, entry in enumerate(entries, 1)
        for m in entry.marks
        if m.role == "evidence" and m.start < m.end
    ]
    seen: set[int] = set()
    found = []
    for start, end in lines(text):
        inside = [p for p in passages if p[0] < end and start < p[1]]
        found_here = [h for h in hits if h[0] < end and start < h[1]]
        cuts = sorted({start, end, *(at for p in (*inside, *found_here) for at in p[:2] if start < at < end)})
        line = []
        for a, b in pairwise(cuts):
            here = sorted((p for p in inside if p[0] <= a and b <= p[1]), key=lambda p: (p[1] - p[0], p[2]))
            numbers = tuple(dict.fromkeys(n for *_, n in here))
            kinds = tuple(dict.fromkeys(entries[n - 1].kind for n in numbers))
            ends = tuple(sorted({n for _, at, n in here if at == b}))
            is_hit = any(h[0] <= a and b <= h[1] for h in found_here)
            line.append(Stretch(text[a:b], numbers, kinds, tuple(sorted(set(numbers) - seen)), ends, is_hit))
            seen.update(numbers)
        found.append(line)
    return found


def lines(text: str) -> Iterable[tuple[int, int]]:
    """Where the paragraphs of a text stand: `[start, end)` in code points."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1
