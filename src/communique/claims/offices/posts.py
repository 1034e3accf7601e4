"""Posts in a sentence: a title with what its noun phrase says of body, country and status, whoever holds it.

The scan goes by words, so that a slip of the parser loses no title; tags and the tree only widen a phrase.
"""

from dataclasses import dataclass, replace

from communique.claims.offices.affiliations import (
    POSSESSIVE,
    Affiliation,
    is_body_word,
    is_code,
    is_delegation_word,
)
from communique.claims.offices.complements import complement
from communique.claims.offices.front import Front, ends_state, front
from communique.claims.offices.names import is_below, is_event, person_name
from communique.lexicon import countries, titles
from communique.model.claim import Field
from communique.model.page import Page, once
from communique.model.reading import Sentence

NO_NOUNS = frozenset({"VERB", "AUX", "ADP", "PUNCT", "DET", "PRON"})
LOCAL = frozenset("bishop archbishop mayor patriarch imam rabbi cardinal vicar prefect sheriff".split())
"""Offices of a place: its name is no state's government."""

CONTINENTS = frozenset({"african", "asian", "european"})
ORIGINATING = frozenset({"diplomat", "envoy", "leader", "mediator", "negotiator", "official"})
"""Before these a continent tells whence somebody comes; "European affairs minister" tells what is dealt with."""

STATUSES = frozenset({"former", "acting", "designate"})


@dataclass(frozen=True, slots=True)
class Post:
    """One title at one place.

    Tokens: the noun phrase is `first` to `last` (half-open), the title proper `start` to `end`. `kind` is office, rank,
    expert or relative ("predecessor"). `owner` is the last token of a person whose possessive opens the phrase
    ("Trump's envoy"), or -1. `determined` is true when an article or a possessive opens it.
    """

    first: int
    start: int
    end: int
    last: int
    role: Field
    affiliation: Affiliation
    status: str
    kind: str
    owner: int = -1
    plural: bool = False
    determined: bool = False


AFTER_NOON = frozenset({"pm", "p.m", "p.m."})
"""Behind a number the time of day, else a Prime Minister."""


@once
def posts(page: Page, sentence: Sentence) -> tuple[Post, ...]:
    """The posts of a sentence in text order; no two titles share a token."""
    found: list[Post] = []
    for start, end in _titles(page, sentence):
        low = found[-1].end if found else sentence.first
        post = _post(page, (low, start, end, sentence.last))
        found.append(_owned(page, found[-1], post) if found else post)
    return tuple(found)


def _owned(page: Page, owner: Post, post: Post) -> Post:
    """As in "the Maretian president's adviser": the second title belongs where the first one does."""
    bare = post.affiliation == Affiliation() and owner.end < post.start
    is_its = bare and page.tokens[owner.end].xpos == "POS" and post.first <= owner.end + 1
    return replace(post, affiliation=owner.affiliation, determined=True) if is_its else post


def _titles(page: Page, sentence: Sentence) -> list[tuple[int, int]]:
    """Token ranges of the longest titles, without what an "of" adds."""
    words = [t.text for t in page.tokens[sentence.first : sentence.last]]
    found: list[tuple[int, int]] = []
    for at in range(len(words)):
        if not _may_end_title(page, sentence.first + at):
            continue
        start = titles.title_before(words, at + 1)
        while start < at and (not titles.norm((words[start],)) or _is_outside(page, sentence, start)):
            start += 1
        start += start < at and words[start].casefold() in CONTINENTS and words[start + 1].casefold() in ORIGINATING
        name = person_name(page, sentence.first + at)
        if name is not None and name.first < sentence.first + start:
            continue
        if start > at or titles.kind_of(words[start : at + 1]) == "honorific":
            continue
        start = _past_name(page, sentence.first + start, sentence.first + at) - sentence.first
        if start > at or _is_cut(page, sentence, (start, at)):
            continue
        while found and found[-1][0] >= start:
            found.pop()
        if not found or found[-1][1] <= start:
            found.append((start, at + 1))
    placed = [(sentence.first + start, sentence.first + end) for start, end in found]
    return [t for t, after in zip(placed, [*placed[1:], (0, 0)], strict=False) if not _is_degree(page, t, after)]


def _past_name(page: Page, start: int, at: int) -> int:
    """Where a title begins that a body's name runs into ("Freedom Party leader"), past `at` where it is part of one."""
    mention, known = page.mention_at(start), page.referent_at(start)
    if mention is None or known is None or known.kind not in {"body", "party"} or mention.form != "name":
        return start
    if is_code(known.name):
        return start
    if mention.last > at + 1:
        return at + 1
    runs_in = mention.first < start < mention.last <= at and is_body_word(page.tokens[mention.last - 1].text)
    return mention.last if runs_in else start


def _is_outside(page: Page, sentence: Sentence, start: int) -> bool:
    """True for the verb of "was elected president", and for "African" of "South African president"."""
    token = sentence.first + start
    return is_below(page, token) or is_event(page, token) or ends_state(page, sentence.first, token + 1)


def _is_cut(page: Page, sentence: Sentence, title: tuple[int, int]) -> bool:
    """True for "head of the National Security" before "Service": what follows "of" is the start of a body's name."""
    start, at = title[0] + sentence.first, title[1] + sentence.first
    if at + 1 >= sentence.last or not any(_is_link(page, t) for t in range(start + 1, at)):
        return False
    following, mention = page.tokens[at + 1], page.mention_at(at)
    is_of = following.text.casefold() == "of"
    if following.text in POSSESSIVE or (mention is not None and mention.first == at and is_of):
        return True
    joined = following.upos in {"NOUN", "PROPN", "ADJ"} and person_name(page, at + 1) is None
    return joined and (page.tokens[at].head > at or is_body_word(following.text) or is_delegation_word(following.text))


def _is_link(page: Page, token: int) -> bool:
    return page.tokens[token].text.casefold() in titles.LINKS


def _is_degree(page: Page, title: tuple[int, int], after: tuple[int, int]) -> bool:
    """True for "deputy" in "deputy U.S. secretary of state": part of the title after the state."""
    first, end = title
    if end - first > 1 or titles.modifiers().get(page.tokens[first].text.casefold()) != "degree":
        return False
    between = page.tokens[end : after[0]]
    return 0 < len(between) <= 6 and all(t.upos in {"NOUN", "PROPN", "ADJ"} or t.text in "-‐‑–" for t in between)


def _may_end_title(page: Page, at: int) -> bool:
    token = page.tokens[at]
    if not titles.may_end(token.text) or (at > 0 and token.text[:1].isupper() and _is_joined(page, at)):
        return False
    if at > 0 and page.tokens[at - 1].xpos == "CD" and token.text.casefold() in AFTER_NOON:
        return False
    return token.upos not in NO_NOUNS or token.text[:1].isupper()


def _is_joined(page: Page, at: int) -> bool:
    """True for the "Prince" of "Port-au-Prince"; "Vice-President" is a title of its own."""
    name = page.name_at(at)
    return name is not None and name.kind in {"GPE", "LOC", "FAC"} and page.tokens[at - 1].text in "-‐‑–"


def _post(page: Page, at: tuple[int, int, int, int]) -> Post:
    low, start, end, limit = at
    before = front(page, low, start)
    after = complement(page, start, end, limit)
    words = [t.text for t in page.tokens[start:end]]
    tail = [t.text for t in page.tokens[end : after.last]][:2]
    role_last = after.role_last if after.role_last > 0 else end
    first = _role_first(page, before, start, end)
    return Post(
        before.first,
        before.start,
        end,
        after.last,
        (_role(page, before, (first, end), after.words), page.span(first, role_last)),
        _local(page, words[-1], _merged(before.affiliation, after.affiliation)),
        before.status or _status([*words, *tail]) or "current",
        titles.kind_of(words),
        before.owner if before.owner >= 0 else after.owner,
        titles.singular(words[-1]) != words[-1] or page.tokens[start].xpos == "NNS",
        before.determined,
    )


def _merged(near: Affiliation, far: Affiliation) -> Affiliation:
    return Affiliation(near.country or far.country, near.body or far.body)


def _local(page: Page, head: str, found: Affiliation) -> Affiliation:
    """A bishop's or mayor's city is what the office is of, not its state."""
    country = found.country
    if country is None or found.body is not None or titles.norm((head,))[-1] not in LOCAL:
        return found
    text = page.text(country[1])
    return Affiliation(None, (text, country[1])) if countries.is_capital(text) else found


def _status(words: list[str]) -> str:
    """What the modifiers in and after a title say of who holds it when: "former", "acting", "-elect"."""
    said = [titles.modifiers().get(w, "") for w in titles.norm(words)]
    return next((s for s in said if s in STATUSES), "")


def _role_first(page: Page, before: Front, start: int, end: int) -> int:
    """The first token of the role, past words that only tell status or colour; "acting" stays."""
    if before.start < start:
        return before.start
    at = start
    while at < end - 1:
        sizes = [n for n in (3, 2, 1) if at + n < end and _is_left_out(page.words(at, at + n))]
        if not sizes:
            break
        at += sizes[0]
    return at


def _is_left_out(text: str) -> bool:
    said = titles.modifiers().get(" ".join(titles.norm((text,))), "")
    return text in "-‐‑–" or text.casefold() == "ex" or said in {"former", "designate", "current"}


def _role(page: Page, before: Front, at: tuple[int, int], words: str) -> str:
    """The title as written, its head in the singular, with the words that its complement adds."""
    first, end = at
    written = page.words(first, end).removeprefix("ex-").removeprefix("Ex-")
    for number, token in enumerate(page.tokens[first:end], first):
        if number == end - 1 or token.xpos in {"NNS", "NNPS"}:
            written = written.replace(token.text, titles.singular(token.text))
    return " ".join(" ".join([*before.prefix, written, words]).split())
