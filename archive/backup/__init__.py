"""Backups of a home, and homes made of them again."""
