"""Who may be meant to take a step: the ways to tell it, each with those it names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.claims.clauses import OBJECT_CONTROL, case, doers, modal, named_by, owners
from communique.claims.datelines import dateline_of
from communique.claims.holders import Holder, Voices, distinct
from communique.claims.next_steps.candidates import Candidate
from communique.lexicon.documents import document_classes
from communique.lexicon.steps import modalities, step_kinds
from communique.model.claim import Claim, Field
from communique.model.meeting import PLANNED
from communique.model.page import Page
from communique.model.reading import Sentence
from communique.model.span import Span

WITH = frozenset({"with", "between", "by", "among", "of"})
LOOSE = ("acl", "appos", "conj", "cc", "punct", "case", "parataxis")
"""Branches of a noun phrase that are left out of its wording."""
BACK = 3
"""So many sentences before that of a step may name who takes it."""
CLAUSES = ("acl", "advcl", "ccomp", "conj", "parataxis", "nsubj", "xcomp")
"""Branches that tell something else than their head."""
JUDGING = frozenset("tribunal court parliament legislature senate congress assembly electorate".split())
"""Bodies that need no name: a state or a dispute has one."""
WISHING = frozenset({"want", "expect", "enable", "help", "get"})
"""Verbs whose subject may take part in what it wants of others."""
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
LEADING = frozenset({"lead", "head"})
UPON = frozenset({"on", "to", "for", "from", "upon", "against"})
MOST = 8
"""A step with more actors than this lists none of them reliably."""
MEETING = frozenset(
    "ambassador counterpart delegate delegation diplomat envoy leader mediator minister negotiator official "
    "participant party president representative side team".split()
)
"""Those who meet."""
AHEAD = PLANNED | {"postponed"}
"""Statuses of meetings still to come."""


@dataclass(frozen=True, slots=True)
class Actors:
    """Parties and persons, a person beside his or her state, and the ways in which they were found.

    A way is doer, together (doer and those met with), partner, near (named last before), first (named first in the
    sentence), asked (object of a demand), owner (whose plan it is), whose (to whom the doer belongs), agent (who does
    what tells of the step), by (whom a passive names), speaker, here and before (named in the sentence, and in the last
    one before it; last before: the last of these), noun and asked noun (those without a name), meeting (told at the
    same place), coming (the next meeting told), main (the two parties named most), others (those of them that do not
    ask), none.
    """

    named: tuple[Field, ...]
    ways: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names alone."""
        return tuple(value for value, _ in self.named)


NOBODY = Actors((), ("none",))


def options(page: Page, voices: Voices, candidate: Candidate, met: Sequence[Claim]) -> list[Actors]:
    """Those who may be meant, each set of names once, in the order in which the ways are tried."""
    found: dict[frozenset[str], Actors] = {}
    for way, named in _ways(page, voices, candidate, met):
        key = frozenset(value for value, _ in named)
        if key:
            known = found.get(key)
            found[key] = Actors(tuple(named), (way,)) if known is None else Actors(known.named, (*known.ways, way))
    return list(found.values()) or [NOBODY]


def told(page: Page, voices: Voices, candidate: Candidate, found: Sequence[Actors]) -> list[Actors]:
    """Those of `found` whom the sentence itself names as who takes the step; all where it does not."""
    heads = step_doers(page, candidate)
    acting = {h.party[0] for h in voices.holders(doers(page, candidate.head)) if _is_known(page, h)}
    named = acting & {h.party[0] for h in voices.holders(heads)} or _is_asked(page, voices, candidate)
    sure = [who for who in found if {"doer", "together"} & set(who.ways)]
    return sure if sure and (named or _are_bare(page, voices, candidate, heads)) else list(found)


def _is_known(page: Page, holder: Holder) -> bool:
    """True for all but those told by a description; a court or a parliament is known by it."""
    words = {page.tokens[t].lemma.lower() for t in page.tokens_in(holder.party[1])}
    return holder.how != "described" or not JUDGING.isdisjoint(words)


def _is_asked(page: Page, voices: Voices, candidate: Candidate) -> bool:
    """True where somebody is urged, told or ordered to take the step."""
    asking = page.tokens[candidate.trigger].lemma.lower() in OBJECT_CONTROL - WISHING
    return asking and bool(voices.holders(_asked(page, candidate)))


def _ways(
    page: Page, voices: Voices, candidate: Candidate, met: Sequence[Claim]
) -> Iterator[tuple[str, Sequence[Field]]]:
    heads = step_doers(page, candidate)
    doing = _with_head(page, voices, heads)
    objects = [c for c in page.children(candidate.head, "obj") if "meeting" in step_kinds(page.tokens[c].lemma.lower())]
    partners = [h for head in (candidate.head, *heads, *objects) for h in _partners(page, voices, head)]
    guests = _last_met(page, candidate, met) if _are_bare(page, voices, candidate, heads) else []
    yield "doer", guests or _listed(doing)
    if doing and not guests:
        yield "together", _listed([*doing, *partners])
    yield "partner", _listed(partners)
    yield "asked", _listed(voices.holders(_asked(page, candidate)))
    yield "owner", _listed(voices.holders(owners(page, candidate.trigger)))
    yield "whose", _listed(voices.holders([o for head in heads for o in owners(page, head)]))
    yield "near", _listed(_near(page, voices, candidate))
    yield "first", _listed(_first(page, voices, candidate))
    yield "here", _listed(_named(page, voices, page.sentence_of(candidate.head)))
    yield from _before(page, voices, candidate)
    yield "noun", _as_written(page, heads)
    yield "asked noun", _as_written(page, _asked(page, candidate))
    speakers = voices.speakers(candidate.head)
    yield "speaker", _listed(speakers)
    yield "agent", _listed(voices.holders(doers(page, candidate.trigger)))
    by = [c for t in named_by(page, candidate.head) for c in page.conjuncts(t)]
    yield "by", _listed(voices.holders(by))
    yield "meeting", _of_meeting(candidate, met)
    yield "coming", _coming(candidate, met)
    main = voices.main_parties()
    yield "main", [(name, candidate.what) for name in main]
    if "demanded" in modalities(candidate.word):
        asking = {h.party[0] for h in (*voices.holders(doers(page, candidate.trigger)), *speakers)}
        yield "others", [(name, candidate.what) for name in main if name not in asking]


def step_doers(page: Page, candidate: Candidate) -> list[int]:
    """The head words of those who, by the sentence's grammar, take the step; none of them stands in a dateline."""
    found, line = _doers(page, candidate), dateline_of(page)
    if line is None or not any(line.covers(page.tokens[t].span) for t in found):
        return found
    told = [t for t in range(page.tokens_in(line)[-1] + 1, candidate.head) if page.tokens[t].deprel in SUBJECTS]
    return page.conjuncts(told[0]) if told else []


def _doers(page: Page, candidate: Candidate) -> list[int]:
    if candidate.source not in ("noun", "object"):
        lost = _misattached(page, candidate.head) or _beside(page, candidate.head)
        return lost or doers(page, candidate.head, patient=True)
    own = owners(page, candidate.head)
    if own:
        return own
    governor = candidate.trigger if candidate.source == "object" else page.head(candidate.head)
    return doers(page, governor) if governor >= 0 else []


def _misattached(page: Page, verb: int) -> list[int]:
    """The subject of a finite clause without "that", which the tree takes for an object: "fears Torvik will refuse"."""
    head = page.head(verb)
    if head < 0 or not modal(page, verb) or page.child(verb, "nsubj", "csubj", "mark") is not None:
        return []
    if page.tokens[verb].deprel not in ("ccomp", "xcomp", "parataxis"):
        return []
    before = [c for c in page.children(head, "obj", "iobj") if head < c < verb]
    return page.conjuncts(before[-1]) if before else []


def _with_head(page: Page, voices: Voices, heads: Sequence[int]) -> list[Holder]:
    """Those who do it, and who leads them: "a delegation led by X" is no more than X."""
    leading = [
        by
        for head in heads
        for led in page.children(head, "acl")
        if page.tokens[led].lemma.lower() in LEADING
        for by in page.children(led, "obl")
        if case(page, by) == "by"
    ]
    found, lead = voices.holders(heads), voices.holders([c for by in leading for c in page.conjuncts(by)])
    return distinct([*(h for h in found if not lead or h.how != "described"), *lead])


def _beside(page: Page, verb: int) -> list[int]:
    """The subject that the tree joins to its verb as if it were a part of a name: "X and Y are to meet"."""
    if page.child(verb, "nsubj", "csubj", "expl") is not None:
        return []
    before = [c for c in page.children(verb, "appos", "flat", "dep") if c < verb and page.mention_at(c) is not None]
    return page.conjuncts(before[0]) if before else []


def _partners(page: Page, voices: Voices, head: int) -> list[Holder]:
    """Those met with: "talks between A and B", "a summit with C", "meet D"."""
    heads = [c for c in page.children(head, "nmod", "obl") if case(page, c) in WITH] or _between(page, head)
    if page.tokens[head].lemma.lower() == "meet":
        heads += page.children(head, "obj")
    return voices.holders([c for h in heads for c in page.conjuncts(h)])


def _between(page: Page, head: int) -> list[int]:
    """Two between whom something is to be, deeper in its phrase: "talks on a pact between A and B"."""
    found = [t for t in page.subtree(head, without=CLAUSES) if case(page, t) == "between"]
    return found[:1] if found and page.tokens[found[0]].deprel.startswith("nmod") else []


def _asked(page: Page, candidate: Candidate) -> list[int]:
    """Of whom a step is asked: "urged X to", "pressure on X to", "called for X to"."""
    trigger = candidate.trigger
    if trigger == candidate.head:
        return []
    found = page.children(trigger, "obj", "iobj")
    found += [c for c in page.children(trigger, "obl", "nmod") if case(page, c) in UPON]
    return [c for f in found if f != candidate.head for c in page.conjuncts(f)]


def _near(page: Page, voices: Voices, candidate: Candidate) -> list[Holder]:
    """Whoever is named last before the step in its sentence."""
    sentence = page.sentence_of(candidate.head)
    for token in range(candidate.head - 1, sentence.first - 1, -1):
        mention = page.mention_at(token)
        if mention is not None and mention.head == token:
            found = voices.holders([token])
            if found:
                return found
    return []


def _first(page: Page, voices: Voices, candidate: Candidate) -> list[Holder]:
    """Whoever is named first in the sentence of the step, before it."""
    for token in range(page.sentence_of(candidate.head).first, candidate.head):
        mention = page.mention_at(token)
        if mention is not None and mention.head == token:
            found = voices.holders([token])
            if found:
                return found
    return []


def _before(page: Page, voices: Voices, candidate: Candidate) -> Iterator[tuple[str, list[Field]]]:
    """Those named in the last sentence before that of the step which names anybody, and the last of them."""
    sentence: Sentence | None = page.sentence_of(candidate.head)
    for _ in range(BACK):
        sentence = page.sentence_before(sentence) if sentence is not None else None
        if sentence is None:
            return
        found = _named(page, voices, sentence)
        if found:
            yield "before", _listed(found)
            yield "last before", _listed(found[-1:])
            return


def _named(page: Page, voices: Voices, sentence: Sentence) -> list[Holder]:
    """Whoever is named in a sentence, in its order."""
    heads = [m.head for m, _ in page.mentions_in(sentence.span)]
    return distinct(h for head in heads for h in voices.holders([head]))


def _as_written(page: Page, heads: Sequence[int]) -> list[Field]:
    """The words for those who have no name: "all parties concerned", "far-right ministers"."""
    found: list[Field] = []
    for head in heads[:MOST]:
        lemma = page.tokens[head].lemma.lower()
        if page.tokens[head].upos == "NOUN" and not step_kinds(lemma) and not document_classes(lemma):
            inside = page.subtree(head, without=LOOSE)
            span = page.span(inside[0], inside[-1] + 1)
            found.append((page.text(span), span))
    return found


def _are_bare(page: Page, voices: Voices, candidate: Candidate, heads: Sequence[int]) -> bool:
    """True for those who meet, called nothing more: "the leaders", "negotiators"."""
    own = (candidate.head, candidate.trigger)
    for head in heads:
        token = page.tokens[head]
        beside = page.children(head, "nmod", "acl", "appos", "conj", "compound", "amod")
        if token.lemma.lower() not in MEETING or token.xpos != "NNS" or any(c not in own for c in beside):
            return False
    return bool(heads) and all(h.how == "described" for h in voices.holders(heads))


def _last_met(page: Page, candidate: Candidate, met: Sequence[Claim]) -> list[Field]:
    """The parties and participants of the meeting told in the sentence of a step, or else last before it."""
    sentence = page.sentence_of(candidate.head).span
    here = [m for m in met if any(e.span.overlaps(candidate.what) for e in m.evidence)]
    here = here or [m for m in met if any(e.span.overlaps(sentence) for e in m.evidence)]
    before = [m for m in met if min(e.span.start for e in m.evidence) <= candidate.what.start]
    return _guests((here or before)[-1]) if here or before else []


def _of_meeting(candidate: Candidate, met: Sequence[Claim]) -> list[Field]:
    """The parties and participants of the meeting told at the same place."""
    for meeting in met:
        if any(e.span.overlaps(candidate.what) for e in meeting.evidence):
            return _guests(meeting)
    return []


def _coming(candidate: Candidate, met: Sequence[Claim]) -> list[Field]:
    """The parties of the next meeting that is told nearest before the step, or else first."""
    ahead = [m for m in met if m.get("status") in AHEAD]
    before = [m for m in ahead if m.evidence[0].span.start <= candidate.what.start]
    return _guests((before[-1:] or ahead[:1])[0]) if ahead else []


def _guests(meeting: Claim) -> list[Field]:
    guests = [(a.value, a.evidence.span) for a in meeting.arguments if a.role in ("parties", "participants")]
    return guests[:MOST]


def _listed(found: Sequence[Holder]) -> list[Field]:
    named: dict[str, Span] = {}
    for holder in found[:MOST]:
        for value, span in (holder.party, *((holder.person,) if holder.person else ())):
            named.setdefault(value, span)
    return list(named.items())
