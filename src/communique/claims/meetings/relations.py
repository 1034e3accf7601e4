"""How a word stands to the trigger of a meeting, as named features: path in the tree, order, distance, prepositions.

The features feed the linear models that decide who takes part, where and when. They lean on words as well as on the
tree, so that a slip of the parser does not lose an argument.
"""

from itertools import islice

from communique.claims.meetings.syntax import preposition
from communique.claims.meetings.triggers import Trigger
from communique.lexicon import cues
from communique.lexicon.encounters import verbs
from communique.model.page import Page, once

LONGEST_PATH = 5
REPORTING = frozenset(
    {"say", "tell", "report", "announce", "add", "write", "state", "note", "quote", "confirm", "warn", "ask", "cite"}
    | {"according", "accord", "post", "comment", "declare", "explain", "stress", "argue", "claim", "insist", "call"}
)
LINKING = tuple("with between by from to of in before after during that who which and".split())


def is_saying(page: Page, token: int) -> bool:
    """True for a verb whose clause tells what somebody said, and not of a contact."""
    word = page.tokens[token]
    lemma = word.lemma.casefold()
    if lemma in REPORTING:
        return True
    known = cues.verb(lemma) if word.upos == "VERB" and lemma not in verbs() else None
    return known is not None and "clause" in known.takes


@once
def _sayings(page: Page) -> frozenset[int]:
    return frozenset(n for n in range(len(page.tokens)) if is_saying(page, n))


@once
def verbs_in(page: Page) -> frozenset[int]:
    """The verbs of a report."""
    return frozenset(n for n, token in enumerate(page.tokens) if token.upos == "VERB")


def relation(page: Page, trigger: Trigger, first: int, last: int, head: int) -> list[str]:
    """Features of the phrase of tokens `first` to `last` (half-open) with head word `head`."""
    before = last <= trigger.token
    side = "before" if before else "after"
    gap = range(last, trigger.outer) if before else range(trigger.token + 1, first)
    marker = _marker(page, first)
    found = [
        side,
        f"{side}:{_bucket(len(gap))}",
        f"verbs:{min(2, len(verbs_in(page).intersection(gap)))}",
        f"marker:{marker}",
        f"{side}:marker:{marker}",
        f"{'verb' if trigger.verbal else 'noun'}:{side}:marker:{marker}",
        f"path:{_path(page, trigger, head)}",
        f"clause:{_clauses(page, trigger, head)}",
        f"opening:{page.sentence_of(trigger.token).first == first}",
        f"{'verb' if trigger.verbal else 'noun'}:top:{_top(page, head)}",
    ]
    words = set(page.tree.folded[gap.start : gap.stop])
    if ";" in words or ":" in words:
        found.append("gap:stop")
    if not _sayings(page).isdisjoint(gap):
        found.append("gap:reporting")
    found += [f"gap:{word}" for word in LINKING if word in words]
    return found


def _bucket(size: int) -> str:
    return next((str(edge) for edge in (0, 1, 3, 6, 10, 16, 25) if size <= edge), "far")


@once
def _marker(page: Page, first: int) -> str:
    """The nearest preposition to the left inside the same stretch of nouns and adjectives, or "none"."""
    for number in range(first - 1, max(-1, first - 9), -1):
        token = page.tokens[number]
        if token.upos == "ADP" and token.text.casefold() != "of":
            return token.text.casefold()
        if token.upos in ("VERB", "AUX", "SCONJ", "PRON") or token.text in (";", ":", '"', "”", "."):
            return token.upos
    return "none"


@once
def _top(page: Page, head: int) -> str:
    """The relation of the whole noun phrase, with its preposition."""
    at = head
    for _ in range(LONGEST_PATH):
        deprel = page.tokens[at].deprel.partition(":")[0]
        if deprel in ("flat", "compound", "amod", "appos", "conj", "nummod", "nmod") and page.head(at) >= 0:
            if deprel == "nmod" and preposition(page, at) not in ("of", ""):
                return f"nmod-{preposition(page, at)}"
            at = page.head(at)
        else:
            return f"{deprel}-{preposition(page, at)}" if deprel == "obl" else deprel
    return "deep"


def _path(page: Page, trigger: Trigger, head: int) -> str:
    """Relations up from the phrase to the common governor and down to the trigger; "far" when too long."""
    up = _upwards(page, head)
    down = _upwards(page, trigger.outer)
    top = next((t for t in up if t in down), -1)
    if top < 0:
        return "none"
    rise, fall = up[: up.index(top)], down[: down.index(top)]
    if len(rise) + len(fall) > LONGEST_PATH:
        return "far"
    steps = [_step(page, t) for t in rise]
    return f"{'<'.join(steps)}|{'>'.join(_step(page, t) for t in reversed(fall))}"


def _clauses(page: Page, trigger: Trigger, head: int) -> str:
    """How the clause of the phrase stands to the clause of the trigger."""
    own, other = _clause(page, head), _clause(page, trigger.outer)
    if own == other:
        return "same"
    if other in page.ancestors(own):
        return f"under:{page.tokens[own].deprel.partition(':')[0]}"
    if own in page.ancestors(other):
        return f"over:{page.tokens[other].deprel.partition(':')[0]}"
    return "apart"


@once
def _clause(page: Page, token: int) -> int:
    """The nearest verb at or over a token, or the root."""
    last = token
    for at in (token, *page.ancestors(token)):
        if page.tokens[at].upos == "VERB":
            return at
        last = at
    return last


@once
def _upwards(page: Page, token: int) -> tuple[int, ...]:
    return tuple(islice((token, *page.ancestors(token)), 12))


def _step(page: Page, token: int) -> str:
    deprel = page.tokens[token].deprel.partition(":")[0]
    return f"{deprel}-{preposition(page, token)}" if deprel in ("obl", "nmod") else deprel
