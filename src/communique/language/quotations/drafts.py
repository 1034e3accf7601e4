"""Attributions that rules alone read: cue, source from syntax, words from marks or syntax."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.language.quotations.contents import complement
from communique.language.quotations.cues import Hit, cue_span, is_reported, quoting
from communique.language.quotations.direct import quotation_of
from communique.language.quotations.fronted import beside
from communique.language.quotations.marks import Marks
from communique.language.quotations.sources import source_span, speaker
from communique.model.page import Page
from communique.model.span import Span

_JOINING = frozenset({"CCONJ", "PUNCT"})
_LEADING = _JOINING | {"ADV", "SCONJ"}
_RECENT = 20
"""So many cues back a quotation may have been claimed."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in the making: where its cue was read, by which rule its words were found."""

    hit: Hit
    source: Span | None
    cue: Span
    contents: tuple[Span, ...]
    rule: str


def drafts(page: Page, marks: Marks, cues: Sequence[Hit]) -> list[Draft]:
    """One draft for every cue, without contents where rules find no words for it."""
    found: list[Draft] = []
    for number, hit in enumerate(cues):
        following = page.tokens[cues[number + 1].head].start if number + 1 < len(cues) else len(page.report.text)
        found.append(_draft(page, marks, hit, following))
    return _apart(_cut(page, found))


def _draft(page: Page, marks: Marks, hit: Hit, following: int) -> Draft:
    head = speaker(page, hit)
    source = source_span(page, head, hit) if head is not None else None
    cue = cue_span(page, hit)
    beside_it = hit.form == "verb" and (beside(page, hit, head) or _is_quoted(page, hit.head))
    adjacent = beside_it and bool(hit.cue.takes & {"clause", "quote"})
    quotes = quotation_of(page, marks, hit, _left(page, source, cue), following, adjacent=adjacent)
    quotes = quotes or quotation_of(page, marks, hit, cue.start, following, adjacent=adjacent)
    if quotes:
        return Draft(hit, source, cue, tuple(quotes), "quotation")
    stretches, rule = complement(page, hit, head)
    return Draft(hit, source, cue, tuple(page.span(*s) for s in stretches), rule)


def _is_quoted(page: Page, verb: int) -> bool:
    """Whether words are passed on: "…," he was quoted as saying; "…," the agency quoted him as saying."""
    return is_reported(page, verb) is not None or quoting(page, verb) is not None


def _left(page: Page, source: Span | None, cue: Span) -> int:
    """Where the clause of a cue begins: with its source where that stands before it in the same paragraph."""
    if source is None or source.start > cue.start or "\n" in page.text(Span(source.start, cue.start)):
        return cue.start
    return source.start


def _cut(page: Page, found: Sequence[Draft]) -> list[Draft]:
    """End words before the next cue that goes on for the same speaker: ", adding that …", "and added: …"."""
    kept = list(found)
    for number, draft in enumerate(found):
        if not draft.contents:
            continue
        last = draft.contents[-1]
        for later in range(number + 1, len(found)):
            cue = found[later].cue
            if cue.start >= last.end:
                break
            if draft.rule != "quotation" and last.start < cue.start and goes_on(page, found[later].hit):
                end = _before(page, found[later].hit)
                if end > last.start:
                    kept[number] = replace(kept[number], contents=(*draft.contents[:-1], Span(last.start, end)))
                    kept[later] = replace(kept[later], source=draft.source)
                break
    return kept


def goes_on(page: Page, hit: Hit) -> bool:
    """Whether a cue inside another's words continues its speaker: a participle after a comma, or "and added"."""
    if hit.form != "verb" or hit.head == 0:
        return False
    at = hit.head - 1
    if page.tokens[hit.head].xpos == "VBG":
        at -= page.tokens[at].upos in ("ADV", "SCONJ")
        return page.tokens[at].text in (",", "--", "—") or page.tokens[at + 1].text.casefold() == "while"
    finite = page.tokens[hit.head].xpos != "VB"
    return finite and hit.cue.lemma in ("add", "continue") and page.tokens[at].text.casefold() in ("and", "but")


def _before(page: Page, hit: Hit) -> int:
    """The end of the last word before a cue and the mark or conjunction that leads to it."""
    at, small = hit.head - 1, _LEADING
    while at > 0 and page.tokens[at].upos in small and page.tokens[at].text not in "\"”'’":
        small = small if page.tokens[at].upos in ("ADV", "SCONJ") else _JOINING
        at -= 1
    return page.tokens[at].end


def _apart(found: Sequence[Draft]) -> list[Draft]:
    """A quotation claimed by two cues goes to the nearer one."""
    kept: list[Draft] = []
    for draft in found:
        rival = next((k for k in reversed(kept[-_RECENT:]) if _rivals(k, draft)), None)
        if rival is None:
            kept.append(draft)
            continue
        shared = next(iter(set(rival.contents) & set(draft.contents)))
        if _distance(draft.cue, shared) < _distance(rival.cue, shared):
            kept[kept.index(rival, max(0, len(kept) - _RECENT))] = draft
    return kept


def _rivals(left: Draft, right: Draft) -> bool:
    return left.rule == right.rule == "quotation" and bool(set(left.contents) & set(right.contents))


def _distance(cue: Span, content: Span) -> int:
    return max(content.start - cue.end, cue.start - content.end)
