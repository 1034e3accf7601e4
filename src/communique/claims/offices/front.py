"""What stands before a title in its noun phrase: articles, "former", the state, the body, further words of the role."""

import re
from dataclasses import dataclass

from communique.claims.offices.affiliations import (
    ARTICLES,
    POSSESSIVE,
    Affiliation,
    affiliation,
    is_body_word,
)
from communique.claims.offices.names import is_below, is_event, person_name
from communique.lexicon import countries, titles
from communique.lexicon.bodies import body_of
from communique.lexicon.tables import is_acronym
from communique.model.page import Page

REACH = 14
"""So many tokens before a title can belong to its noun phrase."""

DETERMINERS = ARTICLES | {"another", "one", "both", "two", "three", "several", "whose"}
RELATED = frozenset("ally enemy foe friend neighbor neighbour opponent partner patron protege protégé rival".split())
"""Nouns between a possessor and a title that keep the two apart: "Torvik's ally President X" is not Torvik's."""
INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
STATUSES = frozenset({"former", "acting", "designate"})
CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
"""The hour before an entry of a live page."""

EX = re.compile(r"ex(?:$|-\w)", re.IGNORECASE)
"""Before a title, or joined to the state before it: "ex-Irish premier"."""

SINGLING = frozenset({"only", "same", "very", "own", "other", "sole"})
"""Adjectives that say which one is meant, nothing of the office."""


@dataclass(frozen=True, slots=True)
class Front:
    """The phrase begins at token `first`, the role at `start`; `prefix` are words of the role cut off by a body.

    `owner` is the last token of a person, or the pronoun, whose possessive opens the phrase ("Trump's envoy"), or -1.
    """

    first: int
    start: int
    affiliation: Affiliation
    status: str = ""
    prefix: tuple[str, ...] = ()
    owner: int = -1
    determined: bool = False


def front(page: Page, low: int, start: int) -> Front:
    """Read leftwards from a title's first token `start`, not beyond token `low`."""
    first, owner = _zone(page, max(low, start - REACH), start)
    related = next((t for t in range(start - 1, first - 1, -1) if _plain(page, t) in RELATED), -1)
    if related >= 0:
        first, owner, low = related + 1, -1, related + 1
    if owner < 0 and first > low and page.tokens[first - 1].xpos in {"PRP$", "WP$"}:
        owner = first - 1
    determined = (
        owner >= 0 or (first > low and _plain(page, first - 1) in DETERMINERS) or _is_possessed(page, first, start)
    )
    role = _role_start(page, first, start)
    status, prefix = _modifiers(page, first, role)
    opening = first - (first > low and owner < 0 and _plain(page, first - 1) in DETERMINERS)
    if owner >= 0:
        name = page.name_at(owner)
        opening = name.first if name else owner
    belongs = affiliation(page, *_qualifiers(page, first, role))
    return Front(opening, role, belongs, status, prefix, owner, determined)


def _is_possessed(page: Page, first: int, start: int) -> bool:
    return any(_text(page, t) in POSSESSIVE for t in range(first, start))


def _zone(page: Page, low: int, start: int) -> tuple[int, int]:
    """Where the words that can modify the title begin, and the owner before them (or -1)."""
    at = start
    while at > low:
        name = page.name_at(at - 1)
        mark = _text(page, at - 1) in POSSESSIVE
        opening = _bracket_before(page, at, low)
        if opening < at:
            at = opening
            continue
        if mark and at - 2 >= low and person_name(page, at - 2) is not None:
            return at, at - 2
        if name is not None and person_name(page, at - 1) is None and name.first >= low:
            at = name.first
        elif mark or _is_inside(page, at - 1) or _is_hyphen(page, at - 1):
            at -= 1
        else:
            break
    return at, -1


def _bracket_before(page: Page, at: int, low: int) -> int:
    """The first token of a short bracket that ends before token `at` ("agency (UNRWA) director"), or `at`."""
    if _text(page, at - 1) != ")":
        return at
    return next((t for t in range(at - 2, max(low, at - 7) - 1, -1) if _text(page, t) == "("), at)


def _is_inside(page: Page, token: int) -> bool:
    found = page.tokens[token]
    if person_name(page, token) is not None or page.time_at(token) is not None:
        return False
    plain = found.text.casefold()
    if is_below(page, token) or is_event(page, token) or CLOCK.fullmatch(found.text):
        return False
    if plain in titles.modifiers() or plain == "ex":
        return True
    if plain in DETERMINERS:
        return False
    return found.upos in INSIDE or (found.xpos in {"VBN", "VBG"} and found.deprel == "amod")


def _is_hyphen(page: Page, token: int) -> bool:
    """A hyphen inside a compound: no space on either side."""
    return _text(page, token) in "-‐‑–" and page.are_joined(token - 1, token + 2)


def _role_start(page: Page, first: int, start: int) -> int:
    """Where the role begins: unknown nouns and adjectives that the tree hangs on the title are part of it."""
    at = start
    while at > first and start - at < 3 and _is_role_word(page, at - 1, start) and not ends_state(page, first, at):
        at -= 1
    return _topic_start(page, first, start) if at == start and _is_topic(page, start) else at


def ends_state(page: Page, first: int, at: int) -> bool:
    """True where the words before token `at` are the name or demonym of a state: "South African" before "president"."""
    return any(countries.kind_of(page.words(t, at)) in ("name", "demonym") for t in range(max(first, at - 4), at))


def _topic_start(page: Page, first: int, start: int) -> int:
    """Where the name of a state right before the title begins, or `start`; "U.S." and "Russia's" tell whose it is."""
    if start == first or _text(page, start - 1) in POSSESSIVE:
        return start
    texts = ((at, page.words(at, start)) for at in range(max(first, start - 4), start))
    lands = ((at, text) for at, text in texts if countries.kind_of(text) == "name" or _is_region(page, at, start))
    return next((at for at, text in lands if not is_acronym(text)), start)


def _is_region(page: Page, first: int, last: int) -> bool:
    """True for a part of the world: "Middle East"; an "African mediator" may come from there."""
    name = page.name_at(first)
    whole = name is not None and name.kind == "LOC" and (name.first, name.last) == (first, last)
    return whole and page.tokens[last - 1].upos != "ADJ"


def _is_role_word(page: Page, token: int, start: int) -> bool:
    found = page.tokens[token]
    plain = found.text.casefold()
    if page.name_at(token) is not None or plain in titles.modifiers() or plain in DETERMINERS | SINGLING:
        return False
    if found.upos not in {"NOUN", "ADJ", "PROPN"} or is_body_word(plain) or found.text in POSSESSIVE:
        return False
    if (
        countries.code_of(found.text)
        or body_of(found.text)
        or _is_hyphen(page, token + 1)
        or _is_hyphen(page, token - 1)
    ):
        return False
    mention = page.mention_at(token)
    if found.xpos in {"JJS", "JJR"} or (mention is not None and mention.form == "demonym"):
        return False
    if found.text.isupper() and not _text(page, start).isupper():
        return False
    hangs = found.deprel in {"compound", "amod", "nmod", "flat"} and token < found.head <= start + 6
    return hangs and (found.text.islower() == _text(page, start).islower() and found.upos != "PROPN")


def _is_topic(page: Page, start: int) -> bool:
    """True for titles whose preceding place name is what they deal with: "Syria envoy", "North Korea expert"."""
    word = titles.norm((_text(page, start),))
    return bool(word) and (
        word[-1] in {"envoy", "expert", "coordinator", "negotiator", "specialist", "mediator", "analyst"}
    )


def _modifiers(page: Page, first: int, role: int) -> tuple[str, tuple[str, ...]]:
    """The status that words before the role tell, and role words among them ("senior" in "senior White House aide")."""
    words = [_text(page, t) for t in range(first, role)]
    said = [titles.modifiers().get(w.casefold(), "former" if EX.match(w) else "") for w in words]
    status = next((s for s in said if s in STATUSES), "")
    return status, tuple(w for w, s in zip(words, said, strict=True) if s in {"degree", "acting"})


def _qualifiers(page: Page, first: int, role: int) -> tuple[int, int]:
    """The words between modifiers: state and body; "Qatar-based" and all before it tell neither."""
    bracket = next((t for t in range(first, role) if _text(page, t) == "("), role)
    role = bracket if bracket > first else role
    hyphens = (t for t in range(first, role - 1) if _is_hyphen(page, t) and _text(page, t + 1).islower())
    compounds = [t for t in hyphens if page.name_at(t) is None]
    first = compounds[-1] + 2 if compounds else first
    while first < role and _skips(page, first):
        first += 1
    while first < role and _skips(page, role - 1):
        role -= 1
    return first, role


def _skips(page: Page, token: int) -> bool:
    plain = _plain(page, token)
    if page.name_at(token) is not None or countries.code_of(_text(page, token)) or is_body_word(plain):
        return False
    if countries.kind_of(page.words(token, token + 2)) == "seat":
        return False
    if plain in titles.portfolios() and is_body_word(_plain(page, token + 1)):
        return False
    return (
        plain in titles.modifiers() or plain == "ex" or _text(page, token) in "-‐‑–" or page.tokens[token].upos == "ADJ"
    )


def _plain(page: Page, token: int) -> str:
    return page.tokens[token].text.casefold()


def _text(page: Page, token: int) -> str:
    return page.tokens[token].text
