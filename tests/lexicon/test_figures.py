import pytest

from communique.lexicon.figures import party_of, state_of
from communique.lexicon.tables import rows


@pytest.mark.parametrize(
    ("name", "year", "party"),
    [
        ("Andrei Gromyko", 1972, "SUN"),
        ("ANDREI GROMYKO", 1972, "SUN"),
        ("Andrei Gromyko", 1995, ""),
        ("Boutros Boutros-Ghali", 1979, "EGY"),
        ("Boutros Boutros-Ghali", 1994, "UN"),
        ("Agnes Delmarre", 1994, ""),
    ],
)
def test_a_figure_speaks_for_a_party_while_in_public_life(name: str, year: int, party: str) -> None:
    assert party_of(name, year) == party


@pytest.mark.parametrize(
    ("name", "year", "state"),
    [
        ("Menachem Begin", 1978, "ISR"),
        ("Begin", 1978, "ISR"),
        ("Begin", 2010, ""),
        ("Menachem Begin", 2010, "ISR"),
        ("Boutros Boutros-Ghali", 1994, ""),
        ("Kim", 2018, ""),
        ("Sadat", 1978, "EGY"),
        ("Khatib", 1950, ""),
        ("Busaidi", 2015, "OMN"),
        ("Joseph R. Biden, Jr.", 2022, "USA"),
    ],
)
def test_the_state_of_a_figure_outlives_the_office_and_a_surname_must_be_one_figures_alone(
    name: str, year: int, state: str
) -> None:
    assert state_of(name, year) == state


def test_every_figure_has_a_party_and_years_in_order() -> None:
    for row in rows("figures"):
        assert row["party"], row
        assert not row["to"] or int(row["from"]) <= int(row["to"]), row


def test_a_surname_that_is_a_first_name_too_will_do_behind_a_title() -> None:
    assert (state_of("Clinton", 1998), state_of("Clinton", 1998, titled=True)) == ("", "USA")
