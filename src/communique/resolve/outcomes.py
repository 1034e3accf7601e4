"""What later reports say of a deed that was announced: that it was done, in part, or that it was not.

A report settles a step when one of its sentences tells the same deed (a verb of the same deed, in the past, with the
same thing on the side of the verb where its form puts it) of the same doer: named before the verb, or, where the
sentence names no doer ("the prisoners were freed"), in the report. Sentences that look back ("last year") or tell of a
plan settle nothing. Everything else leaves a step as it is: silence is no outcome.
"""

import re
from calendar import month_name
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import takewhile

from communique.lexicon.countries import countries
from communique.lexicon.deeds import Forms, deeds
from communique.lexicon.tables import alternatives
from communique.model.days import days, shifted
from communique.model.fact import Fact
from communique.model.outcome import Outcome
from communique.model.report import Report
from communique.resolve.words import SENTENCE, SPELLED

LATE = 30
"""Days after its last day, or twice that after the announcement of an undated step, within which a deed is sought."""

NAMED = 2
"""Words of the thing, the last ones of its name, that a later report must repeat."""

_WORD = re.compile(r"[^\W_]+")
_BACK = re.compile(
    r"\b(?:last (?:week|month|year)|ago|earlier|previously|since|formerly|(?:19|20)\d\d|once|before)\b", re.IGNORECASE
)
_CONDITIONAL = re.compile(r"\b(?:not|never|only|if|unless|in exchange|provided)\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{'|'.join(month_name[1:])})\b")
_BY = re.compile(r"\s+by\s+(?:the\s+)?")
_SOME = re.compile(r"\b(?:some|half|part|several|most) of\b|\bpart(?:ly|ially)\b", re.IGNORECASE)
_AUXILIARY = frozenset("be been being was were is are get gets got having".split())
_PLANNED = frozenset(
    "to will would could may might should must can shall if unless until not never newly the a an".split()
)
_ARTICLES = frozenset("the a an".split())
_ENDS = frozenset(
    "by on in at as of to for from with about against before after until within into over under "
    "and or but if unless when while who which that where".split()
)
_SMALL = frozenset(
    "the a an its his her their our all some any this these those first second remaining other more new own held "
    "immediately it they he she them him".split()
)


@dataclass(frozen=True, slots=True)
class Deed:
    """What was announced: the forms of its verbs, the thing (its last words) and how many of it, 0 where not said."""

    forms: Forms
    thing: tuple[str, ...]
    count: int


@lru_cache(maxsize=4096)
def deed(what: str, quote: str) -> Deed | None:
    """The deed that a step announces; None for what no list of deeds knows, and for what is not to be done.

    `what` is the step's phrase. A passive ("be released by Saturday") has its thing before it, in `quote`.
    """
    found = [w.casefold() for w in _WORD.findall(what)]
    at = next((n for n, word in enumerate(found[:3]) if word in deeds()), -1)
    if at < 0 or {"not", "nothing", "never", "no"} & set(found) or _CONDITIONAL.search(quote):
        return None
    forms = deeds()[found[at]]
    is_passive = found[at] not in forms.bases and found[at] in forms.participles
    named = _before(quote, found[at]) if is_passive else found[at + 1 :]
    thing, count = _thing(named)
    return Deed(forms, thing, count) if thing else None


def _before(quote: str, verb: str) -> list[str]:
    """The words of a clause before its verb."""
    head = re.split(rf"\b{verb}\b", quote, maxsplit=1, flags=re.IGNORECASE)[0]
    clause = re.split(r",|\bthat\b|\bexpected\b", head)[-1]
    return [w.casefold() for w in _WORD.findall(clause)]


def _thing(found: Iterable[str]) -> tuple[tuple[str, ...], int]:
    """The last words of a name that begins here, and the number with it."""
    kept: list[str] = []
    count = 0
    for word in found:
        if word in _ENDS or (kept and word in _PLANNED):
            break
        count = count or _number(word)
        if word not in _SMALL and not _number(word) and not word.endswith("ly"):
            kept.append(word)
    return tuple(kept[-NAMED:]), count


def _number(word: str) -> int:
    return int(word) if word.isdigit() else SPELLED.index(word) + 1 if word in SPELLED else 0


def sought_in(step: Fact, as_of: str) -> tuple[str, str]:
    """The first and last day of publication of reports that can settle a step, as of a day."""
    told, (first, last) = step.published[:10], days(step.when)
    until = shifted(last or first, LATE) if step.when else shifted(told, 2 * LATE)
    return shifted(told, 1), min(until, as_of)


def outcome(step: Fact, reports: Iterable[Report], as_of: str) -> Outcome | None:
    """What the latest report says that settles a step on a day; `reports` are at least all that can."""
    wanted = deed(step.get("what"), step.sources[0].quote)
    if wanted is None:
        return None
    first, last = sought_in(step, as_of)
    doers = _doers(step.all("who"))
    found = None
    for report in sorted(reports, key=lambda r: (r.published, r.outlet, r.id)):
        if first <= report.published[:10] <= last and doers and doers.search(report.text):
            for told in _told(wanted, report, doers):
                if told.state != "broken" or _is_over(step, report):
                    found = told
    return found


def _is_over(step: Fact, report: Report) -> bool:
    """True when a report appeared on the last day of a step, or later: what is not done then was not kept."""
    last = days(step.when)[1]
    return bool(last) and report.published[:10] >= last


def _doers(who: Iterable[str]) -> re.Pattern[str] | None:
    """What names those who are to do it, by any form of their names."""
    forms: set[str] = set()
    for name in who:
        state = countries().get(name)
        forms |= {*state.names, *state.demonyms} if state else {name}
    written = alternatives(forms)
    return re.compile(rf"\b(?:{written})") if written else None


def _told(wanted: Deed, report: Report, doers: re.Pattern[str]) -> Iterator[Outcome]:
    for sentence in SENTENCE.finditer(report.text, len(report.title)):
        if _BACK.search(sentence[0]) or _is_of_another_month(sentence[0], report):
            continue
        state, signals = _read(wanted, sentence[0], doers)
        if state:
            lead = len(sentence[0]) - len(sentence[0].lstrip())
            yield Outcome(state, report, sentence.start() + lead, sentence.end(), signals)


def _is_of_another_month(sentence: str, report: Report) -> bool:
    own = month_name[date.fromisoformat(report.published[:10]).month]
    return any(found[0] != own for found in _MONTH.finditer(sentence))


def _read(wanted: Deed, sentence: str, doers: re.Pattern[str]) -> tuple[str, tuple[str, ...]]:
    """The state that a sentence gives a deed ("" for none), and why."""
    tokens = [(m[0].casefold(), m.start(), m.end()) for m in _WORD.finditer(sentence)]
    plain = [w for w, _, _ in tokens]
    for n, (word, start, end) in enumerate(tokens):
        near = plain[max(0, n - 4) : n]
        is_passive = word in wanted.forms.participles and bool(_AUXILIARY & set(near[-2:]))
        is_negated = _is_negated(wanted.forms, word, near)
        is_past = word in wanted.forms.pasts | wanted.forms.participles
        if not is_negated and (not is_past or _is_planned(near, is_passive=is_passive)):
            continue
        thing = plain[:n] if is_passive else _object(sentence[end:])
        if not {_singular(w) for w in wanted.thing} <= {_singular(w) for w in thing}:
            continue
        by = _BY.match(sentence, end)
        doer = doers.match(sentence, by.end()) if by else doers.search(sentence, 0, start)
        if not doer and (by or not is_passive):
            continue
        signals = (f"deed: {word}", f"of: {' '.join(wanted.thing)}", f"doer: {doer[0] if doer else 'in the report'}")
        return _state(wanted, thing, sentence, is_negated=is_negated), signals
    return "", ()


def _object(after: str) -> list[str]:
    """The words of what stands right after a verb."""
    found = [m.casefold() for m in _WORD.findall(re.split(r"[,;:–—(]", after)[0])]
    return list(takewhile(lambda word: word == "of" or word not in _ENDS, found))


def _is_negated(forms: Forms, word: str, near: list[str]) -> bool:
    """True for "did not release", "were not released", "failed to release"."""
    if "not" in near[-3:] and {"did", "was", "were", "has", "have", "had"} & set(near):
        return word in forms.bases | forms.participles
    return word in forms.bases and near[-2:] in (["failed", "to"], ["refused", "to"])


def _is_planned(near: list[str], *, is_passive: bool) -> bool:
    if is_passive:
        return bool((_PLANNED - _ARTICLES) & set(near))
    return not near or near[-1] in _PLANNED | _AUXILIARY


def _state(wanted: Deed, thing: list[str], sentence: str, *, is_negated: bool) -> str:
    if is_negated:
        return "broken"
    counts = [n for n in map(_number, thing) if n]
    is_less = bool(wanted.count and counts and max(counts) < wanted.count)
    return "partly" if is_less or _SOME.search(sentence) else "kept"


def _singular(word: str) -> str:
    return word.removesuffix("s")
