"""What the words in, beside and above a candidate step, and those of its subject and report, tell the scorers."""

from collections.abc import Iterator

from communique.claims.clauses import modal, negated
from communique.claims.diplomacy import is_diplomatic
from communique.claims.holders import Voices
from communique.claims.next_steps.actors import step_doers
from communique.claims.next_steps.candidates import Candidate
from communique.lexicon.documents import document_classes
from communique.lexicon.people import further_agents, noun
from communique.lexicon.stances import stances
from communique.lexicon.steps import step_kinds
from communique.lexicon.tables import word_list
from communique.model.page import Page

TELLING = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
NAMES = frozenset({"PROPN", "NUM"})
"""Words of these are told by their part of speech alone."""
MOST, FEW = 5, 3


def content(page: Page, candidate: Candidate) -> Iterator[str]:
    """The lemmas of the phrase; names are left out."""
    tokens = page.tokens_in(candidate.what)
    told = (t for t in tokens if page.tokens[t].upos in TELLING and page.name_at(t) is None)
    yield from (f"has={page.tokens[t].lemma.lower()}" for t in told)


def neighbours(page: Page, candidate: Candidate) -> Iterator[str]:
    """The words before and behind the word that announces the step, and before and behind its own."""
    around = {"before": -1, "behind": 1}
    for at, token in (("trigger", candidate.trigger), ("head", candidate.head)):
        for side, step in around.items():
            if 0 <= token + step < len(page.tokens):
                word = page.tokens[token + step]
                yield f"{side}-{at}={word.upos if word.upos in NAMES else word.lemma.lower()}"


def subject(page: Page, voices: Voices, candidate: Candidate) -> Iterator[str]:
    """What who takes the step is called, with which articles, and how many they are."""
    heads = step_doers(page, candidate)
    yield f"sort={sort(page, heads)}"
    if not heads:
        return
    head, holders = page.tokens[heads[0]], voices.holders(heads)
    yield f"subject-tag={head.xpos}"
    yield f"subject-word={head.lemma.lower() if head.upos == 'NOUN' else head.upos}"
    yield f"subject-det={'+'.join(page.tokens[d].text.lower() for d in page.children(heads[0], 'det'))}"
    yield f"holders={min(len(holders), FEW)}"
    yield f"holder-person={bool(holders) and holders[0].person is not None}"


def sort(page: Page, heads: list[int]) -> str:
    """What the subject of a step is: a pronoun, a name, people, one of them or many, a meeting, a document, a thing."""
    if not heads:
        return "none"
    head = page.tokens[heads[0]]
    lemma = head.lemma.lower()
    if head.upos != "NOUN":
        return head.text.lower() if head.upos == "PRON" else head.upos
    if noun(head.text) is not None or lemma in further_agents():
        return f"people {head.xpos}"
    kinds = step_kinds(lemma)
    return kinds[0] if kinds else "document" if document_classes(lemma) else "thing"


def matter(page: Page, candidate: Candidate) -> Iterator[str]:
    """Is the report about dealings between sides, and how many words of its sentence are?"""
    sentence = page.sentence_of(candidate.head)
    lemmas = (page.tokens[t].lemma.lower() for t in range(sentence.first, sentence.last))
    yield f"diplomatic={is_diplomatic(page)}"
    yield f"dealings={min(sum(lemma in word_list('dealings') for lemma in lemmas), MOST)}"


def governing(page: Page, candidate: Candidate) -> Iterator[str]:
    """The way up the tree, the verb above, and the words that open the clauses around the step."""
    above = list(page.ancestors(candidate.head))
    way = [page.tokens[t].deprel.partition(":")[0] for t in (candidate.head, *above)]
    yield from (f"way={'>'.join(way[:deep])}" for deep in (2, 3))
    over = page.head(candidate.trigger)
    yield f"over={page.tokens[over].lemma.lower() if over >= 0 else 'none'}"
    verb = next((t for t in page.ancestors(candidate.trigger) if page.tokens[t].upos in ("VERB", "AUX")), None)
    if verb is not None:
        token = page.tokens[verb]
        yield f"verb={token.lemma.lower()}"
        yield f"verb-tag={token.xpos}"
        yield f"verb-modal={modal(page, verb)}"
        yield f"verb-not={negated(page, verb)}"
        yield from (f"verb-stance={stance}" for stance in stances(token.lemma.lower(), "verb"))
    marks = (page.tokens[m].text.lower() for t in (candidate.head, *above) for m in page.children(t, "mark"))
    yield from (f"under={mark}" for mark in dict.fromkeys(marks))
