"""Which values of claims name somebody, and in what company each name stands in each report."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from communique.lexicon.bodies import body_of
from communique.lexicon.countries import code_of, countries
from communique.lexicon.outlets import outlet
from communique.lexicon.people import is_family_name_first, is_first_name, noun
from communique.lexicon.roles import role_key
from communique.lexicon.tables import bare, key
from communique.model.claim import Claim
from communique.model.entity import Name
from communique.model.working import Counts
from communique.resolve.names import is_whole, parts
from communique.resolve.sides import DESCRIBED, described_group

PEOPLE = frozenset({"person", "participants", "by", "replaces"})
"""Fields that hold people, whatever the kind of claim (a citation's `by` may be a party)."""

SIDES = frozenset({"parties", "party", "mediators", "authors", "who", "speaker", "to", "name", "country"})
"""Fields that hold parties, or people where the same name is a person elsewhere in the record."""

PLACES = frozenset({"place", "where"})
BODIES = frozenset({"body"})

_GENERIC = frozenset(
    "movement group rebels rebel militants militant forces fighters militia delegation government side team "
    "authorities organisation organization insurgents guerrillas army regime leadership officials".split()
)
_GROUPS = (_GENERIC | DESCRIBED) - {"officials", "leadership"}
_LINKS = frozenset("of the for and in on al el bin bint ibn de del la du von van der dos da di to at".split())
_DETERMINERS = frozenset(
    "a an the some many one two another other several no all this that these those its their our my his her each any "
    "most both what which".split()
)


@dataclass(slots=True)
class Company:
    """What reports say around one name: the states and sides its bearer speaks for, and the offices held.

    `offices` are roles with the state or body they are of ("foreign minister / RUS"); `beside` are the sides that
    reports with this name are about. Each is counted by the reports that say so; `used` counts the reports themselves.
    """

    forms: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    offices: Counter[str] = field(default_factory=Counter)
    beside: Counter[str] = field(default_factory=Counter)
    used: Counter[str] = field(default_factory=Counter)

    @property
    def reports(self) -> int:
        """How many reports use the name."""
        return self.used[""]

    def learn(self, other: "Company", times: int = 1) -> None:
        """Take in (or, with -1, forget) what other reports say."""
        for mine, theirs in zip(self.counts(), other.counts(), strict=True):
            for word, count in theirs.items():
                mine[word] += times * count
                if not mine[word]:
                    del mine[word]

    def counts(self) -> Counts:
        """All counts."""
        return self.forms, self.countries, self.offices, self.beside, self.used


@dataclass(frozen=True, slots=True)
class Mentions:
    """Every name in the record with its company, and how to find the name of one value in one report."""

    company: dict[Name, Company]
    people: frozenset[str]
    states: dict[str, str]
    scopes: dict[tuple[str, str], str]

    def name(self, claim: Claim, role: str, value: str) -> Name | None:
        """What `value` in field `role` names, or None for a description ("a senior official")."""
        state = state_of(value, self.states) if role in PEOPLE or role in SIDES or role in BODIES else ""
        kind = "party" if state else kind_of(claim.kind, role, value, self.people)
        if kind == "person":
            return person(value, self.scopes.get((claim.report, person_key(value)), claim.report))
        if kind in ("party", "body"):
            return Name(kind, state or group_key(value))
        return Name(kind, key(bare(value))) if kind else None


def mentions(claims: Sequence[Claim]) -> Mentions:
    """Gather the names of all claims; their order does not matter."""
    states = {plain: min(written) for plain, written in sorted(states_in(claims).items())}
    people = people_in(claims, states)
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    company: dict[Name, Company] = defaultdict(Company)
    scopes: dict[tuple[str, str], str] = {}
    for of_one in by_report.values():
        gathered = mentions_in(of_one, people, states)
        scopes |= gathered.scopes
        for name, found in gathered.company.items():
            company[name].learn(found)
    return Mentions(company, people, states, scopes)


def people_in(claims: Iterable[Claim], states: Mapping[str, str]) -> frozenset[str]:
    """The keys of what these claims name as people; `states` are those that the record knows and no lexicon."""
    return frozenset(
        person_key(a.value)
        for c in claims
        for a in c.arguments
        if a.role in PEOPLE and c.kind != "citations" and not is_group(a.value) and not state_of(a.value, states)
    )


def lookups(claims: Iterable[Claim]) -> frozenset[str]:
    """Every key under which a value of these claims may be looked up, as whatever it turns out to be."""
    found = set()
    for claim in claims:
        for a in claim.arguments:
            if a.role in PLACES:
                found.add(key(bare(a.value)))
            elif a.role in PEOPLE or a.role in SIDES or a.role in BODIES:
                found |= {person_key(a.value), group_key(a.value)}
    return frozenset(found)


def mentions_in(claims: Sequence[Claim], people: frozenset[str], states: dict[str, str]) -> Mentions:
    """Gather the names of one report's claims, given the people and the states that the whole record knows."""
    states_of, offices = _spoken_for(claims, people)
    about = _about(claims, people)
    scopes = {at: min(found) if len(found) == 1 else at[0] for at, found in states_of.items()}
    gathered = Mentions(defaultdict(Company), people, states, scopes)
    for claim in claims:
        for a in claim.arguments:
            name = gathered.name(claim, a.role, a.value)
            if name is not None:
                company, at = gathered.company[name], (claim.report, person_key(a.value))
                company.forms[a.value] = company.used[""] = 1
                if name.kind == "person":
                    company.countries |= Counter(dict.fromkeys(states_of.get(at, ()), 1))
                    company.offices |= Counter(dict.fromkeys(offices.get(at, ()), 1))
                    company.beside |= Counter(dict.fromkeys(about[claim.report] if name.scope else (), 1))
    return gathered


def kind_of(claim_kind: str, role: str, value: str, people: frozenset[str]) -> str:
    """person, party, body, place, or "" for what names nobody."""
    if role in PLACES:
        return "place"
    if role in BODIES:
        return "body"
    if role in PEOPLE and not is_group(value):
        return "person" if is_name(value) else ""
    if role in PEOPLE or (role in SIDES and (role != "name" or claim_kind == "parties")):
        if not is_group(value) and (person_key(value) in people or is_like_a_person(value)):
            return "person"
        return "party" if is_name(value) else ""
    return ""


def state_of(value: str, states: Mapping[str, str]) -> str:
    """The key of a state that no lexicon knows, from its name or its demonym ("Maretian"), or ""."""
    return next((stem for stem in _stems(value) if stem in states), "") if states and value else ""


@lru_cache(maxsize=65536)
def _stems(value: str) -> tuple[str, ...]:
    """The key of a name, and what is left of it as a demonym."""
    plain = group_key(value)
    stems = (plain.removesuffix(s).removesuffix(e) for s in ("", "s") for e in ("n", "an", "ian", "i", "ese", "ish"))
    return tuple(dict.fromkeys((plain, *(stem for stem in stems if len(stem) > 3))))


def states_in(claims: Iterable[Claim]) -> dict[str, set[str]]:
    """States that no lexicon knows, by key, as written: what reports give as the country of an office."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        country = claim.get("country")
        if country and not is_group(country):
            found[group_key(country)].add(country)
    return dict(found)


def person(value: str, scope: str) -> Name:
    """The name of a person; `scope` counts only for a name that is not whole."""
    return Name("person", person_key(value), "" if is_whole(value) else scope)


@lru_cache(maxsize=65536)
def person_key(value: str) -> str:
    """A person's name as it is looked up."""
    return " ".join(parts(value))


@lru_cache(maxsize=65536)
def group_key(value: str) -> str:
    """A party or body as it is looked up: a state's code, a known body's name, or the name without generic words."""
    if not value or value in countries():
        return value
    body = body_of(value)
    if body is not None:
        return key(body.name)
    code = code_of(value)
    if code:
        return code
    plain = key(bare(value)).replace("-", " ")
    kept = [w for w in plain.split() if w not in _GENERIC] or plain.split()
    return " ".join([*kept[:-1], kept[-1].removesuffix("s") if len(kept[-1]) > 4 else kept[-1]]) if kept else plain


@lru_cache(maxsize=65536)
def is_group(value: str) -> bool:
    """True for a state's code and for what the lexicons know as a state or a body."""
    return value in countries() or body_of(value) is not None


@lru_cache(maxsize=65536)
def is_like_a_person(value: str) -> bool:
    """True for several words in capitals that begin with a first name, or a family name that is written first."""
    words = value.split()
    capitals = all(w[0].isupper() or w.casefold() in _LINKS for w in words)
    if not 1 < len(words) < 6 or not capitals or outlet(value) or code_of(value) or noun(words[-1]):
        return False
    return is_first_name(words[0]) or is_family_name_first(words[0])


@lru_cache(maxsize=65536)
def is_name(value: str) -> bool:
    """False for descriptions: "a senior US official", "two diplomats", "Israeli officials", "the rebels", "all"."""
    words = value.split()
    state, described = described_group(value)
    if not words or (described and not state):
        return False
    if not words[0][:1].isupper() and words[0].casefold() not in ("al", "al-", "the", "bin"):
        return False
    kept = words[words[0].casefold() == "the" :]
    if words[0].casefold() in _DETERMINERS - {"the"} or not any(w[0].isupper() for w in kept):
        return False
    return not any(w.islower() and w not in _LINKS | _GROUPS for w in kept)


def _spoken_for(
    claims: Iterable[Claim], people: frozenset[str]
) -> tuple[dict[tuple[str, str], set[str]], dict[tuple[str, str], set[str]]]:
    """For each report and person: the states or sides spoken for, and the offices held (role and state or body).

    Stands tell whom somebody speaks for who has no office, and only when taken again: a report may give another side's.
    """
    states: dict[tuple[str, str], set[str]] = defaultdict(set)
    offices: dict[tuple[str, str], set[str]] = defaultdict(set)
    stands: Counter[tuple[str, str, str]] = Counter()
    for claim in claims:
        if claim.kind in ("offices", "changes"):
            at = claim.report, person_key(claim.get("person"))
            sides = {side for role in ("country", "body") for side in sides_of(claim.get(role))}
            states[at] |= sides
            offices[at] |= {f"{role_key(claim.get('role'))} / {side}" for side in sides}
        elif claim.kind == "positions" and claim.get("by") and person_key(claim.get("party")) not in people:
            stands[claim.report, person_key(claim.get("by")), claim.get("party")] += 1
    for (report, person, party), count in stands.items():
        if count > 1 and (report, person) not in offices:
            states[report, person] |= sides_of(party)
    return states, offices


def _about(claims: Iterable[Claim], people: frozenset[str]) -> dict[str, set[str]]:
    """For each report the sides that it is about: those that talk, and those that take a stand."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for role in ("name", "parties", "party") if claim.kind in ("parties", "meetings", "positions") else ():
            for value in claim.all(role):
                if person_key(value) not in people and is_name(value):
                    found[claim.report] |= sides_of(value)
    return found


@lru_cache(maxsize=65536)
def sides_of(value: str) -> frozenset[str]:
    """The keys of a state, party or body and of the state it belongs to ("US Central Intelligence Agency": USA)."""
    if not value:
        return frozenset()
    plain, body = group_key(value), body_of(value)
    first = value.split(maxsplit=1)[0]
    state = body.country if body else code_of(first) if first != value else ""
    return frozenset({plain, state} - {""})
