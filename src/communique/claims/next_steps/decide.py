"""Which candidates are steps to come, who takes them, of which kind they are, and how firm."""

from collections.abc import Sequence
from dataclasses import dataclass

from communique.claims.dates import bounded
from communique.claims.holders import Voices
from communique.claims.next_steps.actors import NOBODY, Actors
from communique.claims.next_steps.candidates import Candidate, candidates
from communique.claims.next_steps.choice import chosen
from communique.claims.next_steps.features import features
from communique.claims.next_steps.firmness import firmness
from communique.claims.next_steps.kinds import kind_of
from communique.claims.next_steps.places import place
from communique.claims.next_steps.same import is_alike
from communique.claims.next_steps.wording import wording
from communique.claims.scoring import LinearModel, load
from communique.claims.verdicts import Verdict, once_each
from communique.claims.verdicts import judged as verdicts_of
from communique.lexicon.steps import step_kinds
from communique.model.claim import Claim, Field, claim
from communique.model.page import Page
from communique.model.span import Span

MODEL, WHO_MODEL = "next_steps", "next_step_actors"
DOUBT = 0.5
"""How far doubt who takes a step counts against it: 1 fully, 0 not at all."""
UNSURE = "below the threshold, since who takes it is unsure"


@dataclass(frozen=True, slots=True)
class Step:
    """A candidate with those who take it; `score` tells how likely both are right."""

    candidate: Candidate
    who: Actors
    score: float


def next_steps(page: Page, voices: Voices, met: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """What is to come, in text order."""
    verdicts = judged(page, voices, met, load(MODEL), load(WHO_MODEL))
    return tuple(entry(page, voices, verdict.candidate) for verdict in verdicts if verdict.is_entry)


def judged(
    page: Page, voices: Voices, met: Sequence[Claim], worth: LinearModel, whose: LinearModel
) -> list[Verdict[Step]]:
    """Every candidate and what became of it, in text order; who takes a step is asked of likely ones alone."""
    found, verdicts = candidates(page, voices), list[Verdict[Step]]()
    for likely in verdicts_of(worth, ((c, features(page, voices, n, found)) for n, c in enumerate(found))):
        who, score, why = NOBODY, likely.score, likely.why
        if likely.is_entry:
            who, certainty = chosen(page, voices, likely.candidate, met, whose)
            score *= certainty**DOUBT
            why = "" if score >= worth.threshold else UNSURE
        verdicts.append(Verdict(Step(likely.candidate, who, score), likely.features, score, why))
    kept = distinct(page, [v.candidate for v in verdicts if v.is_entry])
    return sorted(once_each(verdicts, kept), key=lambda v: v.candidate.candidate.head)


def distinct(page: Page, steps: Sequence[Step]) -> list[Step]:
    """The best of those whose phrases lie one within the other, or that tell the same step."""
    kept: list[Step] = []
    for one in sorted(steps, key=lambda s: (-s.score, s.candidate.head)):
        if not any(overlap(page, one.candidate, other.candidate) or _is_same(page, one, other) for other in kept):
            kept.append(one)
    return kept


def within(one: Candidate, other: Candidate) -> bool:
    """True when one phrase holds the other."""
    return one.what.covers(other.what) or other.what.covers(one.what)


def overlap(page: Page, one: Candidate, other: Candidate) -> bool:
    """True when one phrase holds the other, or is the subject of its verb: "the next round", "will be held"."""
    heads = (one.head, other.head)
    return within(one, other) or any(a in page.children(b, "nsubj") for a, b in (heads, heads[::-1]))


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


def entry(page: Page, voices: Voices, step: Step) -> Claim:
    """The entry that a step makes, or would make."""
    candidate = step.candidate
    what = wording(page, voices, candidate)
    trigger, head = page.tokens[candidate.trigger].span, page.tokens[candidate.head].span
    when = _when(page, voices, candidate, what)
    return claim(
        page.report,
        "next_steps",
        {
            "who": step.who.named,
            "what": (page.text(what), what),
            "kind": (kind_of(page, candidate), head),
            "where": place(page, candidate),
            "when": when,
            "modality": (firmness(page, voices, candidate), trigger),
        },
        evidence=(page.sentence_of(candidate.head).span,),
        made_by=f"next_steps.{candidate.source}",
        score=round(step.score, 3),
    )


def _when(page: Page, voices: Voices, candidate: Candidate, what: Span) -> Field | None:
    """The day of a step, or the time until it must be taken: "by Friday", "within ten days"."""
    if candidate.when is None:
        return voices.dates.within(page.tokens_in(what))
    return bounded(page, candidate.when), candidate.when.span
