"""Whose words a participle introduces: "…, she said on Monday, adding that …"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.language.quotations.nearby import Nearby, start, whole
from communique.model.page import Page
from communique.model.reading import Attribution, Sentence
from communique.model.span import Span

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_RELATIVE = frozenset({"who", "which", "that"})
_MARKS = frozenset({",", "--", "—", "–", "”", '"', "''", "’", "'"})


def of_participles(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """Give a participle after a comma to the subject of the clause it continues, where its source stands before that.

    Clauses that are themselves words said do not count: in "the army had left, he said, adding …" it is he who adds.
    """
    near = Nearby(found, start)
    return [_corrected(page, a, near) for a in found]


def _corrected(page: Page, attribution: Attribution, near: Nearby[Attribution]) -> Attribution:
    head = _participle(page, attribution)
    if head is None:
        return attribution
    sentence = page.sentence_of(head)
    others = [o for o in near.around(whole(attribution)) if o is not attribution]
    said = [c for o in others for c in o.contents]
    subject = max(_subjects(page, sentence, head, said), default=None)
    source = attribution.source
    if subject is None or (source is not None and source.end > page.tokens[subject].start):
        return attribution
    token = page.tokens[subject].span
    known = next((o.source for o in others if o.source is not None and o.source.covers(token)), None)
    return replace(attribution, source=known or _phrase(page, subject))


def _participle(page: Page, attribution: Attribution) -> int | None:
    """The participle of a cue behind a comma, an adverb between them allowed."""
    if attribution.cue is None:
        return None
    head = page.tokens_in(attribution.cue)[0]
    before = head - 1 - (page.tokens[head - 1].upos == "ADV") if head > 1 else -1
    opens = before >= 0 and page.tokens[before].text in _MARKS
    return head if opens and page.tokens[head].xpos == "VBG" else None


def _subjects(page: Page, sentence: Sentence, before: int, said: Sequence[Span]) -> Iterator[int]:
    """The subjects of finite clauses before a token, outside the words of others."""
    for number in range(sentence.first, before):
        token = page.tokens[number]
        if not token.deprel.startswith("nsubj") or token.text.casefold() in _RELATIVE or token.head < 0:
            continue
        verb = page.tokens[token.head]
        finite = verb.xpos in _FINITE or any(page.tokens[c].xpos in _FINITE for c in page.children(token.head, "aux"))
        inner = verb.deprel.startswith(("acl", "advcl"))
        if finite and not inner and token.head < before and not any(c.overlaps(token.span) for c in said):
            yield number


def _phrase(page: Page, head: int) -> Span:
    last = max(head, page.tokens[head].head)
    tokens = [t for t in page.subtree(head, without=("case", "punct", "cc", "mark", "acl")) if t <= last]
    return page.span(tokens[0], tokens[-1] + 1)
