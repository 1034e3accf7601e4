"""Titles before names: "Foreign Minister X", "ministers X and Y", "the president, X,", "envoy Ambassador X"."""

from collections.abc import Iterator
from dataclasses import replace

from communique.claims.offices.affiliations import Affiliation, affiliation, state_at
from communique.claims.offices.complements import phrase_end
from communique.claims.offices.holding import DASHES, Holding, begins_office, is_owner, is_rank, past_bracket, plain
from communique.claims.offices.names import person_name
from communique.claims.offices.people import Person, person_at
from communique.claims.offices.posts import Post
from communique.claims.offices.respective import owners
from communique.lexicon import titles
from communique.model.page import Page
from communique.model.reading import Sentence

CLOSERS = frozenset({",", ".", ")", ";", ":", "?", "!", '"', "”", "]", "and", "who", *DASHES})
QUOTED = frozenset({'""', "“”", "‘’", "''", "``''"})

MARKS = QUOTED | {"()", "[]"}
"""Marks around a title: the "foreign minister" X of a state that few recognise, "(Russian Foreign Minister) X"."""

OPENERS = frozenset({",", "(", *DASHES})

STYLES = frozenset({"H.E.", "H.E", "H.H.", "H.H", "H.M.", "H.M", "H.R.H.", "H.R.H"})
"""Styles of heads and envoys of states before names and honorifics."""

ROOMS = frozenset({"office", "cabinet", "bureau", "secretariat"})
"""What belongs to the holder of an office and is no title: "the office of the envoy, X"."""

JOINED = 5
"""So many words may stand between "and" and the comma before the name."""

SAYING = frozenset({"said", "told", "says", "added"})


def before_names(page: Page, sentence: Sentence, found: tuple[Post, ...]) -> list[Holding]:
    """The posts that stand before their holders' names."""
    joined = [h for post in found for h in _of_post(page, sentence, post, found)]
    return [*joined, *_chained(page, joined, found)]


def _of_post(page: Page, sentence: Sentence, post: Post, found: tuple[Post, ...]) -> list[Holding]:
    if is_served(page, post):
        return []
    for at in dict.fromkeys((post.end, post.last)):
        first = _name_after(page, at, sentence.last, post)
        if first is not None:
            return [] if _is_one_name(page, post, first) else _list(page, sentence, post, first)
    shared, last = owners(page, sentence.first, post, sentence.last) if post.plural else ((), post.last)
    at = _past_joined(page, past_bracket(page, last, sentence.last), sentence.last)
    determined = _is_set_off(page, post) or _shares_article(page, post, found)
    if at + 1 < sentence.last and page.tokens[at].text in {",", *DASHES} and determined:
        start = at + 1 if post.owner >= post.end else _past_title(page, at + 1, sentence.last)
        start = _past_former(start, found)
        first = _name_after(page, start, sentence.last, post)
        end = past_of(page, first.last, sentence.last) if first is not None else start
        is_listed = start > _past_styles(page, at + 1, sentence.last) and _goes_on(page, end, sentence.last)
        begins = first is not None and _begins_clause(page, post, first)
        if first is not None and not begins and not is_listed and _closes(page, post, end, sentence.last):
            return _respectively(_list(page, sentence, post, first), shared)
    return []


def _begins_clause(page: Page, post: Post, holder: Person) -> bool:
    """True for who does something after the comma: "Speaking after meeting the envoy, X said"."""
    doer = next((t for t in range(holder.first, holder.last) if page.tokens[t].deprel.startswith("nsubj")), None)
    above = page.tokens[post.end - 1].head
    met = page.tokens[post.end - 1].deprel in ("obj", "obl") and above >= 0 and page.tokens[above].xpos == "VBG"
    return doer is not None and met and page.tokens[doer].head > holder.last - 1


def _goes_on(page: Page, at: int, limit: int) -> bool:
    """Whether others follow a name, so that the titles before it are those of different people."""
    return at + 1 < limit and (
        plain(page, at) == "and" or (page.tokens[at].text == "," and begins_office(page, at + 1, limit))
    )


def _past_joined(page: Page, at: int, limit: int) -> int:
    """Past what "and" adds before a comma: "minister and coalition partner, X", "envoy for Ovar and Lund, X"."""
    end = at + 1
    if at >= limit or plain(page, at) != "and" or begins_office(page, end, limit):
        return at
    while end < min(limit, at + JOINED) and (page.tokens[end].upos in {"NOUN", "ADJ"} or _is_land(page, end)):
        end += 1
    return end if end > at + 1 and end < limit and page.tokens[end].text == "," else at


def _is_land(page: Page, token: int) -> bool:
    name = page.name_at(token)
    return name is not None and name.kind in {"GPE", "LOC"}


def _past_former(at: int, found: tuple[Post, ...]) -> int:
    """Past a former office before the name in apposition: "the UN's envoy, former foreign minister X"."""
    post = next((p for p in found if p.first <= at <= p.start and p.status == "former"), None)
    return post.end if post is not None else at


def _past_title(page: Page, at: int, limit: int) -> int:
    """Past a title before the name in apposition: "Wilson's deputy, Ambassador X"."""
    at = state_at(page, at, min(limit, at + 4))[0]
    return titles.title_after([t.text for t in page.tokens[at : min(limit, at + 5)]], 0) + at


def _is_set_off(page: Page, post: Post) -> bool:
    """True for a title that a name between commas can follow: with an article, or with whose it is and no name before;
    false inside another title ("adviser to the president, X").
    """
    if _is_inner(page, post):
        return False
    if post.determined or post.plural:
        return True
    return post.owner < 0 and post.affiliation != Affiliation() and not _is_taken(page, post)


def _is_taken(page: Page, post: Post) -> bool:
    """True for a title right after another name: "Horn, the commander of the fleet"."""
    comma = post.first - 1
    return comma > 0 and page.tokens[comma].text in OPENERS and person_name(page, comma - 1) is not None


def _shares_article(page: Page, post: Post, found: tuple[Post, ...]) -> bool:
    """True for the second title of "the vice-president and nuclear chief, X"."""
    joined = post.first > 0 and plain(page, post.first - 1) == "and"
    return joined and any(p.last == post.first - 1 and p.determined and not p.plural for p in found)


def is_served(page: Page, post: Post) -> bool:
    """True for the second title of "Adviser to the President X" and "Director of the Office of the King X".

    With an article between, a title before a name is not that name's: state agencies translate so.
    """
    has_article = plain(page, post.first) == "the" and post.first + 1 == post.start
    is_before_name = any(person_name(page, end) is not None for end in (post.end, post.last))
    return has_article and _is_inner(page, post) and is_before_name


def _is_inner(page: Page, post: Post) -> bool:
    """True for the second title of "adviser to the president"."""
    link = post.first - 1
    outer = plain(page, link - 1) if link > 0 and plain(page, link) in {"to", "of", "for"} else ""
    return bool(outer) and outer not in ROOMS and titles.may_end(page.tokens[link - 1].text)


def _respectively(found: list[Holding], shared: tuple[Affiliation, ...]) -> list[Holding]:
    """As in "the Greek and Turkish ministers, X and Y": each of as many holders has his or her own."""
    if len(found) != len(shared):
        return found
    return [replace(h, affiliation=a) for h, a in zip(found, shared, strict=True)]


def _is_one_name(page: Page, post: Post, holder: Person) -> bool:
    """True where title and name are one name of a place or a body ("Khan Yunis", "King David Hotel")."""
    name = page.name_at(post.start)
    return name is not None and name.kind != "PERSON" and name.first <= post.start and holder.first < name.last


def _name_after(page: Page, at: int, limit: int, post: Post) -> Person | None:
    """The name right after a title, past a bracket ("(UNRWA)") and a rank."""
    at = past_bracket(page, at, limit)
    opening = {page.tokens[t - 1].text for t in (post.first, post.start) if t > 0}
    at += at < limit and any(mark + page.tokens[at].text in MARKS for mark in opening)
    at = _past_nickname(page, at, limit)
    at = _past_styles(page, at, limit)
    found = person_at(page, at, limit)
    return found if found is None or found.is_tagged or post.kind == "office" else None


def _past_styles(page: Page, at: int, limit: int) -> int:
    """Past a rank or honorific, and styles before it: "H.E. Mrs. X", "General X"."""
    while at < limit and page.tokens[at].text.upper() in STYLES:
        at += 1
    words = [t.text for t in page.tokens[at : min(at + 5, limit)]]
    end = titles.title_after(words, 0)
    is_style = bool(end) and titles.kind_of(words[:end]) in {"rank", "honorific"} and words[0][:1].isupper()
    return at + end if is_style else at


def _past_nickname(page: Page, at: int, limit: int) -> int:
    """Past a word in quotation marks before a name: Commander "Condor" Juan Perez."""
    marks = [page.tokens[t].text for t in (at, at + 2)] if at + 3 < limit else []
    is_set_off = len(marks) == 2 and "".join(marks) in QUOTED and person_name(page, at + 3) is not None
    return at + 3 if is_set_off and page.tokens[at + 1].text[:1].isupper() else at


def _list(page: Page, sentence: Sentence, post: Post, first: Person) -> list[Holding]:
    """One holding, or with a title in the plural one for each name of the list."""
    found = [_held(page, sentence, post, first)]
    at = past_of(page, first.last, sentence.last)
    while post.plural and at + 1 < sentence.last and plain(page, at) in {",", "and", "&"}:
        start = at + 2 if page.tokens[at].text == "," and plain(page, at + 1) in {"and", "&"} else at + 1
        following = None if begins_office(page, start, sentence.last) else person_at(page, start, sentence.last)
        if following is None:
            break
        found.append(_held(page, sentence, post, following))
        at = past_of(page, following.last, sentence.last)
    return _shared(found)


def _shared(found: list[Holding]) -> list[Holding]:
    """What "of" says after the last name of a list, if after no other, goes for all ("commanders X and Y of Z")."""
    last = found[-1].affiliation
    if len(found) == 1 or any(h.affiliation != h.post.affiliation for h in found[:-1]):
        return found
    return [replace(h, affiliation=last) for h in found]


def past_of(page: Page, at: int, limit: int) -> int:
    """Past "of Mexico" and brackets after a name."""
    at = past_bracket(page, at, limit)
    return phrase_end(page, at + 1, limit) if at < limit - 1 and plain(page, at) == "of" else at


def _held(page: Page, sentence: Sentence, post: Post, holder: Person) -> Holding:
    """A title before a name; "of Mexico" after the name tells the state."""
    belongs, last = post.affiliation, holder.last
    if last + 1 < sentence.last and plain(page, last) == "of":
        end = phrase_end(page, last + 1, sentence.last)
        found = affiliation(page, last + 1, end)
        if found.country or (found.body and post.plural):
            belongs, last = Affiliation(found.country or belongs.country, belongs.body or found.body), end
    evidence = page.span(min(post.first, holder.first), last)
    is_dead = last < sentence.last and page.tokens[last].lemma.casefold() == "die"
    status = "former" if is_dead else post.status
    return Holding(holder, post, evidence, "title_before_name", belongs, status)


def _is_apart(post: Post, holding: Holding) -> bool:
    """True for a rank, and for a title that is the owner's ("President X's envoy Y")."""
    return is_rank(post) or holding.post.owner >= 0


def _closes(page: Page, post: Post, at: int, limit: int) -> bool:
    """True where the apposition ends: at a mark, or for one holder at a verb of saying.

    Who speaks after the title of somebody named before it is another: "Horn, the commander of the fleet, Moran said".
    """
    if at >= limit or plain(page, at) in CLOSERS:
        return True
    return not post.plural and not _is_taken(page, post) and plain(page, at) in SAYING


def _chained(page: Page, joined: list[Holding], found: tuple[Post, ...]) -> Iterator[Holding]:
    """The title before the title: "U.S. Trade Representative Ambassador X", "president and party chief X"."""
    for holding in joined:
        for post in found:
            if post.last > holding.post.first or post.start >= holding.post.start or _is_apart(post, holding):
                continue
            if is_owner(page, post, holding.person.first) or _is_inner(page, post):
                continue
            gap = [plain(page, t) for t in range(post.last, holding.post.first)]
            if gap in ([], ["and"]):
                evidence = page.span(post.first, holding.person.last)
                yield Holding(holding.person, post, evidence, "title_before_title", post.affiliation, post.status)
