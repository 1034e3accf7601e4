"""Words with which a report names another outlet as its source."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from communique.lexicon.tables import rows


def credit_words(kind: str) -> tuple[str, ...]:
    """All phrases of one kind, the longest first.

    `before`: what stands before the outlet's name ("told", "an interview with"); `after`: what stands after it
    ("reported"); `description`: what says that a name is an outlet ("newspaper", "news agency").
    """
    return _kinds().get(kind, ())


@cache
def _kinds() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in rows("credit_words"):
        found.setdefault(row["kind"], []).append(row["words"])
    return MappingProxyType({kind: tuple(sorted(words, key=lambda w: (-len(w), w))) for kind, words in found.items()})
