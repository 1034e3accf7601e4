"""The words that state a stand: the one at a token, with its particle or as part of a set phrase, and its stances."""

from communique.claims.clauses import case
from communique.claims.positions.judgments import Sense, judged, judgment
from communique.claims.positions.nominal import nominal
from communique.claims.positions.opposing import (
    DISCLAIMED,
    RULED_OUT,
    TIME,
    is_disclaimed,
    is_high_time,
    is_ruled_out,
)
from communique.claims.positions.siding import is_sided, is_siding, side_word
from communique.claims.positions.turning import AWAITED, is_awaited
from communique.lexicon.stances import particles, stances
from communique.model.page import Page

POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "AUX": "verb"}
POSSESSIVES = {
    **dict.fromkeys("her his my our their your".split(), "its"),
    **dict.fromkeys("herself himself myself ourselves themselves".split(), "itself"),
}
"""Words for which the lexicon has "its" and "itself": "dug in *their* heels"."""
UNITS = frozenset("century day decade hour minute month night second week year".split())


def sense(page: Page, token: int) -> Sense:
    """The word of stance at a token, with its particle, and the stances it may express."""
    here = page.tokens[token]
    told = _set_phrase(page, token)
    if told:
        return told, stances(told, "prep") or stances(told, "verb")
    pos = "" if is_sided(page, token) else POS.get(here.upos, "")
    if not pos or (pos == "verb" and here.deprel.startswith(("aux", "cop", "amod"))):
        return "", ()
    if judged(page, token) >= 0:
        return judgment(page, token)
    lemma = here.lemma.lower()
    if own := nominal(page, token):
        return lemma, own
    if is_adjectival(page, token):
        return here.text.lower(), stances(here.text.lower(), "adj")
    for particle in particles(lemma, pos):
        if _has_particle(page, token, particle):
            return f"{lemma} {particle}", stances(f"{lemma} {particle}", pos)
    return lemma, stances(lemma, pos)


def _set_phrase(page: Page, token: int) -> str:
    """A way of taking a stand without a word of its own for it, as the lexicon enters it; "" for none."""
    if is_siding(page, token):
        return side_word(page, token)
    if is_ruled_out(page, token):
        return RULED_OUT
    if is_disclaimed(page, token):
        return DISCLAIMED
    if is_high_time(page, token):
        return TIME
    if page.tokens[token].upos in ("NOUN", "ADJ") and (page.child(token, "cop") is not None or _is_favour(page, token)):
        idiom = _predicate(page, token)
        longer = f"{idiom} {page.tokens[token + 1].text.lower()}" if token + 1 < len(page.tokens) else idiom
        if found := next((words for words in (longer, idiom) if stances(words, "prep")), ""):
            return found
    return AWAITED if is_awaited(page, token) else ""


def _is_favour(page: Page, noun: int) -> bool:
    """True for the noun of "spoke in favour of a truce", "came out in favor of it"."""
    return page.tokens[noun].lemma.lower() in ("favor", "favour") and page.child(noun, "nmod", "acl") is not None


def _predicate(page: Page, noun: int) -> str:
    """A noun with the prepositions before it, which say together where somebody stands: "out of the question"."""
    first = at = noun
    while at > 0 and page.tokens[at - 1].upos in ("ADP", "DET"):
        at -= 1
        first = at if page.tokens[at].upos == "ADP" else first
    return page.words(first, noun + 1).lower()


def is_adjectival(page: Page, token: int) -> bool:
    """True for a participle that says how its subject is minded: "was prepared to talk", "is opposed to a union"."""
    here = page.tokens[token]
    if (
        here.upos != "VERB"
        or page.child(token, "cop", "aux:pass") is None
        or page.child(token, "obl:agent") is not None
    ):
        return False
    found = stances(here.text.lower(), "adj")
    return bool(found) and found[0] != "demands"


def particle_of(page: Page, token: int, word: str) -> str:
    """The particle of a word of stance, "" for none and for set phrases."""
    lemma = f"{page.tokens[token].lemma.lower()} "
    return word.removeprefix(lemma) if word.startswith(lemma) else ""


def _has_particle(page: Page, token: int, particle: str) -> bool:
    last = token + 1 + len(particle.split())
    words = (page.tokens[t].text.lower() for t in range(token + 1, min(last, len(page.tokens))))
    if " ".join(POSSESSIVES.get(w, w) for w in words) == particle and not _is_of_time(page, last):
        return True
    own = [page.tokens[c].text.lower() for c in page.children(token, "compound:prt")]
    if particle in own or any(page.tokens[c].text.lower() == particle for c in page.children(token, "advmod")):
        return True
    return not own and any(
        case(page, c) == particle and not _is_of_time(page, c)
        for c in page.children(token)
        if page.tokens[c].deprel.startswith(("obl", "nmod", "advcl"))
    )


def _is_of_time(page: Page, token: int) -> bool:
    """True for "on Monday" and "for up to 180 days", which are no objects of "agree on" and "call for"."""
    if token >= len(page.tokens):
        return False
    counted = page.tokens[token].lemma.lower() in UNITS and page.child(token, "nummod") is not None
    return counted or page.begins_time(token)
