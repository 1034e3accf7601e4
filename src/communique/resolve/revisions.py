"""The versions of one report that its outlet gave out at one address: which came later, and which words they dropped.

A version is dated by its last change, where the outlet tells it, else by its publication. Two versions of one moment
have no order, and neither drops what only the other has.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from communique.model.claim import Claim
from communique.model.correcting import Entry
from communique.model.fact import Lapse
from communique.model.report import Report
from communique.resolve.words import normalised


@dataclass(frozen=True, slots=True)
class Version:
    """What the other versions of a report mean for it.

    `first` is the id of the earliest version, `published` the day or moment from which this one was out, `later` are
    the words of those that came after it, as `(since, texts)`.
    """

    first: str
    published: str
    later: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def lapses(self, claim: Claim) -> tuple[Lapse, ...]:
        """The times in which no version had all the words of a claim; the last one may have no end."""
        quotes = [normalised(e.quote) for e in claim.evidence]
        found: list[Lapse] = []
        for since, texts in self.later:
            stands = any(all(f" {quote} " in text for quote in quotes) for text in texts)
            is_gone = bool(found) and not found[-1].until
            if stands and is_gone:
                found[-1] = Lapse(found[-1].since, since)
            elif not stands and not is_gone:
                found.append(Lapse(since))
        return tuple(found)


def versions(reports: Iterable[Report]) -> dict[str, Version]:
    """By the id of each report that has other versions among these, what they mean for it."""
    families: dict[tuple[str, str], list[Report]] = {}
    for report in reports:
        if report.url:
            families.setdefault((report.outlet, report.url), []).append(report)
    return {id: made for family in families.values() if len(family) > 1 for id, made in _family(family).items()}


def dropped(reports: Sequence[Report], entries: Iterable[Entry]) -> dict[str, tuple[str, str]]:
    """For each of these entries whose words the last versions do not have: since when, and the id of the version."""
    made = versions(reports)
    found: dict[str, tuple[str, str]] = {}
    for entry in entries:
        lapses = made[entry.read.report].lapses(entry.claim) if entry.read.report in made else ()
        if lapses and not lapses[-1].until:
            gone = lapses[-1].since
            found[entry.id] = gone, min(r.id for r in reports if r.given_out == gone)
    return found


def _family(family: Sequence[Report]) -> Mapping[str, Version]:
    ordered = sorted(family, key=lambda r: (r.given_out, r.id))
    stages = [(at, list(found)) for at, found in groupby(ordered, key=lambda r: r.given_out)]
    texts = [(at, tuple(f" {normalised(r.text)} " for r in found)) for at, found in stages]
    return {
        report.id: Version(ordered[0].id, report.given_out if number else report.published, tuple(texts[number + 1 :]))
        for number, (_, found) in enumerate(stages)
        for report in found
    }
