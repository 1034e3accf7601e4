"""What is no step although its words look ahead: conditions and questions, what is refused, past or under way."""

from communique.claims.clauses import case, negated
from communique.claims.dates import Dates, is_ahead
from communique.lexicon.stances import particles, stances, strength
from communique.model.page import Page

CONDITIONAL = frozenset({"if", "unless", "lest", "whether"})
ONCE_PLANNED = frozenset("be due expect hope intend mean plan schedule suppose want".split())
"""Words that under "had" tell of what was planned before, whatever has come of it."""
HANGING = frozenset({"obj", "acl", "nmod", "xcomp", "ccomp"})
MARKS = 3
"""Tokens at the end of a sentence among which its question mark is."""
REFERRING = frozenset({"since", "from", "after", "of", "following"})
"""Before these a date tells what came before a step."""


def is_none(page: Page, dates: Dates, head: int, trigger: int) -> bool:
    """True where the clause of `head`, put in the future by `trigger`, tells of nothing to come."""
    tokens = (head, trigger)
    return (
        any(page.tokens[c].text.lower() in CONDITIONAL for t in tokens for c in page.children(t, "mark"))
        or (page.tokens[trigger].lemma.lower() in ONCE_PLANNED and _is_past_perfect(page, trigger))
        or any(negated(page, t) and _has_term(page, t) for t in tokens)
        or any(_is_refused(page, t) for t in tokens)
        or _is_purpose(page, trigger)
        or _is_under_way(page, head, trigger)
        or _is_past(page, dates, head)
        or _is_asked(page, head)
    )


def _is_past_perfect(page: Page, token: int) -> bool:
    """True for "had planned" and "had been due", whatever has come of it."""
    return any(page.tokens[c].text.lower() in ("had", "'d", "’d") for c in page.children(token, "aux"))


def _has_term(page: Page, token: int) -> bool:
    return any(case(page, c) in ("until", "unless") for c in page.children(token, "advcl"))


def _is_refused(page: Page, token: int) -> bool:
    """True where the word hangs on what somebody refuses or denies: "rejected a plan to", "denied that it would"."""
    at = token
    while (head := page.head(at)) >= 0 and page.tokens[at].deprel.partition(":")[0] in HANGING:
        if page.tokens[head].upos == "VERB" and _refuses(page, head, at):
            return True
        at = head
    return False


def _refuses(page: Page, verb: int, at: int) -> bool:
    """True for a verb that surely rejects or denies what its object or clause tells, and is not negated itself."""
    lemma, relation = page.tokens[verb].lemma.lower(), page.tokens[at].deprel.partition(":")[0]
    word = next((f"{lemma} {p}" for p in particles(lemma, "verb") if page.words(verb + 1, verb + 2) == p), lemma)
    stance = stances(word, "verb")[:1]
    refused = stance == ("denies",) or (stance == ("rejects",) and relation == "obj")
    return refused and strength(word, "verb") == "strong" and not negated(page, verb)


def _is_purpose(page: Page, trigger: int) -> bool:
    """True for "in order to", and for "went on to say"."""
    token = page.tokens[trigger]
    if token.lemma.lower() == "go":
        return token.xpos not in ("VBG", "VB")
    return token.lemma.lower() == "order" and trigger > 0 and page.tokens[trigger - 1].text.lower() == "in"


def _is_under_way(page: Page, head: int, trigger: int) -> bool:
    """True for what somebody holds to be so now: "suggested they were leaving", "is believed to be holding"."""
    auxiliaries = page.children(head, "aux")
    return head != trigger and page.tokens[head].xpos == "VBG" and bool(auxiliaries)


def _is_past(page: Page, dates: Dates, head: int) -> bool:
    """True for what was to be on a day that has passed: "they had agreed to meet in March"."""
    own = (head, *page.children(head, "obj"))
    beside = [c for t in own for c in page.children(t, "obl", "advmod", "nmod") if case(page, c) not in REFERRING]
    told = dates.among(t for c in beside for t in page.subtree(c, without=("acl", "advcl", "nmod")))
    return bool(told) and not any(is_ahead(t.value, page.report.day) for t in told)


def _is_asked(page: Page, head: int) -> bool:
    """True in a question: "Would the rebels agree?"."""
    sentence = page.sentence_of(head)
    return any(page.tokens[t].text == "?" for t in range(max(head, sentence.last - MARKS), sentence.last))
