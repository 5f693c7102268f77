"""Stretches of a query that name what the catalogue knows, or say how the answer should be."""
