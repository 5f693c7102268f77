"""A spelling over a counted vocabulary, without an index."""

from collections.abc import Mapping

from rapidfuzz.distance import OSA

from indexer.analysis.spelling import Spelling
from indexer.analysis.umlaut import fold_digraphs


def spelling_of(counts: Mapping[str, int]) -> Spelling:
    folded = {fold_digraphs(word): count for word, count in counts.items()}

    def neighbours(asked: str, reach: int) -> dict[str, int]:
        distances = {word: OSA.distance(asked, word) for word in folded}
        return {word: distance for word, distance in distances.items() if distance <= reach}

    return Spelling(neighbours, folded.__getitem__)
