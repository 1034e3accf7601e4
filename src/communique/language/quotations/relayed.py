"""What outlets and texts only pass on: "…, she said, according to the agency"; "he called for talks, it reported"."""

from collections.abc import Sequence
from dataclasses import replace

from communique.language.quotations.extents import mode, tidy
from communique.language.quotations.marks import Marks
from communique.language.quotations.nearby import Nearby, start, whole
from communique.lexicon import cues
from communique.lexicon.outlets import described, outlet
from communique.model.page import Page
from communique.model.reading import Attribution
from communique.model.span import Span

_PASSING_ON = frozenset({"report", "add", "say", "write", "state", "note", "announce", "reveal", "carry", "quote"})
_LONGEST_NAME = 5
_LATEST = 60
"""So many characters may stand before the words of the one who said it."""


def unrelayed(page: Page, marks: Marks, found: Sequence[Attribution]) -> list[Attribution]:
    """Without the attributions to outlets and texts that only give what somebody else is said to have said.

    The words of that speaker end before the one who passes them on.
    """
    beside = Nearby(found, start)
    passing = [a for a in found if _passes_on(page, a, beside.around(whole(a)))]
    near = Nearby(passing, start)
    return [_ended(page, marks, a, near.around(whole(a))) for a in found if a not in passing]


def _passes_on(page: Page, attribution: Attribution, found: Sequence[Attribution]) -> bool:
    cue = attribution.cue
    if cue is None or attribution.source is None or not attribution.contents:
        return False
    words, sentence = attribution.contents[0].join(attribution.contents[-1]), page.sentence_at(cue.start)
    inner = [
        a
        for a in found
        if a is not attribution
        and a.cue is not None
        and (words.covers(a.cue) or (a.cue.end <= cue.start and page.sentence_at(a.cue.start) == sentence))
    ]
    said = sum(len(p) for a in inner for p in (a.source, a.cue, *a.contents) if p is not None and words.overlaps(p))
    if page.text(cue).casefold().startswith("according"):
        own = sum(len(p) for p in (cue, attribution.source) if words.start < p.start)
        early = any(a.contents[0].start - words.start < _LATEST + own for a in inner)
        return (
            early
            and said * 10 >= (len(words) - own) * 6
            and (_is_outlet(page, attribution) or _is_text(page, attribution))
        )
    behind = words.end <= cue.start and page.tokens[page.tokens_in(cue)[0]].lemma.casefold() in _PASSING_ON
    if behind and page.text(attribution.source).casefold() == "it" and said * 10 >= len(words) * 8:
        return True
    return behind and said * 10 >= len(words) * 4 and _is_outlet(page, attribution)


def _is_outlet(page: Page, attribution: Attribution) -> bool:
    """Whether the source names or describes an outlet."""
    if attribution.source is None:
        return False
    if described(page.text(attribution.source)):
        return True
    tokens = page.tokens_in(attribution.source)
    return any(
        page.tokens[first].text[:1].isupper() and outlet(page.words(first, last)) is not None
        for first in tokens
        for last in range(first + 1, min(tokens.stop, first + _LONGEST_NAME) + 1)
    )


def _is_text(page: Page, attribution: Attribution) -> bool:
    """Whether a source is a text: "a statement by the ministry"."""
    first = page.tokens_in(attribution.source) if attribution.source else range(0)
    head = next((t for t in first if page.tokens[t].head not in first), None)
    return head is not None and page.tokens[head].lemma.casefold() in cues.channel_heads()


def _ended(page: Page, marks: Marks, attribution: Attribution, passing: Sequence[Attribution]) -> Attribution:
    """With its last words cut off where somebody who passes them on comes in."""
    last = attribution.contents[-1]
    ends = [min(s.start for s in (p.cue, p.source) if s is not None) for p in passing]
    inside = [e for e in ends if last.start < e < last.end]
    if not inside or attribution.mode == "direct":
        return attribution
    contents = tidy(page, marks, (*attribution.contents[:-1], Span(last.start, min(inside))))
    return replace(attribution, contents=contents, mode=mode(marks, contents)) if contents else attribution
