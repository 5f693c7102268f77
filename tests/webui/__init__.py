"""Tests of the pages, over a small real archive."""
