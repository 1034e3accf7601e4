"""Which of those who may be meant to take a step are meant."""

from collections.abc import Iterator, Sequence

from communique.claims.holders import FIRST_PERSON, Voices
from communique.claims.next_steps.actors import Actors, options, step_doers, told
from communique.claims.next_steps.candidates import Candidate
from communique.claims.next_steps.words import sort
from communique.claims.scoring import LinearModel
from communique.lexicon.steps import modalities, step_kinds
from communique.model.claim import Claim
from communique.model.page import Page
from communique.model.span import Span

CODE = 3
"""Letters in the code of a state."""
LAST_RANK = 6
UNRANKED = 99
"""The rank of what is never mentioned by its name."""
MANY, FEW = 4, 3


def chosen(
    page: Page, voices: Voices, candidate: Candidate, met: Sequence[Claim], model: LinearModel
) -> tuple[Actors, float]:
    """The likeliest of `options`, and how likely it is; those the sentence names go before all others.

    Where the sentence names them, half the doubt of the model is gone: it judges options one by one.
    """
    found = options(page, voices, candidate, met)
    likely = told(page, voices, candidate, found)
    scored = [(model.best(features)[1], who) for who, features in described(page, voices, candidate, likely)]
    best, who = max(scored, key=lambda one: one[0])
    return who, (1 + best) / 2 if len(likely) < len(found) else best


def described(
    page: Page, voices: Voices, candidate: Candidate, found: Sequence[Actors]
) -> list[tuple[Actors, tuple[str, ...]]]:
    """Options with their features."""
    setting = tuple(_setting(page, voices, candidate))
    moods = modalities(candidate.word) or ("none",)
    sentence = page.sentence_of(candidate.head).span
    here, inside = _names_in(page, voices, sentence), _names_in(page, voices, candidate.what)
    return [
        (who, tuple(sorted({*own, *_crossed(who, (*setting, *moods), own)})))
        for who in found
        for own in [[*_named(voices, who), *_told(who, here, inside)]]
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
    yield f"sort={sort(page, heads)}/{doing}"
    yield f"first-person={subject is not None and subject.text.lower() in FIRST_PERSON}"
    yield f"spoken={voices.statement(candidate.head) is not None}/{doing}"
    yield f"kind={next(iter(step_kinds(head.lemma.lower())), 'action')}"
    yield f"passive={any(page.tokens[c].deprel == 'nsubj:pass' for c in page.children(candidate.head))}"
    yield f"rel={head.deprel.partition(':')[0]}"
    yield f"word={candidate.word}"
    yield from (f"{mood}/{doing}" for mood in modalities(candidate.word))


def _named(voices: Voices, who: Actors) -> Iterator[str]:
    ranks = sorted(rank for rank in map(voices.rank, who.names) if rank < UNRANKED)
    yield f"names={min(len(who.names), MANY)}"
    yield f"rank={_rank(voices, who)}"
    yield f"ranks={'+'.join(str(min(rank, FEW)) for rank in ranks[:FEW])}"
    yield f"described={_is_described(who)}"
    yield f"states={min(sum(len(name) == CODE and name.isupper() for name in who.names), FEW)}"


def _told(who: Actors, here: frozenset[str], inside: frozenset[str]) -> Iterator[str]:
    """Does the sentence name them, all or some, and the words of the step?"""
    told = here.intersection(who.names)
    yield f"here={'all' if len(told) == len(set(who.names)) else 'some' if told else 'none'}"
    yield f"inside={bool(inside.intersection(who.names))}"


def _names_in(page: Page, voices: Voices, span: Span) -> frozenset[str]:
    """The parties and persons that are named, or meant by a pronoun, in a passage."""
    holders = [h for mention, _ in page.mentions_in(span) for h in voices.holders([mention.head])]
    return frozenset(name for h in holders for name, _ in (h.party, *((h.person,) if h.person else ())))


def _crossed(who: Actors, setting: Sequence[str], own: Sequence[str]) -> Iterator[str]:
    for way in who.ways:
        yield way
        yield from (f"{way}/{fact}" for fact in (*setting, *own))


def _rank(voices: Voices, who: Actors) -> int:
    return min((voices.rank(name) for name in who.names), default=LAST_RANK) if who.names else LAST_RANK


def _is_described(who: Actors) -> bool:
    return any(name[:1].islower() for name in who.names)
