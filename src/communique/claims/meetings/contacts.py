"""Does a mention tell of a contact of parties at all, and not of "no meeting", "met demands" or a journey home?"""

from collections.abc import Callable, Mapping

from communique.claims.meetings.actors import is_press
from communique.claims.meetings.circumstances import when
from communique.claims.meetings.encounter import Encounter, Words
from communique.claims.meetings.papers import AGREEING, NAMES, PASSING, SIGNING, is_of_message
from communique.claims.meetings.places import place
from communique.claims.meetings.sitters import is_sent, meets_somebody, sit_together
from communique.claims.meetings.status import negated
from communique.claims.meetings.syntax import preposition
from communique.claims.meetings.travel import BACK, is_homeward, is_resumed
from communique.claims.meetings.triggers import LINES, TRAVEL, Trigger, first_told
from communique.lexicon.cities import state_of_place
from communique.lexicon.encounters import audiences
from communique.model.claim import Field
from communique.model.meeting import PLANNED
from communique.model.page import Page

PLAIN = frozenset(
    {"come", "return", "land", "leave", "drive", "sail", "get", "due", "await", "expect", "invite", "proceed"}
)
"""Words for travel of which much else is told."""

OF_BOTH = frozenset({"exchange", "compare"})
"""Verbs that tell of a contact with an object of words: "exchanged views", "compared notes"."""

OF_PERSONS = frozenset({"call", "ring", "welcome", "greet", "receive", "entertain", "host", "contact", "approach"})
"""Verbs that tell of a contact only with a person as object."""

ENVOYS = frozenset(
    "ambassador attaché commissioner consul counterpart delegate delegation diplomat envoy emissary".split()
)
ENVOYS |= {"chargé", "charge", "legate", "minister", "mission", "negotiator", "nuncio", "president", "representative"}
"""Whom a state receives, or a ministry summons, from another."""

BARTERED = frozenset(
    {"fire", "gunfire", "shot", "blow", "prisoner", "hostage", "captive", "detainee", "body", "remain", "territory"}
)
"""What is exchanged and is no message."""

MUTUAL = frozenset({"meet", "gather", "convene", "assemble", "negotiate", "confer", "reconvene", "huddle", "haggle"})
MUTUAL |= {"reassemble", "wrangle", "bargain", "dicker", "parley", "deliberate", "closet", "cloister", "breakfast"}
"""Verbs that tell of a contact without naming the other side: "the two met"."""

SHARED = frozenset(
    {"sit", "talk", "consult", "argue", "debate", "dine", "lunch", "converse", "resume", "adjourn", "chat"}
)
"""Verbs that do so only of several who are of both sides: "the delegations sat until midnight"."""

MET = frozenset({"", "to", "with"})
"""What stands before those who are met or spoken to, or nothing."""

REGIONS = frozenset({"capital", "region"})
"""Where one travels whose place has no name."""

SERIAL = frozenset({"round", "session", "sitting", "instalment", "installment", "plenary", "meeting"})
"""Nouns for one of several meetings of the same sides."""

MANNER = frozenset({"face", "time", "hour", "day", "week", "night", "morning", "afternoon", "evening"})
"""What may stand as an object of "met" and is nothing that is met: "met face-to-face", "met three times"."""

LONG = frozenset({"hour", "hours", "minute", "day", "marathon", "closed", "door", "night"})
"""Parts of words before a session that took place: "the three-hour session", "a closed-door sitting"."""

OWN = frozenset({"her", "his", "its", "their"})
SUPERIORS = frozenset(
    "base boss cabinet capital command commander government headquarters leader leadership minister party principal "
    "superior supporter".split()
)
"""Whose they are, who meets with them: "their leaderships"."""

BALLOTS = frozenset(
    {"vote", "votes", "voting", "ballot", "ballots", "election", "elections", "poll", "polls", "runoff"}
)
BALLOTS |= {"run-off", "voters", "electoral", "presidential", "candidate", "candidates", "pollsters"}
"""Words beside which a second round is one of an election."""

ORDINAL = ("first", "second", "third", "1st", "2nd", "3rd", "th")
"""Endings of ordinal numbers."""


def is_told(page: Page, trigger: Trigger, fate: str, said: Words) -> bool:
    """False where no contact is told of, whoever stands beside: "no meeting", "did not meet", "went home"."""
    verb = trigger.token
    if _is_within_side(page, trigger) or (trigger.verbal and _is_asked(page, verb)):
        return False
    if not trigger.verbal:
        is_none = said.none and fate in ("held", "under_way", "scheduled", "")
        is_full = (
            said.partnered
            or not trigger.weak
            or _is_of_series(page, trigger, said)
            or _is_settled(page, trigger, fate)
            or _is_long(page, trigger)
        )
        return is_full and not is_none and not _is_barter(page, trigger)
    if fate == "" and negated(page, verb):
        return False
    if trigger.format in TRAVEL:
        is_between = said.partnered and (trigger.format == "shuttle" or _is_calling(page, verb))
        is_there = is_between or place(page, trigger) is not None or _is_of_region(page, verb)
        return is_there and not is_homeward(page, verb, "home", "back")
    if (trigger.spoken and _is_to_audience(page, verb)) or _is_of_press(page, verb, said):
        return False
    return not any(page.tokens[c].text.casefold() == "without" for c in page.children(verb, "mark", "case"))


def _is_within_side(page: Page, trigger: Trigger) -> bool:
    """True for "consult with their capitals": no contact of parties."""
    beside = (c for head in trigger.heads for c in page.children(head, "obl", "nmod"))
    partners = (c for c in beside if preposition(page, c) == "with")
    own = (c for c in partners if page.tokens[c].lemma.casefold() in SUPERIORS)
    return any(page.tree.folded[p] in OWN for c in own for p in page.children(c, "nmod:poss"))


def _is_asked(page: Page, verb: int) -> bool:
    """True for what a question asks whether it was so: "Did X meet Y in Graustark?"."""
    subject = page.child(verb, "nsubj", "nsubj:pass")
    if subject is None or not page.is_question(page.sentence_of(verb)):
        return False
    return any(c < subject for c in page.children(verb, "aux"))


def _is_to_audience(page: Page, verb: int) -> bool:
    """True for "spoke to parliament", "speaking to supporters"."""
    told = (c for c in page.children(verb, "obl") if preposition(page, c) == "to")
    return any(page.tokens[c].lemma.casefold() in audiences() for c in told)


def _is_of_press(page: Page, verb: int, said: Words) -> bool:
    """True for "met reporters", "The Torvik Courier met her in Graustark": an interview."""
    met = () if said.partnered else page.children(verb, "obj", "obl")
    asked = [c for c in met if preposition(page, c) in MET]
    return any(is_press(page, c) for c in (*page.children(verb, "nsubj"), *asked))


def _is_of_series(page: Page, trigger: Trigger, said: Words) -> bool:
    """True for a round or session that is one of several: "the third round", "a first session", "its 19th sitting"."""
    if page.tokens[trigger.token].lemma.casefold() not in SERIAL:
        return False
    sentence = page.sentence_of(trigger.token)
    if not BALLOTS.isdisjoint(page.tree.folded[sentence.first : sentence.last]):
        return False
    near = (c for h in trigger.heads for c in page.children(h, "amod", "nummod"))
    return bool(said.apart) or any(page.tokens[c].text.casefold().endswith(ORDINAL) for c in near)


def _is_long(page: Page, trigger: Trigger) -> bool:
    """True for a session of which is told how long it took or how it was: "the three-hour session"."""
    noun = trigger.token
    is_of_many = page.tokens[noun].lemma.casefold() in SERIAL
    return is_of_many and noun > 1 and page.tree.folded[noun - 1] in LONG and page.tokens[noun - 2].text in ("-", "‐")


def _is_settled(page: Page, trigger: Trigger, fate: str) -> bool:
    """True for what has a day or place and is to be, has both and is proposed, or was called off."""
    if trigger.format in ("call", "exchange"):
        return fate not in ("refused", "proposed") and page.tokens[trigger.token].lemma.casefold() in LINES
    told = (when(page, trigger) is not None) + (place(page, trigger) is not None)
    return fate in ("postponed", "cancelled") or (fate in PLANNED and told > (fate == "proposed"))


def is_contact(page: Page, found: Encounter) -> bool:
    """False where those named make no contact of parties: "met demands", "spoke to reporters", "went to school"."""
    if not found.trigger.verbal:
        return True
    if found.format in TRAVEL and not _is_calling(page, found.trigger.token):
        if found.format == "shuttle" and found.words.partnered:
            return bool(found.actors)
        where = place(page, found.trigger)
        if where is None:
            return _is_of_region(page, found.trigger.token) and bool(found.ruled.sides)
        return _are_travelling(page, found) and not _is_at_home(found, where)
    return _is_of_two(page, found)


def _is_calling(page: Page, verb: int) -> bool:
    """True for "called on the minister", a visit wherever that is."""
    return page.tokens[verb].lemma.casefold() == "call"


def _is_of_region(page: Page, verb: int) -> bool:
    """True for "will visit the two capitals", "arrives in the region"."""
    goals = page.children(verb, "obj", "obl")
    return any(page.tokens[g].lemma.casefold() in REGIONS for g in goals)


def _are_travelling(page: Page, found: Encounter) -> bool:
    """True where somebody travels who is somebody's: for plain words such as "come" the clause itself must say who."""
    verb = found.trigger.token
    if page.tokens[verb].lemma.casefold() in PLAIN:
        return bool(found.ruled.sides) or is_sent(page, verb)
    return bool(found.actors)


def _is_of_two(page: Page, found: Encounter) -> bool:
    """True for a verb that has, or needs no, partner."""
    if _is_shared(page, found):
        return True
    _, rule = _RULES.get(page.tokens[found.trigger.token].lemma.casefold(), ("", _is_partnered))
    return rule(page, found)


def way(page: Page, trigger: Trigger) -> str:
    """In which way the trigger tells of a contact, whatever its lemma: "signing", "mutual", "travel", "strong" noun."""
    lemma = page.tokens[trigger.token].lemma.casefold()
    if not trigger.verbal:
        return "weak" if trigger.weak else "strong"
    if trigger.format in TRAVEL:
        return "travel"
    return "shared" if lemma in SHARED else _RULES.get(lemma, ("partnered", _is_partnered))[0]


def _is_mutual(page: Page, found: Encounter) -> bool:
    """True for "the two met", "met the envoy", not "met demands", "set a deadline and met it"."""
    verb = found.trigger.token
    if any(page.tree.folded[o] == "it" for o in page.children(verb, "obj")) or _is_done_to_thing(page, verb):
        return False
    is_bare = not any(page.tokens[o].lemma.casefold() not in MANNER for o in page.children(verb, "obj"))
    is_met = bool(found.actors) and meets_somebody(page, verb)
    if not is_bare and page.tokens[verb].lemma.casefold() == "negotiate":
        return _is_negotiated(page, found)
    return found.words.partnered or is_met or (is_bare and (found.pair or bool(found.actors)))


def _is_done_to_thing(page: Page, verb: int) -> bool:
    """True for "the deadline was not met"."""
    met = [page.referent_of_head(s) for s in page.children(verb, "nsubj:pass") if page.tokens[s].upos == "NOUN"]
    return bool(met) and all(r is None or r.kind == "place" for r in met)


def _is_negotiated(page: Page, found: Encounter) -> bool:
    """True for "the sides negotiated a truce": what is talked about is the object."""
    is_common = sit_together(page, found.trigger.token) or len(found.ruled.parties) > 1
    return found.words.partnered or is_common


def _is_return(page: Page, found: Encounter) -> bool:
    """True for both sides that come somewhere, or come back on a day, and do not go home."""
    verb = found.trigger.token
    is_due = page.tokens[verb].text.casefold() == "due"
    is_dated = is_resumed(page, verb) and (is_due or found.when is not None)
    return not is_homeward(page, verb, "home") and (found.place is not None or is_dated)


def _is_put(page: Page, found: Encounter) -> bool:
    """True for names put to a paper, and for a paper put to somebody."""
    objects = page.children(found.trigger.token, "obj")
    if any(page.tokens[o].lemma.casefold() in NAMES for o in objects):
        return found.place is not None or found.when is not None
    return is_of_message(page, found.trigger.token) and _is_passed(page, found)


def _is_taken_up(page: Page, found: Encounter) -> bool:
    """True for "the council takes up the question on Monday"."""
    verb = found.trigger.token
    return sit_together(page, verb) and found.when is not None and page.child(verb, "obj") is not None


def _is_any(page: Page, found: Encounter) -> bool:
    """True for whatever is a trigger already: only who sees somebody is one."""
    return True


def _is_agreed(page: Page, found: Encounter) -> bool:
    """True for "an accord reached in Graustark in May", which tells of the talks that made it."""
    return place(page, found.trigger) is not None and found.when is not None


def _is_signed(page: Page, found: Encounter) -> bool:
    """True where a paper is signed at a place, before witnesses, or by two sides on a day."""
    is_of_two = len(found.ruled.parties) > 1
    beside = page.children(found.trigger.token, "obl")
    is_witnessed = any(page.tokens[c].lemma.casefold() == "presence" for c in beside)
    return is_witnessed or place(page, found.trigger) is not None or (is_of_two and found.when is not None)


def _is_passed(page: Page, found: Encounter) -> bool:
    """True where one side passes a message to another."""
    return found.ruled.partnered and len({a.party or a.name for a in found.ruled.sides}) > 1


def _is_rung(page: Page, found: Encounter) -> bool:
    """True for "telephoned both capitals", "telephones on Tuesday" with two sides."""
    return page.child(found.trigger.token, "obj") is not None or found.pair or len(found.parties) > 1


def _is_brought(page: Page, found: Encounter) -> bool:
    return found.words.partnered and found.status != "under_way"


def _is_of_both(page: Page, found: Encounter) -> bool:
    return found.words.partnered or found.pair or len(found.parties) > 1


def _is_of_person(page: Page, found: Encounter) -> bool:
    """True for "welcomed the minister", not "welcomed his offer"."""
    verb = found.trigger.token
    is_person = any(a.person for a in found.ruled.sides[1:]) or person_follows(page, verb)
    return (is_person or _is_of_envoy(page, found)) and not _is_of_thing(page, verb)


def _is_partnered(page: Page, found: Encounter) -> bool:
    """True for what is done with another side; calls and discussions need only two who are named."""
    verb = found.trigger.token
    lemma, has_object = page.tokens[verb].lemma.casefold(), page.child(verb, "obj") is not None
    parties = {a.party for a in found.ruled.sides if a.person or lemma != "discuss"}
    is_mutual = found.format == "call" or lemma == "discuss" or (lemma == "talk" and not has_object)
    is_mutual = is_mutual or _is_again(page, verb)
    return (is_mutual and len(parties) > 1) or (found.words.partnered and len(found.actors) > 1)


def _is_again(page: Page, verb: int) -> bool:
    """True for what those will do again who did it: "spoke on Sunday and will speak again"."""
    again = any(page.tree.folded[c] == "again" for c in page.children(verb, "advmod"))
    return again and first_told(page, verb) != verb


def _is_shared(page: Page, found: Encounter) -> bool:
    """True for what several do who are of both sides: "the delegations sat until midnight", not "argued that"."""
    verb = found.trigger.token
    told = any(c > verb for c in page.children(verb, "obj", "ccomp", "parataxis"))
    if page.tokens[verb].lemma.casefold() not in SHARED or told:
        return False
    return sit_together(page, verb) or len(found.ruled.parties) > 1


def _is_of_envoy(page: Page, found: Encounter) -> bool:
    """True where the object, or whom it befalls, speaks for another state: "received a delegation from Chile"."""
    objects = page.children(found.trigger.token, "obj", "nsubj:pass")
    return len(found.parties) > 1 and any(
        page.tokens[t].lemma.casefold() in ENVOYS for o in objects for t in (o, *page.children(o, "appos", "flat"))
    )


def _is_barter(page: Page, trigger: Trigger) -> bool:
    """True for an exchange of fire or of prisoners, which is none of words."""
    return trigger.format == "exchange" and any(
        page.tokens[child].lemma.casefold() in BARTERED and preposition(page, child) == "of"
        for child in page.children(trigger.token, "nmod")
    )


def _is_at_home(found: Encounter, where: Field) -> bool:
    """True for who travels in his own country to nobody: "the Graustarkian president arrived in Strelsau"."""
    travelling = {a.party for a in found.ruled.sides}
    return not found.words.partnered and travelling == {state_of_place(where[0])}


def person_follows(page: Page, verb: int) -> bool:
    """True where the noun phrase right after a verb has a person's name: "met Prime Minister Begin"."""
    for number in range(verb + 1, page.sentence_of(verb).last):
        referent = page.referent_at(number)
        if referent is not None and referent.kind == "person":
            return True
        if page.tokens[number].upos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON"):
            return False
    return False


def _is_of_thing(page: Page, verb: int) -> bool:
    """True where the object is what somebody has, said or did: "welcomed his offer"."""
    objects = page.children(verb, "obj", "nsubj:pass")
    is_owned = any(
        page.tokens[o].upos == "NOUN" and page.referent_of_head(o) is None and page.children(o, "nmod:poss")
        for o in objects
    )
    return is_owned or len(objects) > 1


Rule = Callable[[Page, Encounter], bool]

_WAYS: tuple[tuple[str, frozenset[str], Rule], ...] = (
    ("return", BACK, _is_return),
    ("passing", PASSING, _is_passed),
    ("receiving", OF_PERSONS, _is_of_person),
    ("mutual", MUTUAL, _is_mutual),
    ("signing", SIGNING, _is_signed),
    ("exchange", OF_BOTH, _is_of_both),
    ("agreeing", AGREEING, _is_agreed),
    ("putting", frozenset({"put"}), _is_put),
    ("taking up", frozenset({"take"}), _is_taken_up),
    ("ringing", frozenset({"phone", "telephone"}), _is_rung),
    ("seeing", frozenset({"see"}), _is_any),
    ("bringing", frozenset({"bring"}), _is_brought),
    ("summoning", frozenset({"summon"}), _is_of_envoy),
)
"""The ways in which verbs tell of contacts: a name, their lemmas, and what they need to tell of one."""

_RULES: Mapping[str, tuple[str, Rule]] = {lemma: (way, rule) for way, lemmas, rule in _WAYS for lemma in lemmas}
