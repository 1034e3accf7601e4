"""Who is to take a step, and where."""

from collections.abc import Sequence
from dataclasses import dataclass

from communique.claims.clauses import case, doers, owners
from communique.claims.holders import Holder, Voices
from communique.claims.next_steps.candidates import Candidate
from communique.lexicon.steps import modalities, step_kinds
from communique.model.claim import Claim, Field
from communique.model.page import Page
from communique.model.span import Span

WITH = frozenset({"with", "between", "by", "among", "of"})
PLACES = frozenset({"in", "at", "to", "into", "near"})
MOST = 8
"""A step with more actors than this lists none of them reliably."""


@dataclass(frozen=True, slots=True)
class Actors:
    """Parties and persons, a person beside his or her state; `how` they were found.

    `how` is doer, partner, meeting (told at the same place), speaker, main (the report's two
    main parties), asked (those of them that do not ask) or none.
    """

    named: list[Field]
    how: str


def actors(page: Page, voices: Voices, candidate: Candidate, met: Sequence[Claim]) -> Actors:
    """Who is to take a step: its doers and those it is taken with, else what stands nearest for them."""
    heads = _doers(page, candidate)
    found = voices.holders(heads)
    partners = [h for head in (candidate.head, *heads) for h in _partners(page, voices, head)]
    if found:
        together = _is_event(page, candidate.head)
        return Actors(_listed([*found, *partners] if together else found), "doer")
    if partners:
        return Actors(_listed(partners), "partner")
    meeting = _of_meeting(candidate, met) if candidate.source in ("noun", "object") or not heads else []
    if meeting:
        return Actors(meeting, "meeting")
    if "demanded" in modalities(candidate.word) and heads:
        asking = {h.party[0] for h in voices.holders(doers(page, candidate.trigger))}
        asked = [name for name in voices.main_parties() if name not in asking]
        return Actors([(name, candidate.what) for name in asked], "asked" if asked else "none")
    speakers = voices.speakers(candidate.head)
    if speakers:
        return Actors(_listed(speakers), "speaker")
    main = voices.main_parties() if _is_joint(page, candidate.head) else []
    return Actors([(name, candidate.what) for name in main], "main" if main else "none")


def _doers(page: Page, candidate: Candidate) -> list[int]:
    if candidate.source not in ("noun", "object"):
        return doers(page, candidate.head, patient=True)
    own = owners(page, candidate.head)
    if own:
        return own
    governor = candidate.trigger if candidate.source == "object" else page.head(candidate.head)
    return doers(page, governor) if governor >= 0 else []


def _is_event(page: Page, token: int) -> bool:
    return "meeting" in step_kinds(page.tokens[token].lemma.lower())


def _is_joint(page: Page, token: int) -> bool:
    """True for what two sides do together: meetings and documents."""
    return bool({"meeting", "document"} & set(step_kinds(page.tokens[token].lemma.lower())))


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
