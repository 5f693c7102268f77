"""The fields of the index: what can be asked of a passage."""

from collections.abc import Iterator
from typing import Any

from whoosh import analysis, columns, fields, formats

from indexer.analysis.concordance import Chain
from indexer.index.stretch_table import ReadStretches

#: Raised whenever fields, analysis or cutting change: an index of another number is built anew.
SCHEMA_VERSION = 7

#: Fields that are searched for words, in the German chain.
TEXT_FIELDS = ("title", "heading", "context", "body")
#: The field for exact phrases and prefixes.
EXACT_FIELD = "exact"
#: Fields that hold labels: the facets, and who may see the document.
LABEL_FIELDS = ("meeting", "site", "topic", "keyword", "kind", "passage_kind", "year", "visibility")
#: Those of them that are a passage's own; the others are its document's.
PASSAGE_LABELS = ("passage_kind",)
#: The number of the version a passage stands in, if a newer one has taken its place.
SUPERSEDED = "superseded"

#: Stands between labels; cannot be typed and stands in no label.
SEPARATOR = "\x1f"


class ChainAnalyzer(analysis.Analyzer):  # type: ignore[misc] # Whoosh carries no types
    """Hands the tokens of our analysis to Whoosh."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain

    def __call__(self, value: str, **_: Any) -> Iterator[analysis.Token]:  # noqa: ANN401 - Whoosh's own signature
        """Yield the tokens of a text in the order of their positions."""
        # Whoosh means one token object to be used over and over: it reads it before it asks for the next.
        token = analysis.Token(positions=True, chars=True, mode="index")
        for each in self.chain.tokens(value):
            token.text = each.term
            token.pos = each.position
            token.startchar = each.start
            token.endchar = each.end
            yield token

    def __getstate__(self) -> dict[str, object]:
        # The schema is pickled into the index; the analysis is not part of it.
        return {}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)


class ChainText(fields.TEXT):  # type: ignore[misc] # Whoosh carries no types
    """A field of words in one of our chains; our writer reads its stretches, Whoosh its tokens.

    Args:
        chain: What its words are read with.
        read: What was read with it.
    """

    def __init__(self, chain: Chain, read: ReadStretches) -> None:
        super().__init__(analyzer=ChainAnalyzer(chain), phrase=True, stored=False)
        self.chain = chain
        self.read = read

    def __getstate__(self) -> dict[str, object]:
        # The schema is pickled into the index; the analysis is not part of it.
        return {name: value for name, value in self.__dict__.items() if name not in {"chain", "read"}}


def passage_schema(german: Chain, plain: Chain) -> fields.Schema:
    """Return the schema of passages over the given analyses."""
    read = ReadStretches((german, plain))
    text = {name: ChainText(german, read) for name in TEXT_FIELDS}
    labels = {name: _labels() for name in LABEL_FIELDS}
    return fields.Schema(
        id=fields.STORED(),
        document=fields.ID(stored=False),
        title_order=fields.ID(stored=False),
        date=fields.COLUMN(columns.NumericColumn("i")),
        **{EXACT_FIELD: ChainText(plain, read), SUPERSEDED: _labels()},
        **text,
        **labels,
    )


def _labels() -> fields.KEYWORD:
    """Return a field that holds whole labels, several to a passage."""
    field = fields.KEYWORD(stored=False, scorable=False)
    field.format = formats.Existence()
    field.analyzer = analysis.RegexTokenizer(f"[^{SEPARATOR}]+")
    return field
