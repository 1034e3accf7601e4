"""Every exception of the program, one tree.

    CommuniqueError
    ├── InputError            a report that cannot be read: the file is named, the remedy said
    │   └── Undated           no publication date was found
    ├── OutputError           there is no space for what a command writes
    ├── RecordError           the record cannot be opened, is damaged, or was written by a newer program
    ├── EvidenceError         a passage does not re-read to its quote
    ├── QueryError            a question the record cannot understand: the part is named
    └── MissingExtra          a part that is not installed by default is asked for

Exceptions are for callers; what a stage could not do to one report is a `model.problem.Problem`, a value.
"""

import errno


class CommuniqueError(Exception):
    """Root of the tree. `code` is the exit status the command line gives."""

    code = 1


class InputError(CommuniqueError):
    """One input cannot be read."""

    def __init__(self, name: str, what: str, remedy: str) -> None:
        super().__init__(f"{name}: {what}. {remedy}")
        self.name, self.what, self.remedy = name, what, remedy


class Undated(InputError):
    """A report without a publication date: nothing in it can be placed on the calendar.

    `written` is what stands in its place and is no day, or two.
    """

    def __init__(self, name: str, written: str = "") -> None:
        if written:
            what = f"the publication date {written!r} is no day of the calendar, or may be two"
            super().__init__(name, what, "Write it as YYYY-MM-DD, or give one with --published YYYY-MM-DD.")
            return
        super().__init__(
            name, "no publication date found", "Give one with --published YYYY-MM-DD or a first line with the date."
        )


class OutputError(CommuniqueError):
    """What a command writes finds no place."""

    def __init__(self, error: OSError) -> None:
        what = "no space left" if error.errno == errno.ENOSPC else error.strerror
        super().__init__(f"cannot write: {what}. Make room, or write elsewhere.")


class RecordError(CommuniqueError):
    """The record cannot be used."""

    code = 3


class EvidenceError(CommuniqueError):
    """`text[start:end]` is not the quote that an entry points to."""

    code = 3


class QueryError(CommuniqueError):
    """A question that names something the record does not know."""

    code = 2


class MissingExtra(CommuniqueError):
    """Something that needs a package which is not installed by default."""

    code = 2

    def __init__(self, extra: str) -> None:
        super().__init__(f"{extra} is not installed. Run: pip install 'communique[{extra}]'")
