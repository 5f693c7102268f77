"""Judged queries on the sample holdings: whether the answers come first."""
