"""What one report says, with the words that say it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from communique.model.evidence import Evidence
from communique.model.identity import content_id
from communique.model.report import Report
from communique.model.span import Span

KINDS = (
    "citations",
    "offices",
    "changes",
    "meetings",
    "statements",
    "positions",
    "proposals",
    "next_steps",
    "times",
    "parties",
)


@dataclass(frozen=True, slots=True, order=True)
class Argument:
    """One value of one field, with the passage it was read from.

    A field with several values (`participants`) is several arguments of the same `role`, in order.
    """

    role: str
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Claim:
    """One entry of the kinds in `KINDS`: never without evidence, never edited; its id is a hash of its content.

    `evidence` supports the entry as a whole (what the annotation guide calls `evidence`). `made_by` names the rule or
    model head, `score` in [0, 1] is its strength, not a probability.
    """

    kind: str
    report: str
    arguments: tuple[Argument, ...]
    evidence: tuple[Evidence, ...]
    made_by: str
    score: float = 1.0

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a claim of kind {self.kind} needs evidence")

    @property
    def id(self) -> str:
        """Content hash: kind, report, values and where they stand; not the rule that found them."""
        values = [[a.role, a.value, a.evidence.span.start, a.evidence.span.end] for a in self.arguments]
        return content_id("claim", self.kind, self.report, values, [[e.span.start, e.span.end] for e in self.evidence])

    def get(self, role: str) -> str:
        """The first value of a field, or ""."""
        return next((a.value for a in self.arguments if a.role == role), "")

    def all(self, role: str) -> tuple[str, ...]:
        """Every value of a field, in order."""
        return tuple(a.value for a in self.arguments if a.role == role)

    def quoted_from(self, report: Report) -> "Claim":
        """The claim with all its passages as `report` has them, which may break its lines elsewhere."""
        arguments = tuple(Argument(a.role, a.value, report.quote(a.evidence.span)) for a in self.arguments)
        return replace(self, arguments=arguments, evidence=tuple(report.quote(e.span) for e in self.evidence))

    def argument(self, role: str) -> Argument | None:
        """The first argument of a field, with its evidence."""
        return next((a for a in self.arguments if a.role == role), None)

    def field(self, role: str) -> "Field | None":
        """The first value of a field and where it was read."""
        found = self.argument(role)
        return (found.value, found.evidence.span) if found is not None else None


Field = tuple[str, Span]
"""A value and where it was read."""


def claim(
    report: Report,
    kind: str,
    fields: Mapping[str, Field | Sequence[Field] | None],
    *,
    evidence: Sequence[Span],
    made_by: str,
    score: float = 1.0,
) -> Claim:
    """Build a claim; fields that are `None` or whose value is empty are left out, lists keep their order."""
    arguments = tuple(
        Argument(role, value, report.quote(span))
        for role, given in fields.items()
        for value, span in _listed(given)
        if value
    )
    return Claim(kind, report.id, arguments, tuple(report.quote(span) for span in evidence), made_by, score)


def _listed(given: Field | Sequence[Field] | None) -> Sequence[Field]:
    if given is None:
        return ()
    if isinstance(given, tuple) and len(given) == 2 and isinstance(given[0], str):
        return ((given[0], given[1]),)
    return given
