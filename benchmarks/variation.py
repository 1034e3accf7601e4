"""A record of any size from our own example corpus, by variation: other states, people, places, outlets, days, words.

    for report, claims in varied(100_000): …

The fifteen reports of `examples/lantern-islands` are read once, with the shipped model. Each process made from them has
the same fifteen reports between two other states: names, mediators and outlets are renamed in the text and in the
claims, all days are moved, and eight in ten of the remaining words of four letters or more are exchanged for others, so
that no two processes share sentences. Every passage still stands where its claim says. The same number gives the same
record on every machine.

States keep their officials for four years, so that people, offices and sides come up again in many processes.
"""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import count, islice
from pathlib import Path

from communique.language.annotator import DefaultAnnotator
from communique.model.claim import Argument, Claim
from communique.model.evidence import Evidence
from communique.model.report import Report
from communique.model.span import Span
from communique.pipeline import read
from communique.reading.files import read_files

CORPUS = Path(__file__).parents[1] / "examples" / "lantern-islands"
BEGIN = date(2031, 5, 2)
"""The day of the corpus's first report."""

YEARS = 20
PROCESSES = 6_700
"""Processes that are spread over `YEARS`; more of them run on beyond."""

STATES = 120
TERM = 4 * 365
HOSTS = (
    ("Norway", "Norwegian", "NOR", "Oslo"),
    ("Oman", "Omani", "OMN", "Muscat"),
    ("Qatar", "Qatari", "QAT", "Doha"),
    ("Austria", "Austrian", "AUT", "Vienna"),
    ("Egypt", "Egyptian", "EGY", "Cairo"),
    ("Kenya", "Kenyan", "KEN", "Nairobi"),
    ("Finland", "Finnish", "FIN", "Helsinki"),
    ("Ghana", "Ghanaian", "GHA", "Accra"),
    ("Jordan", "Jordanian", "JOR", "Amman"),
    ("Uruguay", "Uruguayan", "URY", "Montevideo"),
    ("Chile", "Chilean", "CHL", "Santiago"),
    ("Ireland", "Irish", "IRL", "Dublin"),
    ("Portugal", "Portuguese", "PRT", "Lisbon"),
    ("Malaysia", "Malaysian", "MYS", "Putrajaya"),
    ("Indonesia", "Indonesian", "IDN", "Jakarta"),
    ("Senegal", "Senegalese", "SEN", "Dakar"),
    ("Botswana", "Botswanan", "BWA", "Gaborone"),
    ("Estonia", "Estonian", "EST", "Tallinn"),
    ("Iceland", "Icelandic", "ISL", "Reykjavik"),
    ("Tunisia", "Tunisian", "TUN", "Tunis"),
    ("Kazakhstan", "Kazakh", "KAZ", "Astana"),
    ("Peru", "Peruvian", "PER", "Lima"),
    ("Nepal", "Nepalese", "NPL", "Kathmandu"),
    ("Canada", "Canadian", "CAN", "Ottawa"),
)
CASTS = (
    "Krol Anders Vell Jonas Sundt Marek Brandt Helena Lunde Erik Quint Rosa Horn Pavel".split(),
    "Moran Livia Arden Tomas".split(),
    "Solheim Ingrid".split(),
    "Rawahi Salim Harthy Khalid".split(),
)
"""The parts of the names of those who speak for the first side, the second, the host and the mediator."""

FIXED = frozenset({"status", "kind", "mode", "cue", "channel", "format", "modality", "stance", "change"})
"""Fields whose values are terms, not words of the report."""

DATED = frozenset({"when", "since", "until", "value"})

_WORD = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"(?<![\d-])(\d{4})-(\d{2})(?![\d-])")
_START = "b br d dr f g gr h j k kr l m n p r s st t tr v z".split()
_MIDDLE = "a e i o u ai au ei or an en il".split()
_END = "ck d l m n nd r rg s st t vik x".split()


@dataclass(frozen=True, slots=True)
class _Base:
    """The corpus as read, and the words in it that may be exchanged."""

    reports: tuple[tuple[Report, tuple[Claim, ...]], ...]
    words: tuple[str, ...]


def varied(reports: int) -> Iterator[tuple[Report, list[Claim]]]:
    """So many reports with their claims, process by process."""
    return islice((made for number in count() for made in process(number)), reports)


def process(number: int) -> Iterator[tuple[Report, list[Claim]]]:
    """The reports of one process."""
    base = _base()
    rng = random.Random(number)
    moved = timedelta(number * YEARS * 365 // PROCESSES)
    words = _names(rng, moved.days)
    others = list(base.words)
    rng.shuffle(others)
    words |= {word: other for word, other in zip(base.words, others, strict=True) if rng.random() < 0.8}
    for report, claims in base.reports:
        yield _renamed(report, claims, words, moved, number)


def _names(rng: random.Random, day: int) -> dict[str, str]:
    """What the names of the corpus are in one process."""
    first, second = rng.sample(range(STATES), 2)
    host, mediator = rng.sample(HOSTS, 2)
    state, rival = _state(first), _state(second)
    words = {"Veldania": state, "Veldanian": f"{state}n", "Maretia": rival, "Maretian": f"{rival}n"}
    words |= {"Torvik": _word(first, "capital").title(), "Elen": _word(second, "port").title()}
    words |= dict(zip(("Norway", "Norwegian", "NOR", "Oslo"), host, strict=True))
    words |= dict(zip(("Oman", "Omani", "OMN", "Muscat"), mediator, strict=True))
    words |= {"Lantern": _word(first * STATES + second, "islands").title()}
    words |= {"Northern": rng.choice("Northern Eastern Western Southern Central".split())}
    words |= {"Harbour": rng.choice("Harbour River Valley Lake Coast Mountain".split())}
    for holder, cast in zip((first, second, host[2], mediator[2]), CASTS, strict=True):
        words |= {part: _word(f"{holder}/{day // TERM}", part).title() for part in cast}
    return words | {word.upper(): new.upper() for word, new in words.items()}


@cache
def _state(number: int) -> str:
    return _word(number, "state").title() + "ia"


@cache
def _word(*seed: object) -> str:
    rng = random.Random(repr(seed))
    return "".join(
        rng.choice(_START) + rng.choice(_MIDDLE) for _ in range(rng.choice((1, 2)))
    ) + rng.choice(_START) + rng.choice(_MIDDLE) + rng.choice(_END)  # fmt: skip


@cache
def _base() -> _Base:
    reports = [r for r in read_files([str(CORPUS)]) if isinstance(r, Report)]
    done = [(r.report, r.claims) for r in read(reports, DefaultAnnotator())]
    fixed = {w for _, claims in done for c in claims for a in c.arguments if a.role in FIXED for w in _words(a)}
    found = {w for report, _ in done for w in _WORD.findall(report.text) if len(w) > 3 and w.islower()}
    return _Base(tuple(done), tuple(sorted(found - fixed)))


def _words(argument: Argument) -> list[str]:
    return _WORD.findall(argument.value + " " + argument.evidence.quote if argument.role == "cue" else argument.value)


def _renamed(
    report: Report, claims: tuple[Claim, ...], words: Mapping[str, str], moved: timedelta, number: int
) -> tuple[Report, list[Claim]]:
    places: dict[int, int] = {}
    pieces, at, new_at = [], 0, 0
    for match in _WORD.finditer(report.text):
        for place in range(at, match.start() + 1):
            places[place] = new_at + place - at
        pieces.append(report.text[at : match.start()])
        new_at += match.start() - at
        pieces.append(words.get(match[0], match[0]))
        new_at += len(pieces[-1])
        at = match.end()
        places[at] = new_at
    for place in range(at, len(report.text) + 1):
        places[place] = new_at + place - at
    text = "".join((*pieces, report.text[at:]))
    made = Report(
        _said(report.outlet, words),
        _day(report.published, moved),
        text[: places[len(report.title)]],
        text,
        url=f"{report.url}/{number}",
        name=f"{number}-{report.name}",
    )
    found = (_claim(claim, made, words, places, moved) for claim in claims)
    return made, [claim for claim in found if claim is not None]


def _claim(
    claim: Claim, report: Report, words: Mapping[str, str], places: Mapping[int, int], moved: timedelta
) -> Claim | None:
    """A claim in the renamed report; None where a passage begins or ends within a word."""

    def read_again(evidence: Evidence) -> Evidence:
        return report.quote(Span(places[evidence.span.start], places[evidence.span.end]))

    try:
        arguments = tuple(
            Argument(a.role, _value(a, read_again(a.evidence), words, moved), read_again(a.evidence))
            for a in claim.arguments
        )
        passages = tuple(map(read_again, claim.evidence))
    except KeyError:
        return None
    return Claim(claim.kind, report.id, arguments, passages, claim.made_by, claim.score)


def _value(argument: Argument, read_again: Evidence, words: Mapping[str, str], moved: timedelta) -> str:
    if argument.role in DATED:
        return _day(argument.value, moved)
    if argument.role in FIXED:
        return argument.value
    return read_again.quote if argument.value == argument.evidence.quote else _said(argument.value, words)


def _said(text: str, words: Mapping[str, str]) -> str:
    return _WORD.sub(lambda match: words.get(match[0], match[0]), text)


def _day(written: str, moved: timedelta) -> str:
    """Days and months of an EDTF value, moved."""
    months = _MONTH.sub(lambda m: (date(int(m[1]), int(m[2]), 15) + moved).isoformat()[:7], written)
    return _DAY.sub(lambda m: (date.fromisoformat(m[0]) + moved).isoformat(), months)
