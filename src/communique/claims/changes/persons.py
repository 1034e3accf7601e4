"""Who changes office: subject or object of the trigger, whom "who", "he" and "his" stand for, whom "of" names."""

from dataclasses import dataclass

from communique.claims.changes.triggers import Trigger
from communique.claims.offices.people import people, person
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.reading import Sentence

APART = ("acl", "appos", "nmod", "conj", "parataxis", "advcl", "punct", "cc")


@dataclass(frozen=True, slots=True)
class Changed:
    """A person by the fullest name in the report, where tokens `first` to `last` (half-open) mention them."""

    name: Field
    first: int
    last: int


def who_changes(page: Page, sentence: Sentence, trigger: Trigger) -> tuple[Changed, ...]:
    """The persons whose office a trigger tells of, in text order; none where the report leaves them unnamed."""
    if trigger.person == "noun":
        return _of_noun(page, trigger.first)
    if trigger.person == "object" and not is_passive(page, trigger.first):
        return _all(page, page.child(trigger.first, "obj"))
    return _all(page, subject(page, trigger.first)) or _nearest(page, sentence, trigger)


def is_passive(page: Page, verb: int) -> bool:
    """True for "was appointed", and for a bare participle after its noun ("named as leader in 2015")."""
    if page.children(verb, "aux:pass", "nsubj:pass"):
        return True
    token = page.tokens[verb]
    return (
        token.xpos == "VBN"
        and token.deprel in {"acl", "amod", "advcl", "conj"}
        and not page.children(verb, "aux", "obj")
    )


def subject(page: Page, verb: int) -> int | None:
    """The subject of a verb: its own, the noun it describes, or its governor's."""
    seen = 0
    while verb >= 0 and seen < 4:
        own = page.child(verb, "nsubj")
        if own is not None and page.tokens[own].text.casefold() not in {"who", "which", "that"}:
            return own
        token = page.tokens[verb]
        if token.deprel.startswith("acl") and token.head >= 0:
            return token.head
        if token.deprel.split(":")[0] not in {"conj", "advcl", "xcomp", "ccomp"}:
            return None
        verb, seen = token.head, seen + 1
        if verb >= 0 and page.tokens[verb].upos in {"NOUN", "PROPN"}:
            return page.child(verb, "nsubj", "nmod:poss") if page.children(verb, "nsubj", "nmod:poss") else verb
    return None


def _of_noun(page: Page, noun: int) -> tuple[Changed, ...]:
    """As in "X's appointment", "the appointment of X", "his death"; "the party's appointment of X" names the object."""
    for relation in ("nmod", "nmod:poss"):
        for child in page.children(noun, relation):
            if relation == "nmod" and (page.tokens[child].deprel != "nmod" or not _is_of(page, child)):
                continue
            found = _all(page, child)
            if found:
                return found
    return ()


def _is_of(page: Page, token: int) -> bool:
    return any(page.tokens[c].text.casefold() == "of" for c in page.children(token, "case"))


def _all(page: Page, token: int | None) -> tuple[Changed, ...]:
    if token is None:
        return ()
    found = (mentioned(page, t) for t in page.conjuncts(token))
    return tuple(c for c in found if c is not None)


def mentioned(page: Page, token: int) -> Changed | None:
    """The person a noun phrase names or stands for."""
    inside = page.subtree(token, without=APART)
    for at in inside:
        name = page.name_at(at)
        if name is not None and name.kind == "PERSON":
            found = people(page, name.first, name.last)
            if found:
                return Changed(found[0].name, found[0].first, found[0].last)
    close = [c for c in page.children(token, "appos") if _is_person(page, c)]
    if close:
        named = person(page, *_bounds(page, close[0]))
        return Changed(named.name, named.first, named.last) if named else None
    return _referred(page, token)


def _is_person(page: Page, token: int) -> bool:
    name = page.name_at(token)
    return name is not None and name.kind == "PERSON"


def _bounds(page: Page, token: int) -> tuple[int, int]:
    name = page.name_at(token)
    return (name.first, name.last) if name else (token, token + 1)


def _referred(page: Page, token: int) -> Changed | None:
    found = page.referent_of_head(token) or (page.referent_at(token) if page.tokens[token].upos == "PRON" else None)
    if found is None or found.kind != "person":
        return None
    return Changed((found.name, page.tokens[token].span), token, token + 1)


def _nearest(page: Page, sentence: Sentence, trigger: Trigger) -> tuple[Changed, ...]:
    """The last person named before the trigger where nothing but auxiliaries, marks and "who" stand between."""
    before = people(page, sentence.first, trigger.first)
    if not before:
        return ()
    last = before[-1]
    between = page.tokens[last.last : trigger.first]
    if len(between) > 4 or any(t.upos not in {"AUX", "ADV", "PUNCT", "PRON"} for t in between):
        return ()
    return (Changed(last.name, last.first, last.last),)
