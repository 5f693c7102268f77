"""Recognises what a meeting holds to be its result, from how German minutes word it."""

import re

_CUES: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (confidence, re.compile(cue))
    for confidence, cue in (
        (0.85, r"^(?:Als|Zum)\s+(?:\w+\s+)?(?:Ergebnis|Fazit)\s+(?:wird|wurde|kann|lässt|halten)\b"),
        (0.75, r"^(?:Festgehalten|Zusammenfassend|Im Ergebnis)\b"),
        (
            0.65,
            r"^(?:Es|Dabei|Deutlich)\s+(?:wird|wurde|ist)\s+(?:\w+\s+){0,2}?(?:deutlich|klar|sichtbar)(?:\s+geworden)?\b",
        ),
        (0.55, r"\bEs\s+(?:wird|wurde)\s+(?:deutlich|klar),\s+dass\b"),
    )
)


def result_confidence(sentence: str) -> float:
    """Return how sure it is that a sentence without a label tells a result; 0.0 where it does not."""
    return max((confidence for confidence, cue in _CUES if cue.search(sentence)), default=0.0)
