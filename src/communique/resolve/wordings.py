"""Where reports of one thing give other numbers, or other words between quotation marks."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from communique.model.fact import Fact
from communique.resolve.words import SPELLED, content, normalised

ALIKE = 0.5
"""Share of content words from which two passages tell of the same, so that their numbers can contradict each other."""

_NUMBERED = re.compile(
    rf"\b(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(SPELLED)})(?: (?P<scale>hundred|thousand|million|billion))?"
    r"(?:-| )(?:[a-z]+ )?(?P<thing>[a-z]{3,}s|percent|point)\b",
    re.IGNORECASE,
)
_TIMES = frozenset("days weeks months years hours minutes times others sides ways".split())
"""Things that reports count in passing: a length of time is a matter of the dates."""


def numbers(fact: Fact) -> Mapping[str, list[int]]:
    """Numbers of one thing that contradict each other, as written, each with the sources that give it.

    Two passages are compared when they share most of their words otherwise; of several things the first that differs.
    """
    by_thing: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, source in enumerate(fact.sources):
        for thing, amount in _counted(source.quote) if source.stands else ():
            by_thing[thing][amount].append(number)
    for thing in sorted(by_thing):
        amounts = by_thing[thing]
        if len(amounts) > 1 and _tell_the_same(fact, list(amounts.values())):
            return {f"{amount} {thing}": given for amount, given in amounts.items()}
    return {}


def _counted(text: str) -> Iterator[tuple[str, str]]:
    for found in _NUMBERED.finditer(text):
        thing = found["thing"].casefold()
        if thing not in _TIMES:
            amount = found["number"].replace(",", "").casefold()
            plain = str(SPELLED.index(amount) + 1) if amount in SPELLED else amount
            yield thing, f"{plain} {found['scale']}".strip() if found["scale"] else plain


def _tell_the_same(fact: Fact, sides: Sequence[Sequence[int]]) -> bool:
    """True when every side has a passage that shares most of its words with one of another side, of another origin."""
    return all(
        any(_alike(fact, a, b) for other in sides if other is not side for a in side for b in other) for side in sides
    )


def _alike(fact: Fact, left: int, right: int) -> bool:
    a, b = fact.sources[left], fact.sources[right]
    if a.origin == b.origin:
        return False
    mine, theirs = (frozenset(w for w in content(s.quote) if not w.isdigit()) for s in (a, b))
    return bool(mine and theirs) and len(mine & theirs) >= ALIKE * min(len(mine), len(theirs))


def quotations(fact: Fact) -> Mapping[str, list[int]]:
    """Wordings of one direct quotation of which none holds the other, each with the sources that give it."""
    direct = {n for v in fact.values if v.role == "mode" and v.value == "direct" for n in v.given}
    said: dict[int, list[str]] = defaultdict(list)
    for value in fact.values:
        for number in sorted(set(value.given) & direct) if value.role == "content" else ():
            said[number].append(value.value)
    plain = {number: tuple(normalised(part) for part in parts) for number, parts in said.items()}
    apart: dict[str, list[int]] = defaultdict(list)
    for number in sorted(said):
        if any(not _nested(plain[number], plain[other]) for other in said):
            apart[" … ".join(said[number])].append(number)
    return apart


def _nested(left: Sequence[str], right: Sequence[str]) -> bool:
    """True when the parts of one quotation all stand in the other, or share nothing that could differ."""
    a, b = " ".join(left), " ".join(right)
    return all(part in b for part in left) or all(part in a for part in right)
