"""Papers over which sides have contact: what they sign and agree on, and what one side passes to another."""

from communique.claims.meetings.syntax import preposition
from communique.lexicon.documents import document_classes
from communique.lexicon.encounters import messages
from communique.model.page import Page

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
SIGNING = frozenset({"sign", "initial", "initialed", "countersign", "cosign", "co-sign", "ink"})
"""Verbs of putting a name to a paper."""

PASSING = frozenset(
    """transmit convey relay deliver hand forward pass send submit present tender dispatch address communicate carry
    ferry bear give lay set outline table offer propose float pitch issue extend serve""".split()
)
"""Verbs of passing a message to somebody."""

AGREEING = frozenset("reach conclude strike clinch agree seal finalize finalise broker hammer thrash forge".split())
"""Verbs of coming to a paper."""

NAMES = frozenset({"name", "signature", "initial", "hand"})
"""What is put to a paper."""

SIGNED = frozenset(
    """act annex chapter article instrument contract clause minute map point peace page record schedule appendix
    addendum pledge undertaking timetable calendar agenda""".split()
)
"""What is signed beside plans and agreements."""


def lacks_paper(page: Page, verb: int) -> bool:
    """True for a verb of signing, agreeing or passing of which no paper is told: "sent troops", "reached the town"."""
    lemma = page.tokens[verb].lemma.casefold()
    if lemma in PASSING:
        return not is_of_message(page, verb)
    return lemma in SIGNING | AGREEING and not is_of_paper(page, verb)


def is_of_paper(page: Page, verb: int) -> bool:
    """True where a verb tells of a paper that sides agree on: its object, passive subject, or what it modifies."""
    above = [page.head(verb)] if page.tokens[verb].deprel.startswith("acl") else []
    return any(_is_paper(page, t) for t in (*page.children(verb, "obj", "nsubj:pass"), *above))


def is_of_message(page: Page, verb: int) -> bool:
    """True where a verb tells of a message: "handed the envoy a note", "presented him with a draft"."""
    passed = page.children(verb, "obj", "nsubj:pass")
    passed += [c for c in page.children(verb, "obl") if preposition(page, c) == "with"]
    return any(page.tokens[o].lemma.casefold() in messages() for o in passed)


def _is_paper(page: Page, token: int) -> bool:
    words = (token, *(c for c in page.children(token, "conj", "nmod") if preposition(page, c) in ("", "of", "and")))
    lemmas = [page.tokens[t].lemma.casefold() for t in words]
    return any(word in SIGNED or "agreement" in document_classes(word) or word in messages() for word in lemmas)


def is_signed(page: Page, verb: int) -> bool:
    """True for "the accord signed by both": it has been, whatever is said of the accord."""
    token, noun = page.tokens[verb], page.head(verb)
    if token.xpos != "VBN" or token.deprel != "acl" or token.lemma.casefold() not in SIGNING:
        return False
    is_definite = any(page.tree.folded[c] in DEFINITE for c in page.children(noun, "det"))
    is_known = is_definite or page.tokens[noun].upos == "PROPN"
    return is_known and any(preposition(page, c) == "by" for c in page.children(verb, "obl"))
