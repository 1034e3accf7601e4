"""Who meets without naming another side: bodies in which sides sit, and several of whom each side sends."""

from communique.claims.meetings.syntax import preposition, subjects
from communique.lexicon.encounters import bodies, sitters
from communique.model.page import Page, once

TASKED = frozenset({"task", "contact", "working"})
"""Words before "force" or "party" that make a body of it."""


@once
def sit_together(page: Page, verb: int) -> bool:
    """True for "the joint commission will meet", "negotiators are due back": the words name no other side."""
    return any(_is_body(page, s) or are_several(page, s) for s in subjects(page, verb))


def _is_body(page: Page, token: int) -> bool:
    lemma = page.tokens[token].lemma.casefold()
    if lemma in ("force", "party"):
        return page.tokens[token - 1].text.casefold() in TASKED if token else False
    return lemma in bodies() and page.tokens[token].upos in ("NOUN", "PROPN")


def are_several(page: Page, token: int) -> bool:
    """True for a plural of whom sides send or of sides themselves: "delegations", "foreign ministers"."""
    word = page.tokens[token]
    return word.xpos in ("NNS", "NNPS") and word.lemma.casefold() in sitters()


def is_sent(page: Page, verb: int) -> bool:
    """True where one or several do something whom sides send: "an envoy is due in Graustark"."""
    return any(page.tokens[s].lemma.casefold() in sitters() for s in subjects(page, verb))


@once
def sees_somebody(page: Page, verb: int) -> bool:
    """True for "saw the envoy on Monday", not "sees him as a rival", "saw prisoners freed"."""
    if page.children(verb, "xcomp", "ccomp", "nsubj:pass") or any(
        preposition(page, c) == "as" for c in page.children(verb, "obl")
    ):
        return False
    return any(_is_somebody(page, o) for o in page.children(verb, "obj")) and any(
        _is_somebody(page, s) for s in subjects(page, verb)
    )


def meets_somebody(page: Page, verb: int) -> bool:
    """True for "met his counterpart", "will meet both prime ministers", of whom no side is named."""
    return any(_is_somebody(page, o) for o in page.children(verb, "obj"))


def _is_somebody(page: Page, token: int) -> bool:
    """True for a person's name, an office, a plural of envoys, "he" or "each other", of whom nothing more is told."""
    word, referent = page.tokens[token], page.referent_of_head(token)
    if any(page.tokens[c].xpos in ("VBG", "VBN") for c in page.children(token, "acl") if c == token + 1):
        return False
    if word.text.casefold() in ("he", "she", "they", "who", "each") or (
        referent is not None and referent.kind == "person"
    ):
        return True
    if referent is not None and referent.kind == "party" and word.xpos in ("NNS", "NNPS"):
        return True
    return word.upos in ("NOUN", "PROPN") and (word.lemma.casefold() in sitters() or _is_body(page, token))
