"""Which values of claims name somebody, and in what company each name stands in each report."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from communique.lexicon.bodies import body_of
from communique.lexicon.countries import code_of, countries
from communique.lexicon.roles import role_key
from communique.lexicon.tables import bare, key
from communique.model.claim import Claim
from communique.model.entity import Name
from communique.resolve.names import is_whole, parts

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


@dataclass(slots=True)
class Company:
    """What reports say around one name: its forms, the states and sides its bearer speaks for, the offices held.

    Each is counted by the reports that say so.
    """

    forms: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)

    def learn(self, other: "Company", times: int = 1) -> None:
        """Take in (or, with -1, forget) what other reports say."""
        for mine, theirs in zip(self.counts(), other.counts(), strict=True):
            for word, count in theirs.items():
                mine[word] += times * count
                if not mine[word]:
                    del mine[word]

    def counts(self) -> tuple[Counter[str], Counter[str], Counter[str]]:
        """The three counts."""
        return self.forms, self.countries, self.roles


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
    states_of, offices = _spoken_for(claims)
    scopes = {at: min(found) if len(found) == 1 else at[0] for at, found in states_of.items()}
    gathered = Mentions(defaultdict(Company), people, states, scopes)
    for claim in claims:
        for a in claim.arguments:
            name = gathered.name(claim, a.role, a.value)
            if name is not None:
                company = gathered.company[name]
                company.forms[a.value] = 1
                if name.kind == "person":
                    at = claim.report, person_key(a.value)
                    company.countries.update(dict.fromkeys(states_of.get(at, set()) - set(company.countries), 1))
                    company.roles.update(dict.fromkeys(offices.get(at, set()) - set(company.roles), 1))
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
        if not is_group(value) and person_key(value) in people:
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
def is_name(value: str) -> bool:
    """False for descriptions: "a senior US official", "two diplomats", "all"."""
    first = value.split(" ", 1)[0]
    return first[:1].isupper() or (any(c.isupper() for c in value) and first.casefold() in ("al", "al-", "the", "bin"))


def _spoken_for(
    claims: Iterable[Claim],
) -> tuple[dict[tuple[str, str], set[str]], dict[tuple[str, str], set[str]]]:
    """For each report and person: the states or sides spoken for, and the offices held (role and state)."""
    states: dict[tuple[str, str], set[str]] = defaultdict(set)
    offices: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in claims:
        if claim.kind in ("offices", "changes"):
            at = claim.report, person_key(claim.get("person"))
            side = group_key(claim.get("country") or claim.get("body"))
            if side:
                states[at].add(side)
            offices[at].add(f"{role_key(claim.get('role'))} / {side}")
        elif claim.kind == "positions" and claim.get("by"):
            states[claim.report, person_key(claim.get("by"))].add(group_key(claim.get("party")))
    return states, offices
