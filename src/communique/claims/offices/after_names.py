"""Titles after names: "X, the Russian president,", "X, who served as premier", "X is the leader"."""

import re
from collections.abc import Iterator

from communique.claims.offices.before_names import past_of
from communique.claims.offices.holding import DASHES, Holding, is_owner, is_rank, plain
from communique.claims.offices.people import Person, person_at
from communique.claims.offices.posts import Post
from communique.model.page import Page
from communique.model.reading import Sentence

OPENERS = frozenset({",", "(", *DASHES})
BE = frozenset("is was are were be been being became become becomes remains remained".split())
SERVE = frozenset(
    "serves served serve serving acts acted acting works worked working doubles doubled double doubling".split()
)
AUXILIARIES = frozenset("will has had have would also currently now previously once".split())
FILLERS = frozenset("also now currently then still once formerly previously himself herself".split())
PAST = frozenset("was were served acted worked once formerly previously had".split())
OTHERS = frozenset({"other", "fellow", "more"})
"""As in "X and other officials", who are not X."""

BRANDING = frozenset(
    "named described identified listed known introduced appointed elected re-elected reelected sworn inaugurated "
    "installed reappointed confirmed chosen picked".split()
)
ENDED = re.compile(
    r"\W{0,3}(?:(?:from|between)\s[^.;]{0,20}?\d{4}\s?(?:to|and|until|through|[-–])\s?[^.;]{0,20}?\d{4}"
    r"|(?:in |during |\()?\d{4}\s?[-–]\s?(?:\d{4}|\d\d)\b|until\s(?:[^.;]{0,15}?\d{4}|recently|last\b|earlier))"
)
"""Years that tell that somebody held an office once."""


def after_names(page: Page, sentence: Sentence, named: tuple[Person, ...], free: tuple[Post, ...]) -> Iterator[Holding]:
    """The posts that stand after their holders' names, with further ones joined by "and"."""
    for holder in named:
        start, rule, status = _approach(page, past_of(page, holder.last, sentence.last), sentence.last)
        post = _first_post(free, start)
        while post is not None and (
            _is_its_own(page, post, rule, sentence.last) or _is_passed(post, rule) or _is_subject(page, holder, post)
        ):
            said = _status(page, post, status)
            if not _is_passed(post, rule):
                yield from _held(page, post, rule, (*_joined(page, named, holder, post), holder), said)
            start = _next_start(page, post.last, sentence.last)
            status = "former" if said == "former" and plain(page, start - 1) == "and" else status
            post = _first_post(free, start)
            status = "" if post is not None and post.determined else status


def _first_post(free: tuple[Post, ...], start: int) -> Post | None:
    """The post whose phrase a token is part of, before the title proper at most."""
    return next((p for p in free if start >= 0 and p.first <= start <= p.start), None)


def _is_passed(post: Post, rule: str) -> bool:
    """True for a rank before an office: "X, a colonel and deputy head of the service"."""
    return is_rank(post) and rule != "copula"


def _joined(page: Page, named: tuple[Person, ...], holder: Person, post: Post) -> tuple[Person, ...]:
    """As in "X and Y, members of the panel": those named before, joined to the holder of a title in the plural."""
    if not post.plural:
        return ()
    found: list[Person] = []
    first = holder.first
    for other in reversed([p for p in named if p.last < holder.first]):
        if not all(t.text.casefold() in {",", "and", "&"} for t in page.tokens[other.last : first]):
            break
        found.insert(0, other)
        first = other.first
    return tuple(found)


def _held(page: Page, post: Post, rule: str, holders: tuple[Person, ...], status: str) -> Iterator[Holding]:
    for holder in holders:
        yield Holding(holder, post, page.span(holder.first, post.last), rule, post.affiliation, status)


def _status(page: Page, post: Post, of_verb: str) -> str:
    """The title's own status, else that of its years ("from 2000 to 2006"), else the verb's."""
    if post.status != "current":
        return post.status
    ends = {page.tokens[post.last - 1].end, page.tokens[post.end - 1].end}
    return "former" if any(ENDED.match(page.report.text, end) for end in ends) else of_verb or "current"


def _approach(page: Page, at: int, limit: int) -> tuple[int, str, str]:
    """Where a title can begin after a name, by which rule, and the status the verb gives; -1 for nowhere."""
    rule = "copula"
    if at < limit and page.tokens[at].text in OPENERS:
        at, rule = _past_age(page, at + 1, limit), "title_after_name"
        if at < limit and plain(page, at) == "who":
            at, rule = at + 1, "relative_clause"
    verb = _verb(page, at, limit)
    if verb > at:
        said = {plain(page, t) for t in range(at, verb)}
        return _past_fillers(page, verb, limit), "copula" if rule == "title_after_name" else rule, _tense(said)
    return (_past_fillers(page, at, limit), rule, "") if rule == "title_after_name" else (-1, rule, "")


def _verb(page: Page, at: int, limit: int) -> int:
    """Past "is", "has been", "served as", "was named in a report as"; `at` itself where there is none."""
    end, found = at, False
    while end < min(limit, at + 5):
        word = plain(page, end)
        if word in BRANDING and not found and not _is_participle(page, at, end, limit):
            return at
        if word == "acting" and found and plain(page, end + 1) != "as":
            return end
        if word in SERVE | BRANDING:
            return _past_as(page, end, limit) or (
                end + 1 if word in {"named", "appointed", "elected"} and found else at
            )
        if word not in BE | AUXILIARIES:
            break
        found, end = found or word in BE, end + 1
    return end if found else at


def _is_participle(page: Page, at: int, verb: int, limit: int) -> bool:
    """True for "X, described in a report as" and "X named as", false for "X named Y as"."""
    return page.tokens[at - 1].text in OPENERS or (verb + 1 < limit and plain(page, verb + 1) == "as")


def _past_as(page: Page, verb: int, limit: int) -> int:
    """Past the "as" of "served as", with a few words of time and place between; 0 without one."""
    for at in range(verb + 1, min(limit, verb + 9)):
        if plain(page, at) == "as":
            return at + 1
        if page.tokens[at].upos in {"VERB", "PUNCT", "AUX"}:
            return 0
    return 0


def _tense(said: set[str]) -> str:
    if "will" in said:
        return "designate"
    if said & BRANDING or said & {"has", "have", "became", "become", "remains", "remained"}:
        return ""
    return "former" if said & PAST else ""


def _past_age(page: Page, at: int, limit: int) -> int:
    """Past an age and a comma: "X, 57, the leader"."""
    return at + 2 if at + 1 < limit and page.tokens[at].upos == "NUM" and page.tokens[at + 1].text == "," else at


def _past_fillers(page: Page, at: int, limit: int) -> int:
    while at < limit - 1 and plain(page, at) in FILLERS:
        at += 1
    is_one_of = at < limit - 3 and plain(page, at) == "one" and plain(page, at + 1) == "of"
    return at + 2 if is_one_of else at


def _is_its_own(page: Page, post: Post, rule: str, limit: int) -> bool:
    """False where the title belongs to a name after it, goes on as a subject, or ranks ("the worst negotiator")."""
    if (is_rank(post) and rule != "copula") or is_owner(page, post, limit):
        return False
    if post.plural and {plain(page, t) for t in range(post.first, post.end)} & OTHERS:
        return False
    if person_at(page, post.end, limit) or person_at(page, post.last, limit):
        return False
    if _is_the_first_to(page, post, limit):
        return False
    if rule != "title_after_name":
        return not _is_comparison(page, post, limit) and not (post.plural and rule == "copula")
    goes_on = post.last < limit and page.tokens[post.last].xpos in {"VBD", "VBZ", "VBP", "MD"}
    return not goes_on or not (post.determined or post.plural) or plain(page, post.first) in {"a", "an"}


def _is_subject(page: Page, holder: Person, post: Post) -> bool:
    """True where the comma after a title is left out: "X, the council's envoy told reporters", not "X, envoys meet"."""
    verb = post.last
    return not post.plural and any(
        page.tokens[t].head == verb and page.tokens[t].deprel == "nsubj" for t in range(holder.first, holder.last)
    )


def _is_the_first_to(page: Page, post: Post, limit: int) -> bool:
    """True for "X, the first secretary of state to visit the island since": what is told of a visit."""
    counted = any(plain(page, t) in {"first", "second", "third", "last", "only"} for t in range(post.first, post.end))
    return counted and post.last < limit and plain(page, post.last) == "to"


def _is_comparison(page: Page, post: Post, limit: int) -> bool:
    """True for "the first leader to visit" and "the worst negotiator"."""
    if any(page.tokens[t].xpos in {"JJS", "JJR"} for t in range(post.first, post.end)):
        return True
    return post.last + 1 < limit and plain(page, post.last) == "to" and page.tokens[post.last + 1].xpos == "VB"


def _next_start(page: Page, at: int, limit: int) -> int:
    """Where a further title can begin: past "and", or a comma; -1 for nowhere."""
    start = at
    while start < limit and plain(page, start) in {",", "and", "as", "well"}:
        start += 1
    return _past_fillers(page, start, limit) if start > at else -1
