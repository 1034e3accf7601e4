"""Who holds a post: the ways a report joins a title and a name."""

from collections.abc import Iterator
from dataclasses import replace

from communique.claims.offices.after_names import after_names
from communique.claims.offices.before_names import before_names
from communique.claims.offices.by_verbs import by_verbs
from communique.claims.offices.holding import Holding
from communique.claims.offices.named_later import named_later
from communique.claims.offices.people import people, pronouns
from communique.claims.offices.posts import posts
from communique.model.page import Page
from communique.model.reading import Sentence


def holdings(page: Page) -> tuple[Holding, ...]:
    """Every joined name and title of the report, sentence by sentence."""
    return tuple(h for sentence in page.sentences for h in _in_sentence(page, sentence))


def _in_sentence(page: Page, sentence: Sentence) -> Iterator[Holding]:
    found = posts(page, sentence)
    named = people(page, sentence.first, sentence.last)
    before = before_names(page, sentence, found)
    taken = {h.post.start for h in before}
    free = tuple(p for p in found if p.start not in taken)
    after = after_names(page, sentence, (*named, *pronouns(page, sentence.first, sentence.last)), free)
    told = by_verbs(page, sentence, named, free)
    joined = (*before, *after, *told, *named_later(page, sentence, free))
    yield from (replace(h, owner=_owner(page, h)) for h in joined)


def _owner(page: Page, holding: Holding) -> str:
    found = page.referent_at(holding.post.owner) if holding.post.owner >= 0 else None
    return found.name if found is not None and found.kind == "person" else ""
