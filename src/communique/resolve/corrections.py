"""The entries of one report: what the rules read in it, and what people decided, which no later reading undoes.

A decision is about a claim's content: its report, its kind, its words, and who or what it is about. Where a later
reading finds the same entry in slightly other words, or with other details, the claim that a person decided about
stands for it: it stays rejected, accepted or as edited, and the new reading gives way. A claim is another entry when
its passages are others, when it names other people, sides or plans, or when a reading has told the two apart.
"""

from collections.abc import Iterable, Mapping, Sequence

from communique.lexicon.countries import code_of
from communique.lexicon.tables import key
from communique.model.claim import Claim
from communique.model.correcting import Decided, Entry, entry
from communique.model.judgement import standing
from communique.model.span import Span

MAIN: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "citations": (("cited",),),
    "offices": (("person",), ("role",)),
    "changes": (("person", "replaces"),),
    "meetings": (("parties", "participants", "mediators"),),
    "statements": (("speaker",), ("content",)),
    "positions": (("party",), ("issue",)),
    "proposals": (("name",),),
    "next_steps": (("what",),),
    "times": (),
    "parties": (("name",),),
}
"""The fields that say who or what a claim is about, in groups; two claims of one entry share a value of each."""

TEXTS = frozenset({"content", "issue", "what", "role"})
"""Fields that hold a stretch of the report: compared by where they stand."""

SHARED = 0.5
"""Part of the shorter of two passages that both have, from which on they are the same words."""


def entries(read: Mapping[str, Claim], decided: Sequence[Decided]) -> list[Entry]:
    """The entries of one report: from its latest reading (claims by id), and from what people decided about any."""
    firm = [(d, entry(d)) for d in decided if standing(d.corrections)]
    known = {e.id for _, e in firm}
    others = [Entry(id, claim, claim) for id, claim in read.items() if id not in known]
    gone = [(d.beside, e) for d, e in firm if d.id not in read]
    kept = [new for new in others if not any(_is_anew(new, e, beside) for beside, e in gone)]
    return _distinct([*(e for _, e in firm), *kept])


def _is_anew(new: Entry, decided: Entry, beside: Mapping[str, Claim]) -> bool:
    """True when a claim is, read anew, one that a person decided about, and not rather one of those beside it."""
    if new.id in beside:
        return False
    alike = max(_likeness(new.claim, decided.read), _likeness(new.claim, decided.claim))
    return alike > 0 and all(_likeness(new.claim, other) <= alike for other in beside.values())


def _likeness(one: Claim, other: Claim) -> float:
    """How much two claims have in common: the values that are equal, and the part of their words; 0 for two entries."""
    if not is_same(one, other):
        return 0
    mine, theirs = ({(a.role, a.value) for a in c.arguments} for c in (one, other))
    a, b = one.evidence[0].span, other.evidence[0].span
    words = max(0, min(a.end, b.end) - max(a.start, b.start)) / (max(a.end, b.end) - min(a.start, b.start))
    return 1 + len(mine & theirs) + words


def _distinct(found: Iterable[Entry]) -> list[Entry]:
    """Entries without those that edits made the same as another."""
    by_content: dict[tuple[str, bool], Entry] = {}
    for e in found:
        by_content.setdefault((e.claim.id if e.claim is not e.read else e.id, e.stands), e)
    return list(by_content.values())


def is_same(one: Claim, other: Claim) -> bool:
    """True when two claims of one report are one entry, read in two ways."""
    if one.kind != other.kind or not _overlap([e.span for e in one.evidence], [e.span for e in other.evidence]):
        return False
    return all(_agree(one, other, roles) for roles in MAIN[one.kind])


def _agree(one: Claim, other: Claim, roles: tuple[str, ...]) -> bool:
    mine, theirs = ([a for a in c.arguments if a.role in roles] for c in (one, other))
    if not mine or not theirs:
        return True
    if any(_same_value(a.value, b.value) for a in mine for b in theirs):
        return True
    is_text = any(role in TEXTS for role in roles)
    return is_text and _overlap([a.evidence.span for a in mine], [a.evidence.span for a in theirs])


def _same_value(one: str, other: str) -> bool:
    """The same name, one of them perhaps shorter ("Vell", "Jonas Vell"), or the same state."""
    a, b = code_of(one) or key(one), code_of(other) or key(other)
    words, more = sorted((set(a.split()), set(b.split())), key=len)
    return a == b or bool(words and words <= more)


def _overlap(spans: Iterable[Span], others: Sequence[Span]) -> bool:
    """True when a passage of each has at least half of the shorter one in common."""
    return any(
        min(a.end, b.end) - max(a.start, b.start) >= SHARED * min(a.end - a.start, b.end - b.start)
        for a in spans
        for b in others
    )
