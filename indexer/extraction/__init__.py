"""Reads files of every format into pages."""
