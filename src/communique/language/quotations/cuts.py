"""Where one speaker's words end because the next cue begins."""

from collections.abc import Sequence
from dataclasses import replace

from communique.language.quotations.extents import mode, tidy
from communique.language.quotations.marks import Marks
from communique.model.page import Page
from communique.model.reading import Attribution, Sentence
from communique.model.span import Span

_JOINTS = frozenset({"and", "but", "while", "yet", "or", "also", "then"})


def is_body(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence is running text, and not the title over again."""
    text = page.text(sentence.span).strip()
    return sentence.role == "body" and text.casefold() not in page.report.title.casefold()


def cut(page: Page, marks: Marks, found: Sequence[Attribution]) -> list[Attribution]:
    """End words before a later cue of the same speaker: ", adding that …", "but insisted …"."""
    kept: list[Attribution] = []
    for attribution in found:
        ends = [e for a in found if a is not attribution and (e := _end(page, attribution, a)) is not None]
        kept.append(_shortened(page, marks, attribution, min(ends)) if ends else attribution)
    return kept


def _end(page: Page, attribution: Attribution, later: Attribution) -> int | None:
    """Where `attribution` ends if the cue of `later` goes on inside its words."""
    last = attribution.contents[-1]
    cue = later.cue
    if cue is None or attribution.cue is None or not last.start < cue.start < last.end or cue.start < attribution.cue.start:
        return None
    if attribution.cue.start > last.start or marked(page, attribution):
        return None
    head = page.tokens_in(cue)[0]
    before = page.tokens[head - 1]
    if page.tokens[head].upos == "ADV":
        before = page.tokens[head - 1]
    participle = any(page.tokens[t].xpos == "VBG" for t in page.tokens_in(cue)) and before.text in (",", "--", "—", "while", "and")
    same = later.source is not None and attribution.source is not None and later.source.overlaps(attribution.source)
    if participle or (same and before.text.casefold() in _JOINTS):
        return _back(page, head)
    return None


def marked(page: Page, attribution: Attribution) -> bool:
    """Whether all words are a quotation, whose extent is sure."""
    return attribution.mode == "direct"


def _back(page: Page, head: int) -> int:
    """The end of the last word before a cue and what leads to it."""
    at = head - 1
    while at > 0 and (page.tokens[at].text.casefold() in _JOINTS or page.tokens[at].text in (",", "--", "—", ";")):
        at -= 1
    return page.tokens[at].end


def _shortened(page: Page, marks: Marks, attribution: Attribution, end: int) -> Attribution:
    last = attribution.contents[-1]
    if end <= last.start:
        return attribution
    contents = tidy(page, marks, (*attribution.contents[:-1], Span(last.start, end)))
    return replace(attribution, contents=contents, mode=mode(page, marks, contents))
