"""Reads the OpenDocument formats of LibreOffice: text, presentation and spreadsheet."""
