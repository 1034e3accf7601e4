"""What is said beside words that people corrected, or that stand no more."""

from collections.abc import Callable

from communique.model.fact import Change
from communique.model.labels import plainly
from communique.model.rows import Passage, Words


def lost(words: Words | Passage) -> list[str]:
    """Why words count no more, and since when; nothing while they stand."""
    found = (("withdrawn", words.withdrawn_since), ("unsupported", words.unsupported_since))
    return [f"{why} since {since[:10]}" for why, since in found if since]


def changed_by(change: Change, named: Callable[[str], str] = str) -> str:
    """Who changed what of an entry and when, with what was read; `named` says what a value is called."""
    signed = f"by {change.by}, {change.recorded[:10]}"
    if not change.field:
        return f"added {signed}"
    own = ", in no words of the report" if change.is_own else ""
    read = ", ".join(" ".join(named(value).split()) for value in change.read.splitlines())
    return f"{plainly(change.field)} corrected {signed}{own}; read: {read or 'nothing'}"
