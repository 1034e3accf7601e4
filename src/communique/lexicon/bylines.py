"""Lines above a report that tell who wrote it and when it went out: "By Ada Quill in Torvik", "Our Correspondent".

They are no part of what is reported, and the dateline, if there is one, stands behind them.
"""

import re

from communique.lexicon.listed import FAMILY, GIVEN, listed
from communique.lexicon.outlets import outlet

_SLUG = re.compile(
    r"\s*[^\n]{0,400}?\(ATTN: [^)\n]{1,400}\)\s*"
    r"(?:By(?:,? (?:and )?[A-Z][\w.’'-]*[a-z][\w’'-]*(?: [A-Z][\w.’'-]*[a-z][\w’'-]*){1,2})+\s+)?(?=[A-Z])"
)
"""What an agency writes for editors before a text, and who wrote it: "(LEAD) Torvik-talks (ATTN: ADDS details) By Ada
Quill".
"""
LONGEST = 120
"""Characters of a line: a longer one is text."""
_ENDS = re.compile(r"[!?:;,\"”]$|[a-z]{2}\.$")
"""How a line of text ends, or one that leads to a text."""
_LINE = re.compile(r"\s*(?P<line>\S[^\n]*?)[^\S\n]*(?:\n\s*|\Z)")
_WRITER = r"(?i:correspondents?|reporters?|writers?|desk|bureau)"
_CREDIT = re.compile(
    r"(?!By [A-Z][a-z]+day\b)"  # a heading: By Monday
    r"(?:By|BY|Written by|Reported by|Story by|Report by|From (?=[Oo]ur ))(?: (?:our|a|an|the))?(?: [A-Z][^\n]*)"
    rf"|By (?:our|a|the)(?: [\w’'-]+){{0,3}} (?:{_WRITER}|staff)(?:,? [^\n]*)?"
    rf"|(?:Our |OUR |The )?(?:[A-Z][\w’'.-]*[ /]){{0,3}}{_WRITER}(?:,? [A-Z][^\n]*)?"
)
_OUT = re.compile(
    r"(?:(?:First |Last )?(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Mm]odified)|PUBLISHED|UPDATED)\b[^\n]*\d[^\n]*"
)
_NAMES = re.compile(r"[A-Z][\w’'-]+(?: [A-Z]\.?)?(?: (?:al-|de |van |von )?[A-Z][\w’'-]+){1,2}")


def is_byline(line: str) -> bool:
    """True for a line that tells who wrote a report, or when it went out, and nothing else."""
    line = line.strip()
    if not line or len(line) > LONGEST or _ENDS.search(line):
        return False
    if _CREDIT.fullmatch(line) or _OUT.fullmatch(line):
        return True
    known = outlet(line)
    return known is not None and known.kind == "news_agency"


def past_slug(text: str, start: int) -> int:
    """Where the text begins behind an agency's notes for editors at `start`; `start` where there are none."""
    found = _SLUG.match(text, start)
    return found.end() if found else start


def past_bylines(text: str, start: int) -> int:
    """Where the first line at or after `start` begins that is no byline, nor the name of a person alone; behind the
    notes for editors there.
    """
    start = past_slug(text, start)
    while (found := _LINE.match(text, start)) and (is_byline(found["line"]) or _is_name(found["line"])):
        start = found.end()
    return start


def _is_name(line: str) -> bool:
    """True for a name of the lists: a given name first, a family name last."""
    if _NAMES.fullmatch(line) is None:
        return False
    found = listed(line.split())
    return bool(found[0] & GIVEN and found[-1] & FAMILY)
