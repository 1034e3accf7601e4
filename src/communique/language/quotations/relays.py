"""One saying inside another: "…, she said, according to Saba"; "the talks failed, he said, state radio reported"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.language.quotations.extents import mode, tidy
from communique.language.quotations.marks import Marks
from communique.language.quotations.nearby import Nearby, start, whole
from communique.lexicon.outlets import described, outlet
from communique.model.page import Page
from communique.model.reading import Attribution
from communique.model.span import Span

_LONGEST_NAME = 5
_CREDITING = re.compile(r"(?:citing|quoting)\s[^,\n]{1,120},\s+", re.IGNORECASE)
_CREDIT = re.compile(r",\s+(?:citing|quoting)\s", re.IGNORECASE)


def relays(page: Page, marks: Marks, found: Sequence[Attribution]) -> list[Attribution]:
    """Without what only passes on another's words; words end where an outer saying or a credit of sources begins."""
    beside = Nearby(found, start)
    kept = [a for a in found if not _passes_on(page, a, beside.around(whole(a)))]
    beside = Nearby(kept, start)
    return [_ended(page, marks, _begun(page, a), beside.around(whole(a))) for a in kept]


def _passes_on(page: Page, attribution: Attribution, found: Sequence[Attribution]) -> bool:
    """Whether "according to …" only passes on what another attribution gives with its own speaker."""
    cue = attribution.cue
    if cue is None or not page.text(cue).casefold().startswith("according"):
        return False
    words = attribution.contents[0].join(attribution.contents[-1])
    return any(
        a.cue is not None
        and words.covers(a.cue)
        and a.contents[0].start - words.start < 60
        and sum(len(c) for c in a.contents if words.overlaps(c)) * 10 >= len(words) * 6
        for a in found
        if a is not attribution
    ) and _is_outlet(page, attribution)


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


def _begun(page: Page, attribution: Attribution) -> Attribution:
    """From behind "citing two officials," where the words said open with it."""
    first = attribution.contents[0]
    credit = _CREDITING.match(page.report.text, first.start, first.end)
    if credit is None or credit.end() >= first.end:
        return attribution
    return replace(attribution, contents=(Span(credit.end(), first.end), *attribution.contents[1:]))


def _ended(page: Page, marks: Marks, attribution: Attribution, found: Sequence[Attribution]) -> Attribution:
    last = attribution.contents[-1]
    ends = [e for o in found if o is not attribution and (e := _outer_end(attribution, o)) is not None]
    credit = _credit(page, marks, attribution)
    ends += [credit] if credit is not None else []
    end = min(ends, default=last.end)
    if not last.start < end < last.end:
        return attribution
    contents = tidy(page, marks, (*attribution.contents[:-1], Span(last.start, end)))
    return replace(attribution, contents=contents, mode=mode(page, marks, contents)) if contents else attribution


def _outer_end(inner: Attribution, outer: Attribution) -> int | None:
    """Where the words of `outer` end that hold the cue of `inner`, if its own cue follows them."""
    if inner.cue is None or outer.cue is None or outer.cue.start < inner.contents[-1].start:
        return None
    before = [c for c in outer.contents if c.end <= outer.cue.start]
    return max(c.end for c in before) if any(c.covers(inner.cue) for c in before) else None


def _credit(page: Page, marks: Marks, attribution: Attribution) -> int | None:
    """Where ", citing two officials" ends a paraphrase: whose words these are is no part of what was said."""
    last = attribution.contents[-1]
    for found in _CREDIT.finditer(page.report.text, last.start, last.end):
        if marks.around(Span(found.start(), found.end())) is None and "," not in page.text(Span(found.end(), last.end)):
            return found.start()
    return None
