"""Clauses that may say where somebody stands: a word of stance or a modal, whoever holds it, and what it is about."""

from collections.abc import Iterator
from dataclasses import replace

from communique.claims.clauses import case, doers, modal, noun_lemma, owners, phrase, verb_phrase
from communique.claims.holders import Holder, Voices
from communique.claims.positions.candidate import Candidate
from communique.claims.positions.issues import about_of, issue_of, joined, meant, tells
from communique.claims.positions.judgments import Sense, judged, judges, judgment, named
from communique.claims.positions.opposing import (
    DISCLAIMED,
    RULED_OUT,
    TIME,
    is_disclaimed,
    is_high_time,
    is_ruled_out,
    is_said_not_to_be,
)
from communique.claims.positions.others import (
    is_alleged,
    is_asked,
    is_conversation,
    is_courtesy,
    is_foretold,
    is_made,
    is_missed,
    is_only_told,
    is_pressed,
    is_received,
    is_weighed,
)
from communique.claims.positions.siding import is_sided, is_siding, predicate_of, side_word
from communique.claims.positions.turning import AWAITED, OBLIGATION, is_awaited, is_fact, is_negated, turned
from communique.claims.private import is_onlooker
from communique.lexicon.documents import document_classes
from communique.lexicon.stances import particles, stances
from communique.model.page import Page
from communique.model.span import Span

POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "AUX": "verb"}
STATING = POS.keys() | {"ADP", "SCONJ"}
"""Parts of speech that can be a word of stance; "against" is one of them."""
INTENTION = {"will": "supports", "would": "supports", "can": "supports", "could": "open_to", "may": "open_to"}
EXPRESSING = frozenset(
    "affirm announce confirm declare emphasise emphasize express reaffirm reiterate repeat restate signal state stress "
    "underline underscore voice".split()
)
AWAITING = frozenset("get have hear know receive see".split())
PRESS = frozenset("comment elaborate speculate".split())
WISHING = frozenset("expect hope like prefer wish".split())
OPEN = frozenset({"before", "if", "lest", "unless", "until", "whether"})
ASPECTS = frozenset("begin continue keep start".split())
"""Verbs that say how far along a stand is: "continues to demand" demands."""
FRONTED = frozenset("neither never nor now only so then".split())
"""Behind these the order is inverted without a condition: "only then should it sign"."""
POSSESSIVES = {
    **dict.fromkeys("her his my our their your".split(), "its"),
    **dict.fromkeys("herself himself myself ourselves themselves".split(), "itself"),
}
"""Words for which the lexicon has "its" and "itself": "dug in *their* heels"."""
UNITS = frozenset("century day decade hour minute month night second week year".split())
OPPOSED = {"accepts": ("rejects", "denies"), "supports": ("rejects", "denies"), "rejects": ("accepts", "supports")}
"""Stances of which both denied leave nothing decided."""
NEAR = 12
"""How many candidates of the same party before and after may enclose one."""


def candidates(page: Page, voices: Voices) -> list[Candidate]:
    """Every clause of the report that may state a position, once for each holder, in text order."""
    found = list(_found(page, voices))
    issues: dict[str, list[Candidate]] = {}
    for one in found:
        issues.setdefault(one.holder.party[0], []).append(one)
    return [replace(one, nested=True) if _nested(page, one, issues[one.holder.party[0]]) else one for one in found]


def _nested(page: Page, one: Candidate, others: list[Candidate]) -> bool:
    """True when the word stands in what another word of stance of the same party is about."""
    span = page.tokens[one.trigger].span
    number = others.index(one)
    near = others[max(0, number - NEAR) : number + NEAR]
    return any(other.trigger != one.trigger and other.issue.covers(span) for other in near)


def _found(page: Page, voices: Voices) -> Iterator[Candidate]:
    for sentence in page.telling_sentences():
        stating = (t for t in range(sentence.first, sentence.last) if page.tokens[t].upos in STATING)
        for token in () if is_asked(page, sentence) else stating:
            for one in (*_lexical(page, voices, token), *_modal(page, voices, token)):
                issue = meant(page, one.issue)
                if issue is not None and not is_onlooker(one.holder.party[0]):
                    yield one if issue == one.issue else _of_what_is_meant(page, one, issue)


def _of_what_is_meant(page: Page, one: Candidate, issue: Span) -> Candidate:
    """The candidate about what "it" is: who urges others to reject it rejects that."""
    sense = _sense(page, one.about)[1][:1] if one.about >= 0 else ()
    turned_round = one.stance == "demands" and sense == ("rejects",) and not is_negated(page, one.about)
    return replace(one, issue=issue, stances=("rejects", *one.stances) if turned_round else one.stances)


def _lexical(page: Page, voices: Voices, token: int) -> Iterator[Candidate]:
    calling = named(page, token)
    if calling is not None:
        yield from _judging(page, voices, token, calling)
        return
    word, possible = _sense(page, token)
    if (
        not possible
        or _is_open(page, token)
        or _is_aspect(page, token)
        or is_fact(page, token, word)
        or is_conversation(page, token)
        or is_courtesy(page, token)
        or is_missed(page, token)
        or is_only_told(page, token)
        or is_alleged(page, token)
        or is_weighed(page, token)
        or _is_called_for(page, token)
        or (modal(page, token) in OBLIGATION and voices.speakers(token))
    ):
        return
    about = about_of(page, voices, token, particle=_particle(page, token, word))
    issue = issue_of(page, voices, token, about)
    if issue is None or not tells(page, issue) or _is_of_talk(page, about):
        return
    told = voices.clipped(token, issue)
    patients = _patients(page, voices, token)
    for holder in _holders(page, voices, token):
        if holder.party[0] not in patients and not is_foretold(page, voices, token, holder):
            yield _turned(page, voices, Candidate("lexical", token, word, possible, holder, told, about))


def _patients(page: Page, voices: Voices, token: int) -> set[str]:
    """To whom a passive without a doer is done, who do not take that stand: "we were asked to leave"."""
    if _is_adjectival(page, token) or _agents(page, token):
        return set()
    return {h.party[0] for h in voices.holders(page.children(token, "nsubj:pass"))}


def _is_called_for(page: Page, token: int) -> bool:
    """True for a noun for what is demanded of its owner: "calls for Torvik's *withdrawal*"."""
    head, here = page.head(token), page.tokens[token]
    if here.upos != "NOUN" or head < 0 or not page.children(token, "nmod:poss"):
        return False
    asked = here.deprel.partition(":")[0] in ("obj", "obl", "nmod") and page.tokens[head].upos in ("VERB", "NOUN")
    return asked and _sense(page, head)[1][:1] == ("demands",)


def _judging(page: Page, voices: Voices, verb: int, calling: tuple[int, int]) -> Iterator[Candidate]:
    """Where those stand who call a thing something; what somebody is called says nothing of the talks."""
    thing, predicate = calling
    word, possible = judgment(page, predicate)
    if not possible or is_negated(page, verb) or voices.holders([thing]) or not tells(page, phrase(page, thing)):
        return
    whole = voices.clipped(verb, phrase(page, thing))
    inside = [t for t in page.tokens_in(whole) if t < predicate and page.tokens[t].upos != "PUNCT"]
    for holder in _holders(page, voices, verb) if inside else ():
        issue = page.span(inside[0], inside[-1] + 1)
        yield Candidate("lexical", verb, word, possible, holder, issue, thing)


def _is_open(page: Page, token: int) -> bool:
    """True for what may come to be, or comes only later: "if it accepts", "before it signs"."""
    return any(page.tokens[c].text.lower() in OPEN and c < token for c in page.children(token, "mark"))


def _is_aspect(page: Page, token: int) -> bool:
    """True for "continues" in "continues to demand": the stand is that of the other word."""
    clause = page.child(token, "xcomp")
    return page.tokens[token].lemma.lower() in ASPECTS and clause is not None and bool(_sense(page, clause)[1])


def _is_of_talk(page: Page, about: int) -> bool:
    """True for what is said or not said to the press: "refused to comment", "a request for comment"."""
    inside = (about, *page.children(about, "obj", "obl", "nmod")) if about >= 0 else ()
    return any(page.tokens[t].lemma.lower() in PRESS for t in inside)


def _sense(page: Page, token: int) -> Sense:
    """The word of stance at a token, with its particle, and the stances it may express."""
    here = page.tokens[token]
    told = _set_phrase(page, token)
    if told:
        return told, stances(told, "prep") or stances(told, "verb")
    pos = "" if is_sided(page, token) else POS.get(here.upos, "")
    if not pos or (pos == "verb" and here.deprel.startswith(("aux", "cop", "amod"))):
        return "", ()
    if judged(page, token) >= 0:
        return judgment(page, token)
    lemma = here.lemma.lower()
    if _is_adjectival(page, token):
        return here.text.lower(), stances(here.text.lower(), "adj")
    for particle in particles(lemma, pos):
        if _has_particle(page, token, particle):
            return f"{lemma} {particle}", stances(f"{lemma} {particle}", pos)
    return lemma, stances(lemma, pos)


def _set_phrase(page: Page, token: int) -> str:
    """A way of taking a stand without a word of its own for it, as the lexicon enters it; "" for none."""
    if is_siding(page, token):
        return side_word(page, token)
    if is_ruled_out(page, token):
        return RULED_OUT
    if is_disclaimed(page, token):
        return DISCLAIMED
    if is_high_time(page, token):
        return TIME
    if page.tokens[token].upos in ("NOUN", "ADJ") and (page.child(token, "cop") is not None or _is_favour(page, token)):
        idiom = _predicate(page, token)
        if stances(idiom, "prep"):
            return idiom
    return AWAITED if is_awaited(page, token) else ""


def _is_favour(page: Page, noun: int) -> bool:
    """True for the noun of "spoke in favour of a truce", "came out in favor of it"."""
    return page.tokens[noun].lemma.lower() in ("favor", "favour") and page.child(noun, "nmod", "acl") is not None


def _predicate(page: Page, noun: int) -> str:
    """A noun with the prepositions before it, which say together where somebody stands: "out of the question"."""
    first = at = noun
    while at > 0 and page.tokens[at - 1].upos in ("ADP", "DET"):
        at -= 1
        first = at if page.tokens[at].upos == "ADP" else first
    return page.words(first, noun + 1).lower()


def _is_adjectival(page: Page, token: int) -> bool:
    """True for a participle that says how its subject is minded: "was prepared to talk", "is opposed to a union"."""
    here = page.tokens[token]
    if (
        here.upos != "VERB"
        or page.child(token, "cop", "aux:pass") is None
        or page.child(token, "obl:agent") is not None
    ):
        return False
    found = stances(here.text.lower(), "adj")
    return bool(found) and found[0] != "demands"


def _particle(page: Page, token: int, word: str) -> str:
    """The particle of a word of stance, "" for none and for set phrases."""
    lemma = f"{page.tokens[token].lemma.lower()} "
    return word.removeprefix(lemma) if word.startswith(lemma) else ""


def _has_particle(page: Page, token: int, particle: str) -> bool:
    last = token + 1 + len(particle.split())
    words = (page.tokens[t].text.lower() for t in range(token + 1, min(last, len(page.tokens))))
    dated = {t.start for t in page.reading.times}
    if " ".join(POSSESSIVES.get(w, w) for w in words) == particle and not _is_of_time(page, last, dated):
        return True
    own = [page.tokens[c].text.lower() for c in page.children(token, "compound:prt")]
    if particle in own or any(page.tokens[c].text.lower() == particle for c in page.children(token, "advmod")):
        return True
    return not own and any(
        case(page, c) == particle and not _is_of_time(page, c, dated)
        for c in page.children(token)
        if page.tokens[c].deprel.startswith(("obl", "nmod", "advcl"))
    )


def _is_of_time(page: Page, token: int, dated: set[int]) -> bool:
    """True for "on Monday" and "for up to 180 days", which are no objects of "agree on" and "call for"."""
    if token >= len(page.tokens):
        return False
    counted = page.tokens[token].lemma.lower() in UNITS and page.child(token, "nummod") is not None
    return counted or page.tokens[token].start in dated


def _holders(page: Page, voices: Voices, token: int) -> list[Holder]:
    """Who takes the stand: to whom a thing is welcome or not, the speakers of a cue, else whose the noun is or who the
    subject is, else who speaks.
    """
    here = page.tokens[token]
    if is_said_not_to_be(page, token):
        return voices.speakers(token)
    if is_high_time(page, token):
        return voices.speakers(token) or voices.holders(doers(page, max(0, page.head(token))))
    agents = _agents(page, token)
    found = voices.holders(agents or judges(page, token))
    if agents and not found:
        return []
    if not found and here.upos in ("VERB", "NOUN"):
        found = _joint(page, token, voices.cued(token), voices.holders(doers(page, token)))
    if not found and here.upos == "NOUN":
        of = (_expressing(page, token), owners(page, token), _lender(page, token))
        found = next((h for heads in of if (h := voices.holders(heads))), []) or voices.states(owners(page, token))
    heads: list[int] = []
    if not found:
        at = predicate_of(page, token) if here.upos in ("ADP", "SCONJ") else token
        heads = [] if is_pressed(page, token) else doers(page, at, patient=_is_adjectival(page, at))
        found = voices.holders(heads)
    if not found and here.upos in ("ADP", "SCONJ"):
        return []
    if not found and here.upos == "NOUN" and (page.child(token, "cop") is None or is_pressed(page, token)):
        return []
    if not found and here.upos == "VERB" and _is_asked_by_a_text(page, token, heads):
        return voices.holders([owner for head in heads for owner in owners(page, head)])
    return found or voices.speakers(token)


def _joint(page: Page, token: int, cued: list[Holder], doing: list[Holder]) -> list[Holder]:
    """The speakers of a cue, and who else speaks with them: "Germany and Qatar proposed".

    A verb's own subject speaks before somebody of another sentence.
    """
    if page.tokens[token].upos != "VERB":
        return cued
    here = page.sentence_of(token).span
    plain = [holder for holder in doing if holder.how in ("party", "person", "body", "both")]
    if doing and is_made(page, token):
        return doing
    if cued and plain and not any(here.covers(holder.party[1]) for holder in cued):
        return [replace(holder, how="speaker") for holder in plain]
    known = {holder.party[0] for holder in cued}
    joint = bool(cued) and known <= {holder.party[0] for holder in doing}
    others = (h for h in plain if joint and h.party[0] not in known)
    return [*cued, *(replace(h, how="speaker") for h in others)]


def _is_asked_by_a_text(page: Page, token: int, heads: list[int]) -> bool:
    """True for what a document asks, not those who tell of it: "the draft calls for a truce, the envoy said"."""
    asking = stances(page.tokens[token].lemma.lower(), "verb") or _sense(page, token)[1]
    texts = [head for head in heads if document_classes(noun_lemma(page, head))]
    return bool(texts) and len(texts) == len(heads) and asking[:1] in (("demands",), ("proposes",))


def _agents(page: Page, token: int) -> list[int]:
    """Who is named as the doer of a passive: "a claim denied by the general", "backed by warplanes"."""
    agents = [c for c in page.children(token, "obl") if page.tokens[c].deprel == "obl:agent"]
    if not agents and page.tokens[token].xpos == "VBN":
        agents = [c for c in page.children(token, "obl") if case(page, c) == "by"]
    return [c for agent in agents for c in page.conjuncts(agent)]


def _expressing(page: Page, noun: int) -> list[int]:
    """Who gives voice to a stance, which is then his or her own: "the minister expressed the ministry's support"."""
    verb = page.head(noun)
    if verb < 0 or page.tokens[noun].deprel != "obj" or page.tokens[verb].lemma.lower() not in EXPRESSING:
        return []
    return doers(page, verb)


def _lender(page: Page, noun: int) -> list[int]:
    """The subject of the verb a noun of stance is object of: "expressed opposition"."""
    head, relation = page.head(noun), page.tokens[noun].deprel.partition(":")[0]
    lent = head >= 0 and relation in ("obj", "obl", "xcomp") and not is_received(page, noun)
    return doers(page, head) if lent else []


def _modal(page: Page, voices: Voices, token: int) -> Iterator[Candidate]:
    """What the speaker wants done, or will do: "must", "should", "will not"."""
    if page.tokens[token].upos not in ("VERB", "NOUN", "ADJ"):
        return
    auxiliary = modal(page, token) or _semi_modal(page, token)
    if not auxiliary:
        return
    hypothesis = OBLIGATION.get(auxiliary) or INTENTION.get(auxiliary)
    if not hypothesis or _is_inverted(page, token):
        return
    if _sense(page, token)[1] and auxiliary in INTENTION:
        return
    doing = voices.holders(doers(page, token, patient=True))
    own_parties = {h.party[0] for h in doing if h.how != "both"}
    issue = voices.clipped(token, verb_phrase(page, token))
    for holder in voices.speakers(token) or (doing if auxiliary in INTENTION else []):
        own = hypothesis == "demands" and holder.party[0] in own_parties and not _is_awaited(page, token)
        stance = "supports" if own else hypothesis
        yield _turned(page, voices, Candidate("modal", token, auxiliary, (stance,), holder, issue, token))


def _is_inverted(page: Page, token: int) -> bool:
    """True for a condition without "if", "should it renew the deal", and for a question."""
    subject = page.child(token, "nsubj", "nsubj:pass")
    if subject is None:
        return False
    modals = [c for c in page.children(token, "aux") if page.tokens[c].xpos == "MD" and c < subject]
    return any(c == 0 or page.tokens[c - 1].lemma.lower() not in FRONTED for c in modals)


def _is_awaited(page: Page, token: int) -> bool:
    """True for what others must do for one: "we must see deeds", "we need guarantees"."""
    return page.tokens[token].lemma.lower() in AWAITING


def _semi_modal(page: Page, token: int) -> str:
    """The governor of an infinitive as its modal: "need to go", "has to go"; not that of "all it needs to do" or
    "has yet to do".
    """
    head = page.head(token)
    if head < 0 or page.tokens[token].deprel != "xcomp":
        return ""
    lemma = page.tokens[head].lemma.lower()
    if any(page.tokens[c].lemma.lower() == "yet" for c in page.children(head, "advmod")):
        return ""
    if page.tokens[head].deprel == "acl:relcl" and page.child(token, "obj", "ccomp", "xcomp", "nsubj:pass") is None:
        return ""
    return lemma if lemma in ("need", "have", "ought") else ""


def _turned(page: Page, voices: Voices, candidate: Candidate) -> Candidate:
    """The candidate as its complement, negation and conditions leave it."""
    found, no, hangs = turned(page, candidate.trigger, candidate.about, candidate.word, candidate.stances)
    if not no and found[0] == "supports" and candidate.word in WISHING and _is_of_others(page, voices, candidate):
        found = ("demands", *found)
    if no and _is_balanced(page, candidate):
        found = ("undecided", *found)
    if found == candidate.stances and not no and not hangs:
        return candidate
    return replace(candidate, stances=found, negated=no, conditional=hangs)


def _is_balanced(page: Page, candidate: Candidate) -> bool:
    """True for "neither accepted nor refused the plan": a word and its opposite, both denied."""
    others = [_sense(page, j)[1] for j in joined(page, candidate.trigger) if is_negated(page, j)]
    return any(other[0] in OPPOSED.get(candidate.stance, ()) for other in others if other)


def _is_of_others(page: Page, voices: Voices, candidate: Candidate) -> bool:
    """True where it is others who are to do what is wished: "hopes that the rebels will return to the talks"."""
    clause = page.child(candidate.trigger, "ccomp")
    subject = page.child(clause, "nsubj") if clause is not None else None
    if subject is None or page.tokens[subject].upos == "PRON":
        return False
    parties = {h.party[0] for h in voices.holders([subject])}
    return bool(parties) and candidate.holder.party[0] not in parties
