"""The words in which a step is told: with its negation, and with what it befalls where that is not who takes it."""

from communique.claims.clauses import OBJECT_CONTROL
from communique.claims.holders import Voices
from communique.claims.next_steps.candidates import Candidate
from communique.claims.wording import ASIDE, CLOSING, ending, whole
from communique.model.page import Page
from communique.model.span import Span

LONGEST_SUBJECT = 14
"""So many tokens before its verb the subject of a step begins at most."""
CLOSED = frozenset({"ADV", "AUX", "PART"})
NOT = frozenset({"not", "n't", "n’t", "never"})


def wording(page: Page, voices: Voices, candidate: Candidate) -> Span:
    """What is to be done: "the talks will be held", "not attend", "there will be an answer", without clauses of why."""
    end = ending(page, candidate.what, candidate.head, ASIDE)
    return whole(page, Span(min(_with_subject(page, voices, candidate), _with_not(page, candidate)), end))


def _with_not(page: Page, candidate: Candidate) -> int:
    """Where the words begin with their negation; "won't" is one word."""
    no = [c for c in page.children(candidate.head, "advmod") if page.tokens[c].text.lower() in NOT]
    if not no or any(page.tokens[t].upos not in CLOSED for t in range(no[0], candidate.head)):
        return candidate.what.start
    return page.tokens[no[0] - page.are_joined(no[0] - 1, no[0] + 1)].start


def _with_subject(page: Page, voices: Voices, candidate: Candidate) -> int:
    """Where the words begin with their subject, if it is no doer: of a passive, or "the talks" of "will go on"."""
    start, verb = candidate.what.start, candidate.head
    subject = page.child(verb, "nsubj", "expl")
    if subject is None and candidate.source == "infinitive" and not _has_others_act(page, candidate.trigger):
        subject = page.child(candidate.trigger, "nsubj")
    if candidate.source == "noun" or subject is None or subject > verb:
        return start
    if page.tokens[subject].upos == "PRON" and page.tokens[subject].deprel != "expl":
        return start
    first = next(t for t in page.subtree(subject) if t == subject or page.tokens[t].upos not in CLOSING)
    passive = page.child(verb, "nsubj:pass", "aux:pass") is not None
    if verb - first > LONGEST_SUBJECT or not (passive or not voices.holders([subject])):
        return start
    return page.tokens[first].start


def _has_others_act(page: Page, trigger: int) -> bool:
    """True for a verb whose object takes the step, not its subject: "the resolution called on the rebels to leave"."""
    return page.tokens[trigger].lemma.lower() in OBJECT_CONTROL and page.child(trigger, "nsubj:pass") is None
