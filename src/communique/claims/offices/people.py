"""Persons where they stand in a sentence, each with the fullest name in the report."""

from dataclasses import dataclass, replace

from communique.claims.offices.affiliations import is_body_word
from communique.claims.offices.names import is_person_name, person_name
from communique.lexicon import countries, titles
from communique.lexicon.bodies import body_of
from communique.lexicon.cities import is_town
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.reading import Name

AYN = frozenset({"'", "‘", "’", "`", "ʿ"})
"""Marks that begin a name in some spellings: "'Abd al-Halim"."""

NOT_PERSONS = frozenset({"NORP", "EVENT"})
LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class Person:
    """A person at tokens `first` to `last` (half-open), titles and honorifics left out; `name` is the fullest one.

    `country` is the code that the report gives the person's state by, or "". `is_tagged` is false for capitals after a
    title that the model took for no person.
    """

    first: int
    last: int
    name: Field
    country: str = ""
    is_tagged: bool = True


def people(page: Page, first: int, last: int) -> tuple[Person, ...]:
    """The named persons among tokens `first` to `last`, in text order."""
    names = dict.fromkeys(n for t in range(first, last) if (n := page.name_at(t)) is not None)
    inside = [n for n in names if first <= n.first and n.last <= last and is_person_name(page, n)]
    found = [person(page, *_bare(page, n)) for n in inside]
    return tuple(p for p in found if p is not None)


def pronouns(page: Page, first: int, last: int) -> tuple[Person, ...]:
    """Those whom "he" and "she" stand for among tokens `first` to `last`, where the report names them."""
    said = [t for t in range(first, last) if page.tree.folded[t] in {"he", "she"}]
    known = [(t, page.referent_at(t)) for t in said]
    return tuple(
        Person(t, t + 1, (r.name, page.tokens[t].span), r.country)
        for t, r in known
        if r is not None and r.kind == "person" and any(m.form == "name" for m in r.mentions)
    )


def person(page: Page, first: int, last: int) -> Person | None:
    """The person named by tokens `first` to `last`; None for no words."""
    while last > first and page.tokens[last - 1].text in {"'s", "’s", "'", "’", ",", ".", "'S"}:
        last -= 1
    if first >= last:
        return None
    span = page.span(first, last)
    found = page.referent_at(last - 1)
    if found is not None and found.kind == "person":
        return Person(first, last, (found.name, span), found.country)
    return Person(first, last, (page.text(span), span))


def _bare(page: Page, name: Name) -> tuple[int, int]:
    """A name's tokens without titles and honorifics before it."""
    words = [t.text for t in page.tokens[name.first : name.last]]
    skipped = 0
    while skipped < len(words) - 1:
        end = titles.title_after(words[:-1], skipped)
        if end == skipped:
            break
        skipped = end
    last = name.last
    while last > name.first + skipped + 1 and page.tokens[last - 1].upos in {"AUX", "VERB", "PUNCT"}:
        last -= 1
    return name.first + skipped, last


def person_at(page: Page, at: int, limit: int) -> Person | None:
    """The person whose name begins at token `at`, past honorifics; capitals do where the model found no name."""
    at = past_honorifics(page, at, limit)
    if at >= limit:
        return None
    name = page.name_at(at)
    if name is not None and is_person_name(page, name):
        return person(page, *_bare(page, name)) if at == name.first else person(page, at, name.last)
    if name is not None and _is_no_person(page, name):
        return None
    following = page.name_at(at + 1) if at + 1 < limit else None
    if (
        following is not None
        and following.first == at + 1
        and is_person_name(page, following)
        and _is_name_word(page, at, at)
    ):
        return person(page, at, following.last)
    return _unseen(page, at, limit)


def past_honorifics(page: Page, at: int, limit: int) -> int:
    """The first token from `at` on that is no "Mr.", "Dr." or quotation mark."""
    while at < limit and (titles.is_honorific(page.tokens[at].text) and _is_capital(page, at)):
        at += 1
    is_letter = at + 1 < limit and page.tokens[at].text in AYN and page.are_joined(at, at + 2)
    return at + 1 if is_letter and person_name(page, at + 1) is not None else at


def _is_no_person(page: Page, name: Name) -> bool:
    if name.kind in NOT_PERSONS or countries.code_of(name.text) or body_of(name.text):
        return True
    found = page.referent_at(name.first)
    return name.kind == "ORG" and not (found is not None and found.kind == "person")


def _unseen(page: Page, at: int, limit: int) -> Person | None:
    """A row of proper nouns that no name tag covers, or that was taken for a place."""
    last = at
    while last < min(limit, at + LONGEST_NAME) and _is_name_word(page, last, at):
        last += 1
    text = page.words(at, last) if last > at else ""
    if not text or countries.code_of(text) or body_of(text) or titles.is_title(text.split()) or is_town(text):
        return None
    if is_body_word(page.tokens[last - 1].text) or page.tokens[last - 1].xpos in {"NNS", "NNPS"}:
        return None
    found = person(page, at, last)
    return replace(found, is_tagged=False) if found else None


def _is_name_word(page: Page, token: int, first: int) -> bool:
    found, name = page.tokens[token], page.name_at(token)
    if found.text in "-‐‑–" and token > first:
        return page.are_joined(token - 1, token + 1)
    if name is not None and name.kind in {"NORP", "ORG", "PERSON", "EVENT"}:
        return False
    plain = found.text.casefold()
    if titles.is_title((found.text,)) or plain in titles.modifiers() or page.time_at(token) is not None:
        return False
    return found.upos == "PROPN" and _is_capital(page, token) and not countries.code_of(found.text)


def _is_capital(page: Page, token: int) -> bool:
    return page.tokens[token].text[:1].isupper()
