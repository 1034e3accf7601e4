"""The query language: what a user types, as a tree; nothing is looked up here.

    query  = [kind] any
    any    = every {"OR" every}
    every  = part {["AND"] part}
    part   = ("-" | "NOT") part | "(" any ")" | field ":" value | word | phrase
    value  = word | phrase | range
    range  = from ".." to, each of which may be left out

`OR`, `AND` and `NOT` are words only in capitals. `kind` is the name of a kind of entry, at the very beginning.
"""

import re
from dataclasses import dataclass
from typing import NoReturn

from communique.errors import QueryError
from communique.model.claim import KINDS

DEEPEST = 40
"""Parentheses and negations within one another."""

NAMES = {**{kind: kind for kind in KINDS}, **{kind.rstrip("s"): kind for kind in KINDS if kind != "statuses"}}
NAMES |= {"party": "parties", "next": "next_steps", "step": "next_steps", "steps": "next_steps", "said": "statements"}
NAMES |= {"any": ""}
"""What a kind may be called at the beginning of a query; `any` for all of them."""

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<open>\() | (?P<close>\)) | (?P<not>-(?=[^\s)-]) | NOT(?=[\s(]) )
        | (?P<or>OR(?=[\s(]|$)) | (?P<and>AND(?=[\s(]|$))
        | (?P<field>[A-Za-z_]+):(?=\S) | (?P<phrase>"[^"]*") | (?P<word>[^\s()"]+)
    )""",
    re.X,
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase, in a field ("" for anywhere); `start` is where it stands in the query, in code points."""

    field: str
    value: str
    is_phrase: bool = False
    start: int = -1


@dataclass(frozen=True, slots=True)
class Group:
    """Parts of which all must hold, or with `is_any` one."""

    parts: "tuple[Node, ...]"
    is_any: bool = False


@dataclass(frozen=True, slots=True)
class Negation:
    """What must not hold."""

    part: "Node"


Node = Term | Group | Negation


@dataclass(frozen=True, slots=True)
class Asked:
    """A query: the kind of entry ("" for all), and what must hold (`None` for nothing)."""

    kind: str
    node: Node | None


def parse(query: str) -> Asked:
    """A query as a tree. Raises `QueryError` that says where it stops being one, and what to do."""
    return _Parser(query).query()


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int


class _Parser:
    def __init__(self, query: str) -> None:
        self._query = query
        self._tokens = list(_tokens(query))
        self._at = 0
        self._depth = 0

    def query(self) -> Asked:
        kind, first = "", self._peek()
        is_kind = first is not None and first.kind == "word" and first.text.casefold() in NAMES
        if first is not None and is_kind:
            kind = NAMES[first.text.casefold()]
            self._at += 1
        if self._peek() is None:
            if not is_kind:
                fail(self._query, 0, "nothing is asked", "Write a kind, field:value, or words: meeting place:Oslo.")
            return Asked(kind, None)
        node = self._any()
        left = self._peek()
        if left is not None:
            fail(self._query, left.start, f"{left.text!r} closes nothing", "Take it away, or open it with ( before.")
        return Asked(kind, node)

    def _any(self) -> Node:
        parts = [self._every()]
        while self._taken("or"):
            parts.append(self._every())
        return parts[0] if len(parts) == 1 else Group(tuple(parts), is_any=True)

    def _every(self) -> Node:
        parts = [self._part()]
        while (token := self._peek()) is not None and token.kind not in ("or", "close"):
            self._taken("and")
            parts.append(self._part())
        return parts[0] if len(parts) == 1 else Group(tuple(parts))

    def _part(self) -> Node:
        token = self._peek()
        if token is None or token.kind in ("or", "and", "close"):
            at = token.start if token else len(self._query)
            found = f"before {token.text!r}" if token else "at the end"
            fail(self._query, at, f"something is missing {found}", "Write field:value, a word or a phrase there.")
        self._at += 1
        if token.kind in ("not", "open"):
            self._deeper(token)
            node = Negation(self._part()) if token.kind == "not" else self._closed(token)
            self._depth -= 1
            return node
        return self._term(token)

    def _deeper(self, token: _Token) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            fail(self._query, token.start, f"more than {DEEPEST} parts stand within one another", "Ask in two queries.")

    def _closed(self, opened: _Token) -> Node:
        node = self._any()
        if not self._taken("close"):
            fail(self._query, opened.start, "this ( is not closed", "Write a ) where the group ends.")
        return node

    def _term(self, token: _Token) -> Node:
        if token.kind != "field":
            return _said("", token, token.start)
        value = self._peek()
        if value is None or value.kind not in ("word", "phrase", "or", "and"):
            at = token.start + len(token.text)
            remedy = f'Write one, {token.text}word or {token.text}"two words".'
            fail(self._query, at, f"{token.text} has no value", remedy)
        self._at += 1
        return _said(token.text[:-1].casefold(), value, token.start)

    def _peek(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _taken(self, kind: str) -> bool:
        token = self._peek()
        if token is None or token.kind != kind:
            return False
        self._at += 1
        return True


def _said(field: str, token: _Token, start: int) -> Term:
    is_phrase = token.kind == "phrase"
    return Term(field, token.text[1:-1] if is_phrase else token.text, is_phrase, start)


def _tokens(query: str) -> "list[_Token]":
    found, at = [], 0
    end = len(query.rstrip())
    while at < end:
        match = _TOKEN.match(query, at)
        if match is None or match.lastgroup is None:
            start = at + len(query[at:]) - len(query[at:].lstrip())
            fail(query, start, 'this " is not closed', 'Write another " where the phrase ends.')
        kind = match.lastgroup
        text = match[kind] + (":" if kind == "field" else "")
        found.append(_Token(kind, text, match.start(kind)))
        at = match.end()
    return found


def fail(query: str, at: int, what: str, remedy: str) -> NoReturn:
    """Say where a query is wrong, in what way, and what to do next."""
    shown = query[max(0, at - 20) : at] + "⟨here⟩" + query[at : at + 20]
    raise QueryError(f"{shown!r}: {what} (character {at + 1}). {remedy}")
