"""Who meets without naming another side: bodies in which sides sit, and several of whom each side sends."""

from communique.claims.meetings.syntax import subjects
from communique.lexicon.encounters import bodies, sitters
from communique.model.page import Page, once

TASKED = frozenset({"task", "contact", "working"})
"""Words before "force" or "party" that make a body of it."""


@once
def sit_together(page: Page, verb: int) -> bool:
    """True for "the joint commission will meet", "negotiators are due back": the words name no other side."""
    return any(_is_body(page, s) or _are_several(page, s) for s in subjects(page, verb))


def _is_body(page: Page, token: int) -> bool:
    lemma = page.tokens[token].lemma.casefold()
    if lemma in ("force", "party"):
        return page.tokens[token - 1].text.casefold() in TASKED if token else False
    return lemma in bodies() and page.tokens[token].upos in ("NOUN", "PROPN")


def _are_several(page: Page, token: int) -> bool:
    """True for a plural of whom sides send or of sides themselves: "delegations", "foreign ministers"."""
    word = page.tokens[token]
    return word.xpos in ("NNS", "NNPS") and word.lemma.casefold() in sitters()
