"""What may be a position: a word of stance or a modal, whose stand it is and what it is about."""

from dataclasses import dataclass

from communique.claims.holders import Holder
from communique.model.span import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """`source` is lexical or modal; `stances` are those the words may express, after negation and condition.

    `trigger` and `about` (the head of the complement, -1 for none) are token numbers.
    """

    source: str
    trigger: int
    word: str
    stances: tuple[str, ...]
    holder: Holder
    issue: Span
    about: int
    negated: bool = False
    nested: bool = False
    conditional: bool = False

    @property
    def stance(self) -> str:
        """The stance it states, if it states one: the likeliest of `stances`."""
        return self.stances[0]
