"""Of which kind a step is, by its words alone."""

from collections.abc import Iterator

from communique.claims.next_steps.candidates import Candidate
from communique.lexicon.documents import document_classes
from communique.lexicon.steps import step_kinds
from communique.model.page import Page

CARRYING = frozenset(
    "arrange be begin close conduct continue delay end expect extend follow get give go have hold include launch lead "
    "make open pay plan postpone put reach relaunch renew reopen restart resume schedule see seek set start "
    "take".split()
)
"""Verbs that say little without their noun: "begin a visit", "the talks will resume", "make a trip", "reach a deal"."""

CARRIED = ("obj", "nsubj:pass", "nsubj", "obl")
"""Relations of the noun that tells, the one that counts first first."""


def kind_of(page: Page, candidate: Candidate) -> str:
    """The kind that the word of the step names, of an empty verb its noun; "action" for what names none."""
    head = page.tokens[candidate.head].lemma.lower()
    if page.tokens[candidate.head].upos in ("VERB", "AUX") and head in CARRYING:
        told = next((kind for noun in _carried(page, candidate.head) for kind in _noun_kinds(page, noun)), "")
        if told:
            return told
    return next(_kinds(head), "action")


def _carried(page: Page, verb: int) -> Iterator[int]:
    for relation in CARRIED:
        for child in page.children(verb, relation):
            if page.tokens[child].upos in ("NOUN", "PROPN"):
                yield child


def _noun_kinds(page: Page, noun: int) -> Iterator[str]:
    lemma = page.tokens[noun].lemma.lower()
    yield from _kinds(lemma)
    if document_classes(lemma):
        yield "document"


def _kinds(lemma: str) -> Iterator[str]:
    return (kind for kind in step_kinds(lemma) if kind != "other")
