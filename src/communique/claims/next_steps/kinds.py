"""Of which kind a step is, by its words alone."""

from collections.abc import Iterator

from communique.claims.clauses import case
from communique.claims.next_steps.candidates import Candidate
from communique.lexicon.documents import document_classes
from communique.lexicon.people import noun
from communique.lexicon.steps import modalities, step_kinds
from communique.model.page import Page

CARRYING = frozenset(
    "arrange be begin close commence conduct continue delay end expect extend follow get give go have hold include "
    "launch lead make open pay plan postpone put reach relaunch release renew reopen restart resume schedule see "
    "seek set start take".split()
)
"""Verbs that say little without their noun: "begin a visit", "the talks will resume", "make a trip", "reach a deal"."""

ASPECTS = frozenset({"begin", "continue", "keep", "resume", "start"})

CARRIED = ("obj", "nsubj:pass", "nsubj")
"""Relations of the noun that tells, the one that counts first first; without an object also what stands beside."""

MOVING = frozenset("come go head leave move pass proceed pull return stop".split())
"""Verbs of travel where they go somewhere, and of much else besides: "come up with options", "stop firing"."""

TOWARDS = frozenset({"at", "by", "for", "from", "in", "into", "through", "to", "toward", "towards", "via"})
AWAY = frozenset({"home", "abroad", "there", "here", "overseas"})

SENDING = frozenset({"send", "dispatch", "lead", "head"})
SENT = frozenset({"delegation", "envoy", "mission", "emissary", "team", "negotiator", "representative"})
"""Who sends or leads these has them travel."""

WELCOMING = frozenset({"receive"})
"""Verbs of meeting where they are done to people, and of getting something else: "receive the data"."""

EMPTY = frozenset({"call", "conduct", "draw", "issue", "join", "participate", "pay", "seal", "strike"})
"""Verbs that are of a kind by their noun alone: "pay a visit", not "pay for a wall"; "join talks", not a bloc."""

NO_VERBS, NO_NOUNS = frozenset({"answer", "deal", "plan", "release"}), frozenset({"release", "stop", "strike", "table"})
"""Words that name a kind as a noun alone, and as a verb alone."""
ISSUED = frozenset({"press", "news", "media"})
"""Releases of these are documents, those of people are not."""


def kind_of(page: Page, candidate: Candidate) -> str:
    """The kind that the word of the step names, of an empty verb its noun; "action" for what names none."""
    verb = page.tokens[candidate.head].upos in ("VERB", "AUX")
    head = page.tokens[candidate.head].lemma.lower()
    if verb and head in SENDING and _objects(page, candidate.head) & SENT:
        return "travel"
    if verb and head in WELCOMING and not _is_done_to_people(page, candidate.head):
        return "action"
    if verb and head in ("call", "see") and _is_done_to_people(page, candidate.head):
        return "meeting"
    if candidate.source == "present" and modalities(candidate.word) and not _objects(page, candidate.head):
        return _of_subject(page, candidate.head)
    if not verb and page.child(candidate.head, "cop") is not None and _is_somewhere(page, candidate.head):
        return "travel"
    astray = verb and (head in EMPTY or (head in MOVING and not _goes_somewhere(page, candidate.head)))
    if verb and (head in CARRYING or astray):
        told = next((kind for noun in _carried(page, candidate.head) for kind in _noun_kinds(page, noun)), "")
        deeds = page.children(candidate.head, "xcomp") if head in ASPECTS else []
        told = told or next((kind for deed in deeds for kind in _deed(page, deed)), "")
        if told or astray or (head in ASPECTS and _objects(page, candidate.head)):
            return told or "action"
    return "action" if verb and head in NO_VERBS else next(_kinds(head), "action")


def _of_subject(page: Page, head: int) -> str:
    """The kind of what is due, expected or planned: of a meeting or paper its own, of anybody somewhere a journey."""
    subject = page.child(head, "nsubj", "nsubj:pass")
    beside = page.children(head, "obl", "advmod", "xcomp")
    nouns = [*([] if subject is None else [subject]), *(t for t in beside if case(page, t) == "for")]
    own = next((kind for t in nouns for kind in _noun_kinds(page, t)), "")
    return own or ("travel" if any(_is_somewhere(page, t) for t in beside) else "action")


def _is_somewhere(page: Page, token: int) -> bool:
    """True for "in Torvik", "home", "back"."""
    referent, word = page.referent_at(token), page.tokens[token].text.lower()
    placed = referent is not None and referent.kind == "place" and case(page, token) in ("in", "at", "to")
    return placed or word in AWAY or word == "back"


def _deed(page: Page, verb: int) -> Iterator[str]:
    """The kinds of what is begun or gone on with: "begin meeting"."""
    lemma = page.tokens[verb].lemma.lower()
    return iter(()) if lemma in CARRYING | MOVING | NO_VERBS else _kinds(lemma)


def _is_done_to_people(page: Page, verb: int) -> bool:
    found = page.children(verb, "obj", "nsubj:pass")
    people = any(noun(page.tokens[c].text) is not None for c in found)
    return people or any(r is not None and r.kind in ("person", "party") for r in map(page.referent_at, found))


def _objects(page: Page, verb: int) -> set[str]:
    return {page.tokens[c].lemma.lower() for c in page.children(verb, "obj")}


def _goes_somewhere(page: Page, verb: int) -> bool:
    """True for "go to Torvik", "leave the capital", "return home"; where nothing more is said, "will leave", too."""
    beside = page.children(verb, "obj", "obl", "advmod", "xcomp", "advcl", "compound:prt")
    for child in beside:
        referent = page.referent_at(child)
        somewhere = referent is not None and referent.kind in ("place", "party")
        if (somewhere and (page.tokens[child].deprel == "obj" or case(page, child) in TOWARDS)) or (
            page.tokens[child].lemma.lower() in AWAY
        ):
            return True
    return not any(page.tokens[child].deprel != "obl:unmarked" for child in beside)


def _carried(page: Page, verb: int) -> Iterator[int]:
    objects = [page.tokens[c].lemma.lower() for c in page.children(verb, "obj")]
    relations = CARRIED if objects and objects != ["part"] else (*CARRIED, "obl")
    for relation in relations:
        for child in page.children(verb, relation):
            if page.tokens[child].upos in ("NOUN", "PROPN"):
                yield child


def _noun_kinds(page: Page, noun: int) -> Iterator[str]:
    lemma = page.tokens[noun].lemma.lower()
    if lemma == "table":
        yield "meeting"
    if lemma == "release" and any(page.tokens[c].lemma.lower() in ISSUED for c in page.children(noun, "compound")):
        yield "document"
    if lemma in NO_NOUNS:
        return
    yield from _kinds(lemma)
    if document_classes(lemma):
        yield "document"


def _kinds(lemma: str) -> Iterator[str]:
    return (kind for kind in step_kinds(lemma) if kind != "other")
