"""Is one and the same step told twice?"""

from communique.claims.next_steps.candidates import Candidate
from communique.model.page import Page

CLOSED = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "PUNCT", "SCONJ"})
SHARED = 0.5
"""Steps that share so much of their content words are alike."""


def wording(page: Page, candidate: Candidate) -> frozenset[str]:
    """The lemmas of a step's content words."""
    tokens = (page.tokens[t] for t in page.tokens_in(candidate.what))
    return frozenset(t.lemma.lower() for t in tokens if t.upos not in CLOSED)


def is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """True for two wordings that have half of their words in common (Dice's coefficient)."""
    return bool(one and other) and 2 * len(one & other) / (len(one) + len(other)) >= SHARED
