"""Who takes part in a meeting, so that two reports can be compared: a state, a group within it, or a body.

Reports name the side that faces a government as they please: by its name, or as "the rebels" or "the Syrian
opposition". A group that is only described can be any group of its state.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from communique.lexicon.bodies import SIDES, body_of
from communique.lexicon.countries import code_of, countries
from communique.lexicon.tables import bare, key

DESCRIBED = frozenset(
    "opposition rebels rebel guerrillas guerrilla insurgents insurgent militants militant fighters militia separatists "
    "guerillas opponents dissidents insurgency rebellion".split()
)
"""Nouns for a group that fights or opposes a government."""

ANY = "*"


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """A side by the code of its state, if it has one, and the group within it: "" for the state itself, `ANY` for a
    group that is only described, else the entity's id. A body of many states has no state.
    """

    state: str
    group: str = ""

    @property
    def block(self) -> str:
        """What sides that can be the same share."""
        return self.state or self.group


def side(name: str, id: str, country: str = "") -> Side:
    """The side that an entity (its usual name, id and state) takes part as."""
    if name in countries():
        return Side(name)
    state, described = described_group(name)
    if described:
        return Side(state, ANY) if state else Side("", f"{ANY}{ANY}")
    body = body_of(name)
    if body and body.kind in SIDES and body.country:
        return Side(body.country, id)
    return Side(country) if country else Side("", id)


def opposing(sides: Iterable[Side], names: Iterable[str]) -> Iterator[Side]:
    """Who is only called "the opposition" or "the rebels" beside one state: a group of that state."""
    states = {s.state for s in sides if s.state and not s.group}
    if len(states) == 1 and any(described_group(name) == ("", True) for name in names):
        yield Side(next(iter(states)), ANY)


@lru_cache(maxsize=65536)
def described_group(name: str) -> tuple[str, bool]:
    """The state of a group that is only described ("Salvadoran rebels": SLV), and whether it is one."""
    words = key(bare(name)).split()
    if not words or words[-1] not in DESCRIBED:
        return "", False
    before = bare(name).split()[:-1]
    return next((code for i in range(len(before)) if (code := code_of(" ".join(before[i:])))), ""), True


def shared(left: Iterable[Side], right: Iterable[Side]) -> int:
    """How many sides two meetings have in common; a described group counts for any named one of its state."""
    a, b = set(left), set(right)
    both = a & b
    return len(both) + _described(a - both, b - both) + _described(b - both, a - both)


def _described(left: set[Side], right: set[Side]) -> int:
    named = {s.state for s in right if s.group and s.group != ANY}
    return sum(s.group == ANY and s.state in named for s in left)
