"""Turns of a transcript: who speaks from which label to where."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from communique.language.quotations.labels import Label, labels
from communique.model.page import Page
from communique.model.span import Span

_ANNOUNCED = re.compile(
    r"\b(?:transcript|interview(?:s|ed)?|(?:press|news|media|joint) (?:conference|availability|statements?|briefing)"
    r"|(?:daily|noon|regular|background) briefing|briefer|remarks|full text|text of|verbatim|excerpts? (?:of|from)"
    r"|answer(?:s|ed)?\b.{0,40}\bquestions?|questions? and answers?|q ?& ?a|in conversation|conversation with"
    r"|(?:spoke|speaks|talked|talks|sat down|sits down) (?:to|with)|hearing|debate|testimony|doorstep|stakeout"
    r"|roundtable|edited for|meeting record|official report|\d+(?:st|nd|rd|th) meeting)\b",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(
    r"\b(?:interview(?:s|ed)? (?:with|by|of)|text of (?:the|an) interview|transcript|q ?& ?a with|edited for"
    r"|(?:spoke|speaks|talked|talks|sat down|sits down) (?:to|with)|conversation with|in conversation)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|us|WE|MY|OUR)\b(?!\.)")
_CLOSED = re.compile(r"[.?!…\"”’)\]—–-]\**\s*$")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\.?\s*")
_OFFICIAL = re.compile(
    r"\b(?:remarks|statements?|(?:press|media|noon|daily|regular) (?:briefing|conference|availability)|doorstep)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:good (?:morning|afternoon|evening|day)|(?:dear )?(?:colleagues|friends)|ladies and gentlemen|thank you)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"\s*(?:END\b|###|\*\s?\*|_{2,}|-{3,}|={3,}|\*\*)")
_PARAGRAPH = re.compile(r"[^\n]*\w[^\n]*")
_QUOTED = frozenset('"“„«')
_SPEAKING = ("person", "office", "answer")
_ASKING = ("outlet", "other")
_FEW = 3
_LONG = 80
"""A paragraph of so many characters is no heading, though no full stop ends it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What stands after a label, paragraph by paragraph."""

    label: Label
    paragraphs: tuple[Span, ...]


def turns(page: Page) -> tuple[Turn, ...]:
    """The turns of a report that is a transcript, or that prints one; () for any other."""
    found = [label for label in labels(page) if label.kind]
    if len(found) < 2:
        return ()
    ends = [*(label.start for label in found[1:]), len(page.report.text)]
    read = [_turn(page, label, end) for label, end in zip(found, ends, strict=True)]
    read = [t for t in read if t.paragraphs]
    if not _is_transcript(page, read):
        return ()
    dense = _is_dense(read)
    asking = _interviewers(page, read)
    heard = [_ended(page, t, dense and t is not read[-1]) for t in read if t.label.key not in asking]
    return (*_opening(page, heard), *heard)


def _opening(page: Page, found: Sequence[Turn]) -> list[Turn]:
    """What the one who answers says before the first label, from a greeting or an "I" or "we" on."""
    speaking = {t.label.key: t.label for t in found if t.label.kind in ("person", "office")}
    if len(speaking) != 1 or not _OFFICIAL.search(page.report.title):
        return []
    above = _PARAGRAPH.finditer(page.report.text, page.report.title_end, found[0].label.start)
    told = [_stripped(page, Span(m.start(), m.end())) for m in above]
    starts = (n for n, s in enumerate(told) if _GREETING.match(page.text(s)) or _FIRST_PERSON.search(page.text(s)))
    first = next(starts, len(told))
    said = tuple(s for s in told[first:] if _is_said(page.text(s)) and not _ASIDE.fullmatch(page.text(s)))
    return [Turn(next(iter(speaking.values())), said)] if said else []


def introduction(found: Sequence[Turn]) -> Span:
    """Title and all that stands before the first turn."""
    return Span(0, min((t.label.start for t in found if t.label.kind != "heading"), default=0))


def is_announced(page: Page, found: Sequence[Turn]) -> bool:
    """Whether title or introduction say that somebody's words follow."""
    return _ANNOUNCED.search(page.text(introduction(found))) is not None


def is_interview(page: Page, found: Sequence[Turn]) -> bool:
    """Whether one person answers: the introduction says so, or a third of the answers say "I" or "we"."""
    answers = [page.text(p) for t in found if t.label.kind == "answer" for p in t.paragraphs[:1]]
    own = sum(_FIRST_PERSON.search(words) is not None for words in answers)
    told = _INTERVIEW.search(page.text(introduction(found))) is not None
    return is_announced(page, found) and (told or own * 3 >= len(answers))


def _turn(page: Page, label: Label, end: int) -> Turn:
    found = _PARAGRAPH.finditer(page.report.text, label.end, end)
    return Turn(label, tuple(s for m in found if len(s := _stripped(page, Span(m.start(), m.end())))))


def _stripped(page: Page, span: Span) -> Span:
    words = page.text(span)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def _is_transcript(page: Page, found: Sequence[Turn]) -> bool:
    """Whether turns speak for themselves: somebody asks, or they are announced, or most say "I" and "we"."""
    speaking = [t for t in found if t.label.kind in _SPEAKING and _is_said(page.text(t.paragraphs[0]))]
    asked = [t for t in found if t.label.kind == "question" or (t.label.kind in _ASKING and _asks(page, t))]
    if not speaking:
        return False
    if asked:
        return True
    known = Counter(t.label.key for t in speaking)
    own = sum(_FIRST_PERSON.search(page.text(t.paragraphs[0])) is not None or _asks(page, t) for t in speaking)
    if is_announced(page, found):
        return len(speaking) > 1 and own * 2 >= len(speaking)
    return len(speaking) >= _FEW and len(known) > 1 and max(known.values()) > 1 and own * 3 >= 2 * len(speaking)


def _asks(page: Page, turn: Turn) -> bool:
    return "?" in page.text(turn.paragraphs[0])


def _is_dense(found: Sequence[Turn]) -> bool:
    """Whether there is little between first and last label but turns."""
    return sum(len(t.paragraphs) - 1 for t in found[:-1]) <= 2 * len(found)


def _interviewers(page: Page, found: Sequence[Turn]) -> set[str]:
    """Who mostly asks, twice at least, where somebody else answers."""
    every = Counter(t.label.key for t in found if t.label.kind == "person")
    asked = Counter(t.label.key for t in found if page.text(t.paragraphs[-1]).endswith("?"))
    return {key for key, number in every.items() if asked[key] > 1 and 3 * asked[key] >= 2 * number and len(every) > 1}


def _is_said(words: str) -> bool:
    """Whether a paragraph is a sentence, not a heading, and no quotation, which other rules read."""
    return words[0] not in _QUOTED and (len(words) > _LONG or _CLOSED.search(words) is not None)


def _ended(page: Page, turn: Turn, whole: bool) -> Turn:
    """A turn up to where the report tells something itself: it names the speaker, or says nothing of "I" or "we"."""
    kept: list[Span] = []
    for paragraph in turn.paragraphs:
        words = page.text(paragraph)
        if _ASIDE.fullmatch(words):
            continue
        if _STOP.match(words) or not _is_said(words) or (kept and not _goes_on(words, turn.label, whole)):
            break
        kept.append(paragraph)
    return Turn(turn.label, tuple(kept))


def _goes_on(words: str, label: Label, whole: bool) -> bool:
    named = re.search(rf"\b{re.escape(label.key)}\b", words, re.IGNORECASE) if label.kind == "person" else None
    return named is None and (whole or _FIRST_PERSON.search(words) is not None)
