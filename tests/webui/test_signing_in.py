"""Signing in and out: cookies, forms, the account of one's own."""

import re

import pytest

from archive.rights import Role
from tests.webui.people import PASSWORD, Person, sign_in, visitor
from webui.onward import onward
from webui.services import Services

OTHER = "acht Pflaumen am Zaun"


def cookies(client: Person) -> dict[str, str]:
    kept = client._cookies or {}  # noqa: SLF001 - werkzeug shows one by one only
    return {each.key: each.value for each in kept.values()}


def test_there_is_no_cookie_before_a_form_is_opened(anna: Person) -> None:
    for path in ("/", "/suche?q=x", "/treffen", "/nicht-da", "/hochladen", "/health/live", "/konto"):
        assert "Set-Cookie" not in anna.get(path).headers
    anna.get("/anmelden")
    assert set(cookies(anna)) == {"formular"}


def test_who_signs_in_goes_on_to_where_she_wanted(anna: Person) -> None:
    answer = anna.get("/konto?x=1")
    assert (answer.status_code, answer.location) == (303, "/anmelden?weiter=/konto?x%3D1")
    assert 'name="weiter" value="/konto?x=1"' in anna.get(answer.location).text
    answer = sign_in(anna, "ANNA", further="/konto?x=1")
    assert (answer.status_code, answer.location) == (303, "/konto?x=1")
    assert set(cookies(anna)) == {"sitzung"}
    page = anna.get("/konto").text
    assert ">anna</a>" in page
    assert "Abmelden" in page
    assert anna.get("/anmelden").location == "/konto"


@pytest.mark.parametrize(
    "address",
    [
        "", "https://example.org/", "//example.org", "/\\example.org", "\\\\example.org", "javascript:alert(1)",
        "konto", "/\t/example.org", "\n//example.org", "http:/konto", "///example.org", "/\u2028/x",
    ],
)  # fmt: skip
def test_nobody_is_led_away_from_the_archive(address: str) -> None:
    assert onward(address) == "/"


def test_own_addresses_are_kept() -> None:
    assert onward("/suche?q=a&lang=en") == "/suche?q=a&lang=en"


def test_the_cookie_is_no_scripts_business_and_goes_with_the_browser(anna: Person) -> None:
    header = sign_in(anna, "anna").headers.getlist("Set-Cookie")[0]
    assert re.fullmatch(r"sitzung=[\w-]{43}; HttpOnly; Path=/; SameSite=Lax", header)


def test_over_https_cookies_stay_there(anna: Person) -> None:
    with anna.get("/anmelden", base_url="https://localhost") as answer:
        header = answer.headers["Set-Cookie"]
        assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert re.fullmatch(r"__Host-formular=[\w-]{43}; Secure; HttpOnly; Path=/; SameSite=Strict", header)
    assert "Strict-Transport-Security" not in anna.get("/").headers


def test_what_only_some_may_see_is_kept_by_no_cache(anna: Person) -> None:
    assert "Cache-Control" not in anna.get("/").headers
    assert anna.get("/").headers["Vary"] == "Cookie"
    sign_in(anna, "anna")
    assert anna.get("/").headers["Cache-Control"] == "no-store"
    assert anna.get("/nicht-da").headers["Cache-Control"] == "no-store"


def test_what_is_wrong_is_said_once_for_both(anna: Person) -> None:
    for name, password in (("anna", "falsch"), ("niemand", PASSWORD), ("", "")):
        answer = sign_in(anna, name, password)
        assert answer.status_code == 400
        assert "Konto und Passwort passen nicht zusammen." in answer.text
        assert "falsch" not in answer.text
    assert "sitzung" not in cookies(anna)


def test_whoever_tries_too_often_is_told_to_wait(anna: Person) -> None:
    for _ in range(5):
        assert sign_in(anna, "anna", "falsch").status_code == 400
    answer = sign_in(anna, "anna")
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 15 * 60
    assert "Zu viele Versuche. Warten Sie 15 Minuten" in answer.text


def test_a_flood_of_attempts_is_turned_away(anna: Person) -> None:
    statuses = [sign_in(anna, f"name{number % 7}", "falsch").status_code for number in range(100)]
    assert statuses.count(400) == 30
    assert statuses.count(429) == 70


def test_a_session_someone_else_chose_is_never_taken(anna: Person) -> None:
    """Session fixation: neither a made-up token nor one of another session becomes that of whoever signs in."""
    sign_in(anna, "anna")
    known = cookies(anna)["sitzung"]
    for planted in (known, "von-jemand-anderem"):
        anna.set_cookie("sitzung", planted)
        if planted == known:
            anna.post("/abmelden")
            anna.set_cookie("sitzung", planted)
        assert sign_in(anna, "anna").status_code == 303
        assert cookies(anna)["sitzung"] not in {known, planted}
        anna.set_cookie("sitzung", planted)
        assert anna.get("/konto").status_code == 303


def test_signing_out_ends_the_session_wherever_its_cookie_is(anna: Person, empty: Services) -> None:
    sign_in(anna, "anna")
    token = cookies(anna)["sitzung"]
    answer = anna.post("/abmelden")
    assert (answer.status_code, answer.location) == (303, "/")
    assert "sitzung" not in cookies(anna)
    thief = visitor(empty)
    thief.set_cookie("sitzung", token)
    assert thief.get("/konto").status_code == 303


def test_a_removed_account_is_signed_out_at_once(anna: Person, empty: Services) -> None:
    sign_in(anna, "anna")
    empty.archive.accounts.remove("anna")
    assert anna.get("/konto").status_code == 303
    assert "Anmelden" in anna.get("/").text


def test_ones_own_page_tells_all_that_is_held(empty: Services, anna: Person) -> None:
    sign_in(anna, "anna")
    page = anna.get("/konto").text
    (account,) = (each for each in empty.archive.accounts.entries() if each.name == "anna")
    assert account.role.value in page
    assert page.count(", zuletzt benutzt ") == 1
    sign_in(visitor(empty), "anna")
    assert anna.get("/konto").text.count(", zuletzt benutzt ") == 2
    anna.post("/konto/abmelden")
    assert anna.get("/konto").text.count(", zuletzt benutzt ") == 1


def test_a_password_is_changed_by_who_knows_it(empty: Services, anna: Person) -> None:
    sign_in(anna, "anna")
    before = cookies(anna)["sitzung"]
    for old, new in (("falsch", OTHER), (PASSWORD, "kurz")):
        assert anna.post("/konto/passwort", data={"bisher": old, "neu": new}).status_code == 400
    assert anna.post("/konto/passwort", data={"bisher": PASSWORD, "neu": OTHER}).status_code == 303
    assert anna.get("/konto").status_code == 200
    assert cookies(anna)["sitzung"] != before
    assert sign_in(visitor(empty), "anna", OTHER).status_code == 303


def test_an_account_can_be_left(empty: Services, anna: Person) -> None:
    sign_in(anna, "anna")
    # The browser goes to the form again, and not to the top of a long page.
    assert 'action="/konto/loeschen#leave"' in anna.get("/konto").text
    mistyped = anna.post("/konto/loeschen", data={"passwort": "falsch"})
    assert mistyped.status_code == 400
    assert "Das Passwort stimmt nicht." in mistyped.text
    assert "Ihr Konto ist gelöscht" in anna.post("/konto/loeschen", data={"passwort": PASSWORD}).text
    assert not cookies(anna)
    assert [each.name for each in empty.archive.accounts.entries()] == ["chef"]


def test_sample_accounts_are_everyones_and_nobody_changes_them(empty: Services) -> None:
    empty.archive.sample_accounts.add()
    told = empty.archive.sample_accounts.credentials()[1]
    client = visitor(empty)
    sign_in(client, told.name, told.password)
    page = client.get("/konto").text
    assert "Dies ist ein Beispielkonto." in page
    assert "Passwort ändern" not in page
    for path, data in (
        ("/konto/passwort", {"bisher": told.password, "neu": PASSWORD}),
        ("/konto/loeschen", {"passwort": told.password}),
    ):
        assert client.post(path, data=data).status_code == 403
    assert client.post("/konten/technik/link").status_code == 404
    assert client.post("/konten/technik/entfernen").status_code == 404
    assert len(empty.archive.sample_accounts.credentials()) == len(Role)


def test_no_page_shows_a_sample_password(empty: Services) -> None:
    empty.archive.sample_accounts.add()
    told = empty.archive.sample_accounts.credentials()
    client = visitor(empty)
    sign_in(client, told[1].name, told[1].password)
    shown = "".join(client.get(path).text for path in ("/", "/anmelden", "/konto", "/konten", "/hilfe"))
    assert not [each for each in told if each.password in shown]


def test_a_session_in_another_browser_has_its_button(anna: Person, empty: Services) -> None:
    other = visitor(empty)
    sign_in(other, "anna")
    sign_in(anna, "anna")
    page = anna.get("/konto").text
    (path,) = re.findall(r'action="(/konto/abmelden/\d+)"', page)
    assert (anna.post(path).status_code, anna.post(f"/konto/abmelden/{2**64}").status_code) == (303, 404)
    assert other.get("/konto").status_code == 303
    assert "/konto/abmelden/" not in anna.get("/konto").text


def test_a_sample_account_says_why_others_stay_signed_in(empty: Services) -> None:
    empty.archive.sample_accounts.add()
    account = next(each for each in empty.archive.sample_accounts.credentials() if each.role is Role.COORDINATION)
    here, there = visitor(empty), visitor(empty)
    for each in (there, here):
        sign_in(each, account.name, account.password)
    page = here.get("/konto").text
    assert "Ein Beispielkonto teilen sich alle" in page
    assert "/konto/abmelden" not in page
    assert here.get("/konten").text.count("Beispielkonto, nicht zu ändern") == len(Role)
