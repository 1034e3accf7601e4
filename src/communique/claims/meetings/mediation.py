"""Who stands between the sides by the words beside a name: "mediated by Norway", "Norwegian-brokered", "the host"."""

from functools import cache
from itertools import islice, takewhile

from communique.claims.meetings.syntax import preposition
from communique.claims.meetings.triggers import Trigger, contacts
from communique.lexicon.encounters import governors
from communique.model.page import Page, once
from communique.model.reading import Token

BETWEEN = frozenset(
    {"mediate", "broker", "facilitate", "moderate", "sponsor", "oversee", "supervise", "chair", "convene", "shuttle"}
)
LED = BETWEEN | {"lead", "organize", "organise", "arrange", "host", "support"}
"""What follows a name and a hyphen before talks: "Ruritania-led talks"."""

GOVERNMENTS = frozenset({"government", "administration", "regime", "cabinet", "junta"})
"""Whose head is not there where they are."""

ATTENDING = frozenset({"attend", "join", "lead", "head"})
"""Verbs with "by" of those who are there."""

HOSTING = frozenset({"host", "co-host"})
WATCHING = frozenset({"observer", "guarantor"})
NOUNS = frozenset(
    {"mediator", "mediation", "intermediary", "facilitator", "facilitation", "moderator", "broker", "auspices"}
    | WATCHING
)
MEDIATORS = frozenset({"mediator", "intermediary", "facilitator"})
HOSTS = frozenset({"host", "hosts"})
LIST = frozenset({"PROPN", "NOUN", "ADJ", "DET", "CCONJ", "PUNCT", "NUM", "ADP"})
"""Parts of speech between "by" and the last name of a list."""

SERVING = frozenset({"serve", "act", "attend", "participate", "join", "function", "sit"})
"""Verbs with "as" of what somebody is at a contact."""
AUSPICES = frozenset({"auspices", "mediation", "patronage", "sponsorship", "facilitation", "supervision"})
MOST_STEPS = 5
"""So many steps up the tree a name may stand below "presence" or "invitation"."""

HYPHENS = frozenset({"-", "‐", "‑", "–"})
JOINING = frozenset({",", "and", "or", "/", "-", "–"})
EFFORTS = frozenset({"try", "seek", "help", "work", "struggle"})
"""Verbs before a verb of mediating: "has been trying to broker"."""

AS_WHAT = 4
"""So many words tell as what somebody is there: "as the main mediator"."""

REACH = 14
MARGIN = 6
"""So many words beside a sentence may still be looked at from a name in it."""


@cache
def _words() -> frozenset[str]:
    """All words, by lemma or as written, of which one must be near for any role that is told here."""
    mediating = {name for name, known in governors().items() if known.subject == "mediator"}
    return BETWEEN | LED | HOSTING | NOUNS | HOSTS | AUSPICES | mediating | {"together", "presence"}


@once
def _tells_roles(page: Page, first: int) -> bool:
    """False where the sentence that begins with token `first`, and what is next to it, has none of the words."""
    near = slice(max(0, first - MARGIN), page.sentence_of(first).last + MARGIN)
    lemmas = (t.lemma.casefold() for t in page.tokens[near])
    return not _words().isdisjoint(lemmas) or not _words().isdisjoint(page.tree.folded[near])


@once
def cue(page: Page, first: int, last: int) -> str:
    """The role that the words beside tokens `first` to `last` (half-open) give: mediator, host, or ""."""
    if not _tells_roles(page, page.sentence_of(first).first):
        return ""
    if _after_hyphen(page, last):
        return "mediator"
    role = _role_said(page, first, last)
    if role and role != "observer":
        return role
    listed = _past_list(page, last, page.sentence_of(first).last)
    return _after_by(page, first) or _before_verb(page, first, listed) or _beside_noun(page, first, last)


def mediators_of(page: Page, token: int) -> int | None:
    """The noun in "Ruritanian and Torvikan mediators", "mediators from Ruritania", whatever the tree hangs it on."""
    token = page.first_of_list(token)
    case = page.child(token, "case")
    is_before = page.tokens[token].deprel.startswith(("amod", "compound"))
    is_after = case is not None and page.tokens[case].text.casefold() in ("from", "of")
    noun = page.head(token) if is_before else case - 1 if case is not None and is_after else -1
    return noun if noun >= 0 and page.tokens[noun].lemma.casefold() in MEDIATORS else None


@once
def is_between(page: Page, trigger: Trigger, first: int, last: int) -> bool:
    """True where the words say of whose mediation this contact is: "mediated by Ruritania", "Ruritania-led talks"."""
    if not _tells_roles(page, page.sentence_of(first).first):
        return False
    told = any(_by_whom(page, head, first) or head in _after_hyphen(page, last) for head in trigger.heads)
    told = told or _is_patron(page, first, last) or _is_beside(page, first, last)
    return told or bool(_role_said(page, first, last)) or _is_attending(page, last - 1) or _is_called_so(page, last)


def _is_beside(page: Page, first: int, last: int) -> bool:
    """As in "with Ruritania mediating and Torvik as host"."""
    after = page.tokens[last : last + AS_WHAT]
    does = bool(after) and after[0].xpos == "VBG" and after[0].lemma.casefold() in BETWEEN | HOSTING
    as_what = after[1:] if after and after[0].text.casefold() == "as" else []
    is_so = any(t.lemma.casefold() in NOUNS | HOSTS for t in as_what)
    before = reversed(page.tokens[max(page.sentence_of(first).first, first - REACH) : first])
    verbless = takewhile(lambda t: t.upos != "VERB" or t.xpos == "VBG", before)
    return (does or is_so) and any(t.text.casefold() == "with" for t in verbless)


@once
def called(page: Page, first: int, last: int) -> int:
    """The noun that a name, or the list it stands in, is said to be: "X and Y are observers", "X served as the host";
    -1 for none.
    """
    top = page.first_of_list(page.top(range(first, last)))
    said = page.head(top) if top >= 0 and page.tokens[top].deprel == "nsubj" else -1
    if said < 0 or page.child(said, "cop") is not None:
        return said
    if page.tokens[said].lemma.casefold() not in SERVING:
        return -1
    return next((c for c in page.children(said, "obl", "xcomp", "advcl") if preposition(page, c) == "as"), -1)


def _role_said(page: Page, first: int, last: int) -> str:
    """What a name is said to be at a contact: mediator, host, observer, or "" where that is somebody's own."""
    noun = called(page, first, last)
    if noun < 0 or page.child(noun, "nmod:poss") is not None:
        return ""
    lemma = page.tokens[noun].lemma.casefold()
    if lemma in WATCHING:
        return "observer"
    return "host" if lemma in HOSTS else "mediator" if lemma in NOUNS else ""


@once
def mediates(page: Page, first: int, last: int) -> bool:
    """True where a verb beside a name says that somebody mediates, whatever the contact."""
    return _tells_roles(page, page.sentence_of(first).first) and "mediator" in (
        _after_by(page, first),
        _before_verb(page, first, last),
    )


def is_inviting(page: Page, token: int) -> bool:
    """True in "at the invitation of the Ruritanian minister", "at Ruritania's invitation"."""
    return _is_below(page, token, "invitation")


def _is_below(page: Page, token: int, noun: str) -> bool:
    """True for what hangs on a noun, with no verb between."""
    for at in islice(page.ancestors(token), MOST_STEPS):
        if page.tokens[at].upos == "VERB":
            return False
        if page.tokens[at].lemma.casefold() == noun:
            return True
    return False


def is_owner(page: Page, token: int) -> bool:
    """True for "the president's envoy", "the government of the president", not for "the president's visit" and "his
    plans to meet".
    """
    if _governs(page, token):
        return True
    head = page.head(token)
    is_beside = head in contacts(page) or bool(page.children(head, "acl"))
    return page.tokens[token].deprel.startswith("nmod:poss") and not is_beside


def _governs(page: Page, token: int) -> bool:
    """True in "the government of the president", "the president's Liberal government", whatever the tree says."""
    head = page.head(token)
    if head >= 0 and page.tokens[head].lemma.casefold() in GOVERNMENTS:
        deprel = page.tokens[token].deprel
        return deprel.startswith(("nmod:poss", "compound")) or preposition(page, token) == "of"
    mark = next((c for c in page.children(token, "case") if page.tokens[c].text.casefold() in ("'s", "’s")), None)
    after = page.tokens[mark + 1 : mark + 5] if mark is not None else []
    goes_on = takewhile(lambda t: t.upos in LIST and t.upos != "ADP", after)
    return any(t.lemma.casefold() in GOVERNMENTS for t in goes_on)


def _is_patron(page: Page, first: int, last: int) -> bool:
    """True in "under Ruritanian auspices", "through the mediation of Ruritania"."""
    near = range(max(0, first - 4), min(last + 1, len(page.tokens)))
    words = [page.tree.folded[n] for n in near if page.tokens[n].upos != "DET"]
    before, after = words[: -(last - first + 1)], words[-1:]
    adjective = before[-1:] in (["under"], ["through"]) and after[0] in AUSPICES
    return adjective or (before[-1:] == ["of"] and not AUSPICES.isdisjoint(before[-2:-1]))


def _is_called_so(page: Page, last: int) -> bool:
    """True in "with Ruritania as host", "Ruritania, acting as a mediator"."""
    words = [t.lemma.casefold() for t in page.tokens[last : last + 5] if t.upos not in ("DET", "PUNCT")]
    called = words[1:] if words[:1] in (["act"], ["serve"]) else words
    return called[:1] == ["as"] and not (HOSTS | NOUNS).isdisjoint(called[1:2])


def _is_attending(page: Page, token: int) -> bool:
    """True in "met in the presence of the Ruritanian envoy and the host"."""
    return _is_below(page, token, "presence")


def _by_whom(page: Page, noun: int, first: int) -> bool:
    """True for a name after "by" and a participle that the tree hangs on the noun."""
    return any(noun < verb < first for verb in page.children(noun, "acl")) and _after_by(page, first) == "mediator"


def attends(page: Page, first: int) -> bool:
    """True in "talks attended by the minister", "was joined by", "a delegation led by"."""
    return _verb_by(page, first) in ATTENDING


def _after_by(page: Page, first: int) -> str:
    """The end of "talks brokered by Ruritania, Graustark and the United Nations"."""
    verb = _verb_by(page, first)
    return "mediator" if verb == "together" else _role(verb) if verb else ""


@once
def _verb_by(page: Page, first: int) -> str:
    """The word before the "by" before a list of names, or ""."""
    start = page.sentence_of(first).first
    for number in range(first - 1, max(start, first - REACH), -1):
        token = page.tokens[number]
        if page.tree.folded[number] == "by" and number > start:
            return page.tokens[number - 1].lemma.casefold()
        if token.upos not in LIST or token.text in (".", ";", ":", "-"):
            return ""
    return ""


def _after_hyphen(page: Page, last: int) -> list[int]:
    """The contacts in "Ruritania-led peace talks", "U.N.-sponsored negotiations"."""
    after = [t.lemma.casefold() for t in page.tokens[last : last + 2]]
    if len(after) < 2 or after[0] not in HYPHENS or after[1] not in LED:
        return []
    return [n for n in range(last + 2, last + 6) if n in contacts(page)]


def _before_verb(page: Page, first: int, last: int) -> str:
    """In "with Ruritania mediating", "Ruritania is hosting", "Ruritania, which has mediated"."""
    end = page.sentence_of(first).last
    for number in range(last, min(end, last + 6)):
        token = page.tokens[number]
        found = _role(token.lemma.casefold()) if token.upos == "VERB" and not _is_suffered(page, number) else ""
        if found and page.children(number, "aux:pass"):
            return ""
        if found and _governs_no_party(page, number):
            return found
        if (token.upos == "VERB" and token.lemma.casefold() not in EFFORTS) or token.upos in ("NOUN", "PROPN"):
            return ""
    return ""


def _is_suffered(page: Page, verb: int) -> bool:
    """True for "mediated" without "has": what it stands beside is what was mediated."""
    return page.tokens[verb].xpos == "VBN" and page.tokens[verb - 1].lemma.casefold() != "have"


def _governs_no_party(page: Page, verb: int) -> bool:
    """False for "hosted his counterpart": a host of a person is a side."""
    target = page.child(verb, "obj")
    return target is None or page.name_at(target) is None


def _beside_noun(page: Page, first: int, last: int) -> str:
    """In "mediator Ruritania", "Ruritania's mediation", "the mediation of Ruritania", "Ruritanian and Torvikan
    mediators".
    """
    sentence = page.sentence_of(first)
    verb = next((n for n in range(last, min(sentence.last, last + 3)) if page.tokens[n].upos == "VERB"), last + 3)
    after = [
        page.tokens[n] for n in range(last, min(sentence.last, verb)) if page.tokens[n].upos not in ("PART", "DET")
    ]
    near_before = (page.tokens[n] for n in range(first - 1, max(sentence.first, first - 4), -1))
    before = [] if _is_parted(page, first) else takewhile(_goes_on, near_before)
    beside = (*_before_list(page, first, sentence.first), *_after_list(page, last, sentence.last))
    near = [t.lemma.casefold() for t in (*after[:2], *beside, *before)]
    if any(lemma in NOUNS for lemma in near):
        return "mediator"
    return "host" if any(lemma in HOSTS for lemma in near) and not _is_verb(page, sentence.first, sentence.last) else ""


def _is_parted(page: Page, first: int) -> bool:
    """True for a side in "mediation between Ruritania and", whatever stands before "between"."""
    return "between" in page.tree.folded[max(1, first - 2) : first]


def _after_list(page: Page, last: int, end: int) -> list[Token]:
    """The word after the names that a name is listed with."""
    at = _past_list(page, last, end)
    return [page.tokens[at]] if last < at < end else []


def _past_list(page: Page, last: int, end: int) -> int:
    """Past the names that a name is listed with, or `last`."""
    at = found = last
    while at < min(end, last + REACH) and _is_listing(page, at):
        at += 1
        found = at if page.name_at(at - 1) is not None else found
    return found


def _before_list(page: Page, first: int, start: int) -> list[Token]:
    """The word before the names that a name is listed with: "mediators (from) Ruritania, Graustark and the UN"."""
    at = first
    while at > max(start, first - REACH) and _is_listing(page, at - 1):
        at -= 1
    if at - 1 > start and page.word_before(at) in ("from", "of"):
        return [page.tokens[at - 2]]
    return [page.tokens[at - 1]] if start < at < first else []


def _is_listing(page: Page, token: int) -> bool:
    word = page.tree.folded[token]
    return page.name_at(token) is not None or word in JOINING or word == "the"


def _goes_on(token: Token) -> bool:
    """False where the words beside a name begin."""
    return token.upos != "PUNCT" and token.text.casefold() not in {"a", "an"}


def _is_verb(page: Page, first: int, last: int) -> bool:
    return any(page.tokens[n].lemma.casefold() in HOSTS and page.tokens[n].upos == "VERB" for n in range(first, last))


def _role(lemma: str) -> str:
    if lemma in BETWEEN:
        return "mediator"
    if lemma in HOSTING:
        return "host"
    known = governors().get(lemma)
    return "mediator" if known is not None and known.subject == "mediator" and lemma != "invite" else ""
