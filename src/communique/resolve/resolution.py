"""From reports, claims and judgements to entities and facts: a pure function, the same for any order of its input."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.model.claim import KINDS, Claim
from communique.model.entity import Entity
from communique.model.fact import Fact, Origin
from communique.model.judgement import Correction, Judgement
from communique.model.report import Report
from communique.resolve import entries, meetings
from communique.resolve.chains import chains
from communique.resolve.copies import Copy, copies, origins
from communique.resolve.disputes import denied, disputed
from communique.resolve.facts import Background, fact
from communique.resolve.identity import identify
from communique.resolve.items import Item, Keys, Score, fold, items
from communique.resolve.links import announced, held_by_two

RULES: Mapping[str, tuple[Keys, Score]] = {
    "meetings": (meetings.keys, meetings.score),
    "offices": (entries.office_keys, entries.office_score),
    "changes": (entries.office_keys, entries.change_score),
    "statements": (entries.statement_keys, entries.statement_score),
    "positions": (entries.position_keys, entries.position_score),
    "proposals": (entries.proposal_keys, entries.proposal_score),
    "next_steps": (entries.step_keys, entries.step_score),
    "citations": (entries.citation_keys, entries.citation_score),
    "parties": (entries.party_keys, entries.party_score),
}
"""For each kind: the blocks a claim belongs to, and how well it fits a group. Times are not facts."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the record amounts to: facts and entities in the order of the export."""

    facts: tuple[Fact, ...]
    entities: tuple[Entity, ...]
    judgements: tuple[Judgement, ...]
    origins: tuple[Origin, ...]


def resolve(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    judged: Iterable[Judgement] = (),
    corrected: Iterable[Correction] = (),
) -> Resolution:
    """Resolve a whole record."""
    by_id = {r.id: r for r in reports}
    kept = [c for c in without_rejected(claims, corrected) if c.kind in RULES and c.report in by_id]
    identity = identify(kept, judged)
    found = copies(reports)
    roots = origins(reports, found)
    background = Background({e.id: e for e in identity.entities}, chains(by_id, roots, kept))
    by_kind: dict[str, list[Item]] = defaultdict(list)
    for item in items(kept, by_id, identity, roots):
        by_kind[item.claim.kind].append(item)
    made = [f for kind in KINDS if kind in RULES for f in _facts(kind, by_kind[kind], background)]
    linked = held_by_two(announced(denied(made)), background.entities)
    return Resolution(
        tuple(sorted(linked, key=_place)),
        identity.entities,
        identity.judgements,
        _origins(found, roots, background.chains.wires),
    )


def without_rejected(claims: Iterable[Claim], corrected: Iterable[Correction]) -> list[Claim]:
    """Claims that no person has rejected, or whose rejection was taken back."""
    known = list(corrected)
    gone = {c.revokes for c in known if c.revokes}
    rejected = {c.claim for c in known if c.action == "reject" and c.id not in gone and not c.revokes}
    return [c for c in claims if c.id not in rejected]


def _facts(kind: str, found: Sequence[Item], background: Background) -> list[Fact]:
    keys, score = RULES[kind]
    groups = fold(found, keys, score)
    return [disputed(fact(kind, group, background), group, background.entities) for group in groups]


def _origins(found: Iterable[Copy], roots: Mapping[str, str], wires: Mapping[str, str]) -> tuple[Origin, ...]:
    """Each report's root, the earlier report it shares most with, and the agency in its dateline."""
    nearest = {copy.report: copy for copy in sorted(found, key=lambda c: (c.share, c.of))}
    made = []
    for report, root in roots.items():
        copy, wire = nearest.get(report), wires.get(report, "")
        shared = (copy.of, copy.share, copy.paragraphs) if copy else ("", 0.0, 0)
        made.append(Origin(report, root, *shared, wire))
    return tuple(sorted(made))


def _place(fact: Fact) -> tuple[int, str, str, str]:
    return KINDS.index(fact.kind), fact.first or "~", fact.published, fact.id
