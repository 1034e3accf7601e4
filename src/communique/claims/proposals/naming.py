"""The name, authors, date and status words of a document."""

from collections.abc import Iterator

from communique.claims.clauses import case, doers, negated, owners
from communique.claims.dates import Dates
from communique.claims.holders import Voices
from communique.claims.proposals.grouping import Document
from communique.claims.proposals.mentions import Mention
from communique.lexicon.documents import status_classes
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.reading import Timex

AUTHORING = frozenset(
    "adopt agree announce broker circulate conclude craft cut declare draft draw float forge ink issue make negotiate "
    "offer outline pitch present propose publish put reach seal settle sign strike submit suggest table unveil".split()
)
TELLING = 3
"""So many words tell a document apart; more make its name no better."""
BETWEEN = frozenset({"between", "with", "by", "among", "from"})


def full_name(page: Page, document: Document) -> Mention:
    """The mention that names the document best: a proper name, with words that tell it apart, most like the others."""
    return max(document.mentions, key=lambda m: (_weight(page, m, document), -m.head))


def _weight(page: Page, mention: Mention, document: Document) -> float:
    body = page.sentence_of(mention.head).role != "title"
    likeness = sum(_likeness(page, mention, other) for other in document.mentions) / len(document.mentions)
    return min(len(mention.words), TELLING) + _is_proper(page, mention) + 0.5 * body + 2 * likeness


def _likeness(page: Page, one: Mention, other: Mention) -> float:
    """The share of words two names have in common (Dice's coefficient)."""
    left, right = (set(page.text(m.name).casefold().split()) for m in (one, other))
    return 2 * len(left & right) / (len(left) + len(right))


def _is_proper(page: Page, mention: Mention) -> bool:
    return page.tokens[mention.head].upos == "PROPN"


def authors(page: Page, voices: Voices, document: Document) -> list[Field]:
    """Whose document it is: possessors, "between A and B", the subjects of verbs of proposing and agreeing."""
    for mention in document.mentions:
        heads = [*owners(page, mention.head), *_joined(page, mention.head), *_subjects(page, mention.head)]
        found = voices.holders(heads)
        if found:
            return list({h.party[0]: h.party for h in found}.values())[:8]
    return []


def _joined(page: Page, token: int) -> list[int]:
    return [c for d in page.children(token, "nmod", "obl") if case(page, d) in BETWEEN for c in page.conjuncts(d)]


def _subjects(page: Page, token: int) -> list[int]:
    verb = page.head(token)
    if verb < 0 or page.tokens[verb].lemma.lower() not in AUTHORING:
        return []
    relation = page.tokens[token].deprel
    return doers(page, verb) if relation in ("obj", "obl", "nsubj:pass") else []


def governing(page: Page, token: int) -> Iterator[tuple[str, int]]:
    """The verbs and nouns that say what became of a mention: relation and token number."""
    for child in page.children(token, "amod", "acl"):
        if page.tokens[child].xpos in ("VBN", "VBD", "VBG"):
            yield "participle", child
    at, steps = token, 0
    while page.head(at) >= 0 and steps < 3:
        relation = page.tokens[at].deprel.partition(":")[0]
        at, steps = page.head(at), steps + 1
        if relation in ("obj", "nsubj", "obl", "nmod", "conj", "xcomp", "compound"):
            yield relation if page.tokens[at].upos == "VERB" else "noun", at
            if page.tokens[at].upos == "VERB":
                return
        else:
            return


def status_words(page: Page, document: Document) -> Iterator[tuple[str, str, int]]:
    """(status, relation, token) for each governing word that gives a document a status."""
    for mention in document.mentions:
        for relation, token in governing(page, mention.head):
            lemma = page.tokens[token].lemma.lower()
            for status in status_classes(lemma):
                yield (
                    ("rejected" if status in ("agreed", "signed") and negated(page, token) else status),
                    relation,
                    token,
                )


def dated(page: Page, dates: Dates, document: Document) -> Timex | None:
    """The first time expression in the clause that says what became of the document."""
    for _, _, token in status_words(page, document):
        found = dates.among(page.subtree(token, without=("ccomp", "parataxis")))
        if found:
            return found[0]
    return None
