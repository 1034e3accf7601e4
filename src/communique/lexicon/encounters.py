"""Words for contacts between parties: meetings, talks, calls, visits, and what is said of them.

Formats are those of the annotation guide; statuses are held, under_way, scheduled, proposed, postponed, cancelled,
refused, and two that the tense decides: `as_told` (a light verb: "held talks") and `phase` ("talks resumed").
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from communique.lexicon.tables import rows, word_list

LONGEST_NOUN = 3
"""No phrase in `nouns` has more words."""


@dataclass(frozen=True, slots=True)
class EncounterVerb:
    """A verb of meeting: `partners` are the markers of the other side ("obj" or a preposition), `places` those of the
    place.
    """

    format: str
    partners: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Governor:
    """A predicate over a meeting noun: what it does to the meeting's status, and whether its subject is a party to
    it, a mediator of it, or none of the two.
    """

    status: str
    subject: str

    @property
    def calls_off(self) -> bool:
        """True for what drops a plan or puts it off."""
        return self.status in ("cancelled", "postponed")


@cache
def nouns() -> Mapping[str, str]:
    """Format by noun phrase in lower case; "-" for those that are no contact of parties ("press conference"); a format
    ending in "?" counts only with both sides said.
    """
    return MappingProxyType({row["phrase"]: row["format"] for row in rows("encounter_nouns")})


@cache
def last_words() -> frozenset[str]:
    """The words that the phrases of `nouns` end with."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in nouns())


@cache
def first_words() -> frozenset[str]:
    """The words that the phrases of `verbs` begin with."""
    return frozenset(phrase.partition(" ")[0] for phrase in verbs())


@cache
def verbs() -> Mapping[str, EncounterVerb]:
    """Verbs of meeting by lemma, with a particle where they have one; a format "call?" counts only "by phone"."""
    return MappingProxyType(
        {
            row["lemma"]: EncounterVerb(row["format"], _listed(row.get("partner", "")), _listed(row.get("place", "")))
            for row in rows("encounter_verbs")
        }
    )


@cache
def governors() -> Mapping[str, Governor]:
    """Predicates over a meeting noun by lemma, with a particle or preposition where they have one."""
    return MappingProxyType(
        {row["predicate"]: Governor(row["status"], row["subject"]) for row in rows("encounter_governors")}
    )


@cache
def modality() -> Mapping[str, str]:
    """Status of an infinitive or clause under a word: "expect" to meet, "refuse" to meet."""
    return MappingProxyType({row["lemma"]: row["status"] for row in rows("encounter_modality")})


@cache
def attributes() -> Mapping[str, str]:
    """Status of a meeting noun with an adjective: "planned", "last"."""
    return MappingProxyType({row["word"]: row["status"] for row in rows("encounter_attributes")})


@cache
def phases() -> Mapping[str, str]:
    """Status of a meeting noun under a noun: "resumption of talks", "offer of talks"."""
    return MappingProxyType({row["phase"]: row["status"] for row in rows("encounter_phases")})


@cache
def sides() -> frozenset[str]:
    """Nouns that can stand for a side without a name: "rebels", "opposition"."""
    return word_list("encounter_sides")


@cache
def bodies() -> frozenset[str]:
    """Nouns for what several sides sit in: "commission", "working group"."""
    return word_list("encounter_bodies")


@cache
def sitters() -> frozenset[str]:
    """Nouns whose plural can be of several sides: "delegation", "negotiator", "neighbour"."""
    return word_list("encounter_sitters")


@cache
def messages() -> frozenset[str]:
    """Nouns for what one side passes to another: "letter", "reply", "draft"."""
    return word_list("encounter_messages")


@cache
def movers() -> frozenset[str]:
    """Who and what comes to a place without visiting anybody: "troops", "convoy", "protester"."""
    return word_list("encounter_movers")


@cache
def things() -> frozenset[str]:
    """Nouns that can be met and are nobody: "demand", "deadline"."""
    return word_list("encounter_things")


@cache
def audiences() -> frozenset[str]:
    """Nouns for whom somebody speaks to without meeting a side: "parliament", "supporter", "radio"."""
    return word_list("encounter_audiences")


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(",") if part and part != "-")
