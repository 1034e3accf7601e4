"""Who speaks for himself, though a state's name stands before: "some Maretian politicians", "U.S. allies"."""

from functools import cache

from communique.lexicon.tables import rows
from communique.model.page import Page
from communique.model.span import Span

PLURAL = frozenset({"NNS", "NNPS"})


def is_private(page: Page, head: int) -> bool:
    """True for the head word of several people who speak for no state."""
    token = page.tokens[head]
    return token.xpos in PLURAL and token.lemma.lower() in _kinds()


def are_private(page: Page, span: Span) -> bool:
    """True for a description whose head word is one of several people who speak for no state."""
    inside = page.tokens_in(span)
    return any(is_private(page, t) and page.head(t) not in inside for t in inside)


def is_onlooker(name: str) -> bool:
    """True for a description of those who judge from outside and take no side: "many observers", "analysts"."""
    last = name.rpartition(" ")[2].casefold().removesuffix("s")
    return _kinds().get(last) == "onlooker"


@cache
def _kinds() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in rows("private")}
