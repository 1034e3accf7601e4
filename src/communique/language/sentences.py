"""Sentences of a report by rule: paragraphs first, then the marks that end a sentence.

A sentence ends at a full stop, question or exclamation mark, together with the closing quotation marks and brackets
after it, also inside a quotation of several sentences. It does not end at the stop of a title, an initial, a month or
"No.", nor where the text goes on in lower case.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter

from communique.language.abbreviations import BODIES, MONTHS, NUMBERED, OTHERS, PLACES, TITLES, WEEKDAYS
from communique.lexicon.bylines import is_byline, past_slug
from communique.lexicon.datelines import unmarked
from communique.model.reading import Sentence

_BREAK = re.compile(r"\s*\n(?:\s*\n)+\s*|\s*\n\s*(?![a-z\s])|(?<=[.!?:;”\"])\s*\n\s*")
_END = re.compile(r"[.!?…]+$|\.(?:\s?\.)+$")
_CLOSING = frozenset("\"”’')]»") | {"''", "’’"}
_OPENING = frozenset("\"“‘'([«»") | {"``", "‘‘"}
_NEVER = frozenset(f"{word}." for word in TITLES | {"vs", "v", "e.g", "i.e", "Ph", "Cf", "cf", "incl"})
_MAYBE = frozenset(f"{word}." for word in BODIES | MONTHS | OTHERS | PLACES) - _NEVER
_NUMBERED = frozenset(f"{word}." for word in NUMBERED | WEEKDAYS)
_PARTS = frozenset("article art section sec chapter paragraph para point rule item clause annex".split())
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+$|Ph\.D\.")
_CLOCK = frozenset(("a.m.", "p.m."))
_STARTERS = frozenset(
    "The A An This That These Those He She It They We I You His Her Its Their Our My In On At But And As If When While "
    "After Before However Meanwhile There For With To From By Some Many Both Such So Yet Still Since During Under Last "
    "According Earlier Although Though Despite No Not What Who Why How Where Asked Speaking Officials One Two".split()
)
_DOMAINS = frozenset("Am Az By Co Com Ge Info Io Kg Kz Md Net News Org Ru Tj Tm Tv Ua Uk Uz".split())
"""Ends of the names of outlets that are web addresses: "News.Az reports"."""
_OPENING_PARAGRAPHS = 4
"""A dateline stands in one of so many, behind a title."""
_UPPER = frozenset("THE A AN THIS THESE HE SHE IT THEY WE BUT HIS THEIR".split())
_SAYING = frozenset(
    "said says asked told wrote added replied shouted tweeted quipped exclaimed demanded insisted".split()
)


def split(text: str, tokens: Sequence[tuple[int, int]]) -> tuple[Sentence, ...]:
    """The sentences of `text`, whose tokens are given by their offsets; every token is in exactly one sentence."""
    words = [text[start:end] for start, end in tokens]
    sentences: list[Sentence] = []
    for paragraph, (first, last) in enumerate(_paragraphs(text, tokens)):
        start = first
        for role, stop in _opening(text, tokens, (first, last), paragraph):
            sentences.append(Sentence(tokens[start][0], tokens[stop - 1][1], start, stop, paragraph, role))
            start = stop
        for stop in (*_ends(text, tokens, words, (first, last)), last):
            if stop > start:
                sentences.append(Sentence(tokens[start][0], tokens[stop - 1][1], start, stop, paragraph))
                start = stop
    return tuple(sentences)


def _paragraphs(text: str, tokens: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Runs of tokens between breaks of lines; a line that goes on in lower case joins the one before."""
    first = 0
    for match in _BREAK.finditer(text):
        last = bisect_left(tokens, match.end(), first, key=itemgetter(0))
        if last > first:
            yield first, last
        first = last
    if first < len(tokens):
        yield first, len(tokens)


def _opening(
    text: str, tokens: Sequence[tuple[int, int]], bounds: tuple[int, int], paragraph: int
) -> Iterator[tuple[str, int]]:
    """What stands before the text proper at the beginning of a paragraph: its role, and the token after it."""
    first, last = bounds
    if paragraph >= _OPENING_PARAGRAPHS:
        return
    if paragraph and is_byline(text[tokens[first][0] : tokens[last - 1][1]]):
        yield "byline", last
        return
    behind = min(bisect_left(tokens, past_slug(text, tokens[first][0]), first, key=itemgetter(0)), last)
    if behind > first:
        yield "byline", behind
    start = _after_dateline(text, tokens, behind) if behind < last else behind
    if start > behind:
        yield "dateline", start


def _after_dateline(text: str, tokens: Sequence[tuple[int, int]], first: int) -> int:
    """The token after a dateline that nothing sets off: "GENEVA The envoys met"; else `first`."""
    found = unmarked(text, tokens[first][0])
    return bisect_left(tokens, found.end, first, key=itemgetter(0)) if found else first


def _ends(text: str, tokens: Sequence[tuple[int, int]], words: Sequence[str], bounds: tuple[int, int]) -> Iterator[int]:
    """Numbers of the tokens that begin a new sentence inside the paragraph `bounds`."""
    first, last = bounds
    start = first
    for i in range(first, last - 1):
        if words[i][-1] not in ".!?…" or _numbers_an_item(words, start, i):
            continue
        after = i + 1
        while after < last and words[after] in _CLOSING and _closes(text, tokens, words, after):
            after += 1
        if after < last and _ends_here(words, i, after, last) and _apart(tokens, words, i, after):
            mark = _abbreviation(tokens, words, i)
            if not mark or _abbreviation_ends(words, mark, i, after):
                yield after
                start = after


def _numbers_an_item(words: Sequence[str], start: int, i: int) -> bool:
    """The stop of a number that opens the sentence: "2. The parties", "Article 2. The parties", "10 a.m. The doors"."""
    if i == start + 1:
        return words[start][0].isdigit() and (words[i] in _CLOCK or (words[i] == "." and len(words[start]) < 3))
    return i == start + 2 and words[i] == "." and words[start + 1].isdigit() and words[start].lower() in _PARTS


def _abbreviation(tokens: Sequence[tuple[int, int]], words: Sequence[str], i: int) -> str:
    """The abbreviation whose stop is a token of its own, as in upper-case text ("GEN." is read as "GEN" and ".")."""
    if words[i] != "." or i == 0 or tokens[i - 1][1] != tokens[i][0]:
        return ""
    word = words[i - 1]
    written = f"{word if word.islower() or len(word) == 1 else word.capitalize()}."
    return written if written in _NEVER | _MAYBE | _NUMBERED or (len(word) == 1 and word.isupper()) else ""


def _abbreviation_ends(words: Sequence[str], mark: str, i: int, after: int) -> bool:
    """Whether a sentence ends at an abbreviation with a stop of its own."""
    if mark in _NEVER:
        return False
    following = words[after][0]
    if mark in _NUMBERED:
        return not following.isdigit()
    if len(mark) == 2:
        return not following.isdigit() and (_starts(words[after]) or words[i - 1] not in ("S", "H"))
    return after > i + 1 or not (following.isdigit() or mark in _MAYBE) or _starts(words[after])


def _closes(text: str, tokens: Sequence[tuple[int, int]], words: Sequence[str], i: int) -> bool:
    """A straight mark closes where no white space stands before it, or white space stands after it."""
    start, end = tokens[i]
    if start == tokens[i - 1][1]:
        return words[i] not in "\"'" or not text[end : end + 1].isalnum() or text[start - 1] in ".!?"
    if words[i] == "»":  # it opens a quotation in some countries' printing
        return not text[end : end + 1].isalnum()
    return words[i] in ("”", "''", ")", "]")


def _apart(tokens: Sequence[tuple[int, int]], words: Sequence[str], i: int, after: int) -> bool:
    """White space, or a mark or capital that needs none, stands between two sentences."""
    if tokens[after][0] > tokens[after - 1][1]:
        return True
    if after > i + 1 or words[after] in _OPENING:
        return True
    return i > 0 and _is_word(words[i - 1]) and words[after] not in _DOMAINS


def _is_word(word: str) -> bool:
    """A word in lower case, or a name of more than a letter or two: "on Tuesday.During", not "U.S.President"."""
    return word.isalpha() and (word.islower() or (len(word) > 2 and word[1:].islower()))


def _ends_here(words: Sequence[str], i: int, after: int, last: int) -> bool:
    """Whether the mark at token `i` ends a sentence, when the next one would begin at `after`."""
    mark, following = words[i], words[after]
    opened = following in _OPENING and after + 1 < last
    begin = words[after + 1] if opened else following
    if begin[0].islower() or (not begin[0].isalnum() and begin not in _OPENING and not opened):
        return False
    if mark in _NEVER or (mark in _NUMBERED and begin[0].isdigit()):
        return False
    if _END.fullmatch(mark):
        return not (mark[0] in "!?" and after > i + 1 and _said(words[after : min(after + 6, last)]))
    if mark.lower() in _CLOCK:
        return _starts(begin) or begin in _NEVER
    if mark in _MAYBE or _DOTTED.fullmatch(mark):
        if begin == "Under" and not {"Secretary", "Secretary-General"}.isdisjoint(words[after + 1 : after + 3]):
            return False
        return (
            opened or after > i + 1 or (_starts(begin) and not (len(mark) == 2 and i > 0 and words[i - 1][0].isupper()))
        )
    return False


def _starts(word: str) -> bool:
    """A word that mostly begins a sentence when written with a capital; in upper-case text fewer can tell."""
    return word in _STARTERS or word in _UPPER


def _said(words: Sequence[str]) -> bool:
    """A quotation that ends in a question or cry goes on with who said it."""
    return any(word in _SAYING for word in words)
