"""What follows a title in its noun phrase: "of the Ukrainian delegation", "for trade", "at the United Nations"."""

from dataclasses import dataclass, replace

from communique.claims.offices.affiliations import (
    ARTICLES,
    POSSESSIVE,
    Affiliation,
    affiliation,
    delegation_among,
    is_body_word,
)
from communique.claims.offices.names import person_name
from communique.lexicon import countries, titles
from communique.model.claim import Field
from communique.model.page import Page

PREPOSITIONS = frozenset({"of", "for", "to", "at", "with", "in", "on", "from"})
BELONGING = frozenset({"of", "at", "with", "for"})
"""Prepositions whose object can be what the office belongs to; "to Yemen" and "in Gaza" tell where it works."""

BOTH = frozenset({"both", "their"})
"""Of whom several officers are, each of his own: "the foreign secretaries of both countries"."""

MINISTERIAL = frozenset({"minister", "secretary", "undersecretary", "ministers", "secretaries", "commissioner"})
SENT = frozenset(
    "envoy ambassador representative emissary rapporteur observer coordinator legate nuncio delegate".split()
)
SERVING = frozenset("adviser advisor aide assistant counsel counsellor counselor secretary".split())
"""Who serves the body that "to" names."""

NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "X"})


MOST_SERVED = 2
"""Words of a title that others serve: "prime minister"."""

NONE = Affiliation()


@dataclass(frozen=True, slots=True)
class Complement:
    """The phrase ends before token `last`; the role takes `words` with it, up to token `role_last` (or -1).

    `owner` is the last token of the person whom the office serves ("a spokesman for X"), or -1.
    """

    last: int
    affiliation: Affiliation = NONE
    words: str = ""
    role_last: int = -1
    owner: int = -1


def complement(page: Page, start: int, end: int, limit: int) -> Complement:
    """Read rightwards from the end of the title at tokens `start` to `end`, not beyond `limit`."""
    joined = _joined_portfolio(page, start, end, limit)
    if joined > end:
        rest = complement(page, joined - 1, joined, limit)
        words = f"{page.words(end, joined)} {rest.words}".strip()
        return replace(rest, words=words, role_last=max(rest.role_last, joined))
    end = _past_suffix(page, end, limit)
    if end >= limit or _plain(page, end) not in PREPOSITIONS:
        return Complement(end)
    link, first = _plain(page, end), end + 1
    last = phrase_end(page, first, limit)
    if last == first:
        return Complement(end)
    name = person_name(page, last - 1)
    if name is not None:
        return _served(page, end, name.first) or Complement(last, owner=last - 1)
    if _plain(page, first) in BOTH or page.words(first, first + 2).casefold() == "the two":
        return Complement(last)
    head = _head(page, start, end)
    found = _portfolio(page, (head, link), first, last) or _delegation(page, link, first, last)
    found = found or _belonging(page, (head, link), first, last)
    return Complement(_past_places(page, last, limit), found.affiliation, found.words, found.role_last)


def _served(page: Page, end: int, name: int) -> Complement | None:
    """As in "Adviser to the President" before the adviser's name, "Director of the Office of the King" before the
    director's: with an article before it, the inner title is not the name's.
    """
    the = next((t for t in range(name - 1, end, -1) if _plain(page, t) == "the"), -1)
    served = [t.text for t in page.tokens[the + 1 : name]]
    if the < 0 or not served or _plain(page, the - 1) not in {"to", "of"} or not titles.is_title(served):
        return None
    if served[0].casefold() in titles.modifiers() or len(served) > MOST_SERVED:
        return None
    if the == end + 1:
        return Complement(name, words=page.words(end, name), role_last=name)
    return Complement(name, affiliation(page, end + 1, name))


def _head(page: Page, start: int, end: int) -> str:
    """The word of a title that tells what can follow: "secretary" of "secretary of state", else its last."""
    words = titles.norm([t.text for t in page.tokens[start:end]])
    return next((w for w in words[:-1] if w in MINISTERIAL), words[-1])


def _joined_portfolio(page: Page, start: int, end: int, limit: int) -> int:
    """Past a second portfolio ("Minister of Energy" before "and Natural Resources"), or `end`."""
    has_one = any(_plain(page, t) in {"of", "for"} for t in range(start + 1, end))
    is_joined = has_one and end + 1 < limit and _plain(page, end) == "and" and _joins(page, end)
    return phrase_end(page, end + 1, limit) if is_joined else end


def _past_suffix(page: Page, end: int, limit: int) -> int:
    """Past "-designate", "-elect", "general"."""
    at = end
    while at < limit and page.tokens[at].text in "-‐‑–":
        at += 1
    said = titles.modifiers().get(_plain(page, at), "") if at < limit else ""
    return at + 1 if said == "designate" else end


def phrase_end(page: Page, first: int, limit: int) -> int:
    """Where the noun phrase that begins at token `first` ends; "of" and joined nouns inside a name belong to it."""
    at = first
    while at < limit:
        name = page.name_at(at)
        if name is not None and at > first and person_name(page, at) is not None and _is_apart(page, first, at):
            break
        if name is not None and name.last <= limit:
            at = name.last
        elif _continues(page, at, first, limit):
            at += 1
        else:
            break
    while at > first and _is_open(page, at - 1):
        at -= 1
    return at


def _is_open(page: Page, token: int) -> bool:
    """True for a word that no phrase ends with: an article, "of", "and", a possessive mark, "Sir"."""
    return _plain(page, token) in ARTICLES | {"of", "and", "&", "'s", "’s"} or (
        titles.is_honorific(page.tokens[token].text) and page.name_at(token) is None
    )


def _is_apart(page: Page, first: int, at: int) -> bool:
    """True for a person's name at token `at` that begins anew: after another name, or a noun that is no title."""
    before = at - 1
    while before > first and titles.is_honorific(page.tokens[before].text):
        before -= 1
    if page.name_at(before) is not None:
        return True
    words = [t.text for t in page.tokens[first : before + 1]]
    is_noun = page.tokens[before].upos in {"NOUN", "PROPN"} and not titles.is_honorific(words[-1])
    return is_noun and titles.title_before(words, len(words)) == len(words)


def _continues(page: Page, at: int, first: int, limit: int) -> bool:
    token = page.tokens[at]
    if at > first and page.time_at(at) is not None:
        return False
    if token.upos in NOUNS or token.text in POSSESSIVE or token.text in "-‐‑–&" or token.xpos == "PRP$":
        return not (at > first and token.upos == "DET" and _plain(page, at - 1) not in {"of", "and"})
    if token.xpos in {"VBG", "VBN"} and at + 1 < limit:
        return page.tokens[at + 1].upos in {"NOUN", "PROPN", "ADJ"} and token.deprel in {"amod", "compound"}
    if _plain(page, at) == "of":
        return at > first
    if _plain(page, at) == "and" and first < at < limit - 1:
        return _joins(page, at)
    return False


def _joins(page: Page, at: int) -> bool:
    """True when "and" joins two words of one portfolio or body ("trade and industry"), not two titles or persons."""
    before, after = page.tokens[at - 1], page.tokens[at + 1]
    if after.upos not in {"NOUN", "PROPN", "ADJ"} or person_name(page, at + 1) is not None:
        return False
    if titles.title_after([t.text for t in page.tokens[at + 1 : at + 6]], 0):
        return False
    known = [t.text.casefold() in titles.portfolios() for t in (before, after)]
    capitals = before.text.istitle() and after.text.istitle()
    return all(known) or (capitals and any(known) and not countries.code_of(after.text))


def _portfolio(page: Page, read: tuple[str, str], first: int, last: int) -> Complement | None:
    """As in "of public security", "for strategic communication": part of the role, up to the state if one is named."""
    head, link = read
    if link not in {"of", "for"} or (link == "for" and titles.singular(head).startswith("spokes")):
        return None
    stop = next((t for t in range(first, last) if countries.code_of(page.tokens[t].text)), last)
    inner = next((t for t in range(first, last) if _plain(page, t) == "of"), stop)
    stop = min(stop, inner)
    if any(page.tokens[t].text in POSSESSIVE or _is_body_name(page, t) for t in range(first, stop)):
        return None
    words = [_plain(page, t) for t in range(first, stop) if _plain(page, t) not in ARTICLES]
    ministerial = head in MINISTERIAL and not _is_body(page, stop)
    if not words or (inner < last and not ministerial):
        return None
    if not ministerial and not all(w in titles.portfolios() or w in "-&and" for w in words):
        return None
    belongs = affiliation(page, stop + (stop == inner and inner < last), last) if stop < last else NONE
    return Complement(last, belongs, page.words(first - 1, stop), stop)


def _is_body_name(page: Page, token: int) -> bool:
    name = page.name_at(token)
    return (
        name is not None and name.kind == "ORG" and name.last - name.first > 1 and is_body_word(name.text.split()[-1])
    )


def _is_body(page: Page, last: int) -> bool:
    return is_body_word(_plain(page, last - 1))


def _delegation(page: Page, link: str, first: int, last: int) -> Complement | None:
    """As in "of the Ukrainian delegation": the role is "of the delegation", the state is the delegation's."""
    at = delegation_among(page, range(first, last))
    if at < 0 or link not in {"of", "in"} or _is_in_name(page, at, last):
        return None
    inner = at
    while inner > first and _plain(page, inner - 1) in {"negotiating", "negotiation", "peace", "truce", "technical"}:
        inner -= 1
    words = page.words(inner, at + 1)
    belongs = affiliation(page, first, inner) if inner > first and link == "of" else NONE
    return Complement(last, belongs, f"{page.tokens[first - 1].text} {_the(page, first)} {words}", at + 1)


def _is_in_name(page: Page, token: int, last: int) -> bool:
    """True within the name of a body: "the High Negotiations Committee", "the International Monitoring Team"."""
    if token + 1 < last and page.tokens[token + 1].upos in {"NOUN", "PROPN"}:
        return is_body_word(page.tokens[token + 1].text)
    name = page.name_at(token)
    return name is not None and name.kind == "ORG" and page.tokens[token].text.istitle() and name.first + 1 < token


def _the(page: Page, first: int) -> str:
    return "THE" if page.tokens[first].text.isupper() and len(page.tokens[first].text) > 2 else "the"


def _belonging(page: Page, read: tuple[str, str], first: int, last: int) -> Complement:
    head, link = read
    found = affiliation(page, first, last)
    if titles.singular(head) in SENT and link != "of":
        return Complement(last, Affiliation(None, found.body if link in {"to", "at"} and not found.country else None))
    words = [t.text for t in page.tokens[first:last]]
    serves = link == "to" and titles.singular(head) in SERVING and not any(titles.is_title((w,)) for w in words)
    if link not in BELONGING and not serves:
        return Complement(last)
    if found.body is None and found.country is None and link == "of":
        found = Affiliation(None, _plain_body(page, first, last))
    return Complement(last, found)


def _plain_body(page: Page, first: int, last: int) -> Field | None:
    """Common nouns that an office is "of": "the uprising"; none for people and pronouns."""
    while first < last and _plain(page, first) in ARTICLES:
        first += 1
    if (
        first >= last
        or page.tokens[last - 1].upos not in {"NOUN", "PROPN"}
        or titles.is_title((page.tokens[last - 1].text,))
    ):
        return None
    span = page.span(first, last)
    return page.text(span), span


def _past_places(page: Page, last: int, limit: int) -> int:
    """Past one more phrase of place or topic: "acting director of the agency in Gaza"."""
    if last < limit and _plain(page, last) in {"in", "for", "to", "at", "on"}:
        end = phrase_end(page, last + 1, limit)
        if end > last + 1 and person_name(page, end - 1) is None:
            return end
    return last


def _plain(page: Page, token: int) -> str:
    return page.tokens[token].text.casefold()
