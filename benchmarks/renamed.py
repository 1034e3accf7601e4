"""Annotated reports with other states and people in them: does what is read of a report depend on whose talks they are?

    python -m benchmarks.renamed ../shared/gold/dev --scorer ../shared/gold/score.py

Each report and its annotation are copied into a temporary folder with every state but a few (`KEPT`) exchanged for one
that the report does not name, with its adjective, capital and code, and its officials for people who do not exist; the
words around them stay. Both folders are read and scored, F1 by kind side by side. States of people whose names cannot
be exchanged stay as well. What is left of a difference comes of words that go with one state (towns, movements) and of
rules or weights that know the cases of the annotated reports.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from communique.lexicon import figures, people
from communique.lexicon.countries import countries

KEPT = frozenset({"USA", "GBR", "PRK", "KOR", "ARE", "PSE", "VAT", "HKG", "TWN", "COD", "COG"})
"""States that English names in too many ways, or that have a part of their name in common with others."""

STATES = (
    "PER CHL BOL PRY URY GTM ECU ARG BRA MEX GHA KEN UGA TZA ZMB SEN MLI TCD CMR AGO MOZ MDG ETH NPL BGD LKA KHM MNG "
    "KAZ UZB FIN DNK NOR SWE HUN ROU BGR ALB HRV AUT PRT EST LVA LTU SVK MYS IDN AUS NGA TUN DZA KWT IRL ISL POL ESP "
    "ITA GRC"
).split()
GIVEN = {
    "m": "Tomas Kwame Bjarne Mateus Chidi Piet Viktor Samuel Andrei Bogdan Diego Paolo Juma Anil Otto Luka".split(),
    "f": "Ingrid Rosa Leila Helga Nadia Elena Grace Hana Mirela Lucia Renata Birgit Priya Zara Greta Katarina".split(),
}
FAMILY = (
    "Halvorsen Okafor Lindqvist Mendoza Baptiste Kowalczyk Petrescu Varga Nakuru Otieno Sharma Rahmani Castellan "
    "Ferreira Holm Jansen Novak Popescu Quispe Rasmussen Santoro Tshabalala Vasquez Weiss Zielinski Brandvold "
    "Chikwanda Eriksen Fofana Huerta Ivanescu Jurado Kaunda Lazarev Mutasa Achterberg Dlamini Gunawardena"
).split()
_PERSON = re.compile(r"[A-Z][a-z'’]+ [A-Z][a-z'’]+")


def renamed(text: str, entry: Mapping[str, Any], seed: int) -> tuple[str, dict[str, Any]]:
    """A report's text and its annotation with other names; the same `seed` gives the same names."""
    chosen = random.Random(seed)
    officials = {o["person"] for o in [*entry["offices"], *entry["changes"]]}
    exchanged = _people(sorted(officials), text, chosen)
    year = int(entry["published"][:4])
    staying = {figures.party_of(name, year) for name in officials if name.split()[-1] not in exchanged}
    codes, states = _states(text, json.dumps(entry), KEPT | staying, chosen)
    table = {**exchanged, **states}
    table |= {old.upper(): new.upper() for old, new in table.items()}
    longest = sorted(map(re.escape, table), key=len, reverse=True)
    pattern = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(longest)})(?=s?(?![A-Za-z]))") if table else re.compile(r"(?!)")

    def other(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: other(v) for k, v in value.items()}
        if isinstance(value, list):
            return [other(v) for v in value]
        return codes.get(value) or pattern.sub(lambda m: table[m[0]], value) if isinstance(value, str) else value

    return other(text), {**other(dict(entry)), "report": entry["report"]}


def _states(text: str, entry: str, kept: Iterable[str], chosen: random.Random) -> tuple[dict[str, str], dict[str, str]]:
    """Codes and words of the states of a report, each with those of another."""
    known = countries()
    named = [c for c, s in known.items() if f'"{c}"' in entry or _any_in(text, (*s.names, *s.demonyms))]
    others = [c for c in STATES if c not in named]
    free = chosen.sample(others, len(others))
    old = [c for c in named if c not in kept and known[c].demonyms]
    codes = dict(zip(old, free, strict=False))
    words: dict[str, str] = {}
    for code, new in codes.items():
        for kind in ("names", "demonyms", "capitals"):
            for word in getattr(known[code], kind):
                if len(word) > 3 and not word.isupper():
                    words.setdefault(word, getattr(known[new], kind)[0])
    return codes, words


def _any_in(text: str, words: Iterable[str]) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) for word in words if len(word) > 3)


def _people(names: Iterable[str], text: str, chosen: random.Random) -> dict[str, str]:
    """Words of names, each with another; none of names of more than two words or with the family name first."""
    given = {gender: chosen.sample(words, len(words)) for gender, words in GIVEN.items()}
    family = chosen.sample(FAMILY, len(FAMILY))
    words: dict[str, str] = {}
    for name in filter(_PERSON.fullmatch, names):
        first, last = name.split()
        left = given["f" if people.gender_of(first) == "f" else "m"]
        called_first, called_last = _alone(first, name, text), _alone(last, name, text)
        if left and family and last not in words and called_first <= called_last:
            words.setdefault(first, left.pop())
            words[last] = family.pop()
    return words


def _alone(word: str, name: str, text: str) -> int:
    """How often a word of a name stands without the rest of it."""
    return len(re.findall(rf"\b{word}\b", text.replace(name, "")))


def read_and_score(gold: Path, scorer: Path, out: Path) -> dict[str, Any]:
    """What the scorer says of the reports of a folder, read into `out`."""
    reports = sorted(map(str, gold.glob("*.txt")))
    subprocess.run([sys.executable, "-m", "communique", "read", *reports, "--out", str(out)], check=True)
    score = [sys.executable, str(scorer), str(gold), str(out), "--json"]
    return dict(json.loads(subprocess.run(score, check=True, capture_output=True, text=True).stdout))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="folder with `<id>.txt` and `<id>.json`")
    parser.add_argument("--scorer", type=Path, required=True, help="the guide's score.py")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copies = Path(folder) / "gold"
        copies.mkdir()
        for path in sorted(args.gold.glob("*.json")):
            entry = json.loads(path.read_text(encoding="utf-8"))
            text, entry = renamed(path.with_suffix(".txt").read_text(encoding="utf-8"), entry, args.seed)
            (copies / path.name).write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")
            (copies / path.name).with_suffix(".txt").write_text(text, encoding="utf-8")
        before = read_and_score(args.gold, args.scorer, Path(folder) / "as they are")
        after = read_and_score(copies, args.scorer, Path(folder) / "renamed")
    for kind in before["kinds"]:
        print(f"{kind:12} {before['kinds'][kind]['f1']:.3f} {after['kinds'][kind]['f1']:.3f}")
    print(f"{'mean':12} {before['mean_f1']:.3f} {after['mean_f1']:.3f}")


if __name__ == "__main__":
    main()
