"""What answers a query or a question: entries and their words."""

from dataclasses import dataclass

from communique.model.rows import Words


@dataclass(frozen=True, slots=True)
class FoundRow:
    """An entry that answers a query or question; `what` is it in the words of its reports."""

    id: str
    kind: str
    when: str
    status: str
    what: str
    published: str
    origins: int
    disputes: tuple[str, ...]
    sources: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with the form it was taken for, how it was understood (names and values), and the entries."""

    question: str
    form: str
    asked: tuple[tuple[str, str], ...]
    rows: tuple[FoundRow, ...]
