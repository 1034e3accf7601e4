"""Words that give a side its role in talks: mediator, host, guarantor or observer."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from communique.lexicon.tables import rows


@cache
def role_words() -> Mapping[str, frozenset[str]]:
    """The lemmas, in lower case, that speak of each role."""
    found: dict[str, set[str]] = {}
    for row in rows("role_words"):
        found.setdefault(row["role"], set()).add(row["word"])
    return MappingProxyType({role: frozenset(words) for role, words in found.items()})
