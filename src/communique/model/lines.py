"""Lines that were broken to fit a width, as in mail, old wires and text taken from a page: their ends end nothing.

Such a report is read with spaces for the ends of its lines. Every offset stays; what is quoted is quoted as published.
"""

import re
from itertools import pairwise

from communique.model.report import Report

WIDTHS = range(45, 121)
"""Characters in the longest line of such text; longer lines are whole paragraphs."""

FULL = 0.7
"""A line that another follows is full from this share of the longest on."""

MOST = 0.6
"""At least so many of the lines that another follows are full where lines are broken to fit."""

FEWEST = 5
"""So many full lines tell a width."""

GOING_ON = 0.25
"""At least so many of them go on in a small letter, where there are any; the rest are lists of headlines."""

_LINE = re.compile(r"[^\n]+")
_ITEM = re.compile(r"[^\S\n]|[-–—•*·]|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s")
"""What begins a line of its own: white space, a mark or number of a list."""


def flowing(report: Report) -> Report:
    """The report as it is to be read: itself, or with spaces for the ends of lines that were broken to fit a width."""
    ends = broken_to_fit(report.text)
    if not ends:
        return report
    marks = list(report.text)
    for end in ends:
        marks[end] = " "
    return report.respaced("".join(marks))


def broken_to_fit(text: str) -> frozenset[int]:
    """Where the ends of lines stand that only keep lines within a width; none in text whose lines are paragraphs."""
    lines = [m for m in _LINE.finditer(text) if not m[0].isspace()]
    followed = [(line, after) for line, after in pairwise(lines) if after.start() == line.end() + 1]
    longest = max((len(line[0].rstrip()) for line, _ in followed), default=0)
    full = [(line, after) for line, after in followed if len(line[0].rstrip()) >= FULL * longest]
    if longest not in WIDTHS or len(full) < max(FEWEST, MOST * len(followed)):
        return frozenset()
    going_on = sum(after[0][0].islower() for _, after in full)
    if going_on < GOING_ON * len(full) and not text.isupper():
        return frozenset()
    return frozenset(line.end() for line, after in full if not _ITEM.match(after[0]))
