"""The vocabularies as people keep them: adding, renaming and merging entries, with the documents following."""
