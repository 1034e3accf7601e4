"""The words of a text as one letter each, so that the grammar of times can be regular expressions over classes.

Every word, number and mark is a `Piece` with a class from the lexicon or from its shape; `Scan.codes` holds one
character a piece. Words that no rule names are `OTHER` and cost the grammar nothing.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from communique.lexicon.times import Feast, feasts, plain, time_words

SHAPES = (
    "DAYNUM ORDINAL YEAR NUMBER FRACTION CLOCK ISO NUMERIC SPAN DECADE ABBR_YEAR QUARTER FEAST "
    "COMMA HYPHEN DASH SLASH COLON APOS OPEN CLOSE QUOTE CURRENCY"
).split()
"""Classes that a piece gets from its form; the others come with the word list."""

_PIECE = re.compile(
    r"""
    (?P<plain>[a-z]{2,}(?![\w.'’@:/-]))
  | (?P<skip>(?:https?://|www\.)\S+ | [\w.+-]{1,64}@[\w.-]{3,255}
    | [@\#]\w+ | \d+\+\d+ | \d+(?::\d+){3,})
  | (?P<ISO>(?<![\w./-])(?:1\d|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\w-]))
  | (?P<NUMERIC>(?<![\w./-])
      (?:\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)(?:\d{4}|\d\d)|(?:19|20)\d\d(?P<between>[./])\d{1,2}(?P=between)\d{1,2})
      (?![\w/-]|\.\d))
  | (?P<SPAN>(?<![\w./-])(?:1[5-9]|20)\d\d[-–/]\d\d(?![\w/-]))
  | (?P<CLOCK>(?<![\w.:])(?:[01]?\d|2[0-4])
      (?::[0-5]\d(?::[0-5]\d)?(?![\w:])|:[0-5]\d(?=[ap]m)|\.[0-5]\d(?=\s?[ap]\.?m\b))
    | (?<!\w)[0-2]\d[0-5]\d(?=\s?(?:hrs|hours|GMT|UTC|[ECMP][DS]T)\b))
  | (?P<DECADE>(?<!\w)(?:1\d|20)\d0['’]?s(?!\w) | ['’`]\d0['’]?s(?!\w))
  | (?P<ABBR_YEAR>(?<!\w)['’`]\d\d(?!\w))
  | (?P<ORDINAL>(?<!\w)(?:[12]?\d|3[01])(?:st|nd|rd|th)(?!\w))
  | (?P<QUARTER>(?<!\w)(?:Q[1-4]|[1-4]Q|H[12]|[12]H)(?!\w))
  | (?P<FRACTION>[½¼¾] | (?<![\w/])[1-3]/[2-4](?![\w/]))
  | (?P<number>(?<!\w)(?<!\d\.)\d+(?:,\d{3})*(?:\.\d+)?(?=[ap]\.?m\b|(?:h|hrs?)\b|(?!\w)))
  | (?P<short>(?<!\w)(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Weds?|Thur?s?|Fri|Sat|Sun
    |No|Nos|Art|Sec|Res|para|min|hr|yr|wk|mo|St)\.)
  | (?P<dotted>(?<!\w)(?:[^\W\d_]\.){2,}|(?<![^\W_])[ap]\.m(?!\w))
  | (?P<word>o['’]clock | mid-day | week-end | [^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?)
  | (?P<APOS>['’]s?(?!\w))
  | (?P<other>\w+ | \S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARKS = {",": "COMMA", "/": "SLASH", ":": "COLON", "(": "OPEN", ")": "CLOSE", "$": "CURRENCY", "£": "CURRENCY"}
_MARKS |= {"€": "CURRENCY", "¥": "CURRENCY", "#": "CURRENCY", '"': "QUOTE", "“": "QUOTE", "”": "QUOTE"}
_FEASTS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_DASHES = "-–—‑−"
_CAPITAL = frozenset(("MAYBE_MONTH", "SHORT_MONTH", "SHORT_DAY"))
_BREAK = re.compile(r"\n\s*\n")


class Piece(NamedTuple):
    """A word, number or mark between two code points of the text, with its class and the value the lists give it.

    A named tuple because a text has thousands of them, and they are made several times faster than data classes.
    """

    start: int
    end: int
    word: str
    kind: str
    value: str
    feast: Feast | None = None


@dataclass(frozen=True, slots=True)
class Scan:
    """The pieces of a text and their classes, one character each; a paragraph's end stands between as a space."""

    text: str
    pieces: tuple[Piece, ...]
    codes: str


def scan(text: str) -> Scan:
    """Cut a text into pieces and write their classes as a string."""
    pieces = tuple(_with_feasts(_pieces(text)))
    letters = codes()
    return Scan(text, pieces, "".join([letters[p.kind] for p in pieces]))


@cache
def codes() -> dict[str, str]:
    """The letter of every class: `OTHER` is a full stop, the end of a paragraph a space."""
    names = sorted({kind for kind, _ in time_words().values()} | set(SHAPES))
    return {"OTHER": ".", "BREAK": " "} | {name: chr(0xC0 + number) for number, name in enumerate(names)}


def _pieces(text: str) -> list[Piece]:
    words, last, found = time_words(), 0, []
    for match in _PIECE.finditer(text):
        start, end = match.span()
        if start > last + 1 and _BREAK.search(text, last, start):
            found.append(Piece(last, last, "", "BREAK", ""))
        last = end
        word = match[0]
        if match.lastgroup == "plain" and word.lower() not in words:
            found.append(Piece(start, end, word, "OTHER", ""))
        else:
            found.append(_piece(match, words))
    return found


def _piece(match: re.Match[str], words: dict[str, tuple[str, str]]) -> Piece:
    start, end = match.span()
    form, word = match.lastgroup or "", match[0]
    if form in ("plain", "word", "short", "dotted"):
        kind, value = words.get(plain(word), ("OTHER", ""))
        if not word[0].isupper() and (kind in _CAPITAL or form == "short" or word == "august"):
            kind = kind if kind.startswith("UNIT") else "OTHER"
        return Piece(start, end, word, kind, value)
    if form == "number":
        return Piece(start, end, word, _number(word), word.replace(",", ""))
    if form == "other":
        return Piece(start, end, word, _mark(match.string, start, end), "")
    return Piece(start, end, word, "OTHER" if form == "skip" else form, word)


def _number(digits: str) -> str:
    if digits.isdigit() and len(digits) <= 2:
        return "DAYNUM" if 1 <= int(digits) <= 31 else "NUMBER"
    return "YEAR" if digits.isdigit() and len(digits) == 4 and "1000" <= digits < "2200" else "NUMBER"


def _mark(text: str, start: int, end: int) -> str:
    """A hyphen touches both neighbours; any other dash stands between words."""
    mark = text[start:end]
    if mark not in _DASHES:
        return _MARKS.get(mark, "OTHER")
    glued = start > 0 and end < len(text) and text[start - 1].isalnum() and text[end].isalnum()
    return "HYPHEN" if glued else "DASH"


def _with_feasts(pieces: list[Piece]) -> list[Piece]:
    """Join the words of a feast's name into one piece."""
    names, joined, done = feasts(), list[Piece](), 0
    capitals = (at for at, piece in enumerate(pieces) if piece.word[:1] in _FEASTS)
    for at in capitals:
        listed = names.get(plain(pieces[at].word), ()) if at >= done else ()
        found = next((f for f in listed if _spells(pieces, at, f[0])), None)
        if found is not None:
            last = at + _length(pieces, at, found[0])
            feast = Piece(pieces[at].start, pieces[last - 1].end, pieces[at].word, "FEAST", found[1].name, found[1])
            joined += [*pieces[done:at], feast]
            done = last
    return joined + pieces[done:]


def _spells(pieces: list[Piece], at: int, words: tuple[str, ...]) -> bool:
    return _length(pieces, at, words) > 0


def _length(pieces: list[Piece], at: int, words: tuple[str, ...]) -> int:
    """How many pieces from `at` on spell `words`; 0 when they do not."""
    wanted, here = "".join(words), at
    while wanted and here < len(pieces) and pieces[here].word and wanted.startswith(plain(pieces[here].word)):
        wanted = wanted[len(pieces[here].word) :]
        here += 1
    return 0 if wanted else here - at
