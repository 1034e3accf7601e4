"""Offices told by verbs: "X, who heads the delegation", "a delegation led by X", "X and Y will serve as deputies",
"the representative will be X", "Wilson's predecessor, X".
"""

from collections.abc import Iterator

from communique.claims.clauses import NEGATIONS
from communique.claims.offices.affiliations import (
    Affiliation,
    affiliation,
    delegation_among,
    is_body_word,
    is_delegation_word,
)
from communique.claims.offices.complements import phrase_end
from communique.claims.offices.front import front
from communique.claims.offices.holding import Holding, plain
from communique.claims.offices.people import Person, people, person_at, pronouns
from communique.claims.offices.posts import Post
from communique.lexicon import changes, titles
from communique.model.page import Page
from communique.model.reading import Sentence

BE = frozenset({"is", "was", "are", "were", "be"})
BETWEEN = frozenset({"AUX", "ADV", "PUNCT"})
STARTS = frozenset({"appointed", "elected"})
ENDS = frozenset({"resigned", "dismissed"})
LEAVING = 10
"""So many tokens before an office the verb may stand by which somebody leaves it."""
EVENTS = frozenset({"talks", "dialogue", "negotiation", "negotiations"})
"""Who leads these leads a meeting, which is no office."""

ROLES = {"leader": "head"}
"""What leads a delegation is its head."""


def by_verbs(page: Page, sentence: Sentence, named: tuple[Person, ...], found: tuple[Post, ...]) -> Iterator[Holding]:
    """Offices whose title is a verb, or that a verb joins to names at a distance."""
    for at in range(sentence.first, sentence.last):
        role = _role_of(page, at) if _is_verb(page, sentence.first, at) else ""
        if role:
            yield from _led(page, sentence, at, role, named)
    for post in found:
        yield from _will_be(page, sentence, post)
        yield from _serving(page, sentence, post, named)
        yield from _at_a_distance(page, post, named)
        yield from _after_serving(page, sentence, post, named)
        yield from _named_as(page, sentence, post, named)
        yield from _left_as(page, sentence, post, named)


def _role_of(page: Page, verb: int) -> str:
    lemma = page.tokens[verb].lemma.casefold()
    return titles.verbs().get(lemma) or titles.verbs().get(lemma.removesuffix("s"), "")


def _is_verb(page: Page, first: int, at: int) -> bool:
    return page.tokens[at].upos == "VERB" or (at > first and plain(page, at - 1) == "who")


def _led(page: Page, sentence: Sentence, verb: int, role: str, named: tuple[Person, ...]) -> Iterator[Holding]:
    if verb + 1 < sentence.last and plain(page, verb + 1) == "by" and page.tokens[verb].xpos != "VBG":
        holder = _after_by(page, verb + 2, sentence.last)
        noun = _noun_before(page, sentence.first, verb)
        if holder is not None and noun >= 0:
            post = _post(page, (front(page, sentence.first, noun).first, noun, noun + 1), role)
            if post is not None:
                yield _holding(page, holder, post, "led_by")
        return
    holder = _leader(page, verb, named)
    post = office_led(page, sentence, verb) if holder is not None else None
    if holder is not None and post is not None:
        yield _holding(page, holder, post, "leads", _future(page, verb))


def office_led(page: Page, sentence: Sentence, verb: int) -> Post | None:
    """The office that a verb of leading makes of its object: "to head the delegation"; None without one."""
    role = _role_of(page, verb)
    end = phrase_end(page, verb + 1, sentence.last)
    if page.word_after(verb) == "it":
        noun = delegation_among(page, range(verb - 1, sentence.first - 1, -1))
        first, end = (page.subtree(noun)[0], noun + 1) if noun >= 0 else (verb + 1, end)
    else:
        first, noun = verb + 1, _noun_led(page, verb + 1, end)
    return _post(page, (first, noun, end), role) if role and noun >= 0 else None


def _noun_led(page: Page, first: int, last: int) -> int:
    """The delegation of a phrase, else its first body that owns nothing: "the government's negotiating team", but
    nothing of "the government's back-channel"; -1 without one.
    """
    owning = {t - 1 for t in range(first + 1, min(last + 1, len(page.tokens))) if page.tokens[t].xpos == "POS"}
    led = [t for t in range(first, last) if _is_led(page, t) and t not in owning]
    return next((t for t in led if is_delegation_word(page.tokens[t].text)), led[0] if led else -1)


def _future(page: Page, verb: int) -> str:
    before = {plain(page, t) for t in range(max(0, verb - 3), verb)}
    return "designate" if "will" in before else "current"


def _is_led(page: Page, token: int) -> bool:
    word = page.tokens[token].text
    return (is_delegation_word(word) and word.casefold() not in EVENTS) or is_body_word(word)


def _after_by(page: Page, at: int, limit: int) -> Person | None:
    """The first person after "by", past their titles."""
    direct = person_at(page, at, limit)
    if direct is not None and direct.is_tagged:
        return direct
    end = next((t for t in range(at, min(limit, at + 14)) if page.tokens[t].upos in {"VERB", "PUNCT"}), limit)
    return next(iter(people(page, at, min(end, at + 14))), None)


def _noun_before(page: Page, first: int, verb: int) -> int:
    """The body or delegation that is led: right before the verb, or its subject by the tree; -1 without one."""
    at = verb - 1
    while at >= first and (page.tokens[at].upos in BETWEEN or plain(page, at) in {"which", "that"}):
        at -= 1
    token = page.tokens[verb]
    governed = [token.head] if token.deprel.startswith("acl") else page.children(verb, "nsubj")
    near = () if _is_setting(page, at) and at not in governed else (at,)
    return next((t for t in (*near, *governed) if t >= first and _is_led(page, t)), -1)


def _is_setting(page: Page, noun: int) -> bool:
    """True for where something else is: "the session at the ministry was chaired by X"."""
    of = page.tokens[noun].head
    case = page.child(noun, "case")
    is_place = case is not None and plain(page, case) in {"at", "in", "inside"} and of >= 0
    return is_place and page.tokens[of].upos == "NOUN" and not _is_led(page, of)


def _leader(page: Page, verb: int, named: tuple[Person, ...]) -> Person | None:
    """The subject by words: the last person before the verb, "who" and auxiliaries between."""
    before = [p for p in named if p.last <= verb]
    if not before:
        return None
    between = page.tokens[before[-1].last : verb]
    near = len(between) <= 5 and all(t.upos in BETWEEN or t.text.casefold() == "who" for t in between)
    denied = any(t.text.casefold() in NEGATIONS | {"would", "could", "may", "might"} for t in between)
    return before[-1] if near and not denied else None


def _post(page: Page, at: tuple[int, int, int], role: str) -> Post | None:
    """The office that a verb makes of its object: body or delegation at token `noun` of phrase `first` to `last`."""
    first, noun, last = at
    span = page.span(noun, noun + 1)
    if is_delegation_word(page.tokens[noun].text):
        inner = noun - 1 if noun > first and plain(page, noun - 1) in {"negotiating", "negotiation", "peace"} else noun
        written = f"{ROLES.get(role, role)} of the {page.words(inner, noun + 1)}"
        belongs = _sender(affiliation(page, first, inner))
    else:
        written, belongs = role, affiliation(page, first, noun + 1)
        if belongs.body is None:
            return None
    return Post(first, noun, noun + 1, last, (written, span), belongs, "current", "office")


def _sender(found: Affiliation) -> Affiliation:
    """Whose a delegation is: the state's alone where an organ is named that says nothing more ("the army's")."""
    is_plain = found.country is not None and found.body is not None and found.body[0].casefold() in titles.bodies()
    return Affiliation(found.country) if is_plain else found


def _holding(page: Page, holder: Person, post: Post, rule: str, status: str = "") -> Holding:
    evidence = page.span(min(holder.first, post.first), max(holder.last, post.last))
    return Holding(holder, post, evidence, rule, post.affiliation, status or post.status)


def _will_be(page: Page, sentence: Sentence, post: Post) -> Iterator[Holding]:
    """The inverted copula: "the representative from the Chinese side for these talks will be X"."""
    if not post.determined or post.end >= sentence.last:
        return
    stop = min(sentence.last, post.end + 14)
    verb = next((t for t in range(post.end, stop) if page.tokens[t].upos in {"VERB", "AUX", "PUNCT"}), stop)
    last = verb
    while last < stop and plain(page, last) in BE | {"will", "currently", "now"}:
        last += 1
    holder = person_at(page, last, sentence.last) if last > verb and plain(page, last - 1) in BE else None
    if holder is None or not holder.is_tagged:
        return
    status = (
        "designate" if plain(page, verb) == "will" else "former" if plain(page, verb) in {"was", "were"} else "current"
    )
    belongs = post.affiliation if post.affiliation != Affiliation() else _side_in(page, post.end, verb)
    for person in _coordinated(page, sentence, holder, post.plural):
        yield Holding(person, post, page.span(post.first, person.last), "inverted_copula", belongs, status)


def _side_in(page: Page, first: int, last: int) -> Affiliation:
    """The side that a phrase between title and verb names: "from the Chinese side"."""
    noun = delegation_among(page, range(first, last))
    return front(page, first, noun).affiliation if noun >= 0 else Affiliation()


def _coordinated(page: Page, sentence: Sentence, holder: Person, plural: bool) -> Iterator[Person]:
    """A person, and with a title in the plural those that "and" joins, titles between or not."""
    yield holder
    if plural:
        yield from people(page, holder.last, sentence.last)


def _serving(page: Page, sentence: Sentence, post: Post, named: tuple[Person, ...]) -> Iterator[Holding]:
    """As in "X and Y will serve as deputies": all subjects hold the office."""
    at = post.first - 1
    if not post.plural or at - 1 < sentence.first or plain(page, at) != "as":
        return
    verb = at - 1
    if page.tokens[verb].lemma.casefold() not in {"serve", "act", "work"}:
        return
    subject = page.child(verb, "nsubj")
    tokens = page.conjuncts(subject) if subject is not None else []
    for person in named:
        if person.last <= verb and any(person.first <= t < person.last for t in tokens):
            yield _holding(page, person, post, "serve_as", _future(page, verb))


def _at_a_distance(page: Page, post: Post, named: tuple[Person, ...]) -> Iterator[Holding]:
    """The copula at a distance: "X, who was killed in May, was the movement's political leader"."""
    head = post.end - 1
    verb, subject = page.child(head, "cop"), page.child(head, "nsubj")
    if verb is None or subject is None or post.plural or post.kind != "office" or not post.determined:
        return
    holder = next((p for p in named if p.first <= subject < p.last), None)
    if (
        holder is None
        or page.child(head, "aux", "mark") is not None
        or any(_is_no(page, c) for c in page.children(head))
    ):
        return
    status = "former" if plain(page, verb) in {"was", "were"} and post.status == "current" else post.status
    yield _holding(page, holder, post, "copula", status)


def _is_no(page: Page, token: int) -> bool:
    return plain(page, token) in {"not", "n't", "n’t", "never", "no"} or page.tokens[token].xpos in {"JJS", "JJR"}


def _after_serving(page: Page, sentence: Sentence, post: Post, named: tuple[Person, ...]) -> Iterator[Holding]:
    """As in "X took over last year after serving as a professor at the academy"."""
    at = post.first - 1
    verb = at - 1
    if verb <= sentence.first or plain(page, at) != "as" or plain(page, verb) not in {"serving", "working", "acting"}:
        return
    subject = page.child(page.tokens[verb].head, "nsubj") if page.tokens[verb].deprel == "advcl" else None
    holder = next((p for p in named if subject is not None and p.first <= subject < p.last), None)
    if holder is not None and plain(page, verb - 1) in {"after", "before", "while", "since"}:
        status = "former" if plain(page, verb - 1) == "after" else ""
        yield _holding(page, holder, post, "serve_as", status)


def _named_as(page: Page, sentence: Sentence, post: Post, named: tuple[Person, ...]) -> Iterator[Holding]:
    """As in "named X as leader", "the appointment of X as head of the delegation", "elected X president"."""
    at = post.first - (plain(page, post.first - 1) == "as") if post.first > sentence.first else post.first
    holder = next((p for p in reversed(named) if p.last <= at), None)
    if holder is None or at - holder.last > 1 or post.kind == "relative":
        return
    verb = _naming(page, sentence.first, holder.first)
    if verb >= 0 and not _is_doubtful(page, sentence.first, verb):
        yield _holding(page, holder, post, "named_as", _future(page, verb))


def _left_as(page: Page, sentence: Sentence, post: Post, named: tuple[Person, ...]) -> Iterator[Holding]:
    """As in "X resigned on Monday as commander", "X was relieved of his duties as envoy", "dismissed X as minister"."""
    at = post.first - 1
    if at <= sentence.first or plain(page, at) != "as" or post.kind == "relative":
        return
    verb = next((t for t in range(at - 1, max(sentence.first, at - LEAVING) - 1, -1) if _is_end(page, t, at)), -1)
    if verb < 0 or any(page.tokens[t].upos == "PUNCT" for t in range(verb, at)):
        return
    before = [p for p in (*named, *pronouns(page, sentence.first, verb)) if p.last <= verb]
    between = [p for p in named if verb < p.first < at]
    near = [
        p for p in before if all(page.tokens[t].upos in BETWEEN or plain(page, t) == "who" for t in range(p.last, verb))
    ]
    holder = next(iter(between), None) or next(iter(near), None)
    if holder is not None and not _is_doubtful(page, sentence.first, verb):
        yield _holding(page, holder, post, "left_as", "former")


def _is_end(page: Page, at: int, limit: int) -> bool:
    """Whether a finite verb or participle tells that an office ended, its "down" or "office" before token `limit`."""
    token = page.tokens[at]
    readings = changes.verbs().get(token.lemma.casefold(), ()) if token.upos == "VERB" and token.xpos != "VB" else ()
    after = f" {page.words(at + 1, limit + 1).casefold()} "
    return any(
        r.change in ENDS and (not r.needs or any(f" {n.removeprefix('+')} " in after for n in r.needs))
        for r in readings
    )


def _naming(page: Page, first: int, person: int) -> int:
    """The verb or noun of appointing shortly before a name; -1 without one."""
    for at in range(person - 1, max(first, person - 8) - 1, -1):
        word, lemma = plain(page, at), page.tokens[at].lemma.casefold()
        readings = changes.verbs().get(lemma, ()) if page.tokens[at].upos == "VERB" else ()
        if any(r.change in STARTS and r.person == "object" for r in readings) or changes.nouns().get(word) in STARTS:
            return at
        if page.tokens[at].upos in {"VERB", "PUNCT", "AUX"}:
            return -1
    return -1


def _is_doubtful(page: Page, first: int, verb: int) -> bool:
    return any(plain(page, t) in changes.doubts() | NEGATIONS | {"to"} for t in range(max(first, verb - 3), verb))
