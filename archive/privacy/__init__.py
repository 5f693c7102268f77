"""Decides what becomes of personal data in documents."""
