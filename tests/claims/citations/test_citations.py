"""Citations: where the report got it."""

from collections.abc import Callable

import pytest

from communique.claims.citations import citations
from communique.claims.statements import statements
from communique.model.page import Page

Annotate = Callable[..., Page]


def cited(page: Page) -> list[tuple[str, str]]:
    return [(c.get("cited"), c.get("kind")) for c in citations(page, statements(page))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We agree,” Jacques Chirac told Reuters.", ("Reuters", "news_agency")),
        ("The talks have begun, Le Monde reported on Monday.", ("Le Monde", "newspaper")),
        ("“We agree,” Jacques Chirac wrote on Telegram.", ("Telegram", "social_post")),
        ("“We agree,” Jacques Chirac said in an interview with the BBC.", ("BBC", "interview")),
        ("Speaking to broadcaster RTS, Jacques Chirac said that France would agree.", ("RTS", "broadcaster")),
        ("“We agree,” Jacques Chirac said in a statement.", ("statement", "press_release")),
        ("A senior official said that the talks would resume.", ("A senior official", "anonymous_source")),
    ],
)
def test_a_named_source_is_cited_with_its_kind(annotate: Annotate, text: str, expected: tuple[str, str]):
    assert cited(annotate(text)) == [expected]


@pytest.mark.parametrize("mark", "'’")
def test_a_paper_is_cited_without_the_article_whatever_the_apostrophe(annotate: Annotate, mark: str) -> None:
    page = annotate(f"The People{mark}s Daily reported on Monday that the talks had begun.")
    assert cited(page) == [(f"People{mark}s Daily", "newspaper")]


def test_an_agency_is_cited_by_its_name_alone(annotate: Annotate):
    assert cited(annotate("The talks have begun, according to the official Xinhua news agency.")) == [
        ("Xinhua", "news_agency")
    ]


def test_an_outlet_that_only_covers_the_event_is_no_source(annotate: Annotate):
    assert cited(annotate("The delegation visited the offices of Le Monde in Paris.")) == []


def test_a_person_without_a_channel_is_no_citation(annotate: Annotate):
    assert cited(annotate("Jacques Chirac said that the talks would resume.")) == []


def test_one_source_is_cited_once(annotate: Annotate):
    page = annotate("“We agree,” Jacques Chirac told Reuters. “We will sign,” Chirac told Reuters later.")
    assert cited(page) == [("Reuters", "news_agency")]


def test_the_grade_says_how_far_a_source_can_be_held_to_its_word(annotate: Annotate):
    page = annotate("“We agree,” Jacques Chirac told Reuters. A diplomat said that the plan was new.")
    grades = {c.get("cited"): c.get("grade") for c in citations(page, statements(page))}
    assert grades == {"Reuters": "on_record", "A diplomat": "anonymous"}


def test_an_outlet_in_apposition_to_another_name_is_not_cited_again(annotate: Annotate):
    page = annotate("The Harbour Post, a left-leaning newspaper, said on Monday that the envoys had left for Torvik.")
    assert ("newspaper", "newspaper") not in cited(page)


def test_two_groups_of_officials_are_two_sources(annotate: Annotate):
    page = annotate(
        "Three French officials said the draft was ready. Two officials said it would be shown to nobody before May."
    )
    assert [name for name, kind in cited(page) if kind == "anonymous_source"] == [
        "Three French officials",
        "Two officials",
    ]


@pytest.mark.parametrize("text", ["It was sent by the news app company.", "A post on a social media network service."])
def test_a_description_of_a_company_without_a_name_is_read_without_a_fault(annotate: Annotate, text: str):
    cited(annotate(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three people familiar with the matter said Norway would join.", "Three people familiar with the matter"),
        ("A person briefed on the talks said Oslo had set no conditions.", "A person briefed on the talks"),
    ],
)
def test_people_who_know_of_a_matter_are_unnamed_sources(annotate: Annotate, text: str, expected: str):
    assert cited(annotate(text)) == [(expected, "anonymous_source")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Jonas Vell, speaking to state broadcaster RTS after the meetings, said Oslo would withdraw.",
            ("RTS", "broadcaster"),
        ),
        ("Jonas Vell, speaking by phone to the BBC, dismissed the reports as “fiction”.", ("BBC", "broadcaster")),
        ("The minister Jonas Vell told Rossiya-24 that the plan would be studied.", ("Rossiya-24", "broadcaster")),
        ("Jonas Vell told the Lanner Times that talks would resume.", ("Lanner Times", "newspaper")),
        ("Jonas Vell told Radio Lanner that talks would resume.", ("Radio Lanner", "broadcaster")),
        (
            "He is to meet the rebels in Oslo, according to the pro-government newspaper Al-Rayaam.",
            ("Al-Rayaam", "newspaper"),
        ),
    ],
)
def test_an_outlet_that_was_told_is_a_source_known_or_not(annotate: Annotate, text: str, expected: tuple[str, str]):
    assert cited(annotate(text)) == [expected]


def test_the_press_that_was_told_is_no_source(annotate: Annotate):
    assert cited(annotate("“We agree,” Jonas Vell said to the press on Monday.")) == []
    assert cited(annotate("Jonas Vell was not authorized to speak to media about the talks.")) == []


def test_who_has_seen_a_letter_is_a_source(annotate: Annotate):
    page = annotate("In a letter seen by AFP, the prime minister, Jonas Vell, wrote that the border was open.")
    assert cited(page) == [("letter", "document"), ("AFP", "news_agency")]


def test_an_interview_with_an_outlet_that_nobody_listed_is_cited(annotate: Annotate):
    assert cited(annotate("Jonas Vell said in an interview with Novaya Torvik that he would go.")) == [
        ("Novaya Torvik", "interview")
    ]
    assert cited(annotate("Livia Moran said in an interview with Jonas Vell that she would go.")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Lanner Press Agency reported on Tuesday that the two had met.", [("Lanner Press Agency", "news_agency")]),
        (
            "The base was turned down, Lanner Wire reported. She wants more, the agency said.",
            [("Lanner Wire", "news_agency")],
        ),
        ("The Lanner Space Agency reported a delay.", []),
    ],
)
def test_an_outlet_that_nobody_listed_reports(annotate: Annotate, text: str, expected: list[tuple[str, str]]):
    assert cited(annotate(text)) == expected


def test_a_reporter_hears_for_an_outlet(annotate: Annotate):
    page = annotate("Speaking to a Reuters correspondent, the minister, Jacques Chirac, said the door was open.")
    assert cited(page) == [("Reuters", "news_agency")]


def test_the_agency_is_the_one_named_before(annotate: Annotate):
    page = annotate(
        "A truce is near, the news agency Interfax reported on Monday. The envoy, Jacques Chirac, told the agency that "
        "the sides would sign."
    )
    assert cited(page) == [("Interfax", "news_agency")]


def test_who_speaks_to_an_outlet_is_the_nearest(annotate: Annotate):
    page = annotate(
        "France's embassy said the kingdom was in favour of a deal, but a French official, speaking to Reuters on "
        "condition of anonymity, warned it would make the region dangerous."
    )
    found = {c.get("cited"): c.get("by") for c in citations(page, statements(page))}
    assert found["Reuters"] == "a French official"


def test_a_description_is_cited_whole(annotate: Annotate):
    page = annotate("France's state-run radio said that separate deals would not bring peace.")
    assert cited(page) == [("state-run radio", "broadcaster")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jacques Chirac told The Associated Press that France would agree.", ("The Associated Press", "news_agency")),
        ("In an interview from Paris on ABC, Jacques Chirac said that France would agree.", ("ABC", "interview")),
        ("“We agree,” said a spokesman, who by custom was not identified.", ("a spokesman", "anonymous_source")),
        ("The Front has won 51 seats, according to official results.", ("official results", "document")),
        (
            "The talks have begun, according to a joint statement released by the foreign ministry of France.",
            ("a joint statement", "press_release"),
        ),
    ],
)
def test_a_source_is_cited_in_the_words_for_it_alone(annotate: Annotate, text: str, expected: tuple[str, str]):
    assert cited(annotate(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We agree,” Jacques Chirac said in an interview with the state-owned broadcaster, RTS, on Monday.",
            [("RTS", "interview")],
        ),
        (
            "Jacques Chirac told the BBC's US news partner, CBS News, that talks would resume.",
            [("CBS News", "broadcaster")],
        ),
        ("Jacques Chirac told the Times that talks would resume.", [("Times", "newspaper")]),
        ("In an op-ed in the Financial Times, Jacques Chirac wrote so.", [("Financial Times", "newspaper")]),
        ("The Interfax news agency quoted Jacques Chirac as saying so.", [("Interfax", "news_agency")]),
        ("The state news agency Saba accused the rebels of breaking the truce.", [("Saba", "news_agency")]),
        ("The BBC's Anna Lindt, reporting from Rhodes, says the talks are stalled.", [("BBC", "broadcaster")]),
        ("The Daily Lantern, a Maretian newspaper, reported that it was so.", [("Daily Lantern", "newspaper")]),
        (
            "“They failed,” the Torvikan envoy said, according to a statement by the Omani foreign ministry.",
            [("a statement by the Omani foreign ministry", "press_release")],
        ),
        ("One commander said that the city was encircled.", [("One commander", "anonymous_source")]),
        ("The deal was close, said a spokesman who asked not to be named.", [("a spokesman", "anonymous_source")]),
        ("Lawmakers called on the government to resign.", []),
        ("Residents rejected the plan.", []),
        ("The plan drew thousands of posts on Facebook.", []),
        ("Jacques Chirac promised a hospital after a campaign on Twitter.", []),
        ("Like the Lantern Post on Facebook and follow us on Twitter.", []),
        ("According to the National Forensic Service, they drowned.", []),
        ("The League's refugee agency said that the camp was full.", []),
        ("Aid agencies said that the camp was full.", []),
        ("The state-run agency reported that the camp was full.", [("state-run agency", "news_agency")]),
    ],
)
def test_sources_beside_commas_articles_reporters_and_crowds(
    annotate: Annotate, text: str, expected: list[tuple[str, str]]
):
    assert cited(annotate(text)) == expected


def test_whose_a_text_is_its_own_words_tell(annotate: Annotate):
    page = annotate("“They failed,” Anna Lindt said, according to a statement by the Omani foreign ministry.")
    assert [c.get("by") for c in citations(page, statements(page))] == ["OMN"]


def test_what_unnamed_officials_stress_or_assail_is_their_word_on_it(annotate: Annotate) -> None:
    page = annotate("Senior French officials stressed the importance of the pact. Paris rejected the bill.")
    assert cited(page) == [("Senior French officials", "anonymous_source")]


def test_what_an_outlet_was_first_to_report_is_relayed(annotate: Annotate) -> None:
    page = annotate("The envoy will resign, as first reported by Politico on Monday.")
    (source,) = citations(page, statements(page))
    assert (source.get("cited"), source.get("grade"), source.get("by")) == ("Politico", "relayed", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In a statement to Reuters, Jacques Chirac said that the deal was dead.", [("Reuters", "news_agency")]),
        ("In an email to Le Monde, Jacques Chirac said that the deal was dead.", [("Le Monde", "newspaper")]),
        (
            "In a statement, Jacques Chirac told Reuters that the deal was dead.",
            [("statement", "press_release"), ("Reuters", "news_agency")],
        ),
        ("A BBC report said that the envoys met in secret.", [("BBC", "broadcaster")]),
        (
            "A Reuters report citing a diplomat said that the envoys met in secret.",
            [("Reuters", "news_agency"), ("a diplomat", "anonymous_source")],
        ),
        ("Jacques Chirac said over Radio France that the army would leave.", [("Radio France", "broadcaster")]),
    ],
)
def test_an_outlet_is_cited_itself_for_its_reports_and_for_what_it_was_sent(
    annotate: Annotate, text: str, expected: list[tuple[str, str]]
) -> None:
    assert cited(annotate(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A source familiar with the talks said that gaps remained. A source told Reuters that Kenya had left.",
            ["A source familiar with the talks", "A source", "Reuters"],
        ),
        (
            "An official of the ministry said that gaps remained. The official said that Kenya had left.",
            ["An official of the ministry"],
        ),
        (
            "There have been unconfirmed media reports this week that Kenya made an offer.",
            ["unconfirmed media reports"],
        ),
        ("The envoy left amid media reports that Kenya had made an offer.", ["media reports"]),
        ("The ministry denied reports that Kenya had made an offer.", []),
        ("The envoy left after police reports that a bomb had been found.", []),
    ],
)
def test_reports_of_whoever_and_other_unnamed_sources_are_sources(
    annotate: Annotate, text: str, expected: list[str]
) -> None:
    assert [name for name, _ in cited(annotate(text))] == expected
