"""Everything that people change on the pages, each done once in an archive of its own."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from werkzeug.test import TestResponse

from archive.archive import Submission
from archive.custody import EventEntry, EventKind
from archive.journal import Asked
from archive.rights import Role
from archive.values import DatePrecision, DateSource, Details, DocumentDate, DocumentKind, Visibility
from indexer.extraction.isolation import Extractor
from indexer.structure.kinds import PassageKind
from tests.webui.people import Person, person, sign_in, visitor
from tests.webui.test_following import EARLIER, GOTHA, HAMBURG, LATER
from tests.webui.test_likely_versions import LINES
from tests.webui.test_personal import TEXT
from tests.webui.texts import METHOD
from tests.webui.uploading import row
from webui.compose import Holdings
from webui.noticed import noticed
from webui.services import Services

OTHER = "sieben Quitten im Keller"


@dataclass
class Story:
    """An archive in which everything is done once, by someone of the coordination."""

    holdings: Holdings
    services: Services
    folder: Path
    client: Person
    #: What the documents are called for short → their codes.
    codes: dict[str, str] = field(default_factory=dict)

    def take_in(self, name: str, text: str, details: Details | None = None) -> None:
        """Take a text in."""
        path = self.folder / f"{name}.md"
        path.write_text(text, encoding="utf-8")
        submission = Submission(path, path.name, details or Details(name, visibility=Visibility.INTERNAL))
        self.codes[name] = self.holdings.archive.take_in(submission).code

    def read(self) -> None:
        """Do the worker's part."""
        with Extractor() as extractor:
            self.holdings.indexing(extractor).catch_up()

    def passage(self, name: str, kind: PassageKind | None = None, word: str = "") -> str:
        """Return the id of a passage."""
        found = self.holdings.texts.passages(self.codes[name])
        return next(each.id for each in found if word in each.text and kind in (None, each.kind))

    def post(self, address: str, **form: str) -> TestResponse:
        """Send a form; "{name}" in an address is the code of that document."""
        return self.client.post(address.format(**self.codes), data=form)

    def path(self) -> str:
        """Return the address of the learning path."""
        return f"/verwaltung/lernpfade/{self.holdings.archive.learning.paths.entries()[-1].key}"

    def step(self, place: int = 0) -> str:
        """Return the address of a step of it."""
        (path,) = (each for each in self.holdings.archive.learning.paths.entries() if self.path().endswith(each.key))
        return f"{self.path()}/schritte/{path.steps[place].number}"

    def decide(self, name: str, choice: str, **more: str) -> TestResponse:
        """Decide the same on all personal data of a document."""
        document = self.services.archive.describe(self.codes[name])
        groups = noticed(self.services.archive, self.services.texts, document) or ()
        choices = {f"wahl-{each.fingerprint}": choice for each in groups}
        return self.post(f"/dokumente/{document.code}/personenangaben", **choices, **more)

    def events(self) -> tuple[EventEntry, ...]:
        """Return all events, the latest first."""
        return self.holdings.archive.journal.events(Asked(), 10_000)


def fill(story: Story) -> None:
    """Take in what something can be done with."""
    for name, text, meeting, day in (
        ("earlier", HAMBURG, EARLIER, date(2019, 4, 3)),
        ("later", GOTHA, LATER, date(2020, 11, 25)),
    ):
        when = DocumentDate(day, day, DatePrecision.DAY, DateSource.ENTRY)
        story.take_in(name, text, Details(f"Protokoll {name}", DocumentKind.PROTOKOLL, when, meeting))
    story.take_in("method", METHOD, Details("Nadelmethode", DocumentKind.METHODENPAPIER))
    story.take_in("person", TEXT)
    story.take_in("redacted", f"{TEXT} Noch einmal.")
    day = date(1999, 1, 1)
    long_ago = DocumentDate(day, day, DatePrecision.DAY, DateSource.ENTRY)
    story.take_in("old", "Liste", Details("Liste", date=long_ago, visibility=Visibility.COORDINATION))
    draft = Details("Entwurf", visibility=Visibility.DRAFT)
    for name in ("draft", "batch", "unwanted"):
        story.take_in(name, f"Entwurf {name}", draft)
    story.take_in("same", "\n\n".join(LINES))
    story.take_in("likely", "\n\n".join(LINES).replace("gelungen", "offen", 1), draft)


def _upload(story: Story) -> TestResponse:
    return story.client.post("/hochladen", data={"dateien": [(io.BytesIO(b"Ein Fest."), "fest.txt")]})


def _add(story: Story) -> TestResponse:
    begun = story.post("/hochladen/stapel").json
    assert begun
    return story.client.post(begun["files"], data={"dateien": [(io.BytesIO(b"Noch eines."), "noch.txt")]})


def _look_through(story: Story) -> TestResponse:
    entry = next(each for each in story.holdings.archive.batches.entries() if each.brought)
    return story.post(f"/hochladen/{entry.key}", **row(entry.brought[0], titel="Durchgesehen"))


def _judge(story: Story) -> TestResponse:
    later = story.passage("later", word="Merkblatt")
    return story.post(f"/aufgaben/{story.passage('earlier', PassageKind.TASK)}", stelle=later, urteil="erledigt")


def _report(story: Story) -> TestResponse:
    reader = person(story.services, Role.STAFF)
    return reader.post(f"/dokumente/{story.codes['earlier']}/fehler-melden", data={"was": "text", "text": "Falsch."})


def _report_again(story: Story, act: str) -> TestResponse:
    _report(story)
    number = story.holdings.archive.reports.entries(frozenset(Visibility))[0].number
    return story.post(f"/verwaltung/meldungen/{number}/{act}")


def _experience(story: Story, act: str) -> TestResponse:
    (waiting,) = story.holdings.archive.experiences.waiting()
    return story.post(f"/verwaltung/erfahrungen/{waiting.number}/{act}")


def _offer(story: Story) -> TestResponse:
    return story.post("/methoden/{method}/erfahrung", standort="gotha", jahr="2020", gut="Es lief gut.")


def _offer_and_remove(story: Story) -> TestResponse:
    _offer(story)
    return _experience(story, "entfernen")


def _revoke(story: Story) -> TestResponse:
    (token, *_) = story.holdings.archive.accounts.tokens.entries(f"{Role.COORDINATION.value} Muster")
    return story.post(f"/konto/schluessel/{token.number}/widerrufen")


def _delete_own(story: Story) -> TestResponse:
    story.holdings.archive.accounts.add("Geht Muster", Role.STAFF, OTHER)
    own = visitor(story.services)
    sign_in(own, "Geht Muster", OTHER)
    return own.post("/konto/loeschen", data={"passwort": OTHER})


def _synonym(story: Story) -> TestResponse:
    number = story.holdings.archive.synonyms.entries()[0].number
    return story.post(f"/verwaltung/synonyme/{number}/entfernen")


def _moved(story: Story, way: str) -> TestResponse:
    story.post(f"{story.path()}/schritte", titel="Willkommen", text="Schön, dass Sie da sind.", minuten="1")
    return story.post(f"{story.step()}/{way}")


def _confirmed(story: Story) -> TestResponse:
    story.take_in("method", METHOD + "\n\nNachtrag.", Details(version_of=story.codes["method"]))
    return story.post(f"{story.step()}/geprueft")


def _erase_earlier(story: Story) -> TestResponse:
    story.decide("redacted", "schwaerzen", fruehere="verbergen")
    return story.post("/dokumente/{redacted}/personenangaben/fruehere-fassungen-loeschen")


Deed = Callable[[Story], TestResponse]


def _form(address: str, **form: str) -> Deed:
    return lambda story: story.post(address, **form)


_WORDS = "/verwaltung/vokabulare/schlagworte"

#: Endpoint → what it is to record, and what somebody does there. Some rest on those before.
DEEDS: Mapping[str, tuple[EventKind, Deed]] = {
    "uploads.upload": (EventKind.ACCESSION, _upload),
    "uploads.add": (EventKind.ACCESSION, _add),
    "uploads.look_through": (EventKind.AMENDMENT, _look_through),
    "drafts.save": (
        EventKind.AMENDMENT,
        lambda story: story.post("/dokumente/{draft}/angaben", **row(story.codes["draft"], titel="Neu")),
    ),
    "drafts.discard": (EventKind.ERASURE, _form("/dokumente/{unwanted}/verwerfen")),
    "likely_versions.decide": (
        EventKind.KEPT_APART,
        lambda story: story.post("/dokumente/{likely}/gleicher-text", von=story.codes["same"], wahl="eigenes"),
    ),
    "corrections.correct": (
        EventKind.CORRECTION,
        lambda story: story.post(
            "/dokumente/{earlier}/korrigieren", stelle=story.passage("earlier", word="Lange"), art="Ergebnis"
        ),
    ),
    "corrections.correct_card": (
        EventKind.CARD_CORRECTION,
        _form("/dokumente/{method}/korrigieren/methode", duration="2 Stunden"),
    ),
    "following.judge": (EventKind.FOLLOW_UP, _judge),
    "methods.say": (EventKind.METHOD_NOTE, _form("/methoden/{method}/angaben", kern="ja", namen="Nadeln")),
    "methods.offer_experience": (EventKind.EXPERIENCE_OFFERED, _offer),
    "experiences.release": (EventKind.EXPERIENCE_RELEASED, lambda story: _experience(story, "freigeben")),
    "experiences.remove": (EventKind.EXPERIENCE_REMOVED, _offer_and_remove),
    "documents.report": (EventKind.REPORT_MADE, _report),
    "reports.finish": (EventKind.REPORT_DONE, lambda story: _report_again(story, "erledigt")),
    "reports.remove": (EventKind.REPORT_REMOVED, lambda story: _report_again(story, "loeschen")),
    "introductions.save": (EventKind.DOSSIER_CHANGED, _form("/themen/kultur/einfuehrung", text="Zuerst dies.")),
    "paths.add": (EventKind.PATH_ADDED, _form("/verwaltung/lernpfade", titel="Erste Woche")),
    "paths.describe": (EventKind.PATH_CHANGED, lambda story: story.post(story.path(), titel="Die erste Woche")),
    "paths.add_step": (
        EventKind.PATH_CHANGED,
        lambda story: story.post(f"{story.path()}/schritte", dokument=story.codes["method"], minuten="5"),
    ),
    "paths.change_step": (
        EventKind.PATH_CHANGED,
        lambda story: story.post(story.step(), dokument=story.codes["method"], minuten="10"),
    ),
    "paths.move_down": (EventKind.PATH_CHANGED, lambda story: _moved(story, "runter")),
    "paths.move_up": (EventKind.PATH_CHANGED, lambda story: story.post(f"{story.step(1)}/hoch")),
    "paths.confirm": (EventKind.PATH_CHANGED, _confirmed),
    "paths.remove_step": (EventKind.PATH_CHANGED, lambda story: story.post(f"{story.step(1)}/entfernen")),
    "paths.publish": (EventKind.PATH_PUBLISHED, lambda story: story.post(f"{story.path()}/veroeffentlichen")),
    "paths.hide": (EventKind.PATH_HIDDEN, lambda story: story.post(f"{story.path()}/zurueckziehen")),
    "paths.remove": (EventKind.PATH_REMOVED, lambda story: story.post(f"{story.path()}/loeschen")),
    "vocabularies.add": (EventKind.ENTRY_ADDED, _form(_WORDS, name="Lastenrad")),
    "vocabularies.restate": (
        EventKind.ENTRY_CHANGED,
        _form(f"/verwaltung/vokabulare/treffen/{LATER}/angaben", art="Fachtag", ort="Gotha", beginn="2020-11-25"),
    ),
    "vocabularies.rename": (EventKind.ENTRY_RENAMED, _form(f"{_WORDS}/lastenrad/umbenennen", name="Lastenräder")),
    "vocabularies.add_alias": (EventKind.ALIAS_ADDED, _form(f"{_WORDS}/lastenrad/namen", name="Transportrad")),
    "vocabularies.remove_alias": (
        EventKind.ALIAS_REMOVED,
        _form(f"{_WORDS}/lastenrad/namen/entfernen", name="Transportrad"),
    ),
    "vocabularies.merge": (
        EventKind.ENTRY_MERGED,
        _form("/verwaltung/vokabulare/standorte/peine/zusammenfuehren", mit="gotha"),
    ),
    "synonyms.add": (EventKind.SYNONYM_ADDED, _form("/verwaltung/synonyme", woerter="Drahtesel, Fahrrad")),
    "synonyms.remove": (EventKind.SYNONYM_REMOVED, _synonym),
    "accounts.invite": (EventKind.ACCOUNT_INVITED, _form("/konten", konto="Neu Muster", rolle="Mitarbeitende")),
    "accounts.renew": (EventKind.LINK_MADE, _form("/konten/Neu Muster/link")),
    "accounts.change_role": (EventKind.ROLE_CHANGED, _form("/konten/Neu Muster/rolle", rolle="Technik")),
    "accounts.remove": (EventKind.ACCOUNT_REMOVED, _form("/konten/Neu Muster/entfernen")),
    "own_account.delete": (EventKind.ACCOUNT_REMOVED, _delete_own),
    "access_tokens.make": (EventKind.TOKEN_MADE, _form("/konto/schluessel", name="Programm")),
    "access_tokens.revoke": (EventKind.TOKEN_REVOKED, _revoke),
    "feeds.make": (EventKind.TOKEN_MADE, _form("/abonnieren?q=graffiti")),
    "answers.answer": (EventKind.ANSWER_GIVEN, _form("/verwaltung/auskunft", name="Quastia", datei="ja")),
    "personal.decide": (
        EventKind.PERSONAL_DATA_LEFT,
        lambda story: story.decide("person", "belassen"),
    ),
    "personal.erase_earlier": (
        EventKind.VERSION_ERASURE,
        _erase_earlier,
    ),
    "personal.restrict": (EventKind.AMENDMENT, _form("/dokumente/{person}/personenangaben/nur-koordination")),
    "personal.erase": (
        EventKind.ERASURE,
        lambda story: story.post(
            "/dokumente/{person}/personenangaben/endgueltig-loeschen", kennung=story.codes["person"]
        ),
    ),
    "deletion.erase": (
        EventKind.ERASURE,
        lambda story: story.post("/verwaltung/loeschfristen/{old}", kennung=story.codes["old"]),
    ),
}
