"""Whom somebody replaces: "replacing Y", "succeeds Y", "to succeed Y", "in place of Y", "after Y died"."""

from collections.abc import Iterator

from communique.claims.changes.persons import (
    Changed,
    is_passive,
    mentioned,
    person_before,
    subject,
    taken_instead,
    titled,
    who_changes,
)
from communique.claims.changes.triggers import ENDS, Trigger, triggers
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.reading import Sentence

STARTS = frozenset({"appointed", "elected", "other", "replaced"})
IN_PLACE, INSTEAD = ("in", "place", "of"), ("instead", "of")
LINKS = (IN_PLACE, ("over", "from"), ("the", "place", "of"), ("in", "succession", "to"), INSTEAD)
"""Words before the name of whom somebody replaces, besides verbs."""

TAKEN = frozenset({"over", "charge", "helm", "reins", "post", "place", "job", "seat"})
"""What is taken of whom somebody follows."""

REACH = 10
"""So many tokens after "took over" its "from" may stand."""

AFTER = frozenset({"after", "following", "since", "when"})


def replaced_by(page: Page, sentence: Sentence, trigger: Trigger, changed: Changed) -> Field | None:
    """The person who held the office before, where the sentence names them."""
    if trigger.change not in STARTS:
        return None
    if trigger.change == "replaced" and is_given(page, trigger):
        gone = _replaced(page, sentence, trigger.first)
        return gone.name if gone is not None else None
    rules = (_gone, _from, _left)
    found = (*_named(page, sentence), *(f for rule in rules for f in rule(page, sentence, trigger)))
    return next((f.name for f in found if f.name[0] != changed.name[0]), None)


def _replaced(page: Page, sentence: Sentence, verb: int) -> Changed | None:
    """The subject of "was replaced by Y", the object of "replaced X with Y"."""
    if not is_passive(page, verb):
        target = page.child(verb, "obj")
        return mentioned(page, target) if target is not None else None
    near, own = next(iter(person_before(page, sentence, verb)), None), subject(page, verb)
    return mentioned(page, own) if near is None and own is not None else near


def is_given(page: Page, trigger: Trigger) -> bool:
    """True where the subject does not take the office: "was replaced by Y", "replaced X with Y"."""
    sentence = page.sentence_of(trigger.first)
    return is_passive(page, trigger.first) or taken_instead(page, sentence, trigger.first) >= 0


def _named(page: Page, sentence: Sentence) -> Iterator[Changed]:
    """Whom a verb of replacing or words like "in place of" name."""
    for at in range(sentence.first, sentence.last):
        end = _link(page, at)
        near = titled(page, end, sentence.last) if end else -1
        if is_left(page, at) or (end and end < sentence.last and page.tokens[end].text.casefold() in {"him", "her"}):
            yield from (left_before(page, sentence, at) or ())
            continue
        target = near if near >= 0 else page.child(at, "obj") if end == at + 1 else None
        found = mentioned(page, target) if target is not None else None
        if found is not None:
            yield found


def is_left(page: Page, at: int) -> bool:
    """True at "in his place", "in her stead", and at "to the post"."""
    match page.tree.folded[at : at + 3]:
        case ["in", "his" | "her" | "their", "place" | "stead"]:
            return True
        case ["to", "the", "post" | "job" | "position" | "role"]:
            return True
    return False


def is_in_place(page: Page, at: int) -> bool:
    """True at "in place of" and "instead of"."""
    return tuple(page.tree.folded[at : at + 3]) == IN_PLACE or tuple(page.tree.folded[at : at + 2]) == INSTEAD


def _link(page: Page, at: int) -> int:
    """Where the words end that a replaced person's name can follow, or 0."""
    token = page.tokens[at]
    if token.lemma.casefold() in {"replace", "succeed", "supplant"} and token.upos == "VERB":
        return at + 1
    words = tuple(t.text.casefold() for t in page.tokens[at : at + 3])
    return next((at + len(link) for link in LINKS if words[: len(link)] == link), 0)


def left_before(page: Page, sentence: Sentence, before: int) -> tuple[Changed, ...]:
    """Who left an office as told last before a token, in its sentence or the one before."""
    earlier = page.sentence_before(sentence)
    for where in (sentence, earlier):
        told = [t for t in triggers(page, where) if t.first < before and t.change in ENDS] if where else []
        found = who_changes(page, where, told[-1])[-1:] if where and told else ()
        if found:
            return found
    return ()


def _left(page: Page, sentence: Sentence, trigger: Trigger) -> Iterator[Changed]:
    """As in "X resigned. Y takes over.": who left just before."""
    if page.tokens[trigger.first].lemma.casefold() == "take" and page.tokens[trigger.last - 1].text.casefold() in TAKEN:
        yield from left_before(page, sentence, trigger.first)


def _from(page: Page, sentence: Sentence, trigger: Trigger) -> Iterator[Changed]:
    """As in "took over the presidency from Y", "inherited the post from Y"."""
    if trigger.change != "other" or trigger.person != "subject":
        return
    for at in range(trigger.last, min(sentence.last, trigger.last + REACH)):
        if page.tokens[at].upos in {"VERB", "AUX", "PUNCT"}:
            return
        giver = titled(page, at + 1, sentence.last) if page.tokens[at].text.casefold() == "from" else -1
        found = mentioned(page, giver) if giver >= 0 else None
        if found is not None:
            yield found


def _gone(page: Page, sentence: Sentence, trigger: Trigger) -> Iterator[Changed]:
    """As in "took power after Y died", "was named envoy after Y's resignation"."""
    for end in triggers(page, sentence):
        if end.change in STARTS or trigger.first not in page.ancestors(end.first):
            continue
        if any(page.tokens[c].text.casefold() in AFTER for c in page.children(end.first, "mark", "case", "advmod")):
            yield from who_changes(page, sentence, end)
