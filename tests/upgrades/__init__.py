"""Homes that earlier versions of the program left behind, and what becomes of them."""
