"""Who takes a step: those the sentence names, else those told around it."""

import pytest

from communique.claims.holders import Voices
from communique.claims.meetings import meetings
from communique.claims.next_steps.actors import options, told
from communique.claims.next_steps.candidates import candidates
from communique.claims.next_steps.choice import chosen
from communique.claims.offices import offices
from communique.claims.scoring import load
from communique.claims.statements import statements


def read(annotate, text):
    page = annotate(text, published="2005-07-11")
    return page, Voices(page, statements(page), offices(page)), meetings(page)


def who(annotate, text, words):
    """Who takes the step whose words begin so."""
    page, voices, met = read(annotate, text)
    step = next(c for c in candidates(page, voices) if page.text(c.what).startswith(words))
    return set(chosen(page, voices, step, met, load("next_step_actors"))[0].names)


@pytest.mark.parametrize(
    "text",
    [
        "Indonesia and Finland met in Helsinki on Monday. Negotiators will return to Helsinki on Friday.",
        "Indonesia and Finland held talks in Helsinki. The leaders are expected to return to Helsinki on Friday.",
    ],
)
def test_those_who_meet_are_the_parties_of_the_meeting_told_last(annotate, text):
    assert {"IDN", "FIN"} <= who(annotate, text, "return")


def test_leaders_who_are_called_more_than_that_are_not_those_of_the_meeting(annotate):
    text = "Indonesia met Finland in Helsinki. Rebel leaders from the hills will return to Aceh on Friday."

    assert not {"IDN", "FIN"} <= who(annotate, text, "return")


def test_whom_the_sentence_names_takes_the_step_before_all_others(annotate):
    text = "Finland said after a meeting with Indonesia that Norway would hold talks in Oslo with the rebels."
    page, voices, met = read(annotate, text)
    step = next(c for c in candidates(page, voices) if page.text(c.what).startswith("hold"))
    found = options(page, voices, step, met)
    sure = told(page, voices, step, found)

    assert any("NOR" not in one.names for one in found)
    assert all("NOR" in one.names for one in sure)


def test_whom_the_sentence_names_surely_takes_the_step(annotate):
    page = annotate("Norway and Portugal met in Lisbon. Norway will send an envoy to Lisbon.", published="2005-07-11")
    voices, met = Voices(page, statements(page), offices(page)), meetings(page)
    step = candidates(page, voices)[-1]

    assert chosen(page, voices, step, met, load("next_step_actors"))[1] > 0.5


def ways(annotate, text, words):
    """The names of every option of the step whose words begin so, by way."""
    page, voices, met = read(annotate, text)
    step = next(c for c in candidates(page, voices) if page.text(c.what).startswith(words))
    return {way: set(one.names) for one in options(page, voices, step, met) for way in one.ways}


def test_those_between_whom_something_is_to_be_may_be_named_deep_in_its_phrase(annotate):
    text = "Negotiations on a trade pact between Indonesia and Finland need to be concluded."

    assert ways(annotate, text, "conclude")["partner"] == {"IDN", "FIN"}


def test_a_delegation_led_by_somebody_is_whoever_leads_it(annotate):
    text = "A large delegation led by Finnish Foreign Minister Erkki Tuomioja will travel to Jakarta."

    assert ways(annotate, text, "travel")["doer"] == {"FIN", "Erkki Tuomioja"}


def test_talks_that_name_nobody_may_be_those_of_the_main_parties(annotate):
    text = "Indonesia and Finland hope for peace. The talks will resume in August."

    assert ways(annotate, text, "resume")["main"] == {"IDN", "FIN"}


def test_what_a_thing_does_may_be_done_by_the_main_parties_or_those_named_before(annotate):
    text = "Indonesia and Finland hope for peace. Norway sent a ship. The trucks will cross the border on Friday."
    found = ways(annotate, text, "cross")

    assert len(found["main"]) == 2
    assert found["before"] == {"NOR"}


def test_what_somebodys_people_do_may_be_done_by_whom_they_belong_to(annotate):
    assert ways(annotate, "Finland's fishermen will go on strike on Friday.", "go")["whose"] == {"FIN"}


def test_what_is_no_agent_takes_no_step(annotate):
    assert "noun" not in ways(annotate, "The truce will be extended by Finland.", "extend")


def test_both_leaders_are_those_who_head_the_states(annotate):
    text = (
        "Indonesian President Susilo Bambang Yudhoyono and Finnish President Tarja Halonen spoke on Monday. "
        "Finland's national security adviser Per Dahl said the call was long. "
        "The two leaders are expected to discuss trade, Dahl told reporters."
    )

    assert {"Susilo Bambang Yudhoyono", "Tarja Halonen"} <= ways(annotate, text, "discuss")["doer"]


def test_those_with_whom_talks_are_to_be_held_take_part(annotate):
    assert ways(annotate, "Indonesia will hold talks with Finland in Oslo.", "hold")["together"] == {"IDN", "FIN"}


def test_the_two_are_those_named_in_the_sentence_before(annotate):
    text = (
        "Norway met Indonesia, and Norway praised Indonesia. President Tarja Halonen of Finland is to call President "
        "Lech Kaczynski of Poland. The two could meet in Oslo."
    )

    assert ways(annotate, text, "meet")["doer"] == {"FIN", "Tarja Halonen", "POL", "Lech Kaczynski"}


def test_a_possessor_is_not_the_second_of_those_who_act(annotate):
    text = (
        "Former senator George Mitchell chairs the talks. President Tarja Halonen of Finland and his Irish colleague, "
        "Bertie Ahern, will meet in Oslo."
    )

    assert "George Mitchell" not in ways(annotate, text, "meet")["doer"]


def test_a_town_in_the_dateline_takes_no_step(annotate):
    text = "Bamako/Dakar – The Economic Community of West African States (ECOWAS) will send a delegation to Helsinki."

    assert who(annotate, text, "send") == {"Economic Community of West African States"}


def test_those_who_are_urged_take_the_step(annotate):
    text = "Norway called for the release of President Tarja Halonen of Finland and urged the soldiers to go home."

    assert who(annotate, text, "go") == {"soldiers"}


def test_a_court_takes_the_step_that_others_expect_of_it(annotate):
    text = "Indonesia met Finland in Helsinki. Oslo is expecting the tribunal to hand down a ruling this month."

    assert who(annotate, text, "hand down") == {"tribunal"}
