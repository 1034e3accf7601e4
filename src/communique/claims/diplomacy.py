"""Is a report about dealings between states or armed sides at all? Business, sport and home affairs are not."""

from collections.abc import Sequence
from functools import cache

from communique.lexicon.countries import code_of
from communique.lexicon.tables import lines
from communique.model.page import Page, once

ENOUGH = 2
"""So many different signs make a report one about dealings between sides."""

SHORT = 45
"""In a text of fewer words two states together are enough."""

DENSITY = 0.005
"""So large a share of a report's words at least are words of diplomacy."""

LEAD = 150
"""The title and first paragraphs of a report, in words."""


@once
def is_diplomatic(page: Page) -> bool:
    """True for a report with several different words of diplomacy and conflict, more than one state counting as one.

    They must come often enough for its length, and one of them early: news tells first what it is about. A single
    visit in a long report on something else makes no report on dealings between sides. Words of sport, culture,
    business, science and weather speak against it, one sign each.
    """
    texts = page.tree.folded
    found = signs(page) - len(_listed("elsewhere") & frozenset(texts))
    if found < 1:
        return False
    if len(texts) < SHORT:
        return True
    hits = sum(text in words() for text in texts) + _phrases(texts)
    return found >= ENOUGH and hits >= DENSITY * len(texts) and bool(signs(page, LEAD))


def signs(page: Page, last: int | None = None) -> int:
    """How many different words and phrases of diplomacy a report has; two states or more are another.

    With `last` only its first so many tokens count.
    """
    texts = page.tree.folded[:last]
    singles = len(words() & frozenset(texts))
    states = {code for n in page.reading.names if n.first < len(texts) and (code := code_of(n.text))}
    return singles + _phrases(texts) + (len(states) > 1)


def _phrases(texts: Sequence[str]) -> int:
    """How many of the phrases stand there."""
    known = _phrases_by_first()
    begun = ((n, p) for n, text in enumerate(texts) if text in known for p in known[text])
    return len({p for n, p in begun if tuple(texts[n : n + len(p)]) == p})


def words() -> frozenset[str]:
    """Words of diplomacy and conflict."""
    return _listed("diplomacy")


@cache
def _listed(name: str) -> frozenset[str]:
    """The words of `lexicon/data/<name>.txt`."""
    return frozenset(lines(f"{name}.txt"))


@cache
def _phrases_by_first() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of `lexicon/data/diplomacy_phrases.txt`, each as its words, by the first of them."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in lines("diplomacy_phrases.txt"):
        phrase = tuple(line.split())
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found
