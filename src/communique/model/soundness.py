"""Whether a reading fits its report: every span stands where it says, every word is in one sentence and one tree."""

from collections.abc import Iterator

from communique.model.reading import Mention, Reading, Timex
from communique.model.report import Report
from communique.model.span import Span

NAME_KINDS = frozenset("PERSON ORG GPE LOC NORP FAC EVENT MISC".split())
"""The kinds a name may be of."""


def faults(report: Report, reading: Reading) -> Iterator[str]:
    """What is wrong with a reading, each in a sentence; nothing when rules can rely on it."""
    if reading.report != report.id:
        yield f"the reading is of report {reading.report}, not {report.id}"
    yield from _of_words(report.text, reading)
    yield from _of_names(report.text, reading)
    for passage in _passages(reading):
        if not 0 <= passage.start < passage.end <= len(report.text):
            yield f"{passage.start}..{passage.end} is no passage of the report"


def _of_words(text: str, reading: Reading) -> Iterator[str]:
    tokens, end = reading.tokens, 0
    for token in tokens:
        if token.start < end or not token.text or text[token.start : token.end] != token.text:
            yield f"the word {token.text!r} does not stand at {token.start}..{token.end} behind the one before it"
        end = token.end
    following = 0
    for sentence in reading.sentences:
        if sentence.first != following or not sentence.first < sentence.last <= len(tokens):
            yield f"the sentence at {sentence.start} does not begin with word {following}"
            return
        if (sentence.start, sentence.end) != (tokens[sentence.first].start, tokens[sentence.last - 1].end):
            yield f"the sentence at {sentence.start} does not reach from its first to its last word"
        following = sentence.last
        heads = [tokens[number].head for number in range(sentence.first, sentence.last)]
        if heads.count(-1) != 1 or any(h != -1 and not sentence.first <= h < sentence.last for h in heads):
            yield f"the sentence at {sentence.start} is not one tree"
    if following != len(tokens):
        yield f"word {following} and those behind it are in no sentence"


def _of_names(text: str, reading: Reading) -> Iterator[str]:
    tokens = reading.tokens
    for name in reading.names:
        if not 0 <= name.first < name.last <= len(tokens):
            yield f"the name {name.text!r} covers no words"
        elif (name.start, name.end) != (tokens[name.first].start, tokens[name.last - 1].end):
            yield f"the name {name.text!r} does not begin and end with its words"
        elif text[name.start : name.end] != name.text or name.kind not in NAME_KINDS:
            yield f"the name {name.text!r} ({name.kind}) does not stand at {name.start}..{name.end}"


def _passages(reading: Reading) -> Iterator[Span | Timex | Mention]:
    yield from reading.times
    for attribution in reading.attributions:
        yield from (span for span in (attribution.source, attribution.cue) if span)
        yield from attribution.contents
    for referent in reading.referents:
        yield from referent.mentions
