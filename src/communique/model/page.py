"""A report with its reading, indexed for the questions that rules ask of it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple

from communique.model.reading import Attribution, Mention, Name, Reading, Referent, Sentence, Timex, Token
from communique.model.report import Report
from communique.model.span import Span
from communique.model.tree import Tree

Asked = TypeVarTuple("Asked")
Answer = TypeVar("Answer")

_UNASKED: Any = object()


class Page:
    """Look-ups over one reading: the tree, what stands where, and what a mention refers to.

    Token arguments and results are numbers in `reading.tokens`.
    """

    def __init__(self, report: Report, reading: Reading, tree: Tree | None = None) -> None:
        self.report = report
        self.reading = reading
        self.tokens: tuple[Token, ...] = reading.tokens
        self.sentences: tuple[Sentence, ...] = reading.sentences
        self.tree = tree or Tree(reading.tokens, reading.sentences)
        """What can be handed on to a page whose reading has the same words and sentences, and more found in them."""
        self._name_at = {token: name for name in reading.names for token in range(name.first, name.last)}
        self._times = sorted(reading.times, key=lambda t: t.start)
        self._time_starts = [t.start for t in self._times]
        self._time_at = {token: timex for timex in self._times for token in self.tokens_in(timex.span)}
        cues = [(a.cue, a) for a in reading.attributions if a.cue is not None]
        self._cues: list[tuple[Span, Attribution]] = sorted(cues, key=lambda p: (p[0].start, p[0].end))
        self._cue_starts = [cue.start for cue, _ in self._cues]
        mentions = [(m, r) for r in reading.referents for m in r.mentions]
        self._mentions: list[tuple[Mention, Referent]] = sorted(mentions, key=_by_place)
        self._mention_starts = [m.start for m, _ in self._mentions]
        self._mentions_at = _by_token(self._mentions)
        self.answers: defaultdict[Hashable, dict[tuple[Any, ...], Any]] = defaultdict(dict)
        """What `once` keeps."""

    # -- the text

    def text(self, span: Span) -> str:
        """The words at `span`."""
        return self.report.text[span.start : span.end]

    def words(self, first: int, last: int) -> str:
        """The text of tokens `first` to `last` (half-open), as far as there are so many; "" for none."""
        last = min(last, len(self.tokens))
        return self.report.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def is_question(self, sentence: Sentence) -> bool:
        """True for a sentence that ends with a question mark, a quotation mark behind it or not."""
        return any(self.tokens[t].text == "?" for t in range(max(sentence.first, sentence.last - 2), sentence.last))

    def word_before(self, token: int) -> str:
        """The word before a token in lower case, "" before the first."""
        return self.tree.folded[token - 1] if token else ""

    def word_after(self, token: int) -> str:
        """The word after a token in lower case, "" after the last."""
        return self.tree.folded[token + 1] if token + 1 < len(self.tokens) else ""

    def are_joined(self, first: int, last: int) -> bool:
        """True for tokens `first` to `last` (half-open), all in the text, that no space parts: "U.S.-brokered"."""
        if first < 0 or last > len(self.tokens):
            return False
        return all(self.tokens[at].end == self.tokens[at + 1].start for at in range(first, last - 1))

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens `first` to `last` (half-open)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def tokens_in(self, span: Span) -> range:
        """The tokens that lie wholly or partly inside `span`."""
        first = bisect_right(self.tree.token_ends, span.start)
        return range(first, bisect_left(self.tree.token_starts, span.end, first))

    def sentence_at(self, start: int) -> Sentence | None:
        """The sentence that covers code point `start`, or the last one before it."""
        number = bisect_right(self.tree.sentence_starts, start) - 1
        return self.sentences[number] if number >= 0 else None

    def sentences_over(self, span: Span) -> list[Sentence]:
        """The sentences that lie wholly or partly inside `span`."""
        last = bisect_left(self.tree.sentence_starts, span.end)
        first = max(0, bisect_right(self.tree.sentence_starts, span.start, 0, last) - 1)
        return [s for s in self.sentences[first:last] if s.span.overlaps(span)]

    def sentence_of(self, token: int) -> Sentence:
        """The sentence that holds a token."""
        return self.tree.sentence_of[token]

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before another, None before the first."""
        return self.sentence_of(sentence.first - 1) if sentence.first else None

    def telling_sentences(self) -> Iterator[Sentence]:
        """The sentences that tell something: all but datelines and bylines."""
        return (s for s in self.sentences if s.role not in ("dateline", "byline"))

    def telling_tokens(self) -> Iterator[int]:
        """The tokens of sentences that tell something."""
        return (token for s in self.telling_sentences() for token in range(s.first, s.last))

    # -- the tree

    def head(self, token: int) -> int:
        """The governing token, or -1."""
        return self.tokens[token].head

    def top(self, tokens: Collection[int]) -> int:
        """The first of these tokens whose head is none of them; -1 where there is none."""
        return next((token for token in tokens if self.head(token) not in tokens), -1)

    def children(self, token: int, *deprels: str) -> list[int]:
        """Dependents in text order, with `deprels` those of these relations (`nsubj` finds `nsubj:pass` too)."""
        if not deprels:
            return self.tree.children[token][:]
        related = self.tree.related[token]
        if len(deprels) == 1:
            return related[deprels[0]][:] if deprels[0] in related else []
        found: list[int] = []
        for deprel in deprels if related else ():
            if deprel in related:
                found += related[deprel]
        return sorted(set(found)) if len(found) > 1 else found

    def child(self, token: int, *deprels: str) -> int | None:
        """The first of `children`, or None."""
        if len(deprels) == 1:
            related = self.tree.related[token].get(deprels[0])
            return related[0] if related else None
        whole, universal = self.tree.relations
        for child in self.tree.children[token]:
            if not deprels or whole[child] in deprels or universal[child] in deprels:
                return child
        return None

    def subtree(self, token: int, *, without: tuple[str, ...] = ()) -> list[int]:
        """A token and all it governs, in text order, leaving out branches whose relation is in `without`."""
        found = [token]
        if not self.tree.children[token]:
            return found
        whole, universal = self.tree.relations
        for at in found:
            inner = self.tree.children[at]
            found += [c for c in inner if not (whole[c] in without or universal[c] in without)] if without else inner
        return sorted(found)

    def subtree_span(self, token: int, *, without: tuple[str, ...] = ()) -> Span:
        """From the first to the last character of `subtree`."""
        found = self.subtree(token, without=without)
        return self.span(found[0], found[-1] + 1)

    def ancestors(self, token: int) -> Iterator[int]:
        """The governors, nearest first."""
        at, seen = self.tokens[token].head, 0
        while at >= 0 and seen < len(self.tokens):
            yield at
            at, seen = self.tokens[at].head, seen + 1

    def conjuncts(self, token: int) -> list[int]:
        """A token and those coordinated with it, in text order."""
        return [token, *self.children(token, "conj")]

    def first_of_list(self, token: int) -> int:
        """The first of those that a token is coordinated with, or the token; -1 for -1."""
        while token >= 0 and self.tokens[token].deprel == "conj" and self.tokens[token].head >= 0:
            token = self.tokens[token].head
        return token

    # -- what stands where

    def name_at(self, token: int) -> Name | None:
        """The name a token is part of."""
        return self._name_at.get(token)

    def time_at(self, token: int) -> Timex | None:
        """The time expression a token is part of."""
        return self._time_at.get(token)

    def begins_time(self, token: int) -> bool:
        """True for the first token of a time expression."""
        timex = self.time_at(token)
        return timex is not None and timex.start == self.tokens[token].start

    def times_in(self, span: Span) -> list[Timex]:
        """The time expressions that lie inside `span`, in text order."""
        return [t for t in self._times[_beginning_in(span, self._time_starts)] if t.end <= span.end]

    def attributions_in(self, span: Span) -> list[Attribution]:
        """The attributions whose cue lies inside `span`, in the order of the cues."""
        found = self._cues[_beginning_in(span, self._cue_starts)]
        return [attribution for cue, attribution in found if cue.end <= span.end]

    # -- who is who

    def referent_at(self, token: int) -> Referent | None:
        """What the shortest mention that holds `token` refers to."""
        found = self._mentions_at.get(token)
        return found[0][1] if found else None

    def mention_at(self, token: int) -> Mention | None:
        """The shortest mention that holds `token`."""
        found = self._mentions_at.get(token)
        return found[0][0] if found else None

    def referent_of_head(self, token: int) -> Referent | None:
        """What a mention whose head word is `token` refers to (the longest: "the Ukrainian side")."""
        found = [(m, r) for m, r in self._mentions_at.get(token, []) if m.head == token]
        return found[-1][1] if found else None

    def referents_told(self, token: int) -> list[tuple[Mention, Referent]]:
        """All that the longest mention with head word `token` refers to: two for "the two sides"."""
        found = [(m, r) for m, r in self._mentions_at.get(token, []) if m.head == token]
        return [(m, r) for m, r in found if (m.first, m.last) == (found[-1][0].first, found[-1][0].last)]

    def mentions_in(self, span: Span, *kinds: str) -> list[tuple[Mention, Referent]]:
        """Mentions inside `span` in text order with what they refer to, of the given referent kinds if any."""
        found = self._mentions[_beginning_in(span, self._mention_starts)]
        return [(m, r) for m, r in found if m.end <= span.end and (not kinds or r.kind in kinds)]


def once(question: Callable[[Page, *Asked], Answer]) -> Callable[[Page, *Asked], Answer]:
    """Makes a question that several rules ask of a page one that is worked out once: the page keeps the answer.

    What is asked must be hashable, and the answer one that nobody changes.
    """

    @wraps(question)
    def answer(page: Page, *asked: *Asked) -> Answer:
        known = page.answers[question]
        found: Answer = known.get(asked, _UNASKED)
        if found is _UNASKED:
            found = known[asked] = question(page, *asked)
        return found

    return answer


def _by_place(pair: tuple[Mention, Referent]) -> tuple[int, int, str]:
    mention, referent = pair
    return mention.start, mention.end, referent.name


def _by_token(mentions: list[tuple[Mention, Referent]]) -> dict[int, list[tuple[Mention, Referent]]]:
    """By token the mentions that hold it, the shortest first."""
    found: dict[int, list[tuple[Mention, Referent]]] = {}
    for mention, referent in mentions:
        for token in range(mention.first, mention.last):
            found.setdefault(token, []).append((mention, referent))
    for pairs in found.values():
        if len(pairs) > 1:
            pairs.sort(key=lambda p: (p[0].last - p[0].first, p[0].start))
    return found


def _beginning_in(span: Span, starts: list[int]) -> slice:
    """Which of the things that begin at `starts`, in order, begin inside `span`."""
    first = bisect_left(starts, span.start)
    return slice(first, bisect_right(starts, span.end, first))
