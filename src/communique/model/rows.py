"""What views show: one frozen dataclass a view. Every row says from which outlet, of which date, in which words."""

from dataclasses import dataclass

from communique.model.fact import Change


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one report behind a row. `origin` is the outlet they come from in the end; `relation` says how:
    own, copy, credit, or denies for words against the row. `changes` are those that people made to the entry.
    `unsupported_since` is when the outlet gave out a version of its report without these words, `withdrawn_since` when
    a person retracted the report: either way they count no more.
    """

    outlet: str
    published: str
    quote: str
    report: str
    claim: str
    url: str
    origin: str
    relation: str
    changes: tuple[Change, ...] = ()
    unsupported_since: str = ""
    withdrawn_since: str = ""

    @property
    def stands(self) -> bool:
        """False when the outlet's own report has the words no more, or was retracted."""
        return not (self.unsupported_since or self.withdrawn_since)


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A meeting, a change in an office or a step in a proposal's life; `when` is EDTF, "" for unknown."""

    id: str
    kind: str
    when: str
    status: str
    what: str
    parties: tuple[str, ...]
    participants: tuple[str, ...]
    mediators: tuple[str, ...]
    place: str
    topic: str
    origins: int
    disputes: tuple[str, ...]
    sources: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class SeatRow:
    """An office and its holder. `since` and `until` are what reports say of the change, EDTF; `first_confirmed` and
    `last_confirmed` are the days on which the first and last report gave it as current; `opened` and `closed` are the
    words of those changes. `unconfirmed` counts the days from the last such report to the day asked about.
    """

    id: str
    person: str
    role: str
    body: str
    country: str
    status: str
    since: str
    until: str
    first_confirmed: str
    last_confirmed: str
    origins: int
    disputes: tuple[str, ...]
    sources: tuple[Words, ...]
    opened: Words | None = None
    closed: Words | None = None
    unconfirmed: int = 0


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A statement: `content` holds the words in their parts, `mode` is direct, indirect or mixed."""

    id: str
    speaker: str
    content: tuple[str, ...]
    mode: str
    cue: str
    channel: str
    to: str
    published: str
    origins: int
    sources: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class PositionRow:
    """Where a party stands on an issue, as reported between two days of publication."""

    id: str
    party: str
    by: str
    issue: str
    stance: str
    published: str
    last_published: str
    origins: int
    sources: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A status that a proposal or meeting reached, by which report."""

    published: str
    status: str
    when: str
    words: Words


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A plan with its life."""

    id: str
    name: str
    names: tuple[str, ...]
    authors: tuple[str, ...]
    status: str
    when: str
    life: tuple[Stage, ...]
    origins: int
    disputes: tuple[str, ...]
    sources: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class StepRow:
    """What was announced for later. `state` on the day asked about: pending, due, overdue, open (no date was given), or
    what became of it: kept, partly, broken, superseded (announced anew for other days), postponed, cancelled, refused.
    `outcome` is the id of the meeting that shows it, `came` are the words of the report that do, `signals` say why
    these are taken to tell of the same.
    """

    id: str
    who: tuple[str, ...]
    what: str
    kind: str
    where: str
    when: str
    modality: str
    state: str
    outcome: str
    announced: str
    origins: int
    sources: tuple[Words, ...]
    came: Words | None = None
    signals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Credit:
    """A source that a report names: "citing Axios"; `by` is who spoke or posted there."""

    cited: str
    kind: str
    by: str
    words: Words


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A report: its outlet, the earlier report it copies if any, the agency in its dateline, the sources it names."""

    id: str
    outlet: str
    published: str
    title: str
    url: str
    copy_of: str
    copy_outlet: str
    share: float
    paragraphs: int
    wire: str
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True)
class SideRow:
    """One side of a dispute with its words."""

    value: str
    sources: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A contradiction about one fact (`id`): `type` as in `model.fact.Dispute`; `settled` are the words that end it."""

    id: str
    kind: str
    about: str
    when: str
    type: str
    state: str
    sides: tuple[SideRow, ...]
    settled: Words | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one field with what stands before and after them; the marks are those of `Words`."""

    outlet: str
    published: str
    report: str
    claim: str
    start: int
    end: int
    before: str
    words: str
    after: str
    unsupported_since: str = ""
    withdrawn_since: str = ""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One value of one field with every passage that gives it; the role `evidence` is the entry as a whole.

    `changes` are people's edits of the field, with what was read. A value of a person's own has no passage.
    """

    role: str
    value: str
    passages: tuple[Passage, ...]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry in full: what `show` prints."""

    id: str
    type: str
    kind: str
    title: str
    status: str
    when: str
    fields: tuple[FieldRow, ...]
    life: tuple[Stage, ...] = ()
    disputes: tuple[DisputeRow, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PresenceRow:
    """Somebody named as taking part in a meeting: by which outlets, and by which that give others instead.

    `role` is parties, participants or mediators. `is_agreed` when every outlet that fills that role names them.
    """

    role: str
    name: str
    outlets: tuple[str, ...]
    missing: tuple[str, ...]
    is_agreed: bool


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting with its life.

    `life` runs from rumoured over scheduled and confirmed (a second origin announced it) to under_way and held, or to
    postponed, cancelled, refused or denied, each step with its words. `channel` is direct, proximity (indirect, in one
    place), shuttle or mediated, "" where no report tells. `before` and `after` are the ids of the rounds of the same
    sides that came before and after it.
    """

    id: str
    format: str
    channel: str
    status: str
    when: str
    place: str
    life: tuple[Stage, ...]
    present: tuple[PresenceRow, ...]
    before: str
    after: str
    origins: int
    disputes: tuple[str, ...]
    sources: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class CarrierRow:
    """The first report of one outlet on something: `lag` is in days after the very first report of it.

    `origin` names the outlet that its words come from, `relation` how: own, copy or credit.
    """

    outlet: str
    published: str
    lag: int
    origin: str
    relation: str
    words: Words


@dataclass(frozen=True, slots=True)
class ChainRow:
    """Who had something from whom: the earliest report, every outlet that carried it, and those that did not.

    `first` is the outlet that reported it first, `origins` are the outlets that do not depend on one another, earliest
    first. `silent` are outlets whose reports of those days the record holds and that did not tell of it.
    """

    id: str
    kind: str
    about: str
    when: str
    first: str
    published: str
    origins: tuple[str, ...]
    carriers: tuple[CarrierRow, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One value of an entry with the stretch `[start, end)` of the report's text it was read from, in code points.

    The role `evidence` is the entry as a whole.
    """

    role: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What a person decided about an entry of a report; `is_undone` when a later decision, of `undone_by`, took it
    back.
    """

    id: str
    action: str
    field: str
    value: str
    by: str
    reason: str
    recorded: str
    is_undone: bool
    undone_by: str = ""


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """What a person decided: accept, reject, edit, add or undo an entry (`about` is its id), retract a report (its id),
    or that two names are the same or different (the id of the first). `of` is the decision that an undo takes back.
    """

    id: str
    action: str
    about: str
    title: str
    report: str
    field: str
    value: str
    by: str
    reason: str
    recorded: str
    is_undone: bool
    of: str = ""


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """One entry of a report: `fact` is the id of what it is taken for across reports ("" for none), `state` what a
    person made of it: proposed (nothing yet), accepted, rejected, edited or added. `marks` are as people left them,
    `changes` say what was read there.
    """

    id: str
    kind: str
    title: str
    fact: str
    made_by: str
    state: str
    marks: tuple[Mark, ...]
    decisions: tuple[DecisionRow, ...]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report as it is read: its text, and its entries by their place in it.

    `before` and `after` are the ids of the reports published next to it.
    """

    id: str
    outlet: str
    published: str
    title: str
    url: str
    language: str
    text: str
    before: str
    after: str
    entries: tuple[ReadEntry, ...]


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A report in the queue for review: how many entries it has, about how many a person has decided, and how many of
    these were rejected.
    """

    id: str
    outlet: str
    published: str
    title: str
    entries: int
    decided: int
    rejected: int


@dataclass(frozen=True, slots=True)
class NameRow:
    """A person, party, body or place with its forms as written; `country` is ISO 3166-1 alpha-3 or ""."""

    id: str
    kind: str
    name: str
    country: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HitRow:
    """Something with the words that were searched for: a fact (its kind) or a report (kind `reports`).

    `words` is a passage of the latest report that has them, `reports` counts the reports that do.
    """

    id: str
    kind: str
    title: str
    outlet: str
    published: str
    words: str
    reports: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that hits can be narrowed by, and how many of them it leaves."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of what was found, the latest first. The facets count all that was looked at; `is_all` is False when there
    was more than that.
    """

    rows: tuple[HitRow, ...]
    count: int
    is_all: bool
    kinds: tuple[Facet, ...]
    parties: tuple[Facet, ...]
    outlets: tuple[Facet, ...]
