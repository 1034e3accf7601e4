"""Processes of talks as views show them: meetings between the same sides, with all who had a part in them."""

from dataclasses import dataclass

from communique.model.rows import CorrectionRow, ProposalRow, StepRow, TimelineRow, Words


@dataclass(frozen=True, slots=True)
class ProcessRow:
    """A process of talks. `name` is the one that a person gave (`is_named`), else made from sides and years.

    `since` and `until` are the first and last day that reports date a meeting of it to, "" where none is dated.
    `meetings` are counted whatever became of them, `held` those that took place or do now. Mediators and places come
    with the most frequent first. `last` is the id of the latest meeting, `sources` are its words.
    """

    id: str
    name: str
    is_named: bool
    sides: tuple[str, ...]
    mediators: tuple[str, ...]
    places: tuple[str, ...]
    since: str
    until: str
    meetings: int
    held: int
    last: str
    sources: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class PartRow:
    """A person, party, body or place (`kind`) in the meetings of a process; `role` is parties, participants, mediators
    or place.

    `side` is the state or side that a person speaks for, "" where no report says. `first` and `last` are the days of
    the earliest and latest dated one of these `meetings`, "" where none is dated; `seen` is the id of the latest.
    """

    role: str
    kind: str
    name: str
    side: str
    meetings: int
    first: str
    last: str
    seen: str


@dataclass(frozen=True, slots=True)
class ProcessPage:
    """A process in full: a page of its meetings in order, who took part, what is proposed there, and what is due.

    `proposals` are those that reports of its meetings tell, by nobody or by somebody who takes part, those first that
    were told of last. `steps` are the same of next steps, the soonest first. `decisions` are those of people about it.
    """

    process: ProcessRow
    meetings: tuple[TimelineRow, ...]
    parts: tuple[PartRow, ...]
    proposals: tuple[ProposalRow, ...]
    steps: tuple[StepRow, ...]
    decisions: tuple[CorrectionRow, ...]


@dataclass(frozen=True, slots=True)
class Grouped:
    """A process of talks as the export has it: its `sides` are entities, its `meetings` facts, in order, and its
    `decisions` those of people about it, all by their ids.
    """

    id: str
    name: str
    is_named: bool
    sides: tuple[str, ...]
    meetings: tuple[str, ...]
    decisions: tuple[str, ...]
