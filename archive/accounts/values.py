"""Values that travel between the accounts and those who use them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from archive.rights import Reader, Role


class LinkPurpose(StrEnum):
    """What a one-time link is for."""

    #: Whoever set the archive up makes the first account.
    FIRST_ACCOUNT = "first_account"
    INVITATION = "invitation"
    RESET = "reset"


class TokenPurpose(StrEnum):
    """What an access token is for."""

    #: A program reads whatever its owner may read.
    API = "api"
    #: Whoever has it reads one feed.
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """An account as others need to know it; everything the archive keeps about it but its password's hash."""

    #: As it was entered, in NFC.
    name: str
    role: Role
    #: Stands for it in events.
    agent: str
    #: An invented one that shows what the role may do.
    is_sample: bool
    #: False until the invitation was followed.
    has_password: bool
    #: In UTC.
    created_at: datetime
    #: In UTC; None if nobody has signed in with it yet.
    signed_in_at: datetime | None
    #: When its visit before this one ended, in UTC; None while there was none.
    last_visit: datetime | None = None

    @property
    def reader(self) -> Reader:
        """Whoever has this account, as one who asks."""
        return Reader(self.role)


@dataclass(frozen=True, slots=True)
class SessionEntry:
    """A browser that is signed in."""

    #: The catalogue's; says nothing about its token.
    number: int
    #: In UTC.
    began_at: datetime
    #: In UTC, some minutes exact.
    seen_at: datetime
    #: In UTC: when it ends at the latest.
    ends_at: datetime
    #: Whether it is the one that asks.
    is_current: bool


@dataclass(frozen=True, slots=True)
class LinkEntry:
    """A one-time link that is still good."""

    purpose: LinkPurpose
    #: The account it is for; None for the first one, whose name its owner chooses.
    name: str | None
    #: In UTC.
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Invitation:
    """What is handed to someone, once: the archive itself keeps only a digest of it."""

    name: str
    token: str
    #: In UTC.
    ends_at: datetime
    purpose: LinkPurpose


@dataclass(frozen=True, slots=True)
class Credentials:
    """Name and password of a sample account."""

    name: str
    role: Role
    password: str


@dataclass(frozen=True, slots=True)
class SavedSearchEntry:
    """A search that somebody keeps."""

    #: The catalogue's.
    number: int
    #: What its owner calls it.
    label: str
    #: The parameters of its address.
    address: str
    #: In UTC.
    made_at: datetime
    #: In UTC: what came later is new.
    looked_at: datetime


@dataclass(frozen=True, slots=True)
class TokenEntry:
    """An access token, without its secret."""

    #: The catalogue's; says nothing about the secret.
    number: int
    purpose: TokenPurpose
    #: What its owner calls it; of a feed, the address of what it tells.
    label: str
    #: In UTC.
    made_at: datetime
    #: In UTC, a day exact; None if it was never used.
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewToken:
    """An access token that was just made: its secret is told this once and never kept."""

    entry: TokenEntry
    secret: str


@dataclass(frozen=True, slots=True)
class TokenUse:
    """An access token that was shown, with whose it is."""

    entry: TokenEntry
    account: AccountEntry
