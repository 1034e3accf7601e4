"""Which candidates are positions, and which stance they state."""

from communique.claims.holders import Voices
from communique.claims.positions.candidates import Candidate, candidates
from communique.claims.positions.features import features
from communique.claims.positions.neighbours import neighbours
from communique.claims.scoring import load
from communique.model.claim import Claim, claim
from communique.model.page import Page

MODEL = "positions"
Decided = tuple[Candidate, float]


def positions(page: Page, voices: Voices) -> tuple[Claim, ...]:
    """Where parties stand on the issues of the talks, in text order."""
    model = load(MODEL)
    decided: list[Decided] = []
    found = candidates(page, voices)
    for candidate, beside in zip(found, neighbours(page, found), strict=True):
        _, score = model.best((*features(page, voices, candidate), *beside))
        if score >= model.threshold:
            decided.append((candidate, score))
    kept = _distinct(decided)
    return tuple(_claim(page, *one) for one in sorted(kept, key=lambda d: (d[0].trigger, d[0].holder.party[0])))


def _distinct(decided: list[Decided]) -> list[Decided]:
    """The best of those that say the same of the same party in overlapping words."""
    kept: dict[str, list[Decided]] = {}
    for one in sorted(decided, key=lambda d: (-d[1], d[0].trigger, d[0].holder.party[0])):
        others = kept.setdefault(one[0].holder.party[0], [])
        if not any(one[0].issue.overlaps(other[0].issue) for other in others):
            others.append(one)
    return [one for others in kept.values() for one in others]


def _claim(page: Page, candidate: Candidate, score: float) -> Claim:
    token = page.tokens[candidate.trigger]
    return claim(
        page.report,
        "positions",
        {
            "party": candidate.holder.party,
            "by": candidate.holder.person,
            "issue": (page.text(candidate.issue), candidate.issue),
            "stance": (candidate.stance, token.span),
        },
        evidence=(page.sentence_of(candidate.trigger).span,),
        made_by=f"positions.{candidate.source}",
        score=round(score, 3),
    )
