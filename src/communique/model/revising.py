"""The versions of one report: how far apart they may be, and what is shown of them."""

from dataclasses import dataclass

EDITED_WITHIN = 2
"""Days between two editions of one report at two addresses."""

NOTICED_WITHIN = 30
"""Days within which a notice withdraws a report."""


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a report: `since` is when the outlet gave it out, as far as it says, ISO 8601.

    `new` are its paragraphs that the version before did not have, `gone` those of that one that it has no more, `notes`
    the sentences in which its outlet corrects itself. `is_withdrawal` when it says only that the report was withdrawn.
    """

    id: str
    since: str
    recorded: str
    title: str
    new: tuple[str, ...]
    gone: tuple[str, ...]
    notes: tuple[str, ...] = ()
    is_withdrawal: bool = False


@dataclass(frozen=True, slots=True)
class SupportRow:
    """An entry of some version of a report, and whether its words still stand in the later ones.

    `version` is the report in which it was first read; `unsupported_since` is when the first version came out that had
    its words no more, "" while they stand, and `dropped_by` the id of that version.
    """

    id: str
    kind: str
    title: str
    words: tuple[str, ...]
    version: str
    unsupported_since: str
    dropped_by: str


@dataclass(frozen=True, slots=True)
class VersionsRow:
    """All versions of one report, oldest first, and what became of their entries."""

    versions: tuple[VersionRow, ...]
    entries: tuple[SupportRow, ...]
