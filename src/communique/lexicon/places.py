"""Words that tell a place from a party: prepositions, travel, gatherings, landscape, and regions that are no state."""

from communique.lexicon.tables import words_by


def place_words(kind: str) -> frozenset[str]:
    """All words of one kind, in lower case.

    `inside` ("in"), `travel` (words with which "to" and "from" are of place), `heard` (verbs with which "from" is of
    place: "told the radio from Graustark"), `reaching` (verbs whose object is a place), `gathering` ("the Geneva
    talks"), `settlement` ("the Minsk agreements"), `part` ("the capital", "south"), `landscape` ("Sea"), `point`
    ("South"), `region` (parts of the world and of states, cities: they have demonyms and are no party), `talks` (with a
    party).
    """
    return words_by("kind", "place_words").get(kind, frozenset())
