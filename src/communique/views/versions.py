"""The versions of one report side by side: what was added, what is gone, and which entries lost their words."""

from collections.abc import Iterable, Mapping, Sequence

from communique.lexicon.editions import is_withdrawal, notes
from communique.model.correcting import Entry
from communique.model.report import Report
from communique.model.revising import SupportRow, VersionRow, VersionsRow


def versions(
    found: Sequence[tuple[Report, str]], entries: Iterable[Entry], dropped: Mapping[str, tuple[str, str]]
) -> VersionsRow:
    """Versions, oldest first (each with when it was recorded), and what became of the entries of all of them.

    `dropped` says, by the ids of those that lost their words, since when and by which version.
    """
    reports = [report for report, _ in found]
    rows = [
        _version(report, recorded, before)
        for (report, recorded), before in zip(found, [None, *reports[:-1]], strict=True)
    ]
    by_report: dict[str, list[Entry]] = {}
    for entry in entries:
        by_report.setdefault(entry.read.report, []).append(entry)
    return VersionsRow(tuple(rows), tuple(_supported(reports, by_report, dropped)))


def _version(report: Report, recorded: str, before: Report | None) -> VersionRow:
    now, then = _paragraphs(report), _paragraphs(before) if before else {}
    new = tuple(text for plain, text in now.items() if before and plain not in then)
    gone = tuple(text for plain, text in then.items() if plain not in now)
    said = notes(report.text), is_withdrawal(report.text)
    return VersionRow(report.id, report.given_out, recorded, report.title, new, gone, *said)


def _supported(
    reports: Sequence[Report], entries: Mapping[str, Sequence[Entry]], dropped: Mapping[str, tuple[str, str]]
) -> Iterable[SupportRow]:
    """Every entry once, as the first version that has its words tells it."""
    seen: set[tuple[str, str, tuple[str, ...]]] = set()
    for report in reports:
        for entry in sorted(entries.get(report.id, ()), key=lambda e: (e.read.evidence[0].span, e.read.kind, e.id)):
            title = " · ".join(a.value for a in entry.claim.arguments)
            words = tuple(e.quote for e in entry.claim.evidence)
            key = (entry.claim.kind, title, tuple(map(_plain, words)))
            if key not in seen and entry.stands:
                seen.add(key)
                yield SupportRow(entry.id, entry.claim.kind, title, words, report.id, *dropped.get(entry.id, ("", "")))


def _paragraphs(report: Report) -> dict[str, str]:
    """Paragraphs by their words, whatever the white space."""
    return {_plain(text): text.strip() for text in report.text.split("\n") if text.strip()}


def _plain(text: str) -> str:
    return " ".join(text.split())
