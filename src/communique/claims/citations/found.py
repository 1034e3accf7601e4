"""A source as found, and the sources that are the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from communique.lexicon.tables import key
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.span import Span

_COUNTS = frozenset("one two three four five six".split())
_ANOTHER = frozenset({"a", "an", "one", "another"})
"""Before a source that is not the one told of before in other words."""
_SMALL = frozenset(
    "a an the one two three four five six several some many few another other our its his her their of".split()
)


@dataclass(frozen=True, slots=True)
class Source:
    """One source: what is cited, its kind, who spoke there, and how far its word can be held to somebody.

    `grade` is on_record, anonymous, or relayed (an outlet that passes on what others said).
    """

    cited: Field
    kind: str
    by: Field | None
    grade: str
    evidence: Span
    rule: str


def distinct(sources: Iterable[Source]) -> list[Source]:
    """Each source once: the fuller name of two for one, the speaker where one of the two has none."""
    kept: list[Source] = []
    for source in sources:
        twin = next((k for k in kept if _same(k, source)), None)
        if twin is None:
            kept.append(source)
        elif len(source.cited[0]) > len(twin.cited[0]) or (source.by is not None and twin.by is None):
            kept[kept.index(twin)] = source
    return kept


def _same(left: Source, right: Source) -> bool:
    if left.cited[1] == right.cited[1]:
        return True
    if left.kind != right.kind and "interview" in (left.kind, right.kind):
        return False
    if left.by is not None and right.by is not None and key(left.by[0]) != key(right.by[0]):
        return False
    if left.kind == right.kind == "anonymous_source" and _numbers(left.cited[0]) != _numbers(right.cited[0]):
        return False
    one, other = _words(left.cited[0]), _words(right.cited[0])
    if left.kind == "anonymous_source" and right.cited[0].split()[0].casefold() in _ANOTHER:
        return one == other
    return bool(one and other) and (one <= other or other <= one)


def _numbers(name: str) -> frozenset[str]:
    """The words that say how many: "two officials" are not "three European officials"."""
    return frozenset(w for w in key(name).split() if w in _COUNTS)


def _words(name: str) -> frozenset[str]:
    return frozenset(w for w in key(name).split() if w not in _SMALL)


def clause(page: Page, place: Span) -> Span:
    """The sentence around a place, as evidence."""
    sentence = page.sentence_at(place.start)
    return sentence.span if sentence else place
