"""Offices of which an earlier sentence says whose they are: "a Maretian spokesman said … The spokesman, Karl Holm"."""

from communique.claims.offices.affiliations import Affiliation
from communique.claims.offices.holding import Holding
from communique.claims.offices.posts import Post, posts
from communique.lexicon import titles
from communique.model.page import Page

NEAR = 6
"""So many sentences back somebody may have been told of without a name."""

INDEFINITE = frozenset({"a", "an"})


def told_before(page: Page, holding: Holding) -> Affiliation:
    """Where the nearest post with the same title belongs that was told without a name; nowhere without one."""
    post = holding.post
    if page.word_before(post.start) != "the" or post.owner >= 0:
        return Affiliation()
    here = page.sentence_of(post.first).first
    near = [s for s in page.sentences if s.last <= here][-NEAR:]
    earlier = (p for s in reversed(near) for p in reversed(posts(page, s)))
    alike = (p for p in earlier if _is_same(p, post) and page.tree.folded[p.first] in INDEFINITE)
    return next((p.affiliation for p in alike), Affiliation())


def _is_same(one: Post, other: Post) -> bool:
    return not one.plural and titles.norm((one.role[0],)) == titles.norm((other.role[0],))
