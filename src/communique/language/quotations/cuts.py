"""Where one speaker's words end because the next cue begins."""

from collections.abc import Sequence
from dataclasses import replace

from communique.language.quotations.extents import mode, tidy
from communique.language.quotations.marks import Marks
from communique.language.quotations.nearby import Nearby, start, whole
from communique.model.page import Page
from communique.model.reading import Attribution, Sentence
from communique.model.span import Span

_CLOSING = frozenset({"”", '"', "'", "’", "''"})
_JOINTS = frozenset({"and", "but", "while", "yet", "or", "also", "then"})


def is_body(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence is running text, and not the title over again."""
    text = page.text(sentence.span).strip()
    return sentence.role == "body" and text.casefold() not in page.report.title.casefold()


def cut(page: Page, marks: Marks, found: Sequence[Attribution]) -> list[Attribution]:
    """End words before a later cue of the same speaker: ", adding that …", "but insisted …"."""
    kept: list[Attribution] = []
    near = Nearby(found, start)
    for attribution in found:
        ends = [
            e
            for a in near.around(whole(attribution))
            if a is not attribution and (e := _end(page, attribution, a)) is not None
        ]
        kept.append(_shortened(page, marks, attribution, min(ends)) if ends else attribution)
    return kept


def _end(page: Page, attribution: Attribution, later: Attribution) -> int | None:
    """Where `attribution` ends if the cue of `later` goes on inside its words."""
    last = attribution.contents[-1]
    cue = later.cue
    if (
        cue is None
        or attribution.cue is None
        or not last.start < cue.start < last.end
        or cue.start < attribution.cue.start
    ):
        return None
    if attribution.cue.start > last.start or marked(attribution):
        return None
    head = page.tokens_in(cue)[0]
    if any(c.covers(attribution.cue) for c in later.contents):
        return _back(page, min(head, *(page.tokens_in(later.source)[:1] if later.source else [head])))
    before = _leading(page, head)
    participle = any(page.tokens[t].xpos == "VBG" for t in page.tokens_in(cue)) and before in (
        ",",
        "--",
        "—",
        "while",
        "and",
    )
    same = later.source is not None and attribution.source is not None and later.source.overlaps(attribution.source)
    if participle or (same and before in _JOINTS):
        return _back(page, head)
    return None


def _leading(page: Page, head: int) -> str:
    """The word or mark before a cue; behind a closing quotation mark the comma inside it."""
    before = page.tokens[head - 1]
    if before.text in _CLOSING and head > 1:
        return page.tokens[head - 2].text
    return before.text.casefold()


def marked(attribution: Attribution) -> bool:
    """Whether all words are a quotation, whose extent is sure."""
    return attribution.mode == "direct"


def _back(page: Page, head: int) -> int:
    """The end of the last word before a cue and what leads to it."""
    at = head - 1
    while at > 0 and (page.tokens[at].text.casefold() in _JOINTS or page.tokens[at].text in (",", "--", "—", ";")):
        at -= 1
    return page.tokens[at].end


def unshared(found: Sequence[Attribution]) -> list[Attribution]:
    """Drop from one attribution the pieces that another cue nearer to them has for its own."""
    kept: list[Attribution] = []
    near = Nearby(found, start)
    for attribution in found:
        cue, others = attribution.cue, near.around(whole(attribution))
        mine = tuple(c for c in attribution.contents if cue is None or not _taken(cue, c, attribution, others))
        kept.append(replace(attribution, contents=mine) if mine else attribution)
    return kept


def _taken(cue: Span, content: Span, attribution: Attribution, found: Sequence[Attribution]) -> bool:
    for other in found:
        between = other.cue is not None and cue.end <= other.cue.start < content.start
        if between and other is not attribution and any(_mostly(content, c) for c in other.contents):
            return True
    return False


def _mostly(left: Span, right: Span) -> bool:
    common = min(left.end, right.end) - max(left.start, right.start)
    return common * 10 > 8 * max(len(left), len(right))


def _shortened(page: Page, marks: Marks, attribution: Attribution, end: int) -> Attribution:
    last = attribution.contents[-1]
    if end <= last.start:
        return attribution
    contents = tidy(page, marks, (*attribution.contents[:-1], Span(last.start, end)))
    return replace(attribution, contents=contents, mode=mode(marks, contents))
