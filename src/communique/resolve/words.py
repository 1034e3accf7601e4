"""Comparing wordings: words, content words, and runs of five words."""

import re
import zlib
from collections.abc import Collection, Sequence
from functools import lru_cache

RUN = 5
"""Words in a run: long enough that two reporters seldom write the same one by chance."""

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s)[^.!?\n]*)*[.!?]*[\"”’']?")
"""A sentence, roughly: a mark within a word or number ends none."""
SPELLED = "one two three four five six seven eight nine ten eleven twelve".split()
"""Numbers that reports write in letters, from one on."""

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_SUFFIX = re.compile(r"(?:ations?|ings?|ies|ed|es|s|ly|['’]s)$")
_EMPTY = frozenset(
    "a an the and or but of to in on at by for from with without into onto over under about after before between among "
    "during until through against as is are was were be been being am do does did has have had having will would shall "
    "should can could may might must not no nor it its this that these those he she his her him they them their we our "
    "us you your i my who whom whose which what when where why how than then there here also any all both each other "
    "such so if said says say new more most some his'".split()
)


def words(text: str) -> list[str]:
    """The words of a text without case or marks."""
    return _WORD.findall(text.casefold())


@lru_cache(maxsize=65536)
def content(text: str) -> frozenset[str]:
    """The words that carry the meaning of a phrase, without endings; numbers count."""
    return frozenset(_SUFFIX.sub("", w) or w for w in words(text) if w not in _EMPTY)


def alike(left: str, right: str) -> float:
    """How much of the shorter phrase's content the two share, in [0, 1], weighed down when one says far more."""
    a, b = content(left), content(right)
    if not a or not b:
        return 0.0
    shared = len(a & b)
    return shared / min(len(a), len(b)) * 0.7 + shared / max(len(a), len(b)) * 0.3


def runs(text: str) -> list[int]:
    """Hashes of every run of `RUN` words in order (of all words together when there are fewer)."""
    found = words(text)
    count = max(1, len(found) - RUN + 1)
    return [zlib.crc32(" ".join(found[i : i + RUN]).encode()) for i in range(count)] if found else []


def coverage(part: Sequence[int], whole: Collection[int]) -> float:
    """The share of a text's words, given as its `runs`, that stand in runs found in `whole`."""
    covered = until = 0
    for position, run in enumerate(part):
        if run in whole:
            covered += RUN - max(0, until - position)
            until = position + RUN
    return covered / (len(part) + RUN - 1) if part else 0.0


@lru_cache(maxsize=65536)
def normalised(text: str) -> str:
    """A text that is equal for equal words, however they are set."""
    return " ".join(words(text))
