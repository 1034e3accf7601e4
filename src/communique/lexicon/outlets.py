"""News agencies, papers, broadcasters, websites and social networks of the world, and words for the unnamed ones."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from communique.lexicon.tables import REMEMBERED, key, parts, rows


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet under its best-known name; `kind` is news_agency, newspaper, broadcaster, website or social_post."""

    name: str
    kind: str


@cache
def _outlets() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for row in rows("outlets"):
        outlet = Outlet(row["name"], row["kind"])
        for written in (row["name"], *parts(row.get("aliases", ""))):
            found.setdefault(key(written), outlet)
    return found


@cache
def _descriptions() -> dict[str, str]:
    return {row["description"]: row["kind"] for row in rows("outlet_words")}


@cache
def _states() -> dict[str, frozenset[str]]:
    return {row["name"]: frozenset(parts(row["codes"])) for row in rows("outlets_states")}


def states_of(agency: Outlet) -> frozenset[str]:
    """The codes of the states whose national agency this is; two where two have one of that name."""
    return _states().get(agency.name, frozenset())


@cache
def _in_order() -> list[str]:
    return sorted(_outlets())


@cache
def _last_words() -> frozenset[str]:
    """The last words of descriptions, and how these end: a tagger may cut a word in parts."""
    last = {description.rpartition(" ")[2] for description in _descriptions()}
    return frozenset(word[at:] for word in last for at in range(len(word)))


@lru_cache(REMEMBERED)
def may_begin(word: str) -> bool:
    """False for a word or part of one that no name of an outlet begins with, its article set aside."""
    plain, names = key(word), _in_order()
    at = bisect_left(names, plain)
    return plain == "the" or (at < len(names) and names[at].startswith(plain))


@lru_cache(REMEMBERED)
def may_end_description(word: str) -> bool:
    """False for a word or part of one that no description ends with."""
    return word.casefold() in _last_words()


@lru_cache(REMEMBERED)
def outlet(name: str) -> Outlet | None:
    """The outlet a name stands for, with or without its article, or None; a stop after a name is no part of it."""
    if not name or name[-1] in ",;: " or (name[-1] == "." and len(name) > len("X.")):
        return None
    plain = key(name)
    found = _outlets().get(plain) or _outlets().get(plain.removeprefix("the "))
    return found or (_outlets().get(plain.replace("-", " ")) if "-" in plain else None)


@cache
def _shapes() -> dict[tuple[str, str], str]:
    return {(row["place"], row["word"]): row["kind"] for row in rows("outlet_names")}


def named_like(words: str) -> Outlet | None:
    """The outlet that a name nobody listed has the form of ("Radio Torvik"); to be asked of who is told or reports.

    A name of two words or more, all with capitals.
    """
    parted = words.split()
    if len(parted) < 2 or not all(word[:1].isupper() for word in parted):
        return None
    known = _shapes()
    ends = (" ".join(parted[at:]) for at in range(max(1, len(parted) - 2), len(parted)))
    kind = next(filter(None, (known.get(("last", end)) for end in ends)), "") or known.get(("first", parted[0]))
    return Outlet(words, kind) if kind else None


def begins(word: str) -> bool:
    """True for a word that is the first of some outlet's name, as `outlet` would look it up."""
    return key(word) in _first_words()


@cache
def _first_words() -> frozenset[str]:
    return frozenset(written.split()[0] for written in _outlets() if written) - {"the"}


def described(words: str) -> str:
    """The kind of outlet that a common noun describes ("state news agency" by its last words), or ""."""
    found, known = words.casefold().split(), _descriptions()
    return next((known[k] for i in range(len(found)) if (k := " ".join(found[i:])) in known), "")
