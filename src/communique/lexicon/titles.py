"""Words for offices and ranks: "foreign minister", "special envoy", "Gen.", and the honorifics that are no office.

A title is compositional: modifiers ("former", "deputy"), portfolio words ("foreign", "human rights"), and a head
("minister") or a fixed phrase ("chief of staff"), perhaps with "of" or "for" and a portfolio. Words are compared
without regard to case, full stops and hyphens, in the singular or the plural; a word may be one token or several.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from communique.lexicon.tables import REMEMBERED, rows

LONGEST = 12
"""No title has more words than this."""

LINKS = frozenset({"of", "for", "to", "in"})
INNER = frozenset({"and", "the", "&"})
PLURALS = {"spokesmen": "spokesman", "spokeswomen": "spokeswoman", "chairmen": "chairman", "chairwomen": "chairwoman"}
PLURALS |= {"congressmen": "congressman", "councilmen": "councilman"}
NO_PLURALS = frozenset({"press"})
"""Words that end like the plural of a title and are none."""

_ALIKE = frozenset({"minister", "president", "premier"})


@cache
def titles() -> dict[str, str]:
    """Heads and fixed phrases with their kind: office, rank, expert or honorific."""
    return {row["title"]: row["kind"] for row in rows("titles")}


@cache
def modifiers() -> dict[str, str]:
    """Words before a title with what they say: part or degree (of the role: "national", "deputy"), or a status: former,
    acting, designate, current.
    """
    return {row["modifier"]: row["says"] for row in rows("titles_modifiers")}


@cache
def portfolios() -> frozenset[str]:
    """Words for what an office deals with."""
    return frozenset(row["word"] for row in rows("titles_portfolios"))


@cache
def bodies() -> dict[str, str]:
    """Words that end the name of a body with what they say: government, side, delegation, or body (another)."""
    return {row["word"]: row["kind"] for row in rows("titles_bodies")}


@cache
def states() -> dict[str, str]:
    """Titles that only one state gives, with its code."""
    return {row["title"]: row["code"] for row in rows("titles_states")}


@cache
def verbs() -> dict[str, str]:
    """Verbs for holding an office, with its title: who heads a body is its head."""
    return {row["verb"]: row["role"] for row in rows("titles_verbs")}


@cache
def last_words() -> frozenset[str]:
    """The words a title can end with, in the singular."""
    return frozenset(title.split()[-1] for title in titles())


def is_title(words: Sequence[str]) -> bool:
    """True for words that are wholly one title: an office or rank with its modifiers, or a row of honorifics."""
    return _is_title(" ".join(words))


@lru_cache(REMEMBERED)
def _is_title(words: str) -> bool:
    found = _norm(words)
    return bool(found) and (_is_office(found) or all(titles().get(w) == "honorific" for w in found))


def is_honorific(word: str) -> bool:
    """True for "Mr.", "Dr.", "Sheikh": part of an address, not an office."""
    return titles().get(" ".join(norm((word,)))) == "honorific"


def title_before(words: Sequence[str], end: int) -> int:
    """Where the longest title that ends before word `end` starts, or `end` where there is none."""
    low, first = max(0, end - LONGEST), end
    while first > low and _may_stand(words[first - 1]):
        first -= 1
    return next((start for start in range(first, end) if is_title(words[start:end])), end)


def title_after(words: Sequence[str], start: int) -> int:
    """Where the longest title that starts with word `start` ends, or `start` where there is none."""
    high, last = min(len(words), start + LONGEST), start
    while last < high and _may_stand(words[last]):
        last += 1
    return next((end for end in range(last, start, -1) if is_title(words[start:end])), start)


def kind_of(words: Sequence[str]) -> str:
    """What the longest known part of a title is: office, rank, expert, honorific, or ""."""
    found = norm(words)
    parts = (_kind(found[a:b]) for size in range(len(found), 0, -1) for a, b in _windows(len(found), size))
    return next((kind for kind in parts if kind), "")


def norm(words: Sequence[str]) -> tuple[str, ...]:
    """Words in lower case without stops, split at hyphens, the last one's typographic apostrophe made plain."""
    return _norm(" ".join(words))


def is_alike(words: Sequence[str]) -> bool:
    """True for an office that states have alike, by its last word: "his Maretian counterpart" holds the same."""
    return not _ALIKE.isdisjoint(words[-1:])


@lru_cache(REMEMBERED)
def _norm(words: str) -> tuple[str, ...]:
    plain = words.casefold().replace(".", "").replace("’", "'").replace("-", " ").replace("–", " ")
    return tuple(plain.split())


def singular(word: str) -> str:
    """A title's head word in the singular, its case kept: "Ministers" gives "Minister"."""
    if word.endswith("."):
        return singular(word[:-1]) + "."
    plain = word.casefold()
    if plain in titles() or plain in NO_PLURALS:
        return word
    head, hyphen, tail = word.rpartition("-")
    if hyphen and tail:
        return head + hyphen + singular(tail)
    if plain in PLURALS:
        return word[: len(word) - 2] + ("AN" if word.isupper() else "an")
    for ending, instead in (("ies", "y"), ("es", ""), ("s", "")):
        if plain.endswith(ending) and plain.removesuffix(ending) + instead in titles():
            return word[: len(word) - len(ending)] + (instead.upper() if word.isupper() else instead)
    return word


@lru_cache(REMEMBERED)
def may_end(word: str) -> bool:
    """True for a word that can end a title: "minister", "Ministers", "vice-president"."""
    found = norm((word,))
    return bool(found) and bool({found[-1], singular(found[-1])} & last_words())


@cache
def _inner_words() -> frozenset[str]:
    """Every word that can stand in a title, in the singular."""
    phrases = (*titles(), *modifiers(), *portfolios(), *LINKS, *INNER)
    return frozenset(word for phrase in phrases for word in phrase.split())


@lru_cache(REMEMBERED)
def _may_stand(word: str) -> bool:
    """False for a word that no title holds, which most words are."""
    known = _inner_words()
    return all(part in known or singular(part) in known for part in norm((word,)))


def _windows(length: int, size: int) -> list[tuple[int, int]]:
    return [(start, start + size) for start in range(length - size + 1)]


@cache
def _kind(words: tuple[str, ...]) -> str:
    """The kind of a head or fixed phrase, in the singular or the plural."""
    known = titles().get(" ".join(words))
    if known:
        return known
    pluralised = (*words[:-1], singular(words[-1]))
    fronted = (singular(words[0]), *words[1:])
    return titles().get(" ".join(pluralised)) or (titles().get(" ".join(fronted)) if len(words) > 1 else "") or ""


def _is_office(words: tuple[str, ...]) -> bool:
    """Modifiers and portfolios, then a known title, perhaps with "of" or "for" and a portfolio, or "-designate"."""
    if len(words) > 1 and modifiers().get(words[-1]) == "designate":
        words = words[:-1]
    for cut in range(len(words), 0, -1):
        if cut < len(words) and not _is_complement(words[cut:]):
            continue
        if any(_is_known(_kind(words[at:cut]), words[:at]) for at in range(cut)):
            return True
    return False


def _is_known(kind: str, before: tuple[str, ...]) -> bool:
    """True for a head or phrase whose words before it can be part of the title; a rank takes few ("retired Gen.")."""
    if kind == "rank":
        return all(modifiers().get(word, "part") not in {"part", "degree"} or word == "senior" for word in before)
    return kind not in ("", "honorific") and _is_front(before)


@cache
def _front_words() -> frozenset[str]:
    return portfolios() | modifiers().keys()


def _is_front(words: tuple[str, ...]) -> bool:
    known = _front_words()
    at = 0
    while at < len(words):
        if at + 1 < len(words) and " ".join(words[at : at + 2]) in known:
            at += 2
        elif words[at] in known or (0 < at < len(words) - 1 and words[at] in INNER):
            at += 1
        else:
            return False
    return True


def _is_complement(words: tuple[str, ...]) -> bool:
    if words[0] not in LINKS or len(words) < 2:
        return False
    rest = [w for w in words[1:] if w not in INNER]
    return bool(rest) and words[-1] not in INNER and all(w in portfolios() for w in rest)
