"""Outlets that a report names as its source: "told Reuters", "the newspaper X reported", "Source: AFP".

A name counts as an outlet when the lexicon knows it, or when the words beside it call it one ("the daily X"). It counts
as credited when words of saying stand beside it, or when it stands where reports name the agency they took their text
from: in the dateline, at the end, in the notice of copyright.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from operator import itemgetter

from communique.lexicon.countries import kind_of
from communique.lexicon.credits import credit_words
from communique.lexicon.outlets import begins
from communique.lexicon.outlets import outlet as known_outlet
from communique.lexicon.tables import key
from communique.model.report import Report
from communique.resolve.outlets import is_outlet, outlet_name, wire_of

MEDIA = frozenset({"news_agency", "newspaper", "broadcaster", "website"})
"""Kinds that are outlets; a press release or a post on a network is where a story starts, not another reporter."""

LONGEST = 5
"""Words of an outlet's name that are tried."""

BESIDE = 90
"""Code points on either side of a name in which the words that credit it stand."""

_CAPITAL = re.compile(r"(?<![^\s,;:()\[\]“”\"—–/])[A-Z0-9][^\s,;:()\[\]“”\"]*")
_WORD = re.compile(r"[^\s,;:()\[\]“”\"]+")
_PART = r"[A-Z0-9][\w’'&-]*(?:\.\w+)*"
_CAPITALS = rf"{_PART}(?: (?:al-\w+|el-\w+|(?:(?:al|el|of|the) )?{_PART})){{0,4}}"
_NAME_BEFORE, _NAME_AFTER = re.compile(rf"\b(?P<name>{_CAPITALS}) $"), re.compile(rf" (?P<name>{_CAPITALS})")
_MINISTRY = re.compile(
    r"(?:Minist\w+|Department|Secretar\w+|Committee|Council|Institute|Office|Commission\w*) (?:of|for) $", re.IGNORECASE
)
_RUN_BY = re.compile(r"-(?:run|owned|based|backed|affiliated|controlled|language)$")
_SENTENCE_END = re.compile(r"(?<=[a-z\d)”’\"][a-z\d)”’\"])[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])|\n")
"""Roughly, and apart from abbreviations of capitals: a credit is for its sentence alone."""
_OWNED = re.compile(r"^['’]s? $")


@dataclass(frozen=True, slots=True, order=True)
class Credit:
    """A report names an outlet as its source, in the sentence at `start:end` (code points of the report's text).

    `whole` when the credit is for the whole text, not for that sentence; then `start:end` is the outlet's name alone.
    """

    report: str
    start: int
    end: int
    outlet: str
    whole: bool = False


def credits(report: Report, outlets: Collection[str] = ()) -> tuple[Credit, ...]:
    """Every credit of another outlet in one report, in the order of its text.

    `outlets` are outlets that other reports come from, as `tables.key` writes them: known although no lexicon has them.
    """
    found = [*_named(report), *_described(report), *_whole(report, outlets)]
    kept: list[Credit] = []
    for credit in sorted(found, key=lambda c: (c.start, -c.end, c.outlet)):
        if not _is_own(credit.outlet, report.outlet) and (not kept or credit.start >= kept[-1].end):
            kept.append(credit)
    if all(c.whole for c in kept):
        return tuple(kept)
    breaks = [(e.start(), e.end()) for e in _SENTENCE_END.finditer(report.text)]
    return tuple(c if c.whole else _for_sentence(c, breaks, len(report.text)) for c in kept)


def _for_sentence(credit: Credit, breaks: Sequence[tuple[int, int]], last: int) -> Credit:
    """A credit with the sentence around the outlet's name, in a text of such `breaks` between its sentences."""
    before = bisect_right(breaks, credit.start, key=itemgetter(1))
    after = bisect_left(breaks, credit.end, before, key=itemgetter(0))
    start = breaks[before - 1][1] if before else 0
    return replace(credit, start=start, end=breaks[after][0] + 1 if after < len(breaks) else last)


def _is_own(name: str, outlet: str) -> bool:
    """True for the report's own outlet, and for its programmes and services ("BBC Arabic" of BBC News)."""
    first, own = name.split(maxsplit=1)[0], outlet_name(outlet).split()[:1]
    return is_outlet(name, outlet) or (first.isupper() and len(first) > 1 and [first] == own)


def _named(report: Report) -> Iterator[Credit]:
    """Outlets of the lexicon with words of saying beside them."""
    text, until = report.text, 0
    for word in _CAPITAL.finditer(text):
        start = word.start()
        if start < until or not (begins(word[0]) or begins(_stripped(word[0]))):
            continue
        end, name = _longest(text, start)
        if name:
            is_part = _OWNED.match(text[until:start]) or _MINISTRY.search(text, max(0, start - 40), start)
            until = end
            if not is_part and _is_credited(text, start, end):
                yield Credit(report.id, start, end, name)


def _longest(text: str, start: int) -> tuple[int, str]:
    """Where the longest outlet's name that begins here ends, and the outlet; (0, "") when there is none."""
    ends = [start + found.end() for found in islice(_WORD.finditer(text[start : start + BESIDE]), LONGEST)]
    for end in reversed(ends):
        written = _stripped(text[start:end])
        found = known_outlet(written) if "\n" not in written else None
        if found and found.kind in MEDIA:
            return start + len(written), found.name
    return 0, ""


def _stripped(word: str) -> str:
    return re.sub(r"(?:['’]s|['’.,!?])+$", "", word)


def _described(report: Report) -> Iterator[Credit]:
    """Outlets that no lexicon knows, called so by the words beside their names."""
    for kind in _kinds().finditer(report.text):
        before = _NAME_BEFORE.search(report.text, max(0, kind.start() - BESIDE), kind.start())
        after = _NAME_AFTER.match(report.text, kind.end())
        for found in (before, after):
            span = _name_in(report.text, found, kind) if found else None
            if span and _is_credited(report.text, *span):
                is_part = found is before and kind[0].istitle()
                yield Credit(report.id, *span, _known_as(report.text[span[0] : span[1]], kind[0], is_part=is_part))


def _name_in(text: str, found: re.Match[str], kind: re.Match[str]) -> tuple[int, int] | None:
    """Where the name alone stands; "Syrian state television" is a name as a whole."""
    start = found.end("name") - len(_without_nation(found["name"]))
    end = start + len(_stripped(text[start : found.end("name")]))
    if start >= end and kind[0].casefold().startswith("state") and found.end() == kind.start():
        start, end = found.start("name"), kind.end()
    return (start, end) if any(c.isalpha() for c in text[start:end]) else None


def _known_as(name: str, kind: str, *, is_part: bool) -> str:
    """The outlet of a name and the word that calls it one, which capitals make a part of its name: "Harbour Radio"."""
    whole = f"{name} {kind}"
    known = known_outlet(name) or known_outlet(whole) or known_outlet(name.removesuffix(" News"))
    return known.name if known else whole if is_part else name


def _without_nation(name: str) -> str:
    """A name without the nation before it: "Germany's Handelsblatt", "Israeli Channel 12", "Saudi-owned Arabic"."""
    words = name.split(" ")
    while words and (words[0].endswith(("'s", "’s")) or _is_nation(words[0]) or _is_nation(" ".join(words[:2]))):
        words = words[2:] if len(words) > 1 and _is_nation(" ".join(words[:2])) else words[1:]
    return " ".join(words)


def _is_nation(word: str) -> bool:
    named = ("Arabic", "Western", "Local", "State", "The", "European")
    return word in named or bool(_RUN_BY.search(word)) or kind_of(word.split("-", maxsplit=1)[0]) in ("name", "demonym")


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(k) for k in credit_words('description'))})\b", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in credit_words("before"))
    kinds = "|".join(re.escape(k) for k in credit_words("description"))
    between = rf"(?:[\w’'.-]+\s+and\s+)?(?:(?:the|a|an|its|his|her)\s+)?(?:[\w’'.-]+\s+){{0,4}}?(?:(?:{kinds})\s+)?"
    return re.compile(
        rf"\b(?:{words})\s+{between}(?:[^.,;:\n]{{2,40}}\s+(?:and|partner,)\s+)?(?:the\s+)?$", re.IGNORECASE
    )


@cache
def _after() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in credit_words("after"))
    kinds = "|".join(re.escape(k) for k in credit_words("description"))
    aside = r"(?:,[^,.\n]{3,70},)?"
    return re.compile(rf"^(?:['’]s)?(?:\s+(?:{kinds}))?{aside}\s+(?:{words})\b", re.IGNORECASE)


def _is_credited(text: str, start: int, end: int) -> bool:
    head, tail = text[max(0, start - BESIDE) : start], text[end : end + BESIDE]
    return bool(_before().search(head) or _after().match(tail))


_FOOT = re.compile(
    r"(?:^|\n)[^\S\n]*(?:Sources?|Agency|Agencies|Credit|With input from)\s*:\s*(?P<name>[^\n]{2,60})\s*(?=\n|$)"
    r"|(?:Copyright|©)\s*(?:\(c\)\s*)?(?:\d{4}\s+)?(?:by\s+)?(?:the\s+|The\s+)?"
    r"(?P<owner>[A-Z][\w’' .-]{1,40}?)\.?(?=\s+All rights|[.\n]|$)"
    r"|(?:^|\n)[^\S\n]*(?P<stamp>[A-Z][\w’' .-]{1,30}?)\s*\|\s*(?:Updated|Published|Last updated)\b"
    r"|(?P<writers>[A-Z][\w’' .-]{1,40}?)\s+(?:writers?|reporters?|correspondents?)\s[^\n]{0,300}?"
    r"\bcontributed to this (?:report|story|article)"
)


def _whole(report: Report, outlets: Collection[str]) -> Iterator[Credit]:
    """Agencies in the dateline, and outlets named at the end or the head as where the text comes from."""
    wire = wire_of(report)
    if wire and (known_outlet(wire) or key(outlet_name(wire)) in outlets):
        start = report.text.index(wire)
        yield Credit(report.id, start, start + len(wire), outlet_name(wire), whole=True)
    for found in _FOOT.finditer(report.text):
        group = next(g for g in ("name", "owner", "stamp", "writers") if found[g])
        for name in re.split(r"\s+and\s+|,\s*|/", found[group].strip()):
            known = known_outlet(_stripped(name).removeprefix("The ").removeprefix("the "))
            if known and known.kind in MEDIA:
                at = found.start(group) + found[group].index(name)
                yield Credit(report.id, at, at + len(name), known.name, whole=True)
