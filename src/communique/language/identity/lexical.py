"""States and bodies that the lexicons know, wherever a report names them, whatever the name tagger says."""

from bisect import bisect_left
from functools import cache, lru_cache

from communique.language.identity.mentions import Found, starts_in_capital
from communique.lexicon import bodies, countries
from communique.lexicon.places import place_words
from communique.lexicon.tables import REMEMBERED, key, written_as_name
from communique.model.page import Page

LONGEST = 10
"""No known name has more tokens than this."""

WORDS_IN_CAPITALS = frozenset(
    "us is who as it car pan pri mend gam au rice arena face pace eco guam alba dem fed fan quad turkey chad fano "
    "labour male amal solidarity commonwealth congress senate labour tigers elders commons united contact".split()
)
"""Names that are common words as well: in a sentence of capitals they count only where they are tagged as names."""

_SMALL = frozenset("al mainland anti loya mujahideen mujahedeen mujahidin contras".split())
"""Words in small letters that a known name can begin with."""


def known_names(page: Page, upper: list[bool]) -> list[Found]:
    """Every state and body of the lexicons in `page`, longest first, none overlapping, in text order."""
    found: list[Found] = []
    for number, sentence in enumerate(page.sentences):
        at = sentence.first
        while at < sentence.last:
            hit = _longest(page, at, sentence.last, upper[number])
            if hit is not None:
                found.append(hit)
            at = hit.last if hit else at + 1
    return [*found, *_halves(page, found)]


def _longest(page: Page, first: int, end: int, upper: bool) -> Found | None:
    if not _may_begin(page.tokens[first].text):
        return None
    furthest = first + 1
    while furthest < min(end, first + LONGEST) and _may_go_on(key(page.words(first, furthest + 1))):
        furthest += 1
    for last in range(furthest, first, -1):
        end_word = page.tokens[last - 1].text
        if not end_word[-1].isalnum() and not (end_word[-1] == "." and end_word[0].isalpha()):
            continue
        hit = _known(page.words(first, last))
        if hit and not (upper and _is_common(page, first, last)):
            return _as_place(page, first, last, end) or Found(first, last, *hit)
    return None


@lru_cache(REMEMBERED)
def _may_begin(text: str) -> bool:
    """True for a token that a known name can begin with."""
    return (starts_in_capital(text) or text in _SMALL) and key(text) in _first_words()


def _may_go_on(words: str) -> bool:
    """True for words that a known name begins with, or is."""
    forms = _forms()
    at = bisect_left(forms, words)
    return at < len(forms) and forms[at].startswith(words)


def _known(text: str) -> tuple[str, str, str] | None:
    """Kind, key and form of exactly this text."""
    plain = key(text)
    state = countries.forms().get(plain)
    if state and written_as_name(text, state[2]):
        return "state", state[0], "demonym" if state[1] in {"demonym", "capital"} else "name"
    body = bodies.forms().get(plain)
    if body and (written_as_name(text, body[1]) or plain in {"contras", "mujahideen", "mujahedeen", "mujahidin"}):
        return "body", body[0].name, "name"
    return None


def _is_common(page: Page, first: int, last: int) -> bool:
    token = page.tokens[first]
    if last - first > 1 or "." in token.text:
        return False
    return key(token.text) in WORDS_IN_CAPITALS and not (token.xpos.startswith("NNP") and page.name_at(first))


def _as_place(page: Page, first: int, last: int, end: int) -> Found | None:
    """As in "South China Sea": the known name is part of a place."""
    after = page.tokens[last] if last < end else None
    if after is None or key(after.text) not in place_words("landscape") or not starts_in_capital(after.text):
        return None
    before = page.tokens[first - 1] if first else None
    start = (
        first - 1 if before and key(before.text) in place_words("point") and starts_in_capital(before.text) else first
    )
    return Found(start, last + 1, "place")


def _halves(page: Page, found: list[Found]) -> list[Found]:
    """As in "the North", "the South" and, for South Korea, "Korea" in a report that names North and South Korea."""
    codes = {f.key for f in found if f.kind == "state"}
    if "PRK" not in codes and "KOR" not in codes:
        return []
    halves = {"north": "PRK", "south": "KOR", "korea": "KOR"}
    taken = {at for f in found for at in range(f.first, f.last)}
    return [
        Found(at, at + 1, "state", halves[page.tokens[at].text.casefold()], "name")
        for at in range(1, len(page.tokens))
        if page.tokens[at].text.casefold() in halves and at not in taken and _is_half(page, at)
    ]


def _is_half(page: Page, at: int) -> bool:
    after = page.tokens[at + 1].text if at + 1 < len(page.tokens) else ""
    if page.tokens[at].text.casefold() == "korea":
        return starts_in_capital(page.tokens[at].text) and not after[:1].isupper()
    alone = not after[:1].isupper() or after.isupper()
    article = key(page.tokens[at - 1].text) in {"the", "nuclear-armed", "armed", "communist", "capitalist"}
    return starts_in_capital(page.tokens[at].text) and article and alone and after not in {"-", "of"}


@cache
def _forms() -> list[str]:
    return sorted([*countries.forms(), *bodies.forms()])


@cache
def _first_words() -> frozenset[str]:
    """The first tokens that a known name can have."""
    return frozenset(
        w for form in _forms() for w in (form.split()[0], form.split()[0].split("-")[0], form.split("'")[0])
    )
