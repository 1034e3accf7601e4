"""Whom a post belongs to: the state and the body that a stretch of words names ("Chinese Foreign Ministry")."""

from collections.abc import Iterable
from dataclasses import dataclass

from communique.lexicon import countries, titles
from communique.lexicon.bodies import Body, body_of
from communique.lexicon.places import place_words
from communique.lexicon.tables import is_acronym, key
from communique.model.claim import Field
from communique.model.page import Page, once
from communique.model.reading import Referent

POSSESSIVE = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
ARTICLES = frozenset(
    {"the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my", "each", "any", "some"}
)
ORGANS = frozenset(
    "administration cabinet council court department government ministry office parliament presidency senate".split()
)
"""Words of what only states have, with "of" and the state after them."""

PARTS = frozenset("mission office delegation force bureau secretariat peacekeepers".split())
"""What a body has in places beside its seat."""

OWN = frozenset({"agency", "parliament"})
"""Kinds of bodies that carry their state's code; parties and armed groups do not."""


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A state (`country`, a code) and a body, each with where it stands; either may be missing."""

    country: Field | None = None
    body: Field | None = None


def affiliation(page: Page, first: int, last: int) -> Affiliation:
    """What tokens `first` to `last` (half-open) name; common nouns count when they end like a body's name."""
    first, last = _trimmed(page, first, last)
    if first >= last or _is_region(page, first, last):
        return Affiliation()
    side = _side(page, first, last)
    if side:
        return side
    inner = next((t for t in range(last - 1, first, -1) if _word(page, t) in POSSESSIVE), -1)
    if inner > 0:
        return _possessed(page, first, inner, last)
    cut, code = state_at(page, first, last)
    if not code:
        country, link = _of_organ(page, first, last), _link_before_state(page, first, last)
        if country and link > first:
            return Affiliation(country, _body(page, first, link))
        named = country is not None and not is_body_word(_word(page, last - 1))
        return Affiliation(country or _of_tail(page, first, last), None if named else _body(page, first, last))
    return _of_state(page, (code, first, cut), last)


def _of_organ(page: Page, first: int, last: int) -> Field | None:
    """The state that words stand for without its name: "the army", "the ministry", "the South"."""
    mention, found = page.mention_at(last - 1), page.referent_at(last - 1)
    is_its_name = mention is not None and mention.form in {"name", "demonym"} and mention.first <= first
    if not is_its_name:
        found = page.referent_of_head(last - 1) if is_body_word(_word(page, last - 1)) else None
    is_state = found is not None and found.kind == "party" and is_code(found.name)
    return (found.name, page.span(first, last)) if found and is_state else None


def _of_tail(page: Page, first: int, last: int) -> Field | None:
    """The state at the end of an organ's name: "Supreme Court of Peru"."""
    link = _link_before_state(page, first, last)
    if link < 0 or not {_word(page, t).casefold() for t in range(first, link)} & ORGANS:
        return None
    start = _after_article(page, link + 1)
    return state_at(page, start, last)[1], page.span(start, last)


def _link_before_state(page: Page, first: int, last: int) -> int:
    """The "of" before the state at the end of a name: "Supreme Court of Peru"; -1 without one."""
    link = next((t for t in range(last - 1, first, -1) if _word(page, t).casefold() == "of"), -1)
    cut, code = state_at(page, _after_article(page, link + 1), last) if link > 0 else (0, "")
    return link if code and cut == last else -1


def _after_article(page: Page, first: int) -> int:
    return first + (_word(page, first).casefold() == "the")


def _possessed(page: Page, first: int, inner: int, last: int) -> Affiliation:
    """What "the Syrian opposition's committee" names: the last body, the state of what possesses it."""
    of = affiliation(page, first, inner)
    return Affiliation(of.country, _body(page, inner + 1, last) or of.body)


def state_at(page: Page, first: int, last: int) -> tuple[int, str]:
    """The longest name of a state from token `first` on: where it ends and its code; (`first`, "") without one."""
    for cut in range(last, first, -1):
        text = page.words(first, cut)
        code = countries.code_of(text)
        if code and countries.sharing(text):
            known = page.referent_at(cut - 1)
            return cut, known.name if known is not None and is_code(known.name) else code
        if code:
            return cut, code
    return first, ""


def _trimmed(page: Page, first: int, last: int) -> tuple[int, int]:
    """Without articles and quotation marks before and possessive marks after."""
    while first < last and (_opens(page, first) or _word(page, first) in "'‘\"“"):
        first += 1
    while first < last and (_word(page, last - 1) in POSSESSIVE or _word(page, last - 1) in '"“”,'):
        last -= 1
    return first, last


def _opens(page: Page, token: int) -> bool:
    """True for articles, and for "two" of "the two delegations"."""
    word = _word(page, token)
    return word.casefold() in ARTICLES or (page.tokens[token].upos == "NUM" and word.isalpha())


def _side(page: Page, first: int, last: int) -> Affiliation | None:
    """A known body whose name is the whole text, or a party of the talks that is no state."""
    text = page.words(first, last)
    known = body_of(text)
    found = _referent(page, first, last)
    if known is None and _is_agency_of(page, first, last):
        return None
    if known is None and (found is None or countries.code_of(text)):
        return None
    country = (known.country, page.span(first, last)) if known and _is_of_its_state(page, known, text) else None
    if known is None and found is not None and found.kind == "body":
        cut, code = state_at(page, first, last)
        country = (code, page.span(first, cut)) if code and cut < last else _of_tail(page, first, last)
    name = found.name if found else _fullest(page, known, text) if known else text
    return Affiliation(country, (name, page.span(first, last)))


def _is_of_its_state(page: Page, body: Body, text: str) -> bool:
    """True for a state's own body; one by a word that other states use too, "Senate", where no other is named more."""
    is_own = body.kind in OWN and bool(body.country)
    return is_own and (body.name == text or " " in text or _is_named_most(page, body.country))


def _is_named_most(page: Page, state: str) -> bool:
    counts = named_states(page)
    return counts.get(state, 0) >= max(counts.values(), default=0)


@once
def named_states(page: Page) -> dict[str, int]:
    """How often the report names each state as an actor."""
    return {r.name: len(r.mentions) for r in page.reading.referents if r.kind == "party" and is_code(r.name)}


def most_named(page: Page, codes: Iterable[str]) -> str:
    """Of these states the one that the report names most, or "" where it names none."""
    named = named_states(page)
    return max((c for c in codes if c in named), key=lambda code: named[code], default="")


def _is_agency_of(page: Page, first: int, last: int) -> bool:
    """True for a state's name before one of its own agencies: "US Central Intelligence Agency"."""
    cut, code = state_at(page, first, last)
    rest = body_of(page.words(cut, last)) if code and cut < last else None
    return rest is not None and rest.country == code


def _fullest(page: Page, known: Body, text: str) -> str:
    """The longest of a body's names that the report uses; an acronym that stands alone is written out."""
    used = [n for n in (known.name, *known.aliases) if n in page.report.text]
    longest = max([text, *used], key=len)
    return known.name if " " not in longest and is_acronym(longest) else longest


def _referent(page: Page, first: int, last: int) -> Referent | None:
    """The body or party that a mention of just these tokens stands for, no state."""
    mention = page.mention_at(last - 1)
    found = page.referent_at(last - 1)
    if found is None or mention is None or found.kind not in {"body", "party"} or is_code(found.name):
        return None
    return found if mention.form == "name" and mention.first in {first, first - 1} and mention.last >= last else None


def _of_state(page: Page, state: tuple[str, int, int], last: int) -> Affiliation:
    """A state's name, demonym, capital or seat, with what follows it as the body."""
    code, first, cut = state
    country = (code, page.span(first, cut))
    text = page.words(first, cut)
    if titles.bodies().get(_word(page, last - 1).casefold()) == "side" and cut < last:
        whole = page.span(first, last)
        return Affiliation(None, (page.text(whole), whole))
    if countries.kind_of(text) == "seat" and cut == last:
        return Affiliation(country, (_without_state(text), page.span(first, cut)))
    if cut < last and countries.kind_of(text) == "name" and _is_institution(page, last - 1):
        whole = page.span(first, last)
        return Affiliation(None, (page.text(whole), whole))
    return Affiliation(country, _body(page, cut, last) if cut < last else None)


def _is_institution(page: Page, token: int) -> bool:
    """True for the last word of "Qatar University": the state's name is part of the body's."""
    name = page.name_at(token)
    return name is not None and name.kind == "ORG" and titles.bodies().get(_word(page, token).casefold()) == "body"


def _without_state(text: str) -> str:
    """A seat's name without the state's that it may begin with: "U.S. State Department" gives "State Department"."""
    first, _, rest = text.partition(" ")
    return rest if rest and countries.code_of(first) and countries.code_of(rest) else text


def _body(page: Page, first: int, last: int) -> Field | None:
    """The body that tokens name, by its fullest name in the report."""
    first, last = _trimmed(page, first, last)
    if first >= last or _is_region(page, first, last):
        return None
    named = _side(page, first, last)
    if named:
        return named.body
    text = page.words(first, last)
    described = page.referent_of_head(last - 1)
    if described is not None and described.kind in {"body", "party"} and not is_code(described.name):
        return text if _is_part(page, described, first, last) else described.name, page.span(first, last)
    if is_body_word(_word(page, last - 1)) or _is_name(page, first, last) or _is_unknown_acronym(text):
        return _in_full(page, text), page.span(first, last)
    return None


def _in_full(page: Page, word: str) -> str:
    """The name of the only body of the report that is called so for short: "Commission" of "European Commission"."""
    if " " in word or not word.istitle():
        return word
    called = {r.name for r in page.reading.referents if r.kind == "body" and r.name.endswith(f" {word}")}
    return called.pop() if len(called) == 1 else word


def _is_part(page: Page, described: Referent, first: int, last: int) -> bool:
    """True for a part of the body named before it: "the U.N. mission" is not all of the U.N."""
    named = any(m.form == "name" and first <= m.first and m.last < last for m in described.mentions)
    return described.kind == "body" and named and _word(page, last - 1).casefold() in PARTS


def _is_region(page: Page, first: int, last: int) -> bool:
    return key(page.words(first, last)) in place_words("region")


def _is_unknown_acronym(text: str) -> bool:
    return len(text) > 1 and text.isalpha() and text.isupper()


def _is_name(page: Page, first: int, last: int) -> bool:
    return any(
        name is not None and name.kind not in {"PERSON", "NORP"}
        for name in (page.name_at(t) for t in range(first, last))
    )


def is_body_word(word: str) -> bool:
    """True for a word that ends the name of a body: "Ministry", "agency"."""
    plain = titles.norm((word,))
    return bool(plain) and titles.bodies().get(plain[-1]) in {"body", "government", "side"}


def is_delegation_word(word: str) -> bool:
    """True for "delegation", "team", "side"."""
    plain = titles.norm((word,))
    return bool(plain) and titles.bodies().get(plain[-1]) == "delegation"


def delegation_among(page: Page, numbers: Iterable[int]) -> int:
    """The first of these tokens that is a word for a delegation; -1 without one."""
    return next((n for n in numbers if is_delegation_word(page.tokens[n].text)), -1)


def is_code(name: str) -> bool:
    """True for a state's code, as referents of states are named."""
    return len(name) == 3 and name in countries.countries()


def _word(page: Page, token: int) -> str:
    return page.tokens[token].text
