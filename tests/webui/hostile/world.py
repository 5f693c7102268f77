"""An archive in which everything may be broken: put back as it was whenever a request has changed it."""

import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from flask import Flask

from archive.archive import Archive, Submission
from archive.experiences import Told
from archive.learning.values import StepContent, StepKind
from archive.reports import Fault
from archive.rights import Role
from archive.synonyms import synonym
from archive.values import Details, Visibility
from indexer.analysis.german import GermanAnalysis
from indexer.extraction.isolation import Extractor
from indexer.search.searcher import Searcher
from tests.indexer.extraction.making import column, pdf_bytes
from tests.webui.every_page import Coordination, bring_drafts, coordination
from tests.webui.people import Person, person, token, visitor
from tests.webui.unlimited import UNLIMITED
from webui.app import create_app
from webui.compose import Holdings, open_holdings
from webui.services import Services
from webui.signed_in import SESSION

QUERIES = ("graffiti hamburg", "fahrradwerkstatt", "nadelmethode", "zauberwort")


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a browser sends along that is signed in: its cookies, and the token of its forms."""

    cookies: str
    form: str
    #: The session's token; "" of someone who is not signed in.
    session: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A home that is copied for each world, and who is signed in there."""

    home: Path
    tickets: Mapping[Role | None, Ticket]


class World:
    """A copy of a setting with an app before it."""

    def __init__(self, setting: Setting, folder: Path, german: GermanAnalysis) -> None:
        self._setting, self._folder, self._german = setting, folder, german
        self._open = ExitStack()
        self._made = self._opened()

    @property
    def app(self) -> Flask:
        """The app before it."""
        return self._made[1]

    def is_everybody_signed_in(self) -> bool:
        """Tell whether everybody is still signed in."""
        made, _ = self._made
        sessions = [each.session for each in self._setting.tickets.values() if each.session]
        return all(made.archive.sign_ins.account(each) for each in sessions)

    def put_back(self) -> None:
        """Make everything as it was."""
        self.close()
        self._made = self._opened()

    def close(self) -> None:
        """Close the archive and leave nothing behind."""
        self._open.close()
        shutil.rmtree(self._folder)

    def _opened(self) -> tuple[Services, Flask]:
        shutil.copytree(self._setting.home, self._folder)
        holdings = self._open.enter_context(open_holdings(self._folder))
        made = services(holdings, self._german)
        self._open.callback(made.page_pictures.close)
        app = create_app(made)
        app.config["PROPAGATE_EXCEPTIONS"] = True
        return made, app


def services(holdings: Holdings, german: GermanAnalysis) -> Services:
    """Return services over holdings that turn nobody away for asking often."""
    searcher = Searcher(holdings.areas, holdings.texts, german, holdings.known_names, holdings.archive.synonyms.entries)
    return Services(holdings.archive, searcher, holdings.texts, limits=UNLIMITED)


def settle(home: Path, made: Services, folder: Path) -> tuple[Setting, Coordination]:
    """Fill an archive with one of everything that has a form, sign somebody of every role in, and tell of it."""
    archive = made.archive
    _hold(archive, folder)
    with Extractor() as extractor, open_holdings(home) as holdings:
        while holdings.indexing(extractor).catch_up():
            pass
    _add_one_of_everything(archive)
    chief = coordination(made, QUERIES)
    stranger = visitor(made)
    stranger.get("/anmelden")
    others: dict[Role | None, Person] = {role: person(made, role) for role in Role if role is not Role.COORDINATION}
    people = {None: stranger, **others, Role.COORDINATION: chief.client}
    return Setting(home, {role: _ticket(each) for role, each in people.items()}), chief


def _hold(archive: Archive, folder: Path) -> None:
    (folder / "offered").write_bytes(pdf_bytes([column(["Graffiti an der Wand.", "Beschluss: Die Wand kommt."])]))
    archive.take_in(Submission(folder / "offered", "wand.pdf", Details("Wand")))
    (folder / "offered").write_bytes(b"Anna Muster, Tel. 0170 1234567, anna@example.org kommt.")
    archive.take_in(Submission(folder / "offered", "liste.txt", Details("Liste")))
    bring_drafts(archive, folder, [f"Entwurf {number}. Aufgabe: lesen bis Mai." for number in range(3)])


def _add_one_of_everything(archive: Archive) -> None:
    method = next(each.code for each in archive.methods.papers(frozenset(Visibility)))
    archive.reports.make(method, Fault.TEXT, "Seite 1", "Da fehlt ein Wort.")
    archive.experiences.offer(method, Told("gotha", 2019, "Alle kamen.", "", ""))
    archive.synonyms.add(synonym(["klönrunde"], ["gespräch"]))
    archive.unanswered.count("zauberwort")
    key = archive.learning.paths.add("Für den Anfang", "Lesen Sie.")
    archive.learning.steps.add(key, StepContent(StepKind.NOTE, 5, "Ein Hinweis.", "Zuerst"))
    archive.learning.steps.add(key, StepContent(StepKind.DOCUMENT, 5, "Und das.", document=method))
    archive.learning.paths.publish(key)


def _ticket(browser: Person) -> Ticket:
    made = token(browser)
    kept = [(each.key, each.value) for each in (browser._cookies or {}).values()]  # noqa: SLF001 - werkzeug shows one by one only
    return Ticket("; ".join(f"{name}={value}" for name, value in kept), made, dict(kept).get(SESSION, ""))
