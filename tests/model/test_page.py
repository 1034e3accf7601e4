"""Look-ups over one reading."""

from communique.model.page import Page, once
from communique.model.span import Span


def test_a_shared_question_is_worked_out_once_a_page(annotate):
    worked_out = []

    @once
    def length(page: Page, token: int) -> int:
        worked_out.append(token)
        return len(page.tokens[token].text)

    page, other = annotate("Norway met Finland."), annotate("Norway met Finland.")

    assert [length(page, 0), length(page, 0), length(page, 1), length(other, 0)] == [6, 6, 3, 6]
    assert worked_out == [0, 1, 0]


def test_times_and_mentions_are_those_that_lie_wholly_inside(annotate):
    page = annotate("On Monday Norway met Finland. On Friday Portugal left.")
    first, second = (s.span for s in page.sentences)

    assert [t.text for t in page.times_in(first)] == ["Monday"]
    assert [r.name for _, r in page.mentions_in(second)] == ["PRT"]
    assert page.mentions_in(Span(second.start, second.start + len("On Friday Port"))) == []
    assert [r.name for _, r in page.mentions_in(first.join(second), "party")] == ["NOR", "FIN", "PRT"]


def test_every_word_of_a_time_knows_it(annotate):
    page = annotate("Norway met Finland on 5 May 2031.")
    told = [page.time_at(n) for n in range(len(page.tokens))]

    assert [t.text if t is not None else "" for t in told] == ["", "", "", "", *["5 May 2031"] * 3, ""]


def test_sentences_are_found_by_their_neighbours_and_by_words_in_them(annotate):
    page = annotate("Norway met Finland. Portugal left. Finland stayed.")
    first, second, third = page.sentences

    assert [page.sentence_before(s) for s in (first, second, third)] == [None, first, second]
    assert page.sentences_over(Span(first.start + 2, second.start + 1)) == [first, second]
    assert page.sentences_over(Span(first.end, second.start)) == []
    assert page.sentences_over(third.span) == [third]


def test_the_root_hangs_on_nothing(annotate):
    page = annotate("Norway met Finland.")
    root = next(n for n, token in enumerate(page.tokens) if token.head < 0)

    assert page.children(page.head(root)) == page.children(page.head(root), "root") == []
    assert page.child(page.head(root)) is None
    assert page.subtree(root) == list(range(len(page.tokens)))


def test_dependents_are_found_by_one_relation_or_several_whole_or_without_subtype(annotate):
    page = annotate("Norway's minister was met by envoys and observers.")
    verb = next(n for n, token in enumerate(page.tokens) if token.head < 0)
    subject = page.child(verb, "nsubj:pass")

    assert subject is not None
    assert page.children(verb, "nsubj") == page.children(verb, "nsubj:pass") == [subject]
    assert page.children(verb, "nsubj", "aux") == [subject, page.child(verb, "aux")]
    assert page.children(subject, "nmod") == page.children(subject, "nmod:poss", "obj")


def test_a_list_begins_with_the_first_of_those_it_joins(annotate):
    page = annotate("Norway, Finland and Portugal met.")
    root = next(n for n, token in enumerate(page.tokens) if token.head < 0)

    assert [page.first_of_list(n) for n in page.conjuncts(0)] == [0, 0, 0]
    assert [page.first_of_list(n) for n in (root, page.head(root))] == [root, -1]


def test_a_page_that_is_handed_the_tree_of_another_answers_alike(annotate):
    page = annotate("Norway met Finland. Portugal left.")
    read_on = Page(page.report, page.reading, page.tree)

    assert read_on.tree is page.tree
    assert [read_on.children(n) for n in range(len(page.tokens))] == [page.children(n) for n in range(len(page.tokens))]
    assert [read_on.sentence_of(n) for n in range(len(page.tokens))] == [
        s for s in page.sentences for _ in range(s.first, s.last)
    ]


def test_words_end_with_the_text_and_nothing_stands_before_the_first(annotate):
    page = annotate("Norway met Finland")

    assert [page.words(1, 9), page.words(3, 9), page.word_before(1), page.word_before(0)] == [
        "met Finland",
        "",
        "norway",
        "",
    ]


def test_tokens_are_joined_where_no_space_parts_them(annotate):
    page = annotate("The Norway-led talks")

    assert [page.words(n, n + 1) for n in range(5)] == ["The", "Norway", "-", "led", "talks"]
    assert page.are_joined(1, 4)
    assert not any((page.are_joined(0, 3), page.are_joined(2, 5), page.are_joined(-1, 1), page.are_joined(4, 6)))


def test_the_word_after_the_last_is_none(annotate):
    page = annotate("Norway left.")

    assert [page.word_after(n) for n in range(3)] == ["left", ".", ""]
