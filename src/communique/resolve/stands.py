"""Where parties stand on one issue in whatever words, and between which two sentences that changed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import groupby

from communique.lexicon.countries import code_of, countries
from communique.lexicon.issues import core, fillers, issues_of, rest_of, signs_of
from communique.lexicon.tables import key
from communique.model.entity import Entity
from communique.model.fact import Fact, Value
from communique.model.matrix import Point, Thread
from communique.resolve.words import alike, content

CAMPS = {
    "demands": "for",
    "proposes": "for",
    "supports": "for",
    "accepts": "for",
    "open_to": "between",
    "conditional": "between",
    "undecided": "between",
    "rejects": "against",
}
"""Where a stance stands; a denial is about what happened, not about an issue."""

SAME_WORDS = 0.65
"""How alike wordings are that name one issue for which there is no common name."""

LEAD = 2
"""Words before the wording of an issue that say what is done to it."""

LATEST = 6
"""Wordings of an issue that a new one is compared with."""


_CONDITION = re.compile(
    r"\b(?:unless|until|only (?:if|when|after)|provided that|on (?:the )?condition|as long as|"
    r"in (?:exchange|return) for)\b",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"[^\W\d_]+(?:['’.-]?[^\W\d_]+)*")


def points(facts: Iterable[Fact], entities: Mapping[str, Entity], since: str = "", until: str = "") -> list[Point]:
    """What each report of the days from `since` to `until` says, oldest first; copies say nothing of their own."""
    found = {p.order: p for fact in facts for p in _points(fact, entities)}
    return [found[at] for at in sorted(found) if since <= found[at].day <= (until or "~")]


def _points(fact: Fact, entities: Mapping[str, Entity]) -> Iterator[Point]:
    for number, source in enumerate(fact.sources):
        if source.relation in ("denies", "copy"):
            continue
        given = {v.role: v for v in reversed(fact.values) if number in v.given}
        if not {"party", "issue"} <= set(given):
            continue
        party, by = given["party"], given.get("by", given["party"])
        who, voice = (v.entity or v.value.casefold() for v in (party, by))
        is_named = _is_named(source.quote, party, by, entities)
        stance = given["stance"].value if "stance" in given else fact.status
        said_by = by.value if "by" in given else ""
        issue = " ".join(given["issue"].value.split())
        yield Point(fact.id, who, voice, party.value, said_by, stance, issue, is_named, source)


def _is_named(passage: str, party: Value, by: Value, entities: Mapping[str, Entity]) -> bool:
    """True when a passage names the party, or by name somebody who is known to be of it."""
    if is_named_in(passage, party.value, entities.get(party.entity)):
        return True
    speaker = entities.get(by.entity)
    is_of_it = party.value not in countries() or (speaker is not None and speaker.country == party.value)
    return is_of_it and is_named_in(passage, by.value, speaker)


def is_named_in(passage: str, name: str, entity: Entity | None) -> bool:
    """True when a passage names a party or person by itself, not as "he" or "the two sides"; a state also by its
    people, its capital or in an adjective.
    """
    words = key(passage)
    if entity is None or entity.kind != "person":
        code = name if name in countries() else code_of(name)
        if code and code in _codes(passage):
            return True
    forms = {key(form) for form in (name, *(entity.names if entity else ()))}
    if entity and entity.kind == "person":
        forms = {form.split()[-1] for form in forms if form}
    return any(form and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", words) for form in forms)


@lru_cache(maxsize=65536)
def _codes(passage: str) -> frozenset[str]:
    """The states that a passage names, by their codes."""
    found = _CAPITALISED.findall(passage)
    near = (" ".join(found[i : i + n]) for i in range(len(found)) for n in (1, 2, 3) if found[i][0].isupper())
    return frozenset(code for name in near if (code := code_of(name.removesuffix("'s").removesuffix("’s"))))


def threads(found: Sequence[Point]) -> list[Thread]:
    """The points (oldest first) by issue; one that names two issues stands in both. An earlier point never depends on
    a later one.
    """
    named: dict[str, list[Point]] = defaultdict(list)
    worded: list[list[Point]] = []
    by_word: dict[str, list[int]] = defaultdict(list)
    for point in found:
        issues = issues_of(point.issue)
        for issue in issues:
            named[issue].append(point)
        if issues or not content(core(point.issue)):
            continue
        number = _like(point, worded, by_word)
        if number == len(worded):
            worded.append([])
        worded[number].append(point)
        for word in content(core(point.issue)):
            by_word[word] = [*(n for n in by_word[word] if n != number), number][-LATEST:]
    return [
        *(Thread(issue, tuple(named[issue]), moves(named[issue])) for issue in sorted(named)),
        *(Thread(group[0].issue, tuple(group), moves(group)) for group in worded),
    ]


def _like(point: Point, worded: Sequence[Sequence[Point]], by_word: dict[str, list[int]]) -> int:
    """The number of the issue in whose words a point speaks, or the next one."""
    plain = core(point.issue)
    tried = sorted({n for word in content(plain) for n in by_word.get(word, ())})
    scored = [(max(_likeness(plain, core(p.issue)) for p in worded[n][-LATEST:]), -n) for n in tried]
    best, number = max(scored, default=(0.0, 0))
    return -number if best >= SAME_WORDS else len(worded)


def _likeness(left: str, right: str) -> float:
    """How alike two wordings are; one word in common says too little, unless it is all that there is."""
    a, b = content(left), content(right)
    return alike(left, right) if len(a & b) > 1 or a == b else 0.0


def moves(found: Sequence[Point]) -> tuple[tuple[Point, Point], ...]:
    """Pairs of points of one issue between which a party changed its stand, by the later one."""
    by_party: dict[str, list[Point]] = defaultdict(list)
    for point in found:
        if is_proof(point):
            by_party[point.party].append(point)
    pairs = [pair for of_party in by_party.values() for pair in _moves(of_party)]
    return tuple(sorted(pairs, key=lambda pair: (pair[1].order, pair[0].order)))


def is_proof(point: Point) -> bool:
    """True when a sentence by itself shows where a party stands: it names the party, says the condition if there is
    one, and neither denies nor undoes the issue that it words.
    """
    quote = " ".join(point.source.quote.split())
    lead = quote.partition(point.issue)[0].split()[-LEAD:]
    is_undone = {"negated", "harmed"} & signs_of(point.issue) or "harmed" in signs_of(" ".join(lead))
    is_stated = point.stance != "conditional" or _CONDITION.search(quote)
    return bool(point.is_named and point.stance in CAMPS and is_stated and not is_undone)


def _moves(found: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    told: set[tuple[str, str]] = set()
    days = {day: list(of_day) for day, of_day in groupby(found, lambda p: p.day)}
    for number, later in enumerate(found):
        before = (found[n] for n in range(number - 1, -1, -1))
        earlier = next((p for p in before if p.day < later.day and is_comparable(p, later)), None)
        if earlier is None or not all(_is_plain(days[p.day], p) for p in (later, earlier)):
            continue
        camp = CAMPS[later.stance]
        if CAMPS[earlier.stance] != camp and (later.day, camp) not in told:
            told.add((later.day, camp))
            yield earlier, later


def _is_plain(of_day: Iterable[Point], point: Point) -> bool:
    """False when the reports of its day have the party of a point stand on both sides."""
    return len({CAMPS[p.stance] for p in of_day if is_comparable(p, point)}) == 1


def is_comparable(left: Point, right: Point) -> bool:
    """True when two points of one party are about the same: wordings that share most, neither of them turned round,
    and no two people of whom each speaks for himself.
    """
    if left.voice != right.voice and left.party not in (left.voice, right.voice):
        return False
    return signs_of(left.issue) == signs_of(right.issue) and _is_same(left.issue, right.issue)


def _is_same(left: str, right: str) -> bool:
    """True for wordings of one issue with the same particulars, or else with most of their words in common."""
    issues = issues_of(left)
    if set(issues) != set(issues_of(right)):
        return False
    if not issues:
        return len(content(core(left)) & content(core(right))) > 1 and alike(core(left), core(right)) >= SAME_WORDS
    (names, words), (other_names, other_words) = _particulars(left), _particulars(right)
    if names and other_names and not names & other_names:
        return False
    return len(words & other_words) * 2 >= max(len(words), len(other_words))


@lru_cache(maxsize=65536)
def _particulars(wording: str) -> tuple[frozenset[str], frozenset[str]]:
    """The names, and the other words that count, which stand beside the name of an issue."""
    is_shouted = wording.isupper()
    named = frozenset() if is_shouted else content(" ".join(w for w in _CAPITALISED.findall(wording) if w[0].isupper()))
    left = frozenset(w for w in content(rest_of(wording)) if not w.isdigit()) - _fillers()
    return left & named, left - named


@cache
def _fillers() -> frozenset[str]:
    return content(" ".join(sorted(fillers()))) | fillers()
