"""Clauses that may say where somebody stands: a word of stance or a modal, whoever holds it, and what it is about."""

from collections.abc import Iterator
from dataclasses import replace

from communique.claims.clauses import doers, modal, phrase, verb_phrase
from communique.claims.holders import Voices
from communique.claims.positions.candidate import Candidate
from communique.claims.positions.issues import about_of, issue_of, joined, meant, tells
from communique.claims.positions.judgments import LABELLING, judgment, named
from communique.claims.positions.opposing import needed
from communique.claims.positions.others import (
    FORETELLING,
    is_alleged,
    is_conversation,
    is_courtesy,
    is_denied,
    is_foretold,
    is_missed,
    is_only_told,
    is_requested,
    is_visit,
    is_weighed,
)
from communique.claims.positions.senses import POS, is_adjectival, particle_of, sense
from communique.claims.positions.takers import agents_of, takers
from communique.claims.positions.turning import OBLIGATION, PREFERRING, is_fact, is_giving_up, is_negated, turned
from communique.claims.private import is_onlooker
from communique.lexicon.changes import removes
from communique.lexicon.people import further_agents, noun
from communique.lexicon.stances import stances
from communique.model.page import Page
from communique.model.span import Span

STATING = POS.keys() | {"ADP", "SCONJ"}
"""Parts of speech that can be a word of stance; "against" is one of them."""
INTENTION = {"will": "supports", "would": "supports", "can": "supports", "could": "open_to", "may": "open_to"}
AWAITING = frozenset("get have hear know receive see".split())
SETTLING = frozenset({"agree", "arrange", "decide", "settle"})
REACH = 4
"""So many words after "and" a further stand may be named: "and its firm opposition"."""

PRESS = frozenset("comment elaborate speculate".split())
WISHING = frozenset("expect hope like prefer wish".split())
OPEN = frozenset({"before", "if", "lest", "unless", "until", "whether"})
ASPECTS = frozenset("begin continue keep start".split())
"""Verbs that say how far along a stand is: "continues to demand" demands."""
UNFINISHED = frozenset({"final", "ready", "receive"})
"""Under "not" these tell of what is not there yet."""
RESTATING = frozenset(
    "affirm confirm emphasise emphasize reaffirm reiterate renew restate stress underline underscore".split()
)
"""Verbs whose object may be the stand that is told again: "reaffirmed its rejection of the plan"."""
OTHERWISE = (("rejects",), ("denies",), ("open_to",), ("conditional",), ("undecided",))
"""What such a stand may be that the verb does not say itself."""
HELD = (("demands",), ("rejects",), ("supports",))
"""What such a stand may be that somebody gives up or does not: "dropped its demand"."""
STAYING = frozenset({"become", "remain", "stay"})
"""Verbs that say with an adjective how a thing is to be."""
FRONTED = frozenset("neither never nor now only so then".split())
"""Behind these the order is inverted without a condition: "only then should it sign"."""
OPPOSED = {"accepts": ("rejects", "denies"), "supports": ("rejects", "denies"), "rejects": ("accepts", "supports")}
"""Stances of which both denied leave nothing decided."""
LABELLED = "call as"
"""How the lexicon has it that somebody calls a thing by a name that no list knows: "a barracks in our kitchen"."""
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
        stating = (t for t in range(sentence.first, sentence.last) if _may_state(page, t))
        for token in () if page.is_question(sentence) else stating:
            for one in (*_lexical(page, voices, token), *_modal(page, voices, token)):
                issue = meant(page, one.issue)
                if issue is not None and not is_onlooker(one.holder.party[0]):
                    yield one if issue == one.issue else _of_what_is_meant(page, one, issue)


def _may_state(page: Page, token: int) -> bool:
    here = page.tokens[token]
    return here.upos in STATING or here.lemma.lower() in PREFERRING


def _of_what_is_meant(page: Page, one: Candidate, issue: Span) -> Candidate:
    """The candidate about what "it" is: who urges others to reject it rejects that."""
    asked = sense(page, one.about)[1][:1] if one.about >= 0 else ()
    turned_round = one.stance == "demands" and asked == ("rejects",) and not is_negated(page, one.about)
    return replace(one, issue=issue, stances=("rejects", *one.stances) if turned_round else one.stances)


def _lexical(page: Page, voices: Voices, token: int) -> Iterator[Candidate]:
    calling = named(page, token)
    if calling is not None:
        yield from _judging(page, voices, token, calling)
        return
    word, possible = sense(page, token)
    if (
        not possible
        or _is_open(page, token)
        or _is_aspect(page, token)
        or is_fact(page, token, word)
        or is_conversation(page, token, word)
        or is_courtesy(page, token)
        or is_missed(page, token)
        or is_only_told(page, token)
        or is_alleged(page, token)
        or is_denied(page, token)
        or _is_unfinished(page, voices, token)
        or is_weighed(page, token)
        or is_requested(page, token)
        or is_visit(page, token, word)
        or _is_called_for(page, token)
        or _is_of_office(page, token)
        or _is_to_be_settled(page, token)
        or (modal(page, token) in OBLIGATION and voices.speakers(token))
    ):
        return
    about = about_of(page, voices, token, particle=particle_of(page, token, word))
    issue = _before_another(page, issue_of(page, voices, token, about))
    if issue is None or not tells(page, issue) or _is_of_talk(page, about) or _is_when_taken(page, token, about):
        return
    told = voices.clipped(token, issue)
    patients = _patients(page, voices, token)
    for holder in takers(page, voices, token):
        if holder.party[0] not in patients and not is_foretold(page, voices, token, holder):
            yield _turned(page, voices, Candidate("lexical", token, word, possible, holder, told, about))


def _is_when_taken(page: Page, noun: int, about: int) -> bool:
    """True for a clause that tells when or how a stand was taken, not which: "a position *it has held since May*"."""
    if about < 0 or page.tokens[noun].upos != "NOUN" or page.tokens[about].deprel != "acl:relcl":
        return False
    subject, opening = page.child(about, "nsubj"), page.subtree(about)[0]
    return page.head(about) == noun and subject == opening and page.tokens[opening].xpos == "PRP"


def _before_another(page: Page, issue: Span | None) -> Span | None:
    """An issue without the next stand that a list adds: "its support for the plan *and its opposition to bases*"."""
    if issue is None:
        return None
    words = page.tokens_in(issue)
    for at in words[1:-2]:
        if page.tree.folded[at] == "and" and page.tokens[at + 1].deprel == "nmod:poss":
            stand = page.head(at + 1)
            is_stand = bool(stances(page.tokens[stand].lemma.lower(), "noun") and page.children(stand, "nmod", "acl"))
            if stand <= at + REACH and is_stand:
                return page.span(words[0], at)
    return issue


def _patients(page: Page, voices: Voices, token: int) -> set[str]:
    """To whom a passive without a doer is done, who do not take that stand: "we were asked to leave"."""
    if is_adjectival(page, token) or agents_of(page, token):
        return set()
    return {h.party[0] for h in voices.holders(page.children(token, "nsubj:pass"))}


def _is_called_for(page: Page, token: int) -> bool:
    """True for a noun for what is demanded of its owner: "calls for Torvik's *withdrawal*"."""
    head, here = page.head(token), page.tokens[token]
    if here.upos != "NOUN" or head < 0 or not page.children(token, "nmod:poss"):
        return False
    asked = here.deprel.partition(":")[0] in ("obj", "obl", "nmod") and page.tokens[head].upos in ("VERB", "NOUN")
    return asked and sense(page, head)[1][:1] == ("demands",)


def _is_of_office(page: Page, token: int) -> bool:
    """True for somebody who loses an office: "dismissed the army chief", not "dismissed the offer"."""
    is_removing = page.tokens[token].upos == "VERB" and removes(page.tokens[token].lemma)
    gone = page.children(token, "obj", "nsubj:pass") if is_removing else []
    return any((r := page.referent_of_head(c)) is not None and r.kind == "person" for c in gone)


def _is_to_be_settled(page: Page, token: int) -> bool:
    """True for what nobody has agreed on yet: "the date will be agreed later"."""
    here = page.tokens[token]
    is_settling = here.lemma.casefold() in SETTLING and page.child(token, "nsubj:pass") is not None
    return is_settling and modal(page, token) in FORETELLING and not agents_of(page, token)


def _judging(page: Page, voices: Voices, verb: int, calling: tuple[int, int]) -> Iterator[Candidate]:
    """Where those stand who call a thing something; what somebody is called says nothing of the talks."""
    thing, predicate = calling
    word, possible = judgment(page, predicate)
    if not possible and page.tokens[verb].lemma.lower() in LABELLING and not _is_of_people(page, thing):
        word, possible = LABELLED, stances(LABELLED, "judgment")
    if not possible or is_negated(page, verb) or voices.holders([thing]) or not tells(page, phrase(page, thing)):
        return
    whole = voices.clipped(verb, phrase(page, thing))
    end = page.subtree(verb)[0] if page.head(verb) == thing else predicate
    inside = [t for t in page.tokens_in(whole) if t < end and page.tokens[t].upos != "PUNCT"]
    for holder in takers(page, voices, verb) if inside else ():
        issue = page.span(inside[0], inside[-1] + 1)
        yield Candidate("lexical", verb, word, possible, holder, issue, thing)


def _is_of_people(page: Page, head: int) -> bool:
    """True for people and their bodies, of whom what they are called tells no stand on the talks."""
    token = page.tokens[head]
    return noun(token.text) is not None or token.lemma.lower() in further_agents()


def _is_open(page: Page, token: int) -> bool:
    """True for what may come to be, or comes only later: "if it accepts", "before it signs"."""
    return any(page.tokens[c].text.lower() in OPEN and c < token for c in page.children(token, "mark"))


def _is_unfinished(page: Page, voices: Voices, token: int) -> bool:
    """True for what is not yet there, which nobody rejects by that: "the deal is not ready", "received no proposal"."""
    lemma = page.tokens[token].lemma.lower()
    if lemma not in UNFINISHED or not is_negated(page, token):
        return False
    return lemma == "receive" or not voices.holders(page.children(token, "nsubj"))


def _is_aspect(page: Page, token: int) -> bool:
    """True for "continues" in "continues to demand", for "reaffirmed" its rejection of the plan and for "dropped" its
    demand: the stand is that of the other word.
    """
    lemma = page.tokens[token].lemma.lower()
    clause, thing = page.child(token, "xcomp"), page.child(token, "obj")
    if lemma in ASPECTS:
        return clause is not None and bool(sense(page, clause)[1])
    if thing is not None and page.children(thing, "nmod:poss") and is_giving_up(page, token):
        return page.tokens[thing].upos == "NOUN" and sense(page, thing)[1][:1] in HELD
    return lemma in RESTATING and thing is not None and sense(page, thing)[1][:1] in OTHERWISE


def _is_of_talk(page: Page, about: int) -> bool:
    """True for what is said or not said to the press: "refused to comment", "a request for comment"."""
    inside = (about, *page.children(about, "obj", "obl", "nmod")) if about >= 0 else ()
    return any(page.tokens[t].lemma.lower() in PRESS for t in inside)


def _modal(page: Page, voices: Voices, token: int) -> Iterator[Candidate]:
    """What the speaker wants done, or will do: "must", "should", "will not"."""
    if page.tokens[token].upos not in ("VERB", "NOUN", "ADJ") and page.tokens[token].lemma.lower() not in PREFERRING:
        return
    auxiliary = modal(page, token) or _semi_modal(page, token)
    if not auxiliary:
        return
    hypothesis = OBLIGATION.get(auxiliary) or INTENTION.get(auxiliary)
    if not hypothesis or _is_inverted(page, token):
        return
    if sense(page, token)[1] and auxiliary in INTENTION:
        return
    doing = voices.holders(doers(page, token, patient=True))
    own_parties = {h.party[0] for h in doing if h.how != "both"}
    whole = needed(page, token) or (_state_of(page, token) if auxiliary in OBLIGATION else None)
    issue = voices.clipped(token, whole or verb_phrase(page, token))
    speaking = [] if auxiliary in OBLIGATION and _is_taken_by_others(page, voices, token) else voices.speakers(token)
    for holder in speaking or (doing if auxiliary in INTENTION else []):
        own = hypothesis == "demands" and holder.party[0] in own_parties and not _is_awaited(page, token)
        stance = "supports" if own else hypothesis
        yield _turned(page, voices, Candidate("modal", token, auxiliary, (stance,), holder, issue, token))


def _is_taken_by_others(page: Page, voices: Voices, token: int) -> bool:
    """True for what is somebody else's stand than the speaker's: "both agreed that it should be settled, X said"."""
    head = page.head(token)
    is_stand = head >= 0 and page.tokens[token].deprel == "ccomp" and bool(sense(page, head)[1])
    return is_stand and not voices.cued(head) and bool(voices.holders(doers(page, head)))


def _state_of(page: Page, token: int) -> Span | None:
    """What is to be done or be so, with what it is said of: "the port must be shared", "the ruling must be binding";
    None for what somebody is to do, who is told apart from it.
    """
    is_of_thing = page.child(token, "nsubj:pass", "cop") is not None or page.tokens[token].lemma.lower() in STAYING
    subject = page.child(token, "nsubj:pass", "nsubj")
    if not is_of_thing or subject is None or page.tokens[subject].upos not in ("NOUN", "PROPN"):
        return None
    return phrase(page, token)


def _is_inverted(page: Page, token: int) -> bool:
    """True for a condition without "if", "should it renew the deal", and for a question."""
    subject = page.child(token, "nsubj", "nsubj:pass")
    if subject is None or (modal(page, token) in OBLIGATION and needed(page, token)):
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
    if lemma == "go" and page.tokens[head].xpos == "VBG" and page.child(head, "aux") is not None:
        return "will"
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
    others = [sense(page, j)[1] for j in joined(page, candidate.trigger) if is_negated(page, j)]
    return any(other[0] in OPPOSED.get(candidate.stance, ()) for other in others if other)


def _is_of_others(page: Page, voices: Voices, candidate: Candidate) -> bool:
    """True where it is others who are to do what is wished: "hopes that the rebels will return to the talks"."""
    clause = page.child(candidate.trigger, "ccomp")
    subject = page.child(clause, "nsubj") if clause is not None else None
    if subject is None or page.tokens[subject].upos == "PRON":
        return False
    parties = {h.party[0] for h in voices.holders([subject])}
    return bool(parties) and candidate.holder.party[0] not in parties
