"""Which candidates are steps to come, who takes them, of which kind they are, and how firm."""

from collections.abc import Sequence
from dataclasses import dataclass

from communique.claims.holders import Voices
from communique.claims.next_steps.actors import Actors, place
from communique.claims.next_steps.candidates import Candidate, candidates
from communique.claims.next_steps.choice import chosen
from communique.claims.next_steps.features import features, kind_features, modality_features
from communique.claims.next_steps.same import is_alike
from communique.claims.scoring import LinearModel, load
from communique.lexicon.steps import step_kinds
from communique.model.claim import Claim, claim
from communique.model.page import Page

MODEL, WHO_MODEL = "next_steps", "next_step_actors"
KIND_MODEL, MODALITY_MODEL = "next_step_kinds", "next_step_modalities"


@dataclass(frozen=True, slots=True)
class Step:
    """A candidate with those who take it; `score` is how likely both are right."""

    candidate: Candidate
    who: Actors
    score: float


def next_steps(page: Page, voices: Voices, met: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """What is to come, in text order."""
    steps = decided(page, voices, met, load(MODEL), load(WHO_MODEL))
    return tuple(_claim(page, voices, step) for step in steps)


def decided(page: Page, voices: Voices, met: Sequence[Claim], worth: LinearModel, whose: LinearModel) -> list[Step]:
    """The candidates that are steps, in text order."""
    found, steps = candidates(page, voices), list[Step]()
    for number, candidate in enumerate(found):
        _, score = worth.best(features(page, voices, number, found))
        if score >= worth.threshold:
            who, certainty = chosen(page, voices, candidate, met, whose)
            steps.append(Step(candidate, who, score * certainty))
    kept = distinct(page, [step for step in steps if step.score >= worth.threshold])
    return sorted(kept, key=lambda s: s.candidate.head)


def distinct(page: Page, steps: Sequence[Step]) -> list[Step]:
    """The best of those whose phrases lie one within the other, or that tell the same step."""
    kept: list[Step] = []
    for one in sorted(steps, key=lambda s: (-s.score, s.candidate.head)):
        if not any(within(one.candidate, other.candidate) or _is_same(page, one, other) for other in kept):
            kept.append(one)
    return kept


def within(one: Candidate, other: Candidate) -> bool:
    """True when one phrase holds the other."""
    return one.what.covers(other.what) or other.what.covers(one.what)


def _is_same(page: Page, one: Step, other: Step) -> bool:
    """Told again in like words, or the same kind of meeting or journey of the same people on the same day."""
    together = set(one.who.names) & set(other.who.names)
    if not together:
        return False
    if is_alike(one.candidate.wording, other.candidate.wording):
        return True
    kinds = [set(step_kinds(page.tokens[s.candidate.head].lemma.lower())) for s in (one, other)]
    dates = [s.candidate.when.value if s.candidate.when else "" for s in (one, other)]
    return bool(kinds[0] & kinds[1] & {"meeting", "travel"}) and dates[0] == dates[1] != ""


def _claim(page: Page, voices: Voices, step: Step) -> Claim:
    candidate = step.candidate
    kind, _ = load(KIND_MODEL).best(kind_features(page, candidate))
    modality, _ = load(MODALITY_MODEL).best(modality_features(page, voices, candidate))
    trigger, head = page.tokens[candidate.trigger].span, page.tokens[candidate.head].span
    when = (candidate.when.value, candidate.when.span) if candidate.when else None
    return claim(
        page.report,
        "next_steps",
        {
            "who": step.who.named,
            "what": (page.text(candidate.what), candidate.what),
            "kind": (kind, head),
            "where": place(page, candidate),
            "when": when,
            "modality": (modality, trigger),
        },
        evidence=(page.sentence_of(candidate.head).span,),
        made_by=f"next_steps.{candidate.source}",
        score=round(step.score, 3),
    )
