"""What is shown of a plan that reports tell of over time: its versions, its points, and who stands where on it."""

from dataclasses import dataclass

from communique.model.rows import Stage, Words


@dataclass(frozen=True, slots=True)
class Naming:
    """What one claim calls a proposal: the number and id of its fact, where it stands, the words of the claim.

    `by` are its authors as written, `authors` the ids of those who are known. `stands` is False when the outlet's
    report has the words no more, or was retracted.
    """

    number: int
    fact: str
    published: str
    outlet: str
    report: str
    start: int
    quote: str
    name: str
    by: tuple[str, ...]
    authors: frozenset[str]
    stands: bool


@dataclass(frozen=True, slots=True)
class AuthorRow:
    """Whose plan it is, with the first words that say so."""

    name: str
    words: Words


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One version of a plan, numbered in the order in which reports came to tell of them.

    `how` says what makes it a version: `first`, `points` (their number changed), `revised`, `counter` (an answer to the
    version before by another side). `points` is their number, 0 where no report gives it. `first` and `last` are the
    publications of the first and last report of it, `words` those that tell it from the others.
    """

    number: int
    how: str
    points: int
    authors: tuple[str, ...]
    first: str
    last: str
    outlets: tuple[str, ...]
    words: Words
    sources: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class LinkRow:
    """Why two proposals are one plan: the ids of both, the reason, and the words of the later one."""

    earlier: str
    later: str
    reason: str
    words: Words


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan: the proposals (`ids`) that reports tell of it, the first of which gives it its id, and its versions.

    Sources that name no version stand among `sources` alone, unless there is one version only.
    """

    id: str
    ids: tuple[str, ...]
    name: str
    names: tuple[str, ...]
    authors: tuple[AuthorRow, ...]
    status: str
    first: str
    last: str
    drafts: tuple[DraftRow, ...]
    links: tuple[LinkRow, ...]
    life: tuple[Stage, ...]
    origins: int
    disputes: tuple[str, ...]
    sources: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class PointRow:
    """A point of a plan as a report lists it (`number` as there, 0 where it counts none); `draft` is the number of the
    version, 0 where the report does not tell.
    """

    number: int
    text: str
    draft: int
    words: Words


@dataclass(frozen=True, slots=True)
class ReactionRow:
    """What a side does about a plan: its stance (accepts, rejects, conditional, …) since a day of publication."""

    id: str
    party: str
    by: str
    stance: str
    issue: str
    draft: int
    since: str
    words: Words


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """What somebody says of a plan."""

    id: str
    speaker: str
    content: tuple[str, ...]
    draft: int
    published: str
    words: Words


@dataclass(frozen=True, slots=True)
class WholePlan:
    """A plan with its points, who accepts or refuses it, and what was said of it, oldest first."""

    plan: PlanRow
    points: tuple[PointRow, ...]
    reactions: tuple[ReactionRow, ...]
    remarks: tuple[RemarkRow, ...]
