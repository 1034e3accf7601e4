"""For which side a person stands: the state, group or body, as far as the report says it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from communique.claims.offices.affiliations import is_code, named_states
from communique.claims.offices.home import is_of_state
from communique.lexicon import figures, titles
from communique.lexicon.bodies import body_of
from communique.lexicon.countries import code_of
from communique.lexicon.encounters import verbs
from communique.lexicon.people import noun
from communique.lexicon.tables import bare, key
from communique.model.claim import Argument, Claim
from communique.model.page import Page
from communique.model.reading import Referent

SENT = frozenset({"ambassador", "envoy", "representative", "delegate"})
"""Who may be sent *to* a body and so stand for somebody else."""
VATICAN = frozenset({"pope", "pontiff", "cardinal"})
HEADS = frozenset("president leader king queen emir sultan premier chancellor".split())
ORGANS = frozenset("council committee commission agency bureau service command staff bank".split())
"""What parts of states are called, and other bodies too."""
FAR = 2
"""So many times as often as any other a state is named that officers without a word about theirs are of."""
OPPOSITION = "opposition"
"""Who leads it does not stand for the state."""
AGAINST = frozenset({"against", "with"})
"""Before these stands the other side: "head of the delegation for the talks with Ruritania"."""
LINKS = frozenset({"for", "of"})
"""Before these stands what a body is: "Foreign Ministry for Financial Affairs"."""
TITLE_WORDS = 6
"""So many words before a name may say whose the person is: "opposition chief negotiator X"."""


def _state_of_organ(body: str) -> str:
    """The state whose organ a body is by its name: "Press Department of the Parliament of Ruritania"."""
    organ, _, state = body.rpartition(" of ")
    is_organ = any(titles.bodies().get(word) == "government" for word in titles.norm((organ,)))
    return code_of(bare(state)) if is_organ else ""


class Sides:
    """The sides of the persons of one report, by the offices it says they hold."""

    def __init__(self, page: Page, held: Sequence[Claim]) -> None:
        self.page = page
        self._held = held
        self._known: dict[int, str] = {}
        """The sides found so far, by the identity of the page's referents, which cost much to hash."""

    def of(self, person: Referent) -> str:
        """The side of a person, by its code or name; "" when the report does not say or the person is out of office.

        The state that a known figure speaks for at the time comes first, then an office of a state, the group or body
        an office belongs to, that of a known figure, the state named with the person, then a side named in the words
        before the name. For want of a word about it, who holds an office holds it for the party most often named beside
        him or her, an office of a state only for one that the report names far more than any other.
        """
        if id(person) not in self._known:
            self._known[id(person)] = self._find(person)
        return self._known[id(person)]

    def head_of(self, state: str) -> str:
        """Who heads the state of a code, by the offices the report tells of; "" when it names nobody."""
        return self._heads.get(state, "")

    def _find(self, person: Referent) -> str:
        held = self._offices.get(person.name, [])
        if held and all(o.get("status") == "former" for o in held):
            return ""
        current = [o for o in held if o.get("status") != "former"]
        if current and all(OPPOSITION in titles.norm((o.get("role"),)) for o in current):
            return next((found for o in current if (found := self._group(o))), "")
        year = self.page.report.year
        known = figures.party_of(person.name, year)
        if is_code(known):
            return known
        return (
            next((o.get("country") for o in current if o.get("country") and not self._group(o)), "")
            or next((found for o in current if (found := self._group(o))), "")
            or (self._named(known) if known else "" if figures.is_private(person.name, year) else person.country)
            or ("VAT" if any(VATICAN & set(titles.norm((o.get("role"),))) for o in current) else "")
            or next(self._titled(person), "")
            or (self._company(person, current) if any(not _is_rank(o) for o in current) else "")
        )

    def _group(self, office: Claim) -> str:
        """The body of an office that is no part of a state, by its name in the report."""
        body = office.argument("body")
        if body is None or not body.value:
            return ""
        sent = SENT & set(titles.norm((office.get("role"),)))
        state = _state_of_organ(body.value)
        if state and not sent:
            return state
        if (sent and not self._before(office)) or self._is_organ(body.value, office):
            return ""
        return self._owner(body) or self._named(body.value)

    def _owner(self, body: Argument) -> str:
        """Whose a body without a name is: "the Front's negotiating committee"."""
        tokens = self.page.tokens_in(body.evidence.span)
        if not body.value.islower() or tokens.start < 2 or self.page.tokens[tokens.start - 1].xpos != "POS":
            return ""
        owner = self.page.referent_at(tokens.start - 2)
        return owner.name if owner is not None and owner.kind in ("party", "body") and not is_code(owner.name) else ""

    def _is_organ(self, body: str, office: Claim) -> bool:
        """True for a part of a state: a ministry; a council or committee whose officer is a state's."""
        words, known = titles.norm((body,)), body_of(body)
        if known is not None:
            return known.kind in ("agency", "parliament")
        head = next((before for before, link in pairwise(words) if link in LINKS), "")
        return (
            not words
            or "government" in {titles.bodies().get(w) for w in (words[0], head, words[-1])}
            or bool(office.get("country") and words[-1] in ORGANS)
        )

    def _named(self, body: str) -> str:
        """A body by the name it has in the report."""
        same = self._bodies.get(key(body)) or self._bodies.get(key(known.name) if (known := body_of(body)) else "")
        return same or body

    @cached_property
    def _bodies(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for referent in self.page.reading.referents:
            if referent.kind in ("party", "body"):
                known = body_of(referent.name)
                for name in (
                    referent.name,
                    known.name if known else "",
                    *(self.page.text(m.span) for m in referent.mentions),
                ):
                    if name:
                        found.setdefault(key(bare(name)), referent.name)
        return found

    def _before(self, office: Claim) -> bool:
        """True when the body stands before the title: "U.N. envoy", not "ambassador to the U.N."."""
        body, role = office.argument("body"), office.argument("role")
        return body is not None and role is not None and body.evidence.span.start < role.evidence.span.start

    def _titled(self, person: Referent) -> Iterator[str]:
        """Sides named in the title before the name: "opposition official X", "PYD co-chair X"."""
        for mention in person.mentions:
            at, titled = mention.first, False
            name = self.page.name_at(mention.head)
            at = name.first if name is not None else at
            for token in range(at - 1, max(-1, at - 1 - TITLE_WORDS), -1):
                here = self.page.tokens[token]
                found = self.page.referent_at(token)
                if titled and found is not None and found.kind in ("party", "body"):
                    yield found.name
                    break
                if here.upos not in ("NOUN", "PROPN", "ADJ"):
                    break
                titled = titled or noun(here.text) is not None

    def _company(self, person: Referent, held: list[Claim]) -> str:
        states, heads = any(is_of_state(o.get("role")) for o in held), any(_is_head(o) for o in held)
        is_sent = any(SENT & set(titles.norm((o.get("role"),))) for o in held)
        counts: Counter[str] = Counter()
        for mention in person.mentions:
            counts.update(self._parties_by_sentence.get(self.page.sentence_of(mention.first).first, ()))
        others = {other for mention in person.mentions for other in self._met(mention.head)}
        named = [
            n
            for n in counts
            if n not in others
            and (n == self._state_named_most and states and not is_sent if is_code(n) else not states)
            and not (heads and self._heads.get(n, person.name) != person.name)
        ]
        return min(named, key=lambda name: (-counts[name], -self._named_most[name], name), default="")

    def _met(self, head: int) -> Iterator[str]:
        """The states of those whom the person at token `head` meets, or who meet him or her: others than his own."""
        verb = self.page.head(head)
        if verb < 0 or self.page.tokens[verb].lemma.casefold() not in verbs():
            return
        for token in self.page.children(verb, "nsubj", "obj", "obl"):
            found = self.page.referent_of_head(token)
            if token != head and found is not None and found.kind == "person" and found.country:
                yield found.country

    @cached_property
    def _named_most(self) -> Counter[str]:
        """How often the report names each party."""
        return Counter({r.name: len(r.mentions) for r in self.page.reading.referents if r.kind == "party"})

    @cached_property
    def _state_named_most(self) -> str:
        """The state that the report names far more often than any other, or ""."""
        counts = sorted(named_states(self.page).items(), key=lambda c: (-c[1], c[0]))
        second = counts[1][1] if len(counts) > 1 else 0
        return counts[0][0] if counts and counts[0][1] >= FAR * second else ""

    @cached_property
    def _heads(self) -> dict[str, str]:
        """Who heads a state, by its code."""
        found: dict[str, str] = {}
        for held in self._offices.values():
            for office in held:
                if office.get("country") and office.get("status") != "former" and _is_head(office):
                    found.setdefault(office.get("country"), office.get("person"))
        return found

    @cached_property
    def _offices(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = {}
        for office in self._held:
            found.setdefault(office.get("person"), []).append(office)
        return found

    @cached_property
    def _parties_by_sentence(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for referent in self.page.reading.referents:
            for mention in referent.mentions if referent.kind == "party" else ():
                if self.page.word_before(mention.first) in AGAINST:
                    continue
                found.setdefault(self.page.sentence_of(mention.first).first, []).append(referent.name)
        return found


def _is_rank(office: Claim) -> bool:
    """True for "General", of whatever army."""
    words = titles.norm((office.get("role"),))
    return titles.kind_of(words) == "rank" and words[-1] != "commander"


def _is_head(office: Claim) -> bool:
    words = titles.norm((office.get("role"),))
    return (
        bool(words)
        and (words[-1] in HEADS or words[-2:] == ("prime", "minister"))
        and not {"vice", "opposition"} & set(words)
    )
