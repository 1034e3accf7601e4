"""Stands told by a noun and what it is said to be: "our *position* is that …", "its *price* was a seat"."""

from communique.claims.clauses import case
from communique.lexicon.stances import stances
from communique.model.page import Page, once
from communique.model.span import Span

ANSWERS = {"no": "rejects", "yes": "accepts"}
"""What an answer may be in one word."""


@once
def nominal(page: Page, noun: int) -> tuple[str, ...]:
    """The stances of a noun that is said to be something, surest first; () for others.

    What somebody's answer or view is must be told by a clause; his or her condition may be a thing.
    """
    told = equated(page, noun)
    if told < 0:
        return ()
    lemma = page.tokens[noun].lemma.lower()
    answer = ANSWERS.get(page.tokens[told].lemma.lower())
    own = stances(lemma, "noun") or stances(lemma, "stand")
    if answer and stances(lemma, "stand"):
        return (answer,)
    if is_clause(page, noun):
        return own
    thing = page.tokens[told].upos in ("NOUN", "VERB") and not stances(page.tokens[told].lemma.lower(), "judgment")
    return stances(lemma, "term") if thing else ()


def equated(page: Page, noun: int) -> int:
    """The head word of what a noun is said to be, -1 for none: "its *aim* is to *rule*"."""
    if page.tokens[noun].upos != "NOUN":
        return -1
    if page.tokens[noun].deprel.startswith("nsubj"):
        told = [page.head(noun)]
    else:
        told = page.children(noun, "ccomp", "xcomp", "csubj", "acl")
    return next((h for h in told if h > noun and _being(page, noun, h) >= 0), -1)


def is_clause(page: Page, noun: int) -> bool:
    """True where a noun is said to be that something is so, or to do something."""
    after = _after_being(page, noun)
    return after > 0 and page.tokens[after].lemma.lower() in ("that", "to")


def _after_being(page: Page, noun: int) -> int:
    """The token behind "is" and "is not"."""
    after = _being(page, noun, equated(page, noun)) + 1
    return after + (after > 0 and page.tokens[after].lemma.lower() == "not")


def _being(page: Page, noun: int, told: int) -> int:
    """The "is" between a noun and what it is, -1 for none."""
    return next((c for c in page.children(told, "cop") if noun < c < told), -1)


def said_to_be(page: Page, noun: int) -> Span:
    """What a noun is said to be, without "that" or "to"."""
    told = equated(page, noun)
    first = _after_being(page, noun) + is_clause(page, noun)
    inside = [t for t in page.subtree(told, without=("parataxis",)) if t >= first]
    while len(inside) > 1 and page.tokens[inside[-1]].upos == "PUNCT":
        inside.pop()
    return page.span(inside[0], inside[-1] + 1) if inside else page.tokens[told].span


def bearer(page: Page, noun: int) -> list[int]:
    """Whose answer or line it is, behind "of" and "from": "the answer *from Oslo*", "the view *of the army*"."""
    beside = [c for c in page.children(noun, "nmod") if case(page, c) in ("of", "from", "in")]
    return [c for first in beside[:1] for c in page.conjuncts(first)]
