"""One mention of a meeting with all that its clause says."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.claims.meetings.actors import Actor, is_press
from communique.claims.meetings.circumstances import round_number, topic, when
from communique.claims.meetings.company import Company, company
from communique.claims.meetings.mentioned import likeliest, places, scored, times
from communique.claims.meetings.places import place
from communique.claims.meetings.ranking import (
    Models,
    Scene,
    Seat,
    guests,
    seated,
    together,
    weighed,
)
from communique.claims.meetings.sitters import is_sent, sees_somebody, sit_together
from communique.claims.meetings.status import negated, status
from communique.claims.meetings.syntax import link, preposition
from communique.claims.meetings.travel import BACK, is_resumed
from communique.claims.meetings.triggers import Trigger, triggers
from communique.lexicon.cities import state_of_place
from communique.lexicon.countries import code_of
from communique.lexicon.encounters import verbs
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.reading import Sentence
from communique.model.span import Span

DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "both", "its", "their", "his", "her"})
INDEFINITE = frozenset({"a", "an"})
APART = frozenset(
    {"another", "other", "further", "more", "new", "next", "separate", "second", "third", "fourth", "fifth"}
)
APART |= {"additional", "previous", "earlier", "last", "first", "follow-up", "subsequent", "separately", "previously"}
SERIAL = frozenset({"round", "session", "sitting", "instalment", "installment", "plenary", "meeting"})
"""Nouns for one of several meetings of the same sides."""

BALLOTS = frozenset(
    {"vote", "votes", "voting", "ballot", "ballots", "election", "elections", "poll", "polls", "runoff"}
)
BALLOTS |= {"run-off", "voters", "electoral", "presidential", "candidate", "candidates", "pollsters"}
"""Words beside which a second round is one of an election."""

ORDINAL = ("first", "second", "third", "1st", "2nd", "3rd", "th")
"""Endings of ordinal numbers."""

TRAVEL = frozenset({"visit", "shuttle"})
PAIRED = frozenset({"side", "country", "party", "leader", "delegation", "nation", "neighbor", "neighbour", "envoy"})
PAIRED |= {"government", "president", "minister", "negotiator", "team", "counterpart", "representative", "foe", "rival"}
PAIRING = frozenset({"two", "both", "three", "the"})
MUTUAL = frozenset({"meet", "gather", "convene", "assemble", "negotiate", "confer", "reconvene", "huddle", "haggle"})
MUTUAL |= {"reassemble", "wrangle", "bargain", "dicker", "parley", "deliberate"}
"""Verbs that tell of a contact without naming the other side: "the two met"."""

SHARED = frozenset({"sit", "talk", "consult", "argue", "debate", "dine", "converse"})
"""Verbs that do so only of several who are of both sides: "the delegations sat until midnight"."""

PLAIN = frozenset(
    {"come", "return", "land", "leave", "drive", "sail", "get", "due", "await", "expect", "invite", "proceed"}
)
"""Words for travel of which much else is told."""

OF_BOTH = frozenset({"exchange", "compare"})
"""Verbs that tell of a contact with an object of words: "exchanged views", "compared notes"."""

OF_PERSONS = frozenset(
    {"call", "ring", "phone", "telephone", "welcome", "greet", "receive", "host", "contact", "approach"}
)
"""Verbs that tell of a contact only with a person as object."""

ENVOYS = frozenset(
    "ambassador attaché commissioner consul counterpart delegate delegation diplomat envoy emissary".split()
)
ENVOYS |= {"chargé", "charge", "legate", "minister", "mission", "negotiator", "nuncio", "president", "representative"}
"""Whom a state receives, or a ministry summons, from another."""


BARTERED = frozenset(
    {"fire", "gunfire", "shot", "blow", "prisoner", "hostage", "captive", "detainee", "body", "remain", "territory"}
)
"""What is exchanged and is no message."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the words around a trigger say without regard to names."""

    definite: bool
    apart: frozenset[str]
    pair: bool
    partnered: bool
    indefinite: bool
    none: bool


@dataclass(frozen=True, slots=True)
class Encounter:
    """A trigger with its arguments.

    `start` is where the trigger stands, `company` what the model decides, `ruled` what syntax alone says; `seats`,
    `places` and `times` are all that the sentence names, with likelihoods; `inherited` marks sides that were taken over
    from elsewhere in the report; `telling` is how likely the mention tells of a contact that deserves an entry.
    """

    trigger: Trigger
    start: int
    company: Company
    ruled: Company
    status: str
    place: Field | None
    when: Field | None
    topic: Field | None
    round: Field | None
    words: Words
    sentence: Sentence
    seats: tuple[Seat, ...] = ()
    places: tuple[tuple[float, Field], ...] = ()
    times: tuple[tuple[float, Field], ...] = ()
    inherited: bool = False
    telling: float = 1.0

    @property
    def definite(self) -> bool:
        """True with "the", "this", or an owner."""
        return self.words.definite

    @property
    def apart(self) -> frozenset[str]:
        """Words that set the meeting off from another ("second", "next")."""
        return self.words.apart

    @property
    def pair(self) -> bool:
        """True where a plural without a name stands for the sides."""
        return self.words.pair

    @property
    def anaphoric(self) -> bool:
        """True for a noun that takes its meeting as known: "the talks", and no other side, no "next" or "second"."""
        return not self.trigger.verbal and not self.words.partnered and not self.words.apart

    @property
    def format(self) -> str:
        """The format by the trigger alone."""
        return self.trigger.format

    @property
    def people(self) -> frozenset[str]:
        """Names of the people who take part."""
        return frozenset(a.name for a in self.company.sides if a.person)

    @property
    def parties(self) -> frozenset[str]:
        """The sides that take part, those of people included."""
        return frozenset(a.party for a in self.company.sides if a.party)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Those who take part, as mentioned."""
        return self.company.sides

    @property
    def evidence(self) -> Span:
        """The sentence of the trigger."""
        return self.sentence.span


def encounters(scene: Scene, models: Models) -> Iterator[Encounter]:
    """Every mention of a contact of parties, in text order; travel to a meeting in the same clause is left to it."""
    page = scene.page
    found = triggers(page)
    tokens = {t.token for t in found}
    together: dict[int, list[Trigger]] = {}
    for trigger in found:
        together.setdefault(page.sentence_of(trigger.token).first, []).append(trigger)
    made = {t: _encounter(scene, t, models) for t in found if not (t.verbal and _is_light(page, t, tokens))}
    told = {trigger: encounter for trigger, encounter in made.items() if encounter and _is_contact(page, encounter)}
    for trigger, encounter in told.items():
        others = [t for t in together[page.sentence_of(trigger.token).first] if t in told]
        if trigger.format not in TRAVEL or not _serves(page, trigger, others):
            yield encounter


def words(page: Page, trigger: Trigger, ruled: Company) -> Words:
    """Determiners, words that set apart, plurals for the sides, and whether a preposition brings in the other side."""
    near = frozenset(
        page.tokens[c].text.casefold()
        for head in trigger.heads
        for c in page.children(head, "det", "nmod:poss", "amod", "advmod", "nummod")
        if c < head or page.tokens[c].upos == "ADV"
    )
    return Words(
        bool(near & DEFINITE) or any(page.children(h, "nmod:poss") for h in trigger.heads),
        near & APART,
        is_pair(page, trigger),
        ruled.partnered or _brings_in(page, trigger),
        bool(near & INDEFINITE),
        "no" in near,
    )


def _brings_in(page: Page, trigger: Trigger) -> bool:
    """True for "with" or "between" soon after the trigger, whatever the tree says."""
    known = verbs().get(page.tokens[trigger.token].lemma.casefold()) if trigger.verbal else None
    if known and "obj" in known.partners and _person_follows(page, trigger.token):
        return True
    markers = set(known.partners) - {"obj", "of"} if known else {"with", "between", "among", "involving"}
    last = page.sentence_of(trigger.token).last
    after = range(trigger.token + 1, min(last - 1, trigger.token + (5 if trigger.verbal else 3)))
    return any(page.tokens[n].text.casefold() in markers and _may_be_partner(page, n + 1) for n in after)


def _may_be_partner(page: Page, token: int) -> bool:
    """False for what follows in "spoke to reporters" and "talks with resuming"."""
    return page.tokens[token].upos != "VERB" and not is_press(page, token)


def _person_follows(page: Page, verb: int) -> bool:
    """True where the noun phrase right after a verb has a person's name: "met Prime Minister Begin"."""
    for number in range(verb + 1, page.sentence_of(verb).last):
        referent = page.referent_at(number)
        if referent is not None and referent.kind == "person":
            return True
        if page.tokens[number].upos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON"):
            return False
    return False


def _is_of_thing(page: Page, verb: int) -> bool:
    """True where the object is what somebody has, said or did: "welcomed his offer"."""
    objects = page.children(verb, "obj", "nsubj:pass")
    is_owned = any(
        page.tokens[o].upos == "NOUN" and page.referent_of_head(o) is None and page.children(o, "nmod:poss")
        for o in objects
    )
    return is_owned or len(objects) > 1


def _encounter(scene: Scene, trigger: Trigger, models: Models) -> Encounter | None:
    page = scene.page
    told, ruled = status(page, trigger), company(page, trigger)
    said = words(page, trigger, ruled)
    if not _is_told(page, trigger, told, said):
        return None
    settings = scored(places(page, trigger, place(page, trigger)), models.places)
    dated = scored(times(page, trigger, when(page, trigger), told), models.times)
    where, beside = likeliest(settings, models.places), guests(scene, trigger, ruled)
    likely = together(page, beside, [models.actors.probabilities(guest.features) for guest in beside])
    present = seated(beside, likely, models.actors.threshold)
    if not trigger.verbal and not said.partnered:
        present = _ruled_only(present, ruled)
    return Encounter(
        trigger,
        page.tokens[trigger.token].start,
        _with_host(present, trigger, where),
        ruled,
        told,
        where,
        likeliest(dated, models.times),
        topic(page, trigger),
        round_number(page, trigger),
        said,
        page.sentence_of(trigger.token),
        weighed(beside, likely),
        settings,
        dated,
    )


def _ruled_only(present: Company, ruled: Company) -> Company:
    """Those whom syntax places in the meeting too: beside "the talks" a sentence names many who only speak of them."""
    named = {a.named for a in (*ruled.sides, *ruled.mediators)}
    parties = {a.party for a in ruled.sides}
    return replace(
        present,
        sides=tuple(a for a in present.sides if a.named in named or (a.person and a.party in parties)),
        mediators=tuple(a for a in present.mediators if a.named in named),
    )


def _with_host(seated_: Company, trigger: Trigger, where: Field | None) -> Company:
    """Travel to a state is contact with it."""
    code = code_of(where[0]) if where and trigger.format in TRAVEL else ""
    if not where or not code or code in {a.party for a in seated_.sides}:
        return seated_
    return replace(seated_, sides=(*seated_.sides, Actor(where[1], code, code, False)))


def is_pair(page: Page, trigger: Trigger) -> bool:
    """True where a plural or a body without a name stands for the sides: "they", "both delegations", "the panel"."""
    if trigger.verbal and sit_together(page, trigger.token):
        return True
    span = page.sentence_of(trigger.token)
    for number in range(max(span.first, trigger.token - 12), min(span.last, trigger.token + 8)):
        if page.tree.folded[number] in ("they", "both", "each other"):
            return True
        before = page.tree.folded[max(0, number - 2) : number]
        if page.tokens[number].lemma.casefold() in PAIRED and not PAIRING.isdisjoint(before):
            return True
    return False


def _is_light(page: Page, trigger: Trigger, tokens: set[int]) -> bool:
    """True for "hosted talks": the noun is the meeting."""
    return any(c in tokens for c in page.children(trigger.token, "obj"))


def _serves(page: Page, visit: Trigger, found: list[Trigger]) -> bool:
    """True for travel to a meeting: "flew to Graustark for talks", "a visit to meet the president"."""
    for other in found:
        if other.format in TRAVEL or other.token == visit.token:
            continue
        above = None if other.verbal else link(page, other.outer)
        if _is_amid(page, visit, other):
            return True
        if other.verbal and page.head(other.token) == visit.token:
            return page.tokens[other.token].deprel.startswith(("advcl", "acl", "xcomp", "conj"))
        if above is not None and above.predicate == visit.token and above.relation == "obl":
            return True
    return False


def _is_homeward(page: Page, verb: int, *ways: str) -> bool:
    """True for "flew home", "went back to Graustark"; `ways` are the adverbs that count."""
    return any(page.tokens[c].text.casefold() in ways for c in page.children(verb, "advmod", "compound:prt", "obj"))


def _is_at_home(found: Encounter, where: Field) -> bool:
    """True for who travels in his own country to nobody: "the Graustarkian president arrived in Strelsau"."""
    travelling = {a.party for a in found.ruled.sides}
    return not found.words.partnered and travelling == {state_of_place(where[0])}


def _is_amid(page: Page, visit: Trigger, other: Trigger) -> bool:
    """True for "met him during a visit to Graustark"."""
    above = None if visit.verbal else link(page, visit.outer)
    return (
        other.verbal and above is not None and above.predicate == other.token and above.preposition in ("during", "on")
    )


def _is_told(page: Page, trigger: Trigger, fate: str, said: Words) -> bool:
    """False where no contact is told of, whoever stands beside: "no meeting", "did not meet", "went home"."""
    verb = trigger.token
    if not trigger.verbal:
        is_none = said.none and fate in ("held", "under_way", "scheduled", "")
        is_full = (
            said.partnered or not trigger.weak or _is_of_series(page, trigger, said) or _is_settled(page, trigger, fate)
        )
        return is_full and not is_none and not _is_barter(page, trigger)
    if fate == "" and negated(page, verb):
        return False
    if trigger.format in TRAVEL:
        is_between = trigger.format == "shuttle" and said.partnered
        return (is_between or place(page, trigger) is not None) and not _is_homeward(page, verb, "home", "back")
    return not any(page.tokens[c].text.casefold() == "without" for c in page.children(verb, "mark", "case"))


def _is_of_series(page: Page, trigger: Trigger, said: Words) -> bool:
    """True for a round or session that is one of several: "the third round", "a first session", "its 19th sitting"."""
    if page.tokens[trigger.token].lemma.casefold() not in SERIAL:
        return False
    sentence = page.sentence_of(trigger.token)
    if not BALLOTS.isdisjoint(page.tree.folded[sentence.first : sentence.last]):
        return False
    near = (c for h in trigger.heads for c in page.children(h, "amod", "nummod"))
    return bool(said.apart) or any(page.tokens[c].text.casefold().endswith(ORDINAL) for c in near)


def _is_settled(page: Page, trigger: Trigger, fate: str) -> bool:
    """True for what has a day or place and is to be, or was called off: "a dinner planned for Monday"."""
    if fate not in ("scheduled", "postponed", "cancelled") or trigger.format in ("call", "exchange"):
        return False
    return when(page, trigger) is not None or place(page, trigger) is not None


def _is_contact(page: Page, found: Encounter) -> bool:
    """False where those named make no contact of parties: "met demands", "spoke to reporters", "went to school"."""
    if not found.trigger.verbal:
        return True
    if found.format in TRAVEL:
        if found.format == "shuttle" and found.words.partnered:
            return bool(found.actors)
        where = place(page, found.trigger)
        return where is not None and _are_travelling(page, found) and not _is_at_home(found, where)
    return _is_of_two(page, found)


def _are_travelling(page: Page, found: Encounter) -> bool:
    """True where somebody travels who is somebody's: for plain words such as "come" the clause itself must say who."""
    verb = found.trigger.token
    if page.tokens[verb].lemma.casefold() in PLAIN:
        return bool(found.ruled.sides) or is_sent(page, verb)
    return bool(found.actors)


def _is_of_two(page: Page, found: Encounter) -> bool:
    """True for a verb that has, or needs no, partner."""
    lemma = page.tokens[found.trigger.token].lemma.casefold()
    has_object = page.child(found.trigger.token, "obj") is not None
    verb = found.trigger.token
    if lemma in MUTUAL:
        return found.words.partnered or (not has_object and (found.pair or bool(found.actors)))
    if lemma in BACK:
        is_dated = is_resumed(page, verb) and found.when is not None
        return not _is_homeward(page, verb, "home") and (found.place is not None or is_dated)
    if _is_shared(page, verb):
        return True
    if lemma == "bring":
        return found.words.partnered and found.status != "under_way"
    if lemma in OF_BOTH:
        return found.words.partnered or found.pair or len(found.parties) > 1
    if lemma == "see":
        return sees_somebody(page, verb)
    envoy = len(found.parties) > 1 and _is_of_envoy(page, found.trigger.token)
    if lemma == "summon":
        return envoy
    if lemma in OF_PERSONS:
        told = envoy or any(a.person for a in found.ruled.sides[1:]) or _person_follows(page, found.trigger.token)
        return told and not _is_of_thing(page, found.trigger.token)
    parties = {a.party for a in found.ruled.sides if a.person or lemma != "discuss"}
    is_mutual = found.format == "call" or lemma == "discuss" or (lemma == "talk" and not has_object)
    return (is_mutual and len(parties) > 1) or (found.words.partnered and len(found.actors) > 1)


def _is_shared(page: Page, verb: int) -> bool:
    """True for what several do who are of both sides: "the delegations sat until midnight", not "argued that"."""
    is_of = page.children(verb, "obj", "ccomp", "parataxis")
    return page.tokens[verb].lemma.casefold() in SHARED and not is_of and sit_together(page, verb)


def _is_of_envoy(page: Page, verb: int) -> bool:
    """True where the object, or whom it befalls, speaks for another state: "received a delegation from Chile"."""
    found = page.children(verb, "obj", "nsubj:pass")
    return any(
        page.tokens[t].lemma.casefold() in ENVOYS for o in found for t in (o, *page.children(o, "appos", "flat"))
    )


def _is_barter(page: Page, trigger: Trigger) -> bool:
    """True for an exchange of fire or of prisoners, which is none of words."""
    return trigger.format == "exchange" and any(
        page.tokens[child].lemma.casefold() in BARTERED and preposition(page, child) == "of"
        for child in page.children(trigger.token, "nmod")
    )
