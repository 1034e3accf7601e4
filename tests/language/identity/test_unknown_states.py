"""States that no lexicon knows."""

import pytest


def parties(page):
    return {r.name for r in page.reading.referents if r.kind == "party"}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The government of Ostravar said on Monday that it would sign.", "Ostravar"),
        ("Delegations of the Kingdom of Velmoor met at the coast.", "Velmoor"),
        ("The ambassador of Quorrin left the room.", "Quorrin"),
        ("The Drevanto side restated that the islets are rocks.", "Drevanto"),
        ("Nobody spoke of the border with Skarrow, which is closed.", "Skarrow"),
        ("The river runs over the border to its bigger neighbour, Hollenau.", "Hollenau"),
        ("Envoys of the Four (Drevanto, Brellia and the United States) are in the room.", "Drevanto"),
        ("Mines were laid by Skarrow's navy in the strait.", "Skarrow"),
        ("President Tomas Arden of Maretia signed the plan on Sunday.", "Maretia"),
        ("Foreign Minister Ilse Brandt of Velmoor left for the coast.", "Velmoor"),
        ("Maretia has turned down a permanent base on the islands.", "Maretia"),
        ("Maretia will be represented by Ambassador Rosa Quint.", "Maretia"),
        ("The Maretia Press Agency said that Maretian Foreign Minister Livia Moran had met him.", "Maretia"),
        ("Velmoria and Maretia sign a plan. The Velmorian army left the islands.", "Maretia"),
    ],
)
def test_a_name_is_a_state_where_it_has_what_states_have(annotate, text, state):
    assert state in parties(annotate(text))


def test_a_demonym_makes_a_state_of_a_name_and_is_no_state_itself(annotate):
    page = annotate(
        "Tarkhan and Mordal agreed to talk. The Tarkhani government was pleased. The Tarkhanis said that Tarkhan won."
    )
    assert "Tarkhan" in parties(page)
    assert not {"Tarkhani", "Tarkhanis"} & parties(page)


def test_a_realm_and_its_short_name_are_one_state(annotate):
    page = annotate("The Republic of Velmoor sent a delegation. Velmoor said that it would sign.")
    velmoor = next(r for r in page.reading.referents if r.name == "Velmoor")
    assert velmoor.kind == "party"
    assert len(velmoor.mentions) >= 2
    assert "Republic of Velmoor" not in {r.name for r in page.reading.referents}


def test_two_states_that_a_hyphen_joins_are_two(annotate):
    page = annotate("The Velmoor-Skarrow communique was read out. The government of Velmoor and Skarrow's army agreed.")
    assert {"Velmoor", "Skarrow"} <= parties(page)
    assert not any("-" in name for name in parties(page))


@pytest.mark.parametrize(
    "text",
    [
        "Daniel Okello said that he would go. Okello's delegation left on Monday.",
        "Fighting went on in Wadi Dahab, near the Velmoor crossing.",
        "The Federation of Island Women met in the harbour.",
        "SKARROW - The fishermen held there were not released on Saturday, a court said.",
        "Ada Lindqvist, the president of Hartwell, said that her university would close for a week.",
    ],
)
def test_a_person_a_place_and_a_federation_of_people_are_no_state(annotate, text):
    assert not parties(annotate(text))
