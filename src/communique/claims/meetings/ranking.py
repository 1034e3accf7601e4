"""Which names of a sentence take part in its meeting: candidates with features, and linear models.

Weights are `weights/meeting_actors.json`, made by `python -m training.encounters`. What the rules of
`company` say is one feature among others.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

from communique.claims.meetings.actors import Actor, affiliation, is_press, of_referent, side_of
from communique.claims.meetings.company import Company, company
from communique.claims.meetings.mediation import attends, cue, is_between, is_inviting, is_owner, mediates
from communique.claims.meetings.relations import relation
from communique.claims.meetings.syntax import preposition
from communique.claims.meetings.triggers import Trigger, triggers
from communique.claims.scoring import LinearModel, best, load
from communique.lexicon import titles
from communique.model.page import Page, once
from communique.model.span import Span

ENVOYS = frozenset({"envoy", "mediator", "coordinator", "representative", "emissary"})
"""Who may be for a state: "the U.N. Graustark envoy"."""

ENOUGH = 2
"""So many sides of its own make a contact one that takes none from another in the sentence."""

BEFORE = frozenset({"then", "past", "previous"})
"""Words for what was in office, or took place, at the time told."""

GIVING_OUT = frozenset({"announce", "circulate", "deliver", "issue", "publish", "read", "release"})
"""What is done with a text, by who takes no part in what it tells of."""

BLAMING = frozenset({"accuse", "assail", "blame", "condemn", "criticise", "criticize", "denounce", "deplore"})
"""What is done to others beside a contact, not at it."""

AT = frozenset({"at", "in", "during"})
"""Prepositions before the contact at which somebody was blamed to their face."""

TOPIC = frozenset({"about", "concerning", "on", "over", "regarding"})
"""Prepositions of what a contact is about."""

GATHERING = frozenset({"convene", "gather", "meet"})
"""What several do who go on to do something else: "ministers meeting in Graustark urged Ruritania"."""

WELCOMING = frozenset("applaud commend congratulate hail praise salute welcome".split())
"""What is said of a contact by who takes no part in it."""

SUBJECT = ("nsubj", "conj", "parataxis")
"""Relations by which words are no part of what the verb over them is done to."""

JOINED = frozenset({"and", "and the", ", and", ", and the", ","})
"""What stands between names that are told together."""


@dataclass(frozen=True, slots=True)
class Models:
    """One model a decision. For one mention: who takes part, where, when; which mentions are one meeting; for a
    meeting as a whole: whether it deserves an entry, who took part, when, and where; for one mention again: whether it
    tells of a contact that deserves an entry.
    """

    actors: LinearModel
    places: LinearModel
    times: LinearModel
    folding: LinearModel
    worth: LinearModel
    seats: LinearModel
    when: LinearModel
    where: LinearModel
    mentions: LinearModel


def shipped() -> Models:
    """The models that come with the package."""
    return Models(
        actors=load("meeting_actors"),
        places=load("meeting_places"),
        times=load("meeting_times"),
        folding=load("meeting_folding"),
        worth=load("meetings"),
        seats=load("meeting_seats"),
        when=load("meeting_when"),
        where=load("meeting_where"),
        mentions=load("meeting_mentions"),
    )


@dataclass(frozen=True, slots=True)
class Guest:
    """A person or side mentioned in the sentence of a trigger; `called` is what the words beside make of them:
    between the sides, mediating, mediator, host, or "".
    """

    actor: Actor
    features: tuple[str, ...]
    called: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """How likely somebody mentioned beside a trigger takes part as a side or as a mediator, and what words call him."""

    actor: Actor
    side: float
    mediator: float
    called: str = ""


# -- who


class Scene:
    """What deciding on one meeting needs to know of the whole report."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.between = intermediaries(page)
        self._usual = _ranks(usual_sides(page))
        self._spoken_of = _weights(page)
        self._weights = _ranks(self._spoken_of)
        self._sources = sorted(a.source for a in page.reading.attributions if a.source is not None)

    def sides(self) -> list[str]:
        """Everyone mentioned as a side, or with people of theirs."""
        return sorted(self._spoken_of)

    def usual(self, party: str) -> str:
        """How a side stands among those that the report's words place in meetings: 1, 2, 3, "later" or "never"."""
        return self._usual.get(party, "never")

    def weight(self, party: str) -> str:
        """How a side stands among those that the report mentions most, its people's mentions counted."""
        return self._weights.get(party, "never")

    def sources(self, span: Span) -> list[Span]:
        """Who is quoted inside `span`."""
        first = bisect_left(self._sources, Span(span.start, span.start))
        return list(takewhile(lambda s: s.start < span.end, islice(self._sources, first, None)))


@once
def intermediaries(page: Page) -> frozenset[str]:
    """The sides that the report anywhere calls mediators or hosts of talks."""
    mentions = page.mentions_in(Span(0, len(page.report.text)), "person", "party", "body")
    found = (of_referent(page, m, r) for m, r in mentions if cue(page, m.first, m.last))
    return frozenset(a.party for a in found if a is not None and a.party)


def usual_sides(page: Page) -> Counter[str]:
    """How often the words of a report place each side in a meeting with another."""
    found: Counter[str] = Counter()
    for trigger in triggers(page):
        told = company(page, trigger)
        if told.partnered:
            found.update(told.parties)
    return found


def _weights(page: Page) -> Counter[str]:
    found: Counter[str] = Counter()
    for referent in page.reading.referents:
        side = affiliation(page, referent) if referent.kind == "person" else side_of(referent)
        if referent.kind in ("person", "party", "body") and side:
            found[side] += len(referent.mentions)
    return found


def _ranks(counts: Counter[str]) -> dict[str, str]:
    """The rank of each side that was counted at all."""
    above = {party: sum(other > own for other in counts.values()) for party, own in counts.items() if own}
    return {party: str(number + 1) if number < 3 else "later" for party, number in above.items()}


def guests(scene: Scene, trigger: Trigger, ruled: Company) -> list[Guest]:
    """Everyone mentioned in the trigger's sentence, each mention once, and sides without a name that syntax finds."""
    page, found = scene.page, []
    span = page.sentence_of(trigger.token).span
    sources = scene.sources(span)
    elsewhere, others = _partners_elsewhere(page, trigger, ruled), _met_elsewhere(page, trigger, ruled)
    mentioned = list(_mentioned(page, span))
    nameless = list(_nameless(page, ruled, mentioned))
    whole = [m for m in mentioned if not any(n.first <= m.first and m.last <= n.last for n in nameless)]
    for beside in (*whole, *nameless):
        actor, first = beside.actor, beside.first
        if actor.party in elsewhere or (actor.person and actor.name in others):
            continue
        if first <= trigger.token < beside.last:
            continue
        if _is_bystander(page, trigger, beside) or (ruled.sides and _is_outside(page, trigger, first)):
            continue
        speaks = any(s.overlaps(actor.span) for s in sources)
        role = cue(page, first, beside.last)
        features = [
            *_standing(scene, trigger, ruled, beside),
            *relation(page, trigger, first, beside.last, beside.head),
        ]
        features += ["source", f"source:rule:{_rule(actor, ruled)}"] if speaks else []
        features += ["no side"] if not actor.party else []
        features += [f"cue:{role}", "cue"] if role else []
        features += ["between elsewhere"] if actor.party in scene.between else []
        found.append(Guest(actor, tuple(features), _called(page, trigger, beside) or role))
    return found


@dataclass(frozen=True, slots=True)
class Beside:
    """Somebody named in a sentence: who, the kind and form of the mention, its tokens `first` to `last`, its head."""

    actor: Actor
    kind: str
    form: str
    first: int
    last: int
    head: int


def _mentioned(page: Page, span: Span) -> Iterator[Beside]:
    for mention, referent in page.mentions_in(span, "person", "party", "body"):
        actor = of_referent(page, mention, referent)
        if actor is not None:
            yield Beside(actor, referent.kind, mention.form, mention.first, mention.last, mention.head)


def _nameless(page: Page, ruled: Company, mentioned: Sequence[Beside]) -> Iterator[Beside]:
    """Sides of the meeting that have no name in the report: "opposition leaders", "rebels"."""
    named = {m.actor.named for m in mentioned}
    for actor in ruled.sides:
        tokens = page.tokens_in(actor.span)
        if not actor.person and actor.named not in named:
            yield Beside(actor, "party", "nominal", tokens[0], tokens[-1] + 1, tokens[-1])


def _standing(scene: Scene, trigger: Trigger, ruled: Company, beside: Beside) -> list[str]:
    """What the report makes of somebody's side, and syntax of the mention."""
    party, kind, role = beside.actor.party, beside.kind, _rule(beside.actor, ruled)
    usual, weight = scene.usual(party), scene.weight(party)
    partnered = "partnered" if ruled.partnered else "alone"
    return [
        f"kind:{kind}",
        f"form:{beside.form}",
        f"rule:{role}",
        f"{kind}:rule:{role}",
        f"format:{trigger.format}:rule:{role}",
        f"usual:{usual}",
        f"usual:{usual}:{kind}",
        f"usual:{usual}:{partnered}",
        f"usual:{usual}:rule:{role}:{partnered}",
        f"weight:{weight}",
        f"weight:{weight}:rule:{role}",
        f"rule:{role}:{partnered}",
        f"{kind}:rule:{role}:{partnered}",
    ]


def _partners_elsewhere(page: Page, trigger: Trigger, ruled: Company) -> set[str]:
    """The sides that another contact of the sentence brings in: "met Stresemann, and is due to meet Briand", "met
    Stresemann and then travelled to Rome".
    """
    own = {a.party for a in ruled.sides}
    if not trigger.is_journey and (not ruled.partnered or len(own) < ENOUGH):
        return set()
    own |= {a.party for a in ruled.mediators}
    return {party for c in _beside(page, trigger) if c.partnered for party in c.parties} - own


def _met_elsewhere(page: Page, trigger: Trigger, ruled: Company) -> set[str]:
    """The people whom one of those who meet here meets in another contact of the sentence."""
    own = {a.name for a in ruled.sides if a.person}
    if len(own) < (1 if trigger.is_journey else ENOUGH):
        return set()
    told = ({a.name for a in c.sides if a.person} for c in _beside(page, trigger) if c.partnered)
    return {name for names in told if names & own for name in names - own}


@once
def _beside(page: Page, trigger: Trigger) -> tuple[Company, ...]:
    """Whom syntax places in the other contacts of the sentence."""
    sentence = page.sentence_of(trigger.token)
    others = (t for t in triggers(page) if sentence.first <= t.token < sentence.last and t != trigger)
    return tuple(company(page, t) for t in others)


def _called(page: Page, trigger: Trigger, mention: Beside) -> str:
    if is_between(page, trigger, mention.first, mention.last):
        return "between"
    if mediates(page, mention.first, mention.last):
        return "mediating"
    if attends(page, mention.first):
        return "attending"
    return "inviting" if is_inviting(page, mention.head) else "owner" if is_owner(page, mention.head) else ""


def _is_bystander(page: Page, trigger: Trigger, beside: Beside) -> bool:
    """True for who is named in the sentence of a contact and, by the words beside the name, takes no part in it."""
    return (
        is_press(page, beside.head)
        or _is_credited(page, beside.first)
        or _gives_out(page, beside.head)
        or _is_of_former_office(page, beside)
        or _is_of_task(page, beside)
        or _is_blamed(page, trigger, beside.head)
        or _is_topic(page, trigger, beside.head)
        or _is_welcoming(page, trigger, beside.head)
    )


def _is_credited(page: Page, first: int) -> bool:
    """True after "according to": who tells of a contact takes no part in it by that."""
    before = [t.text.casefold() for t in page.tokens[max(0, first - 3) : first] if t.upos != "DET"]
    return before[-2:] == ["according", "to"]


def _gives_out(page: Page, head: int) -> bool:
    """True in "a statement read out by": who gives out a text takes no part in what it tells of by that."""
    above = page.head(head)
    is_agent = above >= 0 and page.tokens[head].deprel == "obl:agent" and page.tokens[above].xpos == "VBN"
    return is_agent and page.tokens[above].lemma.casefold() in GIVING_OUT


def _is_blamed(page: Page, trigger: Trigger, head: int) -> bool:
    """True in "met in Graustark and condemned Ruritania's raids", unless that tells of the contact itself."""
    chain = (head, *page.ancestors(head))
    over = (v for below, v in pairwise(chain) if not page.tokens[below].deprel.startswith(SUBJECT))
    verb = next((v for v in over if page.tokens[v].lemma.casefold() in BLAMING and page.tokens[v].upos == "VERB"), -1)
    if verb < 0:
        return False
    is_before = trigger.token < verb and preposition(page, trigger.outer) not in AT
    return is_before or verb not in page.ancestors(trigger.outer)


def _is_topic(page: Page, trigger: Trigger, head: int) -> bool:
    """True in "came to Graustark for talks on Ruritania"."""
    first = page.first_of_list(head)
    return not trigger.verbal and page.head(first) in trigger.heads and preposition(page, first) in TOPIC


def _is_welcoming(page: Page, trigger: Trigger, head: int) -> bool:
    """True for who has words for a contact of others: "they welcomed the signing of the accord between X and Y"."""
    verb = page.head(page.first_of_list(head))
    is_doer = verb >= 0 and page.tokens[page.first_of_list(head)].deprel == "nsubj"
    is_thing = page.head(trigger.outer) == verb and page.tokens[trigger.outer].deprel in ("obj", "obl")
    return is_doer and is_thing and page.tokens[verb].lemma.casefold() in WELCOMING


def _is_outside(page: Page, trigger: Trigger, first: int) -> bool:
    """True for whom those who are gathered do something to: "ministers meeting in Graustark urged *Ruritania*"."""
    token, head = page.tokens[trigger.token], page.head(trigger.token)
    is_beside = trigger.verbal and token.xpos == "VBG" and token.lemma.casefold() in GATHERING and head >= 0
    if not is_beside or not token.deprel.startswith(("acl", "advcl")):
        return False
    gathered = [head] if page.tokens[head].upos != "VERB" else page.children(head, "nsubj")
    return bool(gathered) and not any(first in page.subtree(n) for n in (trigger.token, *gathered))


def _is_of_former_office(page: Page, beside: Beside) -> bool:
    """True for the state in a title of the past: "former Ruritanian minister X"."""
    before = page.word_before(beside.first)
    return beside.kind != "person" and before not in BEFORE and titles.modifiers().get(before) == "former"


def _is_of_task(page: Page, beside: Beside) -> bool:
    """True for the state that somebody else's envoy is for: "the U.N. Graustark envoy"."""
    if beside.kind == "person" or beside.last >= len(page.tokens) or beside.first < 1:
        return False
    sender = page.referent_at(beside.first - 1)
    is_envoys = page.tokens[beside.last].lemma.casefold() in ENVOYS
    return is_envoys and sender is not None and sender.kind in ("party", "body")


def _rule(actor: Actor, company: Company) -> str:
    if actor.named in {a.named for a in company.mediators}:
        return "mediator"
    if actor.named in {a.named for a in company.sides}:
        return "side"
    sides = {a.party for a in company.sides}
    return "same side" if actor.party and actor.party in sides else "none"


def together(page: Page, found: Sequence[Guest], likely: Sequence[Mapping[str, float]]) -> list[Mapping[str, float]]:
    """The likelihoods of guests, where sides named with "and" take part alike: each has those of the likelier one."""
    shared = list(likely)
    sides = sorted((g.actor.span, n) for n, g in enumerate(found) if not g.actor.person)
    for (before, one), (after, other) in pairwise(sides):
        if page.report.text[before.end : after.start].strip().casefold() in JOINED:
            shared[one] = shared[other] = max(shared[one], shared[other], key=lambda p: p.get("side", 0.0))
    return shared


def seated(found: Sequence[Guest], likely: Sequence[Mapping[str, float]], threshold: float) -> Company:
    """Those the model takes for sides and mediators; `likely` has the probabilities of each guest's labels."""
    sides: dict[tuple[str, bool], Actor] = {}
    mediators: dict[tuple[str, bool], Actor] = {}
    for guest, probabilities in zip(found, likely, strict=True):
        label, probability = best(probabilities)
        if probability >= threshold:
            (mediators if label == "mediator" else sides).setdefault(guest.actor.named, guest.actor)
    for named, actor in _called_between(found, sides).items():
        mediators[named] = actor
        del sides[named]
    for named in sides:
        mediators.pop(named, None)
    return Company(tuple(sides.values()), tuple(mediators.values()), len({a.party for a in sides.values()}) > 1)


def weighed(found: Sequence[Guest], likely: Sequence[Mapping[str, float]]) -> tuple[Seat, ...]:
    """Everyone mentioned, with the likelihoods of the model."""
    told = zip(found, likely, strict=True)
    return tuple(Seat(guest.actor, p.get("side", 0.0), p.get("mediator", 0.0), guest.called) for guest, p in told)


def _called_between(found: Sequence[Guest], sides: Mapping[tuple[str, bool], Actor]) -> dict[tuple[str, bool], Actor]:
    """Sides that the words beside them call mediators, where two others are left."""
    called = {g.actor.named: g.actor for g in found if "cue:mediator" in g.features and g.actor.named in sides}
    left = {a.party for named, a in sides.items() if named not in called} - {a.party for a in called.values()}
    return called if len(left) > 1 else {}
