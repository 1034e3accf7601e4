"""Texts published as such: the sentences of a joint statement or readout are its authors' words."""

from collections.abc import Sequence

from communique.claims.statements.memory import Speaker
from communique.lexicon.countries import code_of
from communique.lexicon.issued import is_joint, text_kind
from communique.model.claim import Claim, Field, claim
from communique.model.page import Page
from communique.model.reading import Sentence
from communique.model.span import Span


def authors(page: Page) -> tuple[Speaker, ...]:
    """Whose text a page is, where it is published as such; () for a news report."""
    if text_kind(page.report.title) is None:
        return ()
    return tuple(Speaker(name, span, "party") for name, span in _authors(page))


def issued(page: Page, said: Sequence[Claim]) -> list[Claim]:
    """Direct statements of the authors, a run of sentences that no other statement interrupts being one."""
    kind = text_kind(page.report.title)
    if kind is None:
        return []
    written, name = authors(page), Span(*kind)
    taken = [a.evidence.span for c in said for a in c.arguments if a.role == "content"]
    return [
        _claim(page, author.as_field, run, (page.text(name), name)) for run in _runs(page, taken) for author in written
    ]


def _authors(page: Page) -> list[Field]:
    """The parties in the title of a joint text, else in its first sentence; of any other the state of its outlet."""
    outlet = page.report.outlet
    code = code_of(outlet) or code_of(outlet.removeprefix("The "))
    title = Span(0, page.report.title_end)
    if not is_joint(page.report.title):
        return [(code, title)] if code else _issuer(page, title)
    first = next((s.span for s in page.sentences if s.role == "body"), title)
    named = _parties(page, title)
    return named if len(named) > 1 else list(dict([*_parties(page, first), *named]).items())


def _issuer(page: Page, title: Span) -> list[Field]:
    """Whose words a title says they are: "Readout of President X's call", "Statement by the foreign ministry of Y"."""
    kind = text_kind(page.report.title)
    if kind is None or page.report.title[slice(*kind)].casefold() not in ("readout", "read-out", "statement"):
        return []
    for mention, referent in page.mentions_in(title, "person", "party"):
        if mention.start < kind[1]:
            continue
        words = [page.tokens[t].text.casefold() for t in page.tokens_in(Span(kind[1], mention.start))]
        side = referent.country if referent.kind == "person" else referent.name
        if words[:1] in (["of"], ["by"], ["from"]) and "and" not in words:
            return [(side, Span(mention.start, mention.end))] if side else []
    return []


def _parties(page: Page, place: Span) -> list[Field]:
    found: dict[str, Field] = {}
    for mention, referent in page.mentions_in(place, "party"):
        found.setdefault(referent.name, (referent.name, Span(mention.start, mention.end)))
    return list(found.values())


def _runs(page: Page, taken: Sequence[Span]) -> list[list[Sentence]]:
    runs: list[list[Sentence]] = [[]]
    for sentence in page.sentences:
        if sentence.role != "body":
            continue
        if any(sentence.span.overlaps(t) for t in taken):
            runs.append([])
        elif sentence.last - sentence.first > 4 and page.text(sentence.span) not in page.report.title:
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
