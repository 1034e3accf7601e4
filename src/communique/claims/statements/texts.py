"""Whose text a page is: joint statements and readouts by their titles, speeches and statements printed in full."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from communique.claims.clauses import phrase
from communique.claims.statements.memory import Memory, Speaker
from communique.claims.statements.speakers import resolve
from communique.lexicon.countries import code_of
from communique.lexicon.datelines import dateline
from communique.lexicon.issued import Delivered, delivered, is_joint, leading, text_kind
from communique.model.claim import Field
from communique.model.page import Page, once
from communique.model.reading import TURN, Sentence
from communique.model.span import Span

_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|us|WE|MY|OUR)\b(?!\.)")
_QUOTES = frozenset("\"“„«‘'")
_OTHERS = frozenset({"and", "with", "to", "between"})
"""Words in a title before whom somebody met."""
_LEADING = 4
"""Among so many sentences that open a page one may lead to a text."""
_MARKS = frozenset('"“”„«»')
_SAYING = frozenset({"comment", "say", "state"})
_LEAST_OWN = 5
"""Of so many sentences of a speech one at least says "I" or "we"."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text by its authors between `start` and `end`; `via` is what it is called, or by `lead` the cue before it."""

    authors: tuple[Speaker, ...]
    via: Field
    start: int
    end: int
    lead: str = "channel"

    def holds(self, sentence: Sentence) -> bool:
        """Whether a sentence is one of the text."""
        return sentence.role == "body" and self.start <= sentence.start < self.end


@once
def published(page: Page) -> Text | None:
    """The text that a page prints as such; None for a news report and for a transcript of several speakers."""
    if any(a.made_by == TURN for a in page.reading.attributions):
        return None
    texts = (*_led_to(page), *_entitled(page), *_delivered(page), *_told_below(page))
    return next((t for t in texts if t.authors), None)


def _entitled(page: Page) -> Iterator[Text]:
    """A joint statement, a readout, a statement of a party."""
    kind = text_kind(page.report.title)
    if kind is not None:
        yield Text(_authors(page), (page.text(Span(*kind)), Span(*kind)), 0, len(page.report.text))


def _led_to(page: Page) -> Iterator[Text]:
    """What stands after "Following is the full text of the address by X:", "X released the following statement:"."""
    body = [s for s in page.sentences if s.role != "title"]
    for sentence in body[:_LEADING]:
        before = dateline(page.report.text, sentence.start)
        start = before.end if before is not None and before.end < sentence.end else sentence.start
        found = leading(page.report.text[start : sentence.end])
        if found is not None and page.report.text[sentence.end :].lstrip()[:1] not in _QUOTES:
            yield from _of(page, found, start, sentence.end)


def _delivered(page: Page) -> Iterator[Text]:
    """A speech or statement under a title that says whose it is."""
    found = delivered(page.report.title)
    if found is not None:
        yield from _of(page, found, 0, page.report.title_end)


def _told_below(page: Page) -> Iterator[Text]:
    """What stands in paragraphs of its own, without marks of quotation, below "The minister said:".

    Where the report goes on to quote, its own words are not told apart from those that are told.
    """
    for sentence, after in pairwise(page.sentences):
        verb = _saying(page, sentence)
        if verb < 0 or after.paragraph == sentence.paragraph:
            continue
        subject = page.child(verb, "nsubj")
        if subject is not None and _MARKS.isdisjoint(page.report.text[after.start :]):
            authors = resolve(page, phrase(page, subject), Memory())
            cue = page.tokens[verb].span
            yield Text(authors, (page.text(cue), cue), after.start, _end(page, authors, after.start), lead="cue")


def _saying(page: Page, sentence: Sentence) -> int:
    """The verb of saying that ends a sentence before a colon, -1 for none."""
    last = sentence.last - 1
    if last <= sentence.first or page.tokens[last].text != ":":
        return -1
    return last - 1 if page.tokens[last - 1].lemma.lower() in _SAYING else -1


def _of(page: Page, found: Delivered, line: int, start: int) -> Iterator[Text]:
    name, who = (Span(line + first, line + last) for first, last in (found.kind, found.who))
    authors = resolve(page, who, Memory())
    text = Text(authors, (page.text(name), name), start, _end(page, authors, start))
    sentences = [s for s in page.sentences if text.holds(s)]
    own = [s for s in sentences if _OWN.search(page.text(s.span))]
    official = all(a.kind in ("party", "body") for a in authors) and text_kind(page.report.title) is not None
    if len(own) * _LEAST_OWN >= max(len(sentences), 1) or official:
        yield text


def _end(page: Page, authors: tuple[Speaker, ...], start: int) -> int:
    """Where a report goes on after a text: at the first paragraph that names the author."""
    names = {a.name for a in authors if a.kind == "person"}
    for mention, referent in page.mentions_in(Span(start, len(page.report.text)), "person"):
        sentence = page.sentence_of(mention.head)
        if mention.form == "name" and referent.name in names and not _OWN.search(page.text(sentence.span)):
            return next(s.start for s in page.sentences if s.paragraph == sentence.paragraph)
    return len(page.report.text)


# -- the authors of a text by its title


def _authors(page: Page) -> tuple[Speaker, ...]:
    """The parties in the title of a joint text, else in its first sentence; of any other the state of its outlet."""
    outlet = page.report.outlet
    code = code_of(outlet) or code_of(outlet.removeprefix("The "))
    title = Span(0, page.report.title_end)
    if not is_joint(page.report.title):
        return (Speaker(code, title, "party"),) if code else tuple(_issuer(page, title))
    first = next((s.span for s in page.sentences if s.role == "body"), title)
    named = _parties(page, title)
    return tuple((named if len(named) > 1 else {**_parties(page, first), **named}).values())


def _issuer(page: Page, title: Span) -> Iterator[Speaker]:
    """Whose words a title says they are: the state's in "Readout of President X's call", X's in "Statement by X".

    Where the title of a readout names no state before whom somebody met, it is that of who meets in its first sentence.
    """
    kind = text_kind(page.report.title)
    words = page.report.title[slice(*kind)].casefold() if kind is not None else ""
    if kind is None or words not in ("readout", "read-out", "statement", "press statement"):
        return
    for mention, referent in page.mentions_in(title, "person", "party"):
        if mention.start < kind[1]:
            continue
        between = [page.tokens[t].text.casefold() for t in page.tokens_in(Span(kind[1], mention.start))]
        named = referent.kind == "party" or (words.endswith("statement") and mention.form == "name")
        side = referent.name if named else referent.country
        if between[:1] in (["of"], ["by"], ["from"]) and _OTHERS.isdisjoint(between) and side:
            yield Speaker(side, mention.span, referent.kind if named else "party")
            return
        break
    if words.startswith("read"):
        yield from _meeting(page)


def _meeting(page: Page) -> Iterator[Speaker]:
    """The state of the person who is the subject of a text's first sentence."""
    first = next((s for s in page.sentences if s.role == "body"), None)
    roots = [t for t in range(first.first, first.last) if page.head(t) < 0] if first is not None else []
    for subject in [c for root in roots for c in page.children(root, "nsubj")]:
        referent = page.referent_of_head(subject)
        if referent is not None and referent.kind == "person" and referent.country:
            yield Speaker(referent.country, page.tokens[subject].span, "party")


def _parties(page: Page, place: Span) -> dict[str, Speaker]:
    found: dict[str, Speaker] = {}
    for mention, referent in page.mentions_in(place, "party"):
        found.setdefault(referent.name, Speaker(referent.name, mention.span, "party"))
    return found
