"""Verbs of saying that tell of a deed where they stand: "recalled its envoy", "responded with a volley of shots"."""

from collections.abc import Sequence

from communique.language.quotations.cues import Hit
from communique.lexicon import titles
from communique.model.page import Page
from communique.model.span import Span

_CLAUSES = ("ccomp", "csubj", "xcomp", "parataxis")
_OF_CLAUSES = frozenset({"clause", "uttered"})
_WITH = frozenset({"respond", "reply", "react", "retort"})
_SENT = frozenset({"recall", "advise", "direct", "charge", "invite", "summon", "dismiss"})
"""Verbs that say something only with a clause where their object is a person."""
_OPENED = frozenset({"put forward", "put forth"})
_PLANS = frozenset("idea option plan proposal suggestion".split())
_SETTING_OUT = frozenset(
    "accord agreement bill budget ceasefire deal draft framework initiative law pact plan program programme proposal "
    "roadmap scheme strategy treaty truce".split()
)
"""What calls for something without anybody's saying so."""


def is_deed(page: Page, hit: Hit, contents: Sequence[Span]) -> bool:
    """Whether a verb without quoted words tells what is done, not what is said."""
    if not contents:
        return False
    return (
        _is_thing_found(page, hit, contents)
        or _answers_with(page, hit, contents)
        or _sends(page, hit, contents)
        or _sets_out(page, hit)
    )


def _is_thing_found(page: Page, hit: Hit, contents: Sequence[Span]) -> bool:
    """As in "found a store of arms", "ordered an embargo": an object where the verb says a clause or what to do."""
    thing = _object(page, hit)
    if thing is None or page.children(hit.head, *_CLAUSES) or not contents[0].covers(page.tokens[thing].span):
        return False
    if page.child(hit.head, "iobj") is not None:
        return False
    if hit.cue.takes <= {"infinitive"}:
        return not any(page.tokens[t].text.casefold() == "to" for c in contents for t in page.tokens_in(c))
    return hit.cue.takes <= _OF_CLAUSES and page.tokens[thing].upos in ("NOUN", "PROPN", "NUM")


def _object(page: Page, hit: Hit) -> int | None:
    return next((c for c in page.children(hit.head, "obj") if c > hit.head), None)


def _answers_with(page: Page, hit: Hit, contents: Sequence[Span]) -> bool:
    """As in "responded with a volley of shots"."""
    before = page.tokens[page.tokens_in(contents[0])[0] - 1].text.casefold()
    return hit.cue.lemma in _WITH and before == "with"


def _sends(page: Page, hit: Hit, contents: Sequence[Span]) -> bool:
    """As in "recalled its ambassador", "advises the president": what is done to a person or to forces."""
    thing = _object(page, hit)
    if hit.cue.lemma not in _SENT or thing is None or any(c > thing for c in page.children(hit.head, *_CLAUSES)):
        return False
    if any(page.tokens[t].xpos == "VB" for c in contents for t in page.tokens_in(c)):
        return False
    known = page.referent_of_head(thing)
    words = [page.tokens[t].text for t in page.subtree(thing) if page.tokens[t].upos != "DET"]
    return (known is not None and known.kind == "person") or titles.kind_of(words) in ("office", "rank")


def _sets_out(page: Page, hit: Hit) -> bool:
    """As in "put forward four proposals", "the plan calls for": nobody's words are told."""
    if hit.cue.lemma in _OPENED:
        thing = next((c for at in {hit.head, hit.last - 1} for c in page.children(at, "obj") if c > hit.head), None)
        return thing is not None and page.tokens[thing].lemma.casefold() in _PLANS
    subject = page.child(hit.head, "nsubj")
    at = _antecedent(page, hit.head, subject)
    return hit.cue.lemma == "call for" and at is not None and page.tokens[at].lemma.casefold() in _SETTING_OUT


def _antecedent(page: Page, verb: int, subject: int | None) -> int | None:
    """The noun that "which" stands for, else the subject itself."""
    if subject is None or page.tokens[subject].text.casefold() not in ("which", "that"):
        return subject
    return page.tokens[verb].head if page.tokens[verb].deprel.startswith("acl") else None
