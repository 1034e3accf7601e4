"""Who a phrase names: people with the side they belong to, and sides."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from communique.claims.meetings.syntax import preposition
from communique.claims.offices import offices
from communique.claims.sides import Sides
from communique.lexicon import titles
from communique.lexicon.cities import state_of_place
from communique.lexicon.countries import countries
from communique.lexicon.encounters import sides
from communique.lexicon.outlets import outlet
from communique.lexicon.people import noun
from communique.model.page import Page, once
from communique.model.reading import Mention, Referent
from communique.model.span import Span

CLAUSES = ("acl", "advcl", "ccomp", "parataxis", "punct", "cc", "dep")
"""Branches of a noun phrase that name others than the phrase does."""

PLACING = frozenset({"in", "at", "on", "near", "outside", "over", "about", "against", "from", "under", "during", "to"})
"""Prepositions whose noun is no part of who the phrase names; "from" and "to" count after a title ("envoy to")."""

TOWARDS = frozenset({"to", "with", "on", "against", "over", "about", "at"})
"""Prepositions after a title whose noun is another side than the person's: "envoy to"."""

STATELY = frozenset({"president", "minister", "premier", "chancellor", "ambassador", "king", "emir", "sultan"})
"""Titles of states, whatever movement or party their holder comes from."""

TITLED = frozenset({"ADJ", "NOUN", "PROPN", "DET", "PUNCT"})
LONGEST_TITLE = 9

EARLY = 20
"""A title that tells whose a person is stands with one of so many first mentions."""

LEADING = frozenset({"lead", "head", "chair"})

SENT = frozenset(
    "delegation delegate negotiator official envoy representative diplomat mediator team expert minister".split()
)
"""Who comes "from" the side that sent them."""

REBELS = frozenset({"rebel", "guerrilla", "insurgent", "separatist"})
"""Words for a movement that the report names elsewhere."""

BARE_SIDES = REBELS | {"opposition"}

OFTEN = 3
"""A movement that a report means without naming it is named at least so many times."""

OF_A_SIDE = frozenset(
    "leader party commander chief official negotiator representative delegate figure politician".split()
)
"""Who speaks for a side that is named by a word before: "opposition leaders"."""

GROUPS = frozenset({"group", "faction", "force"})
"""Those that are several, whatever their side: "opposition groups"."""

PEERS = frozenset({"counterpart", "colleague"})
"""Who is of the state that he is in: "his counterparts in Ruritania"."""

PRESS = frozenset(
    {"reporter", "journalist", "press", "news", "agency", "television", "radio", "newspaper", "medium"}
    | {"newsman", "newspaperman", "correspondent", "pressman"}
)


@dataclass(frozen=True, slots=True, order=True)
class Actor:
    """A person (`person` true, `party` the side as far as the report says it) or a side (`name` and `party` alike)."""

    span: Span
    name: str
    party: str
    person: bool

    @property
    def side(self) -> "Actor":
        """The side alone that a person sits for, where the person is named."""
        return Actor(self.span, self.party, self.party, False)

    @property
    def named(self) -> tuple[str, bool]:
        """What two mentions of the same actor share."""
        return self.name, self.person


def actors(page: Page, token: int) -> tuple[Actor, ...]:
    """Who the noun phrase headed by `token` names, coordinated phrases included, in text order."""
    found: list[Actor] = []
    for part in _conjuncts(page, token):
        named = [*_of_phrase(page, part), *_leaders(page, part)]
        found += [a for a in named if a.named not in {f.named for f in found}]
    people = [a for a in found if a.person]
    beside = [o for a in people for o in (_beside_and(page, token, a), _before_and(page, a)) if o is not None]
    return tuple(sorted([*found, *(a for a in beside if a.named not in {f.named for f in found})]))


def _beside_and(page: Page, token: int, actor: Actor) -> Actor | None:
    """Who stands right after "and" and a title, whatever the tree says: "the president and Prime Minister X met"."""
    at = page.tokens_in(actor.span).stop
    if at >= len(page.tokens) or page.tree.folded[at] != "and":
        return None
    title = takewhile(lambda n: page.tokens[n].upos in TITLED, range(at + 1, min(at + LONGEST_TITLE, len(page.tokens))))
    referent = next((r for n in title if (r := page.referent_at(n)) is not None and r.kind == "person"), None)
    mention = next((m for m in referent.mentions if m.first > at), None) if referent is not None else None
    if referent is None or mention is None or mention.last >= len(page.tokens):
        return None
    after, above = page.tokens[mention.last], page.head(token)
    goes_on = mention.last > above and after.upos in ("VERB", "AUX")
    return None if goes_on or after.text in ("'s", "’s") else of_referent(page, mention, referent)


def _before_and(page: Page, actor: Actor) -> Actor | None:
    """Who stands before "and" and the title of somebody, whatever the tree says: "X and Prime Minister Y met"."""
    first = page.tokens_in(actor.span).start
    before = range(first - 1, max(0, first - LONGEST_TITLE), -1)
    title = list(takewhile(lambda n: page.tokens[n].upos in TITLED, before))
    at = title[-1] - 1 if title else 0
    if at < 1 or page.tree.folded[at] != "and" or noun(page.tokens[title[0]].text) is None:
        return None
    referent, mention = page.referent_at(at - 1), page.mention_at(at - 1)
    if referent is None or mention is None or referent.kind != "person" or mention.form != "name":
        return None
    return of_referent(page, mention, referent) if mention.last == at else None


def _leaders(page: Page, token: int) -> list[Actor]:
    """Who leads those that the phrase names: "a delegation headed by X"."""
    led = (c for c in page.children(token, "acl") if page.tokens[c].lemma.casefold() in LEADING)
    agents = (c for verb in led for c in page.children(verb, "obl") if preposition(page, c) == "by")
    return [actor for agent in agents if (actor := _direct(page, agent)) is not None]


def is_press(page: Page, token: int) -> bool:
    """True for "reporters", "the news agency" and an outlet by name: listeners, no side."""
    if page.tokens[token].lemma.casefold() in PRESS:
        return True
    named = page.referent_at(token)
    return named is not None and named.kind == "body" and outlet(named.name) is not None


def of_referent(page: Page, mention: Mention, referent: Referent) -> Actor | None:
    """The actor a mention refers to, or None for places, outlets, and people without a name or a side."""
    span = mention.span
    if referent.kind == "person":
        side = affiliation(page, referent)
        if any(m.form == "name" for m in referent.mentions[:EARLY]):
            return Actor(span, referent.name, side, True)
        return Actor(span, side, side, False) if side else None
    if referent.kind == "party" or (referent.kind == "body" and outlet(referent.name) is None):
        side = side_of(referent)
        return Actor(span, side, side, False)
    return None


def side_of(referent: Referent) -> str:
    """The side that a party or body is or belongs to: a ministry is its state, a movement is itself."""
    return referent.name if referent.kind == "party" else referent.country or referent.name


@once
def affiliation(page: Page, referent: Referent) -> str:
    """The side a person belongs to: by the office he or she holds, else the movement named in the words beside, else
    the state the report gives, else the body named beside.
    """
    beside = _beside(page, referent)
    side = side_of(beside[0]) if beside else ""
    is_movement = bool(side) and beside[0].kind == "party" and not is_state(side)
    if all(m.form != "name" for m in referent.mentions):
        if _are_of_several_sides(page, referent):
            return ""
        if is_movement:
            return side
    if referent.country and (not is_movement or _is_stately(page, referent)):
        return _office_sides(page).of(referent) or referent.country
    return _office_sides(page).of(referent) or side


def _are_of_several_sides(page: Page, referent: Referent) -> bool:
    """True for "Ruritanian and rebel officials"."""
    first = referent.mentions[0]
    told = (page.referent_at(number) for number in range(first.first, first.last))
    found = {side_of(r) for r in told if r is not None and r.kind in ("party", "body")}
    return len(found) > 1 and not all(is_state(name) for name in found)


@once
def _office_sides(page: Page) -> Sides:
    return Sides(page, offices(page))


def _is_stately(page: Page, referent: Referent) -> bool:
    """True for a holder of an office that only states have."""
    named = [m for m in referent.mentions[:EARLY] if m.form == "name"]
    return any(page.tokens[t].lemma.casefold() in STATELY for m in named for t in _titles(page, m))


def is_state(name: str) -> bool:
    """True for the code of a state."""
    return name in countries()


def _beside(page: Page, referent: Referent) -> list[Referent]:
    """The parties and bodies that the titles beside a person's first mentions name."""
    found = []
    for mention in [m for m in referent.mentions[:EARLY] if m.form != "pronoun"]:
        for token in (mention.head, *_titles(page, mention)):
            for branch in page.children(token, "compound", "nmod", "amod"):
                other = _named_in(page, branch, mention)
                if other is not None:
                    found.append(other)
    return found


def _titles(page: Page, mention: Mention) -> list[int]:
    """The words of a title in apposition to a name, on either side of it."""
    head = page.head(mention.head)
    above = [head] if head >= 0 and page.tokens[mention.head].deprel.startswith(("appos", "flat")) else []
    return [*above, *page.children(mention.head, "appos", "compound")]


def _named_in(page: Page, token: int, mention: Mention) -> Referent | None:
    case = page.child(token, "case")
    if case is not None and page.tokens[case].text.casefold() in TOWARDS:
        return None
    for number in page.subtree(token, without=CLAUSES):
        if mention.first <= number < mention.last and mention.form == "name":
            continue
        other = page.referent_at(number)
        if other is not None and other.kind in ("party", "body"):
            return other
    return None


def _conjuncts(page: Page, token: int) -> list[int]:
    found = [token]
    for part in found:
        found += [c for c in page.children(part, "conj") if c not in found]
        behind = (c for c in page.children(part, "appos", "nmod:unmarked") if page.tokens[c].upos == "PROPN")
        found += [c for c in behind if c not in found and _are_two(page, part, c, ",", {"party"})]
        before = page.children(part, "compound")
        found += [c for c in before if c not in found and _are_two(page, c, part, "-", {"party", "body"})]
    return found


def _are_two(page: Page, first: int, second: int, mark: str, kinds: Collection[str]) -> bool:
    """True for two sides of these kinds with nothing but the mark between: "Ruritania, Graustark resume talks" in a
    headline, "the Ruritania-EU summit".
    """
    told = [page.referent_of_head(n) for n in (first, second)]
    sides_ = {r.name for r in told if r is not None and r.kind in kinds}
    return second == first + 2 and page.tokens[first + 1].text == mark and len(sides_) > 1


def _of_phrase(page: Page, token: int) -> list[Actor]:
    if is_press(page, token):
        return []
    direct = _direct(page, token)
    is_peer = page.tokens[token].lemma.casefold() in PEERS and not (direct is not None and direct.person)
    if direct is not None and not is_peer and not _are_sent(page, token):
        return _named_together(page, token) or [direct]
    inner = list(_within(page, token))
    peers = [a for a in inner if not a.person] if is_peer else []
    if peers:
        return peers
    if direct is not None:
        return inner if _are_of_several(inner) else [direct]
    people = [a for a in inner if a.person]
    if people:
        return people[:1]
    described = _described(page, token)
    return [described] if described else inner


def _several(page: Page, token: int) -> list[Actor]:
    """The sides that one phrase stands for: "both sides", "the two countries"."""
    told = page.referents_told(token)
    found = [a for m, r in told if (a := of_referent(page, m, r)) is not None and not a.person]
    return found if len({a.party for a in found}) > 1 else []


def _named_together(page: Page, token: int) -> list[Actor]:
    """The states that one name stands for: "the two Koreas", "the Baltics"."""
    return _several(page, token) if all(m.form == "name" for m, _ in page.referents_told(token)) else []


def _are_sent(page: Page, token: int) -> bool:
    """True for several of whom the phrase may say whose they are: "negotiators", "the presidents of X and Y"."""
    lemma = page.tokens[token].lemma.casefold()
    return page.tokens[token].xpos == "NNS" and (lemma in SENT or titles.kind_of((lemma,)) == "office")


def _are_of_several(inner: Sequence[Actor]) -> bool:
    """True for "negotiators from Ruritania and Graustark", who are of both sides."""
    return not any(a.person for a in inner) and len({a.party for a in inner}) > 1


def _direct(page: Page, token: int) -> Actor | None:
    referent = page.referent_of_head(token)
    if referent is None or referent.kind == "place":
        return None
    mention = next(m for m in referent.mentions if m.head == token)
    return of_referent(page, mention, referent)


def _within(page: Page, token: int) -> Iterable[Actor]:
    """Those named by modifiers of the head: "Israeli officials", "the leaders of Ruritania and Graustark"."""
    seen: set[tuple[str, bool]] = set()
    numbers = _own(page, token)
    for number in numbers:
        referent, mention = page.referent_at(number), page.mention_at(number)
        if referent is None or mention is None or mention.head != number:
            continue
        actor = of_referent(page, mention, referent)
        if actor is None and _is_of_peers(page, number):
            actor = abroad(mention, referent)
        for one in _several(page, number) or ([actor] if actor is not None else []):
            if one.named not in seen:
                seen.add(one.named)
                yield one


def abroad(mention: Mention, referent: Referent) -> Actor | None:
    """The state of a place: "counterparts in Ruritania", "visited Strelsau"."""
    code = state_of_place(referent.name) if referent.kind == "place" else ""
    return Actor(mention.span, code, code, False) if code else None


def places_beside(page: Page, place: Span) -> list[Actor]:
    """The states of places told with "and" after another: "to Strelsau and Ruritania"."""
    head = page.top(page.tokens_in(place))
    named = ((page.mention_at(n), page.referent_of_head(n)) for n in page.children(head, "conj"))
    told = ((m, r) for m, r in named if m is not None and r is not None)
    states = (abroad(m, r) or of_referent(page, m, r) for m, r in told)
    return [actor for actor in states if actor is not None and is_state(actor.name)]


def _is_of_peers(page: Page, token: int) -> bool:
    """True in "his counterparts in Ruritania and Graustark", not in "his Maretian counterparts in Graustark"."""
    owner = page.head(page.first_of_list(token))
    if owner < 0 or page.tokens[owner].lemma.casefold() not in PEERS:
        return False
    told = (page.referent_at(c) for c in page.children(owner, "amod", "compound") if c < owner)
    return all(r is None or r.kind != "party" for r in told)


def _own(page: Page, token: int) -> list[int]:
    """The tokens of a phrase without clauses, places and other conjuncts of its head."""
    found, stack = [], [token]
    while stack:
        at = stack.pop()
        found.append(at)
        for child in page.children(at):
            deprel = page.tokens[child].deprel
            if deprel.startswith(CLAUSES) or (at == token and deprel == "conj") or _places(page, child):
                continue
            if deprel in ("amod", "compound") and at != token and _is_movement(page, at):
                continue
            stack.append(child)
    return sorted(found)


def _is_movement(page: Page, token: int) -> bool:
    """True for a movement named by a noun: a state before it is not meant: "Ruritanian rebels"."""
    referent = page.referent_of_head(token)
    return referent is not None and referent.kind == "party" and not is_state(referent.name)


def _places(page: Page, token: int) -> bool:
    case = page.child(token, "case")
    if case is None:
        return False
    of, word = page.tokens[page.head(token)].lemma.casefold(), page.tree.folded[case]
    is_home = (word in ("in", "from") and of in PEERS) or (word == "from" and of in SENT)
    return not is_home and word in PLACING


def _is_bare_side(page: Page, token: int) -> bool:
    return page.tokens[token].upos in ("NOUN", "ADJ") and page.tokens[token].text.casefold() in BARE_SIDES


def _described(page: Page, token: int) -> Actor | None:
    """A side without a name: "Graustarkian rebels", "the opposition"."""
    own = next((c for c in page.children(token, "amod", "compound") if _is_bare_side(page, c)), None)
    if own is not None and page.tree.folded[own] == "opposition" and page.tokens[token].lemma.casefold() in GROUPS:
        span = page.span(own, token + 1)
        return Actor(span, page.text(span), page.text(span), False)
    if own is not None and page.tokens[token].lemma.casefold() in OF_A_SIDE:
        span = page.span(own, own + 1 if page.tokens[own].text.casefold() == "opposition" else token + 1)
        return Actor(span, page.text(span), page.text(span), False)
    if page.tokens[token].lemma.casefold() not in sides() and page.tokens[token].text.casefold() not in sides():
        return None
    if page.tokens[token].lemma.casefold() in ("government", "delegation", "delegate", "leader", "army", "regime"):
        return None
    left = [c for c in page.children(token, "amod", "compound") if c < token]
    span = page.span(min([*left, token]), token + 1)
    known = _movement(page) if page.tokens[token].lemma.casefold() in REBELS else ""
    return Actor(span, known or page.text(span), known or page.text(span), False)


@once
def _movement(page: Page) -> str:
    """The movement that a report means by "the rebels": the one that it names far more often than any other, or ""."""
    named = Counter({r.name: len(r.mentions) for r in page.reading.referents if r.kind == "party"})
    first, second = ([(n, c) for n, c in named.most_common() if not is_state(n)] + [("", 0), ("", 0)])[:2]
    return first[0] if first[1] >= OFTEN and first[1] >= 2 * second[1] else ""
