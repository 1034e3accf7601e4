"""Which candidates are positions, and which stance they state."""

from collections.abc import Sequence
from dataclasses import replace

from communique.claims.holders import Voices
from communique.claims.positions.candidate import Candidate
from communique.claims.positions.candidates import candidates
from communique.claims.positions.features import features
from communique.claims.positions.neighbours import neighbours, retells
from communique.claims.positions.wording import wording
from communique.claims.scoring import load
from communique.claims.verdicts import Verdict, once_each
from communique.claims.verdicts import judged as verdicts_of
from communique.model.claim import Claim, claim
from communique.model.page import Page
from communique.model.span import Span

MODEL = "positions"
JOINT = 0.6
"""So much of the threshold is enough for who takes a stand with somebody else who is likely to take it."""
Decided = tuple[Candidate, float]


def positions(page: Page, voices: Voices) -> tuple[Claim, ...]:
    """Where parties stand on the issues of the talks, in text order."""
    return tuple(entry(page, verdict) for verdict in judged(page, voices) if verdict.is_entry)


def judged(page: Page, voices: Voices) -> list[Verdict[Candidate]]:
    """Every candidate and what became of it, in text order."""
    found = candidates(page, voices)
    described = (
        (candidate, (*features(page, voices, candidate), *beside))
        for candidate, beside in zip(found, neighbours(page, found), strict=True)
    )
    verdicts = _alike(verdicts_of(load(MODEL), described))
    kept = distinct(page, [(v.candidate, v.score) for v in verdicts if v.is_entry])
    decided = once_each(verdicts, (candidate for candidate, _ in kept))
    return sorted(decided, key=lambda v: (v.candidate.trigger, v.candidate.holder.party[0]))


def _alike(verdicts: Sequence[Verdict[Candidate]]) -> list[Verdict[Candidate]]:
    """The verdicts, those who take one stand together judged like the likeliest of them: "A and B agreed to it"."""
    best: dict[tuple[int, Span, str], Verdict[Candidate]] = {}
    for one in verdicts:
        first = best.setdefault(_stand(one.candidate), one)
        if one.score > first.score:
            best[_stand(one.candidate)] = one
    enough = load(MODEL).threshold * JOINT
    tops = ((v, best[_stand(v.candidate)]) for v in verdicts)
    return [replace(v, score=top.score, why=top.why) if v.score >= enough else v for v, top in tops]


def _stand(one: Candidate) -> tuple[int, Span, str]:
    return one.trigger, one.issue, one.stance


def distinct(page: Page, decided: list[Decided]) -> list[Decided]:
    """The best of those that say the same of the same party: in overlapping words, or the same stance in a sentence or
    in nearly the same words.

    What a title says is told again below it, where it is: a title adds no stance that the party takes in the body.
    """
    kept: dict[str, list[Decided]] = {}
    for one in sorted(decided, key=lambda d: _rank(page, *d)):
        others = kept.setdefault(one[0].holder.party[0], [])
        if not any(_is_same(page, one[0], other) for other, _ in others):
            others.append(one)
    return [one for others in kept.values() for one in others]


def _rank(page: Page, one: Candidate, score: float) -> tuple[object, ...]:
    """The surest first, of equals what stands first, and a person before the party by itself."""
    return _is_titular(page, one), -score, one.trigger, one.holder.person is None


def _is_titular(page: Page, one: Candidate) -> bool:
    return page.sentence_of(one.trigger).role == "title"


def _is_same(page: Page, one: Candidate, other: Candidate) -> bool:
    """Of two candidates of one party."""
    if one.issue.overlaps(other.issue):
        return True
    together = page.sentence_of(one.trigger) == page.sentence_of(other.trigger) or _is_titular(page, one)
    return one.stance == other.stance and (together or retells(page, one.issue, other.issue))


def entry(page: Page, verdict: Verdict[Candidate]) -> Claim:
    """The entry that a candidate makes, or would make."""
    candidate = verdict.candidate
    token = page.tokens[candidate.trigger]
    issue = wording(page, candidate)
    return claim(
        page.report,
        "positions",
        {
            "party": candidate.holder.party,
            "by": candidate.holder.person,
            "issue": (page.text(issue), issue),
            "stance": (candidate.stance, token.span),
        },
        evidence=(page.sentence_of(candidate.trigger).span,),
        made_by=f"positions.{candidate.source}",
        score=round(verdict.score, 3),
    )
