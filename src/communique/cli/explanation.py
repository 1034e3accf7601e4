"""An explanation on the screen: sentence by sentence what was taken, by which rule or model, and why nothing else."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.cli.render import short, width
from communique.explain.values import (
    FAILED,
    NOTHING,
    READ,
    SKIPPED,
    Account,
    Attributed,
    Behind,
    Passage,
    SentenceAccount,
    Sign,
    Timed,
    Told,
    Weighing,
    Weight,
)
from communique.model.summary import one_of

TOP = 4
"""Features shown for and against; `--full` shows three times as many, `--json` all."""

WORDS = 80
"""Characters of a field's words on one line."""

STYLES = {READ: "green", NOTHING: "yellow", SKIPPED: "dim", FAILED: "bold red"}
VERDICTS = {NOTHING: "read, nothing to take"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: how far it is set in, and its pieces, each with a style for the terminal."""

    indent: int
    pieces: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return (" " * self.indent + "".join(text for text, _ in self.pieces)).rstrip()


def _line(indent: int, *pieces: str | tuple[str, str]) -> Line:
    return Line(indent, tuple((p, "") if isinstance(p, str) else p for p in pieces))


def show(account: Account, *, full: bool) -> None:
    """Write an account: with colour, wrapped and set in on a terminal, plain lines in a pipe."""
    found = lines(account, full=full)
    if not sys.stdout.isatty():
        sys.stdout.writelines(f"{line}\n" for line in found)
        return
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(width=width(), highlight=False)
    for line in found:
        console.print(Padding(Text.assemble(*line.pieces), (0, 0, 0, line.indent)))


def lines(account: Account, *, full: bool = False) -> Iterator[Line]:
    """The whole account: a heading, then every sentence; an entry is told once, where its evidence begins."""
    yield _line(0, (f"{account.published}  {account.outlet or 'outlet unknown'}", ""), "  ", (_title(account), "bold"))
    yield _line(0, (_tally(account), "dim"))
    yield from (_line(0, (note, "yellow")) for note in account.notes)
    yield from (_line(0, (f"{p.stage} failed ({p.code}): {p.message}", "bold red")) for p in account.problems)
    seen: dict[str, int] = {}
    for sentence in account.sentences:
        yield _line(0)
        yield from _sentence(sentence, seen, full=full)
        seen |= {e.id: sentence.number for e in sentence.entries if e.id not in seen}


def _title(account: Account) -> str:
    return account.title or account.report


def _tally(account: Account) -> str:
    entries = len({e.id for s in account.sentences for e in s.entries})
    rejected = sum(len(s.rejected) for s in account.sentences)
    named = {READ: "read", NOTHING: "read with nothing to take", SKIPPED: "skipped", FAILED: "failed"}
    counted = ", ".join(f"{account.count(status)} {words}" for status, words in named.items() if account.count(status))
    sentences = f"{len(account.sentences)} sentence{'s' if len(account.sentences) != 1 else ''}"
    made = (
        f"{entries} entr{'ies' if entries != 1 else 'y'}, {rejected} candidate{'s' if rejected != 1 else ''} not taken"
    )
    return f"{sentences}: {counted}; {made}" if counted else "No sentence has anything of this."


def _sentence(sentence: SentenceAccount, seen: dict[str, int], *, full: bool) -> Iterator[Line]:
    verdict = VERDICTS.get(sentence.status, sentence.status)
    where = f"{sentence.words.start}–{sentence.words.end}"
    yield _line(
        0,
        (f"{sentence.number:>3}", "bold cyan"),
        (f"  {where}  {sentence.role}  ", "dim"),
        (verdict, STYLES[sentence.status]),
        f": {sentence.reason}",
    )
    yield _line(5, (_flat(sentence.words.text), "italic"))
    for told in sentence.entries:
        yield from _entry(told, seen.get(told.id, 0), full=full)
    for part in sentence.parts:
        known = f" (sentence {seen[part.id]})" if part.id in seen else ""
        yield _line(5, ("·", "green"), f" {', '.join(part.roles)} of {one_of(part.kind)} {part.id}{known}")
    for told in sentence.rejected:
        yield from _rejected(told, full=full)
    for sign in sentence.signs:
        yield _sign(sign)
    if full and sentence.behind is not None:
        yield from _behind(sentence.behind)


# -- entries and candidates


def _entry(told: Told, before: int, *, full: bool) -> Iterator[Line]:
    head = (("+", "bold green"), " ", (f"{one_of(told.kind):<10}", "green"), f" {short(told.summary)}  ")
    if before:
        yield _line(5, *head, (f"told in sentence {before}", "dim"))
        return
    yield _line(5, *head, (f"{told.made_by} {_score(told)}", "cyan"))
    for field in told.fields:
        words = "" if _flat(field.words.text) == field.value else f" ← {_quoted(field.words)}"
        place = f"{words} {field.words.start}–{field.words.end}"
        yield _line(9, (f"{field.role:<13}", "dim"), short(field.value, WORDS), (place, "dim"))
    if told.weighing is not None:
        yield from _weighing(told.weighing, full=full)


def _rejected(told: Told, *, full: bool) -> Iterator[Line]:
    yield _line(
        5,
        ("−", "bold red"),
        " ",
        (f"{one_of(told.kind):<10}", "red"),
        f" {short(told.summary)}  ",
        (f"{told.made_by} {_score(told)}: {told.rejected}", "dim"),
    )
    if full and told.weighing is not None:
        yield from _weighing(told.weighing, full=False)


def _score(told: Told) -> str:
    if told.weighing is None:
        return f"{told.score:.2f}"
    sign = "≥" if told.weighing.score >= told.weighing.threshold else "<"
    return f"{told.weighing.score:.2f} {sign} {told.weighing.threshold:.2f}"


def _weighing(weighing: Weighing, *, full: bool) -> Iterator[Line]:
    top = 3 * TOP if full else TOP
    for name, style, weights in (
        ("for", "green", weighing.speaks_for),
        ("against", "red", weighing.speaks_against),
    ):
        if weights:
            yield _line(9, (f"{name:<13}", style), (_weights(weights, top), "dim"))


def _weights(weights: Sequence[Weight], top: int) -> str:
    rest = f"  and {len(weights) - top} more" if len(weights) > top else ""
    return "  ".join(f"{w.weight:+.2f} {w.feature}" for w in weights[:top]) + rest


def _sign(sign: Sign) -> Line:
    where = f" {sign.words.start}–{sign.words.end}: {sign.why}"
    return _line(5, ("?", "bold yellow"), f" {one_of(sign.kind):<10} ", _quoted(sign.words), (where, "dim"))


# -- the reading behind


def _behind(behind: Behind) -> Iterator[Line]:
    for mention in behind.mentions:
        country = f" ({mention.country})" if mention.country and mention.country != mention.referent else ""
        meant = f"{mention.referent}{country}" if mention.referent else "nobody known"
        yield _read("name", mention.words, f" {mention.kind} = {meant}", mention.why)
    for time in behind.times:
        yield _timed(time)
    for attribution in behind.attributions:
        yield from _attributed(attribution)


def _timed(time: Timed) -> Line:
    others = f" or {' or '.join(time.others)}" if time.others else ""
    return _read("time", time.words, f" {time.type} = {time.value}{others}", f"{time.rule}: {time.why}")


def _attributed(attribution: Attributed) -> Iterator[Line]:
    yield _line(5, ("  said      ", "magenta"), f"{attribution.mode}, by {attribution.made_by}")
    for piece in attribution.pieces:
        marks = ", in quotation marks" if piece.quoted else ""
        where = f" {piece.words.start}–{piece.words.end}, {piece.relation}{marks}"
        yield _line(17, (f"{piece.part:<8}", "magenta"), _quoted(piece.words), (where, "dim"))


def _read(what: str, words: Passage, meaning: str, why: str) -> Line:
    where = f" {words.start}–{words.end}"
    return _line(5, (f"  {what:<10}", "magenta"), _quoted(words), (where, "dim"), meaning, (f"  {why}", "dim"))


# -- words


def _quoted(words: Passage) -> str:
    return f"“{short(words.text, WORDS)}”"


def _flat(text: str) -> str:
    return " ".join(text.split())
