"""What a stage could not do: stored and shown, never only logged."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from communique.model.span import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """`stage` could not do something to `report` (an id, or the input's name before it has one).

    `code` is a short fixed word for programs, `message` the sentence for people: what is wrong, what to do next.
    """

    stage: str
    code: str
    message: str
    report: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a stage returns: what it made and what it could not do."""

    values: tuple[T, ...]
    problems: tuple[Problem, ...] = ()
