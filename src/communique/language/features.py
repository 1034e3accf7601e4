"""What the encoder is told about each word beside its word pieces: case shape, position, quotation marks.

The word pieces are uncased, so capitals reach the model only here. The numbers are embedding rows of the shipped model:
changing them means training again.
"""

from collections.abc import Sequence
from functools import lru_cache

from communique.lexicon.tables import REMEMBERED

PLAIN, SENTENCE_START, PARAGRAPH_START = range(3)
"""Positions of a word: first of a paragraph, else first of a sentence, else plain."""

SHAPES = 8
"""How many shapes `shape` tells apart."""

_DOUBLE_OPEN = frozenset(("“", "``", "«", "„", "‟"))
_DOUBLE_CLOSE = frozenset(("”", "»"))
_DOUBLE_EITHER = frozenset(('"', "''", "’’", "‘‘", ",,"))
_CLOSING_OF = {"„": '“”"', "»": "«»"}
_SINGLE_OPEN, _SINGLE_EITHER = "‘", frozenset(("'", "’", "`"))
_MARKS = _DOUBLE_OPEN | _DOUBLE_CLOSE | _DOUBLE_EITHER | _SINGLE_EITHER | {_SINGLE_OPEN}


@lru_cache(REMEMBERED)
def shape(word: str) -> int:
    """0 mark, 1 lower, 2 Title, 3 UPPER, 4 single capital, 5 digits, 6 letters and digits, 7 mixed case."""
    if word.isalpha():
        if word.islower():
            return 1
        if len(word) == 1:
            return 4
        return 3 if word.isupper() else 2 if word[0].isupper() and word[1:].islower() else 7
    if word[0].isdigit() and not any(map(str.isalpha, word)):
        return 5
    if not any(map(str.isalnum, word)):
        return 0
    if any(map(str.isdigit, word)):
        return 6
    if word.islower() or not any(map(str.isupper, word)):
        return 1
    return 3 if word.isupper() else 2 if word[0].isupper() and word[1:].islower() else 7


def quoted(words: Sequence[str], spaced: Sequence[bool], paragraphs: Sequence[int]) -> list[int]:
    """1 for each word inside quotation marks of any style, else 0; the marks themselves are 0.

    `spaced` says whether white space stands before a word, `paragraphs` numbers the paragraph of each. A quotation
    that is not closed ends with its paragraph; the mark that opens the next paragraph opens it again.
    """
    flags = [0] * len(words)
    opened, paragraph = "", -1
    for i, word in enumerate(words):
        if paragraphs[i] != paragraph:
            opened, paragraph = "", paragraphs[i]
        if word not in _MARKS:
            flags[i] = 1 if opened else 0
            continue
        after = i + 1 >= len(words) or spaced[i + 1] or paragraphs[i + 1] != paragraph
        before = i == 0 or spaced[i] or paragraphs[i - 1] != paragraph
        was, opened = opened, _state(word, opened, before=before, after=after)
        flags[i] = 1 if was and opened == was else 0
    return flags


def _state(mark: str, opened: str, *, before: bool, after: bool) -> str:
    """Which kind of quotation is open once `mark` is read; `before`, `after`: white space stands there.

    Germany and its neighbours print „so“ or »so«.
    """
    if opened in ("„", "»"):
        return "" if mark in _CLOSING_OF[opened] else opened
    if not opened and (mark == "„" or (mark == "»" and before and not after)):
        return mark
    if mark in _DOUBLE_OPEN:
        return '"'
    if mark in _DOUBLE_CLOSE:
        return "" if opened == '"' else opened
    if mark in _DOUBLE_EITHER:
        return "" if opened == '"' else '"'
    if opened == '"':
        return opened
    if mark == _SINGLE_OPEN or (not opened and mark != "’" and before and not after):
        return "'"
    return "" if opened == "'" and not before else opened


def positions(sentences: Sequence[int], paragraphs: Sequence[int]) -> list[int]:
    """The position of each word, from the numbers of its sentence and its paragraph."""
    found = []
    sentence = paragraph = -1
    for s, p in zip(sentences, paragraphs, strict=True):
        found.append(PARAGRAPH_START if p != paragraph else SENTENCE_START if s != sentence else PLAIN)
        sentence, paragraph = s, p
    return found


def windows(lengths: Sequence[int], limit: int) -> list[tuple[int, int]]:
    """Runs of consecutive sentences, half-open, of about equal size and at most `limit` word pieces.

    `lengths` are the word pieces of each sentence. A longer sentence makes a window alone.
    """
    count = max(1, -(-sum(lengths) // limit))
    target = sum(lengths) / count
    found: list[tuple[int, int]] = []
    first = size = done = 0
    for i, length in enumerate(lengths):
        full = size + length > limit
        if i > first and (full or done + size + length / 2 > target * (len(found) + 1)):
            found.append((first, i))
            first, done, size = i, done + size, 0
        size += length
    if lengths:
        found.append((first, len(lengths)))
    return found
