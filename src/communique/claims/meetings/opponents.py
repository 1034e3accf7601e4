"""Who stands against a state in the conflict that a report's peace talks are about: a movement, or "the opposition"."""

from collections import Counter
from collections.abc import Iterator, Sequence

from communique.claims.meetings.actors import Actor, is_state, side_of
from communique.claims.meetings.encounter import Encounter
from communique.claims.meetings.thirds import is_organization
from communique.lexicon.encounters import nouns
from communique.model.page import Page, once

OPPOSED = frozenset({"opposition", "rebels", "opponents", "insurgents", "guerrillas", "separatists"})
"""What those who stand against a state are called who have no name."""

OFTEN = 1
"""Opponents without a name are mentioned at least so many times."""

PEACE = frozenset({"peace", "indirect", "proximity", "ceasefire", "truce", "reconciliation"})
"""Words before talks that are of two sides at war."""


def opponent(page: Page, encounters: Sequence[Encounter]) -> Actor | None:
    """The movement that the report's words most often place in a contact, else the opposition without a name."""
    placed: Counter[str] = Counter()
    first: dict[str, Actor] = {}
    for actor in (a for e in encounters for a in e.ruled.sides):
        if actor.party and not is_state(actor.party) and not is_organization(actor.party):
            placed[actor.party] += 1
            first.setdefault(actor.party, Actor(actor.span, actor.party, actor.party, False))
    nameless = _nameless(page)
    best = max(placed, key=lambda p: (placed[p], nameless is not None and nameless.name == p), default="")
    return first[best] if best else nameless


@once
def _nameless(page: Page) -> Actor | None:
    """The opponents that the report names most often by a word alone."""
    found = list(_opposed(page))
    counts = Counter(page.tree.folded[t] for t in found)
    word = "opposition" if counts["opposition"] >= OFTEN else max(counts, key=lambda w: counts[w], default="")
    if counts[word] < OFTEN:
        return None
    token = next(t for t in found if page.tree.folded[t] == word)
    span = page.span(token, token + 1)
    return Actor(span, page.text(span), page.text(span), False)


def _opposed(page: Page) -> Iterator[int]:
    return (n for n, word in enumerate(page.tree.folded) if word in OPPOSED and page.tokens[n].upos == "NOUN")


ORGANS = frozenset({"government", "regime", "opposition", "rebel", "peace", "talks", "talk", "ceasefire"})
WARS = frozenset({"war", "conflict", "crisis"})
"""Nouns that a state at war with its own is named with: "Syrian government", "war in Syria"."""


@once
def at_war(page: Page) -> str:
    """The state that the report most often names with a government, its opponents, or a war, or ""."""
    counts: Counter[str] = Counter()
    for number, token in enumerate(page.tokens):
        lemma = token.lemma.casefold()
        if lemma not in ORGANS | WARS:
            continue
        for child in page.children(number, "compound", "amod", "nmod"):
            referent = page.referent_of_head(child)
            is_near = lemma in WARS or child < number
            if is_near and referent is not None and is_state(side_of(referent)):
                counts[side_of(referent)] += 1
    return counts.most_common(1)[0][0] if counts else ""


def is_of_peace(page: Page, encounter: Encounter) -> bool:
    """True for "peace talks", "indirect negotiations", which are between sides at war."""
    return any(page.tree.folded[c] in PEACE for h in encounter.trigger.heads for c in page.children(h, "compound", "amod"))
