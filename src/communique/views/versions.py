"""The versions of one report side by side: what was added, what is gone, and which entries lost their words."""

from collections.abc import Iterable, Sequence

from communique.model.correcting import Entry
from communique.model.report import Report
from communique.model.rows import SupportRow, VersionRow, VersionsRow


def versions(found: Sequence[tuple[Report, str]], entries: Iterable[Entry]) -> VersionsRow:
    """Versions, oldest first (each with when it was recorded), and what became of the entries of all of them."""
    reports = [report for report, _ in found]
    rows = [
        _version(report, recorded, before)
        for (report, recorded), before in zip(found, [None, *reports[:-1]], strict=True)
    ]
    by_report: dict[str, list[Entry]] = {}
    for entry in entries:
        by_report.setdefault(entry.read.report, []).append(entry)
    return VersionsRow(tuple(rows), tuple(_supported(reports, by_report)))


def since(report: Report) -> str:
    """When a version was given out, as far as the outlet says."""
    return report.modified or report.published


def _version(report: Report, recorded: str, before: Report | None) -> VersionRow:
    now, then = _paragraphs(report), _paragraphs(before) if before else {}
    new = tuple(text for plain, text in now.items() if before and plain not in then)
    gone = tuple(text for plain, text in then.items() if plain not in now)
    return VersionRow(report.id, since(report), recorded, report.title, new, gone)


def _supported(reports: Sequence[Report], entries: dict[str, list[Entry]]) -> Iterable[SupportRow]:
    """Every entry once, as the first version that has its words tells it."""
    seen: set[tuple[str, str, tuple[str, ...]]] = set()
    for number, report in enumerate(reports):
        for entry in sorted(entries.get(report.id, ()), key=lambda e: (e.read.evidence[0].span, e.read.kind, e.id)):
            title = " · ".join(a.value for a in entry.claim.arguments)
            words = tuple(e.quote for e in entry.claim.evidence)
            key = (entry.claim.kind, title, tuple(map(_plain, words)))
            if key not in seen and entry.stands:
                seen.add(key)
                later = reports[number + 1 :]
                lost = next((r for r in later if not _has(r, key[2])), None)
                back = any(_has(r, key[2]) for r in later[later.index(lost) :]) if lost else False
                dropped = lost if lost and not back else None
                yield SupportRow(
                    entry.id,
                    entry.claim.kind,
                    title,
                    words,
                    report.id,
                    since(dropped) if dropped else "",
                    dropped.id if dropped else "",
                )


def _has(report: Report, words: Iterable[str]) -> bool:
    text = _plain(report.text)
    return all(w in text for w in words)


def _paragraphs(report: Report) -> dict[str, str]:
    """Paragraphs by their words, whatever the white space."""
    return {_plain(text): text.strip() for text in report.text.split("\n") if text.strip()}


def _plain(text: str) -> str:
    return " ".join(text.split())
