"""Whom somebody replaces: "replacing Y", "succeeds Y", "to succeed Y", "in place of Y"."""

from communique.claims.changes.persons import Changed, is_passive, mentioned, titled
from communique.claims.changes.triggers import Trigger
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.reading import Sentence

STARTS = frozenset({"appointed", "elected", "other", "replaced"})


def replaced_by(page: Page, sentence: Sentence, trigger: Trigger, changed: Changed) -> Field | None:
    """The person who held the office before, where the sentence names them."""
    if trigger.change not in STARTS:
        return None
    if trigger.change == "replaced" and is_passive(page, trigger.first):
        subject = page.child(trigger.first, "nsubj")
        before = mentioned(page, subject) if subject is not None else None
        return before.name if before is not None else None
    for at in range(sentence.first, sentence.last):
        lemma = page.tokens[at].lemma.casefold()
        if lemma not in {"replace", "succeed", "supplant"} or page.tokens[at].upos != "VERB":
            continue
        near = titled(page, at + 1, sentence.last)
        target = near if near >= 0 else page.child(at, "obj")
        found = mentioned(page, target) if target is not None else None
        if found is not None and found.name[0] != changed.name[0]:
            return found.name
    return None
