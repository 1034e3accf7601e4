"""Words that tell of an office changing hands, where the event is told as having happened."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.lexicon import changes as lexicon
from communique.lexicon.changes import ChangeVerb
from communique.model.page import Page
from communique.model.reading import Sentence

REACH = 8
"""So many tokens after a verb its "down" or "office" may stand."""

AGENT = 12
"""So many tokens after "was replaced" its "by" may stand."""

ENDS = frozenset({"resigned", "dismissed", "died"})
"""Changes by which somebody leaves an office."""

ANNOUNCING = frozenset({"say", "announce", "confirm", "tell", "declare", "state", "add"})
"""Verbs with which it is told that a seat will be given."""

DECIDING = frozenset({"decision"})
"""Nouns that say that what they are about has been settled: "the decision to appoint X"."""

POSTS = frozenset("office post job position seat government cabinet role duties ministry embassy".split())
"""What is quit or left when an office is."""

GAP = frozenset({"DET", "ADJ", "PRON", "ADV", "NUM", "NOUN", "PROPN", "PART"})

TEMPORAL = frozenset({"when", "after", "before", "since", "once", "while", "until"})
"""What opens a clause of time."""

CLAUSES = ("xcomp", "ccomp", "obj", "advcl", "acl", "nmod", "obl", "nsubj", "conj")
"""Relations through which a doubt about the governor reaches the event."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of a change: tokens `first` to `last` (half-open), the verb or noun at `first`.

    `person` says where who changes stands: subject, object (of an active verb), or noun (the trigger is one). `asks` is
    what else the report must tell for it to be a change, as in `lexicon.changes.ChangeVerb`.
    """

    first: int
    last: int
    change: str
    person: str
    asks: str = ""


def triggers(page: Page, sentence: Sentence) -> Iterator[Trigger]:
    """The changes that a sentence tells as facts, in text order."""
    for at in range(sentence.first, sentence.last):
        found = _verb(page, at, sentence.last) or _noun(page, at)
        if found is not None and (found.asks == "will" or is_real(page, at)):
            yield found


def _verb(page: Page, at: int, limit: int) -> Trigger | None:
    token = page.tokens[at]
    if token.upos not in {"VERB", "AUX"} and not token.xpos.startswith("VB"):
        return None
    for reading in sorted(lexicon.verbs().get(_lemma(page, at), ()), key=lambda r: r.asks != "will"):
        last = _phrase_after(page, at, limit, reading.needs) if reading.needs else at + 1
        if (
            last
            and not _is_of_something_else(page, at, reading)
            and (reading.asks != "will" or _is_announced(page, at))
        ):
            if reading.change == "replaced" and _has_no_successor(page, at, limit):
                return Trigger(at, last, "dismissed", "object", "office")
            if reading.asks == "ambassador" and _is_to_consult(page, at, limit):
                return Trigger(at, last, "other", reading.person, reading.asks)
            return Trigger(at, last, reading.change, reading.person, reading.asks)
    return None


def _has_no_successor(page: Page, at: int, limit: int) -> bool:
    """True for "was replaced in a reshuffle": a passive that does not say by whom or with whom."""
    if page.child(at, "aux:pass") is None:
        return False
    return not any(t.text.casefold() in {"by", "with"} for t in page.tokens[at + 1 : min(limit, at + 1 + AGENT)])


def _is_to_consult(page: Page, at: int, limit: int) -> bool:
    """True for "recalled its ambassador for consultations": the seat is left, not lost."""
    return any(t.lemma.casefold() == "consultation" for t in page.tokens[at:limit])


def _is_of_something_else(page: Page, at: int, reading: ChangeVerb) -> bool:
    """True where what is quit or resigned from is no office: "quit the talks"."""
    if reading.person != "subject" or reading.needs or reading.change == "replaced":
        return False
    target = page.child(at, "obj")
    posts = POSTS | lexicon.seat_nouns().keys()
    return target is not None and page.tokens[target].text.casefold() not in posts and page.time_at(target) is None


def _phrase_after(page: Page, at: int, limit: int, phrases: tuple[str, ...]) -> int:
    """Where the first of the phrases ends that stands shortly after a verb, no mark between; 0 where none does."""
    stop = min(limit, at + 1 + REACH)
    words = [page.tokens[t].text.casefold() for t in range(at + 1, stop)]
    for phrase in phrases:
        wanted = phrase.removeprefix("+").split()
        if phrase.startswith("+") and words[: len(wanted)] == wanted:
            return at + 1 + len(wanted)
        for start in range(0 if phrase.startswith("+") else len(words) - len(wanted) + 1):
            if words[start : start + len(wanted)] == wanted and _is_gap(page, at + 1, at + 1 + start):
                return at + 1 + start + len(wanted)
    return 0


def _is_announced(page: Page, at: int) -> bool:
    """True for "X will serve as", "X is to replace Y", "she said X would replace Y": the seat is given, though its time
    lies ahead.
    """
    before = [t.text.casefold() for t in page.tokens[max(0, at - 3) : at]]
    said = "would" in before[-2:] and _is_said(page, at)
    is_set = (
        bool({"will", "'ll", "’ll"} & set(before[-2:])) or before[-2:] == ["is", "to"] or before == ["is", "to", "be"]
    )
    return (is_set or said) and "not" not in before


def _is_said(page: Page, at: int) -> bool:
    """True for what somebody says will be, in a clause below "said" or before it."""
    above = page.head(at) if page.tokens[at].deprel == "ccomp" else page.child(at, "parataxis")
    return above is not None and above >= 0 and page.tokens[above].lemma.casefold() in ANNOUNCING


def _is_gap(page: Page, first: int, last: int) -> bool:
    """True for words that may stand between a verb and its "office": articles, adjectives, a short object."""
    return all(page.tokens[t].upos in GAP or page.tokens[t].deprel == "amod" for t in range(first, last))


def _noun(page: Page, at: int) -> Trigger | None:
    token = page.tokens[at]
    if token.upos not in {"NOUN", "PROPN"}:
        return None
    word = token.text.casefold()
    if word == "swearing" and [t.text.casefold() for t in page.tokens[at + 1 : at + 3]] == ["-", "in"]:
        return Trigger(at, at + 3, "other", "noun", "office")
    change = lexicon.nouns().get(word, "")
    return Trigger(at, at + 1, change, "noun", "office") if change else None


def is_real(page: Page, at: int) -> bool:
    """False under "would", "not", "if", "refuse", "demand", "that he be", in a question, and for most infinitives."""
    if page.tokens[at].xpos == "VB":
        implied = implying(page, at)
        if implied >= 0 and page.tokens[implied].upos == "NOUN":
            return True
        return implied >= 0 and page.tokens[implied].xpos != "VB" and is_real(page, implied)
    helpers = page.children(at, "aux", "mark", "advmod", "det", "amod", "cc")
    if any(_is_doubt(page, c) or page.tokens[c].text.casefold() == "be" for c in helpers):
        return False
    node, steps = at, 0
    while node >= 0 and steps < 3:
        head, relation = page.tokens[node].head, page.tokens[node].deprel.split(":")[0]
        if head < 0 or relation not in CLAUSES:
            break
        if page.tokens[node].deprel in {"acl:relcl", "parataxis"} or _is_aside(page, node):
            break
        is_temporal = _is_temporal(page, node)
        if is_temporal and _is_past(page, node):
            break
        if _is_doubt(page, head):
            return False
        if (is_temporal or relation in {"xcomp", "ccomp", "conj"}) and _is_modal(page, head):
            return False
        node, steps = head, steps + 1
    return not _is_question(page, at)


def _is_aside(page: Page, at: int) -> bool:
    """True for a participle behind a comma: "X, dismissed in May, denied it"."""
    return at > 0 and page.tokens[at].xpos == "VBN" and page.tokens[at - 1].text == ","


def _is_temporal(page: Page, at: int) -> bool:
    """True for a clause of time with a tense, which in the past is as real as it says: "when he took office"."""
    if page.tokens[at].xpos == "VBG" or not page.tokens[at].deprel.startswith("advcl"):
        return False
    return not TEMPORAL.isdisjoint(page.tree.folded[c] for c in page.children(at, "mark", "advmod") if c < at)


def _is_past(page: Page, at: int) -> bool:
    return any(page.tokens[t].xpos == "VBD" for t in (at, *page.children(at, "aux", "aux:pass")))


def implying(page: Page, at: int) -> int:
    """The word under which an infinitive has happened ("was forced to resign", "voted to remove", "the decision to
    appoint"); -1 without one.
    """
    token = page.tokens[at]
    if token.deprel.startswith("acl") and token.head >= 0 and _lemma(page, token.head) in DECIDING:
        return token.head
    head = token.head if token.deprel.split(":")[0] in {"xcomp", "advcl", "ccomp"} else -1
    if head < 0 or _lemma(page, head) not in lexicon.implying():
        return -1
    return -1 if any(_is_doubt(page, c) for c in page.children(at, "aux", "advmod")) else head


def _is_doubt(page: Page, token: int) -> bool:
    lemma, word = _lemma(page, token), page.tokens[token].text.casefold()
    return (
        lemma in lexicon.doubts()
        or word in lexicon.doubts()
        or word in {"not", "n't", "n’t", "never", "no", "to", "’ll", "'ll"}
    )


def _is_modal(page: Page, token: int) -> bool:
    return any(_is_doubt(page, c) for c in page.children(token, "aux", "mark", "advmod"))


def _is_question(page: Page, at: int) -> bool:
    sentence = page.sentence_of(at)
    return page.tokens[sentence.last - 1].text == "?"


def _lemma(page: Page, token: int) -> str:
    return page.tokens[token].lemma.casefold()
