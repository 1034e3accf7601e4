"""What stands near a place in a long text, without looking through all of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from communique.model.reading import Attribution
from communique.model.span import Span

T = TypeVar("T")
REACH = 4000
"""Characters around a place that count as near: more than the longest quotation of a report."""


class Nearby(Generic[T]):
    """Things by their place in a text."""

    def __init__(self, things: Iterable[T], place: Callable[[T], int]) -> None:
        placed = sorted(((place(t), n, t) for n, t in enumerate(things)), key=lambda p: p[:2])
        self._places = [p[0] for p in placed]
        self._things = [p[2] for p in placed]

    def around(self, span: Span, reach: int = REACH) -> list[T]:
        """The things at most `reach` characters from a span, in text order."""
        first = bisect_left(self._places, span.start - reach)
        return self._things[first : bisect_right(self._places, span.end + reach)]


def start(attribution: Attribution) -> int:
    """Where an attribution begins: with its cue or its words, whichever stands first."""
    starts = [content.start for content in attribution.contents]
    return min(starts if attribution.cue is None else (attribution.cue.start, *starts))


def whole(attribution: Attribution) -> Span:
    """From the first to the last character of cue and words."""
    spans = [*attribution.contents, *([attribution.cue] if attribution.cue else [])]
    return Span(min(s.start for s in spans), max(s.end for s in spans))
