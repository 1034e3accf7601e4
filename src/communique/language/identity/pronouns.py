"""What third-person pronouns stand for.

The entity that stands out most and agrees in gender and number; nothing when two are close. First-person pronouns
belong to the speaker of a quotation and are left to it.
"""

from collections.abc import Mapping

from communique.language.identity.memory import Memory
from communique.language.identity.mentions import SUBJECTS, Entity, mention
from communique.lexicon import countries
from communique.lexicon.changes import removes
from communique.lexicon.encounters import verbs
from communique.model.page import Page
from communique.model.reading import Mention

GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
THINGS = frozenset({"it", "its", "itself"})
MEETING = frozenset({"call", "meeting", "summit", "talks"})
"""What those do together of whom one does it to the other."""

MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
FRONTED = frozenset({"advcl", "obl"})
"""What opens a sentence before its subject: "When he arrived, X said", "In his first speech, X said"."""
RELATIVE = frozenset({"who", "which", "that"})
REPLACING = frozenset({"replace", "succeed", "supplant"})
ASIDE = 2
"""So many sentences back those may be named who are spoken of: one may stand between that tells of the speaker."""
WORDS = THINGS | MANY | RELATIVE | GENDERS.keys()
"""All that can be a pronoun of the third person, relative ones too."""


def is_pronoun(page: Page, at: int) -> bool:
    """True for a third-person pronoun that refers to something."""
    text = page.tokens[at].text.casefold()
    if text in THINGS:
        return not _is_expletive(page, at)
    return text in GENDERS or text in MANY


def _is_expletive(page: Page, at: int) -> bool:
    """As in "it is important that …": no thing."""
    token = page.tokens[at]
    if token.deprel == "expl" or token.head < 0:
        return True
    verb = page.tokens[token.head]
    clausal = page.children(token.head, "csubj", "ccomp") if verb.upos in {"ADJ", "NOUN"} else []
    return token.text.casefold() == "it" and (
        bool(clausal) or verb.lemma.casefold() in {"seem", "appear", "rain", "turn"}
    )


def resolve(page: Page, memory: Memory, at: int) -> list[Entity]:
    """The entities a pronoun stands for: none when unsure, several only for "they" after a joint subject."""
    text = page.tokens[at].text.casefold()
    if text in GENDERS:
        found = _person(page, memory, at, GENDERS[text])
    elif text in MANY:
        joint = _joint(page, memory, at)
        if joint:
            return joint
        found = _group(page, memory, at)
    else:
        found = _thing(page, memory, at)
    return [found] if found is not None else []


def _person(page: Page, memory: Memory, at: int, gender: str) -> Entity | None:
    mates = _clause_mates(page, memory, at)

    def fits(entity: Entity) -> float:
        if entity.kind != "person" or entity.number == "p" or id(entity) in mates:
            return 0.0
        known = {gender: 1.0, "": 0.8 if gender == "m" else 0.6}.get(entity.gender, 0.0)
        return known * (0.8 if entity.reason == "description" else 1.0)

    def known(entity: Entity) -> float:
        return fits(entity) if entity.gender == gender else 0.0

    sure = _topic(page, memory, at) or _replaced(page, memory, at)
    if sure is not None:
        sure.gender = gender
        return sure
    found = None
    if memory.speakers.says(at) and not memory.quoted[at]:
        found = memory.last_speaker(at, known) if gender == "f" else None
        found = found or memory.last_speaker(at, fits)
    found = found or memory.best(at, fits, reach=4, margin=1.05)
    if found is not None and not found.gender:
        found.gender = gender
    return found


def ahead(page: Page, named: Mapping[int, Entity], at: int) -> Entity | None:
    """As in "When he took office, X promised": whom the main clause is about, of a phrase that opens the sentence."""
    gender = GENDERS.get(page.tree.folded[at], "")
    phrase = next((n for n in page.ancestors(at) if page.tokens[n].deprel.split(":")[0] in FRONTED), -1)
    if not gender or phrase < 0 or page.subtree(phrase)[0] != page.sentence_of(at).first:
        return None
    thing, main = page.head(at), page.head(phrase)
    if page.tokens[phrase].xpos == "VBG" and page.head(thing) == phrase and page.tokens[thing].deprel == "obj":
        return None  # "Echoing his words, Y said": another's
    subjects = [c for c in page.children(main, *SUBJECTS) if c > at]
    meant = named.get(subjects[0]) if subjects else None
    if meant is None or meant.kind != "person" or meant.number == "p" or meant.gender not in ("", gender):
        return None
    others = (n for n in page.subtree(main) if n > phrase and GENDERS.get(page.tree.folded[n]) == gender)
    return None if any(page.head(n) in (main, *subjects) for n in others) else meant


def _topic(page: Page, memory: Memory, at: int) -> Entity | None:
    """As in "As for the envoy, she said": who is fronted right before the pronoun, whatever first names say."""
    first = page.sentence_of(at).first
    opening = [t.text.casefold() for t in page.tokens[first : first + 2]]
    if opening != ["as", "for"] or page.tokens[at - 1].text != ",":
        return None
    named = [e for m, e in memory.of(memory.sentence_number(at)) if m.last <= at - 1 and e.kind == "person"]
    return named[0] if named and named[0].number != "p" else None


def _replaced(page: Page, memory: Memory, at: int) -> Entity | None:
    """As in "X dismissed Y. He was replaced by": who has lost an office, and not who took it from him."""
    verb = page.head(at)
    is_object = verb >= 0 and page.tokens[at].deprel == "nsubj:pass"
    if not is_object or page.tokens[verb].lemma.casefold() not in REPLACING:
        return None
    number, sentence = memory.sentence_number(at), page.sentence_of(at)
    first = (page.sentence_before(sentence) or sentence).first
    told = [(m, e) for n in (number - 1, number) for m, e in memory.of(n) if m.form == "name" and e.kind == "person"]
    for token in range(at - 1, first - 1, -1):
        is_removing = page.tokens[token].upos == "VERB" and removes(page.tokens[token].lemma)
        if is_removing and page.child(token, "nsubj") is not None:
            gone = next((e for m, e in told if token < m.first < at), None)
            return None if gone is None or _is_other(gone, page.tokens[at].text) else gone
    return None


def _is_other(entity: Entity, pronoun: str) -> bool:
    """True for a person known to be of the other gender."""
    return entity.gender not in ("", GENDERS[pronoun.casefold()])


def _clause_mates(page: Page, memory: Memory, at: int) -> set[int]:
    """Entities that cannot be meant: the subject of the verb whose object the pronoun is."""
    token = page.tokens[at]
    if token.deprel not in {"obj", "iobj", "obl"} or token.head < 0 or token.text.casefold().endswith("self"):
        return set()
    verb = token.head
    while page.tokens[verb].deprel == "conj" and not page.children(verb, "nsubj"):
        verb = page.tokens[verb].head
    subjects = set(page.children(verb, "nsubj"))
    return {id(e) for m, e in memory.of(memory.sentence_number(at)) if m.head in subjects}


def _thing(page: Page, memory: Memory, at: int) -> Entity | None:
    def fits(entity: Entity) -> float:
        return float(entity.kind in {"party", "body"} and entity.number != "p")

    own = _owner(page, memory, at)
    if own is not None and fits(own):
        return own
    found = memory.last_speaker(at, fits, reach=2) if memory.speakers.says(at) and not memory.quoted[at] else None
    return found or memory.best(at, fits, reach=1, margin=1.3)


def _owner(page: Page, memory: Memory, at: int) -> Entity | None:
    """As in "Ruritania sent its envoy": the subject of the verb whose object, or whose phrase, has the pronoun."""
    if page.tokens[at].deprel != "nmod:poss":
        return None
    above = next((n for n in page.ancestors(at) if page.tokens[n].upos in {"VERB", "AUX"}), -1)
    subjects = [n for n in page.children(above, *SUBJECTS) if n < at] if above >= 0 else []
    is_inside = any(at in page.subtree(n) for n in subjects)
    return memory.at(subjects[0]) if subjects and not is_inside else None


def _group(page: Page, memory: Memory, at: int) -> Entity | None:
    def fits(entity: Entity) -> float:
        return 1.0 if entity.number == "p" else 0.8 * (entity.kind in {"party", "body"})

    if memory.speakers.says(at) and not memory.quoted[at]:
        found = memory.last_speaker(at, fits, reach=2)
        if found is not None:
            return found
    if page.tokens[at].deprel in SUBJECTS:
        people = _people(page, memory, at)

        def many(entity: Entity) -> float:
            return float(entity.number == "p" or id(entity) in people)

        found = memory.best(at, many, reach=ASIDE if memory.quoted[at] else 1, margin=1.2)
        if found is not None:
            return found
    return memory.best(at, fits, reach=1, margin=1.4)


def _people(page: Page, memory: Memory, at: int) -> set[int]:
    """States whose people are named shortly before, who speak and act for them: "the Americans"."""
    number = memory.sentence_number(at)
    near = ((page.tokens[m.head], m, e) for back in range(ASIDE + 1) for m, e in memory.of(number - back))
    plural = ((t, e) for t, m, e in near if m.last <= at and t.xpos in ("NNPS", "NNS"))
    return {id(e) for t, e in plural if countries.kind_of(t.text) == "demonym"}


def _joint(page: Page, memory: Memory, at: int) -> list[Entity]:
    """As in "A and B met. They agreed …", "A met B. They agreed …": both, where the sentence before has them meet."""
    if page.tokens[at].deprel not in SUBJECTS:
        return []
    number = memory.sentence_number(at)
    for back in (0, 1, 2):
        before = [(m, e) for m, e in memory.of(number - back) if m.last <= at and e.kind != "place"]
        subjects = [(m, e) for m, e in before if page.tokens[m.head].deprel in SUBJECTS and not memory.quoted[m.head]]
        twice = [e for m, e in subjects if sum(m == n for n, _ in subjects) > 1]
        if twice:
            return twice
        for m, e in subjects:
            others = [
                o for n, o in before if page.tokens[n.head].deprel == "conj" and page.tokens[n.head].head == m.head
            ]
            if others:
                return [e, *(o for o in others if o is not e)]
            others = [o for n, o in before if o.kind == e.kind == "person" and _meet(page, m, n) and o is not e]
            if others and e.number != "p":
                return [e, others[0]]
        if subjects:
            return []
    return []


def _meet(page: Page, one: Mention, other: Mention) -> bool:
    """True for the subject of a verb of meeting and whom he or she meets."""
    verb = page.tokens[one.head].head
    known = verbs().get(page.tokens[verb].lemma.casefold()) if verb >= 0 else None
    top = other.head
    while page.tokens[top].deprel == "appos":
        top = page.head(top)
    if known is None or known.format not in MEETING or page.head(top) != verb:
        return False
    case = page.child(top, "case")
    marker = page.tree.folded[case] if case is not None else "obj"
    return marker in known.partners and page.tokens[top].deprel.startswith(("obj", "obl"))


def relative(page: Page, at: int) -> list[int]:
    """The tokens that a relative "who" or "which" may stand for: by the tree, then by what stands right before."""
    token = page.tokens[at]
    if token.text.casefold() not in RELATIVE or token.xpos not in {"WP", "WDT"}:
        return []
    chain = [token.head, *page.ancestors(token.head)] if token.head >= 0 else []
    verb = next((a for a in chain if page.tokens[a].deprel == "acl:relcl"), None)
    found = [page.tokens[verb].head] if verb is not None and at - 30 < page.tokens[verb].head < at else []
    before = at - 2 if at > 1 and page.tokens[at - 1].text == "," else at - 1
    return [*found, before] if before >= 0 else found


def pronoun_mention(page: Page, at: int) -> Mention:
    """The mention of one pronoun."""
    return mention(page, at, at + 1, "pronoun")
