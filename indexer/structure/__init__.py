"""Understands what pages say: headings, agenda items, kinds of passages."""
