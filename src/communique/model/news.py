"""What the record learnt of late, and what it could not read, as rows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """An entry that a report tells: `is_new` when no report tells it that was recorded earlier."""

    id: str
    kind: str
    title: str
    status: str
    when: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class NewsRow:
    """A report that the record learnt at `recorded` (ISO 8601, UTC), with what it changed, and how many of its
    statements are new.
    """

    id: str
    outlet: str
    published: str
    title: str
    recorded: str
    statements: int
    changes: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """What could not be read in a report (`id`): `code` is short and fixed, `message` says what is wrong and what to
    do.
    """

    id: str
    outlet: str
    published: str
    title: str
    stage: str
    code: str
    message: str
