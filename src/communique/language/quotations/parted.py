"""What belongs to none of the words said: "relations which, he said, are good", "said today its troops would go"."""

from collections.abc import Sequence
from dataclasses import replace

from communique.language.quotations.nearby import Nearby, start, whole
from communique.model.page import Page
from communique.model.reading import Attribution
from communique.model.span import Span

_RELATIVE = frozenset({"which", "who", "that", "what"})
_SUMS = frozenset("accusation allegation assertion charge claim contention suggestion".split())
"""Nouns that sum up the clause before them."""
_FEW = 3
_OPENING = frozenset({"DET", "PRON", "PROPN", "NOUN"})


def parted(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """Words said without the clause before a relative that the cue interrupts, and without the day they were said."""
    near = Nearby(found, start)
    return [
        _without_day(page, _summed_up(page, _behind_relative(page, _before_relative(page, a, near)))) for a in found
    ]


def _behind_relative(page: Page, attribution: Attribution) -> Attribution:
    """Of "relations which, he said, are good" only "are good"."""
    cue, contents = attribution.cue, attribution.contents
    if cue is None or len(contents) < 2 or contents[0].end > cue.start or contents[-1].start < cue.end:
        return attribution
    last = page.tokens[page.tokens_in(contents[0])[-1]]
    return replace(attribution, contents=contents[1:]) if last.text.casefold() in _RELATIVE else attribution


def _before_relative(page: Page, attribution: Attribution, near: Nearby[Attribution]) -> Attribution:
    """Of "praised relations which, he said, are good" what was praised ends with "relations"."""
    last = attribution.contents[-1]
    if attribution.mode != "indirect" or attribution.cue is None:
        return attribution
    for other in near.around(whole(attribution)):
        inside = other is not attribution and other.cue is not None and last.start < other.cue.start < last.end
        end = _relative_before(page, other) if inside else None
        if end is not None and end > last.start:
            return replace(attribution, contents=(*attribution.contents[:-1], Span(last.start, end)))
    return attribution


def _relative_before(page: Page, other: Attribution) -> int | None:
    """Where the words before ", which, he said," end, if a cue and its subject stand between commas there."""
    if other.cue is None or other.source is None or other.source.start > other.cue.start:
        return None
    first = page.tokens_in(other.source)[0]
    if first < 3 or page.tokens[first - 1].text != "," or page.tokens[first - 2].text.casefold() not in _RELATIVE:
        return None
    before = first - 3 - (page.tokens[first - 3].text == ",")
    return page.tokens[before].end


def _summed_up(page: Page, attribution: Attribution) -> Attribution:
    """Of "Ovar armed the rebels, a charge Lund denies" what "a charge" sums up."""
    content, cue = attribution.contents[0], attribution.cue
    at = next((t for t in page.tokens_in(content)[::-1][:_FEW] if page.tokens[t].text == ","), None)
    comma = page.tokens_in(content)[0] - 1 if at is None else at
    ahead = range(comma + 1, min(comma + 1 + _FEW, len(page.tokens)))
    sums = any(page.tokens[t].lemma.casefold() in _SUMS for t in ahead)
    first = page.sentence_of(comma + 1).first
    if cue is None or not sums or cue.start < content.end or comma - first < _FEW or page.tokens[comma].text != ",":
        return attribution
    if at is None and len(page.tokens_in(content)) > _FEW:
        return attribution
    verbs = (t for t in range(first, comma) if page.tokens[t].lemma.casefold() == "accuse")
    of = next((t for v in verbs for t in range(v, comma) if page.tree.folded[t] == "of"), None)
    return replace(attribution, contents=(page.span(first if of is None else of + 1, comma),))


def _without_day(page: Page, attribution: Attribution) -> Attribution:
    """Without a day right behind the cue, where a clause with a subject of its own begins after it."""
    cue, content = attribution.cue, attribution.contents[0]
    if cue is None or attribution.mode == "direct" or content.start <= cue.end:
        return attribution
    tokens = page.tokens_in(content)
    if page.tokens_in(cue)[-1] + 1 != tokens[0]:
        return attribution
    day = next((t for t in page.reading.times if t.start == content.start and t.end < content.end), None)
    after = page.tokens_in(Span(day.end, content.end))[0] if day is not None else -1
    if after < 0 or page.tokens[after].upos not in _OPENING:
        return attribution
    return replace(attribution, contents=(Span(page.tokens[after].start, content.end), *attribution.contents[1:]))
