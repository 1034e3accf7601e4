"""Plans with their versions, their points, who accepts or refuses them and what was said of them."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.lexicon.plans import kinds_of
from communique.model.claim import Claim
from communique.model.correcting import Entry
from communique.model.fact import Fact, Source
from communique.model.plan import AuthorRow, DraftRow, LinkRow, PlanRow, PointRow, ReactionRow, RemarkRow
from communique.model.report import Report
from communique.model.rows import Words
from communique.resolve.drafts import Telling, Version, pointed, versions
from communique.resolve.plans import Family
from communique.resolve.points import Point, called_for, listed
from communique.resolve.words import content
from communique.views.ledgers import proposal
from communique.views.words import dispute_types, words

PARTICULAR = 2
"""Words of a plan's names, or all that there are, by which it is recognised where it is spoken of."""

_DEFINITE = re.compile(r"\b(?:the|this|that|its|their)\s+(?P<noun>[a-z]+)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """What a plan is recognised by in its reports: kinds of document, words of its names, numbers of points.

    `claims` are those of the plan itself, `drafts` its versions.
    """

    kinds: frozenset[str]
    particular: frozenset[str]
    claims: frozenset[str]
    drafts: tuple[DraftRow, ...]

    @property
    def points(self) -> dict[int, int]:
        """By number of points the version that has so many."""
        return {d.points: d.number for d in self.drafts if d.points}


def known(family: Family, row: PlanRow) -> Known:
    """What a plan is recognised by."""
    of = family.proposals
    return Known(
        frozenset(k for p in of for k in p.kinds),
        frozenset(w for p in of for w in p.particular),
        frozenset(w.claim for w in row.sources),
        row.drafts,
    )


def plan(family: Family, built: Iterable[Fact], told: Iterable[Telling], as_of: str = "") -> PlanRow:
    """A plan as its facts and their tellings have it; `as_of` is a day for which its life is asked."""
    ordered = sorted(told, key=lambda t: t.order)
    shown = {t.fact for t in ordered}
    facts = sorted((f for f in built if f.id in shown), key=lambda f: (f.published, f.id))
    rows = [proposal(fact, as_of) for fact in facts]
    life = tuple(sorted((s for row in rows for s in row.life), key=lambda s: (s.published, s.words.report)))
    links = [made for made in family.links if made.later in shown]
    first = {t.fact: t for t in reversed(ordered)}
    return PlanRow(
        facts[0].id,
        tuple(f.id for f in facts),
        facts[0].get("name"),
        tuple(dict.fromkeys(name for f in facts for name in f.all("name"))),
        _authors(facts, ordered),
        life[-1].status if life else facts[-1].status,
        ordered[0].source.published,
        ordered[-1].source.published,
        tuple(_draft(n, v, facts) for n, v in enumerate(versions(ordered), start=1)),
        tuple(LinkRow(m.earlier, m.later, m.reason, words(first[m.later].source)) for m in links),
        life,
        len({t.source.origin for t in ordered}),
        tuple(dict.fromkeys(type for f in facts for type in dispute_types(f))),
        tuple(words(t.source) for t in ordered if t.fact),
    )


def _authors(facts: Sequence[Fact], told: Sequence[Telling]) -> tuple[AuthorRow, ...]:
    """Whose plan it is, in the order of the first reports that say so."""
    names = {v.entity or v.value: v.value for f in facts for v in f.values if v.role == "authors"}
    first: dict[str, Source] = {}
    for telling in told:
        for author in sorted(telling.authors):
            first.setdefault(author, telling.source)
    return tuple(AuthorRow(names[a], words(source)) for a, source in first.items() if a in names)


def _draft(number: int, version: Version, facts: Sequence[Fact]) -> DraftRow:
    told = version.tellings
    names = {v.entity or v.value: v.value for f in facts for v in f.values if v.role == "authors"}
    by_report = {t.source.report: t for t in reversed(told)}
    return DraftRow(
        number,
        version.how,
        version.points,
        tuple(dict.fromkeys(names[a] for t in told for a in sorted(t.authors) if a in names)),
        told[0].source.published,
        told[-1].source.published,
        tuple(dict.fromkeys(t.source.outlet for t in told)),
        words(told[0].source),
        tuple(words(t.source) for t in sorted(by_report.values(), key=lambda t: t.order)),
    )


# -- the reports of a plan


def points(of: Known, report: Report, entries: Iterable[Entry]) -> Iterator[PointRow]:
    """The points of a plan that one of its reports lists or says it calls for."""
    is_only = _is_only(of, entries)
    found = [*listed(report.text), *called_for(report.text)]
    for point in sorted(found, key=lambda p: p.start):
        draft = _spoken_of(of, point.about, is_only=is_only)
        if draft is not None:
            yield PointRow(point.number, point.words, draft, _words(report, point))


def _words(report: Report, point: Point) -> Words:
    quote = report.text[point.start : point.end]
    return Words(report.outlet, report.published, quote, report.id, "", report.url, report.outlet, "own")


def about(of: Known, entries: Iterable[Entry]) -> dict[str, int]:
    """The positions and statements, by id, that are about a plan, each with the number of the version, 0 for any."""
    by_report: dict[str, list[Entry]] = {}
    for entry in entries:
        by_report.setdefault(entry.claim.report, []).append(entry)
    found: dict[str, int] = {}
    for told in by_report.values():
        is_only = _is_only(of, told)
        for entry in told:
            said = _said(entry.claim)
            draft = _spoken_of(of, said, is_only=is_only) if said else None
            if draft is not None:
                found[entry.id] = draft
    return found


def _said(claim: Claim) -> str:
    if claim.kind == "positions":
        return claim.get("issue")
    return " … ".join(claim.all("content")) if claim.kind == "statements" else ""


def _is_only(of: Known, entries: Iterable[Entry]) -> bool:
    """True when a report tells of no other plan: "the plan" is this one."""
    return all(e.id in of.claims for e in entries if e.claim.kind == "proposals")


def _spoken_of(of: Known, said: str, *, is_only: bool) -> int | None:
    """The version that words speak of, 0 where they do not tell which; None where they are about something else."""
    counted, only = pointed(said), of.drafts[0].number if len(of.drafts) == 1 else 0
    if counted:
        return of.points.get(counted)
    nouns = [w for w in re.findall(r"[^\W\d_]+", said) if kinds_of(w) & of.kinds]
    if nouns and len(of.particular & content(said)) >= min(PARTICULAR, len(of.particular) or PARTICULAR):
        return only
    is_meant = is_only and any(kinds_of(m["noun"]) & of.kinds for m in _DEFINITE.finditer(said))
    return only if is_meant else None


def place(row: PointRow) -> tuple[str, str, str, int]:
    """Where a point stands: by report, in the order of the text."""
    w = row.words
    return w.published, w.outlet, w.report, row.number


def reactions(facts: Iterable[Fact], drafts: dict[str, int]) -> tuple[ReactionRow, ...]:
    """Where sides stand on a plan: each stance of each side on each version once, since the first report of it."""
    found: dict[tuple[str, str, int], ReactionRow] = {}
    for fact, source in _behind(facts, "positions", drafts):
        draft = drafts[source.claim]
        row = ReactionRow(
            fact.id,
            fact.get("party"),
            fact.get("by"),
            fact.status,
            fact.get("issue"),
            draft,
            source.published,
            words(source),
        )
        found.setdefault((row.party, row.stance, draft), row)
    return tuple(found.values())


def remarks(facts: Iterable[Fact], drafts: dict[str, int]) -> tuple[RemarkRow, ...]:
    """What was said of a plan, each statement once."""
    found: dict[str, RemarkRow] = {}
    for fact, source in _behind(facts, "statements", drafts):
        speaker, content = fact.get("speaker"), fact.all("content")
        row = RemarkRow(fact.id, speaker, content, drafts[source.claim], source.published, words(source))
        found.setdefault(fact.id, row)
    return tuple(found.values())


def _behind(facts: Iterable[Fact], kind: str, drafts: Collection[str]) -> list[tuple[Fact, Source]]:
    """The sources of facts of a kind that are asked for, oldest first."""
    pairs = [(f, s) for f in facts if f.kind == kind for s in f.sources if s.claim in drafts]
    return sorted(pairs, key=lambda p: (p[1].published, p[1].outlet, p[1].report, p[1].start, p[0].id))
