"""Words that give a side its role in talks: mediator, host, guarantor or observer."""

from collections.abc import Mapping

from communique.lexicon.tables import words_by


def role_words() -> Mapping[str, frozenset[str]]:
    """The lemmas, in lower case, that speak of each role."""
    return words_by("role", "role_words")
