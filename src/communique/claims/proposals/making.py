"""Verbs by which documents are made, settled and proposed, and the nouns beside them."""

from collections.abc import Iterator

from communique.claims.clauses import adposition
from communique.lexicon.documents import makes
from communique.model.page import Page

PARTICLED = frozenset({"bring", "draw", "hammer", "lay", "put", "set", "thrash", "work"})
"""Verbs that make a document only with a particle."""
PARTICLES = frozenset({"down", "forth", "forward", "out", "together", "up"})
DRAWN = frozenset({"draw", "work"})
"""Verbs that settle a document with a particle: "drew up", "worked out"."""
PASSIVE = "nsubj:pass"


def is_authoring(page: Page, verb: int) -> bool:
    """True for verbs of making a document; "put" and "set" are of them with "forward", "out" and the like."""
    lemma = page.tokens[verb].lemma.lower()
    if "authoring" not in makes(lemma):
        return False
    return lemma not in PARTICLED or _has_particle(page, verb)


def _has_particle(page: Page, verb: int) -> bool:
    beside = page.children(verb, "compound:prt", "advmod", "compound")
    return any(page.tokens[c].text.lower() in PARTICLES for c in beside)


def is_made(page: Page, noun: int) -> bool:
    """True for what is made or settled there: "initialled a *note*", "the *points* agreed", "a negotiated *zone*"."""
    return any(is_settling(page, v) or _is_proposing(page, v) for v in verbs_about(page, noun))


def is_proposed(page: Page, noun: int) -> bool:
    """True for what somebody proposes, whatever it is: "proposed a joint *patrol*", "the *quota* put forward"."""
    return any(_is_proposing(page, v) for v in verbs_about(page, noun))


def is_settling(page: Page, verb: int) -> bool:
    """True for what is done to a document by those it binds: "initialled", "ratified", "worked out"."""
    lemma = page.tokens[verb].lemma.lower()
    drawn = lemma in DRAWN and _has_particle(page, verb)
    return drawn or "settling" in makes(lemma)


def _is_proposing(page: Page, verb: int) -> bool:
    lemma = page.tokens[verb].lemma.lower()
    put = lemma == "put" and any(page.tokens[c].text.lower() in ("forward", "forth") for c in page.children(verb))
    return put or "proposing" in makes(lemma)


def verbs_about(page: Page, noun: int) -> Iterator[int]:
    """The verbs that a noun is the object or passive subject of, and the participles beside it."""
    first = page.first_of_list(noun)
    verb, relation = page.head(first), page.tokens[first].deprel
    if verb >= 0 and relation in ("obj", PASSIVE):
        yield verb
        further = (v for v in page.conjuncts(verb) if v != verb and page.tokens[v].upos == "VERB" and v < noun)
        yield from (v for v in further if page.child(v, "obj") is None)
    if verb >= 0 and relation == "obl" and adposition(page, first) in ("on", "to", "upon"):
        yield verb
    if verb >= 0 and relation == "nsubj" and page.tokens[verb].xpos == "VBN" and page.tokens[verb].upos == "VERB":
        yield verb
    for clause in page.children(noun, "acl", "acl:relcl", "amod"):
        if page.tokens[clause].xpos in ("VBN", "VBD") or page.tokens[clause].deprel.endswith("relcl"):
            yield clause
