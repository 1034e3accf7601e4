"""One mention of a meeting with all that its clause says."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.claims.meetings.actors import Actor
from communique.claims.meetings.circumstances import place, topic, when
from communique.claims.meetings.company import Company, company
from communique.claims.meetings.ranking import Models, guests, likeliest, places, seated, times
from communique.claims.meetings.status import status
from communique.claims.meetings.syntax import link
from communique.claims.meetings.triggers import Trigger, triggers
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.reading import Sentence
from communique.model.span import Span

DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "both", "its", "their", "his", "her"})
APART = frozenset(
    {"another", "other", "further", "more", "new", "next", "separate", "second", "third", "fourth", "fifth"}
)
APART |= {"additional", "previous", "earlier", "last", "first", "follow-up", "subsequent", "separately", "previously"}
TRAVEL = frozenset({"visit", "shuttle"})


@dataclass(frozen=True, slots=True)
class Encounter:
    """A trigger with its arguments; `apart` holds words that set the meeting off from another ("second", "next")."""

    trigger: Trigger
    company: Company
    status: str
    place: Field | None
    when: Field | None
    topic: Field | None
    definite: bool
    apart: frozenset[str]
    sentence: Sentence

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


def encounters(page: Page, models: Models) -> Iterator[Encounter]:
    """Every mention of a contact of parties, in text order; travel to a meeting in the same clause is left to it."""
    found = list(triggers(page))
    tokens = {t.token for t in found}
    for trigger in found:
        if trigger.verbal and _is_light(page, trigger, tokens):
            continue
        if trigger.format in TRAVEL and _serves(page, trigger, found):
            continue
        encounter = _encounter(page, trigger, models)
        if _is_contact(page, encounter):
            yield encounter


def _encounter(page: Page, trigger: Trigger, models: Models) -> Encounter:
    words = frozenset(
        page.tokens[c].text.casefold()
        for head in trigger.heads
        for c in page.children(head, "det", "nmod:poss", "amod", "advmod", "nummod")
    )
    told = status(page, trigger)
    return Encounter(
        trigger,
        seated(guests(page, trigger, company(page, trigger)), models.actors),
        told,
        likeliest(places(page, trigger, place(page, trigger)), models.places),
        likeliest(times(page, trigger, when(page, trigger), told), models.times),
        topic(page, trigger),
        bool(words & DEFINITE) or any(page.children(h, "nmod:poss") for h in trigger.heads),
        words & APART,
        page.sentence_of(trigger.token),
    )


def _is_light(page: Page, trigger: Trigger, tokens: set[int]) -> bool:
    """True for "hosted talks": the noun is the meeting."""
    return any(c in tokens for c in page.children(trigger.token, "obj"))


def _serves(page: Page, visit: Trigger, found: list[Trigger]) -> bool:
    """True for travel to a meeting: "flew to Graustark for talks", "a visit to meet the president"."""
    for other in found:
        if other.format in TRAVEL or other.token == visit.token:
            continue
        above = None if other.verbal else link(page, other.outer)
        if other.verbal and page.head(other.token) == visit.token:
            return page.tokens[other.token].deprel.startswith(("advcl", "acl", "xcomp", "conj"))
        if above is not None and above.predicate == visit.token and above.relation == "obl":
            return True
    return False


def _is_contact(page: Page, found: Encounter) -> bool:
    """False where the words alone are no contact of parties: "met demands", "spoke to reporters", "went to school"."""
    if not found.trigger.verbal:
        return found.company.partnered or not found.trigger.weak
    if found.format in TRAVEL:
        return bool(found.actors) and found.place is not None
    lemma = page.tokens[found.trigger.token].lemma.casefold()
    has_object = page.child(found.trigger.token, "obj") is not None
    if lemma in ("meet", "gather", "convene", "assemble", "negotiate", "confer", "reconvene", "huddle"):
        return found.company.partnered or (not has_object and bool(found.actors))
    return found.company.partnered and len(found.actors) > 1
