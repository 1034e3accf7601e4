"""Is a report about dealings between states or armed sides at all? Business, sport and home affairs are not."""

from functools import cache
from importlib.resources import files

from communique.lexicon.countries import code_of
from communique.model.page import Page, once

ENOUGH = 2
"""So many different signs make a report one about dealings between sides."""

SHORT = 45
"""In a text of fewer words two states together are enough."""

PHRASES = (
    ("foreign", "minister"),
    ("foreign", "ministry"),
    ("foreign", "ministers"),
    ("foreign", "secretary"),
    ("secretary", "of", "state"),
    ("united", "nations"),
    ("security", "council"),
    ("human", "rights"),
    ("free", "trade"),
    ("trade", "deal"),
    ("trade", "talks"),
    ("state", "visit"),
)

_STARTING = {first: tuple(p for p in PHRASES if p[0] == first) for first, *_ in PHRASES}


@once
def is_diplomatic(page: Page) -> bool:
    """True for a report with several different words of diplomacy and conflict, more than one state counting as one."""
    return signs(page) >= ENOUGH or (len(page.tokens) < SHORT and bool(signs(page)))


def signs(page: Page) -> int:
    """How many different words and phrases of diplomacy a report has; two states or more are another."""
    texts = [t.text.casefold() for t in page.tokens]
    singles = len(words() & frozenset(texts))
    phrases = len({p for n, text in enumerate(texts) for p in _STARTING.get(text, ()) if texts[n : n + len(p)] == [*p]})
    states = {code for name in page.reading.names if (code := code_of(name.text))}
    return singles + phrases + (len(states) > 1)


@cache
def words() -> frozenset[str]:
    """Words of `lexicon/data/diplomacy.txt`."""
    data = files("communique.lexicon").joinpath("data", "diplomacy.txt")
    return frozenset(data.read_text(encoding="utf-8").split())
