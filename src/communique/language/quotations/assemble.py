"""From the model's proposals, cues and quotation marks to one list of attributions."""

from collections.abc import Sequence
from dataclasses import replace

from communique.language.quotations.cues import Hit, hits
from communique.language.quotations.cuts import cut, is_body, unshared
from communique.language.quotations.direct import opens_sentence, orphans
from communique.language.quotations.drafts import Draft, drafts
from communique.language.quotations.extents import mode, tidy
from communique.language.quotations.keep import plausible, worth
from communique.language.quotations.marks import Marks, Quoted
from communique.language.quotations.proposals import proposal
from communique.language.quotations.sources import told
from communique.lexicon.outlets import outlet
from communique.model.page import Page
from communique.model.reading import Attribution
from communique.model.span import Span


def assemble(page: Page) -> tuple[Attribution, ...]:
    """The model's proposals set right by marks and syntax, what rules alone find, then left-over quotations."""
    marks = Marks(page.report.text)
    cues = [h for h in hits(page, marks) if is_body(page, page.sentence_of(h.head))]
    read = drafts(page, marks, cues)
    proposed = [p for raw in page.reading.attributions if (p := proposal(page, marks, raw)) and _in_body(page, p)]
    proposed = [p for p in proposed if plausible(page, marks, _hit(page, p, cues), p.contents)]
    found = _distinct(page, _merged(page, marks, proposed, read))
    found = [a for a in cut(page, marks, unshared(found)) if _says_something(page, a)]
    found = [a for a in found if not _relayed(page, a, found)]
    return tuple(sorted(_continued(page, marks, found), key=_place))


def _hit(page: Page, attribution: Attribution, cues: Sequence[Hit]) -> Hit | None:
    """The cue of the lexicon that a proposal's cue holds, a verb before a noun."""
    cue = attribution.cue
    inside = [h for h in cues if cue is not None and cue.overlaps(page.tokens[h.head].span)]
    return min(inside, key=lambda h: (h.form != "verb", -h.head), default=None)


def _in_body(page: Page, attribution: Attribution) -> bool:
    sentence = page.sentence_at((attribution.cue or attribution.contents[0]).start)
    return sentence is not None and is_body(page, sentence)


def _says_something(page: Page, attribution: Attribution) -> bool:
    """Whether the words said are more than one word of a paraphrase."""
    words = sum(len(page.text(c).split()) for c in attribution.contents)
    return words > 1 or (words == 1 and attribution.mode == "direct")


def _relayed(page: Page, attribution: Attribution, found: Sequence[Attribution]) -> bool:
    """Whether "according to …" only passes on what another attribution gives with its own speaker."""
    cue = attribution.cue
    if cue is None or not page.text(cue).casefold().startswith("according"):
        return False
    whole = attribution.contents[0].join(attribution.contents[-1])
    return any(
        a.cue is not None
        and whole.covers(a.cue)
        and a.contents[0].start - whole.start < 60
        and sum(len(c) for c in a.contents if whole.overlaps(c)) * 10 >= len(whole) * 6
        for a in found
        if a is not attribution
    ) and _is_outlet(page, attribution)


def _is_outlet(page: Page, attribution: Attribution) -> bool:
    words = [page.tokens[t] for t in page.tokens_in(attribution.source)] if attribution.source else []
    return any(outlet(w.text) is not None for w in words if w.text[:1].isupper())


def _merged(page: Page, marks: Marks, proposed: Sequence[Attribution], read: Sequence[Draft]) -> list[Attribution]:
    found: list[Attribution] = []
    used: set[int] = set()
    for attribution in proposed:
        number = next((i for i, d in enumerate(read) if _same_cue(attribution, d)), None)
        if number is not None:
            used.add(number)
        made = _both(page, marks, attribution, read[number] if number is not None else None)
        if made is not None:
            found.append(made)
    for number, draft in enumerate(read):
        if (
            number not in used
            and not _repeats(draft, found)
            and worth(page, marks, draft.hit, draft.contents, draft.rule)
        ):
            found.append(_finished(page, marks, draft.source, draft.cue, draft.contents, f"quotations.{draft.rule}"))
    return [a for a in found if a.contents]


def _repeats(draft: Draft, found: Sequence[Attribution]) -> bool:
    """Whether the words of a rule's draft already belong to somebody, and its cue is not among those words."""
    for content in draft.contents:
        for known in (c for a in found for c in a.contents):
            common = min(content.end, known.end) - max(content.start, known.start)
            if common * 10 > 6 * min(len(content), len(known)) and not known.covers(draft.cue):
                return True
    return False


def _same_cue(attribution: Attribution, draft: Draft) -> bool:
    return attribution.cue is not None and attribution.cue.overlaps(draft.cue)


def _both(page: Page, marks: Marks, attribution: Attribution, draft: Draft | None) -> Attribution | None:
    """A proposal with the rule's quotation where the rule has one, and the rule's source where it has none."""
    if draft is None:
        return _finished(page, marks, attribution.source, attribution.cue, attribution.contents, "quotations.model")
    quoted = draft.rule == "quotation" and not _goes_on_after(page, draft, attribution)
    contents = draft.contents if quoted else attribution.contents
    source = _source(attribution, draft)
    rule = draft.rule if quoted else "model_and_rule"
    return _finished(page, marks, source, draft.cue, contents, f"quotations.{rule}")


def _goes_on_after(page: Page, draft: Draft, attribution: Attribution) -> bool:
    """Whether the clause of a quotation goes on behind its cue: "…," he said, was an attack."""
    last = attribution.contents[-1]
    around = attribution.contents[0].start < draft.cue.start and last.end > draft.cue.end
    behind = draft.contents[-1].end < draft.cue.start and around
    return behind and page.sentence_at(last.end - 1) == page.sentence_at(draft.cue.start)


def _source(attribution: Attribution, draft: Draft) -> Span | None:
    """The longer of two sources that overlap, else that of syntax."""
    if told(draft.hit) and attribution.source is not None and attribution.source.start > draft.cue.start:
        return draft.source
    if attribution.source is None or draft.source is None:
        return draft.source or attribution.source
    if attribution.source.overlaps(draft.source):
        return max(attribution.source, draft.source, key=len)
    return draft.source if draft.contents else attribution.source


def _finished(
    page: Page, marks: Marks, source: Span | None, cue: Span | None, contents: Sequence[Span], rule: str
) -> Attribution:
    tidied = tidy(page, marks, contents)
    return Attribution(source, cue, tidied, mode(page, marks, tidied), rule)


def _distinct(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """Of two attributions with the same words and cue, the first."""
    kept: list[Attribution] = []
    for attribution in sorted(found, key=lambda a: a.cue is None or not any(c.isalpha() for c in page.text(a.cue))):
        bare = attribution.cue is None or not any(c.isalpha() for c in page.text(attribution.cue))
        same = (a for a in kept if a.contents == attribution.contents and (bare or a.cue == attribution.cue))
        if next(same, None) is None:
            kept.append(attribution)
    return kept


def _continued(page: Page, marks: Marks, found: Sequence[Attribution]) -> list[Attribution]:
    """Give quotations that stand alone to the speaker before them.

    They join his last quotation where nothing interrupts, else they are an attribution without a cue.
    """
    result = sorted(found, key=_place)
    for quote in orphans(page, marks, [c for a in found for c in a.contents]):
        earlier = [a for a in result if a.contents and _end(a) <= quote.open]
        last = max(earlier, key=_end, default=None)
        if last is None or last.source is None or quote.open - _end(last) > 600:
            continue
        contents = tidy(page, marks, (quote.span,))
        if last.mode == "direct" and _adjacent(page, last, quote):
            result[result.index(last)] = replace(last, contents=(*last.contents, *contents))
        elif _paragraphs(page, _end(last), quote.open) <= 1:
            result.append(Attribution(last.source, None, contents, "direct", "quotations.continued"))
    return result


def _adjacent(page: Page, last: Attribution, quote: Quoted) -> bool:
    """Whether no other sentence stands between an attribution and a quotation."""
    end = _end(last)
    sentence = page.sentence_at(max(end - 1, 0))
    after = max(end, sentence.end if sentence else 0)
    between = page.text(Span(after, max(quote.open, after))).strip(" \n\"”'’.")
    return not between and opens_sentence(page, quote)


def _paragraphs(page: Page, start: int, end: int) -> int:
    return len([p for p in page.text(Span(start, max(start, end))).split("\n") if p.strip()])


def _end(attribution: Attribution) -> int:
    return max([c.end for c in attribution.contents] + ([attribution.cue.end] if attribution.cue else []))


def _place(attribution: Attribution) -> tuple[int, int]:
    spans = [*attribution.contents, *([attribution.cue] if attribution.cue else [])]
    return min(s.start for s in spans), max(s.end for s in spans)
