"""The model's proposals: pieces joined, extents set right."""

from communique.language.quotations.edges import DASHES
from communique.language.quotations.marks import Marks
from communique.model.page import Page
from communique.model.reading import Attribution
from communique.model.span import Span

_EMPTY = frozenset({"PUNCT", "DET", "ADP", "SCONJ", "CCONJ", "PART", "AUX"})
_BREAKING = frozenset({"CCONJ", "DET", "SCONJ"})
_TRAILING = frozenset(
    {"which", "who", "where", "whose", "including", "especially", "particularly", "provided", "unless"}
)
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_ARTICLES = frozenset({"the", "a", "an"})
_MOST_LEFT = 3
"""So many words between a proposal's end and the end of its sentence belong to it as well."""


def proposal(page: Page, marks: Marks, raw: Attribution) -> Attribution | None:
    """A raw proposal with its pieces joined and each stretched over the words the network left out, or None."""
    pieces = _joined(page, raw)
    contents = tuple(s for p in pieces if (s := _stretched(page, marks, raw, p)) is not None)
    contents = _of_one_kind(page, marks, raw, contents)
    if not contents or (raw.cue is None and raw.source is None):
        return None
    return Attribution(_source(page, raw), raw.cue, contents, raw.mode, raw.made_by)


def _source(page: Page, raw: Attribution) -> Span | None:
    """The source; of one cut down to its article the phrase that this opens, unless that is the cue or what is said."""
    tokens = page.tokens_in(raw.source) if raw.source else range(0)
    if raw.source is None or any(page.tokens[t].text.casefold() not in _ARTICLES for t in tokens):
        return raw.source
    head = page.tokens[tokens[-1]].head
    whole = page.span(tokens[0], head + 1) if head > tokens[-1] else None
    taken = [*raw.contents, *([raw.cue] if raw.cue else [])]
    return None if whole is None or any(whole.overlaps(t) for t in taken) else whole


def _of_one_kind(page: Page, marks: Marks, raw: Attribution, contents: tuple[Span, ...]) -> tuple[Span, ...]:
    """Without quotations in other sentences where the cue's own sentence gives a paraphrase."""
    anchor = raw.cue or raw.source
    at = page.sentence_at(anchor.start) if anchor else None
    here = [c for c in contents if page.sentence_at(c.start) == at]
    if here and not any(marks.around(c) or _quoted(marks, c) for c in here):
        return tuple(here)
    return contents


def _quoted(marks: Marks, content: Span) -> bool:
    return any(q.open - 1 <= content.start and content.end <= q.close + 1 for q in marks.within(content))


def _joined(page: Page, raw: Attribution) -> list[Span]:
    """Pieces with neither cue nor source nor a sentence's end between them are one."""
    blocks = [s for s in (raw.cue, raw.source) if s is not None]
    found: list[Span] = []
    for piece in sorted(raw.contents):
        if found and _same_stretch(page, found[-1], piece, blocks):
            found[-1] = found[-1].join(piece)
        else:
            found.append(piece)
    return found


def _same_stretch(page: Page, left: Span, right: Span, blocks: list[Span]) -> bool:
    if right.start <= left.end:
        return True
    gap = Span(left.end, right.start)
    return page.sentence_at(left.start) == page.sentence_at(right.start) and not any(gap.overlaps(b) for b in blocks)


def _stretched(page: Page, marks: Marks, raw: Attribution, piece: Span) -> Span | None:
    """Over a whole quotation it mostly fills, and to the end of the sentence where few words are left."""
    for quote in marks.within(piece):
        common = min(piece.end, quote.close) - max(piece.start, quote.open)
        if raw.cue and quote.span.covers(raw.cue) and not piece.covers(raw.cue):
            continue
        if quote.whole and common * 2 >= quote.close - quote.open:
            piece = piece.join(Span(quote.open, quote.close))
    tokens = page.tokens_in(piece)
    lone = len(tokens) == 1 and page.tokens[tokens[0]].upos == "PRON"
    if lone or all(page.tokens[t].upos in _EMPTY for t in tokens) or _astray(page, marks, raw, piece):
        return None
    return Span(_from_subject(page, raw, piece), _to_end(page, raw, piece, tokens[-1] + 1))


def _from_subject(page: Page, raw: Attribution, piece: Span) -> int:
    """From the subject of a piece that opens with its verb: the network now and then leaves it out."""
    tokens = page.tokens_in(piece)
    top = next((t for t in tokens if page.tokens[t].upos in ("VERB", "AUX") and page.tokens[t].head not in tokens), -1)
    opening = page.tokens[tokens[0]]
    subject = page.child(top, "nsubj") if top >= 0 and opening.upos in ("VERB", "AUX") else None
    if subject is None or subject >= tokens[0] or page.tokens[subject].text.casefold() in _RELATIVE:
        return piece.start
    inside = [t for t in page.subtree(subject) if t < tokens[0]]
    first = tokens[0]
    while first - 1 in inside and page.tokens[first - 1].text not in DASHES:
        first -= 1
    whole = page.span(first, tokens[0]) if first < tokens[0] else piece
    taken = any(s is not None and s.overlaps(whole) for s in (raw.cue, raw.source))
    return piece.start if taken else whole.start


def _astray(page: Page, marks: Marks, raw: Attribution, piece: Span) -> bool:
    """Whether a piece without quotation marks stands in another sentence than its cue."""
    anchor = raw.cue or raw.source
    if anchor is None or marks.within(piece):
        return False
    return page.sentence_at(anchor.start) != page.sentence_at(piece.start)


def _to_end(page: Page, raw: Attribution, piece: Span, following: int) -> int:
    """Over the last words of a sentence, or over a relative clause, where no cue or source stands among them."""
    last = page.sentence_of(following - 1).last
    while last > following and page.tokens[last - 1].upos == "PUNCT":
        last -= 1
    if following >= last or any(s is not None and s.end > piece.end for s in (raw.cue, raw.source)):
        return piece.end
    first = page.tokens[following]
    trailing = first.text == "," and page.tokens[following + 1].text.casefold() in _TRAILING
    few = last - following <= _MOST_LEFT and first.upos != "PUNCT"
    rest, dangling = page.span(following, last), _dangles(page, following)
    if (trailing or few or dangling) and not page.attributions_in(rest):
        return rest.end
    return _without_dangling(page, piece, following) if dangling else piece.end


def _dangles(page: Page, following: int) -> bool:
    """Whether words break off where nobody would: after "and", "of the", "which"."""
    last = page.tokens[following - 1]
    return last.upos in _BREAKING or last.text.casefold() in _TRAILING


def _without_dangling(page: Page, piece: Span, following: int) -> int:
    first = page.tokens_in(piece)[0]
    while following - 1 > first and _dangles(page, following):
        following -= 1
    return page.tokens[following - 1].end
