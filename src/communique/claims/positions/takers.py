"""Who takes a stand: the subject of its word, whose the noun is, to whom a thing is welcome, or who speaks."""

from dataclasses import replace

from communique.claims.clauses import case, doers, negated, noun_lemma, owners
from communique.claims.holders import Holder, Voices
from communique.claims.positions.judgments import judges
from communique.claims.positions.nominal import bearer, nominal
from communique.claims.positions.opposing import is_high_time, is_said_not_to_be
from communique.claims.positions.others import is_made, is_pressed, is_received
from communique.claims.positions.senses import is_adjectival, sense
from communique.claims.positions.siding import SIDING, predicate_of
from communique.lexicon.documents import document_classes
from communique.lexicon.stances import stances
from communique.model.page import Page

EXPRESSING = frozenset(
    "affirm announce confirm declare emphasise emphasize express reaffirm reiterate repeat restate signal state stress "
    "underline underscore voice".split()
)
AGREEING = frozenset("accept agree decide resolve settle stipulate".split())


def takers(page: Page, voices: Voices, token: int) -> list[Holder]:
    """Who takes the stand: to whom a thing is welcome or not, the speakers of a cue, else whose the noun is or who the
    subject is, else who speaks.
    """
    here = page.tokens[token]
    if is_said_not_to_be(page, token):
        return voices.speakers(token)
    if is_high_time(page, token):
        return voices.speakers(token) or voices.holders(doers(page, max(0, page.head(token))))
    agents = agents_of(page, token)
    found = voices.holders(agents or judges(page, token))
    if agents and not found:
        return []
    if not found and here.upos in ("VERB", "NOUN"):
        found = _joint(page, token, voices.cued(token), voices.holders(doers(page, token)))
    if not found and here.upos == "NOUN":
        found = _whose(page, voices, token)
    return found or _by_subject(page, voices, token)


def _whose(page: Page, voices: Voices, noun: int) -> list[Holder]:
    """Whose stand a noun is."""
    own = owners(page, noun)
    if nominal(page, noun):
        own = own or bearer(page, noun)
        return voices.holders(own) or voices.states(own)
    of = (_expressing(page, noun), own, _lender(page, noun))
    return next((h for heads in of if (h := voices.holders(heads))), []) or voices.states(own)


def _by_subject(page: Page, voices: Voices, token: int) -> list[Holder]:
    """Who the subject is, else who speaks."""
    here = page.tokens[token]
    at = predicate_of(page, token) if here.upos in SIDING else token
    heads = [] if is_pressed(page, token) else doers(page, at, patient=is_adjectival(page, at))
    found = voices.holders(heads)
    if found or here.upos in SIDING:
        return found
    if here.upos == "NOUN" and (page.child(token, "cop") is None or is_pressed(page, token)):
        return []
    if here.upos == "VERB" and _is_asked_by_a_text(page, token, heads):
        return voices.holders([owner for head in heads for owner in owners(page, head)])
    return voices.speakers(token) or _all_sides(page, voices, token)


def _all_sides(page: Page, voices: Voices, token: int) -> list[Holder]:
    """The two main parties, for "it was agreed that prisoners should be freed"."""
    here, clause = page.tokens[token], page.child(token, "csubj", "ccomp")
    passive = here.lemma.lower() in AGREEING and page.child(token, "aux:pass") is not None
    if not passive or clause is None or page.child(token, "expl") is None:
        return []
    return [Holder((name, here.span), None, "both") for name in voices.main_parties()]


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
    asking = stances(page.tokens[token].lemma.lower(), "verb") or sense(page, token)[1]
    texts = [head for head in heads if document_classes(noun_lemma(page, head))]
    return bool(texts) and len(texts) == len(heads) and asking[:1] in (("demands",), ("proposes",))


def agents_of(page: Page, token: int) -> list[int]:
    """Who is named as the doer of a passive: "a claim denied by the general", "backed by warplanes"."""
    agents = [c for c in page.children(token, "obl") if page.tokens[c].deprel == "obl:agent"]
    if not agents and page.tokens[token].xpos == "VBN":
        agents = [c for c in page.children(token, "obl") if case(page, c) == "by"]
    named = (c for agent in agents for c in page.conjuncts(agent))
    return [c for c in named if not negated(page, c)]  # "accepted by one but not by the other"


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
