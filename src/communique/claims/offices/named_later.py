"""Offices whose holder is named soon after: "Maretia's foreign minister says … Ana Petrova says …"."""

from collections.abc import Iterator

from communique.claims.offices.holding import Holding
from communique.claims.offices.people import person_at
from communique.claims.offices.posts import Post
from communique.model.page import Page
from communique.model.reading import Referent, Sentence

_OPENING = 2
"""So many words before it a name may stand that opens a sentence."""


def named_later(page: Page, sentence: Sentence, found: tuple[Post, ...]) -> Iterator[Holding]:
    """A post that identity gave to a person whose name was not written before.

    It opens the next sentence, or stands behind the same title: "the envoy of the League … Envoy Karl Holm".
    """
    for post in found:
        known = page.referent_at(post.end - 1)
        if post.plural or known is None or known.kind != "person" or not (post.determined or _owned(post)):
            continue
        at = _first_name(known)
        if sentence.last <= at < sentence.last + _OPENING or (_owned(post) and _is_titled_alike(page, post, at)):
            holder = person_at(page, at, page.sentence_of(at).last)
            if holder is not None:
                evidence = page.span(post.first, holder.last)
                yield Holding(holder, post, evidence, "named_later", post.affiliation, post.status)


def _is_titled_alike(page: Page, post: Post, at: int) -> bool:
    """Whether the title of a post stands right before the name at a token, with nothing that says whose it is."""
    start = at - (post.end - post.start)
    title, same = page.words(post.start, post.end), page.words(start, at)
    return (
        post.end <= start
        and title.casefold() == same.casefold()
        and page.tokens[start - 1].upos not in ("ADJ", "NOUN", "PROPN", "PART")
    )


def _owned(post: Post) -> bool:
    return post.affiliation.country is not None or post.affiliation.body is not None


def _first_name(known: Referent) -> int:
    return min((m.first for m in known.mentions if m.form == "name"), default=-1)
