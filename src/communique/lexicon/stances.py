"""Words that say where somebody stands: "demand", "open to", "opposition"."""

from functools import cache

from communique.lexicon.tables import rows

STANCES = (
    "demands",
    "proposes",
    "supports",
    "accepts",
    "open_to",
    "conditional",
    "rejects",
    "denies",
    "undecided",
)
"""The stances of the annotation guide."""

NEGATED = {
    "proposes": "rejects",
    "supports": "rejects",
    "accepts": "rejects",
    "open_to": "rejects",
    "demands": "rejects",
    "rejects": "open_to",
    "denies": "accepts",
}
"""What is left of a stance under "not": "does not support" rejects, "does not rule out" is open to."""


@cache
def _senses() -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in rows("stances"):
        key = row["word"], row["pos"]
        found[key] = (*found.get(key, ()), row["stance"])
    return found


@cache
def _particles() -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for word, pos in _senses():
        first, _, particle = word.partition(" ")
        if particle:
            found[first, pos] = (*found.get((first, pos), ()), particle)
    return found


def stances(word: str, pos: str) -> tuple[str, ...]:
    """The stances a lemma may express as `pos` verb, noun, adj or prep; () for none. `word` may be "rule out"."""
    return _senses().get((word, pos), ())


def particles(word: str, pos: str) -> tuple[str, ...]:
    """The particles and prepositions that give a lemma a stance of its own: for "rule", "out"."""
    return _particles().get((word, pos), ())
