"""How firm a step is: scheduled, planned, expected, promised, threatened, possible or demanded."""

from communique.claims.clauses import conditional
from communique.claims.holders import Voices
from communique.claims.next_steps.candidates import Candidate
from communique.claims.next_steps.features import modality_features
from communique.claims.scoring import load
from communique.lexicon.steps import modalities
from communique.model.page import Page

MODEL = "next_step_modalities"
THREAT = "threatened"
HARM = frozenset(
    "annihilate assault attack blockade bomb bombard bombardment crush destroy eliminate exercise expel fire force "
    "invade kill missile offensive operation punish retaliate retaliation sanction seize shell strike tariff war "
    "wipe".split()
)
"""Words of what harms others."""


def firmness(page: Page, voices: Voices, candidate: Candidate) -> str:
    """The likeliest modality; a threat only where a word of threat or harm or a condition makes it one."""
    likely = load(MODEL).probabilities(modality_features(page, voices, candidate))
    if not _threatens(page, voices, candidate):
        likely.pop(THREAT, None)
    return max(likely, key=lambda modality: (likely[modality], modality))


def _threatens(page: Page, voices: Voices, candidate: Candidate) -> bool:
    above = [candidate.trigger, *page.ancestors(candidate.head)]
    statement = voices.statement(candidate.head)
    cue = statement.argument("cue") if statement else None
    told = page.tokens_in(cue.evidence.span) if cue else ()
    words = {page.tokens[t].lemma.lower() for t in (*above, *told)}
    if HARM & {page.tokens[t].lemma.lower() for t in page.tokens_in(candidate.what)}:
        return True
    return any(THREAT in modalities(word) for word in words) or any(conditional(page, t) for t in above)
