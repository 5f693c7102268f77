"""Understands method papers: what a method is for, for whom, how long it takes and how it goes."""
