"""What is said about accounts: errors, roles, and what links are for."""

from collections.abc import Mapping

from archive.accounts.errors import (
    AccountError,
    AccountExistsError,
    LastCoordinationError,
    LinkUsedError,
    PasswordFault,
    TooManyAttemptsError,
    TooManyError,
    UnknownAccountError,
    UnusableLabelError,
    UnusableNameError,
    WeakPasswordError,
    WrongCredentialsError,
)
from archive.accounts.passwords import LONGEST, SHORTEST
from webui.i18n import gettext, mark, translated

#: Roles, as they are told in other languages.
ROLES = (mark("Mitarbeitende"), mark("Koordination"), mark("Datenschutz"), mark("Technik"))

#: Kind of error → what is said of it, where its facts do not matter.
SAYINGS: Mapping[type[AccountError], str] = {
    WrongCredentialsError: mark("Konto und Passwort passen nicht zusammen. Bitte prüfen Sie beides."),
    UnusableNameError: mark(
        "Ein Kontoname hat 2 bis 64 Zeichen: Buchstaben, Ziffern, Leerzeichen, Punkt, @, + und Bindestrich."
    ),
    LinkUsedError: mark("Dieser Link gilt nicht mehr. Jeder Link gilt nur einmal und nur für kurze Zeit."),
    LastCoordinationError: mark(
        "Das ist das letzte Konto der Koordination. Laden Sie zuerst jemanden ein, der sie übernimmt."
    ),
    UnknownAccountError: mark("Dieses Konto gibt es nicht."),
}

FAULTS: Mapping[PasswordFault, str] = {
    PasswordFault.HOLDS_NAME: mark("Das Passwort enthält den Kontonamen. Bitte wählen Sie ein anderes."),
    PasswordFault.COMMON: mark("Dieses Passwort würden andere zuerst versuchen. Bitte wählen Sie ein anderes."),
    PasswordFault.MONOTONOUS: mark("Das Passwort wiederholt wenige Zeichen. Bitte wählen Sie ein anderes."),
}

MINUTE = 60


def account_saying(error: AccountError) -> str:
    """Put an error about accounts into words that say what to do."""
    match error:
        case AccountExistsError(name=name):
            return gettext("Ein Konto „%(name)s“ gibt es schon. Bitte wählen Sie einen anderen Namen.", name=name)
        case TooManyAttemptsError(wait=wait):
            minutes = str(-(-wait // MINUTE))
            return gettext(
                "Zu viele Versuche. Warten Sie %(minutes)s Minuten, oder bitten Sie die Koordination um einen Link.",
                minutes=minutes,
            )
        case TooManyError() | UnusableLabelError():
            return _saying_of_own(error)
        case WeakPasswordError(fault=fault):
            return _saying_of_password(fault)
        case _:
            return translated(SAYINGS.get(type(error), mark("Das ging nicht.")))


def _saying_of_password(fault: PasswordFault) -> str:
    match fault:
        case PasswordFault.TOO_SHORT:
            return gettext("Ein Passwort hat mindestens %(number)s Zeichen.", number=str(SHORTEST))
        case PasswordFault.TOO_LONG:
            return gettext("Ein Passwort hat höchstens %(number)s Zeichen.", number=str(LONGEST))
        case _:
            return translated(FAULTS[fault])


def _saying_of_own(error: TooManyError | UnusableLabelError) -> str:
    """Put an error about tokens, searches and the like into words."""
    if isinstance(error, UnusableLabelError):
        return gettext("Bitte geben Sie einen Namen mit höchstens %(most)s Zeichen ein.", most=str(error.longest))
    return gettext(
        "Mehr als %(most)s kann ein Konto davon nicht haben. Entfernen Sie zuerst, was Sie nicht mehr brauchen.",
        most=str(error.most),
    )
