"""Where a meeting is said to be: by the place read from a report, and by the words that support it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.lexicon.cities import is_town, state_of_place
from communique.lexicon.countries import code_of, countries
from communique.lexicon.tables import bare, key
from communique.model.claim import Argument
from communique.model.evidence import Evidence

_NAME = r"[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,2}"
_IN = re.compile(rf"\b(?:in|at|near|IN|AT|NEAR)\s+(?:the\s+|THE\s+)?({_NAME})")
_TALKS = re.compile(rf"\b({_NAME})\s+(?i:peace\s+)?(?i:talks|meeting|summit|conference|round|hotel)\b")
_CAPITAL = re.compile(r"\b([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s+capital\b")


@dataclass(frozen=True, slots=True)
class Place:
    """Towns (keys) and states (codes) where something is said to be.

    `firm` when a report gives them as its place, not only in words near by or before its text begins ("BEIRUT -"): a
    dateline tells where the reporter is.
    """

    towns: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    firm: bool = False


def where(written: Argument | None, evidence: Sequence[Evidence]) -> Place:
    """The place of a claim, with those that its words name."""
    given = set(_of(written.value)) if written else set()
    near = {found for passage in evidence for name in _named(passage.quote) for found in _of(name)}
    known = given | near
    return Place(
        frozenset(name for name, is_state in known if not is_state),
        frozenset(name for name, is_state in known if is_state),
        bool(given) and not _is_dateline(written, evidence),
    )


def _is_dateline(written: Argument | None, evidence: Sequence[Evidence]) -> bool:
    """True for a town in capitals at the very head of a passage that is not all in capitals."""
    if written is None or not written.evidence.quote.isupper():
        return False
    return any(not e.quote.isupper() and 0 <= written.evidence.span.start - e.span.start < 40 for e in evidence)


def _of(name: str) -> Iterator[tuple[str, bool]]:
    plain, state = bare(name).strip(" ,;."), state_of_place(name)
    if state:
        yield state, True
    if is_town(name) or not state:
        yield key(plain), False


def _named(text: str) -> Iterator[str]:
    """Known places after "in" or before "talks", and a state's capital."""
    for found in (*_IN.finditer(text), *_TALKS.finditer(text)):
        words = found[1].split()
        name = next((n for i in range(len(words), 0, -1) if state_of_place(n := " ".join(words[:i]))), "")
        if name:
            yield name
    for found in _CAPITAL.finditer(text):
        code = code_of(found[1])
        if code and countries()[code].capitals:
            yield countries()[code].capitals[0]
