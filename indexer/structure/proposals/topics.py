"""Which Handlungsfelder a document is about: as it says itself, or as its words speak."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.entries import TopicEntry
from indexer.structure.proposals.cues import STRONG, TopicCues
from indexer.structure.proposals.known import KnownNames
from indexer.structure.proposals.outline import Line, Outline, Place
from indexer.structure.proposals.proposal import Field, Proposal

_STATED = re.compile(r"handlungsfeld(?:er)?|themen(?:feld(?:er)?)?|thema|arbeitsfeld(?:er)?", re.IGNORECASE)
_STATED_CONFIDENCE = 0.97

#: How much a word counts, by where it stands; the file's name repeats the title.
_WEIGHTS: Mapping[Place, float] = {
    Place.TITLE: 5.0,
    Place.RUNNING: 3.0,
    Place.FILE_NAME: 2.0,
    Place.LEAD: 3.0,
    Place.FIELD: 1.5,
    Place.HEADING: 2.0,
    Place.BODY: 1.0,
}
#: One word repeated is one thought: beyond so many times it adds nothing.
_MOST_REPEATS = 4
#: Below this, a topic is touched, not treated: three strong words in a short text, more in a long one …
_LEAST_SCORE = 8.0
#: … by one point for so many words.
_WORDS_A_POINT = 250
#: A topic with less than this part of the strongest one's score stands in its shadow.
_LEAST_SHARE = 0.36
#: The programme's documents name up to four.
_MOST_TOPICS = 4


@dataclass(frozen=True, slots=True)
class _Score:
    """How much speaks for a topic, and the line that says it best."""

    label: str
    points: float
    best: Line
    words: str


def propose_topics(document: Outline, catalogue: KnownNames, cues: Sequence[TopicCues]) -> Iterator[Proposal]:
    """Yield the Handlungsfelder of a document, the surest first.

    Args:
        document: The document's lines.
        catalogue: The names that are known; other topics are not proposed.
        cues: What to look for.
    """
    stated = list(_stated(document, catalogue))
    yield from stated
    if stated:
        return
    least = _LEAST_SCORE + sum(len(line.text.split()) for line in document.lines) / _WORDS_A_POINT
    known = {topic.label for topic in catalogue.topics}
    scores = [score for each in cues if each.label in known and (score := _score(document, each))]
    scores.sort(key=lambda score: -score.points)
    for score in scores[:_MOST_TOPICS]:
        share = score.points / scores[0].points
        if score.points >= least and share >= _LEAST_SHARE:
            yield Proposal(Field.TOPIC, score.label, _confidence(score.points, share), score.words, score.best.page)


def _stated(document: Outline, catalogue: KnownNames) -> Iterator[Proposal]:
    """Yield the topics a field names by their labels: "Handlungsfelder: Bildung · Kultur"."""
    lines = document.lines
    for place, line in enumerate(lines):
        if line.place is Place.FIELD and _STATED.fullmatch(line.label):
            following = lines[place + 1].text if line.text.endswith(("·", ",", ";")) and place + 1 < len(lines) else ""
            rest = f"{line.text} {following}"
            for topic in sorted(catalogue.topics, key=lambda topic: -len(topic.label)):
                name = _name_in(rest, topic)
                if name:
                    rest = rest.replace(name, "|")
                    yield Proposal(Field.TOPIC, topic.label, _STATED_CONFIDENCE, name, line.page)


def _name_in(text: str, topic: TopicEntry) -> str:
    """Return the name of a topic that stands in an enumeration, or ""."""
    for name in sorted(topic.names, key=len, reverse=True):
        found = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.IGNORECASE)
        if found:
            return found.group()
    return ""


def _score(document: Outline, cues: TopicCues) -> _Score | None:
    """Add up what speaks for one topic, each word up to a number of times."""
    points, seen = 0.0, Counter[str]()
    best: tuple[float, Line | None, str] = (0.0, None, "")
    for line in document.lines:
        for weight, word in cues.found_in(line.text):
            stem = word.casefold()[:8]
            seen[stem] += 1
            worth = weight * _WEIGHTS[line.place] if seen[stem] <= _MOST_REPEATS else 0.0
            points += worth
            if worth > best[0]:
                best = (worth, line, word)
    return _Score(cues.label, points, best[1], best[2]) if best[1] else None


def _confidence(points: float, share: float) -> float:
    return round(min(0.95, 0.45 + 0.25 * share + 0.15 * min(1.0, points / (12 * STRONG))), 3)
