"""What a scorer is told about a candidate position beside the others of its report."""

from collections.abc import Iterator, Sequence

from communique.claims.positions.candidates import POS, Candidate
from communique.lexicon.stances import strength
from communique.model.page import Page

WORDS = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})
MOST = 5
"""More candidates than this in one sentence are told as this many."""
ALIKE = 0.6
"""The share of the words of an issue that an earlier issue has when it was told before."""


def neighbours(page: Page, found: Sequence[Candidate]) -> list[tuple[str, ...]]:
    """The features of every candidate, in the same order: what governs it, what stands beside it, what was told."""
    beside: dict[tuple[int, str], list[Candidate]] = {}
    at = {candidate.trigger: candidate for candidate in reversed(found)}
    for one in found:
        beside.setdefault((page.sentence_of(one.trigger).first, one.holder.party[0]), []).append(one)
    told: dict[str, list[tuple[int, frozenset[str]]]] = {}
    features = []
    for one in found:
        sentence, party = page.sentence_of(one.trigger).first, one.holder.party[0]
        earlier = told.setdefault(party, [])
        own = _beside(page, one, beside[sentence, party])
        words = frozenset(page.tokens[t].lemma.lower() for t in page.tokens_in(one.issue) if page.tokens[t].upos in WORDS)
        before = any(s != sentence and words and len(words & o) >= ALIKE * len(words) for s, o in earlier)
        features.append((*own, *_governor(page, one, at), *(["told"] if before else [])))
        earlier.append((sentence, words))
    return features


def sureness(page: Page, candidate: Candidate) -> str:
    """How surely the word shows a stance: strong, fair, weak, or modal."""
    return strength(candidate.word, POS.get(page.tokens[candidate.trigger].upos, "")) or candidate.source


def _beside(page: Page, one: Candidate, others: Sequence[Candidate]) -> Iterator[str]:
    yield f"siblings={min(len(others), MOST)}"
    yield f"sibling-no={min(others.index(one), 3)}"
    if any(sureness(page, other) == "strong" for other in others if other is not one):
        yield "strong-sibling"
        yield f"strong-sibling/{sureness(page, one)}"


def _governor(page: Page, one: Candidate, at: dict[int, Candidate]) -> Iterator[str]:
    """The stance of the nearest word of stance that the word hangs on."""
    governor = next((at[a] for a in page.ancestors(one.trigger) if a in at), None)
    stance = governor.stance if governor is not None else "none"
    yield f"governor={stance}"
    yield f"governor={stance}/{sureness(page, one)}"
