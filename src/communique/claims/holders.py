"""Who stands behind a clause: parties, and persons who speak for them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from communique.claims.clauses import owners
from communique.claims.dates import Dates
from communique.claims.headed import headed_body
from communique.claims.offices.affiliations import is_code
from communique.claims.offices.home import home
from communique.claims.organs import in_office, is_organ, seated
from communique.claims.private import are_private, is_private
from communique.claims.sides import Sides
from communique.lexicon.bodies import body_of, is_organization
from communique.lexicon.countries import code_of
from communique.lexicon.documents import document_classes
from communique.lexicon.outlets import outlet
from communique.lexicon.people import further_agents, noun
from communique.model.claim import Claim, Field
from communique.model.page import Page
from communique.model.reading import Mention, Referent
from communique.model.span import Span

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves", "mine", "ours"})
PAIR = 2
FEW = 4
"""Words that name a pair without saying who they are: "the two other leaders"."""
DESCRIBED = "description"
"""The reason of a referent that has no name: "a senior official"."""
JOINING = frozenset({"and", ",", "the", "&", "both", "or", "with", "as", "well"})
ELSEWHERE = ("acl", "appos", "parataxis", "conj", "advcl")
"""Branches of a noun phrase that do not say whose the noun is."""
BOTH = {"both": 2, "two": 2, "three": 3, "2": 2, "3": 3, "four": 4, "each": 2, "either": 2, "neither": 2}
MANY = frozenset("dozen hundred thousand score more other".split())
"""Beside these a number does not count those named before: "two dozen countries", "two other states"."""
OPPOSED = frozenset(
    "adversarial antagonistic belligerent combatant conflicting contending feuding fighting negotiating opposing rival "
    "warring".split()
)
"""Of sides and parties without a number only these may be said; others are parties of another kind: "left-wing"."""
COLLECTIVE = frozenset(
    "side country nation party government leader delegation president minister neighbor neighbour ally power state "
    "capital negotiator foe rival diplomat team premier official camp they both two three".split()
)
HEADS = frozenset({"leader", "president"})
SIDES = frozenset({"side", "party", "delegation", "both"})
"""These are parties to the talks, those that a report is about most; "the two countries" may be others."""
FIGHTERS = frozenset("rebel guerrilla guerilla insurgent".split())
"""Words for the men of an armed group."""
STATELESS = frozenset(
    "deposed ethnic ex ex-minister ex-president former one-time onetime ousted overthrown retired toppled".split()
)
Named = tuple[Mention, Referent]


@dataclass(frozen=True, slots=True)
class Holder:
    """A party, the person who speaks for it if any, and how it was found.

    `how` is party, person, body, speaker, both, modifier or described.
    """

    party: Field
    person: Field | None
    how: str


class Voices:
    """Who speaks where, and which parties a report is about, by what was said (statements) and held (offices) there."""

    def __init__(self, page: Page, said: Sequence[Claim], held: Sequence[Claim]) -> None:
        self.page = page
        self.dates = Dates(page)
        self.sides = Sides(page, held)
        self._said = said
        self._speakers: dict[int, list[Holder]] = {}
        self._meanings: dict[int, list[Holder]] = {}

    def holders(self, heads: Sequence[int]) -> list[Holder]:
        """Who is meant by the noun phrases with these head words, in order, each party or person once."""
        if len(heads) == 1:
            return self._known(heads[0])[:]
        return distinct(holder for head in heads for holder in self._known(head)) if heads else []

    def states(self, heads: Sequence[int]) -> list[Holder]:
        """The states that are named as if they were places: "calls from the U.S. for a truce"."""
        places = [(m, r) for head in heads for m, r in self._at_head.get(head, []) if r.kind == "place"]
        found = ((m, code_of(r.name)) for m, r in places)
        return distinct(Holder((code, m.span), None, "party") for m, code in found if code)

    def speakers(self, token: int) -> list[Holder]:
        """Who says the words at `token`: those of the shortest statement that holds it, several of a joint one."""
        said = self._speech.get(token)
        return distinct(h for statement in said for h in self._spoken_by(statement)) if said else []

    def cued(self, token: int) -> list[Holder]:
        """The speakers of the statements whose cue holds `token`: who "demanded", "agreed", "called for"."""
        said = self._cues.get(token)
        return distinct(h for statement in said for h in self._spoken_by(statement)) if said else []

    def statement(self, token: int) -> Claim | None:
        """The shortest statement whose content holds `token`."""
        said = self._speech.get(token)
        return said[0] if said else None

    def clipped(self, token: int, span: Span) -> Span:
        """The part of `span` inside the quotation or reported clause that `token` stands in: without ", X said"."""
        content = self._contents.get(token)
        if content is None or not content.overlaps(span):
            return span
        return Span(max(span.start, content.start), min(span.end, content.end))

    def rank(self, party: str) -> int:
        """0 for the party mentioned most in the report, 1 for the next, and so on; 99 for one never mentioned."""
        return self._ranks.get(party, 99)

    def main_parties(self) -> list[str]:
        """The two parties mentioned most."""
        parties = {r.name for r in self.page.reading.referents if r.kind == "party"}
        return sorted(parties & self._ranks.keys(), key=lambda name: self._ranks[name])[:2]

    # -- one noun phrase

    def _known(self, head: int) -> list[Holder]:
        if head not in self._meanings:
            self._meanings[head] = distinct(self._meant(head))
        return self._meanings[head]

    def _meant(self, head: int) -> list[Holder]:
        token = self.page.tokens[head]
        if token.text.lower() in FIRST_PERSON and token.upos != "PROPN":
            return self.speakers(head)
        mentions = self._at_head.get(head) or (self._around(head) if token.upos == "PROPN" else [])
        stated = [m for m in mentions if m[1].kind != "place"]
        if stated and not self._is_of_who_tells(head, stated):
            return distinct(holder for m, r in self._coordinated(stated) for holder in self._each(m, r))
        ways = (self._several, self._named_beside, self._by_modifier, self._fighters, self._described)
        return next((found for way in ways if (found := way(head))), [])

    def _each(self, mention: Mention, referent: Referent) -> list[Holder]:
        """The sides of "the leaders of Maretia and Torvik", or of whoever else is one."""
        span = mention.span
        if referent.reason == DESCRIBED and self.page.tokens[mention.head].xpos == "NNS":
            for told in referent.mentions:
                inside = self.page.subtree(told.head, without=("acl", "appos", "parataxis", "advcl"))
                named = [r.name for t in inside for _, r in self._at_head.get(t, []) if r.kind == "party"]
                if len(set(named)) >= PAIR:
                    return [Holder((name, span), None, "both") for name in dict.fromkeys(named)]
        return [self.of(referent, span)]

    def _named_beside(self, head: int) -> list[Holder]:
        """Whom an apposition names: "the biggest party, the Reform Union"."""
        for beside in self.page.children(head, "appos"):
            named = [n for n in self._at_head.get(beside, []) if n[1].kind in ("party", "person", "body")]
            if named:
                return distinct(self.of(r, m.span) for m, r in named)
        return []

    def _around(self, head: int) -> list[Named]:
        mention, referent = self.page.mention_at(head), self.page.referent_at(head)
        return [(mention, referent)] if mention is not None and referent is not None else []

    def _coordinated(self, found: list[Named]) -> list[Named]:
        """Mentions and those joined to them by "and", commas between: for when the tree lost some of a list."""
        listed, joined, at = list(found), False, found[0][0].last
        while True:
            following = self._next(at)
            if following is None:
                return listed if joined else found
            joined = joined or any(self.page.tokens[t].lemma.lower() == "and" for t in range(at, following[0].first))
            listed.append(following)
            at = following[0].last

    def _next(self, at: int) -> Named | None:
        for token in range(at, min(at + 3, len(self.page.tokens))):
            named = self._at_first.get(token)
            if named is not None and token > at and named[1].kind in ("party", "person", "body"):
                return None if self.page.tokens[named[0].head].deprel == "nmod:poss" else named
            if self.page.tokens[token].lemma.lower() not in JOINING:
                return None
        return None

    def of(self, referent: Referent, span: Span) -> Holder:
        """A referent as holder: a person stands for his or her state, group or body; an outlet for nobody.

        A state's fighters ("the Maretian rebels") are the one armed group that the report is about, if there is one.
        """
        if referent.kind == "person":
            if referent.reason == DESCRIBED:
                here = "" if self._is_stateless(span) else self._owner(referent) or self.sides.of(referent)
                here = here or self._state_of(self.page.top(self.page.tokens_in(span)))
                here = here or (self._main_group if self._are_of_fighters(span) else "")
                return Holder((here or referent.name, span), None, "described")
            side = self.sides.of(referent) or referent.name
            return Holder((side, span), (referent.name, span), "person")
        if referent.kind == "body" and (outlet(referent.name) is not None or _is_document(referent.name)):
            return Holder(("", span), None, "body")
        if is_code(referent.name) and self._is_stateless(span):
            return Holder((self.page.text(span), span), None, "described")
        group = self._main_group if referent.kind == "party" and _are_fighters(referent.name) else ""
        return Holder((group or referent.name, span), None, referent.kind)

    def _several(self, head: int) -> list[Holder]:
        """The parties named last before "both sides", "the three leaders"."""
        token = self.page.tokens[head]
        children = [self.page.tokens[c].text.lower() for c in self.page.children(head, "nummod", "det", "det:predet")]
        count = next((BOTH[c] for c in children if c in BOTH), 0) or BOTH.get(token.text.lower(), 0)
        described = {self.page.tokens[c].lemma.lower() for c in self.page.children(head, "amod", "compound", "nummod")}
        if not count and token.text.lower() in ("sides", "parties", "they") and described <= OPPOSED:
            count = 2
        if not count or described & MANY or token.lemma.lower() not in COLLECTIVE:
            return []
        if count == PAIR and (sides := self._sides_of_war(head)):
            return [Holder((name, token.span), None, "both") for name in sides]
        if count == PAIR and token.upos == "NUM" and len(near := self._named_next_before(head)) == PAIR:
            return near
        persons = token.lemma.lower() in ("leader", "president", "minister", "premier", "they")
        return self._last_named(head, count, persons=persons)

    def _named_next_before(self, head: int) -> list[Holder]:
        """Those named in the sentence before that of "the two", each party once, the first naming of it."""
        before = self.page.sentence_before(self.page.sentence_of(head))
        if before is None:
            return []
        found: dict[str, Holder] = {}
        for at, holder in self._named:
            if before.first <= at < before.last:
                found.setdefault(holder.party[0], holder)
        return list(found.values())

    def _last_named(self, head: int, count: int, *, persons: bool) -> list[Holder]:
        found: dict[str, Holder] = {}
        at = bisect_left(self._named, head, key=lambda n: n[0])
        reach = count if self.page.tokens[head].lemma.lower() in SIDES else max(count, 3)
        telling = self._telling(head)
        for _, holder in reversed(self._named[max(0, at - 60) : at]):
            if self.rank(holder.party[0]) < reach and holder.party[0] not in telling:
                found.setdefault(holder.party[0], holder)
            if len(found) == count:
                held = [h if persons else Holder(h.party, None, "both") for h in reversed(found.values())]
                return [self._headed(h, head) for h in held]
        here = self.page.tokens[head].span
        return [Holder((name, here), None, "both") for name in self.main_parties()] if count == PAIR else []

    def _headed(self, holder: Holder, head: int) -> Holder:
        """Who heads a state, for "both leaders": not whoever of it was named last."""
        token = self.page.tokens[head]
        lead = self.sides.head_of(holder.party[0]) if token.lemma.lower() in HEADS else ""
        return Holder(holder.party, (lead, token.span), "both") if lead else holder

    def _telling(self, head: int) -> set[str]:
        """A third who speaks of both or to them: "the envoy said the two sides", "Norway urged both parties"."""
        verb = self.page.head(head)
        subjects = self.page.children(verb, "nsubj") if verb >= 0 and verb < head else []
        addressed = self.page.tokens[head].deprel.partition(":")[0] in ("obj", "iobj", "obl")
        asking = [h for s in subjects if addressed for h in self._stated(s)]
        return {holder.party[0] for holder in (*self.speakers(head), *asking)} - set(self.main_parties())

    def _is_of_who_tells(self, head: int, stated: Sequence[Named]) -> bool:
        """True where one of a pair such as "the two sides" was taken for a third, above all one who speaks of them."""
        if len(stated) != PAIR:
            return False
        names = {r.name for _, r in stated}
        sides = self._sides_of_war(head)
        return bool(names & self._telling(head)) or bool(sides and names != set(sides))

    def _sides_of_war(self, head: int) -> tuple[str, ...]:
        """Whom "both sides" are in a report on an armed group, unless it is said of that group afterwards."""
        if self.page.tokens[head].lemma.lower() not in SIDES:
            return ()
        named = self.page.mentions_in(self.page.sentence_of(head).span, "party")
        besides = any(r.name == self._main_group and m.first > head for m, r in named)
        return () if besides else self._belligerents

    @cached_property
    def _belligerents(self) -> tuple[str, ...]:
        """In a report on an armed group, the group and the party that is named most beside it; else nobody."""
        others = [n for n in sorted(self._ranks, key=self.rank) if n != self._main_group and is_code(n)]
        return (others[0], self._main_group) if self._main_group and others else ()

    def _stated(self, head: int) -> list[Holder]:
        """Those whom a name or pronoun stands for."""
        return [self.of(r, m.span) for m, r in self._at_head.get(head, []) if r.kind != "place"]

    def _by_modifier(self, head: int) -> list[Holder]:
        """The party a noun belongs to: "Kyiv's delegation", "Iranian officials", "a spokesman for the ministry"."""
        if not self._is_agent(head) or is_private(self.page, head):
            return []
        span = self.page.tokens[head].span
        for token in owners(self.page, head) or self.page.subtree(head, without=ELSEWHERE):
            found = [r for _, r in self._at_head.get(token, []) if r.kind in ("party", "person", "body")]
            if token != head and found:
                return [Holder(self.of(r, span).party, None, "modifier") for r in found]
        return []

    def _fighters(self, head: int) -> list[Holder]:
        """The one armed group that a report is about, for "the rebels"."""
        token = self.page.tokens[head]
        words = {self.page.tokens[t].lemma.lower() for t in (head, *self.page.children(head, "amod", "compound"))}
        if not words & FIGHTERS or not self._main_group:
            return []
        return [Holder((self._main_group, token.span), None, "described")]

    @cached_property
    def _main_group(self) -> str:
        """The armed group named at least twice as often as any other; "" when none stands out."""
        parties = [r for r in self.page.reading.referents if r.kind == "party"]
        groups = [r for r in parties if (known := body_of(r.name)) and known.kind == "armed_group"]
        groups.sort(key=lambda r: (-len(r.mentions), r.name))
        clear = len(groups) == 1 or (len(groups) > 1 and len(groups[0].mentions) >= 2 * len(groups[1].mentions))
        return groups[0].name if clear else ""

    def _is_agent(self, head: int) -> bool:
        token = self.page.tokens[head]
        return noun(token.text) is not None or token.lemma.lower() in further_agents()

    def _described(self, head: int) -> list[Holder]:
        token = self.page.tokens[head]
        if token.upos not in ("NOUN", "PROPN") or not self._is_agent(head):
            return []
        if state := self._state_of(head):
            return [Holder((state, token.span), None, "described")]
        inside = self.page.subtree(head, without=("acl", "appos", "conj", "cc", "punct", "det", "case", "advmod"))
        span = self.page.span(inside[0], inside[-1] + 1)
        words = self.page.text(span)
        return [Holder((headed_body(self.page, words) or words, span), None, "described")]

    def _state_of(self, head: int) -> str:
        """The state of unnamed officials and organs; of an organ that which fights a group, else the paper's own."""
        told = seated(self.page, head) or in_office(self.page, head)
        return told or (self._own_state if is_organ(self.page, head) else "")

    @cached_property
    def _own_state(self) -> str:
        own = home(self.page)
        return self._belligerents[0] if self._belligerents else own[0] if own else ""

    # -- indexes

    @cached_property
    def _speech(self) -> dict[int, list[Claim]]:
        contents = [(a.evidence.span, claim) for claim in self._said for a in claim.arguments if a.role == "content"]
        contents.sort(key=lambda c: (-len(c[0]), c[0]))
        found: dict[int, list[Claim]] = {}
        for number, (span, claim) in enumerate(contents):
            joint = number > 0 and contents[number - 1][0] == span
            for token in self.page.tokens_in(span):
                found[token] = [*found.get(token, []), claim] if joint else [claim]
        return found

    @cached_property
    def _contents(self) -> dict[int, Span]:
        """The shortest passage of a statement that holds a token."""
        spans = {a.evidence.span for claim in self._said for a in claim.arguments if a.role == "content"}
        longest_first = sorted(spans, key=lambda span: (-len(span), span))
        return {token: span for span in longest_first for token in self.page.tokens_in(span)}

    @cached_property
    def _cues(self) -> dict[int, list[Claim]]:
        found: dict[int, list[Claim]] = {}
        for statement in self._said:
            cue = statement.argument("cue")
            for token in self.page.tokens_in(cue.evidence.span) if cue else ():
                found.setdefault(token, []).append(statement)
        return found

    @cached_property
    def _mentions(self) -> list[Named]:
        pairs = [(m, r) for r in self.page.reading.referents for m in r.mentions if not self._is_of_people(m)]
        return sorted(pairs, key=lambda p: (p[0].first, p[0].last, p[1].name))

    def _is_of_people(self, mention: Mention) -> bool:
        """True for a people that is not its state's: "ethnic Albanian"."""
        return mention.first > 0 and self.page.tokens[mention.first - 1].lemma.lower() == "ethnic"

    @cached_property
    def _at_head(self) -> dict[int, list[Named]]:
        """The longest mentions by head word; several referents of one mention for "the two sides"."""
        found: dict[int, list[Named]] = {}
        for mention, referent in self._mentions:
            others = found.setdefault(mention.head, [])
            longest = max((m.last - m.first for m, _ in others), default=0)
            if mention.last - mention.first > longest:
                others.clear()
            if mention.last - mention.first >= longest:
                others.append((mention, referent))
        return found

    @cached_property
    def _at_first(self) -> dict[int, Named]:
        return {mention.first: (mention, referent) for mention, referent in self._mentions}

    @cached_property
    def _named(self) -> list[tuple[int, Holder]]:
        """Parties and persons in text order, with the token they begin at."""
        return [(m.first, self.of(r, m.span)) for m, r in self._mentions if r.kind in ("party", "person")]

    def _spoken_by(self, statement: Claim) -> list[Holder]:
        """The speakers of a statement, found once: asked for at every word of it."""
        known = self._speakers.get(id(statement))
        if known is None:
            known = self._speakers[id(statement)] = self._speaker(statement)
        return known

    def _speaker(self, statement: Claim) -> list[Holder]:
        """Who said it, both sides for "the two"."""
        speaker = statement.argument("speaker")
        if speaker is None:
            return []
        referent = self._by_name.get(speaker.value)
        if referent is not None:
            found = self.of(referent, speaker.evidence.span)
            return [Holder(found.party, found.person, "speaker")]
        span = speaker.evidence.span
        both = self._several(self.page.tokens_in(span)[-1]) if len(self.page.tokens_in(span)) <= FEW else []
        return [replace(h, how="speaker") for h in both] or [self._unnamed_speaker(speaker.value, span)]

    def _unnamed_speaker(self, words: str, span: Span) -> Holder:
        """A description stands for the state it names ("a senior US official"), else for itself."""
        fighters = self._are_of_fighters(span)
        named = self._whose(span) or code_of(words) or self._state_of(self.page.top(self.page.tokens_in(span)))
        group = self._main_group if fighters and (not named or _are_fighters(named)) else ""
        itself = "" if _is_document(words) else headed_body(self.page, words) or words
        return Holder((group or named or itself, span), None, "speaker")

    def _are_of_fighters(self, span: Span) -> bool:
        """True for "rebel negotiators"."""
        return any(self.page.tokens[t].lemma.lower() in FIGHTERS for t in self.page.tokens_in(span))

    def _owner(self, described: Referent) -> str:
        """The state or group that the words of a description name: "a spokesman for China's foreign ministry"."""
        found = next((f for m in described.mentions if (f := self._whose(self._phrase(m)))), "")
        return found or headed_body(self.page, described.name)

    def _phrase(self, mention: Mention) -> Span:
        """A mention with the complement of its head: "a spokesman" with "for the foreign ministry"."""
        inside = self.page.subtree(mention.head, without=ELSEWHERE)
        whole = self.page.span(inside[0], inside[-1] + 1)
        return Span(min(mention.start, whole.start), max(mention.end, whole.end))

    def _whose(self, span: Span) -> str:
        """The party named in a description, or that of the person, or the organization: "UN negotiators";
        nobody's for who has left office: "a former Maretian minister".
        """
        if self._is_stateless(span):
            return ""
        named = [r for t in self.page.tokens_in(span) if (r := self.page.referent_at(t)) is not None]
        parties = (r.name for r in named if r.kind == "party")
        persons = (r for r in named if r.kind == "person" and r.reason != DESCRIBED)
        is_one_of = any(self.page.tokens[t].lemma.lower() == "member" for t in self.page.tokens_in(span))
        bodies = (r.name for r in named if r.kind == "body" and is_organization(r.name) and not is_one_of)
        return next(chain(parties, filter(None, map(self.sides.of, persons)), bodies), "")

    def _is_stateless(self, span: Span) -> bool:
        """True for those who do not speak for a state: "the ousted government", "some Maretian politicians"."""
        told = {self.page.tokens[t].lemma.lower() for t in self.page.tokens_in(span)}
        return bool(told & STATELESS) or are_private(self.page, span)

    @cached_property
    def _by_name(self) -> dict[str, Referent]:
        return {r.name: r for r in reversed(self.page.reading.referents) if r.kind != "place"}

    @cached_property
    def _ranks(self) -> dict[str, int]:
        counts: Counter[str] = Counter()
        for referent in self.page.reading.referents:
            if referent.kind in ("party", "person"):
                counts[referent.country if referent.kind == "person" and referent.country else referent.name] += len(
                    referent.mentions
                )
        order = sorted(counts, key=lambda name: (-counts[name], name))
        return {name: number for number, name in enumerate(order)}


def _is_document(name: str) -> bool:
    """True for a text, which has no side of its own: "the communique", "the April resolution"."""
    return bool(document_classes(name.rpartition(" ")[2].casefold()))


def _are_fighters(name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1].casefold().removesuffix("s") in FIGHTERS


def distinct(holders: Iterable[Holder]) -> list[Holder]:
    """Each party or person once, in order; those without a name left out."""
    found: dict[tuple[str, str], Holder] = {}
    for holder in holders:
        if holder.party[0]:
            found.setdefault((holder.party[0], holder.person[0] if holder.person else ""), holder)
    return list(found.values())
