"""Words for offices that change hands ("appoint", "step down", "ouster"), and words that make the event unreal."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from communique.lexicon.tables import parts, rows


@dataclass(frozen=True, slots=True)
class ChangeVerb:
    """One way a verb tells of a change.

    `needs` are phrases one of which must follow the verb ("down" for "step"; one with "+" at once), empty where it
    stands alone; in the data "*" stands for every noun of `seat_nouns`. `asks` is what else must be there: "role" (the
    new office is named), "office" (the person holds one in the report), "ambassador" (the office is that of somebody
    sent), "person" (somebody is replaced), "will" (the verb is future and the office named) or "". `change` is the
    guide's value or "replaced"; `person` says whether the subject or the object of the active verb is who changes.
    """

    needs: tuple[str, ...]
    asks: str
    change: str
    person: str


@cache
def verbs() -> Mapping[str, tuple[ChangeVerb, ...]]:
    """Verb lemma to its readings."""
    found: dict[str, tuple[ChangeVerb, ...]] = {}
    for row in rows("change_verbs"):
        needs = tuple(n for phrase in parts(row["with"]) for n in _phrases(phrase))
        reading = ChangeVerb(needs, row["asks"], row["change"], row["person"])
        found[row["word"]] = (*found.get(row["word"], ()), reading)
    return MappingProxyType(found)


def removes(lemma: str) -> bool:
    """True for a verb with which somebody is put out of an office: "dismiss"."""
    return any(reading.change == "dismissed" for reading in verbs().get(lemma.casefold(), ()))


def _phrases(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.replace("*", noun) for noun in seat_nouns()) if "*" in phrase else (phrase,)


@cache
def seat_nouns() -> Mapping[str, str]:
    """Noun for an office to the title of who holds it: "presidency" to president, "embassy" to ambassador."""
    return MappingProxyType({row["noun"]: row["role"] for row in rows("seat_nouns")})


@cache
def nouns() -> Mapping[str, str]:
    """Noun to the change it tells of: "ouster" is dismissed."""
    return MappingProxyType({row["word"]: row["change"] for row in rows("change_nouns")})


@cache
def implying() -> Mapping[str, str]:
    """Who does an infinitive that has happened ("was forced to resign"): subject or object of a verb, by lemma."""
    return MappingProxyType({row["word"]: row["who"] for row in rows("change_implying")})


@cache
def doubts() -> frozenset[str]:
    """Lemmas of words under which an event has not happened, or not yet: "would", "refuse", "demand"."""
    return frozenset(row["word"] for row in rows("change_doubts"))
