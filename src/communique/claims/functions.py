"""What a report says outright that a side is in the talks: "took part as an observer", "will act as guarantors"."""

from collections.abc import Iterator

from communique.model.page import Page, once
from communique.model.reading import Mention

FUNCTIONS = {
    "observer": "observer",
    "monitor": "observer",
    "guarantor": "guarantor",
    "co-guarantor": "guarantor",
    "mediator": "mediator",
    "facilitator": "mediator",
    "intermediary": "mediator",
    "broker": "mediator",
}
"""Nouns after "as" with the role that they give."""

STATES = frozenset({"country", "nation", "party", "power", "state"})
BESIDE = frozenset({"appos", "dep", "list", "nmod:unmarked", "parataxis"})
"""How trees hang names on the noun that says what they are."""

PEOPLE = frozenset("representative delegate delegation envoy official diplomat ambassador team mission".split())
"""Who may stand for a side: "representatives of the Union attended as observers"."""

WISHED = frozenset({"ask", "invite", "propose", "suggest", "want", "would", "could", "may", "might", "not"})
"""Words under which nobody is anything yet."""


@once
def stated(page: Page, mention: Mention) -> str:
    """The role that the clause of a mention gives its side: observer, guarantor, mediator, or ""."""
    for subject in _subjects(page, mention):
        called = _called(page, subject)
        if called:
            return called
        verb = page.tokens[subject].head
        if verb < 0 or not page.tokens[subject].deprel.startswith("nsubj"):
            continue
        near = {page.tokens[t].lemma.casefold() for t in (verb, *page.children(verb, "aux", "advmod"))}
        roles = [FUNCTIONS.get(page.tokens[t].lemma.casefold(), "") for t in _as_phrases(page, verb)]
        if any(roles) and not near & WISHED:
            return next(r for r in roles if r)
    return ""


def _called(page: Page, name: int) -> str:
    """The role in "the guarantor powers - X, Y and Z" and "X, Y and Z, the guarantor powers"."""
    above = page.head(name) if page.tokens[name].deprel in BESIDE else -1
    nouns = (n for n in (above, *page.children(name, "appos")) if n >= 0)
    words = (page.tokens[c].lemma.casefold() for n in nouns if _is_state_noun(page, n) for c in _before(page, n))
    return next((FUNCTIONS[word] for word in words if word in FUNCTIONS), "")


def _is_state_noun(page: Page, noun: int) -> bool:
    return page.tokens[noun].lemma.casefold() in STATES


def _before(page: Page, noun: int) -> list[int]:
    return [c for c in page.children(noun, "compound", "amod") if c < noun]


def _subjects(page: Page, mention: Mention) -> Iterator[int]:
    """The head of a mention, of the list it stands in, and of the people who stand for it."""
    at = mention.head
    while at >= 0:
        yield at
        token = page.tokens[at]
        governor = token.head
        stands_for = (
            governor >= 0
            and token.deprel.startswith(("nmod", "compound", "amod"))
            and (page.tokens[governor].lemma.casefold() in PEOPLE | FUNCTIONS.keys())
        )
        at = governor if token.deprel == "conj" or stands_for else -1


def _as_phrases(page: Page, verb: int) -> Iterator[int]:
    """The nouns after "as" in the clause of a verb, of one that it is joined to too."""
    for child in page.children(verb, "obl", "xcomp", "advcl", "conj", "nmod"):
        case = page.child(child, "case", "mark")
        if case is not None and page.tokens[case].text.casefold() == "as":
            yield child
