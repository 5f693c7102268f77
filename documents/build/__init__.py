"""Builds the sample holdings from their sources: one writer per kind of file, run as `python -m documents.build`."""
