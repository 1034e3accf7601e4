"""Statements from attributions."""

from collections.abc import Sequence

from communique.claims.statements.channels import WARNED_OF, addressee, announced, channel
from communique.claims.statements.issued import authors
from communique.claims.statements.memory import Memory, Speaker
from communique.claims.statements.speakers import is_document, resolve
from communique.model.claim import Claim, Field, claim
from communique.model.page import Page
from communique.model.reading import TURN, Attribution
from communique.model.span import Span

_AROUND = 12
"""So many attributions before and after one may hold its cue."""
_CARRYING = frozenset({"add", "continue", "go", "note", "say", "stress", "point"})


def spoken(page: Page) -> list[Claim]:
    """One claim for every attribution and speaker; the second of two captions that say the same is left out."""
    memory = Memory(issuers=authors(page))
    memory.keep(memory.issuers, in_writing=True)
    found: list[Claim] = []
    seen: set[tuple[str, str]] = set()
    last: tuple[tuple[str, ...], Field | None] = ((), None)
    every = page.reading.attributions
    for number, attribution in enumerate(every):
        speakers = _speakers(page, attribution, memory)
        if not _nested(attribution, every[max(0, number - _AROUND) : number + _AROUND]):
            memory.keep(speakers, in_writing=attribution.source is not None and is_document(page, attribution.source))
        via = _channel(page, attribution, speakers, last)
        last = (tuple(s.name for s in speakers), via)
        if via is not None and speakers:
            memory.wrote[via[0].split()[-1].casefold()] = speakers
        for speaker in speakers:
            key = (speaker.name, _plain(page, attribution))
            if key not in seen:
                found.append(_claim(page, attribution, speaker, via))
            seen.add(key)
    return found


def _speakers(page: Page, attribution: Attribution, memory: Memory) -> tuple[Speaker, ...]:
    """Whom the source stands for. Without one, a participle goes on for the last speaker, a text for its authors."""
    if attribution.source is not None:
        return resolve(page, attribution.source, memory)
    if memory.writers:
        return memory.writers
    goes_on = attribution.cue is None or page.tokens[page.tokens_in(attribution.cue)[0]].xpos == "VBG"
    return memory.last() if goes_on else ()


def _nested(attribution: Attribution, around: Sequence[Attribution]) -> bool:
    """Whether something is said within what somebody else says."""
    cue = attribution.cue
    return cue is not None and any(c.covers(cue) for o in around if o is not attribution for c in o.contents)


def _channel(
    page: Page, attribution: Attribution, speakers: tuple[Speaker, ...], last: tuple[tuple[str, ...], Field | None]
) -> Field | None:
    """The channel named beside the cue, or that of the sentence before where the same speaker added something."""
    if attribution.made_by == TURN:
        first = next(a for a in page.reading.attributions if a.made_by == TURN)
        return announced(page, first.contents[0].start)
    if attribution.cue is None:
        return last[1]
    found = channel(page, attribution.cue, attribution.contents, attribution.source)
    if found is None and last[0] == tuple(s.name for s in speakers):
        lemma = page.tokens[page.tokens_in(attribution.cue)[0]].lemma.casefold()
        xpos = page.tokens[page.tokens_in(attribution.cue)[0]].xpos
        return last[1] if lemma == "add" or (xpos == "VBG" and lemma in _CARRYING) else None
    return found


def _claim(page: Page, attribution: Attribution, speaker: Speaker, via: Field | None) -> Claim:
    cue = attribution.cue
    place = attribution.source or cue or attribution.contents[0]
    to = addressee(page, cue, attribution.contents) if cue else None
    contents = _without(page, attribution.contents, to[1]) if to else attribution.contents
    return claim(
        page.report,
        "statements",
        {
            "speaker": speaker.as_field,
            "mode": (attribution.mode, attribution.contents[0]),
            "content": [(page.text(c), c) for c in contents],
            "cue": (page.text(cue), cue) if cue else None,
            "channel": via,
            "to": to,
            "speaker_kind": (speaker.kind, place),
            "source": (page.text(attribution.source), attribution.source) if attribution.source else None,
        },
        evidence=[_evidence(page, attribution)],
        made_by=f"statements.{attribution.made_by.rpartition('.')[2]}",
    )


def _without(page: Page, contents: tuple[Span, ...], addressee: Span) -> tuple[Span, ...]:
    """What is called for, without who is called on: "to stop" of "both sides to stop"."""
    first = contents[0]
    inside = first.covers(addressee) and page.text(Span(first.start, addressee.start)).strip().casefold() in ("", "the")
    rest = page.tokens_in(Span(addressee.end, first.end)) if inside and addressee.end < first.end else range(0)
    if not rest or page.tokens[rest[0]].text.casefold() not in WARNED_OF | {"to"}:
        return contents
    return (Span(page.tokens[rest[0]].start, first.end), *contents[1:])


def _evidence(page: Page, attribution: Attribution) -> Span:
    """From source or cue to the words said, within the sentence of the cue."""
    anchor = attribution.cue or attribution.contents[0]
    sentence = page.sentence_at(anchor.start)
    if sentence is None:
        return anchor
    joined = anchor
    for part in (attribution.source, *attribution.contents):
        if part is not None and part.overlaps(sentence.span):
            joined = joined.join(Span(max(part.start, sentence.start), min(part.end, sentence.end)))
    return joined


def _plain(page: Page, attribution: Attribution) -> str:
    words = " ".join(page.text(c) for c in attribution.contents)
    return "".join(filter(str.isalnum, words.casefold()))
