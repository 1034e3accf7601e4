"""Which candidates are steps to come, of which kind, and how firm."""

from communique.claims.holders import Voices
from communique.claims.next_steps.actors import actors, place
from communique.claims.next_steps.candidates import Candidate, candidates
from communique.claims.next_steps.features import features, kind_features, modality_features
from communique.claims.scoring import load
from communique.model.claim import Claim, Field, claim
from communique.model.page import Page

MODEL, KIND_MODEL, MODALITY_MODEL = "next_steps", "next_step_kinds", "next_step_modalities"
Decided = tuple[Candidate, list[Field], str, float]


def next_steps(page: Page, voices: Voices, met: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """What is to come, in text order."""
    model = load(MODEL)
    decided: list[Decided] = []
    for candidate in candidates(page, voices):
        who = actors(page, voices, candidate, met)
        _, score = model.best(features(page, voices, candidate, who))
        if score >= model.threshold:
            modality, _ = load(MODALITY_MODEL).best(modality_features(page, voices, candidate))
            decided.append((candidate, who.named, modality, score))
    return tuple(_claim(page, *one) for one in sorted(_distinct(decided), key=lambda d: d[0].head))


def _distinct(decided: list[Decided]) -> list[Decided]:
    """The best of those whose phrases lie one within the other."""
    kept: dict[int, list[Decided]] = {}
    for one in sorted(decided, key=lambda d: (-d[3], d[0].head)):
        others = kept.setdefault(one[0].sentence, [])
        if not any(_within(one[0], other[0]) for other in others):
            others.append(one)
    return [one for others in kept.values() for one in others]


def _within(one: Candidate, other: Candidate) -> bool:
    return one.what.covers(other.what) or other.what.covers(one.what)


def _claim(page: Page, candidate: Candidate, who: list[Field], modality: str, score: float) -> Claim:
    kind, _ = load(KIND_MODEL).best(kind_features(page, candidate))
    trigger, head = page.tokens[candidate.trigger].span, page.tokens[candidate.head].span
    when = (candidate.when.value, candidate.when.span) if candidate.when else None
    return claim(
        page.report,
        "next_steps",
        {
            "who": who,
            "what": (page.text(candidate.what), candidate.what),
            "kind": (kind, head),
            "where": place(page, candidate),
            "when": when,
            "modality": (modality, trigger),
        },
        evidence=(page.sentence_of(candidate.head).span,),
        made_by=f"next_steps.{candidate.source}",
        score=round(score, 3),
    )
