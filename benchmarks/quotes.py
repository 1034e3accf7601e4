"""Who said what, in brat files (PolNeAR's standoff): sources, cues and contents as spans of words.

As in PolNeAR's papers (Newell et al. 2018) a span is a run of words next to each other, so a content that its cue
splits is two, and of spans of one role that lie in one another the outermost counts.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.spans import Marked, Span
from communique.language.tokens import tokenize
from communique.model.reading import Attribution
from training.quotations import articles, covered

ROLES = ("source", "cue", "content")


def texts(path: Path) -> list[Marked]:
    """Every annotated text under `path`."""
    found = []
    for article in articles(path):
        words = tuple(tokenize(article.text))
        spans = {
            role: outermost(run for roles in article.attributions for run in runs(covered(words, roles.get(name, []))))
            for role, name in zip(ROLES, ("Source", "Cue", "Content"), strict=True)
        }
        found.append(Marked(article.name, article.text, words, spans))
    if not found:
        raise FileNotFoundError(f"{path}: no .ann file found. Name a folder with .ann files and their .txt files.")
    return found


def spans_of(marked: Marked, attributions: Iterable[Attribution]) -> dict[str, frozenset[Span]]:
    """Attributions by role, in the words of a text."""
    given = list(attributions)
    parts: dict[str, list[Span]] = {
        "source": [(a.source.start, a.source.end) for a in given if a.source],
        "cue": [(a.cue.start, a.cue.end) for a in given if a.cue],
        "content": [(c.start, c.end) for a in given for c in a.contents],
    }
    return {role: outermost(marked.in_words(found)) for role, found in parts.items()}


def runs(numbers: Sequence[int]) -> Iterator[Span]:
    """Runs of numbers that follow one another."""
    first = 0
    for i in range(1, len(numbers) + 1 if numbers else 0):
        if i == len(numbers) or numbers[i] != numbers[i - 1] + 1:
            yield numbers[first], numbers[i - 1] + 1
            first = i


def outermost(spans: Iterable[Span]) -> frozenset[Span]:
    """Without the spans that lie in another."""
    found = set(spans)
    return frozenset(s for s in found if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in found))
