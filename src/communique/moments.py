"""What a view sees: the record now, from what was worked out before; or at another moment, worked out afresh."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Protocol

from communique.model.claim import Claim
from communique.model.entity import Entity
from communique.model.fact import Fact, Origin
from communique.model.report import Report
from communique.store.seam import Header, Resolved, Store
from communique.store.seam import View as Held


class Moment(Protocol):
    """Facts, entities and origins at one moment, and the reports and claims behind them."""

    @property
    def view(self) -> Held:
        """The store's own view of the moment."""
        ...

    @property
    def headers(self) -> list[Header]:
        """The reports without their texts."""
        ...

    @property
    def reports(self) -> list[Report]:
        """The reports."""
        ...

    @property
    def claims(self) -> list[Claim]:
        """The live claims."""
        ...

    @property
    def last_day(self) -> str:
        """The last day on which a report was published, or ""."""
        ...

    def facts(self, *kinds: str, claims: set[str] | None = None, disputed: bool = False) -> list[Fact]:
        """Facts of these kinds (of all without), with these claims or a dispute if asked, in the export's order."""
        ...

    def fact(self, id: str) -> Fact | None:
        """One fact."""
        ...

    def entities(self) -> list[Entity]:
        """All entities."""
        ...

    def origins(self) -> list[Origin]:
        """Where each report's text comes from."""
        ...

    def find(self, words: str) -> Iterator[str]:
        """The ids of claims with these words."""
        ...

    def matching(self, prefix: str) -> list[tuple[str, str]]:
        """Entries whose id begins so: (fact, entity, report or claim; id)."""
        ...


def worked_out(reports: Sequence[Report], claims: Sequence[Claim], view: Held) -> Resolved:
    """Resolve what a view of the store holds."""
    from communique.resolve.resolution import resolve

    made = resolve(reports, claims, view.judgements(), view.corrections())
    return Resolved(made.facts, made.entities, made.origins)


class _Held:
    """What both kinds of moment read from the store."""

    def __init__(self, view: Held, known_by: str = "") -> None:
        self.view = view
        self._until = f"{known_by}~" if known_by else "~"

    @cached_property
    def headers(self) -> list[Header]:
        """The reports without their texts."""
        return [h for h in self.view.headers() if h.published <= self._until]

    @cached_property
    def reports(self) -> list[Report]:
        """The reports."""
        return [r for r in self.view.reports() if r.published <= self._until]

    @cached_property
    def claims(self) -> list[Claim]:
        """The live claims."""
        known = {h.id for h in self.headers}
        return [c for c in self.view.claims() if c.report in known]

    @property
    def last_day(self) -> str:
        """The last day on which a report was published, or ""."""
        return self.headers[-1].published[:10] if self.headers else ""

    def find(self, words: str) -> Iterator[str]:
        """The ids of claims with these words."""
        return self.view.find(words)


class Now(_Held):
    """The record as it is. Facts are kept in the store, and worked out again when the record has changed."""

    def __init__(self, store: Store, view: Held) -> None:
        super().__init__(view)
        self._cache = store.cache
        self._fresh: Resolved | None = None
        state = f"{_rules()}:{view.state()}"
        if self._cache.state() != state:
            self._fresh = worked_out(self.reports, self.claims, view)
            self._cache.save(state, self._fresh)

    def facts(self, *kinds: str, claims: set[str] | None = None, disputed: bool = False) -> list[Fact]:
        """Facts of these kinds (of all without), with these claims or a dispute if asked, in the export's order."""
        if self._fresh is not None:
            return _chosen(self._fresh.facts, kinds, claims, disputed=disputed)
        return self._cache.facts(kinds=kinds, claims=claims, disputed=disputed)

    def fact(self, id: str) -> Fact | None:
        """One fact."""
        if self._fresh is not None:
            return next((f for f in self._fresh.facts if f.id == id), None)
        return self._cache.fact(id)

    def entities(self) -> list[Entity]:
        """All entities."""
        return list(self._fresh.entities) if self._fresh is not None else self._cache.entities()

    def origins(self) -> list[Origin]:
        """Where each report's text comes from."""
        return list(self._fresh.origins) if self._fresh is not None else self._cache.origins()

    def matching(self, prefix: str) -> list[tuple[str, str]]:
        """Entries whose id begins so: (fact, entity, report or claim; id)."""
        if self._fresh is not None:
            return _matching(self._fresh, prefix) + self.view.matching(prefix)
        return self._cache.matching(prefix) + self.view.matching(prefix)


class Then(_Held):
    """The record at another moment, worked out from what was published and recorded by then."""

    def __init__(self, view: Held, known_by: str) -> None:
        super().__init__(view, known_by)

    @cached_property
    def _resolved(self) -> Resolved:
        return worked_out(self.reports, self.claims, self.view)

    def facts(self, *kinds: str, claims: set[str] | None = None, disputed: bool = False) -> list[Fact]:
        """Facts of these kinds (of all without), with these claims or a dispute if asked, in the export's order."""
        return _chosen(self._resolved.facts, kinds, claims, disputed=disputed)

    def fact(self, id: str) -> Fact | None:
        """One fact."""
        return next((f for f in self._resolved.facts if f.id == id), None)

    def entities(self) -> list[Entity]:
        """All entities."""
        return list(self._resolved.entities)

    def origins(self) -> list[Origin]:
        """Where each report's text comes from."""
        return list(self._resolved.origins)

    def matching(self, prefix: str) -> list[tuple[str, str]]:
        """Entries whose id begins so: (fact, entity, report or claim; id)."""
        known = {h.id for h in self.headers} | {c.id for c in self.claims}
        return _matching(self._resolved, prefix) + [f for f in self.view.matching(prefix) if f[1] in known]


def _chosen(facts: Iterable[Fact], kinds: Sequence[str], claims: set[str] | None, *, disputed: bool) -> list[Fact]:
    kept = [f for f in facts if (not kinds or f.kind in kinds) and (f.disputes or not disputed)]
    return kept if claims is None else [f for f in kept if claims & set(f.claims)]


def _matching(resolved: Resolved, prefix: str) -> list[tuple[str, str]]:
    found = [("fact", f.id) for f in resolved.facts if f.id.startswith(prefix)]
    return found + [("entity", e.id) for e in resolved.entities if e.id.startswith(prefix)]


def _rules() -> str:
    from communique.resolve.version import VERSION

    return VERSION
