"""By what facts are found, and what is denied, in the workings of a SQLite file."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from communique.model.working import Entry, Session, Shelf
from communique.store.folding import ENTRY, NOW
from communique.store.tables import Tables, compact, listed

COLUMNS = (
    "day",
    "before",
    "at",
    "first",
    "last",
    "begins",
    "rank",
    "status",
    "disputed",
    "seat",
    "words",
    "lines",
    "open",
    "superseded",
)


SEASON = 180
"""Days of a season: which process a meeting is of depends on those of two seasons before and after its own."""

BESIDE = 2
"""Seasons before and after one that tell of whose process a meeting is."""


class ShelfTables(Tables):
    """By what facts are found."""

    def shelves(self, facts: Collection[int]) -> dict[int, list[Shelf]]:
        """How facts stand, as kept."""
        sql = f"""SELECT fact, {", ".join(COLUMNS)} FROM shelf
            WHERE fact IN (SELECT value FROM json_each(:facts)) AND {NOW}"""
        found: dict[int, list[Shelf]] = defaultdict(list)
        for fact, *row in self._rows(sql, facts=listed(facts)):
            found[fact].append(Shelf(*row))
        return {fact: sorted(shelves) for fact, shelves in found.items()}

    def keep_shelves(self, fact: int, kind: str, shelves: Sequence[Shelf]) -> None:
        """Replace how a fact stands."""
        rows = [(kind, *(getattr(s, column) for column in COLUMNS)) for s in shelves]
        self._replace("shelf", {"fact": fact}, ("kind", *COLUMNS), rows)

    def keep_fact(self, number: int, id: str) -> None:
        """Keep the id by which a fact is known outside."""
        self._db.execute("INSERT OR IGNORE INTO fact VALUES (?, ?)", (number, id))

    def names_in(self, facts: Collection[int]) -> dict[int, dict[tuple[str, str], int]]:
        """Whom facts name, by entity and field, with the day from which that is known."""
        sql = f"""SELECT fact, entity, role, day FROM named
            WHERE fact IN (SELECT value FROM json_each(:facts)) AND {NOW}"""
        found: dict[int, dict[tuple[str, str], int]] = defaultdict(dict)
        for fact, entity, role, day in self._rows(sql, facts=listed(facts)):
            found[fact][entity, role] = day
        return found

    def keep_names_in(self, fact: int, kind: str, named: Mapping[tuple[str, str], int]) -> None:
        """Replace whom a fact names."""
        rows = [(entity, kind, role, day) for (entity, role), day in named.items()]
        self._replace("named", {"fact": fact}, ("entity", "kind", "role", "day"), rows)

    def keep_sessions(self, fact: int, sessions: Sequence[Session]) -> None:
        """Replace how a meeting stands among others; what was worked out of those seasons counts no more."""
        columns = ("season", "day", "before", "held", "at", "status", "sides", "mediators")
        rows = [
            (s.held // SEASON, s.day, s.before, s.held, s.at, s.status, compact(s.sides), compact(s.mediators))
            for s in sessions
        ]
        sql = f"SELECT {', '.join(columns)} FROM session WHERE fact = :fact AND {NOW}"
        if changed := set(rows) ^ set(self._rows(sql, fact=fact)):
            self._replace("session", {"fact": fact}, columns, rows)
            for season in {row[0] for row in changed}:
                sql = "DELETE FROM homed WHERE season BETWEEN ? AND ?"
                self._db.execute(sql, (season - BESIDE, season + BESIDE))

    def facts_naming(self, entities: Collection[str]) -> set[int]:
        """The facts that name one of these entities."""
        sql = f"SELECT DISTINCT fact FROM named WHERE entity IN (SELECT value FROM json_each(:entities)) AND {NOW}"
        return {row[0] for row in self._rows(sql, entities=listed(entities))}

    def told(self, days: tuple[int, int], *, denying: bool) -> list[Entry]:
        """Claims of these days that deny, or that can be denied."""
        what = "denies = 1" if denying else "kind IN ('meetings', 'proposals')"
        sql = f"SELECT {ENTRY} FROM item WHERE {what} AND day BETWEEN :first AND :last AND {NOW}"
        return sorted(Entry(*row) for row in self._rows(sql, first=days[0], last=days[1]))

    def keep_denials(self, denials: Mapping[int, tuple[int, int] | None]) -> None:
        """Replace what statements deny: a fact, since a day."""
        for statement, denied in denials.items():
            self._replace("denial", {"statement": statement}, ("fact", "day"), [denied] if denied else [])
