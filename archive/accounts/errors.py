"""What can go wrong with accounts: each error is a fact with its facts; the wording is made at the edge."""

from enum import StrEnum

from archive.errors import ArchiveError


class AccountError(ArchiveError):
    """Base of every error about accounts."""


class UnknownAccountError(AccountError):
    """No account has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class AccountExistsError(AccountError):
    """An account of this name, or of one that looks the same, exists."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class UnusableNameError(AccountError):
    """The name is too short, too long, or holds signs that names of accounts may not hold."""


class PasswordFault(StrEnum):
    """Why a password is not taken."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    HOLDS_NAME = "holds_name"
    COMMON = "common"
    MONOTONOUS = "monotonous"


class WeakPasswordError(AccountError):
    """The password is one that others would guess."""

    def __init__(self, fault: PasswordFault) -> None:
        super().__init__(str(fault))
        self.fault = fault


class WrongCredentialsError(AccountError):
    """Name and password do not belong together; which of them is wrong is told to nobody."""


class TooManyAttemptsError(AccountError):
    """Too many attempts failed lately for this account, or from this address."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"{wait} s")
        #: Seconds until the next attempt is looked at.
        self.wait = wait


class LinkUsedError(AccountError):
    """The link was used, has ended, was replaced by a later one, or never existed."""


class LastCoordinationError(AccountError):
    """Without this account nobody could invite anyone any more."""


class UnusableLabelError(AccountError):
    """What something of one's own is called is nothing, or too long."""

    def __init__(self, longest: int) -> None:
        super().__init__(f"longest: {longest}")
        self.longest = longest


class TooManyError(AccountError):
    """An account has as many of something as it may have."""

    def __init__(self, most: int) -> None:
        super().__init__(f"most: {most}")
        self.most = most
