"""Stands without a word of their own for it: saying that there will be none of a thing, that one has no part in it, or
that it is time for it.
"""

from communique.claims.clauses import case, modal, phrase
from communique.lexicon.stances import stances
from communique.model.page import Page
from communique.model.span import Span

RULED_OUT = "there be no"
"""How "there will be no talks" is entered in the lexicon of stances."""
DISCLAIMED = "have no part in"
"""How "had no role in the raid" is entered in the lexicon of stances."""
TIME = "it be time"
"""How "it is time to lift the embargo" is entered in the lexicon of stances."""
HAVING = frozenset("bear have play take".split())
SURENESS = frozenset("confusion doubt illusion misunderstanding mistake question surprise".split())
"""Who says that there should be none of these stands by what he says, and rejects nothing."""
MODALS = frozenset({"can", "could", "may", "will", "would"})


def is_ruled_out(page: Page, token: int) -> bool:
    """True for "there will be no talks", "there can be no military solution"."""
    if page.tokens[token].lemma.lower() != "be" or page.child(token, "expl") is None:
        return False
    subject = page.child(token, "nsubj")
    if subject is None:
        return False
    return _is_none(page, subject) and modal(page, token) in MODALS


def ruled_out(page: Page, noun: int) -> Span:
    """What there is to be none of, without "no"."""
    inside = [t for t in page.tokens_in(phrase(page, noun)) if page.tokens[t].lemma.lower() != "no"]
    return page.span(inside[0], inside[-1] + 1)


def needed(page: Page, token: int) -> Span | None:
    """What there must be, or none of: "there should be a *truce*"; None for other verbs, and for what is so."""
    subject = page.child(token, "nsubj")
    if page.tokens[token].lemma.lower() != "be" or page.child(token, "expl") is None or subject is None:
        return None
    return None if page.tokens[subject].lemma.lower() in SURENESS else ruled_out(page, subject)


def is_disclaimed(page: Page, token: int) -> bool:
    """True for what somebody has no part in or says not to exist: "had no *role* in the raid", "had nothing to *do*
    with it", "there was no *breach* of the truce", "no such *pact*".
    """
    here, head = page.tokens[token], page.head(token)
    if head < 0:
        return False
    if here.lemma.lower() == "do" and page.tokens[head].lemma.lower() == "nothing":
        return page.head(head) >= 0 and page.tokens[page.head(head)].lemma.lower() == "have"
    if here.upos != "NOUN" or not _is_none(page, token):
        return False
    listed = bool(stances(here.lemma.lower(), "disclaimed"))
    if is_said_not_to_be(page, token):
        return listed or any(page.tokens[c].lemma.lower() == "such" for c in page.children(token, "amod", "det"))
    return listed and here.deprel == "obj" and page.tokens[head].lemma.lower() in HAVING


def is_said_not_to_be(page: Page, noun: int) -> bool:
    """True for the noun of "there was no breach", not of what there will or may be none."""
    verb = page.head(noun)
    if verb < 0 or page.tokens[noun].deprel != "nsubj" or page.tokens[verb].lemma.lower() != "be":
        return False
    return page.child(verb, "expl") is not None and not modal(page, verb)


def _is_none(page: Page, noun: int) -> bool:
    return any(page.tokens[c].lemma.lower() == "no" for c in page.children(noun, "det"))


def is_high_time(page: Page, noun: int) -> bool:
    """True for what it is time for: "it is *time* to lift the embargo"."""
    if page.tokens[noun].lemma.lower() != "time" or page.child(noun, "cop") is None:
        return False
    subject = page.child(noun, "nsubj", "expl")
    if subject is None or page.tokens[subject].lemma.lower() not in ("it", "this", "now"):
        return False
    articles = {page.tokens[c].lemma.lower() for c in page.children(noun, "det")}
    return not articles & {"a", "an"} and any(
        case(page, c) in ("for", "to") for c in page.children(noun, "acl", "advcl", "nmod", "xcomp", "csubj")
    )
