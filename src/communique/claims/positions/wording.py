"""The words in which an issue is told: with whose doing it is, without clauses that say why or on what terms."""

from collections.abc import Iterator

from communique.claims.clauses import case, quoted_whole
from communique.claims.positions.candidates import Candidate
from communique.model.page import Page
from communique.model.span import Span

ASIDE = frozenset(
    "although amid as because but despite except given if instead lest once provided providing saying "
    "since so though unless until when where whereas while".split()
)
"""Words that open a clause beside the issue: why, when, on what condition."""
LONGEST_SUBJECT = 10
"""So many tokens before its verb the subject of an issue begins at most."""
FEW = 3
"""A verb with so few words and no object says little without its subject: "must stop", "should step down"."""
SET_OFF = frozenset({",", "(", "—", "–", "--"})
CLOSING = frozenset({"PUNCT", "CCONJ"})
QUOTES = frozenset({'"', "”", "’", "'"})


def wording(page: Page, candidate: Candidate) -> Span:
    """The issue, of a passive and of few words with its subject, up to the first clause beside it."""
    return quoted_whole(page, Span(_start(page, candidate), _end(page, candidate)))


def _start(page: Page, candidate: Candidate) -> int:
    start, verb = candidate.issue.start, candidate.trigger
    subject = page.child(verb, "nsubj", "csubj")
    if candidate.source != "modal" or subject is None or subject > verb or page.tokens[subject].upos == "PRON":
        return start
    first = next(t for t in page.subtree(subject) if t == subject or page.tokens[t].upos not in CLOSING)
    own = candidate.holder.party[1].overlaps(page.span(first, verb))
    passive = page.child(verb, "nsubj:pass", "cop") is not None
    few = len(page.tokens_in(candidate.issue)) <= FEW and page.child(verb, "obj", "ccomp", "xcomp") is None
    if own or not (passive or few) or verb - first > LONGEST_SUBJECT:
        return start
    return page.tokens[first].start


def _end(page: Page, candidate: Candidate) -> int:
    """Where the issue ends before the first clause beside it, without the marks before that clause."""
    inside = page.tokens_in(candidate.issue)
    head = next((t for t in (candidate.about, candidate.trigger) if t in inside), inside[0])
    last = min(_asides(page, inside, head), default=inside[-1] + 1) - 1
    if last == inside[-1]:
        return candidate.issue.end
    while last > head and page.tokens[last].upos in CLOSING and page.tokens[last].text not in QUOTES:
        last -= 1
    return page.tokens[last].end


def _asides(page: Page, inside: range, head: int) -> Iterator[int]:
    """The first tokens of the clauses in an issue that stand beside it, behind its head."""
    for token in inside:
        relation = page.tokens[token].deprel
        if token == head or relation.partition(":")[0] not in ("advcl", "acl", "obl", "nmod"):
            continue
        first = page.subtree(token)[0]
        before = page.tokens[first - 1].text if first else ""
        relative = relation == "acl:relcl" and before in SET_OFF
        told = case(page, token)
        aside = told in ASIDE and relation.startswith("advcl") and page.child(token, "nsubj", "cop", "aux") is not None
        term = told == "on" and page.tokens[token].lemma.lower() == "condition"
        if first > head and (relative or aside or term):
            yield first
