"""Words that begin a rule but made no entry: cues of saying, words of meeting and of change, times without a date."""

from collections.abc import Collection, Iterator, Sequence

from communique.claims.changes.triggers import triggers as change_triggers
from communique.claims.meetings import are_sought
from communique.claims.meetings.triggers import triggers as meeting_triggers
from communique.explain.behind import passage, place
from communique.explain.told import Considered
from communique.explain.values import Sign
from communique.language.quotations.cues import hits
from communique.language.quotations.marks import Marks
from communique.language.times import tag
from communique.model.claim import Claim
from communique.model.page import Page
from communique.model.span import Span

VAGUE = "{}: it has no place on the calendar"
UNPAIRED = "a cue of saying, but no words said were found for it"
UNSAID = "something is said, but by nobody who can be told, or it was told before"
MEETLESS = "a word of meeting, but its clause shows no contact of its own"
ELSEWHERE = "a word of meeting in a report that is not about dealings between sides"
VACANT = "an office changes hands, but whose or which cannot be told, or it was told before"


def signs(
    page: Page,
    marks: Marks,
    claims: Sequence[Claim],
    considered: Sequence[Considered],
    *,
    failed: Collection[str] = (),
) -> Iterator[Sign]:
    """Every sign of a report without an entry, kind by kind in text order; none of the kinds in `failed`."""
    if "statements" not in failed:
        yield from _cues(page, marks, claims)
    if "meetings" not in failed:
        yield from _meetings(page, considered)
    if "changes" not in failed:
        yield from _changes(page, claims)
    dated = [t.span for t in page.reading.times]
    for tagged in tag(page):
        span = Span(tagged.start, tagged.end)
        if not any(span.overlaps(d) for d in dated):
            yield Sign("times", passage(page, span), VAGUE.format(f"{tagged.rule}, {tagged.sense.why}"))


def _cues(page: Page, marks: Marks, claims: Sequence[Claim]) -> Iterator[Sign]:
    found = page.reading.attributions
    cued = {token for a in found if a.cue is not None for token in page.tokens_in(a.cue)}
    told = _spans(claims, "statements", "content")
    for hit in hits(page, marks):
        if hit.head not in cued:
            yield Sign("statements", passage(page, page.span(hit.head, hit.last)), UNPAIRED)
    for attribution in found:
        if attribution.contents[0] not in told:
            yield Sign("statements", passage(page, place(attribution)), UNSAID)


def _meetings(page: Page, considered: Sequence[Considered]) -> Iterator[Sign]:
    told = {e.trigger.token for c in considered if c.claim.kind == "meetings" for e in c.verdict.candidate}
    why = MEETLESS if are_sought(page) else ELSEWHERE
    for trigger in meeting_triggers(page):
        if trigger.token not in told:
            yield Sign("meetings", passage(page, page.tokens[trigger.token].span), why)


def _changes(page: Page, claims: Sequence[Claim]) -> Iterator[Sign]:
    told = _spans(claims, "changes", "change")
    for sentence in page.sentences:
        for trigger in change_triggers(page, sentence):
            span = page.span(trigger.first, trigger.last)
            if not any(span.overlaps(t) for t in told):
                yield Sign("changes", passage(page, span), VACANT)


def _spans(claims: Sequence[Claim], kind: str, role: str) -> set[Span]:
    return {a.evidence.span for c in claims if c.kind == kind for a in c.arguments if a.role == role}
