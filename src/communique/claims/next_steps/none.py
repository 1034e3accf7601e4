"""What is no step although its words look ahead: conditions and questions, what is refused, past or under way."""

from communique.claims.clauses import case, modal, names_of, negated
from communique.claims.dates import Dates, is_ahead
from communique.lexicon.encounters import governors
from communique.lexicon.stances import particles, stances, strength
from communique.lexicon.steps import step_kinds
from communique.model.days import shifted
from communique.model.page import Page

CONDITIONAL = frozenset({"if", "unless", "lest", "whether"})
PROVIDED = frozenset({"provided", "providing", "assuming", "supposing"})
"""Participles that open a condition."""
ASKING = frozenset({"how", "why", "what", "which", "whose"})
"""Words that open an indirect question."""
WONDERED = ("ccomp", "csubj", "acl", "advcl", "xcomp", "obl", "nsubj")
NOT = frozenset({"not", "n't", "n’t", "never", "hardly"})
ANEW = frozenset({"until", "till", "to"})
"""Before these stands the new day of what is put off."""
DOUBTS = frozenset({"doubt", "disbelief", "incredulity", "scepticism", "skepticism"})
BYGONE = frozenset({"previously", "originally", "initially", "earlier", "formerly", "once", "long", "always"})
"""Adverbs beside a word that tells of plans of the past."""
LONG_AGO = -60
"""Days before publication from which on what was planned is no news."""
PAST_WISHES = frozenset({"want", "try"})
STATES = frozenset(
    "become believe belong consist contain cost deserve doubt feel happen hope imagine know like love matter need "
    "prefer realise realize recognise recognize regret remember resemble seem suffer think understand wonder".split()
)
"""Verbs of what somebody is, thinks or feels, which nobody takes as a step."""
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
        any(_is_condition(page, t) for t in tokens)
        or (page.tokens[trigger].lemma.lower() in ONCE_PLANNED and _is_past_perfect(page, trigger))
        or any(negated(page, t) and _has_term(page, t) for t in tokens)
        or any(_is_refused(page, t) or _is_called_off(page, t) for t in tokens)
        or (head != trigger and _is_purpose(page, trigger))
        or _is_under_way(page, dates, head, trigger)
        or _is_past(page, dates, head)
        or _is_asked(page, head)
        or _is_wondered(page, head)
        or _is_doubted(page, head)
        or _is_long_past(page, dates, trigger)
        or _is_state(page, head, trigger)
    )


def _is_condition(page: Page, token: int) -> bool:
    """True after "if", and after "provided", which the tree may take for the verb above."""
    above = page.head(token)
    if above >= 0 and page.tokens[above].text.lower() in PROVIDED and page.tokens[above].deprel == "advcl":
        return True
    return any(page.tokens[c].text.lower() in CONDITIONAL | PROVIDED for c in page.children(token, "mark"))


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


def _is_called_off(page: Page, token: int) -> bool:
    """True in "talks set for Friday were called off", "that were to begin on Friday have been put off", not for what is
    put off "until" a day.
    """
    here = page.tokens[token]
    is_relative = here.deprel == "acl:relcl"
    noun = page.head(token) if is_relative or (here.deprel == "acl" and here.xpos == "VBN") else token
    while page.tokens[noun].deprel == "nmod" and page.tokens[page.head(noun)].upos == "NOUN":
        noun = page.head(noun)
    is_told = page.tokens[noun].upos in ("NOUN", "PROPN") and page.tokens[noun].deprel in ("nsubj", "nsubj:pass", "obj")
    verb = page.head(noun) if is_told else token
    known = next((governors()[n] for n in names_of(page, verb) if n in governors()), None)
    is_done = page.tokens[verb].xpos in ("VBN", "VBD") and not negated(page, verb) and not modal(page, verb)
    is_off = is_done and known is not None and known.calls_off
    return is_off and (is_relative or not any(case(page, c) in ANEW for c in page.children(verb, "obl")))


def _refuses(page: Page, verb: int, at: int) -> bool:
    """True for a verb that surely rejects or denies what its object or clause tells, and is not negated itself."""
    word, relation = _with_particle(page, verb), page.tokens[at].deprel.partition(":")[0]
    stance = stances(word, "verb")[:1]
    refused = stance == ("denies",) or (stance == ("rejects",) and relation == "obj")
    return refused and strength(word, "verb") == "strong" and not negated(page, verb)


def _with_particle(page: Page, verb: int) -> str:
    """A verb with what makes another word of it: "rule out"."""
    lemma = page.tokens[verb].lemma.lower()
    return next((f"{lemma} {p}" for p in particles(lemma, "verb") if page.words(verb + 1, verb + 2) == p), lemma)


def _is_purpose(page: Page, trigger: int) -> bool:
    """True for "in order to", and for "went on to say"."""
    token = page.tokens[trigger]
    if token.lemma.lower() == "go":
        return token.xpos not in ("VBG", "VB")
    return token.lemma.lower() == "order" and trigger > 0 and page.tokens[trigger - 1].text.lower() == "in"


def _is_under_way(page: Page, dates: Dates, head: int, trigger: int) -> bool:
    """True for what somebody holds to be so now: "suggested they were leaving", "is believed to be holding"."""
    auxiliaries = page.children(head, "aux")
    if head == trigger or page.tokens[head].xpos != "VBG" or not auxiliaries:
        return False
    told = dates.among(page.subtree(head, without=("conj", "parataxis")))
    return not any(is_ahead(t.value, page.report.day) for t in told)


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


def _is_wondered(page: Page, head: int) -> bool:
    """True in an indirect question: "how far it will go", "which of them would attend", and for "should talks fail"."""
    subject, auxiliaries = page.child(head, "nsubj", "nsubj:pass"), page.children(head, "aux")
    if subject is not None and any(page.tokens[c].text.lower() == "should" and c < subject for c in auxiliaries):
        return True
    above = page.head(head)
    if above >= 0 and page.tokens[above].text.lower() in ("how", "why"):
        return True
    if page.tokens[head].deprel not in WONDERED:
        return False
    own = [c for c in page.children(head) if c < head and not _is_relative(page, c)]
    words = [*own, *(c for at in own if page.tokens[at].upos != "VERB" for c in page.children(at) if c < head)]
    return any(page.tokens[c].text.lower() in ASKING for c in words)


def _is_relative(page: Page, token: int) -> bool:
    """True for the "which" of a relative clause behind its preposition: "a plan under which they are to meet"."""
    return page.tokens[token].text.lower() in ("which", "whose") and case(page, token) not in ("", "about", "over")


def _is_doubted(page: Page, head: int) -> bool:
    """True for what nobody expects or says: "did not expect it would deter them", "expressed doubt that they would"."""
    above = page.head(head)
    if above < 0 or page.tokens[head].deprel not in ("ccomp", "acl"):
        return False
    if page.tokens[above].lemma.lower() in DOUBTS:
        return True
    denied = any(page.tokens[c].text.lower() in NOT for c in page.children(above, "advmod"))
    refusing = {"rejects", "denies"} & set(stances(_with_particle(page, above), "verb"))
    return denied and page.tokens[head].deprel == "ccomp" and not refusing


def _is_long_past(page: Page, dates: Dates, trigger: int) -> bool:
    """True for plans of long ago: "had previously agreed to", "were originally due to", "pledged in 1995 to"; and for
    "wanted to", "tried to".
    """
    here, was = page.tokens[trigger], page.child(trigger, "cop")
    if here.xpos not in ("VBD", "VBN") and (was is None or page.tokens[was].xpos != "VBD"):
        return False
    if here.xpos == "VBD" and here.lemma.lower() in PAST_WISHES:
        return True
    beside = page.children(trigger, "advmod", "obl", "obl:unmarked")
    told = dates.among(t for c in beside for t in page.subtree(c, without=("acl", "advcl", "nmod")))
    ago = shifted(page.report.day, LONG_AGO)
    return any(page.tokens[c].text.lower() in BYGONE for c in beside) or (
        bool(told) and not any(is_ahead(t.value, ago) for t in told)
    )


def _is_state(page: Page, head: int, trigger: int) -> bool:
    """True for what will be so and is nobody's deed: "will know", "would be a mistake"."""
    here = page.tokens[head]
    if head != trigger or not modal(page, head):
        return False
    if here.upos in ("NOUN", "PROPN"):
        return page.child(head, "cop") is not None and not case(page, head) and not step_kinds(here.lemma.lower())
    return here.lemma.lower() in STATES
