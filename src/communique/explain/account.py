"""The account of a report: every sentence exactly once, read, left out with a reason, or failed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from communique.explain.behind import behind
from communique.explain.signs import signs
from communique.explain.told import Considered, considered, not_sought, told
from communique.explain.values import (
    FAILED,
    NOTHING,
    READ,
    SKIPPED,
    Account,
    Part,
    Passage,
    SentenceAccount,
    Sign,
    Told,
)
from communique.language.quotations.cuts import is_body
from communique.language.quotations.marks import Marks
from communique.model.claim import Claim
from communique.model.lines import flowing
from communique.model.page import Page
from communique.model.problem import Problem
from communique.model.reading import Reading, Sentence
from communique.model.report import Report
from communique.model.span import Span
from communique.model.summary import one_of
from communique.pipeline import Read

Thing = TypeVar("Thing")

COPY = "copy of the title"
"""The role of a sentence of the body that says the title over again."""

LEFT_OUT = {
    "dateline": "a dateline tells where and when the report was written",
    "byline": "a byline tells who wrote the report",
    COPY: "the title over again: what it says is said there",
}
"""Why sentences of these roles are not read for entries of their own."""

NOT_SOUGHT = "Not looked for, since too little in this report tells of dealings between sides: {}."


@dataclass(frozen=True, slots=True)
class _Case:
    """All that the sentences of one report share; what stands in one goes by its first token, what says the same by
    its words.
    """

    page: Page
    marks: Marks
    problems: tuple[Problem, ...]
    considered: dict[str, Considered]
    entries: Mapping[int, Sequence[Claim]]
    parts: Mapping[int, Sequence[Claim]]
    rejected: Mapping[int, Sequence[Considered]]
    signs: Mapping[int, Sequence[Sign]]
    earliest: Mapping[tuple[str, ...], int]


def account(read: Read) -> Account:
    """Why a report was read as it was. A stage that failed leaves its mark on every sentence it gave nothing."""
    report = read.report
    if read.reading is None:
        return _account(report, (), read.problems, _unread(report, read.problems))
    case = _case(report, read.reading, read)
    sentences = tuple(_sentence(case, n, s) for n, s in enumerate(read.reading.sentences, start=1))
    return _account(report, _notes(case), read.problems, sentences)


def _account(
    report: Report, notes: tuple[str, ...], problems: tuple[Problem, ...], sentences: tuple[SentenceAccount, ...]
) -> Account:
    name = report.name or report.id
    return Account(
        name, report.id, report.published, report.outlet, report.url, report.title, notes, problems, sentences
    )


def _unread(report: Report, problems: Sequence[Problem]) -> tuple[SentenceAccount, ...]:
    """A text that could not be annotated has no sentences yet: it is accounted for as a whole."""
    words = Passage(0, len(report.text), report.text)
    return (SentenceAccount(1, words, "text", FAILED, _failure(problems)),)


def _case(report: Report, reading: Reading, read: Read) -> _Case:
    page = Page(flowing(report), reading)
    marks = Marks(page.report.text)
    failed = {p.stage for p in read.problems}
    every = tuple(considered(page, read.claims, failed))
    made = {c.id for c in read.claims}
    rejected = [c for c in every if c.claim.id not in made]
    seen = signs(page, marks, read.claims, every, failed=failed)
    return _Case(
        page,
        marks,
        read.problems,
        {c.claim.id: c for c in every if c.claim.id in made},
        _by_sentence(page, ((c, [e.span for e in c.evidence]) for c in read.claims)),
        _by_sentence(page, ((c, [a.evidence.span for a in c.arguments]) for c in read.claims)),
        _by_sentence(page, ((c, [_start(c.claim.evidence[0].span.start)]) for c in rejected)),
        _by_sentence(page, ((s, [_start(s.words.start)]) for s in seen)),
        {_words(page, s): number for number, s in reversed([*enumerate(page.sentences, 1)])},
    )


def _by_sentence(page: Page, placed: Iterable[tuple[Thing, Iterable[Span]]]) -> Mapping[int, Sequence[Thing]]:
    found: defaultdict[int, list[Thing]] = defaultdict(list)
    for thing, spans in placed:
        for first in dict.fromkeys(s.first for span in spans for s in page.sentences_over(span)):
            found[first].append(thing)
    return found


def _start(at: int) -> Span:
    return Span(at, at + 1)


def _words(page: Page, sentence: Sentence) -> tuple[str, ...]:
    return tuple(page.text(sentence.span).split())


def _notes(case: _Case) -> tuple[str, ...]:
    kinds = not_sought(case.page)
    return (NOT_SOUGHT.format(", ".join(kinds)),) if kinds else ()


def _sentence(case: _Case, number: int, sentence: Sentence) -> SentenceAccount:
    role, span = _role(case.page, sentence), sentence.span
    entries = case.entries.get(sentence.first, ())
    known = {c.id for c in entries}
    parts = tuple(_part(c, span) for c in case.parts.get(sentence.first, ()) if c.id not in known)
    rejected = tuple(told(c.claim, c, c.verdict.why) for c in case.rejected.get(sentence.first, ()))
    seen = tuple(case.signs.get(sentence.first, ()))
    status, reason = _status(case, sentence, role, len(entries), parts)
    if status == NOTHING:
        earlier = case.earliest[_words(case.page, sentence)]
        reason = f"says again what sentence {earlier} says" if earlier < number else ""
        reason = reason or _nothing(case.page, sentence, rejected, seen)
    return SentenceAccount(
        number,
        Passage(span.start, span.end, case.page.text(span)),
        role,
        status,
        reason,
        tuple(told(c, case.considered.get(c.id)) for c in entries),
        parts,
        rejected,
        seen,
        behind(case.page, sentence, case.marks),
    )


def _role(page: Page, sentence: Sentence) -> str:
    return COPY if sentence.role == "body" and not is_body(page, sentence) else sentence.role


def _part(claim: Claim, span: Span) -> Part:
    roles = dict.fromkeys(a.role for a in claim.arguments if span.overlaps(a.evidence.span))
    return Part(claim.kind, claim.id, tuple(roles))


def _status(case: _Case, sentence: Sentence, role: str, entries: int, parts: Sequence[Part]) -> tuple[str, str]:
    if entries:
        return READ, f"yielded {entries} entr{'y' if entries == 1 else 'ies'}"
    if parts:
        return READ, "part of an entry of another sentence"
    faults = [p for p in case.problems if p.span is None or p.span.overlaps(sentence.span)]
    if faults:
        return FAILED, _failure(faults)
    if role in LEFT_OUT:
        return SKIPPED, LEFT_OUT[role]
    return NOTHING, ""


def _failure(problems: Sequence[Problem]) -> str:
    return "; ".join(f"{p.stage} ({p.code}): {p.message}" for p in problems)


def _nothing(page: Page, sentence: Sentence, rejected: Sequence[Told], seen: Sequence[Sign]) -> str:
    """Why nothing was taken from a sentence: the nearest thing to an entry in it, or what it lacks."""
    if rejected:
        best = max(rejected, key=lambda r: r.weighing.score if r.weighing else 0.0)
        return f"{len(rejected)} considered, none taken; nearest: {one_of(best.kind)}, {best.rejected}"
    if seen:
        return seen[0].why
    inside = range(sentence.first, sentence.last)
    if not any(page.tokens[t].upos in ("VERB", "AUX") for t in inside):
        return "no verb: a caption, a heading or a fragment, and no office, source or date in it"
    lacks = "no cue of saying, no word of meeting or stance, no step to come, no office, no source, no date"
    named = any(n is not None and n.first >= sentence.first for n in map(page.name_at, inside))
    return lacks if named else f"{lacks}, and nobody is named"
