"""States and bodies that share a title in the order of its holders: "the Maretian and Torvikan ministers, X and Y"."""

from communique.claims.offices.affiliations import Affiliation, is_code, state_at
from communique.claims.offices.posts import Post
from communique.model.page import Page

JOINS = frozenset({",", "and", "&"})


def owners(page: Page, low: int, post: Post, limit: int) -> tuple[tuple[Affiliation, ...], int]:
    """Whose a title in the plural is, one affiliation each, and where the phrase with them ends; none for one alone."""
    found = _before(page, low, post.start)
    last = post.last
    if len(found) < 2:
        found, last = _after(page, post.end, limit)
    return (tuple(found), last) if len(found) > 1 else ((), post.last)


def _before(page: Page, low: int, start: int) -> list[Affiliation]:
    """As in "the Greek and Turkish foreign ministers"."""
    found: list[Affiliation] = []
    at = start
    while at > low:
        begin = next((t for t in range(max(low, at - 4), at) if _ends(page, t, at)), -1)
        if begin < 0:
            break
        found.insert(0, _owner(page, begin, at))
        at = begin
        while at > low and page.tokens[at - 1].text.casefold() in JOINS:
            at -= 1
        if at == begin:
            break
    return found


def _after(page: Page, end: int, limit: int) -> tuple[list[Affiliation], int]:
    """As in "the presidents of Norway and Sweden"."""
    found: list[Affiliation] = []
    last = end
    at = end + 1 if end < limit and page.tokens[end].text.casefold() == "of" else limit
    while at < limit:
        at += page.tokens[at].text.casefold() == "the"
        stop = next((t for t in range(min(limit, at + 4), at, -1) if _ends(page, at, t)), -1)
        if stop < 0:
            break
        found.append(_owner(page, at, stop))
        at = last = stop
        while at < limit and page.tokens[at].text.casefold() in JOINS:
            at += 1
        if at == stop:
            break
    return found, last


def _ends(page: Page, first: int, last: int) -> bool:
    """True where tokens name a state, or are one mention of a side or body."""
    if state_at(page, first, last)[0] == last:
        return True
    mention, found = page.mention_at(last - 1), page.referent_at(last - 1)
    if mention is None or found is None or found.kind not in {"party", "body"}:
        return False
    return mention.form != "pronoun" and (mention.first, mention.last) == (first, last)


def _owner(page: Page, first: int, last: int) -> Affiliation:
    code = state_at(page, first, last)[1]
    found = page.referent_at(last - 1)
    name = code or (found.name if found is not None else "")
    field = (name, page.span(first, last))
    return Affiliation(field) if is_code(name) else Affiliation(None, field)
