"""Verbs for what is promised and later reported as done, by the deed they tell of."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from communique.lexicon.tables import rows


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of all verbs for one deed."""

    bases: frozenset[str]
    pasts: frozenset[str]
    participles: frozenset[str]


@cache
def deeds() -> Mapping[str, Forms]:
    """From each form of a verb ("freed") to the forms of all verbs for the same deed."""
    table = rows("deeds")
    found: dict[str, Forms] = {}
    for deed in {row["deed"] for row in table}:
        own = [row for row in table if row["deed"] == deed]
        bases, pasts, participles = (frozenset(row[form] for row in own) for form in ("base", "past", "participle"))
        found |= dict.fromkeys(bases | pasts | participles, Forms(bases, pasts, participles))
    return found
