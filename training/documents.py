"""Training documents: one shape for every data set."""

from dataclasses import dataclass, field

NAME_KINDS = ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "MISC")
NAME_LABELS = ("O", *(f"{mark}-{kind}" for kind in NAME_KINDS for mark in "BI"))
ROLE_LABELS = ("O", "B", "I")
LINK_LABELS = ("O", "B-SOURCE", "I-SOURCE", "B-CONTENT", "I-CONTENT")
ANY = -1
"""Stands where a data set does not say."""


@dataclass(frozen=True, slots=True)
class Word:
    """One token; `spaced` when white space stands before it; numbers of its sentence and paragraph."""

    text: str
    spaced: bool
    sentence: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Word numbers of the parts of one attribution; `known` words are those whose role is certain (None: all)."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    sure_of_source: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """Words of one text with whatever one data set says of them; an empty list: it says nothing.

    `heads` are word numbers in the document, a root is its own head. `names` holds for each word the labels allowed.
    """

    name: str
    words: list[Word]
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    names: list[frozenset[str]] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    quotes: list[bool] = field(default_factory=list)
    """Words whose roles in attributions are annotated."""
