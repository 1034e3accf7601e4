"""Comparing names of people: spelling variants of transliterated names, initials, order, left-out parts.

A comparison gives a score and a reason that a reader can check. A surname alone is never enough.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from communique.lexicon.given_names import is_written_first, usual

TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady sheikh shaikh shaykh sheikha haji hajj hon rev reverend fr "
    "father msgr monsignor bishop archbishop cardinal pope ayatollah hojjatoleslam imam mullah maulana king queen "
    "prince princess emir sultan president premier chancellor ambassador senator sen rep gen general lt col colonel "
    "maj major brig brigadier capt captain adm admiral marshal sgt commander comandante comrade ex former".split()
)
"""Stand before a name without being part of it."""

SUFFIXES = frozenset("jr sr ii iii iv phd md".split())
PARTICLES = frozenset(
    "al el bin ibn ben bint abu abd von van der den de da di du la le dos del della ter ten af".split()
)

_MARKS = re.compile(r"[.’'`ʼ‘]")
_GAPS = re.compile(r"[^\w]+|_")
_SPELLINGS = (
    ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("shch", "s"), ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"),
    ("sh", "s"), ("ch", "c"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("ou", "u"),
    ("oo", "u"), ("ee", "i"), ("yy", "i"), ("iy", "i"), ("ij", "i"), ("yi", "i"), ("ey", "ei"), ("ay", "ai"),
    ("ye", "e"), ("ie", "e"), ("yo", "o"), ("io", "o"), ("ya", "a"), ("ia", "a"), ("yu", "u"), ("iu", "u"), ("y", "i"),
)  # fmt: skip
_ROMANISED = (
    ("ch", "j"), ("k", "g"), ("t", "d"), ("p", "b"), ("oo", "u"), ("yeo", "yu"), ("eo", "u"), ("you", "yu"),
    ("ou", "u"), ("ee", "i"), ("ae", "e"), ("woo", "u"), ("eu", "u"), ("shi", "si"), ("h", ""),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou]")


@dataclass(frozen=True, slots=True)
class Match:
    """How far two names agree: `score` in [0, 1], and why."""

    score: float
    reason: str


NONE = Match(0.0, "the names differ")


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[str, ...]:
    """The parts of a person's name without case, accents, marks, titles and suffixes."""
    plain = unicodedata.normalize("NFKD", _MARKS.sub("", name).replace("ı", "i").replace("ł", "l").replace("Ł", "L"))
    kept = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    found = [p for p in _GAPS.split(kept) if p]
    while len(found) > 1 and found[0] in TITLES:
        found = found[1:]
    while len(found) > 1 and found[-1] in SUFFIXES:
        found = found[:-1]
    return tuple(found)


@lru_cache(maxsize=65536)
def spelling(part: str) -> str:
    """One spelling for the ways in which a part is written in Latin letters: Zelensky, Zelenskyy, Zelenskiy."""
    for written, usual_ in _SPELLINGS:
        part = part.replace(written, usual_)
    part = _DOUBLED.sub(r"\1", part)
    return part[:-1] if len(part) > 3 and part.endswith("h") else part


@lru_cache(maxsize=65536)
def skeleton(part: str) -> str:
    """The consonants of a part's `spelling`, with its first letter: Mohammed, Muhammad."""
    plain = spelling(part)
    return plain[:1] + _VOWELS.sub("", plain[1:])


@lru_cache(maxsize=65536)
def korean(given: str) -> str:
    """One spelling for romanisations of a Korean given name: Koo and Gu, Jung and Chung."""
    for written, usual_ in _ROMANISED:
        given = given.replace(written, usual_)
    return given


def is_whole(name: str) -> bool:
    """True for a name of at least two written-out parts; "Kerry" and "J. Kerry" are not whole."""
    return sum(len(p) > 1 and p not in PARTICLES for p in parts(name)) > 1


def blocks(name: str) -> frozenset[str]:
    """Keys of which two names of one person share at least one: the skeletons of the first and last parts."""
    found = [p for p in parts(name) if p not in PARTICLES and len(p) > 1]
    return (
        frozenset(skeleton(p) for p in (found[:1] + found[-1:])) | {skeleton("".join(found))} if found else frozenset()
    )


@lru_cache(maxsize=65536)
def compare(left: str, right: str) -> Match:
    """Two whole names; symmetric."""
    a, b = parts(left), parts(right)
    if "".join(a) == "".join(b):
        return Match(1.0, f"{left!r} and {right!r} are written with the same letters")
    if _initials_conflict(a, b):
        return NONE
    a, b = _without_initials(a), _without_initials(b)
    if a == b:
        return Match(0.99, f"{left!r} and {right!r} differ by an initial")
    if len(a) == len(b) and sorted(map(spelling, a)) == sorted(map(spelling, b)):
        return Match(0.97, f"{left!r} and {right!r} are spellings of one name")
    if a[0] == b[0] and is_written_first(a[0]) and korean("".join(a[1:])) == korean("".join(b[1:])):
        return Match(0.93, f"{left!r} and {right!r} are romanisations of one Korean name")
    if len(a) == len(b) and all(_same_part(x, y, first=i == 0) for i, (x, y) in enumerate(zip(a, b, strict=True))):
        return Match(0.95, f"{left!r} and {right!r} are spellings of one name, part by part")
    short, long = sorted((a, b), key=lambda p: (len(p), p))
    if len(short) > 1 and _same_part(short[0], long[0], first=True) and _in_order(short, long):
        return Match(0.9, f"{left!r} and {right!r}: the shorter leaves out parts of the longer")
    return NONE


def near(left: str, right: str) -> Match:
    """Two whole names of which a part or two are written a little differently: one only if office and side agree.

    A letter more, less or another one in a part of at least four, or the same consonants: Kamel and Kabel, Rosa and
    Rosas, Muslat and Meslet.
    """
    if _initials_conflict(parts(left), parts(right)):
        return NONE
    a, b = sorted((_without_initials(parts(name)) for name in (left, right)), key=lambda p: (len(p), p))
    if len(b) == len(a) + 1 and is_whole(" ".join(a)) and b[1:] == a and not PARTICLES & set(b):
        return Match(0.9, f"{left!r} and {right!r}: the shorter leaves out the first part")
    a, b = (tuple(p for p in found if p not in PARTICLES) for found in (a, b))
    if len(a) != len(b) or len(a) < 2 or a == b:
        return NONE
    if not all(_near_part(x, y) for x, y in zip(a, b, strict=True)) or a[0][0] != b[0][0] or a[-1][0] != b[-1][0]:
        return NONE
    return Match(0.9, f"{left!r} and {right!r} are nearly one spelling")


def _near_part(left: str, right: str) -> bool:
    from rapidfuzz.distance import Levenshtein  # slow to load, and only needed here

    a, b = spelling(left), spelling(right)
    long = min(len(left), len(right)) >= 4
    return a == b or (long and (Levenshtein.distance(left, right) <= 1 or skeleton(left) == skeleton(right)))


def fits(short: str, whole: str) -> bool:
    """True when a shortened name ("Kerry", "J. Kerry") can stand for a whole one: same surname, initials agree."""
    a, b = parts(short), parts(whole)
    if not a or not b or spelling(a[-1]) not in {spelling(b[-1]), spelling("".join(b[1:]))}:
        return len(a) == 1 and bool(b) and a[0] == b[0] and is_written_first(b[0])
    given = [p for p in a[:-1] if p not in PARTICLES]
    return all(_same_part(p, q, first=True) if len(p) > 1 else p[0] == q[0] for p, q in zip(given, b, strict=False))


def _initials_conflict(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """True for "George W. Bush" and "George H. Bush": middle initials on both sides, and none in common."""
    a, b = ({p for p in found[1:-1] if len(p) == 1} for found in (left, right))
    return bool(a and b and not a & b)


def _without_initials(found: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(p for i, p in enumerate(found) if len(p) > 1 or i in (0, len(found) - 1))
    return kept if len(kept) > 1 else found


def _same_part(left: str, right: str, *, first: bool) -> bool:
    """Two parts at one place: equal in one spelling, nearly so in a long part, or a given name and its short form."""
    a, b = spelling(left), spelling(right)
    if a == b or (first and usual(left) == usual(right)):
        return True
    if min(len(left), len(right)) < 5 or a.endswith("a") != b.endswith("a"):
        return False
    from rapidfuzz.distance import Levenshtein  # slow to load, and only needed here

    allowed = 2 if skeleton(left) == skeleton(right) else 1 if len(left) > 6 and not first else 0
    return Levenshtein.distance(a, b) <= allowed


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(any(spelling(p) == spelling(q) for q in rest) for p in short[1:] or short)
