"""The words in which an issue is told: with whose doing it is, without clauses that say why or on what terms."""

from communique.claims.positions.candidate import Candidate
from communique.claims.wording import ASIDE, CLOSING, TERMS, ending, whole
from communique.model.page import Page
from communique.model.span import Span

LONGEST_SUBJECT = 10
"""So many tokens before its verb the subject of an issue begins at most."""
FEW = 3
"""A verb with so few words and no object says little without its subject: "must stop", "should step down"."""


def wording(page: Page, candidate: Candidate) -> Span:
    """The issue, of a passive and of few words with its subject, up to the first clause beside it."""
    inside = page.tokens_in(candidate.issue)
    head = next((t for t in (candidate.about, candidate.trigger) if t in inside), inside[0])
    end = ending(page, candidate.issue, head, ASIDE | TERMS)
    return whole(page, Span(_start(page, candidate), end))


def _start(page: Page, candidate: Candidate) -> int:
    start, verb = candidate.issue.start, candidate.trigger
    subject = page.child(verb, "nsubj", "csubj")
    if not candidate.issue.covers(page.tokens[verb].span) or candidate.source != "modal":
        return start
    if subject is None or subject > verb or page.tokens[subject].upos == "PRON":
        return start
    first = next(t for t in page.subtree(subject) if t == subject or page.tokens[t].upos not in CLOSING)
    own = candidate.holder.party[1].overlaps(page.span(first, verb))
    passive = page.child(verb, "nsubj:pass", "cop") is not None
    few = len(page.tokens_in(candidate.issue)) <= FEW and page.child(verb, "obj", "ccomp", "xcomp") is None
    if own or not (passive or few) or verb - first > LONGEST_SUBJECT:
        return start
    return page.tokens[first].start
