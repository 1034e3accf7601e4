"""First names with gender, and the common nouns that stand for people, sides and bodies."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from communique.lexicon.tables import REMEMBERED, key, parts, rows, word_list

MALE, FEMALE = "m", "f"

_TITLES = {"mr": MALE, "mister": MALE, "sir": MALE, "lord": MALE, "don": MALE, "fr": MALE, "mullah": MALE}
_TITLES |= {"king": MALE, "prince": MALE, "emir": MALE, "sultan": MALE, "pope": MALE, "cardinal": MALE, "imam": MALE}
_TITLES |= {"ayatollah": MALE, "sheikh": MALE, "sheik": MALE, "monsignor": MALE, "archbishop": MALE, "bishop": MALE}
_TITLES |= {"mrs": FEMALE, "ms": FEMALE, "miss": FEMALE, "madame": FEMALE, "madam": FEMALE, "mme": FEMALE}
_TITLES |= {"queen": FEMALE, "princess": FEMALE, "lady": FEMALE, "dame": FEMALE, "baroness": FEMALE, "sheikha": FEMALE}
_ENDINGS = {"man": MALE, "men": MALE, "woman": FEMALE, "women": FEMALE}

PARTICLES = frozenset(
    "al el ash as at an ad ar bin ibn ben bint abu abd abdel abdul ould de del della da di do dos das du la le van von "
    "den der ter ten zu y e st mac bani".split()
)
"""Small words inside a name that belong to the word after them."""

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""Words after a surname."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun that can stand for somebody.

    `kind` is person, people (several, not named), state (an organ: with a demonym it is the state), opposition (with a
    demonym a side of its own), group, body, country or pair ("the two sides"); `number` s or p; `gender` m, f or "".
    """

    noun: str
    kind: str
    number: str
    gender: str


def gender_of(name: str) -> str:
    """`m`, `f` or "" by the first word of a name that says it: an honorific or a first name."""
    for word in name.split():
        plain = key(word)
        found = _TITLES.get(plain) or first_names().get(plain) or first_names().get(plain.split("-")[0])
        if found:
            return found
    return ""


def gender_of_title(words: str) -> str:
    """`m`, `f` or "" by a title's words: "Mrs.", "Queen", "spokeswoman"."""
    for word in reversed(key(words).split()):
        found = _TITLES.get(word) or next((g for end, g in _ENDINGS.items() if _ends(word, end)), "")
        if found:
            return found
    return ""


def is_first_name(word: str) -> bool:
    """True for a known first name."""
    return key(word) in first_names()


def is_family_name_first(word: str) -> bool:
    """True for a family name of peoples that write it first: "Xi Jinping", "Kim Jong Un"."""
    return key(word) in family_names()


@cache
def further_agents() -> frozenset[str]:
    """Nouns for people and bodies that can take a stand, beside those that `noun` knows."""
    return word_list("further_agents")


@lru_cache(REMEMBERED)
def noun(words: str) -> Noun | None:
    """The entry of a common noun, the longest known ending of `words` ("senior foreign minister")."""
    split = key(words).split()
    for start in range(len(split)):
        found = nouns().get(" ".join(split[start:]))
        if found:
            return found
    return None


@lru_cache(REMEMBERED)
def may_end(word: str) -> bool:
    """False for a word that no common noun ends with; the cheap test before `noun`."""
    found = key(word).split()
    return not found or found[-1] in _last_words()


@cache
def _last_words() -> frozenset[str]:
    return frozenset(noun.rpartition(" ")[2] for noun in nouns())


def titles_called(noun: str) -> frozenset[str]:
    """The titles that a noun calls: "leader" a president or a prime minister; of most nouns only themselves."""
    return _called().get(noun, frozenset({noun}))


@cache
def _called() -> Mapping[str, frozenset[str]]:
    return MappingProxyType({row["noun"]: frozenset(parts(row["titles"])) for row in rows("called_titles")})


@cache
def first_names() -> Mapping[str, str]:
    """First names as `tables.key` writes them, with `m` or `f`."""
    return MappingProxyType({key(row["name"]): row["gender"] for row in rows("first_names")})


@cache
def family_names() -> frozenset[str]:
    """Chinese, Korean and Vietnamese family names as `tables.key` writes them."""
    return frozenset(key(row["name"]) for row in rows("family_names"))


@cache
def nouns() -> Mapping[str, Noun]:
    """Common nouns as `tables.key` writes them."""
    return MappingProxyType(
        {key(r["noun"]): Noun(r["noun"], r["kind"], r["number"], r.get("gender", "")) for r in rows("nominals")}
    )


def _ends(word: str, ending: str) -> bool:
    if word in {"human", "german", "roman", "ottoman", "women"}:
        return False
    if ending in {"man", "men"} and word.endswith(("woman", "women")):
        return False
    return word.endswith(ending) and len(word) > len(ending) + 2
