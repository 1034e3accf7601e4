"""Texts published as such: the sentences of a joint statement or readout are its authors' words."""

from collections.abc import Sequence

from communique.lexicon.issued import is_joint, text_kind
from communique.model.claim import Claim, Field, claim
from communique.model.page import Page
from communique.model.reading import Sentence
from communique.model.span import Span


def issued(page: Page, said: Sequence[Claim]) -> list[Claim]:
    """Direct statements of the authors, a run of sentences that no other statement interrupts being one."""
    kind = text_kind(page.report.title)
    if kind is None:
        return []
    authors, name = _authors(page), Span(*kind)
    taken = [a.evidence.span for c in said for a in c.arguments if a.role == "content"]
    return [
        _claim(page, author, run, (page.text(name), name)) for run in _runs(page, taken) for author in authors
    ]


def _authors(page: Page) -> list[Field]:
    """The parties in the title of a joint text; else the state of the outlet that published it."""
    found: dict[str, Field] = {}
    first = page.sentences[1].end if len(page.sentences) > 1 else page.report.title_end
    for mention, referent in page.mentions_in(Span(0, first), "party"):
        found.setdefault(referent.name, (referent.name, Span(mention.start, mention.end)))
    return list(found.values()) if is_joint(page.report.title) else list(found.values())[:1]


def _runs(page: Page, taken: Sequence[Span]) -> list[list[Sentence]]:
    runs: list[list[Sentence]] = [[]]
    for sentence in page.sentences:
        if sentence.role != "body":
            continue
        if any(sentence.span.overlaps(t) for t in taken):
            runs.append([])
        elif sentence.last - sentence.first > 4:
            runs[-1].append(sentence)
    return [r for r in runs if r]


def _claim(page: Page, author: Field, run: Sequence[Sentence], via: Field) -> Claim:
    parts = [(page.text(s.span), s.span) for s in run]
    return claim(
        page.report,
        "statements",
        {"speaker": author, "mode": ("direct", run[0].span), "content": parts, "channel": via},
        evidence=[run[0].span],
        made_by="statements.issued",
    )
