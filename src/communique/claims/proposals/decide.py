"""Which documents are proposals with a life of their own, and what became of them."""

from communique.claims.dates import Dates
from communique.claims.diplomacy import is_diplomatic
from communique.claims.holders import Voices
from communique.claims.proposals.authorship import authors, partner, signatories
from communique.claims.proposals.features import features
from communique.claims.proposals.grouping import Document, documents
from communique.claims.proposals.making import is_authoring, is_made, verbs_about
from communique.claims.proposals.naming import dated, full_name
from communique.claims.proposals.status import CONCLUDED, status_of
from communique.claims.scoring import load
from communique.claims.verdicts import Verdict
from communique.claims.verdicts import judged as verdicts_of
from communique.model.claim import Claim, claim
from communique.model.page import Page

MODEL = "proposals"
VAGUE = frozenset({"plan", "draft", "proposal"})
"""Kinds of document that need a word of what they are about."""


def ranked(page: Page, dates: Dates) -> list[tuple[int, Document]]:
    """The report's documents in text order, each with its place by number of mentions."""
    found = documents(page, dates)
    order = sorted(range(len(found)), key=lambda n: (-len(found[n].mentions), n))
    rank = {number: place for place, number in enumerate(order)}
    return [(rank[number], document) for number, document in enumerate(found) if not _is_passing(page, document)]


def _is_passing(page: Page, document: Document) -> bool:
    """True for a plan, paper or offer mentioned once, without a word of what it is: "had followed the plan".

    Not for one that somebody there makes, proposes or settles: "submitted a proposal".
    """
    if len(document.mentions) > 1 or document.first.words or not set(document.first.kinds) <= VAGUE:
        return False
    head = document.first.head
    return not (is_made(page, head) or any(is_authoring(page, verb) for verb in verbs_about(page, head)))


def proposals(page: Page, voices: Voices) -> tuple[Claim, ...]:
    """The plans, agreements and the like that the report tells of, in order of first mention."""
    return tuple(entry(page, voices, verdict) for verdict in judged(page, voices) if verdict.is_entry)


def judged(page: Page, voices: Voices) -> list[Verdict[Document]]:
    """Every document that is called more than in passing and what became of it, in order of first mention."""
    if not is_diplomatic(page):
        return []
    found = ranked(page, voices.dates)
    described = ((document, features(page, voices, document, rank)) for rank, document in found)
    return verdicts_of(load(MODEL), described)


def entry(page: Page, voices: Voices, verdict: Verdict[Document]) -> Claim:
    """The entry that a document makes, or would make."""
    document = verdict.candidate
    best = full_name(page, document)
    status, said_by = status_of(page, document)
    told = authors(page, voices, document)
    whose = [*told, *partner(page, voices, document, told)]
    if not whose and status in CONCLUDED:
        whose = signatories(page, voices, document)
    when = dated(page, voices.dates, document)
    return claim(
        page.report,
        "proposals",
        {
            "name": (page.text(best.name), best.name),
            "authors": whose,
            "status": (status, page.tokens[said_by].span),
            "when": (when.value, when.span) if when else None,
        },
        evidence=(page.sentence_of(best.head).span,),
        made_by="proposals.document",
        score=round(verdict.score, 3),
    )
