"""Statements issued, briefings held for the press, and documents."""

from collections.abc import Iterator

from communique.claims.citations.found import Source, clause
from communique.claims.statements.phrases import DOCUMENTS, Phrase, phrase, written
from communique.lexicon import cues
from communique.lexicon.outlets import described, named_like, outlet
from communique.model.claim import Claim, Field
from communique.model.page import Page
from communique.model.span import Span

_KINDS = {
    "interview": "interview",
    "press_release": "press_release",
    "briefing": "press_release",
    "document": "document",
    "social_post": "social_post",
}


def texts(page: Page, said: tuple[Claim, ...]) -> Iterator[Source]:
    """The channels of statements that are texts or briefings, and documents that speak for themselves."""
    known: set[tuple[str, str]] = set()
    for statement in said:
        author = statement.field("speaker")
        if author is None or statement.made_by == "statements.issued":
            continue
        document = _document(page, statement)
        if document is not None:
            yield document
        channel = statement.field("channel")
        kind = _KINDS.get(_kind(channel[0]), "") if channel is not None else ""
        if channel is not None and not kind:
            yield from _interview(page, author, channel[1])
        if channel is not None and kind == "social_post" and _network(page, channel[1]):
            continue
        if kind == "document" and outlet(author[0]) is not None:
            continue
        if channel is not None and kind and document is None:
            passed_on = _text_of(page, channel[1]) if kind == "press_release" else None
            if passed_on is not None and passed_on[1][0] != author[0]:
                yield Source(passed_on[0], kind, passed_on[1], "on_record", clause(page, passed_on[0][1]), "issued")
                continue
            whole = _as_source(page, statement, channel[1])
            again = whole is not None and whole.definite and (kind, author[0]) in known
            again = again or (_is_known(page, channel[1]) and any(k == kind for k, _ in known))
            cited = channel if whole is None or whole.definite else written(page, whole)
            known.add((kind, author[0]))
            if not again:
                yield Source(cited, kind, author, "on_record", clause(page, cited[1]), "issued")


def _is_known(page: Page, channel: Span) -> bool:
    """True for "according to the statement": one told of before."""
    first = page.tokens_in(channel).start
    is_bare = not page.children(first, "nmod", "acl", "compound", "amod")
    return is_bare and page.tree.folded[max(0, first - 3) : first] == ["according", "to", "the"]


def _text_of(page: Page, channel: Span) -> tuple[Field, Field] | None:
    """A text that somebody else gave out, and who: "X said, according to a statement by the foreign ministry"."""
    head = page.tokens_in(channel)[-1]
    for child in page.children(head, "nmod"):
        case = page.child(child, "case")
        issuer = page.referent_of_head(child) if child > head else None
        if case is None or page.tokens[case].text.casefold() not in {"by", "from"} or issuer is None:
            continue
        if issuer.kind in {"party", "body", "person"}:
            found = phrase(page, page.subtree_span(head, without=("case", "appos", "acl", "punct")))
            whole = page.span(found.first if found else head, max(page.subtree(child, without=("appos", "acl"))) + 1)
            return (page.text(whole), whole), (issuer.name, page.span(child, child + 1))
    return None


def _interview(page: Page, author: Field, channel: Span) -> Iterator[Source]:
    """An interview with an outlet that nobody listed: "interview with Ekho Torvik"."""
    _, _, name = page.text(channel).partition("interview with ")
    bare = name.removeprefix("the ")
    place = Span(channel.end - len(bare), channel.end) if bare else channel
    tokens = page.tokens_in(place)
    named = bool(bare) and all(page.tokens[t].upos == "PROPN" for t in tokens)
    if named and not page.mentions_in(place, "person", "party") and not _listed(page, tokens):
        yield Source((bare, place), "interview", author, "on_record", clause(page, place), "issued")


def _listed(page: Page, tokens: range) -> bool:
    """Whether an outlet of the lexicon is named among tokens: it is a source already."""
    whole = page.words(tokens.start, tokens.stop)
    return named_like(whole) is not None or any(
        outlet(page.words(first, last)) is not None
        for first in tokens
        for last in range(first + 1, tokens.stop + 1)
        if page.tokens[first].text[:1].isupper()
    )


def _as_source(page: Page, statement: Claim, channel: Span) -> Phrase | None:
    """The phrase of a text that is itself the source: "a statement released by the ministry said …"."""
    source = statement.argument("source")
    return phrase(page, source.evidence.span) if source is not None and source.evidence.span.covers(channel) else None


def _document(page: Page, statement: Claim) -> Source | None:
    """A document as the source of a statement: "a diplomatic note", "Israeli tallies", "reports"."""
    source, speaker = statement.field("source"), statement.field("speaker")
    found = phrase(page, source[1]) if source is not None else None
    if found is None or speaker is None or DOCUMENTS.get(found.lemma) != "document":
        return None
    unowned = statement.get("speaker_kind") == "text"
    if found.definite or outlet(speaker[0]) is not None:
        return None
    name, place = written(page, found)
    kind = described(name) or ("newspaper" if unowned and found.word == "reports" else "document")
    by = None if unowned else speaker
    return Source((name, place), kind, by, "on_record" if by else "relayed", clause(page, place), "document")


def _network(page: Page, place: Span) -> bool:
    """Whether the sentence names the network, which is cited then instead of "a post"."""
    sentence = page.sentence_at(place.start)
    words = page.tokens[sentence.first : sentence.last] if sentence else ()
    found = [outlet(w.text) for w in words if w.text[:1].isupper() and not w.span.overlaps(place)]
    return any(f is not None and f.kind == "social_post" for f in found)


def _kind(channel: str) -> str:
    """The kind of a channel by its last words; "interview with …" is no text, a network is cited by its name."""
    if channel[:1].isupper() and not channel.isupper() and outlet(channel) is not None:
        return ""
    words = channel.casefold().split()
    known = cues.channels()
    if "with" in words or channel.casefold() in ("tweeted", "retweeted"):
        return "social_post" if len(words) == 1 else ""
    return next((known[k] for i in range(len(words)) if (k := " ".join(words[i:])) in known), "")
