"""Titles and first lines of texts that are published as such: joint statements, readouts, speeches, communiqués."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_TITLE = re.compile(
    r"(?:(?:joint|final|presidential|chair'?s?|co-chairs'?|trilateral|quadrilateral|agreed|press) )*"
    r"(?P<kind>statement|communiqu[eé]|declaration|read-?out|outcomes?|memorandum|minutes)\b"
    r"(?: (?:of|on|by|from|between|following|after|regarding|to|issued)\b|:|$)",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\b(?:joint|communiqu|declaration|trilateral|agreed)", re.IGNORECASE)
_SORT = (
    r"(?P<kind>(?:[\w-]+ ){0,3}?(?:statement|communiqu[eé]|address|speech|letter|message|declaration|remarks|appeal|"
    r"announcement|proclamation|intervention|toast|lecture|sermon|testimony|press release|readout|note))\b"
)
_GIVEN = r"(?:by|of|from|(?:issued|delivered|made|given|read|released) by|attributable to)"
_BEHIND = (
    r"(?=[,:;(]|$| (?:to|at|on|in|before|following|after|regarding|during|for|concerning|about|with|upon|marking)\b)"
)
_STYLE = r"(?:(?:h\. ?e\.|his excellency|her excellency|the hon(?:\.|ou?rable)) )?"
_BY = rf"{_SORT} {_GIVEN} {_STYLE}(?P<who>[^:,;()]+?)(?: on behalf of (?P<whose>[^:,;()]+?))?{_BEHIND}"
_OWNED = r"(?P<who>[^:;]+?)['’]s? " + _SORT
_PRINTED = r"(?:(?:full|complete|unofficial|official|verbatim|prepared) )*(?:text|transcript|translation|version)"
_TITLES = (
    re.compile(rf"(?:[^:]{{3,80}}: )?{_PRINTED}(?: of|:)? (?:the )?{_OWNED}", re.IGNORECASE),
    re.compile(rf"(?:[^:]{{3,80}}: )?(?:{_PRINTED}(?: of|:)? )?(?:the )?{_BY}", re.IGNORECASE),
)
_HERE = rf"(?:\[\w+\] )?(?:the )?(?:following|here|below)\b.{{0,40}}? (?:{_PRINTED}|excerpts?) of (?:the |an? )?"
_LEADS = (
    re.compile(rf"{_HERE}{_BY}.*:", re.IGNORECASE | re.DOTALL),
    re.compile(rf"{_HERE}{_OWNED}.*:", re.IGNORECASE | re.DOTALL),
    re.compile(rf"\[(?:the )?{_BY}[^\]]*\]", re.IGNORECASE),
    re.compile(
        r"(?P<who>.+?),? (?:has |have )?(?:issued|released|made|gave|published|delivered|sent|distributed|broadcast|"
        rf"read(?: out)?)(?: (?:on )?\w+)? the following (?:{_SORT}|(?P<reply>answer|reply))\b.*:",
        re.IGNORECASE | re.DOTALL,
    ),
)


@dataclass(frozen=True, slots=True)
class Delivered:
    """What a line says of the text below it: where its kind stands ("address") and whose it is, from its start."""

    kind: tuple[int, int]
    who: tuple[int, int]


def text_kind(title: str) -> tuple[int, int] | None:
    """Where a title names the kind of text it stands over ("Joint Statement"), or None for a news report."""
    found = _TITLE.match(title)
    return (found.start(), found.end("kind")) if found else None


def is_joint(title: str) -> bool:
    """Whether a text has several authors."""
    return _JOINT.search(title) is not None


def delivered(title: str) -> Delivered | None:
    """What a title may say of a text below it: "Full text of X's address", "Remarks by X at the opening"."""
    return _read(pattern.match(title) for pattern in _TITLES)


def leading(sentence: str) -> Delivered | None:
    """What a sentence with a colon says of the text after it: "The council issued the following statement:"."""
    return (
        _read(pattern.fullmatch(sentence.strip()) for pattern in _LEADS)
        if sentence.rstrip()[-1:] in (":", "]")
        else None
    )


def _read(matches: Iterable[re.Match[str] | None]) -> Delivered | None:
    found = next((m for m in matches if m is not None), None)
    if found is None:
        return None
    told = found.groupdict()
    return Delivered(
        found.span("kind" if told["kind"] else "reply"), found.span("whose" if told.get("whose") else "who")
    )
