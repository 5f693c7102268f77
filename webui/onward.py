"""Where to go on after signing in: an address of the archive itself, and nowhere else."""

from urllib.parse import urlsplit


def onward(address: str) -> str:
    """Return an address if it is a path of this archive, else the start page's."""
    parts = urlsplit(address)
    is_own = not parts.scheme and not parts.netloc and address.startswith("/")
    # Browsers read a backslash as a slash, and pass over control characters: "/\example.org" leads away.
    is_plain = address.isprintable() and not address.startswith("//") and "\\" not in address
    return address if is_own and is_plain else "/"
