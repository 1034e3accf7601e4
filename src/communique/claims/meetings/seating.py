"""Who sits where at a meeting: what the rules make of the likelihoods that the model of seats gives."""

from collections.abc import Sequence

from communique.claims.meetings.actors import Actor, actors, is_state
from communique.claims.meetings.encounter import Encounter
from communique.claims.meetings.folding import FAMILIES, Meeting
from communique.claims.meetings.mediation import mediators_of
from communique.claims.meetings.numbered import sides_named
from communique.claims.meetings.opponents import belligerents
from communique.claims.meetings.rosters import delegates
from communique.claims.meetings.seats import calls, candidates, is_ruled_mediator
from communique.claims.meetings.syntax import link, preposition, subjects
from communique.claims.meetings.table import Table, lead, named, placed
from communique.claims.meetings.thirds import envoys, thirds
from communique.claims.meetings.triggers import TRAVEL
from communique.claims.scoring import LinearModel
from communique.lexicon.bodies import is_organization
from communique.model.page import Page
from communique.model.reading import Token

SEATED = 0.4
"""A side takes part from this probability on, a person from `PRESENT` on, a mediator from `BETWEEN` on."""

PRESENT = 0.5
BETWEEN = 0.4

LIKELY = 0.2
"""Where too few sides are sure, the likeliest others are taken from this probability on."""

TRAVELLING = 0.3
"""Who is likeliest to have made a journey did from this probability on."""

LISTED = 0.2
"""Who is named in one list with somebody present is there from this probability on."""

FACING = 0.35
"""Where one side is there in person, the likeliest person of another is from this probability on."""

ENOUGH = 2
"""A contact takes so many sides."""

ATTENDED = frozenset({"conference", "meeting", "negotiation", "session", "summit", "talk", "talks"})
"""What those attended who were at a meeting told of before; a banquet may have been another."""

THIRD = frozenset({"host", "mediator"})
"""What words call states and bodies that are no sides where two others are."""

HOLDING = frozenset({"hold", "have", "conduct", "begin", "open", "start", "resume", "continue", "conclude"})
"""What those do with talks whose talks they are."""

SITTING = frozenset({"meet", "convene", "gather", "assemble", "reconvene"})
"""What a body does by itself."""

ORGANS = frozenset(
    {"assembly", "board", "cabinet", "commission", "committee", "congress", "council", "leadership", "legislature"}
    | {"parliament", "politburo", "senate"}
)
"""What of a state may meet by itself; its delegation meets others."""

SHARED = frozenset({"joint", "mixed", "bilateral", "trilateral", "intergovernmental"})
"""Words in the name of a body that is of several sides, which meet in it."""

GATHERED = frozenset({"meeting", "summit", "conference"})
"""Formats in which one body may be by itself."""

Judged = Sequence[tuple[Actor, float]]
"""Candidates, with how likely they take part as a side or for one."""


def company(table: Table, meeting: Meeting, model: LinearModel) -> tuple[list[Actor], list[Actor], list[Actor]]:
    """Sides, people who came for them, and mediators; whom syntax calls a mediator is no side where two are left."""
    judged = [(c.actor, model.probabilities(c.features)) for c in candidates(table, meeting)]
    sure = [a for a, p in judged if not a.person and p["side"] >= SEATED and p["side"] > p["mediator"]]
    third = thirds(table, meeting, [a for a, _ in judged])
    apart = _apart(meeting, sure, [a for a, _ in judged]) | third
    sides = [a for a in sure if a not in apart]
    others = [(-p["side"], a) for a, p in judged if not a.person and p["side"] >= max(LIKELY, p["mediator"])]
    sides += [a for _, a in sorted(others) if a not in sides and a not in apart][: max(0, ENOUGH - len(sides))]
    sides = _named_first(meeting, _as_placed(table.page, meeting, sides))
    sides = _alone(table.page, meeting) or belligerents(table, meeting, sides, mediated=bool(third))
    known = [(a, p["side"]) for a, p in judged if a.person and a not in apart and not _is_away(table, meeting, a)]
    people = _people(table.page, meeting, sides, known)
    people = _each_once([*people, *_sitting(table, meeting, sides, people)])
    sides += _of_people(meeting, sides, people)
    there = {a.party for a in people} - {a.party for a in sides}
    sides += [a for a in sure if a.party in there and a not in apart]
    silent = {a for a in third if a.person and not _is_envoy(table.page, meeting, a)}
    between = [a for a, p in judged if (p["mediator"] >= BETWEEN or a in apart) and a not in silent]
    between = [a for a in between if a not in sides and a not in people]
    come = _as_mediators(table.page, meeting, sides)
    sides += [a for a in come if a.party not in {s.party for s in sides}]
    sides += _lacking(table.page, meeting, sides, [(a, p["side"] + p["mediator"]) for a, p in judged])
    between = [*(a for a in between if a.party not in {c.party for c in come}), *come]
    return sorted(sides), sorted(people), sorted(between)


# -- sides


def _apart(meeting: Meeting, sides: Sequence[Actor], actors: Sequence[Actor]) -> set[Actor]:
    """Whom words or syntax call mediators, and who only invites, as far as two sides are left."""
    best = lead(meeting)
    called = {a: calls(meeting, best, a) for a in actors}
    sure = {a for a in actors if "between" in called[a]}
    third = {a for a in actors if _may_be_third(best, a) and not THIRD.isdisjoint(called[a])}
    ruled = third | {a for a in actors if is_ruled_mediator(meeting, a) or "mediating" in called[a]}
    apart = sure | (ruled if len(set(sides) - ruled - sure) >= ENOUGH else set())
    hosts = {a for a in sides if _is_host(meeting, a)}
    is_enough = best.format not in TRAVEL and len(set(sides) - hosts - apart) >= ENOUGH
    return apart | hosts if is_enough else apart


def _may_be_third(best: Encounter, actor: Actor) -> bool:
    """False for people, who sit for a side, and for calls."""
    return not actor.person and FAMILIES.get(best.format) != "call"


def _is_host(meeting: Meeting, actor: Actor) -> bool:
    """True for a side that, with all its people, is named only as inviting."""
    told = [s.called for e in meeting for s in e.seats if s.actor.party == actor.party]
    return bool(told) and set(told) == {"inviting"}


def _is_held(page: Page, encounter: Encounter) -> bool:
    """True for "envoys of X and Y held talks", which are of those who hold them."""
    verb = _verb_over(page, encounter)
    return verb is not None and verb.lemma.casefold() in HOLDING


def _verb_over(page: Page, encounter: Encounter) -> Token | None:
    """The verb whose object a contact is."""
    above = None if encounter.trigger.verbal else link(page, encounter.trigger.outer)
    return page.tokens[above.predicate] if above is not None and above.relation == "obj" else None


def _between(page: Page, encounter: Encounter) -> list[Actor]:
    """The sides of "talks between X and Y" and "the X-Y summit", which are of nobody else; none for other words."""
    if encounter.trigger.verbal:
        return []
    beside = (c for head in encounter.trigger.heads for c in page.children(head, "nmod", "obl"))
    told = [a for c in beside if preposition(page, c) == "between" for a in actors(page, c) if a.party]
    return told if len({a.party for a in told}) >= ENOUGH else _called_by(page, encounter)


def _called_by(page: Page, encounter: Encounter) -> list[Actor]:
    """Two sides with a dash between right before the word: "the X-Y summit"."""
    named = sorted({a.span: a for a in reversed(encounter.ruled.sides)}.items())[:ENOUGH]
    if len(named) < ENOUGH:
        return []
    first, second = (page.tokens_in(span) for span, _ in named)
    last = min(encounter.trigger.heads)
    is_near = second.stop <= last <= second.stop + ENOUGH
    is_dashed = page.tree.folded[first.stop : second.start] in (["-"], ["–"])
    return [a for _, a in named] if is_near and is_dashed else []


def _as_placed(page: Page, meeting: Meeting, sides: Sequence[Actor]) -> list[Actor]:
    """The sides of a meeting; where its words place two in it, none that no words place there.

    A call is of those whose people are placed in it, other contacts are of all who are.
    """
    best = lead(meeting)
    called = {a.party for e in meeting for a in e.ruled.sides if a.party and a.person}
    if FAMILIES.get(best.format) == "call" and len(called) >= ENOUGH:
        return [a for a in sides if a.party in called]
    own = {a.party for a in best.ruled.sides if a.party and (a.person or best.trigger.verbal)}
    is_told = len(own) >= ENOUGH and (best.ruled.partnered or best.trigger.verbal)
    between = _between(page, best) if len(best.ruled.parties) >= ENOUGH else []
    is_told = is_told or bool(between) or (len(best.ruled.parties) >= ENOUGH and _is_held(page, best))
    full = [e for e in meeting if len(e.ruled.parties) >= ENOUGH]
    kept = [a for a in sides if a.party in placed(full)] if is_told else list(sides)
    return [*kept, *_not_yet(between, kept)]


def _not_yet(between: Sequence[Actor], known: Sequence[Actor]) -> list[Actor]:
    """The sides of "talks between X, Y and Z" that are not known yet."""
    told = {k.party for k in known}
    return list({a.party: a.side for a in reversed(between) if a.party not in told}.values())


def _named_first(meeting: Meeting, sides: Sequence[Actor]) -> list[Actor]:
    """The sides, those that no mention of the meeting names only where fewer than two are named."""
    kept = [a for a in sides if a.party in named(meeting)]
    return kept if len(kept) >= ENOUGH or _is_of_one_body(meeting, kept) else list(sides)


def _alone(page: Page, meeting: Meeting) -> list[Actor]:
    """The body that meets by itself, where no mention places anybody else in the meeting; where the mention that says
    most tells of it so, words for the talks that it meets about place nobody.
    """
    own = {a.party: a for e in meeting if _is_sitting(page, e) for a in e.ruled.sides if a.party}
    if _is_sitting(page, lead(meeting)):
        meeting = [e for e in meeting if e.trigger.verbal]
    return list(own.values()) if len(own) == 1 and own.keys() == placed(meeting) else []


def _is_sitting(page: Page, encounter: Encounter) -> bool:
    """True for a body that meets by itself: "the cabinet will meet on Monday"."""
    verb = encounter.trigger.token
    if not encounter.trigger.verbal or encounter.words.partnered or page.tokens[verb].lemma.casefold() not in SITTING:
        return False
    own = [] if page.child(verb, "obj") is not None else subjects(page, verb)
    return bool(own) and page.tokens[own[0]].xpos in ("NN", "NNP") and all(_is_body(page, t) for t in own)


def _is_body(page: Page, token: int) -> bool:
    """True for one body or organ that is named alone, and is no person and no state as such."""
    referent = page.referent_of_head(token)
    is_listed = page.children(token, "conj") or page.tokens[token].deprel == "conj"
    if referent is None or referent.kind == "person" or is_listed:
        return False
    if not SHARED.isdisjoint(referent.name.casefold().split()):
        return False
    return not is_state(referent.name) or page.tokens[token].lemma.casefold() in ORGANS


def _is_of_one_body(meeting: Meeting, sides: Sequence[Actor]) -> bool:
    """True for "the summit of the league", which takes nobody else."""
    best = lead(meeting)
    is_gathering = best.format in GATHERED and not best.trigger.verbal
    return (
        is_gathering
        and best.ruled.parties == {a.party for a in sides}
        and len(sides) == 1
        and is_organization(sides[0].party)
    )


def _lacking(page: Page, meeting: Meeting, sides: Sequence[Actor], judged: Judged) -> list[Actor]:
    """The likeliest others, mediators among them, where a contact has more sides by its name: "trilateral talks"."""
    count = max(sides_named(page, e) for e in meeting) - len(sides)
    known = {a.party for a in sides}
    others = sorted((j for j in judged if not j[0].person and j[0].party not in known), key=lambda j: -j[1])
    return [a for a, _ in others[: max(0, count)]] if sides else []


# -- people


def _people(page: Page, meeting: Meeting, sides: Sequence[Actor], judged: Judged) -> list[Actor]:
    """Who is there for a side: those likely enough, those listed with them, and whom they face."""
    best = lead(meeting)
    attending = {a.named for e in meeting if _is_attended(page, e) for a in e.ruled.sides if a.person}
    likely = [a for a, p in judged if p >= PRESENT or a.named in attending or "attending" in calls(meeting, best, a)]
    there = _each_once(likely) or _travelling(meeting, judged)
    there = _each_once([*there, *_listed(page, meeting, there, judged)])
    return [*there, *_facing(there, sides, judged)]


def _is_attended(page: Page, encounter: Encounter) -> bool:
    """True for "X and Y attended the meeting"."""
    if encounter.status != "held" or page.tokens[encounter.trigger.token].lemma.casefold() not in ATTENDED:
        return False
    verb = _verb_over(page, encounter)
    return verb is not None and verb.lemma.casefold() == "attend" and verb.xpos == "VBD"


def _of_people(meeting: Meeting, sides: Sequence[Actor], people: Sequence[Actor]) -> list[Actor]:
    """The sides of people whom words place there together with others, which words may leave unnamed."""
    known, named_ = {a.party for a in sides}, {a.named for e in meeting if e.ruled.partnered for a in e.ruled.sides}
    others = (a for a in people if a.party and a.party not in known and a.named in named_)
    return list({a.party: a.side for a in others}.values())


def _sitting(table: Table, meeting: Meeting, sides: Sequence[Actor], there: Sequence[Actor]) -> list[Actor]:
    """Those whom other sentences tell to sit there for a side."""
    known, present = {a.name for a in there}, {a.party for a in sides}
    sitting = {a.name: a for a in delegates(table, meeting) if a.party in present and a.name not in known}
    return list(sitting.values())


def _is_away(table: Table, meeting: Meeting, actor: Actor) -> bool:
    """True for who only tells of a contact, or is only named for somebody else."""
    return _is_named_for_another(meeting, actor) or _only_tells(table, meeting, actor)


def _only_tells(table: Table, meeting: Meeting, actor: Actor) -> bool:
    """True for who is only quoted on a contact that words place two sides in."""
    if len(placed(meeting)) < ENOUGH or any(a.named == actor.named for e in meeting for a in e.ruled.sides):
        return False
    told = [(e.sentence.span, s.actor.span) for e in meeting for s in e.seats if s.actor.named == actor.named]
    return all(any(source.overlaps(span) for source in table.scene.sources(whole)) for whole, span in told)


def _travelling(meeting: Meeting, judged: Judged) -> list[Actor]:
    """The likeliest person of a journey, which somebody must make."""
    likely = [(p, a) for a, p in judged if p >= TRAVELLING]
    return [max(likely)[1]] if likely and lead(meeting).format in TRAVEL else []


def _each_once(people: Sequence[Actor]) -> list[Actor]:
    """People without those whose name is a part of another's of the same side: "Stresemann", "Gustav Stresemann"."""
    names = {a: frozenset(a.name.split()) for a in people}
    return [a for a in people if not any(a.party in ("", b.party) and names[a] < names[b] for b in people)]


def _is_named_for_another(meeting: Meeting, actor: Actor) -> bool:
    """True where every mention only says who invites, or whose envoy or government somebody is."""
    told = [s.called for e in meeting for s in e.seats if s.actor.named == actor.named]
    return bool(told) and set(told) <= {"inviting", "owner"}


def _listed(page: Page, meeting: Meeting, there: Sequence[Actor], judged: Judged) -> list[Actor]:
    """People named in one list with somebody who is there: "the ministers X and Y"."""
    lists: dict[int, set[str]] = {}
    for actor in (s.actor for e in meeting for s in e.seats if s.actor.person):
        head = page.top(page.tokens_in(actor.span))
        lists.setdefault(page.head(head) if page.tokens[head].deprel == "conj" else head, set()).add(actor.name)
    known = {a.name for a in there}
    beside = {name for names in lists.values() if names & known for name in names}
    return [a for a, p in judged if p >= LISTED and a.name in beside and a not in there]


def _facing(there: Sequence[Actor], sides: Sequence[Actor], judged: Judged) -> list[Actor]:
    """The likeliest person of each side of which nobody is there yet, where somebody of another is."""
    present = {a.party for a in there}
    open_ = [s.party for s in sides if s.party not in present] if present else []
    likeliest = (max(((p, a) for a, p in judged if a.party == party and p >= FACING), default=None) for party in open_)
    return [found[1] for found in likeliest if found is not None]


# -- mediators


def _is_envoy(page: Page, meeting: Meeting, actor: Actor) -> bool:
    """True for who mediates for an organization, not for everybody of it."""
    return actor.name in envoys(page) or "mediator" in calls(meeting, lead(meeting), actor)


def _as_mediators(page: Page, meeting: Meeting, sides: Sequence[Actor]) -> list[Actor]:
    """Those who are there as mediators, with all who come with a side: "met Ruritanian and Torvikan mediators"; and
    those who meet by themselves: "Ruritanian and Torvikan mediators met".
    """
    found: dict[int, list[Actor]] = {}
    for actor in (s.actor for e in meeting for s in e.seats if not s.actor.person and s.actor.party):
        noun = mediators_of(page, page.top(page.tokens_in(actor.span)))
        if noun is not None:
            found.setdefault(noun, []).append(actor)
    known = {a.party for a in sides}
    alone = {s for e in meeting if e.trigger.verbal and not sides for s in page.children(e.trigger.token, "nsubj")}
    come = [a for n, these in found.items() if n in alone or known & {a.party for a in these} for a in these]
    return list({a.party: a for a in reversed(come)}.values())
