"""Hand-over: a bag with all that is held, in forms that people read without this program."""
