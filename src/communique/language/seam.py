"""The two seams of reading: what reads texts word by word, and what reads whole reports.

A `Parser` is a model: the shipped `Encoder`, or an adapter of `language.adapters`. An `Annotator` is all of reading;
`DefaultAnnotator` makes one of any parser by adding the rules. Either can be replaced: what comes back is held to
`model.soundness` before a claim is made of it, so that whatever was plugged in, no evidence means no claim.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from communique.model.reading import Attribution, Name, Reading, Sentence, Token
from communique.model.report import Report


@dataclass(frozen=True, slots=True)
class Parse:
    """What a model found in one text. Attributions are raw: its own spans, no rule applied; there may be none."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    attributions: tuple[Attribution, ...]


class Parser(Protocol):
    """Reads words, sentences, syntax and names, each text for itself."""

    @property
    def version(self) -> str:
        """Names the model."""
        ...

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """One parse a text, in the same order, the same whatever the other texts are."""
        ...


class Annotator(Protocol):
    """Anything that turns reports into readings, one each, in order."""

    @property
    def version(self) -> str:
        """Model and rules in one word; readings of different versions are not mixed."""
        ...

    def annotate(self, reports: Sequence[Report]) -> list[Reading]:
        """One reading a report, in the same order."""
        ...
