"""The points of a plan as a report lists them: a numbered or marked list after its name, or what it "calls for"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from communique.lexicon.plans import kinds_of, names_document, nouns, plan_words
from communique.resolve.drafts import sentences

LISTED = 2
"""Lines that make a list."""

_ITEM = re.compile(
    r"[ \t]*(?:(?:(?:point|article|item)[ \t]+)?(?P<number>\d{1,2})[.):]|[-•*·▪–—])[ \t]+(?P<text>\S.*\S)",
    re.IGNORECASE,
)
_TOLD_BY = re.compile(r",? (?:according to|(?:\w+ ){1,4}(?:said|says|told)\b).*$")
_BARE = r"(?:[\w-]+\s+){0,3}?"


@dataclass(frozen=True, slots=True)
class Point:
    """One point: the number it has in its list (0 for none), its words, and `text[start:end]` that gives it.

    `about` is the sentence before the list, or the one that the point stands in.
    """

    number: int
    words: str
    start: int
    end: int
    about: str


def listed(text: str) -> Iterator[Point]:
    """The points of numbered and marked lists that follow a sentence about a plan or the like."""
    lines = [(found.start(), found.group()) for found in re.finditer(r"[^\n]+", text) if found.group().strip()]
    at = 0
    while at < len(lines):
        items = _list(lines, at)
        about = lines[at - 1][1].strip() if at else ""
        if len(items) >= LISTED and _is_about(about):
            for start, line, found in items:
                here = start + len(line) - len(line.lstrip())
                yield Point(int(found["number"] or 0), found["text"], here, start + len(line.rstrip()), about)
        at += max(1, len(items))


def _list(lines: list[tuple[int, str]], at: int) -> list[tuple[int, str, re.Match[str]]]:
    """The lines of one list from here on; the numbers of a numbered one run from one."""
    items: list[tuple[int, str, re.Match[str]]] = []
    for start, line in lines[at:]:
        found = _ITEM.fullmatch(line.rstrip())
        if found is None or int(found["number"] or 0) != (len(items) + 1 if _is_numbered(items, found) else 0):
            break
        items.append((start, line, found))
    return items


def _is_numbered(items: list[tuple[int, str, re.Match[str]]], found: re.Match[str]) -> bool:
    return bool((items[0][2] if items else found)["number"])


def _is_about(line: str) -> bool:
    return names_document(line) or "points" in map(str.casefold, nouns(line))


def called_for(text: str) -> Iterator[Point]:
    """What sentences say a plan calls for, requires or includes."""
    for start, sentence in sentences(text):
        found = _calling().search(sentence)
        if found and kinds_of(found["noun"]):
            said = _TOLD_BY.sub("", found["rest"]).strip(' ,;."”')
            if said:
                yield Point(0, said, start, start + len(sentence), sentence)


@cache
def _calling() -> re.Pattern[str]:
    """A document, what it does and what it holds: "the 12-point plan also calls for …"."""
    verb = rf"(?:(?:also|further|now|reportedly)\s+)?(?:{plan_words('contents')})"
    return re.compile(
        rf"\b(?:the|its|their|his|her|this|that|\S+['’]s)\s+{_BARE}(?P<noun>[a-z-]+)\s+{verb}\s+(?P<rest>\S.*)",
        re.IGNORECASE | re.DOTALL,
    )
