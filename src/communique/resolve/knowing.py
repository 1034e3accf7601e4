"""Who is who, worked out anew for the reports that changed: their names, whom these names are judged to be, and the
other reports that this concerns.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from communique.model.claim import Claim
from communique.model.correcting import Decided
from communique.model.entity import Entity, Name
from communique.model.judgement import Judgement
from communique.model.working import Counts, Numbered, Trace
from communique.resolve.chains import cited_outlet, outlet_key
from communique.resolve.corrections import entries
from communique.resolve.credits import Credit, credits
from communique.resolve.identity import KNOWN, entities_of, is_short, judge_short, judge_whole, live
from communique.resolve.mentions import Company, Mentions, lookups, mentions_in, people_in, states_in
from communique.resolve.names import blocks
from communique.resolve.outlets import wire_of
from communique.resolve.rules import RULES
from communique.resolve.workings import Workings

EMPTY = Trace()

_OUTLET = "\t"
"""Stands before the key of an outlet that a report may credit, apart from all other keys."""


class Knowing:
    """What the record knows of names while some of its reports are worked in.

    `reports` grows by those that must be looked at again, because a name in them is now another thing or person than
    before; `credits` are the outlets that they credit, `shown` the entities that go by another name or state.
    """

    def __init__(self, workings: Workings, reports: Iterable[int], judged: Collection[str]) -> None:
        self._workings = workings
        self.reports: dict[int, list[Numbered]] = {}
        self.mentions: dict[int, Mentions] = {}
        self.shown: set[str] = set()
        self.credits: dict[int, tuple[Credit, ...]] = {}
        self._before: dict[int, Trace] = {}
        self._new: set[int] = set()
        self._renamed: set[str] = set()
        self._add(reports)
        self._states()
        self._people()
        self._outlets()
        self._judge(self._names(), judged)

    def _add(self, reports: Iterable[int]) -> None:
        new = set(reports) - set(self.reports)
        kept = self._workings.traces(new)
        self._new |= new - set(kept)
        self._before |= dict.fromkeys(new, EMPTY) | kept
        self.credits |= {n: tuple(Credit("", *c) for c in trace.credits) for n, trace in kept.items()}
        self.reports |= {number: [] for number in new}
        decided = self._workings.decided(new)
        for number, claims in self._workings.claims(new).items():
            self.reports[number] = [n for n in claims if n.claim.kind in RULES]
        for number, of_report in decided.items():
            self.reports[number] = self._as_decided(number, of_report)

    def _as_decided(self, report: int, decided: Sequence[Decided]) -> list[Numbered]:
        """The claims of a report, of which people decided about some."""
        read = {n.id: n for n in self.reports[report]}
        made = entries({id: n.claim for id, n in read.items()}, decided)
        kept = [e for e in made if e.stands and e.claim.kind in RULES]
        return [read[e.id] if e.id in read and not e.changes else self._workings.keep_stated(e, report) for e in kept]

    # -- what the record as a whole knows

    def _states(self) -> None:
        """States that no lexicon knows. A new one changes what names mean that are its name or its demonym."""
        before = self._workings.known("state")
        changes: Counter[tuple[str, str]] = Counter()
        for number, claims in self.reports.items():
            now = _written(_claims(claims))
            changes.update(now)
            changes.subtract(self._before[number].states)
        self._workings.count("state", {at: n for at, n in changes.items() if n})
        self.states = self._workings.known("state")
        changed = {s for s in {*before, *self.states} if before.get(s) != self.states.get(s)}
        if changed:
            found = self._workings.spoken_with(changed)
            self._add(found)
            self._renamed |= {name.id for number in found for name, _ in self._before[number].names}

    def _people(self) -> None:
        """Whom reports name as people: what another report calls a speaker is then a person too."""
        keys = {k for number in self.reports for k in self._before[number].people}
        now = {number: people_in(_claims(claims), self.states) for number, claims in self.reports.items()}
        keys |= {k for found in now.values() for k in found}
        before = set(self._workings.known("person", keys))
        changes: Counter[tuple[str, str]] = Counter()
        for number, people in now.items():
            changes.update((k, "") for k in people)
            changes.subtract((k, "") for k in self._before[number].people)
        self._workings.count("person", {at: n for at, n in changes.items() if n})
        flipped = before ^ set(self._workings.known("person", keys))
        self._add(self._workings.spoken(flipped) if flipped else ())

    def _outlets(self) -> None:
        """Outlets of the record: an agency in a dateline counts when the record or the lexicon knows it."""
        self.texts = self._workings.texts(self._new)
        new = Counter((outlet_key(report.outlet), "") for report in self.texts.values() if report.outlet)
        before = set(self._workings.known("outlet", {k for k, _ in new}))
        self._workings.count("outlet", new)
        flipped = {_OUTLET + k for k, _ in new if k not in before}
        again = self._workings.spoken(flipped) if flipped else set()
        self._add(again)
        self.outlets = frozenset(self._workings.known("outlet"))
        self._wires = {n: wire_of(report) for n, report in self.texts.items()}
        for number, report in {**self.texts, **self._workings.texts(again - set(self.texts))}.items():
            self.credits[number] = credits(report, self.outlets)
            self._wires[number] = wire_of(report)

    # -- names

    def _names(self) -> set[Name]:
        """Take in the names of the reports; those of them that are new, gone, or in other company than before."""
        people = self._known_people()
        changes: dict[Name, Company] = {}
        for number, claims in self.reports.items():
            found = self.mentions[number] = mentions_in(_claims(claims), people, self.states)
            before = self._before[number]
            trace = self._trace(number, found)
            for name, company in found.company.items():
                changes.setdefault(name, Company()).learn(company)
            for name, counts in before.names:
                changes.setdefault(name, Company()).learn(Company(*counts), -1)
            if trace != before:
                self._workings.keep_trace(number, trace, before)
        return self._learn({n: c for n, c in changes.items() if any(c.counts())})

    def _known_people(self) -> frozenset[str]:
        keys = {k for claims in self.reports.values() for k in lookups(_claims(claims))}
        return frozenset(self._workings.known("person", keys))

    def _trace(self, number: int, found: Mentions) -> Trace:
        claims = _claims(self.reports[number])
        outlets = {outlet_key(name) for claim in claims if (name := cited_outlet(claim))}
        if wire := self._wires.get(number):
            outlets.add(outlet_key(wire))
        elif number not in self._wires:
            outlets |= {k.removeprefix(_OUTLET) for k in self._before[number].lookups if k.startswith(_OUTLET)}
        named = sorted(found.company.items(), key=lambda n: n[0])
        return Trace(
            lookups(claims) | {_OUTLET + k for k in outlets},
            frozenset(_written(claims)),
            people_in(claims, self.states),
            tuple((name, company.counts()) for name, company in named),
            tuple((c.start, c.end, c.outlet, c.whole) for c in self.credits[number]),
        )

    def _learn(self, changes: Mapping[Name, Company]) -> set[Name]:
        """Add the changes to what is kept of names; the names that rules may now judge otherwise."""
        kept = self._workings.companies([name.id for name in changes])
        changed, touched = {}, set()
        for name, change in changes.items():
            company = Company(*kept.get(name, Company().counts()))
            before = _features(company)
            company.learn(change)
            changed[name] = company.counts()
            self._renamed.add(name.id)
            if before != _features(company):
                touched.add(name)
                if not before[0] or not company.forms:
                    self._workings.keep_blocks(name.id, _blocks(name), gone=not company.forms)
        self._workings.keep_names(changed)
        return touched

    # -- judgements and entities

    def _judge(self, touched: set[Name], judged: Collection[str]) -> None:
        """Judge anew what concerns the names touched, and make the entities that follow from it."""
        kept = self._workings
        by_people = list(live(kept.judged()))
        start = self._edges(touched) | self._renamed | set(judged)
        company = self._connected(start, by_people)
        inside = {name.id for name in company}
        of_people = [j for j in by_people if j.left in inside and j.right in inside]
        made = entities_of(company, kept.edges(inside), of_people, self.states)
        before = kept.entity_of(inside | self._renamed)
        now = {name.id: entity.id for entity, names in made for name in names}
        old, new = kept.entities(set(before.values())), {entity.id: entity for entity, _ in made}
        kept.keep_entities(set(old) - set(new), [e for id, e in new.items() if old.get(id) != e])
        kept.drop_names(self._renamed - inside)
        self.shown |= {id for id, e in new.items() if id in old and _shown(old[id]) != _shown(e)}
        moved = {n.key for n in company if before.get(n.id) not in (None, "", now[n.id]) or now[n.id] in self.shown}
        self.look_at(kept.spoken(moved) if moved else ())

    def look_at(self, reports: Collection[int]) -> None:
        """Look also at reports in which the names did not change."""
        self._add(reports)
        people = self._known_people() if reports else frozenset()
        for number in set(self.reports) - set(self.mentions):
            self.mentions[number] = mentions_in(_claims(self.reports[number]), people, self.states)

    def _edges(self, touched: set[Name]) -> set[str]:
        """Judge the names touched against those of their blocks; the ids of names whose judgements changed."""
        kept = self._workings
        near = _company(kept.companies(kept.in_blocks({b for n in touched for b in _blocks(n)})))
        short = {n for n in near if is_short(n)}
        wide = near | _company(kept.companies(kept.in_blocks({b for n in short for b in _blocks(n)})))
        by_block: dict[str, set[Name]] = {}
        for name in wide:
            for block in _blocks(name):
                by_block.setdefault(block, set()).add(name)
        now: set[Judgement] = set()
        for name in {*touched, *short} & set(wide):
            others = {o for b in _blocks(name) for o in by_block[b]}
            if not name.scope:
                pairs = [(min(name, other), max(name, other)) for other in others - {name} if not other.scope]
                now |= {judgement for pair in pairs for judgement in judge_whole(*pair, wide)}
            if name in short:
                now |= set(judge_short(name, others, wide))
        before = set(kept.edges({n.id for n in (*touched, *short)}))
        kept.keep_edges(before - now, now - before)
        return {id for j in before ^ now for id in (j.left, j.right)}

    def _connected(self, start: Collection[str], by_people: Collection[Judgement]) -> dict[Name, Company]:
        """The names that judgements connect with these, now or before."""
        kept = self._workings
        found: dict[Name, Company] = {}
        seen: set[str] = set()
        ahead = set(start)
        while ahead:
            seen |= ahead
            found |= _company(kept.companies(ahead))
            entities = kept.entities(set(kept.entity_of(ahead).values()))
            judged = [*kept.edges(ahead), *(j for j in by_people if {j.left, j.right} & ahead)]
            ahead = {id for j in judged for id in (j.left, j.right)} | {m for e in entities.values() for m in e.members}
            ahead -= seen
        return {name: company for name, company in found.items() if company.forms}


def _shown(entity: Entity) -> tuple[str, str, str]:
    """What facts and rules take from an entity."""
    return entity.kind, entity.name, entity.country


def _features(company: Company) -> tuple[int, set[str], set[str], set[str]]:
    """What rules ask of the company of a name."""
    return min(company.reports, KNOWN), set(company.countries), set(company.offices), set(company.beside)


def _blocks(name: Name) -> frozenset[str]:
    return blocks(name.key) if name.kind == "person" else frozenset()


def _company(kept: Mapping[Name, Counts]) -> dict[Name, Company]:
    return {name: Company(*counts) for name, counts in kept.items()}


def _claims(found: Iterable[Numbered]) -> list[Claim]:
    return [n.claim for n in found]


def _written(claims: Iterable[Claim]) -> set[tuple[str, str]]:
    return {(plain, form) for plain, forms in states_in(claims).items() for form in forms}
