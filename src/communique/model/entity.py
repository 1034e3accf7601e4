"""Parties, people, bodies and places: views over claims and judgements."""

from dataclasses import dataclass
from functools import lru_cache

from communique.model.identity import content_id


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One name as reports use it: what judgements are about.

    `kind` is person, party, body or place. `key` is the name without case, accents and spelling marks. `scope` is
    empty for a name that is whole in itself; a bare surname is one name for each state or side that its bearer speaks
    for ("KOR", or the report's id where the report says none), so that two people of one surname stay two.
    """

    kind: str
    key: str
    scope: str = ""

    @property
    def id(self) -> str:
        """Content hash."""
        return _name_id(self.kind, self.key, self.scope)


@lru_cache(maxsize=65536)
def _name_id(kind: str, key: str, scope: str) -> str:
    return content_id("name", kind, key, scope)


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """What one or more names stand for.

    `id` is that of the first name in order; `members` are the ids of all of them, `names` the forms as written, the
    usual one first. `country` is an ISO 3166-1 alpha-3 code where reports agree on one, `outside` holds ids such as
    `wikidata:Q212`.
    """

    kind: str
    name: str
    id: str
    country: str = ""
    names: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
