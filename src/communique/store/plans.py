"""What single claims call proposals, in the workings of a SQLite file: enough to tell versions of one plan."""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from communique.model.fact import lapsed
from communique.model.plan import Naming
from communique.store.conditions import HERE, TOLD
from communique.store.folding import unfolded
from communique.store.tables import listed
from communique.store.talks import SqliteTalks

CHUNK = 24
"""Proposals read at a time."""


class SqlitePlans(SqliteTalks):
    """Proposals by their names."""

    def namings(self, since: str) -> Iterator[list[Naming]]:
        """What claims call the proposals that came up since a day, proposal by proposal in order of first reports."""
        after = since
        while True:
            sql = f"""SELECT DISTINCT s.rank, s.fact FROM shelf s WHERE s.kind = 'proposals' AND {HERE}
                AND s.rank > :after ORDER BY s.rank LIMIT {CHUNK}"""
            found = self._db.execute(sql, {**self._moment(), "after": after}).fetchall()
            made = self._namings([fact for _, fact in found])
            yield from (made[fact] for _, fact in found if fact in made)
            if len(found) < CHUNK:
                return
            after = found[-1][0]

    def _namings(self, facts: list[int]) -> dict[int, list[Naming]]:
        sql = f"""SELECT i.fact, f.id, i.place, r.outlet, r.id, e.first, e.quote, i.entities,
                (SELECT a.value FROM argument a WHERE a.claim = i.claim AND a.role = 'name' ORDER BY position LIMIT 1),
                (SELECT json_group_array(a.value) FROM argument a WHERE a.claim = i.claim AND a.role = 'authors')
            FROM json_each(:facts) asked JOIN item i ON i.fact = asked.value AND {TOLD}
            JOIN fact f ON f.number = i.fact JOIN report r ON r.number = i.report
            JOIN evidence e ON e.claim = i.claim AND e.position = 0 ORDER BY i.fact, i.place"""
        made: dict[int, list[Naming]] = {}
        for row in self._db.execute(sql, {**self._moment(), "facts": listed(facts)}):
            made.setdefault(row[0], []).append(_naming(row, self.until))
        return made


def _naming(row: Any, until: str) -> Naming:
    fact, id, place, outlet, report, start, quote, entities, name, by = row
    authors, stands = _authors(entities, until)
    return Naming(
        fact,
        id,
        place.split("\t")[0],
        outlet,
        report,
        start,
        quote,
        name or "",
        _written(by),
        authors,
        stands,
    )


@lru_cache(maxsize=4096)
def _authors(entities: str, until: str) -> tuple[frozenset[str], bool]:
    """Whose proposal it is by what is kept beside a claim, which copies share, and whether its words stand."""
    named, *_, lapses, withdrawn_since = unfolded(entities)
    authors = frozenset(entity for role, _, entity in named if role == "authors")
    return authors, not withdrawn_since and lapsed(lapses, until) is None


@lru_cache(maxsize=4096)
def _written(names: str) -> tuple[str, ...]:
    """Names, from JSON."""
    return tuple(json.loads(names))
