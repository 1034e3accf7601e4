"""Being against a thing, and saying that there will be none: refusals without a verb that refuses."""

from communique.claims.clauses import case, modal, phrase, verb_phrase
from communique.model.page import Page
from communique.model.span import Span

RULED_OUT = "there be no"
"""How "there will be no talks" is entered in the lexicon of stances."""
MODALS = frozenset({"can", "could", "may", "will", "would"})


def is_against(page: Page, token: int) -> bool:
    """True for the "against" of "is against a direct meeting", "was against lifting the blockade"."""
    here = page.tokens[token]
    if here.upos not in ("ADP", "SCONJ") or here.lemma.lower() != "against":
        return False
    return page.head(token) >= 0 and page.child(page.head(token), "cop") is not None


def is_opposed(page: Page, token: int) -> bool:
    """True for what somebody is against, which is no stance by itself: the plan of "was against the plan"."""
    return page.child(token, "cop") is not None and case(page, token) == "against"


def opposed(page: Page, against: int) -> Span:
    """What somebody is against, without those who are and what else they do."""
    head = page.head(against)
    if page.tokens[head].upos == "VERB":
        return verb_phrase(page, head)
    inside = page.subtree(head, without=("conj", "cc", "parataxis", "advcl", "punct"))
    after = [t for t in inside if t > against]
    return page.span(after[0], after[-1] + 1)


def is_ruled_out(page: Page, token: int) -> bool:
    """True for "there will be no talks", "there can be no military solution"."""
    if page.tokens[token].lemma.lower() != "be" or page.child(token, "expl") is None:
        return False
    subject = page.child(token, "nsubj")
    if subject is None:
        return False
    no = any(page.tokens[c].lemma.lower() == "no" for c in page.children(subject, "det"))
    return no and modal(page, token) in MODALS


def ruled_out(page: Page, noun: int) -> Span:
    """What there is to be none of, without "no"."""
    inside = [t for t in page.tokens_in(phrase(page, noun)) if page.tokens[t].lemma.lower() != "no"]
    return page.span(inside[0], inside[-1] + 1)
