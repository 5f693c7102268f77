"""Makes the holdings findable: from a file to the answer on its page."""
