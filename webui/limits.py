"""How often somebody may ask for what costs the server, or somebody else, more than others may ask meanwhile.

Counted in memory only. Whoever is signed in, or reads by a token, is counted by the account, everybody else by the
address. An office shares one address: what an address has is enough for fifty readers at work, and whoever signs in is
counted alone.
"""

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from werkzeug.exceptions import TooManyRequests

from archive.accounts.attempts import OF_ADDRESS, WINDOW
from webui.allowance import Allowances

MINUTE = 60.0


class Costly(Enum):
    """What there is a limit of."""

    SEARCH = auto()
    COMPLETION = auto()
    PICTURE = auto()
    EXPORT = auto()
    UPLOAD = auto()
    REPORT = auto()
    #: A request of a program.
    PROGRAM = auto()


@dataclass(frozen=True, slots=True)
class Limit:
    """How many requests somebody has at once, and in how many seconds as many come back."""

    of_account: int
    of_address: int
    period: float = MINUTE


#: A search takes some ten milliseconds, a completion two, a picture that nobody has seen before a hundred.
LIMITS: Mapping[Costly, Limit] = {
    Costly.SEARCH: Limit(240, 1200),
    Costly.COMPLETION: Limit(600, 6000),
    Costly.PICTURE: Limit(240, 1200),
    Costly.EXPORT: Limit(30, 120),
    Costly.UPLOAD: Limit(600, 600),
    #: As many as accounts may be tried at an address, in as long.
    Costly.REPORT: Limit(OF_ADDRESS, OF_ADDRESS, WINDOW),
    Costly.PROGRAM: Limit(120, 600),
}


class TooOftenError(TooManyRequests):
    """Whoever asks has no request left for now.

    Args:
        wait: Seconds until there is one again.
    """

    def __init__(self, wait: float) -> None:
        super().__init__()
        self.wait = max(1, math.ceil(wait))

    def get_headers(self, *args: object, **kwargs: object) -> list[tuple[str, str]]:  # noqa: ARG002 - signature of werkzeug
        """Say when to come back."""
        return [("Retry-After", str(self.wait))]


class Limits:
    """What everybody has left of everything; one serves all threads."""

    def __init__(self, limits: Mapping[Costly, Limit] = LIMITS, clock: Callable[[], float] = time.monotonic) -> None:
        self._of_accounts = {each: Allowances(limit.of_account, limit.period, clock) for each, limit in limits.items()}
        self._of_addresses = {each: Allowances(limit.of_address, limit.period, clock) for each, limit in limits.items()}

    def take(self, costly: Costly, agent: str, address: str) -> None:
        """Take one request of what somebody has left.

        Args:
            costly: What is asked for.
            agent: The account's; "" of somebody without one, who is counted by the address.
            address: What all addresses of one subscriber share.

        Raises:
            TooOftenError: There is none; nothing was taken.
        """
        wait = self._of_accounts[costly].take(agent) if agent else self._of_addresses[costly].take(address)
        if wait:
            raise TooOftenError(wait)
