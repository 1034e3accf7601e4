"""Titles of texts that are published as such: joint statements, readouts, communiqués."""

import re

_TITLE = re.compile(
    r"(?:(?:joint|final|presidential|chair'?s?|co-chairs'?|trilateral|quadrilateral|agreed|press) )*"
    r"(?P<kind>statement|communiqu[eé]|declaration|read-?out|outcomes?|memorandum|minutes)\b"
    r"(?: (?:of|on|by|from|between|following|after|regarding|to|issued)\b|:|$)",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\b(?:joint|communiqu|declaration|trilateral|agreed)", re.IGNORECASE)


def text_kind(title: str) -> tuple[int, int] | None:
    """Where a title names the kind of text it stands over ("Joint Statement"), or None for a news report."""
    found = _TITLE.match(title)
    return (found.start(), found.end("kind")) if found else None


def is_joint(title: str) -> bool:
    """Whether a text has several authors."""
    return _JOINT.search(title) is not None
