"""Reads Markdown as people write minutes in it: CommonMark, GitHub's tables and check boxes, and their slips."""
