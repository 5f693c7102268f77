"""Reads PDF: text and layout by pypdfium2, properties and a second opinion by pypdf."""
