"""What was said, from syntax: the clause that a cue governs, without "that", cue and speaker."""

from communique.language.quotations.cues import Hit
from communique.language.quotations.edges import Stretch, body_end, clause_end, skip_links, strip_right, words_of
from communique.language.quotations.fronted import fronted
from communique.language.quotations.objects import thing
from communique.model.page import Page

_CLAUSES = ("ccomp", "csubj")
_PLAIN = frozenset({"say", "add", "state", "declare"})
_NEAR = 12
"""So many words may stand between a cue and its "that" or colon."""


def complement(page: Page, hit: Hit, subject: int | None) -> tuple[list[Stretch], str]:
    """The stretches of tokens that a cue's words fill, and the name of the rule; no stretch when there is none."""
    if hit.form == "preposition":
        return _of_preposition(page, hit, subject), "according_to"
    if hit.form == "noun":
        return _of_noun(page, hit), "noun"
    if "closing" in hit.cue.takes:
        known = page.referent_of_head(subject) if subject is not None else None
        return fronted(page, hit, subject) if known is not None and known.kind == "person" else [], "closing"
    if hit.cue.takes & {"clause", "mental"}:
        for rule in (clause_after, fronted, plain):
            found = rule(page, hit, subject)
            if found:
                return found, rule.__name__
    return thing(page, hit, subject), "thing"


def clause_after(page: Page, hit: Hit, subject: int | None) -> list[Stretch]:
    """The clause behind a verb of saying."""
    clauses = [c for at in (hit.head, hit.last - 1) for c in page.children(at, *_CLAUSES) if c >= hit.last]
    if not clauses:
        return _after_that(page, hit) or _after_colon(page, hit)
    inside = [t for t in page.subtree(clauses[0]) if t >= hit.last]
    after_subject = subject + 1 if subject is not None and hit.last <= subject < inside[0] else hit.last
    first = skip_links(page, _after_place(page, hit, max(inside[0], after_subject)), inside[-1])
    last = clause_end(page, hit, inside[-1] + 1)
    return [(first, last)] if first < last else []


def _after_place(page: Page, hit: Hit, first: int) -> int:
    """Past what stands between a cue and its "that": "said in Oslo that"."""
    if page.tokens[first].upos != "ADP":
        return first
    for at in range(first + 1, min(page.sentence_of(hit.head).last, first + _NEAR)):
        token = page.tokens[at]
        if token.text.casefold() == "that" and token.upos == "SCONJ":
            return at + 1
        if token.upos in ("VERB", "AUX", "PUNCT"):
            break
    return first


def plain(page: Page, hit: Hit, subject: int | None) -> list[Stretch]:
    """Without help from the tree: what follows "said" to the end of the sentence."""
    if hit.cue.lemma not in _PLAIN or subject is None or subject > hit.head:
        return []
    first = skip_links(page, hit.last, page.sentence_of(hit.head).last)
    last = clause_end(page, hit, first + 1)
    by = first < last and page.tokens[first].text.casefold() == "by"
    return [(first, last)] if last - first >= 4 and not by else []


def _after_that(page: Page, hit: Hit) -> list[Stretch]:
    """Where the tree has no clause: what follows "that", to the end of the sentence."""
    sentence = page.sentence_of(hit.head)
    for at in range(hit.last, min(sentence.last, hit.last + _NEAR)):
        token = page.tokens[at]
        if token.text.casefold() == "that" and token.upos in ("SCONJ", "PRON"):
            last = clause_end(page, hit, at + 2)
            return [(at + 1, last)] if at + 2 < last else []
        if token.upos in ("VERB", "AUX") or token.text in (";", "."):
            return []
    return []


def _after_colon(page: Page, hit: Hit) -> list[Stretch]:
    """What follows a colon soon after the cue: "He asked: Why …"."""
    sentence = page.sentence_of(hit.head)
    for at in range(hit.last, min(sentence.last, hit.last + _NEAR)):
        if page.tokens[at].text == ":":
            return [(at + 1, body_end(page, sentence.last))] if at + 3 < sentence.last else []
    return []


def _of_noun(page: Page, hit: Hit) -> list[Stretch]:
    """What a noun's clause says: "the claim that …"."""
    for clause in page.children(hit.head, "acl", "ccomp"):
        inside = [t for t in page.subtree(clause) if t >= hit.last]
        relative = page.tokens[clause].deprel.startswith("acl:relcl")
        if inside and not relative and "that" in words_of(page, clause, "mark") and "clause" in hit.cue.takes:
            return [(skip_links(page, inside[0], inside[-1]), inside[-1] + 1)]
    return []


def _of_preposition(page: Page, hit: Hit, subject: int | None) -> list[Stretch]:
    """What is said "according to" somebody: the rest of the sentence behind him, or what stands before."""
    if subject is None:
        return []
    sentence = page.sentence_of(hit.head)
    source = [t for t in page.subtree(subject) if hit.head <= t < sentence.last]
    ahead = skip_links(page, source[-1] + 1 if source else subject + 1, sentence.last)
    more_ahead = sentence.last - ahead > hit.head - sentence.first and page.tokens[hit.head - 1].text != ","
    if hit.head - sentence.first <= 1 or more_ahead:
        last = body_end(page, sentence.last)
        return [(ahead, last)] if last - ahead > 1 else []
    front = (_clause_start(page, subject, sentence.first), strip_right(page, sentence.first, hit.head))
    return [front] if front[1] > front[0] else []


def _clause_start(page: Page, subject: int, first: int) -> int:
    """Where the clause begins that "according to" closes: the sentence, or one of its clauses."""
    governor = page.tokens[subject].head
    while governor >= 0 and page.tokens[governor].upos not in ("VERB", "AUX"):
        governor = page.tokens[governor].head
    if governor < 0 or page.tokens[governor].deprel.split(":")[0] not in ("advcl", "acl"):
        return first
    start = min(t for t in page.subtree(governor) if t >= first)
    return start if start > first and page.tokens[start - 1].text == "," else first
