"""How outlets mark their own reports: later editions ("(2nd LD)", "UPDATE 2-"), corrections and withdrawals."""

import re
from functools import cache

from communique.lexicon.tables import alternatives, rows

PLAIN = 1
"""The rank of a report without a mark: after a flash, before a first lead."""

HEAD = 240
"""Characters of a text within which an edition is marked."""

SHORT = 120
"""Words up to which a text that says it was withdrawn is a notice and no report."""


def rank(title: str, text: str) -> int:
    """Where a report stands among the editions of one story, by the mark in its title or first lines.

    0 for a flash, `PLAIN` without a mark, then leads and updates by their numbers, repeats, corrections.
    """
    for words in (title, text[:HEAD]):
        if found := _mark().search(words):
            name = (found["closed"] or found["open"]).upper()
            base = _ranks()[name]
            number = found["nth"] or found["number"] or found["before"] or found["count"] or "1"
            return base + int(number) - 1 if base == _ranks()["LEAD"] else base
    return PLAIN


def notes(text: str) -> tuple[str, ...]:
    """The sentences in which an outlet corrects its own report, word for word."""
    return tuple(found.group().strip() for found in _correcting().finditer(text))


def is_withdrawal(text: str) -> bool:
    """True for a notice that a report was withdrawn; not for a report about something else that was."""
    return len(text.split()) <= SHORT and bool(_withdrawing().search(text))


@cache
def _ranks() -> dict[str, int]:
    return {row["mark"]: int(row["rank"]) for row in rows("editions")}


@cache
def _mark() -> re.Pattern[str]:
    """Marks in brackets ("(2nd LD)"), or in capitals at the beginning before a dash or colon ("UPDATE 2-")."""
    names = alternatives(_ranks())
    small = f"{names}|{'|'.join(name.title() for name in sorted(_ranks()))}"
    ordinal = r"(?:st|nd|rd|th|ST|ND|RD|TH)[ -]"
    closed = rf"\(\s*(?:(?P<nth>\d{{1,2}}){ordinal})?(?P<closed>{small})(?:[ -]?(?P<number>\d{{1,2}}))?\s*\)"
    count = r"(?:[ -]?(?P<count>\d{1,2}))?"
    return re.compile(rf"{closed}|^\W{{0,3}}(?:(?P<before>\d{{1,2}}){ordinal})?(?P<open>{names}){count}\s*[-–—:]")


def _alternatives(kind: str) -> str:
    words = alternatives(row["words"] for row in rows("notices") if row["class"] == kind)
    return words.replace(r"\ ", r"\s+")


@cache
def _correcting() -> re.Pattern[str]:
    """A whole sentence: "An earlier version of this article …", "This story has been corrected …", "CORRECTION: …"."""
    piece = rf"(?:this|the|our)\s+(?:{_alternatives('piece')})"
    earlier = rf"\b(?:an?|the)\s+(?:earlier|previous|original|prior)\s+version\s+of\s+{piece}"
    changed = rf"\b{piece}\s+(?:has|have|was|were)\s+(?:since\s+)?(?:been\s+)?(?:{_alternatives('corrected')})\b"
    opening = rf"^\W{{0,3}}(?:{_alternatives('opening')})(?=\W)"
    start = r"(?:(?<=^)|(?<=\n)|(?<=[.!?)] )|(?<=[.!?][\"”’'] ))"
    return re.compile(
        rf"{start}(?:[^.!?\n]*(?:{earlier}|{changed})|{opening.removeprefix('^')})[^\n]*?(?:[.!?](?=\s|$|[\"”])|(?=\n)|$)",
        re.IGNORECASE | re.MULTILINE,
    )


@cache
def _withdrawing() -> re.Pattern[str]:
    piece = rf"(?:this|the|our|an?)\s+(?:[\w-]+\s+){{0,3}}?(?:{_alternatives('piece')})"
    told = r"(?:\s+(?:headlined|titled|entitled|about|on|of|published|posted|which|that|moved)\b[^.!?\n]{0,160})?"
    done = _alternatives("withdrawn")
    return re.compile(
        rf"\b{piece}{told}\s+(?:has|have|was|were|is)\s+(?:since\s+)?(?:been\s+)?(?:{done})\b"
        rf"|\b(?:we|we\s+have|has|have)\s+(?:{done})\s+{piece}"
        rf"|^\W{{0,3}}(?:(?:story|report|article)\s+)?(?:withdrawn|retracted|retraction)\s*[-–—:)]",
        re.IGNORECASE | re.MULTILINE,
    )
