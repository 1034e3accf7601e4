"""Do reports of one thing come together, and only those? Pairs drawn by hand from stories told by several outlets.

    python -m benchmarks.across --stories ../shared/stories [--kept FILE] [--misses]

`gold/pairs.tsv` holds passages (report and offsets in code points) that speak of the same meeting or person, or do
not; `gold/credits.tsv` every outlet that a report names as its source. Copies are made by `benchmarks.copying`.
`--kept` reads the stories once and keeps the claims in a file.

Meetings are judged twice: with the entries that a person would make of the labelled passages (`gold/meetings.tsv`),
which measures what is done across reports, and with the entries that the reader made, which measures all of it.
"""

import argparse
import csv
import pickle
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from benchmarks.copying import derived
from communique.lexicon.tables import key
from communique.model.claim import Claim, claim
from communique.model.report import Report
from communique.model.span import Span
from communique.reader import Make
from communique.reading.files import read_files
from communique.resolve.copies import copies, origins
from communique.resolve.credits import credits
from communique.resolve.identity import Identity, identify
from communique.resolve.names import parts
from communique.resolve.outlets import outlet_name
from communique.resolve.resolution import resolve

GOLD = Path(__file__).parent / "gold"
COPIES = (
    ("syria-geneva-2016-20160229-1", "syria-geneva-2016-20160229-2"),
    ("lee-xi-summit-2026-20251230-3", "lee-xi-summit-2026-20251230-4"),
    ("lee-xi-summit-2026-20251230-3", "lee-xi-summit-2026-20251230-5"),
    ("lee-xi-summit-2026-20251230-4", "lee-xi-summit-2026-20251230-5"),
)
"""Copies and editions among the stories themselves; no others are (read by hand)."""

Read = Sequence[tuple[Report, Sequence[Claim]]]
Reports = Mapping[str, tuple[Report, Sequence[Claim]]]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one report."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages, and whether they speak of one thing."""

    kind: str
    same: bool
    left: Passage
    right: Passage


@dataclass(slots=True)
class Score:
    """Counts of one measure."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, said: bool, true: bool) -> None:
        """Count one answer."""
        self.right += said and true
        self.wrong += said and not true
        self.missed += true and not said

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        f1 = 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)
        return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--stories", type=Path, required=True)
    given.add_argument("--kept", type=Path, help="file that keeps the claims between runs")
    given.add_argument("--misses", action="store_true", help="list what was judged wrongly")
    options = given.parse_args()
    read = kept(options.stories, options.kept)
    show_pairs(read, options.misses)
    show_copies([report for report, _ in read], options.misses)
    show_credits(read, options.misses)


def kept(stories: Path, file: Path | None) -> Read:
    """Reports with their claims, from a file if there is one."""
    if file and file.exists():
        return pickle.loads(file.read_bytes())  # type: ignore[no-any-return]
    reports = [r for r in read_files([str(stories)]) if isinstance(r, Report)]
    work = Make()()
    read = [(r.report, r.claims) for at in range(0, len(reports), 8) for r in work(reports[at : at + 8])[1]]
    if file:
        file.write_bytes(pickle.dumps(read))
    return read


def show_pairs(read: Read, misses: bool) -> None:
    """Print the scores of meetings, from entries as annotated and as read, and of people."""
    by_name = {r.name: (r, found) for r, found in read}
    claims = [c for _, found in read for c in found]
    annotated = annotations(by_name)
    by_hand = meetings_of(read, [c for c in claims if c.kind != "meetings"] + list(annotated.values()))
    by_reader = meetings_of(read, claims)
    identity = identify(claims)
    known = pairs()
    meetings, people = ([p for p in known if p.kind == kind] for kind in ("meeting", "person"))
    show("meeting, as annotated", meetings, lambda p: {by_hand[annotated[p].id]}, by_name if misses else None)
    show("meeting, as read", meetings, lambda p: at(p, by_name, by_reader), by_name if misses else None)
    show("person", people, lambda p: people_at(p, *by_name[p.report], identity), by_name if misses else None)


def at(passage: Passage, by_name: Reports, fact_of: Mapping[str, str]) -> set[str]:
    """The meetings that were read at a passage."""
    return {fact_of[c.id] for c in claims_at(passage, by_name[passage.report][1]) if c.id in fact_of}


def show(what: str, known: Sequence[Pair], answer: Callable[[Passage], set[str]], by_name: Reports | None) -> None:
    """Print one score, end to end, and over the pairs of which something was read at both passages."""
    whole, part, both = Score(), Score(), 0
    for pair in known:
        left, right = answer(pair.left), answer(pair.right)
        said = bool(left & right)
        whole.add(said, pair.same)
        if left and right:
            part.add(said, pair.same)
            both += 1
        if by_name and said != pair.same:
            judged = "apart" if pair.same else "joined"
            print(f"  {what} {judged}{'' if left and right else ' (not read)'}: {shown(pair, by_name)}")
    print(f"{what:<34}{whole}  ({len(known)} pairs)")
    if both < len(known):
        print(f"{what + ', where both were':<34}{part}  ({both} pairs)")


def meetings_of(read: Read, claims: Sequence[Claim]) -> dict[str, str]:
    """The meeting that each claim belongs to."""
    resolved = resolve([r for r, _ in read], claims)
    return {source: fact.id for fact in resolved.facts if fact.kind == "meetings" for source in fact.claims}


def annotations(by_name: Reports) -> dict[Passage, Claim]:
    """The meeting told in each labelled passage, as a person reads it, in the form of the annotation guide."""
    made = {}
    for row in _rows("meetings"):
        report, span = by_name[row["report"]][0], Span(int(row["start"]), int(row["end"]))
        fields = {
            role: [(value, span) for value in row[role].split("|") if value]
            for role in ("format", "parties", "participants", "mediators", "place", "when", "status")
        }
        made[Passage(row["report"], span)] = claim(report, "meetings", fields, evidence=[span], made_by="annotator")
    return made


def pairs() -> list[Pair]:
    """The labelled pairs."""
    made = []
    for row in _rows("pairs"):
        left, right = (
            Passage(row[side], Span(int(row[f"{side}_start"]), int(row[f"{side}_end"]))) for side in ("left", "right")
        )
        made.append(Pair(row["kind"], row["verdict"] == "same", left, right))
    return made


def shown(pair: Pair, by_name: Reports) -> str:
    """A pair for readers."""
    texts = [by_name[p.report][0].text[p.span.start : p.span.end] for p in (pair.left, pair.right)]
    return " | ".join(f"{p.report} {text[:70]!r}" for p, text in zip((pair.left, pair.right), texts, strict=True))


def claims_at(passage: Passage, claims: Iterable[Claim]) -> list[Claim]:
    """The meetings told in a passage: those whose format is named in it, else all that rest on it."""
    resting = [c for c in claims if c.kind == "meetings" and any(e.span.overlaps(passage.span) for e in c.evidence)]
    named = [c for c in resting if (a := c.argument("format")) and a.evidence.span.overlaps(passage.span)]
    inside = [c for c in named if _weight(c, passage.span) == max(_weight(d, passage.span) for d in named)]
    return inside or resting


def _weight(claim: Claim, span: Span) -> int:
    """How many of a claim's particulars stand in a passage."""
    roles = ("place", "when", "participants", "parties")
    return sum(a.evidence.span.overlaps(span) for a in claim.arguments if a.role in roles)


def people_at(passage: Passage, report: Report, claims: Iterable[Claim], identity: Identity) -> set[str]:
    """The person a passage names: by values read from it, else by the name that all values of the report share."""
    words = report.text[passage.span.start : passage.span.end]
    surname = parts(words)[-1]
    there, anywhere = set(), set()
    for entry in claims:
        for a in entry.arguments:
            name = identity.mentions.name(entry, a.role, a.value)
            if name is None or name.kind != "person" or surname not in parts(a.value):
                continue
            anywhere.add((a.value, identity.entity_of[name]))
            if a.evidence.span.overlaps(passage.span):
                there.add((a.value, identity.entity_of[name]))
    exact = {entity for value, entity in there | anywhere if parts(value) == parts(words)}
    whole = {entity for value, entity in there or anywhere}
    return exact or (whole if len(whole) == 1 else set())


def show_copies(reports: Sequence[Report], misses: bool) -> None:
    """Print the scores of copies, of every kind made and altogether."""
    made = list(derived(reports))
    family = {r.id: r.name for r in reports} | {copy.id: original.name for _, original, copy in made}
    for left, right in COPIES:
        family = {id: left if name == right else name for id, name in family.items()}
    everything = [*reports, *(copy for _, _, copy in made)]
    root = origins(everything, copies(everything))
    name = {r.id: f"{r.name} ({r.outlet})" for r in everything}
    by_kind: dict[str, Score] = defaultdict(Score)
    for how, original, copy in made:
        by_kind[how].add(root[copy.id] == root[original.id], True)
    total = Score()
    for a, b in combinations(sorted(family), 2):
        said, true = root[a] == root[b], family[a] == family[b]
        total.add(said, true)
        if misses and said != true and (said or "," not in name[a] or "," not in name[b]):
            print(f"  copies {'joined' if said else 'apart'}: {name[a]} | {name[b]}")
    for how, score in by_kind.items():
        print(f"{'copies, ' + how:<34}recall {score.right / (score.right + score.missed):.3f}")
    print(f"{'copies, all pairs':<34}{total}")


def show_credits(read: Read, misses: bool) -> None:
    """Print the score of outlets credited: one edge for each report and outlet."""
    name = {r.id: r.name for r, _ in read}
    wanted: dict[tuple[str, str], str] = {}
    unsure: set[tuple[str, str]] = set()
    for row in _rows("credits"):
        written = row["outlet"].split("|")
        for form in written:
            at = row["report"], key(outlet_name(form))
            if row["verdict"] == "unsure":
                unsure.add(at)
            else:
                wanted[at] = written[0]
    found = {(name[c.report], key(c.outlet)) for report, _ in read for c in credits(report)}
    hits = {(report, wanted[report, outlet]) for report, outlet in found if (report, outlet) in wanted}
    all_wanted = {(report, outlet) for (report, _), outlet in wanted.items()}
    wrong = found - set(wanted) - unsure
    score = Score(len(hits), len(wrong), len(all_wanted - hits))
    if misses:
        for report, outlet in sorted(wrong):
            print(f"  credit not there: {report} {outlet}")
        for report, outlet in sorted(all_wanted - hits):
            print(f"  credit missed: {report} {outlet}")
    print(f"{'credits':<34}{score}  ({len(all_wanted)} edges)")


def _rows(name: str) -> list[dict[str, str]]:
    with (GOLD / f"{name}.tsv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


if __name__ == "__main__":
    main()
