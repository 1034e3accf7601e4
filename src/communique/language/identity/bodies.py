"""Bodies and sides that are no states: acronyms joined to long forms, each called by its fullest name in the report."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from communique.language.identity.mentions import Entity, Found, mention, starts_in_capital, text_of
from communique.lexicon import bodies as lexicon
from communique.lexicon import countries, outlets
from communique.lexicon.places import place_words
from communique.lexicon.tables import bare, key
from communique.model.page import Page

SMALL = frozenset("of the and for in on to de la al del y e du des das do & against".split())
SIDE_ENDS = re.compile(
    r"\b(?:front|army|brigades?|movement|forces?|party|alliance|coalition|resistance|opposition|militia|rebels"
    r"|guerrillas|contras|montoneros|commandos?|battalion|liberation)s?$"
)
OUTLET_NOUNS = {
    "newspaper": ("newspaper", "paper", "daily", "magazine", "tabloid"),
    "news_agency": ("agency", "news agency", "service"),
    "broadcaster": ("broadcaster", "channel", "network", "station"),
    "website": ("website", "site", "outlet"),
}
CALLED = frozenset("rebels rebel militia militias militants fighters guerrillas guerillas insurgents gunmen".split())
"""Nouns in small letters behind a side's name that say what it is."""
GENERIC = frozenset(
    "accord agency alliance army assembly association authority bloc board brigades bureau centre center church club "
    "coalition columns command commission committee community conference confederation congress convergence council "
    "court directorate federation force forces forum front fund group guard institute league legion liga militia "
    "mission movement office organisation organization pact party presidium secretariat sector senate society synod "
    "tribunal union wing".split()
)
"""What a body is called by the last word of its name alone."""
ADJECTIVAL = ("i", "an", "ese", "ian")
ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z.-]{1,8}[A-Za-z]?")


def bodies(page: Page, found: Sequence[Found]) -> list[Entity]:
    """One entity for each body, in the order of the first mention; acronyms in brackets are found here."""
    named = [f for f in found if f.kind == "body"]
    taken = {at for f in found for at in range(f.first, f.last)}
    short = _bracketed(page, named, taken)
    every = sorted([*named, *_longer(page, short, taken), *_again(page, short, taken)], key=lambda f: f.first)
    groups = _grouped(page, every, short)
    return [_entity(page, group) for group in groups]


def _bracketed(page: Page, named: list[Found], taken: set[int]) -> dict[str, int]:
    """Acronyms that brackets give a long form: the acronym and the last token of the long form."""
    ends = {f.last: f for f in named}
    found: dict[str, int] = {}
    for at in range(1, len(page.tokens) - 2):
        if page.tokens[at].text in {"(", "["} and page.tokens[at + 2].text in {")", "]"}:
            short = page.tokens[at + 1].text
            if ACRONYM.fullmatch(short) and (at in ends or _long_form(page, at, short, taken)):
                found.setdefault(short, at)
    return found


def _long_form(page: Page, end: int, short: str, taken: set[int]) -> int:
    """How many tokens before `end` spell an acronym by their first letters (Schwartz and Hearst 2003), or 0."""
    letters = [c for c in short.casefold() if c.isalpha()]
    at = end
    while letters and at > 0 and end - at < 12:
        at -= 1
        text = page.tokens[at].text
        if text.casefold() in SMALL or text == "-":
            continue
        if not starts_in_capital(text) or text[:1].casefold() != letters.pop():
            return 0
    return end - at if not letters and not taken & set(range(at, end)) else 0


def _longer(page: Page, short: dict[str, int], taken: set[int]) -> list[Found]:
    """Long forms that nobody tagged."""
    sizes = [(end, _long_form(page, end, acronym, taken)) for acronym, end in short.items() if end - 1 not in taken]
    return [Found(end - size, end, "body") for end, size in sizes if size]


def _again(page: Page, short: dict[str, int], taken: set[int]) -> list[Found]:
    """Every untagged place where an acronym stands."""
    return [Found(at, at + 1, "body") for at, t in enumerate(page.tokens) if t.text in short and at not in taken]


def _grouped(page: Page, every: list[Found], short: dict[str, int]) -> list[list[Found]]:
    """The mentions of each body: by lexicon name or by text, then acronyms and parts of names joined."""
    labels = _labels(page, every)
    joined = {label: label for label in labels}
    by_end = {f.last: labels[i] for i, f in enumerate(every)}
    known = {f.key for f in every if f.key}
    for i, f in enumerate(every):
        text = text_of(page, f.first, f.last)
        if text in short and by_end.get(short[text]):
            _join(joined, labels[i], by_end[short[text]])
        before = by_end.get(f.first - 1, "") if page.tokens[f.first - 1].text in {"(", "["} else ""
        if before and (_spells(before, text) or _spells(key(text), before.upper())):
            _join(joined, labels[i], before)
        also = by_end.get(_before_or(page, f.first), "") if ACRONYM.fullmatch(text) else ""
        if " " in also or also in known:
            _join(joined, labels[i], also)
    _join_parts(joined, sorted({*labels}), known)
    groups: dict[str, list[Found]] = {}
    for f, label in zip(every, labels, strict=True):
        groups.setdefault(_root(joined, label), []).append(f)
    return list(groups.values())


def _labels(page: Page, every: list[Found]) -> list[str]:
    """What each mention is called: by the lexicon, else by its text; the plural's label for a singular beside it."""
    texts = [bare(text_of(page, f.first, f.last)) for f in every]
    known = (lexicon.body_of(text) if text[:1].isdigit() else None for text in texts)
    labels = [f.key or (body.name if body else key(t)) for f, t, body in zip(every, texts, known, strict=True)]
    by_text = dict(zip(map(key, texts), labels, strict=True))
    return [by_text.get(f"{label}s", label) for label in labels]


def _before_or(page: Page, first: int) -> int:
    """The end of the long name in "the Highland Liberation Army, or HLA", -1 where nothing of the kind stands."""
    words = page.tree.folded[max(0, first - 4) : first]
    for link in ([",", "or"], [",", "or", "the"], [",", "known", "as"], [",", "also", "called"]):
        if words[-len(link) :] == link:
            return first - len(link)
    return -1


def _root(joined: dict[str, str], label: str) -> str:
    while joined[label] != label:
        label = joined[label]
    return label


def _join(joined: dict[str, str], a: str, b: str) -> None:
    joined[_root(joined, a)] = _root(joined, b)


def _spells(long: str, short: str) -> bool:
    """True when `short` is the initials of `long`, small words left out."""
    initials = _initials(long)
    letters = "".join(c for c in short.casefold() if c.isalpha())
    return len(letters) > 1 and initials == letters


def _join_parts(joined: dict[str, str], labels: list[str], known: set[str]) -> None:
    """As in "Security Council" and "UN Security Council"; an acronym that spells exactly one long name."""
    by_word: dict[str, set[str]] = {}
    for label in labels:
        for word in {*key(label).split(), _initials(label)}:
            by_word.setdefault(word, set()).add(label)
    for label in labels:
        longer = _longer_names(label, by_word) if label not in known else []
        if len(longer) == 1:
            _join(joined, label, longer[0])


def _longer_names(label: str, by_word: dict[str, set[str]]) -> list[str]:
    """The names that hold this one, or of which it is the initials."""
    words = key(label).split()
    others = sorted((by_word.get(words[0], set()) if words else set()) - {label})
    if len(words) > 1:
        return [o for o in others if f" {key(label)} " in f" {key(o)} "]
    called = [o for o in others if _is_called_short(key(o), key(label))]
    if called:
        return called
    is_part = label.isalpha() and key(label) not in place_words("region")
    long = [o for o in others if len(key(o).split()) > 2 and key(label) in key(o).split()] if is_part else []
    return long or [o for o in others if " " in o and _spells(key(o), label)]


def _is_called_short(long: str, short: str) -> bool:
    """As in "Northern Front" and "the Front", "Concord party" and "Concord"."""
    words = long.split()
    return (words[-1] == short and short in GENERIC) or (words[:-1] == [short] and words[-1] in GENERIC)


def _initials(long: str) -> str:
    return "".join(w[0] for w in re.split(r"[\s-]+", key(long)) if w and w not in SMALL)


def _entity(page: Page, group: list[Found]) -> Entity:
    written = [bare(text_of(page, f.first, f.last)) for f in group]
    texts = Counter(_proper([w for w in written if not countries.code_of(w)] or written))
    name = max(texts, key=lambda t: _fullness(t, texts[t]))
    known = next((b for b in (lexicon.body_of(f.key) for f in group if f.key) if b), None)
    side = known.kind in lexicon.SIDES if known else bool(SIDE_ENDS.search(key(name)))
    entity = Entity("party" if side else "body", name, known.country if known else "", "n", "", armed=side)
    entity.reason = "bodies"
    entity.nouns = {key(name).split()[-1], _head(name), *(key(known.name).split() if known else [])}
    entity.nouns |= _outlet_nouns(name)
    entity.mentions = [mention(page, f.first, f.last, "name") for f in group]
    return entity


def _fullness(name: str, times: int) -> tuple[bool, int, bool, bool, int, int]:
    """How much a name says: "Highland Front" more than "HF" and "Front", and rather than "Front movement"."""
    is_capital = starts_in_capital(name.rpartition(" ")[2])
    return not ACRONYM.fullmatch(name), len(key(name).split()), is_capital, not name.isupper(), len(name), times


def _proper(written: list[str]) -> list[str]:
    """The names without what only says what they call: not "Houthi rebels" beside "Houthis"; "M23" of "M23 rebels"."""
    bare_names = [w for w in written if not _is_described(w)]
    if any(not w.endswith(ADJECTIVAL) for w in bare_names):
        return bare_names
    stems = [w.rpartition(" ")[0] for w in written]
    return [stem if stem.isupper() else w for stem, w in zip(stems, written, strict=True)]


def _is_described(name: str) -> bool:
    stem, _, last = name.rpartition(" ")
    return bool(stem) and last in CALLED


def _head(name: str) -> str:
    """The noun that a name is built on: "committee" of "Committee for the Unity of the Islands"."""
    words = key(name).split()
    return next((before for before, word in pairwise(words) if word in SMALL and before not in SMALL), words[-1])


def _outlet_nouns(name: str) -> set[str]:
    """What an outlet is called: "the newspaper", "the agency"."""
    found = outlets.outlet(name)
    return set(OUTLET_NOUNS.get(found.kind, ())) if found else set()
