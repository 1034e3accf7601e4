"""Noun phrases that name a plan, an agreement, a truce, a resolution."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.claims.clauses import case, noun_lemma
from communique.claims.dates import Dates
from communique.claims.proposals.making import PARTICLES, is_authoring, is_settling
from communique.claims.proposals.nouns import MODIFIERS, is_new, kinds_of, phrase_before
from communique.claims.wording import whole
from communique.lexicon.documents import document_classes
from communique.lexicon.people import noun
from communique.model.page import Page
from communique.model.span import Span

LONGEST = 12
"""Tokens in a name; longer complements are cut."""
LEEWAY = 4
"""So many more where the last one belongs to a word still to come."""
CLOSED = frozenset({"ADP", "CCONJ", "DET", "PART", "PRON", "SCONJ", "AUX"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
STOPS = frozenset({",", ";", ":", "(", "—", "–", "--", "that", "which", "who"})
CLAUSE_STOPS = frozenset({",", ";", ":", "(", "—", "–", "--", ".", "!", "?", '"', "“", "”"})
PAIR = 2
COMPLEMENTS = ("nmod", "obl", "acl")
OUTSIDE = ("parataxis", "advcl", "acl:relcl", "appos", "ccomp")
SURE = frozenset({"of"})
OPENING = frozenset({"of", "on", "for", "with", "between", "against", "over", "in", "from", "to"})
GIVEN = frozenset({"to", "from"})
CIRCUMSTANCES = frozenset("ahead amid as at before during following including since until while".split())
"""Words that open when, where and with what else; a name ends before them."""
PURPOSES = frozenset({"attempt", "bid", "effort", "move", "way"})
CONDITIONS = frozenset(
    "abeyance danger doubt effect force jeopardy limbo place reach ruins shreds sight table tatters".split()
)
"""How a document stands, not what it is: "a truce in place", "the offer on the table"."""
LEANING = frozenset({"amod", "compound", "nummod", "det", "advmod", "nmod"})
ENDING = frozenset("adjourn break close collapse conclude end fail finish leave part return".split())
QUANTITIES = frozenset("dozen few many multiple number numerous several some various".split())
ROUND = frozenset("about almost around more nearly over than".split())
"""Words before a number that is not exact."""
YEAR = 4
BARE = frozenset(
    "the a an this that these those any such its their his her new latest current existing same other first final "
    "own proposed possible recent previous earlier whole entire full initial original".split()
)
"""Words that tell nothing about which document is meant."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One phrase: `head` its noun, `name` without article and clauses, `words` tells it from others of its kind."""

    head: int
    name: Span
    kinds: tuple[str, ...]
    words: frozenset[str]


def mentions(page: Page, dates: Dates) -> Iterator[Mention]:
    """Every noun phrase of the report whose head names a document."""
    for token in page.telling_tokens():
        found = _mention(page, dates, token)
        if found is not None:
            yield found


def _mention(page: Page, dates: Dates, token: int) -> Mention | None:
    kinds = kinds_of(page, token)
    following = token + 1
    inside = following < len(page.tokens) and page.tokens[token].deprel in ("compound", "flat")
    if not kinds or (inside and page.tokens[following].upos in ("NOUN", "PROPN")) or _is_lacking(page, token):
        return None
    first = _first(page, token)
    before = range(first, token)
    last = _last(page, dates, token, bare=not _telling(page, before) or _is_one_noun(page, first, token))
    words = _telling(page, [*before, *range(token + 1, last + 1)])
    named = whole(page, page.span(_without_number(page, first, token), _numbered(page, token, last) + 1))
    return Mention(token, named, kinds, words)


def _is_lacking(page: Page, token: int) -> bool:
    """True for what did not come about: "ended without a joint statement"."""
    above, articles = page.head(token), {page.tokens[c].lemma.lower() for c in page.children(token, "det")}
    ends = above >= 0 and page.tokens[above].lemma.lower() in ENDING
    return ends and case(page, token) == "without" and articles <= {"a", "any"}


def _is_one_noun(page: Page, first: int, token: int) -> bool:
    """True for "road map", which as a whole says what kind of document it is."""
    return first < token and bool(document_classes(page.words(first, token).lower() + f" {noun_lemma(page, token)}"))


def _without_number(page: Page, first: int, token: int) -> int:
    """Where a name begins without how many there are: "several memorandums", "more than ten accords"."""
    at = first
    while at < token and page.tokens[at].lemma.lower() in (QUANTITIES | ROUND):
        at += 1
    if at < token and _counts(page, at):
        return at + 1
    return at if at == first or page.tokens[at - 1].lemma.lower() in QUANTITIES else first


def _counts(page: Page, token: int) -> bool:
    """True for a number of documents, not for that of a year or of points: "ten accords", "the 2015 accord"."""
    here, following = page.tokens[token], page.tokens[token + 1]
    year = here.text.isdigit() and len(here.text) == YEAR
    return here.upos == "NUM" and not year and here.end < following.start and following.text not in ("-", "–")


def _numbered(page: Page, token: int, last: int) -> int:
    """Where a name ends with its letter or number: "Plan B", "Resolution 2216"."""
    following = page.tokens[token + 1] if last == token and token + 1 < len(page.tokens) else None
    if following is None or following.start != page.tokens[token].end + 1:
        return last
    letter = len(following.text) == 1 and following.text.isupper() and following.text != "I"
    named = page.tokens[token].text[:1].isupper() or page.tokens[token].lemma.lower() == "resolution"
    number = following.upos == "NUM" and following.text.isdigit() and named
    return token + 1 if letter or number else last


def _telling(page: Page, tokens: Iterable[int]) -> frozenset[str]:
    content = (page.tokens[t].lemma.lower() for t in tokens if page.tokens[t].upos not in CLOSED)
    return frozenset(content) - BARE


def _first(page: Page, token: int) -> int:
    """Where the name begins: before its adjectives and nouns, after article and possessor."""
    phrase = phrase_before(page, token)
    if phrase >= 0:
        return _first(page, phrase)
    joined = [c for c in page.children(token, "acl") if page.tokens[c].xpos == "VBN"]
    before = {t for c in (*page.children(token, *MODIFIERS), *joined) if c < token for t in page.subtree(c)}
    first = token
    while first - 1 in before or _in_compound(page, first - 1, token):
        first -= 1
    name = page.name_at(token)
    first = min(first, name.first) if name is not None else first
    stop = max((t for t in range(first, token) if _ends_possessor(page, t)), default=first - 1)
    first = stop + 1
    while first < token and page.tokens[first].upos in CLOSED | {"PUNCT"} and page.tokens[first + 1].text != "-":
        first += 1
    return first


def _in_compound(page: Page, token: int, noun: int) -> bool:
    """True for "five-day", "cease-fire" where the tree lost a part: words joined to the next by a hyphen."""
    joined = page.are_joined(token, token + 2)
    return joined and ("-" in (page.tokens[token].text, page.tokens[token + 1].text)) and token < noun


def _ends_possessor(page: Page, token: int) -> bool:
    return page.tokens[token].text.lower() in ("'s", "’s", "'", "’") or page.tokens[token].upos == "PRON"


def _last(page: Page, dates: Dates, token: int, *, bare: bool) -> int:
    """Where the name ends: after "of", "on", "with" and their noun, after "to" or "-ing" and what it governs."""
    last = token
    for child in page.children(token, *COMPLEMENTS):
        branch = page.subtree(child, without=OUTSIDE)
        if page.tokens[child].lemma.lower() in CONDITIONS and case(page, child) in ("in", "on", "within"):
            break
        belongs = _belongs(page, child, bare=bare) or (branch[0] == last + 1 and _is_told_on(page, token, branch[-1]))
        if child < token or branch[0] != last + 1 or not belongs:
            continue
        end = _end(page, dates, token, branch)
        if end <= last or _is_half(page, child, end):
            break
        last = end
        if end != branch[-1]:
            break
    if last == token and bare and (loose := _loose(page, token)):
        last = _end(page, dates, token, loose)
    last = last if last > token else _scanned(page, dates, token, bare=bare)
    if last > token or not bare:
        return last
    return next((end for way in (_dated, _told_by, _provided) if (end := way(page, dates, token)) > token), token)


def _told_by(page: Page, _: Dates, token: int) -> int:
    """Where a name ends that only its maker tells from others: "a ceasefire ordered by the Council"."""
    at, stop = token + 1, page.sentence_of(token).last
    if (
        at >= stop
        or page.tokens[at].xpos not in ("VBN", "VBD")
        or not (is_authoring(page, at) or is_settling(page, at))
    ):
        return token
    by = at + 1 + (at + 1 < stop and page.tokens[at + 1].text.lower() in PARTICLES)
    if by >= stop or page.tokens[by].text.lower() != "by":
        return token
    following = range(by + 1, min(stop, token + LONGEST))
    maker = itertools.takewhile(lambda t: page.tokens[t].text == "-" or not _ends_phrase(page, t), following)
    last = _rounded(page, token, max(maker, default=token))
    return last if last > by else token


def _provided(page: Page, _: Dates, token: int) -> int:
    """Where the name of something new ends that only what it provides tells from others: "a plan that would ...".

    The clause must restrict: no comma before it.
    """
    at, sentence = token + 1, page.sentence_of(token)
    words = page.tree.folded[at : min(at + 2, sentence.last)]
    if (
        not is_new(page, token)
        or _first(page, token) < token
        or not words
        or not (words[0] in ("that", "whereby") or words[1:] == ["which"])
    ):
        return token
    following = range(at, min(sentence.last, token + LONGEST + LEEWAY))
    clause = list(itertools.takewhile(lambda t: page.tokens[t].text not in CLAUSE_STOPS, following))
    return _rounded(page, token, clause[-1]) if len(clause) > PAIR else token


def _is_half(page: Page, child: int, end: int) -> bool:
    """True where a name would end after one of two between whom a document is."""
    return case(page, child) == "between" and any(c > end for c in page.children(child, "conj"))


def _dated(page: Page, dates: Dates, token: int) -> int:
    """Where a name ends that only a date tells from others: "the truce of February 2002"."""
    first = token + 2
    if first >= len(page.tokens) or page.tokens[token + 1].text.lower() != "of" or dates.at(first) is None:
        return token
    return _through_date(page, dates, token + 1)


def _loose(page: Page, token: int) -> list[int]:
    """What a new document is to do, where the tree hangs it on the verb: "agreed on a road map to boost trade"."""
    at = token + 1
    if not is_new(page, token) or at + 1 >= page.sentence_of(token).last:
        return []
    verb = at if page.tokens[at].xpos == "VBG" else at + 1
    if page.tokens[verb].xpos not in ("VB", "VBG") or (verb > at and page.tokens[at].text.lower() != "to"):
        return []
    return [t for t in page.subtree(verb, without=OUTSIDE) if t >= at]


def _is_told_on(page: Page, token: int, last: int) -> bool:
    """True where what a document is to do follows who gave it: "a proposal from Torvik to open the border"."""
    following = page.children(token, "acl")
    return any(
        c > last and page.tokens[last + 1].lemma.lower() == "to" and page.subtree(c)[0] == last + 1 for c in following
    )


def _scanned(page: Page, dates: Dates, token: int, *, bare: bool) -> int:
    """Where the name ends by the words alone, for when the tree hangs its complement elsewhere."""
    opening = SURE | ({"on", "for"} if bare else frozenset())
    at = token + 1
    sentence = page.sentence_of(token)
    if at >= sentence.last or page.tokens[at].text.lower() not in opening:
        return token
    following = range(at + 1, min(sentence.last, token + LONGEST))
    branch = [at, *itertools.takewhile(lambda t: not _ends_phrase(page, t), following)]
    if page.tokens[branch[-1]].lemma.lower() in CONDITIONS:
        return token
    return _end(page, dates, token, branch)


def _ends_phrase(page: Page, token: int) -> bool:
    here = page.tokens[token]
    further = here.upos == "ADP" and here.text.lower() != "of"
    return further or here.upos in ("PUNCT", "SCONJ", "PRON", "AUX", "VERB")


def _belongs(page: Page, child: int, *, bare: bool) -> bool:
    """True for "of", "on", "for" and their noun, an infinitive, a clause in "-ing"; not for who made or signed it."""
    if page.tokens[child].deprel.startswith("acl"):
        mark = page.child(child, "mark")
        to = mark is not None and page.tokens[mark].text.lower() == "to"
        tags = ("VBG", "VBN") if bare else ("VBG",)
        return not page.tokens[child].deprel.endswith("relcl") and (to or page.tokens[child].xpos in tags)
    introduced = page.child(child, "case", "mark")
    if introduced is None or page.tokens[introduced].text.lower() not in OPENING or is_of_both(page, child):
        return False
    return page.tokens[introduced].text.lower() not in GIVEN or not _is_somebody(page, child)


def is_of_both(page: Page, token: int) -> bool:
    """True for "both sides", whom everything in talks is with: "shared a draft with both parties"."""
    told = {page.tokens[c].lemma.lower() for c in page.children(token, "det", "nummod")}
    return page.tokens[token].lemma.lower() in ("side", "party", "delegation") and bool(told & {"both", "two", "all"})


def _is_somebody(page: Page, token: int) -> bool:
    """True for those to whom a document is given, or from whom it comes, and for both of two."""
    referent, lemma = page.referent_at(token), page.tokens[token].lemma.lower()
    known = referent is not None and referent.kind in ("party", "person", "body") and page.tokens[token].upos != "VERB"
    return known or noun(page.tokens[token].text) is not None or lemma in ("side", "party", "delegation", "mediator")


def _tells_maker(page: Page, token: int) -> bool:
    """True for a participle that says whose work it is: "drawn up by", "sponsored by"."""
    following = (page.tokens[t].text.lower() for t in range(token + 1, min(token + 3, len(page.tokens))))
    return page.tokens[token].xpos in ("VBN", "VBD") and "by" in following


def _end(page: Page, dates: Dates, token: int, branch: Sequence[int]) -> int:
    """The last token of a complement that stands in one piece, without dates, finite clauses and closing words."""
    last, dated = branch[0] - 1, False
    for at in branch:
        here = page.tokens[at]
        dated = dates.at(at) is not None
        long = at >= token + LONGEST and not (at < token + LONGEST + LEEWAY and _leans(page, last))
        if at != last + 1 or long or here.xpos in FINITE or dated:
            break
        if here.text in STOPS or here.text.lower() in CIRCUMSTANCES or _tells_maker(page, at) or _is_purpose(page, at):
            break
        last = at
    end = _rounded(page, token, last)
    if page.tokens[end].xpos == "VBG" and end == token + 1 and page.children(end):
        return token
    if page.tokens[end].xpos in ("VBN", "VBD") and end > token:
        return _through_date(page, dates, last) if dated else _rounded(page, token, end - 1)
    return end


def _rounded(page: Page, token: int, last: int) -> int:
    """Back to where no word is left without the one it belongs to: "a fragile" of "a fragile truce"."""
    while last > token and (
        page.tokens[last].upos in CLOSED or page.tokens[last].upos == "PUNCT" or _leans(page, last)
    ):
        last -= 1
    return last


def _leans(page: Page, token: int) -> bool:
    """True for a modifier of a word still to come, and for a verb before its object."""
    if page.tokens[token].upos == "VERB":
        return any(c > token for c in page.children(token, "obj"))
    return page.head(token) > token and page.tokens[token].deprel.partition(":")[0] in LEANING


def _through_date(page: Page, dates: Dates, last: int) -> int:
    """To the end of the date behind `last`: "deal agreed in November", which nothing else tells from other deals."""
    at = last + 1
    while at < len(page.tokens) and dates.at(at) is not None:
        at += 1
    return at - 1


def _is_purpose(page: Page, token: int) -> bool:
    """True for "in an attempt", "in a bid": why it was made does not belong to a name."""
    words = [page.tokens[t].text.lower() for t in range(token, min(token + 3, len(page.tokens)))]
    return words[0] == "in" and len(words) > 2 and words[1] in ("a", "an") and words[2] in PURPOSES
