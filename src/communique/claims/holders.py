"""Who stands behind a clause: parties, and persons who speak for them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from communique.claims.clauses import owners
from communique.claims.dates import Dates
from communique.claims.meetings.actors import affiliation
from communique.lexicon.people import noun
from communique.model.claim import Claim, Field
from communique.model.page import Page
from communique.model.reading import Referent
from communique.model.span import Span

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves", "mine", "ours"})
BOTH = {"both": 2, "two": 2, "three": 3, "2": 2, "3": 3, "four": 4}
COLLECTIVE = frozenset(
    "side country nation party government leader delegation president minister neighbor neighbour ally power state "
    "capital negotiator foe rival diplomat team premier official camp".split()
)
FURTHER_AGENTS = frozenset(
    "business campaigner citizen combatant community faithful family farmer member office officer opponent power "
    "sector signatory trader".split()
)
"""Nouns for people and bodies that can take a stand, beside those of `lexicon.people`."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A party, the person who speaks for it if any, and how it was found.

    `how` is party, person, body, speaker, both, modifier or described.
    """

    party: Field
    person: Field | None
    how: str

    @property
    def actor(self) -> Field:
        """The person if there is one, else the party."""
        return self.person or self.party


class Voices:
    """Who speaks where, and which parties a report is about."""

    def __init__(self, page: Page, said: Sequence[Claim] = ()) -> None:
        self.page = page
        self.dates = Dates(page)
        self._said = said

    def holders(self, heads: Sequence[int]) -> list[Holder]:
        """Who is meant by the noun phrases with these head words, in order, each party or person once."""
        found: dict[tuple[str, str], Holder] = {}
        for head in heads:
            for holder in self._meant(head):
                found.setdefault((holder.party[0], holder.person[0] if holder.person else ""), holder)
        return list(found.values())

    def speaker(self, token: int) -> Holder | None:
        """Who says the words at `token`, by the shortest statement that holds it."""
        statement = self.statement(token)
        return self._spoken_by(statement) if statement else None

    def statement(self, token: int) -> Claim | None:
        """The shortest statement whose content holds `token`."""
        return self._speech.get(token)

    def rank(self, party: str) -> int:
        """0 for the party mentioned most in the report, 1 for the next, and so on; 99 for one never mentioned."""
        return self._ranks.get(party, 99)

    # -- one noun phrase

    def _meant(self, head: int) -> list[Holder]:
        token = self.page.tokens[head]
        word = token.text.lower()
        if word in FIRST_PERSON:
            speaker = self.speaker(head)
            return [speaker] if speaker else []
        several = self._several(head)
        if several:
            return several
        referent = self.page.referent_of_head(head)
        if referent is None and token.upos == "PROPN":
            referent = self.page.referent_at(head)
        if referent is not None and referent.kind != "place":
            return [self.of(referent, token.span)]
        return self._by_modifier(head) or self._described(head)

    def of(self, referent: Referent, span: Span) -> Holder:
        """A referent as holder: a person stands for his or her state, group or body."""
        if referent.kind == "person":
            side = affiliation(self.page, referent) or referent.name
            return Holder((side, span), (referent.name, span), "person")
        return Holder((referent.name, span), None, referent.kind)

    def _several(self, head: int) -> list[Holder]:
        """The parties named last before "both sides", "the three leaders", "they"."""
        token = self.page.tokens[head]
        children = [self.page.tokens[c].text.lower() for c in self.page.children(head, "nummod", "det", "det:predet")]
        count = next((BOTH[c] for c in children if c in BOTH), 0)
        if token.text.lower() in ("both", "two"):
            count = 2
        referent = self.page.referent_of_head(head)
        if (
            not count
            and token.lemma.lower() in ("side", "party", "they")
            and token.text.lower() in ("sides", "parties", "they")
            and (referent is None or referent.kind not in ("party", "person", "body"))
        ):
            count = 2
        if not count or (token.lemma.lower() not in COLLECTIVE | {"both", "two", "they"}):
            return []
        persons = token.lemma.lower() in ("leader", "president", "minister", "premier", "they")
        return self._last_named(head, count, persons=persons)

    def _last_named(self, head: int, count: int, *, persons: bool) -> list[Holder]:
        found: dict[str, Holder] = {}
        at = bisect_left(self._named, head, key=lambda n: n[0])
        for _, holder in reversed(self._named[max(0, at - 60) : at]):
            if self.rank(holder.party[0]) < max(count, 3):
                found.setdefault(holder.party[0], holder)
            if len(found) == count:
                return [h if persons else Holder(h.party, None, "both") for h in reversed(found.values())]
        return []

    def _by_modifier(self, head: int) -> list[Holder]:
        """The party a noun belongs to: "Kyiv's delegation", "Iranian officials", "officials in Oslo"."""
        if not self._is_agent(head):
            return []
        own = owners(self.page, head) or self.page.children(head, "nmod")
        found = [(c, self.page.referent_of_head(c) or self.page.referent_at(c)) for c in own]
        span = self.page.tokens[head].span
        return [
            Holder((r.name if r.kind != "person" else affiliation(self.page, r) or r.name, span), None, "modifier")
            for _, r in found
            if r is not None and r.kind in ("party", "person", "body")
        ]

    def _is_agent(self, head: int) -> bool:
        token = self.page.tokens[head]
        return noun(token.text) is not None or token.lemma.lower() in FURTHER_AGENTS

    def _described(self, head: int) -> list[Holder]:
        token = self.page.tokens[head]
        if token.upos not in ("NOUN", "PROPN") or not self._is_agent(head):
            return []
        inside = self.page.subtree(head, without=("acl", "appos", "conj", "cc", "punct", "det", "case", "advmod"))
        span = self.page.span(inside[0], inside[-1] + 1)
        return [Holder((self.page.text(span), span), None, "described")]

    # -- indexes

    @cached_property
    def _speech(self) -> dict[int, Claim]:
        contents = [(a.evidence.span, claim) for claim in self._said for a in claim.arguments if a.role == "content"]
        contents.sort(key=lambda c: (-len(c[0]), c[0]))
        return {token: claim for span, claim in contents for token in self.page.tokens_in(span)}

    @cached_property
    def _named(self) -> list[tuple[int, Holder]]:
        """Parties and persons in text order, with the token they begin at."""
        found = [
            (m.first, self.of(r, Span(m.start, m.end)))
            for r in self.page.reading.referents
            if r.kind in ("party", "person")
            for m in r.mentions
        ]
        return sorted(found, key=lambda f: (f[0], f[1].party))

    def _spoken_by(self, statement: Claim) -> Holder | None:
        speaker = statement.argument("speaker")
        if speaker is None:
            return None
        referent = self._by_name.get(speaker.value)
        if referent is not None:
            found = self.of(referent, speaker.evidence.span)
            return Holder(found.party, found.person, "speaker")
        return self._unnamed_speaker(speaker.value, speaker.evidence.span)

    def _unnamed_speaker(self, words: str, span: Span) -> Holder:
        """A description stands for the state it names ("a senior US official"), else for itself."""
        named = (self.page.referent_at(token) for token in self.page.tokens_in(span))
        party = next((r.name for r in named if r is not None and r.kind == "party"), words)
        return Holder((party, span), None, "speaker")

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
