"""Who takes part in a meeting that a trigger stands for, and who mediates or hosts it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from communique.claims.clauses import names_of
from communique.claims.meetings.actors import Actor, abroad, actors, is_press, of_referent
from communique.claims.meetings.syntax import (
    Link,
    agents,
    is_passive,
    link,
    preposition,
    subjects,
    top_of_title,
)
from communique.claims.meetings.triggers import Trigger
from communique.lexicon.encounters import Governor, governors, things, verbs
from communique.model.page import Page, once

WEAK = frozenset({"engage", "negotiate", "discuss"})
"""Verbs after which "with" may be of what is talked about."""

MEDIATING = frozenset({"mediate", "bring together", "shuttle"})
"""Verbs whose subject stands between the sides."""

MEDIATIONS = frozenset({"mediation", "conciliation", "facilitation"})
"""Nouns of what those do who stand between the sides."""

WITH = frozenset({"with", "between", "among", "of", "involving", "from", "alongside", "together with"})
"""Prepositions after a meeting noun whose noun is a side."""

BY = frozenset({"by", "under"})
ADDRESSED = frozenset({"call", "exchange"})
"""Formats of what is to somebody: "a call to the minister"."""

JOURNEYS = frozenset({"visit", "call"})
"""Formats of what is done by a side: "a visit by the minister"."""


PLACES = frozenset({"GPE", "LOC", "FAC"})
WHERE = frozenset({"in", "at"})
SETTING = frozenset({"ADP", "DET", "PROPN", "NUM", "NOUN", "ADJ"})
FAR = 10
"""So many words of time and place stand between a meeting and "with"."""

DURING = frozenset(
    {"during", "in", "at", "after", "following", "before", "ahead of", "for", "on", "throughout", "amid"}
)
"""Prepositions that put what a clause says in or beside a meeting that its subject attends."""

BRINGING = frozenset("bring get draw drag coax lure pull steer nudge force push pressure cajole invite summon".split())
"""Verbs whose objects are to talk: with each other, or with who brings them "to the table"."""

UNITING = frozenset({"involve", "include", "bring", "unite", "gather", "group", "comprise", "feature", "draw", "see"})
"""Verbs whose subject can be a meeting and whose object takes part in it."""


@dataclass(frozen=True, slots=True)
class Company:
    """Sides and people in a meeting, and those who mediate or host; `partnered` when the words name the other side."""

    sides: tuple[Actor, ...] = ()
    mediators: tuple[Actor, ...] = ()
    partnered: bool = False

    @property
    def parties(self) -> frozenset[str]:
        """The sides, those of people included."""
        return frozenset(a.party for a in self.sides if a.party)


@once
def company(page: Page, trigger: Trigger) -> Company:
    """Everyone that the trigger's clause places in the meeting."""
    return _of_verb(page, trigger) if trigger.verbal else _of_noun(page, trigger)


# -- verbs


def _of_verb(page: Page, trigger: Trigger) -> Company:
    name, known = next((n, v) for n in _verb_names(page, trigger.token) if (v := verbs().get(n)))
    agent = [a for t in _doers(page, trigger.token) for a in actors(page, t)]
    other = [a for t in _partners(page, trigger.token, known.partners) for a in actors(page, t)]
    if not other and "obj" in known.partners and is_passive(page, trigger.token) and agents(page, trigger.token):
        other = [a for t in subjects(page, trigger.token) for a in actors(page, t)]
    if not other and known.format == "visit":
        other = list(_visited(page, trigger.token))
    if not other and name not in WEAK:
        other = [*_after_setting(page, trigger.token, {"with"}.intersection(known.partners))]
    if not other and "obj" in known.partners and not is_passive(page, trigger.token):
        other = list(_behind_setting(page, trigger.token))
    if name in MEDIATING or name.endswith(" between"):
        return Company(tuple(other), tuple(agent), bool(other))
    return Company(_distinct([*agent, *other]), (), bool(other))


def _visited(page: Page, verb: int) -> Iterator[Actor]:
    """The states where a verb of travel leads: "visits Strelsau", "will visit Ruritania and Graustark"."""
    for goal in page.children(verb, "obj"):
        for token in (goal, *page.children(goal, "conj")):
            referent, mention = page.referent_of_head(token), page.mention_at(token)
            actor = abroad(mention, referent) if referent is not None and mention is not None else None
            if actor is not None:
                yield actor


def _verb_names(page: Page, verb: int) -> list[str]:
    after = page.tokens[verb + 1].text.casefold() if verb + 1 < len(page.tokens) else ""
    lemma = page.tokens[verb].lemma.casefold()
    beside = [f"{lemma} {page.tokens[c].text.casefold()}" for c in page.children(verb, "advmod")]
    return [f"{lemma} {after}", *beside, *names_of(page, verb)]


def _doers(page: Page, verb: int) -> list[int]:
    return agents(page, verb) if is_passive(page, verb) and agents(page, verb) else subjects(page, verb)


def _partners(page: Page, verb: int, markers: Iterable[str]) -> list[int]:
    found = []
    for child in page.children(verb, "obj", "iobj", "obl", "nsubj:pass", "nmod"):
        marker = _marker_of(page, verb, child)
        marker = "obj" if marker == "iobj" and "iobj" not in markers else marker
        if marker in markers and not is_press(page, child) and page.tokens[child].lemma.casefold() not in things():
            found.append(child)
    return found


def _marker_of(page: Page, verb: int, child: int) -> str:
    """The preposition before an argument, "obj", or "iobj" for the first of two objects: "handed Graustark a note"."""
    if page.tokens[child].deprel.startswith(("obl", "nmod")):
        return preposition(page, child)
    objects = page.children(verb, "obj", "iobj")
    return "iobj" if len(objects) > 1 and child == objects[0] else "obj"


# -- nouns


def _of_noun(page: Page, trigger: Trigger) -> Company:
    sides: list[Actor] = []
    mediators: list[Actor] = []
    partnered = False
    for head in trigger.heads:
        for child in (c for c in page.children(head) if c not in trigger.heads):
            role = _role_of_branch(page, head, child, trigger.format)
            found = actors(page, child) if role in ("side", "mediator", "owner") else ()
            partnered = partnered or (role == "side" and bool(found))
            (mediators if role == "mediator" else sides).extend(found)
            extra, middle = _of_participle(page, child)
            sides += extra
            mediators += middle
    markers = {"with", "to"} if trigger.format in ADDRESSED else {"with"}
    if not partnered:
        named = _after_setting(page, trigger.token, markers)
        sides, partnered = [*sides, *named], bool(named)
    above = link(page, trigger.outer)
    if above is not None:
        extra, middle, other = _of_predicate(page, above, partnered, markers)
        extra += _calling_off(page, above, sides) if partnered else []
        sides, mediators, partnered = [*extra, *sides], [*mediators, *middle], partnered or other
    return Company(_distinct(sides), _distinct(mediators), partnered)


def _after_setting(page: Page, contact: int, markers: Collection[str]) -> tuple[Actor, ...]:
    """The partner in "held talks in Graustark on Monday with the envoy", whatever the tree hangs it on."""
    last = page.sentence_of(contact).last
    for at in range(contact + 1, min(last - 1, contact + FAR)):
        token = page.tokens[at]
        if token.text.casefold() in markers and not is_press(page, page.head(at)):
            named = top_of_title(page, page.head(at))
            return actors(page, named) if named > at else ()
        if token.upos not in SETTING:
            return ()
    return ()


def _behind_setting(page: Page, verb: int) -> Iterator[Actor]:
    """Who is met, told behind when and where: "received today in Graustark the envoy X", whatever the tree says."""
    last = page.sentence_of(verb).last
    after = range(verb + 1, min(last, verb + FAR)) if page.child(verb, "obj") is None else range(0)
    for at in takewhile(lambda n: page.tokens[n].upos in SETTING, after):
        referent, mention = page.referent_at(at), page.mention_at(at)
        if referent is not None and mention is not None and referent.kind == "person":
            actor = of_referent(page, mention, referent)
            if actor is not None and _is_free(page, verb, at):
                yield actor
            return


def _is_free(page: Page, verb: int, person: int) -> bool:
    """True for a name with a title that no preposition governs, behind a place or a time."""
    for at in range(person - 1, verb, -1):
        named = page.name_at(at)
        is_place = named is not None and named.kind in PLACES and page.word_before(named.first) in WHERE
        if is_place or page.times_in(page.tokens[at].span):
            return True
        if page.tokens[at].upos == "ADP":
            return False
    return False


def _role_of_branch(page: Page, head: int, child: int, form: str) -> str:
    deprel = page.tokens[child].deprel
    if page.tokens[head].lemma.casefold() in MEDIATIONS:
        return _role_in_mediation(page, child)
    if deprel.startswith("nmod:poss"):
        return "owner"
    if deprel.startswith(("compound", "amod", "nmod:desc")) and child < head:
        return "side" if page.tokens[child].upos != "VERB" else ""
    if deprel.startswith(("nmod", "obl")):
        marker = preposition(page, child) or _of_next(page, child)
        is_guest = (marker == "by" and form in JOURNEYS) or (marker == "to" and form in ADDRESSED)
        return "side" if marker in WITH or is_guest else "mediator" if marker in BY else ""
    return ""


def _role_in_mediation(page: Page, child: int) -> str:
    """As in "Ruritanian mediation between", "mediation by Ruritania between": who is not of the two stands between."""
    if page.tokens[child].deprel.startswith(("nmod:poss", "compound", "amod")):
        return "mediator"
    marker = preposition(page, child)
    return "side" if marker in ("between", "among", "with") else "mediator" if marker in ("by", "of") else ""


def _of_next(page: Page, child: int) -> str:
    """The preposition before a name, where the tree gives it to the noun after: "with the Arab League (AL) states"."""
    first = page.subtree(child)[0]
    before = page.tokens[first - 1] if first else None
    return before.text.casefold() if before is not None and before.upos == "ADP" and before.head > child else ""


def _of_participle(page: Page, child: int) -> tuple[list[Actor], list[Actor]]:
    """Those in talks "mediated by Ruritania", "Ruritania-brokered" talks, talks "involving Graustark"."""
    token = page.tokens[child]
    if not token.deprel.startswith(("acl", "amod")) or token.xpos not in ("VBN", "VBG", "VBD", "JJ"):
        return [], []
    lemma = token.lemma.casefold()
    if lemma in UNITING:
        return [a for t in page.children(child, "obj") for a in actors(page, t)], []
    before = page.children(child, "compound", "obl:npmod", "obl:unmarked", "nsubj", "advmod")
    doers = agents(page, child) or ([c for c in before if c < child] if token.deprel == "amod" else [])
    role = governors().get(lemma, Governor("", "none")).subject
    found = [a for t in doers for a in actors(page, t)]
    return (found, []) if role == "party" or lemma == "attend" else ([], found if role == "mediator" else [])


def _of_predicate(
    page: Page, above: Link, partnered: bool, markers: Collection[str]
) -> tuple[list[Actor], list[Actor], bool]:
    verb = above.predicate
    bringing = page.head(verb) if page.tokens[verb].upos == "ADV" else verb
    if above.preposition in ("to", "back to") and page.tokens[bringing].lemma.casefold() in BRINGING:
        return _of_bringing(page, bringing)
    role = governor(page, above).subject
    if above.relation in ("nsubj", "nsubj:pass"):
        doers = agents(page, verb) if above.relation == "nsubj:pass" else []
        if page.tokens[verb].lemma.casefold() in UNITING:
            found = [a for t in page.children(verb, "obj") for a in actors(page, t)]
            return found, [], bool(found)
    else:
        doers = _doers(page, verb)
    others = [a for t in _partners(page, verb, markers) for a in actors(page, t)] if role != "none" else []
    found = [a for t in doers for a in actors(page, t)]
    if role == "mediator":
        return others, found, bool(others)
    is_beside = above.relation == "obl" and above.preposition in DURING
    if role == "party" or (is_beside and (partnered or len({a.party for a in found if a.party}) > 1)):
        return [*found, *others], [], bool(others)
    return others, [], bool(others)


def _calling_off(page: Page, above: Link, partners: Sequence[Actor]) -> list[Actor]:
    """Who calls off "a meeting with X", of which they are the other side; others call off what is between two."""
    is_off = above.relation in ("obj", "nsubj:pass") and governor(page, above).calls_off
    if not is_off or len({a.party or a.name for a in partners}) != 1:
        return []
    return [a for t in _doers(page, above.predicate) for a in actors(page, t)]


def _of_bringing(page: Page, verb: int) -> tuple[list[Actor], list[Actor], bool]:
    """Those brought "to the table"; who brings one side there is the other, who brings several stands between them."""
    brought = [a for t in page.children(verb, "obj", "nsubj:pass") for a in actors(page, t)]
    doers = [a for t in _doers(page, verb) for a in actors(page, t)]
    if len({a.party for a in brought}) > 1:
        return brought, doers, True
    return ([*doers, *brought] if brought else []), [], bool(brought)


def governor(page: Page, above: Link) -> Governor:
    """What the lexicon says of the predicate over a meeting noun."""
    names = names_of(page, above.predicate)
    if above.preposition:
        names = [*(f"{n} {above.preposition}" for n in names), *([] if above.relation == "obl" else names)]
    return next((governors()[n] for n in names if n in governors()), Governor("", "none"))


def _distinct(found: Iterable[Actor]) -> tuple[Actor, ...]:
    kept: dict[tuple[str, bool], Actor] = {}
    for actor in found:
        kept.setdefault(actor.named, actor)
    return tuple(kept.values())
