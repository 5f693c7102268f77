"""Notices personal data: where a document names people or could be traced to them."""
