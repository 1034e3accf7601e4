"""Which nouns name a document, and of what kind."""

from communique.claims.clauses import negated, noun_lemma
from communique.claims.proposals.making import is_made
from communique.lexicon.documents import document_classes, made_classes
from communique.lexicon.steps import step_kinds
from communique.model.page import Page

MODIFIERS = ("amod", "compound", "nummod", "nmod:poss", "flat", "nmod:unmarked")
JOURNEYS = frozenset({"travel", "meeting"})
"""Steps that make a plan an intention: "plans to visit"."""
GIVEN_MONEY = frozenset({"fund", "measure", "mechanism", "package", "scheme"})
MONEY = frozenset("aid assistance bailout cash finance financing loan pension relief rescue stimulus support".split())
"""A package of these is given, not agreed between sides."""
EXCHANGES = frozenset({"exchange", "swap"})
HELD = frozenset("prisoner detainee hostage captive body remains".split())
"""An exchange is an agreement when it is one of these."""


def kinds_of(page: Page, token: int) -> tuple[str, ...]:
    """What kinds of document the noun at a token may mean; a name may be in the plural ("the Camp David Accords").

    Some nouns mean one alone, others where something is done to them that is done to documents: "initialled a note".
    Aid is none, nor is what something is said not to be ("this is no plan").
    """
    if page.tokens[token].upos not in ("NOUN", "PROPN") or _ends_phrase(page, token):
        return ()
    lemma = noun_lemma(page, token)
    before = page.tokens[token - 1].lemma.lower() if token else ""
    kinds = (
        document_classes(f"{before} {lemma}")
        or document_classes(_phrase(page, token))
        or document_classes(lemma)
        or document_classes(lemma.removesuffix("s"))
    )
    if not kinds and (is_made(page, token) or _is_title(page, token) or _is_somebodys(page, token)):
        kinds = made_classes(lemma)
    return () if kinds and _is_none(page, token, lemma) else kinds


def _is_title(page: Page, token: int) -> bool:
    """True for the last word of a name: "the Five-Point Consensus", "the Framework Act"."""
    name = page.name_at(token)
    text = page.tokens[token].text
    return text.istitle() and name is not None and name.first < token and page.referent_at(token) is None


def _is_somebodys(page: Page, token: int) -> bool:
    """True for what one proposes and is said to be one's own: "Maretia's suggestion", "a Maretian suggestion"."""
    if "proposal" not in made_classes(noun_lemma(page, token)):
        return False
    beside = (page.mention_at(c) for c in page.children(token, "nmod:poss", "amod", "compound"))
    return any(m is not None for m in beside)


def _phrase(page: Page, token: int) -> str:
    """A noun with the two words behind it: "set of ideas"."""
    return " ".join([page.tokens[token].lemma.lower(), *page.tree.folded[token + 1 : token + 3]])


def _ends_phrase(page: Page, token: int) -> bool:
    """True for the last word of such a phrase, which as a whole names the document."""
    return token > 1 and page.tokens[token - 1].lemma.lower() == "of" and bool(document_classes(_phrase(page, token - 2)))


def _is_none(page: Page, token: int, lemma: str) -> bool:
    """True for aid, for a fund that is a body, an exchange of words, and for "this is no plan"."""
    if lemma in GIVEN_MONEY and any(page.tokens[c].lemma.lower() in MONEY for c in page.children(token, *MODIFIERS)):
        return True
    if page.child(token, "cop") is not None and negated(page, token):
        return True
    referent = page.referent_at(token)
    if lemma == "fund" and referent is not None and referent.kind in ("body", "party"):
        return True
    if lemma == "deal" and page.tokens[token - 1].lemma.lower() in ("great", "good") and not is_made(page, token):
        return True
    if lemma == "understanding" and page.tree.folded[token + 1 : token + 2] == ["of"]:
        return True
    if lemma == "plan" and _is_journey(page, token):
        return True
    return lemma in EXCHANGES and not any(page.tokens[t].lemma.lower() in HELD for t in page.subtree(token))


def _is_journey(page: Page, plan: int) -> bool:
    """True for "plans to visit", "plans for X to meet Y": what somebody has in mind to do."""
    todo = (c for c in page.children(plan, "acl") if page.tokens[c].xpos == "VB")
    return any(JOURNEYS & set(step_kinds(page.tokens[c].lemma.lower())) for c in todo)
