"""What server and worker held while they were watched: memory of their own, and pages of files they look into."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

from tests.benchmarks.load.figures import slope
from tests.benchmarks.load.watching import Held, Look

#: Processes by name.
PROCESSES: Mapping[str, Callable[[Look], Held]] = {
    "server": lambda look: look.server,
    "worker": lambda look: look.worker,
}

#: Sorts of memory by name.
SORTS: Mapping[str, Callable[[Held], float]] = {
    "anonymous": lambda held: held.anonymous,
    "mapped": lambda held: held.mapped,
    "together": lambda held: held.together,
}


@dataclass(frozen=True, slots=True)
class Course:
    """How much memory of one sort a process held, in MiB."""

    first: float
    last: float
    most: float
    #: How much more a minute, over the second half, by least squares.
    growth: float


def courses(looks: Sequence[Look]) -> dict[tuple[str, str], Course]:
    """Return the course of each sort of memory of each process, by the names of both."""
    return {
        (process, sort): _course(looks, lambda look, of=of, part=part: part(of(look)))  # type: ignore[misc]
        for process, of in PROCESSES.items()
        for sort, part in SORTS.items()
    }


def _course(looks: Sequence[Look], of: Callable[[Look], float]) -> Course:
    return Course(of(looks[0]), of(looks[-1]), max(map(of, looks)), slope(looks[len(looks) // 2 :], of))


def table(looks: Sequence[Look]) -> str:
    """Return a line for each process and sort of memory."""
    lines = [
        "| memory, MiB | at first | at last | at most | a minute, in the second half |",
        "|---|---|---|---|---|",
    ]
    for (process, sort), course in courses(looks).items():
        figures = f"{course.first:.0f} | {course.last:.0f} | {course.most:.0f} | {course.growth:+.1f}"
        lines.append(f"| {process}, {sort} | {figures} |")
    return "\n".join(lines)


def report(looks: Sequence[Look]) -> dict[str, object]:
    """Return the same for programs, with every look; seconds count from the first."""
    return {
        "courses": {f"{process}, {sort}": asdict(course) for (process, sort), course in courses(looks).items()},
        "looks": [
            {"seconds": each.at - looks[0].at, "server": asdict(each.server), "worker": asdict(each.worker)}
            for each in looks
        ],
    }
