"""Tests in a real browser, over the sample holdings."""
