"""Where a report speaks of a contact of parties: nouns ("talks", "phone call") and verbs ("met", "flew to")."""

from dataclasses import dataclass

from communique.claims.meetings.papers import lacks_paper
from communique.claims.meetings.sitters import sees_somebody
from communique.claims.meetings.syntax import preposition
from communique.claims.meetings.travel import are_moved, form_of_travel, is_homeward
from communique.lexicon.encounters import LONGEST_NOUN, bodies, first_words, last_words, nouns, verbs
from communique.model.page import Page, once

ROUNDS = frozenset(
    {
        "round",
        "series",
        "session",
        "sitting",
        "instalment",
        "installment",
        "cycle",
        "set",
        "stage",
        "phase",
        "spate",
        "string",
    }
)
ROUNDS |= {"minute", "hour", "day", "week", "month"}
"""Nouns that count meetings: with "of talks" they are the meeting."""

REMOTE = {"phone": "call", "telephone": "call", "video": "video", "videolink": "video", "videoconference": "video"}
REMOTE_REACH = 10
"""So many words after the trigger "by phone" may stand."""

VIRTUAL = {"virtual": "video", "online": "video", "remote": "video", "telephonic": "call", **REMOTE}
"""Adjectives and nouns before a meeting that nobody travels to."""

LINES = frozenset({"phone", "telephone", "blower", "hotline", "line"})
"""What one is on who speaks to somebody far away."""

CALLS = {"call": "call", "teleconference": "video", "videoconference": "video"}

CONSULTING = frozenset({"consultation", "consultations"})
HOMEWARD = frozenset({"recall", "return", "summon"})
"""What brings an envoy home."""

SPOKEN = frozenset({"speak", "talk", "converse", "conversation", "discuss", "tell", "brief"})
"""Words for a contact that may be by telephone where nothing else is said."""

GATHERING = frozenset({"gather", "assemble"})
"""Verbs of what crowds do as well."""

PLURAL_ONLY = frozenset({"talk", "contact"})

TRAVEL = frozenset({"visit", "shuttle"})
"""Formats of travel."""


@dataclass(frozen=True, slots=True, order=True)
class Trigger:
    """A word that stands for a meeting.

    `token` is its head word; `outer` the noun that governs it in "a round of talks", else `token` itself; `weak` marks
    words that mean a contact of parties only where both sides are said, `spoken` those that may be by telephone.
    """

    token: int
    outer: int
    format: str
    verbal: bool
    weak: bool = False
    spoken: bool = False

    @property
    def is_journey(self) -> bool:
        """True for a verb of travel."""
        return self.verbal and self.format in TRAVEL

    @property
    def heads(self) -> tuple[int, ...]:
        """The words that arguments may hang on."""
        return (self.token,) if self.token == self.outer else (self.outer, self.token)


@once
def triggers(page: Page) -> tuple[Trigger, ...]:
    """Every trigger of a page, in text order."""
    words = (number for number in page.telling_tokens() if page.tokens[number].upos in _AT)
    found = (_AT[page.tokens[number].upos](page, number) for number in words)
    return tuple(trigger for trigger in found if trigger is not None)


@once
def contacts(page: Page) -> frozenset[int]:
    """The words that stand for meetings anywhere in the report."""
    return frozenset(head for trigger in triggers(page) for head in trigger.heads)


def _noun(page: Page, number: int) -> Trigger | None:
    token = page.tokens[number]
    if token.text.casefold() not in last_words() and token.lemma.casefold() not in last_words():
        return None
    format_ = _noun_format(page, number)
    if format_ in ("", "-") or _is_modifier(page, number) or _is_state_of_affairs(page, number):
        return None
    if _is_in_name(page, number) or (format_ == "call?" and _demands(page, number)):
        return None
    if token.lemma.casefold() in CONSULTING and _is_called_home(page, number):
        return None
    if token.lemma.casefold() in LINES and not _is_on_line(page, number):
        return None
    counted = _counted(page, number)
    if not all(_is_contact_word(page, n) or _is_body(page, n) for n in counted):
        return None
    if token.lemma.casefold() in PLURAL_ONLY and token.text.casefold()[-1] != "s":
        return None
    form = _remote(page, number, format_.rstrip("?"))
    is_weak = format_.endswith("?") or bool(counted)
    return Trigger(number, _outer(page, number), form, False, is_weak, _is_spoken(page, number))


def _counted(page: Page, number: int) -> list[int]:
    """What a word such as "round" counts: "a round of voting"."""
    if page.tokens[number].lemma.casefold() not in ROUNDS:
        return []
    inner = page.children(number, "nmod")
    return [n for n in inner if any(page.tree.folded[c] == "of" for c in page.children(n, "case"))]


def _is_contact_word(page: Page, number: int) -> bool:
    token = page.tokens[number]
    return not last_words().isdisjoint((token.text.casefold(), token.lemma.casefold()))


def _is_body(page: Page, number: int) -> bool:
    """True for what sides sit in: "a session of the joint commission"."""
    return page.tokens[number].lemma.casefold() in bodies()


def _is_state_of_affairs(page: Page, number: int) -> bool:
    """True for "under discussion" and "take note of", which tell of no contact."""
    before = page.tokens[number - 1] if number > 0 else None
    return before is not None and (before.text.casefold() == "under" or before.lemma.casefold() == "take")


def _is_called_home(page: Page, number: int) -> bool:
    """True for what an envoy is called home for: "recalled its ambassador for consultations"."""
    above = page.head(number)
    if above < 0 or preposition(page, number) != "for" or page.children(number, "nmod"):
        return False
    return page.tokens[above].lemma.casefold() in HOMEWARD or is_homeward(page, above, "home", "back")


def _is_in_name(page: Page, number: int) -> bool:
    """True within the name of a body: "the Permanent Court of Arbitration"."""
    name = page.name_at(number)
    return name is not None and name.kind == "ORG" and page.top(range(name.first, name.last)) != number


def _demands(page: Page, number: int) -> bool:
    """True for "called for a truce", "calls to withdraw", "called on both sides to": nobody is on the telephone."""
    following = page.tokens[number + 1] if number + 1 < len(page.tokens) else None
    if following is not None and (following.text.casefold() == "for" or following.xpos == "TO"):
        return True
    if page.tokens[number].upos == "VERB" and following is not None and following.text.casefold() in ("on", "upon"):
        return any(page.tokens[c].xpos == "VB" for c in page.children(number, "xcomp", "advcl", "ccomp"))
    return any(preposition(page, c) == "for" for c in page.children(number, "obl", "nmod"))


def _is_on_line(page: Page, number: int) -> bool:
    """True for "was on the telephone to", where no verb of speaking tells of the call."""
    head = page.head(number)
    is_told = head >= 0 and page.tokens[head].lemma.casefold() in first_words()
    return tuple(page.tree.folded[max(0, number - 2) : number]) in (("on", "the"), ("over", "the")) and not is_told


def _is_spoken(page: Page, number: int) -> bool:
    """True for "spoke" and "conversations", but not for "talks"."""
    token = page.tokens[number]
    return token.lemma.casefold() in SPOKEN and (token.upos == "VERB" or token.lemma.casefold() == "conversation")


def _remote(page: Page, number: int, format_: str) -> str:
    """The format, or call or video for words "by phone" or "by video link"; "call?" without them is no contact."""
    if format_ in ("talks", "meeting", "summit") and (told := _described(page, number)):
        return told
    is_spoken = format_ == "meeting" and page.tokens[number].lemma.casefold() in SPOKEN
    if format_ not in ("talks", "call?") and not is_spoken:
        return format_
    for at in range(number + 1, min(page.sentence_of(number).last, number + REMOTE_REACH)):
        before = page.tokens[at - 1].text.casefold()
        if before in ("by", "the", "via", "over", "on"):
            found = REMOTE.get(page.tokens[at].text.casefold())
            if found:
                return found
    return format_


def first_told(page: Page, verb: int) -> int:
    """The verb, or the same one that it is joined to: "spoke by phone and will speak again"."""
    before = page.head(verb) if page.tokens[verb].deprel == "conj" else verb
    return before if page.tokens[before].lemma == page.tokens[verb].lemma else verb


def _described(page: Page, number: int) -> str:
    """Call or video for "virtual talks", "met in a conference call", or ""."""
    before = (page.tokens[c].text.casefold() for c in page.children(number, "amod", "compound") if c < number)
    inside = (page.tokens[c].lemma.casefold() for c in page.children(number, "obl"))
    return next((VIRTUAL[w] for w in before if w in VIRTUAL), "") or next((CALLS[w] for w in inside if w in CALLS), "")


def _noun_format(page: Page, number: int) -> str:
    """The format of the longest known phrase that ends in token `number`."""
    for size in range(LONGEST_NOUN, 0, -1):
        first = number - size + 1
        if first < 0:
            continue
        words = [t.text.casefold() for t in page.tokens[first:number]]
        last = page.tokens[number]
        for ending in (last.text.casefold(), last.lemma.casefold()):
            found = nouns().get(" ".join([*words, ending]))
            if found:
                return found
    return ""


def _is_modifier(page: Page, number: int) -> bool:
    """True for "meeting" in "meeting room" and for the first half of "summit meeting"."""
    token = page.tokens[number]
    return token.deprel.startswith(("compound", "flat", "fixed")) and token.head > number


def _outer(page: Page, number: int) -> int:
    head = page.head(number)
    is_counted = page.tokens[number].deprel.startswith("nmod") and 0 <= head < number
    return head if is_counted and page.tokens[head].lemma.casefold() in ROUNDS else number


def _verb(page: Page, number: int) -> Trigger | None:
    lemma = page.tokens[number].lemma.casefold()
    if lemma not in first_words() or page.tokens[number].deprel.startswith(("amod", "compound")):
        return None
    particle = page.child(number, "compound:prt")
    names = [f"{lemma} {page.tokens[particle].text.casefold()}"] if particle is not None else [lemma]
    names += [
        f"{lemma} {page.tokens[c].text.casefold()}"
        for c in (*_markers(page, number), *page.children(number, "obj", "advmod"))
    ]
    for name in sorted(names, key=len, reverse=True):
        known = verbs().get(name)
        form = _remote(page, first_told(page, number), known.format) if known is not None else ""
        if form == "visit":
            form = form_of_travel(page, number)
        if form and not form.endswith("?"):
            if lemma in GATHERING and are_moved(page, number):
                return None
            if lacks_paper(page, number) or (lemma == "see" and not sees_somebody(page, number)):
                return None
            if lemma == "call" and (_is_naming(page, number) or _demands(page, number) or _convenes(page, number)):
                return None
            return Trigger(number, number, form, True, False, _is_spoken(page, number))
    return None


def _adjective(page: Page, number: int) -> Trigger | None:
    """Who is due somewhere will come: "is due in Graustark on Friday"."""
    if page.tokens[number].text.casefold() != "due":
        return None
    form = form_of_travel(page, number)
    return Trigger(number, number, form, True) if form else None


def _is_naming(page: Page, number: int) -> bool:
    """True for "the islands, which Norway also claims and calls the Skerries", "called the decision illegal"."""
    token = page.tokens[number]
    if any(page.tokens[c].upos in ("ADJ", "NOUN", "PROPN") for c in page.children(number, "xcomp")):
        return True
    first = token.head if token.deprel == "conj" else number
    return page.tokens[first].deprel == "acl:relcl" and any(
        page.tokens[c].text.casefold() in ("which", "that") for c in page.children(first, "obj")
    )


def _convenes(page: Page, number: int) -> bool:
    """True for "a summit called by the president"."""
    noun = page.head(number) if page.tokens[number].deprel == "acl" else -1
    return noun >= 0 and page.tokens[number].xpos == "VBN" and page.tokens[noun].lemma.casefold() in nouns()


def _markers(page: Page, number: int) -> list[int]:
    """Prepositions and adverbs that directly follow a verb ("call on", "sit across from")."""
    return [number + 1] if number + 1 < len(page.tokens) and page.tokens[number + 1].upos in ("ADP", "ADV") else []


_AT = {"NOUN": _noun, "PROPN": _noun, "VERB": _verb, "ADJ": _adjective}
"""What finds a trigger at a word, by its part of speech."""
