"""Proposes what a new document is: each value with how sure it is, and the words it rests on."""
