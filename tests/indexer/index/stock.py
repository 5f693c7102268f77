"""The fields of the index as plain Whoosh knows them, without a line of ours; and passages to fill it with."""

from pathlib import Path

from hypothesis import strategies as st
from whoosh import analysis, columns, fields, formats, index

from indexer.index.schema import EXACT_FIELD, LABEL_FIELDS, SEPARATOR, TEXT_FIELDS

#: Words on which our chains and Whoosh's tokenizer agree.
WORDS = ("bcd", "fgh", "klm", "bb", "cc", "dd", "ff", "gg")

_words = st.sampled_from(WORDS)
texts = st.lists(_words, max_size=12).map(" ".join)
labels = st.sets(_words, max_size=3).map(lambda each: SEPARATOR.join(sorted(each)))

#: The fields of one passage, as a writer takes them.
passages = st.fixed_dictionaries(
    {
        **dict.fromkeys((*TEXT_FIELDS, EXACT_FIELD), texts),
        **dict.fromkeys(LABEL_FIELDS, labels),
        "document": _words,
        "title_order": _words,
        "date": st.integers(0, 900_000),
        "id": st.text(min_size=1, max_size=5),
    }
)


def stock_schema() -> fields.Schema:
    """Return the fields, made of Whoosh's own parts only."""
    tokenizer = analysis.RegexTokenizer(r"\w+")
    return fields.Schema(
        id=fields.STORED(),
        document=fields.ID(),
        title_order=fields.ID(),
        date=fields.COLUMN(columns.NumericColumn("i")),
        **{name: fields.TEXT(analyzer=tokenizer, phrase=True) for name in (*TEXT_FIELDS, EXACT_FIELD)},
        **{name: _labels() for name in LABEL_FIELDS},
    )


def _labels() -> fields.KEYWORD:
    field = fields.KEYWORD(analyzer=analysis.RegexTokenizer(f"[^{SEPARATOR}]+"))
    field.format = formats.Existence()
    return field


def opened(folder: Path) -> index.FileIndex:
    """Open an index the way anyone would."""
    return index.open_dir(folder, schema=stock_schema())
