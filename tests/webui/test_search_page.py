"""The result page."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from tests.webui.conftest import REPORTS
from webui.services import Services


def test_hits_say_where_they_stand_and_lead_there(client: FlaskClient, filled: Services) -> None:
    page = client.get("/suche?q=graffiti").text
    code = _code(filled, "Protokoll Hamburg")
    passage = next(each for each in filled.texts.passages(code) if each.kind.value == "Beschluss")
    assert re.search(r"\d+ Treffer in 1 Dokument\b", page)
    assert "TOP 2, Seite 1" in page
    assert "<mark>Graffiti</mark>" in page
    assert f'href="/dokumente/{code}?q=graffiti#{passage.id}"' in page
    assert f'href="/dokumente/{code}/original">Original öffnen (Markdown,' in page
    assert "3.–4. April 2019" in page
    assert '<span class="sample">Beispiel</span>' in page


def test_what_documents_and_readers_say_is_text_not_markup(client: FlaskClient) -> None:
    page = client.get("/suche", query_string={"q": "fahrradwerkstatt <script>alert(2)</script>"}).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_drafts_are_not_found(client: FlaskClient, filled: Services) -> None:
    assert _code(filled, "Entwurf")
    assert "Entwurf" not in client.get("/suche?q=entwurf&schreibweise=genau").text.replace("Suche: entwurf", "")


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ("standort=Hamburg", "in 1 Dokument<"),
        ("standort=Hamburg&standort=Gotha", "in 2 Dokumenten<"),
        ("standort=hh", "in 1 Dokument<"),
        ("treffen=Standorttreffen+Hamburg+2019", "in 1 Dokument<"),
        ("thema=Wohnen+und+Wohnumfeld", "in 1 Dokument<"),
        ("art=Methodenpapier", "in 1 Dokument<"),
        ("abschnitt=Beschluss", "in 1 Dokument<"),
        ("jahr=2019", "in 1 Dokument<"),
        ("jahr=2018..2020", "in 1 Dokument<"),
        ("jahr=2020..2018", "in 1 Dokument<"),
        ("jahr=2018-2020", "in 1 Dokument<"),
        ("jahr=2018..", "in 1 Dokument<"),
        ("treffen=Hamburg", "in 1 Dokument<"),
        ("art=methode", "in 1 Dokument<"),
        ("jahr=2018", "in 0 Dokumenten<"),
        ("jahr=irgendwann&standort=Hamburg", "in 1 Dokument<"),
        ("standort=Hamburg&art=Methodenpapier", "in 0 Dokumenten<"),
        ("standort=Atlantis", "in 0 Dokumenten<"),
    ],
)
def test_each_filter_narrows_the_hits(client: FlaskClient, filters: str, count: str) -> None:
    assert count in client.get(f"/suche?{filters}").text


def test_a_chosen_filter_is_a_chip_that_removes_it(client: FlaskClient) -> None:
    page = client.get("/suche?q=graffiti&standort=Hamburg&jahr=2019").text
    assert 'href="/suche?q=graffiti&amp;jahr=2019"' in page
    assert 'href="/suche?q=graffiti&amp;standort=Hamburg"' in page
    assert 'href="/suche?q=graffiti">Alle Filter entfernen' in page
    assert re.search(r'name="standort" value="Hamburg" checked', page)


def test_what_is_no_year_is_told(client: FlaskClient) -> None:
    page = client.get("/suche?q=graffiti+jahr:abc").text
    assert "„jahr:abc“ ist keine Jahreszahl" in page
    assert "in 1 Dokument<" in page
    assert "keine Jahreszahl" not in client.get("/suche?q=graffiti+jahr:2019").text


def test_a_misspelt_filter_is_offered_as_it_may_have_been_meant(client: FlaskClient) -> None:
    page = client.get("/suche?q=standort:gota").text
    assert "Standort „gota“: Dazu gibt es kein Dokument." in page
    assert '<a href="/suche?standort=Gotha" lang="de">Gotha</a>' in page
    every = client.get("/suche?q=art:quatsch").text
    assert '<a href="/suche?art=Methodenpapier" lang="de">Methodenpapier</a>' in every
    assert '<a href="/suche?art=Protokoll" lang="de">Protokoll</a>' in every


def test_a_piece_of_a_label_is_a_chip_of_the_whole(client: FlaskClient) -> None:
    page = client.get("/suche?q=treffen:hamburg").text
    assert 'Treffen: <span lang="de">Standorttreffen Hamburg 2019</span>' in page
    assert "in 1 Dokument<" in page


def test_an_excluded_filter_hides_what_has_it_and_is_a_chip_that_brings_it_back(client: FlaskClient) -> None:
    assert "in 1 Dokument<" in client.get("/suche?q=graffiti").text
    page = client.get("/suche?q=graffiti+-standort:hh").text
    assert "in 0 Dokumenten<" in page
    assert 'ohne Standort: <span lang="de">Hamburg</span>' in page
    assert '<li><a href="/suche?q=graffiti"><span>ohne Standort' in page
    assert '<a href="/suche?q=graffiti">Ohne Filter suchen</a>' in page
    assert '<input type="hidden" name="ohne-standort" value="Hamburg">' in page
    assert "in 1 Dokument<" in client.get("/suche?q=graffiti&ohne-standort=Gotha").text
    misspelt = client.get("/suche?q=graffiti+-standort:gota").text
    assert '<a href="/suche?q=graffiti&amp;ohne-standort=Gotha" lang="de">Gotha</a>' in misspelt


def test_a_new_query_keeps_filters_and_order(client: FlaskClient) -> None:
    page = client.get("/suche?q=graffiti&standort=Hamburg&sortierung=titel&seite=1").text
    box = page[page.index('class="searchbox"') : page.index("</form>", page.index('class="searchbox"'))]
    assert '<input type="hidden" name="standort" value="Hamburg">' in box
    assert '<input type="hidden" name="sortierung" value="titel">' in box


def test_hits_come_page_by_page(client: FlaskClient) -> None:
    first = client.get("/suche?q=fahrradwerkstatt").text
    assert f"in {REPORTS} Dokumenten" in first
    assert "Seite 1 von 2" in first
    assert 'href="/suche?q=fahrradwerkstatt&amp;seite=2" rel="next"' in first
    second = client.get("/suche?q=fahrradwerkstatt&seite=2").text
    assert "Seite 2 von 2" in second
    assert 'href="/suche?q=fahrradwerkstatt" rel="prev"' in second
    assert second.count('<article class="hit">') == REPORTS - 10


def test_a_page_beyond_the_last_leads_to_the_last(client: FlaskClient) -> None:
    answer = client.get("/suche?q=fahrradwerkstatt&seite=99&lang=en")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/suche?q=fahrradwerkstatt&seite=2&lang=en"


def test_titles_are_in_order(client: FlaskClient) -> None:
    titles = re.findall(r">(Bericht \d\d)<", client.get("/suche?q=fahrradwerkstatt&sortierung=titel").text)
    assert titles == [f"Bericht {number:02}" for number in range(1, 11)]


def test_a_correction_is_told_and_can_be_refused(client: FlaskClient) -> None:
    page = client.get("/suche?q=grafitti").text
    assert "Wir zeigen Treffer für „graffiti“." in page
    assert 'href="/suche?q=grafitti&amp;schreibweise=genau">Stattdessen genau „grafitti“ suchen' in page
    exactly = client.get("/suche?q=grafitti&schreibweise=genau").text
    assert "Wir zeigen Treffer" not in exactly
    assert "0 Treffer" in exactly


def test_another_wording_is_offered_where_a_word_stands_nowhere(client: FlaskClient) -> None:
    page = client.get("/suche?q=nadelmethode+grafitti&standort=Gotha").text
    assert "Meinten Sie:" in page
    assert 'href="/suche?q=nadelmethode+graffiti&amp;standort=Gotha"' in page


def test_a_word_that_stands_nowhere_is_named(client: FlaskClient) -> None:
    page = client.get("/suche?q=graffiti+xyzqwert").text
    assert "Steht in keinem Dokument" in page
    assert "„xyzqwert“" in page
    assert "Steht in keinem Dokument" not in client.get("/suche?q=graffiti").text


def test_no_hits_come_with_help(client: FlaskClient) -> None:
    page = client.get('/suche?q="xyzzyq+plugh"&standort=Gotha&jahr=2019').text
    assert "Keine Treffer für „&#34;xyzzyq plugh&#34;“" in page
    assert "steht in keinem Dokument" in page
    assert "Stöbern Sie:" in page
    assert "Damit finden Sie etwas" not in page


@pytest.mark.parametrize("query", ["gr*", "*graf", "gra*fiti", "graffiti gr*"])
def test_a_star_that_begins_no_words_is_explained(client: FlaskClient, query: str) -> None:
    page = client.get("/suche", query_string={"q": query}).text
    assert "Wortanfangs von mindestens 3 Buchstaben" in page
    assert "in keinem Dokument" not in page


@pytest.mark.parametrize("query", ["-", '"', "der die das"])
def test_where_nothing_was_said_that_is_told(client: FlaskClient, query: str) -> None:
    page = client.get("/suche", query_string={"q": query}).text
    assert "Damit ist noch nichts gesagt, wonach gesucht werden soll" in page
    assert "Prüfen Sie die Schreibweise" not in page


@pytest.mark.parametrize("query", ["abschnitt:beschlüsse", "art:Protokolle"])
def test_the_plural_of_a_filter_is_understood(client: FlaskClient, query: str) -> None:
    page = client.get("/suche", query_string={"q": query}).text
    assert "Dazu gibt es kein Dokument" not in page
    assert 'class="hits"' in page


def test_where_nothing_is_found_each_way_on_finds_what_it_says(client: FlaskClient) -> None:
    page = client.get("/suche?q=%22fahrradwerkstatt+hamburg%22&jahr=2019").text
    hint = r"(?:<span>ohne Filter</span>)?"
    ways = re.findall(rf'<a href="(/suche[^"]+)"[^>]*>[^<]+</a>\s*{hint}\s*<span class="meta">\((\d+) Dok', page)
    assert ways
    for address, count in ways:
        assert f"in {count} Dokument" in client.get(unescape(address)).text


def test_a_filter_that_hides_all_hits_can_be_taken_away(client: FlaskClient) -> None:
    page = client.get("/suche?q=fahrradwerkstatt&jahr=2019").text
    assert '<a href="/suche?q=fahrradwerkstatt">Ohne Filter suchen</a>' in page
    assert f"{REPORTS} Dokumente, 0 davon mit den gewählten Filtern" in page


def test_without_an_index_the_page_still_answers(writer: FlaskClient) -> None:
    assert "0 Treffer" in writer.get("/suche?q=graffiti").text


def test_a_result_page_is_small(client: FlaskClient) -> None:
    assert len(client.get("/suche").data) < 100_000


def _code(services: Services, title: str) -> str:
    return next(each.code for each in services.archive.descriptions() if each.title == title)
