"""From cues, quotations and proposals to one list of attributions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.language.quotations.contents import complement, span
from communique.language.quotations.cues import Hit, cue_span, hits
from communique.language.quotations.direct import opens_sentence, orphans, quotation_of
from communique.language.quotations.extents import mode, tidy
from communique.language.quotations.keep import worth
from communique.language.quotations.marks import Marks, Quoted
from communique.language.quotations.proposals import merged
from communique.language.quotations.sources import source_span, speaker
from communique.model.page import Page
from communique.model.reading import Attribution
from communique.model.span import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in the making, with the cue and the head word of the source it was read from."""

    hit: Hit
    source: Span | None
    cue: Span
    contents: tuple[Span, ...]
    rule: str


def assemble(page: Page) -> tuple[Attribution, ...]:
    """Read every cue, give it its words, then hand the left-over quotations to the last speaker."""
    marks = Marks(page.report.text)
    cues = [h for h in hits(page, marks) if page.sentence_of(h.head).role == "body"]
    drafts: list[Draft] = []
    for number, hit in enumerate(cues):
        following = page.tokens[cues[number + 1].head].start if number + 1 < len(cues) else len(page.report.text)
        draft = _draft(page, marks, hit, following)
        if draft and worth(page, marks, draft.hit, draft.contents, draft.rule):
            drafts.append(draft)
    drafts = _cut(page, drafts)
    found = [_finished(page, marks, d) for d in _apart(drafts)]
    found = merged(page, marks, [a for a in found if a.contents])
    found = _continued(page, marks, found)
    return tuple(sorted(found, key=_place))


def _draft(page: Page, marks: Marks, hit: Hit, following: int) -> Draft | None:
    head = speaker(page, hit)
    source = source_span(page, head, hit) if head is not None else None
    cue = cue_span(page, hit)
    left = min(cue.start, source.start) if source and page.text(Span(source.start, cue.start)).count("\n") == 0 else cue.start
    quotes = quotation_of(page, marks, hit, left, following) or quotation_of(page, marks, hit, cue.start, following)
    if quotes:
        return Draft(hit, source, cue, tuple(quotes), "quotation")
    stretches, rule = complement(page, hit, head)
    contents = tuple(span(page, s) for s in stretches)
    return Draft(hit, source, cue, contents, rule) if contents else None


def _cut(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """End a content before the next cue that goes on for the same speaker: ", adding that …", ", and added: …"."""
    kept = list(drafts)
    for number, draft in enumerate(kept):
        for later in drafts[number + 1 :]:
            last = draft.contents[-1]
            if draft.rule != "quotation" and last.start < later.cue.start < last.end and _goes_on(page, later.hit):
                end = _before_comma(page, later)
                if end > last.start:
                    kept[number] = replace(draft, contents=(*draft.contents[:-1], Span(last.start, end)))
                    kept[drafts.index(later)] = replace(later, source=draft.source)
                break
    return kept


def _goes_on(page: Page, hit: Hit) -> bool:
    """Whether a cue inside another's words continues its speaker: a participle after a comma, or "and added"."""
    if hit.form != "verb":
        return False
    at = hit.head - 1
    token = page.tokens[hit.head]
    if token.xpos == "VBG":
        at -= page.tokens[at].upos in ("ADV", "SCONJ")
        return page.tokens[at].text in (",", "--", "—") or page.tokens[at + 1].text.casefold() == "while"
    return hit.cue.lemma in ("add", "continue") and page.tokens[at].text.casefold() in ("and", "but")


def _before_comma(page: Page, draft: Draft) -> int:
    at = draft.hit.head - 1
    while page.tokens[at].upos in ("ADV", "SCONJ", "CCONJ", "PUNCT") and page.tokens[at].text not in ('"', "”", "'", "’"):
        at -= 1
    return page.tokens[at].end


def _apart(drafts: Sequence[Draft]) -> list[Draft]:
    """One draft for the same words: a quotation claimed by two cues goes to the nearer one."""
    kept: list[Draft] = []
    for draft in drafts:
        rival = next((k for k in kept if k.rule == draft.rule == "quotation" and set(k.contents) & set(draft.contents)), None)
        if rival is None:
            kept.append(draft)
            continue
        shared = next(iter(set(rival.contents) & set(draft.contents)))
        if _distance(draft.cue, shared) < _distance(rival.cue, shared):
            kept.remove(rival)
            kept.append(draft)
    return kept


def _distance(cue: Span, content: Span) -> int:
    return max(content.start - cue.end, cue.start - content.end)


def _finished(page: Page, marks: Marks, draft: Draft) -> Attribution:
    contents = tidy(page, marks, draft.contents)
    return Attribution(draft.source, draft.cue, contents, mode(page, marks, contents), f"quotations.{draft.rule}")


def _continued(page: Page, marks: Marks, found: Sequence[Attribution]) -> list[Attribution]:
    """Give quotations that stand alone to the speaker before them: joined to his last quotation where nothing
    interrupts, else as an attribution without a cue."""
    result = sorted(found, key=_place)
    for quote in orphans(page, marks, [c for a in found for c in a.contents]):
        earlier = [a for a in result if a.contents and _end(a) <= quote.open]
        last = max(earlier, key=_end, default=None)
        if last is None or last.source is None or quote.open - _end(last) > 600:
            continue
        contents = tidy(page, marks, (quote.span,))
        if last.mode == "direct" and _adjacent(page, last, quote):
            result[result.index(last)] = replace(last, contents=(*last.contents, *contents))
        elif _paragraphs_between(page, _end(last), quote.open) <= 1:
            result.append(Attribution(last.source, None, contents, "direct", "quotations.continued"))
    return result


def _adjacent(page: Page, last: Attribution, quote: Quoted) -> bool:
    """Whether no other sentence stands between an attribution and a quotation."""
    first = page.sentence_at(max(_end(last) - 1, 0))
    between = page.text(Span(max(_end(last), first.end if first else 0), max(quote.open, _end(last)))).strip(" \n\"”'’.")
    return not between and opens_sentence(page, quote)


def _paragraphs_between(page: Page, start: int, end: int) -> int:
    return len([p for p in page.text(Span(start, max(start, end))).split("\n") if p.strip()]) - 1 + 1


def _end(attribution: Attribution) -> int:
    return max([c.end for c in attribution.contents] + ([attribution.cue.end] if attribution.cue else []))


def _place(attribution: Attribution) -> tuple[int, int]:
    spans = [*attribution.contents, *([attribution.cue] if attribution.cue else [])]
    return min(s.start for s in spans), max(s.end for s in spans)
