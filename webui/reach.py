"""From where a server can be reached, and by which names."""

from collections.abc import Container
from dataclasses import dataclass
from ipaddress import ip_address

from webui.guard import LOCAL_HOSTS

#: Stand for every address of a machine; no browser can call them.
EVERY_ADDRESS = frozenset({"0.0.0.0", "::", "[::]"})  # noqa: S104 - only compared with


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a server listens, and what it is called."""

    #: The address of this machine on which it listens.
    host: str
    port: int
    #: Names by which others call it, e.g. "archiv.example.org".
    names: frozenset[str] = frozenset()
    #: Address of the one proxy whose word on who asks, and how, is taken; "" for none.
    proxy: str = ""

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach it."""
        return self.host in LOCAL_HOSTS and not self.names

    def hosts(self) -> Container[str]:
        """Return the names in a Host header that are answered."""
        return LOCAL_HOSTS | self.names if self.host in LOCAL_HOSTS else _NamesAndNumbers(LOCAL_HOSTS | self.names)

    def address(self, port: int) -> str:
        """Return the address of the start page, as seen from this machine."""
        host = "127.0.0.1" if self.host in EVERY_ADDRESS else self.host
        return f"http://{host}:{port}/"


@dataclass(frozen=True, slots=True)
class _NamesAndNumbers:
    """Some names, and every numeric address: a page of another site can make its own name lead here, but no number."""

    names: frozenset[str]

    def __contains__(self, host: object) -> bool:
        return host in self.names or _is_number(str(host))


def _is_number(host: str) -> bool:
    try:
        ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True
