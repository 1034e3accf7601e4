"""The JSON shape of the annotation guide: what `communique read --json` writes for one report."""

from collections.abc import Sequence
from typing import Any

from communique.model.claim import KINDS, Argument, Claim
from communique.model.report import Report

LISTS = frozenset({("meetings", "parties"), ("meetings", "participants"), ("meetings", "mediators")}) | {
    ("proposals", "authors"),
    ("next_steps", "who"),
}
"""Fields that are lists even with one value or none."""

SPLIT = frozenset({("statements", "content")})
"""Fields that are a string when they have one value and a list of parts when they have several."""

VERBATIM = frozenset({"content", "issue", "text", "what"})
"""Fields whose values are words of the report."""


def guide(report: Report, claims: Sequence[Claim]) -> dict[str, Any]:
    """One report's entries by kind, in text order, in the guide's fields plus `id`, `made_by`, `score` and `at`.

    `at` gives the code-point offsets `[start, end]` of every field's passage in the report's text.
    """
    written: dict[str, Any] = {
        "report": report.name or report.id,
        "id": report.id,
        "published": report.published,
        "outlet": report.outlet,
        "url": report.url,
        "title": report.title,
    }
    for kind in KINDS:
        written[kind] = [_entry(c) for c in sorted(_of(claims, kind), key=_place)]
    return written


def _of(claims: Sequence[Claim], kind: str) -> list[Claim]:
    return [c for c in claims if c.kind == kind]


def _place(claim: Claim) -> tuple[int, int, str]:
    first = claim.evidence[0].span
    return first.start, first.end, claim.id


def _as_published(argument: Argument) -> str:
    """The value; where it is the report's own words, with their ends of lines."""
    words = argument.evidence.quote
    return words if argument.role in VERBATIM and words.split() == argument.value.split() else argument.value


def _entry(claim: Claim) -> dict[str, Any]:
    entry: dict[str, Any] = {role: [] for kind, role in sorted(LISTS) if kind == claim.kind}
    at: dict[str, list[list[int]]] = {}
    for argument in claim.arguments:
        span, value = argument.evidence.span, _as_published(argument)
        at.setdefault(argument.role, []).append([span.start, span.end])
        if (claim.kind, argument.role) in LISTS:
            entry[argument.role].append(value)
        elif argument.role in entry and (claim.kind, argument.role) in SPLIT:
            first = entry[argument.role]
            entry[argument.role] = [*(first if isinstance(first, list) else [first]), value]
        else:
            entry.setdefault(argument.role, value)
    quotes = [e.quote for e in claim.evidence]
    entry["evidence"] = quotes if claim.kind == "meetings" else quotes[0] if len(quotes) == 1 else quotes
    entry |= {"id": claim.id, "made_by": claim.made_by, "score": claim.score, "at": at}
    return entry
