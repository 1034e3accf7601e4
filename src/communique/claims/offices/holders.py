"""Who holds a post: the ways a report joins a title and a name."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.claims.offices.affiliations import Affiliation, affiliation
from communique.claims.offices.complements import phrase_end
from communique.claims.offices.people import Person, people, person_at
from communique.claims.offices.posts import Post, posts
from communique.lexicon import titles
from communique.model.page import Page
from communique.model.reading import Sentence
from communique.model.span import Span

DASHES = frozenset({"-", "–", "—", "--"})
OPENERS = frozenset({",", "(", *DASHES})
CLOSERS = frozenset({",", ".", ")", ";", ":", "?", "!", '"', "”", "]", *DASHES})
BE = frozenset("is was are were be been being became become becomes remains remained 's ’s".split())
SERVE = frozenset("serves served serve serving acts acted acting works worked working".split())
FILLERS = frozenset("also now currently then still once formerly previously himself herself one of the a an".split())
PAST = frozenset({"was", "were", "served", "acted", "worked", "once", "formerly", "previously"})


@dataclass(frozen=True, slots=True)
class Holding:
    """A person and a post, with the words that join them and the rule that found it."""

    person: Person
    post: Post
    evidence: Span
    rule: str
    affiliation: Affiliation
    status: str


def holdings(page: Page) -> tuple[Holding, ...]:
    """Every joined name and title of the report, in text order."""
    return tuple(h for sentence in page.sentences for h in _in_sentence(page, sentence))


def _in_sentence(page: Page, sentence: Sentence) -> Iterator[Holding]:
    found = posts(page, sentence)
    if not found:
        return
    named = people(page, sentence.first, sentence.last)
    before = [h for post in found for h in _before(page, sentence, post)]
    yield from before
    yield from _chained(page, before, found)
    taken = {h.post.start for h in before}
    free = tuple(p for p in found if p.start not in taken)
    for holder in named:
        yield from _after(page, sentence, holder, free)


# -- title before name


def _before(page: Page, sentence: Sentence, post: Post) -> Iterator[Holding]:
    """As in "Foreign Minister X", "ministers X and Y", "the president, X,"."""
    for at in dict.fromkeys((post.end, post.last)):
        first = _name_after(page, at, sentence.last)
        if first is not None:
            yield from _list(page, sentence, post, first)
            return
    at = post.last
    if at < sentence.last and page.tokens[at].text in {",", *DASHES} and (post.determined or post.plural):
        first = person_at(page, at + 1, sentence.last)
        if first is not None and _closes(page, first.last, sentence.last):
            yield from _list(page, sentence, post, first)


def _name_after(page: Page, at: int, limit: int) -> Person | None:
    """The name right after a title, past a bracket ("(UNRWA)"); a rank before a name is no name."""
    if at < limit and page.tokens[at].text in {"(", "["}:
        at = _past_bracket(page, at, limit)
    if at < limit and page.tokens[at].text in {'"', "“"}:
        return None
    return person_at(page, _past_ranks(page, at, limit), limit)


def _past_ranks(page: Page, at: int, limit: int) -> int:
    words = [t.text for t in page.tokens[at : min(at + 5, limit)]]
    end = titles.title_after(words, 0)
    return at + end if end and titles.kind_of(words[:end]) in {"rank", "honorific"} and words[0][:1].isupper() else at


def _past_bracket(page: Page, at: int, limit: int) -> int:
    close = {"(": ")", "[": "]"}[page.tokens[at].text]
    end = next((t for t in range(at, min(at + 12, limit)) if page.tokens[t].text == close), at - 1)
    return end + 1 if end >= at else at


def _list(page: Page, sentence: Sentence, post: Post, first: Person) -> Iterator[Holding]:
    """One holding, or with a title in the plural one for each name of the list."""
    yield _held(page, post, first, "title_before_name")
    if not post.plural:
        return
    at = _past_of(page, first.last, sentence.last)
    while at < sentence.last and page.tokens[at].text.casefold() in {",", "and", "&"}:
        following = person_at(page, at + 1, sentence.last)
        if following is None and page.tokens[at].text == ",":
            following = person_at(page, at + 2, sentence.last)
        if following is None or _begins_post(page, at + 1, sentence.last):
            return
        yield _held(page, post, following, "titles_before_names")
        at = _past_of(page, following.last, sentence.last)


def _begins_post(page: Page, at: int, limit: int) -> bool:
    words = [t.text for t in page.tokens[at : min(limit, at + 6)]]
    end = titles.title_after(words, 0)
    return bool(end) and titles.kind_of(words[:end]) == "office"


def _past_of(page: Page, at: int, limit: int) -> int:
    """Past "of Mexico" and brackets after a name."""
    if at < limit and page.tokens[at].text in {"(", "["}:
        at = _past_bracket(page, at, limit)
    if at < limit - 1 and page.tokens[at].text.casefold() == "of":
        return phrase_end(page, at + 1, limit)
    return at


def _held(page: Page, post: Post, holder: Person, rule: str) -> Holding:
    """A title before a name; "of Mexico" after the name tells the state."""
    belongs = post.affiliation
    last = holder.last
    if last + 1 < len(page.tokens) and page.tokens[last].text.casefold() == "of":
        end = phrase_end(page, last + 1, page.sentence_of(holder.first).last)
        found = affiliation(page, last + 1, end)
        if found.country or (found.body and post.plural):
            belongs = Affiliation(found.country or belongs.country, belongs.body or found.body)
            last = end
    return Holding(holder, post, page.span(min(post.first, holder.first), last), rule, belongs, post.status)


def _closes(page: Page, at: int, limit: int) -> bool:
    return at >= limit or page.tokens[at].text in CLOSERS or page.tokens[at].text.casefold() in {"and", "who", "said"}


def _chained(page: Page, before: list[Holding], found: tuple[Post, ...]) -> Iterator[Holding]:
    """As in "U.S. Trade Representative Ambassador X", "president and party chief X": the title before the title."""
    for holding in before:
        for post in found:
            gap = [t.text.casefold() for t in page.tokens[post.last : holding.post.first]]
            if post.start < holding.post.start and gap in ([], ["and"]) and not _is_rank(post):
                span = page.span(post.first, holding.person.last)
                yield Holding(holding.person, post, span, "title_before_title", post.affiliation, post.status)


def _is_rank(post: Post) -> bool:
    return post.kind in {"rank", "honorific"}


# -- title after name


def _after(page: Page, sentence: Sentence, holder: Person, free: tuple[Post, ...]) -> Iterator[Holding]:
    """As in "X, the Russian president,", "X, who served as premier", "X is the leader", and titles joined by "and"."""
    at = _past_of(page, holder.last, sentence.last)
    start, rule, status = _approach(page, at, sentence.last)
    if start < 0:
        return
    post = next((p for p in free if p.first <= start <= p.start and start <= p.first + 1), None)
    while post is not None:
        if not _is_its_own(page, post, rule, sentence.last):
            return
        yield Holding(
            holder, post, page.span(holder.first, post.last), rule, post.affiliation, _tensed(post.status, status)
        )
        start = _next_start(page, post.last, sentence.last)
        post = next((p for p in free if start >= 0 and p.first <= start <= p.start), None)


def _tensed(of_post: str, of_verb: str) -> str:
    return of_verb if of_post == "current" and of_verb else of_post


def _approach(page: Page, at: int, limit: int) -> tuple[int, str, str]:
    """Where a title can begin after a name, by which rule, and the status the verb gives; -1 for nowhere."""
    rule, status = "title_after_name", ""
    if at < limit and page.tokens[at].text in OPENERS:
        at = _past_age(page, at + 1, limit)
        if at < limit and _plain(page, at) == "who":
            at += 1
            rule = "relative_clause"
    else:
        rule = "copula"
    verb = _verb(page, at, limit)
    if verb > at:
        status = _verb_status(page, at, verb)
        return _past_fillers(page, verb, limit), "copula" if rule == "title_after_name" else rule, status
    if rule != "title_after_name":
        return -1, rule, ""
    return _past_fillers(page, at, limit), rule, status


def _verb(page: Page, at: int, limit: int) -> int:
    """Past "is", "has been", "served as", "will be"; `at` itself where there is none."""
    end = at
    while end < min(limit, at + 5):
        plain = _plain(page, end)
        if plain in BE | {"will", "has", "had", "have", "would", "also", "currently", "now", "previously", "once"}:
            end += 1
        elif plain in SERVE and end + 1 < limit and _plain(page, end + 1) == "as":
            return end + 2
        else:
            break
    return end if any(_plain(page, t) in BE for t in range(at, end)) else at


def _verb_status(page: Page, first: int, last: int) -> str:
    words = {_plain(page, t) for t in range(first, last)}
    if "will" in words:
        return "designate"
    if "has" in words or "have" in words:
        return ""
    return "former" if words & PAST or "had" in words else ""


def _past_age(page: Page, at: int, limit: int) -> int:
    """Past an age and a comma: "X, 57, the leader"."""
    if at + 1 < limit and page.tokens[at].upos == "NUM" and page.tokens[at + 1].text == ",":
        return at + 2
    return at


def _past_fillers(page: Page, at: int, limit: int) -> int:
    while at < limit - 1 and _plain(page, at) in FILLERS - {"the", "a", "an", "one", "of"}:
        at += 1
    if at < limit - 3 and _plain(page, at) == "one" and _plain(page, at + 1) == "of":
        return at + 2
    return at


def _is_its_own(page: Page, post: Post, rule: str, limit: int) -> bool:
    """False where the title belongs to a name after it, or goes on as subject ("after X, the president said")."""
    if _is_rank(post) and rule != "copula":
        return False
    if person_at(page, post.end, limit) is not None or (post.end == post.last and person_at(page, post.last, limit)):
        return False
    if rule != "title_after_name" or post.last >= limit:
        return True
    following = page.tokens[post.last]
    return following.xpos not in {"VBD", "VBZ", "VBP", "MD"} or not post.determined


def _next_start(page: Page, at: int, limit: int) -> int:
    """Where a further title can begin: past "and", or a comma and "and"."""
    start = at
    while start < limit and _plain(page, start) in {",", "and", "as", "well"}:
        start += 1
    return _past_fillers(page, start, limit) if start > at else -1


def _plain(page: Page, token: int) -> str:
    return page.tokens[token].text.casefold()
