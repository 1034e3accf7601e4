"""The fields of the query language: which there are, and what of a fact each asks."""

from collections.abc import Collection
from difflib import get_close_matches
from typing import Protocol

from communique.asking.spans import span
from communique.asking.syntax import Asked, Group, Negation, Node, Term, fail
from communique.model.condition import Condition, During, Every, Named, No, Some, Standing, Told, Worded
from communique.model.entity import Entity
from communique.views.words import named

KINDS = ("meetings", "changes", "proposals", "offices", "statements", "positions", "next_steps")
"""Kinds that a query asks which names none."""

WHO = {
    "party": ("parties", "party", "authors", "who", "country", "speaker"),
    "person": ("participants", "person", "replaces", "speaker", "by", "who", "authors"),
    "mediator": ("mediators",),
    "by": ("speaker", "by", "authors"),
    "to": ("to",),
    "place": ("place", "where"),
    "country": ("country",),
    "body": ("body",),
    "anybody": (),
}
"""Fields that name somebody or some place, with the fields of entries that are looked at."""

WORDS = {
    "issue": ("issue",),
    "topic": ("topic",),
    "role": ("role",),
    "format": ("format",),
    "channel": ("channel",),
    "content": ("content",),
    "what": ("what",),
    "name": ("name",),
    "mode": ("mode",),
    "cited": ("cited",),
    "text": (),
}
"""Fields that hold words; `text` is the whole entry, with the words of its reports."""

OTHERS = ("status", "when", "published", "outlet")
FIELDS = (*WHO, *WORDS, *OTHERS)

DAYS = "Write 2031-05-03, 2031-05, 2031, a range 2031-05-01..2031-05-15 (either end may be left out), or none"


class Names(Protocol):
    """Where names are looked up, and from which day "next week" is seen."""

    @property
    def last_day(self) -> str:
        """The last day on which a report was published, or ""."""
        ...

    def named(self, asked: str) -> Collection[Entity]:
        """Entities that may go by these words."""
        ...


def condition(asked: Asked, query: str, names: Names) -> Condition | None:
    """What a query asks of facts. Raises `QueryError` for a field that there is not, and for values of no sense."""
    return None if asked.node is None else _Fields(query, names).of(asked.node)


def entities(asked: str, names: Names) -> frozenset[str]:
    """The entities that words name; empty for none.

    "Ruritanian" names Ruritania also where no list has the word.
    """
    forms = (asked, asked[:-1], asked[:-2]) if asked.endswith(("n", "N")) else (asked,)
    found = (named(form, names.named(form)) for form in forms if form)
    return next((ids for ids in found if ids), frozenset())


class _Fields:
    def __init__(self, query: str, names: Names) -> None:
        self._query, self._names = query, names

    def of(self, node: Node) -> Condition:
        """The condition that a part of a query is."""
        match node:
            case Negation(part):
                return No(self.of(part))
            case Group(parts, is_any):
                made = tuple(self.of(part) for part in parts)
                return Some(made) if is_any else Every(made)
            case Term():
                return self._term(node)

    def _term(self, term: Term) -> Condition:
        field = term.field or "text"
        if field in WHO:
            return Named(self._who(term), WHO[field])
        if field in WORDS:
            return self._words(term, WORDS[field])
        if field == "status":
            return Standing("_".join(term.value.casefold().split()))
        if field == "outlet":
            return Told(outlet=term.value)
        if field == "when" and term.value.casefold() == "none":
            return During("", "")
        if field in ("when", "published"):
            days = span(term.value, self._names.last_day)
            if days is None:
                fail(self._query, term.start, f"{term.value!r} means no days", f"{DAYS}.")
            return During(*days) if field == "when" else Told(*days)
        return self._unknown(term)

    def _who(self, term: Term) -> frozenset[str]:
        found = entities(term.value, self._names)
        if not found:
            hint = f"Look for it with `communique search {term.value}`, or leave this part out."
            fail(self._query, term.start, f"nobody and no place in the record is called {term.value!r}", hint)
        return found

    def _words(self, term: Term, roles: tuple[str, ...]) -> Condition:
        if not any(map(str.isalnum, term.value)):
            fail(self._query, term.start, f"{term.value!r} is no word", "Write letters or digits.")
        return Worded(f'"{term.value}"' if term.is_phrase else term.value, roles)

    def _unknown(self, term: Term) -> Condition:
        near = get_close_matches(term.field, FIELDS, 1)
        meant = f"Did you mean {near[0]}:? " if near else ""
        what = f"there is no field {term.field!r}"
        fail(self._query, term.start, what, f"{meant}Fields are {', '.join(FIELDS)}.")
