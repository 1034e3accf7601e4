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


STRENGTHS = ("strong", "fair", "weak")
"""How far a word by itself shows that somebody takes a stand."""


@cache
def _senses() -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in rows("stances"):
        found.setdefault((row["word"], row["pos"]), []).append((row["stance"], row["strength"]))
    return {key: tuple(sorted(senses, key=lambda s: STRENGTHS.index(s[1]))) for key, senses in found.items()}


@cache
def _stances() -> dict[tuple[str, str], tuple[str, ...]]:
    return {key: tuple(stance for stance, _ in senses) for key, senses in _senses().items()}


@cache
def _particles() -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for word, pos in _senses():
        first, _, particle = word.partition(" ")
        if particle:
            found[first, pos] = (*found.get((first, pos), ()), particle)
    return {key: tuple(sorted(set(p), key=lambda particle: (-len(particle), particle))) for key, p in found.items()}


def stances(word: str, pos: str) -> tuple[str, ...]:
    """The stances a lemma may express as `pos` verb, noun, adj or prep, surest first; () for none.

    `word` may carry a particle: "rule out".
    """
    return _stances().get((word, pos), ())


def strength(word: str, pos: str) -> str:
    """How surely a lemma shows a stance: strong, fair or weak; "" when it shows none."""
    return next((strength for _, strength in _senses().get((word, pos), ())), "")


def particles(word: str, pos: str) -> tuple[str, ...]:
    """The particles and prepositions that give a lemma a stance of its own, the longest first: for "rule", "out"."""
    return _particles().get((word, pos), ())
