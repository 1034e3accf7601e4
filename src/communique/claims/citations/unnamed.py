"""Unnamed officials, diplomats, witnesses: sources that cannot be held to their word."""

from collections.abc import Iterator

from communique.claims.citations.found import Source, clause
from communique.claims.statements.phrases import is_unnamed, phrase, written
from communique.lexicon import cues
from communique.model.claim import Claim
from communique.model.page import Page
from communique.model.span import Span

_ENDS = frozenset({",", ";", ".", "“", '"', "as", "by", "that"})
_REPORTING = frozenset(
    "accuse assail blame claim confirm deny describe disclose emphasise emphasize explain highlight put report reveal "
    "stress tell underline underscore".split()
)
"""Verbs whose object is news: "an official confirmed the deal"."""
_QUOTING = frozenset({"cite", "quote"})


def unnamed(page: Page, said: tuple[Claim, ...]) -> Iterator[Source]:
    """One for every description of an unnamed speaker, and of those an outlet quotes."""
    for statement in said:
        speaker = statement.argument("speaker")
        if speaker is not None and statement.get("speaker_kind") == "unnamed" and _informs(page, statement):
            place = speaker.evidence.span
            yield Source((speaker.value, place), "anonymous_source", None, "anonymous", clause(page, place), "unnamed")
    yield from _quoted(page)


def _informs(page: Page, statement: Claim) -> bool:
    """False for demands, refusals and hopes, no source's word on something: "lawmakers rejected the deal"."""
    cue, content = statement.argument("cue"), statement.argument("content")
    if cue is None or content is None or statement.get("mode") == "direct":
        return True
    words = page.tokens_in(cue.evidence.span)
    known = cues.verb(page.tokens[words[0]].lemma) if words else None
    if known is None or page.tokens[words[0]].upos != "VERB" or page.tokens[words[0]].lemma in _REPORTING:
        return True
    inside = page.tokens_in(content.evidence.span)
    tops = [t for t in inside if page.tokens[t].head not in inside]
    is_thing = any(page.tokens[t].deprel in {"obj", "xcomp", "obl"} for t in tops[:1])
    return bool(known.takes & {"clause", "ground"}) and "mental" not in known.takes and not is_thing


def _quoted(page: Page) -> Iterator[Source]:
    """Unnamed sources behind "citing" or "quoting"."""
    for number, token in enumerate(page.tokens):
        if token.lemma.casefold() not in _QUOTING or not token.xpos.startswith("VB"):
            continue
        found = phrase(page, _following(page, number))
        if found is not None and is_unnamed(page, found):
            name, place = written(page, found)
            yield Source((name, place), "anonymous_source", None, "anonymous", clause(page, place), "quoted")


def _following(page: Page, number: int) -> Span:
    """What stands behind a verb, to the next comma or the end of the sentence."""
    first, last = number + 1, page.sentence_of(number).last
    end = next((t for t in range(first, last) if _closes(page, t)), last)
    return page.span(first, end) if end > first else page.tokens[number].span


def _closes(page: Page, number: int) -> bool:
    """Whether who is quoted ends before a token: a mark, "as", or a verb with a tense that nobody "who" is told of."""
    token = page.tokens[number]
    relative = page.tokens[number - 1].text.casefold() in ("who", "that", "which")
    return token.text.casefold() in _ENDS or (token.xpos in ("VBD", "VBZ") and not relative)
