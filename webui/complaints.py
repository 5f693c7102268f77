"""Errors of the archive, put into one plain German sentence that says what to do."""

from archive.accounts.errors import AccountError
from archive.errors import ArchiveError, HomeUnusableError, RefusalError
from webui.account_wording import account_saying
from webui.compose import NoArchiveError
from webui.refusals import refusal


def complaint(error: ArchiveError) -> str:
    """Return what the command line says about an error."""
    match error:
        case HomeUnusableError(path=path, reason=reason):
            return (
                f"Der Ordner {path} lässt sich nicht benutzen ({reason}). "
                "Bitte wählen Sie mit --home einen Ordner, in den Sie schreiben dürfen."
            )
        case NoArchiveError(root=root):
            return (
                f"Im Ordner {root} ist kein Archiv. Nennen Sie mit --home den richtigen Ordner, "
                "oder legen Sie mit „start“ oder „ingest“ ein Archiv an."
            )
        case AccountError():
            return account_saying(error)
        case RefusalError():
            notice = refusal(error)
            return f"{notice.what} {notice.advice}"
        case _:
            return f"Das ging nicht: {error}"
