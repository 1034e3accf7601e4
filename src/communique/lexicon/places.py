"""Words that tell a place from a party: prepositions, travel, gatherings, landscape, and regions that are no state."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from communique.lexicon.tables import rows


def place_words(kind: str) -> frozenset[str]:
    """All words of one kind, in lower case.

    `inside` ("in"), `travel` (words with which "to" and "from" are of place), `heard` (verbs with which "from" is of
    place: "told the radio from Graustark"), `reaching` (verbs whose object is a place), `gathering` ("the Geneva
    talks"), `part` ("the capital", "south"), `landscape` ("Sea"), `point` ("South"), `region` (parts of the world and
    of states, cities: they have demonyms and are no party), `talks` (with a party).
    """
    return _kinds().get(kind, frozenset())


@cache
def _kinds() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows("place_words"):
        found.setdefault(row["kind"], set()).add(row["word"])
    return MappingProxyType({kind: frozenset(words) for kind, words in found.items()})
