"""The state an office belongs to where its own words leave it out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from communique.claims.offices.affiliations import (
    OWN,
    Affiliation,
    affiliation,
    delegation_among,
    is_code,
    is_delegation_word,
    most_named,
)
from communique.claims.offices.front import front
from communique.claims.offices.holding import Holding
from communique.claims.offices.home import home, is_of_state
from communique.claims.offices.respective import in_order
from communique.claims.offices.support import COUNTERPARTS, supported, teller
from communique.claims.offices.told_before import told_before
from communique.lexicon import countries, titles
from communique.lexicon.bodies import body_of
from communique.lexicon.outlets import outlet
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.reading import Referent

MEMBERSHIP = frozenset({"be", "include", "comprise", "consist", "feature", "contain", "number"})
"""What a delegation does with its members."""

LED = frozenset({"lead", "head", "chair", "represent"})
"""What is done to a delegation by those who sit in it."""

MADE = frozenset({"represented", "made", "composed", "comprised", "formed"})

HIGH = frozenset({"president", "minister", "premier", "chancellor", "ambassador"})

JOINS = frozenset({"and", ",", "&", "with"})

SENT = frozenset({"ambassador", "delegate", "envoy", "representative"})
"""Who may be somebody's at a body."""

VISITING = frozenset({"visit", "arrive", "travel", "fly", "tour"})


def completed(page: Page, found: tuple[Holding, ...]) -> tuple[Holding, ...]:
    """Holdings with their state filled in from the list they stand in, their person, owner or title."""
    ordered = in_order(page, found)
    found = tuple(replace(h, affiliation=ordered.get(h.person.name[0], h.affiliation)) for h in found)
    found = tuple(_of_earlier(page, h) for h in found)
    owned = tuple(_of_owning_body(page, h) for h in found)
    served = {h.person.name[0]: h.affiliation for h in reversed(owned) if h.status != "former"}
    listed = tuple(_inherited(page, tuple(_in_delegation(page, _serving(page, h, served)) for h in owned)))
    stated = {h.person.name[0]: h.affiliation.country for h in reversed(listed) if h.affiliation.country}
    found = tuple(_with(h, _of_settled(page, h, stated) if _is_settled(h) else _known(page, h, stated)) for h in listed)
    stated = {h.person.name[0]: h.affiliation.country for h in reversed(found) if h.affiliation.country}
    return tuple(h if _is_settled(h) else _with(h, stated.get(h.person.name[0])) for h in found)


def _of_earlier(page: Page, holding: Holding) -> Holding:
    """As in "The spokesman, X": a bare title belongs where an earlier sentence puts it."""
    is_bare = holding.affiliation == Affiliation() and holding.rule == "title_before_name"
    return replace(holding, affiliation=told_before(page, holding)) if is_bare else holding


def _of_owning_body(page: Page, holding: Holding) -> Holding:
    """As in "the Front … its leader X", "the Front said Chairman X would go": the post is in the body that owns it, or
    that speaks of it.
    """
    if holding.affiliation != Affiliation() or holding.post.kind == "relative":
        return holding
    told = None if is_of_state(holding.post.role[0]) else teller(page, holding)
    owner = told if told is not None else holding.post.owner
    found = None if owner < 0 else page.referent_at(owner) if owner == told else _owner(page, holding)
    if found is None or found.kind not in {"party", "body"} or is_code(found.name) or outlet(found.name) is not None:
        return holding
    return replace(holding, affiliation=Affiliation(None, (found.name, page.span(owner, owner + 1))))


def _owner(page: Page, holding: Holding) -> Referent | None:
    """Whom a post's possessor stands for; "whose" for what stands before it."""
    at = holding.post.owner
    if page.tokens[at].xpos == "WP$":
        at -= 2 if at > 1 and page.tokens[at - 1].text == "," else 1
    return page.referent_at(at)


def _serving(page: Page, holding: Holding, served: Mapping[str, Affiliation]) -> Holding:
    """As in "Wilson's deputy": who serves a person in office serves where that person does."""
    if not _is_owned(holding) or not holding.owner:
        return holding
    of = served.get(holding.owner)
    if of is None or of.body is None or (of.country and _is_of_state(of.body)) or _is_high(holding.post.role[0]):
        return holding
    mark = page.span(holding.post.owner, holding.post.owner + 1)
    return replace(holding, affiliation=Affiliation(None, (of.body[0], mark)))


def _is_high(role: str) -> bool:
    """True for an office of a state whoever its holder serves: "Wilson's vice-president"."""
    return bool(HIGH & set(titles.norm((role,))))


def _is_owned(holding: Holding) -> bool:
    return holding.affiliation == Affiliation() and holding.post.owner >= 0 and holding.post.kind != "relative"


def _in_delegation(page: Page, holding: Holding) -> Holding:
    """As in "the Greek delegation includes Foreign Minister X", "is led by Foreign Minister X": a bare title takes the
    delegation's state or body.
    """
    if holding.affiliation != Affiliation() or holding.rule != "title_before_name":
        return holding
    sentence = page.sentence_of(holding.post.first)
    if page.tree.folded[sentence.first] == "it" and _lists(page, sentence.first + 1, holding.post.first):
        before = page.sentence_before(sentence) or sentence
        meant = delegation_among(page, range(before.first, before.last))
        return replace(holding, affiliation=_of_delegation(page, before.first, meant)) if meant >= 0 else holding
    for at in range(sentence.first, holding.post.first):
        if page.tokens[at].text.casefold() == "represented" and _lists(page, at - 1, holding.post.first):
            return replace(holding, affiliation=_represented(page, sentence.first, at))
        if is_delegation_word(page.tokens[at].text) and _lists(page, at + 1, holding.post.first):
            return replace(holding, affiliation=_of_delegation(page, sentence.first, at))
    return holding


def _of_delegation(page: Page, first: int, at: int) -> Affiliation:
    """The state or body of the delegation at token `at`, told from token `first` on."""
    found = front(page, first, at).affiliation
    meant = page.referent_of_head(at)
    if found == Affiliation() and meant is not None and meant.kind == "party" and meant.name == meant.country:
        found = Affiliation((meant.name, page.span(at, at + 1)))
    body = None if found.body and found.body[0].casefold() in titles.bodies() else found.body
    return Affiliation(found.country, body)


def _represented(page: Page, first: int, verb: int) -> Affiliation:
    """The side that is represented by somebody: "Greece was represented by Foreign Minister X"."""
    at = verb - 1
    while at > first and page.tokens[at].upos in {"AUX", "ADV"}:
        at -= 1
    name = page.name_at(at)
    return affiliation(page, name.first if name is not None else at, at + 1)


def _lists(page: Page, at: int, limit: int) -> bool:
    """True for a verb of membership soon after a delegation, and no further verb before the title; so for "led by"."""
    if _is_led(page, at, limit):
        return True
    verb = next((t for t in range(at, limit) if page.tokens[t].upos in {"VERB", "AUX"}), limit)
    if verb - at > 2 or verb >= limit or page.tokens[verb].lemma.casefold() not in MEMBERSHIP:
        return False
    return all(page.tokens[t].upos != "VERB" or page.tokens[t].text.casefold() in MADE for t in range(verb + 1, limit))


def _is_led(page: Page, at: int, limit: int) -> bool:
    """As in "will be led by" between a delegation and a title."""
    verbs = page.tokens[at : limit - 1]
    passive = len(verbs) > 1 and verbs[-1].lemma.casefold() in LED and page.word_before(limit) == "by"
    return passive and all(t.upos in ("AUX", "ADV") for t in verbs[:-1])


def _inherited(page: Page, found: tuple[Holding, ...]) -> Iterator[Holding]:
    """As in "Russian Foreign Minister X and Defense Minister Y": the second title belongs to the first one's state."""
    before: Holding | None = None
    mixed = _of_several(page, found)
    for holding in found:
        listed = page.tokens[holding.post.first - 1].text == "," and page.sentence_of(holding.post.first).first in mixed
        joined = before is not None and not _is_settled(holding) and not listed and _follows(page, before, holding)
        before = _joined_to(before, holding) if joined and before is not None else holding
        yield before


def _joined_to(before: Holding, holding: Holding) -> Holding:
    """A title with the state of the one before it, or with its body."""
    if before.affiliation.country:
        return _with(holding, before.affiliation.country)
    return _with_body(holding, before.affiliation.body)


def _of_several(page: Page, found: tuple[Holding, ...]) -> set[int]:
    """The sentences, by their first token, that name holders from several states."""
    states: dict[int, set[str]] = {}
    for holding in found:
        if holding.affiliation.country:
            states.setdefault(page.sentence_of(holding.post.first).first, set()).add(holding.affiliation.country[0])
    return {first for first, codes in states.items() if len(codes) > 1}


def _follows(page: Page, before: Holding, holding: Holding) -> bool:
    if holding.post.determined or holding.rule != "title_before_name":
        return False
    whose = before.affiliation.country or before.affiliation.body
    if whose is None or whose[1].start > before.person.name[1].start:
        return False
    if before.affiliation.country is None and is_of_state(before.post.role[0]) != is_of_state(holding.post.role[0]):
        return False
    between = page.tokens[before.person.last : holding.post.first]
    return 0 < len(between) <= 2 and all(t.text.casefold() in JOINS for t in between)


def _known(page: Page, holding: Holding, stated: Mapping[str, Field]) -> Field | None:
    found = stated.get(holding.person.name[0])
    if found:
        return found
    span = holding.person.name[1]
    if holding.person.country:
        return holding.person.country, span
    if page.tokens[holding.post.end - 1].lemma.casefold() in COUNTERPARTS:
        return supported(page, holding)
    if holding.post.owner >= 0:
        of_owner = _of_owner(page, holding, stated)
        if of_owner:
            return of_owner
    code = _of_title(holding.post.role[0])
    if code:
        return code, holding.post.role[1]
    at_home = holding.post.owner < 0 and is_of_state(holding.post.role[0]) and not _is_abroad(page, holding)
    return supported(page, holding) or (home(page) if at_home else None) or _of_few(page, holding.post.role)


def _is_abroad(page: Page, holding: Holding) -> bool:
    """True where the words before the title tell of somewhere else: "flew to Oslo, where she met Premier X"."""
    first = page.sentence_of(holding.post.first).first
    here = home(page)
    places = (r for t in range(first, holding.post.first) if (r := page.referent_at(t)) is not None)
    codes = {countries.code_of(r.name) for r in places if r.kind == "place"}
    return here is not None and (bool(codes - {here[0], ""}) or _comes_to(page, holding, here[0]))


def _comes_to(page: Page, holding: Holding, state: str) -> bool:
    """True for "Prime Minister X will visit Maretia": who visits a state is no officer of it."""
    last = page.sentence_of(holding.post.first).last
    for verb in (t for t in range(holding.person.last, last) if page.tokens[t].lemma.casefold() in VISITING):
        for goal in page.children(verb, "obj", "obl"):
            known = page.referent_of_head(goal)
            if known is not None and state in (known.name, countries.code_of(known.name)):
                return True
    return False


def _of_few(page: Page, role: Field) -> Field | None:
    """Of the few states that have an office the one that the report names most: "Foreign Secretary X"."""
    code = most_named(page, countries.having(role[0]))
    return (code, role[1]) if code else None


def _of_title(role: str) -> str:
    """The state that alone gives a title, further words around it or not; "secretary of state for" is many states'."""
    plain = " ".join(titles.norm((role,)))
    known = titles.states()
    within = (code for title, code in known.items() if title != "secretary of state" and f" {title} " in f" {plain} ")
    return known.get(plain) or next(within, "")


def _of_settled(page: Page, holding: Holding, stated: Mapping[str, Field]) -> Field | None:
    """The state of a post in a body: whose envoy to the body it is, or whose the body is."""
    body, role = holding.affiliation.body, holding.post.role
    is_sent = body is not None and body[1].start > role[1].start and bool(SENT & set(titles.norm((role[0],))))
    of_sender = is_sent and holding.post.owner >= 0 and not (holding.affiliation.country or holding.person.country)
    return (_of_owner(page, holding, stated) if of_sender else None) or _of_body(page, holding)


def _of_body(page: Page, holding: Holding) -> Field | None:
    """The state whose agency a body is, or that owns title and body: "Graustark's Defence Council Secretary X"."""
    body = holding.affiliation.body
    if holding.affiliation.country or body is None or body[1].end > holding.person.name[1].start:
        return None
    for token in page.tokens_in(body[1].join(holding.post.role[1])):
        found = page.referent_at(token)
        known = body_of(found.name) if found is not None and found.kind == "body" else None
        if found and known and known.kind in ("agency", "parliament") and is_code(found.country):
            return found.country, body[1]
        for owner in (c for c in page.children(token, "nmod:poss") if page.tokens[c].upos == "PROPN"):
            state = page.referent_at(owner)
            if state is not None and state.kind == "party" and is_code(state.name):
                return state.name, page.span(owner, owner + 1)
    return None


def _of_owner(page: Page, holding: Holding, stated: Mapping[str, Field]) -> Field | None:
    """The state of the person, party or pronoun that a title belongs to ("Wilson's envoy", "its envoy")."""
    span = page.span(holding.post.owner, holding.post.owner + 1)
    found = _owner(page, holding)
    if found is None:
        return None
    code = found.name if found.kind == "party" and is_code(found.name) else found.country
    return (code, span) if code else stated.get(found.name)


def _is_settled(holding: Holding) -> bool:
    """True with a state, or with a body that is no part of a state."""
    if holding.affiliation.country:
        return True
    body = holding.affiliation.body
    return body is not None and not _is_of_state(body)


def _is_of_state(body: Field) -> bool:
    known = body_of(body[0])
    if known is not None:
        return known.kind in OWN
    return titles.bodies().get(titles.norm((body[0],))[-1]) == "government"


def _with_body(holding: Holding, body: Field | None) -> Holding:
    return replace(holding, affiliation=Affiliation(None, body)) if holding.affiliation == Affiliation() else holding


def _with(holding: Holding, country: Field | None) -> Holding:
    body = holding.affiliation.body
    whole = body is not None and body[0].casefold() == "government"  # the state's, which is told
    return replace(holding, affiliation=Affiliation(country, None if whole else body)) if country else holding
