"""The grammar of time expressions: rules over the classes of words, longest match first.

A pattern is a regular expression whose words in capitals are classes of `scan` or of `MACROS`: `MON DAY YEAR?`.
Blanks only separate. Groups are read by name. A rule turns what it found into a `Sense`, or declines with None.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from communique.language.times.context import Context
from communique.language.times.scan import Piece, Scan, codes
from communique.language.times.sense import Sense
from communique.lexicon.tables import REMEMBERED

MACROS = {
    "MON": "(?:MONTH|MAYBE_MONTH)",
    "DAY": "(?:DAYNUM|ORDINAL)",
    "ANYDAY": "(?:DAYNUM|ORDINAL|ORDINAL_WORD)",
    "WDAY": "(?:WEEKDAY|SHORT_DAY)",
    "LINK": "(?:HYPHEN|DASH|TO|AND)",
    "ROUGHLY": "(?:APPROX|OVER|MORE THAN|LESS THAN|NO MORE THAN|NO LESS THAN|AT LEAST|UP TO|AS FEW AS|AS LONG AS)",
    "NUMERAL": "(?:NUMBER|DAYNUM|NUMWORD(?:(?:HYPHEN|AND)? (?:NUMWORD|HUNDREDS))*)",
    "ANYUNIT": "(?:UNIT|UNITS|QUARTER_WORD)",
    "COMING_WORD": "(?:NEXT|COMING|FOLLOWING)",
    "BACK_WORD": "(?:LAST|PAST|PREVIOUS)",
    "ONEUNIT": "(?:UNIT|QUARTER_WORD)",
    "POINT": "(?:THIS|LAST|NEXT|COMING|PAST)",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule: pieces `first` to `last` (half-open) of a scan, and its groups."""

    scan: Scan
    first: int
    last: int
    match: re.Match[str]

    def pieces(self, group: str) -> tuple[Piece, ...]:
        """The pieces of a group, none when it is absent."""
        if not self.has(group):
            return ()
        start, end = self.match.span(group)
        return self.scan.pieces[start:end]

    def has(self, group: str) -> bool:
        """True when the pattern has the group and it took part."""
        return group in self.match.re.groupindex and self.match.start(group) >= 0

    def value(self, group: str) -> str:
        """The value of the first piece of a group, or ""."""
        return self.scan.pieces[self.match.start(group)].value if self.has(group) else ""

    def number(self, group: str, default: int = 0) -> int:
        """The digits at the beginning of `value` as a number."""
        digits = re.match(r"-?\d+", self.value(group))
        return int(digits[0]) if digits else default

    def piece(self, offset: int) -> Piece | None:
        """The piece `offset` places after the match (0 the first after), or before it (-1 the last before)."""
        at = self.last + offset if offset >= 0 else self.first + offset
        return self.scan.pieces[at] if 0 <= at < len(self.scan.pieces) else None

    def near(self, offset: int) -> str:
        """The class of `piece(offset)`, or ""."""
        piece = self.piece(offset)
        return piece.kind if piece else ""

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.scan.pieces[self.first].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.scan.pieces[self.last - 1].end

    @property
    def text(self) -> str:
        """The words matched."""
        return self.scan.text[self.start : self.end]


Resolve = Callable[[Found, Context], Sense | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern over classes with the function that resolves it."""

    name: str
    pattern: str
    resolve: Resolve = field(compare=False)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern over classes as a regular expression over their letters."""
    while True:
        wider = re.sub(r"[A-Z][A-Z_]+", lambda m: MACROS.get(m[0], m[0]), pattern)
        if wider == pattern:
            break
        pattern = wider
    letters = codes()
    written = re.sub(r"[A-Z][A-Z_]+", lambda m: letters[m[0]], pattern)
    return re.compile(written.replace(" ", ""))


_RUN = re.compile(r"[^. ]{1,200}")


class Grammar:
    """Rules in order; only runs of named classes that hold a class of `triggers` are tried."""

    def __init__(self, rules: tuple[Rule, ...], triggers: frozenset[str]) -> None:
        self._rules = rules
        self._patterns = [compiled(rule.pattern) for rule in rules]
        self._wanted = frozenset(codes()[name] for name in triggers)
        self._fitting = lru_cache(REMEMBERED)(self._find_fitting)

    def matches(self, scan: Scan) -> Iterator[list[tuple[Found, Rule]]]:
        """For each place where something matches, left to right, what matches there: longest first, then by rule."""
        for run in _RUN.finditer(scan.codes):
            found = [
                (Found(scan, match.start(), match.end(), match), number)
                for number in self._fitting(run[0])
                for match in self._patterns[number].finditer(scan.codes, run.start(), run.end())
            ]
            found.sort(key=lambda f: (f[0].first, -f[0].last, f[1]))
            by_start: dict[int, list[tuple[Found, Rule]]] = {}
            for one, number in found:
                by_start.setdefault(one.first, []).append((one, self._rules[number]))
            yield from by_start.values()

    def _find_fitting(self, run: str) -> tuple[int, ...]:
        """The rules that match somewhere in a run: few, and the same runs come again and again ("last WEEKDAY")."""
        if self._wanted.isdisjoint(run):
            return ()
        return tuple(number for number, pattern in enumerate(self._patterns) if pattern.search(run))
