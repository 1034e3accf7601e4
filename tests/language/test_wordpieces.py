from communique.language.wordpieces import cutter

VOCABULARY = ["[CLS]", "[SEP]", "[UNK]", "talk", "##s", "cafe", "a", "-", "b"]


def test_words_are_cut_into_their_longest_pieces() -> None:
    pieces, begin, stop = cutter(VOCABULARY)
    assert (begin, stop) == (0, 1)
    assert pieces("Talks") == (3, 4)
    assert pieces("Café") == (5,)
    assert pieces("a-b") == (6, 7, 8)
    assert pieces("xyz") == pieces("\u200b") == (2,)
