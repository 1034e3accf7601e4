"""Questions of syntax that meetings ask: what governs a noun, who is the subject of a verb, what a preposition is."""

from dataclasses import dataclass

from communique.claims.clauses import RELATIVE_TAGS
from communique.claims.datelines import dateline_of
from communique.lexicon.encounters import phases
from communique.model.page import Page, once

OBJECT_CONTROL = frozenset(
    {
        "allow",
        "ask",
        "beg",
        "call",
        "convince",
        "encourage",
        "force",
        "get",
        "help",
        "invite",
        "lead",
        "order",
        "permit",
    }
    | {"persuade", "press", "pressure", "push", "send", "summon", "tell", "urge", "want", "warn", "dispatch", "bring"}
)
"""Verbs whose object is the subject of an infinitive under them."""

PAIRED = (["ahead"], ["prior"])
"""First words of prepositions of two words, which a tree may have as two: "ahead of", "prior to"."""

DEPTH = 12
"""No chain of governors is followed further."""


@dataclass(frozen=True, slots=True)
class Link:
    """How a noun hangs on the predicate over it: the predicate, the relation (obj, nsubj, obl), the preposition of
    an "obl", and the nouns between ("resumption" in "they urged a resumption of talks").
    """

    predicate: int
    relation: str
    preposition: str
    between: tuple[int, ...]


@once
def preposition(page: Page, token: int) -> str:
    """The marker of a noun phrase in lower case ("with", "ahead of"), or ""."""
    marks = [c for c in page.children(token, "case") if c < token]
    words = [page.tokens[n].text.casefold() for m in marks[:1] for n in (m, *page.children(m, "fixed"))]
    if words in PAIRED and marks[1:2] == [marks[0] + 1]:
        words.append(page.tokens[marks[1]].text.casefold())
    return " ".join(words)


def is_perfect(page: Page, verb: int) -> bool:
    """True for "has met" and "they've met", but not for "had met"."""
    helpers = (page.tokens[c] for c in page.children(verb, "aux"))
    return any(h.lemma.casefold() == "have" and h.xpos != "VBD" for h in helpers)


def link(page: Page, token: int) -> Link | None:
    """What governs a noun, through nouns such as "resumption"; None at the root or under another noun."""
    between: list[int] = []
    at = token
    for _ in range(DEPTH):
        head, deprel = page.head(at), page.tokens[at].deprel
        if head < 0:
            return None
        if deprel == "conj":
            at = head
        elif deprel.startswith(("obj", "iobj", "nsubj", "csubj", "obl", "advcl")):
            return _linked(page, at, tuple(between))
        elif deprel.startswith("nmod") and is_predicate(page, head):
            return Link(head, "obl", preposition(page, at), tuple(between))
        elif deprel.startswith("nmod") and page.tokens[head].lemma.casefold() in phases():
            between.append(head)
            at = head
        else:
            return None
    return None


def _linked(page: Page, at: int, between: tuple[int, ...]) -> Link:
    relation = page.tokens[at].deprel
    short = "obl" if relation.startswith(("obl", "advcl")) else relation
    return Link(page.head(at), short, preposition(page, at) if short == "obl" else "", between)


def is_predicate(page: Page, token: int) -> bool:
    """True for a verb, or a word with a copula."""
    return page.tokens[token].upos in ("VERB", "AUX") or page.child(token, "cop") is not None


def subjects(page: Page, verb: int, depth: int = 0) -> list[int]:
    """The head words of a verb's subject, found through coordination, control and relative clauses."""
    own = [c for c in page.children(verb, "nsubj") if not _is_in_dateline(page, c)]
    if own:
        return [_antecedent(page, own[0], verb)]
    announced = announced_by(page, verb)
    if announced is not None:
        return [announced]
    head, deprel = page.head(verb), page.tokens[verb].deprel
    if head < 0 or depth > DEPTH:
        return []
    if deprel.startswith("acl"):
        return [head, *_above(page, head, depth)] if page.tokens[head].upos in ("NOUN", "PROPN", "PRON") else []
    if deprel.startswith(("xcomp", "ccomp", "advcl")):
        controlled = page.children(head, "obj", "iobj", "obl:agent")
        if controlled and page.tokens[head].lemma.casefold() in OBJECT_CONTROL and not deprel.startswith("advcl"):
            return controlled[:1]
        return subjects(page, head, depth + 1)
    if deprel.startswith(("conj", "parataxis", "cop")):
        return subjects(page, head, depth + 1)
    return []


def _is_in_dateline(page: Page, token: int) -> bool:
    """True for a town or paper before the text proper, whatever the tree makes it do."""
    line = dateline_of(page)
    return line is not None and line.overlaps(page.tokens[token].span)


def announced_by(page: Page, verb: int) -> int | None:
    """The noun before a title's infinitive, whatever the tree makes of it: "Graustark, Ruritania to open talks"."""
    sentence = page.sentence_of(verb)
    if sentence.role != "title":
        return None
    to = next((c for c in page.children(verb, "mark") if page.tokens[c].text.casefold() == "to"), sentence.first)
    if to == sentence.first:
        return None
    before = range(sentence.first, to)
    if any(page.tokens[n].upos in ("VERB", "AUX") for n in before) or page.tokens[to - 1].upos not in ("NOUN", "PROPN"):
        return None
    return page.top(before)


def _above(page: Page, noun: int, depth: int) -> list[int]:
    """For "plans to meet": the subject of what governs "plans", and its owner."""
    owner = page.children(noun, "nmod:poss")
    above = link(page, noun)
    return owner + (subjects(page, above.predicate, depth + 1) if above else [])


def _antecedent(page: Page, subject: int, verb: int) -> int:
    if page.tokens[subject].xpos in RELATIVE_TAGS or page.tokens[subject].text.casefold() == "that":
        at = verb
        for _ in range(DEPTH):
            if page.tokens[at].deprel.startswith("acl"):
                return top_of_title(page, page.head(at))
            if not page.tokens[at].deprel.startswith(("conj", "xcomp", "ccomp")):
                break
            at = page.head(at)
    return subject


def top_of_title(page: Page, token: int) -> int:
    """The name that a word of a title before it belongs to, else the word itself."""
    while page.tokens[token].deprel.startswith(("compound", "nmod:desc", "amod")) and page.head(token) > token:
        token = page.head(token)
    return token


def agents(page: Page, verb: int) -> list[int]:
    """The head words of a passive's "by" phrase."""
    return [c for c in page.children(verb, "obl", "nmod") if preposition(page, c) == "by"]


def is_passive(page: Page, verb: int) -> bool:
    """True for "was hosted" and for a bare participle after its noun ("talks hosted by …")."""
    token = page.tokens[verb]
    if page.children(verb, "nsubj:pass", "aux:pass"):
        return True
    return token.xpos == "VBN" and token.deprel.startswith("acl")


def named_with(page: Page, noun: int) -> list[int]:
    """Names on which a tree may hang a clause of the meeting: "the talks between X and Y, which are held in Z"."""
    under = page.children(noun, "nmod")
    return [
        n for n in (*under, *(c for u in under for c in page.children(u, "conj"))) if page.tokens[n].upos == "PROPN"
    ]
