"""Word lists that sort words into classes: two columns, `word` and `class`."""

from collections.abc import Mapping
from functools import cache

from communique.lexicon.tables import rows


@cache
def classes(name: str) -> Mapping[str, tuple[str, ...]]:
    """Word to its classes, from `data/<name>.tsv`; a word may stand in several."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows(name):
        found[row["word"]] = (*found.get(row["word"], ()), row["class"])
    return found
