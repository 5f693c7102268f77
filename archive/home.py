"""The one folder in which an archive lives."""

import os
from dataclasses import dataclass
from pathlib import Path

from archive.durable import sync_folder
from archive.errors import CatalogueLostError, HomeUnusableError

#: Holdings may be personal: only the account that runs the archive may enter.
OWNER_ONLY = 0o700

#: Name of the file with what only the carrier can say of itself on the pages.
STATEMENTS = "angaben.toml"


@dataclass(frozen=True, slots=True)
class Home:
    """Where everything of one archive lies on disk."""

    root: Path

    @property
    def store(self) -> Path:
        """Folder of the original files; with the catalogue it is all that must be kept."""
        return self.root / "store"

    @property
    def catalogue(self) -> Path:
        """The SQLite file of the catalogue."""
        return self.root / "catalogue.sqlite"

    @property
    def incoming(self) -> Path:
        """Spool folder for files that are not yet in custody."""
        return self.root / "incoming"

    @property
    def derived(self) -> Path:
        """Folder of everything that can be rebuilt from store and catalogue."""
        return self.root / "derived"

    @property
    def renditions(self) -> Path:
        """Folder of office files printed as PDF, one of what can be rebuilt."""
        return self.derived / "renditions"

    @property
    def worker_lock(self) -> Path:
        """File locked by the one process that may write what is derived."""
        return self.root / "worker.lock"

    @property
    def sample_secret(self) -> Path:
        """File from which the passwords of the sample accounts are made; there as long as they are."""
        return self.root / "sample-accounts.secret"

    @property
    def fingerprint_secret(self) -> Path:
        """File with the key of the fingerprints of decisions about personal data; it belongs into every backup."""
        return self.root / "fingerprints.secret"

    @property
    def statements(self) -> Path:
        """File with what only the carrier can say of itself; whoever runs the archive writes it."""
        return self.root / STATEMENTS

    @property
    def kept_files(self) -> tuple[Path, ...]:
        """Files that cannot be made again, beside the catalogue and the store; not every home has all of them."""
        return (self.fingerprint_secret, self.sample_secret, self.statements)

    def has_lost_its_catalogue(self) -> bool:
        """Tell whether there are originals, and no catalogue that lists them."""
        return not self.catalogue.exists() and any(self.store.glob("??/??/*"))

    def prepare(self) -> None:
        """Create the folders that are missing.

        Raises:
            HomeUnusableError: The home cannot be created, entered or written.
            CatalogueLostError: It holds originals and no catalogue, and is left so.
        """
        if self.has_lost_its_catalogue():
            raise CatalogueLostError(self.catalogue)
        for folder in (self.root, self.store, self.incoming, self.derived):
            _prepare(folder)


def _prepare(folder: Path) -> None:
    try:
        if not folder.is_dir():
            folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
            sync_folder(folder.parent)
    except OSError as error:
        raise HomeUnusableError(folder, error.strerror or str(error)) from error
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise HomeUnusableError(folder, os.strerror(13))
