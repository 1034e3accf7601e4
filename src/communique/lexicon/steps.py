"""Words for what is to come: kinds of step, and the words that announce one."""

from communique.lexicon.word_classes import classes

KINDS = ("meeting", "travel", "decision", "document", "deadline", "action", "other")
"""The kinds of next step in the annotation guide."""

MODALITIES = ("scheduled", "planned", "expected", "promised", "threatened", "possible", "demanded")
"""The modalities of the annotation guide, firmest first."""


def step_kinds(lemma: str) -> tuple[str, ...]:
    """The kinds of step a verb or noun may name ("fly": travel); () for an action like any other."""
    return classes("steps").get(lemma, ())


def modalities(lemma: str) -> tuple[str, ...]:
    """How a word announces what follows it ("vow": promised, threatened); () when it announces nothing."""
    return classes("futures").get(lemma, ())
