"""Words for plans, agreements and the like, and for what becomes of them."""

from communique.lexicon.word_classes import classes

STATUSES = (
    "floated",
    "submitted",
    "under_discussion",
    "revised",
    "agreed",
    "signed",
    "in_force",
    "rejected",
    "violated",
    "collapsed",
)
"""The statuses of a proposal in the annotation guide, in the order a proposal usually goes through them."""


def document_classes(lemma: str) -> tuple[str, ...]:
    """What kinds of document a noun may mean ("accord": agreement); () when it means none."""
    return classes("documents").get(lemma, ())


def status_classes(verb: str) -> tuple[str, ...]:
    """The statuses a verb may give its object ("sign": signed); () for none."""
    return classes("document_statuses").get(verb, ())


def made_classes(lemma: str) -> tuple[str, ...]:
    """What kinds of document a noun means where one makes or settles it ("note": draft); () for none."""
    return classes("documents_made").get(lemma, ())


def makes(verb: str) -> tuple[str, ...]:
    """What a verb does with a document: authoring (whose it is, does it), settling, proposing; () for none of these."""
    return classes("document_verbs").get(verb, ())
