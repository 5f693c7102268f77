"""The page of personal data: what was noticed is decided on, and what shall go is gone from every byte in use."""

import re
from email.message import EmailMessage
from html import unescape
from pathlib import Path

import docx
import pytest

from archive.archive import Submission
from archive.batches import Arrival
from archive.custody import EventKind, Status
from archive.rights import Role
from archive.values import Details, Visibility
from indexer.extraction.isolation import Extractor
from indexer.index.areas import Areas
from tests.indexer.test_purging import holding
from tests.webui.people import person
from webui.compose import Holdings
from webui.noticed import noticed, undecided
from webui.services import Services

NAME = "Frau Quastia Flossemann"
TEXT = f"Protokoll Gotha\nEs sprach {NAME} über die Wand.\nMail: quastia@beispiel.example\nSpäter dankte {NAME}."


class Desk:
    """An archive with one document that names a person."""

    def __init__(self, services: Services, folder: Path) -> None:
        self.services, self.folder = services, folder
        self.code = self.take_in("protokoll.txt", TEXT)
        self.catch_up()

    def take_in(self, name: str, text: str) -> str:
        (self.folder / "offered").write_text(text, encoding="utf-8")
        details = Details(f"Bericht von {NAME}", visibility=Visibility.INTERNAL)
        return self.services.archive.take_in(Submission(self.folder / "offered", name, details)).code

    def catch_up(self) -> None:
        areas = Areas.within(self.services.archive.home.derived)
        with Extractor() as extractor:
            holdings = Holdings(self.services.archive, self.services.texts, areas)
            holdings.indexing(extractor).catch_up()

    @property
    def address(self) -> str:
        return f"/dokumente/{self.code}/personenangaben"

    def choices(self, choice: str, **more: str) -> dict[str, str]:
        document = self.services.archive.describe(self.code)
        groups = noticed(self.services.archive, self.services.texts, document) or ()
        return {**{f"wahl-{each.fingerprint}": choice for each in groups}, **more}


@pytest.fixture
def desk(empty: Services, tmp_path: Path) -> Desk:
    return Desk(empty, tmp_path)


def open_ones(desk: Desk) -> int:
    return len(undecided(desk.services.archive, desk.services.texts, desk.services.archive.describe(desk.code)))


def test_the_same_words_are_listed_once_with_their_places(desk: Desk) -> None:
    page = person(desk.services, Role.PRIVACY).get(desk.address).text
    assert "2 mögliche Personenangaben" in page
    assert "Gilt für alle gleichen: 2 Stellen." in page
    assert len(re.findall(r"<legend>Name:", page)) == 1
    assert "quastia@beispiel.example" in page


def test_what_stays_needs_a_reason_and_survives_a_new_index(desk: Desk) -> None:
    writer = person(desk.services, Role.COORDINATION)
    assert open_ones(desk) == 2
    assert writer.post(desk.address, data=desk.choices("belassen")).status_code == 303
    assert open_ones(desk) == 0
    desk.services.texts.outdate_readings()
    desk.services.texts.read_again(desk.code, desk.services.archive.describe(desk.code).checksum)
    desk.catch_up()
    assert open_ones(desk) == 0
    event = desk.services.archive.events(desk.code)[-1]
    assert (event.kind, event.detail) == (EventKind.PERSONAL_DATA_LEFT, "2")


def test_blackened_words_are_in_no_byte_once_earlier_versions_are_erased(desk: Desk) -> None:
    writer = person(desk.services, Role.COORDINATION)
    home = desk.services.archive.home.root
    assert holding(home, "Flossemann")
    answer = writer.post(desk.address, data=desk.choices("schwaerzen", fruehere="loeschen"))
    assert answer.status_code == 303
    desk.catch_up()
    assert holding(home, "Flossemann") == []
    assert holding(home, "quastia@") == []
    assert "über die Wand" in writer.get(f"/dokumente/{desk.code}").text
    assert open_ones(desk) == 0


def test_what_was_blackened_is_shown_nowhere_though_the_index_has_not_followed(desk: Desk) -> None:
    writer, staff = person(desk.services, Role.COORDINATION), person(desk.services, Role.STAFF)
    addresses = ("/suche?q=Wand", f"/dokumente/{desk.code}", "/aufgaben")
    assert "Flossemann" in staff.get("/suche?q=Wand").text
    assert writer.post(desk.address, data=desk.choices("schwaerzen", fruehere="verbergen")).status_code == 303
    answers = [staff.get(each) for each in addresses]
    assert [(each.status_code, "Flossemann" in each.text) for each in answers] == [(200, False)] * len(addresses)
    desk.catch_up()
    assert "Es sprach" in staff.get("/suche?q=Wand").text


def test_concealed_versions_are_for_few_eyes(desk: Desk) -> None:
    writer, staff = person(desk.services, Role.PRIVACY), person(desk.services, Role.STAFF)
    roles = {name.replace("wahl", "rolle"): "Projektleitung" for name in desk.choices("rolle")}
    assert writer.post(desk.address, data=desk.choices("rolle", **roles, fruehere="verbergen")).status_code == 303
    desk.catch_up()
    old = f"/dokumente/{desk.code}/original?fassung=1"
    with writer.get(old) as answer:
        assert NAME.encode() in answer.data
    assert staff.get(old).status_code == 404
    page = staff.get(f"/dokumente/{desk.code}").text
    assert "Projektleitung" in page
    assert "Flossemann" not in page
    desk.services.archive.publishing.publish(desk.code, Visibility.COORDINATION, "")
    desk.catch_up()  # a later change must not have the old file read again
    kept_back = "Die ältere Fassung wird nicht mehr gelesen, weil Personenangaben aus ihr entfernt wurden."
    assert kept_back in writer.get(f"/dokumente/{desk.code}/fassungen").text
    files = {path.name for path in holding(desk.services.archive.home.root, "Flossemann")}
    assert files == {desk.services.archive.versions(desk.code)[0].checksum}
    assert writer.post(f"{desk.address}/fruehere-fassungen-loeschen").status_code == 303
    desk.catch_up()
    assert holding(desk.services.archive.home.root, "Flossemann") == []


def test_what_was_not_noticed_can_be_added(desk: Desk) -> None:
    writer = person(desk.services, Role.COORDINATION)
    writer.post(desk.address, data={"weitere": "die Wand\n", "fruehere": "loeschen"})
    desk.catch_up()
    assert holding(desk.services.archive.home.root, "die Wand") == []


def test_names_in_a_file_s_properties_are_told_and_can_be_taken_out(desk: Desk) -> None:
    made = docx.Document()
    made.add_paragraph("Ein Fest in Gotha.")
    made.core_properties.author, made.core_properties.last_modified_by = "Quastia Flossemann", ""
    made.save(str(desk.folder / "fest.docx"))
    submission = Submission(desk.folder / "fest.docx", "fest.docx", Details("Fest"))
    desk.code = desk.services.archive.take_in(submission).code
    desk.catch_up()
    koo = person(desk.services, Role.COORDINATION)
    told = "wer sie gemacht oder geändert hat: Quastia Flossemann."
    assert told in koo.get(desk.address).text
    data = {"weitere": "Quastia Flossemann", "fruehere": "loeschen"}
    assert koo.post(desk.address, data=data).status_code == 303
    desk.catch_up()
    assert told not in koo.get(desk.address).text
    assert (
        not desk.services.archive.path(desk.services.archive.describe(desk.code).checksum)
        .read_bytes()
        .count(b"Quastia")
    )


def test_a_role_must_be_named(desk: Desk) -> None:
    answer = person(desk.services, Role.COORDINATION).post(desk.address, data=desk.choices("rolle"))
    assert answer.status_code == 400
    assert "Bitte nennen Sie überall die Rolle" in answer.text
    assert len(desk.services.archive.versions(desk.code)) == 1


def test_who_decides_for_a_batch_keeps_the_way_back_and_what_was_chosen(desk: Desk) -> None:
    writer = person(desk.services, Role.COORDINATION)
    address, back = f"{desk.address}?stapel=schluessel", 'href="/hochladen/schluessel"'
    assert back in writer.get(address).text
    assert back not in writer.get(desk.address).text
    grounds = {name.replace("wahl", "grund"): "Einwilligung liegt vor" for name in desk.choices("belassen")}
    first, *others = desk.choices("belassen")
    wrong = writer.post(address, data={**grounds, first: "rolle", **dict.fromkeys(others, "belassen")}).text
    assert wrong.count('<option value="Einwilligung liegt vor" selected>') == len(grounds)
    done = writer.post(address, data=desk.choices("belassen"))
    assert done.location == f"{desk.address}?gespeichert=1&stapel=schluessel"
    assert "Weiter mit „Hochgeladenes prüfen“" in writer.get(done.location or "").text


def test_a_list_of_those_present_is_proposed_for_the_coordination(desk: Desk) -> None:
    desk.code = desk.take_in("liste.txt", "Teilnahmeliste\nAnna Muster\nBodo Muster\nCem Muster")
    desk.catch_up()
    writer = person(desk.services, Role.COORDINATION)
    assert "Vorschlag: nur der Koordination zeigen" in writer.get(desk.address).text
    writer.post(f"{desk.address}/nur-koordination")
    assert desk.services.archive.describe(desk.code).visibility is Visibility.COORDINATION
    assert "Vorschlag: nur der" not in writer.get(desk.address).text


def test_what_was_not_decided_or_is_not_there_is_told_and_changes_nothing(desk: Desk) -> None:
    writer = person(desk.services, Role.PRIVACY)
    for form, told in (
        ({}, "Es ist noch nichts ausgewählt."),
        ({"fruehere": "loeschen"}, "Es ist noch nichts ausgewählt."),
        ({"weitere": "die Wand\nWolkenstein"}, "„Wolkenstein“ steht nicht in diesem Dokument."),
        ({"weitere": "Wan"}, "„Wan“ steht nicht in diesem Dokument."),
    ):
        answer = writer.post(desk.address, data=form)
        assert (answer.status_code, told in answer.text) == (400, True), form
        assert form.get("weitere", "") in answer.text
    assert len(desk.services.archive.versions(desk.code)) == 1


def test_what_stands_around_a_name_is_cut_between_words(desk: Desk) -> None:
    words = "Quartiersmanagement und Jugendmigrationsdienst und Nachbarschaftszentrum begleiten"
    code = desk.take_in("lang.txt", f"{words} {NAME} {words}")
    desk.catch_up()
    groups = noticed(desk.services.archive, desk.services.texts, desk.services.archive.describe(code))
    assert groups
    (place,) = (place for group in groups for place in group.places)
    assert {place.before.split()[0], place.after.split()[-1]} <= set(words.split())
    assert min(len(place.before), len(place.after)) > len("Nachbarschaftszentrum begleiten")


def test_a_document_is_erased_only_if_its_code_is_typed(desk: Desk) -> None:
    writer = person(desk.services, Role.PRIVACY)
    assert writer.post(f"{desk.address}/endgueltig-loeschen", data={"kennung": "D-1999-0001"}).status_code == 400
    assert desk.code in desk.services.archive.revisions()
    answer = writer.post(f"{desk.address}/endgueltig-loeschen", data={"kennung": f" {desk.code} "})
    told = writer.get(answer.headers["Location"]).text
    assert f"{desk.code} ist gelöscht" in told
    (entry,) = re.findall(r'<a href="([^"]+)">Eintrag ansehen', told)
    assert desk.code in writer.get(unescape(entry)).text
    assert "ist gelöscht" not in writer.get("/verwaltung/loeschfristen?geloescht=D-1999-0001").text
    gone = writer.get(f"/dokumente/{desk.code}")
    assert (gone.status_code, "Dieses Dokument ist gelöscht" in gone.text, entry in gone.text) == (404, True, True)
    others = person(desk.services, Role.STAFF)
    never = others.get("/dokumente/D-1999-0001").text.replace("D-1999-0001", desk.code)
    assert others.get(f"/dokumente/{desk.code}").text == never
    desk.catch_up()
    assert holding(desk.services.archive.home.root, "Flossemann") == []


def test_what_was_attached_is_erased_with_a_mail_if_that_is_left_ticked(desk: Desk) -> None:
    archive = desk.services.archive
    mails = []
    for number in range(2):
        mail = EmailMessage()
        mail["From"], mail["To"] = "servicebuero@beispiel.invalid", "standorte@beispiel.invalid"
        mail["Date"], mail["Subject"] = "Wed, 03 Apr 2019 12:00:00 +0200", f"Anhang {number}"
        mail.set_content("Anbei.")
        mail.add_attachment(f"{NAME} {number}".encode(), maintype="text", subtype="plain", filename="brief.txt")
        mails.append(desk.take_in(f"mail{number}.eml", mail.as_string()))
    desk.catch_up()
    desk.catch_up()
    writer = person(desk.services, Role.PRIVACY)
    attached = [archive.attachments_of(code)[code][0].code for code in mails]
    for code, inner, chosen in zip(mails, attached, ({}, {"anhang": attached[1]}), strict=True):
        address = f"/dokumente/{code}/personenangaben"
        assert f'name="anhang" value="{inner}" checked' in writer.get(address).text
        writer.post(f"{address}/endgueltig-loeschen", data={"kennung": code, **chosen})
    left = {each.code for each in archive.descriptions()}
    assert left == {desk.code, attached[0]}


def test_a_document_that_was_not_attached_is_not_erased_with_it(desk: Desk) -> None:
    other = desk.take_in("anderes.txt", "Anderes")
    writer = person(desk.services, Role.PRIVACY)
    writer.post(f"{desk.address}/endgueltig-loeschen", data={"kennung": desk.code, "anhang": other})
    assert [each.code for each in desk.services.archive.descriptions()] == [other]


@pytest.mark.parametrize("way", ["redaction", "erasure"])
def test_what_people_said_of_a_document_goes_with_what_it_names(desk: Desk, way: str) -> None:
    archive, home = desk.services.archive, desk.services.archive.home.root
    writer = person(desk.services, Role.COORDINATION)
    passage = next(each for each in desk.services.texts.passages(desk.code) if "Flossemann" in each.text)
    form = {"stelle": passage.id, "art": "Aufgabe", "wer": NAME, "bis": f"wenn {NAME} kommt", "stand": "offen"}
    assert writer.post(f"/dokumente/{desk.code}/korrigieren", data=form).status_code == 303
    archive.card_facts.say(desk.code, {"source": f"nach {NAME}"})
    batch = archive.batches.begin("")
    archive.batches.add(batch, [Arrival(f"Brief an {NAME}.txt", Status.HELD, desk.code)])
    desk.catch_up()
    if way == "redaction":
        writer.post(desk.address, data=desk.choices("schwaerzen", fruehere="loeschen"))
    else:
        writer.post(f"{desk.address}/endgueltig-loeschen", data={"kennung": desk.code})
    desk.catch_up()
    assert holding(home, "Flossemann") == []


@pytest.mark.parametrize("way", ["schwaerzen", "weitere"])
def test_a_last_name_left_behind_its_full_name_is_named_with_its_pages_and_hinders_publication(
    desk: Desk, way: str
) -> None:
    known = "Der Jugendliche Zacharias Wolkenstein kam." if way == "schwaerzen" else "Es kam Zacharias Wolkenstein."
    pages = ("Bericht", known, "Zitat von Wolkenstein", "Die Wolken.", "Wolkensteins Mutter", "Wolkenstein-Haus")
    desk.code = desk.take_in("bericht.txt", "\f".join(pages))
    desk.catch_up()
    writer = person(desk.services, Role.COORDINATION)
    assert "steht noch auf" not in writer.get(desk.address).text
    full = desk.services.archive.privacy.fingerprint(desk.code, "Zacharias Wolkenstein")
    form = {"weitere": "Zacharias Wolkenstein"} if way == "weitere" else {f"wahl-{full}": "schwaerzen"}
    assert writer.post(desk.address, data={**form, "fruehere": "loeschen"}).status_code == 303
    desk.catch_up()
    assert "der Nachname steht noch auf den Seiten 3, 5, 6." in writer.get(desk.address).text
    assert open_ones(desk) == 1
    writer.post(desk.address, data=desk.choices("schwaerzen", fruehere="loeschen"))
    desk.catch_up()
    assert open_ones(desk) == 0
    assert holding(desk.services.archive.home.root, "Wolkenstein") == []
