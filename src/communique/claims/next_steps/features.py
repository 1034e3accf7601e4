"""What the scorer is told about a candidate step: names of features that hold."""

import itertools
from collections.abc import Iterator, Sequence

from communique.claims.clauses import conditional, modal, negated
from communique.claims.dates import Dates, is_ahead
from communique.claims.holders import FIRST_PERSON, Voices
from communique.claims.next_steps.actors import step_doers
from communique.claims.next_steps.candidates import Candidate
from communique.claims.next_steps.same import is_alike
from communique.claims.next_steps.words import content, governing, matter, neighbours, subject
from communique.lexicon.documents import document_classes
from communique.lexicon.steps import modalities, step_kinds
from communique.model.page import Page

OBJECTS = ("obj", "xcomp", "nsubj:pass", "obl", "nsubj")
UNDER = frozenset({"under", "by", "requires", "provides", "stipulates", "says", "envisages", "commits", "foresees"})
PAPERS = frozenset("accord agreement terms deal pact plan protocol text treaty arrangement memorandum roadmap".split())
"""A step "under the accord" is one that its parties undertook."""
HEDGES = frozenset(
    "perhaps probably possibly likely maybe tentatively provisionally if unless soon must provided conceivably "
    "eventually presumably definitely certainly".split()
)
NEAR = 3
"""Clauses above a step that may announce it."""
SHORT, LONG = 3, 15
"""Lengths of a phrase in tokens."""


def features(page: Page, voices: Voices, number: int, found: Sequence[Candidate]) -> list[str]:
    """The features of candidate `number` among all of its report; none names a country, a person or an outlet."""
    candidate = found[number]
    return sorted(
        {
            *_word(candidate),
            *_own_word(page, candidate),
            *_clause(page, voices, candidate),
            *_doer(page, voices, candidate),
            *_around(page, candidate),
            *_place(page, voices.dates, candidate),
            *_beside(number, found),
            *_again(number, found),
            *content(page, candidate),
            *neighbours(page, candidate),
            *subject(page, voices, candidate),
            *matter(page, candidate),
        }
    )


def modality_features(page: Page, voices: Voices, candidate: Candidate) -> list[str]:
    """What tells how firm a step is: the words that announce it, its date, its own kind, whose word it is."""
    told = (*_word(candidate), *_announced(page, voices, candidate), *_doer(page, voices, candidate))
    around = (*_around(page, candidate), *neighbours(page, candidate), *governing(page, candidate))
    return sorted({*told, *around, *_hedged(page, voices, candidate)})


def _hedged(page: Page, voices: Voices, candidate: Candidate) -> Iterator[str]:
    """Conditions and negation, how precise the date is, words of doubt, and is the step one under an accord?"""
    head, trigger = candidate.head, candidate.trigger
    when = candidate.when
    yield f"when={len(when.value) if when else 0}"
    yield f"when={len(when.value) if when else 0}/{candidate.word}"
    yield f"not={negated(page, head) or negated(page, trigger)}"
    yield f"if={conditional(page, head) or conditional(page, trigger)}"
    yield f"passive={page.child(head, 'nsubj:pass', 'aux:pass') is not None}"
    statement = voices.statement(head)
    yield f"said={statement.get('mode') if statement else 'no'}/{candidate.source}"
    sentence = page.sentence_of(head)
    words = set(page.tree.folded[sentence.first : sentence.last])
    yield f"under={bool(words & PAPERS) and bool(words & UNDER)}"
    yield from (f"near={word}" for word in words & HEDGES)


def _deed(page: Page, candidate: Candidate) -> list[str]:
    """The word of the step, and what that word is done to."""
    head = page.tokens[candidate.head]
    kinds = step_kinds(head.lemma.lower())
    inside = [page.tokens[c].lemma.lower() for c in page.children(candidate.head, *OBJECTS)]
    classes = [f"class={k}" for k in kinds] or ["class=action"]
    objects = [f"object={k}" for i in inside for k in (*step_kinds(i), *document_classes(i))]
    crossed = [f"{own}/{other}" for own in classes for other in objects]
    own = [f"classes={'+'.join(kinds)}", f"tag={head.upos}", f"lemma={head.lemma.lower()}"]
    told = [f"source={candidate.source}", f"dated={candidate.when is not None}"]
    return [*classes, *objects, *crossed, *own, *told]


def _announced(page: Page, voices: Voices, candidate: Candidate) -> Iterator[str]:
    """Words of the cue, the auxiliaries and the clauses above that say how firm a step is."""
    statement = voices.statement(candidate.head)
    for word in statement.get("cue").lower().split() if statement else ():
        yield f"cue={word}"
        yield from (f"cue={modality}" for modality in modalities(word))
    dated = candidate.when is not None
    for kind in step_kinds(page.tokens[candidate.head].lemma.lower()) or ("action",):
        yield f"kind={kind}"
        yield f"kind={kind}/{dated}"
    for child in page.children(candidate.trigger, "aux"):
        yield f"aux={page.tokens[child].text.lower()}"
    for above in itertools.islice(page.ancestors(candidate.head), NEAR):
        yield from (f"above={modality}" for modality in modalities(page.tokens[above].lemma.lower()))
    yield f"dated={dated}/{candidate.word}"


def _own_word(page: Page, candidate: Candidate) -> Iterator[str]:
    head = page.tokens[candidate.head]
    yield f"lemma-pos={head.upos}"
    yield from _deed(page, candidate)


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


def _doer(page: Page, voices: Voices, candidate: Candidate) -> Iterator[str]:
    heads = step_doers(page, candidate)
    holders = voices.holders(heads)
    subject = page.tokens[heads[0]] if heads else None
    yield f"doing={bool(holders)}/{candidate.source}"
    yield f"doing={bool(holders)}/{voices.statement(candidate.head) is not None}"
    yield f"doing={holders[0].how if holders else 'nobody'}"
    yield f"rank={min(voices.rank(holders[0].party[0]), 6) if holders else 'none'}"
    yield f"subject={subject.upos if subject else 'none'}"
    yield f"first-person={subject is not None and subject.text.lower() in FIRST_PERSON}"
    speaking = {h.party[0] for h in voices.speakers(candidate.head)}
    own = bool(holders) and holders[0].party[0] in speaking
    yield f"own={own}"
    yield f"own={own}/{candidate.word}"


def _around(page: Page, candidate: Candidate) -> Iterator[str]:
    """Auxiliaries, conjunctions and adverbs of the step and of the word that announces it."""
    trigger = page.tokens[candidate.trigger]
    for child in page.children(candidate.trigger, "aux"):
        yield f"aux={page.tokens[child].text.lower()}"
        yield f"aux={page.tokens[child].text.lower()}/{candidate.source}"
    for child in page.children(candidate.head, "mark", "advmod"):
        yield f"mark={page.tokens[child].text.lower()}"
    for child in page.children(candidate.trigger, "advmod"):
        yield f"trigger-mark={page.tokens[child].text.lower()}"
    yield f"told-past={trigger.xpos in ('VBD', 'VBN')}"
    yield f"depth={min(sum(1 for _ in page.ancestors(candidate.head)), 5)}"


def _beside(number: int, found: Sequence[Candidate]) -> Iterator[str]:
    """How many candidates its sentence and report have, and which of them it is."""
    candidate = found[number]
    same = [(n, other) for n, other in enumerate(found) if other.sentence == candidate.sentence]
    others = [other for n, other in same if n != number]
    yield f"in-sentence={min(len(same), 5)}"
    yield f"place-in-sentence={min([n for n, _ in same].index(number), 4)}"
    yield f"outer={any(other.what.covers(candidate.what) for other in others)}"
    yield f"inner={any(candidate.what.covers(other.what) for other in others)}"
    yield f"in-report={min(len(found) // 8, 5)}"
    yield f"nested={candidate.nested}/{candidate.source}"


def _again(number: int, found: Sequence[Candidate]) -> Iterator[str]:
    """Is the same told before, or after?"""
    own = found[number].wording
    yield f"told-before={any(is_alike(own, other.wording) for other in found[:number])}"
    yield f"told-after={any(is_alike(own, other.wording) for other in found[number + 1 :])}"


def _place(page: Page, dates: Dates, candidate: Candidate) -> Iterator[str]:
    sentence = page.sentence_of(candidate.head)
    yield f"role={sentence.role}"
    share = sentence.start / max(1, len(page.report.text))
    yield f"place={'start' if share < 0.2 else 'end' if share > 0.7 else 'middle'}"
    times = dates.among(range(sentence.first, sentence.last))
    if times and not any(is_ahead(t.value, page.report.day) for t in times):
        yield "past-time"
    if "?" in page.tree.folded[sentence.first : sentence.last]:
        yield "question"
    past = [t for t in range(sentence.first, candidate.head) if page.tokens[t].xpos == "VBD"]
    yield f"after-past={bool(past)}"
    yield f"after-past={bool(past)}/{candidate.word}"
