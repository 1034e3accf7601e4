"""Texts published as such: the sentences of a joint statement, readout or speech are its authors' words."""

import re
from collections.abc import Sequence

from communique.claims.statements.memory import Speaker
from communique.claims.statements.texts import Text, published
from communique.model.claim import Claim, Field, claim
from communique.model.page import Page
from communique.model.reading import Sentence
from communique.model.span import Span

_EDITORIAL = re.compile(r"\[(?:text|excerpts?|report|summary)\]\s*", re.IGNORECASE)


def authors(page: Page) -> tuple[Speaker, ...]:
    """Whose text a page is, where it is published as such; () for a news report."""
    text = published(page)
    return text.authors if text is not None else ()


def issued(page: Page, said: Sequence[Claim]) -> list[Claim]:
    """Direct statements of the authors, a run of sentences that no other statement interrupts being one."""
    text = published(page)
    if text is None:
        return []
    taken = [a.evidence.span for c in said for a in c.arguments if a.role == "content"]
    return [_claim(page, author.as_field, run, text) for run in _runs(page, text, taken) for author in text.authors]


def _runs(page: Page, text: Text, taken: Sequence[Span]) -> list[list[Sentence]]:
    runs: list[list[Sentence]] = [[]]
    for sentence in page.sentences:
        if not text.holds(sentence):
            continue
        if any(sentence.span.overlaps(t) for t in taken):
            runs.append([])
        elif sentence.last - sentence.first > 4 and page.text(sentence.span) not in page.report.title:
            runs[-1].append(sentence)
    return [r for r in runs if r]


def _unmarked(page: Page, span: Span) -> Span:
    """Without the mark of an editor before a text: "[Text] We have chosen this path."."""
    mark = _EDITORIAL.match(page.report.text, span.start, span.end)
    return Span(mark.end(), span.end) if mark is not None else span


def _claim(page: Page, author: Field, run: Sequence[Sentence], text: Text) -> Claim:
    parts = [(page.text(span), span) for span in (_unmarked(page, s.span) for s in run)]
    return claim(
        page.report,
        "statements",
        {"speaker": author, "mode": ("direct", run[0].span), "content": parts, text.lead: text.via},
        evidence=[run[0].span],
        made_by="statements.issued",
    )
