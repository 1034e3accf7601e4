"""Which statement denies which fact: a speaker denies in words with which a report told of it.

Causal, as folding is: a denial goes to the fact that fits it best on the first day on which any fact fits: the day of
the denial itself, or a later one on which what was denied is reported. What comes after that day changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from communique.resolve.items import Item, is_denial
from communique.resolve.words import content

WITHIN = 14
"""Days between a report and the denial of it."""

DENIABLE = ("meetings", "proposals")


@dataclass(frozen=True, slots=True)
class Told:
    """What one claim behind a fact says: the day of its publication as a number, and its content words."""

    fact: str
    day: int
    words: frozenset[str]


@dataclass(frozen=True, slots=True, order=True)
class Denial:
    """The statement `statement` denies the fact `fact`, which shows from the day `day` (a number) on."""

    fact: str
    day: int
    statement: str


def denying(statement: str, first: Item) -> Told | None:
    """A statement as a denial, by its first source; None when it denies nothing."""
    if not is_denial(first.get("cue")):
        return None
    return Told(statement, first.day, content(" ".join(first.claim.all("content"))))


def telling(fact: str, item: Item) -> Told:
    """A claim behind a fact that can be denied."""
    return Told(fact, item.day, content(item.source.quote))


def denials(said: Iterable[Told], told: Sequence[Told]) -> list[Denial]:
    """The facts that are denied: at least three of the denied words are told of them, and three in five."""
    by_word: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        for word in one.words:
            by_word[word].append(one)
    found = []
    for statement in said:
        denial = _denied(statement, by_word)
        if denial is not None:
            found.append(denial)
    return sorted(found)


def _denied(statement: Told, by_word: Mapping[str, Sequence[Told]]) -> Denial | None:
    near = sorted(
        (max(one.day, statement.day), one.fact, word)
        for word in statement.words
        for one in by_word.get(word, ())
        if abs(one.day - statement.day) <= WITHIN
    )
    shared: dict[str, set[str]] = defaultdict(set)
    for day, hits in groupby(near, key=lambda hit: hit[0]):
        for _, fact, word in hits:
            shared[fact].add(word)
        best, fact = min((-len(words), fact) for fact, words in shared.items())
        if -best >= max(3, 0.6 * len(statement.words)):
            return Denial(fact, day, statement.fact)
    return None
