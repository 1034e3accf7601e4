"""The world's towns, given names and family names: long lists that hint at what a capitalised word may be.

They name nobody and place nothing by themselves ("Victoria" stands in all three); the encoder weighs them.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from communique.lexicon.cities import cities
from communique.lexicon.countries import forms
from communique.lexicon.tables import REMEMBERED, key, text

PLACE, GIVEN, FAMILY = 1, 2, 4
"""Their sum is what is told of a word: 0 to 7."""

MASKS = 8
"""How many sums there are."""

LONGEST = 4
"""Words in the longest name of a place that is looked for."""


def listed(words: Sequence[str]) -> list[int]:
    """The lists that each word stands in; only words with a capital are looked up, "Buenos Aires" as a whole."""
    found = [0] * len(words)
    longer = _first_words()
    for i, word in enumerate(words):
        if not word[:1].isupper():
            continue
        own = key(word)
        found[i] |= _mask(own)
        if own in longer:
            for last in range(min(len(words), i + LONGEST), i + 1, -1):
                if _is_place(key(" ".join(words[i:last]))):
                    found[i:last] = [mask | PLACE for mask in found[i:last]]
                    break
    return found


@lru_cache(REMEMBERED)
def _mask(own: str) -> int:
    """The lists that one word stands in by itself."""
    given, family = _names("listed_given"), _names("listed_family")
    return PLACE * _is_place(own) | GIVEN * (own in given) | FAMILY * (own in family)


def is_listed_place(name: str) -> bool:
    """True for the name of any place of the lists, small towns with it."""
    return _is_place(key(name))


def _is_place(own: str) -> bool:
    return own in _names("listed_places") or own in cities() or own in _states()


@cache
def _names(name: str) -> frozenset[str]:
    """The lines of `data/<name>.txt`, without accents and capitals; its comments, behind `#`, name nothing."""
    return frozenset(text(f"{name}.txt").splitlines())


@cache
def _states() -> frozenset[str]:
    return frozenset(form for form, (_, kind, _) in forms().items() if kind in ("name", "capital"))


@cache
def _first_words() -> frozenset[str]:
    """The first words of places of several words."""
    places = (_names("listed_places"), cities(), _states())
    return frozenset(place[: place.index(" ")] for group in places for place in group if " " in place)
