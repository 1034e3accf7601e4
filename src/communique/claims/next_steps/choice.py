"""Which of those who may be meant to take a step are meant."""

from collections.abc import Iterator, Sequence

from communique.claims.holders import FIRST_PERSON, Voices
from communique.claims.next_steps.actors import Actors, options, step_doers, told
from communique.claims.next_steps.candidates import Candidate
from communique.claims.scoring import LinearModel
from communique.lexicon.documents import document_classes
from communique.lexicon.people import further_agents, noun
from communique.lexicon.steps import modalities, step_kinds
from communique.model.claim import Claim
from communique.model.page import Page

CODE = 3
"""Letters in the code of a state."""
LAST_RANK = 6
MANY = 4


def chosen(
    page: Page, voices: Voices, candidate: Candidate, met: Sequence[Claim], model: LinearModel
) -> tuple[Actors, float]:
    """The likeliest of `options`, and how likely it is; those the sentence names go before all others.

    Where the sentence names them, half the doubt of the model is gone: it judges options one by one.
    """
    found = options(page, voices, candidate, met)
    likely = told(page, voices, candidate, found)
    scored = [(model.best(features)[1], who) for who, features in _described(page, voices, candidate, likely)]
    best, who = max(scored, key=lambda one: one[0])
    return who, (1 + best) / 2 if len(likely) < len(found) else best


def choices(
    page: Page, voices: Voices, candidate: Candidate, met: Sequence[Claim]
) -> list[tuple[Actors, tuple[str, ...]]]:
    """Every option with its features."""
    return _described(page, voices, candidate, options(page, voices, candidate, met))


def _described(
    page: Page, voices: Voices, candidate: Candidate, found: Sequence[Actors]
) -> list[tuple[Actors, tuple[str, ...]]]:
    setting = tuple(_setting(page, voices, candidate))
    moods = modalities(candidate.word) or ("none",)
    return [
        (who, tuple(sorted({*_named(voices, who), *_crossed(page, voices, candidate, who, (*setting, *moods))})))
        for who in found
    ]


def _setting(page: Page, voices: Voices, candidate: Candidate) -> Iterator[str]:
    """What is the same for every option of a candidate."""
    head = page.tokens[candidate.head]
    heads = step_doers(page, candidate)
    subject = page.tokens[heads[0]] if heads else None
    doing = bool(voices.holders(heads))
    yield f"doing={doing}"
    yield f"doing={doing}/{candidate.source}"
    yield f"subject={subject.upos if subject else 'none'}/{doing}"
    yield f"sort={_sort(page, heads)}/{doing}"
    yield f"first-person={subject is not None and subject.text.lower() in FIRST_PERSON}"
    yield f"spoken={voices.statement(candidate.head) is not None}/{doing}"
    yield f"kind={next(iter(step_kinds(head.lemma.lower())), 'action')}"
    yield f"passive={any(page.tokens[c].deprel == 'nsubj:pass' for c in page.children(candidate.head))}"
    yield f"rel={head.deprel.partition(':')[0]}"
    yield f"word={candidate.word}"
    yield from (f"{mood}/{doing}" for mood in modalities(candidate.word))


def _sort(page: Page, heads: Sequence[int]) -> str:
    """What the subject of a step is: a pronoun, a name, people, one of them or many, a meeting, a document, a thing."""
    if not heads:
        return "none"
    subject = page.tokens[heads[0]]
    lemma = subject.lemma.lower()
    if subject.upos != "NOUN":
        return subject.text.lower() if subject.upos == "PRON" else subject.upos
    if noun(subject.text) is not None or lemma in further_agents():
        return f"people {subject.xpos}"
    kinds = step_kinds(lemma)
    return kinds[0] if kinds else "document" if document_classes(lemma) else "thing"


def _named(voices: Voices, who: Actors) -> Iterator[str]:
    yield f"names={min(len(who.names), MANY)}"
    yield f"rank={_rank(voices, who)}"
    yield f"described={_is_described(who)}"
    yield f"state={any(len(name) == CODE and name.isupper() for name in who.names)}"


def _crossed(page: Page, voices: Voices, candidate: Candidate, who: Actors, setting: Sequence[str]) -> Iterator[str]:
    own = (f"rank={_rank(voices, who)}", f"names={min(len(who.names), MANY)}", f"described={_is_described(who)}")
    for way in who.ways:
        yield way
        yield from (f"{way}/{fact}" for fact in (*setting, *own))


def _rank(voices: Voices, who: Actors) -> int:
    return min((voices.rank(name) for name in who.names), default=LAST_RANK) if who.names else LAST_RANK


def _is_described(who: Actors) -> bool:
    return any(name[:1].islower() for name in who.names)
