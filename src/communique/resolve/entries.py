"""When two claims of the other kinds speak of one thing: offices, changes, statements, positions, proposals, steps."""

from collections.abc import Iterator
from functools import lru_cache

from communique.lexicon.roles import role_key
from communique.resolve.items import Group, Item
from communique.resolve.words import alike, content, coverage, normalised, runs

# -- offices and changes: one person, one role, one body or state


TENURE = 540
"""Days without a report after which the same title of the same person may be another term of office."""


def office_keys(item: Item) -> Iterator[object]:
    """One person and one role."""
    yield item.one("person"), role_key(item.get("role"))


def office_score(group: Group, item: Item) -> float:
    """The state and the body agree where both are given; an office and its former holding are two facts."""
    for role in ("country", "body"):
        mine, theirs = item.one(role) if item.get(role) else "", group.all(role)
        if mine and theirs and mine not in theirs and not _alike_bodies(role, item, group):
            return -1.0
    if group.days_since(item) > TENURE:
        return -1.0
    former = item.get("status") == "former"
    return 1.0 if former == (group.items[0].get("status") == "former") else -1.0


def _alike_bodies(role: str, item: Item, group: Group) -> bool:
    return role == "body" and any(alike(item.get(role), other.get(role)) >= 0.8 for other in group.items)


def change_score(group: Group, item: Item) -> float:
    """One change of one person's office, told within a season; dates at most a few days apart."""
    if item.get("change") not in group.all("change") and "other" not in (*group.all("change"), item.get("change")):
        return -1.0
    if item.when.is_known and group.windows and min(item.when.gap(w) for w in group.windows) > 7:
        return -1.0
    return 1.0 if group.days_since(item) <= 120 else -1.0


# -- statements: one speaker, the same words


@lru_cache(maxsize=65536)
def _runs(said: str) -> tuple[int, ...]:
    return tuple(runs(said))


def statement_keys(item: Item) -> Iterator[object]:
    """The speaker with the words, and with a few of their runs, those of the smallest hashes."""
    who, said = item.one("speaker"), " ".join(item.claim.all("content"))
    yield who, normalised(said)
    yield from ((who, run) for run in sorted(set(_runs(said)))[:4])


def statement_score(group: Group, item: Item) -> float:
    """The same words, or nearly: one part may be left out, as copies and trimmed quotations do."""
    if abs(item.day - group.items[0].day) > 14:
        return -1.0
    said = " ".join(item.claim.all("content"))
    first = " ".join(group.items[0].claim.all("content"))
    if normalised(said) == normalised(first):
        return 1.0
    short, long = sorted((_runs(said), _runs(first)), key=len)
    return 0.9 if len(short) > 2 and coverage(short, frozenset(long)) >= 0.7 else 0.0


# -- positions: one party, one stance, one issue in whatever words


def position_keys(item: Item) -> Iterator[object]:
    """The party and stance with each word of the issue."""
    yield from ((item.one("party"), item.get("stance"), word) for word in sorted(content(item.get("issue"))))


def position_score(group: Group, item: Item) -> float:
    """The wordings share most of their content, within a month."""
    if group.days_since(item) > 31:
        return -1.0
    return max(alike(item.get("issue"), other.get("issue")) for other in group.items[-6:]) - 0.15


# -- proposals: one plan under its names


PLAIN = frozenset("plan proposal deal agreement accord ceasefire truce draft text treaty pact offer resolution".split())
"""Words that name a kind of document, not this one."""


def proposal_keys(item: Item) -> Iterator[object]:
    """Each word of the name, and the authors with the kind of document."""
    said = content(item.get("name"))
    yield from (("word", word) for word in sorted(said - PLAIN))
    yield from (("by", author, word) for author in sorted(item.entities("authors")) for word in sorted(said & PLAIN))


def proposal_score(group: Group, item: Item) -> float:
    """The names agree in what is particular to them, numbers exactly; authors agree where both are given."""
    mine, theirs = item.entities("authors"), group.all("authors")
    if mine and theirs and not mine & theirs:
        return -1.0
    if group.days_since(item) > 90:
        return -1.0
    best = max(_names(item.get("name"), other.get("name")) for other in group.items[-8:])
    return best + (0.1 if mine & theirs else 0.0)


def _names(left: str, right: str) -> float:
    a, b = content(left), content(right)
    numbers = [{w for w in words if w.isdigit()} for words in (a, b)]
    if all(numbers) and not numbers[0] & numbers[1]:
        return -1.0
    particular = (a - PLAIN) & (b - PLAIN)
    if not particular:
        return 0.45 if a == b else 0.0
    return alike(left, right) - 0.1


# -- next steps: one doer, one deed, one time


def step_keys(item: Item) -> Iterator[object]:
    """The doer with each word of the deed, or with the kind and day."""
    who = sorted(item.entities("who")) or ["?"]
    yield from ((doer, word) for doer in who for word in sorted(content(item.get("what"))))
    if item.when.is_known:
        yield from ((doer, item.get("kind"), item.when.first) for doer in who)


def step_score(group: Group, item: Item) -> float:
    """The deeds are worded alike, or it is a meeting or journey of the same doers on the same days."""
    if item.when.is_known and group.windows and not any(item.when.overlaps(w) for w in group.windows):
        return -1.0
    if group.days_since(item) > 30:
        return -1.0
    mine, theirs = item.entities("who"), group.all("who")
    if mine and theirs and not mine & theirs:
        return -1.0
    wording = max(alike(item.get("what"), other.get("what")) for other in group.items[-8:])
    same_day = item.when.is_close and any(w.is_close and w.overlaps(item.when) for w in group.windows)
    movement = item.get("kind") in group.all("kind") and item.get("kind") in ("meeting", "travel")
    together = len(mine & theirs) > 1 or (len(mine) == len(theirs) == 1 and mine == theirs)
    return max(wording - 0.1, 0.6 if same_day and movement and together else 0.0)


# -- parties: one side


def party_keys(item: Item) -> Iterator[object]:
    """The side, in the month of publication."""
    yield item.one("name"), item.source.published[:7]


def party_score(group: Group, item: Item) -> float:
    """A side is one fact a month, whatever roles the reports of that month give it."""
    return 1.0


# -- citations: one source behind one outlet's reports


def citation_keys(item: Item) -> Iterator[object]:
    """The source as named, in the month of publication."""
    yield normalised(item.get("cited")), item.get("kind"), item.source.published[:7]


def citation_score(group: Group, item: Item) -> float:
    """One source that is cited by name is one; unnamed ones stay apart unless the words are the same."""
    if item.get("kind") != "anonymous_source":
        return 1.0
    return 1.0 if item.claim.evidence[0].quote == group.items[0].claim.evidence[0].quote else -1.0
