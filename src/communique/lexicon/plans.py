"""Words by which reports tell one version of a plan from another, and say what a plan holds.

Classes of `plan_words.tsv`: `revised` stands before a later version ("the amended plan"), `counter` names an answer to
another's plan, `changed` are participles of what was done to its points ("cut from 28 points to 19"), `contents` stand
between a plan and what it holds ("the plan calls for …").
"""

import re
from functools import cache, lru_cache

from communique.lexicon.documents import document_classes
from communique.lexicon.tables import REMEMBERED, alternatives, rows
from communique.lexicon.times import time_words

WRITTEN = frozenset({"plan", "proposal", "draft", "agreement"})
"""Kinds of documents that have drafts; a truce holds or does not, a resolution is voted on."""

_NOUN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")

NUMBER = r"\d{1,3}|[a-z]+(?:-[a-z]+)?"
"""A number in figures or words, as a pattern; `number` says whether it is one."""


def number(written: str) -> int:
    """A number below a hundred in figures or words ("28", "twenty-eight"), 0 for anything else."""
    if written.isdigit():
        return int(written)
    kinds = [time_words().get(part, ("", "")) for part in written.casefold().split("-")]
    return sum(int(value) for _, value in kinds) if all(kind == "NUMWORD" for kind, _ in kinds) else 0


@lru_cache(REMEMBERED)
def kinds_of(noun: str) -> frozenset[str]:
    """The kinds of documents with versions that a noun may name ("plan", "Proposals")."""
    plain = noun.casefold()
    return frozenset(document_classes(plain) or document_classes(plain.removesuffix("s"))) & WRITTEN


def nouns(text: str) -> list[str]:
    """The words of a text that may be nouns: no figures."""
    return _NOUN.findall(text)


def names_document(text: str) -> bool:
    """True when any word of a text may name a document with versions."""
    return any(map(kinds_of, nouns(text)))


@cache
def plan_words(*kinds: str) -> str:
    """The words of classes as alternatives of a pattern, longer ones first; a hyphen may be a space."""
    words = {row["word"] for row in rows("plan_words") if row["class"] in kinds}
    return alternatives(words).replace(r"\ ", r"\s+").replace(r"\-", "[- ]")


@cache
def counter_words() -> re.Pattern[str]:
    """Names of an answer to another's plan."""
    return re.compile(rf"\b(?:{plan_words('counter')})s?\b", re.IGNORECASE)


@cache
def plain_words() -> frozenset[str]:
    """Words of a plan's name that tell it from no other plan of a negotiation."""
    return frozenset(row["word"] for row in rows("plan_words") if row["class"] == "plain")
