"""What talks are about or made of: documents, truces, meetings."""

from communique.claims.clauses import noun_lemma
from communique.lexicon.documents import document_classes
from communique.lexicon.steps import step_kinds
from communique.model.page import Page


def is_substance(page: Page, token: int) -> bool:
    """True for nouns that talks are about or made of: documents, truces, meetings."""
    lemma = noun_lemma(page, token)
    return page.tokens[token].upos in ("NOUN", "PROPN") and bool(
        document_classes(lemma) or "meeting" in step_kinds(lemma)
    )
