"""How firm a step is: scheduled, planned, expected, promised, threatened, possible or demanded."""

from communique.claims.clauses import conditional, negated
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
GIVING = frozenset(
    "accept agree allow approve attend contribute free help host join lift meet participate permit provide receive "
    "release resume sign support welcome".split()
)
"""What is done for others: on a condition it is an offer."""


def firmness(page: Page, voices: Voices, candidate: Candidate) -> str:
    """The likeliest modality; a threat only where a word of threat or harm makes it one, or a condition of what is no
    offer.
    """
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
    if any(THREAT in modalities(word) for word in words):
        return True
    is_offer = page.tokens[candidate.head].lemma.lower() in GIVING and not negated(page, candidate.head)
    return not is_offer and any(conditional(page, t) for t in above)
