"""The state an office belongs to where other words of the report say it outright.

A title that stands alone ("Foreign Minister X said") has no state of its own. It has one where the report lets the
person lead a state's delegation, where the state acts with or through the person, where a counterpart "in Maretia" is
called by name, or where only one state's ministry of that name is spoken of. Nothing else is evidence: a state that is
merely near, or named often, is none.
"""

from collections.abc import Iterator

from communique.claims.clauses import case
from communique.claims.offices.affiliations import is_code, is_delegation_word, state_at
from communique.claims.offices.holding import Holding
from communique.claims.offices.home import is_of_state
from communique.lexicon import cues, titles
from communique.lexicon.changes import removes
from communique.lexicon.cities import is_town, state_of_place
from communique.lexicon.countries import is_capital
from communique.lexicon.places import place_words
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.reading import Token

LEADING = frozenset({"lead", "head", "chair", "represent"})
SENDING = frozenset({"send", "dispatch", "appoint", "name", "nominate", "recall", "delegate"})
MEETING = frozenset({"meet", "see"})
ASSERTING = frozenset(
    "affirm announce clarify confirm convey detail emphasise emphasize explain express extend highlight offer outline "
    "pledge present reaffirm reiterate renew repeat restate stress underline underscore voice".split()
)
GOING_ALONG = frozenset({"accompany", "flank", "join"})
"""Who is so by others is there with them, and of their side."""
SETTING_OUT = frozenset({"lay", "set", "spell"})
STANDS = frozenset(
    "adherence appreciation belief commitment concern condolence desire determination gratitude intention interest "
    "keenness opposition policy position readiness rejection resolve solidarity stance stand support view will "
    "willingness".split()
)
"""What whoever speaks for a state has of it to tell: "Maretia's readiness"."""
APPOINTING, TELLING = 8, 6
"""So many tokens before a name, or before a title, its verb of appointing or of saying may stand."""
COUNTERPARTS = frozenset({"counterpart", "colleague", "opposite"})
MINISTRIES = frozenset({"ministry", "department", "army", "parliament", "presidency", "cabinet"})


def supported(page: Page, holding: Holding) -> Field | None:
    """The state that the report says outright to be a person's, with the words that say it; else None."""
    return next((found for rule in RULES if (found := rule(page, holding))), None)


def _state(page: Page, token: int) -> Field | None:
    """The state that a noun phrase with this head stands for: a state, its organ, or a person of that state."""
    found = page.referent_of_head(token) or page.referent_at(token)
    if found is None:
        return None
    code = found.name if found.kind == "party" and is_code(found.name) else found.country
    return (code, page.span(token, token + 1)) if code and found.kind in {"party", "person"} else None


def _mentions(page: Page, holding: Holding) -> Iterator[int]:
    """The heads of all mentions of the person."""
    found = page.referent_at(holding.person.last - 1)
    yield from (m.head for m in found.mentions) if found is not None else (holding.person.last - 1,)


def _leading_delegation(page: Page, holding: Holding) -> Field | None:
    """As in "X will lead the Maretian delegation", "X represents Torvik"."""
    for head in _mentions(page, holding):
        verb = page.tokens[head].head
        if verb < 0 or page.tokens[head].deprel != "nsubj" or page.tokens[verb].lemma.casefold() not in LEADING:
            continue
        led = page.child(verb, "obj")
        if led is None:
            continue
        stands_for = page.tokens[verb].lemma.casefold() == "represent" or is_delegation_word(page.tokens[led].text)
        found = _state(page, led) if stands_for else None
        if found:
            return found
    return None


def _acting_for(page: Page, holding: Holding) -> Field | None:
    """As in "Maretia hailed the deal, with President X calling it …", "Torvik's king stayed away, sending Prince X"."""
    first, last = holding.post.first, holding.person.last
    heads = {page.tokens[t].head for t in range(first, last)} - set(range(first, last))
    verb = next((h for h in heads if h >= 0 and page.tokens[h].text.casefold().endswith("ing")), None)
    if verb is None:
        return None
    opened = first > 0 and page.tokens[first - 1].text.casefold() == "with" and verb >= last
    sent = page.tokens[verb].lemma.casefold().removesuffix("ing") in SENDING and verb < first
    begin = page.sentence_of(first).first
    subjects = [t for t in range(begin, min(first, verb)) if page.tokens[t].deprel.startswith("nsubj")]
    return _state(page, subjects[-1]) if (opened or sent) and subjects else None


def _appointed_by(page: Page, holding: Holding) -> Field | None:
    """As in "Maretia named X ambassador", "the Maretian president named X foreign minister"."""
    if holding.rule != "named_as":
        return None
    low = max(page.sentence_of(holding.person.first).first, holding.person.first - APPOINTING)
    verb = next((t for t in range(holding.person.first - 1, low - 1, -1) if page.tokens[t].upos == "VERB"), None)
    if verb is None or page.children(verb, "aux:pass"):
        return None
    subject = _subject(page, verb)
    found = _state(page, subject) if subject is not None else None
    return found if _is_party(page, subject) or is_of_state(holding.post.role[0]) else None


def _of_government(page: Page, holding: Holding) -> Field | None:
    """As in "the chief government negotiator", "head of the government delegation", where the report speaks of the
    government of one state alone.
    """
    body = holding.affiliation.body
    if body is None and "government" in holding.post.role[0].casefold().split():
        body = holding.post.role
    elif body is None or body[0].casefold() != "government":
        return None
    spoken = (page.referent_of_head(n) for n, word in enumerate(page.tree.folded) if word == "government")
    states = {r.name for r in spoken if r is not None and r.kind == "party" and is_code(r.name)}
    return (states.pop(), body[1]) if len(states) == 1 else None


def _removed_by(page: Page, holding: Holding) -> Field | None:
    """As in "the Maretian premier dismissed army chief X": who takes an office away is of the state that gave it."""
    top = page.top(range(holding.post.first, holding.person.last))
    verb = page.head(top) if top >= 0 and page.tokens[top].deprel == "obj" else -1
    subject = _subject(page, verb) if verb >= 0 and removes(page.tokens[verb].lemma) else None
    return _state(page, subject) if subject is not None else None


def _may_be_of_any_state(holding: Holding) -> bool:
    """True for an office of a state, told before a name, that nothing beside it owns: "Prime Minister X"."""
    is_owned = holding.post.owner >= 0
    return holding.rule == "title_before_name" and is_of_state(holding.post.role[0]) and not is_owned


def _names_place(page: Page, token: int) -> bool:
    referent = page.referent_at(token)
    return referent is not None and referent.kind == "place"


def _met_abroad(page: Page, holding: Holding) -> Field | None:
    """As in "will travel to Ardel to meet President X": a president whom somebody comes to meet is at home."""
    first = holding.post.first
    if not _may_be_of_any_state(holding):
        return None
    words = range(page.sentence_of(first).first, first)
    met = next((n for n in reversed(words) if page.tokens[n].upos == "VERB"), -1)
    if met < 0 or page.tokens[met].lemma.casefold() not in MEETING or page.tokens[met - 1].text.casefold() != "to":
        return None
    goal = next((n for n in reversed(words) if _names_place(page, n)), -1)
    seat = page.referent_at(goal) if goal >= 0 else None
    if seat is None or page.word_before(goal) != "to" or not _travels(page, goal):
        return None
    code = state_of_place(seat.name) if is_capital(seat.name) or not is_town(seat.name) else ""
    return (code, page.span(goal, goal + 1)) if code else None


def _met_there(page: Page, holding: Holding) -> Field | None:
    """As in "visited Ardel, where he was received by President X": whom somebody meets where a journey led."""
    first = holding.post.first
    if not _may_be_of_any_state(holding):
        return None
    top = page.top(range(first, holding.person.last))
    verb = next((n for n in (top, *page.ancestors(top)) if page.tokens[n].deprel == "acl:relcl"), -1)
    where = next((c for c in page.children(verb, "advmod") if page.tree.folded[c] == "where"), -1) if verb >= 0 else -1
    before = range(where - 1, page.sentence_of(first).first - 1, -1) if where >= 0 else range(0)
    at = next((n for n in before if _names_place(page, n)), -1)
    return _of_capital(page, at)


def _met_on_visit(page: Page, holding: Holding) -> Field | None:
    """As in "X of Maretia arrived in Ardel on Monday. He met Prime Minister Y": whom a visitor meets is of the state
    that the journey led to.
    """
    first = holding.post.first
    if not _may_be_of_any_state(holding):
        return None
    verb = _meeting(page, page.top(range(first, holding.person.last)))
    subject = _subject(page, verb) if verb >= 0 else None
    visitor = page.referent_of_head(subject) if subject is not None else None
    if visitor is None or not visitor.country:
        return None
    here = page.sentence_of(first)
    before = range(first - 1, (page.sentence_before(here) or here).first - 1, -1)
    goals = (n for n in before if _names_place(page, n) and _travels(page, n))
    found = _of_capital(page, next(goals, -1))
    return found if found is not None and found[0] != visitor.country else None


def _meeting(page: Page, met: int) -> int:
    """The verb of those who meet the one at token `met`: "*met* X", "*held* talks with X"; -1 for none."""
    above = page.head(met)
    if above < 0:
        return -1
    if case(page, met) == "with" and page.tokens[above].lemma.casefold() in place_words("talks"):
        return page.head(above)
    is_met = page.tokens[met].deprel == "obj" and page.tokens[above].lemma.casefold() in MEETING
    return above if is_met else -1


def _of_capital(page: Page, token: int) -> Field | None:
    """The state whose capital a token names; None for -1."""
    place = page.referent_at(token) if token >= 0 else None
    code = state_of_place(place.name) if place is not None and is_capital(place.name) else ""
    return (code, page.span(token, token + 1)) if code else None


def _travels(page: Page, goal: int) -> bool:
    """True for where a verb of travel leads."""
    above = page.head(goal)
    return above >= 0 and page.tokens[above].lemma.casefold() in place_words("travel")


def _speaks_for(page: Page, holding: Holding) -> Field | None:
    """As in "X reaffirmed Maretia's support", "set out the position of Torvik": who tells where a state stands."""
    for verb in (v for head in _mentions(page, holding) for v in _doings(page, head) if _asserts(page, v)):
        for stand in (n for top in page.children(verb, "obj") for n in page.conjuncts(top)):
            for owner in _owners(page, stand) if page.tokens[stand].lemma.casefold() in STANDS else ():
                found = _state(page, owner)
                if found and _is_party(page, owner):
                    return found
    return None


def _doings(page: Page, subject: int) -> Iterator[int]:
    """The verbs that a subject has, those in a row with the first too: "X condemns the raid and reiterates"."""
    verb = page.head(subject)
    if verb >= 0 and page.tokens[subject].deprel == "nsubj":
        yield verb
        yield from (c for c in page.children(verb, "conj") if page.child(c, "nsubj") is None)


def _asserts(page: Page, verb: int) -> bool:
    lemma = page.tokens[verb].lemma.casefold()
    out = any(page.tree.folded[c] == "out" for c in page.children(verb, "compound:prt", "advmod"))
    return lemma in ASSERTING or (out and lemma in SETTING_OUT)


def _owners(page: Page, noun: int) -> Iterator[int]:
    """Whose a noun is, by a name before it or after "of"."""
    after = (c for c in page.children(noun, "nmod") if case(page, c) == "of")
    for owner in (*page.children(noun, "nmod:poss", "compound", "amod"), *after):
        mention = page.mention_at(owner)
        if mention is not None and mention.form in ("name", "demonym"):
            yield owner


def _told_by(page: Page, holding: Holding) -> Field | None:
    """As in "Maretia's foreign ministry said Deputy Minister X would go": a state speaks of its own officials so."""
    subject = teller(page, holding)
    return _state(page, subject) if subject is not None and _is_party(page, subject) else None


def _tells_of(page: Page, holding: Holding) -> Field | None:
    """As in "Maretia has called off the visit, Ambassador X said": officials tell what their own state does."""
    if holding.rule != "title_before_name" or not is_of_state(holding.post.role[0]) or holding.post.determined:
        return None
    inside = range(holding.post.first, holding.person.last)
    heads = (page.tokens[t].head for t in inside if page.tokens[t].deprel.startswith("nsubj"))
    verb = next((h for h in heads if h >= 0 and h not in inside and cues.verb(page.tokens[h].lemma)), None)
    told = page.child(verb, "ccomp", "parataxis") if verb is not None else None
    subject = page.child(told, "nsubj") if told is not None and told < holding.post.first else None
    return _state(page, subject) if subject is not None and _is_party(page, subject) else None


def teller(page: Page, holding: Holding) -> int | None:
    """The subject of the verb of saying right before a bare title, "that" and a day between at most; else None."""
    first = holding.post.first
    if holding.rule != "title_before_name" or holding.post.determined or holding.post.owner >= 0:
        return None
    low = max(page.sentence_of(first).first, first - TELLING)
    between = range(first - 1, low - 1, -1)
    verb = next((t for t in between if page.tokens[t].upos in {"VERB", "AUX", "PUNCT"}), None)
    cue = cues.verb(page.tokens[verb].lemma) if verb is not None and page.tokens[verb].upos == "VERB" else None
    if verb is None or cue is None or not cue.takes & {"clause"}:
        return None
    opened = all(t.text.casefold() == "that" or t.upos == "ADP" or _is_day(t) for t in page.tokens[verb + 1 : first])
    return _subject(page, verb) if opened else None


def _is_day(token: Token) -> bool:
    return token.upos in {"NUM", "PROPN"} or token.text.casefold() in {"yesterday", "today"}


def _subject(page: Page, verb: int) -> int | None:
    """The subject of a verb, or of the one that it is joined to."""
    while page.child(verb, "nsubj") is None and page.tokens[verb].deprel == "conj":
        verb = page.tokens[verb].head
    return page.child(verb, "nsubj")


def _is_party(page: Page, token: int | None) -> bool:
    found = (page.referent_of_head(token) or page.referent_at(token)) if token is not None else None
    return found is not None and found.kind == "party"


def _called_counterpart(page: Page, holding: Holding) -> Field | None:
    """As in "his counterpart in Maretia, Foreign Minister X", "the Maretian counterpart, X"."""
    comma = holding.post.first - 1
    if comma < 1 or page.tokens[comma].text != "," or holding.rule != "title_before_name":
        return None
    low = max(page.sentence_of(comma).first, comma - 6)
    noun = next((t for t in range(comma - 1, low, -1) if page.tokens[t].lemma.casefold() in COUNTERPARTS), None)
    if noun is None:
        return None
    for at in range(low, comma):
        cut, code = state_at(page, at, comma)
        if code and (cut == noun or (cut == comma and at > noun)):
            return code, page.span(at, cut)
    return None


def _of_ministry(page: Page, holding: Holding) -> Field | None:
    """As in "Foreign Ministry spokesman X", where the report speaks of the foreign ministry of one state alone."""
    body = holding.affiliation.body
    words = titles.norm((body[0],)) if body is not None else ()
    if len(words) < 2 and holding.post.first > 0:
        words = titles.norm([page.tokens[t].text for t in range(holding.post.first, holding.post.start)])[-2:]
    if len(words) < 2 or words[-1] not in MINISTRIES:
        return None
    found = dict(_ministries(page, words))
    return next(iter(found.items())) if len(found) == 1 else None


def _ministries(page: Page, words: tuple[str, ...]) -> Iterator[Field]:
    """Every state whose ministry of this name the report mentions: "Maretia's foreign ministry"."""
    size = len(words)
    for at in range(1, len(page.tokens) - size):
        if titles.norm([page.tokens[t].text for t in range(at, at + size)]) != words:
            continue
        before = at - 1 - (page.tokens[at - 1].text in {"'s", "’s", "'", "’"})
        for first in range(max(0, before - 3), before + 1):
            cut, code = state_at(page, first, before + 1)
            if code and cut == before + 1:
                yield code, page.span(first, cut)
                break


def _accompanying(page: Page, holding: Holding) -> Field | None:
    """As in "He was accompanied by Finance Minister X": of the state of those whom one goes with."""
    top = page.first_of_list(page.top(range(holding.post.first, holding.person.last)))
    verb = page.head(top) if top >= 0 and page.tokens[top].deprel.startswith("obl") else -1
    if verb < 0 or page.tokens[verb].lemma.casefold() not in GOING_ALONG or page.word_after(verb) != "by":
        return None
    subject = page.child(verb, "nsubj:pass", "nsubj")
    above, relation = page.head(verb), page.tokens[verb].deprel
    if subject is None and above >= 0:
        subject = above if relation.startswith("acl") else page.child(above, "nsubj", "nsubj:pass")
    return _state(page, subject) if subject is not None else None


def _at_home(page: Page, holding: Holding) -> Field | None:
    """As in "In Ardel, foreign ministry spokesman X said": who speaks for a ministry does so at home."""
    words = titles.norm((holding.post.role[0],))
    first = page.sentence_of(holding.post.first).first
    if not words or not words[-1].startswith("spokes") or page.tree.folded[first] != "in":
        return None
    return _of_capital(page, first + 1)


RULES = (
    _leading_delegation,
    _acting_for,
    _called_counterpart,
    _appointed_by,
    _speaks_for,
    _told_by,
    _tells_of,
    _of_ministry,
    _of_government,
    _removed_by,
    _met_abroad,
    _met_there,
    _met_on_visit,
    _at_home,
    _accompanying,
)
"""The ways in which a report says outright whose an officer is, the surest first."""
