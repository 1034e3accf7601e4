"""The state an office most likely belongs to where the report takes it as understood ("Foreign Minister X said").

Four signs are asked, each naming one state or none: the last state named before the name, the first one named in the
sentence, the one named most often beside the person, and the one that dominates the report. A state is taken when
three signs agree, or two and no other sign speaks against them; otherwise it stays unknown.
"""

from collections import Counter
from collections.abc import Collection

from communique.claims.offices.affiliations import is_code
from communique.claims.offices.holding import Holding
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.reading import Mention

Place = tuple[Mention, str]
"""A mention of a state, with its code."""


def state_mentions(page: Page) -> tuple[Place, ...]:
    """Every mention of a state in text order."""
    found = [(m, r.name) for r in page.reading.referents if r.kind == "party" and is_code(r.name) for m in r.mentions]
    return tuple(sorted(found, key=lambda place: (place[0].start, place[0].end)))


def likely_state(page: Page, holding: Holding, places: tuple[Place, ...], taken: Collection[str]) -> Field | None:
    """The state that the signs agree on, read where it is named nearest before the name; `taken` states are out."""
    free = tuple(p for p in places if p[1] not in taken)
    signs = (_last(holding, free), _first(page, holding, free), _beside(page, holding, free), _dominant(free))
    votes = Counter(s for s in signs if s).most_common()
    if not votes or votes[0][1] < 2 or (votes[0][1] == 2 and len(votes) > 1):
        return None
    code = votes[0][0]
    near = min((m for m, c in free if c == code), key=lambda m: abs(m.start - holding.person.name[1].start))
    return code, page.span(near.first, near.last)


def _last(holding: Holding, free: tuple[Place, ...]) -> str:
    at = holding.person.name[1].start
    return next((code for mention, code in reversed(free) if mention.end <= at), "")


def _first(page: Page, holding: Holding, free: tuple[Place, ...]) -> str:
    sentence = page.sentence_of(holding.person.first)
    return next((code for mention, code in free if sentence.start <= mention.start < sentence.end), "")


def _beside(page: Page, holding: Holding, free: tuple[Place, ...]) -> str:
    """The state named in most of the sentences that mention the person."""
    found = page.referent_at(holding.person.last - 1)
    mentions = found.mentions if found is not None else ()
    sentences = {page.sentence_of(m.first) for m in mentions}
    named = {(s.first, code) for s in sentences for m, code in free if s.start <= m.start < s.end}
    counted = Counter(code for _, code in sorted(named))
    return max(sorted(counted), key=lambda code: counted[code], default="")


def _dominant(free: tuple[Place, ...]) -> str:
    """The state named at least twice as often as any other."""
    counted = Counter(code for _, code in free)
    best = sorted(counted, key=lambda code: (-counted[code], code))
    is_clear = bool(best) and (len(best) == 1 or counted[best[0]] >= 2 * counted[best[1]])
    return best[0] if is_clear else ""
