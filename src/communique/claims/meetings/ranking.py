"""Which names of a sentence take part in its meeting, where and when: candidates with features, and linear models.

Weights are `weights/meeting_{actors,places,times}.json`, made by `python -m training.encounters`. What the rules of
`company` and `circumstances` say is one feature among others.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from communique.claims.meetings.actors import Actor, affiliation, is_press, of_referent, side_of
from communique.claims.meetings.company import Company, company
from communique.claims.meetings.mediation import cue
from communique.claims.meetings.places import kind_of_place, place, place_at
from communique.claims.meetings.relations import REPORTING, relation
from communique.claims.meetings.syntax import preposition
from communique.claims.meetings.triggers import Trigger, triggers
from communique.claims.scoring import LinearModel, best, load
from communique.model.claim import Field
from communique.model.page import Page, once
from communique.model.reading import Timex
from communique.model.span import Span


@dataclass(frozen=True, slots=True)
class Models:
    """One model a decision. For one mention: who takes part, where, when; which mentions are one meeting; for a
    meeting as a whole: what became of it, whether it deserves an entry, who took part, when, and where; for one
    mention again: whether it tells of a contact that deserves an entry.
    """

    actors: LinearModel
    places: LinearModel
    times: LinearModel
    folding: LinearModel
    statuses: LinearModel
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
        statuses=load("meeting_statuses"),
        worth=load("meetings"),
        seats=load("meeting_seats"),
        when=load("meeting_when"),
        where=load("meeting_where"),
        mentions=load("meeting_mentions"),
    )


@dataclass(frozen=True, slots=True)
class Guest:
    """A person or side mentioned in the sentence of a trigger."""

    actor: Actor
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """How likely somebody mentioned beside a trigger takes part as a side, or as a mediator."""

    actor: Actor
    side: float
    mediator: float


@dataclass(frozen=True, slots=True)
class Setting:
    """A place or time mentioned in the sentence of a trigger."""

    field: Field
    features: tuple[str, ...]


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
            found.update({a.party for a in told.sides if a.party})
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
    """Everyone mentioned in the trigger's sentence, each mention once."""
    page, found = scene.page, []
    span = page.sentence_of(trigger.token).span
    sources = scene.sources(span)
    for mention, referent in page.mentions_in(span, "person", "party", "body"):
        actor = of_referent(page, mention, referent)
        if actor is None or is_press(page, mention.head) or mention.first <= trigger.token < mention.last:
            continue
        role = _rule(actor, ruled)
        features = [
            f"kind:{referent.kind}",
            f"form:{mention.form}",
            f"rule:{role}",
            f"{referent.kind}:rule:{role}",
            f"format:{trigger.format}:rule:{role}",
            *relation(page, trigger, mention.first, mention.last, mention.head),
        ]
        usual, weight = scene.usual(actor.party), scene.weight(actor.party)
        partnered = "partnered" if ruled.partnered else "alone"
        features += [
            f"usual:{usual}",
            f"usual:{usual}:{referent.kind}",
            f"usual:{usual}:{partnered}",
            f"usual:{usual}:rule:{role}:{partnered}",
            f"weight:{weight}",
            f"weight:{weight}:rule:{role}",
            f"rule:{role}:{partnered}",
            f"{referent.kind}:rule:{role}:{partnered}",
        ]
        if any(s.overlaps(actor.span) for s in sources):
            features += ["source", f"source:rule:{role}"]
        if not actor.party:
            features.append("no side")
        role = cue(page, mention.first, mention.last)
        if role:
            features += [f"cue:{role}", "cue"]
        if actor.party in scene.between:
            features.append("between elsewhere")
        found.append(Guest(actor, tuple(features)))
    return found


def _rule(actor: Actor, company: Company) -> str:
    if actor.named in {a.named for a in company.mediators}:
        return "mediator"
    if actor.named in {a.named for a in company.sides}:
        return "side"
    sides = {a.party for a in company.sides}
    return "same side" if actor.party and actor.party in sides else "none"


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
    return tuple(Seat(guest.actor, p.get("side", 0.0), p.get("mediator", 0.0)) for guest, p in told)


def _called_between(found: Sequence[Guest], sides: Mapping[tuple[str, bool], Actor]) -> dict[tuple[str, bool], Actor]:
    """Sides that the words beside them call mediators, where two others are left."""
    called = {g.actor.named: g.actor for g in found if "cue:mediator" in g.features and g.actor.named in sides}
    left = {a.party for named, a in sides.items() if named not in called} - {a.party for a in called.values()}
    return called if len(left) > 1 else {}


# -- where and when


def places(page: Page, trigger: Trigger, rule: Field | None) -> list[Setting]:
    """Every place named in the trigger's sentence."""
    found = []
    seen = set()
    for number in page.tokens_in(page.sentence_of(trigger.token).span):
        field = place_at(page, number)
        if field is None or field[1] in seen:
            continue
        seen.add(field[1])
        found.append(Setting(field, tuple(_place_features(page, trigger, field, rule))))
    return found


def _place_features(page: Page, trigger: Trigger, field: Field, rule: Field | None) -> Iterator[str]:
    tokens = page.tokens_in(field[1])
    head = next((t for t in tokens if page.head(t) not in tokens), tokens[-1])
    kind, ruled = kind_of_place(page, field), "this" if rule == field else "other" if rule else "none"
    own = "verb" if trigger.verbal else "noun"
    yield f"rule:{ruled}"
    yield f"rule:{ruled}:kind:{kind}"
    yield f"format:{trigger.format}"
    yield f"kind:{kind}"
    yield f"kind:{kind}:deprel:{page.tokens[head].deprel}"
    yield f"deprel:{page.tokens[head].deprel}"
    yield from _governor(page, trigger, head)
    yield f"dateline:{is_dateline(page, tokens[0])}"
    rivals = _rivals(page, trigger, head)
    yield f"rivals:{rivals}"
    yield f"rivals:{rivals}:{own}"
    elsewhere = min(2, _usual_places(page)[field[0]] - (ruled == "this"))
    yield f"usual:{elsewhere}"
    yield f"usual:{elsewhere}:rule:{ruled}"
    found = relation(page, trigger, tokens[0], tokens[-1] + 1, head)
    yield from found
    marked = next(f for f in found if ":marker:" in f)
    free = next(f for f in found if f.startswith("verbs:"))
    yield f"{marked}:{free}"
    yield f"{marked}:{free}:rivals:{rivals}"
    yield f"{marked}:kind:{kind}"


def _governor(page: Page, trigger: Trigger, head: int) -> Iterator[str]:
    """What the place hangs on: the contact itself, a word of saying, the verb over the contact, another word."""
    at = page.head(head)
    while at >= 0 and page.tokens[head].deprel.startswith(("flat", "appos", "conj")):
        head, at = at, page.head(at)
    if at < 0:
        yield "above:none"
        return
    lemma = page.tokens[at].lemma.casefold()
    above = (
        "contact" if at in trigger.heads
        else "other contact" if at in _contacts(page)
        else "saying" if lemma in SAYING
        else "own verb" if at == page.head(trigger.outer)
        else page.tokens[at].upos
    )
    yield f"above:{above}"
    yield f"above:{above}:{preposition(page, head)}"
    yield f"above:lemma:{lemma}"


SAYING = REPORTING | {"speak"}


def is_dateline(page: Page, token: int) -> bool:
    """True for a place at the very beginning of a paragraph, before a dash or in capitals."""
    sentence = page.sentence_of(token)
    if sentence.role == "title" or token - sentence.first > 12:
        return False
    after = [t.text for t in page.tokens[token : min(sentence.last, token + 16)]]
    is_first = all(t.text.isupper() or not t.text[0].isalpha() for t in page.tokens[sentence.first : token])
    return is_first and (any(w in ("--", "—", "–") for w in after) or (page.tokens[token].text.isupper() and len(page.tokens[token].text) > 3 and not all(w.isupper() for w in after if w.isalpha())))


@once
def _usual_places(page: Page) -> Counter[str]:
    """How often the words of a report place a contact somewhere."""
    return Counter(field[0] for trigger in triggers(page) if (field := place(page, trigger)) is not None)


def times(page: Page, trigger: Trigger, rule: Field | None, status: str) -> list[Setting]:
    """Every dated expression of time in the trigger's sentence."""
    dated = [t for t in page.times_in(page.sentence_of(trigger.token).span) if t.type != "DURATION" and t.value]
    return [
        Setting((bounded(page, t), t.span), tuple(_time_features(page, trigger, t, rule, status, len(dated))))
        for t in dated
    ]


def bounded(page: Page, timex: Timex) -> str:
    """The value of an expression, open at its start after "before", "by" or "until"."""
    first = page.tokens_in(timex.span).start
    before = page.tokens[first - 1].text.casefold() if first else ""
    return f"../{timex.value}" if before in LIMITS and "/" not in timex.value else timex.value


def _time_features(
    page: Page, trigger: Trigger, timex: Timex, rule: Field | None, status: str, count: int
) -> list[str]:
    tokens = page.tokens_in(timex.span)
    head = next((t for t in tokens if page.head(t) not in tokens), tokens[-1])
    above = page.tokens[page.head(head)].lemma.casefold() if page.head(head) >= 0 else ""
    day = page.report.day
    tense = (
        "past" if timex.value[:10] < day[: len(timex.value[:10])] else "same" if timex.value[:10] == day else "future"
    )
    rivals = _rivals(page, trigger, head)
    return [
        f"rivals:{rivals}",
        f"rivals:{rivals}:{'verb' if trigger.verbal else 'noun'}",
        f"rule:{'this' if rule and rule[1].overlaps(timex.span) else 'other' if rule else 'none'}",
        f"reporting:{above in REPORTING_ABOVE}",
        f"status:{status}:{tense}",
        f"count:{min(count, 3)}",
        f"precision:{len(timex.value.partition('/')[0])}",
        *relation(page, trigger, tokens[0], tokens[-1] + 1, head),
    ]


def _rivals(page: Page, trigger: Trigger, head: int) -> str:
    """What stands nearer to an expression than the trigger: another contact, a verb, or none of the two."""
    own = abs(head - trigger.token)
    sentence = page.sentence_of(trigger.token)
    near = range(max(sentence.first, head - own + 1), min(sentence.last, head + own))
    others = [n for n in near if n not in trigger.heads]
    if any(n in _contacts(page) for n in others):
        return "contact"
    return "verb" if any(page.tokens[n].upos == "VERB" for n in others) else "none"


@once
def _contacts(page: Page) -> frozenset[int]:
    """The words that stand for contacts anywhere in the report."""
    return frozenset(head for trigger in triggers(page) for head in trigger.heads)


LIMITS = frozenset({"before", "by", "until", "till"})
REPORTING_ABOVE = frozenset({"say", "tell", "report", "announce", "add", "write", "state", "note", "confirm", "warn"})


def scored(found: list[Setting], model: LinearModel) -> tuple[tuple[float, Field], ...]:
    """Every setting with its likelihood, the likeliest first."""
    told = sorted(((model.best(s.features)[1], -s.field[1].start, s.field) for s in found), reverse=True)
    return tuple((likelihood, field) for likelihood, _, field in told)


def likeliest(found: Sequence[tuple[float, Field]], model: LinearModel) -> Field | None:
    """The setting that the model holds likeliest, if likely enough."""
    return found[0][1] if found and found[0][0] >= model.threshold else None
