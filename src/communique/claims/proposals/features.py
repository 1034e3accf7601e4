"""What the scorers are told about a document: names of features that hold."""

from collections.abc import Iterator

from communique.claims.clauses import case, doers, modal, negated, noun_lemma, owners
from communique.claims.holders import Voices
from communique.claims.proposals.authorship import authors
from communique.claims.proposals.grouping import Document
from communique.claims.proposals.mentions import Mention
from communique.claims.proposals.naming import dated, full_name, governing, status_words
from communique.claims.proposals.status import is_done
from communique.lexicon.documents import document_classes
from communique.model.page import Page

CONTAINING = frozenset(
    "call contain cover demand detail envisage envision foresee include list offer outline propose provide require see "
    "set specify spell stipulate".split()
)
"""Verbs of what a document provides for."""
MANY = 4
CONDITIONAL = frozenset({"if", "unless", "whether", "would"})


def features(page: Page, voices: Voices, document: Document, rank: int) -> list[str]:
    """The features of one document; `rank` is its place by number of mentions among the report's documents."""
    return sorted(
        {
            *_noun(page, document),
            *_mentions(page, document, rank),
            *_name(page, document),
            *_life(page, voices, document),
            *_setting(page, voices, document),
        }
    )


def _noun(page: Page, document: Document) -> Iterator[str]:
    for mention in document.mentions:
        lemma = noun_lemma(page, mention.head)
        yield f"lemma={lemma}"
        for kind in mention.kinds:
            yield f"class={kind}"


def _mentions(page: Page, document: Document, rank: int) -> Iterator[str]:
    number = len(document.mentions)
    roles = {page.sentence_of(m.head).role for m in document.mentions}
    yield f"mentions={min(number, MANY)}"
    yield f"rank={min(rank, 3)}"
    yield f"title={'title' in roles}"
    yield f"mentions={min(number, MANY)}/title={'title' in roles}"
    share = document.first.name.start / max(1, len(page.report.text))
    yield f"place={'start' if share < 0.2 else 'end' if share > 0.7 else 'middle'}"


def _name(page: Page, document: Document) -> Iterator[str]:
    best = full_name(page, document)
    head = page.tokens[best.head]
    yield f"words={min(len(best.words), 4)}"
    yield f"tag={head.xpos}"
    yield f"proper={head.upos == 'PROPN'}"
    dets = [page.tokens[c].lemma.lower() for c in page.children(document.first.head, "det")]
    yield f"det={dets[0] if dets else 'none'}"
    yield f"number={any(c.isdigit() for c in page.text(best.name))}"
    for kind in best.kinds:
        yield f"class={kind}/{min(len(best.words), 2)}"
        yield f"class={kind}/{head.xpos}"
    for word in best.words:
        yield f"has={word}"


def _life(page: Page, voices: Voices, document: Document) -> Iterator[str]:
    yield f"authors={min(len(authors(page, voices, document)), 2)}"
    for mention in document.mentions:
        yield f"rel={page.tokens[mention.head].deprel}"
        for _, token in governing(page, mention.head):
            yield f"governor={page.tokens[token].lemma.lower()}"
            if modal(page, token):
                yield "modal"
    for status, relation, token in status_words(page, document):
        yield f"status={status}"
        yield f"status={status}/{relation}"
        yield f"status={status}/done={is_done(page, token)}"
    yield f"dated={dated(page, voices.dates, document) is not None}"


def _setting(page: Page, voices: Voices, document: Document) -> Iterator[str]:
    """How each mention stands in its clause: article, preposition, owner, speech, condition."""
    kinds = "/".join(sorted({kind for mention in document.mentions for kind in mention.kinds}))
    yield f"kinds={kinds}"
    yield f"kinds={kinds}/{min(len(document.mentions), MANY)}"
    for mention in document.mentions:
        yield from (f"any-det={page.tokens[c].lemma.lower()}" for c in page.children(mention.head, "det"))
        yield f"case={case(page, mention.head)}"
        yield f"owned={bool(owners(page, mention.head))}"
        yield f"not={negated(page, mention.head)}"
        statement = voices.statement(mention.head)
        yield f"said={statement.get('mode') if statement else 'no'}"
        above = (
            page.tokens[c].text.lower() for a in page.ancestors(mention.head) for c in page.children(a, "mark", "aux")
        )
        yield f"if={bool(CONDITIONAL & set(above))}"
        yield from _contents(page, mention)
        head = page.head(mention.head)
        if head >= 0:
            yield f"head={page.tokens[head].upos}/{page.tokens[mention.head].deprel.partition(':')[0]}"


def _contents(page: Page, mention: Mention) -> Iterator[str]:
    """Is it told what a document provides for, or is it itself what another document provides for?"""
    holding = [mention.head, *(page.head(c) for c in page.children(mention.head, "acl:relcl"))]
    for clause in (page.head(mention.head), *page.children(mention.head, "acl")):
        if clause < 0 or page.tokens[clause].lemma.lower() not in CONTAINING:
            continue
        subject = page.tokens[mention.head].deprel.startswith("nsubj") or page.head(clause) in holding
        yield "contains" if subject else "content"
        if not subject and any(document_classes(noun_lemma(page, d)) for d in doers(page, clause)):
            yield "content-of-document"
