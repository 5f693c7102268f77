"""The accounts of one archive: who there is, and how they get their passwords."""

from datetime import datetime

from archive.accounts import links, names, register, sessions
from archive.accounts.access_tokens import AccessTokens
from archive.accounts.passwords import Passwords, check
from archive.accounts.saved_searches import SavedSearches
from archive.accounts.values import AccountEntry, Invitation, LinkEntry, LinkPurpose
from archive.catalogue.catalogue import Catalogue
from archive.custody import PROGRAM, EventKind
from archive.events import record
from archive.home import Home
from archive.rights import Role


class Accounts:
    """Who may sign in; one serves all threads."""

    def __init__(self, catalogue: Catalogue, home: Home, passwords: Passwords) -> None:
        self._catalogue = catalogue
        self._home = home
        self._passwords = passwords
        #: What programs read with in the names of accounts.
        self.tokens = AccessTokens(catalogue)
        self.saved_searches = SavedSearches(catalogue)

    def entries(self) -> tuple[AccountEntry, ...]:
        """Return every account, by name."""
        with self._catalogue.reading() as session:
            return register.entries(session)

    def has_coordination(self) -> bool:
        """Tell whether somebody of the coordination can sign in with an account that is no sample."""
        with self._catalogue.reading() as session:
            return register.has_coordination(session)

    def has_only_real(self) -> bool:
        """Tell whether somebody can sign in, and nobody with a sample account."""
        with self._catalogue.reading() as session:
            return register.has_only_real(session)

    def add(self, name: str, role: Role, password: str) -> AccountEntry:
        """Add an account; the sample accounts go with the first of the coordination.

        Raises:
            UnusableNameError: The name cannot be one of an account.
            AccountExistsError: The name is taken.
            WeakPasswordError: The password is one that others would guess.
        """
        check(password, names.checked(name))
        hashed = self._passwords.hashed(password)
        with self._catalogue.writing() as session:
            added = register.entry(register.add(session, name, role, hashed))
        self._forget_sample_secret()
        return added

    def remove(self, name: str, agent: str = PROGRAM) -> None:
        """Remove an account with all that is kept about it.

        Raises:
            UnknownAccountError: There is none of this name.
            LastCoordinationError: Others would remain, and none of them could invite anyone.
        """
        with self._catalogue.writing() as session:
            account = register.find(session, name)
            register.remove(session, account)
            record(session, EventKind.ACCOUNT_REMOVED, "", account.role.name, agent)
        # Earlier states of the catalogue, with the name, go too; where someone reads one, with the next chance.
        self._catalogue.truncate_log()

    def change_role(self, name: str, role: Role, agent: str = PROGRAM) -> None:
        """Give an account another role, which it has at once wherever it is signed in.

        Raises:
            UnknownAccountError: There is none of this name.
            LastCoordinationError: Others would remain, and none of them could invite anyone.
        """
        with self._catalogue.writing() as session:
            account = register.find(session, name)
            before = account.role
            register.change_role(session, account, role)
            if role is not before:
                record(session, EventKind.ROLE_CHANGED, "", f"{account.agent}:{before.name}>{role.name}", agent)
        self._forget_sample_secret()

    def invite(self, name: str, role: Role, agent: str = PROGRAM) -> Invitation:
        """Add an account whose owner sets the password by a link; errors as of `add`."""
        with self._catalogue.writing() as session:
            account = register.put(session, name, role, "")
            record(session, EventKind.ACCOUNT_INVITED, "", f"{account.agent}:{role.name}", agent)
            return links.make(session, LinkPurpose.INVITATION, account)

    def renew(self, name: str, agent: str = PROGRAM) -> Invitation:
        """Make a link for someone who has forgotten the password, or lost the invitation; every session ends.

        The password stays good until the link is followed, or anyone could be locked out by it.

        Raises:
            UnknownAccountError: There is no account of this name.
        """
        with self._catalogue.writing() as session:
            account = register.find(session, name)
            purpose = LinkPurpose.RESET if account.password else LinkPurpose.INVITATION
            sessions.end_all(session, account)
            record(session, EventKind.LINK_MADE, "", f"{account.agent}:{account.role.name}", agent)
            return links.make(session, purpose, account)

    def invite_first(self) -> Invitation:
        """Make the link by which the first account is made, in place of the one made before."""
        with self._catalogue.writing() as session:
            return links.make(session, LinkPurpose.FIRST_ACCOUNT)

    def open_links(self) -> dict[str, datetime]:
        """Return until when the links of accounts are good that still are, in UTC, by the accounts' names."""
        with self._catalogue.reading() as session:
            return links.open_until(session)

    def link(self, token: str) -> LinkEntry:
        """Return what a link is for, or raise LinkUsedError if it is good no more."""
        with self._catalogue.reading() as session:
            return links.entry(links.find(session, token))

    def follow(self, token: str, password: str, name: str = "") -> str:
        """Set a password by a link, which is good no more then, and sign in with it; every other session ends.

        Args:
            token: The link's.
            password: The new password.
            name: For the first account the name its owner has chosen, else nothing.

        Returns:
            The token of the new session.

        Raises:
            LinkUsedError: The link is good no more.
            WeakPasswordError: The password is one that others would guess.
            UnusableNameError: The name cannot be one of an account.
            AccountExistsError: The name is taken.
        """
        check(password, self.link(token).name or names.checked(name))
        hashed = self._passwords.hashed(password)
        with self._catalogue.writing() as session:
            link = links.find(session, token)
            account = link.account or register.add(session, name, Role.COORDINATION)
            if account.role is Role.COORDINATION:
                register.remove_samples(session)
            account.password = hashed
            sessions.end_all(session, account)
            session.delete(link)
            links.drop(session, account)
            own = sessions.begin(session, account)
        self._forget_sample_secret()
        return own

    def _forget_sample_secret(self) -> None:
        """Forget what the passwords of the sample accounts were made from, if these have gone."""
        if self.has_coordination():
            self._home.sample_secret.unlink(missing_ok=True)
