"""The value of one mention of a meeting: a trigger with all that its clause says."""

from dataclasses import dataclass

from communique.claims.meetings.actors import Actor
from communique.claims.meetings.company import Company
from communique.claims.meetings.ranking import Seat
from communique.claims.meetings.triggers import Trigger
from communique.model.claim import Field
from communique.model.reading import Sentence
from communique.model.span import Span


@dataclass(frozen=True, slots=True)
class Words:
    """What the words around a trigger say without regard to names; `beside` marks a journey before or after another
    contact, `reported` what somebody is told of at one.
    """

    definite: bool
    apart: frozenset[str]
    pair: bool
    partnered: bool
    indefinite: bool
    none: bool
    beside: bool
    reported: bool


@dataclass(frozen=True, slots=True)
class Encounter:
    """A trigger with its arguments.

    `start` is where the trigger stands, `company` what the model decides, `ruled` what syntax alone says; `seats`,
    `places` and `times` are all that the sentence names, with likelihoods; `inherited` marks sides that were taken over
    from elsewhere in the report; `task` marks talks that somebody is sent to; `telling` is how likely the mention tells
    of a contact that deserves an entry.
    """

    trigger: Trigger
    start: int
    company: Company
    ruled: Company
    status: str
    place: Field | None
    when: Field | None
    topic: Field | None
    round: Field | None
    words: Words
    sentence: Sentence
    seats: tuple[Seat, ...] = ()
    places: tuple[tuple[float, Field], ...] = ()
    times: tuple[tuple[float, Field], ...] = ()
    inherited: bool = False
    task: bool = False
    telling: float = 1.0

    @property
    def definite(self) -> bool:
        """True with "the", "this", or an owner."""
        return self.words.definite

    @property
    def apart(self) -> frozenset[str]:
        """Words that set the meeting off from another ("second", "next")."""
        return self.words.apart

    @property
    def pair(self) -> bool:
        """True where a plural without a name stands for the sides."""
        return self.words.pair

    @property
    def anaphoric(self) -> bool:
        """True for a noun that takes its meeting as known: "the talks", and no other side, no "next" or "second"."""
        return not self.trigger.verbal and not self.words.partnered and not self.words.apart

    @property
    def format(self) -> str:
        """The format by the trigger alone."""
        return self.trigger.format

    @property
    def people(self) -> frozenset[str]:
        """Names of the people who take part."""
        return frozenset(a.name for a in self.company.sides if a.person)

    @property
    def parties(self) -> frozenset[str]:
        """The sides that take part, those of people included."""
        return self.company.parties

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Those who take part, as mentioned."""
        return self.company.sides

    @property
    def evidence(self) -> Span:
        """The sentence of the trigger."""
        return self.sentence.span
