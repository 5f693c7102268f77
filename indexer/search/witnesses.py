"""What a word rests on: the index offers words, and may be a moment behind the catalogue."""

import numpy as np

from indexer.analysis.normalise import normalise
from indexer.analysis.plain import PlainAnalysis
from indexer.index.schema import EXACT_FIELD
from indexer.index.view import IndexView

#: So many passages vouch for one word. Where all of them were withdrawn this moment, others are not looked for.
LOOKED_AT = 3


def witnesses(view: IndexView, plain: PlainAnalysis, text: str) -> tuple[frozenset[str], ...]:
    """Return for each word of a text that stands somewhere the codes of a few documents it stands in."""
    terms = {token.term for token in plain.tokens(normalise(text))}
    found = (view.postings(EXACT_FIELD, term).ids[:LOOKED_AT] for term in sorted(terms))
    return tuple(
        frozenset(view.documents[int(each)] for each in np.unique(view.groups(ids))) for ids in found if len(ids)
    )
