"""Which cue a quotation belongs to: "…," she said; he said: "…"; the next quotation of the same speaker."""

import re
from collections.abc import Sequence

from communique.language.quotations.cues import Hit
from communique.language.quotations.marks import Marks, Quoted
from communique.language.quotations.nearby import Nearby
from communique.model.page import Page
from communique.model.span import Span

_GAP = re.compile(r"[^\S\n]*[,;–—-]*[^\S\n]*(?:but |and )?")
_BEFORE = re.compile(r"[^.!?\n]{0,160}[:,]\s*")
_UTTERED = frozenset(",.!?…-–—")
_RUNNING = frozenset(",!?…-–—")
_FINAL = frozenset(".!?…\"”'’»")
_TELLING = frozenset(
    "add announce ask claim conclude continue declare explain insist note post proclaim reply respond say state stress "
    "tell tweet warn write".split()
)
_MOST_WORDS = 30


def quotation_of(page: Page, marks: Marks, hit: Hit, left: int, following: int, *, adjacent: bool = True) -> list[Span]:
    """The quotations that a verb of saying introduces or closes, as spans inside the marks, in text order.

    `left` is where the clause of the cue begins, `following` where the next cue stands; `adjacent` says whether the
    cue stands beside its subject, so that a quotation may stand before it.
    """
    if hit.form != "verb":
        return []
    alone = _stands_by_itself(page, hit, left)
    behind = _behind(page, marks, left, page.tokens[hit.head].start, alone=alone) if adjacent else []
    ahead = _ahead(page, marks, page.tokens[hit.last - 1].end, following, bool(behind))
    if ahead and not behind and not _after_colon(page, ahead[0]) and hit.cue.lemma not in _TELLING:
        ahead = []
    return [*behind, *ahead]


def _after_colon(page: Page, quote: Span) -> bool:
    return ":" in page.report.text[max(0, quote.start - 4) : quote.start]


def _stands_by_itself(page: Page, hit: Hit, left: int) -> bool:
    """Whether a sentence only says who spoke: "“We agree.” Sorn added."."""
    sentence = page.sentence_of(hit.head)
    ends = all(page.tokens[t].upos == "PUNCT" for t in range(hit.last, sentence.last))
    return ends and sentence.start == left and hit.cue.lemma in _TELLING


def _behind(page: Page, marks: Marks, left: int, verb: int, *, alone: bool) -> list[Span]:
    text = page.report.text
    found = [q for q in marks.within(Span(max(0, verb - 3000), verb)) if q.close <= left]
    if not found or not _GAP.fullmatch(text, found[-1].close, left):
        return []
    last = found[-1]
    if not len(last.span):
        return []
    lower = text[left : left + 1].islower() and text[last.span.end - 1] in _UTTERED
    if not (alone or text[last.span.end - 1] in _RUNNING or text[last.close : last.close + 1] == "," or lower):
        return []
    chain = [last]
    for quote in reversed(found[:-1]):
        between = text[quote.close : chain[0].open]
        if between.strip() or "\n" not in between or not opens_sentence(page, quote):
            break
        chain.insert(0, quote)
    if not opens_sentence(page, last):
        return [_whole_sentence(page, last)]
    return [q.span for q in chain]


def _whole_sentence(page: Page, quote: Quoted) -> Span:
    """From the start of the sentence to the closing mark: a paraphrase that ends in a quotation."""
    sentence = page.sentence_at(quote.open)
    return Span(sentence.start if sentence else quote.open, quote.close)


def _ahead(page: Page, marks: Marks, right: int, following: int, split: bool) -> list[Span]:
    text = page.report.text
    quote = next((q for q in marks.within(Span(right, min(len(text), right + 400))) if q.open >= right), None)
    if quote is None or quote.open > following or not len(quote.span):
        return []
    gap = _BEFORE.fullmatch(text, right, quote.open)
    if gap is None or len(gap.group().split()) > _MOST_WORDS:
        return []
    rest = text[quote.close : quote.close + 2].strip()
    uttered = text[quote.span.end - 1] in _UTTERED or not rest or rest[0] in ".,;!?"
    colon = gap.group().rstrip().endswith(":")
    short_gap = len(gap.group().split()) <= 6
    return (
        [quote.span] if uttered and (colon or split or (short_gap and quote.span.end - quote.span.start > 25)) else []
    )


def opens_sentence(page: Page, quote: Quoted) -> bool:
    """Whether nothing of a sentence stands before a quotation."""
    text = page.report.text
    before = text[max(0, quote.open - 60) : quote.open].rstrip(" \t\u00a0")
    return not before or before[-1] == "\n" or before[-1] in _FINAL


def stands_alone(page: Page, quote: Quoted) -> bool:
    """Whether a quotation is a sentence, or several, with nothing outside its marks; no heading, told again below."""
    text = page.report.text
    inside = page.text(quote.span).rstrip()
    ends = (bool(inside) and inside[-1] in ".!?…") or text[quote.close : quote.close + 1] in (".", "\n", "")
    is_open = inside[-1:] not in ".!?"
    in_capitals = inside.upper() == inside and len(inside.split()) < 8
    heading = is_open and (in_capitals or text.find(inside, quote.close) >= 0)
    return quote.whole and opens_sentence(page, quote) and ends and len(inside.split()) > 1 and not heading


def orphans(page: Page, marks: Marks, taken: Sequence[Span]) -> list[Quoted]:
    """The quotations that stand alone and belong to no cue yet."""
    near = Nearby(taken, lambda t: t.start)
    alone = (q for q in marks.all if stands_alone(page, q))
    return [q for q in alone if not any(t.overlaps(q.span) for t in near.around(q.span))]
