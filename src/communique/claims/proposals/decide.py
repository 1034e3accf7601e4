"""Which documents are proposals with a life of their own, and what became of them."""

from communique.claims.dates import Dates
from communique.claims.holders import Voices
from communique.claims.proposals.features import features
from communique.claims.proposals.mentions import Document, documents
from communique.claims.proposals.naming import authors, dated, full_name
from communique.claims.proposals.status import status_of
from communique.claims.scoring import load
from communique.model.claim import Claim, claim
from communique.model.page import Page

MODEL = "proposals"
VAGUE = frozenset({"plan", "draft", "proposal"})
"""Kinds of document that need a word of what they are about."""
SIDES = 2
"""A report that names fewer parties is not about proposals between them."""


def ranked(page: Page, dates: Dates) -> list[tuple[int, Document]]:
    """The report's documents in text order, each with its place by number of mentions."""
    found = documents(page, dates)
    order = sorted(range(len(found)), key=lambda n: (-len(found[n].mentions), n))
    rank = {number: place for place, number in enumerate(order)}
    return [(rank[number], document) for number, document in enumerate(found) if not _is_passing(document)]


def _is_passing(document: Document) -> bool:
    """True for a plan, paper or offer mentioned once, without a word of what it is: "had followed the plan"."""
    return len(document.mentions) == 1 and not document.first.words and set(document.first.kinds) <= VAGUE


def proposals(page: Page, voices: Voices) -> tuple[Claim, ...]:
    """The plans, agreements and the like that the report tells of, in order of first mention."""
    model = load(MODEL)
    if len(voices.main_parties()) < SIDES:
        return ()
    found: list[Claim] = []
    for rank, document in ranked(page, voices.dates):
        _, score = model.best(features(page, voices, document, rank))
        if score >= model.threshold:
            found.append(_claim(page, voices, document, score))
    return tuple(found)


def _claim(page: Page, voices: Voices, document: Document, score: float) -> Claim:
    best = full_name(page, document)
    status, said_by = status_of(page, document)
    when = dated(page, voices.dates, document)
    return claim(
        page.report,
        "proposals",
        {
            "name": (page.text(best.name), best.name),
            "authors": authors(page, voices, document),
            "status": (status, page.tokens[said_by].span),
            "when": (when.value, when.span) if when else None,
        },
        evidence=(page.sentence_of(best.head).span,),
        made_by="proposals.document",
        score=round(score, 3),
    )
