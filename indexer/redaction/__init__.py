"""Makes new files of documents in which some words are replaced or blackened."""
