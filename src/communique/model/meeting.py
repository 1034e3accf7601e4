"""What statuses of meetings say, and one meeting as its page shows it: with the channel of contact, the rounds next to
it, and its process of talks.
"""

from dataclasses import dataclass

from communique.model.process import ProcessRow
from communique.model.rows import MeetingRow, Words

PLANNED = frozenset({"scheduled", "proposed"})
"""Statuses of meetings to come."""
DONE = frozenset({"held", "under_way"})
"""Statuses of meetings that took place or do."""
OFF = frozenset({"postponed", "cancelled", "refused"})
"""Statuses of meetings that were not or will not be held as planned."""
UNDONE = PLANNED | OFF
"""Statuses of meetings that have not taken place."""


@dataclass(frozen=True, slots=True)
class ContactRow:
    """How the sides talked: direct, proximity (indirect, in one place), shuttle or mediated, by these words."""

    channel: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class RoundRow:
    """The meeting of the same sides next `before` or `after` another (`relation`); `about` says who met where."""

    relation: str
    id: str
    about: str
    status: str
    when: str
    sources: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A meeting with what it is part of; `contact` and `process` are `None` where no report tells of any."""

    meeting: MeetingRow
    contact: ContactRow | None
    rounds: tuple[RoundRow, ...]
    process: ProcessRow | None
