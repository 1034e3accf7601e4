"""People: which names in a report are the same person, and what the report says right beside them.

A person is called by the fullest name and then by a surname, in the order of the name's people: "Marco Rubio" and
"Rubio", "Xi Jinping" and "Xi", "Riad Hijab" and "Hijab". Two people with one surname stay two.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import Levenshtein

from communique.language.identity.mentions import Entity, Found, mention, starts_in_capital, text_of
from communique.lexicon import people, titles
from communique.lexicon.tables import key
from communique.model.page import Page

ARTICLE = ("al-", "el-", "ash-", "as-", "an-", "at-", "ad-", "ar-")

_PINYIN = re.compile(
    r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:ai|ei|ao|ou|[iu]?ang?|eng?|ing?|i?ong|un|er|i?ao|iu|ui|uai|uo|ua|ue|ie"
    r"|ia|[aoeiu])){2}"
)
"""Two syllables of Mandarin in Hanyu Pinyin (ISO 7098), as given names are written: "Jinping"."""

TITLE = 5
"""So many words before a name can be its title."""

MONARCHS = frozenset("king queen emperor empress emir amir sultan pope tsar shah".split())
"""Who bears these titles is called by the first name: "King Salman" is not "Mohammed bin Salman"."""


@dataclass(slots=True)
class _Cluster:
    number: int
    names: list[tuple[str, ...]] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)


class _Clusters:
    """The people so far, found again by the first two letters of any word of their names."""

    def __init__(self) -> None:
        self.all: list[_Cluster] = []
        self._by_start: dict[str, list[int]] = {}

    def near(self, words: tuple[str, ...]) -> list[_Cluster]:
        """The clusters with a word that may be one of these, the oldest first."""
        numbers = {n for word in words for n in self._by_start.get(_bare(word)[:2], ())}
        return [self.all[n] for n in sorted(numbers)]

    def join(self, f: Found, words: tuple[str, ...], cluster: "_Cluster | None") -> int:
        """Add a name to a cluster, or to a new one; the number of the cluster."""
        if cluster is None:
            cluster = _Cluster(len(self.all))
            self.all.append(cluster)
        cluster.found.append(f)
        if words not in cluster.names:
            cluster.names.append(words)
            for start in {_bare(word)[:2] for word in words}:
                self._by_start.setdefault(start, []).append(cluster.number)
        return cluster.number


def complete(page: Page, found: Sequence[Found]) -> list[Found]:
    """The names with the surnames that were missed, or taken for something else, where the full name is known."""
    full = {_bare(_surname(_words(page, f))) for f in found if f.kind == "person" and f.last - f.first > 1}
    known = [replace(f, kind="person") if _is_surname(page, f, full) else f for f in found]
    return sorted([*known, *_missed(page, known)], key=lambda f: f.first)


def persons(page: Page, found: Sequence[Found]) -> list[Entity]:
    """One entity for each person, in the order of the first mention."""
    named = [(f, _words(page, f)) for f in found if f.kind == "person"]
    clusters = _Clusters()
    for f, words in sorted((n for n in named if len(n[1]) > 1), key=lambda n: (-len(n[1]), n[0].first)):
        like = (c for c in clusters.near(words) if any(same_full(words, n) for n in c.names))
        number = clusters.join(f, words, next(like, None))
        clusters.all[number].titles |= {_title(page, f)} - {""}
    reigning: set[int] = set()
    for f, words in (n for n in named if len(n[1]) == 1):
        crowned = _is_crowned(page, f)
        near = [c for c in clusters.near(words) if not crowned or c.number in reigning or _is_first(words[0], c)]
        number = clusters.join(f, words, _best(near, f, (words[0], _title(page, f)), reigning))
        reigning |= {number} if crowned else set()
    ordered = sorted(clusters.all, key=lambda c: min(f.first for f in c.found))
    return [_entity(page, c) for c in ordered if any(any(w) for w in c.names)]


def _is_crowned(page: Page, f: Found) -> bool:
    """As in "King Salman", "Salman, king of Arabia"."""
    after = page.tokens[f.last].text == "," and f.last + 2 < len(page.tokens) if f.last < len(page.tokens) else False
    return (f.first > 0 and key(page.tokens[f.first - 1].text) in MONARCHS) or (
        after and key(page.tokens[f.last + 1].text) in MONARCHS and page.tokens[f.last + 2].text.casefold() == "of"
    )


def _is_first(word: str, cluster: _Cluster) -> bool:
    return any(_alike(word, name[0]) for name in cluster.names)


def _is_surname(page: Page, f: Found, surnames: set[str]) -> bool:
    """A surname that was taken for a body or a place."""
    return f.kind in {"body", "place"} and not f.key and f.last - f.first == 1 and _bare(_words(page, f)[0]) in surnames


def _missed(page: Page, found: Sequence[Found]) -> list[Found]:
    """Surnames of people named in full elsewhere that nobody tagged here."""
    taken = {at for f in found for at in range(f.first, f.last)}
    full = [_words(page, f) for f in found if f.kind == "person"]
    surnames = {_bare(_surname(w)) for w in full if len(w) > 1 and len(_surname(w)) > 2}
    return [
        Found(at, at + 1, "person")
        for at, t in enumerate(page.tokens)
        if t.xpos.startswith("NNP") and starts_in_capital(t.text) and at not in taken and key(t.text) in surnames
    ]


def _words(page: Page, f: Found) -> tuple[str, ...]:
    """The words of a name as they are compared; a lone article or suffix goes with its neighbour."""
    words = [w.strip(",'\"“”‘’()") for w in key(text_of(page, f.first, f.last)).split()]
    joined: list[str] = []
    for word in words:
        if word in people.SUFFIXES or not word:
            continue
        if joined and joined[-1] in {"al", "el"}:
            joined[-1] = f"{joined[-1]}-{word}"
        else:
            joined.append(word)
    if len(joined) == 2 and joined[0] in people.PARTICLES:
        joined = joined[1:]
    return tuple(joined) or ("",)


def same_full(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names of two words or more are of one person."""
    one, two = "".join(map(_bare, a)).replace("-", ""), "".join(map(_bare, b)).replace("-", "")
    if one == two:
        return True
    if people.is_family_name_first(a[0]) and people.is_family_name_first(b[0]):
        return a[0] == b[0] and len(one) > 8 and Levenshtein.distance(one, two) <= 1
    short, long = sorted((a, b), key=len)
    if len(short) < len(long) and (_within(short, long) or _ends_alike(short, long)):
        return True
    return len(a) == len(b) and all(_alike(x, y) for x, y in zip(a, b, strict=True))


def _bare(word: str) -> str:
    """A word without an Arabic article."""
    return next((word[len(p) :] for p in ARTICLE if word.startswith(p) and len(word) > len(p) + 1), word)


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return any(all(map(_alike, short, long[i : i + len(short)])) for i in range(len(long) - len(short) + 1))


def _ends_alike(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """First and last word the same: a middle name or an initial is left out."""
    return _alike(short[0], long[0]) and _alike(short[-1], long[-1])


def _alike(a: str, b: str) -> bool:
    """One word in two spellings, or an initial."""
    a, b = _bare(a), _bare(b)
    if a == b or (min(len(a), len(b)) == 1 and a[:1] == b[:1]):
        return True
    longest = max(len(a), len(b))
    if longest < 5 or a[:1] != b[:1]:
        return False
    return Levenshtein.distance(a, b) <= (1 if longest < 8 else 2)


def _best(clusters: list[_Cluster], f: Found, called: tuple[str, str], reigning: set[int]) -> _Cluster | None:
    """The cluster that a single word and its title call: a monarch's name, then a surname, then one of that title,
    then the one mentioned last before it.
    """
    word, title = called
    scored = [(max(_calls(word, n) for n in c.names) + (c.number in reigning), c) for c in clusters]
    scored = [(s, c) for s, c in scored if s > (c.number in reigning)]
    scored = [(s, c) for s, c in scored if s > 2 or title in c.titles or any(g.first < f.first for g in c.found)]
    top = max((s for s, _ in scored), default=0)
    if top == 0:
        return None
    return max((c for s, c in scored if s == top), key=lambda c: (title in c.titles, _nearness(c, f)))


def _title(page: Page, f: Found) -> str:
    """The title right before a name, or ""."""
    words = [t.text for t in page.tokens[max(0, f.first - TITLE) : f.first]]
    first = titles.title_before(words, len(words)) if words and starts_in_capital(words[-1]) else len(words)
    return " ".join(titles.norm(words[first:]))


def _nearness(cluster: _Cluster, f: Found) -> tuple[bool, int]:
    before = [g.first for g in cluster.found if g.first < f.first]
    return (True, max(before)) if before else (False, -min(g.first for g in cluster.found))


def _calls(word: str, name: tuple[str, ...]) -> int:
    """How well one word calls a name: 5 as its surname … 1 as its first name, 0 not at all."""
    if len(name) == 1:
        return 5 if word == name[0] or (len(word) > 5 and _alike(word, name[0])) else 0
    surname = _surname(name)
    family = surname != name[-1]
    if _bare(word) == _bare(surname):
        return 5
    if len(word) > 5 and _alike(word, surname):
        return 4
    rest = [_bare(w) for w in name[1:]]
    if not family and _bare(word) in rest:
        return 3
    if _bare(word) == _bare(name[-1]):
        return 2
    return 1 if _bare(word) == _bare(name[0]) else 0


def _surname(name: tuple[str, ...]) -> str:
    """The first word of a name that puts the family first ("Xi Jinping"), else the last."""
    given = "-".join(name[1:]).split("-")
    short = len(given) <= 2 and all(len(part) <= 6 or _PINYIN.fullmatch(part) for part in given)
    first = people.is_family_name_first(name[0]) and short and not people.is_first_name(name[-1])
    return name[0] if first else name[-1]


def _entity(page: Page, cluster: _Cluster) -> Entity:
    texts = Counter(text_of(page, f.first, f.last).rstrip(",") for f in cluster.found)
    name = max(texts, key=lambda t: (len(key(t).split()), not t.isupper(), texts[t], len(t)))
    entity = Entity("person", name, reason="names")
    entity.gender = people.gender_of(name) if len(name.split()) > 1 else ""
    entity.mentions = [mention(page, f.first, f.last, "name") for f in sorted(cluster.found, key=lambda f: f.first)]
    return entity
