"""Words set down as in a transcript: a paragraph that opens with who speaks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from communique.language.quotations.extents import tidy
from communique.language.quotations.marks import Marks
from communique.language.quotations.turns import Turn, introduction, is_interview, turns
from communique.lexicon import titles
from communique.lexicon.posts import posts
from communique.lexicon.turns import label_kind
from communique.model.page import Page
from communique.model.reading import TURN, Attribution, Mention
from communique.model.span import Span

_OPENING = re.compile(r"(?m)^(?P<who>[A-Z][^\n:\"“”]{2,80}):[^\S\n]*(?=[\"“])")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]\n]*[)\]]\.?\s*")
_COURTESY = re.compile(
    r"(?:(?:(?:okay|ok|all right|well|so|and),? )?"
    r"(?:thank you|thanks|many thanks|hello|good (?:morning|afternoon|evening|day)|welcome|ladies and gentlemen|"
    r"go ahead|next question|last question|we have time|we['’]ve got time|(?:we|i)(?: wi|['’])ll take|"
    r"i give the floor)\b[^.,;?!]{0,60}(?:, [^.,;?!]{0,25})?|\S+(?: \S+)?)[.?!…]*",
    re.IGNORECASE,
)
"""Greetings, thanks, the giving of the floor, and sentences of a word or two, which tell nothing."""
_SPEAKING = frozenset("answer give grant discuss explain receive respond sit speak talk tell".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FEWEST_WORDS = 4


def transcribed(page: Page, marks: Marks, found: Sequence[Attribution]) -> list[Attribution]:
    """What was found, with the words of every turn for its speaker, and quotations after a name and a colon.

    A turn has no cue, and what it says itself of the same speaker ("I said that …") is part of it.
    """
    spoken = list(_turned(page))
    posted = list(_posted(page, marks))
    inside = [a for a in found if not any(_of_turn(a, own) for own in (*spoken, *posted))]
    return [*inside, *spoken, *posted, *_quoted(page, marks, [*inside, *spoken])]


def _posted(page: Page, marks: Marks) -> Iterator[Attribution]:
    """A post set into a report, for whose name stands under it."""
    for post in posts(page.report.text, page.report.title_end):
        contents = tidy(page, marks, (post.words,))
        if contents:
            yield Attribution(post.author, None, contents, "direct", "quotations.posted")


def _of_turn(attribution: Attribution, turn: Attribution) -> bool:
    """Whether an attribution only repeats that a turn is its speaker's."""
    source, place = attribution.source, attribution.cue or attribution.contents[0]
    return (
        source is not None
        and turn.source is not None
        and source.overlaps(turn.source)
        and any(c.overlaps(place) for c in turn.contents)
    )


def _quoted(page: Page, marks: Marks, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """A quotation after a name, with or without a title, and a colon: "Minister X: "…""; its speaker has no cue."""
    taken = [c for a in found for c in a.contents]
    for opening in _OPENING.finditer(page.report.text, page.report.title_end):
        who = Span(opening.start("who"), opening.end("who"))
        named = any(m.end == who.end for m, _ in page.mentions_in(who, "person"))
        quote = next((q for q in marks.within(Span(opening.end(), opening.end() + 2))), None)
        if named and quote is not None and not any(quote.span.overlaps(t) for t in taken):
            yield Attribution(who, None, tidy(page, marks, (quote.span,)), "direct", "quotations.transcribed")


def _turned(page: Page) -> Iterator[Attribution]:
    found = turns(page)
    sources: dict[str, Span | None] = {}
    for turn in found:
        if turn.label.kind in ("person", "office", "answer"):
            if turn.label.key not in sources:
                sources[turn.label.key] = _source(page, turn, found)
            source = sources[turn.label.key]
            contents = _said(page, turn)
            if source is not None and contents:
                yield Attribution(source, None, contents, "direct", TURN)


# -- what is said


def _said(page: Page, turn: Turn) -> tuple[Span, ...]:
    """The sentences of a turn without asides, greetings and thanks at either end; () where little is left."""
    parts = [p for paragraph in turn.paragraphs for p in _sentences(page, paragraph)]
    while parts and _COURTESY.fullmatch(page.text(parts[0][0])):
        parts.pop(0)
    while parts and _COURTESY.fullmatch(page.text(parts[-1][0])):
        parts.pop()
    words = [t for sentence, _ in parts for t in page.tokens_in(sentence)]
    if len(words) < _FEWEST_WORDS or not any(page.tokens[t].xpos in _FINITE for t in words):
        return ()
    return tuple(_joined(parts))


def _sentences(page: Page, paragraph: Span) -> Iterator[tuple[Span, Span]]:
    """Every sentence of a paragraph, the first without an aside such as "(As interpreted.)", with its paragraph."""
    aside = _ASIDE.match(page.report.text, paragraph.start, paragraph.end)
    at = aside.end() if aside else paragraph.start
    while at < paragraph.end:
        sentence = page.sentence_at(at)
        end = min(sentence.end, paragraph.end) if sentence is not None and sentence.end > at else paragraph.end
        if not _ASIDE.fullmatch(page.report.text, at, end):
            yield Span(at, end), paragraph
        at = end
        while at < paragraph.end and page.report.text[at].isspace():
            at += 1


def _joined(parts: Sequence[tuple[Span, Span]]) -> Iterator[Span]:
    """One span for the sentences of one paragraph."""
    first = last = parts[0][0]
    for (sentence, paragraph), (_, before) in zip(parts[1:], parts, strict=False):
        if paragraph != before:
            yield first.join(last)
            first = sentence
        last = sentence
    yield first.join(last)


# -- who says it


def _source(page: Page, turn: Turn, found: Sequence[Turn]) -> Span | None:
    """The label where it names its speaker, else where the introduction or another label does."""
    if turn.label.kind == "answer":
        return _interviewed(page, found)
    if turn.label.kind == "office":
        return _holder(page, turn.label.who, found) or turn.label.who
    return turn.label.who


def _holder(page: Page, office: Span, found: Sequence[Turn]) -> Span | None:
    """The one person to whom introduction or labels give a title that ends like the label: "Jon Dale, Spokesman"."""
    title = page.text(office).casefold().split()[-1]
    places = [introduction(found), *(t.label.who for t in found)]
    named = [(m, r) for place in places for m, r in page.mentions_in(place, "person") if m.form == "name"]
    holding = {r.name: m for m, r in named if title in _titles_beside(page, m)}
    return next((m.span for m in holding.values()), None) if len(holding) == 1 else None


def _titles_beside(page: Page, mention: Mention) -> set[str]:
    """The last words of the titles before and after a name."""
    words = [t.text for t in page.tokens[max(0, mention.first - titles.LONGEST) : mention.last + titles.LONGEST]]
    first = min(mention.first, titles.LONGEST)
    after = first + mention.last - mention.first + 1
    while first and titles.is_honorific(words[first - 1]):
        first -= 1
    found = [words[titles.title_before(words, first) : first], words[after : titles.title_after(words, after)]]
    return {f[-1].casefold() for f in found if f}


def _interviewed(page: Page, found: Sequence[Turn]) -> Span | None:
    """Of those named before the first turn, journalists aside, who speaks there, else who is named most."""
    if not is_interview(page, found):
        return None
    named = [(m, r) for m, r in page.mentions_in(introduction(found), "person") if r.reason == "names"]
    names = [(m, r) for m, r in named if m.form == "name" and not _is_journalist(page, m)]
    counts = Counter(r.name for _, r in names)
    most = [name for name, number in counts.items() if number == max(counts.values())]
    told = [r.name for m, r in named if r.name in most and _speaks(page, m)]
    chosen = next(iter(told), most[0] if len(most) == 1 else "")
    longest = max((m for m, r in names if r.name == chosen), key=lambda m: m.end - m.start, default=None)
    return longest.span if longest is not None else None


def _is_journalist(page: Page, mention: Mention) -> bool:
    """Whether a name is a journalist's: "by Jon Dale", "correspondent Jon Dale", "the bureau chief, Jon Dale"."""
    before = [t.text.casefold() for t in page.tokens[max(0, mention.first - 3) : mention.first]]
    return before[-1:] == ["by"] or any(label_kind(w) == "question" for w in before) or "bureau" in before


def _speaks(page: Page, mention: Mention) -> bool:
    token = page.tokens[mention.head]
    return token.deprel == "nsubj" and page.tokens[token.head].lemma.casefold() in _SPEAKING
