"""Being for or against a thing, told by a preposition alone: "is against the union", "are behind the plan"."""

from communique.claims.clauses import verb_phrase
from communique.lexicon.stances import stances
from communique.model.page import Page
from communique.model.span import Span

SIDING = frozenset({"ADP", "SCONJ"})
ADRIFT = frozenset({"acl", "advcl", "nmod", "obj", "obl"})
"""How what somebody is against may hang on "against" itself."""


def is_siding(page: Page, token: int) -> bool:
    """True for the "against" of "is against a meeting", "was against lifting it", the "for" of "is for a truce"."""
    return sided(page, token) >= 0


def side_word(page: Page, token: int) -> str:
    """The word at a token as the lexicon of stances enters it: "against", "behind", "for"."""
    return page.tokens[token].lemma.lower()


def sided(page: Page, token: int) -> int:
    """The head word of what somebody is for or against by the preposition at a token, -1 for none."""
    here = page.tokens[token]
    if here.upos not in SIDING or not stances(here.lemma.lower(), "prep"):
        return -1
    behind = [c for c in page.children(token, *ADRIFT) if c > token]
    if page.child(token, "cop") is not None:
        return next(iter(behind), -1)
    if here.deprel == "root":
        return next((c for c in behind if any(b < token for b in page.children(c, "cop"))), -1)
    head = page.head(token)
    if head < token or here.deprel not in ("case", "mark"):
        return -1
    being = page.children(head, "cop") or [c for c in page.children(head, "aux") if page.tokens[c].lemma == "be"]
    return head if any(c < token for c in being) else -1


def is_sided(page: Page, token: int) -> bool:
    """True for what somebody is for or against, which is no stance by itself: the plan of "was against the plan"."""
    return any(sided(page, c) == token for c in page.children(token, "case", "mark"))


def predicate_of(page: Page, siding: int) -> int:
    """The word that has the subject and the negation of a preposition that takes sides."""
    if page.child(siding, "cop") is not None:
        return siding
    return sided(page, siding)


def side(page: Page, siding: int) -> Span:
    """What somebody is for or against, without those who are and what else they do."""
    what = sided(page, siding)
    if page.tokens[what].upos == "VERB":
        return verb_phrase(page, what)
    inside = page.subtree(what, without=("conj", "cc", "parataxis", "advcl", "punct"))
    after = [t for t in inside if t > siding]
    return page.span(after[0], after[-1] + 1)
