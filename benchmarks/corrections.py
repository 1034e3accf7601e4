"""Random corrections by several people, then another reading of every report: what was lost, what was undone.

    python -m benchmarks.corrections 1000

The record holds processes made from the example corpus by variation. Entries are accepted, rejected, edited and added,
names merged and split, and decisions undone, in a random order, some by two people on one entry. Then every report is
read by rules of another version: a share of the claims is gone, another comes with other passages or other details.
What must hold is worked out from the list of decisions alone, without the record's own rules.
"""

import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.variation import process
from communique import Record
from communique.errors import QueryError
from communique.model.claim import Claim
from communique.model.judgement import Correction, Judgement
from communique.model.report import Report
from communique.model.rows import EntryRow
from communique.model.span import Span
from communique.signing import Signed

SEED = 11
PEOPLE = ("Ada Quill", "Ben Roe", "Cleo Marsh")
WEIGHTS = {"accept": 22, "reject": 22, "edit": 24, "add": 8, "merge": 4, "split": 2, "undo": 18}
GONE, CHANGED = 0.15, 0.35
"""Shares of the claims that the other version does not find, and finds otherwise."""

MAIN = frozenset(
    "cited person role replaces parties participants mediators speaker content party issue name what".split()
)
"""Fields that the other version reads as before."""

Kept = tuple[Report, Sequence[Claim]]


@dataclass(slots=True)
class Desk:
    """What people decided, as they remember it: of each entry the decisions that stand, of names the same."""

    record: Record
    rng: random.Random
    reports: dict[str, Kept]
    made: dict[str, list[Correction]] = field(default_factory=dict)
    judged: list[Judgement] = field(default_factory=list)
    claims: dict[str, Claim] = field(default_factory=dict)
    count: int = 0

    def decide(self) -> None:
        """One random decision."""
        action = self.rng.choices([*WEIGHTS], [*WEIGHTS.values()])[0]
        self.count += 1
        moment = f"2040-02-01T{self.count // 3600:02}:{self.count // 60 % 60:02}:{self.count % 60:02}Z"
        signed = self.record.signed(self.rng.choice(PEOPLE), recorded=moment)
        try:
            getattr(self, f"_{action}")(signed)
        except QueryError:  # this name has no other form, or nothing is left to undo
            self.count -= 1

    def _entry(self) -> Claim:
        """An entry; now and then one that somebody has decided about."""
        again = [id for id in self.made if id in self.claims]
        id = self.rng.choice(again if again and self.rng.random() < 0.3 else [*self.claims])
        return self.claims[id]

    def _accept(self, signed: Signed) -> None:
        (made,) = signed.accept(self._entry().id)
        self.made.setdefault(made.claim, []).append(made)

    def _reject(self, signed: Signed) -> None:
        (made,) = signed.reject(self._entry().id)
        self.made.setdefault(made.claim, []).append(made)

    def _edit(self, signed: Signed) -> None:
        claim = self._entry()
        role = self.rng.choice(["when", *{a.role for a in claim.arguments} & {"place", "topic", "content", "issue"}])
        value = f"2041-0{self.rng.randrange(1, 9)}-11" if role == "when" else f"{claim.get(role)} and more"
        made = signed.edit(claim.id, role, [value])
        self.made.setdefault(made.claim, []).append(made)

    def _add(self, signed: Signed) -> None:
        report, _ = self.reports[self.rng.choice([*self.reports])]
        at = self.rng.randrange(max(1, len(report.text) - 50))
        words = report.text[at : at + 50]
        what = words[5:45]
        made = signed.add(report.id, "next_steps", {"what": what, "modality": "planned"}, words=words)
        self.made.setdefault(made.claim, []).append(made)

    def _merge(self, signed: Signed) -> None:
        people = [e for e in self.record.at().entities() if e.kind == "person"]
        if len(people) < 2:
            raise QueryError("everybody is one by now")
        self.judged.append(signed.merge(*(e.id for e in self.rng.sample(people, 2))))

    def _split(self, signed: Signed) -> None:
        people = [e for e in self.record.at().entities() if e.kind == "person" and len(e.members) > 1]
        if not people:
            raise QueryError("nobody has two names")
        one = self.rng.choice(people)
        self.judged.append(signed.split(one.id, self.rng.choice(one.names)))

    def _undo(self, signed: Signed) -> None:
        made = [c for found in self.made.values() for c in found]
        if self.judged and self.rng.random() < 0.2:
            taken = self.rng.choice(self.judged)
            signed.undo(taken.id)
            self.judged.remove(taken)
        elif made:
            correction = self.rng.choice(made)
            signed.undo(correction.id)
            self.made[correction.claim].remove(correction)


def read_again(desk: Desk, version: str) -> dict[str, str]:
    """Read every report with other rules; for each claim that they find otherwise, its id then."""
    changed: dict[str, str] = {}
    for report, claims in desk.reports.values():
        found = []
        for claim in claims:
            share = desk.rng.random()
            if share >= GONE:
                again = _otherwise(claim, report, desk.rng) if share < GONE + CHANGED else claim
                changed |= {claim.id: again.id} if again != claim else {}
                found.append(again)
        desk.record.keep(report, found, version=version, recorded="2040-02-02T00:00:00Z")
    return changed


def _otherwise(claim: Claim, report: Report, rng: random.Random) -> Claim:
    """A claim as slightly other rules would read it: in fewer words or more, without a detail, or dated otherwise."""
    span = claim.evidence[0].span
    cut, more = rng.randrange(len(span) // 5 + 1), rng.randrange(20)
    wide = Span(max(0, span.start - more), span.end) if rng.random() < 0.5 else Span(span.start + cut, span.end)
    details = [a for a in claim.arguments if a.role not in MAIN]
    left_out = rng.choice(details) if details and len(claim.arguments) > 1 else None
    arguments = [a for a in claim.arguments if a is not left_out]
    dated = [replace(a, value="2039-01-01") if a.role == "when" and rng.random() < 0.5 else a for a in arguments]
    return replace(claim, arguments=tuple(dated), evidence=(report.quote(wide), *claim.evidence[1:]))


def losses(desk: Desk, changed: dict[str, str]) -> Iterator[str]:
    """What of the decisions does not hold in the record."""
    view = desk.record.at()
    corrections, judgements = view.decisions()
    kept = {d.id for d in (*corrections, *judgements)}
    yield from (f"{d.id}: lost" for made in desk.made.values() for d in made if d.id not in kept)
    facts = (line for line in map(json.loads, desk.record.export()) if line["type"] == "fact")
    told = {source["claim"] for fact in facts for source in fact["sources"]}
    for id, made in desk.made.items():
        anew = changed.get(id, "")
        if made and made[-1].action == "reject":
            yield from (f"{n}: resurrected" for n in (id, anew) if n in told)
        elif made:
            if id not in told:
                yield f"{id}: what {made[-1].by} {made[-1].action}ed is gone"
            if anew in told:
                yield f"{anew}: told beside {id}"
            yield from _unedited(view.show(id), made)


def _unedited(row: EntryRow, made: Sequence[Correction]) -> Iterator[str]:
    for role, value in {c.field: c.value for c in made if c.action == "edit"}.items():
        if [f.value for f in row.fields if f.role == role] != value.splitlines():
            yield f"{row.id}: the edit of {role} is undone"


def joined(desk: Desk) -> dict[str, bool]:
    """For each pair of names that somebody judged, whether they are one."""
    of = {name: e.id for e in desk.record.at().entities() for name in e.members}
    return {j.id: of[j.left] == of[j.right] for j in desk.judged if j.left in of and j.right in of}


def corrected(path: Path, kept: Sequence[Kept], rng: random.Random, count: int) -> tuple[list[str], int]:
    """A record with so many random corrections, read again; what was lost, and how many claims came otherwise."""
    with Record.open(path) as record:
        for report, claims in kept:
            record.keep(report, claims, version="1", recorded="2040-01-01T00:00:00Z")
        claims = {c.id: c for _, found in kept for c in found if c.kind != "times"}
        desk = Desk(record, rng, {r.id: (r, c) for r, c in kept}, claims=claims)
        while desk.count < count:
            desk.decide()
        found, names = list(losses(desk, {})), joined(desk)
        changed = read_again(desk, "2")
        parted = [f"{id}: judged otherwise" for id, one in joined(desk).items() if names.get(id, one) != one]
        return found + list(losses(desk, changed)) + parted, len(changed)


def main(count: int) -> int:
    """Make so many corrections; 1 when any is lost or undone."""
    start = time.process_time()
    with TemporaryDirectory() as folder:
        kept = [made for number in range(3) for made in process(number)]
        found, changed = corrected(Path(folder, "record.db"), kept, random.Random(SEED), count)
    print(*found[:10], sep="\n")
    print(f"{count} corrections of {len(kept)} reports, {changed} claims read otherwise: {len(found)} lost or undone")
    print(f"{time.process_time() - start:.0f} s of CPU")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
