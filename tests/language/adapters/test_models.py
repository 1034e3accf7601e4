import sys

import pytest

from communique.errors import MissingExtra
from communique.language.adapters.gliner_names import GlinerNames
from communique.language.adapters.spacy_pipeline import SpacyParser
from communique.language.encoder import Encoder
from fakes import FakeSpacy, LyingGliner

TEXT = "The envoy met Petrova's aide.\n\nNobody signed."


def test_spacy_reads_our_words_and_sentences() -> None:
    (parse,) = SpacyParser(FakeSpacy()).parse([TEXT])

    assert [t.text for t in parse.tokens][:6] == ["The", "envoy", "met", "Petrova", "'s", "aide"]
    assert [s.paragraph for s in parse.sentences] == [0, 1]
    assert [(n.text, n.kind) for n in parse.names] == [("Petrova", "PERSON")]
    assert parse.tokens[1].head == 2
    assert parse.tokens[2].deprel == "root"


def test_names_of_a_model_that_lies_are_those_that_stand_in_the_text() -> None:
    (parse,) = GlinerNames(Encoder(), LyingGliner()).parse([TEXT])

    assert [n.text for n in parse.names] == ["The", "Nobody"]
    assert {n.kind for n in parse.names} == {"PERSON"}


@pytest.mark.parametrize(
    ("module", "load"), [("spacy", SpacyParser.load), ("gliner", lambda n: GlinerNames.load(n, Encoder()))]
)
def test_a_missing_extra_is_named(module: str, load: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtra, match=rf"communique\[{module}\]"):
        load("any")  # type: ignore[operator]


def test_the_versions_name_the_models() -> None:
    assert SpacyParser(FakeSpacy()).version == "spacy-en_fake-1"
    assert GlinerNames(SpacyParser(FakeSpacy()), LyingGliner(), name="a/small").version == "spacy-en_fake-1+small-0.5"
