"""Reports, and claims in their blocks and facts, in the workings of a SQLite file."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from communique.errors import QueryError
from communique.model.claim import Argument, Claim
from communique.model.correcting import Decided, withdrawn
from communique.model.correcting import Entry as Standing
from communique.model.evidence import Evidence
from communique.model.fact import Change, Lapse, Source
from communique.model.judgement import Correction
from communique.model.plain import built, plain
from communique.model.report import Report
from communique.model.revising import EDITED_WITHIN, NOTICED_WITHIN
from communique.model.span import Span
from communique.model.working import FIRST, Entry, Heading, Numbered, Placed, Root
from communique.store.claims import keep_claim
from communique.store.deciding import CORRECTION, IN_ORDER, decided, read_of, targets
from communique.store.tables import LATEST, Tables, compact, listed

NOW = "since <= :at AND until > :at"
ENTRY = "place, day, claim, fact"


TITLED = 12
"""Characters of a title that names a report."""

BESIDE = """WITH pair AS (
        SELECT report AS one, of AS other FROM copied WHERE report IN (SELECT value FROM json_each(:numbers))
        UNION ALL SELECT of, report FROM copied WHERE of IN (SELECT value FROM json_each(:numbers)))
    SELECT r.number, o.number FROM json_each(:numbers) k CROSS JOIN report r ON r.number = k.value
        CROSS JOIN report o ON o.url = r.url AND o.url <> '' AND o.outlet = r.outlet AND o.number <> r.number
    WHERE o.recorded <= :by
    UNION SELECT r.number, o.number FROM pair CROSS JOIN report r ON r.number = pair.one
        CROSS JOIN report o ON o.number = pair.other AND o.outlet = r.outlet
    WHERE r.outlet <> '' AND o.recorded <= :by
        AND abs(julianday(substr(o.published, 1, 10)) - julianday(substr(r.published, 1, 10))) <= :near
    UNION SELECT r.number, o.number FROM notice n JOIN report r ON r.number = n.report
        JOIN report o ON o.outlet = r.outlet AND o.number <> r.number
        AND o.published >= date(substr(r.published, 1, 10), :before) AND o.published <= r.published || '~'
    WHERE r.number IN (SELECT value FROM json_each(:numbers)) AND r.outlet <> '' AND o.recorded <= :by
        AND length(o.title) >= :titled AND instr(lower(r.text), lower(o.title)) > 0
    UNION SELECT r.number, o.number FROM json_each(:numbers) k CROSS JOIN report r ON r.number = k.value
        CROSS JOIN report o ON o.published >= substr(r.published, 1, 10)
        AND o.published < date(substr(r.published, 1, 10), :after) AND o.outlet = r.outlet AND o.number <> r.number
        CROSS JOIN notice n ON n.report = o.number
    WHERE r.published >= date(substr(o.published, 1, 10), :before) AND r.published <= o.published || '~'
        AND r.outlet <> '' AND o.recorded <= :by
        AND length(r.title) >= :titled AND instr(lower(o.text), lower(r.title)) > 0"""
"""Pairs of reports, the first of them asked for, that may be versions of one. `CROSS JOIN` keeps SQLite from starting
with all reports: those asked for are few, and the others are looked up by address, number or day.
"""


class ReportTables(Tables):
    """Reports and their claims, as the record holds them at the moment."""

    def texts(self, numbers: Collection[int]) -> dict[int, Report]:
        """Reports with their texts."""
        sql = """SELECT number, outlet, published, title, text, url, modified, language FROM report
            WHERE number IN (SELECT value FROM json_each(:numbers))"""
        return {number: Report(*row) for number, *row in self._rows(sql, numbers=listed(numbers))}

    def versions(self, numbers: Collection[int]) -> dict[int, Report]:
        """All that may be versions, with their texts, of those of these reports of which there may be several: at one
        address, copies by the same outlet within `EDITED_WITHIN` days, and notices that name a report.
        """
        spans = {"before": f"-{NOTICED_WITHIN} days", "after": f"+{NOTICED_WITHIN + 1} days"}
        given = {"near": EDITED_WITHIN, "titled": TITLED, **spans}
        found: set[int] = set()
        ahead = set(numbers)
        while ahead:
            beside = {n for row in self._rows(BESIDE, numbers=listed(ahead), **given) for n in row}
            ahead, found = beside - found - ahead, found | beside
        return self.texts(sorted(found))

    def copied(self, reports: Collection[int]) -> dict[int, list[Root]]:
        """What each report copies, for those that copy any; `root` is not filled in."""
        sql = """SELECT report, of, share, paragraphs FROM copied
            WHERE report IN (SELECT value FROM json_each(:reports))"""
        found: dict[int, list[Root]] = {}
        for report, of, share, paragraphs in self._rows(sql, reports=listed(reports)):
            found.setdefault(report, []).append(Root(0, of, share, paragraphs))
        return found

    def keep_notice(self, report: int) -> None:
        """Keep that a report is a notice with which its outlet withdraws another."""
        self._db.execute("INSERT OR IGNORE INTO notice VALUES (?)", (report,))

    def withdrawn(self, numbers: Collection[int]) -> dict[str, str]:
        """Those of these reports that people retracted, by id, with since when."""
        sql = f"""SELECT {CORRECTION} FROM correction WHERE recorded <= :by AND claim IN (
            SELECT id FROM report WHERE number IN (SELECT value FROM json_each(:numbers))) {IN_ORDER}"""
        return withdrawn(Correction(*row) for row in self._rows(sql, numbers=listed(numbers)))

    def text(self, id: str) -> str:
        """The text of a report, by its id."""
        rows = self._rows("SELECT text FROM report WHERE id = :id", id=id)
        if not rows:
            raise QueryError(f"{id!r}: no report has this id.")
        return str(rows[0][0])

    def headings(self, numbers: Collection[int]) -> dict[int, Heading]:
        """Reports without their texts."""
        sql = """SELECT number, id, outlet, published, url FROM report
            WHERE number IN (SELECT value FROM json_each(:numbers))"""
        return {number: Heading(*row) for number, *row in self._rows(sql, numbers=listed(numbers))}

    def claims(self, numbers: Collection[int]) -> dict[int, list[Numbered]]:
        """The claims of each report's latest reading."""
        sql = """SELECT report.number, claim.number, claim.id, claim.kind, report.id
            FROM report JOIN reading ON reading.number = (
                SELECT max(number) FROM reading r WHERE r.report = report.id AND r.recorded <= :by)
            JOIN reading_claim ON reading_claim.reading = reading.number
            JOIN claim ON claim.number = reading_claim.claim
            WHERE report.number IN (SELECT value FROM json_each(:numbers)) ORDER BY claim.number"""
        rows = self._rows(sql, numbers=listed(numbers))
        made = self.claims_of({number: (kind, report) for _, number, _, kind, report in rows})
        found: dict[int, list[Numbered]] = defaultdict(list)
        for at, number, id, _, _ in rows:
            found[at].append(Numbered(number, id, made[number]))
        return dict(found)

    def decided(self, reports: Collection[int]) -> dict[int, list[Decided]]:
        """What people decided about claims of these reports."""
        numbers = {h.id: n for n, h in self.headings(reports).items()}
        made = targets(self._rows, numbers)
        claims = self.claims_of(read_of(made))
        found: dict[int, list[Decided]] = defaultdict(list)
        for t in made:
            found[numbers[t.report]].append(decided(t, claims))
        return dict(found)

    def keep_stated(self, entry: Standing, report: int) -> Numbered:
        """Keep a claim that a person decided about as it stands; with its number."""
        number, _ = keep_claim(self._db, entry.claim, self.headings([report])[report], self._by)
        if entry.changes:
            self._db.execute("INSERT OR IGNORE INTO stated VALUES (?, ?)", (entry.id, number))
        return Numbered(number, entry.id, entry.claim, entry.changes)

    def claims_of(self, found: Mapping[int, tuple[str, str]]) -> dict[int, Claim]:
        """Claims by number, given their kinds and reports."""
        arguments: dict[int, list[Argument]] = defaultdict(list)
        evidence: dict[int, list[Evidence]] = defaultdict(list)
        numbers = listed(found)
        sql = """SELECT claim, role, value, first, last, quote FROM argument
            WHERE claim IN (SELECT value FROM json_each(:numbers)) ORDER BY claim, position"""
        for number, role, value, first, last, quote in self._rows(sql, numbers=numbers):
            arguments[number].append(Argument(role, value, Evidence(found[number][1], Span(first, last), quote)))
        sql = """SELECT claim, first, last, quote FROM evidence
            WHERE claim IN (SELECT value FROM json_each(:numbers)) ORDER BY claim, position"""
        for number, first, last, quote in self._rows(sql, numbers=numbers):
            evidence[number].append(Evidence(found[number][1], Span(first, last), quote))
        return {
            number: Claim(kind, report, tuple(arguments[number]), tuple(evidence[number]), "")
            for number, (kind, report) in found.items()
        }


class FoldTables(ReportTables):
    """Claims in their blocks and facts."""

    def of_reports(self, reports: Collection[int]) -> dict[int, Placed]:
        """The placed claims of these reports, by number."""
        sql = f"SELECT claim FROM item WHERE report IN (SELECT value FROM json_each(:reports)) AND {NOW}"
        return self.placed([row[0] for row in self._rows(sql, reports=listed(reports))])

    def placed(self, numbers: Collection[int]) -> dict[int, Placed]:
        """Placed claims by number, in the order asked for."""
        sql = f"""SELECT item.claim, item.fact, item.report, entities, is_copy, is_denied, origin, relation,
                claim.id, claim.kind, report.id, item.place, report.outlet, report.url
            FROM json_each(:numbers) asked JOIN item ON item.claim = asked.value AND {NOW}
            JOIN claim ON claim.number = item.claim JOIN report ON report.number = item.report"""
        rows = self._rows(sql, numbers=listed(numbers))
        claims = self.claims_of({row[0]: (row[9], row[10]) for row in rows})
        found = {row[0]: _placed(row, claims[row[0]]) for row in rows}
        return {n: found[n] for n in numbers if n in found}

    def keep_placed(self, found: Placed, entry: Entry, *, denies: bool, keys: Collection[int]) -> None:
        """Keep a claim, placed anew, with the blocks it belongs to."""
        f = found
        lost = [plain(f.lapses), f.source.withdrawn_since] if f.lapses or f.source.withdrawn_since else []
        changed = [f.source.claim, plain(f.source.changes), *lost] if f.source.changes or lost else []
        named = [[role, value, e] for (role, value), e in f.entity.items()]
        names = compact([named, f.present, f.state_of, *changed])
        row = (
            f.fact,
            f.claim.kind,
            f.report,
            entry.day,
            entry.order,
            names,
            int(f.is_copy),
            int(f.is_denied),
            int(denies),
        )
        self._end(f.number)
        self._db.execute(
            f"INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {LATEST})",
            (f.number, *row, f.source.origin, f.source.relation, self._at),
        )
        self._db.execute("UPDATE moment SET claims = max(claims, ?) WHERE number = ?", (f.number, self._at))
        sql = "INSERT INTO reach VALUES (?, ?) ON CONFLICT DO UPDATE SET claims = max(claims, excluded.claims)"
        self._db.execute(sql, (entry.order[: len("2031-05")], f.number))
        self._db.executemany("INSERT OR IGNORE INTO cell VALUES (?, ?, ?)", [(k, entry.day, f.number) for k in keys])

    def drop_placed(self, number: int, day: int, keys: Collection[int]) -> None:
        """Take a claim out of its fact and blocks."""
        self._end(number)
        self._db.executemany(
            "DELETE FROM cell WHERE key = ? AND day = ? AND claim = ?", [(k, day, number) for k in keys]
        )

    def _end(self, number: int) -> None:
        """The kept place of a claim ends at this moment."""
        self._db.execute(f"DELETE FROM item WHERE claim = ? AND until = {LATEST} AND since = ?", (number, self._at))
        self._db.execute(f"UPDATE item SET until = ? WHERE claim = ? AND until = {LATEST}", (self._at, number))

    def assign(self, facts: Mapping[int, int]) -> None:
        """Say of claims which fact they are taken for."""
        columns = "kind, report, day, place, entities, is_copy, is_denied, denies, origin, relation"
        for claim, fact in facts.items():
            made = self._db.execute(
                f"UPDATE item SET fact = ? WHERE claim = ? AND since = ? AND until = {LATEST}", (fact, claim, self._at)
            )
            if made.rowcount == 0:
                at = {"claim": claim, "fact": fact, "at": self._at}
                self._db.execute(
                    f"INSERT INTO item (claim, fact, {columns}, since, until) SELECT claim, :fact, {columns}, :at, "
                    f"{LATEST} FROM item WHERE claim = :claim AND until = {LATEST}",
                    at,
                )
                sql = f"UPDATE item SET until = :at WHERE claim = :claim AND until = {LATEST} AND since < :at"
                self._db.execute(sql, {"claim": claim, "at": self._at})

    def cell(self, keys: Collection[int], days: tuple[int, int]) -> dict[int, list[Entry]]:
        """The claims of blocks on these days, each block in order."""
        sql = f"""SELECT cell.key, place, item.day, item.claim, fact FROM json_each(:keys) asked
            JOIN cell ON cell.key = asked.value AND cell.day BETWEEN :first AND :last
            JOIN item ON item.claim = cell.claim AND {NOW}"""
        found: dict[int, list[Entry]] = defaultdict(list)
        for block, *row in self._rows(sql, keys=listed(keys), first=days[0], last=days[1]):
            found[block].append(Entry(*row))
        return {block: sorted(entries) for block, entries in found.items()}

    def members(self, fact: int, *, before: str = "~", room: int = 0) -> list[Entry]:
        """The claims of a fact before a place, in order: all, or the first and latest of them that a group keeps."""
        sql = f"SELECT {ENTRY} FROM item WHERE fact = :fact AND place < :before AND {NOW} ORDER BY place"
        if not room:
            return [Entry(*row) for row in self._rows(sql, fact=fact, before=before)]
        latest = self._rows(f"{sql} DESC LIMIT :room", fact=fact, before=before, room=room)
        if len(latest) < room:
            return [Entry(*row) for row in reversed(latest)]
        first = self._rows(f"{sql} LIMIT :room", fact=fact, before=before, room=FIRST)
        return [Entry(*row) for row in (*first, *reversed(latest[: room - FIRST]))]

    def members_of(self, facts: Collection[int], *, before: str = "~") -> dict[int, list[Entry]]:
        """All claims of facts before a place, in order."""
        sql = f"""SELECT {ENTRY} FROM item WHERE fact IN (SELECT value FROM json_each(:facts)) AND place < :before
            AND {NOW} ORDER BY place"""
        found: dict[int, list[Entry]] = defaultdict(list)
        for row in self._rows(sql, facts=listed(facts), before=before):
            found[row[3]].append(Entry(*row))
        return dict(found)

    def members_from(self, fact: int, order: str) -> list[Entry]:
        """The claims of a fact from a place on, in order."""
        sql = f"SELECT {ENTRY} FROM item WHERE fact = :fact AND place >= :order AND {NOW} ORDER BY place"
        return [Entry(*row) for row in self._rows(sql, fact=fact, order=order)]


def unfolded(entities: str) -> tuple[Any, Any, Any, str, tuple[Change, ...], tuple[Lapse, ...], str]:
    """What `keep_placed` wrote beside a claim: the entities of its values, the sides that take part, the states of the
    people who do; the entry it was read as, "" for itself, its changes, lapses and since when it is withdrawn.
    """
    named, present, state_of, *changed = json.loads(entities)
    entry, changes, *lost = changed or ("", [])
    lapses, withdrawn_since = lost or ([], "")
    made, dropped = tuple(built(Change, c) for c in changes), tuple(built(Lapse, each) for each in lapses)
    return named, present, state_of, entry, made, dropped, withdrawn_since


def _placed(row: Any, claim: Claim) -> Placed:
    number, fact, report, entities, is_copy, is_denied, origin, relation, id, _, _, place, outlet, url = row
    named, present, state_of, entry, changes, lapses, withdrawn_since = unfolded(entities)
    span, quote = claim.evidence[0].span, claim.evidence[0].quote
    source = Source(
        place.split("\t")[0],
        outlet,
        claim.report,
        entry or id,
        span.start,
        span.end,
        quote,
        url,
        origin,
        relation,
        changes,
        withdrawn_since=withdrawn_since,
    )
    entity = {(role, value): e for role, value, e in named}
    sides = tuple((state, group) for state, group in present)
    return Placed(number, fact, report, claim, source, entity, sides, state_of, bool(is_copy), bool(is_denied), lapses)
