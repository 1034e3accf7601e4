"""What people decide about processes of talks: dated, signed additions, never overwritten."""

from dataclasses import dataclass

from communique.model.identity import content_id

ACTIONS = ("rename", "join", "split")
"""What a person can do to processes."""


@dataclass(frozen=True, slots=True, order=True)
class Grouping:
    """A person renames a process, joins several, or splits meetings off into a process of their own.

    `groups` hold the ids of the claims of the meetings meant, so that the decision is about content and outlives a
    re-run: one group for each process that is renamed or joined; for a split the meetings that go, then those that
    stay. `about` are the names of these processes as they stood. `revokes` is the id of an earlier decision that this
    one takes back.
    """

    action: str
    groups: tuple[tuple[str, ...], ...]
    about: str
    by: str
    reason: str
    recorded: str
    name: str = ""
    revokes: str = ""

    def __post_init__(self) -> None:
        if self.action not in ACTIONS:
            raise ValueError(f"an action is one of {', '.join(ACTIONS)}, not {self.action!r}")
        if not self.by or not self.recorded:
            raise ValueError("a decision about processes needs a person and a date")

    @property
    def id(self) -> str:
        """Content hash."""
        groups = [list(group) for group in self.groups]
        parts = (self.action, groups, self.about, self.by, self.reason, self.recorded, self.name, self.revokes)
        return content_id("grouping", *parts)

    @property
    def claims(self) -> frozenset[str]:
        """The ids of all claims that are meant."""
        return frozenset(claim for group in self.groups for claim in group)
