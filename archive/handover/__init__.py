"""Hand-over: all that is held, as a bag (BagIt 1.0, RFC 8493) that is read without this program."""
