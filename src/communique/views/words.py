"""The words behind a row, and comparing what a user types with what the record holds."""

from collections.abc import Iterable, Sequence

from communique.lexicon.countries import called, code_of
from communique.lexicon.tables import key
from communique.model.entity import Entity
from communique.model.fact import Fact, Source
from communique.model.rows import Stage, Words

LEAST = 2
"""A meeting has so many sides."""


def words(source: Source) -> Words:
    """One source as a reader sees it."""
    return Words(
        source.outlet,
        source.published,
        source.quote,
        source.report,
        source.claim,
        source.url,
        source.origin,
        source.relation,
        source.changes,
        source.unsupported_since,
        source.withdrawn_since,
    )


def sources(fact: Fact) -> tuple[Words, ...]:
    """Every source for a fact, those against it left out, those whose words stand no more at the end."""
    told = sorted((s for s in fact.sources if s.relation != "denies"), key=lambda s: not s.stands)
    return tuple(map(words, told))


def best_first(fact: Fact) -> tuple[Words, ...]:
    """Every source for a fact, those first that give its date and status as the fact has them."""
    right = {("when", fact.when), ("status", fact.status), ("change", fact.status)}
    given = [{n for v in fact.values if (v.role, v.value) == pair for n in v.given} for pair in sorted(right)]
    numbers = [n for n, s in enumerate(fact.sources) if s.relation != "denies"]
    ranked = sorted(
        numbers,
        key=lambda n: (not fact.sources[n].stands, -sum(n in g for g in given), fact.sources[n].relation != "own", n),
    )
    return tuple(words(fact.sources[n]) for n in ranked)


def stages(fact: Fact) -> tuple[Stage, ...]:
    """The life of a fact with the words of each step."""
    return tuple(Stage(t.published, t.status, t.when, words(fact.sources[t.source])) for t in fact.life)


def dispute_types(fact: Fact) -> tuple[str, ...]:
    """The types of the open disputes about a fact."""
    return tuple(dict.fromkeys(d.type for d in fact.disputes if d.state == "open"))


def taking_part(fact: Fact) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Sides, people and mediators of a meeting, each in the role that most claims give them.

    Of as many of each a mediator is one; where too few sides would be left, all stay that claims call so.
    """
    between = {v.entity or v.value: len(v.given) for v in fact.values if v.role == "mediators"}
    among = [v for v in fact.values if v.role in ("parties", "participants")]
    apart = [v for v in among if len(v.given) > between.get(v.entity or v.value, 0)]
    is_told = sum(v.role == "parties" for v in apart) >= LEAST or not any(v.role == "parties" for v in among)
    kept = apart if is_told else among
    seated = {v.entity or v.value for v in kept}
    return (
        tuple(v.value for v in kept if v.role == "parties"),
        tuple(v.value for v in kept if v.role == "participants"),
        tuple(v.value for v in fact.values if v.role == "mediators" and (v.entity or v.value) not in seated),
    )


def named(asked: str, entities: Iterable[Entity]) -> frozenset[str]:
    """The entities that a user's words name: by code, demonym or capital, or by every word of the name."""
    code, wanted = code_of(asked) or asked, key(asked)
    return frozenset(e.id for e in entities if any(_names(wanted, code, form) for form in (e.name, *e.names)))


def introduced(entity: Entity) -> str:
    """An entity with what tells it from others of its name."""
    whose = f" of {called(entity.country)}" if entity.country else ""
    return f"{entity.name}, {entity.kind}{whose} ({entity.id})"


def holds(asked: str, fields: Sequence[str]) -> bool:
    """True when all the user's words begin words of the fields together."""
    have = key(" ".join(fields)).split()
    return all(any(word.startswith(w) for word in have) for w in key(asked).split())


def _names(wanted: str, code: str, form: str) -> bool:
    have = key(form).split()
    return form == code or (bool(wanted) and all(w in have for w in wanted.split()))
