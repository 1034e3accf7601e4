"""Where a step is to be."""

from communique.claims.clauses import case
from communique.claims.next_steps.candidates import Candidate
from communique.claims.next_steps.kinds import SENDING, kind_of
from communique.lexicon.documents import document_classes
from communique.lexicon.steps import step_kinds
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.reading import Referent

PLACES = frozenset({"in", "at", "near"})
TOWARDS = frozenset({"to", "into"})
PLACED = frozenset({"meeting", "travel"})
"""Kinds of step whose noun or verb a place belongs to wherever it stands in the words."""


def place(page: Page, candidate: Candidate) -> Field | None:
    """The first place in the words of a step where it, or the meeting or journey it tells of, is to be."""
    for token in page.tokens_in(candidate.what):
        mention, referent = page.mention_at(token), page.referent_at(token)
        if mention is None or referent is None or mention.head != token:
            continue
        if _is_where(page, candidate, token, referent):
            span = mention.span
            return (referent.name if referent.kind == "place" else page.text(span), span)
    return None


def _is_where(page: Page, candidate: Candidate, token: int, referent: Referent) -> bool:
    governor, relation = page.head(token), page.tokens[token].deprel.partition(":")[0]
    if referent.kind not in ("place", "party") or governor < 0:
        return False
    kinds, introduced = set(step_kinds(page.tokens[governor].lemma.lower())), case(page, token)
    if relation in ("obl", "nmod") and introduced in TOWARDS:
        near = candidate.head in (governor, page.head(governor))
        things = (page.tokens[c].lemma.lower() for c in page.children(candidate.head, "obj"))
        sent = page.tokens[candidate.head].lemma.lower() in SENDING and not any(map(document_classes, things))
        return "travel" in kinds or (near and (sent or kind_of(page, candidate) in PLACED))
    if relation in ("obl", "nmod") and introduced in PLACES:
        return bool(kinds & PLACED) or candidate.head in (governor, page.head(governor))
    if relation in ("obl", "nmod") and introduced == "for":
        return "travel" in kinds
    before = relation in ("compound", "nmod", "amod") and not introduced and token < governor
    return before and "meeting" in kinds and referent.kind == "place"
