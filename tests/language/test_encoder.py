from functools import cache

from communique.language.encoder import Encoder
from communique.language.seam import Parse

REPORT = (
    "Norland and Southmark will resume talks next week, officials said on Friday.\n\n"
    "“We have made progress,” Foreign Minister Ana Petrova told reporters in Geneva. “We are not there yet.”\n\n"
    "Southmark's envoy, Jon Dale, said that his side could not accept the plan. The United Nations declined to comment."
)
OTHER = "THE ENVOYS MET IN VIENNA. NOBODY SAID A WORD."


@cache
def encoder() -> Encoder:
    return Encoder()


def parse(text: str) -> Parse:
    return encoder().parse([text])[0]


def test_nothing_is_loaded_before_the_first_text() -> None:
    assert Encoder()._loaded is None


def test_tokens_and_sentences_point_to_the_text() -> None:
    found = parse(REPORT)
    assert all(REPORT[token.start : token.end] == token.text for token in found.tokens)
    assert found.sentences[-1].last == len(found.tokens)
    assert len(found.sentences) == 5


def test_every_sentence_is_one_tree() -> None:
    found = parse(REPORT)
    for sentence in found.sentences:
        heads = [found.tokens[i].head for i in range(sentence.first, sentence.last)]
        assert heads.count(-1) == 1
        assert all(head == -1 or sentence.first <= head < sentence.last for head in heads)
    assert all((token.head == -1) == (token.deprel == "root") for token in found.tokens)


def test_a_sentence_of_several_windows_is_one_tree() -> None:
    found = parse("Norland and Southmark will resume talks next week and " * 40 + "rest.")
    assert len(found.sentences) == 1
    assert [token.head for token in found.tokens].count(-1) == 1
    assert "parataxis" in {token.deprel for token in found.tokens}


def test_the_verb_of_saying_has_its_subject() -> None:
    found = parse("The minister said that the talks had failed.")
    said = next(i for i, token in enumerate(found.tokens) if token.text == "said")
    subject = next(token for token in found.tokens if token.deprel == "nsubj" and token.head == said)
    assert (subject.text, found.tokens[said].lemma, found.tokens[said].xpos) == ("minister", "say", "VBD")


def test_people_and_places_are_named() -> None:
    names = {(name.text, name.kind) for name in parse(REPORT).names}
    assert ("Ana Petrova", "PERSON") in names
    assert ("Geneva", "GPE") in names or ("Geneva", "LOC") in names


def test_who_said_what() -> None:
    found = parse(REPORT).attributions
    spoken = [a for a in found if a.cue and REPORT[a.cue.start : a.cue.end].startswith("told")]
    assert spoken
    assert spoken[0].mode == "direct"
    assert spoken[0].source
    assert "Petrova" in REPORT[spoken[0].source.start : spoken[0].source.end]
    assert "made progress" in REPORT[spoken[0].contents[0].start : spoken[0].contents[0].end]


def test_what_is_found_does_not_depend_on_the_other_texts() -> None:
    alone = [parse(REPORT), parse(OTHER)]
    assert encoder().parse([REPORT, OTHER]) == alone
    assert encoder().parse([OTHER, REPORT, OTHER])[1:] == alone


def test_odd_texts_are_read() -> None:
    for text in ("", " \n ", "\u200b", "…", "a" * 5000, "word " * 900, "\u0301 \u202e 中文。"):
        found = parse(text)
        assert all(text[token.start : token.end] == token.text for token in found.tokens)


def test_a_word_of_very_many_pieces_is_read() -> None:
    address = "https://talks.example/" + "-".join(f"q{n}x" for n in range(400))
    found = parse(f"See {address} for more.")
    assert [token.text for token in found.tokens] == ["See", address, "for", "more", "."]
