"""What single words of a report say of a plan: how many points it has, how many it had before, that it was revised."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from communique.lexicon.plans import NUMBER, counter_words, names_document, number, plan_words
from communique.model.fact import Fact, Source
from communique.model.report import Report
from communique.resolve.words import SENTENCE

FEWEST = 2
"""Points that make a plan one of so many points."""

_POINTED = re.compile(rf"\b(?P<now>{NUMBER})[- ]points?\b", re.IGNORECASE)
_ONLY = r"(?:just\s+|only\s+)?"
_CHANGES = (
    rf"\bfrom\s+(?P<was>{NUMBER})(?:[- ]points?)?\s+(?:down\s+|up\s+)?to\s+{_ONLY}(?P<now>{NUMBER})\b",
    rf"\b(?P<now>{NUMBER})\s+points?,?\s+(?:(?:down|up)\s+from|instead\s+of|rather\s+than)\s+"
    rf"(?:the\s+)?(?:earlier\s+|initial\s+|original\s+)?(?P<was>{NUMBER})\b",
)


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where a report speaks of a plan, in the words of `source`.

    `points` is the number of points that it gives, `was` the number before, where it says that it changed; both 0 where
    it does not. `sign` is "revised", "counter" or "". `authors` are ids of entities, or names.
    """

    fact: str
    source: Source
    name: str
    points: int = 0
    was: int = 0
    sign: str = ""
    authors: frozenset[str] = frozenset()

    @property
    def order(self) -> tuple[str, str, str, int, str, str]:
        """The one order of tellings: publication, outlet, report and place."""
        s = self.source
        return s.published, s.outlet, s.report, s.start, self.fact, self.name

    @property
    def is_marked(self) -> bool:
        """True when it tells one version of a plan from others."""
        return bool(self.points or self.was or self.sign)


def tellings(fact: Fact) -> tuple[Telling, ...]:
    """How each source of a proposal speaks of it; sources whose words stand no more are left out while others do."""
    found = []
    for n, source in enumerate(fact.sources):
        if source.relation == "denies" or (fact.origins and not source.stands):
            continue
        name = next((v.value for v in fact.values if v.role == "name" and n in v.given), fact.get("name"))
        by = frozenset(v.entity or v.value for v in fact.values if v.role == "authors" and n in v.given)
        found.append(Telling(fact.id, source, name, *told(name, source.quote), by))
    return tuple(found)


@lru_cache(maxsize=65536)
def told(name: str, quote: str) -> tuple[int, int, str]:
    """The points that a plan has by its name and the sentence with it, those that it had before, and the sign."""
    was, now = change(quote)
    sign, is_base = _sign(name, quote)
    return now or (0 if is_base else pointed(name)), was or (pointed(name) if is_base else 0), sign


@lru_cache(maxsize=65536)
def pointed(text: str) -> int:
    """The number of points that a name gives ("28-point plan", "plan of nineteen points"), 0 for none."""
    numbers = (number(found["now"]) for found in _POINTED.finditer(text))
    return next((n for n in numbers if n >= FEWEST), 0)


@lru_cache(maxsize=65536)
def change(sentence: str) -> tuple[int, int]:
    """The numbers of points before and after, where a sentence about a document says that they changed; else zeros."""
    if "point" not in sentence.casefold() or not names_document(sentence):
        return 0, 0
    for pattern in _changes():
        for found in pattern.finditer(sentence):
            was, now = number(found["was"]), number(found["now"])
            if was >= FEWEST and now >= FEWEST and was != now:
                return was, now
    return 0, 0


@cache
def _changes() -> tuple[re.Pattern[str], ...]:
    done = (
        rf"\b(?P<was>{NUMBER})[- ]points?\b[^.;]{{0,80}}?\b(?:{plan_words('changed')})\s+to\s+{_ONLY}"
        rf"(?P<now>{NUMBER})\b"
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (*_CHANGES, done))


def _sign(name: str, quote: str) -> tuple[str, bool]:
    """What a name and the words beside it say of the version; whether the name is that of the version before."""
    if counter_words().search(name):
        return "counter", False
    if _revised().search(name):
        return "revised", False
    at = quote.find(name)
    if at < 0:
        return "", False
    if found := _before().search(quote[:at]):
        return "revised", bool(found["of"])
    return ("revised", True) if _after().match(quote[at + len(name) :]) else ("", False)


@cache
def _revised() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{plan_words('revised')})\b", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    """What ends the words before a name of a later version: "a revised", "an amended version of the"."""
    kind = r"(?:\s+(?:version|draft|text|edition|form|wording)s?)?"
    of = r"(?P<of>\s+(?:of|to))?(?:\s+(?:the|its|their|his|her|that|this|a|an|\S+['’]s?))?\s+"
    return re.compile(rf"\b(?:{plan_words('revised')}){kind}{of}$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    """What stands after the name of the version before: "has since been revised"."""
    verb = r"(?:\s+(?:has|have|had|was|were|is|are|been|being|since|later|also|heavily|slightly)){1,4}\s+"
    return re.compile(rf"{verb}(?:{plan_words('revised')})\b", re.IGNORECASE)


# -- the rest of a report


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text, each with where it begins."""
    for found in SENTENCE.finditer(text):
        plain = found.group().lstrip()
        yield found.end() - len(plain), plain.rstrip()


def counted_in(report: Report, source: Source, known: Iterable[int]) -> list[Telling]:
    """Sentences of a report that give a number of points which the plan is `known` by, or from or to which it changed.

    `source` is one of the plan's in this report.
    """
    numbers, found = frozenset(known), []
    if "point" not in report.text.casefold():
        return []
    for start, sentence in sentences(report.text):
        if "point" not in sentence.casefold():
            continue
        was, now = change(sentence)
        named = pointed(sentence) if not now and names_document(sentence) else now
        if {was, named} & (numbers - {0}) and (now or named in numbers):
            at = replace(source, start=start, end=start + len(sentence), quote=sentence, claim="")
            found.append(Telling("", at, "", named, was))
    return found


# -- versions


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a plan with the tellings of it, in order; `how` as in `DraftRow`."""

    how: str
    points: int
    tellings: tuple[Telling, ...]


@dataclass(slots=True)
class _Open:
    how: str
    points: int
    told: list[Telling]


def versions(told: Iterable[Telling]) -> tuple[Version, ...]:
    """The versions that tellings tell apart, in the order in which they came to be told of.

    A number of points of its own, a word that says it was revised, or an answer by another side makes a version. What
    tells none apart belongs to the only version, and to none where there are several.
    """
    found: list[_Open] = []
    for telling in sorted(told, key=lambda t: t.order):
        if telling.was:
            _numbered(found, telling, telling.was)
        _placed(found, telling)
    return tuple(Version(v.how, v.points, tuple(v.told)) for v in found if v.told)


def _placed(found: list[_Open], telling: Telling) -> None:
    if telling.sign == "counter":
        _opened(found, telling, "counter", lambda v: v.how == "counter" and _may_be_one(v.told, telling))
    elif telling.points:
        _numbered(found, telling, telling.points)
    elif telling.sign == "revised":
        _opened(found, telling, "revised", lambda v: v.how == "revised")
    elif len(found) < 2:
        _opened(found, telling, "first", lambda v: True)


def _may_be_one(told: Sequence[Telling], telling: Telling) -> bool:
    by = frozenset(a for t in told for a in t.authors)
    return not by or not telling.authors or bool(by & telling.authors)


def _opened(found: list[_Open], telling: Telling, how: str, is_one: Callable[[_Open], bool]) -> None:
    """Add a telling to the last version that is the one, or begin it."""
    known = next((v for v in reversed(found) if is_one(v)), None)
    if known is None:
        found.append(_Open(how, 0, [telling]))
    else:
        known.told.append(telling)


def _numbered(found: list[_Open], telling: Telling, points: int) -> None:
    """Add a telling to the version of so many points: a known one, one that was told of without its number, a new one.

    The first version may be told of without its points; so may a revised one, where the telling says that it is one.
    """
    is_changed = points == telling.points and bool(telling.was or telling.sign)
    known = next((v for v in found if v.points == points), None)
    if known is None and found and not found[-1].points:
        last = found[-1]
        is_it = last.how == "revised" if is_changed else last.how == "first"
        known = last if is_it else None
    if known is None:
        found.append(_Open("points" if found else "first", points, [telling]))
        return
    known.points = points
    if telling not in known.told:
        known.told.append(telling)
