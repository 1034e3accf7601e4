"""Is a report about dealings between states or armed sides at all? Business, sport and home affairs are not.

Either a few plain signs say so, or the words of the report taken together, weighed by a linear model that
`python -m training.dealings` makes (`weights/dealings.json`).
"""

from collections.abc import Sequence
from functools import cache

from communique.claims.scoring import load
from communique.lexicon.countries import code_of
from communique.lexicon.tables import lines, word_list
from communique.model.page import Page, once

ENOUGH = 2
"""So many different signs make a report one about dealings between sides."""

SHORT, LONG = 45, 100
"""In a text of fewer words one sign is enough, and of so many words all words together may make up for signs."""

LIKELY, SURE = 0.6, 0.9
"""How likely all words together must make it where one sign is left and no two states are named, and where none is left
over those that speak against it.
"""

DENSITY = 0.005
"""So large a share of a report's words at least are words of diplomacy."""

LEAD = 150
"""The title and first paragraphs of a report, in words."""

MODEL = "dealings"
TOPICAL = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
EARLY = 80
"""So many content words make the beginning of a report."""
STATES = 4
"""More states than that say no more."""
SHORTEST, LENGTHS = 40, 5
"""Lengths of reports are told apart by doublings of so many words, and so many of them."""


@once
def is_diplomatic(page: Page) -> bool:
    """True for a report with signs of diplomacy and conflict, several and dense ones or words that together say so.

    Words of sport, culture, business, science and weather speak against it, one sign each; a short text needs no more
    than one sign that is left. The fewer are left, the surer the words of the report together must be.
    """
    told = signs(page)
    found = told - len(word_list("elsewhere") & frozenset(page.tree.folded))
    if len(page.tokens) < SHORT and found >= 1:
        return True
    if found == 1 and len(_states(page)) > 1:
        return is_told(page)
    if found < ENOUGH:
        least = LIKELY if found == 1 else SURE
        return len(page.tokens) >= LONG and told > 0 and is_told(page, least)
    return are_dense(page) or is_told(page)


def are_dense(page: Page) -> bool:
    """True where signs come often enough for the length of a report, and one of them early: news tells first what it
    is about. A single visit in a long report on something else makes no report on dealings between sides.
    """
    texts = page.tree.folded
    hits = sum(text in words() for text in texts) + _phrases(texts)
    return hits >= DENSITY * len(texts) and bool(signs(page, LEAD))


def is_told(page: Page, least: float | None = None) -> bool:
    """True where all words of a report, weighed together, tell of dealings between sides, at least so likely."""
    model = load(MODEL)
    return model.best(features(page))[1] >= (model.threshold if least is None else least)


def features(page: Page, last: int | None = None) -> list[str]:
    """What the words of a report tell of its matter, with `last` those of its first tokens alone; none is a name."""
    tokens = page.tokens[:last]
    named = {n for name in page.reading.names for n in range(name.first, name.last)}
    content = [t.lemma.casefold() for n, t in enumerate(tokens) if n not in named and t.upos in TOPICAL]
    told = {f"word={w}" for w in content if w in topical()}
    states = _states(page, last)
    return sorted(
        {
            *told,
            *(f"early={w}" for w in content[:EARLY] if w in topical()),
            *(f"states>={n}" for n in range(1, min(len(states), STATES) + 1)),
            f"length={min(LENGTHS, (len(tokens) // SHORTEST).bit_length())}",
        }
    )


@cache
def topical() -> frozenset[str]:
    """Lemmas that tell what a report is about, dealings between sides or anything else."""
    return word_list("dealings") | word_list("elsewhere")


def signs(page: Page, last: int | None = None) -> int:
    """How many different words and phrases of diplomacy a report has; two states or more are another.

    With `last` only its first so many tokens count.
    """
    texts = page.tree.folded[:last]
    return len(words() & frozenset(texts)) + _phrases(texts) + (len(_states(page, last)) > 1)


def _states(page: Page, last: int | None = None) -> set[str]:
    """The states that are named before token `last`."""
    end = len(page.tokens) if last is None else last
    return {code for name in page.reading.names if name.first < end and (code := code_of(name.text))}


def _phrases(texts: Sequence[str]) -> int:
    """How many of the phrases stand there."""
    known = _phrases_by_first()
    begun = ((n, p) for n, text in enumerate(texts) if text in known for p in known[text])
    return len({p for n, p in begun if tuple(texts[n : n + len(p)]) == p})


def words() -> frozenset[str]:
    """Words of diplomacy and conflict."""
    return word_list("diplomacy")


@cache
def _phrases_by_first() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of `lexicon/data/diplomacy_phrases.txt`, each as its words, by the first of them."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in lines("diplomacy_phrases.txt"):
        phrase = tuple(line.split())
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found
