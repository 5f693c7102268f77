"""Asking the index: requests, ranking, facets, snippets."""
