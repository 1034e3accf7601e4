"""Labels before what stands in a transcript: "MR. HOLT:", "Lin Qiao:", "[Correspondent]", "Q:", "A:"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.lexicon import titles
from communique.lexicon.outlets import named_like, outlet
from communique.lexicon.people import PARTICLES
from communique.lexicon.turns import label_kind
from communique.model.page import Page
from communique.model.span import Span

_REST = r"[\w.’'\-–]*"
_WORD = rf"[^\W_]{_REST}"
_ASIDE = r"(?:[^\S\n]*\([^)\n]{1,60}\))*"
_NAMED = (
    rf"^[^\S\n]*\**(?P<name>[^\W\d_a-z]{_REST}(?:[^\S\n]{_WORD}){{0,8}}?)"
    rf"(?P<aside>{_ASIDE})(?P<rest>,[^:\n]{{1,60}}?)?{_ASIDE}[^\S\n]?:\**(?=\s)"
)
_BRACKETED = r"(?:^|(?<=[.?!…\"”)\]])[^\S\n])\[(?P<bracket>[^\W\d_][^\]\[\n:]{0,50})\](?=[^\S\n]?[^\s.,;:)])"
_MARKED = (
    r"^[^\S\n]*(?P<mark>Q(?=[^\S\n]+[A-Z“\"(]|[A-Z][a-z]|\.[^\S\n]|[^\S\n]?[-–—][^\S\n])"
    r"|A(?=\.[^\S\n]|[^\S\n]?[–—][^\S\n]))(?:\.|[^\S\n]?[-–—])?"
)
_INNER = r"(?<=[.?!…\"”)])[^\S\n](?P<inner>Q|A|QUESTION|ANSWER|Question|Answer):(?=[^\S\n])"
_LABEL = re.compile(f"(?m)(?:{_NAMED}|{_BRACKETED}|{_MARKED}|{_INNER})")
_COUNTED = frozenset("the one two three four five 1 2 3 4 5".split())
_UNNAMED = frozenset("official officials officer diplomat aide source spokesperson spokesman spokeswoman".split())
"""Last words of labels of those who speak without a name: "SENIOR ADMINISTRATION OFFICIAL TWO"."""
_LONGEST = 7
_GROUPS = ("name", "bracket", "mark", "inner")
_EDITORIAL = frozenset({"text", "excerpt", "excerpts", "passage omitted", "words indistinct", "sic", "as received"})
_ACRONYM = re.compile(r"(?:[A-Z]\.?[^\S\n]?){2,4}")
_SMALL = PARTICLES | {"of", "for", "the", "and", "to", "on"}


@dataclass(frozen=True, slots=True)
class Label:
    """Who speaks from `end` on: `start` is where the label begins, `who` the name or word in it.

    `kind` is question, answer, chair, heading, outlet, person, office (a title alone), other (nobody known), or ""
    where it may be no label; `key` is the same for all labels of one speaker.
    """

    start: int
    end: int
    who: Span
    kind: str
    key: str


def labels(page: Page) -> list[Label]:
    """What may be a label, in text order."""
    found = [_read(page, match) for match in _LABEL.finditer(page.report.text, page.report.title_end)]
    return list(_alike(page, [label for label in found if label is not None]))


def _read(page: Page, match: re.Match[str]) -> Label | None:
    group = next(name for name in _GROUPS if match.group(name))
    who = Span(match.start(group), match.end(group))
    words = page.text(who).split()
    if " ".join(words).casefold() in _EDITORIAL:
        return None
    beside = [part.strip() for part in re.split(r"[(),]", (match.group("aside") or "") + (match.group("rest") or ""))]
    kind = label_kind(page.text(who)) or _named(page, who, words)
    if kind == "office" and match.group("rest"):
        named = page.mentions_in(Span(who.end, match.end("rest")), "person")
        who = next((m.span for m, _ in named if m.form == "name"), who)
        kind, words = ("person", page.text(who).split()) if named else (kind, words)
    elif kind not in ("heading", "answer") and any(map(_is_press, beside)):
        kind = "question"
    return Label(match.start(), match.end(), who, kind, _key(words, kind))


def _is_press(words: str) -> bool:
    """Whether what stands beside a name says that a journalist asks: "CNN ANCHOR", "Orsa Times"."""
    return bool(words) and (label_kind(words) == "question" or (outlet(words) or named_like(words)) is not None)


def _named(page: Page, who: Span, words: Sequence[str]) -> str:
    """What a name in a label is: outlet, person, office, or "" for a place, a party, or no name at all."""
    if outlet(page.text(who)) is not None:
        return "outlet"
    plain = [w for w in words if w.casefold() not in _COUNTED]
    if plain and (titles.is_title(plain) or (plain[-1].casefold() in _UNNAMED and _is_name(words))):
        return "office"
    if not _is_name(words):
        return ""
    last = page.tokens_in(who)[-1]
    known = [r.kind for m, r in page.mentions_in(who) if m.last == last + 1 and m.form in ("name", "title")]
    if known:
        return "person" if "person" in known else ""
    return "person" if len(words) > 1 and _titled(words) else ""


def _is_name(words: Sequence[str]) -> bool:
    """Whether every word has a capital, but for "of" and "al-"."""
    parts = [part for word in words for part in word.split("-") if part]
    return len(words) <= _LONGEST and all(p[0].isupper() or p.casefold() in _SMALL for p in parts)


def _titled(words: Sequence[str]) -> int:
    """How many words before a name are its title."""
    return next((n for n in range(len(words) - 1, 0, -1) if titles.is_title(words[:n])), 0)


def _key(words: Sequence[str], kind: str) -> str:
    """The surname of a person, all words of anybody else, in small letters without stops."""
    plain = [w.replace(".", "").casefold() for w in words]
    if _ACRONYM.fullmatch(" ".join(words)):
        return "".join(plain)
    return plain[-1] if kind in ("person", "") else " ".join(w for w in plain if w != "the")


def _alike(page: Page, found: Sequence[Label]) -> Iterator[Label]:
    """A surname or initials are whose name stands in full elsewhere; what recurs before paragraphs is a label."""
    known = {label.key: label.kind for label in found if label.kind in ("person", "outlet")}
    short = {_initials(page.text(label.who)): label.key for label in found if label.key in known}
    times = Counter(label.key for label in found)
    for label in found:
        brief = _ACRONYM.fullmatch(page.text(label.who)) is not None
        key = short.get(label.key, label.key) if brief else label.key
        if label.kind not in ("", "outlet", "person"):
            yield label
        elif key in known:
            yield replace(label, kind=known[key], key=key)
        elif times[label.key] > 1 and _is_name(page.text(label.who).split()):
            yield replace(label, kind=label.kind or "other")
        else:
            yield label


def _initials(name: str) -> str:
    """The first letters of the words of a name, its title set aside, in small letters."""
    words = name.replace(".", "").split()
    if len(words) < 2 or _ACRONYM.fullmatch(name):
        return ""
    return "".join(word[0] for word in words[_titled(words) :]).casefold()
