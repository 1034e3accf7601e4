"""From reports, claims and judgements to entities and facts: a pure function, the same for any order of its input.

This is the record worked out at once, from nothing. `update` works out the same from what changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.model.claim import KINDS, Claim
from communique.model.correcting import Decided, Entry
from communique.model.entity import Entity
from communique.model.fact import Fact, Origin
from communique.model.judgement import Judgement
from communique.model.report import Report
from communique.resolve.chains import chains
from communique.resolve.copies import Copy, copies, likeness, origins
from communique.resolve.corrections import entries
from communique.resolve.denials import DENIABLE, denials, denying, telling
from communique.resolve.disputes import disputed, with_denial
from communique.resolve.facts import fact, fact_id
from communique.resolve.identity import identify
from communique.resolve.items import Group, Item, fold, items
from communique.resolve.links import announced, held_by_two
from communique.resolve.revisions import versions
from communique.resolve.rules import RULES

FOREVER = "~"
"""After every day of publication."""


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
    decided: Iterable[Decided] = (),
    *,
    known: Iterable[str] | None = None,
    withdrawn: Mapping[str, str] | None = None,
) -> Resolution:
    """Resolve a whole record; with `known`, the facts that these reports (by id) alone amount to. `withdrawn` are the
    reports that people retracted, each with since when.

    Who is who, and which agency a dateline means, are judged by all that the record holds, also where only some of its
    reports were known.
    """
    by_id = {r.id: r for r in reports}
    standing = [e for e in _standing(claims, decided) if e.claim.kind in RULES and e.claim.report in by_id]
    kept = [e.claim for e in standing]
    identity = identify(kept, judged)
    entities = {e.id: e for e in identity.entities}
    found = copies(reports)
    changes = {e.id: e.changes for e in standing if e.changes}
    shown = frozenset(by_id if known is None else known)
    shares = {(min(c.report, c.of), max(c.report, c.of)): c.share for c in found}
    revised = versions((r for r in by_id.values() if r.id in shown), shares)
    chained = replace(
        chains(by_id, origins(reports, found), kept), changes=changes, versions=revised, withdrawn=withdrawn or {}
    )
    by_kind: dict[str, list[Item]] = defaultdict(list)
    for item in items([(e.claim, e.id) for e in standing if e.claim.report in shown], identity, chained):
        by_kind[item.claim.kind].append(item)
    groups = {kind: fold(by_kind[kind], rule) for kind, rule in RULES.items()}
    made = {
        f.id: disputed(f, now, entities, lambda id: by_id[id].text)
        for kind, found_ in groups.items()
        for group in found_
        for now in ([item.known(FOREVER) for item in group.items],)
        for f in (fact(kind, now, entities),)
    }
    linked = held_by_two(announced(_denied(made, groups)), entities)
    return Resolution(
        tuple(sorted(linked, key=place)),
        identity.entities,
        identity.judgements,
        tuple(o for o in _origins(found, chained.roots, chained.wires) if o.report in shown),
    )


def _standing(claims: Iterable[Claim], decided: Iterable[Decided]) -> list[Entry]:
    """What stands of the claims, report by report."""
    by_report: dict[str, list[Decided]] = defaultdict(list)
    for one in decided:
        by_report[one.claim.report].append(one)
    read: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        read[claim.report][claim.id] = claim
    return [e for id in {**read, **by_report} for e in entries(read[id], by_report[id]) if e.stands]


def place(fact: Fact) -> tuple[int, str, str, str]:
    """Where a fact stands in the export."""
    return KINDS.index(fact.kind), fact.first or "~", fact.published, fact.id


def _denied(made: Mapping[str, Fact], groups: Mapping[str, Sequence[Group]]) -> list[Fact]:
    """Facts with the denials of them."""
    said = [denying(_id("statements", g), g.items[0]) for g in groups["statements"]]
    told = [telling(_id(kind, g), item) for kind in DENIABLE for g in groups[kind] for item in g.taken]
    changed = dict(made)
    for denial in sorted(denials([s for s in said if s], told), key=lambda d: (d.fact, d.day, d.statement)):
        changed[denial.fact] = with_denial(changed[denial.fact], made[denial.statement])
    return list(changed.values())


def _id(kind: str, group: Group) -> str:
    return fact_id(kind, group.items[0].id)


def _origins(found: Iterable[Copy], roots: Mapping[str, str], wires: Mapping[str, str]) -> tuple[Origin, ...]:
    """Each report's root, the earlier report it shares most with, and the agency in its dateline."""
    nearest = {copy.report: copy for copy in sorted(found, key=likeness)}
    made = (origin(report, root, nearest.get(report), wires.get(report, "")) for report, root in roots.items())
    return tuple(sorted(made))


def origin(report: str, root: str, copy: Copy | None, wire: str) -> Origin:
    """Where one report's text comes from."""
    return Origin(report, root, *((copy.of, copy.share, copy.paragraphs) if copy else ("", 0.0, 0)), wire)
