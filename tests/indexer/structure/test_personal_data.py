"""Which places of a text are about people, and which only look like it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extraction.pages import Block, BlockKind, Page
from indexer.structure.personal.attendance import AttendanceBlock, attendance_blocks
from indexer.structure.personal.contacts import is_iban
from indexer.structure.personal.datum import PersonalKind
from indexer.structure.personal.finding import find_personal_data


def page(*blocks: Block) -> Page:
    return Page(1, "1", blocks)


def found(text: str, kind: PersonalKind) -> list[str]:
    """Return the words found of one kind in a page of this text."""
    pages = [page(*(Block(BlockKind.PARAGRAPH, line) for line in text.split("\n")))]
    return [text[datum.start : datum.end] for datum in find_personal_data(pages) if datum.kind is kind]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rückfragen an a.muster@beispiel.de bis Freitag.", ["a.muster@beispiel.de"]),
        ("anna(at)beispiel.org", ["anna(at)beispiel.org"]),
        ("Folgt @jmdimquartier auf Instagram.", []),
        ("Eine Datei unter muster@rechner", []),
    ],
)
def test_e_mail_addresses_are_found(text: str, words: list[str]) -> None:
    assert found(text, PersonalKind.EMAIL) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tel. 0228 95968-0", ["0228 95968-0"]),
        ("Telefon: (0228) 9 59 68", ["(0228) 9 59 68"]),
        ("Telefon Beispielfrau: 03621 123456", ["03621 123456"]),
        ("Mobil 0151 23456789", ["0151 23456789"]),
        ("Handynummer: 015123456789", ["015123456789"]),
        ("+49 228 959680", ["+49 228 959680"]),
        ("0228/959680", ["0228/959680"]),
        ("am 03.04.2019 von 10:00 bis 12:00", []),
        ("2018/2019 wurden 1.500 Euro ausgegeben", []),
        ("Förderkennzeichen 2019-0042-17", []),
        ("12345 Musterstadt", []),
    ],
)
def test_telephone_numbers_are_found(text: str, words: list[str]) -> None:
    assert found(text, PersonalKind.PHONE) == words


@pytest.mark.parametrize(
    ("text", "is_account"),
    [
        ("DE89 3704 0044 0532 0130 00", True),
        ("DE89370400440532013000", True),
        ("DE88 3704 0044 0532 0130 00", False),
        ("AT611904300234573201", True),
        ("GOTHA 2020 2021", False),
    ],
)
def test_account_numbers_are_checked(text: str, is_account: bool) -> None:  # noqa: FBT001 - what the table says
    assert is_iban(text) is is_account
    assert bool(found(f"Konto {text} bitte", PersonalKind.IBAN)) is is_account


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Muster, geb. 3.4.2001, wohnhaft", ["geb. 3.4.2001"]),
        ("Geburtsdatum: 03.04.2001", ["Geburtsdatum: 03.04.2001"]),
        ("geboren am 3. April 2001 in Hamburg", ["geboren am 3. April 2001"]),
        ("Das Treffen am 3.4.2019", []),
        ("Der Verein wurde aus der Not geboren und tagt am 3.4.2019", []),
    ],
)
def test_birth_dates_are_found(text: str, words: list[str]) -> None:
    assert found(text, PersonalKind.BIRTH_DATE) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Musterstraße 12, 12345 Musterstadt", ["Musterstraße 12, 12345 Musterstadt"]),
        ("Sie wohnt Am Alten Markt 3, 12345 Musterstadt.", ["Am Alten Markt 3, 12345 Musterstadt"]),
        ("Lange Str. 7a", ["Lange Str. 7a"]),
        ("Muster-Beispiel-Straße 4 im Hof", ["Muster-Beispiel-Straße 4"]),
        ("Clustering\n14", []),
        ("auf dem Weg 3 Jugendliche getroffen", []),
        ("Quartier 21 im Bahnhof", []),
    ],
)
def test_postal_addresses_are_found(text: str, words: list[str]) -> None:
    assert found(text, PersonalKind.ADDRESS) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Frau Beispiel berichtet.", ["Frau Beispiel"]),
        ("Herrn Dr. von Muster wird gedankt.", ["Herrn Dr. von Muster"]),
        ("Hr. Muster-Beispiel übernimmt", ["Hr. Muster-Beispiel"]),
        ("Dr. Beispiel hält den Vortrag.", ["Dr. Beispiel"]),
        ("Frau M. kam nicht wieder.", ["Frau M."]),
        ("Anwesend: Max Muster, Erika Beispiel (Gotha), Projektleitung Hamburg", ["Max Muster", "Erika Beispiel"]),
        ("Entschuldigt: Kim Muster", ["Kim Muster"]),
        ("Protokoll: Erika Beispiel", ["Erika Beispiel"]),
        ("Anwesend: 8 Mitarbeitende, 1 Gast aus der Wohnungswirtschaft", []),
        ("Protokollführung: Projektleitung Gotha", []),
        ("Leitung: Programmkoordination. Protokoll: Fachkraft Trier", []),
        ("Frau Projektleitung Hamburg", []),
        ("Eine junge Frau kam ins Büro.", []),
        ("Frauen und Männer", []),
    ],
)
def test_names_are_found_and_roles_are_not_names(text: str, words: list[str]) -> None:
    assert found(text, PersonalKind.NAME) == words


@pytest.mark.parametrize(
    "text",
    [
        "A., 15 Jahre, aus Syrien, besucht die 9. Klasse.",
        "Ein Jugendlicher (16) mit Duldung sucht einen Platz.",
        "Jugendliche (16) mit Duldung hat keinen Platz bekommen.",
        "Die Schülerin, 17 Jahre alt, ist schwanger.",
        "Mira (14) lebt in einer Pflegefamilie.",
    ],
)
def test_a_description_of_one_young_person_is_found(text: str) -> None:
    assert found(text, PersonalKind.SINGLE_CASE) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "64 Jugendliche, 13 bis 22 Jahre, aus Dresden.",
        "Zielgruppe: Jugendliche ab 14 Jahren mit Duldung",
        "Ein Junge sagte: Das ist doch kein Müll.",
        "Vierzehn Jugendliche zwischen 12 und 19 Jahren haben geflüchtete Familien besucht.",
    ],
)
def test_groups_and_harmless_scenes_are_no_single_cases(text: str) -> None:
    assert found(text, PersonalKind.SINGLE_CASE) == []


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("Mit freundlichen Grüßen\nErika Beispiel", "Erika Beispiel"),
        ("Viele Grüße\ni. A. Max Muster", "Max Muster"),
        ("______________________\nOrt, Datum, Unterschrift", "Unterschrift"),
    ],
)
def test_signatures_are_found(text: str, ending: str) -> None:
    (words,) = found(text, PersonalKind.SIGNATURE)
    assert words.endswith(ending)


def test_a_greeting_without_a_name_is_nobodys_signature() -> None:
    assert found("Mit freundlichen Grüßen aus dem Servicebüro", PersonalKind.SIGNATURE) == []


@given(st.text(alphabet="Aaä1 .,-_:@\n()|ß", max_size=300))
def test_every_place_found_lies_within_its_page(text: str) -> None:
    sheet = page(Block(BlockKind.PARAGRAPH, text))
    assert all(0 <= datum.start < datum.end <= len(sheet.text) for datum in find_personal_data([sheet]))


@pytest.mark.parametrize(
    "unit", ["A-", "_", "Aa, ", "0123 ", "_____ Unterschrift ", "a@", "\n", "ein Jugendlicher (16) "]
)
def test_monotonous_pages_are_read_in_little_time(unit: str) -> None:
    began = time.perf_counter()
    find_personal_data([page(Block(BlockKind.PARAGRAPH, unit * 2000))])
    assert time.perf_counter() - began < 5


def table(*rows: tuple[str, ...]) -> Block:
    return Block(BlockKind.TABLE, "\n".join(" | ".join(row) for row in rows), rows=rows)


def test_a_table_for_signatures_is_an_attendance_list() -> None:
    signed = table(("Nr.", "Name", "Einrichtung", "Unterschrift"), ("1", "Max Muster", "Standort Gotha", ""))
    assert attendance_blocks([page(Block(BlockKind.PARAGRAPH, "Guten Tag."), signed)]) == (AttendanceBlock(1, 1),)


def test_a_list_of_names_goes_with_its_title() -> None:
    blocks = (
        Block(BlockKind.HEADING, "Teilnehmende", 2),
        Block(BlockKind.ITEM, "• Max Muster (Gotha)"),
        Block(BlockKind.ITEM, "• Erika Beispiel"),
        Block(BlockKind.HEADING, "TOP 1: Begrüßung", 2),
        Block(BlockKind.PARAGRAPH, "Max Muster begrüßt."),
    )
    assert [each.block for each in attendance_blocks([page(*blocks)])] == [0, 1, 2]


@pytest.mark.parametrize(
    "block",
    [
        table(("Was", "Wer", "Bis wann"), ("Muster verschicken", "Projektleitung Gotha", "30.06.2019")),
        table(("Name", "Wert"), ("Quartier", "Gallus")),
        Block(BlockKind.PARAGRAPH, "35 Personen: 27 Mitarbeitende aus 14 Standorten"),
        Block(BlockKind.ITEM, "• Projektleitung Hamburg"),
    ],
)
def test_tables_and_counts_are_no_attendance_lists(block: Block) -> None:
    assert attendance_blocks([page(Block(BlockKind.HEADING, "Anwesende", 2), block)]) == ()


def test_a_list_in_one_line_is_an_attendance_list() -> None:
    listed = Block(BlockKind.PARAGRAPH, "Anwesend: Max Muster, Erika Beispiel und Kim Vorbild (Gotha)")
    counted = Block(BlockKind.PARAGRAPH, "Anwesend: 7 Leute aus Bremen, Flensburg, Hamburg, Peine")
    assert attendance_blocks([page(counted, listed)]) == (AttendanceBlock(1, 1),)


def test_an_attendance_list_is_reported_with_its_place() -> None:
    signed = table(("Name", "Unterschrift"), ("Max Muster", ""))
    sheet = page(Block(BlockKind.HEADING, "Anwesenheitsliste", 1), signed)
    listed = [datum for datum in find_personal_data([sheet]) if datum.kind is PersonalKind.ATTENDANCE_LIST]
    assert [sheet.text[datum.start : datum.end] for datum in listed] == ["Anwesenheitsliste", signed.text]


def test_a_name_that_was_recognised_is_found_wherever_it_stands() -> None:
    pages = [
        Page(1, "1", (Block(BlockKind.PARAGRAPH, "Frau Mira Muster-Beispiel begrüßt alle. Frau Kurz kommt später."),)),
        Page(2, "2", (Block(BlockKind.PARAGRAPH, "Zuständig: Mira Muster-Beispiel. Die Zeit war kurz, Kurz auch."),)),
    ]
    found = [(each.page, pages[each.page - 1].text[each.start : each.end]) for each in find_personal_data(pages)]
    assert found == [(1, "Frau Mira Muster-Beispiel"), (1, "Frau Kurz"), (2, "Mira Muster-Beispiel")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kevin (14) war dabei.", ["Kevin"]),
        ("Die 15-jährige Aylin malte mit.", ["Aylin"]),
        ("der 16 Jahre alte Murat", ["Murat"]),
        ("Lena K. (17 Jahre, Gotha) und Ali, 12, kamen.", ["Lena K.", "Ali"]),
        ("Mehmet ist 16 Jahre alt.", ["Mehmet"]),
        ("Hamburg (14), Jugendliche (16) und TOP (12)", []),
        ("Sarah (2019) beschreibt das Verfahren.", []),
        ("Anna, 4 Stühle und 12 Stifte", []),
        ("Das 10-jährige Bestehen, die 5-jährige Förderung", []),
        ("Maria Muster (Leitung), 14 Teilnehmende", []),
    ],
)
def test_first_names_with_an_age_are_found(text: str, names: list[str]) -> None:
    assert found(text, PersonalKind.NAME) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Der Jugendliche Zacharias Wolkenstein, geboren am 12.04.2006, wohnhaft", ["Zacharias Wolkenstein"]),
        ("Zora Wolkenstein (geb. 3.4.2006) kam.", ["Zora Wolkenstein"]),
        ("Zora Wolkenstein, wohnhaft Lindenweg 17", ["Zora Wolkenstein"]),
        ("Zora Wolkenstein wurde am 3. April 2006 geboren.", ["Zora Wolkenstein"]),
        ("Die Schülerin Mira von Ahrenfeld Gotha", ["Mira von Ahrenfeld"]),
        ("mit dem Teilnehmer Jaro Silberbach", ["Jaro Silberbach"]),
        ("Die Jugendliche Anna Lena Silberbach malte.", ["Anna Lena Silberbach"]),
        ("Herr Jaro Silberbach", ["Herr Jaro Silberbach"]),
        ("Die Teilnehmer Jugendhaus Frankfurt und Jugendliche Kulturverein Nord kamen.", []),
        ("Schüler Gesamtschule Dresden", []),
        ("Die Stadt Gotha, geboren aus der Not", []),
    ],
)
def test_full_names_beside_birth_home_or_role_are_found(text: str, names: list[str]) -> None:
    assert found(text, PersonalKind.NAME) == names


def test_the_last_name_of_a_full_name_is_found_on_every_page() -> None:
    texts = (
        "Wolkenstein sprach zuerst.",
        "Der Jugendliche Zacharias Wolkenstein, geboren am 12.04.2006.",
        "Zitat von Wolkenstein, WOLKENSTEIN, Wolkensteins Mutter, Zacharias Wolkensteins Rad, Wolkensteiner Weg",
    )
    pages = [Page(place, "", (Block(BlockKind.PARAGRAPH, text),)) for place, text in enumerate(texts, 1)]
    data = [each for each in find_personal_data(pages) if each.kind is PersonalKind.NAME]
    assert [(each.page, texts[each.page - 1][each.start : each.end]) for each in data] == [
        (1, "Wolkenstein"),
        (2, "Zacharias Wolkenstein"),
        (3, "Wolkenstein"),
        (3, "WOLKENSTEIN"),
        (3, "Wolkenstein"),
        (3, "Zacharias Wolkenstein"),
    ]
