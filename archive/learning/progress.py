"""How far somebody has come on the learning paths, and at which site: known to nobody else."""

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from archive.catalogue.authorities import FormerEntry, Site
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.learning import ChosenSite, LearningStep, ReadStep, now
from archive.catalogue.people import Account
from archive.errors import UnknownEntryError, VocabularyKind
from archive.learning import rows
from archive.learning.errors import UnknownPathError
from archive.learning.values import ReadEntry


class Progress:
    """Keeps what accounts have read, and goes with them; one serves all threads.

    Every method takes the agent of an account; no method tells who has read a step, and nothing here is an event.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def read(self, agent: str) -> dict[int, ReadEntry]:
        """Return the steps somebody has read, by their numbers."""
        asked = select(ReadStep).join(Account, Account.id == ReadStep.account_id).where(Account.agent == agent)
        with self._catalogue.reading() as session:
            return {each.step_id: ReadEntry(each.at, each.version) for each in session.scalars(asked)}

    def mark(self, agent: str, number: int) -> None:
        """Note that somebody has read a step as it is now, or raise UnknownPathError if there is none."""
        with self._catalogue.writing() as session:
            step = session.get(LearningStep, number)
            if step is None:
                raise UnknownPathError(str(number))
            version = rows.current_version(session, step.document)
            session.merge(ReadStep(account_id=_account(session, agent), step_id=number, at=now(), version=version))

    def unmark(self, agent: str, number: int) -> None:
        """Note that somebody has not read a step; one that is gone is no fault."""
        with self._catalogue.writing() as session:
            own = ReadStep.account_id == _account(session, agent)
            session.execute(delete(ReadStep).where(own, ReadStep.step_id == number))

    def forget(self, agent: str) -> None:
        """Forget all that somebody has read."""
        with self._catalogue.writing() as session:
            session.execute(delete(ReadStep).where(ReadStep.account_id == _account(session, agent)))

    def site(self, agent: str) -> str:
        """Return the key of the site somebody has chosen as his own, or of that into which it was merged, or ""."""
        became = (FormerEntry.vocabulary == VocabularyKind.SITE) & (FormerEntry.key == ChosenSite.site)
        asked = (
            select(func.coalesce(FormerEntry.successor, ChosenSite.site))
            .select_from(ChosenSite)
            .join(Account, Account.id == ChosenSite.account_id)
            .outerjoin(FormerEntry, became)
            .where(Account.agent == agent)
        )
        with self._catalogue.reading() as session:
            return session.scalar(asked) or ""

    def choose_site(self, agent: str, key: str) -> None:
        """Note which site is somebody's own.

        Raises:
            UnknownEntryError: There is no site of this key.
        """
        with self._catalogue.writing() as session:
            if session.scalar(select(Site.id).where(Site.key == key)) is None:
                raise UnknownEntryError(VocabularyKind.SITE, key)
            session.merge(ChosenSite(account_id=_account(session, agent), site=key))

    def forget_site(self, agent: str) -> None:
        """Forget which site is somebody's own."""
        with self._catalogue.writing() as session:
            session.execute(delete(ChosenSite).where(ChosenSite.account_id == _account(session, agent)))


def _account(session: Session, agent: str) -> int:
    return session.scalars(select(Account.id).where(Account.agent == agent)).one()
