"""Who is who across reports: names become entities through judgements, made by rule or by a person.

A rule's judgement carries its score and a reason. Names without a whole name behind them are joined to one only when
role or side agrees and nobody else fits. A person's judgement always wins, and "different" keeps two clusters apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from communique.lexicon.bodies import body_of
from communique.lexicon.countries import countries, wikidata
from communique.lexicon.tables import is_acronym
from communique.model.claim import Claim
from communique.model.entity import Entity, Name
from communique.model.judgement import Judgement, standing
from communique.resolve.mentions import Company, Mentions, mentions
from communique.resolve.names import blocks, compare, fits, is_whole, near, parts

RULE = "communique/identity-2"
"""Who judges when a rule does; raise the number when a rule changes."""

States = Mapping[str, str]
"""States that no lexicon knows, by key, as written."""

SAME = 0.9
"""Score from which two names are one."""

KNOWN = 3
"""Reports that use a whole name, from which on a report about its bearer's side may use the surname alone."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Entities, the judgements that made them, and the way from a value in a claim to its entity."""

    entities: tuple[Entity, ...]
    judgements: tuple[Judgement, ...]
    mentions: Mentions
    entity_of: dict[Name, Entity]

    def of(self, claim: Claim, role: str, value: str) -> Entity | None:
        """The entity that a value stands for."""
        name = self.mentions.name(claim, role, value)
        return self.entity_of.get(name) if name else None


def identify(claims: Sequence[Claim], judged: Iterable[Judgement] = ()) -> Identity:
    """Resolve every name in `claims`; the order of claims and judgements does not matter."""
    found = mentions(claims)
    by_rule = list(_judgements(found))
    entities = entities_of(found.company, by_rule, list(live(judged)), found.states)
    entity_of = {name: entity for entity, names in entities for name in names}
    return Identity(tuple(sorted(e for e, _ in entities)), tuple(sorted(by_rule)), found, entity_of)


def entities_of(
    company: Mapping[Name, Company], by_rule: Sequence[Judgement], by_people: Sequence[Judgement], states: States
) -> list[tuple[Entity, list[Name]]]:
    """The entities that names stand for, by the judgements between them, each with its names."""
    ranked = sorted(by_rule, key=lambda j: (-j.score, j.left, j.right))
    clusters = _clusters([n.id for n in company], ranked, by_people)
    members: dict[str, list[Name]] = defaultdict(list)
    for name in sorted(company):
        members[clusters[name.id]].append(name)
    return [(_entity(cluster, company, states), cluster) for cluster in members.values()]


def live(judged: Iterable[Judgement]) -> Iterator[Judgement]:
    """Judgements that nobody has revoked; of several on one pair the latest."""
    known = sorted(judged, key=lambda j: (j.recorded, j.id))
    latest = {tuple(sorted((j.left, j.right))): j for j in standing(known)}
    yield from latest.values()


def _judgements(found: Mentions) -> Iterator[Judgement]:
    by_block: dict[str, list[Name]] = defaultdict(list)
    short: list[Name] = []
    for name in sorted(n for n in found.company if n.kind == "person"):
        if is_short(name):
            short.append(name)
        for block in blocks(name.key):
            by_block[block].append(name)
    seen: set[tuple[str, str]] = set()
    for group in by_block.values():
        for left, right in combinations([n for n in group if not n.scope], 2):
            if (left.id, right.id) not in seen:
                seen.add((left.id, right.id))
                yield from judge_whole(left, right, found.company)
    for name in short:
        yield from judge_short(name, {n for b in blocks(name.key) for n in by_block[b]}, found.company)


def is_short(name: Name) -> bool:
    """True for a name that stands for a whole one: it is judged by the company it keeps."""
    return bool(name.scope) or not is_whole(name.key)


def judge_whole(left: Name, right: Name, company: Mapping[Name, Company]) -> Iterator[Judgement]:
    """Two names without a scope that share a block, `left` before `right`."""
    a, b = company[left], company[right]
    match = compare(left.key, right.key)
    if match.score >= SAME:
        if match.score >= 0.97 or a.countries & b.countries or not (_states(a) and _states(b)):
            yield Judgement(left.id, right.id, "same", RULE, match.reason, match.score)
        return
    offices = sorted(a.offices & b.offices)
    if offices and (match := near(left.key, right.key)).score >= SAME:
        reason = f"{match.reason}, and both are called {offices[0]}"
        yield Judgement(left.id, right.id, "same", RULE, reason, match.score)


def _states(company: Company) -> set[str]:
    return {c for c in company.countries if c in countries()}


def judge_short(name: Name, others: Iterable[Name], company: Mapping[Name, Company]) -> Iterator[Judgement]:
    """A shortened name goes with the one whole name that fits and whose office or side agrees."""
    mine = company[name]
    fitting = sorted(n for n in others if not n.scope and is_whole(n.key) and fits(name.key, n.key))
    by_office = [n for n in fitting if mine.offices & company[n].offices]
    by_side = [n for n in fitting if mine.countries & company[n].countries]
    for agreeing, what in ((by_office, "office"), (by_side, "side")):
        if agreeing and _one(agreeing):
            reason = f"{name.key!r} is short for {agreeing[0].key!r}: the {what} agrees and no other name fits"
            yield Judgement(name.id, agreeing[0].id, "same", RULE, reason, 0.92)
            return
    exact = all(parts(n.key)[-1] == parts(name.key)[-1] for n in fitting)
    if fitting and exact and _one(fitting) and not mine.countries and _is_known(fitting, company):
        sides = sorted(set(mine.beside) & set().union(*(company[n].countries for n in fitting)))
        if sides:
            reason = f"{name.key!r} is short for {fitting[0].key!r}: the report is about {sides[0]}, no other name fits"
            yield Judgement(name.id, fitting[0].id, "same", RULE, reason, 0.8)


def _is_known(names: Iterable[Name], company: Mapping[Name, Company]) -> bool:
    """True when enough reports use one of the names in full for others to shorten it without saying who it is."""
    return sum(company[name].reports for name in names) >= KNOWN


def _one(found: Sequence[Name]) -> bool:
    """True when all the names found are spellings of one."""
    return all(compare(found[0].key, other.key).score >= SAME for other in found[1:])


def _clusters(ids: Sequence[str], by_rule: Sequence[Judgement], by_people: Sequence[Judgement]) -> dict[str, str]:
    """Connected components; nothing joins two clusters that a person holds apart."""
    root = {id: id for id in ids}
    apart: dict[str, set[str]] = defaultdict(set)

    def find(id: str) -> str:
        while root[id] != id:
            root[id] = root[root[id]]
            id = root[id]
        return id

    def join(left: str, right: str) -> None:
        a, b = sorted((find(left), find(right)))
        if a != b and not any(find(other) == b for other in apart[a]):
            root[b] = a
            apart[a] |= apart[b]

    known = [j for j in by_people if j.left in root and j.right in root]
    for judgement in known:
        if judgement.verdict != "same":
            apart[judgement.left].add(judgement.right)
            apart[judgement.right].add(judgement.left)
    for judgement in (*(j for j in known if j.verdict == "same"), *by_rule):
        join(judgement.left, judgement.right)
    return {id: find(id) for id in ids}


def _entity(cluster: Sequence[Name], company: Mapping[Name, Company], states: States) -> Entity:
    forms: Counter[str] = Counter()
    sides: Counter[str] = Counter()
    for name in cluster:
        forms.update(company[name].forms)
        sides.update(s for s in company[name].countries if s in countries() or s in states)
    kind = cluster[0].kind
    usual = states.get(cluster[0].key) or _usual(forms, kind)
    top = [s for s, n in sides.items() if n == max(sides.values())]
    return Entity(
        kind,
        usual,
        min(n.id for n in cluster),
        states.get(top[0], top[0]) if len(top) == 1 else "",
        tuple(sorted(forms)),
        tuple(sorted(n.id for n in cluster)),
        _outside(usual, kind),
    )


def _usual(forms: Counter[str], kind: str) -> str:
    """The form that most reports use; a person's whole name before a short one, mixed case before capitals."""
    codes = [f for f in forms if f in countries()]
    if codes and kind == "party":
        return codes[0]
    return min(forms, key=lambda f: (_worse(f, kind), -forms[f], -len(f), f))


def _worse(form: str, kind: str) -> tuple[bool, bool]:
    capitals = form.isupper() and (kind == "person" or len(form) > 6)
    return (not is_whole(form) if kind == "person" else is_acronym(form)), capitals


def _outside(name: str, kind: str) -> tuple[str, ...]:
    if kind not in ("party", "body"):
        return ()
    body = body_of(name)
    item = wikidata(name) if name in countries() else body.wikidata if body else ""
    return (f"wikidata:{item}",) if item else ()
