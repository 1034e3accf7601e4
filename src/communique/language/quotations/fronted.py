"""Words that stand before their cue or around it: "The talks, he said, were useful."."""

from communique.language.quotations.cues import Hit
from communique.language.quotations.edges import DASHES, Stretch, body_end, skip_links, strip_right
from communique.model.page import Page

_STOPS = DASHES | {",", "?", "!", "”", '"', "'", "’"}
_CLAUSES = ("ccomp", "csubj", "parataxis")
_ASIDE = frozenset("without referring while as who in on and but after before".split())
_RELATIVE = frozenset({"which", "whom"})
_MOST_BETWEEN = 12


def fronted(page: Page, hit: Hit, subject: int | None) -> list[Stretch]:
    """What stands before ", she said", and what goes on behind it."""
    if not {"clause", "closing"} & hit.cue.takes or not beside(page, hit, subject):
        return []
    sentence = page.sentence_of(hit.head)
    left, right = _cue_clause(page, hit, subject)
    if left <= sentence.first or page.tokens[left - 1].text not in _STOPS:
        return []
    if page.tokens[left].text.casefold() in _RELATIVE:
        return []
    front = (sentence.first, strip_right(page, sentence.first, left))
    if _is_circumstance(page, hit, front):
        return []
    ends = all(page.tokens[t].upos == "PUNCT" for t in range(right, sentence.last))
    if "clause" not in hit.cue.takes and not ends:
        return []
    if not _governed(page, hit, left) and not (ends and _is_clause(page, front)):
        return []
    rest = _rest(page, hit, right, sentence.last)
    return [front, rest] if rest else [front]


def _is_circumstance(page: Page, hit: Hit, front: Stretch) -> bool:
    """Whether what stands before only tells when or where it was said: "During the meeting, she affirmed …"."""
    tops = [
        t for t in range(*front) if not front[0] <= page.tokens[t].head < front[1] and page.tokens[t].upos != "PUNCT"
    ]
    led = page.tokens[front[0]].upos == "ADP"
    return led and all(page.tokens[t].head == hit.head and page.tokens[t].deprel.startswith("obl") for t in tops)


def beside(page: Page, hit: Hit, subject: int | None) -> bool:
    """Whether a finite verb of saying stands right beside its subject: "she said", "said the envoy"."""
    if subject is None or page.tokens[hit.head].xpos in ("VBG", "VB", "VBN"):
        return False
    if subject > hit.head:
        phrase = page.subtree(subject, without=("acl", "appos", "parataxis"))
        return min(t for t in phrase if t > hit.head) - hit.last <= 2
    between = range(max(t for t in page.subtree(subject) if t < hit.head) + 1, hit.head)
    return all(page.tokens[t].upos in ("ADV", "AUX", "PUNCT") for t in between)


def _governed(page: Page, hit: Hit, left: int) -> bool:
    """Whether the tree ties the cue to the clause before it."""
    token = page.tokens[hit.head]
    tied = token.deprel.split(":")[0] in ("parataxis", "ccomp", "dep") and token.head >= 0
    return tied or any(c < left for c in page.children(hit.head, *_CLAUSES))


def _is_clause(page: Page, front: Stretch) -> bool:
    return any(page.tokens[t].upos in ("VERB", "AUX") for t in range(*front))


def _rest(page: Page, hit: Hit, right: int, end: int) -> Stretch | None:
    """The second part of a clause that its cue interrupts."""
    first, last = skip_links(page, right, end), body_end(page, end)
    if last - first < 2 or page.tokens[right].text not in DASHES | {","}:
        return None
    if page.tokens[first].xpos == "VBG" or page.tokens[first].text.casefold() in _ASIDE:
        return None
    heads = {a for t in range(first, last) for a in (t, *page.ancestors(t))}
    of_cue = any(page.tokens[t].head == hit.head for t in range(first, last))
    return (first, last) if page.tokens[hit.head].head in heads and not of_cue else None


def _cue_clause(page: Page, hit: Hit, subject: int | None) -> Stretch:
    """The tokens of "she said on Monday": cue, subject and small change."""
    tokens = [hit.head, hit.last - 1]
    for child in page.children(hit.head, "nsubj", "aux", "advmod", "obl", "obj", "iobj"):
        tokens += page.subtree(child)
    if subject is not None and abs(subject - hit.head) < _MOST_BETWEEN:
        tokens.append(subject)
    left, right = min(tokens), max(tokens) + 1
    for at in range(hit.head, left, -1):
        stop = page.tokens[at - 1].text in (",", "”", '"', "--", "—")
        apposed = subject is not None and subject < at - 1 and page.tokens[at - 1].text == ","
        if stop and not apposed:
            return at, right
    return left, right
