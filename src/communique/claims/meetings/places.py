"""Where a meeting takes place, as far as the trigger's clause says."""

from collections.abc import Iterable, Iterator

from communique.claims.datelines import town
from communique.claims.meetings.actors import actors
from communique.claims.meetings.circumstances import chain
from communique.claims.meetings.syntax import link, preposition
from communique.claims.meetings.triggers import Trigger, contacts
from communique.lexicon.cities import is_town, state_of_place
from communique.lexicon.countries import code_of, countries
from communique.lexicon.encounters import verbs
from communique.lexicon.places import place_words
from communique.model.claim import Field
from communique.model.page import Page, once
from communique.model.reading import Mention
from communique.model.span import Span

PLACES = ("GPE", "LOC", "FAC")
REMOTE = frozenset({"call", "video", "exchange"})
"""Formats of contacts that take place nowhere."""

INSIDE = ("in", "at", "near", "outside")
VISITS = frozenset({"visit", "trip", "tour", "journey", "stopover", "stop"})
LEAVING = frozenset({"leave", "depart"})
NAMED = frozenset({"summit", "conference"})
"""Formats that are called after their town: "the 2009 Copenhagen climate summit"; "Gaza talks" are about it."""

FIXING = frozenset({"set", "schedule", "slate", "plan", "fix", "bill"})
"""Verbs of which a meeting's place may be told with "for": "a summit set for Graustark"."""

WATERS = frozenset({"sea", "ocean", "strait", "straits", "peninsula"})
BESIDE = frozenset({"sideline", "sidelines", "margin", "margins", "fringe", "fringes"})
"""What is held on these of another gathering is held where that is."""

AT_HOME = frozenset({"government", "regime", "authority", "administration", "leadership", "parliament", "junta"})
"""Who sits in a place of their own whatever the meeting: "the government in Kabul"."""

ABROAD = frozenset({"embassy", "mission", "consulate", "office", "bureau", "institute", "legation"})
"""Who sits in a place of others: "the Graustarkian embassy in Ottawa"."""

WITHIN = frozenset({"for", "during", "at", "on"})
"""Prepositions of a contact that another is part of."""

AFTERWARDS = frozenset({"after", "following", "before", "ahead of"})
"""Prepositions of a meeting that what the clause tells is done before or after."""

DEEP = 3
"""A place hangs no deeper in a phrase."""


@once
def place(page: Page, trigger: Trigger) -> Field | None:
    """The place by its fullest name in the report."""
    if trigger.format in REMOTE:
        return None
    return next(iter(_found(page, trigger)), None)


def _found(page: Page, trigger: Trigger) -> Iterator[Field]:
    """Places of the trigger's clause, of those it is held with, and of the contacts it is part of, in this order."""
    yield from _where(page, trigger)
    for token in _clause(page, trigger):
        yield from _placed(page, token, _markers(page, token))
    for token in trigger.heads:
        yield from _placed_beside_partner(page, token)
    for token in _together(page, trigger):
        yield from _placed(page, token, _markers(page, token))
    if trigger.format in NAMED:
        yield from _named_for(page, trigger.token)


def _where(page: Page, trigger: Trigger) -> Iterator[Field]:
    """The place that a clause is about: "travelled to Graustark, where he met"."""
    for at in (trigger.outer, *page.ancestors(trigger.outer)):
        where = next((c for c in page.children(at, "advmod") if page.tree.folded[c] == "where"), None)
        if where is not None:
            before = where - 1 - (page.tokens[where - 1].upos == "PUNCT")
            own = place_at(page, before) if before >= page.sentence_of(at).first else None
            yield from [own] if own else venues(page, page.head(at)) if page.tokens[at].deprel.startswith("acl") else ()
            return


def _clause(page: Page, trigger: Trigger) -> list[int]:
    """The words whose place is the meeting's, the nearest first: what was done after a meeting was done elsewhere."""
    above = None if trigger.verbal else link(page, trigger.outer)
    is_apart = above is not None and above.preposition in AFTERWARDS
    return [token for token, far in sorted(chain(page, trigger), key=lambda p: p[1]) if far == 0 or not is_apart]


def _together(page: Page, trigger: Trigger) -> Iterator[int]:
    """Other contacts that the trigger is one with: "a summit and a dinner in Graustark", "met during a visit to"."""
    for head in trigger.heads:
        near = page.children(head, "conj")
        near += [c for c in page.children(head, "obl") if preposition(page, c) in WITHIN]
        if page.tokens[head].deprel.startswith(("conj", "acl")):
            near.append(page.head(head))
        yield from (token for token in near if token in contacts(page))


def _markers(page: Page, token: int) -> tuple[str, ...]:
    known = verbs().get(page.tokens[token].lemma.casefold())
    own = known.places if known else ()
    lemma = page.tokens[token].lemma.casefold()
    return (*INSIDE, *own, *(("to",) if lemma in VISITS else ("for",) if lemma in LEAVING | FIXING else ()))


def _placed(page: Page, token: int, markers: tuple[str, ...]) -> Iterator[Field]:
    """Places under a word: after a marker, beside another gathering, the goal of travel, beside a time."""
    for child in page.children(token, "obl", "nmod", "obj", "advmod", "xcomp", "advcl"):
        deprel = page.tokens[child].deprel
        if deprel.startswith(("xcomp", "advcl")):
            yield from _travelled(page, child)
        elif page.tokens[child].lemma.casefold() in BESIDE:
            others = (c for c in page.children(child, "nmod") if preposition(page, c) == "of")
            yield from (f for c in others for f in (*_placed(page, c, INSIDE), *_named_for(page, c)))
        elif _marker(page, child) in markers or page.tree.folded[child] == "here":
            yield from venues(page, child)
        elif _is_time(page, child):
            inside = (c for c in page.children(child, "nmod") if preposition(page, c) in INSIDE)
            yield from (f for c in inside for f in venues(page, c))


def _named_for(page: Page, gathering: int) -> Iterator[Field]:
    """The town in the name of a gathering: "the Graustark Security Conference"."""
    for child in page.children(gathering, "compound", "amod"):
        word = page.tokens[child]
        if is_town(word.text):
            yield word.text, word.span


def _is_time(page: Page, token: int) -> bool:
    """True for "for the first time" and "in recent days", on which a tree may hang the place that follows."""
    span = page.subtree_span(token, without=("nmod",))
    return page.tokens[token].lemma.casefold() == "time" or bool(page.times_in(span))


def _marker(page: Page, child: int) -> str:
    """The preposition of a phrase; "obj" where it has none."""
    return "obj" if page.tokens[child].deprel.startswith("obj") else preposition(page, child) or "obj"


def _travelled(page: Page, verb: int) -> Iterator[Field]:
    """The goal of travel to a meeting: "is poised to fly to Graustark to meet", not "before coming to Graustark"."""
    marks = {page.tokens[c].text.casefold() for c in page.children(verb, "mark", "case")}
    if marks.isdisjoint(AFTERWARDS) and page.tokens[verb].lemma.casefold() in place_words("travel"):
        goals = (c for c in page.children(verb, "obl") if preposition(page, c) in ("to", "into", "in", "for"))
        yield from (f for c in goals for f in venues(page, c))


def _placed_beside_partner(page: Page, token: int) -> Iterator[Field]:
    """A place that the tree hangs on those who are met: "met envoys of the rebels in Graustark".

    A seat of theirs may be only where they sit ("officials in Damascus"), unless the state is named alone.
    """
    known = verbs().get(page.tokens[token].lemma.casefold()) if page.tokens[token].upos == "VERB" else None
    markers = known.partners if known else ("with", "between", "of", "by")
    for child in page.children(token, "obl", "nmod", "obj"):
        if _marker(page, child) in markers:
            is_state = (named := page.referent_of_head(child)) is not None and named.kind == "party"
            seats = set() if is_state else {a.party for a in actors(page, child)}
            yield from _within(page, child, seats, 0)


def _within(page: Page, token: int, parties: set[str], depth: int) -> Iterator[Field]:
    lemma = page.tokens[token].lemma.casefold()
    if lemma in ABROAD or (lemma in AT_HOME and not parties) or depth > DEEP:
        return
    for child in page.children(token, "nmod", "conj", "flat", "appos"):
        if preposition(page, child) in INSIDE:
            yield from (f for f in venues(page, child) if state_of_place(f[0]) not in parties)
        else:
            yield from _within(page, child, parties, depth + 1)


# -- the phrase that names a place


def venues(page: Page, token: int, depth: int = 0) -> Iterator[Field]:
    """The place that a phrase names: itself, "the city of X", "the capital, X", "headquarters in X", "a X hotel"."""
    own, lemma = place_at(page, token), page.tokens[token].lemma.casefold()
    if own and not (lemma in place_words("part") and _named_within(page, token)):
        yield own
        return
    if depth > DEEP:
        return
    inner = page.children(token, "nmod", "appos")
    for child in (*inner, *page.children(token, "compound")):
        marker, deprel = preposition(page, child), page.tokens[child].deprel
        if marker in INSIDE or (lemma in place_words("part") and (marker == "of" or deprel == "appos")):
            yield from venues(page, child, depth + 1)
        elif deprel == "compound" and lemma in place_words("venue") and (found := place_at(page, child)):
            yield found


def _named_within(page: Page, token: int) -> bool:
    """True for "the Red Sea port of X": the town is X."""
    return any(preposition(page, c) == "of" and place_at(page, c) for c in page.children(token, "nmod"))


@once
def place_at(page: Page, token: int) -> Field | None:
    """The place a phrase names: its fullest name in the report, or the name as written; "here" is the dateline's."""
    word = page.tree.folded[token]
    capital = _capital(page, token) if word == "capital" else None
    if capital is not None:
        return capital
    if word == "here" and page.tokens[token].text == "here" and (written := town(page)) is not None:
        return written[0], page.tokens[token].span
    referent, mention = page.referent_at(token), page.mention_at(token)
    name = page.name_at(token)
    if referent is not None and mention is not None and referent.kind == "place":
        return None if _is_disputed(page, mention) else (referent.name, mention.span)
    if name is not None and (name.kind in PLACES or is_town(name.text) or _is_building(page, token, name.text)):
        return name.text, name.span
    return None


def _is_disputed(page: Page, named: Mention) -> bool:
    """True for "in the Graustark Sea", where nobody meets, unlike "on the Dead Sea"."""
    return page.tree.folded[named.last - 1] in WATERS and preposition(page, named.head) in ("in", "over")


def _is_building(page: Page, token: int, name: str) -> bool:
    """True for "at the Defence Ministry": a body by the name of the house it sits in."""
    return name.rsplit(maxsplit=1)[-1].casefold() in place_words("venue") and preposition(page, token) == "at"


def _capital(page: Page, token: int) -> Field | None:
    """The town that "the Graustarkian capital" means, by the name that the report has for it if it has one."""
    if page.tokens[token].upos != "NOUN":
        return None
    start = next(
        (n + 1 for n in range(token - 1, max(-1, token - 4), -1) if page.tokens[n].upos in ("DET", "ADP")), token
    )
    code = code_of(page.words(start, token)) if start < token else ""
    towns = countries()[code].capitals if code else ()
    found = next((town for town in towns if town in page.report.text), next(iter(towns), ""))
    return (found, page.span(start, token + 1)) if found else None


def finest(page: Page, field: Field, told: Iterable[Field]) -> Field:
    """The house or hall that is said to be in the place known: "the Old Palace in Graustark"."""
    town = [f for f in told if f[0] == field[0]]
    halls = (f for f in told if f[0] != field[0] and not state_of_place(f[0]))
    return next((v for v in halls for t in town if _is_in(page, v[1], t[1])), field)


def _is_in(page: Page, inner: Span, outer: Span) -> bool:
    between = page.report.text[inner.end : outer.start].casefold().split() if inner.end < outer.start else []
    return between in (["in"], [",", "in"], [","], ["at"])


def is_of_somebody(page: Page, span: Span) -> bool:
    """True for whose somebody or something is and with whom it is done: "Graustark's bid", "talks with Graustark"."""
    words = page.tokens_in(span)
    top = page.top(words)
    if page.tokens[top].deprel.startswith("nmod:poss") or preposition(page, top) in ("with", "between"):
        return True
    titled = page.referent_at(words.stop) if words.stop < len(page.tokens) else None
    is_title = titled is not None and titled.kind == "person" and not is_town(page.text(span))
    return is_title and page.word_before(words.start) not in (*INSIDE, "to")


def kind_of_place(page: Page, field: Field) -> str:
    """State, town, or what kind of name a place has."""
    if state_of_place(field[0]):
        return "town" if is_town(field[0]) else "state"
    name = page.name_at(page.tokens_in(field[1])[0])
    return name.kind if name else "none"
