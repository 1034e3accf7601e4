"""What an explanation consists of: plain values, written as JSON field by field.

Offsets are code points of `Report.text`, half-open.
"""

from dataclasses import dataclass

from communique.model.problem import Problem

READ, NOTHING, SKIPPED, FAILED = "read", "nothing", "skipped", "failed"
"""What became of a sentence: it yields entries or is part of one, was read without yielding any, was left out, or a
stage that should have read it failed.
"""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the report and where they stand."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A value of an entry with the words it was read from."""

    role: str
    value: str
    words: Passage


@dataclass(frozen=True, slots=True)
class Weight:
    """What a feature adds to the log-odds of an entry; below 0 it speaks against one."""

    feature: str
    weight: float


@dataclass(frozen=True, slots=True)
class Weighing:
    """How a linear model judged a candidate: its score, the score that an entry needs, and what decided."""

    model: str
    score: float
    threshold: float
    weights: tuple[Weight, ...]

    @property
    def speaks_for(self) -> list[Weight]:
        """What raises the score, the weightiest first."""
        return [w for w in self.weights if w.weight > 0]

    @property
    def speaks_against(self) -> list[Weight]:
        """What lowers the score, the weightiest first."""
        return [w for w in self.weights if w.weight < 0]


@dataclass(frozen=True, slots=True)
class Told:
    """An entry, or a candidate for one with the reason why it is none; `weighing` for kinds that a model scores."""

    kind: str
    id: str
    summary: str
    made_by: str
    score: float
    fields: tuple[Field, ...]
    weighing: Weighing | None = None
    rejected: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """An entry of another sentence that takes values of `roles` from this one."""

    kind: str
    id: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """A word that begins a rule (a cue of saying, a word of meeting, a time) but made no entry of `kind`, and why."""

    kind: str
    words: Passage
    why: str


@dataclass(frozen=True, slots=True)
class Referring:
    """A name or other mention: its form and kind, what it refers to ("" for nothing known), and why."""

    words: Passage
    form: str
    kind: str
    referent: str
    country: str
    why: str


@dataclass(frozen=True, slots=True)
class Timed:
    """A time expression: its value ("" where it has no place on the calendar), other readings, and the rule with its
    anchor or direction.
    """

    words: Passage
    type: str
    value: str
    others: tuple[str, ...]
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an attribution, its relation in the syntax, and whether it stands inside quotation marks."""

    part: str
    words: Passage
    relation: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Attributed:
    """Somebody said something: source, cue and content, and the head or rule that found them."""

    mode: str
    made_by: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """The reading of one sentence that the rules for entries rest on."""

    mentions: tuple[Referring, ...]
    times: tuple[Timed, ...]
    attributions: tuple[Attributed, ...]


@dataclass(frozen=True, slots=True)
class SentenceAccount:
    """One sentence, numbered from 1, and what became of it: `status` is one of read, nothing, skipped, failed.

    `entries` are those whose evidence stands in it, `parts` those that only take a value from it.
    """

    number: int
    words: Passage
    role: str
    status: str
    reason: str
    entries: tuple[Told, ...] = ()
    parts: tuple[Part, ...] = ()
    rejected: tuple[Told, ...] = ()
    signs: tuple[Sign, ...] = ()
    behind: Behind | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """A report, every sentence of it exactly once; `notes` say what holds for all of them."""

    report: str
    id: str
    published: str
    outlet: str
    url: str
    title: str
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]
    sentences: tuple[SentenceAccount, ...]

    def count(self, status: str) -> int:
        """How many sentences have that status."""
        return sum(s.status == status for s in self.sentences)
