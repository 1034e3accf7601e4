"""Who had it from whom: the outlet that the words behind a claim come from in the end.

Two kinds of edge, kept apart: a copy repeats another report's text; a credit names another outlet beside the words
("citing Axios"). Where neither applies, a report is its own origin.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from communique.lexicon.outlets import outlet as known_outlet
from communique.lexicon.tables import key
from communique.model.claim import Claim
from communique.model.fact import Change, Lapse, Source
from communique.model.report import Report
from communique.resolve.credits import MEDIA, Credit, credits
from communique.resolve.outlets import outlet_name, via
from communique.resolve.revisions import Version

KNOWN = frozenset({"citations", "offices", "parties"})
"""Kinds that reporters know of themselves: a credit beside a title is for the rest of the sentence."""

NEAR = 200
"""Code points after a credited statement within which its speaker may go on."""


class Published(Protocol):
    """What is asked of a report here: all but its text."""

    @property
    def outlet(self) -> str:
        """Who published it."""
        ...

    @property
    def published(self) -> str:
        """When."""
        ...

    @property
    def url(self) -> str:
        """Its address."""
        ...


Near = dict[str, list[tuple[int, int, str]]]
"""For each report the outlets that it credits, with the places of the words."""


@dataclass(frozen=True, slots=True)
class Chains:
    """Copies and credits of a whole record, ready to be asked about one claim."""

    reports: Mapping[str, Published]
    roots: Mapping[str, str]
    credits: Mapping[str, Sequence[tuple[int, int, str]]]
    wires: Mapping[str, str]
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    """What people made of claims, by the claims' ids."""
    versions: Mapping[str, Version] = field(default_factory=dict)
    """What other versions of a report mean for it, by its id."""
    withdrawn: Mapping[str, str] = field(default_factory=dict)
    """The reports that people retracted, by id, with since when; "" for those that they reinstated."""

    def source(self, claim: Claim, id: str) -> Source:
        """A claim (with its id) as a source, with the origin of its words."""
        report, first = self.reports[claim.report], claim.evidence[0]
        version = self.versions.get(claim.report)
        origin, relation = self._origin(claim)
        return Source(
            version.published if version else report.published,
            report.outlet,
            claim.report,
            id,
            first.span.start,
            first.span.end,
            first.quote,
            report.url,
            origin,
            relation,
            self.changes.get(id, ()),
            withdrawn_since=self.withdrawn.get(claim.report, ""),
        )

    def lapses(self, claim: Claim) -> tuple[Lapse, ...]:
        """The times in which the outlet's report did not have the words of a claim."""
        version = self.versions.get(claim.report)
        found = version.lapses(claim) if version else ()
        is_reinstated = self.withdrawn.get(claim.report) == ""
        return tuple(lapse for lapse in found if not (is_reinstated and lapse.is_withdrawal))

    def is_copy(self, report: str) -> bool:
        """True when the report's text goes back to another report."""
        return self.roots.get(report, report) != report

    def _origin(self, claim: Claim) -> tuple[str, str]:
        root_id = self.roots.get(claim.report, claim.report)
        root = self.reports[root_id]
        own = outlet_name(self.reports[claim.report].outlet)
        credited = self._credited(claim)
        if credited and claim.kind not in KNOWN and credited not in (own, outlet_name(root.outlet)):
            return credited, "credit"
        if claim.report in self.wires:
            return self.wires[claim.report], "copy" if root_id != claim.report else "credit"
        version = self.versions.get(root_id)
        one = version.first if version else root_id
        return outlet_name(root.outlet) or one, "own" if root_id == claim.report else "copy"

    def _credited(self, claim: Claim) -> str:
        """The outlet credited for the first words of a claim: the report may come back to it with another's."""
        words = claim.evidence[0].span
        return _first(c for c in self.credits.get(claim.report, ()) if _meet(c, words.start, words.end))


def chains(reports: Mapping[str, Report], roots: Mapping[str, str], claims: Iterable[Claim]) -> Chains:
    """Gather the credits of all reports: those read from them as claims, and those that their words show."""
    outlets = frozenset(outlet_key(r.outlet) for r in reports.values() if r.outlet)
    found = {id: credits(report, outlets) for id, report in reports.items()}
    wires = {id: wire for id, r in reports.items() if (wire := wire_in(found[id], r.outlet))}
    return Chains(reports, roots, near(found, claims, outlets), wires)


def outlet_key(written: str) -> str:
    """An outlet as it is looked up."""
    return key(outlet_name(written))


def wire_in(credits: Iterable[Credit], outlet: str) -> str:
    """The outlet that a report of `outlet` took its whole text from, by its credits, or ""."""
    return next((c.outlet for c in credits if c.whole), "") or via(outlet)


def near(found: Mapping[str, Iterable[Credit]], claims: Iterable[Claim], outlets: Collection[str]) -> Near:
    """The credits for single passages: those found in the words of reports, those read from them as claims, and what
    the speaker of a credited statement goes on to say.
    """
    passages: Near = defaultdict(list)
    said: dict[str, list[Claim]] = defaultdict(list)
    for id, of_report in found.items():
        passages[id] += [(c.start, c.end, c.outlet) for c in of_report if not c.whole]
    for claim in claims:
        name = cited_outlet(claim)
        if name and (key(name) in outlets or known_outlet(name)):
            passages[claim.report] += [(e.span.start, e.span.end, name) for e in claim.evidence]
        elif claim.kind == "statements":
            said[claim.report].append(claim)
    for id, statements in said.items():
        if id in passages:
            passages[id] += _going_on(statements, passages[id])
    return passages


def _going_on(statements: Iterable[Claim], credits: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Statements right after a credited one of the same speaker: "…, she told Reuters. She said …"."""
    found: list[tuple[int, int, str]] = []
    speaker, until, outlet = "", 0, ""
    for claim in sorted(statements, key=lambda c: (c.evidence[0].span.start, c.id)):
        start, end = claim.evidence[0].span.start, claim.evidence[-1].span.end
        beside = _first(c for c in credits if _meet(c, start, end))
        goes_on = claim.get("speaker") == speaker and start - until <= NEAR
        outlet = beside or (outlet if goes_on else "")
        if outlet and not beside:
            found.append((start, end, outlet))
        speaker, until = claim.get("speaker"), end
    return found


def _meet(credit: tuple[int, int, str], start: int, end: int) -> bool:
    return credit[0] < end and start < credit[1]


def _first(credits: Iterable[tuple[int, int, str]]) -> str:
    """The outlet of the first of several credits, by its longest name; "" for none."""
    return min(((start, -len(name), name) for start, _, name in credits), default=(0, 0, ""))[2]


def cited_outlet(claim: Claim) -> str:
    """The outlet that a claim says its report cites, or ""."""
    is_outlet = claim.kind == "citations" and claim.get("kind") in MEDIA
    return outlet_name(claim.get("cited")) if is_outlet and claim.get("cited") else ""


def followed(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Sources of one fact, each credit followed to where the credited outlet has it from."""
    onward: dict[str, str] = {}
    for source in sources:
        own = key(outlet_name(source.outlet))
        if source.relation == "credit":
            onward.setdefault(own, source.origin)
        elif source.relation == "own":
            onward[own] = source.origin
    return tuple(replace(s, origin=_end(s.origin, onward)) if s.relation == "credit" else s for s in sources)


def _end(origin: str, onward: Mapping[str, str]) -> str:
    seen: set[str] = set()
    while key(origin) in onward and key(origin) not in seen:
        seen.add(key(origin))
        origin = onward[key(origin)]
    return origin
