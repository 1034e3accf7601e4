"""Full-text search: the words a user types as FTS5 reads them, and what hits are narrowed by."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Protocol

from communique.errors import QueryError


class Published(Protocol):
    """What is asked of a report here."""

    @property
    def outlet(self) -> str:
        """Who published it."""
        ...

    @property
    def published(self) -> str:
        """When."""
        ...


def tags(report: Published, kind: str = "") -> str:
    """What hits in a report, or in a claim of a kind in it, can be narrowed by."""
    period = year_tag(report.published) if kind else f"{year_tag(report.published)} {month_tag(report.published)}"
    return " ".join((f"k{kind}" if kind else "", outlet_tag(report.outlet), period)).strip()


def outlet_tag(outlet: str) -> str:
    """An outlet as one word."""
    return f"o{outlet.encode().hex()}"


def year_tag(published: str) -> str:
    """A year of publication as one word."""
    return f"y{published[:4]}"


def month_tag(published: str) -> str:
    """A month of publication as one word; reports have it, claims do not."""
    return f"m{published[:4]}{published[5:7]}"


def period_tags(first: str, last: str, *, months: bool = False) -> list[str]:
    """The years of which one is that of everything published from one day to another; with `months` the months, if
    they are few.
    """
    start, end = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (first, last))
    if months and end - start < MONTHS:
        return [f"m{n // 12:04}{n % 12 + 1:02}" for n in range(start, end + 1)]
    return [f"y{year:04}" for year in range(start // 12, end // 12 + 1)]


MONTHS = 12
"""Months that a search is narrowed to by name; more are years."""

MOST_WORDS = 50
"""Words and phrases of one search."""

TOKENS = "porter unicode61 remove_diacritics 2"
"""How FTS5 cuts texts into words, here as in the migrations."""

OPEN, CLOSE = "\x02", "\x03"


def found_in(texts: Sequence[str], words: str) -> list[list[tuple[int, int]]]:
    """Where these words stand in each text, `[start, end)` in code points: exactly those that FTS5 finds."""
    memory = sqlite3.connect(":memory:")
    try:
        memory.execute(f"CREATE VIRTUAL TABLE held USING fts5 (text, tokenize = '{TOKENS}')")
        clean = [(text.replace(OPEN, " ").replace(CLOSE, " ").replace("\x00", " "),) for text in texts]
        memory.executemany("INSERT INTO held (text) VALUES (?)", clean)
        sql = "SELECT rowid, highlight(held, 0, ?, ?) FROM held WHERE held MATCH ?"
        marked = {row[0]: row[1] for row in memory.execute(sql, (OPEN, CLOSE, " OR ".join(terms(words))))}
    finally:
        memory.close()
    return [_spans(marked.get(number, "")) for number in range(1, len(texts) + 1)]


def _spans(marked: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for number, piece in enumerate(marked.split(OPEN)):
        inside, _, after = piece.partition(CLOSE) if number else ("", "", piece)
        if number:
            spans.append((at, at + len(inside)))
        at += len(inside) + len(after)
    return spans


def matching(words: str) -> str:
    """What FTS5 is asked: a text with all these words."""
    return " ".join(terms(words))


def terms(words: str) -> list[str]:
    """Every word quoted, so that no mark of the user's is taken for syntax; a phrase in quotation marks, `*` ends a
    prefix.
    """
    pieces = words.split('"')
    found = []
    for number, piece in enumerate(pieces):
        if number % 2:
            found += [f'"{piece}"'] if any(map(str.isalnum, piece)) else []
        else:
            found += [_term(word) for word in piece.split() if any(map(str.isalnum, word))]
    if len(found) > MOST_WORDS:
        raise QueryError(f"{len(found)} words are too many to look for; give at most {MOST_WORDS}.")
    if not found:
        raise QueryError(f"{words!r}: there is no word to look for.")
    return found


def any_of(phrases: Iterable[str]) -> str:
    """Any of some phrases."""
    return " OR ".join(matching(f'"{phrase}"') for phrase in phrases)


def _term(word: str) -> str:
    return f'"{word[:-1]}"*' if word.endswith("*") else f'"{word}"'
