"""Which reports copy which, worked out anew for new reports and those that go back to them."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from communique.model.report import Report
from communique.model.working import Root
from communique.resolve.copies import WITHIN, Copy, are_candidates, compared, likeness, sample, sketched
from communique.resolve.when import day
from communique.resolve.workings import Workings


def compare(workings: Workings, texts: Mapping[int, Report]) -> set[int]:
    """Compare new reports with those near in time, and keep who copies whom; those with new copies."""
    changed: set[int] = set()
    sketches: dict[int, list[int]] = {}
    for number, report in sorted(texts.items()):
        sketch = sketches[number] = sketched(report)
        runs, at = sample(sketch), day(report.published)
        shared = workings.sketched_near(runs, (at - WITHIN, at + WITHIN)) if runs else {}
        sizes = workings.samples(shared)
        others = ((other, count) for other, count in shared.items() if other != number)
        near = [other for other, count in others if are_candidates(count, len(runs), sizes[other])]
        for other, candidate in workings.texts(near).items():
            if other not in sketches:
                sketches[other] = sketched(candidate)
            for copy in compared((report, candidate), (sketch, sketches[other])):
                later, of = (number, other) if copy.report == report.id else (other, number)
                workings.keep_copy(later, Root(0, of, copy.share, copy.paragraphs))
                changed.add(later)
        workings.keep_sketch(number, at, runs)
    return changed | set(texts)


def trace_back(workings: Workings, changed: Collection[int], wires: Mapping[int, str]) -> set[int]:
    """Find where texts go back to, from copy to copy; the reports of which that is new, or whose `wires` are."""
    concerned = ahead = set(changed)
    while ahead:
        ahead = workings.copies_of(ahead) - concerned
        concerned = concerned | ahead
    concerned |= set(wires)
    copies = workings.copied(concerned)
    nearest = {number: _nearest(workings, found) for number, found in copies.items()}
    before = workings.roots(concerned | {root.of for root in nearest.values()})
    found: dict[int, Root] = {}
    for number in concerned:
        chain, at = [], number
        while at in concerned and at not in found:
            chain.append(at)
            at = nearest[at].of if at in nearest else 0
        root = found[at].root if at in found else before[at].root if at else chain[-1]
        for one in reversed(chain):
            kept = before.get(one, Root(0))
            found[one] = replace(nearest.get(one, Root(0)), root=root, wire=wires.get(one, kept.wire))
    new = {number for number, r in found.items() if before.get(number) != r}
    for number in new:
        workings.keep_root(number, found[number])
    return new


def _nearest(workings: Workings, found: Collection[Root]) -> Root:
    """Of several reports that one copies, the one that it is taken to copy."""
    ids = {n: h.id for n, h in workings.headings([r.of for r in found]).items()}
    return max(found, key=lambda r: likeness(Copy("", ids[r.of], r.share, r.paragraphs)))
