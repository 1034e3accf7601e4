"""A person and a post that a report joins."""

from dataclasses import dataclass

from communique.claims.offices.affiliations import POSSESSIVE, Affiliation
from communique.claims.offices.people import Person
from communique.claims.offices.posts import Post
from communique.lexicon import titles
from communique.model.page import Page
from communique.model.span import Span

DASHES = frozenset({"-", "–", "—", "--"})
BRACKETS = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class Holding:
    """A person and a post, with the words that join them, the rule that found it, and what it says in the end.

    `owner` is the name of the person whose the post is ("Wilson's envoy"), or "".
    """

    person: Person
    post: Post
    evidence: Span
    rule: str
    affiliation: Affiliation
    status: str
    owner: str = ""


def is_rank(post: Post) -> bool:
    """True for ranks, which are no office beside a name that has one."""
    return post.kind in {"rank", "honorific"}


def is_owner(page: Page, post: Post, limit: int) -> bool:
    """True for a title that owns what follows: "the king's sister" is no king."""
    return post.end < limit and page.tokens[post.end].text in POSSESSIVE and page.tokens[post.end].xpos == "POS"


def past_bracket(page: Page, at: int, limit: int) -> int:
    """Past a bracket that opens at token `at`, if one does."""
    close = BRACKETS.get(page.tokens[at].text) if at < limit else None
    if close is None:
        return at
    return next((t + 1 for t in range(at, min(at + 12, limit)) if page.tokens[t].text == close), at)


def begins_office(page: Page, at: int, limit: int) -> bool:
    """True where a title begins at token `at`."""
    words = [t.text for t in page.tokens[at : min(limit, at + 6)]]
    end = titles.title_after(words, 0)
    return bool(end) and titles.kind_of(words[:end]) == "office"


def plain(page: Page, token: int) -> str:
    """A token's text without case."""
    return page.tree.folded[token]
