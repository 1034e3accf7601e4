"""Words that make the name beside them a state's: "the Kingdom of X", "X's army", "the border with X"."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from communique.lexicon.tables import rows


def state_words(kind: str) -> frozenset[str]:
    """All words of one kind, in lower case.

    `realm`: what states are called ("Republic"). `of`: what states alone have, before "of" and the name. `owned`: what
    they have, behind the name's possessive; `beside`: what stands so without one ("the Ruritania side"). `called`: what
    they are called right before the name ("its neighbour Ruritania"). `bond` and `relation`: what binds or parts two
    sides, before "with" or "between"; persons have only the second. `acts`: verbs for what states do.
    """
    return _kinds().get(kind, frozenset())


@cache
def _kinds() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows("statehood"):
        found.setdefault(row["kind"], set()).add(row["word"])
    return MappingProxyType({kind: frozenset(words) for kind, words in found.items()})
