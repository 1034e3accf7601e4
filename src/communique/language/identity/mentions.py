"""What identity is made of: named stretches of tokens and the entities they are joined to, before coreference."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from communique.language.quotations.marks import quoted as quotations
from communique.lexicon.tables import REMEMBERED
from communique.model.page import Page
from communique.model.reading import Mention

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")


@dataclass(frozen=True, slots=True)
class Found:
    """A name at tokens `first` to `last` (half-open).

    `kind` is person, state, body, place or other (a name that is none of these, kept so that nothing inside it is read
    on its own). `key` says what it is: the code of a state, the lexicon's name of a body, else "". `form` is the
    `Mention.form`.
    """

    first: int
    last: int
    kind: str
    key: str = ""
    form: str = "name"


class KnownNames:
    """Names that do not overlap, by where they stand."""

    def __init__(self, found: Iterable[Found]) -> None:
        self.all = sorted(found, key=lambda f: f.first)
        self._firsts = [f.first for f in self.all]
        self._by_first = {f.first: f for f in self.all}

    def at(self, first: int) -> Found | None:
        """The name that starts at a token."""
        return self._by_first.get(first)

    def inside(self, first: int, last: int) -> list[Found]:
        """The names that lie wholly inside a stretch of tokens."""
        return [
            f for f in self.all[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)] if f.last <= last
        ]

    def covers(self, first: int, last: int) -> bool:
        """True where one name holds the whole stretch."""
        before = bisect_right(self._firsts, first) - 1
        return before >= 0 and self.all[before].last >= last


@dataclass(slots=True)
class Entity:
    """Somebody or something of one report while its mentions are being gathered.

    `kind`, `name`, `country` and `reason` are those of `Referent`. `gender` is m, f, n (a thing) or ""; `number` s, p
    or "" (either). `roles` are the titles it is given, in lower case; `nouns` the common nouns that described it;
    `armed` marks a side that is no state.
    """

    kind: str
    name: str
    country: str = ""
    gender: str = ""
    number: str = "s"
    reason: str = ""
    armed: bool = False
    roles: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)


def mention(page: Page, first: int, last: int, form: str) -> Mention:
    """The mention of tokens `first` to `last`, its head found in the tree."""
    return Mention(page.tokens[first].start, page.tokens[last - 1].end, first, last, head_of(page, first, last), form)


def head_of(page: Page, first: int, last: int) -> int:
    """The token of a stretch that is governed from outside it: the last one where there are several."""
    outside = [at for at in range(first, last) if not first <= page.tokens[at].head < last]
    words = [at for at in outside if page.tokens[at].upos != "PUNCT" and page.tokens[at].deprel != "case"]
    return (words or outside or [last - 1])[0]


def text_of(page: Page, first: int, last: int) -> str:
    """The words of tokens `first` to `last`, line breaks and double spaces made one space."""
    return " ".join(page.words(first, last).split())


@lru_cache(REMEMBERED)
def starts_in_capital(text: str) -> bool:
    """True for a word that starts with a capital letter, its leading marks aside."""
    return text[:1].isupper() or (not text[:1].isalpha() and next((c.isupper() for c in text if c.isalpha()), False))


def upper_sentences(page: Page) -> list[bool]:
    """For each sentence, whether it is written in capitals throughout."""
    return [_is_upper(page.text(s.span)) for s in page.sentences]


def _is_upper(text: str) -> bool:
    if sum(map(str.isupper, text)) < 12:
        return False
    letters = list(filter(str.isalpha, text))
    return len(letters) > 12 and sum(map(str.isupper, letters)) > 0.9 * len(letters)


def quoted(page: Page) -> list[bool]:
    """For each token, whether it stands inside quotation marks; an unclosed mark ends with its paragraph."""
    found = [False] * len(page.tokens)
    for quote in quotations(page.report.text):
        for at in page.tokens_in(quote.span):
            found[at] = True
    return found
