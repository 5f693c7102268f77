"""The texts of the small archive's documents."""

from datetime import date

HAMBURG_DAYS = (date(2019, 4, 3), date(2019, 4, 4))

#: What must never run.
MARKUP = "<script>alert(1)</script>"

MINUTES = """\
# Protokoll des Standorttreffens in Hamburg

## TOP 1: Begrüßung

Die Anwesenden stellen sich vor.

## TOP 2: Graffitiprävention & Spiel

Die Unterführung wird oft beschmiert.

Beschluss: Der Standort Hamburg erprobt eine legale Wand für Graffiti.

Aufgabe: Die Projektleitung klärt die Freigabe der Fläche bis 31.05.2019.

Ergebnis: Kleine Schritte wirken schneller.

## TOP 3: Termine

Das nächste Treffen ist im Herbst.
"""

METHOD = """\
# Nadelmethode

Ziel: Orte sichtbar machen, die Jugendliche mögen oder meiden

Dauer: 90 Minuten

Gruppengröße: 6 bis 15

## Ablauf

Mit bunten Nadeln markieren Jugendliche Orte auf einem Stadtplan.
"""
