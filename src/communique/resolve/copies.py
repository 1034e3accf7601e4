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
from communique.resolve.when import day
from communique.resolve.words import coverage, normalised, runs

COPY = 0.5
"""Containment from which a text is a copy: one with a tenth of its words changed keeps about 0.75."""

SHORTEST = 25
"""Runs below which a report is too short to be judged a copy by its words alone."""

SAMPLED = 4
"""One run in four is indexed."""

WITHIN = 30
"""Days between a text and its copy: what is printed again much later is not compared."""


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
    sketches = {id: sketched(report) for id, report in sorted(by_id.items())}
    found = []
    for left, right in _candidates({id: sample(sketch) for id, sketch in sketches.items()}):
        pair = by_id[left], by_id[right]
        if abs(day(pair[0].published) - day(pair[1].published)) <= WITHIN:
            found += compared(pair, (sketches[left], sketches[right]))
    return sorted(found)


def sketched(report: Report) -> list[int]:
    """The runs of a report's body."""
    return runs(_body(report))


def sample(sketch: Iterable[int]) -> frozenset[int]:
    """The runs of a sketch by which candidates are found."""
    return frozenset(run for run in sketch if run % SAMPLED == 0)


def are_candidates(shared: int, left: int, right: int) -> bool:
    """True when two samples of these sizes share enough for their texts to be compared."""
    return shared >= 2 and shared * 6 >= min(left, right)


def compared(pair: tuple[Report, Report], sketches: tuple[Sequence[int], Sequence[int]]) -> list[Copy]:
    """The copy that two reports are, if they are one."""
    share = containment(*sketches)
    if share < COPY:
        return []
    first, later = sorted(pair, key=precedence)
    return [Copy(later.id, first.id, round(share, 3), _equal_paragraphs(first, later))]


def containment(left: Sequence[int], right: Sequence[int]) -> float:
    """The share of the shorter text, given as its runs, that the longer one holds; 0 when it is too short to tell."""
    short, long = sorted((left, right), key=lambda found: (len(found), found))
    return coverage(short, frozenset(long)) if len(short) >= SHORTEST else 0.0


def origins(reports: Iterable[Report], found: Iterable[Copy]) -> dict[str, str]:
    """For each report the one that its text goes back to, from copy to copy; its own id when it copies none."""
    nearest = {copy.report: copy.of for copy in sorted(found, key=likeness)}
    roots: dict[str, str] = {}
    for report in sorted(reports, key=precedence):
        roots[report.id] = roots[nearest[report.id]] if report.id in nearest else report.id
    return roots


def likeness(copy: Copy) -> tuple[float, str]:
    """Of several reports that one could be copied from, it is taken to copy the one of the highest likeness."""
    return copy.share, copy.of


def precedence(report: Report) -> tuple[str, bool, int, str, str]:
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


def _candidates(sampled: dict[str, frozenset[int]]) -> Iterator[tuple[str, str]]:
    """Pairs that share at least a sixth of the sampled runs of the one that has fewer."""
    holders: dict[int, list[str]] = defaultdict(list)
    for id, found in sampled.items():
        for run in found:
            holders[run].append(id)
    for id, found in sampled.items():
        shared = Counter(other for run in found for other in holders[run] if other > id)
        for other, count in shared.items():
            if are_candidates(count, len(found), len(sampled[other])):
                yield id, other


def _equal_paragraphs(left: Report, right: Report) -> int:
    a, b = ({normalised(p) for p in _body(r).split("\n") if p.strip()} for r in (left, right))
    return len(a & b - {""})
