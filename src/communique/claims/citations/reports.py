"""Reports of whoever: "amid media reports that the envoy was on his way"."""

from collections.abc import Iterator

from communique.claims.citations.found import Source, clause
from communique.model.page import Page

MEDIA = frozenset({"media", "news", "press"})
"""Whose reports are printed; "police reports" and "intelligence reports" are not."""
SUGGESTING = frozenset({"claim", "indicate", "say", "state", "suggest"})
OWNING = frozenset({"by", "from"})
AFTER = frozenset({"after", "amid", "following", "despite", "since", "with"})
"""Prepositions before reports that are the source; who denies reports or comments on them has it not from them."""


def reports(page: Page) -> Iterator[Source]:
    """Reports that nobody is said to have made, with a clause of what they tell."""
    for number, token in enumerate(page.tokens):
        if token.xpos != "NNS" or token.lemma.casefold() != "report" or not _is_source(page, number):
            continue
        if _tell(page, number) and _is_open(page, number):
            first = min([*page.children(number, "amod", "compound"), number])
            cited = page.span(first, number + 1)
            yield Source((page.text(cited), cited), "newspaper", None, "relayed", clause(page, cited), "reports")


def _is_source(page: Page, noun: int) -> bool:
    """True for "there are reports that", "after reports that"."""
    before = {page.tree.folded[c] for c in page.children(noun, "case")}
    return _there(page, noun) >= 0 or not AFTER.isdisjoint(before)


def _there(page: Page, noun: int) -> int:
    """The word that has the "there" of "there are reports": the noun or the verb above; -1 for none."""
    near = (noun, page.head(noun))
    return next((n for n in near if n >= 0 and page.child(n, "expl") is not None), -1)


def _tell(page: Page, noun: int) -> bool:
    """True for "reports that …", "reports which suggest …"."""
    there = _there(page, noun)
    clauses = page.children(noun, "acl", "ccomp") + (page.children(there, "ccomp") if there >= 0 else [])
    return any(_opens_with_that(page, c) or page.tokens[c].lemma.casefold() in SUGGESTING for c in clauses)


def _opens_with_that(page: Page, verb: int) -> bool:
    return any(page.tree.folded[c] == "that" for c in page.children(verb, "mark"))


def _is_open(page: Page, noun: int) -> bool:
    """False where the words say whose reports they are."""
    beside = page.children(noun, "compound", "nmod:poss", "det")
    owners = (c for c in beside if page.tokens[c].upos in ("PROPN", "PRON") or page.tree.folded[c] in ("the", "these"))
    after = (page.tree.folded[c] for n in page.children(noun, "nmod") for c in page.children(n, "case"))
    before = (page.tree.folded[c] for c in page.children(noun, "compound") if c < noun)
    return next(owners, None) is None and OWNING.isdisjoint(after) and MEDIA.issuperset(before)
