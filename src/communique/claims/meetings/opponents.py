"""Peace talks are of a state at war with its own and of those who stand against it, whoever else is named beside."""

from collections import Counter
from collections.abc import Iterator, Sequence

from communique.claims.meetings.actors import Actor, is_state, side_of
from communique.claims.meetings.encounter import Encounter
from communique.claims.meetings.folding import Meeting
from communique.claims.meetings.table import Table, lead, named, placed
from communique.lexicon.bodies import is_organization, is_shunned
from communique.model.page import Page, once

OPPOSED = frozenset({"opposition", "rebels", "opponents", "insurgents", "guerrillas", "separatists"})
"""What those who stand against a state are called who have no name."""

POLITICAL = "opposition"
"""The word for those of them who sit at tables."""

PEACE = frozenset({"peace", "indirect", "proximity", "ceasefire", "truce", "reconciliation"})
"""Words before talks that are of two sides at war."""

ORGANS = frozenset({"government", "regime", "opposition", "rebel", "peace", "talks", "talk", "ceasefire"})
"""Nouns after the name of a state that is at war with its own: "the Ruritanian government"."""

WARS = frozenset({"war", "conflict", "crisis"})
"""Nouns with such a state before or after them: "the war in Ruritania"."""


def belligerents(table: Table, meeting: Meeting, sides: Sequence[Actor], *, mediated: bool) -> list[Actor]:
    """The sides of a meeting; those of peace talks are the state at war and its opponents, and no other state.

    `mediated` talks are peace talks whatever they are called.
    """
    is_peace = any(_is_of_peace(table.page, e) for e in meeting)
    if not are_talks(table.page, meeting) or not (mediated or is_peace) or _are_of_states(meeting):
        return list(sides)
    home = _at_home(table.page, sides, mediated=mediated)
    others = [a for a in sides if a.party in named(meeting) and _may_oppose(a)]
    other = opponent(table)
    others = others or ([other] if other is not None else [])
    others = others or [a for a in sides if a != home and a.party in placed(meeting)]
    return [home, *others] if home is not None else list(sides)


def are_talks(page: Page, meeting: Meeting) -> bool:
    """True for talks by name, as they may be between sides at war, not for "spoke with"."""
    best = lead(meeting)
    is_named = best.format == "talks" and not best.trigger.verbal
    return is_named or any(not e.trigger.verbal and _is_of_peace(page, e) for e in meeting)


def opponent(table: Table) -> Actor | None:
    """The movement that the report's words most often place in a contact, else the opposition without a name."""
    counts: Counter[str] = Counter()
    first: dict[str, Actor] = {}
    for actor in (a for m in table.meetings for e in m for a in e.ruled.sides if _may_oppose(a)):
        counts[actor.party] += 1
        first.setdefault(actor.party, actor.side)
    nameless = _nameless(table.page)
    known = nameless.name if nameless is not None else ""
    best = max(counts, key=lambda party: (counts[party], party == known), default="")
    return first[best] if best else nameless


def _may_oppose(actor: Actor) -> bool:
    party = actor.party
    return bool(party) and not is_state(party) and not is_organization(party) and not is_shunned(party)


def _is_of_peace(page: Page, encounter: Encounter) -> bool:
    """True for "peace talks", "indirect negotiations"."""
    before = (c for head in encounter.trigger.heads for c in page.children(head, "compound", "amod"))
    return any(page.tree.folded[c] in PEACE for c in before)


def _are_of_states(meeting: Meeting) -> bool:
    """True where the mention that says most is of two states by its words: "talks between Ruritania and Graustark"."""
    best = lead(meeting)
    return best.ruled.partnered and len({a.party for a in best.ruled.sides if is_state(a.party)}) > 1


def _at_home(page: Page, sides: Sequence[Actor], *, mediated: bool) -> Actor | None:
    """Among the sides the state at war, or the only state where somebody mediates."""
    states = [a for a in sides if is_state(a.party)]
    home = next((a for a in states if a.party == _state_at_war(page)), None)
    return states[0] if home is None and mediated and len(states) == 1 else home


@once
def _state_at_war(page: Page) -> str:
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
    return max(counts, key=lambda state: counts[state], default="")


@once
def _nameless(page: Page) -> Actor | None:
    """The opponents as the report calls them by a word alone: "the opposition", else the word it uses most."""
    counts = Counter(page.tree.folded[t] for t in _opposed(page))
    word = POLITICAL if counts[POLITICAL] else max(counts, key=lambda w: counts[w], default="")
    token = next((t for t in _opposed(page) if page.tree.folded[t] == word), None)
    if token is None:
        return None
    span = page.span(token, token + 1)
    return Actor(span, page.text(span), page.text(span), False)


def _opposed(page: Page) -> Iterator[int]:
    return (n for n, word in enumerate(page.tree.folded) if word in OPPOSED and page.tokens[n].upos == "NOUN")
