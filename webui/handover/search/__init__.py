"""The search in a hand-over: an index in small scripts that a page loads as it needs them."""
