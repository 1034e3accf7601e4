"""What can be asked of a fact, as a tree of conditions; a store answers it from its tables."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """One of these entities stands in one of these fields (in any field without `roles`)."""

    entities: frozenset[str]
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Worded:
    """A report tells it in these words (stems, a phrase in quotation marks, `word*`); with `roles`, the value of one of
    these fields holds each of the words.
    """

    words: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """It stands so: held, postponed, rejects, appointed, …"""

    status: str


@dataclass(frozen=True, slots=True)
class During:
    """It may have been on one of these days, `YYYY-MM-DD`, both included; "" for an open end.

    With both "" it has no date.
    """

    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Told:
    """A report that was published in these days, by this outlet ("" for any), tells it."""

    since: str = ""
    until: str = ""
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Every:
    """All of these hold."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Some:
    """One of these holds at least."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class No:
    """What does not hold."""

    part: "Condition"


Condition = Named | Worded | Standing | During | Told | Every | Some | No
