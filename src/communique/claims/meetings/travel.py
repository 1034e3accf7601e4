"""Travel that is a contact: who comes, is due or invited somewhere, and those of all sides who come together."""

from communique.claims.meetings.sitters import are_several
from communique.claims.meetings.syntax import is_passive, subjects
from communique.lexicon.encounters import movers
from communique.model.page import Page

AWAITED = frozenset({"await", "expect"})
"""Verbs whose passive tells that somebody will come: "is expected in Graustark"."""

AHEAD = AWAITED | {"due"}
"""Words for travel that lies ahead, whatever their tense."""

INVITING = frozenset({"invite", "bid", "ask", "summon"})
"""Verbs that propose that their object travel."""

CLAUSED = AWAITED | INVITING | {"due"}
"""Words that tell of travel only without an infinitive: "is due in Graustark", not "is due to sign"."""

BACK = frozenset({"come", "return", "due", "get", "go", "fly", "head", "travel"})
"""Words for what those of all sides do who go on with their talks."""

ALL = frozenset({"they", "both", "all"})


def form_of_travel(page: Page, number: int) -> str:
    """The format: visit, talks where those who travel are of all sides, or "" where nobody visits anybody."""
    lemma = page.tokens[number].lemma.casefold()
    if are_moved(page, number) or (lemma in CLAUSED and _is_to_do(page, number)) or _is_idiom(page, number):
        return ""
    if lemma in AWAITED and not is_passive(page, number):
        return ""
    is_common = lemma in BACK and not is_passive(page, number) and _of_all_sides(page, number)
    return "talks" if is_common else "visit"


def _is_to_do(page: Page, number: int) -> bool:
    """True for "is due to sign", "expects him to sign"."""
    lemma = page.tokens[number].lemma.casefold()
    if lemma in AHEAD and number + 1 < len(page.tokens) and page.tokens[number + 1].text.casefold() == "to":
        return True
    purposes = page.children(number, "xcomp", "ccomp", "advcl")
    return any(page.tokens[c].text.casefold() == "to" for p in purposes for c in page.children(p, "mark"))


def _is_idiom(page: Page, number: int) -> bool:
    """True for "when it comes to"."""
    before = page.tree.folded[max(0, number - 2) : number]
    return page.tokens[number].lemma.casefold() == "come" and "when" in before


def are_moved(page: Page, number: int) -> bool:
    """True where troops, goods or a crowd arrive, and nobody visits."""
    doers = subjects(page, number)
    counted = (c for s in doers if page.tokens[s].upos == "NOUN" for c in page.children(s, "nmod"))
    return any(page.tokens[t].lemma.casefold() in movers() for t in (*doers, *counted))


def _of_all_sides(page: Page, number: int) -> bool:
    """True for "the delegations", "both teams", "they", of whom no side is named: "are due back on Friday"."""
    doers = subjects(page, number)
    if is_resumed(page, number) and any(page.tokens[s].text.casefold() in ALL for s in doers):
        return True
    return any(are_several(page, s) and not _is_named(page, s) for s in doers)


def is_resumed(page: Page, number: int) -> bool:
    """True for "come back", "return", "are due back": what was begun goes on."""
    is_back = any(page.tokens[c].text.casefold() == "back" for c in page.children(number, "advmod", "compound:prt"))
    return is_back or page.tokens[number].lemma.casefold() == "return"


def is_homeward(page: Page, verb: int, *ways: str) -> bool:
    """True for "flew home", "called its envoy home", "went back to Graustark"; `ways` are the adverbs that count."""
    beside = page.children(verb, "advmod", "compound:prt", "obj", "xcomp")
    return any(page.tree.folded[c] in ways for c in beside)


def _is_named(page: Page, token: int) -> bool:
    """True for "Graustarkian negotiators", "its envoys": one side's."""
    inside = page.subtree(token, without=("acl", "advcl", "punct"))
    mentions = (page.mention_at(n) for n in inside)
    return bool(page.children(token, "nmod:poss")) or any(m is not None and m.form == "name" for m in mentions)
