"""What an expression of time is resolved against: publication, tense, and what the text has named so far."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from communique.language.times.sense import Stretch

RECENT = 100
"""How many of the last places named an anchor is looked for in."""


@dataclass(frozen=True, slots=True)
class Direction:
    """Whether the clause looks back or ahead: "past", "future" or "" (either), with the words that say so.

    `firm` is false where only the absence of signs of the future speaks for the past.
    """

    value: str
    why: str
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Mention:
    """A place on the calendar that the text named: which, where it ends, and in which sentence."""

    stretch: Stretch
    end: int
    sentence: int


@dataclass(slots=True)
class Context:
    """The reading of one text so far; `mentions` and `years` grow as expressions are resolved in order.

    `direction` tells the tense at a code point of the text. `years` and `weekdays` hold the year of a month and day,
    and the day of a weekday, that the text made plain once. `sentence` gives a code point's sentence number.
    """

    published: date
    direction: Callable[[int, int], Direction]
    sentence: Callable[[int], int]
    years: dict[tuple[int, int], int] = field(default_factory=dict)
    weekdays: dict[int, date] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)

    def anchor(self, at: int, *grains: str, within: int = 3) -> Stretch | None:
        """The nearest place named before `at`, at most `within` sentences back, of the given grains if any."""
        here = self.sentence(at)
        for mention in reversed(self.mentions[-RECENT:]):
            if here - mention.sentence > within:
                return None
            if mention.end <= at and (not grains or mention.stretch.grain in grains):
                return mention.stretch
        return None

    def quarter(self, at: int) -> Stretch | None:
        """The nearest quarter named before `at`, anywhere in the text, that had begun by publication."""
        near = self.mentions[-RECENT:]
        named = (m.stretch for m in reversed(near) if m.end <= at and m.stretch.grain == "quarter")
        return next((s for s in named if s.first <= self.published), None)
