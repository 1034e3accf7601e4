"""Decisions about identity and about claims: dated additions by a named person or rule, never overwritten."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from communique.model.identity import content_id

VERDICTS = ("same", "different", "unsure")
"""What can be said of two names."""

ACTIONS = ("accept", "reject", "edit", "add", "retract", "reinstate")
"""What a person can do to a claim, and to all claims of a report: retract or reinstate it."""


class Revocable(Protocol):
    """A decision that a later one can take back."""

    @property
    def id(self) -> str:
        """Content hash."""
        ...

    @property
    def revokes(self) -> str:
        """The id of an earlier decision, or ""."""
        ...


D = TypeVar("D", bound=Revocable)


def standing(made: Iterable[D]) -> list[D]:
    """The decisions that nobody took back, in the order given."""
    known = list(made)
    gone = {d.revokes for d in known if d.revokes}
    return [d for d in known if not d.revokes and d.id not in gone]


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """Two names (ids of `model.entity.Name`) stand for the same or for different people, parties, bodies or places.

    `score` in [0, 1] is the strength of the comparison, `reason` a sentence that a reader can check. `recorded` is
    when a person's judgement was made; a rule's is recomputed and has none. `revokes` is the id of an earlier
    judgement that this one takes back: then `verdict` says nothing, and there may be no reason.
    """

    left: str
    right: str
    verdict: str
    by: str
    reason: str
    score: float = 1.0
    recorded: str = ""
    revokes: str = ""

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS:
            raise ValueError(f"a verdict is one of {', '.join(VERDICTS)}, not {self.verdict!r}")
        if not self.reason and not self.revokes:
            raise ValueError("a judgement needs a reason")

    @property
    def id(self) -> str:
        """Content hash; the two names in either order make one judgement."""
        left, right = sorted((self.left, self.right))
        return content_id("judgement", left, right, self.verdict, self.by, self.reason, self.recorded, self.revokes)


@dataclass(frozen=True, slots=True, order=True)
class Correction:
    """A person accepts, rejects, edits or adds a claim; keyed to the claim's content, so that it outlives a re-run.

    An edit gives the values of one `field` anew: `value` holds them, one a line, and nothing where the report does not
    say. `words` are those of the report that support them, `start` their first code point in its text; -1 where the
    person named none. `revokes` is the id of an earlier correction that this one undoes. To retract is about a whole
    report: `claim` is then its id.
    """

    claim: str
    action: str
    by: str
    reason: str
    recorded: str
    field: str = ""
    value: str = ""
    revokes: str = ""
    words: str = ""
    start: int = -1

    def __post_init__(self) -> None:
        if self.action not in ACTIONS:
            raise ValueError(f"an action is one of {', '.join(ACTIONS)}, not {self.action!r}")

    @property
    def id(self) -> str:
        """Content hash."""
        parts = (self.action, self.by, self.reason, self.recorded, self.field, self.value, self.revokes)
        words = (self.words, self.start) if self.words else ()
        return content_id("correction", self.claim, *parts, *words)
