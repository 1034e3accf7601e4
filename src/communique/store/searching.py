"""The words a user types, as FTS5 reads them."""

from communique.errors import QueryError


def matching(words: str) -> str:
    """Every word quoted, so that no mark of the user's is taken for syntax; a phrase in quotation marks, `*` ends a
    prefix.
    """
    pieces = words.split('"')
    terms = []
    for number, piece in enumerate(pieces):
        if number % 2:
            terms += [f'"{piece}"'] if any(map(str.isalnum, piece)) else []
        else:
            terms += [_term(word) for word in piece.split() if any(map(str.isalnum, word))]
    if not terms:
        raise QueryError(f"{words!r}: there is no word to look for.")
    return " ".join(terms)


def _term(word: str) -> str:
    return f'"{word[:-1]}"*' if word.endswith("*") else f'"{word}"'
