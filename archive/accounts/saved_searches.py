"""Searches that people keep for themselves. Nobody else sees them, and no event tells of them."""

from datetime import UTC, datetime

from sqlalchemy import delete

from archive.accounts import register
from archive.accounts.errors import TooManyError, UnusableLabelError
from archive.accounts.values import SavedSearchEntry
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.people import Account, SavedSearch

#: More than this nobody looks through.
MOST = 50

LONGEST_LABEL = 120

#: Addresses longer than this are not made by any form.
LONGEST_ADDRESS = 2000


class SavedSearches:
    """Keeps searches of accounts; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def entries(self, name: str) -> tuple[SavedSearchEntry, ...]:
        """Return the searches of an account, oldest first, or raise UnknownAccountError."""
        with self._catalogue.reading() as session:
            return tuple(map(_entry, register.find_with(session, name, Account.saved_searches).saved_searches))

    def keep(self, name: str, label: str, address: str) -> None:
        """Keep a search; one with the same address gets the new label.

        Args:
            name: The account's.
            label: What its owner calls it.
            address: The parameters of the search's address.

        Raises:
            UnusableLabelError: The label is empty or too long, or the address is.
            TooManyError: The account has as many as it may have.
            UnknownAccountError: There is no account of this name.
        """
        kept = " ".join(label.split())
        if not 0 < len(kept) <= LONGEST_LABEL or len(address) > LONGEST_ADDRESS:
            raise UnusableLabelError(LONGEST_LABEL)
        with self._catalogue.writing() as session:
            account = register.find(session, name)
            known = next((each for each in account.saved_searches if each.address == address), None)
            if known:
                known.label = kept
                return
            if len(account.saved_searches) >= MOST:
                raise TooManyError(MOST)
            now = datetime.now(UTC)
            session.add(SavedSearch(account=account, label=kept, address=address, made_at=now, looked_at=now))

    def look(self, name: str, number: int) -> SavedSearchEntry | None:
        """Return a search of an account by its number, or None, and remember that it was looked at now."""
        with self._catalogue.writing() as session:
            account = register.find(session, name)
            found = next((each for each in account.saved_searches if each.id == number), None)
            if found is None:
                return None
            found.looked_at = datetime.now(UTC)
            return _entry(found)

    def forget(self, name: str, number: int) -> None:
        """Keep a search of an account no longer; one that is gone already is no fault."""
        with self._catalogue.writing() as session:
            account = register.find(session, name)
            session.execute(delete(SavedSearch).where(SavedSearch.account_id == account.id, SavedSearch.id == number))


def _entry(row: SavedSearch) -> SavedSearchEntry:
    return SavedSearchEntry(row.id, row.label, row.address, row.made_at, row.looked_at)
