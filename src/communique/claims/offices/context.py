"""The state an office most likely belongs to where the report takes it as understood ("Foreign Minister X said").

Four signs are asked, each naming one state or none: the last state named before the name, the first one named in the
sentence, the one named most often beside the person, and the one that dominates the report. A state is taken when
three signs agree, or two and no other sign speaks against them; otherwise it stays unknown.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from communique.claims.offices.affiliations import is_code
from communique.claims.offices.holding import Holding
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.reading import Mention

WINDOW = 200
"""So many mentions of states back the last one that is free is looked for."""


@dataclass(frozen=True, slots=True)
class Context:
    """Where a report names states: mentions with codes in text order, their starts, and the codes of each sentence."""

    places: tuple[tuple[Mention, str], ...]
    starts: tuple[int, ...]
    by_sentence: dict[int, list[str]]


def read_context(page: Page) -> Context:
    """Every mention of a state, in text order and by sentence."""
    found = [(m, r.name) for r in page.reading.referents if r.kind == "party" and is_code(r.name) for m in r.mentions]
    places = tuple(sorted(found, key=lambda place: (place[0].start, place[0].end)))
    by_sentence: dict[int, list[str]] = {}
    for mention, code in places:
        by_sentence.setdefault(page.sentence_of(mention.first).first, []).append(code)
    return Context(places, tuple(m.start for m, _ in places), by_sentence)


def likely_state(page: Page, holding: Holding, context: Context, taken: Collection[str]) -> Field | None:
    """The state that the signs agree on, read where it is named nearest before the name; `taken` states are out."""
    at = bisect_left(context.starts, holding.person.name[1].start)
    before = [p for p in context.places[max(0, at - WINDOW) : at] if p[1] not in taken]
    here = context.by_sentence.get(page.sentence_of(holding.person.first).first, [])
    signs = (
        before[-1][1] if before else "",
        next((code for code in here if code not in taken), ""),
        _beside(page, holding, context, taken),
        _dominant(context, taken),
    )
    votes = Counter(s for s in signs if s).most_common()
    if not votes or votes[0][1] < 2 or (votes[0][1] == 2 and len(votes) > 1):
        return None
    near = [*reversed(before), *context.places[at : at + WINDOW]]
    mention = next((m for m, code in near if code == votes[0][0]), None)
    return (votes[0][0], page.span(mention.first, mention.last)) if mention is not None else None


def _beside(page: Page, holding: Holding, context: Context, taken: Collection[str]) -> str:
    """The state named in most of the sentences that mention the person."""
    found = page.referent_at(holding.person.last - 1)
    mentions = found.mentions[:WINDOW] if found is not None else ()
    sentences = {page.sentence_of(m.first).first for m in mentions}
    counted = Counter(code for s in sorted(sentences) for code in set(context.by_sentence.get(s, [])) - set(taken))
    return max(sorted(counted), key=lambda code: counted[code], default="")


def _dominant(context: Context, taken: Collection[str]) -> str:
    """The state named at least twice as often as any other."""
    counted = Counter(code for _, code in context.places[: 10 * WINDOW] if code not in taken)
    best = sorted(counted, key=lambda code: (-counted[code], code))
    is_clear = bool(best) and (len(best) == 1 or counted[best[0]] >= 2 * counted[best[1]])
    return best[0] if is_clear else ""
