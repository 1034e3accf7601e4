"""States and bodies that share a title in the order of its holders: "the Maretian and Torvikan ministers, X and Y"."""

from collections.abc import Iterator, Mapping, Sequence

from communique.claims.offices.affiliations import Affiliation, is_code, state_at
from communique.claims.offices.holding import Holding
from communique.claims.offices.posts import Post
from communique.model.page import Page

JOINS = frozenset({",", "and", "&"})
SEVERAL = 3
"""So many leaders in a list are of as many states: two may be of one."""
HEADS = frozenset("chancellor emir emperor empress king premier president queen sultan taoiseach".split())
HEADS |= {"prime minister"}
"""Of these a state has one or two, not three in a list."""
BACK = 2
"""So many sentences before a list of leaders that of their states may stand."""


def owners(page: Page, low: int, post: Post, limit: int) -> tuple[tuple[Affiliation, ...], int]:
    """Whose a title in the plural is, one affiliation each, and where the phrase with them ends; none for one alone."""
    found = _before(page, low, post.start)
    last = post.last
    if len(found) < 2:
        found, last = _after(page, post.end, limit)
    return (tuple(found), last) if len(found) > 1 else ((), post.last)


def in_order(page: Page, found: Sequence[Holding]) -> Mapping[str, Affiliation]:
    """Whose the leaders of a list are: "the leaders of X, Y and Z met. President A, Premier B and King C …"."""
    told: dict[str, Affiliation] = {}
    for run in _runs(page, found):
        states = _listed(page, run[0].post.first, len(run))
        told |= {h.person.name[0]: state for h, state in zip(run, states, strict=False)}
    return told


def _runs(page: Page, found: Sequence[Holding]) -> Iterator[list[Holding]]:
    """Titles before names that nothing says the owner of, one after the other."""
    run: list[Holding] = []
    for holding in sorted(found, key=lambda h: h.person.first):
        bare = holding.rule == "title_before_name" and holding.affiliation == Affiliation() and holding.post.owner < 0
        between = page.tokens[run[-1].person.last : holding.post.first] if run else []
        if run and not (bare and between and all(t.text.casefold() in JOINS for t in between)):
            if _are_of_several(run):
                yield run
            run = []
        run = [*run, holding] if bare else []
    if _are_of_several(run):
        yield run


def _are_of_several(run: Sequence[Holding]) -> bool:
    """True for heads of state or government, and holders of one office, of three states at least."""
    roles = {" ".join(h.post.role[0].casefold().split()) for h in run}
    return len(run) >= SEVERAL and (len(roles) == 1 or roles <= HEADS)


def _listed(page: Page, at: int, count: int) -> list[Affiliation]:
    """The last list of exactly so many states before a token, in its sentence or the ones before it."""
    low = page.sentence_of(at).first
    for _ in range(BACK):
        low = page.sentence_of(low - 1).first if low else low
    for end in range(at, low, -1):
        states = [a for a in _before(page, low, end) if a.country]
        if len(states) == count == len({a.country[0] for a in states if a.country}):
            return states
    return []


def _before(page: Page, low: int, start: int) -> list[Affiliation]:
    """As in "the Greek and Turkish foreign ministers"."""
    found: list[Affiliation] = []
    at = start
    while at > low:
        begin = next((t for t in range(max(low, at - 4), at) if _ends(page, t, at)), -1)
        if begin < 0:
            break
        found.insert(0, _owner(page, begin, at))
        at = begin
        while at > low and page.tokens[at - 1].text.casefold() in JOINS:
            at -= 1
        if at == begin:
            break
    return found


def _after(page: Page, end: int, limit: int) -> tuple[list[Affiliation], int]:
    """As in "the presidents of Norway and Sweden"."""
    found: list[Affiliation] = []
    last = end
    at = end + 1 if end < limit and page.tokens[end].text.casefold() == "of" else limit
    while at < limit:
        at += page.tokens[at].text.casefold() == "the"
        stop = next((t for t in range(min(limit, at + 4), at, -1) if _ends(page, at, t)), -1)
        if stop < 0:
            break
        found.append(_owner(page, at, stop))
        at = last = stop
        while at < limit and page.tokens[at].text.casefold() in JOINS:
            at += 1
        if at == stop:
            break
    return found, last


def _ends(page: Page, first: int, last: int) -> bool:
    """True where tokens name a state, or are one mention of a side or body."""
    if state_at(page, first, last)[0] == last:
        return True
    mention, found = page.mention_at(last - 1), page.referent_at(last - 1)
    if mention is None or found is None or found.kind not in {"party", "body"}:
        return False
    return mention.form != "pronoun" and (mention.first, mention.last) == (first, last)


def _owner(page: Page, first: int, last: int) -> Affiliation:
    code = state_at(page, first, last)[1]
    found = page.referent_at(last - 1)
    name = code or (found.name if found is not None else "")
    field = (name, page.span(first, last))
    return Affiliation(field) if is_code(name) else Affiliation(None, field)
