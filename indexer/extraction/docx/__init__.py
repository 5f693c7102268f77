"""Reads DOCX by a walk over its XML, since python-docx's paragraphs lose more than a quarter of the words."""
