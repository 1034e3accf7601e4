"""What a scorer is told about a candidate position beside the others of its report."""

from collections import Counter
from collections.abc import Iterator, Sequence

from communique.claims.positions.candidate import Candidate
from communique.claims.positions.senses import POS
from communique.lexicon.stances import strength
from communique.model.page import Page
from communique.model.span import Span

WORDS = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})
OFTEN = 4
MOST = 5
"""More candidates than this in one sentence are told as this many."""
ALIKE = 0.6
"""The share of the words of an issue that an earlier issue has when it was told before."""
SAME, FEWEST = 0.8, 2
"""The share of the words of the shorter of two issues that tell the same, and so many words at least."""


def neighbours(page: Page, found: Sequence[Candidate]) -> list[tuple[str, ...]]:
    """The features of every candidate, in the same order: what governs it, what stands beside it, what was told."""
    beside: dict[tuple[int, str], list[Candidate]] = {}
    at = {candidate.trigger: candidate for candidate in reversed(found)}
    for one in found:
        beside.setdefault((page.sentence_of(one.trigger).first, one.holder.party[0]), []).append(one)
    issues = [_content(page, one.issue) for one in found]
    retold, words = _retold(page, found, issues), _words(page)
    return [
        (
            *_beside(page, one, beside[page.sentence_of(one.trigger).first, one.holder.party[0]]),
            *_governor(page, one, at),
            *retold[number],
            *_topic(issues[number], words),
        )
        for number, one in enumerate(found)
    ]


def _words(page: Page) -> tuple[frozenset[str], frozenset[str]]:
    """The content words of the title, and those that the report has often."""
    counts: Counter[str] = Counter()
    title = set()
    for sentence in page.sentences:
        told = [t.lemma.lower() for t in page.tokens[sentence.first : sentence.last] if t.upos in WORDS]
        counts.update(told)
        if sentence.role == "title":
            title.update(told)
    return frozenset(title), frozenset(word for word, count in counts.items() if count >= OFTEN)


def _content(page: Page, issue: Span) -> frozenset[str]:
    tokens = (page.tokens[t] for t in page.tokens_in(issue))
    return frozenset(t.lemma.lower() for t in tokens if t.upos in WORDS)


def _topic(told: frozenset[str], words: tuple[frozenset[str], frozenset[str]]) -> Iterator[str]:
    """How far an issue, by its content words, is what the report is about."""
    for name, known in zip(("title", "often"), words, strict=True):
        yield f"{name}-words={min(len(told & known), 3)}"


def _retold(page: Page, found: Sequence[Candidate], issues: Sequence[frozenset[str]]) -> list[list[str]]:
    """For each candidate, whether another sentence before or after tells nearly the same of the same party."""
    by_party: dict[str, list[int]] = {}
    for number, one in enumerate(found):
        by_party.setdefault(one.holder.party[0], []).append(number)
    sentences = [page.sentence_of(one.trigger) for one in found]
    features: list[list[str]] = [[] for _ in found]
    for numbers in by_party.values():
        for n in numbers:
            alike = [m for m in numbers if sentences[m] is not sentences[n] and _alike(issues[n], issues[m])]
            if any(m < n for m in alike):
                features[n].append("told")
            if any(m > n for m in alike):
                features[n] += ["retold", f"retold/{sentences[n].role}"]
    return features


def retells(page: Page, one: Span, other: Span) -> bool:
    """True for two issues told in nearly the same words."""
    first, second = _content(page, one), _content(page, other)
    return len(first & second) >= max(FEWEST, SAME * min(len(first), len(second)))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and len(one & other) >= ALIKE * len(one)


def sureness(page: Page, candidate: Candidate) -> str:
    """How surely the word shows a stance: strong, fair, weak, or modal."""
    here = POS.get(page.tokens[candidate.trigger].upos, "")
    further = ("judgment", "verb") if candidate.source == "lexical" else ()
    return next(filter(None, (strength(candidate.word, pos) for pos in (here, *further))), candidate.source)


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
    if governor is not None:
        same = governor.holder.party[0] == one.holder.party[0]
        yield f"governor={stance}/same={same}"
        yield f"governed={one.stance}/{stance}/same={same}"
