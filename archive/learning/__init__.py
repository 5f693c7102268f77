"""Learning paths: what whoever is new reads in which order, and how far somebody has come."""
