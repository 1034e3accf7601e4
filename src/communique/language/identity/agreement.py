"""One name is one kind of thing throughout a report; and reporters' credits are names of nobody."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.language.identity.mentions import Found
from communique.model.page import Page

KINDS = ("person", "body", "place")
AT = frozenset({"in", "at", "near", "outside", "inside"})
CREDIT = re.compile(
    r"\b(?:reporting (?:by|from)|reported by|writing by|written by|edit(?:ing|ed) by|photos? by|photographs? by"
    r"|compiled by|translated by|contributed to this)\b",
    re.IGNORECASE,
)
BYLINE = re.compile(r"\W*By [A-Z][^.!?\n]{0,80}$")


def agreed(page: Page, found: Sequence[Found]) -> list[Found]:
    """The names, each made what its text mostly is in the report, and a surname the person that has it."""
    votes: dict[str, Counter[str]] = {}
    for f in found:
        votes.setdefault(_text(page, f), Counter())[_place_or(page, f)] += 1
    full = {page.tokens[f.last - 1].text for f in found if f.kind == "person" and f.last - f.first > 1}
    return [replace(f, kind=_elected(page, f, votes[_text(page, f)], full)) if f.kind in KINDS else f for f in found]


def without_credits(page: Page, found: Sequence[Found]) -> list[Found]:
    """The names, those of reporters and editors made names of nothing."""
    starts: dict[int, int] = {}
    for sentence in page.sentences:
        starts.setdefault(sentence.paragraph, sentence.start)
    return [Found(f.first, f.last, "other") if f.kind == "person" and _is_credit(page, f, starts) else f for f in found]


def _text(page: Page, f: Found) -> str:
    return page.words(f.first, f.last).casefold()


def _place_or(page: Page, f: Found) -> str:
    """A place after "in" and the like, else what it is tagged as."""
    return "place" if page.word_before(f.first) in AT and f.kind != "body" else f.kind


def _elected(page: Page, f: Found, votes: Counter[str], full: set[str]) -> str:
    if f.last - f.first == 1 and page.tokens[f.first].text in full:
        return "person"
    return max(KINDS, key=lambda kind: (votes[kind], kind == f.kind))


def _is_credit(page: Page, f: Found, starts: Mapping[int, int]) -> bool:
    """After "reporting by" in its paragraph, or in a byline; `starts` says where each paragraph starts."""
    sentence = page.sentence_of(f.first)
    if sentence.role == "byline":
        return True
    name = page.tokens[f.first].start
    before = page.report.text[max(starts[sentence.paragraph], name - 200) : name]
    line = page.report.text[sentence.start : min(sentence.end, sentence.start + 100)]
    return CREDIT.search(before) is not None or BYLINE.match(line) is not None
