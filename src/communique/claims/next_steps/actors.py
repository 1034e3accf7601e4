"""Who is to take a step, and where."""

from collections.abc import Sequence

from communique.claims.clauses import case, doers, owners
from communique.claims.holders import Holder, Voices
from communique.claims.next_steps.candidates import Candidate
from communique.lexicon.steps import step_kinds
from communique.model.claim import Claim, Field
from communique.model.page import Page
from communique.model.span import Span

WITH = frozenset({"with", "between", "by", "among", "of"})
PLACES = frozenset({"in", "at", "to", "into", "near"})
MOST = 8
"""A step with more actors than this lists none of them reliably."""


def actors(page: Page, voices: Voices, candidate: Candidate, met: Sequence[Claim]) -> list[Field]:
    """The parties and persons of a step; a person stands beside his or her state."""
    heads = doers(page, candidate.head, patient=True)
    if candidate.source in ("noun", "object"):
        heads = owners(page, candidate.head) or (
            doers(page, candidate.trigger)
            if candidate.source == "object"
            else doers(page, page.head(candidate.head))
            if page.head(candidate.head) >= 0
            else []
        )
    found = voices.holders(heads)
    if not found or _is_event(page, candidate.head):
        found = [*found, *_partners(page, voices, candidate.head)]
    for head in heads:
        if not voices.holders([head]):
            found = [*found, *_partners(page, voices, head)]
    if not found:
        named = _of_meeting(candidate, met)
        if named:
            return named
    if not found:
        speaker = voices.speaker(candidate.head)
        found = [speaker] if speaker else []
    return _listed(found)


def _is_event(page: Page, token: int) -> bool:
    return "meeting" in step_kinds(page.tokens[token].lemma.lower())


def _partners(page: Page, voices: Voices, head: int) -> list[Holder]:
    """Those met with: "talks between A and B", "a summit with C", "meet D"."""
    heads = [c for c in page.children(head, "nmod", "obl") if case(page, c) in WITH]
    if page.tokens[head].lemma.lower() == "meet":
        heads += page.children(head, "obj")
    return voices.holders([c for h in heads for c in page.conjuncts(h)])


def _of_meeting(candidate: Candidate, met: Sequence[Claim]) -> list[Field]:
    """The parties and participants of the meeting told at the same place."""
    for meeting in met:
        if any(e.span.overlaps(candidate.what) for e in meeting.evidence):
            return [(a.value, a.evidence.span) for a in meeting.arguments if a.role in ("parties", "participants")][
                :MOST
            ]
    return []


def _listed(found: Sequence[Holder]) -> list[Field]:
    named: dict[str, Span] = {}
    for holder in found[:MOST]:
        for value, span in (holder.party, *((holder.person,) if holder.person else ())):
            named.setdefault(value, span)
    return list(named.items())


def place(page: Page, candidate: Candidate) -> Field | None:
    """Where a step is to be: the first place named after "in", "at", "to" in its words."""
    for token in page.tokens_in(candidate.what):
        mention, referent = page.mention_at(token), page.referent_at(token)
        if mention is None or referent is None or mention.head != token or referent.kind not in ("place", "party"):
            continue
        if case(page, token) in PLACES and page.tokens[token].deprel.partition(":")[0] in ("obl", "nmod"):
            span = Span(mention.start, mention.end)
            return (referent.name if referent.kind == "place" else page.text(span), span)
    return None
