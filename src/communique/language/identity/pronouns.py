"""What third-person pronouns stand for.

The entity that stands out most and agrees in gender and number; nothing when two are close. First-person pronouns
belong to the speaker of a quotation and are left to it.
"""

from communique.language.identity.memory import Memory
from communique.language.identity.mentions import SUBJECTS, Entity, mention
from communique.model.page import Page
from communique.model.reading import Mention

GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
THINGS = frozenset({"it", "its", "itself"})
MANY = frozenset({"they", "them", "their", "theirs", "themselves"})


def is_pronoun(page: Page, at: int) -> bool:
    """True for a third-person pronoun that refers to something."""
    text = page.tokens[at].text.casefold()
    if text in THINGS:
        return not _is_expletive(page, at)
    return text in GENDERS or text in MANY


def _is_expletive(page: Page, at: int) -> bool:
    """ "it is important that …": no thing."""
    token = page.tokens[at]
    if token.deprel == "expl" or token.head < 0:
        return True
    verb = page.tokens[token.head]
    clausal = page.children(token.head, "csubj", "ccomp") if verb.upos in {"ADJ", "NOUN"} else []
    return token.text.casefold() == "it" and (
        bool(clausal) or verb.lemma.casefold() in {"seem", "appear", "rain", "turn"}
    )


def resolve(page: Page, memory: Memory, at: int) -> Entity | None:
    """The entity a pronoun stands for, or None."""
    text = page.tokens[at].text.casefold()
    if text in GENDERS:
        return _person(page, memory, at, GENDERS[text])
    return _group(page, memory, at) if text in MANY else _thing(page, memory, at)


def _person(page: Page, memory: Memory, at: int, gender: str) -> Entity | None:
    mates = _clause_mates(page, memory, at)

    def fits(entity: Entity) -> float:
        if entity.kind != "person" or entity.number == "p" or id(entity) in mates:
            return 0.0
        return {gender: 1.0, "": 0.8 if gender == "m" else 0.6}.get(entity.gender, 0.0)

    found = memory.best(at, fits, reach=4, margin=1.05)
    if found is not None and not found.gender:
        found.gender = gender
    return found


def _clause_mates(page: Page, memory: Memory, at: int) -> set[int]:
    """Entities that cannot be meant: the subject of the verb whose object the pronoun is."""
    token = page.tokens[at]
    if token.deprel not in {"obj", "iobj", "obl"} or token.head < 0 or token.text.casefold().endswith("self"):
        return set()
    subjects = set(page.children(token.head, "nsubj"))
    return {id(e) for m, e in memory.of(memory.sentence_number(at)) if m.head in subjects}


def _thing(page: Page, memory: Memory, at: int) -> Entity | None:
    def fits(entity: Entity) -> bool:
        return entity.kind in {"party", "body"} and entity.number != "p"

    return memory.best(at, fits, reach=1, margin=1.3)


def _group(page: Page, memory: Memory, at: int) -> Entity | None:
    def many(entity: Entity) -> bool:
        return entity.number == "p"

    def fits(entity: Entity) -> bool:
        return entity.kind in {"party", "body"} or entity.number == "p"

    if page.tokens[at].deprel in SUBJECTS:
        found = memory.best(at, many, reach=1, margin=1.2)
        if found is not None:
            return found
    return memory.best(at, fits, reach=1, margin=1.4)


def relative(page: Page, at: int) -> int | None:
    """The token a relative "who" or "which" stands for."""
    token = page.tokens[at]
    if token.text.casefold() not in {"who", "which", "that"} or token.xpos not in {"WP", "WDT"}:
        return None
    verb = (
        next((a for a in (token.head, *page.ancestors(token.head)) if page.tokens[a].deprel == "acl:relcl"), None)
        if token.head >= 0
        else None
    )
    return page.tokens[verb].head if verb is not None and verb > at - 30 else None


def pronoun_mention(page: Page, at: int) -> Mention:
    """The mention of one pronoun."""
    return mention(page, at, at + 1, "pronoun")
