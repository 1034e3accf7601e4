"""Clauses that may say where somebody stands: a word of stance or a modal, whoever holds it, and what it is about."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.claims.clauses import (
    case,
    complements,
    conditional,
    doers,
    modal,
    negated,
    noun_lemma,
    owners,
    phrase,
    verb_phrase,
)
from communique.claims.holders import Holder, Voices
from communique.lexicon.documents import document_classes
from communique.lexicon.stances import NEGATED, particles, stances
from communique.lexicon.steps import step_kinds
from communique.model.page import Page
from communique.model.span import Span

POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "AUX": "verb"}
STATING = POS.keys() | {"ADP"}
"""Parts of speech that can be a word of stance; "against" is one."""
OBLIGATION = {"must": "demands", "should": "demands", "need": "demands", "have": "demands", "ought": "demands"}
INTENTION = {"will": "supports", "would": "supports", "can": "supports", "could": "open_to", "may": "open_to"}
TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
"""Parts of speech that an issue must have one of: "that" alone says nothing."""
HALTING = frozenset("suspend stop halt end cancel postpone freeze".split())
"""Halting talks rejects them, halting attacks gives way."""
SOFT = frozenset(
    "vow insist pledge promise want believe think hope position stress emphasize emphasise underline underscore "
    "maintain reiterate reaffirm affirm argue decide decision swear trust policy principle".split()
)
"""Words that take their stance from the clause they govern, where that is negated or says what must be."""
YIELDING = frozenset({"accepts", "supports", "open_to", "proposes"})
"""Stances that a condition makes conditional."""
NEAR = 12
"""How many candidates of the same party before and after may enclose one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """`source` is lexical or modal; `stances` are those the words may express, after negation and condition.

    `trigger` and `about` (the head of the complement, -1 for none) are token numbers.
    """

    source: str
    trigger: int
    word: str
    stances: tuple[str, ...]
    holder: Holder
    issue: Span
    about: int
    negated: bool = False
    nested: bool = False
    conditional: bool = False

    @property
    def stance(self) -> str:
        """The stance it states, if it states one: the likeliest of `stances`."""
        return self.stances[0]


def candidates(page: Page, voices: Voices) -> list[Candidate]:
    """Every clause of the report that may state a position, once for each holder, in text order."""
    found = list(_found(page, voices))
    issues: dict[str, list[Candidate]] = {}
    for one in found:
        issues.setdefault(one.holder.party[0], []).append(one)
    return [replace(one, nested=_nested(page, one, issues[one.holder.party[0]])) for one in found]


def _nested(page: Page, one: Candidate, others: list[Candidate]) -> bool:
    """True when the word stands in what another word of stance of the same party is about."""
    span = page.tokens[one.trigger].span
    near = others[max(0, others.index(one) - NEAR) : others.index(one) + NEAR]
    return any(other.trigger != one.trigger and other.issue.covers(span) for other in near)


def _found(page: Page, voices: Voices) -> Iterator[Candidate]:
    for token in page.telling_tokens():
        if page.tokens[token].upos in STATING:
            yield from _lexical(page, voices, token)
            yield from _modal(page, voices, token)


def _lexical(page: Page, voices: Voices, token: int) -> Iterator[Candidate]:
    word, possible = _sense(page, token)
    if not possible:
        return
    about = next((c for c in complements(page, token) if voices.dates.at(c) is None), -1)
    issue = _issue(page, token, about)
    if issue is None or not any(page.tokens[t].upos in TELLING for t in page.tokens_in(issue)):
        return
    for holder in _holders(page, voices, token):
        yield _turned(page, Candidate("lexical", token, word, possible, holder, voices.clipped(token, issue), about))


def _sense(page: Page, token: int) -> tuple[str, tuple[str, ...]]:
    """The word of stance at a token, with its particle, and the stances it may express."""
    here = page.tokens[token]
    pos = POS.get(here.upos, "")
    if here.upos == "ADP" and here.lemma.lower() == "against" and page.child(page.head(token), "cop") is not None:
        return "against", stances("against", "prep")
    if not pos or (pos == "verb" and here.deprel.startswith(("aux", "cop", "amod"))):
        return "", ()
    lemma = here.lemma.lower()
    for particle in particles(lemma, pos):
        if _has_particle(page, token, particle):
            return f"{lemma} {particle}", stances(f"{lemma} {particle}", pos)
    return lemma, stances(lemma, pos)


def _has_particle(page: Page, token: int, particle: str) -> bool:
    if token + 1 < len(page.tokens) and page.tokens[token + 1].text.lower() == particle:
        return True
    children = page.children(token)
    return any(page.tokens[c].text.lower() == particle for c in page.children(token, "compound:prt", "advmod")) or any(
        case(page, c) == particle for c in children if page.tokens[c].deprel.startswith(("obl", "nmod", "advcl"))
    )


def _issue(page: Page, token: int, about: int) -> Span | None:
    if about >= 0:
        return phrase(page, about)
    here = page.tokens[token]
    if here.upos == "ADP":
        return phrase(page, page.head(token))
    subject = page.child(token, "nsubj:pass") if here.upos == "VERB" else page.child(token, "nsubj", "csubj")
    if subject is not None and page.tokens[subject].upos in ("NOUN", "PROPN", "VERB"):
        return phrase(page, subject)
    head = page.head(token)
    if here.deprel.startswith("acl") and head >= 0:
        inside = [t for t in page.subtree(head, without=("acl",)) if t < token]
        return page.span(inside[0], inside[-1] + 1) if inside else None
    return verb_phrase(page, token) if here.upos == "VERB" else None


def _holders(page: Page, voices: Voices, token: int) -> list[Holder]:
    """Who takes the stand: the speakers of a cue, else whose the noun or who the subject is, else who speaks."""
    here = page.tokens[token]
    found = voices.cued(token) if here.upos in ("VERB", "NOUN") else []
    if not found and here.upos == "NOUN":
        found = voices.holders(owners(page, token)) or voices.holders(_lender(page, token))
    if not found:
        found = voices.holders(doers(page, page.head(token) if here.upos == "ADP" else token))
    if not found and here.upos == "NOUN" and page.child(token, "cop") is None:
        return []
    return found or voices.speakers(token)


def _lender(page: Page, noun: int) -> list[int]:
    """The subject of the verb a noun of stance is object of: "expressed opposition"."""
    head, relation = page.head(noun), page.tokens[noun].deprel.partition(":")[0]
    return doers(page, head) if head >= 0 and relation in ("obj", "obl", "xcomp") else []


def _modal(page: Page, voices: Voices, token: int) -> Iterator[Candidate]:
    """What the speaker wants done, or will do: "must", "should", "will not"."""
    if page.tokens[token].upos not in ("VERB", "NOUN", "ADJ"):
        return
    auxiliary = modal(page, token) or _semi_modal(page, token)
    hypothesis = OBLIGATION.get(auxiliary) or INTENTION.get(auxiliary)
    if not hypothesis:
        return
    if _sense(page, token)[1] and auxiliary in INTENTION:
        return
    found = voices.speakers(token)
    if not found and auxiliary in INTENTION:
        found = voices.holders(doers(page, token))
    for holder in found:
        issue = voices.clipped(token, verb_phrase(page, token))
        yield _turned(page, Candidate("modal", token, auxiliary, (hypothesis,), holder, issue, token))


def _semi_modal(page: Page, token: int) -> str:
    """The governor of an infinitive as its modal: "need to go", "has to go"."""
    head = page.head(token)
    if head < 0 or page.tokens[token].deprel != "xcomp":
        return ""
    lemma = page.tokens[head].lemma.lower()
    return lemma if lemma in ("need", "have", "ought") else ""


def is_substance(page: Page, token: int) -> bool:
    """True for nouns that talks are about or made of: documents, truces, meetings."""
    lemma = noun_lemma(page, token)
    return page.tokens[token].upos in ("NOUN", "PROPN") and bool(
        document_classes(lemma) or "meeting" in step_kinds(lemma)
    )


def _turned(page: Page, candidate: Candidate) -> Candidate:
    """The candidate as its complement, negation and conditions leave it."""
    no, hangs = negated(page, candidate.trigger), _hangs(page, candidate)
    stances = _of_complement(page, candidate) if not no else candidate.stances
    stances = tuple(dict.fromkeys(NEGATED.get(s, s) if no else s for s in stances))
    if hangs and stances[0] in YIELDING | ({"rejects"} if no else set()):
        stances = ("conditional", *stances)
    return replace(candidate, stances=stances, negated=no, conditional=hangs)


def _of_complement(page: Page, candidate: Candidate) -> tuple[str, ...]:
    """The stances of a word, the one that its complement shows first.

    One wants *to do* (supports) but wants something *done* (demands); halts talks (rejects) but attacks (accepts);
    vows *not to* (rejects); insists that others *must* (demands).
    """
    found, clause = candidate.stances, page.child(candidate.trigger, "xcomp", "ccomp")
    if candidate.word == "want":
        own = page.child(candidate.trigger, "xcomp") is not None and page.child(candidate.trigger, "obj") is None
        found = _first("supports" if own else "demands", found)
    if candidate.word in HALTING and candidate.about >= 0:
        talks = is_substance(page, candidate.about)
        found = _first("rejects" if talks else "accepts", found)
    if clause is not None and candidate.word in SOFT:
        if negated(page, clause):
            return _first("rejects", found)
        if OBLIGATION.get(modal(page, clause)):
            return _first("demands", found)
    return found


def _first(stance: str, others: tuple[str, ...]) -> tuple[str, ...]:
    return (stance, *(s for s in others if s != stance))


def _hangs(page: Page, candidate: Candidate) -> bool:
    """True when the word, or what it is about, hangs on a condition; of a refusal, "until" and "before" too."""
    if conditional(page, candidate.trigger):
        return True
    if candidate.about >= 0 and any(case(page, c) == "if" for c in page.children(candidate.about, "advcl")):
        return True
    within = [t for t in (candidate.trigger, candidate.about) if t >= 0]
    return any(
        case(page, c) in ("provided", "providing", "unless", "until", "before")
        or (case(page, c) == "as" and page.text(page.subtree_span(c)).lower().startswith("as long as"))
        for t in within
        for c in page.children(t, "advcl")
        if case(page, c) != "before" or negated(page, candidate.trigger)
    )
