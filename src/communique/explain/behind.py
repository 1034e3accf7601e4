"""The reading behind a sentence: who is meant, when, and who said what, each with why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from communique.explain.values import Attributed, Behind, Passage, Piece, Referring, Timed
from communique.language.quotations.marks import Marks
from communique.model.page import Page, once
from communique.model.reading import Attribution, Mention, Name, Referent, Sentence, Timex
from communique.model.span import Span

FORMS = {
    "name": "named",
    "title": "called by a title",
    "nominal": "described",
    "pronoun": "a pronoun for whom fits best before it",
    "demonym": "its people, capital or seat stand for it",
}
"""Why a mention of each form is one of its referent."""

JOINED = {
    "names": "persons are joined by their names",
    "description": "known by description alone",
    "places": "a place by its name",
    "states": "a state by its name",
    "bodies": "a body by its name or short form",
    "opposition": "those who oppose a government, of its country",
}
"""How the mentions of a referent were joined, by `Referent.reason`."""


def passage(page: Page, span: Span) -> Passage:
    """The words at `span`."""
    return Passage(span.start, span.end, page.text(span))


def behind(page: Page, sentence: Sentence, marks: Marks) -> Behind:
    """Names and mentions, times, and attributions whose cue (or, without one, first words) stand in the sentence."""
    return Behind(
        tuple(sorted(_mentions(page, sentence), key=lambda m: (m.words.start, m.words.end))),
        tuple(_timed(page, t) for t in page.times_in(sentence.span)),
        tuple(_attributed(page, a, marks) for a in _placed(page).get(sentence.first, ())),
    )


def place(attribution: Attribution) -> Span:
    """Where an attribution stands: its cue, or without one the first words said."""
    return attribution.cue or attribution.contents[0]


@once
def _placed(page: Page) -> Mapping[int, Sequence[Attribution]]:
    """The attributions by the first token of the sentence that holds their place."""
    found: defaultdict[int, list[Attribution]] = defaultdict(list)
    for attribution in page.reading.attributions:
        sentence = page.sentence_at(place(attribution).start)
        if sentence is not None and sentence.span.covers(place(attribution)):
            found[sentence.first].append(attribution)
    return found


def _mentions(page: Page, sentence: Sentence) -> Iterator[Referring]:
    found = page.mentions_in(sentence.span)
    yield from (_referring(page, mention, referent) for mention, referent in found)
    for name in dict.fromkeys(filter(None, map(page.name_at, range(sentence.first, sentence.last)))):
        if name.first >= sentence.first and not any(m.first < name.last and name.first < m.last for m, _ in found):
            yield _unknown(page, name)


def _referring(page: Page, mention: Mention, referent: Referent) -> Referring:
    name = page.name_at(mention.head)
    why = "; ".join(filter(None, (FORMS.get(mention.form), JOINED.get(referent.reason, referent.reason))))
    words = passage(page, mention.span)
    kind = f"{name.kind} → {referent.kind}" if name else referent.kind
    return Referring(words, mention.form, kind, referent.name, referent.country, why)


def _unknown(page: Page, name: Name) -> Referring:
    return Referring(passage(page, name.span), "name", name.kind, "", "", "no person, side, body or place by the rules")


def _timed(page: Page, timex: Timex) -> Timed:
    rule, _, why = timex.rule.partition(": ")
    return Timed(passage(page, timex.span), timex.type, timex.value, timex.candidates[1:], rule, why)


def _attributed(page: Page, attribution: Attribution, marks: Marks) -> Attributed:
    spans = [("source", attribution.source), ("cue", attribution.cue)]
    spans += [("content", content) for content in attribution.contents]
    pieces = (
        Piece(part, passage(page, span), relation(page, span), marks.around(span) is not None)
        for part, span in spans
        if span is not None
    )
    return Attributed(attribution.mode, attribution.made_by, tuple(pieces))


def relation(page: Page, span: Span) -> str:
    """How words hang in the sentence: `nsubj of “said”`, or `root`."""
    inside = page.tokens_in(span)
    head = page.top(inside)
    if head < 0 or page.head(head) < 0:
        return "root"
    return f"{page.tokens[head].deprel} of “{page.tokens[page.head(head)].text}”"
