"""The sides in the talks: whom a report presents as principals, mediators, hosts, guarantors, observers, or others.

Candidates are the sides a report mentions; one linear model decides which are parties, another their role, with weights
in `weights/{parties,party_roles}.json` that `python -m training.encounters` makes.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from communique.claims.diplomacy import is_diplomatic
from communique.claims.functions import stated
from communique.claims.meetings.actors import affiliation, is_state, side_of
from communique.claims.meetings.mediation import called, cue
from communique.claims.scoring import LinearModel, load
from communique.claims.standing import body_kind, standing
from communique.claims.verdicts import Verdict
from communique.claims.verdicts import judged as verdicts_of
from communique.lexicon.countries import code_of, last_year
from communique.lexicon.encounters import governors
from communique.lexicon.outlets import described, outlet
from communique.lexicon.roles_of_sides import role_words
from communique.model.claim import Claim, claim
from communique.model.page import Page
from communique.model.reading import Mention, Referent
from communique.model.span import Span

MODEL, ROLE_MODEL = "parties", "party_roles"
STATED = "stated:"
"""What the feature of a role begins with that the report gives outright."""

PLACE = "named only as a place, and in no meeting"
GONE = "a state that was no more when the report was written"

PLACING = frozenset({"in", "at", "near", "across", "inside", "into", "through", "over", "via", "outside", "around"})
NEAR = 5
"""So many words away a word may still say something of a name."""
LEARNED = frozenset("institute institution university college think-tank school academy".split())
REPORTING = frozenset("correspondent reporter editor columnist anchor newsreader bureau".split())
"""Words behind the name of an outlet."""
LEAD = 3
"""The title and this many sentences are the lead."""


@dataclass(frozen=True, slots=True)
class Side:
    """A candidate: its name, its kind (state, party, body or person), its own mentions and those of its people."""

    name: str
    kind: str
    mentions: tuple[Mention, ...]
    people: tuple[Mention, ...]

    @property
    def first(self) -> Mention:
        """Where the side is first named, else where its people are."""
        return min(self.mentions or self.people, key=lambda m: m.start)


def parties(page: Page, met: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """One entry for each side, with its role, in order of first mention."""
    roles = load(ROLE_MODEL)
    return tuple(entry(page, verdict, roles) for verdict in considered(page, met) if verdict.is_entry)


def considered(page: Page, met: tuple[Claim, ...]) -> list[Verdict[Side]]:
    """Every side and whether it is a party; none in a report that is not about dealings between sides."""
    return judged(Survey(page, met), load(MODEL)) if is_diplomatic(page) else []


def judged(survey: "Survey", chosen: LinearModel) -> list[Verdict[Side]]:
    """Every side and whether it is a party, in order of first mention."""
    verdicts = verdicts_of(chosen, ((side, survey.features(side)) for side in survey.sides))
    verdicts = [replace(v, why="") if _stated(v.features) else v for v in verdicts]
    verdicts = [replace(v, why=GONE) if v.is_entry and survey.is_gone(v.candidate) else v for v in verdicts]
    return [replace(v, why=PLACE) if v.is_entry and survey.is_place(v.candidate) else v for v in verdicts]


def _stated(features: Sequence[str]) -> str:
    """The role that the report gives a side outright, or ""."""
    return next((f.removeprefix(STATED) for f in features if f.startswith(STATED)), "")


def entry(page: Page, verdict: Verdict[Side], roles: LinearModel) -> Claim:
    """The entry that a side makes, or would make."""
    side, features = verdict.candidate, verdict.features
    role = _stated(features) or ("mediator" if "mediates only" in features else roles.best(features)[0])
    if role == "other" and "seat:first" in features:
        role = "principal"
    if role == "other" and "word:cue:mediator" in features:
        role = "mediator"
    span = Span(side.first.start, side.first.end)
    sentence = page.sentence_at(span.start)
    fields = {"name": (side.name, span), "role": (role, span)}
    evidence = [sentence.span if sentence and sentence.span.covers(span) else span]
    return claim(page.report, "parties", fields, evidence=evidence, made_by=f"parties.{role}", score=verdict.score)


class Survey:
    """The sides a report mentions, and what it says of each."""

    def __init__(self, page: Page, met: Sequence[Claim]) -> None:
        self.page = page
        self.met = met
        self._sided = [c.all("parties") for c in met]
        self._mediating = [c.all("mediators") for c in met]
        self._counts = Counter(name for names in self._sided for name in names)

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """Every candidate, in order of first mention."""
        own: dict[tuple[str, str], list[Mention]] = {}
        people: dict[str, list[Mention]] = {}
        for referent in self.page.reading.referents:
            if referent.kind == "person":
                side = affiliation(self.page, referent)
                people.setdefault(side, []).extend(referent.mentions)
                if referent.name in self._seated and not side:
                    own.setdefault((referent.name, "person"), []).extend(referent.mentions)
            elif referent.kind in ("party", "body") and not self._is_onlooker(referent):
                name = side_of(referent)
                kind = "state" if referent.reason == "states" and name == referent.name else _kind(name, referent.kind)
                own.setdefault((name, kind), []).extend(referent.mentions)
        found = [Side(name, kind, tuple(m), tuple(people.get(name, ()))) for (name, kind), m in own.items() if m]
        found += [
            Side(name, _kind(name, "party"), (), tuple(m))
            for name, m in people.items()
            if name and m and name not in {s.name for s in found} | self._onlookers
        ]
        return tuple(sorted(found, key=lambda s: (s.first.start, s.name)))

    @cached_property
    def _onlookers(self) -> frozenset[str]:
        """The names of bodies that only tell of talks or judge them."""
        return frozenset(r.name for r in self.page.reading.referents if r.kind == "body" and self._is_onlooker(r))

    def _is_onlooker(self, referent: Referent) -> bool:
        """True for an outlet, by its name or by what it is called, and for a place of learning that nobody meets."""
        if is_state(referent.name):
            return False
        if outlet(referent.name) is not None or described(referent.name):
            return True
        if referent.kind != "body":
            return False
        if referent.name not in self._seated and not LEARNED.isdisjoint(referent.name.casefold().split()):
            return True
        return any(self._is_called_outlet(m) for m in referent.mentions if m.form == "name")

    def _is_called_outlet(self, mention: Mention) -> bool:
        """As in "the news agency Prime-News", "an INA correspondent"."""
        tokens = self.page.tokens
        before = " ".join(t.text for t in tokens[max(0, mention.first - 2) : mention.first])
        after = tokens[mention.last].lemma.casefold() if mention.last < len(tokens) else ""
        return bool(described(before)) or after in REPORTING

    @cached_property
    def _seated(self) -> frozenset[str]:
        """Everyone named as a side or mediator of a meeting."""
        return frozenset(name for names in (*self._sided, *self._mediating) for name in names)

    @cached_property
    def _sources(self) -> frozenset[int]:
        """The tokens of everybody quoted."""
        sources = (a.source for a in self.page.reading.attributions if a.source is not None)
        return frozenset(token for source in sources for token in self.page.tokens_in(source))

    @cached_property
    def _weights(self) -> dict[str, int]:
        return {s.name: len(s.mentions) + len(s.people) for s in self.sides}

    def features(self, side: Side) -> list[str]:
        """What the decision rests on."""
        weight = self._weights[side.name]
        rank = 1 + sum(other > weight for other in self._weights.values())
        sided = sum(side.name in names for names in self._sided)
        mediates = sum(side.name in names for names in self._mediating)
        seat = self._seat(side)
        found = [
            f"kind:{side.kind}",
            f"mentions:{_bucket(weight)}",
            f"rank:{min(rank, 5)}",
            f"share:{_share(weight / max(self._weights.values()))}",
            f"meets:{min(sided, 2)}",
            f"mediates:{min(mediates, 2)}",
            f"meets:{min(sided, 1)}:mediates:{min(mediates, 1)}",
            f"meets:{min(sided, 1)}:rank:{min(rank, 4)}",
            f"kind:{side.kind}:meets:{min(sided, 1)}",
            f"report meets:{bool(self.met)}:{bool(sided)}",
            f"seat:{seat}",
            f"seat:{seat}:mediates:{min(mediates, 1)}",
            f"hosts:{any(code_of(c.get('place')) == side.name for c in self.met)}",
            *(["mediates only"] if mediates and not sided else []),
            f"first meeting:{bool(self.met) and side.name in self._sided[0]}",
            f"speaks:{min(2, self._speaks(side))}",
            f"people:{min(2, len(side.people))}",
            f"own:{min(2, len(side.mentions))}",
            f"acts:{min(2, self._acts(side))}",
            f"placed:{_share(self._placed(side))}",
            f"lead:{self._in_lead(side)}",
            f"title:{self._in_title(side)}",
            f"named:{any(m.form == 'name' for m in side.mentions)}",
        ]
        said = next((role for m in (*side.mentions, *side.people) if (role := stated(self.page, m))), "")
        stately = [STATED + said] if said and side.kind != "person" else []
        told = [*standing(self.page, (*side.mentions, *side.people)), *self._company(side)]
        called = body_kind(side.name) if side.kind in ("party", "body") else ()
        return [*found, *stately, *told, *called, *(f"word:{role}" for role in self._role_words(side))]

    def _company(self, side: Side) -> Iterator[str]:
        """Whether it is listed with those who meet, or with many."""
        others = self._lists(side)
        if others & self._seated:
            yield "listed with:seated"
        if others:
            yield f"listed with:{min(len(others), 4)}"

    def _lists(self, side: Side) -> set[str]:
        """The sides of the lists that it stands in."""
        found = set[str]()
        for mention in side.mentions:
            own = self.page.tokens[mention.head]
            at = own.head if own.deprel == "conj" else mention.head
            heads = (at, *self.page.children(at, "conj")) if at >= 0 else ()
            named = (self.page.referent_of_head(head) for head in heads)
            found |= {side_of(r) for r in named if r is not None and r.kind in ("party", "body")}
        return found - {side.name}

    def is_place(self, side: Side) -> bool:
        """True for a side that is named only as a place and takes no part in any meeting."""
        return side.name not in self._seated and not side.people and self._placed(side) == 1

    def is_gone(self, side: Side) -> bool:
        """True for a state that ended before the report's year and takes no part in any meeting."""
        last = last_year(side.name)
        return bool(last) and self.page.report.year > last and side.name not in self._seated

    def _seat(self, side: Side) -> str:
        """How often the side meets, compared with the others: among the two that meet most, less often, or never."""
        counts = self._counts
        if not counts[side.name]:
            return "none"
        above = sum(count > counts[side.name] for count in counts.values())
        return "first" if above < 2 else "second"

    def _speaks(self, side: Side) -> int:
        return sum(m.head in self._sources for m in (*side.mentions, *side.people))

    def _acts(self, side: Side) -> int:
        relations = (self.page.tokens[m.head].deprel for m in (*side.mentions, *side.people))
        return sum(r.startswith("nsubj") for r in relations)

    def _placed(self, side: Side) -> float:
        placed = 0
        for mention in side.mentions:
            placed += self.page.word_before(mention.first) in PLACING
        return placed / max(1, len(side.mentions) + len(side.people))

    def _in_lead(self, side: Side) -> bool:
        end = self.page.sentences[min(LEAD, len(self.page.sentences)) - 1].last
        return any(m.first < end for m in (*side.mentions, *side.people))

    def _in_title(self, side: Side) -> bool:
        return any(m.end <= self.page.report.title_end for m in (*side.mentions, *side.people))

    def _role_words(self, side: Side) -> Iterator[str]:
        """Roles whose words govern or follow a mention closely ("mediated by", "brokered by", "observers from")."""
        beside = self._beside(side)
        yield from (role for role, words in role_words().items() if not words.isdisjoint(beside))
        cues = Counter(cue(self.page, m.first, m.last) for m in (*side.mentions, *side.people))
        yield from (f"cue:{role}:{min(2, count)}" for role, count in sorted(cues.items()) if role)
        yield from (f"cue:{role}" for role in sorted(cues) if role)
        if any(self._governs_talks(m) for m in (*side.mentions, *side.people)):
            yield "governs"

    def _beside(self, side: Side) -> set[str]:
        """The lemmas close to its mentions."""
        found = set[str]()
        for mention in (*side.mentions, *side.people):
            sentence = self.page.sentence_of(mention.head)
            near = slice(max(sentence.first, mention.first - NEAR), min(sentence.last, mention.last + NEAR))
            found.update(token.lemma.casefold() for token in self.page.tokens[near])
            said = called(self.page, mention.first, mention.last)
            if said >= 0:
                found.add(self.page.tokens[said].lemma.casefold())
        return found

    def _governs_talks(self, mention: Mention) -> bool:
        token = self.page.tokens[mention.head]
        if token.head < 0 or not token.deprel.startswith(("nsubj", "obl")):
            return False
        known = governors().get(self.page.tokens[token.head].lemma.casefold())
        return known is not None and known.subject == "mediator"


def _kind(name: str, kind: str) -> str:
    return "state" if len(name) == 3 and name.isupper() else kind


def _bucket(count: int) -> str:
    return next((str(edge) for edge in (1, 2, 4, 8, 15) if count <= edge), "many")


def _share(value: float) -> str:
    return next((str(edge) for edge in (0.05, 0.15, 0.3, 0.5, 0.8) if value <= edge), "1")
