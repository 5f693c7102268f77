"""How to sign in, told when the server starts: on a terminal only, never on a page."""

from collections.abc import Iterator

from archive.archive import Archive


def welcome(archive: Archive, address: str) -> Iterator[str]:
    """Yield lines that lead to the first account, and tell the sample accounts; none once the coordination has one.

    Args:
        archive: The archive.
        address: Of its start page.
    """
    if archive.accounts.has_coordination():
        return
    if any(each.is_sample for each in archive.descriptions()):
        archive.sample_accounts.add()
    told = archive.sample_accounts.credentials()
    if told:
        yield f"Zum Ausprobieren anmelden unter {address}anmelden"
        yield from (f"  {each.role:<15} Konto: {each.name:<15} Passwort: {each.password}" for each in told)
        yield "Diese Beispielkonten verschwinden mit dem ersten eigenen Konto der Koordination."
    token = archive.accounts.invite_first().token
    yield f"Erstes eigenes Konto anlegen (gilt einmal, einen Tag lang): {address}einladung/{token}"
