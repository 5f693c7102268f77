"""What was measured, as tables."""

import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from tests.benchmarks.load.browser import Asked
from tests.benchmarks.load.watching import Look

#: Statuses that are answers: done, look elsewhere, unchanged.
GOOD = frozenset({200, 302, 303, 304})

#: Kinds of what browsers ask for beside pages.
BESIDE = frozenset({"Stil oder Skript", "Bild", "Vorschlag beim Tippen"})

#: What asks somebody to come back later.
LATER = frozenset({429, 503})


def table(asked: Sequence[Asked], seconds: float) -> str:
    """Return a line a kind of request: how many a second, how long they took, what went wrong."""
    kinds = defaultdict(list)
    for each in asked:
        kinds[each.kind].append(each)
    lines = [
        "| what | requests | a second | p50 | p95 | p99 | longest, ms | asked to come later | errors |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for kind, those in sorted(kinds.items(), key=lambda each: -len(each[1])):
        lines.append(_line(kind, those, seconds))
    return "\n".join([*lines, _line("**pages**", pages(asked), seconds), _line("**all**", asked, seconds)])


def pages(asked: Iterable[Asked]) -> list[Asked]:
    """Return what somebody waits for, without what browsers ask beside it."""
    return [each for each in asked if each.kind not in BESIDE]


def _line(kind: str, those: Sequence[Asked], seconds: float) -> str:
    times = " | ".join(str(round(each * 1000)) for each in spread([each.seconds for each in those if good(each)]))
    later = sum(each.status in LATER for each in those)
    return f"| {kind} | {len(those)} | {len(those) / seconds:.1f} | {times} | {later} | {errors(those)} |"


def good(asked: Asked) -> bool:
    """Return whether a request was answered as wished."""
    return asked.status in GOOD and not asked.fault


def errors(asked: Iterable[Asked]) -> str:
    """Return what went wrong, by kind: "0" where nothing did."""
    wrong = Counter(each.fault or str(each.status) for each in asked if not good(each) and each.status not in LATER)
    return ", ".join(f"{count} × {what}" for what, count in wrong.items()) or "0"


def spread(times: Sequence[float]) -> tuple[float, float, float, float]:
    """Return p50, p95, p99 and the longest; zeros for none."""
    if not times:
        return (0.0, 0.0, 0.0, 0.0)
    if len(times) == 1:
        return (times[0],) * 4
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return cuts[49], cuts[94], cuts[98], max(times)


def processors(looks: Sequence[Look]) -> str:
    """Return the share of one processor each process took, and what else went on."""
    first, last = looks[0], looks[-1]
    seconds = last.at - first.at
    shares = (
        f"server {(last.server_cpu - first.server_cpu) / seconds:.2f}",
        f"worker {(last.worker_cpu - first.worker_cpu) / seconds:.2f}",
        f"asking {(last.own_cpu - first.own_cpu) / seconds:.2f}",
    )
    loads = [each.load for each in looks]
    return f"processors: {', '.join(shares)}; load average {min(loads)} to {max(loads)}"


def slope(looks: Sequence[Look], of: Callable[[Look], float]) -> float:
    """Return by how much a figure grows a minute, by least squares."""
    if len(looks) < 2:
        return 0.0
    found = statistics.linear_regression([each.at for each in looks], [of(each) for each in looks])
    return found.slope * 60
