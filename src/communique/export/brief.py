"""The brief: what the record learnt since a day, in Markdown, every line numbered to its sources.

Nothing is written but headings, marks and the values and words of reports.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

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
    """The rows of a brief; `titles` gives a report's title by its id."""

    since: str
    until: str
    reports: int
    events: Sequence[TimelineRow]
    said: Sequence[SaidRow]
    positions: Sequence[PositionRow]
    proposals: Sequence[ProposalRow]
    steps: Sequence[StepRow]
    disputes: Sequence[DisputeRow]
    titles: Callable[[str], str]


@dataclass(slots=True)
class _Notes:
    """Numbers given to reports in the order in which lines first cite them."""

    numbers: dict[str, int] = field(default_factory=dict)
    first: dict[str, Words] = field(default_factory=dict)

    def cite(self, words: Iterable[Words]) -> str:
        """`[1][3]` for the reports of these words."""
        found = []
        for one in words:
            self.first.setdefault(one.report, one)
            found.append(self.numbers.setdefault(one.report, len(self.numbers) + 1))
        return "".join(f"[{n}]" for n in dict.fromkeys(found))


def markdown(contents: Contents) -> str:
    """The brief as one Markdown text that ends with a line break."""
    notes = _Notes()
    span = f"{contents.since or 'the beginning'} to {contents.until}" if contents.until else "no reports"
    lines = [f"# Brief: {span}", "", f"{contents.reports} reports.", ""]
    sections = (
        ("What happened", [_event(r, notes) for r in contents.events]),
        ("What is due", [_due(r, notes) for r in contents.steps]),
        ("What is contradicted", [_contradicted(r, notes) for r in contents.disputes]),
        ("Proposals", [_proposal(r, notes) for r in contents.proposals]),
        ("Where sides stand", [_position(r, notes) for r in contents.positions]),
        ("What was said", [_saying(r, notes) for r in contents.said]),
    )
    for title, entries in sections:
        if entries:
            lines += [f"## {title}", "", *entries, ""]
    return "\n".join([*lines, *_sources(notes, contents.titles)]).rstrip() + "\n"


def _event(row: TimelineRow, notes: _Notes) -> str:
    who = " – ".join(row.parties)
    people = f" ({', '.join(row.participants)})" if row.participants else ""
    place = f", {row.place}" if row.place else ""
    disputed = f" *Disputed: {', '.join(row.disputes)}.*" if row.disputes else ""
    return (
        f"- **{row.when or 'no date'}** {row.status}: {row.what}, {who}{people}{place}.{disputed} "
        f"{_words(row.sources)} {notes.cite(row.sources)}"
    )


def _due(row: StepRow, notes: _Notes) -> str:
    who = f"{', '.join(row.who)}: " if row.who else ""
    return (
        f"- **{row.when or 'no date'}** {row.state} ({row.modality}): {who}{_short(row.what)} {notes.cite(row.sources)}"
    )


def _contradicted(row: DisputeRow, notes: _Notes) -> str:
    sides = "; ".join(f"{_short(side.value)} {notes.cite(side.sources)}" for side in row.sides)
    return f"- **{row.type}** ({row.state}) of {_short(row.about)}: {sides}"


def _proposal(row: ProposalRow, notes: _Notes) -> str:
    authors = f" ({', '.join(row.authors)})" if row.authors else ""
    life = " → ".join(f"{stage.status} {stage.published[:10]} {notes.cite([stage.words])}" for stage in row.life)
    return f"- **{_short(row.name)}**{authors}: {life or notes.cite(row.sources)}"


def _position(row: PositionRow, notes: _Notes) -> str:
    by = f" ({row.by})" if row.by and row.by != row.party else ""
    return f"- **{row.party}**{by} {row.stance}: “{_short(row.issue)}” {notes.cite(row.sources)}"


def _saying(row: SaidRow, notes: _Notes) -> str:
    content = _short(" … ".join(row.content))
    said = f"“{content}”" if row.mode == "direct" else content
    return f"- **{row.speaker}**, {row.published[:10]}: {said} {notes.cite(row.sources)}"


def _words(sources: Sequence[Words]) -> str:
    return f"“{_short(sources[0].quote)}”" if sources else ""


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rsplit(" ", 1)[0] + " …"


def _sources(notes: _Notes, titles: Callable[[str], str]) -> list[str]:
    if not notes.numbers:
        return []
    lines = ["## Sources", ""]
    for report, number in notes.numbers.items():
        words = notes.first[report]
        parts = [words.outlet or "unnamed outlet", words.published[:10], titles(report), words.url]
        copied = f" (after {words.origin})" if words.relation in ("copy", "credit") else ""
        lines.append(f"[{number}] {', '.join(p for p in parts if p)}{copied}  ")
    return lines
