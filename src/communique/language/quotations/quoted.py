"""Whose words an outlet quotes: "Torvik Radio quoted the envoy as saying", "he was quoted by the Courier as saying"."""

from collections.abc import Sequence
from dataclasses import replace

from communique.language.quotations.cues import quoting
from communique.language.quotations.sources import antecedent
from communique.model.page import Page
from communique.model.reading import Attribution
from communique.model.span import Span

_QUOTING = frozenset({"quote", "cite", "report"})
_FARTHEST = 4
"""So many words behind who is quoted "as" may stand."""

_LOOSE = ("acl", "appos", "punct", "advcl")


def of_quoted(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """Give words to who is quoted, not to the outlet that quotes."""
    return [_corrected(page, a) for a in found]


def _corrected(page: Page, attribution: Attribution) -> Attribution:
    verb = _quoting(page, attribution.cue) if attribution.cue else None
    person = _quoted(page, verb) if verb is not None else None
    if verb is None or person is None:
        return attribution
    rest = tuple(c for c in attribution.contents if not c.covers(page.tokens[person].span))
    return replace(attribution, source=_phrase(page, person, verb), contents=rest) if rest else attribution


def _quoting(page: Page, cue: Span) -> int | None:
    """The verb of quoting that a cue holds, or that stands before its "as saying"."""
    held = next((t for t in page.tokens_in(cue) if _quotes(page, t)), None)
    return quoting(page, page.tokens_in(cue)[0]) if held is None else held


def _quotes(page: Page, number: int) -> bool:
    token = page.tokens[number]
    return token.lemma.casefold() in _QUOTING and token.xpos.startswith("VB")


def _quoted(page: Page, verb: int) -> int | None:
    """The subject of "was quoted", the object of "quoted … as"."""
    passive = page.children(verb, "nsubj:pass") or [
        c for c in page.children(verb, "nsubj") if page.child(verb, "aux:pass") is not None
    ]
    if passive:
        named = [c for c in passive if c < verb]
        return antecedent(page, verb, named[-1]) if named else None
    thing = next((c for c in page.children(verb, "obj", "iobj") if c > verb), None)
    if thing is None or page.tokens[verb].lemma.casefold() == "report":
        return None
    ends = (max(page.subtree(thing, without=left_out)) + 1 for left_out in (_LOOSE, ("acl", "advcl")))
    following = (t for end in ends for t in page.tokens[end : end + _FARTHEST])
    return thing if any(t.text.casefold() == "as" for t in following) else None


def _phrase(page: Page, head: int, verb: int) -> Span:
    kept = [
        t
        for t in page.subtree(head, without=("case", "punct", "cc", "mark", "acl", "appos", "advcl"))
        if (t < verb) == (head < verb)
    ]
    return page.span(min(kept, default=head), max(kept, default=head) + 1)
