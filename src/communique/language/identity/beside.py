"""What a report says of a person right beside the name: titles, gender and state, before it or in apposition."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from communique.language.identity.mentions import Entity, Found, mention
from communique.lexicon import figures, people, titles
from communique.lexicon.tables import REMEMBERED
from communique.model.page import Page
from communique.model.reading import Mention

REACH = 14
"""How many words after the name an apposition may take."""

SENT = frozenset(
    "adviser advisor ambassador coordinator correspondent envoy expert mediator negotiator rapporteur representative "
    "specialist".split()
)

POSSESSIVE = frozenset({"'s", "’s", "'S", "’S", "'", "’"})


_COUNTERPART = "counterpart"
_PORTFOLIO = re.compile(r"(minister|secretary) (?:of|for) (?:the )?(\S+)(?: affairs)?\b(?! for)")
_PORTFOLIOS = {"external": "foreign"}


_DASHES = frozenset(("--", "—", "–", "_"))


def describe(page: Page, persons: Sequence[Entity], at: Mapping[int, Found]) -> None:
    """Add titles, gender and country to every person; `at` gives the state or body that a token belongs to."""
    year = page.report.year
    for person in persons:
        person.country = figures.state_of(person.name, year)
        for named in tuple(person.mentions):
            _before(page, person, named.first, named.last, at)
            _after(page, person, named, at)
            person.country = person.country or _owned(page, named, at) or _named_of(page, person, named, at)
            person.country = person.country or _in_brackets(page, named, at)
        if not person.country and any(titles.is_alike(r.split()) for r in person.roles):
            person.country = figures.state_of(person.name, year, titled=True)
        if not person.gender:
            person.gender = _gender(person)
    for person in persons:
        if _COUNTERPART in person.roles | person.nouns:
            person.roles |= _roles_shared(page, person, persons)


def _roles_shared(page: Page, person: Entity, persons: Sequence[Entity]) -> set[str]:
    """As in "President X and her Maretian counterpart, Y": the offices of the last one before of another state."""
    named = min(person.mentions, key=lambda m: m.first)
    low = page.sentence_of(named.first).first
    before = [
        (max(m.first for m in other.mentions if m.first < named.first), other)
        for other in persons
        if other is not person
        and any(low <= m.first < named.first for m in other.mentions)
        and not (other.country and other.country == person.country)
    ]
    holder = max(before, key=lambda b: b[0], default=None)
    return {r for r in holder[1].roles if titles.is_alike(r.split())} if holder else set()


def _owned(page: Page, named: Mention, at: Mapping[int, Found]) -> str:
    """As in "China's X"."""
    possessive = named.first > 1 and page.tokens[named.first - 1].text in POSSESSIVE
    found = at.get(named.first - 2) if possessive else None
    return found.key if found and found.kind == "state" else ""


def _in_brackets(page: Page, named: Mention, at: Mapping[int, Found]) -> str:
    """As in "Mr. X (South Africa):", where records of meetings say for whom somebody speaks."""
    state = at.get(named.last + 1)
    after = state.last if state is not None and state.kind == "state" else len(page.tokens)
    closing = [t.text for t in page.tokens[after : after + 2]]
    opened = named.last < len(page.tokens) and page.tokens[named.last].text == "("
    return state.key if state is not None and opened and closing in ([")", ":"], [")", "("]) else ""


def _named_of(page: Page, person: Entity, named: Mention, at: Mapping[int, Found]) -> str:
    """As in "Prime Minister X of Y"."""
    return _state_after(page, named.last, len(page.tokens), at) if person.roles and _is_of(page, named.last) else ""


def _is_of(page: Page, token: int) -> bool:
    return token < len(page.tokens) and page.tokens[token].text.casefold() == "of"


def _gender(person: Entity) -> str:
    """By the titles, then by a first name; a lone surname says nothing."""
    said = next((g for g in map(people.gender_of_title, sorted(person.roles)) if g), "")
    return said or (people.gender_of(person.name) if len(person.name.split()) > 1 else "")


def _words(page: Page, first: int, last: int) -> list[str]:
    return [t.text for t in page.tokens[first:last]]


def _before(page: Page, person: Entity, first: int, last: int, at: Mapping[int, Found]) -> None:
    """As in "Iranian Foreign Minister X", "Mr. X", "US State Department spokesman X"."""
    low = max(page.sentence_of(first).first, first - REACH)
    start = next((t + 1 for t in range(first - 1, low - 1, -1) if page.tokens[t].text in _DASHES), low)
    name = first
    while first - 1 > start and page.tokens[first - 1].text in {",", "“", '"'}:
        first -= 1
    if first <= start or not (ends_title(page.tokens[first - 1].text) or _ends_portfolio(page, start, first)):
        return
    words = _words(page, start, first)
    begin = titles.title_before(words, len(words))
    styled = len(words)
    while 0 < begin < styled and _is_style(words[begin:styled]) and ends_title(words[begin - 1]):
        _add(person, words[begin:styled], "")
        begin, styled = titles.title_before(words[:begin], begin), begin
    if begin < len(words):
        _add(person, words[begin:styled], _state_before(page, start + begin, at))
        if first == name:
            _widen(page, person, _edge_before(page, start + begin, at), first, last)


def _ends_portfolio(page: Page, start: int, last: int) -> bool:
    """As in "Minister of Planning X": whether what an office deals with stands before token `last`."""
    if page.tokens[last - 1].text.casefold() not in titles.portfolios():
        return False
    return any(
        page.tokens[t].text.casefold() in ("of", "for") and ends_title(page.tokens[t - 1].text)
        for t in range(start + 1, last)
    )


def _is_style(words: Sequence[str]) -> bool:
    """Whether words are a style or rank that may stand between an office and a name: "Sheikh", "Dr.", "General"."""
    return all(titles.is_honorific(w) for w in words) or titles.kind_of(words) == "rank"


def _edge_before(page: Page, first: int, at: Mapping[int, Found]) -> int:
    """Where the name of a state or body that ends right before token `first` starts, or `first`."""
    found = _found_before(page, first, at)
    return found.first if found and found.kind in {"state", "body"} else first


def _widen(page: Page, person: Entity, begin: int, first: int, last: int) -> None:
    """A second mention over title and name, where the tree hangs the name on its title."""
    wide = mention(page, begin, last, "title")
    if not first <= wide.head < last:
        person.mentions.append(wide)


@lru_cache(REMEMBERED)
def ends_title(word: str) -> bool:
    """True for a word that a title can end with; the cheap test before the full one."""
    found = titles.norm((titles.singular(word),))
    return bool(found) and (found[-1] in titles.last_words() or titles.is_honorific(word))


def _state_before(page: Page, first: int, at: Mapping[int, Found]) -> str:
    """The state whose name or demonym ends right before token `first`, words like "deputy" in between allowed."""
    found = _found_before(page, first, at)
    return found.key if found and found.kind == "state" else ""


def _found_before(page: Page, first: int, at: Mapping[int, Found]) -> Found | None:
    """The name that ends right before token `first` in the same sentence, a possessive mark left out."""
    before, start = first - 1, page.sentence_of(first).first
    if before > start and page.tokens[before].text in POSSESSIVE:
        before -= 1
    return at.get(before) if before >= start else None


def _after(page: Page, person: Entity, named: Mention, at: Mapping[int, Found]) -> None:
    """As in "X, the Russian foreign minister", "X, Iran's envoy", "X (head of the delegation)"."""
    end = page.sentence_of(named.first).last
    if named.last + 1 >= end or page.tokens[named.last].text not in {",", "(", "–", "—", "-", "--"}:
        return
    stop = min(end, named.last + REACH)
    first = named.last + 1
    words = _words(page, first, stop)
    for begin in range(min(6, len(words))):
        finish = titles.title_after(words, begin) if _may_start(words, begin) else begin
        if finish > begin and titles.kind_of(words[begin:finish]) in {"office", "rank"}:
            state = _state_before(page, first + begin, at)
            if not state and not _is_sent(words[begin:finish]):
                state = _state_after(page, first + finish, stop, at)
            _add(person, words[begin:finish], state)
            return
        if begin < len(words) and not _can_stand(page, first + begin, at):
            return


def _is_sent(words: Sequence[str]) -> bool:
    """As in "envoy for Maretia": the state behind such a title is what it deals with, or where it is served."""
    return bool(SENT & set(titles.norm(words)))


def _may_start(words: list[str], begin: int) -> bool:
    """A title within the next words: the cheap test before the full one."""
    return any(ends_title(w) for w in words[begin : begin + 4])


def _can_stand(page: Page, token: int, at: Mapping[int, Found]) -> bool:
    """What may stand between the comma and the title: articles, possessives, adjectives and names of states."""
    text = page.tokens[token].text
    return token in at or text in POSSESSIVE or page.tokens[token].upos in {"DET", "ADJ", "PRON", "ADV"}


def _state_after(page: Page, first: int, stop: int, at: Mapping[int, Found]) -> str:
    """As in "president of Iran", "spokesman for the Chinese foreign ministry"."""
    if first + 1 >= stop or page.tokens[first].text.casefold() not in {"of", "for", "at", "in", "with"}:
        return ""
    for token in range(first + 1, min(first + 4, stop)):
        found = at.get(token)
        if found is not None:
            return found.key if found.kind == "state" else ""
        if page.tokens[token].upos not in {"DET", "ADJ"}:
            return ""
    return ""


def _add(person: Entity, words: Sequence[str], state: str) -> None:
    role = " ".join(titles.norm(words))
    person.roles |= {role, *_short(role)}
    code = state or titles.states().get(role, "")
    if code and not person.country:
        person.country = code


def _short(role: str) -> Iterator[str]:
    """How reports shorten a title afterwards: "foreign minister" for "minister of foreign affairs and trade"."""
    found = _PORTFOLIO.match(role)
    if found is not None and found[2] != "state":
        yield f"{_PORTFOLIOS.get(found[2], found[2])} {found[1]}"
