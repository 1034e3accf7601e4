"""The name, date and status words of a document."""

from collections.abc import Iterator, Sequence

from communique.claims.clauses import case, negated
from communique.claims.dates import Dates, is_after
from communique.claims.proposals.grouping import Document
from communique.claims.proposals.mentions import Mention
from communique.lexicon.documents import status_classes
from communique.model.page import Page
from communique.model.reading import Timex

NEGATED = {
    "agreed": "rejected",
    "signed": "rejected",
    "rejected": "under_discussion",
    "collapsed": "in_force",
    "violated": "in_force",
}
"""What is left of a status under "not"."""
FORESEEN = ("ccomp", "parataxis", "acl:relcl")
"""Relations of clauses that may tell what a document says: "a plan under which troops would leave by May"."""
DETAILED = 3
"""From so many words on a name tells more than what kind of document it is."""
INDEFINITE = frozenset({"any", "no", "such"})
"""Determiners of what is no one document."""
CONTENT = frozenset(
    {"", "of", "on", "over", "to", "toward", "towards", "for", "about", "from", "into", "against", "with"}
)
"""Prepositions whose noun the verb or noun before them is about: "talks on a truce", "violations of a truce"."""


def full_name(page: Page, document: Document) -> Mention:
    """The mention that names the document best: where it is told what became of it, by a proper name or with words
    that tell it apart, most like the others.
    """
    if len(document.mentions) == 1:
        return document.first
    names = [set(page.text(m.name).casefold().split()) for m in document.mentions]
    weighed = zip(document.mentions, names, strict=True)
    return max(weighed, key=lambda m: (_weight(page, m[0], m[1], names), -m[0].head))[0]


def _weight(page: Page, mention: Mention, name: set[str], names: Sequence[set[str]]) -> float:
    """How well a mention names its document; `names` are the words of all mentions."""
    body = page.sentence_of(mention.head).role != "title"
    likeness = sum(_likeness(name, other) for other in names) / len(names)
    told = any(status_words(page, Document((mention,)))) - _is_indefinite(page, mention)
    telling = 2 * bool(mention.words) + (len(mention.words) >= DETAILED) + _is_proper(page, mention)
    return telling + 0.5 * body + 2 * likeness + 2 * told


def _likeness(one: set[str], other: set[str]) -> float:
    """The share of words two names have in common (Dice's coefficient)."""
    return 2 * len(one & other) / (len(one) + len(other))


def _is_indefinite(page: Page, mention: Mention) -> bool:
    return any(page.tokens[c].text.lower() in INDEFINITE for c in page.children(mention.head, "det", "amod"))


def _is_proper(page: Page, mention: Mention) -> bool:
    return page.tokens[mention.head].upos == "PROPN"


def governing(page: Page, token: int) -> Iterator[tuple[str, int]]:
    """The words that say what became of a mention: relation and token number.

    Attributes and participles beside it, the nouns it hangs on ("violations of the truce"), and the verb.
    """
    for child in page.children(token, "amod"):
        yield "participle" if page.tokens[child].xpos in ("VBN", "VBD", "VBG") else "attribute", child
    for child in page.children(token, "acl"):
        if page.tokens[child].deprel.endswith("relcl") or page.tokens[child].xpos == "VBN":
            yield "clause", child
    at, steps = token, 0
    while page.head(at) >= 0 and steps < 3:
        relation = page.tokens[at].deprel.partition(":")[0]
        if relation in ("obl", "nmod") and case(page, at) not in CONTENT:
            return
        at, steps = page.head(at), steps + 1
        if relation in ("obj", "nsubj", "obl", "nmod", "conj", "xcomp", "compound"):
            yield relation if page.tokens[at].upos == "VERB" else "noun", at
            if page.tokens[at].upos == "VERB":
                yield from _said_further(page, at, relation)
                return
        else:
            return


def _said_further(page: Page, verb: int, relation: str) -> Iterator[tuple[str, int]]:
    """What else is said of a subject or object: "took effect and *broke* down", "was found *inadmissible*"."""
    if relation == "nsubj":
        joined = (c for c in page.conjuncts(verb) if c > verb and page.child(c, "nsubj") is None)
        yield from (("nsubj", c) for c in joined if page.tokens[c].upos in ("VERB", "ADJ"))
    if relation in ("nsubj", "obj"):
        yield from (("attribute", c) for c in page.children(verb, "xcomp") if page.tokens[c].upos in ("ADJ", "NOUN"))


def status_words(page: Page, document: Document) -> Iterator[tuple[str, str, int]]:
    """(status, relation, token) for each governing word that gives a document a status."""
    for mention in document.mentions:
        for relation, token in governing(page, mention.head):
            for status in _statuses(page, token):
                turned = NEGATED.get(status, status) if negated(page, token) else status
                yield turned, relation, token


def _statuses(page: Page, token: int) -> tuple[str, ...]:
    """The statuses that a word gives, with its particle where that makes another word of it: "broke *down*"."""
    lemma = page.tokens[token].lemma.lower()
    beside = page.children(token, "compound:prt", "advmod", "obj", "obl")
    phrases = (f"{lemma} {page.words(token + 1, c + 1).lower()}" for c in beside if c > token)
    return next(filter(None, map(status_classes, phrases)), status_classes(lemma))


def dated(page: Page, dates: Dates, document: Document) -> Timex | None:
    """The first time expression in the clause that says what became of the document, but for what it foresees."""
    heads = {mention.head for mention in document.mentions}
    for _, _, token in status_words(page, document):
        own = dates.among(page.subtree(token, without=FORESEEN))
        whole = page.subtree(token, without=("ccomp", "parataxis"))
        others = [t for t in whole if page.tokens[t].deprel == "acl:relcl" and page.head(t) not in heads and t != token]
        told = dates.among(sorted(set(whole).difference(*map(page.subtree, others))))
        found = next((t for t in told if t in own or not is_after(t.value, page.report.day)), None)
        if found is not None:
            return found
    return None
