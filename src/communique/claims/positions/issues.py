"""What a word of stance is about: its complement, what is asked of somebody, what it shares with a verb beside it."""

from collections.abc import Iterator
from itertools import dropwhile, takewhile

from communique.claims.clauses import OBJECT_CONTROL, case, complements, negated, phrase, verb_phrase
from communique.claims.holders import Voices
from communique.claims.positions.judgments import POINTING, judged, judges
from communique.claims.positions.nominal import ANSWERS, equated, nominal, said_to_be
from communique.claims.positions.opposing import is_disclaimed, is_ruled_out, ruled_out
from communique.claims.positions.siding import is_siding, side
from communique.claims.positions.substance import is_substance
from communique.lexicon.stances import stances
from communique.model.page import Page
from communique.model.span import Span

TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
"""Parts of speech that an issue must have one of: "that" alone says nothing."""
LEAST = 4
FEW = 2
"""Tokens from a verb to the pronoun that is all it has: "agree to it"."""
LENGTHS = frozenset({"century", "day", "decade", "hour", "month", "week", "year"})
ASKING = (("demands",), ("proposes",))
EMPTY = frozenset("need point reason sense use value".split())
"""Who sees none of these in a thing rejects the thing."""
VOICING = frozenset("express have lodge raise register repeat state voice".split())
"""Whose object may be a stand without a word of what it is about: "has no objection", "voiced concern"."""
NOTHING = frozenset({"none", "nothing"})
BACK = frozenset({"the", "this", "that", "these", "those"})
"""Before a stand that was told of already."""


def tells(page: Page, issue: Span) -> bool:
    """True for words that say what is at issue; an answer of one word does."""
    upos = [page.tokens[t].upos for t in page.tokens_in(issue)]
    is_answer = page.text(issue).lower() in ANSWERS and "PUNCT" not in upos
    return is_answer or not TELLING.isdisjoint(upos)


def about_of(page: Page, voices: Voices, token: int, *, particle: str = "") -> int:
    """The head of what a word of stance is about, -1 for none: its own complement, or that of the verb it is joined to.

    Of whom something is demanded ("urged the rebels to leave") and whose demand it is are not what it is about; what
    follows the word's own `particle` is ("rallied in Torvik *against* the treaty").
    """
    if is_siding(page, token):
        return -1
    if is_ruled_out(page, token):
        denied = page.child(token, "nsubj")
        return -1 if denied is None else denied
    if nominal(page, token):
        return equated(page, token)
    made = _made(page, token)
    if made >= 0:
        return made
    subject = judged(page, token)
    if subject >= 0:
        return -1 if voices.holders([subject]) else subject
    judging = judges(page, token)
    own = (
        c
        for c in complements(page, token)
        if (voices.dates.at(c) is None or lasting(page, c) != c)
        and c not in judging
        and not _is_beside(page, voices, token, c)
    )
    found = _behind(page, token, particle, [c for c in own if tells(page, phrase(page, c))])
    if not found:
        return _shared(page, token)
    asked = found[0]
    if (
        page.tokens[asked].deprel.partition(":")[0] in ("obj", "obl")
        and page.tokens[token].lemma.lower() in OBJECT_CONTROL
    ):
        return next((deed for deed in _infinitives(page, token, asked) if voices.holders([asked])), asked)
    return asked


def _made(page: Page, noun: int) -> int:
    """What is made a demand: "made the *return* of the town a condition for talks"; -1 for none."""
    verb = page.head(noun) if page.tokens[noun].upos == "NOUN" and page.tokens[noun].deprel in ("xcomp", "obj") else -1
    if verb < 0 or page.tokens[verb].lemma.lower() != "make":
        return -1
    return next((c for c in page.children(verb, "obj", "iobj") if c < noun), -1)


def _behind(page: Page, token: int, particle: str, found: list[int]) -> list[int]:
    """Complements, that behind a particle first unless there is a clause; without those that are part of it."""
    words = particle.split()
    if not words or words[-1] in ("on", "upon"):
        return found
    own = range(token + 1, token + len(words) + 1) if len(words) > 1 else ()
    kept = [c for c in found if c not in own]
    if any(page.tokens[c].deprel in ("ccomp", "xcomp") for c in kept):
        return kept
    return sorted(kept, key=lambda c: case(page, c) != words[-1] or not page.tokens[c].deprel.startswith("obl"))


def _shared(page: Page, token: int) -> int:
    """What two verbs in a row are both about: "neither accepts nor rejects the plan", "accepts it or refuses it", "are
    dismayed by and condemn the raid".
    """
    if page.tokens[token].upos != "VERB" or page.child(token, "obj") is not None:
        return -1
    row = joined(page, token)
    if page.tokens[token].deprel == "conj" and page.tokens[page.head(token)].upos == "ADJ":
        row = [*row, page.head(token)]
    objects = [c for j in row for c in page.children(j, "obj", "ccomp", "xcomp")]
    objects += [c for j in row for c in page.children(j, "obl") if j < token < c]
    return next((c for c in objects if tells(page, phrase(page, c))), -1)


def joined(page: Page, token: int) -> list[int]:
    """The verbs that stand in a row with one: "accepts or refuses"."""
    row = page.children(token, "conj") + ([page.head(token)] if page.tokens[token].deprel == "conj" else [])
    return [j for j in row if page.tokens[j].upos == "VERB"]


def _is_beside(page: Page, voices: Voices, token: int, complement: int) -> bool:
    """True for a relative clause before the word, for "as unjust", and for who asks: "the request of the rebels"."""
    subject = page.child(complement, "nsubj")
    if complement < token and subject is not None and page.tokens[subject].xpos == "WDT":
        return True
    introduced, relation = case(page, complement), page.tokens[complement].deprel.partition(":")[0]
    opening = page.subtree(complement)[:2]
    if relation in ("acl", "advcl") and any(
        page.tokens[t].xpos in ("WRB", "WDT") and page.tokens[t - 1].text == "," for t in opening
    ):
        return True
    judging = page.children(complement, "advmod", "case", "mark")
    if relation == "xcomp" and any(page.tokens[c].lemma.lower() == "as" for c in judging):
        return True
    if (introduced == "as" and relation in ("obl", "advcl")) or (relation == "advcl" and voices.cued(complement)):
        return True
    if introduced == "in" and page.tokens[complement].lemma.lower() == "principle":
        return True
    if introduced not in ("by", "from", "of") or page.tokens[token].upos != "NOUN":
        return False
    asking = introduced != "of" or stances(page.tokens[token].lemma.lower(), "noun")[:1] in ASKING
    asking = asking or _has_aim(page, token, complement)
    return asking and bool(voices.holders([complement]) or voices.states([complement]))


def _has_aim(page: Page, noun: int, owner: int) -> bool:
    """True where what a stand is about follows whose it is: "the support of Graustark *for the plan*"."""
    after = (c for c in page.children(noun, "nmod", "acl") if c > owner)
    return any(case(page, c) in ("for", "to") for c in after)


def lasting(page: Page, token: int) -> int:
    """What lasts so long, "three years of *war*"; the word itself where it is no length."""
    of = next((c for c in page.children(token, "nmod") if case(page, c) == "of"), token)
    return of if page.tokens[token].lemma.lower() in LENGTHS else token


def _infinitives(page: Page, token: int, asked: int) -> Iterator[int]:
    """What is asked of somebody: infinitives that hang on the word of asking or on who is asked."""
    for clause in sorted([*page.children(token, "xcomp", "advcl"), *page.children(asked, "acl")]):
        mark = page.child(clause, "mark")
        if clause > asked and mark is not None and page.tokens[mark].lemma.lower() == "to":
            yield clause


def issue_of(page: Page, voices: Voices, token: int, about: int) -> Span | None:
    """The words of what is at issue, given the head of what a word is about, -1 for none; None for a bare pronoun."""
    if page.tokens[token].upos == "NOUN" and is_disclaimed(page, token):
        return ruled_out(page, token)
    if nominal(page, token):
        return said_to_be(page, token)
    if _is_pointed_at(page, token):
        return _told_before(page, voices, token) or page.span(page.children(token, "nsubj")[0], token + 1)
    noun = _relative(page, about if about >= 0 else token)
    if noun >= 0:
        return _plain(page, noun)
    if about >= 0:
        return _of_complement(page, token, about)
    if is_siding(page, token):
        return side(page, token)
    here = page.tokens[token]
    subject = page.child(token, "nsubj:pass") if here.upos == "VERB" else page.child(token, "nsubj", "csubj")
    if subject is not None and page.tokens[subject].upos in ("NOUN", "PROPN", "VERB"):
        return phrase(page, subject)
    head = page.head(token)
    if here.deprel.startswith("acl") and head >= 0:
        return _modified(page, token, head)
    return _of_verb(page, voices, token) if here.upos == "VERB" else _voiced(page, token)


def _voiced(page: Page, noun: int) -> Span | None:
    """A stand that is object of a verb and says no more: "*has no objection*", "*voiced concern*"; but "repeated the
    demand" points back.
    """
    head = page.head(noun)
    if any(page.tree.folded[c] in BACK for c in page.children(noun, "det")):
        return None
    voiced = head >= 0 and page.tokens[noun].deprel == "obj" and page.tokens[head].lemma.lower() in VOICING
    return verb_phrase(page, head) if voiced else None


def _of_verb(page: Page, voices: Voices, token: int) -> Span | None:
    """What a verb without a complement but a pronoun is about."""
    pronouns = [c for c in page.children(token, "obj") if page.tokens[c].upos in ("PRON", "DET")]
    pronouns = [c for c in pronouns if page.tokens[c].lemma.lower() not in NOTHING]
    if not pronouns:
        return _after_as(page, token, verb_phrase(page, token))
    if page.tokens[pronouns[0]].text.lower() in ("it", "them") and pronouns[0] > token:
        return meant(page, page.span(token, pronouns[0] + 1))
    return _told_before(page, voices, token) if page.tokens[pronouns[0]].lemma.lower() in POINTING else None


def _is_pointed_at(page: Page, predicate: int) -> bool:
    """True for what is said of the sentence before: "*this* was unacceptable", "that would be a mistake"."""
    subject = page.child(predicate, "nsubj")
    if subject is None or subject > predicate or page.child(predicate, "cop") is None:
        return False
    return page.tokens[subject].upos == "PRON" and page.tokens[subject].text.lower() in POINTING


def _modified(page: Page, verb: int, noun: int) -> Span | None:
    """The noun that a clause says it of: "a *truce* proposed by Norway"; not that of "a readiness to help"."""
    meant_by = stances(page.tokens[noun].lemma.lower(), "noun")
    if meant_by and page.tokens[verb].xpos == "VB":
        return None
    inside = [t for t in page.subtree(noun, without=("acl",)) if t < verb]
    inside = list(dropwhile(lambda t: page.tokens[t].upos == "ADP", inside))
    return page.span(inside[0], inside[-1] + 1) if inside else None


def _of_complement(page: Page, token: int, about: int) -> Span | None:
    """The words of a complement; of "no need for talks" the talks."""
    if page.tokens[about].lemma.lower() in EMPTY and negated(page, about):
        what = next(iter(page.children(about, "nmod", "acl", "advcl")), -1)
        return phrase(page, what) if what >= 0 else None
    if is_ruled_out(page, token):
        return ruled_out(page, about)
    return _as_asked(page, token, about) or _done_to(page, token, about) or phrase(page, about)


def _done_to(page: Page, token: int, about: int) -> Span | None:
    """A thing and what is to be done to it: "wanted the islands handed back"."""
    thing = page.child(token, "obj")
    if thing is None or page.tokens[about].xpos != "VBN" or page.tokens[about].deprel != "xcomp" or thing > about:
        return None
    return page.span(page.subtree(thing)[0], page.tokens_in(phrase(page, about))[-1] + 1)


def _as_asked(page: Page, token: int, about: int) -> Span | None:
    """What is asked not to be done, with "not to"; what nothing less than is accepted."""
    told = phrase(page, about)
    first = page.tokens_in(told)[0]
    asking = page.tokens[token].lemma.lower() in OBJECT_CONTROL
    if asking and first > 1 and first == about and page.words(first - 2, first).lower() == "not to":
        return page.span(first - 2, page.tokens_in(told)[-1] + 1)
    least = least_of(page, token)
    if least < 0:
        return None
    inside = page.tokens_in(phrase(page, least))
    start = next(t for t in inside if page.tokens[t].lemma.lower() not in ("less", "of", "short", "than"))
    return page.span(start, inside[-1] + 1)


def least_of(page: Page, token: int) -> int:
    """What somebody will accept "nothing less than" or "nothing short of", -1 for none."""
    nothing = next((c for c in page.children(token, "obj", "obl") if page.tokens[c].lemma.lower() == "nothing"), -1)
    inside = page.subtree(nothing) if nothing >= 0 else ()
    words = {page.tokens[t].lemma.lower() for t in inside}
    if not words & {"little", "less", "short"}:
        return -1
    return next((t for t in inside if case(page, t) in ("than", "of", "short")), -1)


def _relative(page: Page, verb: int) -> int:
    """The noun that a relative clause says it of, -1 for none: "terms that Torvik refuses to discuss"."""
    if page.tokens[verb].upos != "VERB":
        return -1
    gap = next((c for c in page.children(verb, "obj") if page.tokens[c].xpos == "WDT"), 0)
    if gap and page.tokens[gap - 1].upos == "NOUN":
        return gap - 1
    if gap > 1 and page.tokens[gap - 1].text == "," and page.tokens[verb].deprel == "acl:relcl":
        return _spoken_of(page, page.head(verb))
    if page.tokens[verb].deprel == "acl:relcl" and any(
        page.tokens[c].xpos == "WDT" for c in page.children(verb, "obl")
    ):
        return page.head(verb)
    if page.child(verb, "obj", "ccomp", "xcomp", "obl", "nsubj:pass") is not None:
        return -1
    at = verb
    while page.tokens[at].deprel in ("xcomp", "ccomp") and page.head(at) >= 0:
        at = page.head(at)
    subject = page.child(at, "nsubj")
    if any(page.tokens[t].text.lower() == "whose" for t in page.subtree(at) if t < verb):
        return -1
    if page.tokens[at].deprel != "acl:relcl" or subject is None:
        return -1
    return -1 if page.tokens[subject].xpos in ("WDT", "WP") else page.head(at)


def _spoken_of(page: Page, noun: int) -> int:
    """Of what a clause after a comma is said: of the plan whose last word the noun is, "to join as observer, which"."""
    last = page.tokens[noun + 1 : noun + 2]
    above = next((n for n in page.ancestors(noun) if page.tokens[n].upos == "VERB"), -1)
    is_plan = above >= 0 and page.tokens[above].xpos == "VB" and page.tokens[noun].deprel.startswith("obl")
    return above if is_plan and last and last[0].text == "," else noun


def _told_before(page: Page, voices: Voices, token: int) -> Span | None:
    """What was said in the sentence before, for "Torvik denies this"."""
    before = page.sentence_before(page.sentence_of(token))
    if before is None:
        return None
    said = (voices.statement(t) for t in range(before.last - 1, before.first - 1, -1))
    content = next((c for s in said if s is not None and (c := s.argument("content")) is not None), None)
    return content.evidence.span if content is not None else None


def _after_as(page: Page, verb: int, words: Span) -> Span:
    """The words behind "as unjust" of "dismissed as unjust a claim that …"."""
    inside = page.tokens_in(words)
    judging = [t for t in inside[1:5] if page.tokens[t].upos in ("ADJ", "ADV", "PUNCT")]
    if len(inside) < LEAST or inside[0] != verb or page.tokens[inside[1]].text.lower() != "as" or not judging:
        return words
    last = judging[-1]
    named = last in inside[:-1] and page.tokens[last + 1].upos in ("DET", "PRON", "NUM")
    return Span(page.tokens[last + 1].start, words.end) if named else words


def meant(page: Page, issue: Span) -> Span | None:
    """The words of an issue; where they are a verb and "it" or "them" alone, what document or meeting that is.

    None where nothing of the kind is named in this sentence before, or in the one before it.
    """
    inside = [t for t in page.tokens_in(issue) if page.tokens[t].upos != "PUNCT"]
    verb, last = inside[0], inside[-1]
    alone = page.tokens[verb].upos == "VERB" and page.head(last) == verb and last - verb <= FEW
    if page.tokens[last].text.lower() not in ("it", "them") or not alone:
        return issue
    sentence = page.sentence_of(verb)
    first = (page.sentence_before(sentence) or sentence).first
    several = page.tokens[last].text.lower() == "them"
    named = (t for t in range(verb - 1, first - 1, -1) if is_substance(page, t))
    fitting = [t for t in named if page.tokens[t].xpos in (("NNS", "NNPS") if several else ("NN", "NNP"))]
    if not fitting:
        return None
    leading = (t for t in fitting if page.tokens[t].deprel.partition(":")[0] in ("nsubj", "obj"))
    return _plain(page, next(leading, fitting[0]))


def _plain(page: Page, noun: int) -> Span:
    """A noun with what belongs to it, without clauses about it."""
    told = page.subtree(noun, without=("acl", "appos", "conj", "cc", "case", "parataxis", "punct"))
    before = list(dropwhile(lambda t: page.tokens[t].upos == "ADP", (t for t in told if t <= noun)))
    after = list(takewhile(lambda t: t in told, range(noun, page.sentence_of(noun).last)))
    return page.span(before[0], after[-1] + 1)
