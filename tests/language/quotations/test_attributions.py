"""Who says what, on texts of our own."""

from collections.abc import Callable

import pytest

from communique.model.page import Page
from communique.model.reading import Attribution

Annotate = Callable[..., Page]


def only(page: Page) -> Attribution:
    assert len(page.reading.attributions) == 1, page.reading.attributions
    return page.reading.attributions[0]


def words(page: Page, attribution: Attribution) -> list[str]:
    return [page.text(c) for c in attribution.contents]


def test_a_clause_is_what_was_said_without_that_and_cue(annotate: Annotate):
    page = annotate("The minister said that the talks in Oslo were useful.")
    found = only(page)
    assert words(page, found) == ["the talks in Oslo were useful"]
    assert found.cue is not None
    assert page.text(found.cue) == "said"
    assert found.mode == "indirect"


def test_a_quotation_is_given_without_marks_and_without_its_last_comma(annotate: Annotate):
    page = annotate("“The talks were useful,” the minister said.")
    found = only(page)
    assert words(page, found) == ["The talks were useful"]
    assert found.mode == "direct"


def test_a_quotation_split_by_its_cue_is_one_attribution(annotate: Annotate):
    page = annotate("“We came to talk,” the minister said. “We leave with a plan.”")
    assert words(page, only(page)) == ["We came to talk", "We leave with a plan."]


def test_a_paraphrase_with_quoted_words_is_mixed(annotate: Annotate):
    page = annotate("The envoy said the plan was “dead on arrival” and should be dropped.")
    found = only(page)
    assert found.mode == "mixed"
    assert words(page, found) == ["the plan was “dead on arrival” and should be dropped"]


def test_words_after_a_colon_belong_to_the_cue(annotate: Annotate):
    page = annotate("The president told reporters: “We will sign on Monday.”")
    assert words(page, only(page)) == ["We will sign on Monday."]


def test_a_fronted_clause_ends_at_its_cue(annotate: Annotate):
    page = annotate("The ceasefire is holding in the north, the mediator said.")
    assert words(page, only(page)) == ["The ceasefire is holding in the north"]


def test_a_participle_goes_on_for_the_same_speaker(annotate: Annotate):
    page = annotate("The minister said the talks were useful, adding that a new round would follow in June.")
    assert [words(page, a) for a in page.reading.attributions] == [
        ["the talks were useful"],
        ["a new round would follow in June"],
    ]


def test_a_source_after_according_to_speaks(annotate: Annotate):
    page = annotate("According to the ministry, the border will open in May.")
    found = only(page)
    assert found.source is not None
    assert page.text(found.source) == "the ministry"
    assert words(page, found) == ["the border will open in May"]


def test_declining_to_comment_says_nothing(annotate: Annotate):
    page = annotate("The spokesman declined to comment on the report.")
    assert page.reading.attributions == ()


def test_verbs_inside_a_quotation_are_no_attributions_of_their_own(annotate: Annotate):
    page = annotate("“They told us that the border will stay closed,” the minister said.")
    assert len(page.reading.attributions) == 1


def test_no_attribution_without_anybody_saying_anything(annotate: Annotate):
    assert annotate("The delegations arrived in Oslo on Monday.").reading.attributions == ()


def source(page: Page, attribution: Attribution) -> str:
    return page.text(attribution.source) if attribution.source else ""


def test_a_participle_goes_on_for_the_subject_of_its_clause(annotate: Annotate):
    page = annotate("The two sides are preparing a date, envoy Anna Holt said on Monday, noting that it was not fixed.")
    noted = next(a for a in page.reading.attributions if a.cue and page.text(a.cue) == "noting")
    assert source(page, noted).endswith("Anna Holt")


def test_a_name_and_a_colon_before_a_quotation_say_who_speaks(annotate: Annotate):
    page = annotate("Foreign Minister Aristide Briand: “We have come a long way. The rest can wait.”")
    found = only(page)
    assert source(page, found) == "Foreign Minister Aristide Briand"
    assert words(page, found) == ["We have come a long way. The rest can wait."]


def test_a_source_is_never_among_the_words_said(annotate: Annotate):
    page = annotate("The strengthened guarantees meet the main demands of Norway, the delegations underscored.")
    for found in page.reading.attributions:
        assert found.source is None or not any(c.covers(found.source) for c in found.contents)


def said_by(page: Page) -> list[tuple[str, list[str]]]:
    return [(page.text(a.source) if a.source else "", words(page, a)) for a in page.reading.attributions]


def test_words_end_where_an_outer_saying_begins(annotate: Annotate):
    page = annotate("Maretian Prime Minister Livia Moran said the border would stay closed, state radio reported.")
    assert ("Maretian Prime Minister Livia Moran", ["the border would stay closed"]) in said_by(page)


def test_a_quotation_that_an_agency_passes_on_comes_once_and_from_its_speaker(annotate: Annotate):
    page = annotate(
        "Livia Moran urged both sides to return to the table. "
        "“There is no military solution,” she said, according to the Saudi Press Agency."
    )
    assert said_by(page)[1:] == [("she", ["There is no military solution"])]


def test_who_is_quoted_speaks_and_not_the_outlet(annotate: Annotate):
    for text in (
        "Torvik Radio quoted Jonas Vell as saying the talks were close to an end.",
        "Jonas Vell was quoted by Torvik Radio as saying the talks were close to an end.",
    ):
        assert said_by(annotate(text)) == [("Jonas Vell", ["the talks were close to an end"])]


def test_what_an_outlet_cites_is_no_part_of_the_words(annotate: Annotate):
    page = annotate(
        "According to the Torvik Courier, citing an unnamed official in Lanner, the envoy plans to see the general."
    )
    assert words(page, only(page)) == ["the envoy plans to see the general"]
    page = annotate("Reuters reported that the talks had failed, citing two officials.")
    assert said_by(page) == [("Reuters", ["the talks had failed"])]


def test_the_place_of_saying_is_no_part_of_the_words(annotate: Annotate):
    page = annotate(
        "Prime Minister Jonas Vell said in Lanner that his government would attend the talks only if the truce held, "
        "state radio said."
    )
    assert ["his government would attend the talks only if the truce held"] in [w for _, w in said_by(page)]


@pytest.mark.parametrize(
    ("text", "cue", "said"),
    [
        (
            "The Maretian premier, Odo Brask, underlined the need for closer ties with Torvik.",
            "underlined",
            "the need for closer ties with Torvik",
        ),
        (
            "After the meeting, the envoy voiced the island's readiness to open its ports to Torvik.",
            "voiced",
            "the island's readiness to open its ports to Torvik",
        ),
    ],
)
def test_a_verb_that_only_words_can_do_needs_no_clause(annotate: Annotate, text: str, cue: str, said: str):
    page = annotate(text)
    found = only(page)
    assert found.cue is not None
    assert page.text(found.cue) == cue
    assert words(page, found) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "The standoff underscored the danger of a wider war.",
        "President Ada Quill dismissed her defence minister, Karl Holm, on Tuesday.",
        "OSTERVIK (Ostervik News Agency) — President Ada Quill dismissed Norway's chief negotiator, Karl Holm.",
        "Kenya, which Chad claims as its own, was quiet.",
        "Odo Brask will urge the rebels to release the prisoners.",
        "The rebels were urged to release the prisoners.",
        "Odo Brask, who was accused of helping the rebels, left the island.",
        "Odo Brask is expected to say that the port is open.",
        "The rebels have seldom called for a truce.",
        "Odo Brask neither confirmed nor denied the report.",
        "But has Odo Brask ruled out a new round of talks?",
        "Who said that the rebels would release the prisoners?",
    ],
)
def test_what_nobody_has_said_yet_is_no_attribution(annotate: Annotate, text: str):
    assert not annotate(text).reading.attributions


@pytest.mark.parametrize(
    "text",
    [
        "“We will go on,” the minister said, according to a statement by the Torvik foreign ministry.",
        "The minister said that Maretia will go on, the Anadolu news agency reported.",
    ],
)
def test_what_an_outlet_or_a_text_passes_on_is_said_by_its_speaker_alone(annotate: Annotate, text: str):
    page = annotate(text)
    found = only(page)
    assert found.source is not None
    assert page.text(found.source).casefold() == "the minister"
    assert words(page, found)[0] in ("We will go on", "Maretia will go on")


@pytest.mark.parametrize(
    "text",
    [
        "Odo Brask was quoted by Anadolu as saying that the port would open.",
        "Odo Brask was cited by the state news agency as saying that the port would open.",
        "Odo Brask was quoted as saying that the port would open.",
    ],
)
def test_whoever_is_quoted_is_the_speaker_and_not_who_quotes(annotate: Annotate, text: str):
    page = annotate(text)
    found = only(page)
    assert found.source is not None
    assert page.text(found.source) == "Odo Brask"
    assert words(page, found) == ["the port would open"]


def test_two_verbs_of_saying_of_one_speaker_are_two_attributions(annotate: Annotate):
    page = annotate(
        "The deputy head of the delegation said Torvik should reduce its patrols in the region "
        "and said any attempts to isolate it would fail."
    )
    assert [words(page, a) for a in page.reading.attributions] == [
        ["Torvik should reduce its patrols in the region"],
        ["any attempts to isolate it would fail"],
    ]
    assert len({a.source for a in page.reading.attributions}) == 1


def test_a_clause_may_be_closed_by_who_continued(annotate: Annotate):
    page = annotate("The call came within the regular consultations between the two sides, Odo Brask continued.")
    assert words(page, only(page)) == ["The call came within the regular consultations between the two sides"]


def test_talks_called_off_are_no_words(annotate: Annotate):
    assert not annotate("Odo Brask called off the talks on Monday.").reading.attributions
