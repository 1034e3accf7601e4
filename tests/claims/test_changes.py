"""Offices that change hands, in sentences about mediations of the past and states that never were."""

from collections.abc import Callable

import pytest

from communique.claims.changes import changes, offices_told
from communique.claims.offices import offices
from communique.model.page import Page

Annotate = Callable[..., Page]
Row = tuple[str, str, str, str, str]

DAY = "1948-09-24"


def rows(page: Page) -> list[Row]:
    """Every change as person, change, role, whom it replaces and when."""
    fields = ("person", "change", "role", "replaces", "when")
    return [tuple(c.get(f) for f in fields) for c in changes(page, offices(page))]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The council appointed Ralph Bunche as acting mediator on Monday.",
            ("Ralph Bunche", "appointed", "acting mediator", "", "1948-09-20"),
        ),
        ("Ralph Bunche was appointed acting mediator.", ("Ralph Bunche", "appointed", "acting mediator", "", "")),
        ("The party named Karl Holm its new leader.", ("Karl Holm", "appointed", "leader", "", "")),
        (
            "Karl Holm, who was named foreign minister in May, flew to Rhodes.",
            ("Karl Holm", "appointed", "foreign minister", "", "1948-05"),
        ),
        ("Parliament elected Anna Lindt president.", ("Anna Lindt", "elected", "president", "", "")),
        (
            "Anna Lindt was appointed foreign minister of Norway in the spring of 1948.",
            ("Anna Lindt", "appointed", "foreign minister", "", "1948-21"),
        ),
        ("Anna Lindt was elected president in 1946.", ("Anna Lindt", "elected", "president", "", "1946")),
        (
            "Anna Lindt was re-elected as president last week.",
            ("Anna Lindt", "elected", "president", "", "1948-09-13/1948-09-19"),
        ),
        (
            "Foreign Minister Karl Holm resigned on Tuesday.",
            ("Karl Holm", "resigned", "Foreign Minister", "", "1948-09-21"),
        ),
        ("Karl Holm resigned as foreign minister.", ("Karl Holm", "resigned", "foreign minister", "", "")),
        (
            "Prime Minister Anna Lindt stepped down in August.",
            ("Anna Lindt", "resigned", "Prime Minister", "", "1948-08"),
        ),
        ("President Anna Lindt quit yesterday.", ("Anna Lindt", "resigned", "President", "", "1948-09-23")),
        (
            "The council demoted Foreign Minister Karl Holm on Wednesday.",
            ("Karl Holm", "other", "Foreign Minister", "", "1948-09-22"),
        ),
        ("Ambassador Anna Lindt ended her term in August.", ("Anna Lindt", "other", "Ambassador", "", "1948-08")),
        ("King Otto Vasa abdicated in 1947.", ("Otto Vasa", "resigned", "King", "", "1947")),
        (
            "The president dismissed Defence Minister Karl Holm on Wednesday.",
            ("Karl Holm", "dismissed", "Defence Minister", "", "1948-09-22"),
        ),
        (
            "Defence Minister Karl Holm was sacked this week.",
            ("Karl Holm", "dismissed", "Defence Minister", "", "1948-09-20/1948-09-26"),
        ),
        ("President Anna Lindt was ousted in a coup in 1945.", ("Anna Lindt", "dismissed", "President", "", "1945")),
        (
            "General Karl Holm overthrew President Anna Lindt in March.",
            ("Anna Lindt", "dismissed", "President", "", "1948-03"),
        ),
        ("Karl Holm was removed as army chief.", ("Karl Holm", "dismissed", "army chief", "", "")),
        (
            "The king relieved Karl Holm of his post as chief negotiator.",
            ("Karl Holm", "dismissed", "chief negotiator", "", ""),
        ),
        (
            "UN mediator Folke Bernadotte was assassinated in Jerusalem on 17 September.",
            ("Folke Bernadotte", "died", "mediator", "", "1948-09-17"),
        ),
        ("President Otto Vasa died on Sunday.", ("Otto Vasa", "died", "President", "", "1948-09-19")),
        (
            "When he took office in 1946, President Otto Vasa promised peace.",
            ("Otto Vasa", "other", "President", "", "1946"),
        ),
        (
            "Anna Lindt has assumed a newly created role as state counsellor.",
            ("Anna Lindt", "other", "state counsellor", "", ""),
        ),
        (
            "Sweden named a new mediator, Karl Holm, on Sunday.",
            ("Karl Holm", "appointed", "mediator", "", "1948-09-19"),
        ),
        ("Anna Lindt won the presidential election in July.", ("Anna Lindt", "elected", "president", "", "1948-07")),
        ("Anna Lindt began her term as ambassador in July.", ("Anna Lindt", "other", "ambassador", "", "1948-07")),
        (
            "The resignation of Sweden's foreign minister, Karl Holm, shocked both sides.",
            ("Karl Holm", "resigned", "foreign minister", "", ""),
        ),
        (
            "The death of President Anna Lindt in July shocked both sides.",
            ("Anna Lindt", "died", "President", "", "1948-07"),
        ),
        ("Anna Lindt took office as president in June.", ("Anna Lindt", "other", "president", "", "1948-06")),
        ("President Anna Lindt took office in June.", ("Anna Lindt", "other", "President", "", "1948-06")),
        (
            "Anna Lindt was sworn in as prime minister on Thursday.",
            ("Anna Lindt", "other", "prime minister", "", "1948-09-23"),
        ),
        (
            "It is President Anna Lindt's first trip since taking office in June.",
            ("Anna Lindt", "other", "President", "", "1948-06"),
        ),
        (
            "President Anna Lindt, who came to power in 1944, will attend.",
            ("Anna Lindt", "other", "President", "", "1944"),
        ),
        ("President Anna Lindt was inaugurated in January.", ("Anna Lindt", "other", "President", "", "1948-01")),
        (
            "The appointment of Karl Holm as head of the delegation was welcomed.",
            ("Karl Holm", "appointed", "head of the delegation", "", ""),
        ),
        (
            "Karl Holm's appointment as special envoy was announced on Monday.",
            ("Karl Holm", "appointed", "special envoy", "", ""),
        ),
        (
            "The resignation of Prime Minister Anna Lindt ended the crisis.",
            ("Anna Lindt", "resigned", "Prime Minister", "", ""),
        ),
        ("The ouster of President Otto Vasa ended the talks.", ("Otto Vasa", "dismissed", "President", "", "")),
        (
            "Ralph Bunche replaced Folke Bernadotte as mediator.",
            ("Ralph Bunche", "appointed", "mediator", "Folke Bernadotte", ""),
        ),
        (
            "Ralph Bunche was named mediator, replacing Folke Bernadotte.",
            ("Ralph Bunche", "appointed", "mediator", "Folke Bernadotte", ""),
        ),
        (
            "Ralph Bunche succeeded Folke Bernadotte as mediator.",
            ("Ralph Bunche", "appointed", "mediator", "Folke Bernadotte", ""),
        ),
        (
            "Folke Bernadotte was succeeded by Ralph Bunche as mediator.",
            ("Ralph Bunche", "appointed", "mediator", "Folke Bernadotte", ""),
        ),
        (
            "The government chose Karl Holm to lead the talks and promoted Anna Lindt to foreign minister.",
            ("Anna Lindt", "appointed", "foreign minister", "", ""),
        ),
        ("PRESIDENT ANNA LINDT RESIGNED ON 20 SEPTEMBER.", ("ANNA LINDT", "resigned", "PRESIDENT", "", "1948-09-20")),
        (
            "Karl Holm was named chief negotiator on Monday in place of Anna Lindt, dismissed last week.",
            ("Karl Holm", "appointed", "chief negotiator", "Anna Lindt", "1948-09-20"),
        ),
        (
            "Karl Holm was named chief negotiator on Monday in place of Anna Lindt, dismissed last week.",
            ("Anna Lindt", "dismissed", "chief negotiator", "", "1948-09-13/1948-09-19"),
        ),
        (
            "Ambassador Anna Lindt, recalled last week, returned on Monday.",
            ("Anna Lindt", "dismissed", "Ambassador", "", "1948-09-13/1948-09-19"),
        ),
        (
            "The king fired his army chief, Karl Holm, and replaced him with Otto Vasa, the governor of the north.",
            ("Otto Vasa", "appointed", "army chief", "Karl Holm", ""),
        ),
        (
            "Foreign Minister Karl Holm was replaced in May by Otto Vasa, a Guards commander.",
            ("Otto Vasa", "appointed", "Foreign Minister", "Karl Holm", "1948-05"),
        ),
        (
            "Karl Holm was ousted as chairman of the League and replaced by Otto Vasa, then mayor of Bergen.",
            ("Otto Vasa", "appointed", "chairman", "Karl Holm", ""),
        ),
        (
            "The League's new leader Karl Holm was chosen in May to succeed Anna Lindt.",
            ("Karl Holm", "appointed", "leader", "Anna Lindt", "1948-05"),
        ),
        (
            "Karl Holm, nominated as mediator after Anna Lindt was fired, met him.",
            ("Anna Lindt", "dismissed", "mediator", "", ""),
        ),
        (
            "Karl Holm will take over from Anna Lindt as head of the delegation.",
            ("Karl Holm", "appointed", "head of the delegation", "Anna Lindt", ""),
        ),
        (
            "Envoy Anna Lindt will be replaced by Karl Holm.",
            ("Karl Holm", "appointed", "Envoy", "Anna Lindt", ""),
        ),
        (
            "Anna Lindt is to replace Karl Holm as chief negotiator next week.",
            ("Anna Lindt", "appointed", "chief negotiator", "Karl Holm", "1948-09-27/1948-10-03"),
        ),
        (
            "Karl Holm is to be replaced as chief negotiator by Anna Lindt.",
            ("Anna Lindt", "appointed", "chief negotiator", "Karl Holm", ""),
        ),
        (
            "Karl Holm would be replaced by Anna Lindt as chief negotiator, the ministry said.",
            ("Anna Lindt", "appointed", "chief negotiator", "Karl Holm", ""),
        ),
        (
            "The Saar council said Anna Lindt would take over as head of its delegation.",
            ("Anna Lindt", "appointed", "head of the delegation", "", ""),
        ),
        (
            "Karl Holm, appointed special envoy in May, flew to Rhodes.",
            ("Karl Holm", "appointed", "special envoy", "", "1948-05"),
        ),
        (
            "Karl Holm, dismissed as envoy in May, denied the charges.",
            ("Karl Holm", "dismissed", "envoy", "", "1948-05"),
        ),
        (
            "Parliament removed Prime Minister Anna Lindt in May.",
            ("Anna Lindt", "dismissed", "Prime Minister", "", "1948-05"),
        ),
        (
            "Anna Lindt was named in May as the UN secretary-general's special envoy for Finland.",
            ("Anna Lindt", "appointed", "special envoy", "", "1948-05"),
        ),
        (
            "Karl Holm resigned as governor of the northern province last July.",
            ("Karl Holm", "resigned", "governor", "", "1948-07"),
        ),
    ],
)
def test_a_change_is_read_with_its_fields(annotate: Annotate, text: str, expected: Row) -> None:
    assert expected in rows(annotate(text, published=DAY))


@pytest.mark.parametrize(
    "text",
    [
        "The president refused to dismiss Defence Minister Karl Holm.",
        "Defence Minister Karl Holm could be sacked this week.",
        "Opposition parties demanded the resignation of Prime Minister Anna Lindt.",
        "If President Anna Lindt resigns, the talks will end.",
        "President Anna Lindt did not resign.",
        "Former president Otto Vasa died on Sunday.",
        "The death of Otto Vasa, the former president, shocked both sides.",
        "The talks will begin when Karl Holm becomes mediator.",
        "President Anna Lindt will step down next year.",
        "Prime Minister Anna Lindt denied reports that she had been dismissed.",
        "The parties want to appoint Karl Holm as mediator.",
        "President Anna Lindt dismissed the proposal.",
        "Foreign Minister Karl Holm left the office at noon.",
        "President Anna Lindt was named in the report.",
        "Was President Anna Lindt ousted?",
        "Rebels fired on Defence Minister Karl Holm.",
        "Foreign Minister Karl Holm quit the talks.",
        "A spokesman for President Anna Lindt resigned.",
        "The king appointed Prime Minister Anna Lindt to chair the talks.",
        "Envoy Anna Lindt will not be replaced by Karl Holm.",
        "Anna Lindt would replace Karl Holm as chief negotiator if he resigned.",
        "Nobody knew whether Anna Lindt would replace Karl Holm as chief negotiator.",
        "Workers removed President Anna Lindt's portrait.",
        "The rebels asked that President Anna Lindt be removed from office.",
        "President Anna Lindt attended the talks, and they succeeded.",
        "The council recalled Prime Minister Anna Lindt's words.",
        "The opposition insisted that President Anna Lindt had to step down.",
        "President Anna Lindt will be forced to resign.",
        "Demonstrators want to force President Anna Lindt to resign.",
        "President Anna Lindt has to resign.",
        "The assembly did not vote to remove President Otto Vasa from office.",
    ],
)
def test_what_has_not_happened_to_an_office_is_no_change(annotate: Annotate, text: str) -> None:
    assert rows(annotate(text, published=DAY)) == []


def test_both_sides_of_a_succession_are_told(annotate: Annotate) -> None:
    text = "Ralph Bunche was named mediator, replacing Envoy Folke Bernadotte, who was assassinated last week."
    found = {(r[0], r[1]) for r in rows(annotate(text, published=DAY))}
    assert found == {("Ralph Bunche", "appointed"), ("Folke Bernadotte", "died")}


def test_who_is_named_behind_another_takes_the_office_of_whom_they_follow(annotate: Annotate) -> None:
    text = "Foreign Minister Karl Holm resigned. The king appointed Holm's deputy, Anna Lindt, to succeed him."
    found = {r[:4] for r in rows(annotate(text, published=DAY))}
    assert ("Anna Lindt", "appointed", "Foreign Minister", "Karl Holm") in found


def test_a_change_told_twice_is_one(annotate: Annotate) -> None:
    text = "President Anna Lindt resigned on Monday. Lindt's resignation came after long talks."
    assert [r[:3] for r in rows(annotate(text, published=DAY))] == [("Anna Lindt", "resigned", "President")]


def test_every_passage_re_reads(annotate: Annotate) -> None:
    page = annotate("Ralph Bunche was appointed acting mediator after Folke Bernadotte resigned as mediator.")
    found = changes(page, offices(page))
    assert found
    for claim in found:
        for evidence in (*claim.evidence, *(a.evidence for a in claim.arguments)):
            evidence.verify(page.report.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The king named former minister Karl Holm as his envoy on Monday. Mr Holm, who served as premier from 1942 "
            "to 1944, takes over from Anna Lindt.",
            [("Karl Holm", "appointed", "envoy", "Anna Lindt", "1948-09-20")],
        ),
        (
            "The council dismissed the head of the State Bank, Karl Holm, and appointed his first deputy, Anna Lindt, "
            "to replace him.",
            [("Karl Holm", "dismissed", "head", "", ""), ("Anna Lindt", "appointed", "head", "Karl Holm", "")],
        ),
        (
            "General Karl Holm resigned on Monday as commander of the Tenth Army. The council named Colonel Anna Lindt "
            "to succeed him.",
            [
                ("Karl Holm", "resigned", "commander", "", "1948-09-20"),
                ("Anna Lindt", "appointed", "commander", "Karl Holm", ""),
            ],
        ),
        (
            "The council's special envoy for Jordan, former foreign minister Karl Holm, has stepped down.",
            [("Karl Holm", "resigned", "special envoy", "", "")],
        ),
        (
            "The foreign minister, Karl Holm, was replaced in a reshuffle on Monday. His deputy, Anna Lindt, takes "
            "over.",
            [
                ("Karl Holm", "dismissed", "foreign minister", "", "1948-09-20"),
                ("Anna Lindt", "other", "foreign minister", "Karl Holm", ""),
            ],
        ),
        ("Anna Lindt became foreign minister in 1946.", [("Anna Lindt", "other", "foreign minister", "", "1946")]),
        ("Anna Lindt became a leader in shipping.", []),
        (
            "One is Otto Vasa, while the Northern Front says it has officially named Karl Holm as the League's leader.",
            [("Karl Holm", "appointed", "leader", "", "")],
        ),
        (
            "The cabinet suspended Defence Minister Karl Holm on Monday.",
            [("Karl Holm", "other", "Defence Minister", "", "1948-09-20")],
        ),
        (
            "Governor Karl Holm was shot dead on Monday.",
            [("Karl Holm", "died", "Governor", "", "1948-09-20")],
        ),
        (
            "Maretia recalled its ambassador to Torvik, Karl Holm, for consultations.",
            [("Karl Holm", "other", "ambassador", "", "")],
        ),
        (
            "Anna Lindt took over the presidency from Karl Holm in 1946.",
            [("Anna Lindt", "other", "president", "Karl Holm", "1946")],
        ),
        (
            "Anna Lindt was elected to the premiership in May.",
            [("Anna Lindt", "elected", "prime minister", "", "1948-05")],
        ),
        (
            "Anna Lindt took over the foreign ministry in May.",
            [("Anna Lindt", "other", "foreign minister", "", "1948-05")],
        ),
        (
            "Anna Lindt resigned the chairmanship.",
            [("Anna Lindt", "resigned", "chairman", "", "")],
        ),
        (
            "The assembly removed Karl Holm as foreign minister and appointed Anna Lindt to the post.",
            [
                ("Karl Holm", "dismissed", "foreign minister", "", ""),
                ("Anna Lindt", "appointed", "foreign minister", "Karl Holm", ""),
            ],
        ),
        (
            "The president designated Anna Lindt as high commissioner, succeeding Karl Holm, who quit last week.",
            [
                ("Anna Lindt", "appointed", "high commissioner", "Karl Holm", ""),
                ("Karl Holm", "resigned", "high commissioner", "", "1948-09-13/1948-09-19"),
            ],
        ),
        (
            "The president named Karl Holm, 54, foreign minister on Monday.",
            [("Karl Holm", "appointed", "foreign minister", "", "1948-09-20")],
        ),
        (
            "Anna Lindt has been nominated to succeed Karl Holm as ambassador to Torvik.",
            [("Anna Lindt", "appointed", "ambassador", "Karl Holm", "")],
        ),
        (
            "The president named Karl Holm to lead the delegation to the talks.",
            [("Karl Holm", "appointed", "head of the delegation", "", "")],
        ),
        (
            "Karl Holm was named to head the Maretian negotiating team.",
            [("Karl Holm", "appointed", "head of the negotiating team", "", "")],
        ),
        (
            "Prime Minister Anna Lindt submitted her resignation to the king on Sunday.",
            [("Anna Lindt", "resigned", "Prime Minister", "", "1948-09-19")],
        ),
        (
            "Karl Holm, the head of the Maretian delegation, was replaced last week with Anna Lindt.",
            [("Anna Lindt", "appointed", "head of the delegation", "Karl Holm", "1948-09-13/1948-09-19")],
        ),
        (
            "Karl Holm will serve as acting prime minister until elections in May.",
            [("Karl Holm", "appointed", "acting prime minister", "", "")],
        ),
        (
            "In 1826, President Karl Holm resigned, and Anna Lindt was elected as the first chancellor.",
            [("Karl Holm", "resigned", "President", "", "1826"), ("Anna Lindt", "elected", "first chancellor", "", "")],
        ),
        (
            "Foreign Minister Anna Lindt, who was forced to resign in 1946, is back.",
            [("Anna Lindt", "resigned", "Foreign Minister", "", "1946")],
        ),
        (
            "Protests forced Prime Minister Anna Lindt to step down in May.",
            [("Anna Lindt", "resigned", "Prime Minister", "", "1948-05")],
        ),
        (
            "The assembly voted to remove President Otto Vasa from office.",
            [("Otto Vasa", "dismissed", "President", "", "")],
        ),
        (
            "Karl Holm went on to become president in 1911.",
            [("Karl Holm", "other", "president", "", "1911")],
        ),
    ],
)
def test_seats_are_handed_on_from_sentence_to_sentence(annotate: Annotate, text: str, expected: list[Row]):
    assert rows(annotate(text, published=DAY)) == expected


def test_whose_claim_is_dismissed_keeps_the_office(annotate: Annotate):
    assert (
        rows(annotate("The council dismissed President Anna Lindt's claim that peace was near.", published=DAY)) == []
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Anna Lindt, who succeeded Karl Holm as special envoy in 1946, is in Cairo.",
            [("Anna Lindt", "special envoy", "current"), ("Karl Holm", "special envoy", "former")],
        ),
        (
            "Anna Lindt, who took over as foreign minister in May, is here.",
            [("Anna Lindt", "foreign minister", "current")],
        ),
        (
            "Anna Lindt has been nominated to succeed Karl Holm as ambassador to Torvik.",
            [("Anna Lindt", "ambassador", "designate"), ("Karl Holm", "ambassador", "former")],
        ),
        ("Foreign Minister Karl Holm resigned.", []),
    ],
)
def test_a_change_tells_of_offices_that_nothing_else_does(
    annotate: Annotate, text: str, expected: list[tuple[str, str, str]]
) -> None:
    page = annotate(text, published=DAY)
    held = offices(page)
    told = offices_told(page, held, changes(page, held))
    assert [(c.get("person"), c.get("role"), c.get("status")) for c in told] == expected


@pytest.mark.parametrize(
    ("text", "follower"),
    [
        (
            "The king dismissed his negotiator, Karl Holm, and named former envoy to Oslo Anna Lindt in his place.",
            "negotiator",
        ),
        (
            "The king dismissed his negotiator, Karl Holm, and appointed Trade Minister Anna Lindt in his place.",
            "negotiator",
        ),
        ("The negotiator, Karl Holm, was dismissed on Monday; Anna Lindt takes his place.", "negotiator"),
        ("Anna Lindt will take the place of negotiator Karl Holm.", "negotiator"),
    ],
)
def test_who_comes_in_the_place_of_another_has_the_other_s_office(annotate: Annotate, text: str, follower: str) -> None:
    found = {row[0]: row for row in rows(annotate(text))}
    assert found["Anna Lindt"][1:4] == ("appointed", follower, "Karl Holm")


def test_somebody_s_own_place_at_the_table_is_no_office(annotate: Annotate) -> None:
    assert rows(annotate("Foreign Minister Anna Lindt took her place at the table after greeting Karl Holm.")) == []


def test_what_somebody_was_once_is_not_the_office_given(annotate: Annotate) -> None:
    page = annotate("Mediator Karl Holm, a former Austrian president who was appointed by the League in June, flew in.")
    assert rows(page) == [("Karl Holm", "appointed", "Mediator", "", "2030-06")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norwegian Prime Minister Kari Lund dismissed army chief General Per Holm on Monday. He was replaced "
            "by his deputy, Lieutenant General Tor Vik.",
            [("Per Holm", "dismissed", "army chief"), ("Tor Vik", "appointed", "army chief")],
        ),
        (
            "The Torvikian delegation was headed by adviser Jon Dale, who was named to lead it on Monday after Defence "
            "Minister Per Holm was dismissed.",
            [("Jon Dale", "appointed", "head of the delegation"), ("Per Holm", "dismissed", "Defence Minister")],
        ),
        (
            "Lebanon replaced the head of its delegation, Elias Haddad, with former minister Omar Farah on Monday.",
            [("Omar Farah", "appointed", "head of the delegation")],
        ),
        (
            "The Lebanese side welcomed Norway's decision to appoint Kari Lund as its High Representative for "
            "the islands.",
            [("Kari Lund", "appointed", "High Representative")],
        ),
        (
            "Norway told Lebanon of the forthcoming appointment of General Tor Vik as commander of the joint force.",
            [("Tor Vik", "appointed", "commander")],
        ),
    ],
)
def test_who_follows_whom_is_told_in_many_ways(annotate: Annotate, text: str, expected: list[tuple[str, ...]]) -> None:
    found = rows(annotate(text, published=DAY))
    assert [(person, change, role) for person, change, role, *_ in found] == expected


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        ("Norway replaced its chief negotiator last week, appointing Anna Lindt.", "Anna Lindt", "chief negotiator"),
        (
            "Envoy Anna Lindt will lead the Norwegian delegation in place of Karl Holm.",
            "Anna Lindt",
            "head of the delegation",
        ),
        (
            "Norwegian President Karl Holm, who quit as League mediator in May, was replaced by Anna Lindt.",
            "Anna Lindt",
            "mediator",
        ),
        ("Norway named Minister Anna Lindt in place of Karl Holm, its envoy to Peru.", "Anna Lindt", "envoy"),
    ],
)
def test_who_is_given_the_place_of_another_has_that_office(
    annotate: Annotate, text: str, person: str, role: str
) -> None:
    found = {row[0]: row for row in rows(annotate(text))}
    assert found[person][1:3] == ("appointed", role)


def test_who_quits_leaves_the_seat_in_which_another_follows(annotate: Annotate) -> None:
    text = "Norway's delegation will be headed by Anna Lindt, who replaces Senator Karl Holm. Holm quit in May."
    found = {row[0]: row for row in rows(annotate(text))}
    assert found["Karl Holm"][1:3] == ("resigned", "head of the delegation")


@pytest.mark.parametrize(
    "text",
    ["The council appointed Per Holm to lead", "Egyptian diplomat Ana Rif succeeded to the presidency"],
)
def test_a_report_that_breaks_off_at_a_change_is_read(annotate: Annotate, text: str) -> None:
    assert all(row[0] for row in rows(annotate(f"Talks went on. {text}")))
