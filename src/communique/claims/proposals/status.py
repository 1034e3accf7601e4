"""What became of a document: by the words that govern it and their tense, else by what kind of document it is."""

from collections.abc import Sequence

from communique.claims.clauses import case, modal, noun_lemma
from communique.claims.proposals.grouping import Document
from communique.claims.proposals.mentions import Mention
from communique.claims.proposals.naming import status_words
from communique.lexicon.documents import STATUSES
from communique.model.page import Page
from communique.model.reading import Token

DECISIVE = ("signed", "violated", "collapsed", "rejected", "revised", "in_force", "agreed", "submitted", "floated")
"""Statuses that something done gives, the one that counts first first."""

OPEN = frozenset({"VB", "VBG"})
"""Tags of verbs that tell of what is being tried: "to reach a deal", "nearing a deal"."""

PENDING = {"agreed": "under_discussion", "signed": "under_discussion", "submitted": "floated"}
"""What is left of a status when its verb is in the future or being tried."""

ENDED = frozenset({"collapsed", "violated"})
"""What somebody may, must or threatens to do to an accord, but has not done."""

OFFERED = frozenset({"floated", "submitted"})
"""What is done to a document: one that "envisages" or "proposes" something tells what it contains."""

LASTS = frozenset({"effect", "force", "hold", "place", "root", "shape"})
"""What a document takes, enters or comes into when it begins to hold."""

BINDING = frozenset(
    "allow bind commit compel empower enable entitle forbid give grant guarantee oblige obligate permit prohibit "
    "provide recognise recognize require secure stipulate".split()
)
"""What an agreement does that has been reached."""

PARTS = frozenset("article chapter clause element half item majority outline page paragraph part point".split())
"""Who has agreed on these of a document has not agreed on the whole."""

POSSIBLE = frozenset("early eventual future imminent possible potential prospective proposed speedy swift".split())

TREATIES = frozenset(
    "accord agreement armistice charter convention covenant declaration pact protocol treaty truce".split()
)
"""Nouns of what holds where it is called by a name: "the Rio treaty"."""

PUT = frozenset({"initial", "name", "signature"})
"""What is put to a document that is signed."""

ENDING = frozenset({"end", "conclude", "close", "finish", "wrap"})
"""What is done with talks that bring an agreement."""

PROLONGING = frozenset({"extend", "prolong", "renew"})

INDEFINITE = frozenset({"a", "an", "any", "no"})

LASTING = frozenset({"during", "under", "despite", "amid", "since", "throughout"})
"""Prepositions before what is in force: "during the truce", "since the agreement"."""

MANAGING = frozenset({"help", "manage", "succeed"})
"""Verbs that tell that what they govern has come about."""

FOLLOWED = frozenset({"after", "by", "since"})
"""What stands before a verb in "-ing" that tells of something done: "after agreeing a truce"."""

HOLDING = frozenset({"truce", "sanctions", "resolution"})
"""Kinds of which it counts more that they hold than that they were agreed."""

YEAR = 4
"""Digits in a year."""

LAW = frozenset({"sanctions", "resolution"})
"""Kinds that stay in force when somebody violates them."""

REFUSING = frozenset("balk decline oppose refrain refuse reject rule".split())

BASES = frozenset({"basis", "base", "foundation", "framework", "start", "point"})
"""What a draft is accepted as that is to be negotiated."""

WANTING = frozenset("advocate back call demand favor favour prefer seek support urge want".split())
"""What is done about what is not there yet."""

CONCLUDED = frozenset({"agreed", "signed"})
"""Statuses of what two sides have bound themselves to."""

AWAITED = frozenset({"before", "once", "until", "when"})
"""With the present tense they open a clause of what is still to come."""
LIMITING = frozenset({"before", "until"})
"""Of these in any tense, where what would be done waits for it."""
PRESENT = frozenset({"VBP", "VBZ"})

STARTING = frozenset({"implement", "enact", "introduce"})
"""What is only meant to be put in force is a plan still."""

UNREAL = frozenset({"could", "may", "might", "would"})
"""Modals before what is only imagined: "a truce that would begin in March"."""

USUAL = {
    "resolution": "agreed",
    "sanctions": "in_force",
    "agreement": "under_discussion",
    "truce": "in_force",
    "draft": "under_discussion",
    "joint": "agreed",
    "proposal": "floated",
    "plan": "floated",
    "ultimatum": "submitted",
}
"""The status of a document of which the report says nothing else."""


def status_of(page: Page, document: Document) -> tuple[str, int]:
    """The status and the token that gives it (the noun itself when only its kind does).

    News tells first what matters most, so the first mention counts of which the report says what became of it; what
    was put forward is talked about where another says so.
    """
    kinds = [kind for mention in document.mentions for kind in mention.kinds]
    told = [found for m in document.mentions if (found := _told_of(page, m, kinds)) is not None]
    if told:
        is_talked_of = (found for found in told if found[0] == "under_discussion")
        status, token = next(is_talked_of, told[0]) if told[0][0] in OFFERED else told[0]
        return ("in_force" if status in ENDED and LAW & set(kinds) else status), token
    return _usual(page, document, kinds), document.first.head


def _usual(page: Page, document: Document, kinds: Sequence[str]) -> str:
    """What a document is by its kind: "a truce" is sought; "the truce" and somebody's hold, as do treaties by name."""
    if "truce" in kinds and _is_sought(page, document):
        return "under_discussion"
    if any({"agreement", "draft", "truce"} & set(m.kinds) and _is_known(page, m) for m in document.mentions):
        return "in_force"
    if any("resolution" in m.kinds and _is_standing(page, m) for m in document.mentions):
        return "in_force"
    return next((USUAL[kind] for kind in kinds if kind in USUAL), "under_discussion")


def _is_standing(page: Page, mention: Mention) -> bool:
    """True for resolutions that a report refers to: by their number, or all there are."""
    return page.text(mention.name)[-1:].isdigit() or page.tokens[mention.head].xpos in ("NNS", "NNPS")


def _is_sought(page: Page, document: Document) -> bool:
    """True for "a truce" that nobody owns and nothing dates."""
    if any(page.child(m.head, "nmod:poss") is not None or _is_known(page, m) for m in document.mentions):
        return False
    return any(page.tokens[c].lemma.lower() in INDEFINITE for c in page.children(document.first.head, "det"))


def _is_known(page: Page, mention: Mention) -> bool:
    """True for a treaty by its full name, and for one called by a year that has passed: "the 1929 agreement"."""
    tokens = [page.tokens[t] for t in page.tokens_in(mention.name)]
    years = [t.text for t in tokens if t.text.isdigit() and len(t.text) == YEAR]
    named = len(tokens) > 1 and all(t.text[:1].isupper() for t in tokens if t.upos not in ("ADP", "DET", "CCONJ"))
    short = page.tokens[mention.head].text.isupper()
    if noun_lemma(page, mention.head) in TREATIES and any(_is_capital(t) for t in tokens[:-1]) and not short:
        return True
    return any("1800" < year < page.report.day[:YEAR] for year in years) or (named and not short)


def _is_capital(token: Token) -> bool:
    return token.upos == "PROPN" and token.text[:1].isupper()


def _told_of(page: Page, mention: Mention, kinds: Sequence[str]) -> tuple[str, int] | None:
    """The status that the words around one mention give, and the token that gives it."""
    found: dict[str, int] = {}
    is_talked_of = False
    said = list(status_words(page, Document((mention,))))
    for given, relation, token in said:
        status = "under_discussion" if _is_negotiated(given, relation, kinds) or _is_talk(page, token) else given
        status = "agreed" if _ends_with(page, mention, token) else status
        status = "collapsed" if _has_passed(page, token, kinds) else status
        if status == "signed" and page.tokens[token].deprel == "acl":
            broken = ((ended, verb) for ended, _, verb in said if ended in ENDED and is_done(page, verb))
            return next(broken, (status, token))  # whatever else is done with it: "discussed the accord signed by"
        if is_talked_of and status == "in_force":
            continue  # what began are the talks about it
        if _acts(page, mention, token):
            continue  # what it does is done to something else: "the treaty which ended the war"
        if status in OFFERED and page.tokens[mention.head].deprel == "nsubj" and page.head(mention.head) == token:
            continue  # what it tells of are its contents
        is_talked_of = is_talked_of or (status == "under_discussion" and relation == "noun")
        found.setdefault(_as_told(page, status, token, kinds), token)
    if "collapsed" in found and page.tokens[found["collapsed"]].lemma.lower() == "expire":
        longer = (token for given, _, token in said if given == "in_force" and _is_prolonged(page, token))
        found = next(({"in_force": token} for token in longer), found)
    if case(page, mention.head) in LASTING and HOLDING & set(kinds):
        found.setdefault("in_force", mention.head)
    if not found and "agreement" in kinds and (bound := _bound(page, mention)) is not None:
        return bound
    if "under_discussion" in found and len(found) > 1 and not is_done(page, found["under_discussion"]):
        return "under_discussion", found["under_discussion"]
    first = () if HOLDING & set(kinds) else ("signed", "agreed")
    return next(((status, found[status]) for status in (*first, *DECISIVE, *STATUSES) if status in found), None)


def _is_prolonged(page: Page, verb: int) -> bool:
    """True for what gives more time to what ran out: "was extended", "agreed to extend"."""
    above = page.head(verb) if page.tokens[verb].deprel == "xcomp" else -1
    is_settled = above >= 0 and page.tokens[above].lemma.lower() == "agree"
    return page.tokens[verb].lemma.lower() in PROLONGING and (is_settled or is_done(page, verb))


def _is_negotiated(status: str, relation: str, kinds: Sequence[str]) -> bool:
    """True for "a proposed deal": two sides talk about what would bind both."""
    return status == "floated" and relation == "participle" and bool({"agreement", "truce"} & set(kinds))


def _ends_with(page: Page, mention: Mention, verb: int) -> bool:
    """True for "ended two days of talks with an agreement", which is what came of them."""
    return case(page, mention.head) == "with" and page.tokens[verb].lemma.lower() in ENDING


def _has_passed(page: Page, verb: int, kinds: Sequence[str]) -> bool:
    """True for "the deadline passed"."""
    return "ultimatum" in kinds and page.tokens[verb].lemma.lower() == "pass"


def _is_talk(page: Page, verb: int) -> bool:
    """True for "held talks over a plan": what is held is about it."""
    return page.tokens[verb].lemma.lower() == "hold" and page.child(verb, "obj") is not None


def _acts(page: Page, mention: Mention, verb: int) -> bool:
    """True for a verb of which the document is the subject and something else the object."""
    things = page.children(verb, "obj")
    if not things or any(page.tokens[t].lemma.lower() in LASTS for t in things) or page.tokens[verb].upos != "VERB":
        return False
    relative = page.head(verb) == mention.head and page.tokens[verb].deprel == "acl:relcl"
    subjects = [page.tokens[s].text.lower() for s in page.children(verb, "nsubj")]
    if relative:
        return any(word in ("which", "that") for word in subjects)
    return page.tokens[mention.head].deprel == "nsubj" and page.head(mention.head) == verb


def _bound(page: Page, mention: Mention) -> tuple[str, int] | None:
    """The status of an agreement by what it does or what is done under it; whose names are put to it."""
    verb, relation = page.head(mention.head), page.tokens[mention.head].deprel
    if verb < 0 or modal(page, verb):
        return None
    if relation == "nsubj" and page.tokens[verb].lemma.lower() in BINDING and page.child(verb, "obj") is not None:
        return ("in_force" if _is_known(page, mention) else "agreed"), verb
    prepositional = case(page, mention.head)
    if relation == "obl" and prepositional == "to" and page.tokens[verb].lemma.lower() == "put":
        put = any(page.tokens[c].lemma.lower() in PUT for c in page.children(verb, "obj"))
        return ("signed", verb) if put else None
    if prepositional == "under" and relation in ("obl", "nmod"):
        new = any(page.tokens[c].lemma.lower() in INDEFINITE for c in page.children(mention.head, "det"))
        return ("agreed" if new else "in_force"), mention.head
    return None


def _as_told(page: Page, status: str, token: int, kinds: Sequence[str]) -> str:
    """The status as its verb leaves it: refused ("refuses to discuss"), or only intended.

    A proposal that somebody has made or is to accept has been submitted.
    """
    if status == "agreed" and (_is_of_parts(page, token) or _is_basis(page, token)):
        return "under_discussion"
    if page.tokens[token].lemma.lower() == "expire" and _is_to_come(page, token):
        return "in_force"
    above = page.head(token)
    governed = page.tokens[token].deprel.partition(":")[0] in ("xcomp", "obj", "advcl", "ccomp")
    if above >= 0 and governed and page.tokens[above].lemma.lower() in REFUSING:
        return "rejected"
    if is_done(page, token):
        if status in OFFERED and "joint" in kinds:
            return "agreed"
        made = page.tokens[token].lemma.lower() == "make" and "agreement" not in kinds
        return "submitted" if made and status == "agreed" else status
    if page.tokens[token].lemma.lower() in STARTING or (status == "in_force" and modal(page, token) in UNREAL):
        return "floated"
    if status in ENDED:
        is_told = page.tokens[token].xpos == "VBG" or modal(page, token) == "will"
        return status if is_told else "in_force"
    if status in CONCLUDED and _is_awaited(page, token):
        return "under_discussion"
    if status == "signed" and (modal(page, token) == "will" or page.child(token, "nsubj:pass") is not None):
        return "agreed"  # what is to be signed has been settled
    return "submitted" if status == "agreed" and "proposal" in kinds else PENDING.get(status, status)


def _is_of_parts(page: Page, verb: int) -> bool:
    """True for what is agreed of a part of a document: "agreed on 15 of 17 *articles*"."""
    inside = (t for c in page.children(verb, "obj", "obl") for t in page.subtree(c, without=("acl", "appos")))
    return any(page.tokens[t].lemma.lower() in PARTS for t in inside)


def _is_basis(page: Page, verb: int) -> bool:
    """True for "accepts the draft as a basis for talks", with which these begin."""
    roles = (c for c in page.children(verb, "obl", "nmod") if case(page, c) == "as")
    return any(page.tokens[c].lemma.lower() in BASES for c in roles)


def is_done(page: Page, token: int) -> bool:
    """True for what is told as a fact: no modal, no infinitive. Of a title's "states sign plan" the verb may be tagged
    as one, but it has a subject and no "to".
    """
    if page.tokens[token].upos == "NOUN" and POSSIBLE & {
        page.tokens[c].lemma.lower() for c in page.children(token, "amod")
    }:
        return False
    if _has_come_about(page, token):
        return True
    is_told = page.child(token, "nsubj") is not None and page.child(token, "mark", "aux") is None
    return (page.tokens[token].xpos not in OPEN or is_told) and not modal(page, token) and not _is_supposed(page, token)


def _has_come_about(page: Page, token: int) -> bool:
    """True for "managed to seal a deal" and "after agreeing a truce"."""
    if page.tokens[token].xpos == "VBG":
        before = page.children(token, "mark", "case")
        return any(page.tokens[c].text.lower() in FOLLOWED for c in before)
    above = page.head(token)
    managed = above >= 0 and page.tokens[above].lemma.lower() in MANAGING and page.tokens[above].xpos not in OPEN
    return managed and page.tokens[token].deprel.partition(":")[0] in ("xcomp", "ccomp") and not modal(page, above)


def _is_supposed(page: Page, token: int) -> bool:
    """True for "if it accepts the plan" and "was to be signed"."""
    words = {page.tokens[c].text.lower() for c in page.children(token, "mark")}
    return bool(words & {"if", "unless", "whether", "to"}) or _is_awaited(page, token) or _is_wanted(page, token)


def _is_wanted(page: Page, participle: int) -> bool:
    """True for "supports a settlement reached by both sides", of which there is none yet."""
    noun = page.head(participle) if page.tokens[participle].deprel == "acl" else -1
    is_object = noun >= 0 and (page.tokens[noun].deprel == "obj" or case(page, noun) == "for")
    if not is_object or page.head(noun) < 0:
        return False
    is_any = any(page.tokens[c].lemma.lower() in INDEFINITE for c in page.children(noun, "det"))
    return is_any and page.tokens[page.head(noun)].lemma.lower() in WANTING


def _is_awaited(page: Page, token: int) -> bool:
    """True for "before the accord is signed", and "would not open the border until an accord was signed"."""
    words = {page.tokens[c].text.lower() for c in page.children(token, "mark", "advmod")}
    above = page.head(token)
    is_open = above >= 0 and modal(page, above) in UNREAL and bool(words & LIMITING)
    return (is_open or _is_present(page, token)) and bool(words & AWAITED)


def _is_to_come(page: Page, token: int) -> bool:
    """True for "expires on Friday" and "will expire"."""
    return _is_present(page, token) or modal(page, token) == "will"


def _is_present(page: Page, token: int) -> bool:
    helpers = (page.tokens[c] for c in page.children(token, "aux:pass", "aux"))
    return page.tokens[token].xpos in PRESENT or any(t.xpos in PRESENT for t in helpers)
