"""The versions of one report that its outlet gave out: which came later, and which words they dropped.

A version is another text at the same address; or a later edition at another one: of the same outlet, marked as such
("(2nd LD)", "UPDATE 2-"), within two days, with most of the sentences of the earlier one; or a notice that names the
title of a report and withdraws it. A version is dated by its last change, where the outlet tells it, else by its
publication. Two versions of one moment have an order where their marks tell it; else neither drops what only the other
has.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from communique.lexicon.editions import is_withdrawal, rank
from communique.model.claim import Claim
from communique.model.correcting import Entry
from communique.model.fact import Lapse
from communique.model.report import Report
from communique.model.revising import EDITED_WITHIN, NOTICED_WITHIN
from communique.resolve.when import day
from communique.resolve.words import normalised

EDITION = 0.6
"""Share of the shorter text that an edition and the earlier one have in common (`copies.containment`)."""

TITLED = 3
"""Words of a title that name a report."""

Shares = Mapping[tuple[str, str], float]
"""For two reports (their ids, the lesser first) the share of the shorter text that the longer one holds."""

Later = tuple[str, tuple[str, ...], bool]
"""Words that came after a version: since when, the texts, and whether they say that the report was withdrawn."""


@dataclass(frozen=True, slots=True)
class Version:
    """What the other versions of a report mean for it.

    `first` is the id of the earliest version, `published` the day or moment from which this one was out, `later` are
    the words of those that came after it.
    """

    first: str
    published: str
    later: tuple[Later, ...] = ()

    def lapses(self, claim: Claim) -> tuple[Lapse, ...]:
        """The times in which no version had all the words of a claim; the last one may have no end."""
        quotes = [normalised(e.quote) for e in claim.evidence]
        found: list[Lapse] = []
        for since, texts, is_notice in self.later:
            stands = any(all(f" {quote} " in text for quote in quotes) for text in texts)
            is_gone = bool(found) and not found[-1].until
            if is_gone and (stands or (is_notice and not found[-1].is_withdrawal)):
                found[-1] = replace(found[-1], until=since)
            if not stands and (not is_gone or found[-1].until):
                found.append(Lapse(since, is_withdrawal=is_notice))
        return tuple(found)


def versions(reports: Iterable[Report], shares: Shares) -> dict[str, Version]:
    """By the id of each report that has other versions among these, what they mean for it."""
    found = (family for family in families(reports, shares) if len(family) > 1)
    return {id: made for family in found for id, made in _family(family).items()}


def families(reports: Iterable[Report], shares: Shares) -> list[list[Report]]:
    """Reports by what they are versions of, each family in order.

    A report joins those of its outlet at its address, else the earlier edition that it shares most with: what it is
    does not depend on reports that came after it.
    """
    near: dict[str, list[str]] = {}
    for left, right in shares:
        near.setdefault(left, []).append(right)
        near.setdefault(right, []).append(left)
    known = sorted(reports, key=_order)
    family_of: dict[str, list[Report]] = {}
    placed: dict[str, Report] = {}
    made: list[list[Report]] = []
    for report in known:
        at = f"{report.outlet}\t{report.url}" if report.url else ""
        earlier = [placed[id] for id in near.get(report.id, ()) if id in placed]
        of = _edited(report, earlier, shares) or _withdrawn(report, known)
        family = family_of.get(at) or (family_of[of.id] if of else [])
        if not family:
            made.append(family)
        family.append(report)
        placed[report.id] = report
        family_of[report.id] = family
        if at:
            family_of.setdefault(at, family)
    return made


def _edited(report: Report, earlier: Iterable[Report], shares: Shares) -> Report | None:
    """The earlier edition that a report is a later one of."""
    found = [e for e in earlier if is_edition(e, report, share(e, report, shares))]
    return max(found, key=lambda e: (share(e, report, shares), _order(e)), default=None)


def _withdrawn(notice: Report, known: Iterable[Report]) -> Report | None:
    """The last earlier report that a notice names and withdraws."""
    if not is_withdrawal(notice.text):
        return None
    return max((r for r in known if withdraws(notice, r)), key=_order, default=None)


def withdraws(notice: Report, earlier: Report) -> bool:
    """True when a notice came from the same outlet within a month and gives the title of the earlier report."""
    title = normalised(earlier.title)
    return (
        bool(earlier.outlet)
        and earlier.outlet == notice.outlet
        and len(title.split()) >= TITLED
        and _order(earlier) < _order(notice)
        and day(notice.published) - day(earlier.published) <= NOTICED_WITHIN
        and not is_withdrawal(earlier.text)
        and f" {title} " in f" {normalised(notice.text)} "
    )


def share(left: Report, right: Report, shares: Shares) -> float:
    """The share of the shorter text of two reports that the longer one holds, 0 where they were not compared."""
    return shares.get((min(left.id, right.id), max(left.id, right.id)), 0.0)


def is_edition(earlier: Report, later: Report, shared: float) -> bool:
    """True for two editions of one report, by their outlet, marks, days and the words they share."""
    return (
        bool(earlier.outlet)
        and earlier.outlet == later.outlet
        and shared >= EDITION
        and _rank(earlier) < _rank(later)
        and abs(day(earlier.published) - day(later.published)) <= EDITED_WITHIN
    )


def dropped(family: Sequence[Report], entries: Iterable[Entry]) -> dict[str, tuple[str, str]]:
    """For each of these entries of one family of versions whose words the last ones do not have: since when, and the id
    of the version.
    """
    made = _family(family)
    found: dict[str, tuple[str, str]] = {}
    for entry in entries:
        lapses = made[entry.read.report].lapses(entry.claim) if entry.read.report in made else ()
        if lapses and not lapses[-1].until:
            gone = lapses[-1].since
            after = [r for r in sorted(family, key=_order) if r.given_out == gone and r.id != entry.read.report]
            found[entry.id] = gone, after[-1].id
    return found


def _rank(report: Report) -> int:
    return rank(report.title, report.text)


def _stage(report: Report) -> tuple[str, str, int]:
    """When a version came: its day, its moment where it is known, and its place among editions."""
    return report.given_out[:10], report.given_out, _rank(report)


def _order(report: Report) -> tuple[str, str, int, str]:
    return *_stage(report), report.id


def _family(family: Sequence[Report]) -> Mapping[str, Version]:
    ordered = sorted(family, key=_order)
    stages = [(at, list(found)) for at, found in groupby(ordered, key=_stage)]
    texts = [
        (found[0].given_out, tuple(f" {normalised(r.text)} " for r in found), all(is_withdrawal(r.text) for r in found))
        for _, found in stages
    ]
    return {
        report.id: Version(ordered[0].id, report.given_out if number else report.published, tuple(texts[number + 1 :]))
        for number, (_, found) in enumerate(stages)
        for report in found
    }
