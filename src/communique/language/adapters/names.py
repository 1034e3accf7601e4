"""Names from the words they cover."""

from collections.abc import Sequence

from communique.model.reading import Name, Token


def name_over(text: str, tokens: Sequence[Token], kind: str, words: tuple[int, int]) -> Name:
    """The name of `kind` that covers these words, first and last (half-open)."""
    first, last = words
    start, end = tokens[first].start, tokens[last - 1].end
    return Name(start, end, first, last, kind, text[start:end])
