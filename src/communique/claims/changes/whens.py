"""When an office changed hands: the time expression that belongs to the trigger."""

from communique.claims.changes.triggers import Trigger
from communique.claims.datelines import told_in
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.reading import Sentence, Timex

NEAR = 9
"""So many tokens may stand between a trigger and its time where the tree does not tell."""

BOUNDS = frozenset({"until", "till", "through", "before", "pending", "ahead"})
"""Words before a time up to which something lasts, or which something comes before."""


def when_of(page: Page, sentence: Sentence, trigger: Trigger) -> Field | None:
    """The value of the nearest date that hangs on the trigger, or stands in its clause; None where none is said."""
    times = told_in(page, sentence.span)
    dated = [t for t in times if t.value and not t.value.startswith("P") and not _is_bound(page, t, trigger)]
    hanging = [t for t in dated if _hangs(page, t, trigger)]
    close = [t for t in dated if _is_near(page, t, trigger)]
    best = min(hanging or close, key=lambda t: _distance(page, t, trigger), default=None)
    return (best.value, best.span) if best else None


def _is_bound(page: Page, timex: Timex, trigger: Trigger) -> bool:
    """True for the time of "will serve until elections in May": not that of the change."""
    between = page.tokens[trigger.last : page.tokens_in(timex.span)[0]]
    return any(t.text.casefold() in BOUNDS for t in between[-NEAR:])


def _hangs(page: Page, timex: Timex, trigger: Trigger) -> bool:
    """True when the trigger governs the time, with no other verb between."""
    tokens = page.tokens_in(timex.span)
    outer = [t for t in tokens if page.tokens[t].head not in tokens]
    return any(_governor(page, t) == trigger.first for t in outer)


def _governor(page: Page, token: int) -> int:
    return next((a for a in page.ancestors(token) if page.tokens[a].upos == "VERB" or _is_event(page, a)), -1)


def _is_event(page: Page, token: int) -> bool:
    return page.tokens[token].upos == "NOUN" and bool(page.children(token, "nmod"))


def _is_near(page: Page, timex: Timex, trigger: Trigger) -> bool:
    """True for a time soon after the trigger, no mark or other finite verb between."""
    first = page.tokens_in(timex.span)[0]
    between = page.tokens[trigger.last : first]
    return 0 <= first - trigger.last <= NEAR and not any(
        t.text in {",", ";", ":", '"', "”"} or t.xpos in {"VBD", "VBZ", "VBP", "MD"} for t in between
    )


def _distance(page: Page, timex: Timex, trigger: Trigger) -> int:
    return abs(page.tokens_in(timex.span)[0] - trigger.first)
