"""From the model's proposals, cues and quotation marks to one list of attributions."""

from collections.abc import Sequence

from communique.language.quotations.asides import without_asides
from communique.language.quotations.continued import continued
from communique.language.quotations.credited import uncredited
from communique.language.quotations.cues import Hit, hits
from communique.language.quotations.cuts import cut, is_body, unshared
from communique.language.quotations.datelines import without_datelines
from communique.language.quotations.drafts import Draft, drafts
from communique.language.quotations.extents import mode, tidy
from communique.language.quotations.keep import plausible, worth
from communique.language.quotations.marks import Marks
from communique.language.quotations.nearby import Nearby, start, whole
from communique.language.quotations.parted import parted
from communique.language.quotations.participles import of_participles
from communique.language.quotations.proposals import proposal
from communique.language.quotations.quoted import of_quoted
from communique.language.quotations.relayed import unrelayed
from communique.language.quotations.sources import told
from communique.language.quotations.transcript import transcribed
from communique.model.page import Page
from communique.model.reading import Attribution
from communique.model.span import Span


def assemble(page: Page) -> tuple[Attribution, ...]:
    """The model's proposals set right by marks and syntax, what rules alone find, then left-over quotations."""
    marks = Marks(page.report.text)
    cues = [h for h in hits(page, marks) if is_body(page, page.sentence_of(h.head))]
    read = drafts(page, marks, cues)
    proposed = [p for raw in page.reading.attributions if (p := proposal(page, marks, raw)) and _in_body(page, p)]
    known = Nearby(cues, lambda h: page.tokens[h.head].start)
    proposed = [p for p in proposed if plausible(page, marks, _hit(page, p, known), p.contents)]
    found = _distinct(page, _merged(page, marks, proposed, read))
    found = [a for a in cut(page, marks, unshared(found)) if _says_something(page, a)]
    found = uncredited(page, marks, unrelayed(page, marks, of_quoted(page, found)))
    found = of_participles(page, found)
    found = parted(page, without_asides(page, without_datelines(page, marks, found)))
    found = transcribed(page, marks, found)
    return tuple(sorted(continued(page, marks, found), key=lambda a: (start(a), whole(a).end)))


def _hit(page: Page, attribution: Attribution, cues: Nearby[Hit]) -> Hit | None:
    """The cue of the lexicon that a proposal's cue holds, a verb before a noun."""
    cue = attribution.cue
    inside = [h for h in cues.around(cue, 40) if cue.overlaps(page.tokens[h.head].span)] if cue else []
    return min(inside, key=lambda h: (h.form != "verb", -h.head), default=None)


def _in_body(page: Page, attribution: Attribution) -> bool:
    sentence = page.sentence_at((attribution.cue or attribution.contents[0]).start)
    return sentence is not None and is_body(page, sentence)


def _says_something(page: Page, attribution: Attribution) -> bool:
    """Whether the words said are more than one word of a paraphrase."""
    words = sum(len(page.text(c).split()) for c in attribution.contents)
    return words > 1 or (words == 1 and attribution.mode == "direct")


def _merged(page: Page, marks: Marks, proposed: Sequence[Attribution], read: Sequence[Draft]) -> list[Attribution]:
    places = Nearby(read, lambda d: d.cue.start)
    found: list[Attribution] = []
    used: set[Span] = set()
    for attribution in proposed:
        near = places.around(attribution.cue, 60) if attribution.cue else []
        draft = next((d for d in near if _same_cue(attribution, d)), None)
        used |= {draft.cue} if draft else set()
        found.append(_both(page, marks, attribution, draft))
    found = [a for a in found if a.contents]
    said = Nearby(found, start)
    for draft in read:
        if draft.cue not in used and worth(page, marks, draft.hit, draft.contents, draft.rule):
            made = _finished(page, marks, draft.source, draft.cue, draft.contents, f"quotations.{draft.rule}")
            found += [made] if made.contents and not _repeats(draft, said) else []
    return found


def _repeats(draft: Draft, found: Nearby[Attribution]) -> bool:
    """Whether the words of a rule's draft already belong to somebody, and its cue is not among those words."""
    for content in draft.contents:
        for known in (c for a in found.around(content) for c in a.contents):
            common = min(content.end, known.end) - max(content.start, known.start)
            if common * 10 > 6 * min(len(content), len(known)) and not known.covers(draft.cue):
                return True
    return False


def _same_cue(attribution: Attribution, draft: Draft) -> bool:
    return attribution.cue is not None and attribution.cue.overlaps(draft.cue)


def _both(page: Page, marks: Marks, attribution: Attribution, draft: Draft | None) -> Attribution:
    """A proposal with the rule's quotation where the rule has one, and the rule's source where it has none."""
    if draft is None:
        return _finished(page, marks, attribution.source, attribution.cue, attribution.contents, "quotations.model")
    quoted = draft.rule == "quotation" and not _goes_on_after(page, draft, attribution)
    source = _source(attribution, draft)
    contents = draft.contents if quoted or _said(attribution.source, source, draft) else attribution.contents
    rule = draft.rule if quoted else "model_and_rule"
    return _finished(page, marks, source, draft.cue, contents, f"quotations.{rule}")


def _said(proposed: Span | None, source: Span | None, draft: Draft) -> bool:
    """Whether what was proposed as the source is the subject of the words said, and another is the source."""
    return proposed is not None and proposed != source and any(c.covers(proposed) for c in draft.contents)


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
    tidied = tuple(c for c in tidy(page, marks, contents, cue) if source is None or not source.covers(c))
    return Attribution(None if _is_said(source, cue, tidied) else source, cue, tidied, mode(marks, tidied), rule)


def _is_said(source: Span | None, cue: Span | None, contents: Sequence[Span]) -> bool:
    """Whether a source is among the words said, the cue not: not whose words they are."""
    return source is not None and any(c.covers(source) and not (cue and c.covers(cue)) for c in contents)


def _distinct(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """Of two attributions with the same words and cue the first; one without a word for its cue gives way."""
    kept: dict[tuple[Span, ...], list[Attribution]] = {}
    for attribution in sorted(found, key=lambda a: _bare(page, a)):
        rivals = kept.setdefault(attribution.contents, [])
        if not any(_bare(page, attribution) or r.cue == attribution.cue for r in rivals):
            rivals.append(attribution)
    return [a for rivals in kept.values() for a in rivals]


def _bare(page: Page, attribution: Attribution) -> bool:
    return attribution.cue is None or not any(c.isalpha() for c in page.text(attribution.cue))
