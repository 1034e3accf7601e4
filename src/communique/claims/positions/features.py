"""What the scorer is told about a candidate position: names of features that hold."""

from collections.abc import Iterator
from itertools import takewhile

from communique.claims.clauses import modal
from communique.claims.holders import Voices
from communique.claims.offices.affiliations import is_code
from communique.claims.positions.candidate import Candidate
from communique.claims.positions.neighbours import WORDS, sureness
from communique.claims.positions.substance import is_substance
from communique.lexicon.documents import document_classes
from communique.lexicon.steps import step_kinds
from communique.model.page import Page

OPEN = frozenset({"whether", "if", "unless", "until", "before", "once", "when", "how", "why"})
"""Words that leave open whether their clause holds."""
DEEPEST = 5
SHORT, LONG = 3, 12
"""Lengths of an issue in tokens."""


def features(page: Page, voices: Voices, candidate: Candidate) -> list[str]:
    """The features of one candidate; none names a country, a person or an outlet."""
    return sorted(
        {
            "bias",
            *_word(page, candidate),
            *_clause(page, voices, candidate),
            *_setting(page, voices, candidate),
            *_holder(voices, candidate),
            *_about(page, candidate),
            *_place(page, candidate),
        }
    )


def _word(page: Page, candidate: Candidate) -> Iterator[str]:
    yield f"word={candidate.word}"
    yield f"source={candidate.source}"
    flags = ("-not" if candidate.negated else "") + ("-if" if candidate.conditional else "")
    yield f"flags={flags}"
    for stance in candidate.stances:
        yield f"stance={stance}"
        yield f"stance={stance}/{candidate.source}"
        yield f"stance={stance}{flags}"
    yield f"senses={'+'.join(candidate.stances)}"
    sure = sureness(page, candidate)
    yield f"word={candidate.word}/{candidate.holder.how}"
    yield f"strength={sure}"
    yield f"strength={sure}/{candidate.holder.how}"
    yield f"first={candidate.stances[0]}{flags}"
    yield f"first={candidate.stances[0]}/{sure}"
    yield f"nested={candidate.nested}"
    yield f"nested={candidate.nested}/{sure}"


def _clause(page: Page, voices: Voices, candidate: Candidate) -> Iterator[str]:
    token = page.tokens[candidate.trigger]
    yield f"tag={token.xpos}"
    yield f"rel={token.deprel}"
    yield f"modal={modal(page, candidate.trigger)}"
    statement = voices.statement(candidate.trigger)
    yield f"said={statement.get('mode') if statement else 'no'}"
    yield f"said={statement.get('mode') if statement else 'no'}/{candidate.source}"
    around = (candidate.trigger, page.head(candidate.trigger))
    if any(page.tokens[c].text.lower() in OPEN for t in around if t >= 0 for c in page.children(t, "mark", "advmod")):
        yield "open"
    if page.child(candidate.trigger, "nsubj:pass") is not None:
        yield "passive"
    sentence = page.sentence_of(candidate.trigger)
    if "?" in page.tree.folded[sentence.first : sentence.last]:
        yield "question"


def _setting(page: Page, voices: Voices, candidate: Candidate) -> Iterator[str]:
    """How deep the word stands, under which cue and which word, with what subject and auxiliaries."""
    token, sure = candidate.trigger, sureness(page, candidate)
    yield f"tag={page.tokens[token].xpos}/{sure}"
    yield f"cued={bool(voices.cued(token))}"
    yield f"depth={min(sum(1 for _ in page.ancestors(token)), DEEPEST)}"
    statement = voices.statement(token)
    if statement is not None:
        yield f"cue={statement.get('cue').lower()}"
        inner = takewhile(lambda a: voices.statement(a) is statement, page.ancestors(token))
        yield f"content-depth={min(sum(1 for _ in inner), 3)}"
    head = page.head(token)
    if head >= 0:
        yield f"head={page.tokens[head].lemma.lower()}"
        yield f"head-pos={page.tokens[head].upos}"
    subject = page.child(token, "nsubj")
    who = page.tokens[subject] if subject is not None else None
    yield f"subject={'none' if who is None else who.text.lower() if who.upos == 'PRON' else who.upos}"
    yield f"aux={'+'.join(page.tokens[a].lemma.lower() for a in page.children(token, 'aux'))}"


def _holder(voices: Voices, candidate: Candidate) -> Iterator[str]:
    holder = candidate.holder
    yield f"holder={holder.how}"
    yield f"holder={holder.how}/{candidate.source}"
    if holder.person and holder.person[0] == holder.party[0]:
        yield "stateless"
    yield "state" if is_code(holder.party[0]) else "no-state"
    rank = voices.rank(holder.party[0])
    yield f"rank={rank if rank < 3 else 'low' if rank < 99 else 'none'}"
    speakers = voices.speakers(candidate.trigger)
    if speakers:
        same = any(s.party[0] == holder.party[0] for s in speakers)
        yield f"own-words={same}"
        yield f"own-words={same}/{candidate.source}"


def _about(page: Page, candidate: Candidate) -> Iterator[str]:
    inside = page.tokens_in(candidate.issue)
    yield f"length={'short' if len(inside) < SHORT else 'long' if len(inside) > LONG else 'middle'}"
    if any(is_substance(page, t) for t in inside):
        yield "substance"
        for stance in candidate.stances:
            yield f"substance/{stance}"
    named = (page.referent_at(t) for t in inside)
    if any(r is not None and r.kind == "party" for r in named):
        yield "names-party"
    for token in inside:
        if page.tokens[token].upos in WORDS and page.name_at(token) is None:
            yield f"has={page.tokens[token].lemma.lower()}"
    if candidate.about < 0:
        yield "about=none"
        return
    head = page.tokens[candidate.about]
    lemma = head.lemma.lower()
    yield f"about={head.deprel.partition(':')[0]}"
    yield f"about-pos={head.upos}"
    yield f"about-lemma={lemma}"
    for kind in (*document_classes(lemma), *(f"step-{k}" for k in step_kinds(lemma))):
        yield f"about-class={kind}"
    referent = page.referent_of_head(candidate.about)
    if referent is not None and head.upos != "VERB":
        yield f"about-referent={referent.kind}"
    elif head.upos == "PRON":
        yield "about-referent=pronoun"


def _place(page: Page, candidate: Candidate) -> Iterator[str]:
    sentence = page.sentence_of(candidate.trigger)
    yield f"role={sentence.role}"
    share = sentence.start / max(1, len(page.report.text))
    yield f"place={'start' if share < 0.2 else 'end' if share > 0.7 else 'middle'}"
    text = page.text(sentence.span).lower()
    if any(word in text for word in (" has long ", " had ", " previously", " earlier")):
        yield "background"
