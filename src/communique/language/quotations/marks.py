"""Quotation marks, paired with tolerance: curly, straight, single, guillemets, unbalanced, re-opened by paragraph."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from communique.model.span import Span

_DOUBLE = re.compile("[“”„‟«»\"]|''|``")
_SINGLE = re.compile("['‘’‚‹›]")
_PARAGRAPH = re.compile(r"[^\n]+")
_ELISION = re.compile(r"['’](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|n['’])", re.IGNORECASE)
_BEFORE = frozenset(' \t\u00a0([{—–-/"“„«:')
_AFTER = frozenset(' \t\u00a0)]}—–-/"”»,.;:!?…')
_FINAL = frozenset(".!?…")
_OPENING = frozenset('“„«"')
_CROSSED = frozenset((("„", "“"), ("»", "«"), ("”", "”")))
"""Pairs in which another tradition closes with what opens elsewhere: „so“, »so«, ”so”."""

_SENTENCE = re.compile(r"(?<=[a-z]{3}[.!?])[\"”’]?\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between quotation marks: `span` is what stands inside, `open` and `close` where the marks begin and end.

    `whole` is False where one of the two marks is missing, so that the extent is a guess.
    """

    open: int
    span: Span
    close: int
    whole: bool = True


class Marks:
    """All quotations of a text in order, with look-ups."""

    def __init__(self, text: str) -> None:
        self.all = tuple(quoted(text))
        self._opens = [q.open for q in self.all]

    def around(self, span: Span) -> Quoted | None:
        """The complete quotation that holds `span`, if any."""
        number = bisect_right(self._opens, span.start) - 1
        if number < 0:
            return None
        found = self.all[number]
        return found if found.whole and found.open <= span.start and span.end <= found.close else None

    def within(self, span: Span) -> list[Quoted]:
        """The quotations that share words with `span`."""
        first = max(0, bisect_right(self._opens, span.start) - 1)
        last = bisect_right(self._opens, span.end)
        return [q for q in self.all[first:last] if q.span.overlaps(span)]


def quoted(text: str) -> Iterator[Quoted]:
    """Every quotation outside other quotations, paragraph by paragraph, in text order."""
    for paragraph in _PARAGRAPH.finditer(text):
        outer = list(_doubles(text, paragraph.start(), paragraph.end()))
        inner = _singles(text, paragraph.start(), paragraph.end(), outer)
        yield from sorted([*outer, *inner], key=lambda q: q.open)


def _doubles(text: str, start: int, end: int) -> Iterator[Quoted]:
    opened: re.Match[str] | None = None
    last = start
    for mark in _DOUBLE.finditer(text, start, end):
        if opened is None and _closes(text, mark, end):
            if last == start:
                first = _sentence_start(text, start, mark.start())
                yield Quoted(first, Span(first, mark.start()), mark.end(), whole=False)
        elif opened is None:
            opened = mark
        elif _reopens(text, mark, opened):
            yield Quoted(opened.start(), Span(opened.end(), mark.start()), mark.start(), whole=False)
            opened = mark
        else:
            yield Quoted(opened.start(), Span(opened.end(), mark.start()), mark.end())
            opened, last = None, mark.end()
    if opened is not None:
        yield Quoted(opened.start(), Span(opened.end(), end), end, whole=_runs_on(text, opened.start(), (start, end)))


def _runs_on(text: str, opened: int, paragraph: tuple[int, int]) -> bool:
    """Whether a quotation that is open at the end of its paragraph may go on in the next one."""
    start, end = paragraph
    before = text[max(start, opened - 8) : opened].rstrip()
    following = text[end : end + 8].lstrip()[:1]
    return not before or before[-1] in ":," or (before[-1] in _FINAL and following in _OPENING)


def _sentence_start(text: str, start: int, end: int) -> int:
    """Where the last sentence before `end` begins; a quotation that nobody opened is not taken to be longer."""
    return max((m.end() for m in _SENTENCE.finditer(text, start, end)), default=start)


def _closes(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a mark with no quotation open can only be a closing one."""
    if mark.group() == "”":
        return True
    if mark.group() == "»":
        return not _leads(text, mark)
    if mark.group() in ('"', "''"):
        before = text[mark.start() - 1] if mark.start() else " "
        after = text[mark.end()] if mark.end() < end else " "
        return before not in _BEFORE and before != "\n" and after in _AFTER
    return False


def _reopens(text: str, mark: re.Match[str], opened: re.Match[str]) -> bool:
    """Whether a mark opens a new quotation although one is open: its closing mark was forgotten."""
    if (opened.group(), mark.group()) in _CROSSED:
        return False
    if mark.group() in ("“", "„", "«"):
        return True
    if mark.group() != '"' or opened.group() not in ('"', "“"):
        return False
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < len(text) else " "
    return (
        before in " (" and after.isalnum() and text[max(0, mark.start() - 8) : mark.start()].rstrip()[-1:] not in _FINAL
    )


def _leads(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands before a word and behind none."""
    before = text[mark.start() - 1] if mark.start() else "\n"
    return (before in _BEFORE or before == "\n") and text[mark.end() : mark.end() + 1].isalnum()


def _singles(text: str, start: int, end: int, outer: list[Quoted]) -> Iterator[Quoted]:
    at = start
    while opened := _next_opening(text, at, end, outer):
        following = _next_opening(text, opened.end(), end, outer)
        close = _closing(text, opened.end(), following.start() if following else end, end)
        if close is None and opened.start() == start and text[end - 1] in "'’":
            close = end - 1
        if close is None:
            at = opened.end()
            continue
        yield Quoted(opened.start(), Span(opened.end(), close), close + 1)
        at = close + 1


def _next_opening(text: str, start: int, end: int, outer: list[Quoted]) -> re.Match[str] | None:
    for mark in _SINGLE.finditer(text, start, end):
        before = text[mark.start() - 1] if mark.start() else "\n"
        after = text[mark.end()] if mark.end() < end else " "
        if not (before in _BEFORE or before == "\n") or after in " \n\t" or _ELISION.match(text, mark.start()):
            continue
        if mark.group() != "’" and not any(q.open <= mark.start() < q.close for q in outer):
            return mark
    return None


def _closing(text: str, start: int, stop: int, end: int) -> int | None:
    """The closing single mark: the first that is no apostrophe; after a plural s a later one is preferred."""
    found = [
        m.start()
        for m in _SINGLE.finditer(text, start, stop)
        if m.group() in "'’›" and (m.end() >= end or text[m.end()] in _AFTER) and text[m.start() - 1] not in " \n"
    ]
    sure = [at for at in found if text[at - 1] != "s" or text[at + 1 : at + 2] not in (" ", "")]
    return next(iter(sure or found), None)
