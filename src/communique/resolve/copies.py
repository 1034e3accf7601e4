"""Which reports are copies of which: syndicated, trimmed or lightly edited texts count as one origin.

Two reports are copies when at least `COPY` of the words of the shorter one stand in runs of five words that the longer
one has too. The measure is containment, not resemblance, because outlets cut wire stories from the end. Candidates come
from an index of a quarter of all runs (those whose hash divides by four), so that the work grows with the number of
reports, not with its square.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.model.report import Report
from communique.resolve.outlets import is_outlet, wire_of
from communique.resolve.words import coverage, normalised, runs

COPY = 0.5
"""Containment from which a text is a copy: one with a tenth of its words changed keeps about 0.75."""

SHORTEST = 25
"""Runs below which a report is too short to be judged a copy by its words alone."""

SAMPLED = 4
"""One run in four is indexed."""

CROWDED = 400
"""Runs that stand in more reports than this are boilerplate and name no candidates."""


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """`report` repeats `share` (in [0, 1]) of the shorter of the two texts; `of` was published first.

    `paragraphs` counts those that are equal word for word: "3 of 7 paragraphs equal".
    """

    report: str
    of: str
    share: float
    paragraphs: int


def copies(reports: Sequence[Report]) -> list[Copy]:
    """Every pair of copies, in order of the ids; the order of `reports` does not matter."""
    by_id = {r.id: r for r in reports}
    sketches = {id: runs(_body(report)) for id, report in sorted(by_id.items())}
    found = []
    for left, right in _candidates(sketches):
        share = containment(sketches[left], sketches[right])
        if share >= COPY:
            first, later = sorted((by_id[left], by_id[right]), key=_precedence)
            found.append(Copy(later.id, first.id, round(share, 3), _equal_paragraphs(first, later)))
    return sorted(found)


def containment(left: Sequence[int], right: Sequence[int]) -> float:
    """The share of the shorter text, given as its runs, that the longer one holds; 0 when it is too short to tell."""
    short, long = sorted((left, right), key=lambda found: (len(found), found))
    return coverage(short, frozenset(long)) if len(short) >= SHORTEST else 0.0


def origins(reports: Iterable[Report], found: Iterable[Copy]) -> dict[str, str]:
    """For each report the first report of its cluster of copies; its own id when it copies none."""
    ordered = [r.id for r in sorted(reports, key=_precedence)]
    rank = {id: i for i, id in enumerate(ordered)}
    root = {id: id for id in ordered}

    def find(id: str) -> str:
        while root[id] != id:
            root[id] = root[root[id]]
            id = root[id]
        return id

    for copy in found:
        first, later = sorted((find(copy.of), find(copy.report)), key=lambda id: rank[id])
        root[later] = first
    return {id: find(id) for id in ordered}


def _precedence(report: Report) -> tuple[str, bool, int, str, str]:
    """Earlier first; of one moment one that names another outlet before its text comes after, then a shorter one."""
    wire = wire_of(report)
    return (
        report.published,
        bool(wire) and not is_outlet(wire, report.outlet),
        -len(report.text),
        report.outlet,
        report.id,
    )


def _body(report: Report) -> str:
    return report.text[report.title_end :]


def _candidates(sketches: dict[str, list[int]]) -> Iterator[tuple[str, str]]:
    """Pairs that share at least a sixth of the sampled runs of the one that has fewer."""
    sampled = {id: {run for run in sketch if run % SAMPLED == 0} for id, sketch in sketches.items()}
    holders: dict[int, list[str]] = defaultdict(list)
    for id, sample in sampled.items():
        for run in sample:
            holders[run].append(id)
    for id, sample in sampled.items():
        shared = Counter(
            other for run in sample if len(holders[run]) <= CROWDED for other in holders[run] if other > id
        )
        for other, count in shared.items():
            if count >= 2 and count * 6 >= min(len(sample), len(sampled[other])):
                yield id, other


def _equal_paragraphs(left: Report, right: Report) -> int:
    a, b = ({normalised(p) for p in _body(r).split("\n") if p.strip()} for r in (left, right))
    return len(a & b - {""})
