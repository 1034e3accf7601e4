import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import names, quotes, times
from benchmarks.annotator import lines, measure
from benchmarks.spans import Tally
from communique.language.encoder import Encoder
from training.syntax import treebank

ROOT = Path(__file__).parents[2]

CONLLU = """\
# newdoc id = one
# text = Maretia's envoy left.
1-2\tMaretia's\t_\t_\t_\t_\t_\t_\t_\t_
1\tMaretia\tMaretia\tPROPN\tNNP\t_\t3\tnmod:poss\t_\t_
2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\t_
3\tenvoy\tenvoy\tNOUN\tNN\t_\t4\tnsubj\t_\t_
4\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# text = Nobody spoke
1\tNobody\tnobody\tPRON\tNN\t_\t2\tnsubj\t_\t_
2\tspoke\tspeak\tVERB\tVBD\t_\t0\troot\t_\t_"""

WORLDWIDE = """\
https://courier.example/1\tO

Foreign\tO
Minister\tO
Ana\tB-Person
Petrova\tI-Person
met\tO
the\tO
United\tB-Organization
Nations\tI-Organization
envoy\tO
in\tO
Geneva\tB-Location
's\tO
old\tO
town\tO
.\tO

Nobody\tO
( \tO
it\tO
seems\tO
)\tO
signed\tO
.\tO
"""
CONLL_2003 = """\
-DOCSTART- -X- -X- O

Ana NNP B-NP I-PER
Petrova NNP I-NP I-PER
flew VBD B-VP O
to TO B-PP O
Geneva NNP B-NP I-LOC
. . O O

-DOCSTART- -X- -X- O

Paris NNP B-NP S-LOC
waits VBZ B-VP O
"""

ARTICLE = (
    "Foreign Minister Ana Petrova said that the talks would resume in Geneva on Monday.\n\n"
    "“We will sign the accord,” she added.\n"
)
TIMEML = """\
<?xml version="1.0" ?>
<TimeML><DOCID>one</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2031-05-02" functionInDocument="CREATION_TIME">May 2, 2031</TIMEX3></DCT>
<TEXT>
The envoys <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2031-05-01">Thursday</TIMEX3> &amp; will
meet again on <TIMEX3 tid="t2" type="DATE" value="2031-05-06">Tuesday</TIMEX3>. It is the
<TIMEX3 tid="t3" type="DATE" value="2031-W20">fortnight</TIMEX3> of hope.
</TEXT></TimeML>
"""


def annotation(text: str) -> str:
    """The brat file of `ARTICLE`."""

    def place(words: str) -> str:
        start = text.index(words)
        return f"{start} {start + len(words)}"

    spans = [
        ("Source", "Foreign Minister Ana Petrova"), ("Cue", "said"),
        ("Content", "that the talks would resume in Geneva on Monday"), ("Attribution", "said"),
        ("Source", "she"), ("Cue", "added"), ("Content", "“We will sign the accord,”"), ("Attribution", "added"),
    ]  # fmt: skip
    rows = [f"T{n}\t{role} {place(words)}\t{words}" for n, (role, words) in enumerate(spans, 1)]
    events = ["E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1", "E2\tAttribution:T8 Content:T7 Cue:T6 Source:T5"]
    return "\n".join([*rows, *events, ""])


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """One small file of each kind, in the layouts in which data sets come."""
    for folder in ("syntax", "names/dev", "quotes/dev/attributions", "quotes/dev/text", "times/day"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "syntax/one.conllu").write_text(CONLLU, encoding="utf-8")
    (tmp_path / "names/dev/one.txt.tsv").write_text(WORLDWIDE, encoding="utf-8")
    (tmp_path / "quotes/dev/text/one_report.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "quotes/dev/attributions/one_report_ab12.ann").write_text(annotation(ARTICLE), encoding="utf-8")
    (tmp_path / "quotes/dev/attributions/one_report_cd34.ann").write_text("", encoding="utf-8")
    (tmp_path / "times/day/one.tml").write_text(TIMEML, encoding="utf-8")
    return tmp_path


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    script = ROOT / "benchmarks" / "annotator.py"
    return subprocess.run(
        [sys.executable, script, *map(str, arguments)], capture_output=True, text=True, check=False, cwd="/"
    )


def test_every_figure_is_in_the_json(data: Path) -> None:
    done = run("--syntax", data / "syntax/one.conllu", "--names", data / "names/dev", "--quotes", data / "quotes/dev",
               "--times", data / "times", "--json")  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)

    assert set(found["syntax"]) >= {"uas", "las", "upos"}
    assert found["syntax"]["upos"] > 50
    assert found["syntax"]["words"] == 7
    assert found["names"]["f1"] == found["names"]["exact"] > 0.5
    for role in ("source", "cue", "content"):
        assert found["quotes"][role]["gold"] == 2
        assert found["quotes"][role]["overlap"] >= found["quotes"][role]["exact"] > 0
    assert found["times"]["strict"] == found["times"]["relaxed"] == found["times"]["value"] == 0.8
    assert found["words_per_second"] > 0
    assert found["memory_mb"] > 0


def test_the_figures_read_as_lines(data: Path) -> None:
    told = "\n".join(lines(measure({"syntax": data / "syntax", "times": data / "times"}, Encoder())))

    assert "times value" in told
    assert "syntax las" in told
    assert "words_per_second" in told


def test_another_checkpoint_is_measured_in_its_own_folder(data: Path) -> None:
    shipped = ROOT / "src" / "communique" / "weights" / "annotator.onnx"
    (data / "checkpoint").mkdir()
    (data / "checkpoint" / "annotator.onnx").symlink_to(shipped)
    asked = {"syntax": data / "syntax"}

    assert measure(asked, Encoder(weights=data / "checkpoint"))["syntax"] == measure(asked, Encoder())["syntax"]


@pytest.mark.parametrize("option", ["--syntax", "--names", "--quotes", "--times", "--weights"])
def test_a_folder_without_such_files_is_named(option: str, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("nothing", encoding="utf-8")
    done = run(option, tmp_path, *(["--times", "x"] if option == "--weights" else []))

    assert done.returncode == 1
    assert done.stderr.startswith("benchmarks/annotator.py: ")
    assert str(tmp_path) in done.stderr or option == "--weights"


def test_without_anything_to_measure_the_options_are_told() -> None:
    done = run()

    assert done.returncode == 2
    assert "--quotes" in done.stderr


def test_worldwide_is_put_back_into_running_text(data: Path) -> None:
    (marked,) = names.name_set(data / "names").texts
    said = {kind: {marked.text[marked.words[a][0] : marked.words[b - 1][1]] for a, b in found}
            for kind, found in marked.spans.items()}  # fmt: skip

    assert marked.text.startswith("Foreign Minister Ana Petrova met the United Nations envoy in Geneva's old town.\n\n")
    assert said == {"PERSON": {"Ana Petrova"}, "ORG": {"United Nations"}, "LOC": {"Geneva"}}


def test_conll_2003_has_its_names_in_the_last_column_and_buildings_among_places(tmp_path: Path) -> None:
    (tmp_path / "one.bio").write_text(CONLL_2003, encoding="utf-8")
    found = names.name_set(tmp_path / "one.bio")

    assert [t.text for t in found.texts] == ["Ana Petrova flew to Geneva.", "Paris waits"]
    assert [t.spans["LOC"] for t in found.texts] == [{(4, 5)}, {(0, 1)}]
    assert found.texts[0].spans["PERSON"] == {(0, 2)}
    assert found.kinds["LOC"] == {"GPE", "LOC", "FAC"}


def test_a_file_without_tags_of_names_is_refused(tmp_path: Path) -> None:
    (tmp_path / "prose.txt").write_text("The envoys met.\nNobody signed.\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no column of BIO tags"):
        names.name_set(tmp_path)


def test_brat_files_lie_beside_their_texts_or_in_a_folder_of_their_own(data: Path, tmp_path: Path) -> None:
    flat = tmp_path / "flat"
    flat.mkdir()
    (flat / "report.txt").write_text(ARTICLE, encoding="utf-8")
    (flat / "report.ann").write_text(annotation(ARTICLE), encoding="utf-8")
    (apart,) = quotes.texts(data / "quotes")
    (beside,) = quotes.texts(flat)

    assert apart.spans == beside.spans == quotes.texts(flat / "report.ann")[0].spans
    assert len(apart.spans["content"]) == 2


def test_a_content_split_by_its_cue_is_two_spans(tmp_path: Path) -> None:
    text = "“We,” she said, “will sign.”"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    rows = ["T1\tContent 0 5;16 28\t“We,” “will sign.”", "T2\tCue 10 14\tsaid", "E1\tAttribution:T2 Content:T1 Cue:T2"]
    (tmp_path / "a.ann").write_text("\n".join(rows), encoding="utf-8")
    (marked,) = quotes.texts(tmp_path)

    assert sorted(marked.spans["content"]) == [(0, 4), (7, 12)]
    assert marked.spans["cue"] == {(5, 6)}
    assert marked.spans["source"] == frozenset()


def test_an_annotation_without_its_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "lost.ann").write_text("T1\tCue 0 4\tsaid\n", encoding="utf-8")
    with pytest.raises(FileNotFoundError, match=r"lost\.ann"):
        quotes.texts(tmp_path)


def test_timeml_gives_the_day_the_text_and_its_expressions(data: Path) -> None:
    (document,) = times.documents(data / "times")

    assert document.report.published == "2031-05-02"
    assert "Thursday & will" in document.report.text
    assert [document.report.text[m.start : m.end] for m in document.marked] == ["Thursday", "Tuesday", "fortnight"]


def test_timeml_without_a_text_element_is_read_whole(tmp_path: Path) -> None:
    old = TIMEML.replace("<TEXT>", "").replace("</TEXT>", "").replace("<DCT>", "").replace("</DCT>", "")
    (tmp_path / "old.xml").write_text(old, encoding="utf-8")
    (document,) = times.documents(tmp_path / "old.xml")

    assert document.report.published == "2031-05-02"
    assert "Tuesday" in document.report.text


def test_a_treebank_that_ends_without_an_empty_line_keeps_its_last_sentence(data: Path) -> None:
    (document,) = treebank(data / "syntax/one.conllu")

    assert [w.text for w in document.words][-2:] == ["Nobody", "spoke"]
    assert [w.spaced for w in document.words[:3]] == [True, False, True]


def test_overlaps_match_one_to_one() -> None:
    tally = Tally()
    tally.add(found=[(0, 9), (20, 22)], wanted=[(0, 2), (4, 6), (20, 22)])

    assert (tally.exact, tally.overlap) == (1, 2)
    assert tally.figures()["overlap"] == 0.8
    assert tally.figures()["precision"] == 0.5
