"""A home in which every table of the catalogue has rows that the program itself wrote."""

from pathlib import Path

from archive.accounts.values import TokenPurpose
from archive.archive import Archive
from archive.backup.backing_up import ALL, back_up
from archive.batches import Arrival
from archive.custody import AccessKind, Receipt, Submission
from archive.learning.values import StepContent, StepKind
from archive.privacy.values import Ground
from archive.rights import Role
from archive.values import Details, Visibility
from indexer.extraction.isolation import Extractor
from tests.archive.handover.filling import fill
from webui.compose import open_holdings

#: Sample files, one a format: what they say of themselves fills titles, meetings, dates, sites and topics.
SAMPLES = (
    "protokoll-standorttreffen-hamburg-2019.pdf",
    "protokoll-regionaltreffen-sued-ingolstadt-2019.docx",
    "protokoll-regionaltreffen-nord-bremen-2019.odt",
    "standorttreffen_digital_mai2020_mitschrift.txt",
    "methode-persona.md",
)
HOLDINGS = Path(__file__).parents[2] / "documents" / "holdings"

NAME = "Koordination Beispiel"
PASSWORD = "zwei Kirschen am Fluss"


def fill_home(root: Path, folder: Path) -> None:
    """Make a home with real documents, read and indexed, and with all that people may say of them.

    Args:
        root: Of the home.
        folder: For files that are offered to it.
    """
    with open_holdings(root) as holdings, Extractor() as extractor:
        taken = [_offer(holdings.archive, name) for name in SAMPLES]
        while holdings.indexing(extractor).catch_up():
            pass
        fill(holdings.archive, folder)
        _use(holdings.archive, taken)
        for _ in holdings.archive.fixity.check_all():
            pass
        back_up(holdings.archive, folder / "backup", None, ALL, lambda _: None)


def _offer(archive: Archive, name: str) -> Receipt:
    return archive.take_in(Submission(HOLDINGS / name, name, Details(visibility=Visibility.PUBLIC)))


def _use(archive: Archive, taken: list[Receipt]) -> None:
    """Leave behind what somebody leaves who works with an archive."""
    codes = [each.code for each in taken]
    agent = archive.accounts.add(NAME.replace("Beispiel", "Muster"), Role.COORDINATION, PASSWORD).agent
    archive.sign_ins.sign_in(NAME.replace("Beispiel", "Muster"), PASSWORD, "192.0.2.7")
    archive.accounts.tokens.make(NAME, TokenPurpose.API, "Auswertung")
    archive.accounts.saved_searches.keep(NAME, "Graffiti", "q=graffiti")
    path = archive.learning.paths.add("Zweite Woche")
    step = archive.learning.steps.add(path, StepContent(StepKind.DOCUMENT, 10, document=codes[0]))
    archive.learning.progress.mark(agent, step)
    archive.learning.progress.choose_site(agent, "peine")
    archive.journal.record_access(codes[1], agent, AccessKind.PAGE)
    archive.unanswered.count("Lastenfahrradverleih")
    batch = archive.batches.begin(agent)
    archive.batches.add(
        batch, [Arrival(name, each.status, each.code) for name, each in zip(SAMPLES, taken, strict=True)]
    )
    words = archive.privacy.fingerprint(codes[0], "0151 0000000")
    archive.privacy.leave(codes[0], {words: Ground.OFFICE}, agent)
    archive.privacy.remember_redacted(codes[0], {words})
