"""How often somebody may ask: so many requests at once, and no more in the long run than come back in time.

Counted in memory only: who asked how often is never written down.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

#: No more subjects are counted; the one that asked longest ago is forgotten first.
MOST_SUBJECTS = 50_000


class Allowances:
    """What everybody has left, by a token bucket each; one serves all threads.

    Args:
        most: Requests that somebody has when he comes.
        period: Seconds in which as many come back.
        clock: Tells seconds that never go back.
    """

    def __init__(self, most: int, period: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._period = period
        self._clock = clock
        #: Subject → what was left, and when.
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, subject: str) -> float:
        """Take one request of what a subject has left.

        Args:
            subject: Whoever asks: an account, or an address.

        Returns:
            0, or the seconds until there is one again; nothing was taken then.
        """
        with self._lock:
            now = self._clock()
            left, at = self._left.pop(subject, (float(self._most), now))
            left = min(float(self._most), left + (now - at) * self._most / self._period)
            self._left[subject] = (left - 1 if left >= 1 else left, now)
            if len(self._left) > MOST_SUBJECTS:
                self._left.popitem(last=False)
            return 0.0 if left >= 1 else (1 - left) * self._period / self._most
