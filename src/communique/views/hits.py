"""What a search found, as rows."""

from collections import Counter

from communique.model.answer import FoundRow
from communique.model.fact import Fact
from communique.model.rows import (
    Facet,
)
from communique.views.origins import headline
from communique.views.words import best_first, dispute_types

AROUND = 90
"""Code points of a report's text shown before and after the first word found."""

TOP = 12
"""Values of a facet that are shown."""


def found(fact: Fact) -> FoundRow:
    """A fact that answers a query."""
    return FoundRow(
        fact.id,
        fact.kind,
        fact.when,
        fact.status,
        headline(fact),
        fact.published,
        fact.origins,
        dispute_types(fact),
        best_first(fact),
    )


def facets(counts: Counter[str]) -> tuple[Facet, ...]:
    """The most frequent values first."""
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    return tuple(Facet(value, count) for value, count in ranked[:TOP] if value)


def snippet(text: str, at: int) -> str:
    """The words of a text around a place in it."""
    start, end = max(0, at - AROUND), at + AROUND
    cut = text[start:end] if start == 0 else text[start:end].partition(" ")[2]
    return " ".join((cut if end >= len(text) else cut.rpartition(" ")[0]).split())
