"""What people's corrections make of a claim: whether it stands, and with which values. Nothing read is overwritten."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from communique.model.claim import Argument, Claim
from communique.model.evidence import Evidence
from communique.model.fact import Change
from communique.model.judgement import Correction, standing
from communique.model.span import Span

STATES = {"accept": "accepted", "reject": "rejected", "edit": "edited", "add": "added"}
"""What a decision makes of an entry; without one it is `proposed`."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A claim, as it was read or added, and all that people decided about it, in order.

    `beside` are the claims, by id, that a reading told apart from it: whatever they resemble, they are other entries.
    """

    id: str
    claim: Claim
    corrections: tuple[Correction, ...]
    beside: Mapping[str, Claim] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a report as it stands: the claim with people's edits, and as it was `read`.

    `id` is that of the claim as read, whatever was edited. `state` is proposed, or what the last decision that was not
    undone made of it: accepted, rejected, edited, added.
    """

    id: str
    claim: Claim
    read: Claim
    state: str = "proposed"
    changes: tuple[Change, ...] = ()

    @property
    def stands(self) -> bool:
        """False when a person rejected it."""
        return self.state != "rejected"


def withdrawn(corrections: Iterable[Correction]) -> dict[str, str]:
    """The reports, by id, that people retracted, each with the moment of the first retraction that still stands.

    Where a person reinstated a report since, whether others or its outlet had withdrawn it, the moment is "".
    """
    found: dict[str, str] = {}
    for made in standing(corrections):
        if made.action == "retract":
            found[made.claim] = found.get(made.claim, "") or made.recorded
        elif made.action == "reinstate":
            found[made.claim] = ""
    return found


def entry(decided: Decided) -> Entry:
    """A claim as people left it; the last decision counts, and of each field the last edit."""
    made, claim = standing(decided.corrections), decided.claim
    edits = {c.field: c for c in made if c.action == "edit"}
    changes = [Change("", "", "", c.by, c.recorded) for c in made if c.action == "add"][:1]
    for edit in edits.values():
        claim, is_own = edited(claim, edit)
        read = "\n".join(decided.claim.all(edit.field))
        changes.append(Change(edit.field, edit.value, read, edit.by, edit.recorded, is_own))
    state = STATES[made[-1].action] if made else "proposed"
    return Entry(decided.id, claim, decided.claim, state, tuple(changes))


def edited(claim: Claim, edit: Correction) -> tuple[Claim, bool]:
    """A claim with one field's values given anew; and whether any of them has no words of the report to support it.

    A value that was read keeps its words. Another rests on those that the edit names, else on the same words where the
    claim's passages have them; the person's own keeps the words that were read there, or the claim's.
    """
    before = [a for a in claim.arguments if a.role == edit.field]
    kept = {a.value: a for a in before}
    own = before[0].evidence if before else claim.evidence[0]
    made, is_own = list[Argument](), False
    for value in edit.value.splitlines():
        evidence = kept[value].evidence if value in kept else _words(claim, edit) or _found(claim.evidence, value)
        is_own = is_own or evidence is None
        made.append(Argument(edit.field, value, evidence or own))
    at = claim.arguments.index(before[0]) if before else len(claim.arguments)
    others = [a for a in claim.arguments if a.role != edit.field]
    return replace(claim, arguments=(*others[:at], *made, *others[at:])), is_own


def _words(claim: Claim, edit: Correction) -> Evidence | None:
    if not edit.words:
        return None
    return Evidence(claim.report, Span(edit.start, edit.start + len(edit.words)), edit.words)


def _found(passages: Sequence[Evidence], value: str) -> Evidence | None:
    """Where a value stands in passages."""
    for passage in passages:
        at = passage.quote.find(value)
        if at >= 0:
            start = passage.span.start + at
            return Evidence(passage.report, Span(start, start + len(value)), value)
    return None
