"""The brief: what the record learnt since a day, every line numbered to its sources.

Nothing is written but headings, marks and the values and words of reports.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from communique.lexicon.countries import called
from communique.model.brief import Brief, ChangedRow, Line, Note, Piece, Section
from communique.model.labels import outlet_called, plainly
from communique.model.marks import changed_by, lost
from communique.model.rows import (
    DisputeRow,
    PositionRow,
    ProposalRow,
    SaidRow,
    StepRow,
    TimelineRow,
    Words,
)

LONGEST = 240
"""Characters of words quoted in one line."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The rows of a brief, `about` whom it is ("" for everybody), of how many `reports`, of which how many are `naming`
    them; `titles` gives the titles of reports by their ids.
    """

    about: str
    since: str
    until: str
    reports: int
    naming: int
    events: Sequence[TimelineRow]
    changed: Sequence[ChangedRow]
    said: Sequence[SaidRow]
    positions: Sequence[PositionRow]
    proposals: Sequence[ProposalRow]
    steps: Sequence[StepRow]
    disputes: Sequence[DisputeRow]
    titles: Callable[[Collection[str]], Mapping[str, str]]


@dataclass(slots=True)
class _Notes:
    """Numbers given to reports in the order in which lines first cite them."""

    numbers: dict[str, int] = field(default_factory=dict)
    first: dict[str, Words] = field(default_factory=dict)

    def cite(self, words: Iterable[Words]) -> Piece:
        """The numbers of the reports of these words, what people changed of their entries, and since when none of the
        words counts any more.
        """
        found, gone, changes = list[int](), list[list[str]](), dict[str, None]()
        for one in words:
            self.first.setdefault(one.report, one)
            found.append(self.numbers.setdefault(one.report, len(self.numbers) + 1))
            gone.append(lost(one)[:1])
            changes |= dict.fromkeys(changed_by(change, called) for change in one.changes)
        last = max((mark for marks in gone for mark in marks), key=lambda mark: mark[-10:], default="")
        marks = [*changes, *([last] if all(gone) and last else [])]
        return Piece("".join(f"[{mark}] " for mark in marks), notes=tuple(dict.fromkeys(found)))


def brief(contents: Contents) -> Brief:
    """The brief as a document."""
    notes = _Notes()
    span = f"{contents.since or 'the beginning'} to {contents.until}" if contents.until else "no reports"
    sections = (
        ("What is new", [_event(r, notes) for r in contents.events]),
        ("What changed", [_changed(r, notes) for r in contents.changed]),
        ("What is due", [_due(r, notes) for r in contents.steps]),
        ("What is contradicted", [_contradicted(r, notes) for r in contents.disputes]),
        ("Proposals", [_proposal(r, notes) for r in contents.proposals]),
        ("Where sides stand", [_position(r, notes) for r in contents.positions]),
        ("What was said", [_saying(r, notes) for r in contents.said]),
    )
    made = tuple(Section(title, tuple(lines)) for title, lines in sections if lines)
    return Brief(
        f"Brief{' on ' if contents.about else ''}{contents.about}: {span}",
        f"{contents.naming} of {contents.reports} reports." if contents.about else f"{contents.reports} reports.",
        made,
        _sources(notes, contents.titles),
    )


def _event(row: TimelineRow, notes: _Notes) -> Line:
    sides = f", {' – '.join(map(called, row.parties))}" if row.parties else ""
    people = f" ({_named(row.participants)})" if row.participants else ""
    place = f", {called(row.place)}" if row.place else ""
    disputed = (Piece(f"Disputed: {plainly(', '.join(row.disputes))}.", "emphasis"), Piece(" ")) if row.disputes else ()
    return Line(
        row.id,
        (
            Piece(row.when or "no date", "strong"),
            Piece(f" {plainly(row.status)}: {row.what}{sides}{people}{place}. "),
            *disputed,
            Piece(f"{_words(row.sources)} "),
            notes.cite(row.sources),
        ),
    )


def _changed(row: ChangedRow, notes: _Notes) -> Line:
    pieces = [Piece(_short(row.about), "strong"), Piece(": ")]
    for number, stage in enumerate((row.before, row.after)):
        when = f" for {stage.when}" if stage.when else ""
        told = f"{' → ' if number else ''}{plainly(stage.status)}{when} (told {stage.published[:10]}) "
        pieces += [Piece(f"{told}{_words([stage.words])} "), notes.cite([stage.words])]
    return Line(row.id, tuple(pieces))


def _due(row: StepRow, notes: _Notes) -> Line:
    who = f"{_named(row.who)}: " if row.who else ""
    told = f" {plainly(row.state)} ({plainly(row.modality)}): {who}{_short(row.what)} "
    return Line(row.id, (Piece(row.when or "no date", "strong"), Piece(told), notes.cite(row.sources)))


def _contradicted(row: DisputeRow, notes: _Notes) -> Line:
    pieces = [Piece(plainly(row.type), "strong"), Piece(f" ({plainly(row.state)}) of {_short(row.about)}: ")]
    for number, side in enumerate(row.sides):
        pieces += [Piece(f"{'; ' if number else ''}{_short(called(side.value))} "), notes.cite(side.sources)]
    return Line(row.id, tuple(pieces))


def _proposal(row: ProposalRow, notes: _Notes) -> Line:
    authors = f" ({_named(row.authors)})" if row.authors else ""
    pieces = [Piece(_short(row.name), "strong"), Piece(f"{authors}: ")]
    for number, stage in enumerate(row.life):
        pieces += [
            Piece(f"{' → ' if number else ''}{plainly(stage.status)} {stage.published[:10]} "),
            notes.cite([stage.words]),
        ]
    return Line(row.id, tuple(pieces) if row.life else (*pieces, notes.cite(row.sources)))


def _position(row: PositionRow, notes: _Notes) -> Line:
    by = f" ({called(row.by)})" if row.by and row.by != row.party else ""
    told = f"{by} {plainly(row.stance)}: “{_short(row.issue)}” "
    return Line(row.id, (Piece(called(row.party), "strong"), Piece(told), notes.cite(row.sources)))


def _saying(row: SaidRow, notes: _Notes) -> Line:
    content = _short(" … ".join(row.content))
    said = f"“{content}”" if row.mode == "direct" else content
    told = f", {row.published[:10]}: {said} "
    return Line(row.id, (Piece(called(row.speaker), "strong"), Piece(told), notes.cite(row.sources)))


def _named(names: Iterable[str]) -> str:
    return ", ".join(map(called, names))


def _words(sources: Sequence[Words]) -> str:
    return f"“{_short(sources[0].quote)}”" if sources else ""


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rsplit(" ", 1)[0] + " …"


def _sources(notes: _Notes, titles: Callable[[Collection[str]], Mapping[str, str]]) -> tuple[Note, ...]:
    found, titled = [], titles(notes.numbers)
    for report, number in notes.numbers.items():
        words = notes.first[report]
        parts = (outlet_called(words.outlet), words.published[:10], titled.get(report, ""))
        after = words.origin if words.relation in ("copy", "credit") else ""
        found.append(Note(number, report, ", ".join(p for p in parts if p), words.url, after))
    return tuple(found)
