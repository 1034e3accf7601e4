"""Which proposals are versions of one plan: told by their names, points, authors and time, never by one of these alone.

Facts keep a plan of 28 points and one of 19 apart. Here they are chained where the reports show that one became the
other: each proposal follows at most one earlier one, the likeliest, so that the chains make a forest which does not
depend on the order in which reports were added.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from communique.lexicon.countries import code_of
from communique.lexicon.plans import kinds_of, number, plain_words
from communique.model.days import shifted
from communique.model.plan import Naming
from communique.resolve.drafts import told
from communique.resolve.words import content, words

NEAR = 45
"""Days from the first report of a version to that of the next."""

CHANGED, COUNTED, NAMED, MADE, ANSWERED = 5, 4, 3, 2, 1
"""Why two proposals are one plan, the surest first: words that tell the change, the same number of points, particular
words of the name, the same authors, an answer told beside it."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal (the number and id of its fact) with what it is recognised by.

    `first` is the day of its first report, `until` the last on which the next version can come up. `kinds` are classes
    of the documents that its names may mean, `particular` the words that tell it from others of the same authors,
    `points` the numbers of points that it is given, `changes` those before and after, `signs` as in `Telling`.
    """

    number: int
    id: str
    first: str
    until: str
    kinds: frozenset[str]
    particular: frozenset[str]
    authors: frozenset[str]
    points: frozenset[int]
    changes: frozenset[tuple[int, int]]
    signs: frozenset[str]
    reports: frozenset[str]

    @property
    def is_marked(self) -> bool:
        """True when some words tell a version of it from others."""
        return bool(self.points or self.signs)


@dataclass(frozen=True, slots=True)
class Link:
    """A later proposal is a version of the plan of an earlier one: ids of facts, how sure, and why, in words."""

    earlier: str
    later: str
    strength: int
    reason: str


@dataclass(slots=True)
class Family:
    """The proposals that are one plan, the first one first, with why each of the others belongs to it."""

    proposals: list[Proposal]
    links: list[Link] = field(default_factory=list)

    @property
    def first(self) -> str:
        """The day of the first report."""
        return self.proposals[0].first


def proposal(namings: Sequence[Naming]) -> Proposal:
    """What claims of one fact, in order, call it, as what it is recognised by."""
    stand = [n for n in namings if n.stands] or namings
    said = [told(n.name, n.quote) for n in stand]
    by = tuple(sorted({author for n in stand for author in n.by}))
    names = sorted({n.name for n in stand})
    return Proposal(
        namings[0].number,
        namings[0].fact,
        namings[0].published[:10],
        shifted(namings[0].published[:10], NEAR),
        frozenset(kind for name in names for word in words(name) for kind in kinds_of(word)),
        frozenset(word for name in names for word in _particular(name, by)),
        frozenset(author for n in stand for author in n.authors or n.by),
        frozenset(n for points, was, _ in said for n in (points, was) if n),
        frozenset((was, points) for points, was, _ in said if was and points),
        frozenset(sign for *_, sign in said if sign),
        frozenset(n.report for n in stand),
    )


@lru_cache(maxsize=65536)
def _particular(name: str, by: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name but for kinds of document, numbers, words that any plan may have, and its authors."""
    found: list[str] = []
    for written in name.replace("-", " ").split():
        plain = "".join(words(written)[:1])
        is_empty = not content(plain) or plain in plain_words() or kinds_of(plain) or number(plain)
        if not is_empty and not _is_author(written, plain, by):
            found += content(plain)
    return tuple(found)


def _is_author(written: str, plain: str, by: Sequence[str]) -> bool:
    """True for a word of an author's name, and for the adjective of one ("Ruritanian")."""
    said = [w for author in by for w in words(author)]
    return code_of(written) in by or any(plain == w or (len(w) > 4 and plain[:5] == w[:5]) for w in said)


def link(earlier: Proposal, later: Proposal) -> Link | None:
    """Why a later proposal is a version of an earlier one's plan; None where nothing shows it."""
    if later.first > earlier.until or not _are_alike(earlier, later):
        return None
    shared = earlier.authors & later.authors
    are_others = bool(earlier.authors and later.authors and not shared)
    if "counter" in later.signs and are_others and earlier.reports & later.reports:
        return _link(earlier, later, ANSWERED, "told together, an answer to it")
    named = earlier.particular & later.particular
    if are_others or (earlier.particular and later.particular and not named):
        return None
    for was, now in sorted(earlier.changes | later.changes):
        if {was, now} & earlier.points and {was, now} & later.points:
            return _link(earlier, later, CHANGED, f"{was} points became {now}")
    if same := earlier.points & later.points:
        return _link(earlier, later, COUNTED, f"both of {min(same)} points")
    differ = bool(earlier.points and later.points) or "revised" in later.signs
    if differ and named:
        return _link(earlier, later, NAMED, f"name: {', '.join(sorted(named))}")
    if differ and shared:
        return _link(earlier, later, MADE, "the same authors and kind of document, at the same time")
    return None


def _are_alike(earlier: Proposal, later: Proposal) -> bool:
    """True for documents of kinds that may be one, of which words tell one version from others."""
    one_kind = bool(earlier.kinds and later.kinds)
    return one_kind and (earlier.is_marked or later.is_marked)


def _link(earlier: Proposal, later: Proposal, strength: int, reason: str) -> Link:
    return Link(earlier.id, later.id, strength, reason)


def grouped(namings: Iterable[Sequence[Naming]]) -> Iterator[Family]:
    """Proposals as plans, in the order of the plans' first reports; `namings` come in the order of theirs.

    A plan is given out as soon as no further proposal can belong to it.
    """
    open_: list[Family] = []
    for named in namings:
        new = proposal(named)
        while open_ and all(p.until < new.first for p in open_[0].proposals):
            yield open_.pop(0)
        is_marked = new.is_marked
        near = (
            (family, p)
            for family in open_
            for p in family.proposals
            if p.until >= new.first and (is_marked or p.is_marked)
        )
        found = [(made, family) for family, p in near if (made := link(p, new))] if new.kinds else []
        if not found:
            open_.append(Family([new]))
            continue
        made, family = max(found, key=lambda f: (f[0].strength, f[0].earlier))
        family.proposals.append(new)
        family.links.append(made)
    yield from open_
