"""What nobody has said, or not yet: "will urge", "is expected to call for", "Has he ruled out …?"."""

from communique.language.quotations.cues import Hit
from communique.language.quotations.edges import words_of
from communique.model.page import Page

_MODAL = frozenset({"will", "may", "might", "could", "should", "must", "can", "shall", "'ll", "’ll"})
_OPEN = frozenset(
    "allow appear attempt enable expect fail have intend likely mean opportunity prepare refuse require schedule seek "
    "seem set try want yet".split()
)
"""Words that leave open whether what "to" leads to is done: "is expected to say", "has yet to say"."""
_WEIGHING = frozenset({"consider", "contemplate", "mull", "weigh", "avoid", "resist", "stop"})
"""Verbs whose participle nobody has uttered: "is considering urging"."""
_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "seldom", "rarely", "hardly", "scarcely"})
_HANGING = frozenset({"xcomp", "acl", "advcl", "conj"})
_MOST_STEPS = 4


def negated(page: Page, hit: Hit) -> bool:
    """Whether a word of denial stands with a cue: "did not say", "stopped short of saying", "has rarely called for"."""
    words = {page.tokens[c].text.casefold() for c in page.children(hit.head, "advmod", "det", "cc")}
    before = [t.text.casefold() for t in page.tokens[max(0, hit.head - 2) : hit.head]]
    return before == ["short", "of"] or bool(words & _NEGATIVE) or bool(set(before) & _NEGATIVE)


def unsaid(page: Page, hit: Hit) -> bool:
    """Whether a cue is in the future, only possible, asked about, or hangs on a verb that leaves it open."""
    if words_of(page, hit.head, "aux") & _MODAL or _asked(page, hit):
        return True
    at = hit.head
    for _ in range(_MOST_STEPS):
        token = page.tokens[at]
        marks = words_of(page, at, "mark")
        if token.head < 0 or token.deprel not in _HANGING or "by" in marks or page.child(at, "nsubj") is not None:
            return False
        if token.xpos == "VBG" and token.deprel == "xcomp" and page.tokens[token.head].lemma.casefold() in _WEIGHING:
            return True
        infinitive = token.deprel in ("xcomp", "acl") and "to" in marks
        if infinitive and page.tokens[token.head].lemma.casefold() in _OPEN:
            return True
        at = token.head
    return False


def _asked(page: Page, hit: Hit) -> bool:
    """Whether it is a question if something was said: "Has the minister ruled out a call?", "Who said so?"."""
    sentence = page.sentence_of(hit.head)
    if "?" not in page.tokens[sentence.last - 1].text:
        return False
    subject = page.child(hit.head, "nsubj")
    if subject is None:
        return False
    inverted = any(aux < subject for aux in page.children(hit.head, "aux"))
    return inverted or page.tokens[subject].text.casefold() in ("who", "what")
