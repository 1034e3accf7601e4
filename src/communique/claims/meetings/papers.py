"""Contacts over a paper: sides that sign one, and a letter or draft that one side passes to another."""

from communique.claims.meetings.company import Company
from communique.claims.meetings.syntax import preposition
from communique.claims.meetings.triggers import Trigger
from communique.lexicon.documents import document_classes
from communique.lexicon.encounters import messages
from communique.model.page import Page

SIGNING = frozenset({"sign", "initial", "initialed", "countersign", "cosign", "co-sign", "ink"})
"""Verbs of putting a name to a paper."""

PASSING = frozenset({"transmit", "convey", "relay", "deliver", "hand", "forward", "pass", "send", "submit", "present"})
PASSING |= {"tender", "dispatch", "address", "communicate", "carry", "ferry", "bear"}
PASSING |= {"give", "lay", "set", "outline", "table", "offer", "propose", "float", "pitch", "issue", "extend", "serve"}
"""Verbs of passing a message to somebody."""

AGREEING = frozenset({"reach", "conclude", "strike", "clinch", "agree", "seal", "finalize", "finalise", "broker"})
AGREEING |= {"hammer", "thrash", "forge"}
"""Verbs of coming to a paper."""

NAMES = frozenset({"name", "signature", "initial", "hand"})
"""What is put to a paper."""

SIGNED = frozenset({"act", "annex", "chapter", "article", "instrument", "contract", "clause", "minute", "map", "point"})
SIGNED |= {
    "peace",
    "page",
    "record",
    "schedule",
    "appendix",
    "addendum",
    "pledge",
    "undertaking",
    "timetable",
    "calendar",
    "agenda",
}
"""What is signed beside plans and agreements."""


def is_signing(page: Page, trigger: Trigger) -> bool:
    """True for a verb of signing."""
    return trigger.verbal and page.tokens[trigger.token].lemma.casefold() in SIGNING


def is_passing(page: Page, trigger: Trigger) -> bool:
    """True for a verb of passing a message."""
    return trigger.verbal and page.tokens[trigger.token].lemma.casefold() in PASSING


def is_signed_together(page: Page, verb: int, ruled: Company, *, placed: bool, dated: bool) -> bool:
    """True where a paper is signed at a place, before witnesses, or by two sides on a day; `placed` with a place."""
    if not is_of_paper(page, verb):
        return False
    is_of_two = len({a.party for a in ruled.sides if a.party}) > 1
    is_witnessed = any(page.tokens[c].lemma.casefold() == "presence" for c in page.children(verb, "obl"))
    return placed or is_witnessed or (is_of_two and dated)


def is_of_paper(page: Page, verb: int) -> bool:
    """True where a verb tells of a paper that sides agree on."""
    return any(_is_paper(page, t) for t in _signed(page, verb))


def is_passed(page: Page, verb: int, ruled: Company) -> bool:
    """True where one side passes a message to another: "handed the envoy a note", "presented him with a draft"."""
    parties = {a.party or a.name for a in ruled.sides}
    passed = page.children(verb, "obj", "nsubj:pass")
    passed += [c for c in page.children(verb, "obl") if preposition(page, c) == "with"]
    return ruled.partnered and len(parties) > 1 and any(_is_message(page, o) for o in passed)


def _signed(page: Page, verb: int) -> list[int]:
    """What is signed: the object, the subject of a passive, or what a participle tells of; "signature to a paper"."""
    above = [page.head(verb)] if page.tokens[verb].deprel.startswith("acl") else []
    return [*page.children(verb, "obj", "nsubj:pass"), *above]


def _is_paper(page: Page, token: int) -> bool:
    words = (token, *(c for c in page.children(token, "conj", "nmod") if preposition(page, c) in ("", "of", "and")))
    lemmas = [page.tokens[t].lemma.casefold() for t in words]
    return any(word in SIGNED or "agreement" in document_classes(word) or word in messages() for word in lemmas)


def _is_message(page: Page, token: int) -> bool:
    return page.tokens[token].lemma.casefold() in messages()
