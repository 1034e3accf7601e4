"""A brief as a document, apart from any form in which it leaves."""

from dataclasses import dataclass

from communique.model.rows import Stage


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line: `style` is "", strong or emphasis; `notes` are numbers of sources that stand behind it."""

    text: str
    style: str = ""
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One entry in one line; `entry` is the id of the fact."""

    entry: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A source by its number: what is said of the report, its address, and the outlet it has its words from ("")."""

    number: int
    report: str
    about: str
    url: str
    after: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief: heading, a line about it, sections, and the numbered sources."""

    title: str
    about: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]

    @property
    def entries(self) -> tuple[str, ...]:
        """The ids of the facts that it tells of, each once, in order."""
        return tuple(dict.fromkeys(line.entry for section in self.sections for line in section.lines))


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """Something whose status or date a later report gave otherwise: as it stood before a day, and as it stands."""

    id: str
    kind: str
    about: str
    before: Stage
    after: Stage
