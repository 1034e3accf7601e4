"""Speeches and statements printed in full: whose words they are, from where to where."""

from collections.abc import Callable

from communique.claims.statements import statements
from communique.model.page import Page

Annotate = Callable[..., Page]


def issued(page: Page) -> list[tuple[str, str, tuple[str, ...]]]:
    found = [c for c in statements(page) if c.made_by == "statements.issued"]
    return [(c.get("speaker"), c.get("channel"), c.all("content")) for c in found]


def test_a_speech_printed_in_full_is_its_speakers(annotate: Annotate):
    page = annotate(
        "Following is the full text of the address by Maretian President Ana Petrova to the council on Monday:\n\nI "
        "bring you greetings from the people of Maretia.\n\nLast month I offered an amnesty to the militants. The "
        "talks with their leaders will open on October 15.",
        title="Petrova's address to the council",
    )
    assert issued(page) == [
        (
            "Ana Petrova",
            "address",
            (
                "I bring you greetings from the people of Maretia.",
                "Last month I offered an amnesty to the militants.",
                "The talks with their leaders will open on October 15.",
            ),
        )
    ]


def test_a_statement_that_somebody_released_begins_after_the_colon(annotate: Annotate):
    page = annotate(
        "PORT VARNA, May 2 (Interport) -- Jon Dale, deputy foreign minister of Torvik, released the following "
        "statement on Friday:\n\nMaretia has tried to contact us since April. "
        "We do not think that there is a need to respond.",
        title="Statement of Deputy Foreign Minister of Torvik",
    )
    assert [(who, len(words)) for who, _, words in issued(page)] == [("Jon Dale", 2)]


def test_a_title_alone_says_whose_remarks_follow(annotate: Annotate):
    page = annotate(
        "Mr. President, I thank the council for its invitation. We shall keep the bridge open as long as we are in "
        "office.",
        title="Remarks by Foreign Minister Ana Petrova at the opening of the talks",
    )
    assert [who for who, *_ in issued(page)] == ["Ana Petrova"]


def test_a_report_goes_on_where_it_names_the_author_again(annotate: Annotate):
    page = annotate(
        "After the talks broke down, opposition leader Jon Dale issued the following statement:\n\nThe envoy has "
        "failed. We asked for a truce and received a timetable.\n\nDale has often called for new talks.\n\nThe "
        "began in April."
    )
    assert issued(page) == [
        ("Jon Dale", "statement", ("The envoy has failed.", "We asked for a truce and received a timetable."))
    ]


def test_a_report_about_remarks_is_nobodys_text(annotate: Annotate):
    page = annotate(
        "The governor of Orsa criticised the minister on Monday. Ana Petrova said that she stood by her words.",
        title="Remarks by Ana Petrova on the bridge draw anger",
    )
    assert issued(page) == []


def test_a_recorded_speech_begins_behind_its_line_in_brackets(annotate: Annotate):
    page = annotate(
        "[Speech by Maretian President Ana Petrova on Army Day, in Orsa -- recorded]\n\n[Text] O people of Maretia, we "
        "have chosen this path. We shall not retreat from it.",
        title="Petrova Addresses Army",
    )
    assert issued(page) == [
        (
            "Ana Petrova",
            "Speech",
            ("O people of Maretia, we have chosen this path.", "We shall not retreat from it."),
        )
    ]


def test_a_style_is_nobody(annotate: Annotate):
    page = annotate(
        "Mr. President,\n\nWe believe that a solution is possible. My country will do its utmost to that end.",
        title="STATEMENT BY H.E. MR. JON DALE, MINISTER OF FOREIGN AFFAIRS OF TORVIK, AT THE COUNCIL",
    )
    assert {who for who, *_ in issued(page)} == {"JON DALE"}


def test_paragraphs_without_marks_below_said_are_the_speakers(annotate: Annotate):
    page = annotate(
        "Torvik has welcomed the accord.\n\nSpeaking today, Foreign Minister Jon Dale said:\n\nI welcome the accord "
        "between the two governments. We will continue to support the talks.\n\nIt is important that all sides keep "
        "the truce.",
        title="Torvik welcomes the accord",
    )
    found = [c for c in statements(page) if c.made_by == "statements.issued"]

    assert {(c.get("speaker"), c.get("cue")) for c in found} == {("Jon Dale", "said")}
    assert found[-1].all("content")[-1] == "It is important that all sides keep the truce."


def test_below_said_a_report_that_goes_on_to_quote_is_no_text_of_the_speaker(annotate: Annotate):
    page = annotate(
        'Foreign Minister Jon Dale said:\n\nThe talks ended on Monday.\n\n"We are not content," said his deputy.',
        title="Talks end",
    )

    assert issued(page) == []


def test_a_readout_is_of_the_state_of_who_calls_not_of_who_is_called(annotate: Annotate):
    page = annotate(
        "Foreign Minister Karl Holm of Norway spoke today with Foreign Minister Ana Petrova of Kenya. The ministers "
        "reviewed the preparations for the second meeting of the joint commission in Oslo.",
        title="Readout of the Foreign Minister's call with the Foreign Minister of Kenya",
    )
    assert {speaker for speaker, _, _ in issued(page)} == {"NOR"}
