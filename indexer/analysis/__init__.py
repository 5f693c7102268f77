"""The German analysis: from words to terms.

`normalise` runs once on everything that comes in. `german` is the chain for the index and for queries, `plain` the
short one for exact phrases; `synonyms` and `spelling` widen a query. Everything else is one step of the chain each:

    tokenizer (dates) → units (gender) → spellings (umlaut) → compounds (constituents) → stems (persons) → ellipsis

A step is a function or a small class that answers one question about one word in lower case and asks the `lexicon`
where rules are not enough. To add one:

1. Write `indexer/analysis/<step>.py`: one class, the lexicon handed to it, one public method from word to word. Where
   letters are taken away or added, take and return a `Traced` word, so that marks in the text stay in their place.
2. Write its table in `tests/indexer/analysis/test_<step>.py`: words it changes, and as many that it must leave alone.
3. Call it from `reading` (what concerns one word) or from `german` (what concerns its neighbours).
4. Add rows to `test_german.py` and `test_retrieval_pairs.py`: what a query finds by it, and what it must not find.

Words are data and not code: see `data/README.md`.
"""
