"""Full-text search: the words a user types as FTS5 reads them, and what hits are narrowed by."""

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
    return " ".join((f"k{kind}" if kind else "", outlet_tag(report.outlet), year_tag(report.published))).strip()


def outlet_tag(outlet: str) -> str:
    """An outlet as one word."""
    return f"o{outlet.encode().hex()}"


def year_tag(published: str) -> str:
    """A year of publication as one word."""
    return f"y{published[:4]}"


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
