"""The sample holdings: invented documents, their sources, and what builds them."""
