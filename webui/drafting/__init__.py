"""Drafts as the coordination looks them through: what was proposed, what is entered, what is still missing."""
