"""Working in what changed: new reports, new readings, corrections, judgements; what comes out is what `resolve` gives.

    reports that changed → who is who → copies → claims placed → facts folded anew → shelves and denials

Every step passes on only what it changed, so that the work grows with the change and not with the record.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from communique.lexicon.editions import is_withdrawal
from communique.model.claim import Claim
from communique.model.entity import Entity
from communique.model.working import Entry, Placed
from communique.resolve.chains import Chains, near, wire_in
from communique.resolve.copying import compare, trace_back
from communique.resolve.denials import DENIABLE, WITHIN, denials, denying, telling
from communique.resolve.facts import fact_id
from communique.resolve.items import TAKING_PART, Group, Item, is_denial, items
from communique.resolve.knowing import Knowing
from communique.resolve.mentions import Mentions
from communique.resolve.refold import FOREVER, Refold, cells
from communique.resolve.revisions import Version, versions
from communique.resolve.rules import RULES
from communique.resolve.shelving import latest, named_in, sessions, shelved
from communique.resolve.sides import Side
from communique.resolve.workings import Workings


def update(workings: Workings, reports: Iterable[int], judged: Collection[str] = ()) -> None:
    """Work in these reports, and judgements of people about these names."""
    _Update(workings).run(reports, judged)


def put_together(workings: Workings, most: int) -> None:
    """Put at most so many facts together that were worked in before that was kept of them."""
    _Update(workings).put_together(workings.unmade(most))


class _Update:
    def __init__(self, workings: Workings) -> None:
        self._kept = workings
        self._items: dict[int, Item] = {}
        self._entities: dict[str, Entity] = {}
        self._texts: dict[str, str] = {}
        self._kinds: dict[int, str] = {}
        self._touched: dict[int, int] = {}
        self._days: set[int] = set()
        self._said: set[int] = set()

    def run(self, reports: Iterable[int], judged: Collection[str]) -> None:
        """One step after the other."""
        knowing = Knowing(self._kept, reports, judged)
        changed = compare(self._kept, knowing.texts)
        knowing.look_at(trace_back(self._kept, changed, self._wires(knowing)))
        for number, report in knowing.texts.items():
            if is_withdrawal(report.text):
                self._kept.keep_notice(number)
        knowing.look_at(self._kept.versions(knowing.texts))
        self._fold(*self._place(knowing))
        for fact in self._kept.facts_naming(knowing.shown):
            self._touched[fact] = 0
        self._shelve()
        self._deny()

    def put_together(self, facts: Collection[int]) -> None:
        """Keep how facts stand."""
        for fact in facts:
            room = RULES[self._kind(fact)].room
            group = Group(room, self._items_of(self._kept.members(fact, room=room)))
            self._kept.keep_latest(fact, latest(group, self._entities_of(group.items), self._text))

    def _wires(self, knowing: Knowing) -> dict[int, str]:
        """The agencies from which the reports took their texts."""
        headings = self._kept.headings(knowing.reports)
        return {n: wire_in(credits, headings[n].outlet) for n, credits in knowing.credits.items()}

    # -- claims, placed

    def _place(self, knowing: Knowing) -> tuple[dict[int, Item], dict[int, tuple[int, Item]]]:
        """Keep the claims of the reports as they are now; those that are new, and those that are gone."""
        before = self._kept.of_reports(knowing.reports)
        now = _looked_up(self._kept, knowing)
        come: dict[int, Item] = {}
        gone: dict[int, tuple[int, Item]] = {}
        for number, placed in before.items():
            old, (report, new) = item_of(placed), now.get(number, (0, None))
            if new is None or not _alike(old, new):
                gone[number] = placed.fact, old
                self._kinds[placed.fact] = old.claim.kind
                self._kept.drop_placed(number, old.day, _keys(old))
            elif (new.source, new.lapses) != (old.source, old.lapses):
                self._kinds[placed.fact] = new.claim.kind
                self._touch(placed.fact, new.day)
                self._keep(number, new, placed.fact, report)
        for number, (report, item) in now.items():
            self._items[number] = item
            if number not in before or number in gone:
                come[number] = item
                self._keep(number, item, 0, report)
        return come, gone

    def _keep(self, number: int, item: Item, fact: int, report: int) -> None:
        placed = Placed(
            number,
            fact,
            report,
            item.claim,
            item.source,
            item.entity,
            tuple((s.state, s.group) for s in sorted(item.present)),
            item.state_of,
            item.is_copy,
            item.is_denied,
            item.lapses,
        )
        denies = item.claim.kind == "statements" and is_denial(item.get("cue"))
        self._kept.keep_placed(
            placed, Entry(item.order, item.day, number, fact), denies=denies, keys=() if fact else _keys(item)
        )

    # -- facts, folded

    def _fold(self, come: Mapping[int, Item], gone: Mapping[int, tuple[int, Item]]) -> None:
        for kind, rule in RULES.items():
            new = {n: item for n, item in come.items() if item.claim.kind == kind}
            old = {n: at for n, at in gone.items() if at[1].claim.kind == kind}
            if new or old:
                fold = Refold(rule, self)
                fold.run(new, old)
                self._kept.assign(fold.moved)
                for fact, day in fold.changed.items():
                    self._kinds[fact] = kind
                    self._touch(fact, day)
                self._note(kind, self.items(fold.moved))
                self._note(kind, {n: item for n, (_, item) in old.items()})

    def _note(self, kind: str, moved: Mapping[int, Item]) -> None:
        """Note the days on which statements may now deny other facts than before."""
        if kind == "statements":
            moved = {n: item for n, item in moved.items() if is_denial(item.get("cue"))}
            self._said |= set(moved)
        if kind in (*DENIABLE, "statements"):
            self._days |= {item.day for item in moved.values()}

    def _touch(self, fact: int, day: int) -> None:
        self._touched[fact] = min(day, self._touched.get(fact, FOREVER))

    # -- what folding asks

    def cell(self, keys: Collection[int], days: tuple[int, int]) -> dict[int, list[Entry]]:
        """The claims of blocks on these days, each block in order."""
        return self._kept.cell(keys, days)

    def members(self, fact: int, *, before: str = "~", room: int = 0) -> list[Entry]:
        """The first and latest claims of a fact before a place."""
        return self._kept.members(fact, before=before, room=room)

    def members_from(self, fact: int, order: str) -> list[Entry]:
        """The claims of a fact from a place on."""
        return self._kept.members_from(fact, order)

    def members_of(self, facts: Collection[int]) -> Mapping[int, list[Entry]]:
        """All claims of facts, in order."""
        return self._kept.members_of(facts)

    def items(self, numbers: Collection[int]) -> dict[int, Item]:
        """Claims as items."""
        unknown = [n for n in numbers if n not in self._items]
        if unknown:
            self._items |= {n: item_of(placed) for n, placed in self._kept.placed(unknown).items()}
        return {n: self._items[n] for n in numbers}

    # -- shelves

    def _shelve(self) -> None:
        """Say anew how the facts that changed stood, from the day of the change on."""
        shelves, named = self._kept.shelves(self._touched), self._kept.names_in(self._touched)
        for fact, day in sorted(self._touched.items()):
            later = self._items_of(self._kept.members_from(fact, _first_of(day)))
            before = [s for s in shelves.get(fact, ()) if s.day < day]
            kind = self._kind(fact) if later or before else ""
            room = RULES[kind].room if kind else 0
            group = Group(room, self._items_of(self._kept.members(fact, before=_first_of(day), room=room)))
            entities = self._entities_of((*group.items, *later))
            is_told = bool(group.items or later)
            found, made = shelved(day, group, later, before, entities, self._text) if is_told else ([], None)
            self._kept.keep_shelves(fact, kind, found)
            self._kept.keep_latest(fact, made)
            if found:
                self._kept.keep_fact(fact, fact_id(kind, self._item(fact).id))
            names = {at: since for at, since in named.get(fact, {}).items() if since < day}
            names = {**named_in(later), **names}
            self._kept.keep_names_in(fact, kind, names)
            if kind in ("meetings", ""):
                self._kept.keep_sessions(fact, sessions(found, names, self._known({e for e, _ in names})))

    def _items_of(self, entries: Iterable[Entry]) -> list[Item]:
        return list(self.items([e.number for e in entries]).values())

    def _kind(self, fact: int) -> str:
        if fact not in self._kinds:
            self._kinds[fact] = self.items([fact])[fact].claim.kind
        return self._kinds[fact]

    def _entities_of(self, found: Iterable[Item]) -> Mapping[str, Entity]:
        return self._known({e for item in found for e in item.entity.values()})

    def _known(self, ids: Collection[str]) -> Mapping[str, Entity]:
        unknown = set(ids) - set(self._entities)
        if unknown:
            self._entities |= self._kept.entities(unknown)
        return self._entities

    def _text(self, report: str) -> str:
        if report not in self._texts:
            self._texts[report] = self._kept.text(report)
        return self._texts[report]

    # -- denials

    def _deny(self) -> None:
        """Find anew what the statements deny that were made near the days of a change."""
        kept: dict[int, tuple[int, int] | None] = dict.fromkeys(self._said)
        for first, last in _spans(self._days):
            near = self._kept.told((first - WITHIN, last + WITHIN), denying=True)
            said = [denying(str(e.number), self._item(e.number)) for e in near if e.number == e.fact]
            entries = self._kept.told((first - 2 * WITHIN, last + 2 * WITHIN), denying=False) if said else []
            ids = {e.fact: fact_id(self._kind(e.fact), self._item(e.fact).id) for e in entries}
            numbers = {id: fact for fact, id in ids.items()}
            told = [telling(ids[e.fact], self._item(e.number)) for e in entries]
            kept |= dict.fromkeys(e.number for e in near)
            kept |= {int(d.statement): (numbers[d.fact], d.day) for d in denials([s for s in said if s], told)}
        self._kept.keep_denials(kept)

    def _item(self, number: int) -> Item:
        return self.items([number])[number]


class _Who:
    """Whom the names of some reports stand for."""

    def __init__(self, kept: Workings, mentions: Mapping[str, Mentions]) -> None:
        self._mentions = mentions
        ids = kept.entity_of({n.id for m in mentions.values() for n in m.company})
        entities = kept.entities(set(ids.values()))
        self._entity_of = {name: entities[id] for name, id in ids.items()}

    def of(self, claim: Claim, role: str, value: str) -> Entity | None:
        """The entity that a value stands for."""
        name = self._mentions[claim.report].name(claim, role, value)
        return self._entity_of.get(name.id) if name else None


def _looked_up(kept: Workings, knowing: Knowing) -> dict[int, tuple[int, Item]]:
    """The claims of reports as items, by number, each with the number of its report."""
    roots = kept.roots(knowing.reports)
    headings = kept.headings({*knowing.reports, *(r.root for r in roots.values())})
    id_of = {number: h.id for number, h in headings.items()}
    claims = [(n.claim, n.id) for found in knowing.reports.values() for n in found]
    chained = Chains(
        {h.id: h for h in headings.values()},
        {id_of[number]: id_of[root.root] for number, root in roots.items()},
        near({id_of[n]: found for n, found in knowing.credits.items()}, [c for c, _ in claims], knowing.outlets),
        {id_of[number]: root.wire for number, root in roots.items() if root.wire},
        {n.id: n.changes for found in knowing.reports.values() for n in found if n.changes},
        revised(kept, knowing.reports),
        kept.withdrawn(knowing.reports),
    )
    who = _Who(kept, {id_of[number]: found for number, found in knowing.mentions.items()})
    at = {n.id: (n.number, report) for report, found in knowing.reports.items() for n in found}
    return {at[item.id][0]: (at[item.id][1], item) for item in items(claims, who, chained)}


def revised(kept: Workings, reports: Collection[int]) -> dict[str, Version]:
    """What the other versions of these reports mean for them."""
    found = kept.versions(reports)
    ids = {number: report.id for number, report in found.items()}
    pairs = ((ids[n], ids[r.of], r.share) for n, roots in kept.copied(found).items() for r in roots if r.of in ids)
    return versions(found.values(), {(min(a, b), max(a, b)): share for a, b, share in pairs})


def item_of(placed: Placed) -> Item:
    """A placed claim as the rules compare it."""
    taking_part = frozenset(e for (role, _), e in placed.entity.items() if role in TAKING_PART)
    return Item(
        placed.claim,
        placed.source,
        placed.entity,
        taking_part - set(placed.state_of),
        frozenset(Side(*s) for s in placed.present),
        placed.state_of,
        placed.is_copy,
        placed.is_denied,
        placed.lapses,
    )


_COMPARED = ("order", "entity", "sides", "present", "state_of", "is_denied")


def _alike(old: Item, new: Item) -> bool:
    """True when the rules of folding see no difference."""
    return all(getattr(old, what) == getattr(new, what) for what in _COMPARED)


def _keys(item: Item) -> list[int]:
    return cells(item, RULES[item.claim.kind])


def _first_of(day: int) -> str:
    """A place in the order of folding before everything that was published on a day or later."""
    return date.fromordinal(day).isoformat() if day else ""


def _spans(days: Iterable[int]) -> list[tuple[int, int]]:
    """Days as spans without long gaps."""
    found: list[tuple[int, int]] = []
    for day in sorted(days):
        if found and day - found[-1][1] <= 2 * WITHIN:
            found[-1] = found[-1][0], day
        else:
            found.append((day, day))
    return found
