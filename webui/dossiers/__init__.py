"""Dossiers of sites and topics: what the documents say about them, each saying with the place it stands in."""
