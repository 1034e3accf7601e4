"""What became of every candidate that rules found for an entry: kept, or not and why.

Kinds whose candidates a linear model scores decide through these values, so that an explanation shows what decided.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from communique.claims.scoring import LinearModel

T = TypeVar("T")

UNLIKELY = "below the threshold"
DOUBLE = "a likelier candidate says the same"


@dataclass(frozen=True, slots=True)
class Verdict(Generic[T]):
    """A candidate with the features that hold of it, its score by the model, and why it is no entry, "" for one."""

    candidate: T
    features: Sequence[str]
    score: float
    why: str = ""

    @property
    def is_entry(self) -> bool:
        """True for a candidate that makes an entry."""
        return not self.why


def judged(model: LinearModel, described: Iterable[tuple[T, Sequence[str]]]) -> list[Verdict[T]]:
    """The verdict of the model alone on candidates with their features, in the same order."""
    found = []
    for candidate, features in described:
        _, score = model.best(features)
        found.append(Verdict(candidate, features, score, "" if score >= model.threshold else UNLIKELY))
    return found


def once_each(verdicts: Sequence[Verdict[T]], kept: Iterable[T]) -> list[Verdict[T]]:
    """The verdicts, of those for an entry only candidates in `kept` staying one; the others say nothing new."""
    new = {id(candidate) for candidate in kept}
    return [v if v.why or id(v.candidate) in new else replace(v, why=DOUBLE) for v in verdicts]
