"""Counts attempts to sign in that failed. In memory only: who tried what is never written down."""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

from archive.accounts import names
from archive.accounts.errors import TooManyAttemptsError

#: Seconds for which a failure counts.
WINDOW = 15 * 60

#: Failures within the window. An account from one address: more than anyone mistypes; …
OF_ACCOUNT_AT_ADDRESS = 5
#: … from all addresses together, higher, so that one stranger cannot lock others out; …
OF_ACCOUNT = 20
#: … and an address with whatever account: an office shares one.
OF_ADDRESS = 30

#: No more accounts and addresses are counted; the one that tried longest ago is forgotten first.
MOST_SUBJECTS = 50_000

#: Whoever holds an IPv6 address holds all that begin with so many of its bits.
NETWORK_BITS = 64

Subject = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt that is being looked at."""

    account: Subject
    address: Subject
    account_at_address: Subject

    @classmethod
    def of(cls, name: str, address: str) -> "Attempt":
        """Return the attempt of whoever is at an address with the account of a name."""
        account, near = names.key(name)[: names.LONGEST], network(address)
        return cls(("account", account), ("address", near), ("both", account, near))

    def limits(self) -> tuple[tuple[Subject, int], ...]:
        """Return how many failures are allowed to whom."""
        return (
            (self.account_at_address, OF_ACCOUNT_AT_ADDRESS),
            (self.account, OF_ACCOUNT),
            (self.address, OF_ADDRESS),
        )


class Attempts:
    """The failures of the last quarter of an hour; one serves all threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures: OrderedDict[Subject, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def begin(self, attempt: Attempt) -> None:
        """Count an attempt as failed before it is looked at, so that many at once are no more than one by one.

        Raises:
            TooManyAttemptsError: There were too many before; this one does not count.
        """
        with self._lock:
            now = self._clock()
            wait = max(self._wait(subject, limit, now) for subject, limit in attempt.limits())
            if wait > 0:
                raise TooManyAttemptsError(int(wait) + 1)
            for subject, _ in attempt.limits():
                self._failures.setdefault(subject, deque()).append(now)
                self._failures.move_to_end(subject)
            while len(self._failures) > MOST_SUBJECTS:
                self._failures.popitem(last=False)

    def succeed(self, attempt: Attempt) -> None:
        """Take an attempt back that was right; what else failed at the address stays counted."""
        with self._lock:
            self._failures.pop(attempt.account, None)
            self._failures.pop(attempt.account_at_address, None)
            at_address = self._failures.get(attempt.address)
            if at_address:
                at_address.pop()

    def _wait(self, subject: Subject, limit: int, now: float) -> float:
        """Return the seconds until a subject may try again, 0 if it may now."""
        failures = self._failures.get(subject)
        if failures is None:
            return 0.0
        while failures and now - failures[0] >= WINDOW:
            failures.popleft()
        if not failures:
            del self._failures[subject]
        return WINDOW - (now - failures[-limit]) if len(failures) >= limit else 0.0


def network(address: str) -> str:
    """Return what all addresses share that one subscriber has: an IPv4 address, or the beginning of an IPv6 one."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        return str(parsed.ipv4_mapped or int(parsed) >> NETWORK_BITS)
    return str(parsed)
