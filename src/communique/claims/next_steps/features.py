"""What the scorer is told about a candidate step: names of features that hold."""

from collections.abc import Iterator

from communique.claims.clauses import conditional, modal, negated
from communique.claims.dates import Dates, is_ahead
from communique.claims.holders import FIRST_PERSON, Voices
from communique.claims.next_steps.actors import Actors
from communique.claims.next_steps.candidates import Candidate
from communique.lexicon.documents import document_classes
from communique.lexicon.steps import modalities, step_kinds
from communique.model.page import Page

SHORT, LONG = 3, 15
"""Lengths of a phrase in tokens."""


def features(page: Page, voices: Voices, candidate: Candidate, who: Actors) -> list[str]:
    """The features of one candidate; none names a country, a person or an outlet."""
    return sorted(
        {
            *_word(candidate),
            *kind_features(page, candidate),
            *_clause(page, voices, candidate),
            *_who(page, voices, candidate, who),
            *_place(page, voices.dates, candidate),
        }
    )


def modality_features(page: Page, voices: Voices, candidate: Candidate) -> list[str]:
    """What tells how firm a step is: the word that announces it, and its date."""
    return sorted({*_word(candidate), *_clause(page, voices, candidate)})


def kind_features(page: Page, candidate: Candidate) -> list[str]:
    """What tells the kind of a step: its own word."""
    lemma = page.tokens[candidate.head].lemma.lower()
    found = [f"lemma={lemma}", f"lemma-pos={page.tokens[candidate.head].upos}"]
    found += [f"class={k}" for k in (*step_kinds(lemma), *document_classes(lemma))] or ["class=action"]
    inside = [page.tokens[c].lemma.lower() for c in page.children(candidate.head, "obj", "xcomp", "nsubj:pass", "obl")]
    found += [f"object-class={k}" for i in inside for k in (*step_kinds(i), *document_classes(i))]
    return found


def _word(candidate: Candidate) -> Iterator[str]:
    yield f"source={candidate.source}"
    yield f"word={candidate.word}"
    yield f"word={candidate.word}/{candidate.source}"
    for modality in modalities(candidate.word):
        yield f"modality={modality}"
        yield f"modality={modality}/{candidate.source}"
    yield f"dated={candidate.when is not None}"
    yield f"dated={candidate.when is not None}/{candidate.source}"


def _clause(page: Page, voices: Voices, candidate: Candidate) -> Iterator[str]:
    head, trigger = page.tokens[candidate.head], page.tokens[candidate.trigger]
    yield f"tag={head.xpos}"
    yield f"trigger-tag={trigger.xpos}"
    yield f"trigger-tag={trigger.xpos}/{candidate.source}"
    yield f"rel={head.deprel}"
    yield f"modal={modal(page, candidate.head)}"
    yield f"not={negated(page, candidate.head) or negated(page, candidate.trigger)}"
    yield f"if={conditional(page, candidate.head)}"
    statement = voices.statement(candidate.head)
    yield f"said={statement.get('mode') if statement else 'no'}"
    yield f"said={statement.get('mode') if statement else 'no'}/{candidate.word}"
    length = len(page.tokens_in(candidate.what))
    yield f"length={'short' if length < SHORT else 'long' if length > LONG else 'middle'}"
    above = [page.tokens[a].deprel.partition(":")[0] for a in page.ancestors(candidate.head)]
    yield f"relative={'acl' in above or head.deprel == 'acl:relcl'}"
    yield f"under-if={any(_marked_if(page, a) for a in (candidate.head, *page.ancestors(candidate.head)))}"


def _marked_if(page: Page, token: int) -> bool:
    return any(page.tokens[c].text.lower() in ("if", "unless", "whether") for c in page.children(token, "mark"))


def _who(page: Page, voices: Voices, candidate: Candidate, who: Actors) -> Iterator[str]:
    yield f"how={who.how}"
    yield f"how={who.how}/{candidate.source}"
    yield f"how={who.how}/{candidate.word}"
    ranks = [voices.rank(value) for value, _ in who.named]
    yield f"rank={min([*ranks, 6])}"
    subject = next((page.tokens[t] for _, span in who.named for t in page.tokens_in(span)), None)
    yield f"first-person={subject is not None and subject.text.lower() in FIRST_PERSON}"
    yield f"nested={candidate.nested}"
    yield f"nested={candidate.nested}/{candidate.source}"


def _place(page: Page, dates: Dates, candidate: Candidate) -> Iterator[str]:
    sentence = page.sentence_of(candidate.head)
    yield f"role={sentence.role}"
    share = sentence.start / max(1, len(page.report.text))
    yield f"place={'start' if share < 0.2 else 'end' if share > 0.7 else 'middle'}"
    times = dates.among(range(sentence.first, sentence.last))
    if times and not any(is_ahead(t.value, page.report.day) for t in times):
        yield "past-time"
    if any(page.tokens[t].text == "?" for t in range(sentence.first, sentence.last)):
        yield "question"
    past = [t for t in range(sentence.first, candidate.head) if page.tokens[t].xpos == "VBD"]
    yield f"after-past={bool(past)}"
    yield f"after-past={bool(past)}/{candidate.word}"
