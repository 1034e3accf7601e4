"""Word pieces of the uncased BERT vocabulary (Devlin et al. 2019; WordPiece after Schuster and Nakajima 2012).

Fifteen lines of our own stand in for a tokenizer library, since words are cut by `tokens` already and the library
would bring a client for model hubs along: five times the size of the shipped weights, and a way out to the network.
"""

import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

BEGIN, STOP, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_LONGEST = 100


def cutter(vocabulary: Iterable[str]) -> tuple[Callable[[str], tuple[int, ...]], int, int]:
    """From the vocabulary, one piece a line in order of number: the function word → piece numbers, [CLS] and [SEP].

    Words are lower-cased and lose their accents; marks inside a word are pieces of their own; a part that cannot be
    spelt with the vocabulary is [UNK].
    """
    numbers = {piece: number for number, piece in enumerate(vocabulary)}
    unknown = (numbers[UNKNOWN],)

    @lru_cache(maxsize=50_000)
    def pieces(word: str) -> tuple[int, ...]:
        lower = word.lower()
        if lower in numbers and lower.isascii() and lower.isalnum():
            return (numbers[lower],)
        return tuple(n for part in _parts(word) for n in _spelt(part, numbers) or unknown) or unknown

    return pieces, numbers[BEGIN], numbers[STOP]


def _spelt(part: str, numbers: dict[str, int]) -> list[int]:
    """Greedy longest match from the left; empty when it fails."""
    found, start = list[int](), 0
    while start < len(part) <= _LONGEST:
        prefix = "##" if start else ""
        end = next((e for e in range(len(part), start, -1) if prefix + part[start:e] in numbers), 0)
        if not end:
            return []
        found.append(numbers[prefix + part[start:end]])
        start = end
    return found


def _parts(word: str) -> list[str]:
    """A lower-case word without accents, cut at marks and at ideographs."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    parts, inside = list[str](), False
    for c in plain:
        alone = _is_mark(c) or "\u4e00" <= c <= "\u9fff"
        if unicodedata.category(c) in {"Cc", "Cf", "Co"} or c == "\ufffd":
            continue
        if alone or not inside:
            parts.append(c)
        else:
            parts[-1] += c
        inside = not alone
    return parts


def _is_mark(c: str) -> bool:
    return unicodedata.category(c).startswith("P") or c in "$+<=>^`|~"
