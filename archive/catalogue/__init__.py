"""The catalogue: the tables of what is held, and the way to them."""
