"""Words that make the name beside them a state's: "the Kingdom of X", "X's army", "the border with X"."""

from communique.lexicon.tables import words_by


def state_words(kind: str) -> frozenset[str]:
    """All words of one kind, in lower case.

    `realm`: what states are called ("Republic"). `of`: what states alone have, before "of" and the name. `owned`: what
    they have, behind the name's possessive; `beside`: what stands so without one ("the Ruritania side"). `called`: what
    they are called right before the name ("its neighbour Ruritania"). `bond` and `relation`: what binds or parts two
    sides, before "with" or "between"; persons have only the second. `acts`: verbs for what states do.
    """
    return words_by("kind", "statehood").get(kind, frozenset())
